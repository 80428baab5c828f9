import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { actorOfAccount } from '../access/index.ts'
import type { Act } from './rules/reorganisation.ts'

let world: World
let office: World['office']
let second: World['office']
beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  second = await world.as('organisationCommittee')
})

const on = '2025-07-01'
const dayBefore = '2025-06-30'
const document = {
  title: 'Sắp xếp đơn vị hành chính cấp xã',
  documentNumber: '1682/NQ-UBTVQH15',
  documentOn: '2025-06-16',
  documentIssuer: 'Ủy ban Thường vụ Quốc hội',
  effectiveOn: on,
}
const place = { level: 'commune', bloc: 'state', kind: 'commune' } as const
const reason = 'Lập sổ đơn vị'

const aCommune = (name: string, parentId?: number) =>
  world.office.units
    .make({ ...place, name, reason, ...(parentId ? { parentId } : {}) })
    .then((made) => made.unitId)
const aDistrict = (name: string) =>
  world.office.units
    .make({ kind: 'district', level: 'district', bloc: 'state', name, reason })
    .then((made) => made.unitId)
const made = (key: string, name: string, parent?: number) => ({
  ...place,
  key,
  name,
  ...(parent ? { parent: { unitId: parent } } : {}),
})
const whole = (unitId: number) => ({ unit: { unitId }, extent: 'whole' as const })

const entered = (acts: Act[], effectiveOn = on) =>
  office.units.enter({ ...document, effectiveOn, acts }).then((answer) => answer.reorganisationId)
const faultsOf = async (acts: Act[]) => {
  const { faults } = await office.units.preview({ reorganisationId: await entered(acts) })
  return faults.map((fault) => fault.code)
}
async function applied(acts: Act[], effectiveOn = on): Promise<number> {
  const reorganisationId = await entered(acts, effectiveOn)
  await second.units.confirm({ reorganisationId, version: 1 })
  return reorganisationId
}
const idOf = async (q: string, day = on) =>
  (await office.units.list({ q, on: day })).rows.find((row) => row.name === q)?.id ?? 0

test('whoever entered a reorganisation cannot confirm it; a second person can, once', async () => {
  const [a, b] = [await aCommune('Một Hai'), await aCommune('Hai Một')]
  const acts: Act[] = [{ act: 'merge', from: [whole(a), whole(b)], into: made('moi', 'Song Hợp') }]
  const reorganisationId = await entered(acts)
  await expect(office.units.confirm({ reorganisationId, version: 1 })).rejects.toMatchObject({
    code: 'units.secondPerson',
  })
  await expect(
    world.rows(
      `update reorganisation set state = 'confirmed', confirmed_by = entered_by, confirmed_at = now() where id = $1`,
      [reorganisationId],
    ),
  ).rejects.toThrow(/reorganisation_second_person/)
  expect((await office.units.reorganisation({ reorganisationId })).can).toEqual(['change', 'withdraw'])
  expect((await second.units.reorganisation({ reorganisationId })).can).toEqual([
    'change',
    'withdraw',
    'confirm',
  ])
  expect(await second.units.confirm({ reorganisationId, version: 1 })).toMatchObject({
    state: 'confirmed',
    can: [],
  })
  await expect(second.units.confirm({ reorganisationId, version: 2 })).rejects.toMatchObject({
    code: 'units.notDraft',
  })
})

test('who changes a draft has entered it, and the other one confirms what he has not seen before', async () => {
  const a = await aCommune('Đổi Tay')
  const reorganisationId = await entered([{ act: 'rename', unit: { unitId: a }, name: 'Đổi Tên' }])
  const acts: Act[] = [{ act: 'rename', unit: { unitId: a }, name: 'Đổi Tên Khác' }]
  await second.units.change({ ...document, reorganisationId, version: 1, acts })
  await expect(second.units.confirm({ reorganisationId, version: 2 })).rejects.toMatchObject({
    code: 'units.secondPerson',
  })
  await expect(office.units.confirm({ reorganisationId, version: 1 })).rejects.toMatchObject({
    code: 'units.draftStale',
  })
})

test('a merger: the old end the day before, the new begins on the day, and the old tree stays as it was', async () => {
  const district = await aDistrict('Hợp Nhất')
  const [a, b] = [await aCommune('Hợp Đông', district), await aCommune('Hợp Tây', district)]
  await applied([
    { act: 'merge', clause: 'Khoản 1', from: [whole(a), whole(b)], into: made('moi', 'Hợp Nhất', district) },
  ])
  const names = async (day: string) =>
    (await office.units.tree({ parentId: district, on: day })).nodes.map((node) => node.fullName)
  expect(await names(dayBefore)).toEqual(['Xã Hợp Đông', 'Xã Hợp Tây'])
  expect(await names(on)).toEqual(['Xã Hợp Nhất'])
  const page = await office.units.get({ unitId: a, on })
  expect(page).toMatchObject({
    state: 'closed',
    fullName: 'Xã Hợp Đông',
    became: { fullName: 'Xã Hợp Nhất' },
    successors: [
      {
        fullName: 'Xã Hợp Nhất',
        kind: 'merge',
        extent: 'whole',
        change: { documentNumber: '1682/NQ-UBTVQH15' },
      },
    ],
  })
})

test('a unit that absorbs another keeps its id, and what lay under the other follows', async () => {
  const [survivor, absorbed] = [await aDistrict('Thu Nhận'), await aDistrict('Được Nhận')]
  const child = await aCommune('Con Theo', absorbed)
  const reorganisationId = await entered([
    { act: 'absorb', from: [{ unit: { unitId: absorbed } }], into: { unitId: survivor } },
  ])
  const preview = await office.units.preview({ reorganisationId })
  expect(preview.counts).toMatchObject({ closed: 1, moved: 1, opened: 0 })
  await second.units.confirm({ reorganisationId, version: 1 })
  expect((await office.units.tree({ parentId: survivor, on })).nodes.map((node) => node.id)).toEqual([child])
  expect(
    (await office.units.tree({ parentId: absorbed, on: dayBefore })).nodes.map((node) => node.id),
  ).toEqual([child])
  expect(await office.units.get({ unitId: absorbed, on })).toMatchObject({
    became: { id: survivor },
    successors: [{ kind: 'absorb' }],
  })
})

test('a division into a new unit and one that exists, with its remainder', async () => {
  const [divided, other] = [await aCommune('Bị Chia'), await aCommune('Nhận Phần Còn Lại')]
  await applied([
    {
      act: 'split',
      from: { unitId: divided },
      into: [
        { to: { made: made('moi', 'Từ Phần Chia') }, extent: 'part', share: 0.4 },
        { to: { unitId: other }, extent: 'remainder' },
      ],
    },
  ])
  expect(await office.units.get({ unitId: divided, on })).toMatchObject({
    state: 'closed',
    became: null,
    successors: [
      { fullName: 'Xã Từ Phần Chia', extent: 'part', estimatedShare: 0.4 },
      { fullName: 'Xã Nhận Phần Còn Lại', extent: 'remainder' },
    ],
  })
})

test('a part that moves leaves both units alive', async () => {
  const [from, to] = [await aCommune('Cho Một Phần'), await aCommune('Nhận Một Phần')]
  await applied([{ act: 'partMoved', from: { unitId: from }, to: { unitId: to } }])
  expect(await office.units.get({ unitId: from, on })).toMatchObject({
    state: 'existing',
    successors: [{ kind: 'part_moved', extent: 'part' }],
  })
})

test('a unit is renamed into another kind, moved and dissolved within one act', async () => {
  const [district, other] = [await aDistrict('Cũ Hơn'), await aDistrict('Mới Hơn')]
  const [town, lower] = [await aCommune('Lên Phường', district), await aCommune('Sẽ Hết', district)]
  await applied([
    { act: 'rename', unit: { unitId: town }, name: 'Lên Phường', kind: 'ward' },
    { act: 'move', unit: { unitId: town }, parent: { unitId: other } },
    { act: 'dissolve', unit: { unitId: lower } },
    { act: 'dissolve', unit: { unitId: district } },
  ])
  expect((await office.units.tree({ parentId: other, on })).nodes).toMatchObject([
    { id: town, fullName: 'Phường Lên Phường' },
  ])
  expect(await office.units.get({ unitId: district, on })).toMatchObject({ state: 'closed', successors: [] })
})

test('what cannot be is found before anybody confirms', async () => {
  const [a, b, c] = [await aCommune('Lỗi A'), await aCommune('Lỗi B'), await aCommune('Lỗi C')]
  const parent = await aDistrict('Lỗi Huyện')
  await aCommune('Lỗi Con', parent)
  const gone = await aCommune('Lỗi Đã Hết')
  await applied([{ act: 'dissolve', unit: { unitId: gone } }], '2024-01-01')
  const into = made('moi', 'Lỗi Mới')
  expect(await faultsOf([{ act: 'merge', from: [whole(gone), whole(a)], into }])).toEqual(['units.notThere'])
  expect(
    await faultsOf([
      { act: 'merge', from: [whole(a), whole(b)], into },
      { act: 'dissolve', unit: { unitId: a } },
    ]),
  ).toEqual(['units.closedTwice'])
  expect(
    await faultsOf([{ act: 'merge', from: [whole(a), { unit: { unitId: b }, extent: 'part' }], into }]),
  ).toEqual(['units.remainderMissing'])
  expect(
    await faultsOf([{ act: 'merge', from: [whole(a), { unit: { unitId: b }, extent: 'remainder' }], into }]),
  ).toEqual(['units.remainderAlone'])
  expect(await faultsOf([{ act: 'dissolve', unit: { unitId: parent } }])).toEqual(['units.childrenLeft'])
  expect(await faultsOf([{ act: 'rename', unit: { unitId: a }, name: 'Lỗi B' }])).toEqual([
    'units.nameTakenInAct',
  ])
  expect(
    await faultsOf([
      { act: 'absorb', from: [{ unit: { unitId: a } }], into: { unitId: b } },
      { act: 'absorb', from: [{ unit: { unitId: b } }], into: { unitId: c } },
    ]),
  ).toEqual(['units.targetCloses'])
  expect(await faultsOf([{ act: 'move', unit: { unitId: a }, parent: { unitId: a } }])).toEqual([
    'units.parentCircle',
  ])
  expect(await faultsOf([{ act: 'merge', from: [whole(a), whole(a)], into }])).toContain('units.sourceTwice')
  expect(
    await faultsOf([
      { act: 'rename', unit: { unitId: a }, name: 'Khác' },
      { act: 'dissolve', unit: { unitId: a } },
    ]),
  ).toEqual(['units.changesAndCloses'])
  const reorganisationId = await entered([{ act: 'dissolve', unit: { unitId: parent } }])
  await expect(second.units.confirm({ reorganisationId, version: 1 })).rejects.toMatchObject({
    code: 'units.faulty',
  })
  expect(await office.units.get({ unitId: parent, on })).toMatchObject({ state: 'existing' })
})

test('a name that comes back on other ground is pointed out, and so is a namesake elsewhere', async () => {
  const [district, other] = [await aDistrict('Tái Sinh'), await aDistrict('Nơi Khác')]
  const [reborn, b] = [await aCommune('Phục Hồi', district), await aCommune('Đất Khác', district)]
  await aCommune('Trùng Nơi Khác', other)
  const reorganisationId = await entered([
    { act: 'merge', from: [whole(b)], into: made('mot', 'Phục Hồi', district) },
    { act: 'merge', from: [whole(reborn)], into: made('hai', 'Trùng Nơi Khác', district) },
  ])
  const { faults } = await office.units.preview({ reorganisationId })
  expect(faults.map((fault) => [fault.severity, fault.code])).toEqual([
    ['warning', 'units.nameReborn'],
    ['warning', 'units.homonym'],
  ])
  expect(faults[0]?.sentence).toContain('Xã Phục Hồi → Xã Trùng Nơi Khác')
})

test('two reorganisations of one day: the communes first, then their province', async () => {
  const province = (name: string) =>
    world.office.units
      .make({ kind: 'province', level: 'province', bloc: 'state', name, reason })
      .then((answer) => answer.unitId)
  const [east, west] = [await province('Miền Đông'), await province('Miền Tây')]
  const [a, b] = [await aCommune('Ven Sông', east), await aCommune('Ven Biển', west)]
  await applied([{ act: 'merge', from: [whole(a)], into: made('moi', 'Ven Núi', east) }])
  await applied([
    {
      act: 'merge',
      from: [whole(east), whole(west)],
      into: { key: 'tinh', name: 'Cả Hai Miền', kind: 'province', level: 'province', bloc: 'state' },
    },
  ])
  const united = await idOf('Cả Hai Miền')
  expect((await office.units.tree({ parentId: united, on })).nodes.map((node) => node.fullName)).toEqual([
    'Xã Ven Biển',
    'Xã Ven Núi',
  ])
  expect((await office.units.tree({ parentId: east, on: dayBefore })).nodes.map((node) => node.id)).toEqual([
    a,
  ])
  expect((await office.units.tree({ parentId: west, on: dayBefore })).nodes.map((node) => node.id)).toEqual([
    b,
  ])
  expect((await office.units.get({ unitId: await idOf('Ven Núi'), on })).versions).toHaveLength(1)
})

test('a withdrawn draft does nothing, and says who may do what no longer', async () => {
  const a = await aCommune('Rút Lại')
  const reorganisationId = await entered([{ act: 'dissolve', unit: { unitId: a } }])
  await office.units.withdraw({ reorganisationId, version: 1, reason: 'Nhập nhầm văn bản' })
  await expect(second.units.confirm({ reorganisationId, version: 2 })).rejects.toMatchObject({
    code: 'units.notDraft',
  })
  expect(await office.units.reorganisations({ state: 'withdrawn' })).toMatchObject({
    total: 1,
    rows: [{ can: [] }],
  })
})

test('a role reaches what its unit took in, follows a unit that only got a new form, and never reaches namesakes or neighbours', async () => {
  const [a, b, c] = [await aCommune('Phạm Vi A'), await aCommune('Phạm Vi B'), await aCommune('Phạm Vi C')]
  const [atA, atC] = [
    await world.as('unitCoordinator', { unitId: a }),
    await world.as('unitCoordinator', { unitId: c }),
  ]
  const reorganisationId = await entered([
    { act: 'merge', from: [whole(a), whole(b)], into: made('ab', 'Phạm Vi AB') },
    { act: 'merge', from: [whole(c)], into: made('d', 'Phạm Vi D') },
  ])
  const preview = await office.units.preview({ reorganisationId })
  expect(preview.counts).toMatchObject({ closed: 3, opened: 2, accounts: 2 })
  expect(preview.decisions).toMatchObject([
    {
      accountId: atA.accountId,
      why: 'shared',
      unitName: 'Xã Phạm Vi A',
      successors: [{ fullName: 'Xã Phạm Vi AB' }],
    },
  ])
  await second.units.confirm({ reorganisationId, version: 1 })
  const [ab, d] = [await idOf('Phạm Vi AB'), await idOf('Phạm Vi D')]
  const scope = async (unitId: number, day: string) =>
    (
      await world.rows<{ id: number }>('select units_in_scope($1, $2::date) as id order by 1', [unitId, day])
    ).map((row) => row.id)
  // At the new unit: what it was made from, too. At one of several old ones: that alone. At the only old one: the new one.
  expect(await scope(ab, on)).toEqual([a, b, ab])
  expect(await scope(a, on)).toEqual([a])
  expect(await scope(c, on)).toEqual([c, d])
  expect(await scope(c, dayBefore)).toEqual([c])
  expect((await atC.units.get({ unitId: d })).fullName).toBe('Xã Phạm Vi D')
})

test('roles at a divided unit wait for a decision', async () => {
  const a = await aCommune('Chia Vai Trò')
  const holder = await world.as('unitHead', { unitId: a })
  const reorganisationId = await entered([
    {
      act: 'split',
      from: { unitId: a },
      into: [
        { to: { made: made('mot', 'Vai Trò Một') }, extent: 'part' },
        { to: { made: made('hai', 'Vai Trò Hai') }, extent: 'remainder' },
      ],
    },
  ])
  const expected = [{ accountId: holder.accountId, role: 'unitHead', why: 'divided', successors: [{}, {}] }]
  expect((await office.units.preview({ reorganisationId })).decisions).toMatchObject(expected)
  await second.units.confirm({ reorganisationId, version: 1 })
  expect((await office.units.preview({ reorganisationId })).decisions).toMatchObject(expected)
})

test('a coordinator sees no draft, and the database shows none', async () => {
  const coordinator = await world.as('unitCoordinator', { unitId: await aCommune('Không Thấy') })
  await expect(coordinator.units.reorganisations({})).rejects.toMatchObject({ status: 403 })
})

test('a file that is wrong is refused with its rows, and enters nothing', async () => {
  const file = new File(
    ['don_vi_moi,don_vi_cu,phan\nXã Mới,Xã Cũ,gần hết\nXã Mới,Xã Khác,toàn bộ\n'],
    'sai.csv',
  )
  const sentence = 'Dòng 2: Không rõ «gần hết». Hãy ghi: toàn bộ, một phần, hoặc phần còn lại.'
  const before = (await office.units.reorganisations({})).total
  await expect(office.units.enterFromFile({ ...document, file })).rejects.toMatchObject({
    status: 422,
    code: 'units.fileFaulty',
    answer: { fields: [{ path: 'file', sentence }] },
  })
  expect((await office.units.reorganisations({})).total).toBe(before)
})

test('a coordinator of one of two merged units keeps his own people and gets no other, and the administrator is told until the new unit has one', async () => {
  const [a, b] = [await aCommune('Gộp Quyền A'), await aCommune('Gộp Quyền B')]
  const { accountId } = await world.as('unitCoordinator', { unitId: a })
  await world.as('unitCoordinator', { unitId: b })
  const administrator = await world.as('administrator')
  const aPerson = async (fullName: string, unitId: number, fromOn: string) =>
    (await world.office.people.make({ fullName, unitId, title: 'Chuyên viên', fromOn })).id
  const seen = async () => {
    const coordinator = await actorOfAccount(world.pool, accountId, '2026-11-24')
    const { rows } = await world.app.clientFor(world.app.visitorOf(coordinator)).people.list({ size: 100 })
    return rows.map((row) => row.id).sort((one, other) => one - other)
  }
  const withoutCoordinator = async () => {
    const tasks = await administrator.coordination.tasks()
    return Number(tasks.find((task) => task.kind === 'unitsWithoutCoordinator')?.about.count ?? 0)
  }
  const own = await aPerson('Trần Văn Của A', a, '2020-01-01')
  const other = await aPerson('Trần Văn Của B', b, '2020-01-01')
  expect(await seen()).toEqual([own])
  const before = await withoutCoordinator()

  await applied([{ act: 'merge', from: [whole(a), whole(b)], into: made('gop', 'Gộp Quyền AB') }])
  const ab = await idOf('Gộp Quyền AB')
  const newcomer = await aPerson('Trần Văn Mới', ab, '2025-08-01')
  expect(await seen()).toEqual([own])
  expect(await withoutCoordinator()).toBe(before + 1)

  await administrator.access.grant({ accountId, role: 'unitCoordinator', unitId: ab, fromOn: on })
  expect(await seen()).toEqual([own, other, newcomer])
  expect(await withoutCoordinator()).toBe(before)
})
