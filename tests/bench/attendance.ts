import { aBenchHouse } from './house.ts'
import { addManyCurricula } from './outlines.ts'
import { stopwatchOn } from './slowest.ts'

// node tests/bench/attendance.ts [marks]: classes of 100 learners with 60 sessions each, until there are so many marks: a class's
// grid and one save each under 100 ms on the server, a term under 200 ms, read from the kept sums.
const marks = Number(process.argv[2] ?? 3_000_000)
const classes = Math.ceil(marks / 6000)
const house = await aBenchHouse()
await addManyCurricula(house.pool, { programmes: 20, versions: 1 })
const office = await house.as('trainingOffice')

const { unitId } = await office.units.make({
  name: 'Sở Nội vụ',
  kind: 'department',
  level: 'province',
  bloc: 'state',
  reason: 'Dữ liệu đo tốc độ',
})
const client = await house.pool.connect()
await client.query('set session_replication_role = replica')
for (const text of [
  `insert into person (full_name, sort_key, search_key, unit_id) select 'Người ' || n, lpad(n::text, 6, '0'), 'nguoi ' || n, ${unitId}
   from generate_series(1, 100) n`,
  `insert into training_class (code, name, search_key, sort_key, programme_id, curriculum_id, opens_on, closes_on, basis)
   select 'L' || n, 'Lớp ' || n, 'lop ' || n, 'l' || n, c.programme_id, c.id, date '2026-09-01' - 30 * (n % 60), date '2027-01-31' - 30 * (n % 60), 'plan'
   from generate_series(1, ${classes}) n
   join (select id, programme_id, row_number() over (order by id) as r from curriculum where state = 'approved') c on c.r = 1 + n % 20`,
  `insert into class_session (class_id, title, on_day, part, hours, kind, state, confirmed_at)
   select c.id, 'Chuyên đề ' || n, c.opens_on + n, 'morning', 5, 'theory', 'taught', now()
   from training_class c cross join generate_series(1, 60) n`,
  `insert into enrolment (class_id, person_id, unit_id, number, full_name, sort_key, search_key, enrolled_on, rule_set)
   select c.id, p.id, p.unit_id, p.r, p.full_name, p.sort_key, p.search_key, c.opens_on, 'STUDY-6468' from training_class c
   join (select *, row_number() over (order by id) as r from person) p on p.r <= 100`,
  `insert into attendance_roll (session_id, class_id) select s.id, s.class_id from class_session s where s.on_day < date '2026-10-31'`,
  `insert into attendance_mark (session_id, enrolment_id, class_id, status, cause)
   select r.session_id, e.id, r.class_id, case (r.session_id + e.id) % 12 when 0 then 'absent' else 'present' end,
     case (r.session_id + e.id) % 12 when 0 then (array['excused', 'unexcused', 'recalled', 'ill'])[1 + e.id % 4] end
   from attendance_roll r join enrolment e on e.class_id = r.class_id`,
  `insert into attendance_sum select m.enrolment_id, date_trunc('month', s.on_day)::date, m.class_id, count(*), sum(s.hours),
     sum(case m.status when 'absent' then s.hours else 0 end), coalesce(sum(s.hours) filter (where m.cause = 'excused'), 0),
     coalesce(sum(s.hours) filter (where m.cause = 'unexcused'), 0), coalesce(sum(s.hours) filter (where m.cause = 'recalled'), 0),
     coalesce(sum(s.hours) filter (where m.cause = 'ill'), 0), 0
   from attendance_mark m join class_session s on s.id = m.session_id group by 1, 2, 3`,
  'set session_replication_role = default',
  'analyze',
])
  await client.query(text)
client.release()
const { rows } = await house.pool.query<{ classId: number; sessionId: number; month: string }>(
  `select s.class_id as "classId", s.id as "sessionId", to_char(s.on_day, 'YYYY-MM') as month from class_session s
   where not exists (select from attendance_roll r where r.session_id = s.id) and s.on_day < '2026-11-24' limit 1`,
)
const { classId = 0, sessionId = 0 } = rows[0] ?? {}
const { learners } = await office.attendance.grid({ classId })
const { time, finish } = stopwatchOn(house.pool)

await time('grid of a month of a class', () => office.attendance.grid({ classId, month: '2026-09' }))
await time('summary of a class of 100', () => office.attendance.summary({ classId }))
let version: number | undefined
await time('one session of 100 learners saved', async () => {
  const status = version === undefined || version % 2 === 0 ? ('present' as const) : ('absent' as const)
  const saved = await office.attendance.save({
    sessionId,
    marks: learners.map((one) => ({
      enrolmentId: one.enrolmentId,
      status,
      ...(version !== undefined && { version }),
    })),
  })
  version = saved.marks[0]?.version
})
await time('term of all classes', () => office.attendance.term({ from: '2026-09', until: '2026-12' }))
await time('five years of all classes', () => office.attendance.term({ from: '2021-09', until: '2026-12' }))
await time('sessions not recorded', () => office.attendance.unrecorded({}))
finish()
await house.close()
