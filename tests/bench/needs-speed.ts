import { aBenchHouse } from './house.ts'
import { addManyPeople } from './people.ts'

// node tests/bench/needs-speed.ts [units] [needs] [people]: board, matrix, lines and form of a round, through the contract, one
// after another. What takes longer than 200 ms is followed by the plan of its slowest statement.
const [units, needs, people] = [
  Number(process.argv[2] ?? 300),
  Number(process.argv[3] ?? 3000),
  Number(process.argv[4] ?? 8000),
]
const most = 200
const house = await aBenchHouse()
const unitIds = await addManyPeople(house.pool, { people, units })
await house.pool.query(
  `update person_post set title = (array['Bí thư Đảng ủy', 'Chủ tịch UBND', 'Phó Trưởng phòng', 'Cấp ủy viên', 'Chuyên viên'])[1 + id % 5]`,
)
await house.pool.query(
  `insert into person_education (person_id, kind, level) select id, 'politicalTheory', (array['Sơ cấp', 'Trung cấp', 'Cao cấp'])[1 + id % 3]
   from person where id % 2 = 0`,
)
const office = await house.as('trainingOffice')
const programmes = await house.pool.query<{ id: number }>('select id from programme order by id')
const aRound = async (year: number) => {
  const round = await office.needs.make({
    title: `Đợt ${year}`,
    year,
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    programmeIds: programmes.rows.map((one) => one.id),
    asks: 'chosen',
    unitIds,
  })
  await office.needs.open({ roundId: round.id, version: round.version })
  // As sets, past the contract: ten thousand calls would take longer than what is measured. Guards hold all the same.
  await house.pool.query(
    `insert into need (answer_id, round_id, unit_id, programme_id, mode_code, heads, target_group, post_title, reason)
     select a.id, a.round_id, a.unit_id, (select p.id from programme p order by p.id offset (n * 7 + a.id) % $3 limit 1), 'none',
       1 + (n + a.id)::int % 9, (array['committeeMember', 'officeLeader', 'front', 'police'])[1 + n % 4], 'Chức danh ' || n, 'đo tốc độ'
     from need_answer a, generate_series(1, $2::int) n where a.round_id = $1`,
    [round.id, Math.ceil(needs / units), programmes.rows.length],
  )
  await house.pool.query(
    `insert into need_person (need_id, round_id, unit_id, person_id)
     select n.id, n.round_id, n.unit_id, p.id from need n join lateral (
       select id from person where unit_id = n.unit_id order by id offset n.id % 5 limit 1) p on true where n.round_id = $1`,
    [round.id],
  )
  await house.pool.query(`update need_answer set state = 'draft', opened_at = now() where round_id = $1`, [
    round.id,
  ])
  await house.pool.query(
    `update need_answer set state = 'submitted', submitted_at = now(), submitted_by = 1 where round_id = $1 and id % 3 > 0`,
    [round.id],
  )
  await house.pool.query(
    `update need_answer set state = 'confirmed', confirmed_at = now(), confirmed_by = 1 where round_id = $1 and id % 3 > 1`,
    [round.id],
  )
  return round.id
}
await aRound(2026)
const roundId = await aRound(2027)
await house.pool.query('analyze')
const unitId = unitIds[3] as number
const unit = await house.as('unitCoordinator', unitId)
const { rows } = await house.pool.query<{ id: number }>(
  'select id from need_answer where round_id = $1 and unit_id = $2',
  [roundId, unitId],
)
const answerId = rows[0]?.id ?? 0

const cases: [string, () => Promise<unknown>][] = [
  ['rounds', () => office.needs.rounds()],
  ['board, first page', () => office.needs.board({ roundId })],
  ['board, late', () => office.needs.board({ roundId, state: 'late' })],
  ['matrix, units as asked', () => office.needs.matrix({ roundId })],
  ['matrix, units of today', () => office.needs.matrix({ roundId, by: 'today' })],
  ['lines, first page', () => office.needs.needs({ roundId })],
  ['duplicates', () => office.needs.duplicates({ roundId })],
  ['board as Excel', () => office.needs.boardXlsx({ roundId })],
  ['matrix as Excel', () => office.needs.matrixXlsx({ roundId })],
  ['unit, its form', () => unit.needs.answer({ answerId })],
  ['unit, its matrix', () => unit.needs.matrix({ roundId })],
]
console.log(`${units} units, ${needs} needs in each of two rounds, ${people} people`)
for (const [name, call] of cases) {
  const times: number[] = []
  for (let i = 0; i < 11; i += 1) {
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const median = times[5] ?? 0
  console.log(
    `${name.padEnd(28)} median ${median.toFixed(1).padStart(7)} ms   slowest ${times[10]?.toFixed(1)} ms`,
  )
  if (median > most) await explainSlowest(call)
}
await house.close()

/** The plan of the slowest statement of a call, by PostgreSQL's own account of it. */
async function explainSlowest(call: () => Promise<unknown>): Promise<void> {
  const { pool } = house
  const connect = pool.connect.bind(pool)
  let slowest = { text: '', values: [] as unknown[], ms: 0 }
  pool.connect = (async () => {
    const client = await connect()
    const own = client.query as (this: unknown, text: string, values?: unknown[]) => Promise<unknown>
    const release = client.release
    client.query = (async (text: string, values?: unknown[]) => {
      const began = performance.now()
      const answer = await own.call(client, text, values)
      const ms = performance.now() - began
      if (ms > slowest.ms) slowest = { text, values: values ?? [], ms }
      return answer
    }) as never
    client.release = (error) => {
      client.query = own as never
      client.release = release
      client.release(error)
    }
    return client
  }) as never
  await call()
  pool.connect = connect as never
  console.log(`  slowest statement: ${slowest.ms.toFixed(1)} ms`)
  const plan = await pool.query<{ 'QUERY PLAN': string }>(`explain analyze ${slowest.text}`, slowest.values)
  for (const line of plan.rows.slice(0, 40)) console.log(`  ${line['QUERY PLAN']}`)
}
