import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { countsByDates } from './rules/counting.ts'

let world: World
let officer: Awaited<ReturnType<World['as']>>
let programmes: Record<string, number>
beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  const { rows } = await officer.programmes.list({ size: 100, period: 'all' })
  programmes = Object.fromEntries(rows.map((row) => [row.code, row.id]))
})

let next = 1
const aClass = (over: Partial<Parameters<World['office']['classes']['open']>[0]> = {}) =>
  officer.classes.open({
    code: `L${next++}`,
    name: 'Trung cấp lý luận chính trị',
    programmeId: programmes['TC-LLCT'] ?? 0,
    mode: 'fullTime',
    opensOn: '2024-03-01',
    closesOn: '2024-12-01',
    basis: 'plan',
    learners: 60,
    ...over,
  })

test.each([
  // opens, closes, cancelled, year → how it counts
  ['2023-05-18', '2024-04-15', null, 2022, 'notCounted'],
  ['2023-05-18', '2024-04-15', null, 2023, 'opened'],
  ['2023-05-18', '2024-04-15', null, 2024, 'carriedOver'],
  ['2023-05-18', '2024-04-15', null, 2025, 'notCounted'],
  ['2023-12-31', '2024-01-01', null, 2024, 'carriedOver'],
  ['2023-05-18', null, null, 2023, 'opened'],
  ['2023-05-18', null, null, 2024, 'notCounted'],
  ['2023-05-18', '2025-04-15', '2023-05-01', 2023, 'notCounted'],
  ['2023-05-18', '2025-04-15', '2024-02-01', 2024, 'carriedOver'],
  ['2023-05-18', '2025-04-15', '2024-02-01', 2025, 'notCounted'],
] as const)(
  'a class %s – %s, cancelled %s, counts in %i as %s, by the rule and by the database',
  async (opensOn, closesOn, cancelledOn, year, expected) => {
    expect(countsByDates({ opensOn, closesOn, cancelledOn }, year)).toBe(expected)
    const [row] = await world.rows<{ said: string }>(
      'select class_counts_as($1, $2, $3, null, null, $4) as said',
      [opensOn, closesOn, cancelledOn, year],
    )
    expect(row?.said).toBe(expected)
  },
)

test('a class over New Year is in both years’ lists, opened in one', async () => {
  const made = await aClass({ code: 'GIAO-NAM', opensOn: '2025-10-01', closesOn: '2026-06-30' })
  expect(made.years).toEqual([
    { year: 2025, countsAs: 'opened', correction: null },
    { year: 2026, countsAs: 'carriedOver', correction: null },
  ])
  for (const [year, countsAs] of [
    [2025, 'opened'],
    [2026, 'carriedOver'],
  ] as const) {
    expect((await officer.classes.list({ year, q: 'giao nam' })).rows).toMatchObject([
      { code: 'GIAO-NAM', countsAs },
    ])
  }
  expect((await officer.classes.list({ year: 2024, q: 'giao nam' })).total).toBe(0)
})

test('a correction with its reason overrules the dates and can be taken back; the dates stay', async () => {
  const { id: classId } = await aClass({ opensOn: '2022-12-20', closesOn: '2023-09-30' })
  await expect(
    officer.classes.correctYear({ classId, year: 2023, countsAs: 'opened', reason: '' }),
  ).rejects.toMatchObject({ status: 422 })
  const corrected = await officer.classes.correctYear({
    classId,
    year: 2023,
    countsAs: 'opened',
    reason: 'Quyết định mở lớp ký năm 2023',
  })
  expect(corrected).toMatchObject({
    opensOn: '2022-12-20',
    years: [
      { year: 2022, countsAs: 'notCounted' },
      {
        year: 2023,
        countsAs: 'opened',
        correction: { reason: 'Quyết định mở lớp ký năm 2023', by: 'Đồng chí trainingOffice' },
      },
    ],
  })
  await expect(
    officer.classes.correctYear({ classId, year: 2022, countsAs: 'opened', reason: 'Hai lần khai giảng' }),
  ).rejects.toMatchObject({
    status: 409,
    code: 'classes.openedTwice',
  })
  await expect(
    officer.classes.correctYear({ classId, year: 2031, countsAs: 'opened', reason: 'Xa quá rồi' }),
  ).rejects.toMatchObject({
    code: 'classes.noYear',
  })
  const back = await officer.classes.correctYear({
    classId,
    year: 2023,
    countsAs: 'byDates',
    reason: 'Ghi nhầm, theo ngày',
  })
  expect(back.years.map((one) => one.countsAs)).toEqual(['opened', 'carriedOver'])
  const { rows } = await world.office.record.list({ tableName: 'class_year_correction' })
  expect(rows.map((line) => line.reason)).toContain('Quyết định mở lớp ký năm 2023')
})

test('a cancelled class is kept with its reason and counts no more', async () => {
  const { id: classId, version } = await aClass({
    code: 'HUY-1',
    opensOn: '2027-03-01',
    closesOn: '2027-09-01',
  })
  const cancelled = await officer.classes.cancel({
    classId,
    cancelledOn: '2027-02-15',
    reason: 'Không đủ học viên',
    version,
  })
  expect(cancelled).toMatchObject({
    cancelledOn: '2027-02-15',
    years: [{ countsAs: 'notCounted' }],
    can: ['edit', 'correctYear'],
  })
  expect((await officer.classes.list({ year: 2027 })).total).toBe(0)
  expect((await officer.classes.list({ year: 2027, countsAs: 'notCounted' })).rows).toMatchObject([
    { code: 'HUY-1' },
  ])
  await expect(
    officer.classes.cancel({
      classId,
      cancelledOn: '2027-02-16',
      reason: 'Thêm lần nữa',
      version: version + 1,
    }),
  ).rejects.toMatchObject({ code: 'classes.alreadyCancelled' })
})

test('what cannot be true of a class is refused under its field', async () => {
  await expect(aClass({ opensOn: '2024-05-01', closesOn: '2024-04-01' })).rejects.toMatchObject({
    status: 422,
    answer: { fields: [{ path: 'closesOn', sentence: 'Bế giảng 01/04/2024 trước khai giảng 01/05/2024.' }] },
  })
  await expect(aClass({ basis: 'policy' })).rejects.toMatchObject({ code: 'classes.policyIssuerMissing' })
  await expect(aClass({ basis: 'plan', policyIssuer: 'Thường trực Tỉnh ủy' })).rejects.toMatchObject({
    code: 'classes.policyBesidesPlan',
  })
  await expect(aClass({ programmeId: 999_999 })).rejects.toMatchObject({ code: 'classes.noProgramme' })
  await aClass({ code: 'TRUNG' })
  await expect(aClass({ code: 'TRUNG' })).rejects.toMatchObject({ status: 409, code: 'classes.codeTaken' })
})

test('an edit that saw an old version is told so and shows the new one', async () => {
  const { id: classId, version, programmeId } = await aClass({ code: 'SUA' })
  const facts = {
    code: 'SUA',
    name: 'Trung cấp',
    programmeId,
    mode: 'fullTime' as const,
    opensOn: '2024-03-01',
    basis: 'plan' as const,
  }
  await officer.classes.edit({ classId, version, ...facts, learners: 61 })
  await expect(officer.classes.edit({ classId, version, ...facts, learners: 62 })).rejects.toMatchObject({
    code: 'classes.stale',
    params: { current: { learners: 61 } },
  })
})

test('place and partner find the unit of that name on the day of opening', async () => {
  const { unitId } = await world.office.units.make({
    name: 'Trung tâm Chính trị Cần Đước',
    kind: 'school',
    level: 'district',
    bloc: 'party',
    reason: 'Lập sổ đơn vị',
  })
  const found = await aClass({
    place: 'Trung tâm chính trị Cần Đước',
    partner: 'Không có trong danh mục',
    opensOn: '2028-01-10',
    closesOn: '2028-01-20',
  })
  expect(found).toMatchObject({
    hostUnitId: unitId,
    hostUnit: 'Trung tâm Chính trị Cần Đước',
    partnerUnitId: null,
  })
  expect((await officer.classes.list({ year: 2028, hostUnitId: unitId })).total).toBe(1)
})

test('the list filters, sorts and counts in the database, and the workbook holds the same rows', async () => {
  for (const [code, mode, opensOn, closesOn, learners, partner] of [
    ['B', 'partTime', '2029-02-01', '2029-03-15', 50, 'Sở Nội vụ'],
    ['A', 'fullTime', '2029-03-01', '2029-03-31', 70, 'Ban Tổ chức Tỉnh ủy'],
    ['C', 'none', '2029-11-01', '2030-02-01', 90, 'Sở Nội vụ'],
  ] as const) {
    await aClass({ code: `LOC-${code}`, mode, opensOn, closesOn, learners, partner })
  }
  const codes = async (filter: Partial<Parameters<typeof officer.classes.list>[0]>) =>
    (await officer.classes.list({ year: 2029, ...filter })).rows.map((row) => row.code.slice(4)).join('')
  expect(await codes({})).toBe('BAC')
  expect(await codes({ sort: 'code' })).toBe('ABC')
  expect(await codes({ sort: 'learners', desc: true })).toBe('CAB')
  expect(await codes({ mode: 'none' })).toBe('C')
  expect(await codes({ partner: 'Sở Nội vụ' })).toBe('BC')
  expect(await codes({ openedIn: 3 })).toBe('A')
  expect(await codes({ runningIn: 3 })).toBe('BA')
  expect(await codes({ runningIn: 12 })).toBe('C')
  expect(await codes({ state: 'held' })).toBe('')
  expect(await codes({ state: 'coming' })).toBe('BAC')
  expect(await codes({ q: 'noi vu' })).toBe('BC')
  expect(await officer.classes.list({ year: 2029, size: 20 })).toMatchObject({ total: 3, learners: 210 })

  expect(await officer.classes.list({ year: 2029, size: 20, page: 9 })).toEqual({
    rows: [],
    total: 3,
    learners: 210,
  })
  expect(await officer.classes.partners({ year: 2029 })).toEqual(['Ban Tổ chức Tỉnh ủy', 'Sở Nội vụ'])

  const workbook = await officer.classes.xlsx({ year: 2029, partner: 'Sở Nội vụ', size: 20 })
  const [sheet] = await readSheets(new Uint8Array(await workbook.arrayBuffer()))
  const rows = sheet?.rows.map((row) => row.cells.map(cellText)) ?? []
  expect(
    rows.filter((cells) => cells[1]?.startsWith('LOC-')).map((cells) => [cells[1], cells[4], cells[10]]),
  ).toEqual([
    ['LOC-B', 'Khai giảng', '50'],
    ['LOC-C', 'Khai giảng', '90'],
  ])
  expect(rows.some((cells) => cells.includes('Tổng cộng: 2 lớp') && cells.includes('140'))).toBe(true)
})

test('everybody signed in may read classes, only the training office writes them, by right and by the database', async () => {
  const { id: classId, version } = await aClass({ opensOn: '2024-01-01' })
  const { unitId } = await world.office.units.make({
    name: 'Sở Y tế',
    kind: 'department',
    level: 'province',
    bloc: 'state',
    reason: 'Lập sổ đơn vị',
  })
  for (const [role, at] of [
    ['unitCoordinator', { unitId }],
    ['learner', {}],
    ['rectorate', {}],
    ['organisationCommittee', {}],
  ] as const) {
    const other = await world.as(role, at)
    expect(await other.classes.get({ classId })).toMatchObject({ can: [] })
    await expect(
      other.classes.cancel({ classId, cancelledOn: '2024-01-01', reason: 'Không được phép', version }),
    ).rejects.toMatchObject({ status: 403 })
  }
  await expect(world.stranger.classes.list({ year: 2024 })).rejects.toMatchObject({ status: 401 })
  const client = await world.pool.connect()
  try {
    await client.query(
      `begin; set local role nhip_app; set local app.account='1'; set local app.units='{${unitId}}'`,
    )
    const changed = await client.query('update training_class set note = $1 where id = $2', ['x', classId])
    expect(changed.rowCount).toBe(0)
    await client.query(
      `rollback; begin; set local role nhip_app; set local app.account=''; set local app.units=''`,
    )
    expect((await client.query('select from training_class')).rowCount).toBe(0)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
