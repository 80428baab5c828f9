import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readConfig } from '../../server/config.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import { peopleCounts, settleEveryNight } from './index.ts'
import { printBirth } from './rules.ts'

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

test('a birth known only to the month or the year stands in the list as it is known', async () => {
  const unitId = await aUnit(world, 'Ban tuổi tác')
  await aPerson('Cao Biết Ngày', { unitId, born: '19/05/1974' })
  await aPerson('Cao Biết Tháng', { unitId, born: '3/1980' })
  await aPerson('Cao Biết Năm', { unitId, born: '1980' })
  await aPerson('Cao Chưa Biết', { unitId })
  const { rows } = await world.office.people.list({ unitId, sort: 'born' })
  expect(rows.map((row) => [row.fullName, printBirth(row)])).toEqual([
    ['Cao Biết Ngày', '19/05/1974'],
    ['Cao Biết Năm', '1980'],
    ['Cao Biết Tháng', '03/1980'],
    ['Cao Chưa Biết', ''],
  ])
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

test('the history tells who changed what, of the file and of all that hangs on it', async () => {
  const officer = await world.as('trainingOffice')
  const made = await officer.people.make({
    fullName: 'Lịch Sử',
    unitId: here as number,
    title: 'Chuyên viên',
    cause: 'start',
  })
  await officer.people.edit({ personId: made.id, version: 1, born: '1980' })
  await officer.people.addEducation({ personId: made.id, kind: 'politicalTheory', level: 'Trung cấp' })
  const coordinator = await world.as('unitCoordinator', { unitId: here as number })
  const { rows, total, units } = await coordinator.people.history({ personId: made.id })
  expect(units).toEqual([{ id: here, name: 'Sở Nội vụ' }])
  expect(total).toBe(4)
  expect(rows.map((line) => [line.tableName, line.action, line.procedure, line.accountName])).toEqual([
    ['person_education', 'insert', 'people.addEducation', 'Đồng chí trainingOffice'],
    ['person', 'update', 'people.edit', 'Đồng chí trainingOffice'],
    ['person_post', 'insert', 'people.make', 'Đồng chí trainingOffice'],
    ['person', 'insert', 'people.make', 'Đồng chí trainingOffice'],
  ])
  expect(rows[1]).toMatchObject({
    before: { born_year: null, version: 1 },
    after: { born_year: 1980, birth_precision: 'year', version: 2 },
  })
})

test('files that may be one person are listed with the reasons, surest first, until somebody decides', async () => {
  const other = await aWorld()
  const unitId = await aUnit(other, 'Sở Nội vụ')
  const make = (fullName: string, born: string, cadreNumber = '') =>
    aPerson(fullName, { unitId, born, cadreNumber }, other)
  const [a, b] = [
    await make('Nguyễn Thị Thuý', '19/05/1974', 'SH1'),
    await make('NGUYỄN THỊ THÚY', '19/05/1974', 'SH1'),
  ]
  const [c, d] = [await make('Trần Văn Hòa', '01/02/1980'), await make('Trần Văn Hoà', '1980')]
  const [e, f] = [await make('Phạm Thị Mỹ Loan', '03/03/1985'), await make('Phạm Thị Loan', '03/03/1985')]
  await make('Lê Văn Khác', '01/01/1970')
  await make('Lê Văn Khác', '02/01/1970')
  const { rows, total } = await other.office.people.duplicates({})
  expect(total).toBe(3)
  expect(rows.map((row) => [row.first.id, row.second.id])).toEqual([
    [a.id, b.id],
    [c.id, d.id],
    [e.id, f.id],
  ])
  expect(rows.map((row) => row.reasons)).toMatchObject([
    ['sameCadreNumber', 'sameName', 'sameBirthDay', 'sameUnit'],
    ['sameName', 'sameBirthYear', 'sameUnit'],
    ['similarName', 'sameBirthDay', 'sameUnit'],
  ])
  await other.office.people.tellApart({ firstId: d.id, secondId: c.id, reason: 'Đã gặp cả hai người' })
  expect((await other.office.people.duplicates({})).total).toBe(2)
})

test('a reorganisation leads people on: whole units at once, divided ones as a proposal, and everybody stays placed', async () => {
  const other = await aWorld()
  const [office, second] = [await other.as('trainingOffice'), await other.as('organisationCommittee')]
  const commune = async (name: string) =>
    (
      await other.office.units.make({
        name,
        kind: 'commune',
        level: 'commune',
        bloc: 'state',
        reason: 'Lập sổ đơn vị',
      })
    ).unitId
  const [whole, divided] = [await commune('Toàn Bộ'), await commune('Chia Đôi')]
  const inWhole = await aPerson('Người Theo Cả', { unitId: whole, title: 'Chủ tịch', rank: 2 }, other)
  const inDivided = await aPerson('Người Bị Chia', { unitId: divided }, other)
  const place = { kind: 'commune', level: 'commune', bloc: 'state' } as const
  const { reorganisationId } = await office.units.enter({
    title: 'Sắp xếp đơn vị hành chính',
    documentNumber: '1/NQ',
    documentOn: '2026-06-16',
    documentIssuer: 'Quốc hội',
    effectiveOn: '2026-07-01',
    acts: [
      {
        act: 'merge',
        from: [
          { unit: { unitId: whole }, extent: 'whole' },
          { unit: { unitId: divided }, extent: 'part' },
        ],
        into: { ...place, key: 'a', name: 'Mới Một' },
      },
      {
        act: 'merge',
        from: [{ unit: { unitId: divided }, extent: 'remainder' }],
        into: { ...place, key: 'b', name: 'Mới Hai' },
      },
    ],
  })
  await expect(office.people.placeAfterReorganisation({ reorganisationId })).rejects.toMatchObject({
    status: 404,
  })
  await second.units.confirm({ reorganisationId, version: 1 })
  expect((await office.people.placements({})).unplaced.map((one) => [one.unit.name, one.count])).toEqual([
    ['Xã Toàn Bộ', 1],
    ['Xã Chia Đôi', 1],
  ])
  expect(await office.people.placeAfterReorganisation({ reorganisationId })).toEqual({
    moved: 2,
    proposed: 1,
  })
  expect(await office.people.placeAfterReorganisation({ reorganisationId })).toEqual({
    moved: 0,
    proposed: 0,
  })
  expect(await office.people.get({ personId: inWhole.id })).toMatchObject({
    unit: { name: 'Xã Mới Một' },
    title: 'Chủ tịch',
    rank: 2,
    placement: 'decided',
    posts: [
      { fromOn: '2026-07-01', cause: 'reorganisation' },
      { untilOn: '2026-07-01', endCause: 'reorganisation' },
    ],
  })
  expect(await office.people.get({ personId: inDivided.id })).toMatchObject({
    unit: { name: 'Xã Mới Hai' },
    placement: 'proposed',
  })
  expect((await office.people.placements({})).unplaced).toEqual([])
})

test('the number of a unit’s people follows every move', async () => {
  const unitId = await aUnit(world, 'Ban đếm người')
  const count = () =>
    world.inside((db) => peopleCounts(db, [unitId])).then((counts) => counts.get(unitId) ?? 0)
  const made = await aPerson('Người Được Đếm', { unitId })
  await aPerson('Người Được Đếm Nữa', { unitId })
  expect(await count()).toBe(2)
  await world.office.people.addPost({
    personId: made.id,
    unitId: there as number,
    title: 'Khác',
    fromOn: '2026-11-01',
    cause: 'transfer',
  })
  expect(await count()).toBe(1)
  expect((await world.office.people.list({ unitId })).total).toBe(1)
})

test('a post that was entered beforehand begins in the night of its day', async () => {
  const other = await aWorld()
  const [old, next] = [await aUnit(other, 'Nơi cũ'), await aUnit(other, 'Nơi mới')]
  const made = await aPerson('Người Sắp Đi', { unitId: old }, other)
  await other.office.people.addPost({
    personId: made.id,
    unitId: next,
    title: 'Trưởng phòng',
    rank: 2,
    fromOn: '2026-11-25',
    cause: 'appointment',
  })
  const night = async (day: string) => {
    const clock = { now: () => new Date(`${day}T00:03:00.000+07:00`) }
    await settleEveryNight({ pool: other.pool, config: readConfig({}), clock }).run({})
    return (await other.as('unitCoordinator', { unitId: next })).people.list({})
  }
  expect((await night('2026-11-24')).total).toBe(0)
  expect((await night('2026-11-25')).rows).toMatchObject([
    { id: made.id, title: 'Trưởng phòng', rank: 2, unit: { name: 'Nơi mới' } },
  ])
})

test('one cadre number at two names, births and sexes is a weak suspicion, and says why', async () => {
  const other = await aWorld()
  const unitId = await aUnit(other, 'Sở Y tế')
  await aPerson('Dương Kim Bích', { unitId, born: '08/04/1975', cadreNumber: 'SH7', sex: 'female' }, other)
  await aPerson('Trần Văn Long', { unitId, born: '01/04/1984', cadreNumber: 'SH7', sex: 'male' }, other)
  await aPerson('Đỗ Văn Quân', { unitId, born: '06/03/1989', sex: 'male' }, other)
  await aPerson('Đỗ Văn An', { unitId, born: '06/03/1989', sex: 'male' }, other)
  const { rows, total } = await other.office.people.duplicates({})
  expect(total).toBe(1)
  expect(rows[0]?.reasons).toEqual([
    'sameCadreNumber',
    'differentName',
    'differentBirth',
    'differentSex',
    'sameUnit',
  ])
  expect(rows[0]?.score).toBeLessThan(20)
})
