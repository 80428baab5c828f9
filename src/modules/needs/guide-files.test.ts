import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'

let world: World
let office: Api
let unitId: number
let otherUnitId: number
let roundId: number

const pdf = (name: string, text = 'hướng dẫn') => new File([`%PDF-1.7\n${text}`], name)
const aUnit = async (name: string) =>
  (
    await world.office.units.make({
      name,
      kind: 'partyCommittee',
      level: 'commune',
      bloc: 'party',
      reason: 'Lý do để kiểm thử',
    })
  ).unitId

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  unitId = await aUnit('Xã được hỏi')
  otherUnitId = await aUnit('Xã không được hỏi')
  const [programme] = await world.rows<{ id: number }>('select id from programme limit 1')
  const round = await office.needs.make({
    title: 'Đợt có tệp',
    year: 2027,
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    programmeIds: [programme?.id ?? 0],
    asks: 'chosen',
    unitIds: [unitId],
  })
  await office.needs.open({ roundId: round.id, version: round.version })
  roundId = round.id
})

test('a guide file is read by the unit that is asked, and by no other', async () => {
  const { files } = await office.needs.attach({ roundId, file: pdf('Hướng dẫn đăng ký.pdf') })
  expect(files).toMatchObject([{ name: 'Hướng dẫn đăng ký.pdf', type: 'pdf', removedAt: null }])
  const fileId = files[0]?.id ?? 0
  const asked = await world.as('unitCoordinator', { unitId })
  const taken = await asked.needs.file({ roundId, fileId })
  expect([taken.name, await taken.text()]).toEqual(['Hướng dẫn đăng ký.pdf', '%PDF-1.7\nhướng dẫn'])
  const [own] = (await asked.needs.round({ roundId })).own
  expect((await asked.needs.answer({ answerId: own?.answerId ?? 0 })).round.files).toHaveLength(1)
  const other = await world.as('unitCoordinator', { unitId: otherUnitId })
  await expect(other.needs.file({ roundId, fileId })).rejects.toMatchObject({ status: 404 })
  expect((await other.needs.round({ roundId })).files).toEqual([])
  await expect(asked.needs.attach({ roundId, file: pdf('x.pdf') })).rejects.toMatchObject({ status: 403 })
})

test('the same file is kept once: pressed twice nothing changes, under another name it is said', async () => {
  const before = (await office.needs.attach({ roundId, file: pdf('Mẫu.pdf', 'mẫu') })).files.length
  expect((await office.needs.attach({ roundId, file: pdf('Mẫu.pdf', 'mẫu') })).files).toHaveLength(before)
  await expect(office.needs.attach({ roundId, file: pdf('Tên khác.pdf', 'mẫu') })).rejects.toMatchObject({
    code: 'files.alreadyKept',
    params: { name: 'Mẫu.pdf' },
  })
})

test('taking a file away is recorded, and the record holds no content', async () => {
  const { files } = await office.needs.attach({ roundId, file: pdf('Bỏ.pdf', 'sẽ bỏ') })
  const fileId = files.find((one) => one.name === 'Bỏ.pdf')?.id ?? 0
  await office.needs.detach({ roundId, fileId })
  const again = await office.needs.detach({ roundId, fileId })
  expect(again.files.find((one) => one.id === fileId)?.removedBy).toContain('Đồng chí')
  await expect(office.needs.file({ roundId, fileId })).rejects.toMatchObject({ code: 'files.notFound' })
  const asked = await world.as('unitCoordinator', { unitId })
  expect((await asked.needs.round({ roundId })).files.map((one) => one.id)).not.toContain(fileId)
  const lines = await world.rows<{ action: string; after: Record<string, unknown> }>(
    `select action, after from audit_line where table_name = 'kept_file' and row_id = $1 order by id`,
    [String(fileId)],
  )
  expect(lines.map((line) => line.action)).toEqual(['insert', 'update'])
  expect(Object.keys(lines[0]?.after ?? {})).not.toContain('bytes')
  await expect(
    world.rows(`update kept_file set name = 'khác' where id = $1`, [fileId]),
  ).rejects.toMatchObject({ constraint: 'kept_file_frozen' })
})

test.each([
  ['an empty file', new File([], 'a.pdf'), 'file.empty'],
  ['a page that calls itself a PDF', new File(['<html>'], 'a.pdf'), 'files.notAllowed'],
  ['more than 20 MB', new File(['%PDF-', new Uint8Array(20_000_000)], 'a.pdf'), 'files.tooLarge'],
])('%s is refused with its sentence', async (_, file, code) => {
  await expect(office.needs.attach({ roundId, file })).rejects.toMatchObject({
    fields: [{ path: 'file', code }],
  })
})

test('a Word file is known as one', async () => {
  const bytes = await readFile(join(import.meta.dirname, '../../../templates/plan-state.docx'))
  const { files } = await office.needs.attach({ roundId, file: new File([bytes], 'Mẫu phiếu.docx') })
  expect(files.find((one) => one.name === 'Mẫu phiếu.docx')?.type).toBe('docx')
})
