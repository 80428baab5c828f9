import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'

const reason = 'Thử kế hoạch phối hợp'

let world: World
let office: Api & { accountId: number }
let a: number
let b: number
let head: Api & { accountId: number }
let coordinator: Api & { accountId: number }
let stranger: Api & { accountId: number }

beforeAll(async () => {
  world = await aWorld()
  const aUnit = async (name: string) =>
    (await world.office.units.make({ name, kind: 'department', level: 'province', bloc: 'state', reason }))
      .unitId
  a = await aUnit('Sở A')
  b = await aUnit('Sở B')
  office = await world.as('trainingOffice')
  head = await world.as('unitHead', { unitId: a })
  coordinator = await world.as('unitCoordinator', { unitId: a })
  stranger = await world.as('unitHead', { unitId: b })
})

const openPlan = async (unitId = a, year = 2027) => {
  const { open } = await office.coordination.unitPlan({ unitId, year })
  if (!open) throw new Error('no open plan')
  return open
}

describe('the plan of a unit and year', () => {
  test('is drawn up from the templates for all units that have none, once', async () => {
    expect(await office.coordination.drawUp({ year: 2027 })).toEqual({ made: 2 })
    expect(await office.coordination.drawUp({ year: 2027 })).toEqual({ made: 0 })
    const plan = await openPlan()
    expect(plan).toMatchObject({ state: 'draft', number: 1, can: ['edit', 'offer'] })
    expect(plan.items.map((one) => one.side)).toContain('school')
  })

  test('is the school’s own affair until it is offered', async () => {
    expect(await head.coordination.unitPlan({ unitId: a, year: 2027 })).toMatchObject({
      open: null,
      accepted: null,
    })
    const { id, version } = await openPlan()
    await expect(head.coordination.accept({ planId: id, version })).rejects.toMatchObject({ status: 404 })
  })

  test('offered, it waits for the unit’s head: not for the coordinator, not for another unit', async () => {
    await office.coordination.offer({ year: 2027 })
    const { id, version } = await openPlan()
    await expect(coordinator.coordination.accept({ planId: id, version })).rejects.toMatchObject({
      status: 403,
    })
    await expect(stranger.coordination.accept({ planId: id, version })).rejects.toMatchObject({ status: 404 })
    expect((await head.coordination.tasks()).map((one) => `${one.kind} ${one.turn}`)).toContain(
      'coordinationOffered mine',
    )
  })

  test('returned with a reason it is changed and offered again; accepted it binds both with dated commitments', async () => {
    const first = await openPlan()
    await head.coordination.returnPlan({
      planId: first.id,
      version: first.version,
      reason: 'Hạn quý I quá gấp',
    })
    const item = first.items.find((one) => one.templateCode === 'sendLists')
    await office.coordination.editItem({
      planId: first.id,
      itemId: item?.id ?? 0,
      side: 'unit',
      title: 'Gửi danh sách cán bộ cử đi học quý sau',
      dueKind: 'quarterly',
      offsetDays: -5,
    })
    await office.coordination.offer({ year: 2027, planId: first.id })
    const { version } = await openPlan()
    await head.coordination.accept({ planId: first.id, version })
    const { accepted } = await head.coordination.unitPlan({ unitId: a, year: 2027 })
    expect(accepted).toMatchObject({
      state: 'accepted',
      offeredBy: null,
      acceptedBy: expect.any(String),
      can: [],
    })
    const { rows } = await coordinator.coordination.commitments({ year: 2027, side: 'unit' })
    expect(rows.filter((one) => one.title.startsWith('Gửi danh sách')).map((one) => one.dueOn)).toEqual([
      '2027-03-26',
      '2027-06-25',
      '2027-09-25',
      '2027-12-26',
    ])
  })

  test('a change after acceptance needs both again; the old one holds until then, and what was settled stays', async () => {
    const { accepted } = await office.coordination.unitPlan({ unitId: a, year: 2027 })
    const draft = await office.coordination.revise({ planId: accepted?.id ?? 0 })
    await expect(office.coordination.revise({ planId: accepted?.id ?? 0 })).rejects.toMatchObject({
      code: 'coordination.planState',
    })
    const gone = draft.items.find((one) => one.templateCode === 'answerSchool')
    const lists = draft.items.find((one) => one.templateCode === 'sendLists')
    await office.coordination.removeItem({ planId: draft.id, itemId: gone?.id ?? 0 })
    await office.coordination.editItem({
      planId: draft.id,
      itemId: lists?.id ?? 0,
      side: 'unit',
      title: 'Gửi danh sách quý sau',
      dueKind: 'quarterly',
      offsetDays: -8,
    })
    expect((await head.coordination.unitPlan({ unitId: a, year: 2027 })).accepted?.number).toBe(1)
    await office.coordination.offer({ year: 2027, planId: draft.id })
    const offered = await head.coordination.unitPlan({ unitId: a, year: 2027 })
    await head.coordination.accept({ planId: draft.id, version: offered.open?.version ?? 0 })
    const { rows } = await head.coordination.commitments({ year: 2027, side: 'unit', size: 100 })
    const of = (title: string) => rows.filter((one) => one.title.startsWith(title))
    expect(of('Trả lời các vướng mắc').map((one) => one.standing)).toEqual(Array(4).fill('dropped'))
    expect(of('Gửi danh sách')[0]).toMatchObject({ dueOn: '2027-03-23', title: 'Gửi danh sách quý sau' })
    expect(of('Gửi danh sách')).toHaveLength(4)
  })
})

describe('a commitment', () => {
  const aCommitment = async (side: 'unit' | 'school', dueOn: string, unitId = a) => {
    const [row] = await world.rows<{ id: number }>(
      `insert into commitment (unit_id, year, plan_id, item_key, period, side, title, due_on)
       select $1, 2026, (select min(id) from coordination_plan where unit_id = $1), gen_random_uuid(), '2026', $2, 'Việc thử', $3 returning id`,
      [unitId, side, dueOn],
    )
    return row?.id ?? 0
  }

  test.each([
    ['before its day', '2026-11-30', '2026-11-24', 'kept', null],
    ['on its day', '2026-11-20', '2026-11-20', 'kept', null],
    ['after its day', '2026-11-20', '2026-11-23', 'late', 3],
  ])('done %s', async (_, dueOn, doneOn, standing, daysLate) => {
    const commitmentId = await aCommitment('unit', dueOn)
    const kept = await coordinator.coordination.keep({
      commitmentId,
      doneOn,
      documentNumber: '12-CV/SA',
      version: 1,
    })
    expect(kept).toMatchObject({ standing, daysLate, documentNumber: '12-CV/SA' })
    const { events } = await office.coordination.commitment({ commitmentId })
    expect(events.map((one) => one.kind)).toEqual(['kept'])
  })

  test.each([
    ['2026-11-25', 'open'],
    ['2026-11-24', 'open'],
    ['2026-11-23', 'overdue'],
    ['2026-09-25', 'overdue'],
    ['2026-09-24', 'broken'],
  ])('due on %s and not done stands as %s', async (dueOn, standing) => {
    const commitmentId = await aCommitment('unit', dueOn)
    expect(await coordinator.coordination.commitment({ commitmentId })).toMatchObject({ standing })
  })

  test('is not done without evidence, nor in the future', async () => {
    const commitmentId = await aCommitment('unit', '2026-11-20')
    const keep = (more: object) =>
      coordinator.coordination.keep({ commitmentId, doneOn: '2026-11-24', version: 1, ...more })
    await expect(keep({})).rejects.toMatchObject({
      fields: [{ path: 'note', code: 'coordination.noEvidence' }],
    })
    await expect(keep({ note: 'đã gửi', doneOn: '2026-11-25' })).rejects.toMatchObject({
      fields: [{ path: 'doneOn', code: 'coordination.doneInFuture' }],
    })
    await expect(keep({ link: 'javascript:alert(1)' })).rejects.toMatchObject({ status: 422 })
  })

  test('is waived or called broken by who it is owed to, never by who owes it', async () => {
    const ofUnit = await aCommitment('unit', '2026-11-20')
    const ofSchool = await aCommitment('school', '2026-11-20')
    const waive = (who: Api, commitmentId: number) =>
      who.coordination.waive({ commitmentId, reason: 'Không có học viên', version: 1 })
    await expect(waive(head, ofUnit)).rejects.toMatchObject({ code: 'coordination.notYours' })
    await expect(waive(office, ofSchool)).rejects.toMatchObject({ code: 'coordination.notYours' })
    expect(await waive(office, ofUnit)).toMatchObject({ standing: 'waived', reason: 'Không có học viên' })
    expect(
      await head.coordination.break({ commitmentId: ofSchool, reason: 'Chưa nhận được gì', version: 1 }),
    ).toMatchObject({ standing: 'broken', settledBy: expect.any(String) })
    await expect(
      head.coordination.keep({ commitmentId: ofSchool, doneOn: '2026-11-24', note: 'x', version: 2 }),
    ).rejects.toMatchObject({ code: 'coordination.notYours' })
  })

  test('of another unit does not exist', async () => {
    const commitmentId = await aCommitment('unit', '2026-11-20', b)
    await expect(coordinator.coordination.commitment({ commitmentId })).rejects.toMatchObject({ status: 404 })
    await expect(coordinator.coordination.pulse({ unitId: b })).rejects.toMatchObject({ status: 404 })
  })

  test('two who settle it at once: the second is told', async () => {
    const commitmentId = await aCommitment('unit', '2026-11-20')
    await coordinator.coordination.keep({ commitmentId, doneOn: '2026-11-24', note: 'Đã gửi', version: 1 })
    await office.coordination.reopen({ commitmentId, reason: 'Thiếu phụ lục', version: 2 })
    await expect(
      coordinator.coordination.keep({ commitmentId, doneOn: '2026-11-24', note: 'Đã gửi', version: 1 }),
    ).rejects.toMatchObject({ code: 'coordination.stale' })
  })
})
