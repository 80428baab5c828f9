import { describe, expect, test } from 'vitest'
import { aWorld } from '../../../tests/world.ts'

const world = await aWorld()
const { office } = world
const school = await world.as('trainingOffice')
const lecturer = await world.as('lecturer')
const unitOf = async (name: string) =>
  (
    await office.units.make({
      name,
      kind: 'office',
      level: 'province',
      bloc: 'state',
      reason: 'Lập đơn vị để kiểm thử',
    })
  ).unitId
const interior = await unitOf('Sở Nội vụ')
const finance = await unitOf('Sở Tài chính')
const writer = await world.as('unitCoordinator', { unitId: interior })
const adviser = await world.as('unitHead', { unitId: finance })

const { id: programmeId } = await office.programmes.make({
  code: 'CTS',
  name: 'Bồi dưỡng soạn chung',
  groupCode: 'fostering',
  kind: 'fostering',
  modes: ['none'],
})

/** A draft with one topic; Sở Nội vụ writes in it, Sở Tài chính comments. */
async function aDraft() {
  const { id: curriculumId } = await school.curricula.make({ programmeId, kind: 'school' })
  const topic = await school.curricula.addItem({
    curriculumId,
    kind: 'topic',
    title: 'Kỹ năng xử lý tình huống',
    hours: { theory: 4 },
  })
  await school.curricula.invite({ curriculumId, unitId: interior, mayEdit: true })
  await school.curricula.invite({ curriculumId, unitId: finance })
  return { curriculumId, topic }
}

describe('units that were invited', () => {
  test('write or only comment, each as invited, and no longer once the invitation is taken back', async () => {
    const { curriculumId, topic } = await aDraft()
    const edit = { curriculumId, itemId: topic.id, title: 'Tên của Sở', version: 1 }
    await expect(adviser.curricula.editItem(edit)).rejects.toMatchObject({ code: 'curricula.notInvited' })
    await writer.curricula.editItem(edit)
    expect((await adviser.curricula.get({ curriculumId })).curriculum.can).toEqual([])
    expect((await writer.curricula.get({ curriculumId })).curriculum.can).toEqual(['edit'])
    await school.curricula.uninvite({ curriculumId, unitId: finance })
    await expect(adviser.curricula.get({ curriculumId })).rejects.toMatchObject({ status: 404 })
    await expect(writer.curricula.invite({ curriculumId, unitId: finance })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('are told how much others have changed since they looked', async () => {
    const { curriculumId, topic } = await aDraft()
    const { lastId } = await writer.curricula.news({ curriculumId })
    await school.curricula.editItem({ curriculumId, itemId: topic.id, title: 'Trường sửa', version: 1 })
    await writer.curricula.editItem({ curriculumId, itemId: topic.id, title: 'Sở sửa', version: 2 })
    expect(await writer.curricula.news({ curriculumId, sinceId: lastId })).toMatchObject({ changes: 1 })
    expect(await adviser.curricula.news({ curriculumId, sinceId: lastId })).toMatchObject({ changes: 2 })
  })

  test('read who changed what, from what to what, and why', async () => {
    const { curriculumId, topic } = await aDraft()
    await writer.curricula.editItem({
      curriculumId,
      itemId: topic.id,
      title: 'Xử lý tình huống ở cơ sở',
      hours: { theory: 2, practice: 2 },
      version: 1,
      reasonKind: 'survey',
      reason: 'Phiếu khảo sát lớp K12, câu 7',
    })
    const { rows } = await adviser.curricula.history({ curriculumId })
    expect(rows[0]).toMatchObject({
      act: 'edit',
      by: 'Đồng chí unitCoordinator',
      unit: 'Sở Nội vụ',
      reasonKind: 'survey',
      reason: 'Phiếu khảo sát lớp K12, câu 7',
      fields: [
        { field: 'title', before: 'Kỹ năng xử lý tình huống', after: 'Xử lý tình huống ở cơ sở' },
        { field: 'theory_hours', before: '4', after: '2' },
        { field: 'practice_hours', before: '0', after: '2' },
      ],
    })
    expect(rows[1]).toMatchObject({ act: 'add', by: 'Đồng chí trainingOffice', unit: null })
  })
})

describe('comments and proposals', () => {
  test('a thread at a topic is answered and settled by either side', async () => {
    const { curriculumId, topic } = await aDraft()
    const { id } = await adviser.curricula.comment({
      curriculumId,
      lineageId: topic.lineageId,
      text: 'Cần thêm tình huống về đất đai.',
    })
    await school.curricula.comment({ curriculumId, threadId: id, text: 'Đã ghi nhận.' })
    await lecturer.curricula.comment({ curriculumId, text: 'Góp ý chung.' })
    await writer.curricula.resolve({ curriculumId, commentId: id, isResolved: true })
    const { comments } = await school.curricula.discussion({ curriculumId })
    expect(comments).toMatchObject([
      {
        by: 'Đồng chí unitHead',
        unit: 'Sở Tài chính',
        resolvedBy: 'Đồng chí unitCoordinator',
        answers: [{ text: 'Đã ghi nhận.' }],
      },
      { lineageId: null, by: 'Đồng chí lecturer' },
    ])
  })

  test('an accepted proposal is applied with its reason, a declined one keeps the answer', async () => {
    const { curriculumId, topic } = await aDraft()
    const propose = (title: string) =>
      adviser.curricula.propose({
        curriculumId,
        itemId: topic.id,
        title,
        hours: { theory: 2, practice: 4 },
        version: 1,
        reasonKind: 'need',
        reason: 'Cán bộ yếu khâu thực hành',
      })
    await expect(
      adviser.curricula.propose({
        curriculumId,
        itemId: topic.id,
        title: topic.title,
        hours: topic.hours,
        version: 1,
      }),
    ).rejects.toMatchObject({ code: 'curricula.nothingProposed' })
    const [one, two] = [await propose('Thực hành tình huống'), await propose('Bản khác')]
    await expect(
      adviser.curricula.accept({ curriculumId, proposalId: one.id, version: 1 }),
    ).rejects.toMatchObject({ status: 403 })
    const item = await school.curricula.accept({ curriculumId, proposalId: one.id, version: 1 })
    expect(item).toMatchObject({ title: 'Thực hành tình huống', total: 6, version: 2 })
    expect((await school.curricula.history({ curriculumId })).rows[0]).toMatchObject({
      act: 'accept',
      reasonKind: 'need',
    })
    // The second one is stale now: it shows what it was made against, what it wants and what there is.
    const stale = (await school.curricula.discussion({ curriculumId })).proposals.find((x) => x.id === two.id)
    expect(stale).toMatchObject({
      isStale: true,
      base: { title: 'Kỹ năng xử lý tình huống' },
      proposed: { title: 'Bản khác' },
      current: { title: 'Thực hành tình huống' },
    })
    await expect(
      school.curricula.accept({ curriculumId, proposalId: two.id, version: 1 }),
    ).rejects.toMatchObject({ code: 'curricula.staleItem' })
    await school.curricula.decline({ curriculumId, proposalId: two.id, reason: 'Đã nhận bản trước' })
    await expect(adviser.curricula.withdraw({ curriculumId, proposalId: two.id })).rejects.toMatchObject({
      code: 'curricula.decidedAlready',
    })
  })
})

describe('a frame and a version of it', () => {
  test('deviations are seen and judged by what the frame says', async () => {
    const { id: frameId } = await school.curricula.make({ programmeId, kind: 'frame' })
    const add = (title: string, more = {}) =>
      school.curricula.addItem({
        curriculumId: frameId,
        kind: 'topic',
        title,
        hours: { theory: 10 },
        ...more,
      })
    const [kept, cut] = [await add('Bắt buộc'), await add('Bỏ được')]
    const set = (input: object) =>
      school.curricula.setLimit({ curriculumId: frameId, source: 'Chương trình khung', ...input } as never)
    await set({ kind: 'drop', allows: false })
    await set({ kind: 'drop', allows: true, lineageId: cut.lineageId })
    await set({ kind: 'practice', minimum: 20 })
    await expect(set({ kind: 'hours' })).rejects.toMatchObject({ fields: [{ path: 'maximum' }] })
    await school.curricula.adopt({
      curriculumId: frameId,
      version: 1,
      documentNumber: '01-QĐ/HV',
      documentOn: '2026-01-05',
      documentBy: 'Học viện',
    })
    await expect(set({ kind: 'add', allows: true })).rejects.toMatchObject({ code: 'curricula.frozen' })
    const own = await school.curricula.make({ programmeId, kind: 'school', startsFromId: frameId })
    expect(own).toMatchObject({ frameId, topics: 2 })
    const items = (await school.curricula.get({ curriculumId: own.id })).items
    for (const lineage of [kept.lineageId, cut.lineageId]) {
      const item = items.find((x) => x.lineageId === lineage)
      await school.curricula.removeItem({ curriculumId: own.id, itemId: item?.id ?? 0, version: 1 })
    }
    await school.curricula.addItem({
      curriculumId: own.id,
      kind: 'topic',
      title: 'Mới',
      hours: { practice: 4 },
    })
    const found = await school.curricula.deviations({ curriculumId: own.id })
    expect(found.map((x) => [x.deviation, x.title, x.result]).toSorted()).toEqual([
      ['added', 'Mới', 'unknown'],
      ['dropped', 'Bắt buộc', 'unmet'],
      ['dropped', 'Bỏ được', 'met'],
      ['practice', '', 'met'],
    ])
    const compared = await school.curricula.compare({ curriculumId: own.id, otherId: frameId })
    expect(compared.rows.map((x) => x.kind).toSorted()).toEqual(['added', 'dropped', 'dropped'])
  })
})

describe('appraisal', () => {
  test('each submission has its council; minutes go out in Word; what was said stays', async () => {
    const rector = await world.as('rectorate')
    const { curriculumId } = await aDraft()
    const { version } = await school.curricula.submit({ curriculumId, version: 1 })
    const [open] = await school.curricula.appraisals({ curriculumId })
    expect(open).toMatchObject({
      round: 1,
      isOpen: true,
      remarks: ['noChair', 'noSecretary', 'noConclusion'],
    })
    const at = { curriculumId, appraisalId: open?.id ?? 0 }
    await school.curricula.addMember({ ...at, name: 'Nguyễn Văn A', role: 'chair', verdict: 'agree' })
    await expect(school.curricula.addMember({ ...at, name: 'Trần B', role: 'chair' })).rejects.toMatchObject({
      code: 'curricula.chairTwice',
    })
    await school.curricula.addMember({ ...at, name: 'Lê C', role: 'secretary' })
    await school.curricula.setAppraisal({ ...at, version: 1, result: 'passWithChanges', conclusion: 'Đạt' })
    expect((await lecturer.curricula.appraisals({ curriculumId }))[0]?.remarks).toEqual([
      'even',
      'opinionsMissing',
    ])
    const letter = await school.curricula.minutes(at)
    expect(letter.name).toMatch(/\.docx$/)
    expect(letter.size).toBeGreaterThan(3000)
    const back = await rector.curricula.return({ curriculumId, version, reason: 'Bổ sung tình huống' })
    await expect(school.curricula.addMember({ ...at, name: 'Phạm D' })).rejects.toMatchObject({
      code: 'curricula.appraisalOver',
    })
    await school.curricula.submit({ curriculumId, version: back.version })
    expect((await school.curricula.appraisals({ curriculumId })).map((one) => one.round)).toEqual([2, 1])
    await expect(writer.curricula.appraisals({ curriculumId })).rejects.toMatchObject({ status: 403 })
  })

  test('a member who has an account says it with the own hand, nobody for them; the secretary writes for the others', async () => {
    const { curriculumId } = await aDraft()
    await school.curricula.submit({ curriculumId, version: 1 })
    const [open] = await school.curricula.appraisals({ curriculumId })
    const at = { curriculumId, appraisalId: open?.id ?? 0 }
    const [{ email = '' } = {}] = await world.rows<{ email: string }>(
      'select email from account where id = $1',
      [lecturer.accountId],
    )
    const member = { ...at, name: 'Hoàng Văn Giảng', role: 'reviewer', accountEmail: email } as const
    await expect(
      school.curricula.addMember({ ...member, accountEmail: 'khong-co@mau.nhip' }),
    ).rejects.toMatchObject({ fields: [{ path: 'accountEmail', code: 'curricula.noAccount' }] })
    await expect(school.curricula.addMember({ ...member, verdict: 'agree' })).rejects.toMatchObject({
      code: 'curricula.ownOpinion',
    })
    const council = await school.curricula.addMember(member)
    const own = council[0]?.members[0]
    expect(own).toMatchObject({ isOwn: false, account: { email } })
    const edit = { ...member, memberId: own?.id ?? 0, version: 1 }
    await expect(school.curricula.editMember({ ...edit, verdict: 'agree' })).rejects.toMatchObject({
      code: 'curricula.ownOpinion',
    })
    await expect(school.curricula.giveOpinion({ ...at, verdict: 'agree', version: 1 })).rejects.toMatchObject(
      {
        code: 'curricula.notInCouncil',
      },
    )
    const said = { ...at, verdict: 'agreeWithChanges', opinion: 'Tăng thực hành', version: 1 } as const
    const [after] = await lecturer.curricula.giveOpinion(said)
    expect(after?.members).toMatchObject([
      { isOwn: true, verdict: 'agreeWithChanges', opinion: 'Tăng thực hành', version: 2 },
    ])
    await expect(lecturer.curricula.giveOpinion(said)).rejects.toMatchObject({ code: 'curricula.stale' })
    // Who has given the opinion is not made somebody else, nor is it changed without a link.
    const { accountEmail: _, ...unlinked } = edit
    const same = { verdict: 'agreeWithChanges', opinion: 'Tăng thực hành', version: 2 } as const
    await expect(school.curricula.editMember({ ...unlinked, ...same })).rejects.toMatchObject({
      code: 'curricula.ownOpinion',
    })
    await school.curricula.editMember({ ...edit, ...same, post: 'Giảng viên chính' })
    const written = await school.curricula.addMember({ ...at, name: 'Lê C', verdict: 'agree' })
    expect(written[0]?.members).toMatchObject([{ post: 'Giảng viên chính' }, { name: 'Lê C', account: null }])
  })
})
