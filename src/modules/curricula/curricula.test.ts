import { describe, expect, test } from 'vitest'
import { concluded } from '../../../tests/concluded.ts'
import { aWorld } from '../../../tests/world.ts'

const world = await aWorld()
const { office, rows } = world
const school = await world.as('trainingOffice')
const rector = await world.as('rectorate')
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
const officer = await world.as('unitCoordinator', { unitId: interior })
const stranger = await world.as('unitCoordinator', { unitId: finance })
const learner = await world.as('learner')
const lecturer = await world.as('lecturer')

let counter = 0
async function aProgramme() {
  counter += 1
  return (
    await office.programmes.make({
      code: `CT${counter}`,
      name: `Bồi dưỡng thử ${counter}`,
      groupCode: 'fostering',
      kind: 'fostering',
      modes: ['none'],
    })
  ).id
}

const h = (theory: number, practice = 0) => ({ theory, practice })
const decision = { documentNumber: '12-QĐ/TCT', documentOn: '2026-11-20', documentBy: 'Hiệu trưởng' }

/** A draft with a part, a module in it and two topics in that. */
async function aDraft() {
  const programmeId = await aProgramme()
  const { id: curriculumId } = await school.curricula.make({ programmeId, kind: 'school' })
  const add = school.curricula.addItem
  const part = await add({ curriculumId, kind: 'part', title: 'Kiến thức chung' })
  const module = await add({ curriculumId, kind: 'module', parentId: part.id, title: 'Học phần 1' })
  const first = await add({ curriculumId, kind: 'topic', parentId: module.id, title: 'Một', hours: h(4) })
  const second = await add({ curriculumId, kind: 'topic', parentId: module.id, title: 'Hai', hours: h(2, 2) })
  return { programmeId, curriculumId, part, module, first, second }
}
const titles = async (curriculumId: number) =>
  (await school.curricula.get({ curriculumId })).items.map((one) => `${one.number} ${one.title}`)

/** Submitted and approved, by two people. */
async function approved() {
  const draft = await aDraft()
  const { version } = await school.curricula.submit({ curriculumId: draft.curriculumId, version: 1 })
  await concluded(school, draft.curriculumId)
  await rector.curricula.approve({ curriculumId: draft.curriculumId, version, ...decision })
  return draft
}

describe('an outline', () => {
  test('is numbered and summed as on paper, and a topic may stand in a part', async () => {
    const { curriculumId, part } = await aDraft()
    await school.curricula.addItem({
      curriculumId,
      kind: 'topic',
      parentId: part.id,
      title: 'Đi thực tế',
      hours: { field: 8 },
    })
    const outline = await school.curricula.get({ curriculumId })
    expect(outline.items.map((one) => [one.number, one.title, one.total])).toEqual([
      ['I', 'Kiến thức chung', 16],
      ['1', 'Học phần 1', 8],
      ['1.1', 'Một', 4],
      ['1.2', 'Hai', 4],
      ['2', 'Đi thực tế', 8],
    ])
    expect(outline).toMatchObject({
      total: 16,
      practice: { part: 10, whole: 16 },
      sums: { theory: 6, field: 8 },
    })
  })

  test('refuses a module in a topic, a place in another version, and a field that nobody teaches', async () => {
    const [one, other] = [await aDraft(), await aDraft()]
    const add = { curriculumId: one.curriculumId, kind: 'module', title: 'Sai chỗ' } as const
    await expect(school.curricula.addItem({ ...add, parentId: one.first.id })).rejects.toMatchObject({
      code: 'curricula.wrongLevel',
    })
    await expect(school.curricula.addItem({ ...add, parentId: other.part.id })).rejects.toMatchObject({
      code: 'curricula.placeGone',
    })
    await expect(school.curricula.addItem({ ...add, fieldCode: 'KHÔNG' })).rejects.toMatchObject({
      fields: [{ path: 'fieldCode', code: 'curricula.unknownField' }],
    })
  })

  test('keeps a module until what stands in it has gone elsewhere', async () => {
    const { curriculumId, module, first, second, part } = await aDraft()
    const remove = () => school.curricula.removeItem({ curriculumId, itemId: module.id, version: 1 })
    await expect(remove()).rejects.toMatchObject({ code: 'curricula.notEmpty', params: { items: 2 } })
    for (const { id } of [first, second])
      await school.curricula.moveItem({ curriculumId, itemId: id, to: 'under', parentId: part.id })
    await remove()
    expect(await titles(curriculumId)).toEqual(['I Kiến thức chung', '1 Một', '2 Hai'])
  })
})

describe('two people at one outline', () => {
  test('change different topics at the same time, and both changes stay', async () => {
    const { curriculumId, first, second } = await aDraft()
    await Promise.all([
      school.curricula.editItem({ curriculumId, itemId: first.id, title: 'Một, sửa', version: 1 }),
      rectorless().editItem({ curriculumId, itemId: second.id, title: 'Hai, sửa', version: 1 }),
    ])
    expect(await titles(curriculumId)).toEqual([
      'I Kiến thức chung',
      '1 Học phần 1',
      '1.1 Một, sửa',
      '1.2 Hai, sửa',
    ])
  })

  test('change the same topic: the later one is told, and gets the other text', async () => {
    const { curriculumId, first } = await aDraft()
    await school.curricula.editItem({ curriculumId, itemId: first.id, title: 'Bản của tôi', version: 1 })
    await expect(
      school.curricula.editItem({ curriculumId, itemId: first.id, title: 'Bản của họ', version: 1 }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'curricula.staleItem',
      params: { current: { title: 'Bản của tôi', version: 2 } },
    })
  })

  test('add, move and remove at once, and nothing is lost or doubled', async () => {
    const { curriculumId, part, module, first, second } = await aDraft()
    const other = await school.curricula.addItem({
      curriculumId,
      kind: 'module',
      parentId: part.id,
      title: 'Học phần 2',
    })
    const added = Array.from({ length: 6 }, (_, i) => `Thêm ${i}`)
    await Promise.all([
      ...added.map((title, i) =>
        school.curricula.addItem({
          curriculumId,
          kind: 'topic',
          parentId: i % 2 ? module.id : other.id,
          title,
        }),
      ),
      school.curricula.moveItem({ curriculumId, itemId: first.id, to: 'under', parentId: other.id }),
      school.curricula.moveItem({ curriculumId, itemId: second.id, to: 'up' }),
      school.curricula.moveItem({ curriculumId, itemId: other.id, to: 'up' }),
    ])
    const { items } = await school.curricula.get({ curriculumId })
    expect(items.map((one) => one.title).toSorted()).toEqual(
      ['Kiến thức chung', 'Học phần 1', 'Học phần 2', 'Một', 'Hai', ...added].toSorted(),
    )
    for (const parent of [part.id, module.id, other.id]) {
      const places = items.filter((one) => one.parentId === parent).map((one) => one.position)
      expect(places).toEqual(places.map((_, i) => i + 1))
    }
  })
})

/** A second person of the school. */
const second = await world.as('trainingOffice')
const rectorless = () => second.curricula

describe('who sees and writes what', () => {
  test('a draft exists for the school and the invited unit, nobody else', async () => {
    const { curriculumId, programmeId, first } = await aDraft()
    await rows(
      `insert into curriculum_collaborator (curriculum_id, unit_id, may_edit) values ($1, $2, true)`,
      [curriculumId, interior],
    )
    for (const reader of [school, rector, lecturer, officer])
      expect((await reader.curricula.get({ curriculumId })).items).toHaveLength(4)
    for (const reader of [stranger, learner]) {
      await expect(reader.curricula.get({ curriculumId })).rejects.toMatchObject({ status: 404 })
      expect(await reader.curricula.list({ programmeId })).toEqual([])
    }
    await officer.curricula.editItem({ curriculumId, itemId: first.id, title: 'Sở sửa', version: 1 })
    await expect(
      stranger.curricula.editItem({ curriculumId, itemId: first.id, title: 'Lạ sửa', version: 2 }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(officer.curricula.submit({ curriculumId, version: 1 })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('an approved version is read by everybody', async () => {
    const { curriculumId, programmeId } = await approved()
    for (const reader of [stranger, learner, lecturer]) {
      expect((await reader.curricula.get({ curriculumId })).items).toHaveLength(4)
      expect(await reader.curricula.list({ programmeId })).toHaveLength(1)
    }
  })
})

describe('submitted and approved', () => {
  test('who submits does not approve; approved is frozen for everybody, direct SQL included', async () => {
    const { curriculumId, first, programmeId } = await aDraft()
    const { version } = await office.curricula.submit({ curriculumId, version: 1 })
    const edit = { curriculumId, itemId: first.id, title: 'Lén sửa', version: 1 }
    await expect(school.curricula.editItem(edit)).rejects.toMatchObject({ code: 'curricula.submittedClosed' })
    await expect(office.curricula.approve({ curriculumId, version, ...decision })).rejects.toMatchObject({
      code: 'curricula.secondPerson',
    })
    await expect(rector.curricula.approve({ curriculumId, version, ...decision })).rejects.toMatchObject({
      code: 'curricula.notConcluded',
    })
    await concluded(school, curriculumId)
    const done = await rector.curricula.approve({ curriculumId, version, ...decision })
    expect(done).toMatchObject({ state: 'approved', fromOn: '2026-11-20' })
    await expect(school.curricula.editItem(edit)).rejects.toMatchObject({ code: 'curricula.frozen' })
    for (const statement of [
      `update curriculum_item set title = 'Lén' where curriculum_id = ${curriculumId}`,
      `delete from curriculum_item where id = ${first.id}`,
      `insert into curriculum_item (curriculum_id, kind, position, title) values (${curriculumId}, 'part', 9, 'Lén')`,
      `update curriculum set title = 'Lén' where id = ${curriculumId}`,
      `update curriculum set state = 'draft' where id = ${curriculumId}`,
    ]) {
      await expect(rows(statement), statement).rejects.toMatchObject({ constraint: 'curriculum_frozen' })
      await expect(
        world.inside((db) => db.executeQuery({ sql: statement, parameters: [], query: {} } as never)),
        statement,
      ).rejects.toMatchObject({ constraint: 'curriculum_frozen' })
    }
    const next = await school.curricula.make({ programmeId, kind: 'school', startsFromId: curriculumId })
    expect(next).toMatchObject({ number: 2, state: 'draft', startsFromId: curriculumId, topics: 2 })
    const [before, after] = [
      await school.curricula.get({ curriculumId }),
      await school.curricula.get({ curriculumId: next.id }),
    ]
    expect(after.items.map((one) => one.lineageId)).toEqual(before.items.map((one) => one.lineageId))
  })

  test('returned with a reason it can be written again', async () => {
    const { curriculumId, first } = await aDraft()
    const { version } = await school.curricula.submit({ curriculumId, version: 1 })
    const back = await rector.curricula.return({ curriculumId, version, reason: 'Thiếu phần thực hành' })
    expect(back).toMatchObject({ state: 'returned', returnReason: 'Thiếu phần thực hành' })
    await school.curricula.editItem({ curriculumId, itemId: first.id, title: 'Đã bổ sung', version: 1 })
    await school.curricula.submit({ curriculumId, version: back.version })
  })

  test('an empty draft is not submitted', async () => {
    const { id: curriculumId } = await school.curricula.make({
      programmeId: await aProgramme(),
      kind: 'school',
    })
    await expect(school.curricula.submit({ curriculumId, version: 1 })).rejects.toMatchObject({
      code: 'curricula.empty',
    })
  })
})

describe('a class and its version', () => {
  const aClass = (programmeId: number, more: object) =>
    school.classes.open({
      code: `L${Math.random()}`,
      name: 'Lớp thử',
      programmeId,
      opensOn: '2027-01-05',
      basis: 'plan',
      ...more,
    } as never)

  test('takes an approved version of its own programme that is in use when it opens', async () => {
    const { curriculumId, programmeId } = await approved()
    const { id: draftId } = await school.curricula.make({ programmeId, kind: 'school' })
    const other = await approved()
    for (const wrong of [draftId, other.curriculumId])
      await expect(aClass(programmeId, { curriculumId: wrong })).rejects.toMatchObject({
        fields: [{ path: 'curriculumId', code: 'classes.curriculumFits' }],
      })
    await expect(aClass(programmeId, { curriculumId, opensOn: '2026-01-05' })).rejects.toMatchObject({
      fields: [{ path: 'curriculumId', code: 'classes.curriculumFits' }],
    })
    const made = await aClass(programmeId, { curriculumId })
    expect(await learner.classes.get({ classId: made.id })).toMatchObject({ curriculumId })
    await expect(
      rows(`update training_class set curriculum_id = ${draftId} where id = ${made.id}`),
    ).rejects.toMatchObject({
      constraint: 'class_curriculum_fits',
    })
  })

  test('keeps it once it has opened, even when the version goes out of use', async () => {
    const { curriculumId, programmeId } = await approved()
    const made = await aClass(programmeId, { curriculumId })
    await rows(`update training_class set opens_on = '2020-01-05' where id = ${made.id}`)
    const next = await school.curricula.make({ programmeId, kind: 'school', startsFromId: curriculumId })
    const { version } = await school.curricula.submit({ curriculumId: next.id, version: 1 })
    await concluded(school, next.id)
    await rector.curricula.approve({ curriculumId: next.id, version, ...decision })
    await school.curricula.retire({
      curriculumId,
      version: 3,
      untilOn: '2026-12-01',
      reason: 'Đã có phiên bản mới',
    })
    for (const value of [next.id, 'null'])
      await expect(
        rows(`update training_class set curriculum_id = ${value} where id = ${made.id}`),
      ).rejects.toMatchObject({ constraint: 'class_curriculum_kept' })
    expect(await school.classes.get({ classId: made.id })).toMatchObject({ curriculumId })
    expect(await school.curricula.inForce({ programmeId, on: '2027-01-05' })).toMatchObject([{ id: next.id }])
  })
})
