import { expect, test } from 'vitest'
import { nameOf, typeOf } from './rules.ts'

const none = { head: new Uint8Array(), entries: null, streams: null }
const office = (...more: string[]) => ({ ...none, entries: ['[Content_Types].xml', ...more] })

test.each([
  ['a PDF', { ...none, head: Buffer.from('%PDF-1.7') }, { type: 'pdf' }],
  ['a PNG', { ...none, head: Buffer.from('89504e470d0a1a0a', 'hex') }, { type: 'png' }],
  ['a JPEG', { ...none, head: Buffer.from('ffd8ffe0', 'hex') }, { type: 'jpeg' }],
  ['Word', office('word/document.xml'), { type: 'docx' }],
  ['Excel', office('xl/workbook.xml'), { type: 'xlsx' }],
  ['PowerPoint', office('ppt/presentation.xml'), { type: 'pptx' }],
  ['old Word', { ...none, streams: ['Root Entry', 'WordDocument'] }, { type: 'doc' }],
  ['old Excel', { ...none, streams: ['Workbook'] }, { type: 'xls' }],
  ['Word with a macro', office('word/document.xml', 'word/vbaProject.bin'), { refusal: 'files.hasMacros' }],
  ['old Word with a macro', { ...none, streams: ['WordDocument', 'Macros'] }, { refusal: 'files.hasMacros' }],
  ['what is locked', { ...none, streams: ['EncryptedPackage'] }, { refusal: 'files.locked' }],
  ['a program', { ...none, head: Buffer.from('MZ') }, { refusal: 'files.notAllowed' }],
  ['a page', { ...none, head: Buffer.from('<html>') }, { refusal: 'files.notAllowed' }],
  ['a zip of anything', { ...none, entries: ['word/document.xml'] }, { refusal: 'files.notAllowed' }],
])('%s is told by its content', (_, seen, verdict) => {
  expect(typeOf(seen)).toEqual(verdict)
})

test.each([
  ['Hướng dẫn đăng ký.docx', 'docx', 'Hướng dẫn đăng ký.docx'],
  ['C:\\Tài liệu\\Mẫu 1.PDF', 'pdf', 'Mẫu 1.PDF'],
  ['trang.html', 'pdf', 'trang.html.pdf'],
  ['anh\u202Egpj.exe', 'jpeg', 'anhgpj.exe.jpg'],
  ['ảnh.jpeg', 'jpeg', 'ảnh.jpeg'],
  ['', 'png', 'tep.png'],
  [`${'ă'.repeat(300)}.pdf`, 'pdf', `${'ă'.repeat(196)}.pdf`],
] as const)('%s goes out under a name that fits', (typed, type, name) => {
  expect(nameOf(typed, type)).toBe(name)
})
