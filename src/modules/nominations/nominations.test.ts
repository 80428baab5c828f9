import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import type { Ctx } from '../../server/ctx.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { admittedOf, markEnrolled } from './index.ts'

let world: World
let office: Api
let committee: Api
let head: Api
let coordinator: Api
let otherHead: Api
let unitId: number
let otherUnitId: number
let programmeId: number
let noticeId: number
let classId: number
let serial = 0

const reason = 'Lập dữ liệu kiểm tra'
const aUnit = async (name: string) =>
  (
    await world.office.units.make({
      name,
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason,
    })
  ).unitId

type PersonFacts = {
  born?: string
  title?: string
  document?: string
  education?: string
  party?: string
  ratings?: [number, number][]
  at?: number
  name?: string
}

/** Somebody of the unit in whom nothing is wanting, unless a test says so. */
async function aPerson(facts: PersonFacts = {}): Promise<number> {
  serial += 1
  const { id } = await world.office.people.make({
    code: `CB${serial}`,
    fullName: facts.name ?? `Nguyễn Văn ${String.fromCharCode(65 + (serial % 26))}${serial}`,
    born: facts.born ?? '19/05/1985',
    sex: 'male',
    unitId: facts.at ?? unitId,
    title: facts.title ?? 'Phó Trưởng phòng',
    document: facts.document ?? '15-QĐ/SNV',
    fromOn: '2020-01-01',
  })
  if (facts.education !== '')
    await world.office.people.addEducation({
      personId: id,
      kind: 'speciality',
      level: facts.education ?? 'Đại học',
    })
  if (facts.party !== '')
    await world.office.people.setPrivate({
      personId: id,
      partyAdmittedOn: facts.party ?? '2012-02-03',
      reason,
    })
  for (const [year, level] of facts.ratings ?? [
    [2024, 3],
    [2025, 4],
  ])
    await world.office.people.addRating({ personId: id, year, level, reason })
  return id
}

const nominate = async (personId: number, by: Api = coordinator, more: object = {}) =>
  by.nominations.nominate({ noticeId, personId, ...more })
const item = async (nominationId: number) => ({
  nominationId,
  version: (await world.office.nominations.get({ nominationId })).version,
})
const commitment = 'Đơn vị cam kết bố trí thời gian học'
const sign = async (...ids: number[]) =>
  head.nominations.sign({ items: await Promise.all(ids.map(item)), commitment })
type Act = 'check' | 'return' | 'admit' | 'wait' | 'refuse' | 'release'
const review = async (act: Act, ids: number[], more: { reason?: string; isPreview?: boolean } = {}) =>
  office.nominations.review({ items: await Promise.all(ids.map(item)), act, ...more })
const state = async (nominationId: number) => (await world.office.nominations.get({ nominationId })).state
const checked = async (facts: PersonFacts = {}) => {
  const { id } = await nominate(await aPerson(facts))
  await sign(id)
  await review('check', [id])
  return id
}

async function aNotice(more: { seats?: number; deadlineOn?: string; opensOn?: string } = {}) {
  serial += 1
  const { id } = await office.classes.open({
    code: `TC-${serial}`,
    name: `Lớp trung cấp ${serial}`,
    programmeId,
    mode: 'partTime',
    opensOn: more.opensOn ?? `${2030 + serial}-01-05`,
    closesOn: more.opensOn ? '2027-12-30' : `${2030 + serial}-06-30`,
    basis: 'plan',
  })
  const made = await office.nominations.makeNotice({
    classId: id,
    deadlineOn: more.deadlineOn ?? '2026-12-10',
    sendsOn: '2026-12-20',
    seats: more.seats,
  })
  const asked = await office.nominations.setQuotas({
    noticeId: made.id,
    version: made.version,
    quotas: [{ unitId, seats: 3 }],
  })
  await office.nominations.issueNotice({ noticeId: made.id, version: asked.version })
  return { noticeId: made.id, classId: id }
}

beforeAll(async () => {
  world = await aWorld()
  unitId = await aUnit('Sở Nội vụ')
  otherUnitId = await aUnit('Sở Tài chính')
  office = await world.as('trainingOffice')
  committee = await world.as('organisationCommittee')
  head = await world.as('unitHead', { unitId })
  coordinator = await world.as('unitCoordinator', { unitId })
  otherHead = await world.as('unitHead', { unitId: otherUnitId })
  const { rows } = await office.programmes.list({ q: 'TC-LLCT' })
  programmeId = rows[0]?.id ?? 0
})

beforeEach(async () => {
  ;({ noticeId, classId } = await aNotice())
})

describe('the way of a nomination', () => {
  test('notice, nomination, signature, return, mending, check, admission', async () => {
    const personId = await aPerson({ ratings: [[2025, 3]] })
    const made = await nominate(personId)
    expect(made).toMatchObject({ state: 'draft', overall: 'unknown', sentOn: '2026-12-20' })
    expect(made.check?.verdicts.find((one) => one.criterion === 'ratings')).toMatchObject({
      result: 'unknown',
      missing: 'rating',
      from: 'unit',
      evidence: { code: 'ratingMissing', params: { at: '2024' } },
      source: { document: 'Quy định 350-QĐ/TW' },
    })
    await sign(made.id)
    await review('return', [made.id], { reason: 'Bổ sung xếp loại năm 2024' })
    const back = await coordinator.nominations.get({ nominationId: made.id })
    expect(back).toMatchObject({ state: 'returned', answerReason: 'Bổ sung xếp loại năm 2024' })
    await world.office.people.addRating({ personId, year: 2024, level: 3, reason })
    const mended = await coordinator.nominations.edit({
      nominationId: made.id,
      version: back.version,
      note: 'Đã bổ sung',
    })
    expect(mended.overall).toBe('met')
    await sign(made.id)
    await review('check', [made.id])
    await review('admit', [made.id])
    const done = await office.nominations.get({ nominationId: made.id })
    expect(done).toMatchObject({ state: 'admitted', commitment, signedBy: 'Đồng chí unitHead' })
    expect(done.steps.map((one) => one.kind)).toEqual([
      'made',
      'signed',
      'returned',
      'edited',
      'signed',
      'checked',
      'admitted',
    ])
  })

  test('only the head signs, only the school decides, only the committee objects', async () => {
    const { id } = await nominate(await aPerson())
    const items = [await item(id)]
    await expect(coordinator.nominations.sign({ items, commitment })).rejects.toMatchObject({ status: 403 })
    await expect(head.nominations.review({ items, act: 'check' })).rejects.toMatchObject({ status: 403 })
    await expect(office.nominations.opinion({ items, agrees: true })).rejects.toMatchObject({ status: 403 })
    await expect(office.nominations.nominate({ noticeId, personId: 1 })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('a unit sees its own and the notices that ask it, nothing else', async () => {
    const { id } = await nominate(await aPerson())
    await expect(otherHead.nominations.get({ nominationId: id })).rejects.toMatchObject({ status: 404 })
    await expect(otherHead.nominations.notice({ noticeId })).rejects.toMatchObject({ status: 404 })
    expect((await otherHead.nominations.list({})).total).toBe(0)
    expect((await coordinator.nominations.notice({ noticeId })).quotas).toMatchObject([
      { unitId, seats: 3, names: 1, reserved: 2 },
    ])
  })

  test('a person of another unit, a second nomination and a late one are refused with a sentence', async () => {
    const foreign = await aPerson({ at: otherUnitId })
    await expect(nominate(foreign)).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'personId', code: 'nominations.notOfUnit' }],
    })
    const personId = await aPerson()
    await nominate(personId)
    await expect(nominate(personId)).rejects.toMatchObject({ status: 409, code: 'nominations.twice' })
    const late = await aNotice({ deadlineOn: '2026-11-24' })
    await world.rows('update admission_notice set deadline_on = $2 where id = $1', [
      late.noticeId,
      '2026-11-20',
    ])
    await expect(
      coordinator.nominations.nominate({ noticeId: late.noticeId, personId }),
    ).rejects.toMatchObject({ code: 'nominations.late', params: { deadlineOn: '2026-11-20' } })
  })

  test('a stale edit shows the newer one; a stale signature is refused for that one', async () => {
    const made = await nominate(await aPerson())
    await coordinator.nominations.edit({ nominationId: made.id, version: made.version, note: 'Mới hơn' })
    await expect(
      head.nominations.edit({ nominationId: made.id, version: made.version, note: 'Cũ' }),
    ).rejects.toMatchObject({ code: 'nominations.stale', params: { current: { note: 'Mới hơn' } } })
    await expect(
      head.nominations.sign({ items: [{ nominationId: made.id, version: made.version }], commitment }),
    ).rejects.toMatchObject({ code: 'nominations.staleOne' })
  })

  test('the unit takes back what is not decided, and replaces one by another', async () => {
    const first = await nominate(await aPerson())
    await sign(first.id)
    const second = await nominate(await aPerson(), coordinator, { replacesId: first.id })
    expect([await state(first.id), second.state]).toEqual(['withdrawn', 'draft'])
    const id = await checked()
    await review('admit', [id])
    await expect(
      coordinator.nominations.withdraw({ items: [await item(id)], reason: 'Đổi người khác' }),
    ).rejects.toMatchObject({ code: 'nominations.notNow', params: { state: 'admitted' } })
  })

  test('a preview says what would happen to each and changes nothing', async () => {
    const { id: draft } = await nominate(await aPerson())
    const sent = (await nominate(await aPerson())).id
    await sign(sent)
    const preview = await review('check', [draft, sent], { isPreview: true })
    expect(preview).toMatchObject({ done: 1, refused: 1, isPreview: true })
    expect(preview.rows.find((one) => one.nominationId === draft)?.problem?.sentence).toContain('Đang lập')
    expect(await state(sent)).toBe('submitted')
  })

  test('an objection of the Organisation Committee stands in the way until it is taken back', async () => {
    const id = await checked()
    await expect(
      committee.nominations.opinion({ items: [await item(id)], agrees: false }),
    ).rejects.toMatchObject({ fields: [{ path: 'reason', code: 'field.reason' }] })
    await committee.nominations.opinion({
      items: [await item(id)],
      agrees: false,
      reason: 'Đang xem xét kỷ luật',
    })
    await expect(review('admit', [id])).rejects.toMatchObject({
      code: 'nominations.objected',
      params: { reason: 'Đang xem xét kỷ luật' },
    })
    await committee.nominations.opinion({ items: [await item(id)], agrees: true })
    await review('admit', [id])
    expect(await state(id)).toBe('admitted')
  })

  test('a closed notice takes nothing more; there is one open notice a class', async () => {
    await expect(
      office.nominations.makeNotice({ classId, deadlineOn: '2026-12-10', sendsOn: '2026-12-20' }),
    ).rejects.toMatchObject({ code: 'nominations.openOnce' })
    const { version } = await office.nominations.notice({ noticeId })
    await office.nominations.closeNotice({ noticeId, version })
    await expect(nominate(await aPerson())).rejects.toMatchObject({ code: 'nominations.noticeClosed' })
  })
})

describe('verdicts decide, exceptions need their decision', () => {
  test('the wrong target group is not admitted; an exception with its number waives it', async () => {
    const id = await checked({ title: 'Chuyên viên' })
    await expect(review('admit', [id])).rejects.toMatchObject({ code: 'nominations.unmet' })
    const { version } = await office.nominations.get({ nominationId: id })
    const exception = { nominationId: id, version, criterion: 'targetGroup' } as const
    await expect(
      office.nominations.except({ ...exception, reason: 'Nhu cầu công tác' }),
    ).rejects.toMatchObject({
      fields: [
        { path: 'number', code: 'nominations.exceptionNumber' },
        { path: 'on', code: 'nominations.exceptionDay' },
        { path: 'issuer', code: 'nominations.exceptionIssuer' },
      ],
    })
    const found = await office.nominations.except({
      ...exception,
      number: '12-QĐ/TU',
      on: '2026-11-02',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      reason: 'Nhu cầu công tác',
    })
    expect(found).toMatchObject({ overall: 'met', exceptions: [{ number: '12-QĐ/TU' }] })
    expect(found.check?.verdicts.find((one) => one.criterion === 'targetGroup')).toMatchObject({
      result: 'waived',
      waivedBy: { number: '12-QĐ/TU', on: '2026-11-02' },
    })
    await review('admit', [id])
  })

  test('unknown is neither: admitted only with the reason why', async () => {
    const id = await checked({ education: '' })
    await expect(review('admit', [id])).rejects.toMatchObject({ code: 'nominations.unknownSaysWhy' })
    await review('admit', [id], { reason: 'Đã xem bằng tốt nghiệp bản giấy' })
    expect(await state(id)).toBe('admitted')
  })

  test('too young for part-time: full-time is proposed', async () => {
    const made = await nominate(await aPerson({ born: '01/01/2000' }))
    expect(made).toMatchObject({ overall: 'unmet', proposal: 'fullTime' })
  })

  test('a check says the same years later, though the file has changed', async () => {
    const personId = await aPerson()
    const made = await nominate(personId)
    const before = made.check
    await world.office.people.addRating({ personId, year: 2025, level: 1, reason })
    await world.office.people.edit({
      personId,
      version: (await world.office.people.get({ personId })).version,
      born: '01/01/2005',
    })
    const now = await coordinator.nominations.recheck({ nominationId: made.id })
    expect([before?.overall, now.overall]).toEqual(['met', 'unmet'])
    const again = await office.nominations.replay({ checkId: before?.id ?? 0 })
    expect(again).toMatchObject({ isSame: true, overall: 'met', ruleHash: before?.ruleHash })
    expect(again.verdicts).toEqual(before?.verdicts)
    await expect(
      world.inside((db) => db.updateTable('nomination_check').set({ overall: 'unmet' }).execute()),
    ).rejects.toMatchObject({ constraint: 'nomination_kept' })
  })

  test('masked values stay masked; whoever may open them gives a reason, and it is recorded', async () => {
    const personId = await aPerson({
      ratings: [
        [2024, 2],
        [2025, 4],
      ],
    })
    const made = await nominate(personId)
    const ratings = (verdicts: { criterion: string; evidence: unknown }[] | undefined) =>
      verdicts?.find((one) => one.criterion === 'ratings')?.evidence
    expect(ratings(made.check?.verdicts)).toBeNull()
    expect(ratings((await office.nominations.get({ nominationId: made.id })).check?.verdicts)).toBeNull()
    await expect(
      coordinator.nominations.showEvidence({ nominationId: made.id, reason }),
    ).rejects.toMatchObject({ status: 403 })
    const shown = await head.nominations.showEvidence({
      nominationId: made.id,
      reason: 'Rà soát trước khi ký',
    })
    expect(ratings(shown.verdicts)).toMatchObject({ code: 'ratedLow', params: { at: '2024' } })
    const read = await world.rows<{ reason: string }>(
      `select reason from audit_line where action = 'read' and row_id = $1 order by id desc limit 1`,
      [String(personId)],
    )
    expect(read).toEqual([{ reason: 'Rà soát trước khi ký' }])
    const stored = await world.rows<{ found: boolean }>(
      `select exists (select from audit_line where coalesce(after::text, '') like '%ratedLow%') as found`,
    )
    expect(stored).toEqual([{ found: false }])
  })
})

describe('seen before anybody else sees it', () => {
  test('in two classes at once, and another file of the same name and birth', async () => {
    const [first, second] = [
      await aNotice({ opensOn: '2027-03-01' }),
      await aNotice({ opensOn: '2027-04-01' }),
    ]
    const personId = await aPerson({ name: 'Trần Thị Bích' })
    await coordinator.nominations.nominate({ noticeId: first.noticeId, personId })
    const again = await coordinator.nominations.nominate({ noticeId: second.noticeId, personId })
    expect(again.concerns).toMatchObject([{ kind: 'otherClass' }])
    const namesake = await aPerson({ name: 'Trần Thị Bích' })
    const candidates = await coordinator.nominations.candidates({
      noticeId: second.noticeId,
      q: 'tran thi bich',
    })
    expect(candidates.find((one) => one.personId === namesake)?.concerns).toMatchObject([
      { kind: 'otherFile' },
    ])
    await world.office.people.tellApart({
      firstId: personId,
      secondId: namesake,
      reason: 'Hai người khác nhau',
    })
    const apart = await coordinator.nominations.candidates({ noticeId: second.noticeId, q: 'tran thi bich' })
    expect(apart.find((one) => one.personId === namesake)?.concerns).toEqual([])
  })

  test('nobody is admitted to two courses at once where the school wants it so', async () => {
    const notices = [await aNotice({ opensOn: '2027-03-01' }), await aNotice({ opensOn: '2027-04-01' })]
    const personId = await aPerson()
    const ids: number[] = []
    for (const notice of notices) {
      const { id } = await coordinator.nominations.nominate({ noticeId: notice.noticeId, personId })
      ids.push(id)
    }
    await sign(...ids)
    await review('check', ids)
    await review('admit', ids.slice(0, 1))
    const setting = await office.nominations.setting()
    await office.nominations.setSetting({ ...setting, forbidsTwoCourses: true })
    await expect(review('admit', ids.slice(1))).rejects.toMatchObject({ code: 'nominations.twoCourses' })
    await office.nominations.setSetting({ ...setting, version: setting.version + 1 })
    await review('admit', ids.slice(1))
  })
})

describe('the waiting list', () => {
  test('is ordered by a recorded rule, the same again each time; the first moves up when a place is free', async () => {
    const full = await aNotice({ seats: 1 })
    noticeId = full.noticeId
    const births = ['01/01/1980', '01/01/1990', '01/01/1985', '01/01/1975']
    const ids: number[] = []
    for (const born of births) ids.push(await checked({ born }))
    const [taken, ...waiting] = ids as [number, number, number, number]
    const outcome = await review('admit', ids)
    expect(outcome).toMatchObject({ done: 1, refused: 3 })
    expect(outcome.rows[1]?.problem).toMatchObject({ code: 'nominations.full' })
    await review('wait', waiting)
    const ranked = await office.nominations.allocate({ noticeId, rule: 'rank', criteria: ['older'] })
    expect(ranked.order.map((one) => one.nominationId)).toEqual([ids[3], ids[2], ids[1]])
    const lot = { noticeId, rule: 'lot', seed: 'Biên bản 05, số 4711' } as const
    const drawn = await office.nominations.allocate(lot)
    expect((await office.nominations.allocate({ ...lot, isPreview: true })).order).toEqual(drawn.order)
    await expect(office.nominations.allocate({ noticeId, rule: 'lot' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(office.nominations.moveUp({ noticeId })).rejects.toMatchObject({ code: 'nominations.full' })
    await review('release', [taken], { reason: 'Đi công tác dài ngày' })
    const up = await office.nominations.moveUp({ noticeId })
    expect(up).toMatchObject({ id: drawn.order[0]?.nominationId, state: 'admitted' })
    expect(up.steps.at(-1)?.kind).toBe('movedUp')
    expect((await office.nominations.allocations({ noticeId })).map((one) => one.rule)).toEqual([
      'lot',
      'rank',
    ])
    await expect(
      world.inside((db) => db.updateTable('nomination_allocation').set({ seed: 'khác' }).execute()),
    ).rejects.toMatchObject({ constraint: 'nomination_kept' })
  })
})

test('enrolment reads who was admitted, and an enrolled one is not released', async () => {
  const id = await checked()
  await review('admit', [id])
  const door = <T>(work: (ctx: Ctx) => Promise<T>) =>
    world.inside((db) =>
      work({
        db,
        today: '2026-11-24',
        now: '2026-11-24T05:00:00.000Z',
        actor: null,
        scope: { all: true },
      } as Ctx),
    )
  const admitted = await door((ctx) => admittedOf(ctx, classId))
  expect(admitted).toMatchObject([{ nominationId: id, unitId }])
  await door((ctx) => markEnrolled(ctx, [id]))
  expect(await door((ctx) => admittedOf(ctx, classId))).toEqual([])
  await expect(review('release', [id], { reason: 'Thôi học giữa chừng' })).rejects.toMatchObject({
    code: 'nominations.enrolledAlready',
  })
})

test('the list goes out as it is filtered; the list of short profiles only for a reason', async () => {
  await nominate(await aPerson({ name: 'Lê Thị Út' }))
  await nominate(await aPerson({ name: 'Phạm Văn Sáu', title: 'Chuyên viên' }))
  const unmet = await office.nominations.list({ noticeId, overall: 'unmet' })
  expect(unmet.rows.map((one) => one.fullName)).toEqual(['Phạm Văn Sáu'])
  expect((await office.nominations.list({ noticeId, criterion: 'targetGroup' })).total).toBe(1)
  const [sheet] = await readSheets(
    new Uint8Array(await (await office.nominations.xlsx({ noticeId, overall: 'unmet' })).arrayBuffer()),
  )
  const text = (sheet?.rows ?? []).flatMap((row) => row.cells.map(cellText)).join('|')
  expect(text).toContain('Phạm Văn Sáu')
  expect(text).not.toContain('Lê Thị Út')
  await expect(coordinator.nominations.roster({ noticeId, reason })).rejects.toMatchObject({ status: 403 })
  const [roster] = await readSheets(
    new Uint8Array(await (await head.nominations.roster({ noticeId, reason })).arrayBuffer()),
  )
  const profiles = (roster?.rows ?? []).flatMap((row) => row.cells.map(cellText)).join('|')
  expect(profiles).toContain('03/02/2012')
  expect(profiles).toContain('Hoàn thành xuất sắc')
})

test('a unit’s list of short profiles: every mistake at its row, nothing written before it is confirmed', async () => {
  const mine = await aUnit('Sở Y tế')
  const unit = await world.as('unitCoordinator', { unitId: mine })
  const { version } = await office.nominations.notice({ noticeId })
  await office.nominations.setQuotas({ noticeId, version, quotas: [{ unitId: mine, seats: 2 }] })
  const personId = await aPerson({ at: mine, name: 'Hồ Thị Yến', born: '02/03/1986' })
  const { nominations, exchange } = unit
  const list = (...rows: (string | null)[][]) =>
    new File(
      [
        workbook({
          name: 'Cử học viên',
          rows: [
            ['DANH SÁCH CỬ ĐI HỌC'],
            ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
            ...rows.map((row, i) => [String(i + 1), ...row]),
          ],
        }) as BlobPart,
      ],
      'trich-ngang.xlsx',
    )
  const good = ['Hồ Thị Yến', '02/03/1986', 'Phó Trưởng phòng']
  const wrong = await exchange.check({
    kind: 'nominees',
    file: list(good, ['Người Lạ Mặt', '01/01/1990', 'Trưởng phòng'], good),
  })
  expect(wrong.counts).toMatchObject({ add: 1, wrong: 2 })
  const { rows } = await exchange.get({ runId: wrong.id, size: 20 })
  expect(rows.flatMap((row) => row.problems.map((one) => [row.rowNumber, one.code]))).toEqual([
    [4, 'nominations.rowUnknown'],
    [5, 'nominations.rowTwice'],
  ])
  expect((await nominations.list({ noticeId })).total).toBe(0)
  const run = await exchange.check({ kind: 'nominees', file: list(good) })
  await exchange.apply({ runId: run.id })
  expect((await nominations.list({ noticeId })).rows).toMatchObject([
    { personId, state: 'draft', overall: 'met' },
  ])
  const again = await exchange.check({ kind: 'nominees', file: list(good) })
  expect(again.counts).toMatchObject({ same: 1, add: 0 })
})
