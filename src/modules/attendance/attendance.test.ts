import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { letters, meant, standingOf, worstOf } from './rules.ts'

describe('who may sit the exam of a module', () => {
  // 80 % of 40 hours: 8 may be missed.
  test.each([
    [40, 0, 5, 80, 'good'],
    [40, 3, 5, 80, 'good'],
    [40, 4, 5, 80, 'near'],
    [40, 8, 5, 80, 'near'],
    [40, 9, 5, 80, 'below'],
    [20, 0, 5, 80, 'good'],
    [20, 5, 5, 80, 'below'],
    [40, 8, 5, 85, 'below'],
    [0, 0, 5, 80, 'unknown'],
    [40, 9, 5, null, 'unknown'],
  ] as const)(
    '%d hours, %d missed, sessions of %d, %s per cent: %s',
    (hours, missed, sessionHours, percent, is) => {
      expect(standingOf({ hours, missed, sessionHours }, percent)).toBe(is)
    },
  )

  test('over all modules the worst counts', () => {
    expect(worstOf([{ standing: 'good' }, { standing: 'below' }, { standing: 'near' }])).toBe('below')
    expect(worstOf([])).toBe('good')
  })

  test('no letter of the grid becomes another under Telex, VIQR or VNI', () => {
    expect(new Set(Object.values(letters)).size).toBe(6)
    for (const letter of Object.values(letters)) expect('AEIOUYDW').not.toContain(letter)
    expect([meant('c'), meant('K'), meant('z')]).toEqual(['present', 'unexcused', null])
  })
})

let world: World
let office: Api
let head: Api & { accountId: number }
let monitor: Api
let learner: Api
let unit: Api
let otherUnit: Api
let classId: number
let sessions: number[]
let enrolments: number[]

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  const aUnit = async (name: string) =>
    (
      await world.office.units.make({
        name,
        kind: 'department',
        level: 'province',
        bloc: 'state',
        reason: 'Lập dữ liệu kiểm tra',
      })
    ).unitId
  const [unitA, unitB] = [await aUnit('Sở Nội vụ'), await aUnit('Sở Tài chính')]
  const people: number[] = []
  for (const [i, fullName] of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường'].entries())
    people.push(
      (
        await office.people.make({
          code: `CB${i}`,
          fullName,
          title: 'Chuyên viên',
          unitId: i < 2 ? unitA : unitB,
          fromOn: '2020-01-01',
        })
      ).id,
    )
  const programme = await office.programmes.make({
    code: 'TC-A',
    name: 'Trung cấp',
    groupCode: 'intermediate',
    kind: 'training',
    modes: ['none'],
  })
  classId = (
    await office.classes.open({
      code: 'TC-A1',
      name: 'Lớp A1',
      programmeId: programme.id,
      opensOn: '2026-11-02',
      closesOn: '2027-06-30',
      basis: 'plan',
    })
  ).id
  sessions = []
  // Six sessions of five hours, the last one to come.
  for (const onDay of ['2026-11-03', '2026-11-05', '2026-11-10', '2026-11-12', '2026-11-23', '2026-11-26'])
    sessions.push(
      (
        await office.teaching.addSession({
          classId,
          onDay,
          part: 'morning',
          title: `Chuyên đề ${onDay}`,
          hours: 5,
        })
      ).id,
    )
  await office.enrolments.enrol({ classId, personIds: people })
  enrolments = (await office.enrolments.list({ classId })).rows.map((row) => row.id)
  head = await world.as('headTeacher')
  await office.enrolments.nameHead({ classId, accountId: head.accountId, fromOn: '2026-11-02' })
  await office.enrolments.nameMonitor({ classId, enrolmentId: who(0), post: 'monitor', fromOn: '2026-11-02' })
  monitor = await world.as('learner', { personId: people[0] as number })
  learner = await world.as('learner', { personId: people[1] as number })
  unit = await world.as('unitCoordinator', { unitId: unitA })
  otherUnit = await world.as('unitCoordinator', { unitId: unitB })
})

const who = (i: number) => enrolments[i] as number
const session = (i: number) => sessions[i] as number
const save = (api: Api, i: number, marks: Parameters<Api['attendance']['save']>[0]['marks']) =>
  api.attendance.save({ sessionId: session(i), marks })
const marksOf = async (i: number) =>
  new Map(
    (await office.attendance.roll({ sessionId: session(i) })).marks.map((one) => [one.enrolmentId, one]),
  )

/** How many kept sums differ from what the marks come to. */
const wrongSums = async () =>
  (
    await world.rows<{ n: number }>(`
      with counted as (
        select m.enrolment_id, date_trunc('month', s.on_day)::date as month, count(*)::int as sessions, sum(s.hours)::int as recorded,
          sum(case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end)::int as missed,
          coalesce(sum(least(coalesce(m.missed_hours, s.hours), s.hours)) filter (where m.cause = 'recalled'), 0)::int as recalled
        from attendance_mark m join class_session s on s.id = m.session_id where s.state not in ('cancelled', 'notTaught') group by 1, 2)
      select count(*)::int as n from counted c full join attendance_sum t on t.enrolment_id = c.enrolment_id and t.month = c.month
      where (coalesce(c.sessions, 0), coalesce(c.recorded, 0), coalesce(c.missed, 0), coalesce(c.recalled, 0))
        <> (coalesce(t.sessions, 0), coalesce(t.recorded_hours, 0), coalesce(t.missed_hours, 0), coalesce(t.recalled_hours, 0))`)
  )[0]?.n

describe('a roll', () => {
  test('records who was named and nobody else; a session to come, and who is no learner, are refused', async () => {
    const saved = await save(head, 0, [
      { enrolmentId: who(0), status: 'present' },
      { enrolmentId: who(1), status: 'absent', missedHours: 2, cause: 'excused' },
    ])
    expect(saved.saved).toBe(2)
    const marks = await marksOf(0)
    expect(marks.get(who(1))).toMatchObject({ status: 'absent', missedHours: 2, cause: 'excused' })
    expect(marks.has(who(2))).toBe(false)
    const open = await head.attendance.unrecorded({})
    expect(open.find((one) => one.sessionId === session(0))).toMatchObject({ learners: 3, marked: 2 })
    await expect(save(head, 5, [{ enrolmentId: who(0), status: 'present' }])).rejects.toMatchObject({
      code: 'attendance.tooEarly',
    })
    expect((await office.attendance.roll({ sessionId: session(5) })).session.recordedAt).toBeNull()
    await expect(
      save(head, 0, [
        { enrolmentId: who(2), status: 'present' },
        { enrolmentId: 999_999, status: 'present' },
      ]),
    ).rejects.toMatchObject({
      code: 'attendance.notLearner',
    })
  })

  test('of two who record the same learner the second is shown what the first recorded, and nothing of theirs is written', async () => {
    await save(head, 1, [{ enrolmentId: who(0), status: 'present' }])
    const seen = (await marksOf(1)).get(who(0))
    await save(office, 1, [
      { enrolmentId: who(0), status: 'absent', cause: 'unexcused', version: seen?.version },
    ])
    await expect(
      save(head, 1, [
        { enrolmentId: who(0), status: 'absent', cause: 'ill', version: seen?.version },
        { enrolmentId: who(1), status: 'present' },
      ]),
    ).rejects.toMatchObject({
      code: 'attendance.stale',
      params: { current: [{ enrolmentId: who(0), status: 'absent', cause: 'unexcused' }] },
    })
    expect((await marksOf(1)).has(who(1))).toBe(false)
    // What is as it was wanted is no conflict: the same save again changes nothing.
    expect((await save(head, 1, [{ enrolmentId: who(0), status: 'absent', cause: 'unexcused' }])).saved).toBe(
      0,
    )
  })

  test('who speaks for the class records without seeing causes; others of the class record nothing', async () => {
    await save(head, 2, [{ enrolmentId: who(1), status: 'absent', cause: 'ill' }])
    const seen = await monitor.attendance.roll({ sessionId: session(2) })
    expect(seen).toMatchObject({ showsCauses: false, can: ['record'] })
    expect(seen.marks[0]).toMatchObject({ status: 'absent', cause: null })
    await save(monitor, 2, [
      { enrolmentId: who(0), status: 'present' },
      { enrolmentId: who(1), status: 'absent', missedHours: 3, version: seen.marks[0]?.version },
    ])
    expect((await marksOf(2)).get(who(1))).toMatchObject({ missedHours: 3, cause: 'ill' })
    await expect(save(learner, 2, [{ enrolmentId: who(1), status: 'present' }])).rejects.toMatchObject({
      status: 404,
    })
    await expect(save(unit, 2, [{ enrolmentId: who(1), status: 'present' }])).rejects.toMatchObject({
      status: 403,
    })
    const stranger = await world.as('headTeacher')
    await expect(save(stranger, 2, [{ enrolmentId: who(0), status: 'present' }])).rejects.toMatchObject({
      status: 404,
    })
    // Sums by cause are one's own; the class's are for who looks after it.
    expect((await monitor.attendance.summary({ classId })).learners.map((one) => one.enrolmentId)).toEqual([
      who(0),
    ])
    expect((await head.attendance.summary({ classId })).learners).toHaveLength(3)
    const grid = await unit.attendance.grid({ classId })
    expect(grid.learners.map((one) => one.fullName)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình'])
    expect(grid.can).toEqual([])
  })

  test('kept sums are what the marks come to, also where a session was held otherwise than planned', async () => {
    await save(head, 3, [
      { enrolmentId: who(0), status: 'absent', cause: 'recalled' },
      { enrolmentId: who(2), status: 'present' },
    ])
    expect(await wrongSums()).toBe(0)
    const change = async (state: string, hours: number) =>
      world.rows('update class_session set state = $2, hours = $3, confirmed_at = now() where id = $1', [
        session(3),
        state,
        hours,
      ])
    await change('changed', 4)
    expect(await wrongSums()).toBe(0)
    await change('notTaught', 4)
    expect(await wrongSums()).toBe(0)
    await change('taught', 5)
    expect(await wrongSums()).toBe(0)
    const [row] = await office.attendance.term({ from: '2026-11', until: '2026-11' })
    expect(row).toMatchObject({ classId, recalled: 5 })
  })

  test('the book has day, part, topic and hours, and an empty cell for who is not recorded', async () => {
    const file = await office.attendance.book({ classId })
    const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
    const rows = sheets[0]?.rows.map((row) => row.cells.map(cellText).join('|')) ?? []
    expect(rows.find((row) => row.startsWith('03/11/2026'))).toMatch(
      /\|Sáng\|Chuyên đề 2026-11-03\|.*\|5\|.*\|C\|P 2\/5/,
    )
  })
})

describe('absences', () => {
  const recall = (api: Api, i: number, fromOn: string, lastOn = fromOn) =>
    api.attendance.ask({
      enrolmentId: who(i),
      kind: 'recall',
      fromOn,
      lastOn,
      calledBy: 'Chánh Văn phòng Sở',
      why: 'Phục vụ đoàn kiểm tra',
      documentNumber: '12-CV/SNV',
    })

  test('a unit knows what its recall costs before it is sent; the mark takes its cause from it', async () => {
    const cost = await unit.attendance.cost({
      enrolmentId: who(1),
      fromOn: '2026-11-23',
      lastOn: '2026-11-26',
    })
    expect(cost).toMatchObject({ hours: 10, recallsBefore: 0, minPercent: 80 })
    expect(cost.sessions.map((one) => one.title)).toEqual(['Chuyên đề 2026-11-23', 'Chuyên đề 2026-11-26'])
    expect(cost.wouldFall).toHaveLength(1)
    const asked = await recall(unit, 1, '2026-11-23', '2026-11-26')
    expect(asked).toMatchObject({ state: 'asked', costSessions: 2, costHours: 10, isAfter: true })
    // Recorded before the school has answered: nobody has said why yet.
    await save(head, 4, [{ enrolmentId: who(1), status: 'absent' }])
    expect((await marksOf(4)).get(who(1))?.cause).toBeNull()
    await expect(
      unit.attendance.decide({ absenceId: asked.id, version: asked.version, agrees: true }),
    ).rejects.toMatchObject({ status: 403 })
    await head.attendance.decide({ absenceId: asked.id, version: asked.version, agrees: true })
    expect((await marksOf(4)).get(who(1))?.cause).toBe('recalled')
    expect(await wrongSums()).toBe(0)
    const [mine] = await learner.attendance.study()
    expect(mine?.absences).toMatchObject([{ kind: 'recall', state: 'agreed', can: [] }])
    expect(mine?.missedSessions.at(-1)).toMatchObject({ cause: 'recalled', hours: 5 })
  })

  test('an absence that was agreed to before gives the mark its cause', async () => {
    const asked = await learner.attendance.ask({
      enrolmentId: who(1),
      kind: 'leave',
      cause: 'ill',
      fromOn: '2026-11-05',
      fromPart: 'morning',
      lastOn: '2026-11-05',
      lastPart: 'morning',
      why: 'Đi khám bệnh',
    })
    await office.attendance.decide({ absenceId: asked.id, version: asked.version, agrees: true })
    await save(monitor, 1, [{ enrolmentId: who(1), status: 'absent' }])
    expect((await marksOf(1)).get(who(1))).toMatchObject({ cause: 'ill' })
    expect(await wrongSums()).toBe(0)
  })

  test.each([
    ['a unit asks for people of another', () => recall(otherUnit, 1, '2026-11-26'), { status: 404 }],
    [
      'a learner recalls themselves',
      () => recall(learner, 1, '2026-11-26'),
      { code: 'attendance.recallIsUnits' },
    ],
    [
      'a unit asks for leave in somebody’s name',
      () =>
        unit.attendance.ask({
          enrolmentId: who(1),
          kind: 'leave',
          fromOn: '2026-11-26',
          lastOn: '2026-11-26',
          why: 'Việc gia đình',
        }),
      { code: 'attendance.leaveIsOwn' },
    ],
    ['it ends before it begins', () => recall(unit, 1, '2026-11-26', '2026-11-25'), { status: 422 }],
  ])('refused: %s', async (_, call, refusal) => {
    await expect(call()).rejects.toMatchObject(refusal)
  })

  test('a refusal needs its reason; what is closed stays; why somebody is away the monitor does not read', async () => {
    const asked = await recall(unit, 1, '2026-12-01')
    expect(
      (await monitor.attendance.absences({ classId })).rows.filter((one) => one.id === asked.id),
    ).toEqual([])
    await expect(
      office.attendance.decide({ absenceId: asked.id, version: asked.version, agrees: false }),
    ).rejects.toMatchObject({ status: 422 })
    const refused = await office.attendance.decide({
      absenceId: asked.id,
      version: asked.version,
      agrees: false,
      note: 'Trùng ngày thi học phần',
    })
    await expect(
      unit.attendance.withdraw({ absenceId: asked.id, version: refused.version }),
    ).rejects.toMatchObject({ code: 'attendance.step' })
    const second = await recall(unit, 1, '2026-12-02')
    expect(second.can).toEqual(['withdraw'])
    const taken = await unit.attendance.withdraw({ absenceId: second.id, version: second.version })
    expect(taken.state).toBe('withdrawn')
  })
})
