import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

// What is entered here must come out of one door only. Values that occur nowhere else, so that a leak is found by its text.
const secret = {
  partyAdmittedOn: '1999-03-13',
  partyOfficialOn: '2000-03-14',
  ethnicity: 'Khmer-BÍ-MẬT',
  religion: 'Cao Đài-BÍ-MẬT',
  citizenId: '079174009911',
}
const values = [
  ...Object.values(secret),
  '13/03/1999',
  '14/03/2000',
  'Chức-danh-BÍ-MẬT',
  '2026-02-17',
  'Nguồn-BÍ-MẬT',
]
const leaks = (answer: unknown) => values.filter((value) => JSON.stringify(answer).includes(value))

let world: World
let unitId: number
let personId: number

beforeAll(async () => {
  world = await aWorld()
  unitId = (
    await world.office.units.make({
      name: 'Sở Nội vụ',
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ',
    })
  ).unitId
  const made = await world.office.people.make({
    fullName: 'Lê Thị Kín',
    unitId,
    title: 'Chuyên viên',
    cause: 'start',
    code: 'KIN1',
  })
  personId = made.id
  const { people } = await world.as('trainingOffice')
  await people.setPrivate({ personId, ...secret, reason: 'Nhập hồ sơ đảng viên' })
  await people.addPlanning({
    personId,
    term: '2025-2030',
    post: 'Chức-danh-BÍ-MẬT',
    decidedOn: '2026-02-17',
    reason: 'Quy hoạch mới',
  })
  await people.addRating({
    personId,
    year: 2025,
    level: 1,
    document: 'Nguồn-BÍ-MẬT',
    reason: 'Xếp loại cuối năm',
  })
})

test('no list, file, history, record or workbook shows a sensitive value', async () => {
  const head = await world.as('unitHead', { unitId })
  const office = await world.as('trainingOffice')
  const administrator = await world.as('administrator')
  for (const { people } of [head, office]) {
    const file = await people.get({ personId })
    expect(leaks(file)).toEqual([])
    expect(file).toMatchObject({
      party: null,
      ethnicity: null,
      religion: null,
      citizenId: null,
      plannings: null,
      ratings: null,
      masked: ['party', 'ethnicity', 'religion', 'citizenId', 'plannings', 'ratings'],
    })
    expect(leaks(await people.list({ q: 'kin' }))).toEqual([])
    expect(leaks(await people.history({ personId }))).toEqual([])
    expect(leaks(await readSheets(new Uint8Array(await (await people.xlsx({})).arrayBuffer())))).toEqual([])
  }
  expect(leaks(await office.people.duplicates({}))).toEqual([])
  for (const tableName of ['person', 'person_private', 'person_planning', 'person_rating']) {
    const record = await administrator.record.list({ tableName })
    expect(record.total, tableName).toBeGreaterThan(0)
    expect(leaks(record), tableName).toEqual([])
  }
  expect(leaks(await world.rows('select * from audit_line'))).toEqual([])
})

test('searching for a sensitive value finds nobody', async () => {
  for (const q of values) expect((await world.office.people.list({ q })).total, q).toBe(0)
})

test('filtering by Party or planning is for those who may see them', async () => {
  const coordinator = await world.as('unitCoordinator', { unitId })
  await expect(coordinator.people.list({ isPartyMember: true })).rejects.toMatchObject({
    status: 403,
    code: 'people.filterIsMasked',
  })
  await expect(coordinator.people.xlsx({ isPlanned: false })).rejects.toMatchObject({ status: 403 })
  const head = await world.as('unitHead', { unitId })
  expect(
    (await head.people.list({ isPartyMember: true, isPlanned: true })).rows.map((row) => row.id),
  ).toEqual([personId])
  expect((await head.people.list({ isPlanned: false })).total).toBe(0)
})

test('unmasking shows what was asked for, for a reason, and says in the record who looked at what and why', async () => {
  const head = await world.as('unitHead', { unitId })
  await expect(head.people.unmask({ personId, fields: ['party'], reason: '' })).rejects.toMatchObject({
    status: 422,
  })
  const shown = await head.people.unmask({
    personId,
    fields: ['party', 'ratings'],
    reason: 'Xét cử đi học trung cấp',
  })
  expect(shown).toEqual({
    party: { admittedOn: '1999-03-13', officialOn: '2000-03-14', text: null },
    ratings: [{ id: expect.any(Number), year: 2025, level: 1, source: '', document: 'Nguồn-BÍ-MẬT' }],
    ethnicity: null,
    religion: null,
    citizenId: null,
    plannings: null,
    masked: ['ethnicity', 'religion', 'citizenId', 'plannings'],
  })
  const { rows } = await head.people.history({ personId })
  expect(rows[0]).toMatchObject({
    action: 'read',
    procedure: 'people.unmask',
    reason: 'Xét cử đi học trung cấp',
    accountName: 'Đồng chí unitHead',
    masked: ['party', 'ratings'],
    before: null,
    after: null,
  })
  const administrator = await world.as('administrator')
  expect((await administrator.record.verify()).firstBreak).toBeNull()
})

test('whoever has no right to it cannot unmask, not even the administrator or the person’s coordinator', async () => {
  const reason = 'Muốn xem cho biết'
  for (const one of [
    await world.as('unitCoordinator', { unitId }),
    await world.as('administrator'),
    await world.as('lecturer'),
  ]) {
    await expect(one.people.unmask({ personId, reason })).rejects.toMatchObject({ status: 403 })
  }
  await expect(world.stranger.people.unmask({ personId, reason })).rejects.toMatchObject({ status: 401 })
})

test('a person sees everything kept about them, and who looked at it', async () => {
  const learner = await world.as('learner', { personId })
  expect(await learner.people.mine()).toMatchObject({
    party: { admittedOn: '1999-03-13' },
    citizenId: '079174009911',
    plannings: [{ post: 'Chức-danh-BÍ-MẬT', decidedOn: '2026-02-17' }],
    ratings: [{ year: 2025, level: 1 }],
    masked: [],
  })
  expect(leaks(await learner.people.get({ personId }))).toEqual([])
  expect((await learner.people.history({ personId })).rows.some((line) => line.action === 'read')).toBe(true)
})

test('the database keeps sensitive rows from every plain select, and shows none without a reason', async () => {
  for (const table of ['person_private', 'person_planning', 'person_rating']) {
    await expect(
      world.inside((db) =>
        db
          .selectFrom(table as 'person_rating')
          .selectAll()
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  }
  const unreasoned = world.inside(async (db) =>
    (await import('kysely')).sql`select people_unmask(${personId}, '{party}')`.execute(db),
  )
  await expect(unreasoned).rejects.toThrow(/for a reason only/)
})

test('a correction keeps the earlier row, and the record proves which row it was', async () => {
  const { people } = await world.as('trainingOffice')
  await people.setPrivate({ personId, religion: 'Không', reason: 'Sửa theo lý lịch' })
  const rows = await world.rows<{ id: number; religion: string; superseded: boolean; party: string }>(
    `select id, religion, superseded_at is not null as superseded, party_admitted_on::text as party from person_private where person_id = $1 order by id`,
    [personId],
  )
  expect(rows).toMatchObject([
    { religion: secret.religion, superseded: true },
    { religion: 'Không', superseded: false, party: '1999-03-13' },
  ])
  const proof = await world.rows<{ proven: boolean }>(
    `select encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(p))::text, 'UTF8')), 'hex') = l.after ->> 'digest' as proven
     from person_private p join audit_line l on l.table_name = 'person_private' and l.row_id = p.id::text and l.action = 'insert'
     where p.id = $1`,
    [rows[1]?.id],
  )
  expect(proof).toEqual([{ proven: true }])
  await expect(
    people.setPrivate({ personId, partyOfficialOn: '1990-01-01', reason: 'Sửa nhầm ngày' }),
  ).rejects.toMatchObject({ code: 'people.partyOrder' })
  await expect(
    people.setPrivate({ personId, citizenId: '123', reason: 'Sửa nhầm số' }),
  ).rejects.toMatchObject({ status: 422 })
})

test('who is taken out of planning stays in the list with the day', async () => {
  const { people } = await world.as('organisationCommittee')
  const { plannings } = await people.unmask({ personId, fields: ['plannings'], reason: 'Rà soát quy hoạch' })
  const planningId = plannings?.[0]?.id as number
  await expect(
    people.endPlanning({ personId, planningId, removedOn: '2026-01-01', reason: 'Rà soát quy hoạch' }),
  ).rejects.toMatchObject({ code: 'people.planningPeriod' })
  await people.endPlanning({ personId, planningId, removedOn: '2026-11-01', reason: 'Rà soát quy hoạch' })
  expect((await people.list({ isPlanned: true })).total).toBe(0)
  const after = await people.unmask({ personId, fields: ['plannings'], reason: 'Rà soát quy hoạch' })
  expect(after.plannings).toMatchObject([{ decidedOn: '2026-02-17', removedOn: '2026-11-01' }])
})
