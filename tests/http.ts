import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, onTestFinished } from 'vitest'
import { type Served, type ServeOptions, serve } from '../src/app.ts'
import { actorOfAccount, addAccount, addGrant, setSchool } from '../src/modules/access/index.ts'
import type { Role } from '../src/modules/access/rights.ts'
import type { Day } from '../src/pure/day.ts'
import { readConfig } from '../src/server/config.ts'
import { openPool, type Pool } from '../src/server/db/pool.ts'
import { type Db, inTransaction } from '../src/server/db/transaction.ts'
import { openLog } from '../src/server/log.ts'
import { dropDatabase, freshDatabase } from './world.ts'

/** A running server on a real database, for one test or one file. */
export type RunningHouse = Served & {
  databaseUrl: string
  /** As the owner, outside every wall. */
  pool: Pool
  /** What was logged, line by line. */
  log: string[]
  /** Makes an account that can sign in, with one role. */
  person(role: Role, about?: { email?: string; password?: string }): Promise<Person>
  /** A browser of its own: keeps cookies, says where its requests come from. */
  browser(): Browser
}

export type Person = { accountId: number; email: string; password: string }

export type HouseOptions = {
  env?: Record<string, string>
  /** A second server on the database of the first. */
  beside?: RunningHouse
  /** Without a school, as before the first visit. */
  isEmpty?: boolean
  /** Ends with the test that asked for it, or, from `beforeAll`, with the file. */
  lasts?: 'test' | 'file'
} & Omit<ServeOptions, 'loadPages'>

export async function aHouse({
  env = {},
  beside,
  isEmpty = false,
  lasts = 'test',
  ...options
}: HouseOptions = {}): Promise<RunningHouse> {
  const databaseUrl = beside?.databaseUrl ?? (await freshDatabase())
  const log: string[] = []
  const config = readConfig({ PORT: '0', ...env, DATABASE_URL: databaseUrl })
  const pages = async () => ({ entry: { module: {} } }) as never
  const served = await serve(config, openLog('debug', { write: (line) => void log.push(line) }), {
    ...options,
    loadPages: pages,
  })
  const pool = openPool({ connectionString: databaseUrl }, 4)
  atTheEnd(lasts)(async () => {
    await served.close()
    await pool.end()
    if (!beside) await dropDatabase(databaseUrl)
  })
  if (!beside && !isEmpty)
    await inside(pool, (db) =>
      setSchool(db, { schoolName: 'Trường thử nghiệm', provinceName: 'Tỉnh', isSample: true }),
    )
  return {
    ...served,
    databaseUrl,
    pool,
    log,
    browser: () => new Browser(`http://localhost:${served.port}`, served.origin),
    person: async (role, about = {}) => {
      const password = about.password ?? 'mot-cau-de-nho'
      const email = about.email ?? `${role.toLowerCase()}-${randomUUID()}@truong.vn`
      const accountId = await inside(pool, async (db) => {
        const id = await addAccount({ db, actor: null }, { name: 'Nguyễn Thị Thử', email, password })
        await addGrant(db, {
          accountId: id,
          role,
          unitId: null,
          fromOn: '2020-01-01' as Day,
          untilOn: null,
          grantedBy: null,
        })
        return id
      })
      return { accountId, email, password }
    },
  }
}

const atTheEnd = (lasts: 'test' | 'file'): ((end: () => Promise<void>) => void) =>
  lasts === 'file' ? afterAll : onTestFinished

/** The contract in process as this account, for what a test must do besides. */
export async function as(house: RunningHouse, accountId: number) {
  const known = await actorOfAccount(house.pool, accountId, '2026-11-24' as Day)
  return house.app.clientFor(house.app.visitorOf(known))
}

const inside = <T>(pool: Pool, work: (db: Db) => Promise<T>): Promise<T> =>
  inTransaction(
    pool,
    { accountId: 1, personId: null, units: 'all', procedure: 'test.http', requestId: 'test' },
    { readOnly: false, timeoutMs: 10_000 },
    work,
  )

/** As much of a browser as sign-in needs: a jar of cookies, `Origin` on what can change something. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #base: string
  readonly #origin: string

  constructor(base: string, origin: string) {
    this.#base = base
    this.#origin = origin
  }

  /** A request to a path; never follows. `json` makes it a POST. */
  async ask(path: string, init: RequestInit & { json?: unknown } = {}): Promise<Response> {
    const { json, ...rest } = init
    const method = rest.method ?? (json === undefined ? 'GET' : 'POST')
    const headers = new Headers(rest.headers)
    if (this.cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (method !== 'GET' && method !== 'HEAD' && !headers.has('origin')) headers.set('origin', this.#origin)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const url = path.startsWith('http') ? path : this.#base + path
    const answer = await fetch(url, {
      ...rest,
      method,
      headers,
      redirect: 'manual',
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(name.length + 1))
    }
    return answer
  }

  signIn(
    person: { email: string; password: string },
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.ask('/api/auth/sign-in/email', {
      json: { email: person.email, password: person.password },
      headers,
    })
  }

  /** The answer's JSON. */
  async read<T = Record<string, unknown>>(path: string): Promise<T> {
    return (await this.ask(path)).json() as Promise<T>
  }
}

/** A real SMTP server on this machine; `mails` holds what arrived, as it was sent. */
export async function aMailServer(lasts: 'test' | 'file' = 'test') {
  const mails: { to: string[]; text: string }[] = []
  let refuseNext = 0
  /** The next so many mails are not taken now. */
  const refuse = (times: number) => {
    refuseNext = times
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refuseNext > 0) {
          refuseNext--
          return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        }
        mails.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          text: unfolded(Buffer.concat(parts).toString('utf8')),
        })
        done()
      })
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  atTheEnd(lasts)(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${port}`, mails, refuse }
}

/** Quoted-printable read back, well enough to find a link. */
const unfolded = (text: string) =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Waits for a thing, never for a time; gives up after half a minute, which a job's second try can take. */
export async function until<T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = await look()
    if (found) return found as NonNullable<T>
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`waited in vain for ${what}`)
}
