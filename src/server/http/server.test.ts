import { request as httpRequest } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import pg from 'pg'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { aHouse, as, freePort, type RunningHouse } from '../../../tests/http.ts'
import { Problem } from '../../pure/problem.ts'
import { openLog } from '../log.ts'

let house: RunningHouse
beforeAll(async () => {
  house = await aHouse({ lasts: 'file' })
})

const newAccount = { name: 'Mới', email: 'moi@truong.vn', role: 'lecturer' }

async function signedIn(of: RunningHouse = house) {
  const browser = of.browser()
  await browser.signIn(await of.person('administrator'))
  return browser
}

describe('every answer', () => {
  test('carries a policy under which only our own scripts run', async () => {
    for (const path of ['/api', '/api/me', '/healthz', '/api/khong-co', '/assets/khong-co.js']) {
      const answer = await fetch(house.origin + path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const scripts = policy.split('; ').find((one) => one.startsWith('script-src'))
      expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}'$/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toContain('unsafe-eval')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    }
    const nonces = await Promise.all(
      [1, 2].map(async () => (await fetch(`${house.origin}/api`)).headers.get('content-security-policy')),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test('carries one under which no sheet is taken that somebody slipped in, but in the API’s description', async () => {
    const sheets = async (path: string, headers = {}) => {
      const answer = await fetch(house.origin + path, headers)
      const policy = answer.headers.get('content-security-policy') ?? ''
      return { answer, sheets: policy.split('; ').find((one) => one.startsWith('style-src ')) }
    }
    expect((await sheets('/api/me')).sheets).toMatch(/^style-src 'self' 'nonce-[\w+/=]{20,}'$/)
    expect((await sheets('/api')).sheets).toBe("style-src 'self' 'unsafe-inline'")
    const refused = await sheets('/dang-nhap', {
      method: 'POST',
      headers: { origin: 'https://ke-xau.example', accept: 'text/html' },
    })
    const nonce = /<style nonce="([^"]+)">/.exec(await refused.answer.text())?.[1]
    expect(refused.sheets).toBe(`style-src 'self' 'nonce-${nonce}'`)
  })

  test('has a request id that stands in the log beside what was asked', async () => {
    const answer = await fetch(`${house.origin}/api/me?q=khong-ghi`)
    const id = answer.headers.get('x-request-id') as string
    expect(((await answer.json()) as { requestId: string }).requestId).toBe(id)
    const line = house.log.find((one) => one.includes(id)) as string
    expect(JSON.parse(line)).toMatchObject({ requestId: id, method: 'GET', path: '/api/me', status: 401 })
    expect(line).not.toContain('khong-ghi')
  })

  test('is made by us, whatever request id the client claims', async () => {
    const answer = await fetch(`${house.origin}/api/me`, { headers: { 'x-request-id': 'cua-toi' } })
    expect(answer.headers.get('x-request-id')).not.toBe('cua-toi')
  })

  test('is compressed when it is long', async () => {
    const answer = await fetch(`${house.origin}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  })
})

describe('what another site sends', () => {
  const write = (headers: Record<string, string>, of = house) =>
    fetch(`http://localhost:${of.port}/api/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(newAccount),
    })
  const cookie = async (of = house) =>
    [...(await signedIn(of)).cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  test('is refused by its origin, with a sentence', async () => {
    const answer = await write({ origin: 'https://ke-xau.example', cookie: await cookie() })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      code: 'server.foreignOrigin',
      title: expect.stringContaining('từ một trang khác'),
    })
    expect((await write({ origin: 'null', cookie: await cookie() })).status).toBe(403)
    expect((await write({ origin: 'http://localhost:1', cookie: await cookie() })).status).toBe(403)
  })

  test('is refused where it hides its origin', async () => {
    const hidden = { cookie: await cookie() }
    expect((await write({ ...hidden, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await write({ ...hidden, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await write({ ...hidden, referer: 'https://ke-xau.example/trang' })).status).toBe(403)
    expect((await write(hidden)).status).toBe(403)
    expect((await write({ ...hidden, authorization: 'Basic eDp5' })).status).toBe(403)
  })

  test('is not taken for a page of ours, which may write', async () => {
    const own = { cookie: await cookie() }
    expect((await write({ ...own, origin: house.origin })).status).toBe(200)
    expect((await write({ ...own, referer: `${house.origin}/quan-tri/tai-khoan` })).status).toBe(409)
  })

  test('by the wrong address is told the right one, where one is configured', async () => {
    const named = await aHouse({ beside: house, env: { NHIP_ORIGIN: 'https://nhip.tinh.gov.vn' } })
    const answer = await write({ origin: `http://localhost:${named.port}`, cookie: 'x=1' }, named)
    expect(await answer.json()).toMatchObject({
      status: 403,
      title: expect.stringContaining('https://nhip.tinh.gov.vn'),
    })
  })

  test('cannot read an answer either: no other origin is ever allowed', async () => {
    const answer = await fetch(`${house.origin}/api/me`, { headers: { origin: 'https://ke-xau.example' } })
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
    const preflight = await fetch(`${house.origin}/api/accounts`, {
      method: 'OPTIONS',
      headers: { origin: 'https://ke-xau.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(403)
  })
})

describe('what cannot be understood', () => {
  test('is refused as a Problem: not JSON, half JSON, wrong fields', async () => {
    const browser = await signedIn()
    const post = (body: string, type = 'application/json') =>
      browser.ask('/api/accounts', { method: 'POST', headers: { 'content-type': type }, body })
    const said = []
    for (const answer of [
      await post('{"name":'),
      await post('xin chào', 'text/plain'),
      await post('{"name":1}'),
    ]) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      const text = await answer.text()
      expect(text).not.toMatch(/ at |\.ts|node_modules/)
      said.push(JSON.parse(text).code)
    }
    expect(said).toEqual(['input.unreadable', 'input.wrong', 'input.wrong'])
  })

  test('has no address: a Problem under /api, a readable page elsewhere', async () => {
    const api = await fetch(`${house.origin}/api/khong-co`)
    expect(api.status).toBe(404)
    expect(await api.json()).toMatchObject({ code: 'api.unknown', type: 'urn:nhip:problem:api.unknown' })
    const file = await fetch(`${house.origin}/assets/khong-co.js`, { headers: { accept: 'text/html' } })
    expect(file.status).toBe(404)
    expect(await file.text()).toContain('Về trang đầu')
  })

  test('is a form with a file that is too large: 413 with the limit of files', async () => {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(22 * 1024 * 1024 + 1)], 'a.pdf'))
    const answer = await (await signedIn()).ask('/api/need-rounds/1/files', { method: 'POST', body })
    expect(await answer.json()).toMatchObject({
      status: 413,
      code: 'file.tooLarge',
      title: expect.stringContaining('20 MB'),
    })
  })

  test('is too long: 413, whether it says so or not', async () => {
    const browser = await signedIn()
    const large = 'x'.repeat(12 * 1024 * 1024 + 1)
    const said = await browser.ask('/api/accounts', { method: 'POST', body: large })
    expect(await said.json()).toMatchObject({
      status: 413,
      code: 'file.tooLarge',
      title: expect.stringContaining('10 MB'),
    })
    const unsaid = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(
        `${house.origin}/api/accounts`,
        { method: 'POST', headers: { origin: house.origin, 'transfer-encoding': 'chunked' } },
        (answer) => {
          resolve(answer.statusCode ?? 0)
          answer.resume()
        },
      )
      sending.on('error', reject)
      for (let i = 0; i < 13; i++) sending.write('x'.repeat(1024 * 1024))
      sending.end()
    })
    expect(unsaid).toBe(413)
  })

  test('tries to leave the folder of the files', async () => {
    const raw = (path: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(house.port, '127.0.0.1', () => {
          socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost:${house.port}\r\nConnection: close\r\n\r\n`)
        })
        let text = ''
        socket.on('data', (part) => {
          text += part
        })
        socket.on('end', () => resolve(text))
        socket.on('error', reject)
      })
    for (const path of [
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..\\..\\package.json',
      '/assets//etc/passwd',
      '/favicon.svg/../../../package.json',
    ]) {
      const answer = await raw(path)
      expect(answer).not.toContain('"react-router"')
      expect(answer).not.toContain('root:')
      expect(answer).not.toMatch(/^HTTP\/1.1 200/)
    }
  })
})

test('HEAD answers as GET, without the body', async () => {
  const browser = await signedIn()
  for (const path of ['/healthz', '/api', '/api/me', '/api/accounts']) {
    const answer = await browser.ask(path, { method: 'HEAD' })
    expect([path, answer.status]).toEqual([path, 200])
    expect(await answer.text()).toBe('')
  }
})

test('the wrong way of asking is no bug', async () => {
  const browser = await signedIn()
  expect((await browser.ask('/api/me', { method: 'DELETE' })).status).toBe(404)
  expect((await browser.ask('/api/accounts', { method: 'PUT', json: newAccount })).status).toBe(404)
})

test('a bug answers 500 with the request id and nothing else; the log has the rest', async () => {
  const broken = await aHouse({ beside: house })
  const browser = await signedIn(broken)
  broken.app.house.config.timeZone = 'Không/Có'
  const answer = await browser.ask('/api/accounts')
  broken.app.house.config.timeZone = 'Asia/Ho_Chi_Minh'
  expect(answer.status).toBe(500)
  const text = await answer.text()
  const said = JSON.parse(text) as { requestId: string; title: string }
  expect(said).toMatchObject({ code: 'server.bug', title: expect.stringContaining(said.requestId) })
  expect(text).not.toMatch(/RangeError|\.ts|time zone/)
  const line = broken.log.find((one) => one.includes('"bug"') && one.includes(said.requestId))
  expect(JSON.parse(line as string)).toMatchObject({
    level: 50,
    err: { type: 'RangeError', stack: expect.stringContaining('.ts') },
  })
})

/** The database at the end of a line that can be cut. */
async function aLineTo(databaseUrl: string) {
  const { host, port } = new pg.Client({ connectionString: databaseUrl })
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const at = await freePort()
  await listen(at)
  onTestFinished(() => void server.close())
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(at)
  url.searchParams.delete('host')
  return {
    url: url.href,
    cut: () => {
      server.close()
      for (const one of open) one.destroy()
    },
    mend: () => listen(at),
  }
}

describe('without its database', () => {
  test('the server says that it is not well, and to come back', async () => {
    const line = await aLineTo(house.databaseUrl)
    const lonely = await aHouse({ beside: { ...house, databaseUrl: line.url } })
    const browser = await signedIn(lonely)
    expect((await fetch(`${lonely.origin}/healthz`)).status).toBe(200)
    line.cut()
    expect((await fetch(`${lonely.origin}/healthz`)).status).toBe(503)
    const answer = await browser.ask('/api/me')
    expect(await answer.json()).toMatchObject({ status: 503, code: 'server.busy' })
    expect((await browser.ask('/', { headers: { accept: 'text/html' } })).status).toBe(503)
    await line.mend()
    expect((await fetch(`${lonely.origin}/healthz`)).status).toBe(200)
    expect((await browser.ask('/api/me')).status).toBe(200)
  })
})

test('on a nearly full disk writing is refused with what is left, reading goes on', async () => {
  const full = await aHouse({ beside: house, lowDisk: () => ({ freeMegabytes: 120 }) })
  const browser = await signedIn(full)
  expect((await browser.ask('/api/accounts')).status).toBe(200)
  const answer = await browser.ask('/api/accounts', { json: { ...newAccount, email: 'day@truong.vn' } })
  expect(await answer.json()).toMatchObject({
    status: 503,
    code: 'disk.low',
    title: expect.stringContaining('120 MB'),
  })
})

describe('two servers on one database', () => {
  test('know the same sessions, and what one ends the other no longer takes', async () => {
    const other = await aHouse({ beside: house })
    const browser = await signedIn(house)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const there = () => fetch(`http://localhost:${other.port}/api/me`, { headers: { cookie } })
    expect((await there()).status).toBe(200)
    await browser.ask('/api/auth/sign-out', { json: {} })
    expect((await there()).status).toBe(401)
  })

  test('a request that is being answered is answered to its end when its server stops', async () => {
    const stopping = await aHouse({ beside: house })
    const browser = await signedIn(stopping)
    // Held up in the database until the server is stopping: then it is being answered, on however slow a machine.
    const holder = await house.pool.connect()
    try {
      await holder.query('begin')
      await holder.query('lock table account in access exclusive mode')
      const asked = browser.ask('/api/accounts')
      await expect
        .poll(
          async () => {
            const { rows } = await holder.query<{ waiting: number }>(
              `select count(*)::int as waiting from pg_locks where not granted and relation = 'account'::regclass`,
            )
            return rows[0]?.waiting
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0)
      const closed = stopping.close()
      await holder.query('commit')
      expect((await asked).status).toBe(200)
      await closed
    } finally {
      holder.release()
    }
    await expect(fetch(`http://localhost:${stopping.port}/healthz`)).rejects.toThrow()
  })
})

test('a port in use stops the start with its number, and leaves nothing running', async () => {
  const { serve } = await import('../../app.ts')
  const { readConfig } = await import('../config.ts')
  const config = readConfig({ PORT: String(house.port), DATABASE_URL: house.databaseUrl })
  const started = serve(config, openLog('silent'), { loadPages: async () => ({}) as never })
  await expect(started).rejects.toMatchObject({ code: 'server.portTaken', params: { port: house.port } })
  await expect(started).rejects.toBeInstanceOf(Problem)
  expect(await freePort()).toBeGreaterThan(0)
})

test('the same person is the same actor by cookie and by token', async () => {
  const person = await house.person('administrator')
  const browser = house.browser()
  await browser.signIn(person)
  const { access } = await as(house, person.accountId)
  const all = (await access.me()).rights
  const { token } = await access.makeToken({ name: 'Máy', rights: all, days: 1 })
  const byToken = await fetch(`${house.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(await byToken.json()).toEqual(await browser.read('/api/me'))
})

test('a kept file is taken home, never shown, under the name that was typed', async () => {
  const person = await house.person('trainingOffice')
  const browser = house.browser()
  await browser.signIn(person)
  const { needs } = await as(house, person.accountId)
  const { rows } = await house.pool.query<{ id: number }>('select id from programme limit 1')
  const round = await needs.make({
    title: 'Đợt có tệp',
    year: 2027,
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    programmeIds: [rows[0]?.id ?? 0],
  })
  const body = new FormData()
  body.set('file', new File(['%PDF-1.7'], 'Hướng dẫn (số 1).pdf'))
  const sent = await browser.ask(`/api/need-rounds/${round.id}/files`, { method: 'POST', body })
  const { files } = (await sent.json()) as { files: { id: number; name: string }[] }
  expect(files.map((one) => one.name)).toEqual(['Hướng dẫn (số 1).pdf'])
  const answer = await browser.ask(`/api/need-rounds/${round.id}/files/${files[0]?.id}`)
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment;/)
  // RFC 5987: UTF-8, everything outside attr-char in percent.
  const name = /filename\*=utf-8''([\w!#$&+.^`|~%-]+)/i.exec(disposition)?.[1] ?? ''
  expect(decodeURIComponent(name)).toBe('Hướng dẫn (số 1).pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})
