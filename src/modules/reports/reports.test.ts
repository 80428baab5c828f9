import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { printPortions, printProgress } from './rules.ts'

const fixture = async (name: string) =>
  new File([await readFile(join(import.meta.dirname, '../../../tests/fixtures/longan-2023', name))], name)

type Report = Awaited<ReturnType<World['office']['reports']['progress']>>

describe('the year of the article, from its two workbooks', () => {
  let world: World
  let report: Report
  beforeAll(async () => {
    world = await aWorld()
    for (const [kind, name] of [
      ['plan', 'ke-hoach-2023.xlsx'],
      ['classes', 'lop-2023.xlsx'],
    ] as const) {
      const run = await world.office.exchange.check({ kind, file: await fixture(name) })
      await world.office.exchange.apply({ runId: run.id })
    }
    report = await world.office.reports.progress({ year: 2023 })
  })

  test('50 of 48 classes, 4,681 learners, 104,16 % when cut, 104,17 when rounded half up', async () => {
    expect(report).toMatchObject({
      planned: { classes: 48, carriedOver: 16, opened: 32 },
      held: { classes: 50, carriedOver: 16, opened: 34, learners: 4681 },
      fraction: { part: 50, whole: 48 },
      share: '104,16',
    })
    expect((await world.office.reports.progress({ year: 2023, rounding: 'half-up' })).share).toBe('104,17')
  })

  test('trung cấp 25/23 = 13 + 12 (5 tập trung, 7 vừa làm vừa học), bồi dưỡng 21/21, cao cấp 4/4 = 3 + 1', () => {
    expect(
      report.groups.map(({ group, planned, held, carriedOver, opened, openedByMode, share }) => ({
        group,
        planned,
        held,
        carriedOver,
        opened,
        openedByMode,
        share,
      })),
    ).toEqual([
      {
        group: 'intermediate',
        planned: 23,
        held: 25,
        carriedOver: 13,
        opened: 12,
        openedByMode: { fullTime: 5, partTime: 7, none: 0 },
        share: '108,69',
      },
      {
        group: 'fostering',
        planned: 21,
        held: 21,
        carriedOver: 0,
        opened: 21,
        openedByMode: { fullTime: 0, partTime: 0, none: 21 },
        share: '100,00',
      },
      {
        group: 'advanced',
        planned: 4,
        held: 4,
        carriedOver: 3,
        opened: 1,
        openedByMode: { fullTime: 0, partTime: 1, none: 0 },
        share: '100,00',
      },
    ])
  })

  test('beyond the plan 33 classes with 3,153 learners stand apart', () => {
    expect(report.beyond).toMatchObject({ classes: 33, learners: 3153 })
    expect(report.beyond.kinds.map((kind) => kind.classes)).toEqual([12, 8, 7, 6])
  })

  test('the plan that it is compared with and its state are named', async () => {
    expect(report.plan).toMatchObject({ number: 1, state: 'draft', assignedBy: 'Thường trực Tỉnh ủy' })
  })

  test('portions that must sum to 100 do', async () => {
    const summed = await world.office.reports.progress({ year: 2023, rounding: 'sum-100' })
    expect(summed.groups.map((group) => group.portion)).toEqual(['50,00', '42,00', '8,00'])
    expect(printPortions([1, 1, 1], 'sum-100')).toEqual(['33,34', '33,33', '33,33'])
    expect(printPortions([1, 1, 1], 'cut')).toEqual(['33,33', '33,33', '33,33'])
    expect(printProgress({ part: 3, whole: 0 }, 'cut')).toBe('–')
  })

  test('behind every figure is a list of exactly that many classes', async () => {
    const count = async (filter: object) =>
      (await world.office.classes.list({ year: 2023, state: 'held', ...filter })).total
    expect(await count({ basis: 'plan' })).toBe(report.held.classes)
    expect(await count({ basis: 'policy' })).toBe(report.beyond.classes)
    for (const { group, held, carriedOver, opened, learners } of report.groups) {
      expect(await count({ group, basis: 'plan' })).toBe(held)
      expect(await count({ group, basis: 'plan', countsAs: 'carriedOver' })).toBe(carriedOver)
      expect(await count({ group, basis: 'plan', countsAs: 'opened' })).toBe(opened)
      expect((await world.office.classes.list({ year: 2023, group, basis: 'plan' })).learners).toBe(learners)
    }
    for (const { month, opened, running, beyondOpened, beyondRunning } of report.months) {
      expect(await count({ basis: 'plan', openedIn: month })).toBe(opened)
      expect(await count({ basis: 'plan', runningIn: month })).toBe(running)
      expect(await count({ basis: 'policy', openedIn: month })).toBe(beyondOpened)
      expect(await count({ basis: 'policy', runningIn: month })).toBe(beyondRunning)
    }
    for (const { partner, classes, beyondClasses } of report.partners) {
      expect(await count({ partner, basis: 'plan' })).toBe(classes)
      expect(await count({ partner, basis: 'policy' })).toBe(beyondClasses)
    }
    for (const { programmeId, classes } of report.beyond.kinds)
      expect(await count({ programmeId, basis: 'policy' })).toBe(classes)
    const sum = (
      of: (one: {
        classes: number
        learners: number
        beyondClasses: number
        beyondLearners: number
      }) => number,
    ) => report.partners.reduce((all, one) => all + of(one), 0)
    expect([
      sum((p) => p.classes),
      sum((p) => p.learners),
      sum((p) => p.beyondClasses),
      sum((p) => p.beyondLearners),
    ]).toEqual([50, 4681, 33, 3153])
  })

  test('the workbook says what the report says', async () => {
    const file = await world.office.reports.progressXlsx({ year: 2023 })
    const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Kết quả 2023',
      'Từng dòng',
      'Ngoài kế hoạch',
      'Theo tháng',
      'Đơn vị phối hợp',
    ])
    const lines = sheets.map((sheet) => sheet.rows.map((row) => row.cells.map(cellText)))
    const main = lines[0] ?? []
    for (const group of report.groups) {
      const { fullTime, partTime, none } = group.openedByMode
      const figures = [
        group.planned,
        group.plannedCarriedOver,
        group.plannedOpened,
        group.held,
        group.carriedOver,
        group.opened,
        fullTime,
        partTime,
        none,
        group.learners,
      ]
      expect(main.find((cells) => cells[1] === group.name)?.slice(2)).toEqual([
        ...figures.map(String),
        group.share,
        group.portion,
      ])
    }
    expect(main.find((cells) => cells[1] === 'Tổng cộng')?.slice(2, 13)).toEqual([
      '48',
      '16',
      '32',
      '50',
      '16',
      '34',
      '5',
      '8',
      '21',
      '4681',
      '104,16',
    ])
    const words = main.flat().join('\n')
    expect(words).toContain('50 trên 48 lớp, 4.681 lượt học viên, đạt 104,16 % kế hoạch.')
    expect(words).toContain('Ngoài kế hoạch: 33 lớp, 3.153 lượt học viên.')
    expect(words).toContain('phần sau cắt bỏ, không làm tròn')
    expect(lines[2]?.at(-1)).toEqual(['Tổng cộng', '33', '3153'])
    expect(lines[4]?.at(-1)).toEqual(['Tổng cộng', '50', '4681', '33', '3153'])
  })

  test('line by line: the classes that name a line stand at it, the others apart, and nothing else changes', async () => {
    const { office } = world
    expect(report.lines?.rows).toHaveLength(13)
    expect(report.lines?.rows.every((line) => line.held === 0 && line.coming === 0)).toBe(true)
    expect(report.lines?.unnamed).toEqual({
      classes: 50,
      carriedOver: 16,
      opened: 34,
      learners: 4681,
      coming: 0,
    })
    const line = report.lines!.rows.find((one) => one.group === 'advanced' && one.plannedCarriedOver > 0)!
    const { rows } = await office.classes.list({ year: 2023, group: 'advanced', basis: 'plan', size: 100 })
    for (const { id: classId, code, name, programmeId, mode, opensOn, closesOn, partner, learners } of rows) {
      const { version } = await office.classes.get({ classId })
      await office.classes.edit({
        classId,
        code,
        name,
        programmeId,
        mode,
        opensOn,
        ...(closesOn && { closesOn }),
        partner,
        ...(learners !== null && { learners }),
        basis: 'plan',
        planLineKey: line.lineKey,
        version,
      })
    }
    const named = await office.reports.progress({ year: 2023 })
    const learners = rows.reduce((sum, row) => sum + (row.learners ?? 0), 0)
    expect(named.lines?.rows.find((one) => one.lineKey === line.lineKey)).toMatchObject({
      held: 4,
      carriedOver: 3,
      opened: 1,
      learners,
      coming: 0,
    })
    expect(named.lines?.unnamed).toMatchObject({
      classes: 46,
      carriedOver: 13,
      opened: 33,
      learners: 4681 - learners,
    })
    expect(named.lines?.rows.reduce((sum, one) => sum + one.planned, 0)).toBe(48)
    expect((await office.classes.list({ year: 2023, planLineKey: line.lineKey, state: 'held' })).total).toBe(
      4,
    )
    const { lines: _before, ...before } = report
    const { lines: _after, ...after } = named
    expect(after).toEqual(before)

    const file = await office.reports.progressXlsx({ year: 2023 })
    const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
    const cells = sheets[1]?.rows.map((row) => row.cells.map(cellText)) ?? []
    expect(cells.filter((row) => row.includes('chưa có lớp'))).toHaveLength(12)
    expect(cells.find((row) => row.includes('Tổng cộng'))?.slice(5, 13)).toEqual([
      '48',
      '16',
      '32',
      String(named.planned.learners ?? ''),
      '50',
      '16',
      '34',
      '4681',
    ])
  })

  test('the letter says what the report says', async () => {
    const file = await world.office.reports.progressDocx({ year: 2023, rounding: 'half-up' })
    const text = wordsOf(new Uint8Array(await file.arrayBuffer()))
    expect(text).toContain('TRƯỜNG CHÍNH TRỊ TỈNH THỬ NGHIỆM')
    expect(text).toContain('50 trên 48 lớp, 4.681 lượt học viên, đạt 104,17 % kế hoạch.')
    expect(text).toContain(
      '1|Trung cấp lý luận chính trị|23|25|13|12|5 tập trung, 7 vừa làm vừa học|2.152|108,70',
    )
    expect(text).toContain('Tổng cộng|48|50|16|34|')
    expect(text).toContain('33 lớp với 3.153 lượt học viên')
    expect(text).toContain('làm tròn lên')
  })
})

describe('a small year, computed by hand', () => {
  let world: World
  let programmes: Record<string, number>
  beforeAll(async () => {
    world = await aWorld({ today: '2026-07-15' })
    const { rows } = await world.office.programmes.list({ size: 100, period: 'all' })
    programmes = Object.fromEntries(rows.map((row) => [row.code, row.id]))
    const open = (
      code: string,
      programme: string,
      opensOn: string,
      closesOn: string | null,
      learners: number,
      over: object = {},
    ) =>
      world.office.classes.open({
        code,
        name: programme,
        programmeId: programmes[programme] ?? 0,
        opensOn,
        ...(closesOn && { closesOn }),
        learners,
        basis: 'plan',
        ...over,
      })
    // Over New Year: carried over in 2026.
    await open('A', 'TC-LLCT', '2025-10-01', '2026-05-31', 40, { mode: 'fullTime' })
    await open('B', 'TC-LLCT', '2026-02-01', '2027-02-01', 50, { mode: 'partTime', partner: 'Sở Nội vụ' })
    // Cancelled before it began: counts nowhere.
    const cancelled = await open('C', 'TC-LLCT', '2026-03-01', '2026-09-01', 999, { mode: 'partTime' })
    await world.office.classes.cancel({
      classId: cancelled.id,
      cancelledOn: '2026-02-20',
      reason: 'Không đủ học viên',
      version: cancelled.version,
    })
    // By its dates opened in December 2025, by the school's word in 2026.
    const corrected = await open('D', 'BD-CV', '2025-12-28', '2026-01-15', 30)
    await world.office.classes.correctYear({
      classId: corrected.id,
      year: 2026,
      countsAs: 'opened',
      reason: 'Quyết định của năm 2026',
    })
    // Opens after the day of the report.
    await open('E', 'BD-CV', '2026-09-01', '2026-09-20', 70)
    // No day of closing, beyond the plan.
    await open('F', 'BD-HDND', '2026-06-01', null, 25, {
      basis: 'policy',
      policyIssuer: 'Thường trực HĐND tỉnh',
    })
    const draft = await world.office.plans.makeDraft({ year: 2026 })
    await world.office.plans.addLine({
      versionId: draft.id,
      programmeId: programmes['TC-LLCT'] ?? 0,
      modeCode: 'partTime',
      carriedOver: 1,
      opened: 2,
    })
  })

  test('classes over New Year, cancelled, corrected and to come each count as they should', async () => {
    const report = await world.office.reports.progress({ year: 2026 })
    expect(report).toMatchObject({
      on: '2026-07-15',
      planned: { classes: 3, carriedOver: 1, opened: 2, learners: null },
      held: {
        classes: 3,
        carriedOver: 1,
        opened: 2,
        openedByMode: { fullTime: 0, partTime: 1, none: 1 },
        learners: 120,
      },
      coming: 1,
      share: '100,00',
      beyond: { classes: 1, learners: 25, coming: 0 },
    })
    expect(report.groups).toMatchObject([
      {
        group: 'intermediate',
        planned: 3,
        held: 2,
        carriedOver: 1,
        opened: 1,
        learners: 90,
        share: '66,66',
        coming: 0,
      },
      // Held without a plan: nothing to divide by.
      { group: 'fostering', planned: 0, held: 1, opened: 1, learners: 30, share: '–', coming: 1 },
    ])
    expect(report.months.map((month) => month.running)).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1])
    expect(report.months.map((month) => month.opened)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(report.months[5]).toMatchObject({ beyondOpened: 1, beyondRunning: 1 })
  })

  test('the year before has the same class as opened, and not the one that was corrected away', async () => {
    expect(await world.office.reports.progress({ year: 2025 })).toMatchObject({
      plan: null,
      planned: { classes: 0 },
      held: { classes: 1, opened: 1, carriedOver: 0, learners: 40 },
      share: '–',
    })
  })

  test('a year without anything is a report of nothing, not an error', async () => {
    expect((await world.office.reports.progress({ year: 2011 })).lines).toBeUndefined()
    const report = await world.office.reports.progress({ year: 1999 })
    expect(report).toMatchObject({
      plan: null,
      groups: [],
      share: '–',
      held: { classes: 0, learners: 0 },
      beyond: { classes: 0, kinds: [] },
      partners: [],
      units: [],
    })
    for (const file of [
      await world.office.reports.progressXlsx({ year: 1999 }),
      await world.office.reports.progressDocx({ year: 1999 }),
    ]) {
      expect(file.size).toBeGreaterThan(1000)
    }
  })

  test('a unit’s coordinator sees the report, but not a plan that nobody has submitted', async () => {
    for (const firstWall of [true, false]) {
      const other = await aWorld({ today: '2026-07-15', firstWall })
      const { unitId } = await other.office.units.make({
        name: 'Sở Y tế',
        kind: 'department',
        level: 'province',
        bloc: 'state',
        reason: 'Lập sổ đơn vị',
      })
      const { rows } = await other.office.programmes.list({ q: 'TC-LLCT' })
      const draft = await other.office.plans.makeDraft({ year: 2026 })
      await other.office.plans.addLine({
        versionId: draft.id,
        programmeId: rows[0]?.id ?? 0,
        modeCode: 'fullTime',
        opened: 2,
      })
      const coordinator = await other.as('unitCoordinator', { unitId })
      expect(await coordinator.reports.progress({ year: 2026 })).toMatchObject({
        plan: null,
        planned: { classes: 0 },
      })
    }
    const learner = await world.as('learner')
    await expect(learner.reports.progress({ year: 2026 })).rejects.toMatchObject({ status: 403 })
  })
})

test('the plan in force and the plan as first assigned stay apart', async () => {
  const world = await aWorld()
  const officer = await world.as('trainingOffice')
  const committee = await world.as('standingCommittee')
  const { rows } = await officer.programmes.list({ q: 'TC-LLCT' })
  const approve = async (versionId: number, documentNumber: string) => {
    const { version } = await officer.plans.get({ versionId })
    const submitted = await officer.plans.submit({ versionId, version: version.version })
    await committee.plans.approve({
      versionId,
      documentNumber,
      documentOn: '2026-01-05',
      version: submitted.version,
    })
  }
  const first = await officer.plans.makeDraft({ year: 2026 })
  await officer.plans.addLine({
    versionId: first.id,
    programmeId: rows[0]?.id ?? 0,
    modeCode: 'fullTime',
    opened: 4,
  })
  await approve(first.id, '01-KH/TU')
  const second = await officer.plans.makeDraft({ year: 2026, fromVersionId: first.id })
  await officer.plans.addLine({
    versionId: second.id,
    programmeId: rows[0]?.id ?? 0,
    modeCode: 'partTime',
    opened: 1,
  })
  expect(await officer.reports.progress({ year: 2026 })).toMatchObject({
    planned: { classes: 4 },
    plan: { number: 1, state: 'approved', documentNumber: '01-KH/TU' },
  })
  await approve(second.id, '02-KH/TU')
  expect(await officer.reports.progress({ year: 2026 })).toMatchObject({
    planned: { classes: 5 },
    plan: { number: 2 },
  })
  expect(await officer.reports.progress({ year: 2026, plan: 'assigned' })).toMatchObject({
    planned: { classes: 4 },
    plan: { number: 1 },
  })
})

test('by unit: under the names of then, or by what the units have become', async () => {
  const world = await aWorld({ today: '2026-07-15' })
  const unit = async (name: string) =>
    (
      await world.office.units.make({
        name,
        kind: 'district',
        level: 'district',
        bloc: 'state',
        reason: 'Lập sổ đơn vị',
      })
    ).unitId
  const merged = await unit('Cần Đước')
  const also = await unit('Cần Giuộc')
  const divided = await unit('Tân Trụ')
  const target = await unit('Rạch Kiến')
  const other = await unit('Nhựt Tảo')
  const { rows } = await world.office.programmes.list({ q: 'BD-BTCB' })
  for (const [code, place] of [
    ['1', 'Huyện Cần Đước'],
    ['2', 'Huyện Cần Giuộc'],
    ['3', 'Huyện Tân Trụ'],
    ['4', 'Hội trường tỉnh'],
  ] as const) {
    await world.office.classes.open({
      code,
      name: 'Bồi dưỡng',
      programmeId: rows[0]?.id ?? 0,
      opensOn: '2025-03-01',
      closesOn: '2025-03-05',
      place,
      learners: 10,
      basis: 'plan',
    })
  }
  const [change] = await world.rows<{ id: number }>(
    `insert into unit_change (kind, effective_on) values ('reorganised', '2025-07-01') returning id`,
  )
  for (const id of [merged, also, divided]) {
    await world.rows(`update unit_version set until_on = '2025-07-01', closed_by = $1 where unit_id = $2`, [
      change?.id,
      id,
    ])
  }
  const went = (from: number, to: number, extent: string) =>
    world.rows(
      `insert into succession (change_id, from_unit_id, to_unit_id, kind, extent, effective_on) values ($1, $2, $3, 'merge', $4, '2025-07-01')`,
      [change?.id, from, to, extent],
    )
  await went(merged, target, 'whole')
  await went(also, target, 'whole')
  await went(divided, target, 'part')
  await went(divided, other, 'remainder')

  const asThen = await world.office.reports.progress({ year: 2025 })
  expect(asThen.units).toMatchObject([
    { unitId: merged, unit: 'Huyện Cần Đước', classes: 1, learners: 10 },
    { unitId: also, unit: 'Huyện Cần Giuộc', classes: 1 },
    { unitId: divided, unit: 'Huyện Tân Trụ', classes: 1, isDivided: false },
    { unitId: null, unit: null, classes: 1 },
  ])
  const today = await world.office.reports.progress({ year: 2025, units: 'today' })
  expect(today.units).toMatchObject([
    { unitId: target, unit: 'Huyện Rạch Kiến', classes: 2, learners: 20, isDivided: false },
    { unitId: divided, unit: 'Huyện Tân Trụ', classes: 1, isDivided: true },
    { unitId: null, classes: 1 },
  ])
  expect(today.held).toEqual(asThen.held)
})

/** The text of a letter, cells of a table row parted by '|'. */
function wordsOf(bytes: Uint8Array): string {
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
  return xml
    .replaceAll('</w:tc>', '|')
    .replaceAll('</w:p>', '')
    .replaceAll('</w:tr>', '\n')
    .replace(/<[^>]+>/g, '')
}
