import { aBenchHouse } from './house.ts'
import { addManyCurricula } from './outlines.ts'
import { stopwatchOn } from './slowest.ts'

// node tests/bench/curricula.ts [programmes] [versions]: the versions of a programme, one with its outline, two compared, those in
// force, what the form of a class offers, and one text changed, on the server. Each under 100 ms, of 240,000 items.
const [programmes, versions] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 20)]
const house = await aBenchHouse()
await addManyCurricula(house.pool, { programmes, versions })
const { rows } = await house.pool.query<{ id: number; programmeId: number }>(
  `select id, programme_id as "programmeId" from curriculum where number in ($1, $1 - 1) order by programme_id desc, number desc limit 2`,
  [versions],
)
const [newest, before] = [rows[0]?.id ?? 0, rows[1]?.id ?? 0]
const programmeId = rows[0]?.programmeId ?? 0
const office = await house.as('trainingOffice')
const lecturer = await house.as('lecturer')
const { time, finish } = stopwatchOn(house.pool)

await time('versions of a programme', () => office.curricula.list({ programmeId }))
await time('a version with its outline', () => office.curricula.get({ curriculumId: newest }))
await time('a version, for a lecturer', () => lecturer.curricula.get({ curriculumId: newest }))
await time('two versions compared', () => office.curricula.compare({ curriculumId: newest, otherId: before }))
await time('in force on a day', () => office.curricula.inForce({ on: '2026-11-24' }))
await time('all that ever were, for the form of a class', () => office.curricula.inForce({}))
await time('in force, of one programme', () => office.curricula.inForce({ on: '2026-11-24', programmeId }))
await time('programmes', () => office.programmes.list({}))
let draft = await office.curricula.make({ programmeId, kind: 'school', startsFromId: newest })
await time('a new version as a copy', async () => {
  draft = await office.curricula.make({ programmeId, kind: 'school', startsFromId: newest })
})
const { items } = await office.curricula.get({ curriculumId: draft.id })
let topic = items.find((one) => one.kind === 'topic')
await time('one text changed', async () => {
  if (!topic) throw new Error('no topic')
  const { id: itemId, title, outcomes, hours, version } = topic
  const edited = { title, outcomes: `${outcomes}.`, hours, version, reason: 'Đo tốc độ' }
  topic = { ...topic, ...(await office.curricula.editItem({ curriculumId: draft.id, itemId, ...edited })) }
})
finish()
await house.close()
