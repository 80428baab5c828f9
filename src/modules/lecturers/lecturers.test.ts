import { beforeAll, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'

let world: World
let office: Api

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
})

const head = ['Mã giảng viên', 'Họ và tên', 'Khoa', 'Loại giảng viên', 'Số tiết mỗi tuần']
const list = (...rows: (string | number)[][]) =>
  new File([workbook({ name: 'GV', rows: [head, ...rows] }) as BlobPart], 'giang-vien.xlsx')
const check = (file: File) => office.exchange.check({ kind: 'lecturers', file })

test('the school begins with its three faculties and may change them', async () => {
  const fields = await office.lecturers.fields()
  expect(fields.map((one) => one.code)).toEqual(['LLCS', 'XDĐ', 'NNPL'])
  const [first] = fields
  await office.lecturers.editField({
    code: 'LLCS',
    version: first?.version ?? 0,
    name: 'Lý luận cơ sở',
    nameEn: 'Basic theory',
    sortOrder: 5,
  })
  await expect(
    office.lecturers.editField({ code: 'LLCS', version: 1, name: 'Khác', nameEn: 'Other' }),
  ).rejects.toMatchObject({ code: 'lecturers.stale' })
  await expect(
    office.lecturers.makeField({ code: 'XDĐ', name: 'Xây dựng Đảng', nameEn: 'Party building' }),
  ).rejects.toMatchObject({ code: 'lecturers.fieldTaken' })
})

test('a list with faculties by code or by name comes in, and again without change', async () => {
  const file = list(
    ['GV01', 'Nguyễn Thị Ánh', 'Xây dựng Đảng', 'Cơ hữu', 14],
    ['GV02', 'Trần Văn Ân', 'llcs; Nhà nước và pháp luật', 'Thỉnh giảng', ''],
  )
  const run = await check(file)
  expect(run.counts).toMatchObject({ add: 2, wrong: 0 })
  await office.exchange.apply({ runId: run.id })
  const { rows } = await office.lecturers.list({})
  expect(
    rows.map(({ name, fields, isGuest, weeklyHours }) => ({
      name,
      fields: fields.toSorted(),
      isGuest,
      weeklyHours,
    })),
  ).toEqual([
    { name: 'Nguyễn Thị Ánh', fields: ['XDĐ'], isGuest: false, weeklyHours: 14 },
    { name: 'Trần Văn Ân', fields: ['LLCS', 'NNPL'], isGuest: true, weeklyHours: 16 },
  ])
  expect((await check(file)).counts).toMatchObject({ same: 2, change: 0 })
  const moved = await check(list(['GV01', 'Nguyễn Thị Ánh', 'LLCS', 'Cơ hữu', 14]))
  await office.exchange.apply({ runId: moved.id })
  expect((await office.lecturers.list({ fieldCode: 'XDĐ' })).total).toBe(0)
})

test.each<[string, (string | number)[], string]>([
  ['a faculty that the school does not have', ['X1', 'Lê Văn B', 'Toán', '', ''], 'lecturers.unknownField'],
  ['no faculty', ['X1', 'Lê Văn B', '', '', ''], 'field.required'],
  ['no name', ['X1', '', 'LLCS', '', ''], 'field.required'],
  ['hours beyond a week', ['X1', 'Lê Văn B', 'LLCS', '', 90], 'field.tooLarge'],
  ['a kind that nobody knows', ['X1', 'Lê Văn B', 'LLCS', 'Khác', ''], 'field.notInList'],
])('a row with %s is named at its cell', async (_, row, code) => {
  const run = await check(list(row, ['OK', 'Lê Văn C', 'LLCS', '', 16]))
  expect((await office.exchange.get({ runId: run.id })).rows[0]).toMatchObject({
    action: 'wrong',
    problems: [expect.objectContaining({ code })],
  })
})

test('a list says of which kind somebody is and how much a month, and a wrong kind is named at its cell', async () => {
  const columns = [...head, 'Nhóm', 'Số tiết mỗi tháng']
  const file = (...rows: (string | number)[][]) =>
    new File([workbook({ name: 'GV', rows: [columns, ...rows] }) as BlobPart], 'giang-vien.xlsx')
  const run = await check(
    file(['GV60', 'Lê Văn Khách', 'LLCS', 'Mời giảng', 8, 'Chuyên gia, nhà khoa học', 20]),
  )
  await office.exchange.apply({ runId: run.id })
  const [guest] = (await office.lecturers.list({ q: 'GV60' })).rows
  expect(guest).toMatchObject({ categoryCode: 'expert', monthlyHours: 20, approval: 'none' })
  // A file without these columns leaves them.
  const plain = await check(list(['GV60', 'Lê Văn Khách', 'XDĐ', 'Mời giảng', 8]))
  await office.exchange.apply({ runId: plain.id })
  expect((await office.lecturers.list({ q: 'GV60' })).rows[0]).toMatchObject({
    fields: ['XDĐ'],
    categoryCode: 'expert',
    monthlyHours: 20,
  })
  for (const [kind, code] of [
    ['Người quen', 'lecturers.unknownCategory'],
    ['Giảng viên cơ hữu', 'lecturers.otherKind'],
  ] as const) {
    const wrong = await check(file(['GV61', 'Lê Văn Sai', 'LLCS', 'Mời giảng', 8, kind, '']))
    expect((await office.exchange.get({ runId: wrong.id })).rows[0]).toMatchObject({
      action: 'wrong',
      problems: [expect.objectContaining({ code })],
    })
  }
})

test('absences never overlap, and one taken back is gone', async () => {
  const { id } = await office.lecturers.make({ code: 'GV10', name: 'Lê Văn Bình', fields: ['LLCS'] })
  const away = { lecturerId: id, fromOn: '2027-01-04', lastOn: '2027-01-15', reason: 'Đi học' }
  const { absences } = await office.lecturers.addAbsence(away)
  await expect(
    office.lecturers.addAbsence({ ...away, fromOn: '2027-01-15', lastOn: '2027-01-20' }),
  ).rejects.toMatchObject({
    code: 'lecturers.absentTwice',
  })
  await expect(office.lecturers.addAbsence({ ...away, lastOn: '2027-01-01' })).rejects.toMatchObject({
    code: 'lecturers.absenceEndsBeforeItBegins',
  })
  const after = await office.lecturers.removeAbsence({ lecturerId: id, absenceId: absences[0]?.id ?? 0 })
  expect(after.absences).toEqual([])
})

test('hours of a programme are set by field; a field with none is left out', async () => {
  const { id: programmeId } = await office.programmes.make({
    code: 'BD-Y',
    name: 'Bồi dưỡng Y',
    groupCode: 'fostering',
    kind: 'fostering',
    modes: ['none'],
  })
  await office.lecturers.setHours({ programmeId, hours: { LLCS: 20, NNPL: 12 } })
  expect(await office.lecturers.setHours({ programmeId, hours: { LLCS: 24, NNPL: 0, XDĐ: 8 } })).toEqual(
    expect.arrayContaining([
      { programmeId, fieldCode: 'LLCS', hours: 24 },
      { programmeId, fieldCode: 'XDĐ', hours: 8 },
    ]),
  )
  expect(await office.lecturers.hours({ programmeId })).toHaveLength(2)
  await expect(office.lecturers.setHours({ programmeId, hours: { TOAN: 1 } })).rejects.toMatchObject({
    code: 'lecturers.unknownField',
  })
})

test('who teaches is not for units', async () => {
  const head = await world.as('learner')
  await expect(head.lecturers.list({})).rejects.toMatchObject({ status: 403 })
  expect((await head.lecturers.fields()).length).toBeGreaterThan(0)
})
