import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import type { Day } from '../../pure/day.ts'
import { demandsOf } from './index.ts'

let world: World
let office: Api
beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
})

const reason = 'Lý do để kiểm thử'
let count = 0
const next = () => {
  count += 1
  return count
}
const document = { documentNumber: '15-QĐ/TU', documentOn: '2026-11-01' as Day, documentIssuer: 'Tỉnh ủy' }

async function aUnit(name: string, level: 'province' | 'commune' = 'commune'): Promise<number> {
  const { unitId } = await world.office.units.make({
    name: `${name} ${next()}`,
    kind: level === 'commune' ? 'partyCommittee' : 'department',
    level,
    bloc: 'party',
    reason,
  })
  return unitId
}

const aPerson = async (unitId: number, fullName: string, title: string) =>
  (await world.office.people.make({ fullName, unitId, title, fromOn: '2021-01-01' })).id

const programmeId = async (code: string) =>
  (await world.rows<{ id: number }>('select id from programme where code = $1', [code]))[0]?.id ?? 0

async function aRound(
  unitIds: number[],
  about: { year?: number; closesOn?: Day; codes?: string[]; isDraft?: boolean } = {},
) {
  const round = await office.needs.make({
    title: `Đợt đăng ký ${next()}`,
    year: about.year ?? 2027,
    guide: 'Đăng ký theo chức danh',
    opensOn: '2026-11-01',
    closesOn: about.closesOn ?? '2026-12-15',
    programmeIds: await Promise.all((about.codes ?? ['TC-LLCT', 'CC-LLCT', 'BD-BTCB']).map(programmeId)),
    asks: 'chosen',
    unitIds,
  })
  if (about.isDraft) return round
  return office.needs.open({ roundId: round.id, version: round.version })
}

const answerOf = async (roundId: number, unitId: number): Promise<number> =>
  (
    await world.rows<{ id: number }>('select id from need_answer where round_id = $1 and unit_id = $2', [
      roundId,
      unitId,
    ])
  )[0]?.id ?? 0

const versionOf = async (answerId: number) => (await office.needs.answer({ answerId })).answer.version

const aLine = async (
  who: Api,
  answerId: number,
  more: Partial<Parameters<Api['needs']['addLine']>[0]> = {},
) =>
  who.needs.addLine({
    answerId,
    programmeId: await programmeId('TC-LLCT'),
    modeCode: 'partTime',
    heads: 3,
    targetGroup: 'committeeMember',
    ...more,
  })

/** A line written, sent and confirmed by the unit's own people. */
async function confirmed(roundId: number, unitId: number, more: Parameters<typeof aLine>[2] = {}) {
  const answerId = await answerOf(roundId, unitId)
  const head = await world.as('unitHead', { unitId })
  const line = await aLine(head, answerId, more)
  await head.needs.submit({ answerId, version: await versionOf(answerId) })
  await head.needs.confirm({ answerId, version: await versionOf(answerId) })
  return { answerId, line }
}

describe('a round', () => {
  test('is a draft that no unit sees, asks the units when it opens, and puts off its closing day with a reason', async () => {
    const unitId = await aUnit('Đảng ủy xã')
    const coordinator = await world.as('unitCoordinator', { unitId })
    const draft = await aRound([unitId], { isDraft: true })
    await expect(coordinator.needs.round({ roundId: draft.id })).rejects.toMatchObject({ status: 404 })
    const open = await office.needs.open({ roundId: draft.id, version: draft.version })
    expect(open).toMatchObject({ state: 'open', progress: { asked: 1, answered: 0 } })
    expect((await coordinator.needs.rounds()).find((one) => one.id === draft.id)).toMatchObject({
      own: [{ state: 'asked' }],
    })
    await expect(
      office.needs.extend({ roundId: open.id, closesOn: '2026-12-10', reason, version: open.version }),
    ).rejects.toMatchObject({ fields: [{ path: 'closesOn', code: 'needs.extendLater' }] })
    const later = await office.needs.extend({
      roundId: open.id,
      closesOn: '2026-12-31',
      reason,
      version: open.version,
    })
    expect(later.extensions).toMatchObject([{ beforeOn: '2026-12-15', afterOn: '2026-12-31', reason }])
    const closed = await office.needs.close({ roundId: open.id, version: later.version })
    expect(closed.can).toEqual(['extend'])
    await expect(aLine(coordinator, await answerOf(open.id, unitId))).rejects.toMatchObject({
      code: 'needs.roundClosed',
    })
    expect(
      await office.needs.extend({
        roundId: open.id,
        closesOn: '2027-01-15',
        reason,
        version: closed.version,
      }),
    ).toMatchObject({ state: 'open' })
  })

  test('that asks all asks the units under the province, not the province itself nor what stands below a unit', async () => {
    const { unitId: province } = await world.office.units.make({
      name: 'Bình Hà',
      kind: 'province',
      level: 'province',
      bloc: 'other',
      reason,
    })
    const under = async (name: string, parentId: number) =>
      (
        await world.office.units.make({
          name,
          kind: 'department',
          level: 'province',
          bloc: 'state',
          parentId,
          reason,
        })
      ).unitId
    const department = await under('Sở Nội vụ', province)
    const office1 = await under('Phòng Tổ chức', department)
    const round = await office.needs.make({
      title: 'Hỏi tất cả',
      year: 2030,
      opensOn: '2026-11-24',
      closesOn: '2026-12-15',
      programmeIds: [await programmeId('TC-LLCT')],
    })
    await office.needs.open({ roundId: round.id, version: round.version })
    expect(await answerOf(round.id, department)).toBeGreaterThan(0)
    expect(await answerOf(round.id, office1)).toBe(0)
    expect(await answerOf(round.id, province)).toBe(0)
  })

  test('keeps what was announced, in the database too', async () => {
    const round = await aRound([await aUnit('Xã công bố')])
    await expect(
      office.needs.edit({
        roundId: round.id,
        version: round.version,
        title: round.title,
        year: 2028,
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        programmeIds: round.programmes.map((one) => one.id),
        asks: 'chosen',
        unitIds: round.units.map((one) => one.id),
      }),
    ).rejects.toMatchObject({ code: 'needs.announced' })
    await expect(
      world.rows(`update need_round set closes_on = closes_on - 1 where id = $1`, [round.id]),
    ).rejects.toMatchObject({ constraint: 'need_round_announced' })
    await expect(
      world.rows(`update need_round set state = 'draft' where id = $1`, [round.id]),
    ).rejects.toMatchObject({ constraint: 'need_round_step' })
  })
})

describe('an answer', () => {
  test('is written by the coordinator, confirmed by the head, returned by the school with a reason', async () => {
    const unitId = await aUnit('Đảng ủy xã')
    const round = await aRound([unitId])
    const answerId = await answerOf(round.id, unitId)
    const coordinator = await world.as('unitCoordinator', { unitId })
    const head = await world.as('unitHead', { unitId })
    await coordinator.needs.markOpened({ answerId })
    await aLine(coordinator, answerId)
    expect((await coordinator.needs.answer({ answerId })).answer).toMatchObject({
      state: 'draft',
      heads: 3,
      can: ['edit', 'submit'],
    })
    await coordinator.needs.submit({ answerId, version: await versionOf(answerId) })
    await expect(aLine(coordinator, answerId)).rejects.toMatchObject({ code: 'needs.waitsForHead' })
    await expect(
      coordinator.needs.confirm({ answerId, version: await versionOf(answerId) }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await head.needs.sendBack({ answerId, reason, version: await versionOf(answerId) })).toMatchObject(
      { state: 'returned' },
    )
    await aLine(coordinator, answerId, { targetGroup: 'front', heads: 2 })
    await coordinator.needs.submit({ answerId, version: await versionOf(answerId) })
    expect(await head.needs.confirm({ answerId, version: await versionOf(answerId) })).toMatchObject({
      state: 'confirmed',
      heads: 5,
    })
    await office.needs.return({ answerId, reason: 'Bổ sung chức danh', version: await versionOf(answerId) })
    expect((await coordinator.needs.answer({ answerId })).answer).toMatchObject({
      state: 'returned',
      returnedFrom: 'school',
      returnReason: 'Bổ sung chức danh',
      openedAt: expect.any(String),
    })
  })

  test('of no need is an answer, but not beside lines, and an empty one is none', async () => {
    const unitId = await aUnit('Xã không cần')
    const answerId = await answerOf((await aRound([unitId])).id, unitId)
    const coordinator = await world.as('unitCoordinator', { unitId })
    await expect(
      coordinator.needs.submit({ answerId, version: await versionOf(answerId) }),
    ).rejects.toMatchObject({ code: 'needs.emptyAnswer' })
    const line = await aLine(coordinator, answerId)
    await expect(
      coordinator.needs.submit({ answerId, noNeed: true, version: await versionOf(answerId) }),
    ).rejects.toMatchObject({ code: 'needs.noNeedWithLines' })
    await coordinator.needs.removeLine({ answerId, needId: line.id, version: line.version })
    expect(
      await coordinator.needs.submit({ answerId, noNeed: true, version: await versionOf(answerId) }),
    ).toMatchObject({ state: 'submitted', noNeed: true })
  })

  test('takes no short cut in the database either', async () => {
    const unitId = await aUnit('Xã đi tắt')
    const round = await aRound([unitId])
    const answerId = await answerOf(round.id, unitId)
    const by = (state: string) =>
      world.rows(
        `update need_answer set state = $2, submitted_at = now(), submitted_by = 1, confirmed_at = now(), confirmed_by = 1 where id = $1`,
        [answerId, state],
      )
    await expect(by('confirmed')).rejects.toMatchObject({ constraint: 'need_answer_step' })
    await expect(by('submitted')).rejects.toMatchObject({ constraint: 'need_answer_empty' })
    await confirmed(round.id, unitId)
    await expect(
      world.rows('update need set heads = 99 where answer_id = $1', [answerId]),
    ).rejects.toMatchObject({ constraint: 'need_answer_closed' })
    await expect(world.rows('delete from need_person where unit_id = $1', [unitId])).resolves.toEqual([])
  })

  test('is refused field by field: what is not on offer, another mode, foreign people, more names than heads', async () => {
    const [unitId, other] = [await aUnit('Xã sai'), await aUnit('Xã khác')]
    const answerId = await answerOf((await aRound([unitId], { codes: ['TC-LLCT'] })).id, unitId)
    const coordinator = await world.as('unitCoordinator', { unitId })
    const stranger = await aPerson(other, 'Lê Văn Lạ', 'Cấp ủy viên')
    const refusedWith = (more: Parameters<typeof aLine>[2]) =>
      aLine(coordinator, answerId, more).then(
        () => 'accepted',
        (error) =>
          error.fields.map((field: { path: string; code: string }) => `${field.path} ${field.code}`).join(),
      )
    expect(await refusedWith({ programmeId: await programmeId('BD-BTCB') })).toContain(
      'programmeId needs.notOffered',
    )
    expect(await refusedWith({ modeCode: 'none' })).toBe('modeCode needs.modeNotOfProgramme')
    expect(await refusedWith({ targetGroup: 'nobody' })).toBe('targetGroup needs.unknownGroup')
    expect(await refusedWith({ heads: 0 })).toBe('heads needs.noHeads')
    expect(await refusedWith({ priority: 1 })).toBe('reason needs.firstSaysWhy')
    expect(await refusedWith({ personIds: [stranger] })).toBe('personIds needs.notOwnPerson')
    const own = [await aPerson(unitId, 'Lê Văn Một', 'x'), await aPerson(unitId, 'Lê Văn Hai', 'x')]
    expect(await refusedWith({ heads: 1, personIds: own })).toBe('heads needs.morePeopleThanHeads')
    await aLine(coordinator, answerId)
    await expect(aLine(coordinator, answerId, { heads: 9 })).rejects.toMatchObject({ code: 'needs.sameLine' })
  })

  test('a change that another has overtaken shows both, and what stands there stays', async () => {
    const unitId = await aUnit('Xã hai người')
    const answerId = await answerOf((await aRound([unitId])).id, unitId)
    const [one, two] = [await world.as('unitCoordinator', { unitId }), await world.as('unitHead', { unitId })]
    const line = await aLine(one, answerId)
    const change = async (who: Api, heads: number) =>
      who.needs.editLine({
        answerId,
        needId: line.id,
        version: line.version,
        programmeId: line.programmeId,
        modeCode: 'partTime',
        heads,
        targetGroup: 'committeeMember',
      })
    await change(one, 4)
    await expect(change(two, 7)).rejects.toMatchObject({
      code: 'needs.stale',
      params: { current: { heads: 4 } },
    })
  })

  test('a unit sees its own answer only', async () => {
    const [unitId, other] = [await aUnit('Xã nhà'), await aUnit('Xã bạn')]
    const round = await aRound([unitId, other])
    const coordinator = await world.as('unitCoordinator', { unitId })
    const foreign = await answerOf(round.id, other)
    await expect(coordinator.needs.answer({ answerId: foreign })).rejects.toMatchObject({ status: 404 })
    expect((await coordinator.needs.board({ roundId: round.id })).rows.map((row) => row.unitId)).toEqual([
      unitId,
    ])
    await confirmed(round.id, other)
    expect((await coordinator.needs.matrix({ roundId: round.id })).total).toBe(0)
  })
})

describe('the form proposes', () => {
  test('who lacks what the post asks for, by a planned post only to who may open planning', async () => {
    const unitId = await aUnit('Xã gợi ý')
    const chair = await aPerson(unitId, 'Trần Văn Chủ', 'Chủ tịch UBND')
    const member = await aPerson(unitId, 'Trần Thị Ủy', 'Cấp ủy viên')
    const holder = await aPerson(unitId, 'Trần Văn Có', 'Bí thư Đảng ủy')
    const clerk = await aPerson(unitId, 'Trần Thị Viên', 'Công chức Văn phòng')
    await world.office.people.addEducation({ personId: chair, kind: 'politicalTheory', level: 'Trung cấp' })
    await world.office.people.addEducation({ personId: holder, kind: 'politicalTheory', level: 'Cao cấp' })
    await world.office.people.addPlanning({
      personId: clerk,
      term: '2025-2030',
      post: 'Chủ tịch UBND',
      decidedOn: '2024-03-01',
      reason,
    })
    const answerId = await answerOf((await aRound([unitId])).id, unitId)
    const proposed = async (who: Api) =>
      Object.fromEntries(
        (await who.needs.answer({ answerId })).suggestions.map((one) => [
          one.programmeName,
          one.people.map((person) => `${person.id} ${person.basis} ${person.result} ${person.post}`).sort(),
        ]),
      )
    expect(await proposed(await world.as('unitCoordinator', { unitId }))).toEqual({
      'Cao cấp lý luận chính trị': [`${chair} held unmet Chủ tịch UBND`],
      'Trung cấp lý luận chính trị': [`${member} held unknown Cấp ủy viên`],
    })
    expect(await proposed(await world.as('unitHead', { unitId }))).toEqual({
      'Cao cấp lý luận chính trị': [
        `${chair} held unmet Chủ tịch UBND`,
        `${clerk} planned unknown null`,
      ].sort(),
      'Trung cấp lý luận chính trị': [`${member} held unknown Cấp ủy viên`],
    })
  })

  test('who was named in an earlier year and still waits, and what was asked then', async () => {
    const unitId = await aUnit('Xã chờ')
    const waiting = await aPerson(unitId, 'Phạm Văn Chờ', 'Bí thư chi bộ')
    const last = await aRound([unitId], { year: 2026 })
    await confirmed(last.id, unitId, {
      programmeId: await programmeId('BD-BTCB'),
      modeCode: 'none',
      heads: 1,
      targetGroup: 'committeeMember',
      personIds: [waiting],
    })
    const answerId = await answerOf((await aRound([unitId])).id, unitId)
    const page = await (await world.as('unitCoordinator', { unitId })).needs.answer({ answerId })
    expect(page.suggestions.flatMap((one) => one.people)).toMatchObject([
      { id: waiting, basis: 'waiting', result: 'waiting', waitingSince: 2026 },
    ])
    expect(page.before).toMatchObject([{ programmeName: 'Bồi dưỡng bí thư chi bộ', heads: 1 }])
  })
})

describe('the sums', () => {
  test('by programme and unit, against the round before, with who is late', async () => {
    const [one, two, late] = [await aUnit('Xã một'), await aUnit('Xã hai'), await aUnit('Xã muộn')]
    const before = await aRound([one], { year: 2031 })
    await confirmed(before.id, one, { heads: 10 })
    const round = await aRound([one, two, late], { year: 2032, closesOn: '2026-11-10' })
    await confirmed(round.id, one, { heads: 4 })
    await aLine(await world.as('unitCoordinator', { unitId: two }), await answerOf(round.id, two), {
      heads: 5,
    })
    const tc = await programmeId('TC-LLCT')
    const all = await office.needs.matrix({ roundId: round.id })
    expect(all.programmes.find((row) => row.id === tc)).toMatchObject({ heads: 9, units: 2, before: 10 })
    expect(all.cells).toEqual(
      expect.arrayContaining([
        { unitId: one, programmeId: tc, heads: 4 },
        { unitId: two, programmeId: tc, heads: 5 },
      ]),
    )
    expect(await office.needs.matrix({ roundId: round.id, answers: 'confirmed' })).toMatchObject({ total: 4 })
    const states = async (state: 'late' | 'notOpened' | 'confirmed') =>
      (await office.needs.board({ roundId: round.id, state })).rows.map((row) => row.unitId)
    expect((await states('late')).sort()).toEqual([one, two, late].sort())
    expect(await states('confirmed')).toEqual([one])
    expect((await states('notOpened')).sort()).toEqual([late])
    const lines = await office.needs.needs({ roundId: round.id, unitId: two })
    expect(lines).toMatchObject({ total: 1, rows: [{ heads: 5, unitId: two }] })
  })

  test('name who is asked for twice: by two units, or for two programmes at once', async () => {
    const { unitId: above } = await world.office.units.make({
      name: `Sở trên ${next()}`,
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason,
    })
    const { unitId: below } = await world.office.units.make({
      name: 'Chi cục',
      kind: 'office',
      level: 'province',
      bloc: 'state',
      parentId: above,
      reason,
    })
    const both = await aPerson(below, 'Hồ Văn Đôi', 'Trưởng phòng')
    const twice = await aPerson(above, 'Hồ Thị Hai', 'Trưởng phòng')
    const round = await aRound([above, below])
    await confirmed(round.id, above, { heads: 2, personIds: [both, twice] })
    await confirmed(round.id, below, { heads: 1, personIds: [both] })
    const answerId = await answerOf(round.id, above)
    await office.needs.return({ answerId, reason, version: await versionOf(answerId) })
    await aLine(await world.as('unitHead', { unitId: above }), answerId, {
      programmeId: await programmeId('CC-LLCT'),
      heads: 1,
      personIds: [twice],
    })
    expect(
      (await office.needs.duplicates({ roundId: round.id }))
        .map((one) => `${one.personId} ${one.kind}`)
        .sort(),
    ).toEqual([`${both} units`, `${twice} programmes`].sort())
  })

  test('go on with the successor when a unit was merged; of a divided one somebody decides line by line', async () => {
    const [merged, also, parted] = [await aUnit('Xã nhập'), await aUnit('Xã nhập'), await aUnit('Xã chia')]
    const [first, second] = [await aUnit('Xã nhận'), await aUnit('Xã nhận')]
    const round = await aRound([merged, also, parted], { year: 2033 })
    await confirmed(round.id, merged, { heads: 2 })
    await confirmed(round.id, also, { heads: 3 })
    const { line } = await confirmed(round.id, parted, { heads: 7 })
    const { reorganisationId } = await office.units.enter({
      title: 'Sắp xếp sau khi đăng ký',
      ...document,
      effectiveOn: '2026-11-20',
      acts: [
        {
          act: 'absorb',
          from: [{ unit: { unitId: merged } }, { unit: { unitId: also } }],
          into: { unitId: first },
        },
        {
          act: 'split',
          from: { unitId: parted },
          into: [
            { to: { unitId: first }, extent: 'part', share: 0.4 },
            { to: { unitId: second }, extent: 'remainder' },
          ],
        },
      ],
    })
    await (await world.as('organisationCommittee')).units.confirm({ reorganisationId, version: 1 })
    const heads = async (by: 'asked' | 'today') =>
      Object.fromEntries(
        (await office.needs.matrix({ roundId: round.id, by })).units
          .filter((unit) => unit.heads > 0)
          .map((unit) => [unit.id, unit.heads]),
      )
    expect(await heads('asked')).toEqual({ [merged]: 2, [also]: 3, [parted]: 7 })
    expect(await heads('today')).toEqual({ [first]: 5, [parted]: 7 })
    expect(await office.needs.matrix({ roundId: round.id })).toMatchObject({ undecided: 1 })
    const [undecided] = await office.needs.divided({ roundId: round.id })
    expect(undecided?.choices.map((choice) => choice.id).sort()).toEqual([first, second].sort())
    await expect(office.needs.place({ needId: line.id, unitId: merged })).rejects.toMatchObject({
      code: 'needs.notASuccessor',
    })
    await office.needs.place({ needId: line.id, unitId: second })
    expect(await heads('today')).toEqual({ [first]: 5, [second]: 7 })
    const demands = await world.inside((db) => demandsOf(db, { year: 2033, on: '2026-11-24' }))
    expect(demands.map(({ unitId, heads }) => [unitId, heads]).sort()).toEqual(
      [
        [first, 2],
        [first, 3],
        [second, 7],
      ].sort(),
    )
  })

  test('speak to the planner only of what heads have confirmed', async () => {
    const unitId = await aUnit('Xã kế hoạch')
    const round = await aRound([unitId], { year: 2034 })
    const demands = () => world.inside((db) => demandsOf(db, { year: 2034 }))
    await aLine(await world.as('unitCoordinator', { unitId }), await answerOf(round.id, unitId))
    expect(await demands()).toEqual([])
    const head = await world.as('unitHead', { unitId })
    const answerId = await answerOf(round.id, unitId)
    await head.needs.submit({ answerId, version: await versionOf(answerId) })
    await head.needs.confirm({ answerId, version: await versionOf(answerId) })
    expect(await demands()).toMatchObject([
      { unitId, heads: 3, modeCode: 'partTime', targetGroup: 'committeeMember', priority: 2, months: [] },
    ])
  })
})
