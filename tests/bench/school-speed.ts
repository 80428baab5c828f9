import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../src/app.ts'
import { searchKey, sortKey } from '../../src/pure/vietnamese.ts'
import { openPool, type Pool } from '../../src/server/db/pool.ts'
import { aBenchHouse, benchPassword } from './house.ts'
import { addManyPeople } from './people.ts'

/**
 * node tests/bench/school-speed.ts [people] [seconds a case]: 32 clients at once on one server, through HTTP with a cookie, and beside
 * each figure bare SQL for the same rows, by as many clients over as many connections. Once without a pause between a client's
 * requests, which shows what the machine can carry; once with a person's pause, which shows how long a person waits.
 */
const people = Number(process.argv[2] ?? 100_000)
const seconds = Number(process.argv[3] ?? 6)
const clients = 32
const connections = 10
const pauseMs = 1000

const house = await aBenchHouse()
const units = await addManyPeople(house.pool, { people, units: 90 })
await addManyClasses(house.pool, 2000, units)
await approvePlan()

const port = await freePort()
const origin = `http://localhost:${port}`
const server = spawn(process.execPath, ['src/main.ts', 'serve', '--empty'], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: house.url,
    PORT: String(port),
    LOG_LEVEL: 'error',
  },
  stdio: 'inherit',
})
const bare = openPool({ connectionString: house.url }, connections)
try {
  await healthy()
  const office = await signIn('trainingOffice')
  const unit = await signIn('unitCoordinator', units[3])
  await measure(office, unit)
} finally {
  server.kill('SIGINT')
  await bare.end()
  await sleep(1500)
  await house.close()
}

async function measure(office: string, unit: string): Promise<void> {
  const list =
    'select id, code, full_name, sex, born_on, unit_id, rank, is_party_member, is_planned from person'
  const classes = `select c.id, c.code, c.name, p.name as programme, c.opens_on, c.closes_on, c.learners from training_class c join programme p on p.id = c.programme_id
    where c.opens_on <= '2025-12-31' and coalesce(c.closes_on, c.opens_on) >= '2025-01-01'`
  const inUnit = [
    `${list} where unit_id = ${units[3]} order by sort_key limit 50`,
    `select count(*) from person where unit_id = ${units[3]}`,
  ]
  const cases: { name: string; path: string; cookie: string; sql?: string[] }[] = [
    {
      name: 'people, first page',
      path: '/api/people',
      cookie: office,
      sql: [`${list} order by sort_key limit 50`, 'select count(*) from person'],
    },
    {
      name: 'people, two syllables',
      path: '/api/people?q=thuy%20ngan',
      cookie: office,
      sql: [
        `${list} where search_key like '%thuy%' and search_key like '%ngan%' order by sort_key limit 50`,
        `select count(*) from person where search_key like '%thuy%' and search_key like '%ngan%'`,
      ],
    },
    {
      name: 'people, one unit',
      path: `/api/people?unitId=${units[3]}`,
      cookie: office,
      sql: inUnit,
    },
    {
      name: 'people, by a coordinator',
      path: '/api/people',
      cookie: unit,
      sql: inUnit,
    },
    {
      name: 'classes of a year',
      path: '/api/classes?year=2025',
      cookie: office,
      sql: [`${classes} order by c.opens_on limit 50`, `select count(*), sum(learners) from (${classes}) c`],
    },
    {
      name: 'classes, searched',
      path: '/api/classes?year=2025&q=lop%2019',
      cookie: office,
      sql: [
        `${classes} and c.search_key like '%lop%' and c.search_key like '%19%' order by c.opens_on limit 50`,
        `select count(*) from (${classes} and c.search_key like '%lop%' and c.search_key like '%19%') c`,
      ],
    },
    {
      name: 'plan against result',
      path: '/api/reports/progress?year=2025',
      cookie: office,
      sql: [
        `select p.group_code, c.mode_code, count(*), sum(c.learners) from training_class c join programme p on p.id = c.programme_id
         where c.opens_on <= '2025-12-31' and coalesce(c.closes_on, c.opens_on) >= '2025-01-01' group by 1, 2`,
      ],
    },
    { name: 'rendered: people', path: '/can-bo', cookie: office },
    { name: 'rendered: classes', path: '/lop?nam=2025', cookie: office },
    { name: 'rendered: report', path: '/bao-cao/ke-hoach?nam=2025', cookie: office },
  ]
  for (const pause of [0, pauseMs]) {
    console.log(`\n${clients} clients, pause ${pause} ms: median / p95 ms, requests a second | bare SQL`)
    for (const { name, path, cookie, sql } of cases) {
      const ours = await load(pause, async () => {
        const answer = await fetch(`${origin}${path}`, { headers: { cookie } })
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
        await answer.arrayBuffer()
      })
      const beside =
        sql &&
        (await load(pause, async () => {
          for (const text of sql) await bare.query(text)
        }))
      console.log(`${name.padEnd(26)} ${ours}${beside ? ` | ${beside}` : ''}`)
    }
  }
}

/** Runs `ask` in a loop for each client, leaving out the first second, and tells how long an answer took. */
async function load(pause: number, ask: () => Promise<void>): Promise<string> {
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  const client = async (nth: number) => {
    await sleep((pause * nth) / clients)
    while (performance.now() < end) {
      const asked = performance.now()
      await ask()
      if (asked - began > 1000) times.push(performance.now() - asked)
      if (pause > 0) await sleep(pause)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)))
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0).padStart(4)
  return `${at(0.5)} /${at(0.95)}  ${Math.round(times.length / (seconds - 1))
    .toString()
    .padStart(5)}/s`
}

async function signIn(role: string, unitId?: number): Promise<string> {
  const { email } = await house.account(role, unitId)
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: benchPassword }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function healthy(): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('the server never became healthy')
}

/** Classes from 2023 to 2026, two in three within the plan, over all programmes of the catalogue. */
async function addManyClasses(pool: Pool, count: number, hosts: number[]): Promise<void> {
  const { rows: programmes } = await pool.query<{ id: number }>('select id from programme order by id')
  const made = Array.from({ length: count }, (_, i) => {
    const name = `Lớp ${i + 1} bồi dưỡng lý luận và nghiệp vụ`
    const opens = `${2023 + (i % 4)}-${String(1 + ((i * 7) % 12)).padStart(2, '0')}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`
    return {
      name,
      opens,
      code: `L${String(i + 1).padStart(5, '0')}`,
      programme: programmes[i % programmes.length]?.id,
    }
  })
  await pool.query(
    `insert into training_class (code, name, search_key, sort_key, programme_id, opens_on, closes_on, host_unit_id, basis, learners)
     select c, n, s, o, p, d, d + 20 + (r % 200)::int, $7::bigint, case when r % 3 = 0 then 'policy' else 'plan' end, 40 + (r % 60)::int
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::date[]) with ordinality as t (c, n, s, o, p, d, r)`,
    [
      made.map((one) => one.code),
      made.map((one) => one.name),
      made.map((one) => searchKey(`${one.code} ${one.name}`)),
      made.map((one) => sortKey(one.name)),
      made.map((one) => one.programme),
      made.map((one) => one.opens),
      hosts[0],
    ],
  )
  await pool.query('vacuum analyze training_class')
}

/** The plan of 2025 with twelve lines, submitted and approved as people do it. */
async function approvePlan(): Promise<void> {
  const office = await house.as('trainingOffice')
  const committee = await house.as('standingCommittee')
  const { rows } = await house.pool.query<{ id: number }>('select id from programme order by id limit 12')
  const draft = await office.plans.makeDraft({ year: 2025, title: 'Kế hoạch năm 2025' })
  for (const { id } of rows)
    await office.plans.addLine({ versionId: draft.id, programmeId: id, opened: 10, learners: 500 })
  const { version } = await office.plans.get({ versionId: draft.id })

  const submitted = await office.plans.submit({ versionId: draft.id, version: version.version })
  await committee.plans.approve({
    versionId: draft.id,
    version: submitted.version,
    documentNumber: '12-QĐ/TU',
    documentOn: '2025-01-10',
  })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number }
      probe.close(() => done(found))
    })
  })
}
