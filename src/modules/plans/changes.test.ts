import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

let world: World
type Client = Awaited<ReturnType<World['as']>>
let officer: Client
let rector: Client
let committee: Client
let coordinator: Client
let stranger: Client
let unitId: number
let programmes: Record<string, number>
let freeYear = 2030

beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  rector = await world.as('rectorate')
  committee = await world.as('standingCommittee')
  unitId = await aUnit('Sở Nội vụ')
  coordinator = await world.as('unitCoordinator', { unitId })
  stranger = await world.as('unitCoordinator', { unitId: await aUnit('Sở Tư pháp') })
  const { rows } = await officer.programmes.list({ size: 100, period: 'all' })
  programmes = Object.fromEntries(rows.map((row) => [row.code, row.id]))
})

const aUnit = async (name: string): Promise<number> =>
  (
    await world.office.units.make({
      name,
      kind: 'other',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ đơn vị',
    })
  ).unitId

const because = 'Đơn vị phối hợp đề nghị'
const document = { documentNumber: '45-TB/TU', documentOn: '2026-06-10' }

async function approve(versionId: number) {
  const { version } = await officer.plans.get({ versionId })
  const submitted = await officer.plans.submit({ versionId, version: version.version })
  await committee.plans.approve({
    versionId,
    version: submitted.version,
    documentNumber: '12-KH/TU',
    documentOn: '2026-01-10',
  })
}

/** An approved plan of a year of its own: 4 carried over and 4 new of the school's core course, 5 short ones in March. */
async function aPlan() {
  const year = freeYear++
  const { id: versionId } = await officer.plans.makeDraft({ year, assignedBy: 'Thường trực Tỉnh ủy' })
  const core = await officer.plans.addLine({
    versionId,
    programmeId: programmes['TC-LLCT'],
    modeCode: 'fullTime',
    carriedOver: 4,
    opened: 4,
    learners: 520,
  })
  const short = await officer.plans.addLine({
    versionId,
    programmeId: programmes['BD-CTD'],
    opened: 5,
    learners: 250,
    months: [3],
  })
  await approve(versionId)
  return { year, versionId, core: core.lineKey, short: short.lineKey }
}

type Change = Parameters<Client['plans']['propose']>[0]
const propose = (who: Client, change: Omit<Change, 'reason'>) =>
  who.plans.propose({ ...change, reason: because })
const decide = (change: { id: number; version: number }) =>
  committee.plans.approveChange({ changeId: change.id, version: change.version, ...document })

test('an approved change makes the adjusted plan another one; what was assigned stays as it was', async () => {
  const { year, versionId, short } = await aPlan()
  const change = await propose(officer, { year, kind: 'resize', lineKey: short, opened: 6, learners: 300 })
  expect(change).toMatchObject({ state: 'proposed', proposerUnit: null })
  expect(change.lines).toMatchObject([
    { before: { opened: 5, learners: 250 }, after: { opened: 6, learners: 300 } },
  ])
  expect((await officer.plans.adjusted({ year })).adjusted).toMatchObject({ classes: 13 })

  const approved = await decide(change)
  expect(approved).toMatchObject({ state: 'approved', documentNumber: '45-TB/TU', appliedToNumber: 1 })
  const plan = await officer.plans.adjusted({ year })
  expect(plan.assigned).toMatchObject({ classes: 13, opened: 9, learners: 770 })
  expect(plan.adjusted).toMatchObject({ classes: 14, opened: 10, learners: 820 })
  expect(plan.changes).toEqual({ approved: 1, proposed: 0 })
  expect(plan.lines.find((line) => line.lineKey === short)).toMatchObject({
    opened: 6,
    assigned: { opened: 5 },
    changeId: change.id,
  })
  expect((await officer.plans.get({ versionId })).version.sums.classes).toBe(13)
})

test('changes of every kind add up line by line', async () => {
  const { year, core, short } = await aPlan()
  const added = await propose(rector, {
    year,
    kind: 'add',
    programmeId: programmes['BD-BTCB'] ?? programmes['BD-CTD'],
    opened: 2,
    learners: 140,
    months: [9],
  })
  await decide(added)
  await decide(await propose(officer, { year, kind: 'move', lineKey: short, months: [5, 4] }))
  await decide(await propose(officer, { year, kind: 'drop', lineKey: short, opened: 3 }))
  await decide(
    await propose(officer, { year, kind: 'split', lineKey: core, apart: true, opened: 1, place: 'Đức Hòa' }),
  )
  const plan = await officer.plans.adjusted({ year })
  const line = (key: string | undefined) => plan.lines.find((one) => one.lineKey === key)
  expect(line(short)).toMatchObject({ opened: 3, learners: 150, months: [4, 5], assigned: { months: [3] } })
  expect(line(core)).toMatchObject({ carriedOver: 4, opened: 3, learners: 390 })
  expect(plan.lines.filter((one) => one.assigned === null)).toMatchObject([
    { opened: 1, learners: 130, place: 'Đức Hòa', modeCode: 'fullTime' },
    { opened: 2, learners: 140, months: [9] },
  ])
  expect(plan.adjusted).toMatchObject({ classes: 4 + 3 + 1 + 3 + 2, carriedOver: 4 })

  // A line that came within the year changes like any other, and two lines become one.
  const [apart] = plan.lines.filter((one) => one.assigned === null)
  await decide(
    await propose(officer, {
      year,
      kind: 'merge',
      lineKey: core,
      otherLineKeys: [apart?.lineKey ?? ''],
      opened: 3,
    }),
  )
  const merged = await officer.plans.adjusted({ year })
  expect(merged.lines.find((one) => one.lineKey === core)).toMatchObject({ opened: 3, learners: 520 })
  expect(merged.lines.find((one) => one.lineKey === apart?.lineKey)).toMatchObject({ classes: 0 })
  expect(merged.adjusted.classes).toBe(4 + 3 + 3 + 2)
})

test('a change that the plan has overtaken is not approved', async () => {
  const { year, short } = await aPlan()
  const [one, other] = [
    await propose(officer, { year, kind: 'resize', lineKey: short, opened: 7 }),
    await propose(officer, { year, kind: 'drop', lineKey: short, opened: 2 }),
  ]
  await decide(one)
  await expect(decide(other)).rejects.toMatchObject({ status: 409, code: 'plans.changeOvertaken' })
  await committee.plans.refuseChange({ changeId: other.id, version: other.version, answer: 'Đã tăng số lớp' })
  expect((await officer.plans.change({ changeId: other.id })).state).toBe('refused')
})

test('who proposed does not decide, and what is decided is decided', async () => {
  const { year, short } = await aPlan()
  const both = await world.as('standingCommittee')
  await world.rows(
    `insert into role_grant (account_id, role, from_on) values ($1, 'trainingOffice', '2020-01-01')`,
    [both.accountId],
  )
  const change = await propose(officer, { year, kind: 'resize', lineKey: short, opened: 7 })
  await expect(
    officer.plans.approveChange({ changeId: change.id, version: 1, ...document }),
  ).rejects.toMatchObject({ status: 403 })
  await expect(
    committee.plans.approveChange({
      changeId: change.id,
      version: 1,
      documentNumber: '1',
      documentOn: '2027-01-01',
    }),
  ).rejects.toMatchObject({ code: 'input.wrong' })
  await decide(change)
  await expect(decide({ ...change, version: 2 })).rejects.toMatchObject({ code: 'plans.changeDecided' })
  await expect(
    world.rows(`update plan_change set document_number = 'khác' where id = $1`, [change.id]),
  ).rejects.toMatchObject({ constraint: 'plan_change_frozen' })
  await expect(
    world.rows(`update plan_change_line set opened = 99 where change_id = $1`, [change.id]),
  ).rejects.toMatchObject({ constraint: 'plan_change_frozen' })
  await expect(
    world.rows(
      `insert into plan_change (plan_id, kind, state, reason, proposed_by, decided_by, decided_at, document_number, document_on, applied_to_id)
       select plan_id, kind, 'approved', reason, $2, $2, now(), 'x', now(), applied_to_id from plan_change where id = $1`,
      [change.id, committee.accountId],
    ),
  ).rejects.toMatchObject({ constraint: 'plan_change_second_person' })
})

test('a unit proposes for itself, sees its own proposals and the approved ones of others', async () => {
  const { year, short } = await aPlan()
  const change = await propose(coordinator, { year, kind: 'move', lineKey: short, months: [10] })
  expect(change).toMatchObject({ proposerUnit: 'Sở Nội vụ', can: ['withdraw'] })
  await expect(stranger.plans.change({ changeId: change.id })).rejects.toMatchObject({ status: 404 })
  expect((await stranger.plans.changes({ year })).rows).toEqual([])
  await expect(
    propose(stranger, { year, kind: 'move', lineKey: short, months: [10], proposerUnitId: unitId }),
  ).rejects.toMatchObject({ code: 'input.wrong' })
  await decide(change)
  expect((await stranger.plans.changes({ year })).rows).toMatchObject([{ state: 'approved' }])
})

test('a proposal may be withdrawn until it is decided, with a reason', async () => {
  const { year, short } = await aPlan()
  const change = await propose(coordinator, { year, kind: 'move', lineKey: short, months: [10] })
  const withdrawn = await coordinator.plans.withdrawChange({
    changeId: change.id,
    version: 1,
    answer: 'Đơn vị đã thu xếp được',
  })
  expect(withdrawn).toMatchObject({ state: 'withdrawn', can: [] })
  await expect(decide({ ...change, version: 2 })).rejects.toMatchObject({ code: 'plans.changeDecided' })
})

test('a new version begins with the adjusted plan, and takes in what is approved while it is being drafted', async () => {
  const { year, core, short } = await aPlan()
  await decide(await propose(officer, { year, kind: 'resize', lineKey: short, opened: 6 }))
  const draft = await officer.plans.makeDraft({ year })
  expect(draft.sums.opened).toBe(10)
  await decide(await propose(officer, { year, kind: 'resize', lineKey: core, opened: 5 }))
  expect((await officer.plans.get({ versionId: draft.id })).version.sums.opened).toBe(11)

  const { version } = await officer.plans.get({ versionId: draft.id })
  const submitted = await officer.plans.submit({ versionId: draft.id, version: version.version })
  const late = await propose(officer, { year, kind: 'drop', lineKey: short, opened: 1 })
  await expect(decide(late)).rejects.toMatchObject({ code: 'plans.versionSubmitted' })
  await committee.plans.approve({
    versionId: draft.id,
    version: submitted.version,
    documentNumber: '99-KH/TU',
    documentOn: '2026-07-01',
  })
  const plan = await officer.plans.adjusted({ year })
  expect(plan.currentVersion?.number).toBe(2)
  expect(plan.changes).toEqual({ approved: 0, proposed: 1 })
  expect(plan.adjusted.opened).toBe(11)
  await decide(late)
  expect((await officer.plans.adjusted({ year })).adjusted.opened).toBe(6)
  expect((await officer.plans.adjusted({ year })).assigned.opened).toBe(9)
})

test('nothing is proposed against a plan that is not approved', async () => {
  const year = freeYear++
  await officer.plans.makeDraft({ year })
  await expect(propose(officer, { year, kind: 'add', opened: 1 })).rejects.toMatchObject({
    code: 'plans.noApprovedPlan',
  })
})

test('both plans and the list of changes go out as Excel', async () => {
  const { year, short } = await aPlan()
  await decide(await propose(officer, { year, kind: 'resize', lineKey: short, opened: 6 }))
  const cells = async (file: File) =>
    JSON.stringify((await readSheets(new Uint8Array(await file.arrayBuffer()))).map((sheet) => sheet.rows))
  const sheet = await cells(await officer.plans.adjustedXlsx({ year }))
  expect(sheet).toContain('Kế hoạch giao')
  expect(sheet).toContain('Kế hoạch điều chỉnh')
  const list = await cells(await officer.plans.changesXlsx({ year }))
  expect(list).toContain('5 → 6 lớp')
  expect(list).toContain('45-TB/TU ngày 10/06/2026')
})

test('a plan for a period is kept like a yearly one, and the years roll up against it', async () => {
  const draft = await officer.plans.makePeriodDraft({ fromYear: 2050, untilYear: 2054 })
  expect(draft).toMatchObject({
    year: 2050,
    untilYear: 2054,
    title: 'Kế hoạch đào tạo, bồi dưỡng giai đoạn 2050–2054',
  })
  await officer.plans.addLine({
    versionId: draft.id,
    programmeId: programmes['TC-LLCT'],
    openedByYear: [4, 4, 4, 4, 4],
    learners: 1000,
  })
  await officer.plans.addLine({
    versionId: draft.id,
    groupCode: 'fostering',
    title: 'Bồi dưỡng các khối',
    opened: 60,
  })
  await expect(
    officer.plans.addLine({ versionId: draft.id, programmeId: programmes['CC-LLCT'], openedByYear: [1, 2] }),
  ).rejects.toMatchObject({ code: 'input.wrong' })
  await approve(draft.id)
  await expect(
    officer.plans.addLine({ versionId: draft.id, programmeId: programmes['TC-LLCT'], opened: 1 }),
  ).rejects.toMatchObject({ code: 'plans.frozen' })

  freeYear = 2050
  const { year, short } = await aPlan()
  await decide(await propose(officer, { year, kind: 'resize', lineKey: short, opened: 7 }))
  const { lines } = await officer.plans.rollUp({ versionId: draft.id })
  expect(lines).toMatchObject([
    { planned: 4, years: [{ year: 2050, target: 4, planned: 4, opened: 0 }, { target: 4 }, {}, {}, {}] },
    { planned: 7, years: [{ target: null, planned: 7 }, {}, {}, {}, {}] },
  ])
  expect((await officer.plans.years()).some((one) => one.planId === draft.planId)).toBe(false)
  expect((await coordinator.plans.periods()).map((one) => one.state)).toEqual(['approved'])
})
