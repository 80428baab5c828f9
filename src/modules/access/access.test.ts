import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

test('whoever is signed out is told to sign in', async () => {
  await expect(world.stranger.access.me()).rejects.toMatchObject({ status: 401, code: 'access.signInFirst' })
})

test('the administrator makes an account and its link to set a password', async () => {
  const administrator = await world.as('administrator')
  const made = await administrator.access.makeAccount({
    name: '  Nguyễn  Thị Ánh ',
    email: 'Anh@Truong.VN',
    role: 'trainingOffice',
  })
  expect(made.invitationPath).toMatch(/^\/dat-mat-khau\?token=/)
  const { rows } = await administrator.access.accounts({ q: 'anh' })
  expect(rows).toMatchObject([
    { name: 'Nguyễn Thị Ánh', email: 'anh@truong.vn', grants: [{ role: 'trainingOffice', unitId: null }] },
  ])
})

test('the same address cannot have two accounts', async () => {
  const administrator = await world.as('administrator')
  await administrator.access.makeAccount({ name: 'Một', email: 'trung@truong.vn', role: 'lecturer' })
  await expect(
    administrator.access.makeAccount({ name: 'Hai', email: 'trung@truong.vn', role: 'lecturer' }),
  ).rejects.toMatchObject({
    code: 'access.emailTaken',
  })
})

test('a training officer cannot make accounts', async () => {
  const officer = await world.as('trainingOffice')
  await expect(
    officer.access.makeAccount({ name: 'X', email: 'x@y.vn', role: 'lecturer' }),
  ).rejects.toMatchObject({ status: 403 })
})

test('what is wrong in a form is said for every field at once, in Vietnamese', async () => {
  const administrator = await world.as('administrator')
  await expect(
    administrator.access.makeAccount({ name: '', email: 'khong-phai-thu', role: 'lecturer' }),
  ).rejects.toMatchObject({
    status: 422,
    answer: { fields: [{ path: 'name', sentence: 'Chưa nhập ô này.' }, { path: 'email' }] },
  })
})

test('every change stands in the record, sealed, and the chain holds', async () => {
  const administrator = await world.as('administrator')
  const { accountId } = await administrator.access.makeAccount({
    name: 'Có Tên',
    email: 'ghi@truong.vn',
    role: 'lecturer',
  })
  const { rows } = await administrator.record.list({ tableName: 'account', rowId: String(accountId) })
  expect(rows).toMatchObject([
    { action: 'insert', accountId: administrator.accountId, procedure: 'access.makeAccount' },
  ])
  const verification = await administrator.record.verify()
  expect(verification).toMatchObject({ firstBreak: null })
  expect(verification.seals).toBeGreaterThan(2)
})

test('a line rewritten behind the back of the house is named', async () => {
  const other = await aWorld()
  const administrator = await other.as('administrator')
  const { accountId } = await administrator.access.makeAccount({
    name: 'Bị Sửa',
    email: 'sua@truong.vn',
    role: 'lecturer',
  })
  const [line] = await other.rows<{ id: number }>(
    `select id from audit_line where table_name = 'account' and row_id = $1`,
    [String(accountId)],
  )
  await expect(other.rows(`update audit_line set procedure = 'x' where id = $1`, [line?.id])).rejects.toThrow(
    /append-only/,
  )
  await other.rows(`alter table audit_line disable trigger audit_line_append_only`)
  await other.rows(`update audit_line set after = jsonb_set(after, '{name}', '"Khác"') where id = $1`, [
    line?.id,
  ])
  expect((await administrator.record.verify()).firstBreak).toMatchObject({
    fault: 'line.changed',
    lineId: line?.id,
  })
})

test('a token does what its owner allowed and no more, and not after it was revoked', async () => {
  const officer = await world.as('trainingOffice')
  await expect(
    officer.access.makeToken({ name: 'Sở Nội vụ', rights: ['accounts.edit'], days: 30 }),
  ).rejects.toMatchObject({
    code: 'access.rightNotYours',
  })
  const { id, token } = await officer.access.makeToken({
    name: 'Sở Nội vụ',
    rights: ['units.read'],
    days: 30,
  })
  expect(token).toMatch(/^nhip_/)
  expect(
    await world.rows('select from api_token where encode(hash, $1) like $2', ['escape', `%${token}%`]),
  ).toHaveLength(0)
  await officer.access.revokeToken({ tokenId: id })
  expect((await officer.access.tokens())[0]?.revokedAt).not.toBeNull()
})

test('the first visit makes school and administrator, and only the first', async () => {
  const fresh = await aWorld({ isEmpty: true })
  const input = {
    schoolName: 'Trường Chính trị',
    provinceName: 'Tỉnh',
    name: 'Lê Thị Đầu',
    email: 'dau@truong.vn',
    password: 'mat-khau-dai',
  }
  expect(await fresh.stranger.access.installation()).toMatchObject({ isEmpty: true })
  await fresh.stranger.access.setUp(input)
  expect(await fresh.stranger.access.installation()).toMatchObject({
    isEmpty: false,
    school: { name: 'Trường Chính trị' },
  })
  await expect(fresh.stranger.access.setUp({ ...input, email: 'hai@truong.vn' })).rejects.toMatchObject({
    code: 'access.alreadySetUp',
  })
})
