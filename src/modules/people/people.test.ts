import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

let world: World
let [here, there]: number[] = []

const aUnit = async (one: World, name: string) => {
  const made = await one.office.units.make({
    name,
    kind: 'department',
    level: 'province',
    bloc: 'state',
    reason: 'Lập sổ đơn vị',
  })
  return made.unitId
}

beforeAll(async () => {
  world = await aWorld()
  here = await aUnit(world, 'Sở Nội vụ')
  there = await aUnit(world, 'Sở Y tế')
})

type Person = Parameters<World['office']['people']['make']>[0]
const aPerson = (fullName: string, more: Partial<Person> = {}, one = world) =>
  one.office.people.make({ fullName, unitId: here as number, title: 'Chuyên viên', ...more } as Person)

test('a person is listed by given name, then family name, then middle names', async () => {
  const unitId = await aUnit(world, 'Ban xếp tên')
  for (const name of [
    'Trần Văn Ánh',
    'Nguyễn Thị Bình',
    'Lê An',
    'Đỗ Thị An',
    'Nguyễn Văn An',
    'Nguyễn Bá An',
    'Võ Ân',
  ])
    await aPerson(name, { unitId })
  const { rows, total } = await world.office.people.list({ unitId })
  expect(rows.map((row) => row.fullName)).toEqual([
    'Đỗ Thị An',
    'Lê An',
    'Nguyễn Bá An',
    'Nguyễn Văn An',
    'Trần Văn Ánh',
    'Võ Ân',
    'Nguyễn Thị Bình',
  ])
  expect(total).toBe(7)
})

test('search needs no diacritics, takes text of any input method, and finds codes', async () => {
  await aPerson('Huỳnh Thị Thuý Quỳnh', { code: 'cb-77001', cadreNumber: 'sh77' })
  for (const q of [
    'thuy quynh',
    'Thúy Quỳnh',
    'THUÝ',
    'Thúy Quỳnh'.normalize('NFD'),
    ' huỳnh  thị ',
    'CB-77001',
    'cb-77',
    'SH77',
  ]) {
    expect(
      (await world.office.people.list({ q })).rows.map((row) => row.fullName),
      q,
    ).toEqual(['Huỳnh Thị Thuý Quỳnh'])
  }
  expect((await world.office.people.list({ q: '%' })).total).toBe(0)
  expect((await world.office.people.list({ q: 'thuy_quynh%' })).total).toBe(1)
})

test('a name typed in decomposed letters or with stray blanks is kept as everybody else types it', async () => {
  const made = await aPerson(' Phạm  Ngọc Hằng '.normalize('NFD'))
  expect(made.fullName).toBe('Phạm Ngọc Hằng'.normalize('NFC'))
})

test('a birth is kept as exactly as it is known, and never guessed', async () => {
  const born = async (text: string) => {
    const made = await aPerson('Người Có Tuổi', { born: text })
    return [made.birthPrecision, made.bornOn, made.bornYear]
  }
  expect(await born('19/5/1974')).toEqual(['day', '1974-05-19', 1974])
  expect(await born('05/1974')).toEqual(['month', null, 1974])
  expect(await born('1974')).toEqual(['year', null, 1974])
  expect(await born('')).toEqual(['unknown', null, null])
  for (const text of ['05/19/1974', '31/02/1974', '19/5/74', '2031', 'khoảng 1974']) {
    await expect(born(text), text).rejects.toMatchObject({
      status: 422,
      answer: { fields: [{ path: 'born', code: 'people.birthUnread' }] },
    })
  }
})

test('whoever edits what somebody else has just changed is told so', async () => {
  const made = await aPerson('Lê Văn Sửa')
  const edited = await world.office.people.edit({
    personId: made.id,
    version: made.version,
    fullName: 'Lê Văn Sữa',
    sex: 'male',
  })
  expect(edited).toMatchObject({ fullName: 'Lê Văn Sữa', sex: 'male', version: made.version + 1 })
  await expect(
    world.office.people.edit({ personId: made.id, version: made.version, fullName: 'Lê Văn Xưa' }),
  ).rejects.toMatchObject({
    code: 'people.stale',
  })
})

test('the same code cannot have two files', async () => {
  await aPerson('Một', { code: 'CB1' })
  await expect(aPerson('Hai', { code: 'cb1' })).rejects.toMatchObject({ code: 'people.codeTaken' })
})

test('a new main post ends the one before, and the person belongs to the new unit', async () => {
  const made = await aPerson('Người Đi Chuyển', { fromOn: '2020-01-01' })
  const moved = await world.office.people.addPost({
    personId: made.id,
    unitId: there as number,
    title: 'Trưởng phòng',
    rank: 2,
    fromOn: '2026-03-01',
    cause: 'transfer',
  })
  expect(moved).toMatchObject({ unit: { name: 'Sở Y tế' }, title: 'Trưởng phòng' })
  expect(moved.posts).toMatchObject([
    { unit: { name: 'Sở Y tế' }, fromOn: '2026-03-01', untilOn: null, cause: 'transfer' },
    { unit: { name: 'Sở Nội vụ' }, untilOn: '2026-03-01', endCause: 'next' },
  ])
  await expect(
    world.office.people.addPost({
      personId: made.id,
      unitId: here as number,
      title: 'X',
      fromOn: '2025-01-01',
      cause: 'transfer',
    }),
  ).rejects.toMatchObject({ code: 'people.postsOverlap' })
})

test('a transfer that is still to come leaves the person where they are', async () => {
  const made = await aPerson('Người Sắp Chuyển')
  const moved = await world.office.people.addPost({
    personId: made.id,
    unitId: there as number,
    title: 'Phó Giám đốc',
    fromOn: '2027-01-01',
    cause: 'appointment',
  })
  expect(moved.unit?.name).toBe('Sở Nội vụ')
})

test('nobody can be put at a unit that does not exist on that day', async () => {
  await expect(aPerson('Không Đơn Vị', { unitId: 999_999 })).rejects.toMatchObject({
    status: 422,
    answer: { fields: [{ path: 'unitId' }] },
  })
})

test('a unit sees its own people, a learner only the own file, and what is foreign does not exist', async () => {
  const own = await aPerson('Của Sở Nội Vụ')
  const foreign = await aPerson('Của Sở Y Tế', { unitId: there as number })
  for (const role of ['unitHead', 'unitCoordinator'] as const) {
    const people = (await world.as(role, { unitId: here as number })).people
    expect((await people.list({ q: 'cua so' })).rows.map((row) => row.id)).toEqual([own.id])
    expect(await people.get({ personId: own.id })).toMatchObject({ fullName: 'Của Sở Nội Vụ' })
    await expect(people.get({ personId: foreign.id })).rejects.toMatchObject({ status: 404 })
    await expect(people.history({ personId: foreign.id })).rejects.toMatchObject({ status: 404 })
    await expect(people.edit({ personId: own.id, version: 1 })).rejects.toMatchObject({ status: 403 })
  }
  const learner = (await world.as('learner', { personId: own.id })).people
  expect((await learner.list({})).rows.map((row) => row.id)).toEqual([own.id])
  expect(await learner.mine()).toMatchObject({ id: own.id, masked: [] })
  await expect(learner.get({ personId: foreign.id })).rejects.toMatchObject({ status: 404 })
  await expect(learner.unmask({ personId: own.id, reason: 'Tôi muốn xem' })).rejects.toMatchObject({
    status: 403,
  })
  const lecturer = (await world.as('lecturer')).people
  await expect(lecturer.list({})).rejects.toMatchObject({ status: 403 })
  await expect(lecturer.mine()).rejects.toMatchObject({ code: 'people.noFileOfYours' })
})

test('with the first wall down the database shows nothing foreign', async () => {
  const open = await aWorld({ firstWall: false })
  const [mine, theirs] = [await aUnit(open, 'Đơn vị một'), await aUnit(open, 'Đơn vị hai')]
  const own = await aPerson('Người Nhà', { unitId: mine }, open)
  const foreign = await aPerson('Người Ngoài', { unitId: theirs }, open)
  await open.office.people.setPrivate({
    personId: foreign.id,
    partyAdmittedOn: '2010-02-03',
    reason: 'Nhập hồ sơ',
  })
  const { people } = await open.as('unitHead', { unitId: mine })
  expect((await people.list({})).rows.map((row) => row.id)).toEqual([own.id])
  expect((await people.list({ q: 'nguoi' })).total).toBe(1)
  expect((await people.list({ unitId: theirs })).total).toBe(0)
  await expect(people.get({ personId: foreign.id })).rejects.toMatchObject({ status: 404 })
  await expect(people.history({ personId: foreign.id })).rejects.toMatchObject({ status: 404 })
  await expect(people.unmask({ personId: foreign.id, reason: 'Thử xem người ngoài' })).rejects.toMatchObject({
    status: 404,
  })
  const sheet = await readSheets(new Uint8Array(await (await people.xlsx({})).arrayBuffer()))
  expect(JSON.stringify(sheet)).not.toContain('Người Ngoài')
  const learner = (await open.as('learner', { personId: own.id })).people
  expect((await learner.list({})).rows.map((row) => row.id)).toEqual([own.id])
})
