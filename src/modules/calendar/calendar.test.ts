import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { busyWeeksOfUnits, teachingWeeks } from './index.ts'
import { mondaysOf, teachingDaysIn, weekdayOf } from './rules.ts'

let world: World
let office: Api
let unitId: number
let otherUnitId: number

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  const aUnit = async (name: string) =>
    (
      await world.office.units.make({
        name,
        kind: 'office',
        level: 'province',
        bloc: 'state',
        reason: 'Lập dữ liệu kiểm tra',
      })
    ).unitId
  unitId = await aUnit('Sở Nội vụ')
  otherUnitId = await aUnit('Sở Tài chính')
})

const days = { fromOn: '2027-03-15', lastOn: '2027-03-19' }

describe('holidays', () => {
  test('are loaded once: again, and by two at once, nothing doubles, also after one was moved', async () => {
    expect(await office.calendar.loadHolidays({ year: 2027 })).toEqual({ year: 2027, added: 6, known: 0 })
    const tet = (await office.calendar.ofYear({ year: 2027 })).find((one) => one.title === 'Tết Nguyên đán')
    expect(tet).toMatchObject({ needsConfirmation: true, stopsTeaching: true, kind: 'holiday' })
    await office.calendar.edit({
      entryId: tet?.id ?? 0,
      version: tet?.version ?? 0,
      kind: 'holiday',
      title: 'Nghỉ Tết Đinh Mùi',
      fromOn: '2027-02-03',
      lastOn: '2027-02-11',
      stopsTeaching: true,
    })
    const again = await Promise.all([
      office.calendar.loadHolidays({ year: 2027 }),
      office.calendar.loadHolidays({ year: 2027 }),
    ])
    expect(again.map((one) => one.added)).toEqual([0, 0])
    expect((await office.calendar.list({ year: 2027, kind: 'holiday' })).total).toBe(6)
  })

  test('what was taken out comes back when holidays are loaded again', async () => {
    await office.calendar.loadHolidays({ year: 2035 })
    const [first] = await office.calendar.ofYear({ year: 2035 })
    await office.calendar.remove({ entryId: first?.id ?? 0, version: 1 })
    expect(await office.calendar.loadHolidays({ year: 2035 })).toMatchObject({ added: 1, known: 5 })
  })
})

describe('an entry', () => {
  test.each([
    ['ends before it begins', { ...days, lastOn: '2027-03-14' }, 'calendar.endsBeforeItBegins'],
    ['lasts longer than a year', { ...days, lastOn: '2028-06-01' }, 'calendar.tooLong'],
    ['is a busy period of nobody', { ...days, kind: 'busy' as const }, 'calendar.busyWithoutUnit'],
  ])('that %s is refused', async (_, change, code) => {
    await expect(
      office.calendar.make({ kind: 'congress', title: 'Hội nghị', ...change }),
    ).rejects.toMatchObject({ code })
  })

  test('of a unit never stops the school', async () => {
    await expect(
      office.calendar.make({ kind: 'busy', title: 'Tổng kết', ...days, unitId, stopsTeaching: true }),
    ).rejects.toMatchObject({ code: 'calendar.unitNeverStops' })
  })

  test('that somebody else has changed is not overwritten', async () => {
    const made = await office.calendar.make({ kind: 'congress', title: 'Đại hội', ...days })
    const change = { entryId: made.id, version: made.version, kind: 'congress' as const, ...days }
    await office.calendar.edit({ ...change, title: 'Đại hội Đoàn' })
    await expect(office.calendar.edit({ ...change, title: 'Đại hội khác' })).rejects.toMatchObject({
      code: 'calendar.stale',
      params: { current: { title: 'Đại hội Đoàn' } },
    })
    await expect(office.calendar.remove({ entryId: made.id, version: made.version })).rejects.toMatchObject({
      code: 'calendar.stale',
    })
  })
})

describe('a unit’s coordinator', () => {
  test('enters the own busy period, and neither another unit’s nor the school’s', async () => {
    const coordinator = await world.as('unitCoordinator', { unitId })
    const entry = { kind: 'busy' as const, title: 'Tổng kết năm', fromOn: '2027-12-13', lastOn: '2027-12-17' }
    const made = await coordinator.calendar.make({ ...entry, unitId })
    expect(made).toMatchObject({ unit: 'Sở Nội vụ', can: ['edit'] })
    await expect(coordinator.calendar.make({ ...entry, unitId: otherUnitId })).rejects.toMatchObject({
      status: 404,
    })
    await expect(coordinator.calendar.make({ ...entry, kind: 'congress' })).rejects.toMatchObject({
      code: 'calendar.schoolOnly',
    })
    await expect(coordinator.calendar.loadHolidays({ year: 2029 })).rejects.toMatchObject({ status: 403 })
    // Another unit does not see it; the school does.
    const other = await world.as('unitHead', { unitId: otherUnitId })
    expect((await other.calendar.ofYear({ year: 2027 })).some((one) => one.id === made.id)).toBe(false)
    expect((await office.calendar.ofYear({ year: 2027 })).some((one) => one.id === made.id)).toBe(true)
    await expect(other.calendar.remove({ entryId: made.id, version: 1 })).rejects.toMatchObject({
      status: 404,
    })
    await coordinator.calendar.remove({ entryId: made.id, version: 1 })
  })

  test('reads the province’s days and changes none of them', async () => {
    const coordinator = await world.as('unitCoordinator', { unitId })
    const found = (await coordinator.calendar.ofYear({ year: 2027 })).find((one) => one.kind === 'holiday')
    expect(found?.can).toEqual([])
    await expect(
      coordinator.calendar.remove({ entryId: found?.id ?? 0, version: found?.version ?? 0 }),
    ).rejects.toMatchObject({ code: 'calendar.schoolOnly' })
  })
})

describe('weeks', () => {
  test.each([
    [2020, 53, '2019-12-30'],
    [2026, 53, '2025-12-29'],
    [2027, 52, '2027-01-04'],
    [2028, 52, '2028-01-03'],
  ])('%i has %i ISO weeks, the first from %s', (year, weeks, first) => {
    const mondays = mondaysOf(year)
    expect(mondays).toHaveLength(weeks)
    expect(mondays[0]).toBe(first)
    expect(mondays.every((monday) => weekdayOf(monday) === 1)).toBe(true)
  })

  test('have the teaching days that are left, with the reason for each that is missing', async () => {
    await office.calendar.make({
      kind: 'break',
      title: 'Nghỉ hè',
      fromOn: '2027-07-17',
      lastOn: '2027-07-27',
      stopsTeaching: true,
    })
    const weeks = await world.inside((db) => teachingWeeks(db, 2027))
    const of = (monday: string) => weeks.find((one) => one.mondayOn === monday)
    expect(of('2027-07-19')).toMatchObject({ days: 0, week: 29 })
    expect(of('2027-07-26')).toMatchObject({
      days: 3,
      missing: [
        { on: '2027-07-26', title: 'Nghỉ hè' },
        { on: '2027-07-27', title: 'Nghỉ hè' },
      ],
    })
    // 30/04 is a Friday; 01/05 a Saturday, made good on Monday.
    expect(of('2027-04-26')?.missing.map((one) => one.on)).toEqual(['2027-04-30'])
    expect(of('2027-05-03')?.missing.map((one) => one.on)).toEqual(['2027-05-03'])
    // A congress does not stop teaching.
    expect(of('2027-03-15')?.days).toBe(5)
    expect(await office.calendar.weeks({ year: 2027 })).toEqual(weeks)
  })

  test('in which units are busy are told unit by unit', async () => {
    await office.calendar.make({
      kind: 'busy',
      title: 'Kiểm tra cuối kỳ',
      fromOn: '2027-06-10',
      lastOn: '2027-06-15',
      unitId: otherUnitId,
    })
    const busy = await world.inside((db) => busyWeeksOfUnits(db, 2027))
    expect(busy.filter((one) => one.unitId === otherUnitId)).toEqual([
      { unitId: otherUnitId, week: 23, mondayOn: '2027-06-07', days: 2, titles: ['Kiểm tra cuối kỳ'] },
      { unitId: otherUnitId, week: 24, mondayOn: '2027-06-14', days: 2, titles: ['Kiểm tra cuối kỳ'] },
    ])
  })

  test('teaching days of a span leave out weekends and stops', () => {
    expect(teachingDaysIn({ fromOn: '2027-01-04', lastOn: '2027-01-17' }, [])).toBe(10)
    expect(
      teachingDaysIn({ fromOn: '2027-01-04', lastOn: '2027-01-17' }, [
        { fromOn: '2027-01-08', lastOn: '2027-01-11' },
      ]),
    ).toBe(8)
  })
})

test('the calendar goes to Excel as it is filtered', async () => {
  const file = await office.calendar.xlsx({ year: 2027, kind: 'holiday' })
  expect(file.name).toBe('lich-2027.xlsx')
  expect(file.size).toBeGreaterThan(1000)
})
