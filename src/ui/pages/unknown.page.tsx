import { data } from 'react-router'

/** No page answers this address. A page of its own, so that menu and search stay at hand and no stack is logged. */
export const loader = () => {
  throw data(null, { status: 404 })
}

export const action = loader

export default function UnknownPage() {
  return null
}
