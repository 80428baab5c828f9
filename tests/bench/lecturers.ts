import { aBenchHouse } from './house.ts'
import { stopwatchOn } from './slowest.ts'

// node tests/bench/lecturers.ts: 500 lecturers (200 of them guests with approvals) and 2,000 classes of a year with their
// bookings; the list, a lecturer's page, the load of a year, the work list and a day's standing on the server. Each under 100 ms.
const house = await aBenchHouse()
const office = await house.as('trainingOffice')
const run = (text: string) => house.pool.query(text)

const { id: programmeId } = await office.programmes.make({
  code: 'BD-T',
  name: 'Bồi dưỡng tải',
  groupCode: 'fostering',
  kind: 'fostering',
  modes: ['none'],
})
await office.lecturers.setHours({ programmeId, hours: { LLCS: 24, XDĐ: 16, NNPL: 12 } })
await run(`insert into lecturer (code, name, search_key, sort_key, is_guest, category_code, monthly_hours)
  select 'G' || n, 'Giảng viên ' || n, 'g' || n || ' giang vien ' || n, lpad(n::text, 6, '0'), n % 5 < 2,
    case when n % 5 < 2 then 'department' else 'own' end, case when n % 3 = 0 then 40 end from generate_series(1, 500) n`)
await run(`insert into lecturer_field select l.id, f from lecturer l, unnest(array['LLCS', 'XDĐ', 'NNPL']) with ordinality t (f, o)
  where l.id % 3 = o - 1 or l.id % 7 = o`)
await run(
  `insert into lecturer_post (lecturer_id, title, workplace, from_on) select id, 'Giám đốc', 'Sở mẫu', '2024-01-01' from lecturer where is_guest`,
)
await run(`insert into lecturer_absence (lecturer_id, during, reason) select l.id, daterange(date '2026-01-05' + m * 50, date '2026-01-12' + m * 50), 'Bận'
  from lecturer l, generate_series(0, 5) m`)
await run(`insert into lecturer_approval (lecturer_id, wish_from_on, wish_until_on, post_id, post_title, decision, document_number, document_on,
    signed_by, from_on, until_on, decided_at)
  select l.id, d, d + 365, p.id, p.title, 'approved', y || '-QĐ/TU', d, 'Bí thư', d, d + 365, now()
  from lecturer l join lecturer_post p on p.lecturer_id = l.id, generate_series(2023, 2026) y, lateral (select make_date(y, 1, 1)) x (d)`)
await run(`insert into training_class (code, name, search_key, sort_key, programme_id, opens_on, closes_on, basis)
  select 'L' || n, 'Lớp ' || n, 'lop ' || n, 'l' || n, ${programmeId}, date '2026-01-05' + n % 330, date '2026-01-05' + n % 330 + 11, 'plan'
  from generate_series(1, 2000) n`)
// Every class has a lecturer in each of its three fields; nobody is booked twice.
await run(`alter table class_lecturer drop constraint class_lecturer_free`)
await run(`insert into class_lecturer (class_id, lecturer_id, field_code, during)
  select c.id, 1 + (c.id * 3 + o)::bigint % 500, f, daterange(c.opens_on, c.closes_on + 1)
  from training_class c, unnest(array['LLCS', 'XDĐ', 'NNPL']) with ordinality t (f, o)`)
// Half of the classes have a timetable: 60 sessions each, taught by whom the class has booked. As sets, past the guards that look at
// each session by itself.
await run(`set session_replication_role = replica; insert into class_session (class_id, title, on_day, part, hours, kind, lecturer_id)
  select c.id, 'Chuyên đề ' || n, c.opens_on + n / 5, 'morning', 4, 'theory', 1 + (c.id * 3 + n % 3)::bigint % 500
  from training_class c, generate_series(1, 60) n where c.id % 2 = 0; set session_replication_role = default`)
// What the triggers keep beside the sessions.
await run(
  `insert into teaching_load (lecturer_id, month_on, field_code, hours) select * from teaching_load_counted()`,
)
await run('analyze')

const { time, finish } = stopwatchOn(house.pool)
await time('list, 50 of 500', () => office.lecturers.list({}))
await time('list, approvals that end soon', () => office.lecturers.list({ approval: 'expiring' }))
await time('one lecturer', () => office.lecturers.get({ lecturerId: 5 }))
await time('approvals of one', () => office.lecturers.approvals({ lecturerId: 5 }))
await time('questions', () => office.lecturers.questions())
await time('load of the year, 50 of 500', () => office.lecturers.load({ year: 2026 }))
await time('load of one', () => office.lecturers.loadOf({ lecturerId: 5, year: 2026 }))
await time('work list', () => office.coordination.tasks())
finish()
await house.close()
