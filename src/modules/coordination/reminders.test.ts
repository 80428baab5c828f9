import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { type Day, todayIn } from '../../pure/day.ts'
import { readConfig } from '../../server/config.ts'
import type { Jobs } from '../../server/ctx.ts'
import { mailReminders, remind } from './index.ts'

const reason = 'Thử nhắc việc'
type Sent = { name: string; payload: Record<string, unknown> }

/** The morning of a day, with the jobs that it left. */
async function morning(world: World, today: Day): Promise<Sent[]> {
  const sent: Sent[] = []
  const jobs: Jobs = { later: async (name, payload) => void sent.push({ name, payload }) }
  await remind(houseOn(world, today), () => jobs)
  return sent
}

const houseOn = ({ pool }: World, today: Day) => ({
  pool,
  config: readConfig({
    SMTP_URL: 'smtp://localhost:2525',
    MAIL_FROM: 'nhip@truong.vn',
    NHIP_ORIGIN: 'https://nhip.truong.vn',
  }),
  clock: { now: () => new Date(`${today}T00:30:00.000Z`) },
})

/** What the mail job of somebody sends when it comes to it. */
async function mailFor(world: World, recipientId: number, today: Day): Promise<Sent[]> {
  const sent: Sent[] = []
  const jobs: Jobs = { later: async (name, payload) => void sent.push({ name, payload }) }
  await mailReminders(houseOn(world, today)).run({ recipientId }, { jobsIn: () => jobs })
  return sent
}

const aUnit = async (world: World, name: string) =>
  (await world.office.units.make({ name, kind: 'department', level: 'province', bloc: 'state', reason }))
    .unitId

async function owes(
  world: World,
  unitId: number,
  dueOn: Day,
  side: 'unit' | 'school' = 'unit',
): Promise<number> {
  const rows = await world.rows<{ id: number }>(
    `with plan as (
       insert into coordination_plan (unit_id, year, number) values ($1, 2026, (select coalesce(max(number), 0) + 1 from coordination_plan where unit_id = $1)) returning id
     ), held as (select id from plan)
     insert into commitment (unit_id, year, plan_id, item_key, template_code, period, side, title, due_on)
     select $1, 2026, id, gen_random_uuid(), 'answerSchool', '2026-Q4', $3, 'Trả lời vướng mắc', $2 from held returning id`,
    [unitId, dueOn, side],
  )
  // One plan of a unit and year may be under way: the test needs only that there is one.
  await world.rows(
    `update coordination_plan set state = 'replaced', offered_at = now(), accepted_at = now() where unit_id = $1`,
    [unitId],
  )
  return rows[0]?.id ?? 0
}

/** A round of needs that is open until a day, for one programme. */
async function anOpenRound(world: World, closesOn: Day): Promise<void> {
  const programme = await world.office.programmes.make({
    code: 'BD',
    name: 'Bồi dưỡng',
    groupCode: 'fostering',
    kind: 'fostering',
    modes: ['none'],
  })
  const round = await world.office.needs.make({
    title: 'Nhu cầu năm 2027',
    year: 2027,
    opensOn: '2026-11-01',
    closesOn,
    programmeIds: [programme.id],
  })
  await world.office.needs.open({ roundId: round.id, version: round.version })
}

const whoWasTold = async (world: World) =>
  (
    await world.rows<{ line: string }>(
      `select made_on || ' ' || audience as line from reminder order by made_on, id`,
    )
  ).map((row) => row.line)

describe('the ladder of a commitment', () => {
  let world: World
  let unitId: number
  let commitmentId: number
  let coordinator: Api & { accountId: number }
  beforeAll(async () => {
    world = await aWorld({ today: '2026-11-30' as Day })
    unitId = await aUnit(world, 'Sở A')
    coordinator = await world.as('unitCoordinator', { unitId })
    const { accountId } = await world.office.access.makeAccount({
      name: 'Cấp phó',
      email: 'pho@so-a.vn',
      role: 'unitHead',
      unitId,
      isDeputy: true,
      fromOn: '2026-01-01',
    })
    expect((await world.office.access.account({ accountId })).grants).toMatchObject([{ isDeputy: true }])
    await expect(
      world.office.access.grant({ accountId, role: 'lecturer', fromOn: '2026-01-01', isDeputy: true }),
    ).rejects.toMatchObject({ fields: [{ code: 'access.deputyOfHead' }] })
    await world.as('unitHead', { unitId })
    await world.as('organisationCommittee')
    await world.as('trainingOffice')
    // A Monday; seven days before is a Monday too.
    commitmentId = await owes(world, unitId, '2026-11-30')
  })

  test('climbs step by step, on working days only, and nobody is told twice on one step', async () => {
    for (const today of [
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-12-01',
      '2026-12-01',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-07',
      '2026-12-14',
      '2026-12-15',
    ])
      await morning(world, today as Day)
    expect(await whoWasTold(world)).toEqual([
      '2026-11-23 coordinator',
      '2026-12-01 coordinator',
      '2026-12-04 deputy',
      '2026-12-07 head',
      '2026-12-14 committee',
    ])
  })

  test('is seen behind the bell by its reader alone, and is gone when the thing is done', async () => {
    expect(await coordinator.coordination.unread()).toEqual({ count: 1 })
    const { rows } = await coordinator.coordination.notices({})
    expect(rows).toMatchObject([
      { title: 'Trả lời vướng mắc', path: `/phoi-hop/cam-ket/${commitmentId}`, isSeen: false },
    ])
    const other = await world.as('unitCoordinator', { unitId: await aUnit(world, 'Sở B') })
    expect(await other.coordination.notices({ state: 'all' })).toMatchObject({ rows: [], total: 0 })

    await coordinator.coordination.keep({
      commitmentId,
      doneOn: '2026-11-30',
      documentNumber: '1-CV',
      version: 1,
    })
    expect(await coordinator.coordination.unread()).toEqual({ count: 0 })
    expect((await coordinator.coordination.notices({ state: 'all' })).rows).toMatchObject([{ isOver: true }])
    await morning(world, '2026-12-16')
    expect(await whoWasTold(world)).toHaveLength(5)
    expect(await world.rows('select from reminder where recalled_at is null')).toHaveLength(0)
  })
})

describe('who is reminded', () => {
  test('the head where there is no coordinator, and nobody who has left or is locked out', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    const head = await world.as('unitHead', { unitId })
    const locked = await world.as('unitHead', { unitId })
    await world.rows('update account set is_disabled = true where id = $1', [locked.accountId])
    const left = await world.as('unitCoordinator', { unitId })
    await world.rows(`update role_grant set until_on = '2026-01-01' where account_id = $1`, [left.accountId])
    await owes(world, unitId, '2026-11-30')
    const sent = await morning(world, '2026-11-24')
    expect(sent).toEqual([{ name: 'coordination.mail', payload: { recipientId: head.accountId } }])
  })

  test('the school for what the school owes', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    const office = await world.as('trainingOffice')
    await world.as('unitCoordinator', { unitId })
    await world.as('rectorate')
    await owes(world, unitId, '2026-11-30', 'school')
    const sent = await morning(world, '2026-11-24')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([office.accountId])
  })

  test('the successor of a unit that was merged away, never its old accounts; of the same thing it owes one', async () => {
    const world = await aWorld()
    const [a, b, c] = [await aUnit(world, 'Sở A'), await aUnit(world, 'Sở B'), await aUnit(world, 'Sở C')]
    const old = await world.as('unitCoordinator', { unitId: a })
    for (const unitId of [a, b, c]) await owes(world, unitId, '2026-11-30')
    const { reorganisationId } = await world.office.units.enter({
      title: 'Nhập hai sở',
      documentNumber: '1-QĐ',
      documentOn: '2026-11-01',
      documentIssuer: 'Tỉnh ủy',
      effectiveOn: '2026-11-20',
      acts: [
        { act: 'absorb', from: [{ unit: { unitId: a } }], into: { unitId: c } },
        { act: 'absorb', from: [{ unit: { unitId: b } }], into: { unitId: c } },
      ],
    })
    await (await world.as('trainingOffice')).units.confirm({ reorganisationId, version: 1 })
    const heir = await world.as('unitCoordinator', { unitId: c })
    const sent = await morning(world, '2026-11-24')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([heir.accountId])
    expect(sent.map((one) => one.payload.recipientId)).not.toContain(old.accountId)
    const { rows } = await heir.coordination.commitments({ year: 2026 })
    expect(rows.map((row) => row.standing).sort()).toEqual(['dropped', 'dropped', 'open'])
    expect(
      rows
        .filter((row) => row.fromUnitName !== null)
        .map((row) => row.fromUnitName)
        .sort(),
    ).toEqual(['Sở A', 'Sở B'])
    const passed = rows.find((row) => row.fromUnitName === 'Sở A')
    const { events } = await heir.coordination.commitment({ commitmentId: passed?.id ?? 0 })
    expect(events.map((one) => one.kind)).toEqual(['dropped', 'passedOn'])
  })

  test('nobody on a holiday of the calendar; the next working day makes up for it', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    await world.as('unitCoordinator', { unitId })
    await owes(world, unitId, '2026-12-01')
    await world.rows(
      `insert into calendar_entry (kind, title, search_key, during) values ('holiday', 'Ngày nghỉ', 'ngay nghi', '[2026-11-24,2026-11-26)')`,
    )
    expect(await morning(world, '2026-11-24')).toEqual([])
    expect(await morning(world, '2026-11-25')).toEqual([])
    expect(await morning(world, '2026-11-26')).toHaveLength(1)
  })
})

describe('the mail of a morning', () => {
  test('is one for a person, with everything that is still open; none when all is answered; never a second one', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    const coordinator = await world.as('unitCoordinator', { unitId })
    const done = await owes(world, unitId, '2026-11-30')
    await owes(world, unitId, '2026-11-27')
    expect(await morning(world, '2026-11-24')).toHaveLength(1)
    await coordinator.coordination.keep({
      commitmentId: done,
      doneOn: '2026-11-24',
      note: 'Đã gửi',
      version: 1,
    })
    const [mail, ...more] = await mailFor(world, coordinator.accountId, '2026-11-24')
    expect(more).toEqual([])
    expect(mail?.payload.subject).toBe('Nhịp: 1 việc phối hợp cần đồng chí xem')
    expect(mail?.payload.text).toContain('Trả lời vướng mắc (Sở A), hạn 27/11/2026')
    expect(mail?.payload.text).toContain('https://nhip.truong.vn/phoi-hop/cam-ket/')
    expect(mail?.payload.text).not.toContain('30/11/2026')
    expect(await mailFor(world, coordinator.accountId, '2026-11-24')).toEqual([])
  })
})

describe('a round of needs', () => {
  test('is reminded of until the unit has answered, and the answer keeps «register needs» by itself', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    const coordinator = await world.as('unitCoordinator', { unitId })
    await anOpenRound(world, '2026-12-01')
    // The plan was accepted before the round was opened: the morning draws what it owes for the round.
    const [plan] = await world.rows<{ id: number }>(
      `insert into coordination_plan (unit_id, year, state, offered_at, accepted_at) values ($1, 2026, 'accepted', now(), now()) returning id`,
      [unitId],
    )
    await world.rows(
      `insert into coordination_item (plan_id, template_code, side, title, due_kind, fulfilled_by, sort_order)
       values ($1, 'registerNeeds', 'unit', 'Đăng ký nhu cầu', 'needRound', 'needAnswer', 10)`,
      [plan?.id],
    )
    await morning(world, '2026-11-24')
    expect((await coordinator.coordination.notices({})).rows).toMatchObject([
      {
        title: 'Nhu cầu năm 2027',
        dueOn: '2026-12-01',
        path: expect.stringMatching(/^\/nhu-cau\/phieu\/\d+$/),
      },
    ])
    const [owed] = (await coordinator.coordination.commitments({ year: 2026 })).rows
    expect(owed).toMatchObject({ title: 'Đăng ký nhu cầu', dueOn: '2026-12-01', standing: 'open' })

    const [answer] = await world.rows<{ id: number; version: number }>('select id, version from need_answer')
    await coordinator.needs.submit({ answerId: answer?.id ?? 0, version: answer?.version ?? 0, noNeed: true })
    expect((await coordinator.coordination.notices({})).total).toBe(0)
    expect(await coordinator.coordination.commitment({ commitmentId: owed?.id ?? 0 })).toMatchObject({
      standing: 'kept',
      // The database's clock says when it was sent.
      doneOn: todayIn('Asia/Ho_Chi_Minh', new Date()),
      isByAnswer: true,
      can: [],
    })
  })
})

describe('an answer that waits for the head', () => {
  let world: World
  let unitId: number
  let answerId: number
  let coordinator: Api & { accountId: number }
  let head: Api & { accountId: number }
  const version = async () =>
    (await world.rows<{ version: number }>('select version from need_answer where id = $1', [answerId]))[0]
      ?.version ?? 0
  beforeAll(async () => {
    world = await aWorld()
    unitId = await aUnit(world, 'Sở A')
    coordinator = await world.as('unitCoordinator', { unitId })
    head = await world.as('unitHead', { unitId })
    await world.as('organisationCommittee')
    await world.as('trainingOffice')
    await anOpenRound(world, '2026-11-27')
    const rows = await world.rows<{ id: number }>('select id from need_answer where unit_id = $1', [unitId])
    answerId = rows[0]?.id ?? 0
    // Not asked, as it came after the round was opened.
    await world.as('unitHead', { unitId: await aUnit(world, 'Sở B') })
  })

  test('is held up by the coordinator until it is sent: the head hears nothing', async () => {
    const sent = await morning(world, '2026-11-24')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([coordinator.accountId])
    expect((await head.coordination.notices({ state: 'all' })).total).toBe(0)
  })

  test('once it is sent the head is reminded, in fitting words, and the coordinator no more', async () => {
    await coordinator.needs.submit({ answerId, version: await version(), noNeed: true })
    const sent = await morning(world, '2026-11-24')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([head.accountId])
    expect((await head.coordination.notices({})).rows).toMatchObject([
      { subjectKind: 'needConfirmation', title: 'Nhu cầu năm 2027', path: `/nhu-cau/phieu/${answerId}` },
    ])
    expect(await coordinator.coordination.notices({})).toMatchObject({ rows: [], total: 0 })
    // The mail that waited for the coordinator is dropped, too.
    expect(await mailFor(world, coordinator.accountId, '2026-11-24')).toEqual([])
    const [mail] = await mailFor(world, head.accountId, '2026-11-24')
    expect(mail?.payload.text).toContain(
      'Phiếu chờ thủ trưởng xác nhận: Nhu cầu năm 2027 (Sở A), hạn 27/11/2026',
    )
    expect(await morning(world, '2026-11-25')).toEqual([])
  })

  test('is the coordinator’s again when the head sends it back', async () => {
    await head.needs.sendBack({ answerId, version: await version(), reason: 'Xem lại số lượng' })
    expect((await head.coordination.notices({})).total).toBe(0)
    const sent = await morning(world, '2026-11-30')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([coordinator.accountId])
    await coordinator.needs.submit({ answerId, version: await version(), noNeed: true })
  })

  test('climbs to nobody but head and deputy, and is over when it is confirmed', async () => {
    const deputy = await world.as('unitHead', { unitId })
    await world.rows('update role_grant set is_deputy = true where account_id = $1', [deputy.accountId])
    const told: unknown[] = []
    for (const today of ['2026-11-30', '2026-12-01', '2026-12-04', '2026-12-11', '2026-12-14'])
      for (const one of await morning(world, today as Day)) told.push([today, one.payload.recipientId])
    expect(told).toEqual([
      ['2026-11-30', head.accountId],
      ['2026-12-01', deputy.accountId],
      ['2026-12-04', head.accountId],
    ])
    await head.needs.confirm({ answerId, version: await version() })
    expect((await head.coordination.notices({})).total).toBe(0)
    expect((await deputy.coordination.notices({ state: 'all' })).rows).toMatchObject([{ isOver: true }])
    expect(await morning(world, '2026-12-15')).toEqual([])
    expect(await world.rows('select from reminder where recalled_at is null')).toHaveLength(0)
  })

  test('its ladder takes no coordinator', async () => {
    const office = await world.as('trainingOffice')
    const rule = (await office.coordination.rules()).find((one) => one.subjectKind === 'needConfirmation')
    await expect(
      office.coordination.editRule({
        ruleId: rule?.id ?? 0,
        isOn: true,
        steps: [{ audience: 'coordinator', offsetDays: 1 }],
        version: rule?.version ?? 0,
      }),
    ).rejects.toMatchObject({ fields: [{ code: 'coordination.wrongAudience' }] })
  })
})

describe('an approval that ends', () => {
  test('reminds the office twice and the leaders once it is over, in fitting words; a new one silences all', async () => {
    const world = await aWorld()
    await aUnit(world, 'Tỉnh ủy')
    const [office, rector] = [await world.as('trainingOffice'), await world.as('rectorate')]
    const { id: lecturerId } = await office.lecturers.make({
      code: 'TG-1',
      name: 'Nguyễn Văn Khách',
      isGuest: true,
      fields: ['LLCS'],
    })
    const paper = { documentNumber: '15-QĐ/TU', documentOn: '2025-12-20', signedBy: 'Thường trực Tỉnh ủy' }
    await office.lecturers.recordApproval({
      lecturerId,
      ...paper,
      fromOn: '2026-01-01',
      lastOn: '2026-12-31',
    })
    const told = async (day: string) => (await morning(world, day)).map((one) => one.payload.recipientId)
    expect(await told('2026-11-30')).not.toContain(office.accountId)
    expect(await told('2026-12-01')).toContain(office.accountId)
    expect(await told('2026-12-02')).toEqual([])
    expect((await office.coordination.notices({})).rows).toMatchObject([
      {
        subjectKind: 'approvalEnding',
        title: 'Nguyễn Văn Khách',
        dueOn: '2026-12-31',
        path: `/giang-vien/${lecturerId}/phe-duyet`,
      },
    ])
    expect(await told('2026-12-24')).toContain(office.accountId)
    expect(await told('2027-01-04')).toContain(rector.accountId)
    await office.lecturers.recordApproval({
      lecturerId,
      ...paper,
      documentNumber: '16-QĐ/TU',
      fromOn: '2027-01-01',
      lastOn: '2027-12-31',
    })
    await morning(world, '2027-01-05')
    expect((await rector.coordination.notices({})).total).toBe(0)
  })
})

describe('the ladder itself', () => {
  test('is the school’s to change: a step that is taken out reminds nobody any more', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    await world.as('unitCoordinator', { unitId })
    const head = await world.as('unitHead', { unitId })
    const office = await world.as('trainingOffice')
    const rule = (await office.coordination.rules()).find((one) => one.subjectKind === 'unitCommitment')
    const set = (steps: { audience: 'head' | 'office'; offsetDays: number }[]) =>
      office.coordination.editRule({ ruleId: rule?.id ?? 0, isOn: true, steps, version: rule?.version ?? 0 })
    await expect(set([{ audience: 'office', offsetDays: 1 }])).rejects.toMatchObject({
      fields: [{ code: 'coordination.wrongAudience' }],
    })
    await expect(
      set([
        { audience: 'head', offsetDays: 1 },
        { audience: 'head', offsetDays: 1 },
      ]),
    ).rejects.toMatchObject({ fields: [{ code: 'coordination.stepTwice' }] })
    await expect(
      head.coordination.editRule({ ruleId: 1, isOn: true, steps: [], version: 1 }),
    ).rejects.toMatchObject({
      status: 403,
    })
    await set([{ audience: 'head', offsetDays: -3 }])
    await owes(world, unitId, '2026-11-27')
    const sent = await morning(world, '2026-11-24')
    expect(sent.map((one) => one.payload.recipientId)).toEqual([head.accountId])
  })
})

describe('what a plan owes for each class', () => {
  test('comes once, in the morning after a class is opened, and only to the unit that is named', async () => {
    const world = await aWorld()
    const unitId = await aUnit(world, 'Sở A')
    const head = await world.as('unitHead', { unitId })
    const office = await world.as('trainingOffice')
    await office.coordination.drawUp({ year: 2027 })
    const { open } = await office.coordination.unitPlan({ unitId, year: 2027 })
    const planId = open?.id ?? 0
    await office.coordination.editItem({
      planId,
      itemId: open?.items.find((one) => one.templateCode === 'sendLists')?.id ?? 0,
      side: 'unit',
      title: 'Gửi danh sách học viên của lớp',
      dueKind: 'classOpens',
      offsetDays: -14,
    })
    await office.coordination.offer({ year: 2027, planId })
    const offered = await head.coordination.unitPlan({ unitId, year: 2027 })
    await head.coordination.accept({ planId, version: offered.open?.version ?? 0 })
    const due = async () =>
      (await head.coordination.commitments({ year: 2027, side: 'unit', size: 100 })).rows
        .filter((one) => one.title.startsWith('Gửi danh sách học viên của lớp'))
        .map((one) => one.dueOn)
    expect(await due()).toEqual([])

    const programmes = await office.programmes.list({ size: 100, period: 'inUse' })
    const aClass = (code: string, over: { partnerUnitId?: number } = {}) =>
      office.classes.open({
        code,
        name: 'Trung cấp lý luận chính trị',
        programmeId: programmes.rows.find((one) => one.code === 'TC-LLCT')?.id ?? 0,
        mode: 'fullTime',
        opensOn: '2027-03-15',
        closesOn: '2027-12-01',
        basis: 'plan',
        learners: 60,
        ...over,
      })
    await aClass('K1', { partnerUnitId: unitId })
    await aClass('K2')
    await morning(world, '2026-11-24')
    expect(await due()).toEqual(['2027-03-01'])
    await morning(world, '2026-11-25')
    expect(await due()).toEqual(['2027-03-01'])
  })
})

describe('a private calendar address', () => {
  test('shows what its owner may see, to whoever has it, until it is revoked', async () => {
    const world = await aWorld()
    const [a, b] = [await aUnit(world, 'Sở A'), await aUnit(world, 'Sở B')]
    const coordinator = await world.as('unitCoordinator', { unitId: a })
    await owes(world, a, '2026-11-30')
    await owes(world, b, '2026-12-02')
    const { token } = await coordinator.coordination.makeFeed()
    const read = async () => (await world.stranger.coordination.feed({ token })).text()
    expect(await read()).toContain('SUMMARY:Hạn: Trả lời vướng mắc')
    expect(await read()).toContain('20261130')
    expect(await read()).not.toContain('20261202')
    expect(await world.rows('select from calendar_feed where hash = $1', [Buffer.from(token)])).toEqual([])
    const { token: newer } = await coordinator.coordination.makeFeed()
    await expect(read()).rejects.toMatchObject({ status: 404 })
    await coordinator.coordination.revokeFeed()
    await expect(world.stranger.coordination.feed({ token: newer })).rejects.toMatchObject({
      code: 'coordination.noFeed',
    })
  })
})
