import { RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import { aHouse, type RunningHouse } from '../../../../tests/http.ts'
import { type Visit, visitContext } from '../../../ui/visit.ts'
import { action } from './set-up.page.tsx'

const filled = {
  schoolName: 'Trường Chính trị tỉnh',
  provinceName: 'Tỉnh',
  name: 'Lê Thị Đầu',
  email: 'Dau@truong.vn',
  password: 'mat-khau-dai',
}

/** Presses the button of the set-up page, and says where it leads to, or what was refused. */
async function press(house: RunningHouse, form: Record<string, string>) {
  const context = new RouterContextProvider()
  context.set(visitContext, {
    api: house.app.clientFor(house.app.visitorOf(null)),
    askAuth: (path: string, json?: Record<string, unknown>) =>
      house.browser().ask(`/api/auth${path}`, json && { json }),
  } as Visit)
  const request = new Request(`${house.origin}/thiet-lap`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const answer = await action({ context, request } as unknown as Parameters<typeof action>[0])
  return answer instanceof Response
    ? { to: answer.headers.get('location'), isSignedIn: answer.headers.getSetCookie().length > 0 }
    : { status: answer.init?.status, problem: answer.data.problem }
}

const schools = async (house: RunningHouse) =>
  (await house.pool.query('select school_name from installation')).rows.map((row) => row.school_name)

test('what is wrong in the form is said while there is no school', async () => {
  const house = await aHouse({ isEmpty: true })
  expect(await press(house, { ...filled, password: '' })).toMatchObject({
    status: 422,
    problem: { fields: [{ path: 'password' }] },
  })
  expect(await schools(house)).toEqual([])
})

test('pressed twice at once, the school is made once and both presses sign in', async () => {
  const house = await aHouse({ isEmpty: true })
  const both = await Promise.all([press(house, filled), press(house, filled)])
  expect(both).toEqual([
    { to: '/', isSignedIn: true },
    { to: '/', isSignedIn: true },
  ])
  expect(await schools(house)).toEqual([filled.schoolName])
})

test('pressed again after the school was made, it leads on to signing in and never to an error', async () => {
  const house = await aHouse({ isEmpty: true })
  expect(await press(house, filled)).toEqual({ to: '/', isSignedIn: true })
  expect(await press(house, filled)).toEqual({ to: '/', isSignedIn: true })
  // The page that was shown again has no password any more.
  const { password: _, ...shownAgain } = filled
  expect(await press(house, shownAgain)).toEqual({ to: '/dang-nhap?thiet-lap', isSignedIn: false })
  expect(await press(house, { ...filled, email: 'hai@truong.vn' })).toEqual({
    to: '/dang-nhap?thiet-lap',
    isSignedIn: false,
  })
  expect(await schools(house)).toEqual([filled.schoolName])
})
