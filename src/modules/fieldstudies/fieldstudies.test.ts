import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wordText } from '../../../tests/word.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { refusalOf, topicsOf, type VisitState, type VisitVerb } from './rules.ts'

describe('what may be done with a visit, and when', () => {
  const before = { fromOn: '2026-12-07', lastOn: '2026-12-09', today: '2026-12-01' }
  const after = { ...before, today: '2026-12-09' }
  test.each<[VisitVerb, VisitState, typeof before, string | null]>([
    ['edit', 'draft', before, null],
    ['edit', 'agreed', before, null],
    ['edit', 'held', after, 'fieldStudies.heldAlready'],
    ['edit', 'cancelled', before, 'fieldStudies.cancelled'],
    ['ask', 'draft', before, null],
    ['ask', 'declined', before, null],
    ['ask', 'asked', before, 'fieldStudies.askedAlready'],
    ['ask', 'agreed', before, 'fieldStudies.askedAlready'],
    ['answer', 'draft', before, 'fieldStudies.notAsked'],
    ['answer', 'asked', before, null],
    ['answer', 'asked', after, null],
    ['answer', 'agreed', before, null],
    ['answer', 'agreed', after, 'fieldStudies.tooLateToAnswer'],
    ['hold', 'asked', after, 'fieldStudies.notAgreed'],
    ['hold', 'agreed', before, 'fieldStudies.notOver'],
    ['hold', 'agreed', after, null],
    ['report', 'agreed', after, 'fieldStudies.notHeld'],
    ['report', 'held', after, null],
    ['remark', 'held', after, null],
    ['cancel', 'held', after, 'fieldStudies.heldAlready'],
    ['cancel', 'asked', before, null],
  ])('%s when %s', (verb, state, days, refusal) => {
    expect(refusalOf(verb, { state, ...days })).toBe(refusal)
  })

  test('topics pasted from Word lose their dashes, empty lines and repetitions, not their order', () => {
    expect(topicsOf('- Nông thôn mới\r\n\r\n• Cải cách hành chính\n  Nông thôn mới \n')).toEqual([
      'Nông thôn mới',
      'Cải cách hành chính',
    ])
  })
})

let world: World
let office: Api
let host: Api
let other: Api
let hostId: number
let classes: number[]
let hostUnit: number

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  hostUnit = await aUnit('Đảng ủy xã Thanh Lưu')
  const otherUnit = await aUnit('Đảng ủy xã Sơn Hòa')
  host = await world.as('unitCoordinator', { unitId: hostUnit })
  other = await world.as('unitCoordinator', { unitId: otherUnit })
  const programme = await office.programmes.make({
    code: 'TC-X',
    name: 'Trung cấp',
    groupCode: 'intermediate',
    kind: 'training',
    modes: ['none'],
  })
  classes = []
  for (const code of ['TC-01', 'TC-02', 'TC-03', 'TC-04', 'TC-05', 'TC-06'])
    classes.push(
      (
        await office.classes.open({
          code,
          name: `Lớp ${code}`,
          programmeId: programme.id,
          opensOn: '2026-09-07',
          closesOn: '2027-06-30',
          basis: 'plan',
        })
      ).id,
    )
})

beforeEach(async () => {
  const made = await office.fieldStudies.makeHost({
    name: `Đảng ủy xã Thanh Lưu ${Math.random()}`,
    unitId: hostUnit,
    place: 'Xã Thanh Lưu',
    topics: '- Xây dựng nông thôn mới\n- Chính quyền hai cấp',
    seats: 60,
  })
  hostId = made.id
})

const aUnit = async (name: string): Promise<number> =>
  (
    await world.office.units.make({
      name,
      kind: 'partyCommittee',
      level: 'commune',
      bloc: 'party',
      reason: 'Lập dữ liệu kiểm tra',
    })
  ).unitId

const plan = (more: object = {}) =>
  office.fieldStudies.make({
    classId: classes[0] as number,
    hostId,
    title: 'Mô hình nông thôn mới nâng cao',
    fromOn: '2026-12-14',
    lastOn: '2026-12-16',
    people: 48,
    leader: 'Nguyễn Văn Dẫn',
    ...more,
  })
type Visit = Awaited<ReturnType<typeof plan>>
const ask = ({ id, version }: Visit) =>
  office.fieldStudies.ask({ fieldStudyId: id, version, answerBy: '2026-12-01' })
const agree = (api: Api, { id, version }: Visit) =>
  api.fieldStudies.answer({
    fieldStudyId: id,
    version,
    agrees: true,
    receivedBy: 'Đồng chí Phó Bí thư',
  })
const kinds = async (api: Api) => (await api.coordination.tasks()).map((one) => one.kind)

test('a host is asked, sees it among its work, agrees; the school sees who said so', async () => {
  const draft = await plan()
  expect((await host.fieldStudies.list({ hostId })).rows).toEqual([])
  await expect(host.fieldStudies.get({ fieldStudyId: draft.id })).rejects.toMatchObject({ status: 404 })
  expect(await kinds(host)).not.toContain('visitAsked')
  const asked = await ask(draft)
  expect(asked.state).toBe('asked')
  expect(await kinds(host)).toContain('visitAsked')
  expect(await kinds(other)).not.toContain('visitAsked')
  const seen = await host.fieldStudies.get({ fieldStudyId: draft.id })
  expect(seen).toMatchObject({
    title: 'Mô hình nông thôn mới nâng cao',
    can: ['answer'],
    costs: [],
    concerns: [],
  })
  const agreed = await agree(host, seen)
  expect(agreed).toMatchObject({
    state: 'agreed',
    receivedBy: 'Đồng chí Phó Bí thư',
    answeredBy: 'Đồng chí unitCoordinator',
  })
  expect(await kinds(host)).not.toContain('visitAsked')
})

test('a host that cannot offers other days; the school asks anew', async () => {
  const asked = await ask(await plan({ classId: classes[1] }))
  const declined = await host.fieldStudies.answer({
    fieldStudyId: asked.id,
    version: asked.version,
    agrees: false,
    note: 'Xã họp Hội đồng nhân dân',
    otherFrom: '2026-12-21',
    otherLast: '2026-12-23',
  })
  expect(declined).toMatchObject({ state: 'declined', otherFrom: '2026-12-21', otherLast: '2026-12-23' })
  expect(await kinds(office)).toContain('visitDeclined')
  const { id: fieldStudyId, version } = declined
  const moved = await office.fieldStudies.edit({
    fieldStudyId,
    version,
    hostId,
    title: declined.title,
    fromOn: '2026-12-21',
    lastOn: '2026-12-23',
    people: 48,
  })
  expect(moved).toMatchObject({ state: 'draft', otherFrom: null, answerNote: '' })
  await expect(
    host.fieldStudies.answer({
      fieldStudyId,
      version,
      agrees: false,
      otherFrom: '2026-12-25',
      otherLast: '2026-12-24',
    }),
  ).rejects.toMatchObject({ status: 404 })
})

test('other days than agreed must be asked for again; other words need not', async () => {
  const agreed = await agree(host, await ask(await plan({ classId: classes[2] })))
  const same = { fieldStudyId: agreed.id, hostId, title: 'Tên khác', people: 50 }
  const renamed = await office.fieldStudies.edit({
    ...same,
    version: agreed.version,
    fromOn: agreed.fromOn,
    lastOn: agreed.lastOn,
  })
  expect(renamed.state).toBe('agreed')
  const moved = await office.fieldStudies.edit({
    ...same,
    version: renamed.version,
    fromOn: '2027-01-04',
    lastOn: '2027-01-05',
  })
  expect(moved).toMatchObject({ state: 'draft', answeredBy: null })
})

test('six classes want one host on the same days: one gets it, five are told who has it', async () => {
  const asked: Visit[] = []
  for (const classId of classes)
    asked.push(await ask(await plan({ classId, fromOn: '2027-03-01', lastOn: '2027-03-03' })))
  const answers = await Promise.allSettled(asked.map((one) => agree(host, one)))
  expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const refusals = answers.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as { code: string }] : [],
  )
  expect(refusals).toHaveLength(5)
  for (const one of refusals) expect(one.code).toMatch(/^fieldStudies\.hostTaken(Now)?$/)
  const [row] = await world.rows<{ count: number }>(
    `select count(*)::int as count from field_study where host_id = $1 and state = 'agreed'`,
    [hostId],
  )
  expect(row?.count).toBe(1)
})

test('a class is at one place at a time', async () => {
  const days = { classId: classes[3], fromOn: '2027-04-05', lastOn: '2027-04-07' }
  await ask(await plan(days))
  await expect(ask(await plan({ ...days, lastOn: '2027-04-05' }))).rejects.toMatchObject({
    status: 409,
    code: 'fieldStudies.classAway',
  })
})

test('what speaks against a visit is said, and forbids nothing', async () => {
  await office.calendar.make({
    kind: 'busy',
    title: 'Đại hội chi bộ',
    fromOn: '2026-12-15',
    lastOn: '2026-12-15',
    unitId: hostUnit,
  })
  const visit = await plan({ classId: classes[4], people: 80, fromOn: '2026-12-15', lastOn: '2026-12-17' })
  expect(visit.concerns).toEqual([
    { kind: 'hostBusy', about: 'Đại hội chi bộ', fromOn: '2026-12-15', lastOn: '2026-12-15' },
    { kind: 'tooMany', about: '60', fromOn: null, lastOn: null },
  ])
  const late = await plan({ classId: classes[4], fromOn: '2027-07-05', lastOn: '2027-07-06' })
  expect(late.concerns.map((one) => one.kind)).toEqual(['outsideClass'])
})

test('after the visit: report, remarks of both sides, money planned and spent', async () => {
  const soon = { classId: classes[5], fromOn: '2026-11-24', lastOn: '2026-11-24' }
  const draft = await plan(soon)
  const asked = await office.fieldStudies.ask({
    fieldStudyId: draft.id,
    version: draft.version,
    answerBy: '2026-11-24',
  })
  const agreed = await agree(host, asked)
  const held = await office.fieldStudies.hold({ fieldStudyId: agreed.id, version: agreed.version })
  expect(held.owesReport).toBe(true)
  expect((await office.fieldStudies.list({ state: 'owesReport' })).rows.map((one) => one.id)).toContain(
    held.id,
  )
  const reported = await office.fieldStudies.report({
    fieldStudyId: held.id,
    version: held.version,
    report: 'Học viên nắm được cách làm của xã.',
    schoolRemark: 'Nên có thêm buổi trao đổi với hợp tác xã.',
  })
  expect(reported.owesReport).toBe(false)
  const remarked = await host.fieldStudies.remark({
    fieldStudyId: held.id,
    version: reported.version,
    hostRemark: 'Lớp nghiêm túc, đúng giờ.',
  })
  const costed = await office.fieldStudies.setCosts({
    fieldStudyId: held.id,
    version: remarked.version,
    costs: [
      { item: 'Xe 45 chỗ', plannedDong: 6_000_000, spentDong: 5_800_000, source: 'Ngân sách' },
      { item: '' },
      { item: 'Nước uống', plannedDong: 500_000 },
    ],
  })
  expect(costed.costs).toEqual([
    { item: 'Xe 45 chỗ', plannedDong: 6_000_000, spentDong: 5_800_000, source: 'Ngân sách' },
    { item: 'Nước uống', plannedDong: 500_000, spentDong: null, source: '' },
  ])
  await expect(
    office.fieldStudies.setCosts({
      fieldStudyId: held.id,
      version: costed.version,
      costs: [{ item: 'Xe' }, { item: '', plannedDong: 10 }],
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'costs.1.item', code: 'fieldStudies.costUnnamed' }] })
  await expect(
    office.fieldStudies.cancel({ fieldStudyId: held.id, version: costed.version, reason: 'Không cần nữa' }),
  ).rejects.toMatchObject({ code: 'fieldStudies.heldAlready' })
})

test('an agreed visit stands in the timetable of its class, for learners too; lessons on its days are named', async () => {
  const classId = classes[1] as number
  await office.teaching.addSession({
    classId,
    title: 'Bài giảng trùng ngày',
    onDay: '2027-02-22',
    part: 'morning',
    hours: 5,
  })
  const draft = await plan({ classId, fromOn: '2027-02-22', lastOn: '2027-02-23', leader: '' })
  expect(draft.concerns).toEqual([
    { kind: 'lessonsThen', about: '1', fromOn: '2027-02-22', lastOn: '2027-02-22' },
  ])
  const asked = await ask(draft)
  const visits = async (api: Api) => (await api.teaching.timetable({ classId })).visits
  expect(await visits(office)).toEqual([])
  await agree(host, asked)
  const shown = { title: draft.title, host: draft.host, fromOn: '2027-02-22', lastOn: '2027-02-23' }
  expect(await visits(office)).toMatchObject([shown])
  expect(await visits(await world.as('learner'))).toMatchObject([shown])
  const { token } = await office.teaching.makeFeed({ classId })
  const calendar = await (await world.stranger.teaching.feed({ token })).text()
  expect(calendar).toContain(draft.title)
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270222')
  expect(calendar).toContain('DTEND;VALUE=DATE:20270224')
})

test('what was cancelled stays cancelled, in the database too', async () => {
  const draft = await plan({ fromOn: '2027-05-03', lastOn: '2027-05-04' })
  const gone = await office.fieldStudies.cancel({
    fieldStudyId: draft.id,
    version: draft.version,
    reason: 'Lớp đổi chương trình',
  })
  expect(gone).toMatchObject({ state: 'cancelled', can: [] })
  await expect(
    world.rows(`update field_study set state = 'draft', cancelled_reason = null where id = $1`, [draft.id]),
  ).rejects.toMatchObject({ constraint: 'field_study_closed' })
})

test('an edit on what somebody has just changed is refused and shows what is there', async () => {
  const draft = await plan({ fromOn: '2027-05-10', lastOn: '2027-05-11' })
  await ask(draft)
  await expect(ask(draft)).rejects.toMatchObject({ status: 409, code: 'fieldStudies.askedAlready' })
  await expect(
    office.fieldStudies.edit({
      fieldStudyId: draft.id,
      version: draft.version,
      hostId,
      title: 'Cũ',
      fromOn: draft.fromOn,
      lastOn: draft.lastOn,
      people: 1,
    }),
  ).rejects.toMatchObject({ code: 'fieldStudies.stale', params: { current: { state: 'asked' } } })
})

test.each([
  [{ lastOn: '2026-12-01' }, 'lastOn', 'fieldStudies.endsBeforeItBegins'],
  [{ papersBy: '2026-12-01' }, 'papersBy', 'fieldStudies.papersBefore'],
  [{ leaderId: 999_999 }, 'leaderId', 'fieldStudies.noLecturer'],
  [{ title: ' ' }, 'title', 'field.required'],
])('a visit that makes no sense is refused at its field: %o', async (more, path, code) => {
  await expect(plan(more)).rejects.toMatchObject({ fields: [{ path, code }] })
})

test('a unit changes what its own place offers, not whose it is; another unit not at all', async () => {
  const mine = await host.fieldStudies.host({ hostId })
  const changed = await host.fieldStudies.editHost({
    hostId,
    version: mine.version,
    name: mine.name,
    topics: 'Chuyển đổi số ở xã',
    seats: 40,
  })
  expect(changed).toMatchObject({ topics: ['Chuyển đổi số ở xã'], seats: 40, unitId: hostUnit })
  await expect(other.fieldStudies.host({ hostId })).rejects.toMatchObject({ status: 404 })
  await expect(host.fieldStudies.makeHost({ name: 'Nơi mới' })).rejects.toMatchObject({ status: 403 })
})

test('the letter to the host says who comes, when and for what', async () => {
  const visit = await plan({ fromOn: '2027-06-14', lastOn: '2027-06-15', programme: 'Sáng: nghe báo cáo' })
  const text = await wordText(await office.documents.visitLetter({ fieldStudyId: visit.id }))
  expect(text).toContain('Mô hình nông thôn mới nâng cao')
  expect(text).toContain('14/06/2027 – 15/06/2027')
  expect(text).toContain('Sáng: nghe báo cáo')
  expect(text).not.toMatch(/[{}]/)
})

test('the lists go out to Excel as they are filtered', async () => {
  await plan({ fromOn: '2027-06-07', lastOn: '2027-06-08', title: 'Nội dung riêng' })
  const sheet = async (file: File) => {
    const [first] = await readSheets(new Uint8Array(await file.arrayBuffer()))
    return first?.rows.map((row) => row.cells.map((cell) => cellText(cell)).join('|')).join('\n') ?? ''
  }
  expect(await sheet(await office.fieldStudies.xlsx({ hostId }))).toContain('Nội dung riêng')
  expect(await sheet(await office.fieldStudies.hostsXlsx({}))).toContain(
    'Xây dựng nông thôn mới; Chính quyền hai cấp',
  )
})
