import { readFile } from 'node:fs/promises'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { fillTemplate, type TemplateData } from './docx.ts'

const planProgress = () => readFile(new URL('../../../templates/plan-progress.docx', import.meta.url))

/** A document with these paragraphs, each the XML inside of <w:p>. */
function word(...paragraphs: string[]): Uint8Array {
  const zip = new PizZip()
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  )
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((xml) => `<w:p>${xml}</w:p>`).join('')}</w:body></w:document>`,
  )
  return zip.generate({ type: 'uint8array' })
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

/** The text of each paragraph. */
function paragraphs(bytes: Uint8Array): string[] {
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map((found) =>
    [...found[0].matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((text) => text[1]).join(''),
  )
}

const data: TemplateData = {
  superior: 'TỈNH ỦY LONG AN',
  school: 'TRƯỜNG CHÍNH TRỊ',
  number: '05/BC-TCT',
  place: 'Long An',
  date: 'ngày 05 tháng 01 năm 2024',
  year: '2023',
  summary: 'Năm 2023, nhà trường thực hiện 50/48 lớp (104,16 %) với 4.681 lượt học viên.',
  rows: [
    {
      order: '1',
      group: 'Trung cấp lý luận chính trị',
      planned: '23',
      held: '25',
      carriedOver: '13',
      opened: '12',
      byMode: '5 tập trung, 7 vừa làm vừa học',
      learners: '2.123',
      share: '108,69',
    },
    {
      order: '2',
      group: 'Bồi dưỡng <Đảng & đoàn thể>',
      planned: '21',
      held: '21',
      carriedOver: '0',
      opened: '21',
      byMode: '',
      learners: '2.140',
      share: '100,00',
    },
  ],
  total: {
    planned: '48',
    held: '50',
    carriedOver: '16',
    opened: '34',
    byMode: '',
    learners: '4.681',
    share: '104,16',
  },
  beyond: { classes: '33', learners: '3.153' },
  roundingNote: 'Tỷ lệ được cắt sau hai chữ số thập phân.',
  recipients: ['Thường trực Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy'],
  signerTitle: 'HIỆU TRƯỞNG',
  signerName: 'Nguyễn Thị Ánh',
}

describe('the report of a year as a Word file', () => {
  test('says what the page says, a row for each group, and leaves no tag behind', async () => {
    const lines = paragraphs(await fillTemplate(await planProgress(), data))
    expect(lines).toContain('Long An, ngày 05 tháng 01 năm 2024')
    expect(lines).toContain('Năm 2023, nhà trường thực hiện 50/48 lớp (104,16 %) với 4.681 lượt học viên.')
    const first = lines.indexOf('Trung cấp lý luận chính trị')
    expect(lines.slice(first, first + 10)).toEqual([
      'Trung cấp lý luận chính trị',
      '23',
      '25',
      '13',
      '12',
      '5 tập trung, 7 vừa làm vừa học',
      '2.123',
      '108,69',
      '2',
      'Bồi dưỡng &lt;Đảng &amp; đoàn thể&gt;',
    ])
    expect(lines).toContain('Ngoài kế hoạch, nhà trường mở thêm 33 lớp với 3.153 lượt học viên.')
    expect(lines).toContain('- Ban Tổ chức Tỉnh ủy;')
    expect(lines.join('')).not.toMatch(/[{}]/)
  })

  test('without classes beyond the plan the paragraph is gone, not empty', async () => {
    const all = paragraphs(await fillTemplate(await planProgress(), data))
    const less = paragraphs(await fillTemplate(await planProgress(), { ...data, beyond: null }))
    expect(less.join(' ')).not.toContain('Ngoài kế hoạch')
    expect(less).toHaveLength(all.length - 1)
  })

  test('keeps the layout of a State document: A4, margins, repeated head, rows in one piece', async () => {
    const xml = new PizZip(await planProgress()).file('word/document.xml')?.asText() ?? ''
    expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toContain('w:w="11906" w:h="16838"')
    expect(/<w:pgMar [^>]*>/.exec(xml)?.[0]).toContain(
      'w:top="1134" w:right="850" w:bottom="1134" w:left="1701"',
    )
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5)
  })
})

describe('a template of the school', () => {
  test('may break its tags over runs, as Word does after a correction', async () => {
    const filled = await fillTemplate(word(run('Lớp {te') + run('nLop} {#a}{b.c}{/a}')), {
      tenLop: 'K12',
      a: { b: { c: 'x' } },
    })
    expect(paragraphs(filled)).toEqual(['Lớp K12 x'])
  })

  test('keeps line breaks, loops over texts, and has an otherwise', async () => {
    const template = word(
      run('{note}'),
      run('{#list}'),
      run('- {.}'),
      run('{/list}'),
      run('{^none}không có{/none}'),
    )
    const filled = await fillTemplate(template, { note: 'một\nhai', list: ['A', 'B'], none: [] })
    expect(new PizZip(filled).file('word/document.xml')?.asText()).toContain('<w:br/>')
    expect(paragraphs(filled)).toEqual(['mộthai', '- A', '- B', 'không có'])
  })

  test('with names that the data do not have is refused, all of them at once', async () => {
    const template = word(run('{hoTen} {lop}'), run('{#rows}{diem}{/rows}'), run('{#vang}x{/vang}'))
    await expect(fillTemplate(template, { lop: null, rows: [{ stt: 1 }] })).rejects.toMatchObject({
      code: 'template.missing',
      params: { names: ['hoTen', 'diem', 'vang'] },
    })
  })

  test('with faulty tags is refused, all of them at once', async () => {
    const template = word(run('Số {so'), run('{#hocVien} {ten}'))
    await expect(fillTemplate(template, { so: 1, hocVien: [], ten: '' })).rejects.toMatchObject({
      code: 'template.broken',
      params: { errors: [expect.stringContaining('so'), expect.stringContaining('hocVien')] },
    })
  })

  test.each([
    'constructor',
    'constructor.constructor',
    '__proto__',
    'a.constructor',
    'toString',
    'this.process',
    'a.length + 1',
    "constructor('return process')()",
  ])('cannot compute or reach anything: {%s}', async (tag) => {
    await expect(fillTemplate(word(run(`{${tag}}`)), { a: 'x' })).rejects.toMatchObject({
      code: 'template.missing',
    })
  })

  test('that was typed on a Mac finds its names', async () => {
    const filled = await fillTemplate(word(run(`{${'họTên'.normalize('NFD')}}`)), { họTên: 'Ánh' })
    expect(paragraphs(filled)).toEqual(['Ánh'])
  })

  test.each([
    ['a text', new TextEncoder().encode('xin chào')],
    ['a zip of something else', new PizZip().file('x.xml', '<x/>').generate({ type: 'uint8array' })],
    ['half a document', word(run('x')).slice(0, 300)],
  ])('must be a Word file: %s', async (_, bytes) => {
    await expect(fillTemplate(bytes, {})).rejects.toMatchObject({ code: 'template.notWord' })
  })
})
