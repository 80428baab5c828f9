import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import { unpack, zipEntries } from '../../server/files/zip.ts'
import { layouts } from '../files/contract.ts'
import { shippedTemplate as shipped } from '../files/index.ts'
import { templateKinds } from './contract.ts'
import { sampleData } from './samples.ts'

let world: World
let officer: Awaited<ReturnType<World['as']>>
let versionId: number
let lineKey: string

beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  const committee = await world.as('standingCommittee')
  const { rows } = await officer.programmes.list({ q: 'TC-LLCT' })
  const draft = await officer.plans.makeDraft({ year: 2026, assignedBy: 'Thường trực Tỉnh ủy' })
  versionId = draft.id
  const line = await officer.plans.addLine({
    versionId,
    programmeId: rows[0]?.id ?? 0,
    modeCode: 'fullTime',
    carriedOver: 2,
    opened: 4,
    learners: 300,
    months: [3, 9],
  })
  lineKey = line.lineKey
  const { version } = await officer.plans.get({ versionId })
  const submitted = await officer.plans.submit({ versionId, version: version.version })
  await committee.plans.approve({
    versionId,
    version: submitted.version,
    documentNumber: '01-KH/TU',
    documentOn: '2026-01-05',
  })
})

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

/** What a letter says: the text of its body, without the marks of Word. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const chunks: Buffer[] = []
  const body = zipEntries(bytes).find((entry) => entry.name === 'word/document.xml')
  if (!body) throw new Error('no body')
  await unpack(body, 10_000_000, (chunk) => void chunks.push(chunk))
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

describe('the shipped templates', () => {
  for (const kind of templateKinds)
    for (const layout of layouts)
      test(`${kind} in the ${layout} layout is filled to the last tag`, async () => {
        const text = await textOf(
          await fillTemplate(await shipped(kind, layout), sampleData(kind, layout, '2026-01-05')),
        )
        expect(text).not.toMatch(/[{}]/)
        if (layout === 'state') {
          expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
          expect(text).toContain('Số: …')
        } else {
          expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
          expect(text).toContain('Số …')
          expect(text).not.toContain('Lưu: VT')
        }
      })
})

test('the letter and the plan say what the version says', async () => {
  const letter = await textOf(await bytesOf(await officer.documents.planLetter({ versionId })))
  expect(letter).toContain('TỜ TRÌNH')
  expect(letter).toContain('Kính gửi: Thường trực Tỉnh ủy')
  expect(letter).toContain(
    '6 lớp, trong đó 2 lớp chuyển tiếp và 4 lớp khai giảng mới; dự kiến 300 lượt học viên',
  )
  const plan = await textOf(
    await bytesOf(await officer.documents.planLetter({ versionId, kind: 'plan', layout: 'party' })),
  )
  expect(plan).toContain('Kế hoạch đã được phê duyệt tại văn bản số 01-KH/TU ngày 05/01/2026.')
  expect(plan).toContain('Trung cấp lý luận chính trị')
  // A plan has no addressee above its text to whom «Như trên» could point.
  expect(letter).toContain('- Như trên')
  expect(plan).not.toContain('Như trên')
  expect(plan).toContain('Thường trực Tỉnh ủy (để báo cáo)')
  // Capitals are for the head, not for a sentence.
  expect(letter).toMatch(/^Trường .* kính trình/m)
})

test('the letter of changes has what waits, from what to what and why', async () => {
  await expect(officer.documents.amendmentLetter({ year: 2026 })).rejects.toMatchObject({
    code: 'documents.nothingProposed',
  })
  await officer.plans.propose({ year: 2026, kind: 'resize', lineKey, opened: 5, reason: 'Nhu cầu tăng' })
  const text = await textOf(await bytesOf(await officer.documents.amendmentLetter({ year: 2026 })))
  expect(text).toContain('4 lớp, 300 học viên, tháng 3, 9')
  expect(text).toContain('5 lớp, 300 học viên, tháng 3, 9')
  expect(text).toContain('Nhu cầu tăng (Nhà trường)')
})

test('a school uses its own template once it can be filled, keeps the versions, and goes back', async () => {
  const which = { kind: 'planSubmission', layout: 'state' } as const
  const asFile = (bytes: Uint8Array, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name)
  await expect(
    officer.documents.replace({ ...which, file: asFile(Buffer.from('%PDF'), 'a.pdf') }),
  ).rejects.toMatchObject({ code: 'template.notWord' })
  // The letter of changes asks for what a submission has not: {before}.
  const foreign = asFile(await shipped('planAmendment', 'state'), 'nham.docx')
  await expect(officer.documents.replace({ ...which, file: foreign })).rejects.toMatchObject({
    code: 'template.missing',
    params: { names: expect.arrayContaining(['before', 'reason']) },
  })
  const own = asFile(await shipped('plan', 'party'), 'mau-cua-truong.docx')
  expect((await officer.documents.replace({ ...which, file: own })).current).toMatchObject({
    number: 1,
    fileName: 'mau-cua-truong.docx',
  })
  expect(await textOf(await bytesOf(await officer.documents.planLetter({ versionId })))).toContain('KẾ HOẠCH')
  const back = await officer.documents.restore(which)
  expect(back).toMatchObject({ current: null, can: ['replace'], versions: [{ number: 2 }, { number: 1 }] })
  expect(await textOf(await bytesOf(await officer.documents.planLetter({ versionId })))).toContain('TỜ TRÌNH')
  await expect(officer.documents.restore(which)).rejects.toMatchObject({ code: 'documents.shippedAlready' })
  const coordinator = await world.as('lecturer')
  await expect(coordinator.documents.restore(which)).rejects.toMatchObject({ status: 403 })
})

test('minutes go out in the school’s own template too, whoever of those who may read them asks', async () => {
  const which = { kind: 'priorityMinutes', layout: 'state' } as const
  // The minutes of the Party's layout as the school's own for the State's.
  const own = new File(
    [(await shipped('priorityMinutes', 'party')) as Uint8Array<ArrayBuffer>],
    'bien-ban.docx',
  )
  await officer.documents.replace({ ...which, file: own })
  const { id: sheetId } = await officer.priorities.start({ year: 2031 })
  const reader = await world.as('rectorate')
  for (const who of [officer, reader]) {
    const text = await textOf(await bytesOf(await who.priorities.minutes({ sheetId })))
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(text).toContain('BIÊN BẢN')
  }
  // What a letter needs and nothing else: the list of versions stays with those who may see all of the school.
  const [row] = await world.rows<{ found: boolean }>(
    `select template_in_use('priorityMinutes', 'state') is null as found`,
  )
  expect(row?.found).toBe(true)
})
