import { aBenchHouse } from './house.ts'
import { addManyCurricula } from './outlines.ts'
import { stopwatchOn } from './slowest.ts'

// node tests/bench/teaching.ts [classes]: so many classes of a year with 60 sessions each, 500 lecturers, an invitation for every
// five sessions: the timetable, the week of the school, invitations, substitutes, payment. Each under 100 ms on the server.
const classes = Number(process.argv[2] ?? 2000)
const house = await aBenchHouse()
await addManyCurricula(house.pool, { programmes: 200, versions: 2 })
const office = await house.as('trainingOffice')

const client = await house.pool.connect()
await client.query('set session_replication_role = replica')
for (const text of [
  `insert into lecturer (code, name, search_key, sort_key, is_guest, category_code)
   select 'G' || n, 'Giảng viên ' || n, 'g' || n || ' giang vien ' || n, lpad(n::text, 6, '0'), n % 5 < 2,
     case when n % 5 < 2 then 'department' else 'own' end from generate_series(1, 500) n`,
  `insert into lecturer_field select l.id, (array['LLCS', 'XDĐ', 'NNPL'])[1 + l.id % 3] from lecturer l`,
  `insert into lecturer_absence (lecturer_id, during, reason) select l.id, daterange(date '2026-01-05' + m * 50, date '2026-01-12' + m * 50), 'Bận'
   from lecturer l, generate_series(0, 5) m`,
  `insert into lecturer_approval (lecturer_id, wish_from_on, wish_until_on, post_title, decision, document_number, document_on, signed_by,
     from_on, until_on, decided_at)
   select l.id, d, d + 365, 'Giám đốc', 'approved', y || '-QĐ/TU', d, 'Bí thư', d, d + 365, now()
   from lecturer l, generate_series(2023, 2026) y, lateral (select make_date(y, 1, 1)) x (d) where l.is_guest`,
  `insert into training_class (code, name, search_key, sort_key, programme_id, curriculum_id, opens_on, closes_on, basis)
   select 'L' || n, 'Lớp ' || n, 'lop ' || n, 'l' || n, c.programme_id, c.id, date '2026-01-05' + n % 330, date '2026-01-05' + n % 330 + 29, 'plan'
   from generate_series(1, ${classes}) n
   join (select id, programme_id, row_number() over (order by id) as r from curriculum where state = 'approved') c on c.r = 1 + n % 200`,
  `insert into class_session (class_id, item_id, title, on_day, part, hours, kind, lecturer_id, state, confirmed_at)
   select c.id, i.id, 'Chuyên đề ' || n, d, case n % 2 when 0 then 'morning' else 'afternoon' end, 4, 'theory',
     case when n % 10 > 0 then 1 + (c.id * 7 + n)::bigint % 500 end, case when d < '2026-11-20' and n % 10 > 0 then 'taught' else 'planned' end,
     case when d < '2026-11-20' then now() end
   from training_class c cross join generate_series(1, 60) n cross join lateral (select c.opens_on + (n - 1) / 2) x (d)
   join (select id, curriculum_id, row_number() over (partition by curriculum_id order by id) as r from curriculum_item where kind = 'topic') i
     on i.curriculum_id = c.curriculum_id and i.r = 1 + n % 45`,
  `insert into teaching_invitation (class_id, lecturer_id, title, state, deadline_on, sent_on)
   select c.id, 1 + (c.id * 3 + n)::bigint % 500, 'Chuyên đề', (array['accepted', 'accepted', 'waiting', 'declined'])[1 + (c.id + n) % 4],
     c.opens_on - 10, c.opens_on - 20 from training_class c cross join generate_series(1, 12) n`,
  `insert into teaching_invitation_session select i.id, s.id
   from (select id, class_id, row_number() over (partition by class_id order by id) as r from teaching_invitation) i
   join (select id, class_id, row_number() over (partition by class_id order by id) as r from class_session) s
     on s.class_id = i.class_id and (s.r - 1) / 5 = i.r - 1`,
  `insert into teaching_rate (is_guest, from_on, hour_dong, source) values (true, '2026-01-01', 250000, 'Quy chế'), (false, '2026-01-01', 100000, 'Quy chế')`,
  // What the triggers keep beside the sessions.
  'insert into teaching_load (lecturer_id, month_on, field_code, hours) select * from teaching_load_counted()',
  'set session_replication_role = default',
  'analyze',
])
  await client.query(text)
client.release()
const { rows } = await house.pool.query<{ id: number; classId: number }>(
  `select id, class_id as "classId" from class_session where lecturer_id is null and on_day > '2026-11-24' order by id limit 1`,
)
const [sessionId, classId] = [rows[0]?.id ?? 0, rows[0]?.classId ?? 0]
const { time, finish } = stopwatchOn(house.pool)

await time('timetable of a class', () => office.teaching.timetable({ classId }))
await time('week of the school', () => office.teaching.week({ on: '2026-11-24' }))
await time('week of a lecturer', () => office.teaching.week({ on: '2026-11-24', lecturerId: 7 }))
await time('invitations, all', () => office.teaching.invitations({}))
await time('invitations that need something done', () => office.teaching.invitations({ view: 'open' }))
await time('invitations to replace', () => office.teaching.invitations({ view: 'toReplace' }))
await time('invitations, by lecturer, page 100', () =>
  office.teaching.invitations({ sort: 'lecturer', page: 100 }),
)
await time('substitutes for a session', () => office.teaching.substitutes({ sessionIds: [sessionId] }))
await time('payment of a month', () => office.teaching.payment({ month: '2026-10' }))
await time('payment of a class', () => office.teaching.payment({ classId }))
await time('what a lecturer has taught', () => office.teaching.taught({ lecturerId: 7 }))
await time('load of the year', () => office.lecturers.load({ year: 2026 }))
finish()
await house.close()
