import { beforeAll, describe, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'

let world: World
let office: Api
let programmeId: number
let roomId: number
let lecturerId: number

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  programmeId = (
    await office.programmes.make({
      code: 'BD-X',
      name: 'Bồi dưỡng cấp ủy',
      groupCode: 'fostering',
      kind: 'fostering',
      modes: ['none'],
    })
  ).id
  roomId = (await office.rooms.make({ code: 'HTA', name: 'Hội trường A', seats: 120 })).id
  lecturerId = (
    await office.lecturers.make({ code: 'GV01', name: 'Nguyễn Văn An', fields: ['XDĐ'], weeklyHours: 20 })
  ).id
})

let made = 0
const aClass = async (
  opensOn: string,
  closesOn: string,
  more: Partial<Parameters<Api['classes']['open']>[0]> = {},
) => {
  made += 1
  return office.classes.open({
    code: `L${made}`,
    name: `Lớp số ${made}`,
    programmeId,
    opensOn,
    closesOn,
    basis: 'plan',
    learners: 60,
    ...more,
  })
}

describe('rooms and lecturers are never promised twice', () => {
  test('a taken room is refused with the class that has it, its days, and the next free dates', async () => {
    const first = await aClass('2027-03-01', '2027-03-12', { roomId })
    await expect(aClass('2027-03-08', '2027-03-12', { roomId })).rejects.toMatchObject({
      code: 'classes.roomTaken',
      params: {
        what: 'Hội trường A',
        code: first.code,
        name: first.name,
        fromOn: '2027-03-01',
        lastOn: '2027-03-12',
        next: ['2027-03-15', '2027-03-22', '2027-03-29'],
      },
    })
    // Nothing of the refused class is left.
    expect(await world.rows(`select 1 from training_class where code = 'L${made}'`)).toEqual([])
    // The day after is free.
    await aClass('2027-03-13', '2027-03-14', { roomId })
  })

  test('a lecturer who teaches, or is away, is refused with where and when', async () => {
    const wish = { lecturerId, fieldCode: 'XDĐ', fromOn: '2027-04-05', lastOn: '2027-04-09' }
    const first = await aClass('2027-04-05', '2027-04-09', { lecturers: [wish] })
    await expect(aClass('2027-04-05', '2027-04-09', { lecturers: [wish] })).rejects.toMatchObject({
      code: 'classes.lecturerTaken',
      params: { what: 'Nguyễn Văn An', code: first.code },
    })
    await office.lecturers.addAbsence({
      lecturerId,
      fromOn: '2027-04-19',
      lastOn: '2027-04-23',
      reason: 'Đi học',
    })
    const away = { lecturerId, fieldCode: 'XDĐ', fromOn: '2027-04-23', lastOn: '2027-04-26' }
    await expect(aClass('2027-04-19', '2027-04-30', { lecturers: [away] })).rejects.toMatchObject({
      code: 'classes.lecturerAway',
      params: { reason: 'Đi học', next: expect.arrayContaining(['2027-04-26']) },
    })
    // The other way round: nobody is sent away from a class that is taught.
    await expect(
      office.lecturers.addAbsence({
        lecturerId,
        fromOn: '2027-04-09',
        lastOn: '2027-04-12',
        reason: 'Nghỉ phép',
      }),
    ).rejects.toMatchObject({ code: 'lecturers.teachesThen', params: { code: first.code } })
  })

  test('of two who book at once one gets the room, the other is told with whom it is', async () => {
    const wishes = Array.from({ length: 6 }, () => aClass('2027-05-10', '2027-05-14', { roomId }))
    const results = await Promise.allSettled(wishes)
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const won = results.find((one) => one.status === 'fulfilled')?.value
    for (const one of results)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'classes.roomTaken', params: { code: won?.code } })
    expect(
      await world.rows(`select 1 from class_room where room_id = $1 and during @> date '2027-05-12'`, [
        roomId,
      ]),
    ).toHaveLength(1)
  })

  test('of two who name a lecturer at once one does', async () => {
    const wish = { lecturerId, fieldCode: 'XDĐ', fromOn: '2027-06-07', lastOn: '2027-06-11' }
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => aClass('2027-06-07', '2027-06-11', { lecturers: [wish] })),
    )
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test('the database holds it, whatever the code does', async () => {
    const one = await aClass('2027-07-05', '2027-07-09', { roomId })
    const two = await aClass('2027-07-05', '2027-07-09')
    const insert = (table: string, columns: string, values: string) =>
      world.rows(`insert into ${table} (${columns}) values (${values})`)
    await expect(
      insert('class_room', 'class_id, room_id, during', `${two.id}, ${roomId}, '[2027-07-09,2027-07-20)'`),
    ).rejects.toMatchObject({ constraint: 'class_room_free' })
    const lecturers = 'class_id, lecturer_id, field_code, during'
    await insert('class_lecturer', lecturers, `${one.id}, ${lecturerId}, 'XDĐ', '[2027-07-05,2027-07-07)'`)
    await expect(
      insert('class_lecturer', lecturers, `${two.id}, ${lecturerId}, 'XDĐ', '[2027-07-06,2027-07-07)'`),
    ).rejects.toMatchObject({ constraint: 'class_lecturer_free' })
  })
})

describe('bookings follow the class', () => {
  test('a class that moves takes its room along, and is refused where another is', async () => {
    const moving = await aClass('2027-08-02', '2027-08-06', { roomId })
    const other = await aClass('2027-08-16', '2027-08-20', { roomId })
    const edit = (opensOn: string, closesOn: string, version: number) =>
      office.classes.edit({
        classId: moving.id,
        version,
        code: moving.code,
        name: moving.name,
        programmeId,
        opensOn,
        closesOn,
        basis: 'plan',
      })
    await edit('2027-08-09', '2027-08-13', moving.version)
    expect((await office.classes.bookings({ classId: moving.id })).rooms).toMatchObject([
      { fromOn: '2027-08-09', lastOn: '2027-08-13' },
    ])
    await expect(edit('2027-08-16', '2027-08-20', moving.version + 1)).rejects.toMatchObject({
      code: 'classes.roomTaken',
      params: { code: other.code },
    })
    // Refused as a whole: class and room are where they were.
    expect(await office.classes.get({ classId: moving.id })).toMatchObject({ opensOn: '2027-08-09' })
  })

  test('a class that a file moves takes its room along too', async () => {
    const moving = await aClass('2027-12-06', '2027-12-10', { roomId, code: 'TEP-01' })
    const file = new File(
      [
        workbook({
          name: 'Lớp',
          rows: [
            ['DANH SÁCH LỚP NĂM 2027'],
            ['Mã lớp', 'Tên lớp', 'Chương trình', 'Khai giảng', 'Bế giảng', 'Số học viên'],
            ['TEP-01', moving.name, 'Bồi dưỡng cấp ủy', '13/12/2027', '17/12/2027', 60],
          ],
        }) as BlobPart,
      ],
      'lop.xlsx',
    )
    const run = await office.exchange.check({ kind: 'classes', file, year: 2027 })
    await office.exchange.apply({ runId: run.id })
    expect((await office.classes.bookings({ classId: moving.id })).rooms).toMatchObject([
      { fromOn: '2027-12-13', lastOn: '2027-12-17' },
    ])
  })

  test('a cancelled class frees what lay ahead and keeps what was', async () => {
    const { id, version } = await aClass('2027-09-06', '2027-09-17', { roomId })
    await office.classes.cancel({
      classId: id,
      version,
      cancelledOn: '2027-09-13',
      reason: 'Không đủ học viên',
    })
    expect((await office.classes.bookings({ classId: id })).rooms).toMatchObject([
      { fromOn: '2027-09-06', lastOn: '2027-09-12' },
    ])
    await aClass('2027-09-13', '2027-09-17', { roomId })
    await expect(
      office.classes.bookRoom({ classId: id, roomId, fromOn: '2027-09-14', lastOn: '2027-09-14' }),
    ).rejects.toMatchObject({ code: 'classes.alreadyCancelled' })
  })

  test('a class cancelled before it opened holds nothing', async () => {
    const wish = { lecturerId, fieldCode: 'XDĐ', fromOn: '2027-10-04', lastOn: '2027-10-08' }
    const { id, version } = await aClass('2027-10-04', '2027-10-08', { roomId, lecturers: [wish] })
    await office.classes.cancel({
      classId: id,
      version,
      cancelledOn: '2027-10-01',
      reason: 'Hoãn sang năm sau',
    })
    expect(await office.classes.bookings({ classId: id })).toEqual({ rooms: [], lecturers: [] })
  })

  test('a room outside the days of the class is refused, and one that does not exist', async () => {
    const { id } = await aClass('2027-11-01', '2027-11-05')
    await expect(
      office.classes.bookRoom({ classId: id, roomId, fromOn: '2027-11-01', lastOn: '2027-11-06' }),
    ).rejects.toMatchObject({ code: 'classes.bookingOutside' })
    await expect(
      office.classes.bookRoom({ classId: id, roomId: 999_999, fromOn: '2027-11-01', lastOn: '2027-11-05' }),
    ).rejects.toMatchObject({ code: 'classes.noRoom' })
  })
})

describe('opening dates', () => {
  test('are proposed from what is known, and one of them gives the class its days, room and lecturers', async () => {
    await office.lecturers.setHours({ programmeId, hours: { XDĐ: 20 } })
    await office.calendar.loadHolidays({ year: 2028 })
    const taken = await aClass('2028-01-03', '2028-01-14', { roomId })
    const moving = await aClass('2028-05-08', '2028-05-12')
    const asked = {
      programmeId,
      learners: 100,
      teachingDays: 5,
      earliest: '2028-01-03',
      weeks: 6,
      classId: moving.id,
    }
    const openings = await office.classes.openings(asked)
    const on = (day: string) => openings.find((one) => one.opensOn === day)
    expect(openings).toHaveLength(6)
    // 1 January is a Saturday: the Monday after is off, and a class would open on Tuesday.
    expect(on('2028-01-04')).toMatchObject({
      fit: 'blocked',
      reasons: [{ code: 'noRoom' }, { code: 'lecturersFree' }],
    })
    // Tết 2028: 26 January, off from the 25th.
    expect(on('2028-01-24')?.reasons.map((one) => one.code)).toContain('holidayInside')
    const [best] = openings
    expect(best).toMatchObject({ fit: 'good', opensOn: '2028-01-17', closesOn: '2028-01-21' })
    const block = best?.blocks[0]
    const scheduled = await office.classes.schedule({
      classId: moving.id,
      version: moving.version,
      opensOn: '2028-01-17',
      closesOn: '2028-01-21',
      roomId: best?.rooms[0]?.id,
      lecturers: [
        {
          lecturerId: block?.chosen[0] ?? 0,
          fieldCode: block?.fieldCode ?? '',
          fromOn: block?.fromOn ?? '',
          lastOn: block?.lastOn ?? '',
        },
      ],
    })
    expect(scheduled).toMatchObject({ opensOn: '2028-01-17', closesOn: '2028-01-21' })
    expect(await office.classes.bookings({ classId: moving.id })).toMatchObject({
      rooms: [{ room: 'Hội trường A', fromOn: '2028-01-17' }],
      lecturers: [{ lecturer: 'Nguyễn Văn An', field: 'Xây dựng Đảng' }],
    })
    // Its own room is not in its way; to the others it is.
    const again = await office.classes.openings(asked)
    expect(again.find((one) => one.opensOn === '2028-01-17')?.fit).toBe('good')
    const { classId: _, ...others } = asked
    expect((await office.classes.openings(others)).find((one) => one.opensOn === '2028-01-17')?.fit).toBe(
      'blocked',
    )
    // The page was old: another has moved the class since.
    await expect(
      office.classes.schedule({
        classId: moving.id,
        version: moving.version,
        opensOn: '2028-02-07',
        closesOn: '2028-02-11',
      }),
    ).rejects.toMatchObject({ code: 'classes.stale' })
    expect(taken.version).toBe(1)
  })

  test('the room shows its weeks', async () => {
    const weeks = await office.rooms.weeks({ roomId, year: 2028 })
    expect(weeks.find((one) => one.mondayOn === '2028-01-03')).toMatchObject({
      days: 5,
      classes: [{ name: expect.any(String) }],
    })
    expect(weeks.find((one) => one.mondayOn === '2028-02-07')).toMatchObject({ days: 0, classes: [] })
  })

  test('who teaches is not for learners to know, the room is', async () => {
    const wish = { lecturerId, fieldCode: 'XDĐ', fromOn: '2028-06-05', lastOn: '2028-06-09' }
    const { id } = await aClass('2028-06-05', '2028-06-09', { roomId, lecturers: [wish] })
    const learner = await world.as('learner')
    expect(await learner.classes.bookings({ classId: id })).toMatchObject({
      rooms: [{ room: 'Hội trường A' }],
      lecturers: [],
    })
    await expect(
      learner.classes.bookRoom({ classId: id, roomId, fromOn: '2028-06-05', lastOn: '2028-06-09' }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
