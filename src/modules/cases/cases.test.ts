import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { sideOf } from '../access/index.ts'
import { type CaseFacts, type CaseVerb, refusalOf } from './rules.ts'

describe('who may do what in a case', () => {
  const facts: CaseFacts = {
    state: 'open',
    hasOwner: true,
    isOwner: false,
    isRaiser: false,
    isSensitive: false,
    manages: false,
    side: 'unit',
  }
  test.each<[string, CaseVerb, Partial<CaseFacts>, string | null]>([
    ['anybody who sees it writes', 'write', {}, null],
    ['nobody writes in a closed one', 'write', { state: 'solved' }, 'cases.closed'],
    ['the unit takes what nobody has', 'take', { hasOwner: false }, null],
    ['a learner does not', 'take', { hasOwner: false, side: 'learner' }, 'cases.notLeading'],
    ['what somebody has is handed over, not taken', 'take', { manages: true }, 'cases.hasOwner'],
    ['the owner decides', 'decide', { isOwner: true }, null],
    ['the training office decides', 'decide', { manages: true }, null],
    ['who raised it does not', 'decide', { isRaiser: true }, 'cases.notLeading'],
    ['who raised it takes it back', 'withdraw', { isRaiser: true }, null],
    ['not once it is decided', 'withdraw', { isRaiser: true, state: 'decided' }, 'cases.decidedAlready'],
    ['nor does anybody else', 'withdraw', { isOwner: true }, 'cases.notRaiser'],
    ['a closed one is opened again by who sees it', 'reopen', { state: 'withdrawn' }, null],
    ['an open one is not', 'reopen', {}, 'cases.notClosed'],
    ['names stand in sensitive ones', 'name', { isOwner: true }, 'cases.notSensitive'],
    ['who raised it may shut it', 'shut', { isRaiser: true }, null],
    ['the other side may not', 'shut', {}, 'cases.notLeading'],
  ])('%s', (_, verb, more, refusal) => {
    expect(refusalOf(verb, { ...facts, ...more })).toBe(refusal)
  })

  test.each([
    ['the learner in the own case', [{ role: 'learner', unitId: null }], 7, 'learner'],
    ['a head whose own case it is', [{ role: 'unitHead', unitId: 3 }], 7, 'learner'],
    ['a unit', [{ role: 'unitHead', unitId: 3 }], 8, 'unit'],
    ['the school', [{ role: 'trainingOffice', unitId: null }], 8, 'school'],
    ['the committee', [{ role: 'organisationCommittee', unitId: null }], 8, 'committee'],
    [
      'a lecturer who is also at a unit',
      [
        { role: 'headTeacher', unitId: null },
        { role: 'unitHead', unitId: 3 },
      ],
      8,
      'school',
    ],
  ])('%s', (_, roles, personId, side) => {
    const held = roles.map((one) => ({ ...one, unitName: null }))
    expect(sideOf({ personId: 7, roles: held }, personId)).toBe(side)
  })
})

let world: World
let office: Api & { accountId: number }
let teacher: Api & { accountId: number }
let unit: Api & { accountId: number }
let other: Api
let learner: Api
let personId: number
let unitId: number

beforeAll(async () => {
  world = await aWorld()
  const aUnit = async (name: string) =>
    (
      await world.office.units.make({
        name,
        kind: 'partyCommittee',
        level: 'commune',
        bloc: 'party',
        reason: 'Lập dữ liệu kiểm tra',
      })
    ).unitId
  unitId = await aUnit('Đảng ủy xã Thanh Lưu')
  personId = (
    await world.office.people.make({ fullName: 'Nguyễn Thị Bưởi', unitId, title: 'Phó Chủ tịch HĐND' })
  ).id
  office = await world.as('trainingOffice')
  teacher = await world.as('headTeacher')
  unit = await world.as('unitCoordinator', { unitId })
  other = await world.as('unitCoordinator', { unitId: await aUnit('Đảng ủy xã Sơn Hòa') })
  learner = await world.as('learner', { personId })
})

beforeEach(() => world.rows('truncate learner_case cascade'))

const raise = (by: Api, more: object = {}) =>
  by.cases.raise({
    personId,
    kind: 'schedule',
    title: 'Xin học bù hai buổi',
    text: 'Xã họp đột xuất ngày 18/11.',
    ...more,
  })

test('a learner raises a difficulty, the office takes it, proposes, decides, solves; everybody sees what happened', async () => {
  const raised = await raise(learner)
  expect(raised).toMatchObject({ raisedSide: 'learner', ownerName: null, state: 'open', dueOn: '2026-12-01' })
  expect((await office.coordination.tasks()).map((one) => one.kind)).toContain('caseUntaken')

  const taken = await office.cases.take({ caseId: raised.id, version: raised.version })
  expect(taken).toMatchObject({ ownerName: 'Đồng chí trainingOffice', isMine: true })
  expect(taken.answeredAt).not.toBeNull()
  await unit.cases.write({
    caseId: raised.id,
    kind: 'proposal',
    text: 'Cho học cùng lớp TC-02 ngày 02/12.',
  })
  const decided = await office.cases.decide({
    caseId: raised.id,
    version: (await office.cases.get({ caseId: raised.id })).version,
    text: 'Học bù cùng lớp TC-02.',
  })
  const solved = await office.cases.solve({
    caseId: raised.id,
    version: decided.version,
    text: 'Đã học bù đủ.',
  })
  expect(solved.state).toBe('solved')
  const seen = await learner.cases.get({ caseId: raised.id })
  expect(seen.entries.map((one) => [one.side, one.kind])).toEqual([
    ['learner', 'raised'],
    ['school', 'owner'],
    ['unit', 'proposal'],
    ['school', 'decision'],
    ['school', 'solved'],
  ])
  expect(await office.cases.summary()).toMatchObject({ open: 0, raisedInYear: 1, solvedInYear: 1 })

  const again = await learner.cases.reopen({
    caseId: raised.id,
    version: solved.version,
    reason: 'Còn thiếu một buổi',
  })
  expect(again).toMatchObject({ state: 'open', solvedAt: null })
})

test('a unit sees the cases of its own learners, another unit none, also not by their number', async () => {
  const { id: caseId } = await raise(office)
  expect((await unit.cases.list({})).total).toBe(1)
  expect((await other.cases.list({})).total).toBe(0)
  await expect(other.cases.get({ caseId })).rejects.toMatchObject({ code: 'access.notFound' })
  await expect(
    other.cases.raise({ personId, kind: 'other', title: 'Thử', text: 'Thử' }),
  ).rejects.toMatchObject({
    fields: [{ path: 'personId', code: 'cases.noLearner' }],
  })
})

test('what the learner is not to see stays between school and unit', async () => {
  const { id: caseId } = await raise(unit, { learnerSees: false })
  expect((await learner.cases.list({})).total).toBe(0)
  await expect(learner.cases.get({ caseId })).rejects.toMatchObject({ code: 'access.notFound' })
  expect((await office.cases.list({})).total).toBe(1)
})

test('a sensitive case is seen by those who are named in it alone, files too, until it is opened', async () => {
  const made = await raise(unit, { isSensitive: true, title: 'Dấu hiệu vi phạm' })
  const file = new File(['%PDF-1.7 noi dung'], 'don.pdf')
  await unit.cases.attach({ caseId: made.id, file })
  for (const api of [office, teacher, learner, other])
    await expect(api.cases.get({ caseId: made.id })).rejects.toMatchObject({ code: 'access.notFound' })
  expect((await office.cases.list({ state: 'all' })).total).toBe(0)
  expect((await office.cases.summary()).open).toBe(0)

  const now = await unit.cases.get({ caseId: made.id })
  const named = await unit.cases.name({
    caseId: made.id,
    version: now.version,
    accountId: office.accountId,
  })
  expect(named.members).toHaveLength(2)
  expect((await office.cases.get({ caseId: made.id })).files).toHaveLength(1)
  const given = await office.cases.hand({
    caseId: made.id,
    version: named.version,
    accountId: teacher.accountId,
  })
  await expect(
    unit.cases.unname({ caseId: made.id, version: given.version, accountId: teacher.accountId }),
  ).rejects.toMatchObject({ code: 'cases.ownerStays' })
  const out = await unit.cases.unname({
    caseId: made.id,
    version: given.version,
    accountId: office.accountId,
  })
  await expect(office.cases.get({ caseId: made.id })).rejects.toMatchObject({ code: 'access.notFound' })
  const opened = await teacher.cases.shut({
    caseId: made.id,
    version: out.version,
    isSensitive: false,
    reason: 'Đã làm rõ, không vi phạm',
  })
  expect(opened.isSensitive).toBe(false)
  expect((await office.cases.list({})).total).toBe(1)
})

test('somebody of another unit can neither be given a case nor be named in it', async () => {
  const made = await raise(office)
  const stranger = await world.as('unitHead', {
    unitId: (
      await world.office.units.make({
        name: 'Đảng ủy xã Bình Tân',
        kind: 'partyCommittee',
        level: 'commune',
        bloc: 'party',
        reason: 'Lập dữ liệu kiểm tra',
      })
    ).unitId,
  })
  await expect(
    office.cases.hand({ caseId: made.id, version: made.version, accountId: stranger.accountId }),
  ).rejects.toMatchObject({ fields: [{ path: 'accountId', code: 'cases.noAccount' }] })
  const names = (await office.cases.accounts({ caseId: made.id })).map((one) => one.accountId)
  expect(names).toEqual(expect.arrayContaining([office.accountId, teacher.accountId, unit.accountId]))
  expect(names).not.toContain(stranger.accountId)
})

test('a step on what has changed meanwhile is refused with what it is now; nothing is decided twice', async () => {
  const made = await raise(office)
  await office.cases.postpone({
    caseId: made.id,
    version: made.version,
    dueOn: '2026-12-15',
    reason: 'Chờ xã trả lời',
  })
  await expect(
    office.cases.solve({ caseId: made.id, version: made.version, text: 'Xong' }),
  ).rejects.toMatchObject({ code: 'cases.stale', params: { current: { dueOn: '2026-12-15' } } })
  await expect(
    office.cases.postpone({
      caseId: made.id,
      version: made.version + 1,
      dueOn: '2026-11-01',
      reason: 'Lùi về trước',
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'dueOn', code: 'cases.dueInPast' }] })
})

test('what happened in a case is not rewritten, not even by the database', async () => {
  const made = await raise(office)
  await expect(
    world.inside(async (db) => {
      await db
        .updateTable('learner_case_entry')
        .set({ text: 'khác' })
        .where('case_id', '=', made.id)
        .execute()
    }),
  ).rejects.toMatchObject({ constraint: 'learner_case_entry_stays' })
})

test('overdue ones come first, and the list goes out to Excel as it is filtered', async () => {
  const late = await raise(office, { title: 'Chậm trả lời đơn' })
  await world.rows("update learner_case set due_on = '2026-11-20' where id = $1", [late.id])
  await raise(office, { title: 'Xin chuyển lớp' })
  const { rows } = await unit.cases.list({ state: 'overdue' })
  expect(rows.map((one) => [one.title, one.isOverdue])).toEqual([['Chậm trả lời đơn', true]])
  const file = await office.cases.xlsx({ state: 'overdue' })
  const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()))
  const texts = sheet?.rows.map((row) => row.cells.map((cell) => cellText(cell)).join('|')) ?? []
  expect(texts.some((text) => text.includes('Chậm trả lời đơn') && text.includes('Nguyễn Thị Bưởi'))).toBe(
    true,
  )
  expect(texts.some((text) => text.includes('Xin chuyển lớp'))).toBe(false)
})

test('a unit that another was merged into has its cases from then on, under the name that they were raised with', async () => {
  const units = world.office.units
  const unitOf = async (name: string) =>
    (
      await units.make({
        name,
        kind: 'partyCommittee',
        level: 'commune',
        bloc: 'party',
        reason: 'Lập dữ liệu kiểm tra',
      })
    ).unitId
  const [merged, into] = [await unitOf('Đảng ủy xã nhập'), await unitOf('Đảng ủy xã nhận')]
  const moved = await world.office.people.make({ fullName: 'Lê Văn Ổi', unitId: merged, title: 'Bí thư' })
  const made = await raise(office, { personId: moved.id })
  const heir = await world.as('unitCoordinator', { unitId: into })
  expect((await heir.cases.list({})).total).toBe(0)
  const { reorganisationId } = await office.units.enter({
    title: 'Sắp xếp xã',
    documentNumber: '77-QĐ/TU',
    documentOn: '2026-11-01',
    documentIssuer: 'Tỉnh ủy',
    effectiveOn: '2026-11-20',
    acts: [{ act: 'absorb', from: [{ unit: { unitId: merged } }], into: { unitId: into } }],
  })
  await (await world.as('organisationCommittee')).units.confirm({ reorganisationId, version: 1 })
  const afterwards = await world.as('unitCoordinator', { unitId: into })
  expect((await afterwards.cases.get({ caseId: made.id })).unit).toBe('Đảng ủy xã nhập')
})
