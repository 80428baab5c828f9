import { sql } from 'kysely'
import { type Day, printDay } from '../../pure/day.ts'
import { searchKey, tidy } from '../../pure/vietnamese.ts'
import { checkCodeList } from '../../server/code-list.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { RowReader } from '../../server/files/row-reader.ts'
import { readText, type Table, type WantedColumn } from '../../server/files/table.ts'
import type { Importer } from '../../server/importer.ts'
import { type Finder, unitFinder } from '../units/index.ts'
import { commonOf } from './service.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

const columns = [
  { key: 'classCode', synonyms: ['Mã lớp', 'Lớp', 'ma_lop'], required: true },
  { key: 'code', synonyms: ['Mã cán bộ', 'ma_can_bo'], required: false },
  { key: 'fullName', synonyms: ['Họ và tên', 'Họ tên', 'Học viên', 'ho_ten'], required: true },
  { key: 'born', synonyms: ['Ngày sinh', 'ngay_sinh'], required: false },
  { key: 'unit', synonyms: ['Đơn vị cử', 'Đơn vị', 'Cơ quan, đơn vị', 'don_vi'], required: false },
  { key: 'enrolledOn', synonyms: ['Ngày nhập học', 'ngay_nhap_hoc'], required: false },
  { key: 'decisionNumber', synonyms: ['Số quyết định', 'so_quyet_dinh'], required: false },
  { key: 'decisionOn', synonyms: ['Ngày quyết định', 'ngay_quyet_dinh'], required: false },
] as const satisfies readonly WantedColumn[]

type Key = (typeof columns)[number]['key']
type Person = { id: number; code: string | null; fullName: string; born: string; unitId: number | null }
type Facts = {
  code: string
  classId: number
  classCode: string
  personId: number
  unitId: number
  fullName: string
  enrolledOn: Day
  decisionNumber: string
  decisionOn: Day | null
}
type Known = {
  id: number
  version: number
  code: string
  enrolledOn: Day
  decisionNumber: string
  decisionOn: Day | null
}
type ClassFacts = store.ClassFacts

/** Everything that the rows of a file can name, asked once. */
async function around(ctx: Ctx, table: Table) {
  const texts = (key: Key) => [...new Set(table.rows.map((row) => tidy(readText(row.cells[key]) ?? '')))]
  const classes = await sql<ClassFacts>`
    select id as "classId", code, name, opens_on as "opensOn", closes_on as "closesOn", cancelled_on as "cancelledOn",
      learners as "typedLearners" from training_class where code = any (${texts('classCode')}::text[]) and cancelled_on is null`.execute(
    ctx.db,
  )
  const people = await sql<Person>`
    select p.id, p.code, p.full_name as "fullName", enrolment_born(p) as born, p.unit_id as "unitId" from person p
    where p.code = any (${texts('code')}::text[]) or p.search_key = any (${texts('fullName').map(searchKey)}::text[])`.execute(
    ctx.db,
  )
  return {
    classes: new Map(classes.rows.map((one) => [one.code, one])),
    byCode: new Map(people.rows.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const]))),
    byName: Map.groupBy(people.rows, (one) => searchKey(one.fullName)),
    finders: await findersOf(ctx, classes.rows),
  }
}

/** Units as they were called on the day on which each class opened. */
async function findersOf(ctx: Ctx, classes: readonly ClassFacts[]): Promise<Map<Day, Finder>> {
  const finders = new Map<Day, Finder>()
  for (const { opensOn } of classes)
    if (!finders.has(opensOn)) finders.set(opensOn, await unitFinder(ctx.db, opensOn))
  return finders
}

type Around = Awaited<ReturnType<typeof around>>

function unitOf(reader: RowReader<Key>, find: Finder | undefined): number | null {
  const text = tidy(reader.optional('unit', 300))
  if (text === '' || !find) return null
  const found = find(text)
  if (found.found === 'one') return found.unitId
  reader.wrong('unit', found.found === 'many' ? 'enrolments.manyUnits' : 'enrolments.unknownUnit')
  return null
}

/** The person that a row means: by the code; else by the name, told apart by birth and unit. Never guessed. */
function personOf(reader: RowReader<Key>, here: Around, unitId: number | null): Person | null {
  const code = tidy(reader.optional('code', 40))
  const name = tidy(reader.line('fullName', 120))
  if (code !== '') {
    const found = here.byCode.get(code)
    if (!found) reader.wrong('code', 'enrolments.unknownPerson')
    else if (searchKey(found.fullName) !== searchKey(name))
      reader.wrong('fullName', 'enrolments.otherName', { name: found.fullName })
    return found ?? null
  }
  const born = tidy(reader.optional('born', 20))
  const namesakes = (here.byName.get(searchKey(name)) ?? []).filter(
    (one) => born === '' || one.born === '' || one.born === born,
  )
  const alike = namesakes.length > 1 ? namesakes.filter((one) => one.unitId === unitId) : namesakes
  if (name !== '' && alike.length !== 1)
    reader.wrong('fullName', alike.length === 0 ? 'enrolments.unknownPerson' : 'enrolments.manyPeople')
  return alike.length === 1 ? (alike[0] ?? null) : null
}

function readRow(reader: RowReader<Key>, here: Around): Facts {
  const classCode = tidy(reader.line('classCode', 40))
  const found = here.classes.get(classCode)
  if (!found && classCode !== '') reader.wrong('classCode', 'enrolments.unknownClass')
  const named = unitOf(reader, found && here.finders.get(found.opensOn))
  const person = reader.isWrong ? null : personOf(reader, here, named)
  const unitId = named ?? person?.unitId ?? null
  if (person && unitId === null) reader.wrong('unit', 'enrolments.noUnit', { name: person.fullName })
  const enrolledOn = reader.day('enrolledOn') ?? found?.opensOn ?? ''
  if (found?.closesOn && enrolledOn > found.closesOn) reader.wrong('enrolledOn', 'enrolments.afterClass')
  return {
    code: `${classCode} ${person?.id ?? reader.text('fullName') ?? ''}`,
    classId: found?.classId ?? 0,
    classCode,
    personId: person?.id ?? 0,
    unitId: unitId ?? 0,
    fullName: person?.fullName ?? '',
    enrolledOn,
    decisionNumber: tidy(reader.optional('decisionNumber', 100)),
    decisionOn: reader.day('decisionOn'),
  }
}

/** Lists of learners of classes: the people are there already, and are known by code, or by name with birth and unit. */
export const enrolmentsImporter: Importer = {
  kind: 'enrolments',
  can: 'enrolments.edit',
  columns,
  template: {
    example: {
      classCode: 'TC01-26',
      code: 'CB00001',
      fullName: 'Nguyễn Văn An',
      born: '19/05/1985',
      unit: 'Sở Nội vụ',
      enrolledOn: '2026-11-02',
      decisionNumber: '12-QĐ/TCT',
      decisionOn: '2026-10-20',
    },
    days: ['enrolledOn', 'decisionOn'],
  },
  check: async (ctx, table, options) => {
    const here = await around(ctx, table)
    const known = await sql<Known>`
      select e.id, e.version, c.code || ' ' || e.person_id as code, e.enrolled_on as "enrolledOn", e.decision_number as "decisionNumber",
        e.decision_on as "decisionOn"
      from enrolment e join training_class c on c.id = e.class_id
      where e.left_on is null and c.code = any (${[...here.classes.keys()]}::text[])`.execute(ctx.db)
    const printed = (one: Facts | Known): Partial<Record<Key, string>> => ({
      enrolledOn: printDay(one.enrolledOn),
      decisionNumber: one.decisionNumber,
      decisionOn: one.decisionOn === null ? '' : printDay(one.decisionOn),
    })
    return checkCodeList<Key, Facts, Known>({
      codeColumn: 'classCode',
      codeTwice: 'enrolments.rowTwice',
      read: (reader) => readRow(reader, here),
      known: async (_, codes) => known.rows.filter((one) => codes.includes(one.code)),
      printed: (one) => (one.enrolledOn === '' ? {} : printed(one)),
      understood: (one) => [one.classCode, one.fullName, one.decisionNumber].filter(Boolean).join(' · '),
      add: async (ctx, facts) => {
        for (const [classId, rows] of Map.groupBy(facts, (one) => one.classId)) {
          const found = await store.classFacts(ctx.db, classId, true)
          if (!found) continue
          const common = await commonOf(ctx, found)
          // Rows of one day and decision go in together, in the order of the file.
          for (const one of rows)
            await store.addEnrolments(ctx.db, classId, [one], {
              ...common,
              enrolledOn: one.enrolledOn,
              decisionNumber: one.decisionNumber,
              decisionBy: '',
              ...((await store.overlapping(ctx.db, classId, [one.personId])).length > 0 && {
                overlapReason: vi.fromList,
              }),
              ...(one.decisionOn !== null && { decisionOn: one.decisionOn }),
            })
        }
      },
      change: (ctx, before, facts) => store.setDecision(ctx.db, before.id, before.version, facts),
    })(ctx, table, options)
  },
}
