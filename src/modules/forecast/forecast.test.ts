import { expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Day } from '../../pure/day.ts'
import { readSheets } from '../../server/files/xlsx.ts'

/** A school on a day of 2026 with an approved plan of six short courses in two groups, and a year before it. */
async function aYear(today: Day) {
  const world = await aWorld({ today })
  const officer = await world.as('trainingOffice')
  const committee = await world.as('standingCommittee')
  const { rows } = await officer.programmes.list({ size: 100, period: 'all' })
  const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? 0
  const plan = async (year: number, opened: number) => {
    const { id } = await officer.plans.makeDraft({ year })
    const line = await officer.plans.addLine({
      versionId: id,
      programmeId: idOf('BD-CTD'),
      opened,
      months: [10, 11],
    })
    const { version } = await officer.plans.get({ versionId: id })
    const submitted = await officer.plans.submit({ versionId: id, version: version.version })
    await committee.plans.approve({
      versionId: id,
      version: submitted.version,
      documentNumber: '01-KH/TU',
      documentOn: `${year - 1}-12-20`,
    })
    return line.lineKey
  }
  await plan(2025, 4)
  for (const [n, opensOn] of ['2025-10-06', '2025-11-03', '2025-12-01'].entries())
    await aClass(world, `C25-${n}`, idOf('BD-CTD'), opensOn as Day)
  const lineKey = await plan(2026, 6)
  return { world, officer, committee, lineKey, programmeId: idOf('BD-CTD') }
}

const aClass = (world: World, code: string, programmeId: number, opensOn: Day) =>
  world.office.classes.open({
    code,
    name: 'Bồi dưỡng công tác đảng',
    programmeId,
    opensOn,
    closesOn: `${opensOn.slice(0, 8)}${String(Number(opensOn.slice(8)) + 11).padStart(2, '0')}`,
    basis: 'plan',
  })

test('in the first week the year before says what to expect, and nothing is in danger', async () => {
  const { officer } = await aYear('2026-01-05')
  const found = await officer.forecast.year({ year: 2026 })
  expect(found.total).toMatchObject({
    planned: 6,
    opened: 0,
    unscheduled: 6,
    low: 4,
    high: 6,
    shareLow: '66',
  })
  expect(found.punctuality).toEqual({ part: 3, whole: 4, years: [2025] })
  expect(found.warning.level).toBe('none')
  expect(found.dangers).toEqual([])
  expect(found.weeksLeft).toBeGreaterThan(45)
})

test('in December what no longer fits is said, a change takes it out, and the work list moves with it', async () => {
  const { world, officer, committee, lineKey, programmeId } = await aYear('2026-12-14')
  await aClass(world, 'C26-1', programmeId, '2026-10-05')
  const found = await officer.forecast.year({ year: 2026 })
  // Two weeks and three days are left, and one course of two weeks was held at once.
  expect(found).toMatchObject({
    weeksLeft: 2,
    atOnce: { count: 1, source: 'past' },
    warning: { level: 'late', missing: 4 },
    total: { planned: 6, opened: 1, unscheduled: 5, high: 2 },
  })
  expect(found.dangers[0]?.dangers.map((one) => one.code)).toEqual(['monthsPassed', 'noRoom'])
  const kinds = async () => (await officer.coordination.tasks()).map((one) => one.kind)
  expect(await kinds()).toContain('planTooLate')
  expect((await committee.coordination.tasks()).map((one) => one.kind)).not.toContain('planTooLate')

  const change = await officer.plans.propose({
    year: 2026,
    kind: 'drop',
    lineKey,
    opened: 1,
    reason: 'Không còn đủ thời gian trong năm',
  })
  expect((await committee.coordination.tasks()).map((one) => `${one.kind} ${one.turn}`)).toContain(
    'planChangeProposed mine',
  )
  await committee.plans.approveChange({
    changeId: change.id,
    version: change.version,
    documentNumber: '80-TB/TU',
    documentOn: '2026-12-14',
  })
  expect(await officer.forecast.year({ year: 2026 })).toMatchObject({
    warning: { level: 'none', missing: 0 },
    total: { planned: 1, opened: 1, low: 1, high: 1, shareLow: '100' },
  })
  expect(await kinds()).not.toContain('planTooLate')
  expect(await officer.reports.progress({ year: 2026 })).toMatchObject({
    planned: { classes: 1 },
    share: '100,00',
    against: {
      assigned: { classes: 6, share: '16,66' },
      adjusted: { classes: 1, share: '100,00' },
      changes: 1,
    },
  })
  expect(await officer.reports.progress({ year: 2026, plan: 'assigned' })).toMatchObject({
    planned: { classes: 6 },
    share: '16,66',
  })
})

test('rooms that are entered speak instead of the past, and a year without a plan has no forecast', async () => {
  const { world, officer } = await aYear('2026-12-14')
  for (const code of ['A1', 'A2', 'A3'])
    await world.rows(
      `insert into room (code, name, search_key, sort_key, seats) values ($1, $1, $1, $1, 60)`,
      [code],
    )
  expect(await officer.forecast.year({ year: 2026 })).toMatchObject({
    atOnce: { count: 3, source: 'rooms' },
    warning: { missing: 3 },
  })
  expect(await officer.forecast.year({ year: 2031 })).toMatchObject({ planNumber: null, groups: [] })
  const unit = await world.as('learner')
  await expect(unit.forecast.year({ year: 2026 })).rejects.toMatchObject({ status: 403 })
  const file = await officer.forecast.xlsx({ year: 2026 })
  const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Dự báo 2026', 'Dòng có nguy cơ'])
  expect(JSON.stringify(sheets)).toContain('không còn đủ tuần phòng học')
})
