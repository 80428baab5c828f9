import { createHash } from 'node:crypto'
import { type TOTP, URI } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { aHouse, aMailServer, as, type Browser, type RunningHouse, until } from '../../../tests/http.ts'

let house: RunningHouse
let mail: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  mail = await aMailServer('file')
  house = await aHouse({ lasts: 'file', env: { SMTP_URL: mail.url } })
})

const mailTo = (address: string) => mail.mails.find((one) => one.to.includes(address))

const me = async (browser: Browser) => (await browser.ask('/api/me')).status

test('the right password opens a session that only this server and no script can use', async () => {
  const person = await house.person('trainingOffice')
  const browser = house.browser()
  expect(await me(browser)).toBe(401)
  const answer = await browser.signIn(person)
  expect(answer.status).toBe(200)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^nhip\.session_token=/)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure/)
  expect(await browser.read('/api/me')).toMatchObject({
    accountId: person.accountId,
    email: person.email,
    roles: [{ role: 'trainingOffice', unitId: null }],
  })
  browser.cookies.set('nhip.session_token', 'made-up.c2lnbmF0dXJl')
  expect(await me(browser)).toBe(401)
  browser.cookies.set('nhip.session_token', '%E0%A4%A')
  expect(await me(browser)).toBe(401)
})

test('under https the cookie is for https only', async () => {
  const behind = await aHouse({ beside: house, env: { NHIP_ORIGIN: 'https://nhip.tinh.gov.vn' } })
  const person = await house.person('trainingOffice')
  const browser = behind.browser()
  const answer = await browser.signIn(person)
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-nhip\.session_token=.*Secure/)
  expect(answer.headers.get('strict-transport-security')).toMatch(/max-age/)
  expect(await me(browser)).toBe(200)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const person = await house.person('trainingOffice')
  const wrong = await house.browser().signIn({ ...person, password: 'khong-phai-mat-khau' })
  const unknown = await house
    .browser()
    .signIn({ email: 'khong-co@truong.vn', password: 'khong-phai-mat-khau' })
  const odd = await house.browser().signIn({ email: 'khong phai thu', password: 'x' })
  const said = await Promise.all(
    [wrong, unknown, odd].map(async (answer) => ({ ...(await answer.json()), requestId: null })),
  )
  expect([wrong.status, unknown.status, odd.status]).toEqual([401, 401, 401])
  expect(said[0]).toMatchObject({ code: 'access.wrongSignIn', title: 'Thư điện tử hoặc mật khẩu chưa đúng.' })
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})

test('there is no way to sign oneself up, or to anything else of the sign-in library', async () => {
  const browser = house.browser()
  const asked = { name: 'Tự Tạo', email: 'tu-tao@truong.vn', password: 'mat-khau-rat-dai' }
  expect((await browser.ask('/api/auth/sign-up/email', { json: asked })).status).toBe(404)
  expect((await browser.ask('/api/auth/update-user', { json: { name: 'X' } })).status).toBe(404)
  expect((await browser.ask('/api/auth/error')).status).toBe(404)
  expect((await browser.ask('/api/auth//sign-up/email', { json: asked })).status).toBe(404)
})

describe('tries are counted in the database', () => {
  const wrong = 'khong-phai-mat-khau'

  test('the ninth in a minute is refused, whichever server it comes to', async () => {
    const other = await aHouse({ beside: house })
    const person = await house.person('trainingOffice')
    for (let i = 0; i < 8; i++) {
      const answer = await (i % 2 ? other : house).browser().signIn({ ...person, password: wrong })
      expect(answer.status).toBe(401)
    }
    const ninth = await other.browser().signIn(person)
    expect(ninth.status).toBe(429)
    expect(await ninth.json()).toMatchObject({ code: 'access.tooManyTries' })
    expect((await house.browser().signIn(person)).status).toBe(429)
  })

  test('in a row only: who signs in over and over, rightly, is not stopped', async () => {
    const person = await house.person('lecturer')
    for (let i = 0; i < 12; i++) expect((await house.browser().signIn(person)).status).toBe(200)
    const { rows } = await house.pool.query('select from auth.attempt where key = any ($1)', [
      [createHash('sha256').update(`sign-in\n${person.email}`).digest()],
    ])
    expect(rows).toHaveLength(0)
  })

  test('by address: a whole class may sign in behind one address of the network', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, i) => house.person('learner', { email: `hoc-vien-${i}@truong.vn` })),
    )
    for (const person of people) expect((await house.browser().signIn(person)).status).toBe(200)
  })

  test('from many places too: who guesses slowly from everywhere is stopped at a hundred in an hour', async () => {
    const person = await house.person('trainingOffice')
    await house.browser().signIn({ ...person, password: wrong })
    // Ninety-nine more, each from a place that did not come twice.
    await house.pool.query('update auth.attempt set tries = 100 where key = $1', [
      createHash('sha256').update(`sign-in\n${person.email}`).digest(),
    ])
    expect((await house.browser().signIn(person)).status).toBe(429)
    const other = await house.person('trainingOffice')
    expect((await house.browser().signIn(other)).status).toBe(200)
  })

  test('a place that floods is stopped for the rest of the minute, and no longer though it goes on', async () => {
    const person = await house.person('lecturer')
    await house.browser().signIn(person)
    await house.pool.query('update auth.attempt set tries = 300, since = now()')
    const next = await house.person('lecturer')
    expect((await house.browser().signIn(next)).status).toBe(429)
    await house.pool.query(`update auth.attempt set since = now() - interval '61 seconds'`)
    expect((await house.browser().signIn(next)).status).toBe(200)
    await house.pool.query('delete from auth.attempt')
  })

  test('a proxy’s word about the client counts only where a proxy is known to stand', async () => {
    const person = await house.person('trainingOffice')
    for (let i = 0; i < 8; i++)
      await house.browser().signIn(
        { ...person, password: wrong },
        {
          'x-forwarded-for': `198.51.100.${i}`,
          'x-nhip-client-address': `198.51.100.${i}`,
        },
      )
    expect((await house.browser().signIn(person, { 'x-forwarded-for': '198.51.100.99' })).status).toBe(429)

    const behind = await aHouse({ beside: house, env: { NHIP_TRUST_PROXY: '1' } })
    const other = await behind.person('trainingOffice')
    for (let i = 0; i < 8; i++)
      await behind
        .browser()
        .signIn({ ...other, password: wrong }, { 'x-forwarded-for': `9.9.9.9, 198.51.100.${i}` })
    expect(
      (await behind.browser().signIn(other, { 'x-forwarded-for': '9.9.9.9, 198.51.100.99' })).status,
    ).toBe(200)
    const { rows } = await behind.pool.query(`select from auth.session where "ipAddress" = '198.51.100.99'`)
    expect(rows).toHaveLength(1)
  })
})

type Listed = { id: string; token: string }

test('sessions are listed, one is ended from another, and signing out ends one’s own', async () => {
  const person = await house.person('trainingOffice')
  const [phone, desk] = [house.browser(), house.browser()]
  await phone.signIn(person)
  await desk.signIn(person)
  const sessions = await desk.read<Listed[]>('/api/auth/list-sessions')
  expect(sessions).toHaveLength(2)
  const own = (await desk.read<{ session: Listed }>('/api/auth/get-session')).session
  const other = sessions.find((one) => one.id !== own.id)
  expect((await desk.ask('/api/auth/revoke-session', { json: { token: other?.token } })).status).toBe(200)
  expect([await me(phone), await me(desk)]).toEqual([401, 200])
  const cookie = new Map(desk.cookies)
  await desk.ask('/api/auth/sign-out', { json: {} })
  for (const [name, value] of cookie) desk.cookies.set(name, value)
  expect(await me(desk)).toBe(401)
})

test('a disabled account loses its sessions and tokens, and only who knows its password learns why', async () => {
  const administrator = await as(house, (await house.person('administrator')).accountId)
  const person = await house.person('trainingOffice')
  const { token } = await (await as(house, person.accountId)).access.makeToken({
    name: 'Máy',
    rights: ['units.read'],
    days: 3,
  })
  const browser = house.browser()
  await browser.signIn(person)
  await administrator.access.disable({ accountId: person.accountId, reason: 'nghỉ hưu từ tháng này' })
  expect(await me(browser)).toBe(401)
  expect(
    (await fetch(`${house.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status,
  ).toBe(401)
  const right = await house.browser().signIn(person)
  expect(right.status).toBe(403)
  expect(await right.json()).toMatchObject({
    code: 'access.disabled',
    title: expect.stringContaining('đã bị khóa'),
  })
  const wrong = await house.browser().signIn({ ...person, password: 'khong-phai-mat-khau' })
  expect(await wrong.json()).toMatchObject({ status: 401, code: 'access.wrongSignIn' })
  await administrator.access.enable({ accountId: person.accountId, reason: 'trở lại làm việc' })
  expect((await house.browser().signIn(person)).status).toBe(200)
})

test('a session ends twelve hours after it was opened', async () => {
  const person = await house.person('trainingOffice')
  const browser = house.browser()
  await browser.signIn(person)
  const { rows } = await house.pool.query<{ hours: number }>(
    `select round(extract(epoch from s."expiresAt" - now()) / 3600)::int as hours
     from auth.session s join account a on a.auth_user_id = s."userId" where a.id = $1`,
    [person.accountId],
  )
  expect(rows).toEqual([{ hours: 12 }])
  await house.pool.query(`update auth.session set "expiresAt" = now() - interval '1 second'
    where "userId" = (select auth_user_id from account where id = ${person.accountId})`)
  expect(await me(browser)).toBe(401)
  expect(await browser.read('/api/auth/get-session')).toBeNull()
})

describe('a link to set a password', () => {
  const linkIn = (text: string) => /\/dat-mat-khau\?token=([\w-]+)/.exec(text)?.[1]

  const setPassword = (token: string | undefined, newPassword = 'mat-khau-moi-tinh') =>
    house.browser().ask('/api/auth/reset-password', { json: { token, newPassword } })

  test('comes by mail, works once, and ends all sessions', async () => {
    const person = await house.person('trainingOffice', { email: 'quen@truong.vn' })
    const before = house.browser()
    await before.signIn(person)
    const asked = await house
      .browser()
      .ask('/api/auth/request-password-reset', { json: { email: 'Quen@truong.vn' } })
    const unknown = await house
      .browser()
      .ask('/api/auth/request-password-reset', { json: { email: 'la@truong.vn' } })
    expect([asked.status, await asked.text()]).toEqual([unknown.status, await unknown.text()])
    const letter = await until(() => mailTo(person.email), 'the mail')
    expect(letter).toMatchObject({
      to: ['quen@truong.vn'],
      text: expect.stringContaining('Kính gửi đồng chí Nguyễn Thị Thử'),
    })
    expect(letter.text).toContain(`${house.origin}/dat-mat-khau?token=`)
    const token = linkIn(letter.text)
    const { rows } = await house.pool.query<{ identifier: string }>(
      'select identifier from auth.verification',
    )
    expect(rows.some((row) => row.identifier.includes(token as string))).toBe(false)

    const short = await setPassword(token, 'ngan')
    expect(await short.json()).toMatchObject({ status: 422, fields: [{ code: 'field.password' }] })
    expect((await setPassword(token)).status).toBe(200)
    expect(await me(before)).toBe(401)
    expect((await house.browser().signIn({ ...person, password: 'mat-khau-moi-tinh' })).status).toBe(200)
    const again = await setPassword(token, 'mat-khau-khac-nua')
    expect(await again.json()).toMatchObject({ status: 410, code: 'access.linkExpired' })
    expect(mail.mails.filter((one) => one.to.includes('la@truong.vn'))).toHaveLength(0)
  })

  test('is not sent over and over to one address', async () => {
    const { email } = await house.person('trainingOffice')
    for (let i = 0; i < 6; i++)
      expect(
        (await house.browser().ask('/api/auth/request-password-reset', { json: { email } })).status,
      ).toBe(200)
    const { rows } = await house.pool.query(
      `select from jobs.job where name = 'mail' and data ->> 'to' = $1`,
      [email],
    )
    expect(rows).toHaveLength(3)
  })

  test('is good for an hour', async () => {
    const { email } = await house.person('trainingOffice')
    await house.browser().ask('/api/auth/request-password-reset', { json: { email } })
    const token = linkIn((await until(() => mailTo(email), 'the mail')).text)
    await house.pool.query(`update auth.verification set "expiresAt" = now() - interval '1 second'`)
    expect((await setPassword(token)).status).toBe(410)
  })

  test('from an invitation sets the first password, once', async () => {
    const administrator = await as(house, (await house.person('administrator')).accountId)
    const { invitationPath } = await administrator.access.makeAccount({
      name: 'Mới Đến',
      email: 'moi@truong.vn',
      role: 'lecturer',
    })
    const person = { email: 'moi@truong.vn', password: 'mat-khau-moi-tinh' }
    expect((await house.browser().signIn(person)).status).toBe(401)
    expect((await setPassword(linkIn(invitationPath))).status).toBe(200)
    expect((await house.browser().signIn(person)).status).toBe(200)
    expect((await setPassword(linkIn(invitationPath))).status).toBe(410)
  })

  test('is given anew by the administrator to who cannot get in; the one before is no longer good', async () => {
    const administrator = await as(house, (await house.person('administrator')).accountId)
    const made = await administrator.access.makeAccount({
      name: 'Mới',
      email: 'lai@truong.vn',
      role: 'lecturer',
    })
    const anew = await administrator.access.invite({ accountId: made.accountId, reason: 'mất đường dẫn cũ' })
    expect((await setPassword(linkIn(made.invitationPath))).status).toBe(410)
    expect((await setPassword(linkIn(anew.invitationPath))).status).toBe(200)
    const { rows } = await administrator.record.list({ tableName: 'account', rowId: String(made.accountId) })
    expect(rows[0]).toMatchObject({ procedure: 'access.invite', reason: 'mất đường dẫn cũ' })
  })
})

describe('the second factor', () => {
  async function withFactor() {
    const person = await house.person('administrator')
    const browser = house.browser()
    await browser.signIn(person)
    const enabled = await browser.ask('/api/auth/two-factor/enable', { json: { password: person.password } })
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] }
    const clock = URI.parse(totpURI) as TOTP
    expect(clock.issuer).toBe('Nhịp')
    const finished = await browser.ask('/api/auth/two-factor/verify-totp', {
      json: { code: clock.generate() },
    })
    expect(finished.status).toBe(200)
    return { person, clock, backupCodes }
  }
  const code = (browser: Browser, code: string, kind = 'totp') =>
    browser.ask(`/api/auth/two-factor/verify-${kind}`, { json: { code } })
  const notThis = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

  test('is asked for after the password; a wrong code is refused, the right one lets in', async () => {
    const { person, clock } = await withFactor()
    const browser = house.browser()
    expect(await (await browser.signIn(person)).json()).toMatchObject({ twoFactorRedirect: true })
    expect(await me(browser)).toBe(401)
    const wrong = await code(browser, notThis(clock.generate()))
    expect(await wrong.json()).toMatchObject({ status: 401, code: 'access.wrongCode' })
    expect((await code(browser, clock.generate())).status).toBe(200)
    expect(await me(browser)).toBe(200)
  })

  test('may be replaced by a backup code, once', async () => {
    const { person, backupCodes } = await withFactor()
    const [first = ''] = backupCodes
    expect(backupCodes).toHaveLength(10)
    const browser = house.browser()
    await browser.signIn(person)
    expect((await code(browser, first, 'backup-code')).status).toBe(200)
    expect(await me(browser)).toBe(200)
    const again = house.browser()
    await again.signIn(person)
    expect(await (await code(again, first, 'backup-code')).json()).toMatchObject({ code: 'access.wrongCode' })
    expect(await me(again)).toBe(401)
  })

  test('cannot be guessed: a sign-in has five tries, an account ten', async () => {
    const { person, clock } = await withFactor()
    const codes: string[] = []
    for (let round = 0; round < 2; round++) {
      const browser = house.browser()
      await browser.signIn(person)
      for (let i = 0; i < 6; i++) {
        const answer = await code(browser, notThis(clock.generate()))
        codes.push(((await answer.json()) as { code: string }).code)
      }
    }
    expect(codes.slice(0, 6)).toEqual([...Array(5).fill('access.wrongCode'), 'access.signInAgain'])
    const browser = house.browser()
    await browser.signIn(person)
    expect(await (await code(browser, clock.generate())).json()).toMatchObject({
      code: 'access.factorLocked',
    })
  })

  test('of a lost phone is taken off by another administrator', async () => {
    const { person } = await withFactor()
    const other = await house.person('administrator')
    await (await as(house, other.accountId)).access.invite({
      accountId: person.accountId,
      stopsFactor: true,
      reason: 'mất điện thoại',
    })
    const browser = house.browser()
    await browser.signIn(person)
    expect(await me(browser)).toBe(200)
  })
})

describe('a token of the API', () => {
  const by = (token: string, path: string, init: RequestInit = {}) =>
    fetch(house.origin + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

  test('has its own rights only, and needs no cookie and no origin', async () => {
    const person = await house.person('administrator')
    const { access } = await as(house, person.accountId)
    const { token } = await access.makeToken({ name: 'Sở', rights: ['accounts.read'], days: 3 })
    expect((await by(token, '/api/accounts')).status).toBe(200)
    const write = await by(token, '/api/accounts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'X', email: 'x@y.vn', role: 'lecturer' }),
    })
    expect(await write.json()).toMatchObject({ status: 403, code: 'access.notAllowed' })
    expect(((await (await by(token, '/api/me')).json()) as { rights: string[] }).rights).toEqual([
      'accounts.read',
    ])
    expect((await access.tokens())[0]?.lastUsedAt).not.toBeNull()
  })

  test('cannot make or revoke tokens: that is for its owner', async () => {
    const { access } = await as(house, (await house.person('administrator')).accountId)
    const { id, token } = await access.makeToken({ name: 'Sở', rights: ['accounts.read'], days: 3 })
    for (const path of ['/api/tokens', `/api/tokens/${id}/revoke`]) {
      const answer = await by(token, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Dài hơn', rights: ['accounts.read'], days: 366 }),
      })
      expect(await answer.json()).toMatchObject({ status: 403, code: 'access.notByToken' })
    }
  })

  test('that is wrong, expired or revoked is refused, even beside a good cookie', async () => {
    const person = await house.person('administrator')
    const { access } = await as(house, person.accountId)
    const browser = house.browser()
    await browser.signIn(person)
    const expired = await access.makeToken({ name: 'Cũ', rights: ['accounts.read'], days: 3 })
    await house.pool.query(`update api_token set expires_at = now() - interval '1 second' where id = $1`, [
      expired.id,
    ])
    const revoked = await access.makeToken({ name: 'Thu hồi', rights: ['accounts.read'], days: 3 })
    await access.revokeToken({ tokenId: revoked.id })
    for (const token of [expired.token, revoked.token, `nhip_${'x'.repeat(43)}`, 'x', '']) {
      const answer = await browser.ask('/api/me', { headers: { authorization: `Bearer ${token}` } })
      expect(await answer.json()).toMatchObject({ status: 401, code: 'access.tokenRefused' })
    }
  })
})

test('the log of a sign-in, a mistake, a reset and a token names nobody and gives nothing away', async () => {
  const person = await house.person('administrator', {
    email: 'bi-mat@truong.vn',
    password: 'mat-khau-bi-mat',
  })
  const browser = house.browser()
  await browser.signIn({ ...person, password: 'mat-khau-go-nham' })
  await browser.signIn(person)
  const { token } = await (await as(house, person.accountId)).access.makeToken({
    name: 'M',
    rights: ['accounts.read'],
    days: 1,
  })
  await fetch(`${house.origin}/api/me?token=${token}`, { headers: { authorization: `Bearer ${token}` } })
  await browser.ask('/api/accounts?q=bi-mat%40truong.vn')
  await browser.ask('/api/accounts', { json: { name: 'X', email: 'bi-mat@truong.vn', role: 'lecturer' } })
  mail.refuse(1)
  await browser.ask('/api/auth/request-password-reset', { json: { email: person.email } })
  const letter = await until(() => mailTo(person.email), 'the mail, at the second try')
  const link = /token=([\w-]+)/.exec(letter.text)?.[1] as string
  await browser.ask(`/dat-mat-khau?token=${link}`)
  const log = house.log.join('')
  expect(log).toContain('"path":"/api/auth/sign-in/email"')
  expect(log).toContain('a job failed')
  for (const secret of [
    'bi-mat',
    'mat-khau-go-nham',
    'Nguyễn',
    token,
    link,
    [...browser.cookies.values()][0] as string,
  ])
    expect(log).not.toContain(secret)
})
