import { redirect } from 'react-router'
import { locales } from '../../pure/words.ts'
import { localeToRemember } from '../remembered.ts'
import type { Route } from './+types/language.ts'

export const loader = () => redirect('/')

/** Remembers the language and leads back to where the reader was. */
export const action = async ({ request }: Route.ActionArgs) => {
  const form = await request.formData()
  const locale = locales.find((l) => l === form.get('locale')) ?? 'vi'
  return redirect(ownAddress(form.get('back')), { headers: { 'Set-Cookie': localeToRemember(locale) } })
}

// Only an address of this site: `//elsewhere` and `https://elsewhere` would lead away.
const ownAddress = (value: unknown) => (typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/')
