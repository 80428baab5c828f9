import { aBenchHouse } from './house.ts'

// node tests/bench/surveys.ts [answers]: so many learners answer within 60 seconds, twenty at a time, half of them by links of
// their own (each pressed twice) and half by a shared link; then everything is counted: none lost, none doubled.
const answers = Number(process.argv[2] ?? 1000)
const house = await aBenchHouse()
const office = await house.as('trainingOffice')
await office.surveys.loadForms()
const [form] = await office.surveys.forms()
const programme = await office.programmes.make({
  code: 'BD-X',
  name: 'Bồi dưỡng cấp ủy',
  groupCode: 'fostering',
  kind: 'fostering',
  modes: ['none'],
})
const held = await office.classes.open({
  code: 'BD-01',
  name: 'Lớp bồi dưỡng 01',
  programmeId: programme.id,
  opensOn: '2026-11-02',
  closesOn: '2026-11-24',
  basis: 'plan',
})
const open = (way: 'tokens' | 'shared') =>
  office.surveys.open({
    classId: held.id,
    versionId: form?.versionId ?? 0,
    opensOn: '2026-11-24',
    closesOn: '2026-12-07',
    expected: 5000,
    way,
    lecturers: 'Nguyễn Văn Một\nTrần Thị Hai',
  })
const [own, shared] = [await open('tokens'), await open('shared')]
const half = Math.ceil(answers / 2)
const links: string[] = []
while (links.length < half)
  links.push(
    ...(await office.surveys.issue({ campaignId: own.id, links: Math.min(500, half - links.length) })).tokens,
  )
const sharedKey = (await office.surveys.campaign({ campaignId: shared.id })).sharedKey ?? ''
const lecturerOf = async (token: string) =>
  (await office.surveys.sheet({ token })).subjects.find((one) => one.kind === 'lecturer')?.id
const [inOwn, inShared] = [await lecturerOf(links[0] ?? ''), await lecturerOf(sharedKey)]

const times: number[] = []
const told = { taken: 0, spent: 0 }
async function press(n: number): Promise<void> {
  const isOwn = n < half
  const token = isOwn ? (links[n] ?? '') : sharedKey
  const given = { [`gv.a@${isOwn ? inOwn : inShared}`]: 1 + (n % 5), yk: `Phiếu số ${n}` }
  await office.surveys.sheet({ token })
  for (let again = 0; again < 2; again += 1) {
    const began = performance.now()
    const { state } = await office.surveys.answer({ token, press: `trang ${n}`, answers: given })
    times.push(performance.now() - began)
    told[state] += 1
  }
}
const began = performance.now()
let next = 0
await Promise.all(
  Array.from({ length: 20 }, async () => {
    while (next < answers) {
      next += 1
      await press(next - 1)
    }
  }),
)
const seconds = (performance.now() - began) / 1000
times.sort((a, b) => a - b)

const { rows } = await house.pool.query<{ n: number; different: number }>(
  `select count(*)::int as n, count(distinct a->>'yk')::int as different
     from survey_batch b, jsonb_array_elements(b.answers) a`,
)
const [kept] = rows
let counted = 0
for (const { id } of [own, shared]) {
  const { version } = await office.surveys.campaign({ campaignId: id })
  await office.surveys.close({ campaignId: id, version })
  counted += (await office.surveys.results({ campaignId: id })).answers
}
console.log(`${answers} answers, each pressed twice, 20 at a time: ${seconds.toFixed(1)} s`)
console.log(
  `a press: median ${times[times.length >> 1]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
)
console.log(
  `told: ${told.taken} taken, ${told.spent} spent; kept ${kept?.n}, different ${kept?.different}; counted ${counted}`,
)
const isWhole = [told.taken, told.spent, kept?.n, kept?.different, counted].every((n) => n === answers)
console.log(isWhole && seconds <= 60 ? 'none lost, none doubled, within 60 s' : 'FAILED')
if (!isWhole || seconds > 60) process.exitCode = 1
await house.close()
