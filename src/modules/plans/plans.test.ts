import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

let world: World
type Client = Awaited<ReturnType<World['as']>>
let officer: Client
let committee: Client
let coordinator: Client
let programmes: Record<string, number>
let freeYear = 2030

beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  committee = await world.as('standingCommittee')
  coordinator = await world.as('unitCoordinator', { unitId: await aUnit('Sở Nội vụ') })
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

/** A draft of a year of its own with two lines: 8 + 5 classes. */
async function aDraft() {
  const year = freeYear++
  const draft = await officer.plans.makeDraft({ year, assignedBy: 'Thường trực Tỉnh ủy' })
  const first = await officer.plans.addLine({
    versionId: draft.id,
    programmeId: programmes['TC-LLCT'],
    modeCode: 'fullTime',
    carriedOver: 4,
    opened: 4,
    learners: 520,
  })
  const second = await officer.plans.addLine({
    versionId: draft.id,
    programmeId: programmes['BD-CTD'],
    opened: 5,
  })
  return { year, versionId: draft.id, first, second }
}

const current = async (versionId: number) => (await officer.plans.get({ versionId })).version
const document = { documentNumber: '12-KH/TU', documentOn: '2026-01-10' }

async function submit(versionId: number) {
  return officer.plans.submit({ versionId, version: (await current(versionId)).version })
}
async function approve(versionId: number) {
  const { version } = await submit(versionId)
  return committee.plans.approve({ versionId, version, ...document })
}

test('a line takes group, bloc and title from its programme, and classes are carried over plus new', async () => {
  const { first, second, versionId } = await aDraft()
  expect(first).toMatchObject({
    title: 'Trung cấp lý luận chính trị',
    groupCode: 'intermediate',
    classes: 8,
    bloc: null,
  })
  expect(second).toMatchObject({ groupCode: 'fostering', bloc: 'party', modeCode: 'none', classes: 5 })
  const { groups, version } = await officer.plans.get({ versionId })
  expect(groups).toMatchObject([
    { groupCode: 'intermediate', lines: 1, classes: 8, carriedOver: 4, opened: 4, learners: 520 },
    { groupCode: 'fostering', classes: 5, learners: null },
  ])
  expect(version).toMatchObject({
    number: 1,
    state: 'draft',
    sums: { classes: 13, carriedOver: 4, opened: 9 },
    can: ['edit', 'rename', 'submit'],
  })
})

test('a line may stand for a whole group in its own words', async () => {
  const { versionId } = await aDraft()
  expect(
    await officer.plans.addLine({
      versionId,
      groupCode: 'fostering',
      title: 'Các lớp theo yêu cầu',
      opened: 2,
    }),
  ).toMatchObject({ programmeId: null, title: 'Các lớp theo yêu cầu', classes: 2 })
})

test('what is wrong with a line is said for all fields at once', async () => {
  const { versionId } = await aDraft()
  await expect(
    officer.plans.addLine({
      versionId,
      programmeId: programmes['TC-LLCT'],
      modeCode: 'evening',
      partnerUnitId: 999_999,
    }),
  ).rejects.toMatchObject({
    status: 422,
    answer: {
      fields: [
        { path: 'modeCode', code: 'plans.unknownMode' },
        { path: 'opened', code: 'plans.noClass' },
        { path: 'partnerUnitId', code: 'plans.unknownUnit' },
      ],
    },
  })
  await expect(
    officer.plans.addLine({ versionId, programmeId: programmes['CN-DT4'], opened: 1 }),
  ).rejects.toMatchObject({
    answer: { fields: [{ path: 'programmeId', code: 'plans.programmeNotInUse' }] },
  })
  await expect(officer.plans.addLine({ versionId, opened: 1 })).rejects.toMatchObject({
    answer: { fields: [{ code: 'plans.chooseProgramme' }] },
  })
})

test('a partner that is written as a unit’s name is tied to that unit', async () => {
  const { versionId } = await aDraft()
  const unitId = await aUnit('Ban Dân vận Tỉnh ủy thử')
  const line = await officer.plans.addLine({
    versionId,
    programmeId: programmes['BD-CV'],
    opened: 1,
    partnerText: 'BAN DÂN VẬN  tỉnh ủy thử',
  })
  expect(line).toMatchObject({ partnerUnitId: unitId, partner: 'Ban Dân vận Tỉnh ủy thử' })
})

test('of two who edit the same line the second is told and sees the first one’s line', async () => {
  const { versionId, first } = await aDraft()
  const input = {
    versionId,
    lineId: first.id,
    programmeId: first.programmeId as number,
    modeCode: 'fullTime',
    version: first.version,
  }
  const changed = await officer.plans.editLine({ ...input, carriedOver: 4, opened: 5 })
  expect(changed).toMatchObject({ classes: 9, version: first.version + 1 })
  await expect(officer.plans.editLine({ ...input, carriedOver: 4, opened: 6 })).rejects.toMatchObject({
    code: 'plans.stale',
    params: { current: { opened: 5 } },
  })
  await expect(
    officer.plans.removeLine({ versionId, lineId: first.id, version: first.version }),
  ).rejects.toMatchObject({ code: 'plans.stale' })
})

test('lines are put in another order, all of them or none', async () => {
  const { versionId, first, second } = await aDraft()
  const third = await officer.plans.addLine({ versionId, programmeId: programmes['BD-BTCB'], opened: 3 })
  const { version } = await current(versionId)
  await expect(
    officer.plans.reorder({ versionId, lineIds: [third.id, second.id], version }),
  ).rejects.toMatchObject({ code: 'plans.orderIncomplete' })
  await officer.plans.reorder({ versionId, lineIds: [first.id, third.id, second.id], version })
  expect((await officer.plans.get({ versionId })).lines.map((line) => line.id)).toEqual([
    first.id,
    third.id,
    second.id,
  ])
})

test('who submits what somebody changed meanwhile is told', async () => {
  const { versionId } = await aDraft()
  const seen = await current(versionId)
  await officer.plans.addLine({ versionId, programmeId: programmes['BD-CV'], opened: 1 })
  await expect(officer.plans.submit({ versionId, version: seen.version })).rejects.toMatchObject({
    code: 'plans.stale',
  })
})

test('a plan without a line is not submitted', async () => {
  const draft = await officer.plans.makeDraft({ year: freeYear++ })
  await expect(officer.plans.submit({ versionId: draft.id, version: draft.version })).rejects.toMatchObject({
    code: 'plans.empty',
  })
})

test('a submitted plan does not change, is not submitted twice, and comes back with a reason', async () => {
  const { versionId, first } = await aDraft()
  const submitted = await submit(versionId)
  expect(submitted).toMatchObject({
    state: 'submitted',
    submittedBy: { id: officer.accountId, name: 'Đồng chí trainingOffice' },
  })
  await expect(officer.plans.submit({ versionId, version: submitted.version })).rejects.toMatchObject({
    code: 'plans.alreadySubmitted',
  })
  await expect(
    officer.plans.addLine({ versionId, programmeId: programmes['BD-CV'], opened: 1 }),
  ).rejects.toMatchObject({ code: 'plans.submittedClosed' })
  await expect(world.rows('update plan_line set opened = 1 where id = $1', [first.id])).rejects.toThrow(
    /does not change/,
  )
  await expect(
    committee.plans.return({ versionId, reason: ' ', version: submitted.version }),
  ).rejects.toMatchObject({ status: 422 })
  const returned = await committee.plans.return({
    versionId,
    reason: 'Cần thêm lớp cho khối đoàn thể',
    version: submitted.version,
  })
  expect(returned).toMatchObject({ state: 'returned', returnReason: 'Cần thêm lớp cho khối đoàn thể' })
  await officer.plans.addLine({ versionId, programmeId: programmes['BD-ND'], opened: 1 })
  expect(await submit(versionId)).toMatchObject({ state: 'submitted', sums: { classes: 14 } })
})

test('approval needs a document of a day that has come, and the right to decide', async () => {
  const { versionId } = await aDraft()
  const { version } = await submit(versionId)
  await expect(
    committee.plans.approve({ versionId, version, documentNumber: ' ', documentOn: '2026-01-10' }),
  ).rejects.toMatchObject({
    status: 422,
    answer: { fields: [{ path: 'documentNumber' }] },
  })
  await expect(
    committee.plans.approve({ versionId, version, ...document, documentOn: '2027-01-01' }),
  ).rejects.toMatchObject({
    answer: { fields: [{ code: 'plans.documentInFuture' }] },
  })
  await expect(officer.plans.approve({ versionId, version, ...document })).rejects.toMatchObject({
    status: 403,
  })
  await expect(coordinator.plans.makeDraft({ year: freeYear })).rejects.toMatchObject({ status: 403 })
  expect(await committee.plans.approve({ versionId, version, ...document })).toMatchObject({
    state: 'approved',
    documentNumber: '12-KH/TU',
    documentOn: '2026-01-10',
    isAssigned: true,
    isCurrent: true,
  })
})

test('nobody decides on the plan that they submitted themselves, not even past the rules', async () => {
  const { versionId } = await aDraft()
  const { version } = await world.office.plans.submit({
    versionId,
    version: (await current(versionId)).version,
  })
  await expect(world.office.plans.approve({ versionId, version, ...document })).rejects.toMatchObject({
    code: 'plans.notYourOwn',
  })
  await expect(
    world.rows(
      `update plan_version set state = 'approved', decided_by = submitted_by, decided_at = now(), document_number = '1', document_on = '2026-01-01' where id = $1`,
      [versionId],
    ),
  ).rejects.toThrow(/plan_version_second_person/)
})

test('an approved version is frozen by the database, for its owner too', async () => {
  const { versionId, first, year } = await aDraft()
  await approve(versionId)
  const tries: [string, unknown[]][] = [
    ['update plan_line set opened = opened + 1 where id = $1', [first.id]],
    ['delete from plan_line where id = $1', [first.id]],
    [
      `insert into plan_line (version_id, group_code, title, opened, sort_order) values ($1, 'other', 'Thêm', 1, 9)`,
      [versionId],
    ],
    ['update plan_version set document_number = $2 where id = $1', [versionId, '99']],
    [
      `update plan_version set state = 'draft', document_number = null, document_on = null where id = $1`,
      [versionId],
    ],
    ['delete from plan_version where id = $1', [versionId]],
    ['update plan set title = $2 where year = $1', [year, 'Khác']],
    ['truncate plan_line', []],
    ['truncate plan cascade', []],
  ]
  for (const [text, values] of tries)
    await expect(world.rows(text, values), text).rejects.toThrow(/frozen|keeps its name/)
  const { versionId: other } = await aDraft()
  await expect(
    world.rows('update plan_line set version_id = $2 where id = $1', [first.id, other]),
  ).rejects.toThrow(/frozen/)
  await expect(
    officer.plans.editLine({
      versionId,
      lineId: first.id,
      groupCode: 'other',
      title: 'X',
      opened: 1,
      version: first.version,
    }),
  ).rejects.toMatchObject({
    code: 'plans.frozen',
  })
})

test('a version is never born approved and takes no short cut', async () => {
  const { versionId } = await aDraft()
  await expect(
    world.rows(
      `update plan_version set state = 'approved', decided_by = 1, decided_at = now(), submitted_by = 2, submitted_at = now(), document_number = '1', document_on = '2026-01-01' where id = $1`,
      [versionId],
    ),
  ).rejects.toThrow(/no step from draft to approved/)
})

test('a line that is added while the approval is under way waits and is refused', async () => {
  const { versionId } = await aDraft()
  const { version } = await submit(versionId)
  const deciding = await world.pool.connect()
  try {
    await deciding.query('begin')
    await deciding.query(
      `update plan_version set state = 'returned', decided_by = $2, decided_at = now(), return_reason = 'xem lại' where id = $1`,
      [versionId, committee.accountId],
    )
    const approving = committee.plans.approve({ versionId, version, ...document })
    const adding = officer.plans.addLine({ versionId, programmeId: programmes['BD-CV'], opened: 1 })
    await deciding.query('commit')
    await expect(approving).rejects.toMatchObject({ code: 'plans.notSubmitted' })
    await expect(adding).resolves.toMatchObject({ classes: 1 })
  } finally {
    deciding.release()
  }
})

test('a change within the year begins as a copy of the approved version; assigned and in force are two things', async () => {
  const { versionId, year, first, second } = await aDraft()
  await approve(versionId)
  const draft = await officer.plans.makeDraft({ year })
  expect(draft).toMatchObject({ number: 2, copiedFromId: versionId, sums: { classes: 13 } })
  await expect(officer.plans.makeDraft({ year })).rejects.toMatchObject({ code: 'plans.openExists' })
  const { lines } = await officer.plans.get({ versionId: draft.id })
  expect(lines.map((line) => line.lineKey)).toEqual([first.lineKey, second.lineKey])
  const [one, two] = lines
  await officer.plans.editLine({
    versionId: draft.id,
    lineId: one!.id,
    programmeId: one!.programmeId!,
    modeCode: 'fullTime',
    carriedOver: 4,
    opened: 6,
    learners: 600,
    version: one!.version,
  })
  await officer.plans.removeLine({ versionId: draft.id, lineId: two!.id, version: two!.version })
  await officer.plans.addLine({
    versionId: draft.id,
    programmeId: programmes['CC-LLCT'],
    modeCode: 'partTime',
    carriedOver: 3,
    opened: 1,
  })

  const compared = await officer.plans.compare({ versionId: draft.id, otherId: versionId })
  expect(compared).toMatchObject({ same: 0, before: { number: 1 }, after: { number: 2 } })
  expect(compared.changes.map(({ kind, fields }) => ({ kind, fields }))).toEqual([
    { kind: 'changed', fields: ['opened', 'learners'] },
    { kind: 'added', fields: [] },
    { kind: 'dropped', fields: [] },
  ])
  expect(compared.groups.find((group) => group.groupCode === 'intermediate')).toMatchObject({
    before: { classes: 8 },
    after: { classes: 10 },
  })

  await approve(draft.id)
  const plan = (await officer.plans.years()).find((one) => one.year === year)
  expect(plan).toMatchObject({
    assignedVersion: { number: 1 },
    currentVersion: { number: 2 },
    openVersion: null,
    versions: 2,
    can: ['makeDraft'],
  })
})

test('title and assigning body are corrected while nothing of the year is submitted or approved', async () => {
  const { versionId, year } = await aDraft()
  const seen = await current(versionId)
  const renamed = await officer.plans.rename({
    versionId,
    title: '  Kế hoạch mở lớp   năm nay ',
    assignedBy: 'Ban Thường vụ Tỉnh ủy',
    version: seen.version,
  })
  expect(renamed).toMatchObject({ title: 'Kế hoạch mở lớp năm nay', assignedBy: 'Ban Thường vụ Tỉnh ủy' })
  expect((await officer.plans.years()).find((plan) => plan.year === year)).toMatchObject({
    title: 'Kế hoạch mở lớp năm nay',
  })
  const name = { versionId, title: 'Tên khác' }
  await expect(officer.plans.rename({ ...name, version: seen.version })).rejects.toMatchObject({
    code: 'plans.stale',
    params: { current: { title: 'Kế hoạch mở lớp năm nay' } },
  })
  await expect(officer.plans.rename({ ...name, title: ' ', version: renamed.version })).rejects.toMatchObject(
    { status: 422, answer: { fields: [{ path: 'title' }] } },
  )
  await expect(
    officer.plans.rename({ ...name, assignedBy: 'x'.repeat(201), version: renamed.version }),
  ).rejects.toMatchObject({ answer: { fields: [{ path: 'assignedBy', code: 'field.tooLong' }] } })
  const { version } = await officer.plans.rename({ ...name, version: renamed.version })
  expect(await current(versionId)).toMatchObject({ title: 'Tên khác', assignedBy: null, version })
  for (const other of [committee, coordinator])
    await expect(other.plans.rename({ ...name, version })).rejects.toMatchObject({ status: 403 })

  const submitted = await submit(versionId)
  await expect(officer.plans.rename({ ...name, version: submitted.version })).rejects.toMatchObject({
    code: 'plans.submittedClosed',
  })
  await expect(world.rows('update plan set title = $2 where year = $1', [year, 'Lén'])).rejects.toThrow(
    /keeps its name/,
  )
  await committee.plans.approve({ versionId, version: submitted.version, ...document })
  await expect(
    officer.plans.rename({ ...name, version: (await current(versionId)).version }),
  ).rejects.toMatchObject({ code: 'plans.frozen' })
  const draft = await officer.plans.makeDraft({ year })
  expect(draft.can).toEqual(['edit', 'submit'])
  expect(draft.steps).toContainEqual({ step: 'rename', refusal: 'plans.nameFrozen' })
  await expect(
    officer.plans.rename({ ...name, versionId: draft.id, version: draft.version }),
  ).rejects.toMatchObject({ code: 'plans.nameFrozen' })
})

test('next year’s plan may begin with this year’s lines, as lines of its own', async () => {
  const { versionId, first } = await aDraft()
  const next = await officer.plans.makeDraft({ year: freeYear++, fromVersionId: versionId })
  const { lines } = await officer.plans.get({ versionId: next.id })
  expect(lines).toHaveLength(2)
  expect(lines[0]?.lineKey).not.toBe(first.lineKey)
})

test('a unit sees a plan once it is submitted, and nothing of what is still being written', async () => {
  const { versionId, year } = await aDraft()
  await expect(coordinator.plans.get({ versionId })).rejects.toMatchObject({ status: 404 })
  expect((await coordinator.plans.years()).filter((plan) => plan.year === year)).toEqual([])
  await submit(versionId)
  expect(await coordinator.plans.get({ versionId })).toMatchObject({
    version: { state: 'submitted', can: [] },
    lines: [{ classes: 8 }, { classes: 5 }],
  })
})

test('the same holds when only the database guards: drafts, their lines and their years', async () => {
  const open = await aWorld({ firstWall: false })
  const writer = await open.as('trainingOffice')
  const draft = await writer.plans.makeDraft({ year: 2031 })
  await writer.plans.addLine({ versionId: draft.id, groupCode: 'other', title: 'Một lớp', opened: 1 })
  const [unit] = await open.rows<{ id: number }>('insert into unit default values returning id')
  const reader = await open.as('unitHead', { unitId: unit!.id })
  expect(await reader.plans.years()).toEqual([])
  expect(await reader.plans.list({ year: 2031 })).toEqual([])
  await expect(reader.plans.get({ versionId: draft.id })).rejects.toMatchObject({ status: 404 })
})

test('every step stands in the record with its reason', async () => {
  const { versionId } = await aDraft()
  const { version } = await submit(versionId)
  await committee.plans.return({ versionId, reason: 'Kinh phí chưa rõ nguồn', version })
  const [line] = await world.rows<{ reason: string; account_id: number }>(
    `select reason, account_id from audit_line where procedure = 'plans.return' and row_id = $1`,
    [String(versionId)],
  )
  expect(line).toEqual({ reason: 'Kinh phí chưa rõ nguồn', account_id: committee.accountId })
})

test('the Excel file has the sections, the lines and the total of the page', async () => {
  const { versionId, year } = await aDraft()
  const file = await officer.plans.xlsx({ versionId })
  expect(file.name).toBe(`ke-hoach-${year}-ban-1.xlsx`)
  const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()))
  const texts = sheet!.rows.map((row) =>
    row.cells.map((cell) => ('text' in cell ? cell.text : 'number' in cell ? cell.number : '')),
  )
  expect(texts[0]?.[0]).toBe(`KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM ${year}`)
  expect(texts).toContainEqual(['I', 'Trung cấp lý luận chính trị'])
  expect(texts).toContainEqual(['1', 'Trung cấp lý luận chính trị', 'Tập trung', 8, 4, 4, 520])
  expect(texts.at(-1)).toEqual(['', 'Tổng cộng', '', 13, 4, 9, 520])
})
