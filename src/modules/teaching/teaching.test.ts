import { beforeAll, describe, expect, test } from 'vitest'
import { concluded } from '../../../tests/concluded.ts'
import { wordText } from '../../../tests/word.ts'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'

let world: World
let office: Api
let programmeId: number
let curriculumId: number
const topics: Record<'one' | 'two', number> = { one: 0, two: 0 }
const fields = ['LLCS']
let counter = 0

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  const rector = await world.as('rectorate')
  programmeId = (
    await office.programmes.make({
      code: 'TC',
      name: 'Trung cấp lý luận chính trị',
      groupCode: 'fostering',
      kind: 'fostering',
      modes: ['none'],
    })
  ).id
  const made = await office.curricula.make({ programmeId, kind: 'school' })
  curriculumId = made.id
  const part = await office.curricula.addItem({ curriculumId, kind: 'part', title: 'Kiến thức chung' })
  const add = (title: string, hours: object) =>
    office.curricula.addItem({
      curriculumId,
      kind: 'topic',
      parentId: part.id,
      title,
      fieldCode: 'LLCS',
      hours,
    })
  topics.one = (await add('Triết học Mác – Lênin', { theory: 7, discussion: 3 })).id
  topics.two = (await add('Tư tưởng Hồ Chí Minh', { theory: 5 })).id
  const { version } = await office.curricula.submit({ curriculumId, version: 1 })
  await concluded(office, curriculumId)
  await rector.curricula.approve({
    curriculumId,
    version,
    documentNumber: '12-QĐ/TCT',
    documentOn: '2026-11-01',
    documentBy: 'Hiệu trưởng',
  })
})

async function aClass(
  days: { opensOn: string; closesOn: string } = { opensOn: '2026-11-02', closesOn: '2026-12-31' },
) {
  counter += 1
  const made = await office.classes.open({
    code: `TC-${counter}`,
    name: `Lớp trung cấp ${counter}`,
    programmeId,

    ...days,
    basis: 'plan',
  })
  await world.rows('update training_class set curriculum_id = $1 where id = $2', [curriculumId, made.id])
  return made.id
}
async function aLecturer(more: object = {}) {
  counter += 1
  const made = await office.lecturers.make({
    code: `GV-${counter}`,
    name: `Giảng viên ${counter}`,
    fields,
    ...more,
  })
  return made.id
}
async function aRoom() {
  counter += 1
  return (await office.rooms.make({ code: `P-${counter}`, name: `Phòng ${counter}`, seats: 100 })).id
}
const monday = { onDay: '2026-11-30', part: 'morning' as const, hours: 5 }
const codeOf = async (classId: number) => (await office.classes.get({ classId })).code

describe('the timetable of a class', () => {
  test('is proposed from the outline over the days on which the school teaches, and taken in as it was shown', async () => {
    await office.calendar.make({
      kind: 'break',
      title: 'Hội thao của trường',
      fromOn: '2026-11-26',
      lastOn: '2026-11-26',
      stopsTeaching: true,
    })
    const classId = await aClass()
    const asked = { classId, parts: ['morning' as const] }
    const shown = await office.teaching.proposal(asked)
    expect(shown.sessions.map((one) => `${one.onDay} ${one.hours} ${one.kind} ${one.title}`)).toEqual([
      '2026-11-25 5 theory Triết học Mác – Lênin',
      '2026-11-27 2 theory Triết học Mác – Lênin',
      '2026-11-30 3 discussion Triết học Mác – Lênin',
      '2026-12-01 5 theory Tư tưởng Hồ Chí Minh',
    ])
    expect(await office.teaching.fill(asked)).toEqual({ added: 4 })
    const timetable = await office.teaching.timetable({ classId })
    expect(timetable.sessions).toHaveLength(4)
    expect(timetable.topics.map((one) => one.scheduled)).toEqual([
      { theory: 7, discussion: 3 },
      { theory: 5 },
    ])
    await expect(office.teaching.fill(asked)).rejects.toMatchObject({ code: 'teaching.nothingToPropose' })
  })

  test('is shown before it is taken: rooms that are held, days without teaching, what finds no day; another one is not taken unseen', async () => {
    const roomId = await aRoom()
    const other = await aClass()
    await office.teaching.addSession({ classId: other, ...monday, title: 'Lớp bạn', roomId })
    const classId = await aClass({ opensOn: '2026-11-23', closesOn: '2026-11-30' })
    const asked = { classId, parts: ['morning' as const], roomId, fromOn: '2026-11-27' }
    const shown = await office.teaching.proposal(asked)
    expect(shown.sessions.map((one) => [one.onDay, one.roomClash?.code ?? null])).toEqual([
      ['2026-11-27', null],
      ['2026-11-30', 'teaching.roomTaken'],
    ])
    expect(shown.sessions[1]?.roomClash?.params).toMatchObject({ code: await codeOf(other) })
    expect(shown.left).toEqual([
      { itemId: topics.one, title: 'Triết học Mác – Lênin', kind: 'discussion', hours: 3 },
      { itemId: topics.two, title: 'Tư tưởng Hồ Chí Minh', kind: 'theory', hours: 5 },
    ])
    expect(shown).toMatchObject({ hoursWithoutDay: 8, fromOn: '2026-11-27', lastOn: '2026-11-30' })
    // Somebody else is faster: what was seen is not what would be written any more.
    await office.calendar.make({
      kind: 'break',
      title: 'Họp cơ quan',
      fromOn: '2026-11-27',
      lastOn: '2026-11-27',
      stopsTeaching: true,
    })
    await expect(office.teaching.fill({ ...asked, mark: shown.mark })).rejects.toMatchObject({
      code: 'teaching.proposalChanged',
    })
    const now = await office.teaching.proposal(asked)
    expect(now.stops).toMatchObject([{ title: 'Họp cơ quan', why: 'calendar' }])
    expect(await office.teaching.fill({ ...asked, mark: now.mark })).toEqual({ added: 1 })
    const { sessions } = await office.teaching.timetable({ classId })
    expect(sessions).toMatchObject([{ onDay: '2026-11-30', roomId: null }])
  })

  test('has no proposal where the class has no outline or no end', async () => {
    const classId = await aClass()
    const { id } = await office.classes.open({
      code: 'TC-KHONG',
      name: 'Lớp chưa có phiên bản chương trình',
      programmeId,
      opensOn: '2026-11-02',
      closesOn: '2026-12-31',
      basis: 'plan',
    })
    await expect(office.teaching.proposal({ classId: id })).rejects.toMatchObject({
      code: 'teaching.noOutline',
    })
    await world.rows('update training_class set closes_on = null where id = $1', [classId])
    await expect(office.teaching.proposal({ classId })).rejects.toMatchObject({ code: 'teaching.noEnd' })
  })

  test('names who has a lecturer, a room or the class at that time, and takes nothing', async () => {
    const [classA, classB] = [await aClass(), await aClass()]
    const [lecturerId, roomId] = [await aLecturer(), await aRoom()]
    await office.teaching.addSession({ classId: classA, ...monday, itemId: topics.one, lecturerId, roomId })
    const code = await codeOf(classA)
    const add = (more: object) =>
      office.teaching.addSession({ classId: classB, ...monday, itemId: topics.two, ...more })
    await expect(add({ lecturerId })).rejects.toMatchObject({
      code: 'teaching.lecturerTaken',
      params: { code, on: '2026-11-30', part: 'morning' },
    })
    await expect(add({ roomId })).rejects.toMatchObject({ code: 'teaching.roomTaken', params: { code } })
    await expect(
      office.teaching.addSession({ classId: classA, ...monday, itemId: topics.two }),
    ).rejects.toMatchObject({ code: 'teaching.classTaken', params: { title: 'Triết học Mác – Lênin' } })
    expect((await office.teaching.timetable({ classId: classB })).sessions).toEqual([])
    await add({ lecturerId, roomId, part: 'afternoon' })
  })

  test('never meets an absence, nor whole days booked by another class; the own class’s bookings are no hindrance', async () => {
    const [classA, classB] = [await aClass(), await aClass()]
    const [away, booked, roomId] = [await aLecturer(), await aLecturer(), await aRoom()]
    await office.lecturers.addAbsence({
      lecturerId: away,
      fromOn: '2026-11-30',
      lastOn: '2026-12-02',
      reason: 'Đi công tác',
    })
    await office.classes.bookLecturer({
      classId: classA,
      lecturerId: booked,
      fieldCode: 'LLCS',
      fromOn: '2026-11-30',
      lastOn: '2026-12-04',
    })
    await office.classes.bookRoom({ classId: classA, roomId, fromOn: '2026-11-30', lastOn: '2026-12-04' })
    const code = await codeOf(classA)
    const add = (classId: number, more: object) =>
      office.teaching.addSession({ classId, ...monday, itemId: topics.one, ...more })
    await expect(add(classB, { lecturerId: away })).rejects.toMatchObject({
      code: 'teaching.lecturerAway',
      params: { reason: 'Đi công tác', fromOn: '2026-11-30', lastOn: '2026-12-02' },
    })
    await expect(add(classB, { lecturerId: booked })).rejects.toMatchObject({
      code: 'teaching.lecturerBooked',
      params: { code },
    })
    await expect(add(classB, { roomId })).rejects.toMatchObject({ code: 'teaching.roomBooked' })
    await add(classA, { lecturerId: booked, roomId })
  })

  test('stands in the way of later absences and bookings of whole days', async () => {
    const [classA, classB] = [await aClass(), await aClass()]
    const [lecturerId, roomId] = [await aLecturer(), await aRoom()]
    await office.teaching.addSession({ classId: classA, ...monday, itemId: topics.one, lecturerId, roomId })
    const days = { fromOn: '2026-11-25', lastOn: '2026-12-04' }
    const told = { code: 'teaching.inTheWay', params: { code: await codeOf(classA), on: '2026-11-30' } }
    await expect(
      office.lecturers.addAbsence({ lecturerId, ...days, reason: 'Nghỉ phép' }),
    ).rejects.toMatchObject(told)
    await expect(
      office.classes.bookLecturer({ classId: classB, lecturerId, fieldCode: 'LLCS', ...days }),
    ).rejects.toMatchObject(told)
    await expect(office.classes.bookRoom({ classId: classB, roomId, ...days })).rejects.toMatchObject(told)
    await office.classes.bookRoom({ classId: classA, roomId, ...days })
  })

  test('six at once want one lecturer: one has it, five are told who', async () => {
    const classes = [
      await aClass(),
      await aClass(),
      await aClass(),
      await aClass(),
      await aClass(),
      await aClass(),
    ]
    const lecturerId = await aLecturer()
    const done = await Promise.allSettled(
      classes.map((classId) =>
        office.teaching.addSession({ classId, ...monday, itemId: topics.one, lecturerId }),
      ),
    )
    const won = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(won).toHaveLength(1)
    const told = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(told.map((one) => [one.code, one.params.code])).toEqual(
      Array.from({ length: 5 }, () => ['teaching.lecturerTaken', won[0]?.classCode]),
    )
  })

  test('keeps to the days of the class and to its outline, and one who was slower is told', async () => {
    const classId = await aClass()
    const add = (more: object) =>
      office.teaching.addSession({ classId, ...monday, itemId: topics.one, ...more })
    await expect(add({ onDay: '2027-01-04' })).rejects.toMatchObject({
      code: 'teaching.outsideClass',
      fields: [{ path: 'onDay' }],
    })
    await expect(add({ itemId: 999_999 })).rejects.toMatchObject({ code: 'teaching.noTopic' })
    await expect(add({ itemId: undefined })).rejects.toMatchObject({
      fields: [{ code: 'teaching.titleOrTopic' }],
    })
    const made = await add({ itemId: undefined, title: 'Khai giảng' })
    const moved = {
      sessionId: made.id,
      version: made.version,
      ...monday,
      title: 'Khai giảng',
      part: 'afternoon' as const,
    }
    expect(await office.teaching.changeSession(moved)).toMatchObject({
      part: 'afternoon',
      version: made.version + 1,
    })
    await expect(office.teaching.changeSession(moved)).rejects.toMatchObject({ code: 'teaching.stale' })
    const after = await office.teaching.cancelSession({
      sessionId: made.id,
      version: made.version + 1,
      reason: 'Trùng họp tỉnh',
    })
    expect(after).toMatchObject({ state: 'cancelled', note: 'Trùng họp tỉnh' })
    await add({ part: 'afternoon' })
  })

  test('two sessions change places in one statement, which the database checks at its end', async () => {
    const classId = await aClass()
    const [first, second] = [
      await office.teaching.addSession({ classId, ...monday, title: 'Một' }),
      await office.teaching.addSession({ classId, ...monday, title: 'Hai', part: 'afternoon' }),
    ]
    await world.rows(
      `update class_session set part = case part when 'morning' then 'afternoon' else 'morning' end where class_id = $1`,
      [classId],
    )
    const { sessions } = await office.teaching.timetable({ classId })
    expect(sessions.map((one) => one.id)).toEqual([second.id, first.id])
  })

  test('a cancelled class frees the sessions to come and withdraws what it had asked', async () => {
    const classId = await aClass()
    const lecturerId = await aLecturer()
    const { id } = await office.teaching.addSession({ classId, ...monday, itemId: topics.one })
    const { invitation } = await office.teaching.invite({ sessionIds: [id], lecturerId })
    const { version } = await office.classes.get({ classId })
    await office.classes.cancel({ classId, cancelledOn: '2026-11-25', reason: 'Không đủ học viên', version })
    expect((await office.teaching.timetable({ classId })).sessions[0]).toMatchObject({ state: 'cancelled' })
    expect(await office.teaching.invitation({ invitationId: invitation.id })).toMatchObject({
      state: 'withdrawn',
    })
    await expect(office.teaching.addSession({ classId, ...monday, title: 'Nữa' })).rejects.toMatchObject({
      code: 'teaching.classCancelled',
    })
  })

  test('is read by everybody, who teaches by the school only; nobody but the office changes it', async () => {
    const classId = await aClass()
    const lecturerId = await aLecturer()
    await office.teaching.addSession({ classId, ...monday, itemId: topics.one, lecturerId })
    const learner = await world.as('learner')
    const { sessions, can } = await learner.teaching.timetable({ classId })
    expect(sessions).toMatchObject([{ title: 'Triết học Mác – Lênin', lecturer: null, lecturerId: null }])
    expect(can).toEqual([])
    await expect(learner.teaching.week({})).rejects.toMatchObject({ code: 'access.notAllowed' })
    const lecturer = await world.as('lecturer')
    expect((await lecturer.teaching.timetable({ classId })).sessions[0]?.lecturerId).toBe(lecturerId)
    await expect(lecturer.teaching.addSession({ classId, ...monday, title: 'X' })).rejects.toMatchObject({
      code: 'access.notAllowed',
    })
  })

  test('goes out to Excel and comes back unchanged; what is wrong is told at its row', async () => {
    const [classId, other] = [await aClass(), await aClass()]
    const lecturerId = await aLecturer()
    await office.teaching.addSession({ classId: other, ...monday, itemId: topics.one, lecturerId })
    await office.teaching.addSession({ classId, ...monday, itemId: topics.two })
    const file = await office.teaching.timetableXlsx({ classId })
    const again = await office.exchange.check({ kind: 'timetables', file })
    expect(again.counts).toMatchObject({ same: 1, add: 0, change: 0, wrong: 0 })
    const code = await codeOf(classId)
    const name = (await office.lecturers.get({ lecturerId })).code
    const rows = (days: string[][]) =>
      new File(
        [
          workbook({
            name: 'Lịch',
            rows: [['Mã lớp', 'Ngày', 'Buổi', 'Chuyên đề', 'Số tiết', 'Giảng viên', 'Phòng'], ...days],
          }) as Uint8Array<ArrayBuffer>,
        ],
        'lich.xlsx',
      )
    const wrong = await office.exchange.check({
      kind: 'timetables',
      file: rows([
        [code, '01/12/2026', 'Sáng', 'Triết học Mác – Lênin', '5', name, ''],
        [code, '30/11/2026', 'Sáng', 'Tư tưởng Hồ Chí Minh', '5', name, ''],
        [code, '05/01/2027', 'Sáng', 'Ngoài thời gian', '5', '', ''],
        ['KHONG-CO', '02/12/2026', 'Sáng', 'Lớp lạ', '5', '', ''],
        [code, '02/12/2026', 'Trưa', 'Buổi lạ', '5', 'Không ai', 'Không đâu'],
      ]),
    })
    const report = await office.exchange.get({ runId: wrong.id, size: 20 })
    const told = report.rows
      .toSorted((a, b) => a.rowNumber - b.rowNumber)
      .map((row) => [row.rowNumber, row.action, row.problems.map((one) => one.code).join(' ')])
    expect(told).toEqual([
      [2, 'add', ''],
      [3, 'wrong', 'teaching.lecturerTaken'],
      [4, 'wrong', 'teaching.outsideClass'],
      [5, 'wrong', 'teaching.unknownClass'],
      [6, 'wrong', 'field.notInList teaching.unknownLecturer teaching.unknownRoom'],
    ])
    const good = await office.exchange.check({
      kind: 'timetables',
      file: rows([
        [code, '01/12/2026', 'Sáng', 'Triết học Mác – Lênin', '5', name, ''],
        [code, '30/11/2026', 'Sáng', 'Tư tưởng Hồ Chí Minh', '4', '', ''],
      ]),
    })
    expect(good.counts).toMatchObject({ add: 1, change: 1, wrong: 0 })
    await office.exchange.apply({ runId: good.id })
    const { sessions } = await office.teaching.timetable({ classId })
    expect(sessions.map((one) => [one.onDay, one.hours, one.lecturerId, one.itemId])).toEqual([
      ['2026-11-30', 4, null, topics.two],
      ['2026-12-01', 5, lecturerId, topics.one],
    ])
  })
})

describe('what was taught', () => {
  test('is confirmed after the day, by the office or by who taught, and payment and the lecturer’s list rest on it', async () => {
    const classId = await aClass()
    const teacher = await world.as('lecturer')
    const lecturerId = await aLecturer({ isGuest: true })
    await world.rows('update lecturer set account_id = $1 where id = $2', [teacher.accountId, lecturerId])
    const add = (onDay: string, more: object = {}) =>
      office.teaching.addSession({
        classId,
        onDay,
        part: 'morning',
        hours: 5,
        itemId: topics.one,
        lecturerId,
        ...more,
      })
    const [past, second, third, coming] = [
      await add('2026-11-16'),
      await add('2026-11-17'),
      await add('2026-11-18'),
      await add('2026-12-07'),
    ]
    const confirm = (who: Api, session: { id: number; version: number }, more: object) =>
      who.teaching.confirm({ sessionId: session.id, version: session.version, outcome: 'taught', ...more })
    await expect(confirm(office, coming, {})).rejects.toMatchObject({ code: 'teaching.notYetHeld' })
    await expect(confirm(await world.as('lecturer'), past, {})).rejects.toMatchObject({
      code: 'teaching.notYours',
    })
    await expect(confirm(teacher, past, { outcome: 'notTaught' })).rejects.toMatchObject({
      fields: [{ code: 'teaching.sayWhat' }],
    })
    await confirm(teacher, past, {})
    await confirm(office, second, { outcome: 'changed', hours: 4, note: 'Nghỉ sớm một tiết' })
    await confirm(office, third, { outcome: 'notTaught', note: 'Mất điện' })

    const unpaid = await office.teaching.payment({ classId })
    expect(unpaid).toMatchObject({ hours: 9, amountDong: 0, withoutRate: 1, unconfirmed: 0 })
    expect(unpaid.rows[0]).toMatchObject({ hourDong: null, amountDong: null })
    const rate = {
      isGuest: true,
      fromOn: '2026-01-01',
      hourDong: 200_000,
      taxPercent: 10,
      source: 'Quy chế chi tiêu nội bộ 2026',
    }
    await office.teaching.addRate(rate)
    await expect(office.teaching.addRate(rate)).rejects.toMatchObject({ code: 'teaching.rateOnce' })
    expect(await office.teaching.payment({ classId, month: '2026-11' })).toMatchObject({
      hours: 9,
      amountDong: 1_800_000,
      taxDong: 180_000,
      netDong: 1_620_000,
      withoutRate: 0,
      rows: [{ sessions: 2, hours: 9, days: '16/11, 17/11' }],
    })
    expect((await office.teaching.payment({ classId, month: '2026-12' })).rows).toEqual([])
    const file = await office.teaching.paymentXlsx({ classId, month: '2026-11' })
    const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()))
    const text = sheet?.rows.map((row) => row.cells.map(cellText).join('|')).join('\n')
    expect(text).toContain('Một triệu sáu trăm hai mươi nghìn đồng')
    // The Word list says the same, and the month of the page.
    const list = await wordText(await office.documents.paymentLetter({ classId, month: '2026-11' }))
    for (const said of [
      'tháng 11/2026',
      '16/11, 17/11',
      '1.800.000',
      '1.620.000',
      'Một triệu sáu trăm hai mươi nghìn',
    ])
      expect(list).toContain(said)
    const printed = await wordText(await office.documents.timetableLetter({ classId, layout: 'party' }))
    expect(printed).toContain('3 buổi, 14 tiết')
    expect(printed).toContain('Thứ Hai, 07/12/2026')
    expect(printed).not.toContain('18/11/2026')
    await expect(world.stranger.documents.timetableLetter({ classId })).rejects.toMatchObject({ status: 401 })
    expect(await office.teaching.taught({ lecturerId })).toMatchObject([
      { title: 'Triết học Mác – Lênin', hours: 14, taughtHours: 9, sessions: 3 },
    ])
  })

  test('a lecturer has the own calendar address, renews it and takes it back; the school sees session by session', async () => {
    const classId = await aClass()
    const teacher = await world.as('lecturer')
    await expect(teacher.teaching.makeMyFeed()).rejects.toMatchObject({ code: 'teaching.noLecturerOfYours' })
    const lecturerId = await aLecturer()
    await world.rows('update lecturer set account_id = $1 where id = $2', [teacher.accountId, lecturerId])
    for (const onDay of ['2026-11-11', '2026-12-07'])
      await office.teaching.addSession({
        classId,
        onDay,
        part: 'evening',
        hours: 3,
        title: 'Tọa đàm',
        lecturerId,
      })
    expect(await teacher.teaching.myFeed()).toEqual({ madeAt: null })
    const { token } = await teacher.teaching.makeMyFeed()
    const read = async (of: string) => (await world.stranger.teaching.feed({ token: of })).text()
    expect(await read(token)).toContain('Tọa đàm')
    const { token: next } = await teacher.teaching.makeMyFeed()
    await expect(read(token)).rejects.toMatchObject({ code: 'teaching.noFeed' })
    expect(await read(next)).toContain('Tọa đàm')
    expect((await office.teaching.feedState({ lecturerId })).madeAt).not.toBeNull()
    await teacher.teaching.dropMyFeed()
    await expect(read(next)).rejects.toMatchObject({ code: 'teaching.noFeed' })

    const [past] = (await teacher.teaching.mine()).sessions
    await teacher.teaching.confirm({
      sessionId: past?.id ?? 0,
      version: past?.version ?? 0,
      outcome: 'taught',
    })
    expect(await office.teaching.sessionsOf({ lecturerId })).toMatchObject({
      total: 2,
      hours: 6,
      taughtHours: 3,
      rows: [
        { onDay: '2026-11-11', state: 'taught' },
        { onDay: '2026-12-07', state: 'planned' },
      ],
    })
    expect((await office.teaching.sessionsOf({ lecturerId, view: 'coming' })).rows).toHaveLength(1)
    const [sheet] = await readSheets(
      new Uint8Array(
        await (await office.teaching.sessionsOfXlsx({ lecturerId, view: 'taught' })).arrayBuffer(),
      ),
    )
    const text = sheet?.rows.map((row) => row.cells.map(cellText).join('|')).join('\n')
    expect(text).toContain('Tọa đàm')
    expect(text).not.toContain('07/12/2026')
    await expect((await world.as('unitHead')).teaching.sessionsOf({ lecturerId })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('the school sets hours, deadlines and the order of criteria; each criterion once, a part of the day ends after it begins', async () => {
    const { needsConfirmation, ...now } = await office.teaching.setting()
    expect(needsConfirmation).toBe(true)
    expect(now.substituteOrder).toContain('rating')
    await expect(
      office.teaching.setSetting({ ...now, substituteOrder: ['load', 'load'] }),
    ).rejects.toMatchObject({ fields: [{ path: 'substituteOrder', code: 'teaching.criterionTwice' }] })
    await expect(office.teaching.setSetting({ ...now, morningUntil: '07:00' })).rejects.toMatchObject({
      code: 'teaching.times',
    })
    await expect((await world.as('lecturer')).teaching.setSetting(now)).rejects.toMatchObject({ status: 403 })
    expect(await office.teaching.setSetting({ ...now, substituteOrder: ['rating', 'load'] })).toMatchObject({
      needsConfirmation: false,
      substituteOrder: ['rating', 'load'],
    })
    await expect(office.teaching.setSetting(now)).rejects.toMatchObject({ code: 'teaching.stale' })
  })

  test('past sessions of a class are confirmed together; those without a lecturer are left', async () => {
    const classId = await aClass()
    const lecturerId = await aLecturer()
    for (const [onDay, who] of [
      ['2026-11-09', lecturerId],
      ['2026-11-10', lecturerId],
      ['2026-11-11', undefined],
    ] as const)
      await office.teaching.addSession({
        classId,
        onDay,
        part: 'morning',
        hours: 5,
        title: 'Chuyên đề',
        ...(who && { lecturerId: who }),
      })
    await expect(office.teaching.confirmAll({ classId, untilOn: '2026-11-30' })).rejects.toMatchObject({
      code: 'teaching.notYetHeld',
    })
    expect(await office.teaching.confirmAll({ classId, untilOn: '2026-11-23' })).toEqual({ confirmed: 2 })
  })
})

test('the week of the school is seen whole, by lecturer and by room', async () => {
  const classId = await aClass({ opensOn: '2027-03-01', closesOn: '2027-03-31' })
  const [lecturerId, roomId] = [await aLecturer(), await aRoom()]
  await office.teaching.addSession({
    classId,
    onDay: '2027-03-02',
    part: 'morning',
    hours: 5,
    title: 'Một',
    lecturerId,
  })
  await office.teaching.addSession({
    classId,
    onDay: '2027-03-03',
    part: 'evening',
    hours: 3,
    title: 'Hai',
    roomId,
  })
  await office.teaching.addSession({
    classId,
    onDay: '2027-03-09',
    part: 'morning',
    hours: 5,
    title: 'Ba',
    lecturerId,
  })
  const of = async (more: object) =>
    (await office.teaching.week({ on: '2027-03-04', ...more })).sessions.map((one) => one.title)
  expect(await of({})).toEqual(['Một', 'Hai'])
  expect(await of({ lecturerId })).toEqual(['Một'])
  expect(await of({ roomId })).toEqual(['Hai'])
  expect(await of({ q: 'không có lớp này' })).toEqual([])
})

test('the hours kept for the load of a year are those of the sessions, whatever happens to them', async () => {
  const classId = await aClass()
  const [first, second] = [await aLecturer(), await aLecturer()]
  const add = (onDay: string, more: object) =>
    office.teaching.addSession({ classId, onDay, part: 'evening', hours: 4, title: 'Báo cáo', ...more })
  const kept = async () =>
    (
      await world.rows<{ lecturer: number; month: string; field: string | null; hours: number }>(
        `select lecturer_id as lecturer, to_char(month_on, 'MM') as month, field_code as field, hours from teaching_load
         where lecturer_id in ($1, $2) and hours <> 0 order by 1, 2, 3`,
        [first, second],
      )
    ).map((one) => [one.lecturer, one.month, one.field, one.hours])
  const counted = async () => {
    const difference = await world.rows(
      `(select lecturer_id, month_on, field_code, hours from teaching_load where hours <> 0 except select * from teaching_load_counted())
       union all (select * from teaching_load_counted() except select lecturer_id, month_on, field_code, hours from teaching_load)`,
    )
    expect(difference).toEqual([])
  }
  const moved = await add('2026-11-26', { lecturerId: first, itemId: topics.one })
  const cancelled = await add('2026-11-27', { lecturerId: first })
  await add('2026-11-28', {})
  expect(await kept()).toEqual([
    [first, '11', 'LLCS', 4],
    [first, '11', null, 4],
  ])
  await counted()
  const { id: sessionId, version } = moved
  const other = {
    title: 'Báo cáo',
    part: 'evening',
    hours: 5,
    lecturerId: second,
    onDay: '2026-12-03',
  } as const
  await office.teaching.changeSession({ sessionId, version, ...other, itemId: topics.one, kind: 'theory' })
  expect(await kept()).toEqual([
    [first, '11', null, 4],
    [second, '12', 'LLCS', 5],
  ])
  await office.teaching.cancelSession({
    sessionId: cancelled.id,
    version: cancelled.version,
    reason: 'Báo cáo viên bận',
  })
  expect(await kept()).toEqual([[second, '12', 'LLCS', 5]])
  await counted()
  const load = await office.lecturers.loadOf({ lecturerId: second, year: 2026 })
  expect(load).toMatchObject({ planned: 5, taught: 0, classes: 1 })
})
