import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { solveWaiting } from './index.ts'

let world: World
type Client = Awaited<ReturnType<World['as']>>
let officer: Client
let committee: Client
let programmes: Record<string, number>
let unitIds: number[]

const year = 2027
const question = { name: 'Phương án thử', year, seconds: 20 }

beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  committee = await world.as('standingCommittee')
  const { rows } = await officer.programmes.list({ size: 100, period: 'all' })
  programmes = Object.fromEntries(rows.map((row) => [row.code, row.id]))
  unitIds = []
  for (const name of ['Xã Một', 'Xã Hai', 'Xã Ba']) {
    const made = await world.office.units.make({
      name,
      kind: 'other',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ đơn vị',
    })
    unitIds.push(made.unitId)
  }
  const [round] = await world.rows<{ id: number }>(
    `insert into need_round (title, year, opens_on, closes_on) values ('Đợt thử', $1, '2026-10-01', '2026-12-01') returning id`,
    [year],
  )
  await world.rows(`update need_round set state = 'open', opened_at = now() where id = $1`, [round?.id])
  const ask = `insert into need_answer (round_id, unit_id) values ($1, $2) returning id`
  const confirm = [
    `update need_answer set state = 'draft' where id = $1 and $2::bigint is not null`,
    `update need_answer set state = 'submitted', submitted_at = now(), submitted_by = $2 where id = $1`,
    `update need_answer set state = 'confirmed', confirmed_at = now(), confirmed_by = $2 where id = $1`,
  ]
  for (const [i, unitId] of unitIds.entries()) {
    const [answer] = await world.rows<{ id: number }>(ask, [round?.id, unitId])
    await world.rows(confirm[0] as string, [answer?.id, officer.accountId])
    const need = (code: string, mode: string, heads: number, months: number[]) =>
      world.rows(
        `insert into need (answer_id, round_id, unit_id, programme_id, mode_code, heads, target_group, months) values ($1, $2, $3, $4, $5, $6, 'committeeMember', $7)`,
        [answer?.id, round?.id, unitId, programmes[code], mode, heads, months],
      )
    await need('TC-LLCT', 'fullTime', 20, [3])
    await need('BD-CTD', 'none', 30 + i, [])
    await need('BD-CV', 'none', 10, [])
    for (const step of confirm.slice(1)) await world.rows(step, [answer?.id, officer.accountId])
  }
})

const resources = async () => {
  await officer.rooms.make({ code: 'HTA', name: 'Hội trường A', seats: 120 })
  await officer.lecturers.make({
    code: 'GV1',
    name: 'Trần Văn Một',
    fields: ['LLCS', 'XDĐ'],
    weeklyHours: 30,
  })
  const teach = 'insert into programme_teaching (programme_id, field_code, hours) values ($1, $2, $3)'
  await world.rows(teach, [programmes['TC-LLCT'], 'LLCS', 100])
  await world.rows(teach, [programmes['BD-CTD'], 'XDĐ', 20])
  const form = { sizeFrom: 30, sizeTo: 60, seat: 'room' as const }
  await officer.planner.setForm({
    programmeId: programmes['TC-LLCT'] as number,
    modeCode: 'fullTime',
    ...form,
    weeks: 10,
  })
  await officer.planner.setForm({
    programmeId: programmes['BD-CTD'] as number,
    modeCode: 'none',
    ...form,
    sizeTo: 100,
    weeks: 2,
    costDong: 40_000_000,
  })
}

test('nothing is invented: what the school has not entered is named, and without any of it there is nothing to plan', async () => {
  const { instance, missing } = await officer.planner.question(question)
  expect(instance.forms).toEqual([])
  expect(missing).toContainEqual(expect.objectContaining({ code: 'noForm', heads: 60 }))
  expect(missing).toContainEqual(expect.objectContaining({ code: 'noHours', heads: 93 }))
  expect(missing.map((one) => one.code)).toEqual(
    expect.arrayContaining(['noRooms', 'noLecturers', 'noHolidays']),
  )
  await expect(officer.planner.make(question)).rejects.toMatchObject({ code: 'planner.nothingToPlan' })
})

describe('a scenario', () => {
  let scenarioId: number
  beforeAll(async () => {
    await resources()
    ;({ id: scenarioId } = await officer.planner.make(question))
  })

  test('waits, is solved by the job, and shows who has a seat, with the gap that is proven', async () => {
    expect(await officer.planner.get({ scenarioId })).toMatchObject({
      state: 'queued',
      answer: null,
      can: ['cancel'],
    })
    await solveWaiting(world.pool)
    const found = await officer.planner.get({ scenarioId })
    expect(found).toMatchObject({
      state: 'done',
      classes: 2,
      seats: 153,
      heads: 153,
      costDong: 40_000_000,
      can: ['toPlan'],
    })
    expect(found.gap).toBeLessThanOrEqual(0.005)
    expect(found.answer?.classes.map((one) => [one.title, one.learners, one.rooms])).toEqual(
      expect.arrayContaining([['Trung cấp lý luận chính trị', 60, ['Hội trường A']]]),
    )
    expect(found.answer?.units).toContainEqual({ unit: 'Xã Ba', asked: 52, seats: 52 })
    expect(found.missing).toContainEqual(expect.objectContaining({ code: 'noForm', heads: 30 }))
  })

  test('is seen by the committee, which may not make one; units see nothing of it', async () => {
    expect((await committee.planner.get({ scenarioId })).can).toEqual([])
    await expect(committee.planner.make(question)).rejects.toMatchObject({ status: 403 })
    const coordinator = await world.as('unitCoordinator', { unitId: unitIds[0] as number })
    await expect(coordinator.planner.get({ scenarioId })).rejects.toMatchObject({ status: 403 })
    await expect(coordinator.planner.seatsXlsx({ scenarioId })).rejects.toMatchObject({ status: 403 })
  })

  test('goes into a draft plan line by line, only what was chosen; the second time the line is changed, not doubled', async () => {
    const [first] = (await officer.planner.get({ scenarioId })).answer?.classes ?? []
    const formId = first?.formId as string
    const made = await officer.planner.toPlan({ scenarioId, formIds: [formId] })
    expect(made).toMatchObject({ added: 1, changed: 0 })
    const again = await officer.planner.toPlan({ scenarioId, formIds: [formId] })
    expect(again).toEqual({ versionId: made.versionId, added: 0, changed: 1 })
    const { lines, version } = await officer.plans.get({ versionId: made.versionId })
    expect(version).toMatchObject({ state: 'draft', year })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ opened: 1, learners: first?.learners })
    expect((await officer.planner.get({ scenarioId })).plan).toMatchObject({ state: 'draft' })
    await expect(officer.planner.toPlan({ scenarioId, formIds: ['0/none'] })).rejects.toMatchObject({
      code: 'planner.noSuchLine',
    })
  })

  test('stands beside another, and as a workbook', async () => {
    const { id } = await officer.planner.make({
      ...question,
      name: 'Ít tiền',
      budgetDong: 0,
      withPlan: false,
    })
    await solveWaiting(world.pool)
    const { forms, groups } = await officer.planner.compare({ ids: [scenarioId, id] })
    expect(forms.find((one) => one.modeCode === 'none')?.cells).toEqual([
      { classes: 1, seats: 93, unmet: 0 },
      { classes: 0, seats: 0, unmet: 93 },
    ])
    expect(groups).toEqual([{ group: 'committeeMember', name: 'Cấp ủy viên', asked: 153, seats: [153, 60] }])
    const differing = await officer.planner.compare({ ids: [scenarioId, id], differing: true })
    expect(differing.forms.map((one) => one.modeCode)).toEqual(['none'])
    const beside = await officer.planner.compareXlsx({ ids: [scenarioId, id], differing: true })
    const [byForm, byGroup] = await readSheets(new Uint8Array(await beside.arrayBuffer()))
    expect(JSON.stringify(byForm)).toContain('Ít tiền')
    expect(JSON.stringify(byForm)).not.toContain('Trung cấp lý luận chính trị')
    expect(JSON.stringify(byGroup)).toContain('Cấp ủy viên')
    const { answer } = await officer.planner.get({ scenarioId: id })
    expect(answer?.leftOut[0]).toMatchObject({
      isVerified: true,
      needs: [{ kind: 'budget', amount: 40_000_000 }],
    })
    const file = await officer.planner.xlsx({ scenarioId })
    const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()))
    expect(JSON.stringify(sheet)).toContain('Hội trường A')
    const seats = await officer.planner.seatsXlsx({ scenarioId })
    const sheets = await readSheets(new Uint8Array(await seats.arrayBuffer()))
    expect(sheets.map((one) => one.name)).toEqual(['Theo đơn vị', 'Theo đối tượng', 'Chi tiết'])
    const last = sheets[0]?.rows.at(-1)?.cells.map(cellText)
    expect(last).toEqual(['Cộng', '153', '153', '0'])
    expect(sheets[2]?.rows.map((row) => row.cells.map(cellText))).toContainEqual([
      'Xã Ba',
      expect.any(String),
      'Không chia hệ',
      'Cấp ủy viên',
      '32',
      '32',
      '0',
    ])
  })

  test('can be stopped while it waits, and is then not solved', async () => {
    const { id } = await officer.planner.make({ ...question, name: 'Dừng' })
    await officer.planner.cancel({ scenarioId: id })
    await solveWaiting(world.pool)
    expect(await officer.planner.get({ scenarioId: id })).toMatchObject({ state: 'cancelled', answer: null })
    await expect(officer.planner.cancel({ scenarioId: id })).rejects.toMatchObject({ code: 'planner.over' })
  })

  test('whose process was killed is taken up again', async () => {
    const { id } = await officer.planner.make({ ...question, name: 'Mất điện' })
    await world.rows(`update scenario set state = 'running' where id = $1`, [id])
    await world.rows(
      `update scenario_work set beat_at = now() - interval '1 minute' where scenario_id = $1`,
      [id],
    )
    await solveWaiting(world.pool)
    expect(await officer.planner.get({ scenarioId: id })).toMatchObject({ state: 'done' })
  })

  test('of assigned classes that cannot be held names them', async () => {
    const draft = (await officer.plans.years()).find((one) => one.year === year)?.openVersion
    const { lines, version } = await officer.plans.get({ versionId: draft?.id as number })
    await officer.plans.editLine({
      versionId: version.id,
      lineId: lines[0]?.id as number,
      version: lines[0]?.version as number,
      programmeId: programmes['TC-LLCT'] as number,
      modeCode: 'fullTime',
      opened: 3,
      learners: 150,
      months: [11, 12],
    })
    const now = async () => (await officer.plans.get({ versionId: version.id })).version.version
    await officer.plans.submit({ versionId: version.id, version: await now() })
    await committee.plans.approve({
      versionId: version.id,
      version: await now(),
      documentNumber: '1-KH/TU',
      documentOn: '2026-11-20',
    })
    const { id } = await officer.planner.make({ ...question, name: 'Quá nhiều' })
    await solveWaiting(world.pool)
    const found = await officer.planner.get({ scenarioId: id })
    expect(found).toMatchObject({ state: 'failed', answer: null, refusal: { kind: 'clash' } })
    if (found.refusal?.kind === 'clash') expect(found.refusal.titles.length).toBeGreaterThan(0)
  })
})

test('a form of class that somebody else has changed is not overwritten, and sizes must make sense', async () => {
  const form = {
    programmeId: programmes['BD-PN'] as number,
    modeCode: 'none',
    sizeFrom: 20,
    sizeTo: 60,
    weeks: 1,
    seat: 'host' as const,
  }
  expect(await officer.planner.setForm(form)).toMatchObject({ version: 1, sizeTo: 60 })
  await expect(officer.planner.setForm(form)).rejects.toMatchObject({ code: 'planner.stale' })
  await expect(officer.planner.setForm({ ...form, version: 1, sizeTo: 10 })).rejects.toMatchObject({
    fields: [{ path: 'sizeTo', code: 'planner.sizeOrder' }],
  })
  await expect(officer.planner.setForm({ ...form, modeCode: 'xx' })).rejects.toMatchObject({
    code: 'planner.noSuchMode',
  })
})
