import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { lecturersOnDay } from './index.ts'

let world: World
let office: Api
let rectorate: Api
let committee: Api
let department: number
let commune: number
let head: Api

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  rectorate = await world.as('rectorate')
  committee = await world.as('standingCommittee')
  const aUnit = async (name: string) =>
    (
      await office.units.make({
        name,
        kind: 'department',
        level: 'province',
        bloc: 'state',
        reason: 'Lập đơn vị thử nghiệm',
      })
    ).unitId
  department = await aUnit('Sở Tư pháp')
  commune = await aUnit('Sở Nội vụ')
  head = await world.as('unitHead', { unitId: department })
})

let made = 0
async function aGuest(name = 'Lê Văn Khách', unitId = department): Promise<number> {
  made += 1
  const { id } = await office.lecturers.make({
    code: `K${made}`,
    name,
    isGuest: true,
    categoryCode: 'department',
    fields: ['NNPL'],
    weeklyHours: 8,
  })
  await office.lecturers.addPost({ lecturerId: id, title: 'Giám đốc', unitId, fromOn: '2025-07-01' })
  return id
}

const paper = {
  documentNumber: '15-QĐ/TU',
  documentOn: '2026-01-10',
  signedBy: 'Phó Bí thư Thường trực',
  fromOn: '2026-01-15',
  lastOn: '2026-12-31',
}
const decision = {
  documentNumber: '88-QĐ/TU',
  documentOn: '2026-11-20',
  signedBy: 'Bí thư',
  fromOn: '2027-01-01',
  lastOn: '2029-12-31',
}
const wish = { wishFromOn: '2027-01-01', wishLastOn: '2029-12-31' }

async function aSubmitted(...lecturerIds: number[]) {
  const { id } = await office.lecturers.makeDossier({ title: 'Đợt 1', addressee: 'Thường trực Tỉnh ủy' })
  const filled = await office.lecturers.addGuests({ dossierId: id, lecturerIds, ...wish })
  return office.lecturers.submitDossier({ dossierId: id, version: filled.version })
}

test('a guest goes from the unit’s proposal to the approval of the Standing Committee, and is frozen there', async () => {
  const proposal = await head.lecturers.propose({
    unitId: department,
    name: 'Trần Thị Mời',
    categoryCode: 'department',
    title: 'Phó Giám đốc',
    titleFromOn: '2025-07-01',
    fields: ['NNPL'],
    grounds: 'Phụ trách phổ biến pháp luật',
  })
  expect(proposal).toMatchObject({ state: 'sent', can: ['edit', 'withdraw'] })
  const returned = await office.lecturers.returnProposal({
    proposalId: proposal.id,
    version: proposal.version,
    reason: 'Đề nghị ghi rõ nội dung',
  })
  const again = await head.lecturers.proposeAgain({
    proposalId: proposal.id,
    version: returned.version,
    name: 'Trần Thị Mời',
    categoryCode: 'department',
    title: 'Phó Giám đốc',
    titleFromOn: '2025-07-01',
    fields: ['NNPL'],
    topics: 'Luật Tổ chức chính quyền địa phương',
    grounds: 'Phụ trách phổ biến pháp luật',
  })
  const taken = await office.lecturers.takeProposal({ proposalId: proposal.id, version: again.version })
  const lecturerId = taken.lecturerId as number
  expect(await office.lecturers.get({ lecturerId })).toMatchObject({
    name: 'Trần Thị Mời',
    isGuest: true,
    approval: 'none',
    post: { title: 'Phó Giám đốc', place: 'Sở Tư pháp' },
  })
  const other = await aGuest('Ngô Văn Không')
  const submitted = await aSubmitted(lecturerId, other)
  expect(submitted.items.map((one) => one.proposedBy)).toEqual([null, 'Sở Tư pháp'])
  await expect(
    office.lecturers.removeGuest({ dossierId: submitted.id, itemId: submitted.items[0]?.id ?? 0 }),
  ).rejects.toMatchObject({ code: 'lecturers.dossierClosed' })
  const refusedId = submitted.items.find((one) => one.lecturerId === other)?.id ?? 0
  const input = { dossierId: submitted.id, version: submitted.version, ...decision, refused: [refusedId] }
  await expect(committee.lecturers.decideDossier(input)).rejects.toMatchObject({
    fields: [expect.objectContaining({ code: 'lecturers.refusalSaysWhy' })],
  })
  const decided = await committee.lecturers.decideDossier({ ...input, refusal: 'Sắp nghỉ hưu' })
  expect(decided).toMatchObject({ state: 'decided', approved: 1, documentNumber: '88-QĐ/TU' })
  expect(await office.lecturers.approvals({ lecturerId })).toMatchObject([
    { state: 'approved', fromOn: '2027-01-01', lastOn: '2029-12-31', postTitle: 'Phó Giám đốc' },
  ])
  expect(await office.lecturers.approvals({ lecturerId: other })).toMatchObject([
    { state: 'refused', reason: 'Sắp nghỉ hưu', fromOn: null },
  ])
  for (const change of [
    `update lecturer_approval set until_on = '2040-01-01' where lecturer_id = ${lecturerId}`,
    `delete from lecturer_approval where lecturer_id = ${lecturerId}`,
    `update lecturer_dossier set document_number = '1' where id = ${submitted.id}`,
  ])
    await expect(world.rows(change)).rejects.toMatchObject({ constraint: 'lecturer_approval_frozen' })
  await expect(
    office.lecturers.addGuests({ dossierId: submitted.id, lecturerIds: [other], ...wish }),
  ).rejects.toMatchObject({ code: 'lecturers.dossierDecided' })
  // The unit sees how it ended for its own.
  expect((await head.lecturers.proposals({})).rows[0]).toMatchObject({ state: 'taken', lecturerId })
})

test('whoever submits does not decide; on paper the school writes down what others decided', async () => {
  const submitted = await aSubmitted(await aGuest())
  const step = (who: Api) =>
    who.lecturers
      .dossier({ dossierId: submitted.id })
      .then((one) => one.steps.map(({ step, refusal }) => [step, refusal]))
  expect(await step(committee)).toEqual([
    ['return', null],
    ['decide', null],
  ])
  expect(await step(office)).toContainEqual(['record', null])
  await expect(
    office.lecturers.decideDossier({ dossierId: submitted.id, version: submitted.version, ...decision }),
  ).rejects.toMatchObject({ status: 403 })
  const recorded = await office.lecturers.recordDecision({
    dossierId: submitted.id,
    version: submitted.version,
    ...decision,
  })
  expect(recorded).toMatchObject({ state: 'decided', isPaper: true })
})

test('the committee returns a dossier with a reason, and it comes again', async () => {
  const submitted = await aSubmitted(await aGuest())
  const returned = await committee.lecturers.returnDossier({
    dossierId: submitted.id,
    version: submitted.version,
    reason: 'Bổ sung lĩnh vực giảng dạy',
  })
  expect(returned).toMatchObject({ state: 'returned', returnReason: 'Bổ sung lĩnh vực giảng dạy' })
  const renamed = await rectorate.lecturers.editDossier({
    dossierId: submitted.id,
    version: returned.version,
    title: 'Đợt 1 (bổ sung)',
    addressee: 'Thường trực Tỉnh ủy',
  })
  const again = await office.lecturers.submitDossier({ dossierId: submitted.id, version: renamed.version })
  expect(again.state).toBe('submitted')
  await expect(
    office.lecturers.dropDossier({ dossierId: submitted.id, version: again.version }),
  ).rejects.toMatchObject({ code: 'lecturers.dossierKept' })
})

test('an own lecturer is not submitted, nobody stands in two open dossiers, and without a post nobody is submitted', async () => {
  const own = await office.lecturers.make({ code: 'CH1', name: 'Phạm Cơ Hữu', fields: ['LLCS'] })
  const guest = await aGuest('Hai Nơi')
  const { id } = await office.lecturers.makeDossier({ title: 'Đợt 2', addressee: 'Thường trực Tỉnh ủy' })
  const add = (lecturerIds: number[]) => office.lecturers.addGuests({ dossierId: id, lecturerIds, ...wish })
  await expect(add([own.id])).rejects.toMatchObject({
    fields: [expect.objectContaining({ code: 'lecturers.onlyGuests' })],
  })
  await add([guest])
  const second = await office.lecturers.makeDossier({ title: 'Đợt 3', addressee: 'Thường trực Tỉnh ủy' })
  await expect(
    office.lecturers.addGuests({ dossierId: second.id, lecturerIds: [guest], ...wish }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ code: 'lecturers.inOtherDossier' })] })
  await expect(
    office.lecturers.submitDossier({ dossierId: second.id, version: second.version }),
  ).rejects.toMatchObject({ code: 'lecturers.dossierEmpty' })
  const bare = await office.lecturers.make({
    code: 'KX',
    name: 'Chưa Chức Vụ',
    isGuest: true,
    fields: ['LLCS'],
  })
  const filled = await office.lecturers.addGuests({ dossierId: second.id, lecturerIds: [bare.id], ...wish })
  await expect(
    office.lecturers.submitDossier({ dossierId: second.id, version: filled.version }),
  ).rejects.toMatchObject({ code: 'lecturers.guestsWithoutPost' })
  await office.lecturers.dropDossier({ dossierId: second.id, version: filled.version })
  expect((await office.lecturers.get({ lecturerId: bare.id })).isProposed).toBe(false)
})

test('an approval is valid, ends soon, and has ended; one that follows it counts as the same', async () => {
  const lecturerId = await aGuest('Hạn Phê Duyệt')
  await office.lecturers.recordApproval({ lecturerId, ...paper })
  const stateOn = async (day: string) => {
    const [one] = await world.inside((db) => lecturersOnDay(db, day, [lecturerId]))
    return [one?.approval, one?.approvedLastOn]
  }
  expect(await stateOn('2026-01-14')).toEqual(['none', null])
  expect(await stateOn('2026-06-01')).toEqual(['valid', '2026-12-31'])
  expect(await stateOn('2026-11-01')).toEqual(['valid', '2026-12-31'])
  expect(await stateOn('2026-11-02')).toEqual(['expiring', '2026-12-31'])
  expect(await stateOn('2027-01-01')).toEqual(['expired', '2026-12-31'])
  await office.lecturers.recordApproval({
    lecturerId,
    ...paper,
    documentNumber: '16-QĐ/TU',
    fromOn: '2027-01-01',
    lastOn: '2027-12-31',
  })
  expect(await stateOn('2026-11-30')).toEqual(['valid', '2027-12-31'])
  const listed = await office.lecturers.list({ approval: 'valid', q: 'Hạn Phê Duyệt' })
  expect(listed.rows.map((one) => one.approvedLastOn)).toEqual(['2027-12-31'])
})

test('a post that changes asks whether the approval stands, until somebody answers', async () => {
  const lecturerId = await aGuest('Đổi Chức Vụ')
  await office.lecturers.recordApproval({ lecturerId, ...paper })
  const asked = async () =>
    (await office.lecturers.questions()).filter((one) => one.lecturerId === lecturerId)
  expect(await asked()).toEqual([])
  await office.lecturers.addPost({
    lecturerId,
    title: 'Phó Chủ tịch',
    unitId: commune,
    fromOn: '2026-08-01',
  })
  const [question] = await asked()
  expect(question).toMatchObject({
    cause: 'post',
    before: 'Giám đốc',
    after: 'Phó Chủ tịch',
    since: '2026-08-01',
  })
  const answer = {
    approvalId: question?.approvalId ?? 0,
    cause: 'post' as const,
    causeId: question?.causeId ?? 0,
  }
  await office.lecturers.answer({ ...answer, reason: 'Vẫn phụ trách lĩnh vực này' })
  expect(await asked()).toEqual([])
  await expect(office.lecturers.answer({ ...answer, reason: 'Trả lời lần nữa' })).rejects.toMatchObject({
    code: 'lecturers.questionGone',
  })
  // The next change asks again; this time it ends.
  await office.lecturers.addPost({ lecturerId, title: 'Chủ tịch', unitId: commune, fromOn: '2026-10-01' })
  const [second] = await asked()
  const next = { ...answer, causeId: second?.causeId ?? 0 }
  await expect(
    office.lecturers.answer({ ...next, endsOn: '2030-01-01', reason: 'Không còn phù hợp' }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ code: 'lecturers.endsOutside' })] })
  await office.lecturers.answer({ ...next, endsOn: '2026-12-01', reason: 'Không còn phù hợp' })
  expect(await asked()).toEqual([])
  const onDay = (day: string) => world.inside((db) => lecturersOnDay(db, day, [lecturerId]))
  expect((await onDay('2026-11-30'))[0]?.approval).toBe('expiring')
  expect((await onDay('2026-12-01'))[0]?.approval).toBe('expired')
  await expect(
    world.rows(`update lecturer_approval_answer set ends_on = null where approval_id = ${next.approvalId}`),
  ).rejects.toMatchObject({ constraint: 'lecturer_approval_frozen' })
})

test('a unit that is dissolved, and a post that ends in the register, ask as well', async () => {
  const gone = (
    await office.units.make({
      name: 'Phòng giải thể',
      kind: 'office',
      level: 'province',
      bloc: 'state',
      reason: 'Lập đơn vị thử nghiệm',
    })
  ).unitId
  const lecturerId = await aGuest('Mất Đơn Vị', gone)
  const person = await office.people.make({
    code: 'CB77',
    fullName: 'Mất Đơn Vị',
    unitId: department,
    title: 'Chuyên viên',
    rank: 0,
    fromOn: '2024-01-01',
  })
  const known = await office.lecturers.get({ lecturerId })
  await office.lecturers.edit({
    lecturerId,
    version: known.version,
    code: known.code,
    name: known.name,
    isGuest: true,
    fields: known.fields,
    personCode: 'CB77',
  })
  await office.lecturers.recordApproval({ lecturerId, ...paper })
  await office.people.addPost({
    personId: person.id,
    unitId: department,
    title: 'Trưởng phòng',
    rank: 2,
    isMain: true,
    cause: 'appointment',
    fromOn: '2026-07-01',
  })
  const { reorganisationId } = await office.units.enter({
    title: 'Giải thể một phòng',
    documentNumber: '05-QĐ/TU',
    documentOn: '2026-08-15',
    documentIssuer: 'Tỉnh ủy',
    effectiveOn: '2026-09-01',
    acts: [{ act: 'dissolve', unit: { unitId: gone } }],
  })
  const organisation = await world.as('organisationCommittee')
  const { version } = await organisation.units.reorganisation({ reorganisationId })
  await organisation.units.confirm({ reorganisationId, version })
  const asked = (await office.lecturers.questions()).filter((one) => one.lecturerId === lecturerId)
  expect(asked.map((one) => [one.cause, one.before, one.after])).toEqual([
    ['personPost', 'Chuyên viên', 'Trưởng phòng'],
    ['unit', 'Phòng giải thể', null],
  ])
})

test('posts do not overlap, are never overwritten, and one entered wrongly is taken back with its reason', async () => {
  const lecturerId = await aGuest('Lịch Sử Chức Vụ')
  await expect(
    office.lecturers.addPost({ lecturerId, title: 'Trước đó', unitId: department, fromOn: '2025-07-01' }),
  ).rejects.toMatchObject({ code: 'lecturers.postsOverlap' })
  await expect(
    office.lecturers.addPost({ lecturerId, title: 'Không nơi nào', fromOn: '2026-01-01' }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ code: 'lecturers.postNowhere' })] })
  const after = await office.lecturers.addPost({
    lecturerId,
    title: 'Ghi nhầm',
    workplace: 'Báo tỉnh',
    fromOn: '2026-05-01',
  })
  expect(after.posts.map((one) => [one.title, one.untilOn])).toEqual([
    ['Ghi nhầm', null],
    ['Giám đốc', '2026-05-01'],
  ])
  const back = await office.lecturers.withdrawPost({
    lecturerId,
    postId: after.posts[0]?.id ?? 0,
    reason: 'Ghi nhầm người',
  })
  expect(back.post).toMatchObject({ title: 'Giám đốc', place: 'Sở Tư pháp' })
  await expect(
    world.rows(`update lecturer_post set title = 'Khác' where lecturer_id = ${lecturerId}`),
  ).rejects.toMatchObject({ constraint: 'lecturer_post_kept' })
})

test('telephone and e-mail stay masked; looking at them takes a reason and stands in the record', async () => {
  const lecturerId = await aGuest('Có Liên Hệ')
  const set = await office.lecturers.setContact({
    lecturerId,
    phone: '0901 234 567',
    email: 'khach@so.vn',
  })
  expect([set.phoneMask, set.emailMask]).toEqual(['•••567', 'k•••@so.vn'])
  await office.lecturers.setContact({ lecturerId, phone: '' })
  const teacher = await world.as('headTeacher')
  await expect(teacher.lecturers.contact({ lecturerId, reason: 'Muốn gọi điện' })).rejects.toMatchObject({
    status: 403,
  })
  await expect(office.lecturers.contact({ lecturerId, reason: '' })).rejects.toMatchObject({ status: 422 })
  expect(await office.lecturers.contact({ lecturerId, reason: 'Mời giảng lớp K1' })).toEqual({
    phone: null,
    email: 'khach@so.vn',
  })
  const [read] = await world.rows<{ reason: string; after: unknown }>(
    `select reason, after from audit_line where table_name = 'lecturer' and action = 'read' and row_id = $1`,
    [String(lecturerId)],
  )
  expect(read).toEqual({ reason: 'Mời giảng lớp K1', after: { fields: ['phone', 'email'] } })
  const kept = await world.rows<{ text: string }>(
    `select after::text as text from audit_line where table_name = 'lecturer_contact' and row_id = $1`,
    [String(lecturerId)],
  )
  expect(kept.some((one) => one.text.includes('khach@so.vn'))).toBe(false)
})

test('a unit proposes and sees its own people only, and none of the dossiers', async () => {
  await aGuest('Người Sở Nội vụ', commune)
  await expect(
    head.lecturers.propose({
      unitId: commune,
      name: 'Người khác',
      categoryCode: 'department',
      title: 'Giám đốc',
      titleFromOn: '2025-07-01',
      fields: ['NNPL'],
      grounds: 'Không phải người của mình',
    }),
  ).rejects.toMatchObject({ status: 404 })
  const { rows } = await head.lecturers.unitGuests({ size: 100 })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((one) => one.unitName === 'Sở Tư pháp')).toBe(true)
  expect((await head.lecturers.dossiers({})).total).toBe(0)
  await expect(head.lecturers.list({})).rejects.toMatchObject({ status: 403 })
})

test('a lecturer with an account sees the own file, with telephone and e-mail open', async () => {
  const lecturerId = await aGuest('Có Tài Khoản')
  const self = await world.as('lecturer')
  await expect(self.lecturers.mine()).rejects.toMatchObject({ code: 'lecturers.noFileOfYours' })
  await office.lecturers.setContact({ lecturerId, phone: '0909 999 999' })
  const [{ email } = { email: '' }] = await world.rows<{ email: string }>(
    'select email from account where id = $1',
    [self.accountId],
  )
  const known = await office.lecturers.get({ lecturerId })
  const input = {
    lecturerId,
    version: known.version,
    code: known.code,
    name: known.name,
    isGuest: true,
    fields: known.fields,
    accountEmail: email,
    travel: 'units' as const,
    travelUnitIds: [commune],
  }
  await office.lecturers.edit(input)
  expect(await self.lecturers.mine()).toMatchObject({
    lecturer: { id: lecturerId, travelUnits: [{ id: commune, name: 'Sở Nội vụ' }] },
    contact: { phone: '0909 999 999' },
  })
  const other = await office.lecturers.get({ lecturerId: await aGuest('Trùng Tài Khoản') })
  await expect(
    office.lecturers.edit({
      ...input,
      lecturerId: other.id,
      version: other.version,
      code: other.code,
      name: other.name,
    }),
  ).rejects.toMatchObject({ code: 'lecturers.accountTaken' })
})

test('the load of a year: hours by month against limits, less absences and days without an approval', async () => {
  const own = await office.lecturers.make({
    code: 'TAI1',
    name: 'Người Có Tải',
    fields: ['LLCS'],
    weeklyHours: 10,
    monthlyHours: 30,
  })
  const guest = await aGuest('Khách Có Tải')
  await office.lecturers.recordApproval({ lecturerId: guest, ...paper, lastOn: '2026-06-30' })
  const { id: programmeId } = await office.programmes.make({
    code: 'BD-TAI',
    name: 'Bồi dưỡng tải',
    groupCode: 'fostering',
    kind: 'fostering',
    modes: ['none'],
  })
  await office.lecturers.setHours({ programmeId, hours: { LLCS: 40 } })
  const { id: classId } = await office.classes.open({
    code: 'L-TAI',
    name: 'Lớp tính tải',
    programmeId,
    opensOn: '2026-03-23',
    closesOn: '2026-04-03',
    basis: 'plan',
    learners: 40,
  })
  // Ten weekdays, of which seven in March: 28 of the 40 hours.
  await office.classes.bookLecturer({
    classId,
    lecturerId: own.id,
    fieldCode: 'LLCS',
    fromOn: '2026-03-23',
    lastOn: '2026-04-03',
  })
  await office.lecturers.addAbsence({
    lecturerId: own.id,
    fromOn: '2026-05-01',
    lastOn: '2026-05-31',
    reason: 'Đi học',
  })
  const load = await office.lecturers.loadOf({ lecturerId: own.id, year: 2026 })
  expect(load).toMatchObject({ planned: 40, taught: 40, classes: 1 })
  expect(load.months.slice(2, 5)).toEqual([
    { month: 3, planned: 28, capacity: 30 },
    { month: 4, planned: 12, capacity: 30 },
    { month: 5, planned: 0, capacity: 0 },
  ])
  const ofGuest = await office.lecturers.loadOf({ lecturerId: guest, year: 2026 })
  // Approved from 15 January to 30 June: what comes afterwards is nothing to count on.
  expect(ofGuest.months.map((one) => one.capacity > 0)).toEqual([
    ...Array.from({ length: 6 }, () => true),
    ...Array.from({ length: 6 }, () => false),
  ])
  // A session of the timetable counts as it is, and instead of what was spread.
  await world.rows(
    `insert into class_session (class_id, title, on_day, part, hours, kind, lecturer_id) values ($1, 'Báo cáo', '2026-03-25', 'morning', 4, 'theory', $2)`,
    [classId, guest],
  )
  const seen = await office.lecturers.loadOf({ lecturerId: guest, year: 2026 })
  expect([seen.months[2]?.planned, seen.planned, seen.taught, seen.classes]).toEqual([4, 4, 4, 1])
  const { fields, total } = await office.lecturers.load({ year: 2026, q: 'Khách Có Tải' })
  expect(total).toBe(1)
  expect(fields.find((one) => one.fieldCode === 'LLCS')).toMatchObject({ planned: 40, needed: null })
  expect((await office.lecturers.loadXlsx({ year: 2026 })).name).toContain('tai-giang-2026')
})
