import { beforeAll, describe, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { isStricter, setOfIntake } from './rules.ts'
import { studySets } from './study-rules.ts'

describe('which regulation an intake studies under', () => {
  test.each([
    ['2009-12-01', null],
    ['2010-02-03', 'STUDY-268'],
    ['2016-04-20', 'STUDY-268'],
    ['2016-04-21', 'STUDY-1855'],
    ['2019-05-01', 'STUDY-1855'],
    ['2019-05-02', 'STUDY-2252'],
    ['2021-12-20', 'STUDY-2252'],
    ['2021-12-21', 'STUDY-6468'],
    ['2026-11-02', 'STUDY-6468'],
  ])('a class that opens on %s: %s', async (opensOn, id) => {
    expect(setOfIntake(await studySets(), opensOn)?.id ?? null).toBe(id)
  })

  test.each([
    ['minPercent', 85, 80, true],
    ['minPercent', 80, 80, false],
    ['minPercent', 75, 80, false],
    ['resits', 0, 1, true],
    ['resits', 2, 1, false],
    ['passMark', 5.5, 5, true],
    ['passMark', 4, 5, false],
  ] as const)('%s of %d where the regulation says %d is stricter: %s', (figure, own, regulation, is) => {
    expect(isStricter(figure, own, regulation)).toBe(is)
  })
})

let world: World
let office: Api
let deputy: Api
let unitA: number
let unitB: number
let people: number[]
let programmeId: number

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  deputy = await world.as('rectorate')
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
  unitA = await aUnit('Sở Nội vụ')
  unitB = await aUnit('Sở Tài chính')
  people = []
  for (const [i, name] of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung'].entries())
    people.push(
      (
        await office.people.make({
          code: `CB${i}`,
          fullName: name,
          born: '19/05/1985',
          unitId: i < 2 ? unitA : unitB,
          title: 'Chuyên viên',
          fromOn: '2020-01-01',
        })
      ).id,
    )
  programmeId = (
    await office.programmes.make({
      code: 'TC-E',
      name: 'Trung cấp',
      groupCode: 'intermediate',
      kind: 'training',
      modes: ['none'],
    })
  ).id
})

let made = 0
const aClass = async (opensOn = '2026-11-02', closesOn = '2027-06-30') => {
  made += 1
  return (
    await office.classes.open({
      code: `TC-E${made}`,
      name: `Lớp ${made}`,
      programmeId,
      opensOn,
      closesOn,
      basis: 'plan',
      learners: 3,
    })
  ).id
}
const someOf = (from: number, until: number) => people.slice(from, until)

describe('the list of a class', () => {
  test('people taken in have numbers that are never given again, and the regulation of the intake', async () => {
    const classId = await aClass('2031-01-06', '2031-06-30')
    await office.enrolments.enrol({ classId, personIds: someOf(0, 2), decisionNumber: '12-QĐ/TCT' })
    const before = await office.enrolments.list({ classId })
    expect(before.rows.map((row) => [row.number, row.fullName, row.unit, row.born, row.ruleSet])).toEqual([
      [1, 'Nguyễn Văn An', 'Sở Nội vụ', '19/05/1985', 'STUDY-6468'],
      [2, 'Trần Thị Bình', 'Sở Nội vụ', '19/05/1985', 'STUDY-6468'],
    ])
    const [first] = before.rows
    if (!first) throw new Error('nobody')
    const left = await office.enrolments.leave({
      enrolmentId: first.id,
      version: first.version,
      leftOn: '2031-02-03',
      leftCause: 'withdrawn',
      reason: 'Chuyển công tác',
    })
    await office.enrolments.enrol({ classId, personIds: someOf(2, 3) })
    const after = await office.enrolments.list({ classId })
    expect(after).toMatchObject({ active: 2, left: 1, typedLearners: 3 })
    expect(after.rows.map((row) => row.number)).toEqual([1, 2, 3])
    // A leaving is undone by a second entry, which the record keeps beside the first.
    await expect(
      office.enrolments.restore({ enrolmentId: first.id, version: first.version, reason: 'Ghi nhầm người' }),
    ).rejects.toMatchObject({ code: 'enrolments.stale' })
    const back = await office.enrolments.restore({
      enrolmentId: first.id,
      version: left.version,
      reason: 'Ghi nhầm người',
    })
    expect(back.leftOn).toBeNull()
    const lines = await world.rows<{ reason: string | null }>(
      `select reason from audit_line where table_name = 'enrolment' and row_id = $1 and action = 'update' order by id`,
      [String(first.id)],
    )
    expect(lines.map((line) => line.reason)).toEqual(['Chuyển công tác', 'Ghi nhầm người'])
  })

  test('nobody stands in a class twice, and two classes on the same days need a reason', async () => {
    const [classId, other] = [await aClass(), await aClass()]
    await office.enrolments.enrol({ classId, personIds: someOf(0, 1) })
    await expect(office.enrolments.enrol({ classId, personIds: someOf(0, 1) })).rejects.toMatchObject({
      code: 'enrolments.already',
    })
    await expect(office.enrolments.enrol({ classId: other, personIds: someOf(0, 2) })).rejects.toMatchObject({
      code: 'enrolments.overlaps',
      params: { name: 'Nguyễn Văn An' },
    })
    expect((await office.enrolments.list({ classId: other })).total).toBe(0)
    await office.enrolments.enrol({
      classId: other,
      personIds: someOf(0, 2),
      overlapReason: 'Lớp buổi tối, không trùng buổi học',
    })
    expect((await office.enrolments.list({ classId: other })).active).toBe(2)
  })

  test('a unit sees its own people, a head the own class, a learner the own line', async () => {
    const [classId, other] = [
      await aClass('2032-01-05', '2032-06-30'),
      await aClass('2033-01-05', '2033-06-30'),
    ]
    await office.enrolments.enrol({ classId, personIds: people })
    await office.enrolments.enrol({ classId: other, personIds: people })
    const head = await world.as('headTeacher')
    const learner = await world.as('learner', { personId: people[0] as number })
    const unit = await world.as('unitCoordinator', { unitId: unitB })
    const seen = async (api: Api, id: number) => (await api.enrolments.list({ classId: id })).total
    expect(await seen(head, classId)).toBe(0)
    await office.enrolments.nameHead({ classId, accountId: head.accountId, fromOn: '2032-01-05' })
    expect([await seen(head, classId), await seen(head, other)]).toEqual([4, 0])
    expect(await seen(unit, classId)).toBe(2)
    expect(await seen(learner, classId)).toBe(1)
    // Who speaks for the class sees all of it.
    const mine = (await learner.enrolments.list({ classId })).rows[0]
    await office.enrolments.nameMonitor({
      classId,
      enrolmentId: mine?.id ?? 0,
      post: 'monitor',
      fromOn: '2032-01-05',
    })
    expect([await seen(learner, classId), await seen(learner, other)]).toEqual([4, 1])
    await expect(unit.enrolments.enrol({ classId, personIds: people })).rejects.toMatchObject({ status: 403 })
    await expect(head.enrolments.enrol({ classId, personIds: people })).rejects.toMatchObject({ status: 403 })
    // The next head takes over from the day on.
    const next = await world.as('lecturer')
    await office.enrolments.nameHead({ classId, accountId: next.accountId, fromOn: '2032-03-01' })
    expect((await office.enrolments.list({ classId })).heads.map((one) => one.untilOn)).toEqual([
      null,
      '2032-03-01',
    ])
  })

  test('a list from Excel is checked, taken in whole, and changes nothing when it comes again', async () => {
    const classId = await aClass('2034-01-05', '2034-06-30')
    const code = `TC-E${made}`
    const list = () =>
      new File(
        [
          workbook({
            name: 'Học viên',
            rows: [
              ['Mã lớp', 'Mã cán bộ', 'Họ và tên', 'Đơn vị', 'Số quyết định'],
              [code, 'CB0', 'Nguyễn Văn An', 'Sở Nội vụ', '9-QĐ/TCT'],
              [code, '', 'Lê Văn Cường', 'Sở Tài chính', '9-QĐ/TCT'],
            ],
          }) as BlobPart,
        ],
        'lop.xlsx',
      )
    const run = await office.exchange.check({ kind: 'enrolments', file: list() })
    expect(run.counts).toMatchObject({ add: 2, wrong: 0 })
    await office.exchange.apply({ runId: run.id })
    expect((await office.enrolments.list({ classId })).rows.map((row) => row.fullName)).toEqual([
      'Nguyễn Văn An',
      'Lê Văn Cường',
    ])
    const sheets = await readSheets(
      new Uint8Array(await (await office.enrolments.listXlsx({ classId })).arrayBuffer()),
    )
    const printed = sheets[0]?.rows.map((row) => row.cells.map(cellText).join('|')) ?? []
    expect(printed.some((row) => row.includes('Lê Văn Cường') && row.includes('Sở Tài chính'))).toBe(true)
    const wrong = new File(
      [
        workbook({
          name: 'Học viên',
          rows: [
            ['Mã lớp', 'Mã cán bộ', 'Họ và tên'],
            ['KHONG-CO', '', 'Nguyễn Văn An'],
            [code, 'CB1', 'Nguyễn Văn An'],
            [code, '', 'Người Không Có'],
          ],
        }) as BlobPart,
      ],
      'sai.xlsx',
    )
    const refused = await office.exchange.check({ kind: 'enrolments', file: wrong })
    expect(refused.counts.wrong).toBe(3)
  })
})

describe('what the school asks beyond the regulation', () => {
  test('only what is stricter, confirmed by a second person, for classes that open from then on', async () => {
    const early = await aClass('2026-03-02', '2026-09-30')
    const late = await aClass('2026-10-05', '2027-03-31')
    const ask = (value: number) =>
      office.enrolments.proposeOverlay({
        ruleSet: 'STUDY-6468',
        figure: 'minPercent',
        value,
        fromOn: '2026-09-01',
        source: 'Quyết định 36/QĐ-TCT',
      })
    await expect(ask(75)).rejects.toMatchObject({ code: 'enrolments.notStricter' })
    const asked = await ask(85)
    await expect(
      office.enrolments.decideOverlay({ overlayId: asked.id, version: asked.version, decision: 'inForce' }),
    ).rejects.toMatchObject({ code: 'enrolments.secondPerson' })
    const least = async (classId: number) =>
      (await office.enrolments.classRule({ classId })).figures.find((one) => one.figure === 'minPercent')
    expect(await least(late)).toMatchObject({ value: 80, tag: 'toConfirm', isSchools: false })
    await deputy.enrolments.decideOverlay({
      overlayId: asked.id,
      version: asked.version,
      decision: 'inForce',
    })
    expect(await least(late)).toMatchObject({ value: 85, isSchools: true, source: 'Quyết định 36/QĐ-TCT' })
    expect(await least(early)).toMatchObject({ value: 80 })
  })
})
