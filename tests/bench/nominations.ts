import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workbook } from '../workbook.ts'

// node tests/bench/nominations.ts: a list of 10,000 nominees is read and judged by the command line; the limit is 10 s.

const count = 10_000
const two = (value: number) => String(value).padStart(2, '0')
const rows = Array.from({ length: count }, (_, i) => [
  i + 1,
  `Nguyễn Văn ${i}`,
  `${two((i % 28) + 1)}/${two((i % 12) + 1)}/${1970 + (i % 32)}`,
  i % 3 === 0 ? 'Nữ' : 'Nam',
  'Kinh',
  i % 5 === 0 ? 'Chuyên viên, Sở Nội vụ' : 'Phó Trưởng phòng, Sở Nội vụ',
  '15-QĐ/SNV ngày 02/01/2024',
  '03/02/2012',
  'Đại học Luật',
  i % 7 === 0 ? '2025: HTTNV' : '2024: HTTNV; 2025: HTXSNV',
])
const head = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Chức vụ, đơn vị',
  'Quyết định bổ nhiệm',
  'Ngày vào Đảng',
  'Trình độ chuyên môn',
  'Xếp loại 2 năm',
]
const path = join(mkdtempSync(join(tmpdir(), 'nhip-')), 'trich-ngang.xlsx')
writeFileSync(path, workbook({ name: 'Trích ngang', rows: [head, ...rows] }))
const begun = performance.now()
const args = ['src/main.ts', 'check', 'nominations', path, '--on', '2026-11-24', '--mode', 'khong-tap-trung']
const { stdout, status } = spawnSync(process.execPath, [...args, '--format', 'json'], {
  encoding: 'utf8',
  maxBuffer: 200_000_000,
})
const seconds = (performance.now() - begun) / 1000
const people = JSON.parse(stdout) as { overall: string }[]
const overall = Object.groupBy(people, (one) => one.overall)
console.log(
  `${people.length} nominees in ${seconds.toFixed(1)} s, exit ${status}:`,
  Object.fromEntries(Object.entries(overall).map(([name, list]) => [name, list?.length])),
)
if (people.length !== count || seconds > 10) process.exitCode = 1
