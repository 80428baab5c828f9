import { sql } from 'kysely'
import { type Day, printDay } from '../../pure/day.ts'
import { searchKey, tidy } from '../../pure/vietnamese.ts'
import { checkCodeList } from '../../server/code-list.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { RowReader } from '../../server/files/row-reader.ts'
import { readDay, readText, type Table, type WantedColumn } from '../../server/files/table.ts'
import type { Importer, ImportOptions } from '../../server/importer.ts'
import { hourKinds, parts } from './contract.ts'
import type { HourKind, Part } from './rules.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

const columns = [
  { key: 'classCode', synonyms: ['Mã lớp', 'Lớp', 'ma_lop'], required: true },
  { key: 'onDay', synonyms: ['Ngày', 'Ngày học', 'ngay'], required: true },
  { key: 'part', synonyms: ['Buổi', 'buoi'], required: true },
  { key: 'title', synonyms: ['Chuyên đề', 'Nội dung', 'Tên chuyên đề', 'chuyen_de'], required: true },
  { key: 'hours', synonyms: ['Số tiết', 'Tiết', 'so_tiet'], required: true },
  { key: 'kind', synonyms: ['Hình thức', 'hinh_thuc'], required: false },
  {
    key: 'lecturer',
    synonyms: ['Giảng viên', 'Mã giảng viên', 'Người giảng', 'giang_vien'],
    required: false,
  },
  { key: 'room', synonyms: ['Phòng', 'Mã phòng', 'Phòng học', 'phong'], required: false },
  { key: 'place', synonyms: ['Địa điểm', 'dia_diem'], required: false },
  { key: 'note', synonyms: ['Ghi chú', 'ghi_chu'], required: false },
] as const satisfies readonly WantedColumn[]

type Key = (typeof columns)[number]['key']
type Facts = store.NewSession & { code: string; classCode: string; lecturer: string; room: string }
type Known = { id: number; version: number; code: string; session: store.Session }

const wordOf = <T extends string>(of: Record<T, string>, keys: readonly T[]) => {
  const known = new Map(keys.flatMap((key) => [of[key], key].map((text) => [searchKey(text), key] as const)))
  return (text: string): T | null => known.get(searchKey(text)) ?? null
}
const partOf = wordOf<Part>(vi.partTitle, parts)
const kindOf = wordOf<HourKind>(vi.kind, hourKinds)

/** Things by code and by name; a name that two have means neither. */
function finderOf(rows: readonly { id: number; code: string; name: string }[]) {
  const byName = new Map<string, number | null>()
  for (const { id, name } of rows) byName.set(searchKey(name), byName.has(searchKey(name)) ? null : id)
  const byCode = new Map(rows.map((one) => [searchKey(one.code), one.id]))
  return (text: string): number | undefined =>
    byCode.get(searchKey(text)) ?? byName.get(searchKey(text)) ?? undefined
}

/** Everything that the rows of a file can name or meet, asked once. */
async function around(ctx: Ctx, table: Table) {
  const days = table.rows
    .map((row) => readDay(row.cells.onDay))
    .flatMap((one) => (one.ok && one.value ? [one.value] : []))
    .sort()
  const span: [Day, Day] = [days[0] ?? ctx.today, days.at(-1) ?? ctx.today]
  const codes = [...new Set(table.rows.map((row) => readText(row.cells.classCode) ?? ''))]
  const classes = await ctx.db
    .selectFrom('training_class')
    .where('code', 'in', codes.length > 0 ? codes : [''])
    .where('cancelled_on', 'is', null)
    .select(['id', 'code', 'name', 'opens_on as opensOn', 'closes_on as closesOn'])
    .execute()
  const topics = new Map<number, Map<string, number>>()
  for (const { id } of classes)
    topics.set(
      id,
      new Map((await store.topicsOf(ctx.db, id)).map((one) => [searchKey(one.title), one.itemId])),
    )
  const rooms = finderOf(await ctx.db.selectFrom('room').select(['id', 'code', 'name']).execute())
  const lecturers = finderOf(await ctx.db.selectFrom('lecturer').select(['id', 'code', 'name']).execute())
  const held = await store.sessionsOf(
    ctx.db,
    ctx.scope,
    sql`s.on_day between ${span[0]}::date and ${span[1]}::date and ${store.isHeld(sql`s`)}`,
  )
  return { classes: new Map(classes.map((one) => [one.code, one])), topics, rooms, lecturers, held }
}

type Around = Awaited<ReturnType<typeof around>>

/** Says at its row what a session of the file would meet, in Nhịp or in the file itself. */
function meets(reader: RowReader<Key>, facts: Facts, { held }: Around, inFile: Map<string, Facts>): void {
  const { classId, onDay, part } = facts
  for (const [key, id, column, code] of [
    ['lecturerId', facts.lecturerId, 'lecturer', 'teaching.lecturerTaken'],
    ['roomId', facts.roomId, 'room', 'teaching.roomTaken'],
  ] as const) {
    if (id === undefined) continue
    const other = held.find(
      (one) => one[key] === id && one.onDay === onDay && one.part === part && one.classId !== classId,
    )
    if (other)
      reader.wrong(column, code, {
        what: facts[column],
        code: other.classCode,
        name: other.className,
        on: onDay,
        part,
      })
    const at = `${key} ${id} ${onDay} ${part}`
    const before = inFile.get(at)
    if (before)
      reader.wrong(column, code, {
        what: facts[column],
        code: before.classCode,
        name: before.title,
        on: onDay,
        part,
      })
    else inFile.set(at, facts)
  }
}

function readRow(reader: RowReader<Key>, here: Around, inFile: Map<string, Facts>): Facts {
  const classCode = tidy(reader.line('classCode', 40))
  const found = here.classes.get(classCode)
  if (!found && classCode !== '') reader.wrong('classCode', 'teaching.unknownClass')
  const onDay = reader.day('onDay')
  if (onDay === null && !reader.isWrong) reader.wrong('onDay', 'field.required')
  if (onDay && found && (onDay < found.opensOn || (found.closesOn !== null && onDay > found.closesOn)))
    reader.wrong('onDay', 'teaching.outsideClass', { opensOn: found.opensOn, closesOn: found.closesOn })
  const part = reader.word('part', partOf)
  if (part === null && !reader.isWrong) reader.wrong('part', 'field.required')
  const named = (key: 'lecturer' | 'room', find: (text: string) => number | undefined, code: string) => {
    const text = tidy(reader.optional(key, 200))
    const id = text === '' ? undefined : find(text)
    if (text !== '' && id === undefined) reader.wrong(key, code)
    return { text, id }
  }
  const lecturer = named('lecturer', here.lecturers, 'teaching.unknownLecturer')
  const room = named('room', here.rooms, 'teaching.unknownRoom')
  const title = tidy(reader.line('title', 500))
  const itemId = found && here.topics.get(found.id)?.get(searchKey(title))
  const hours = reader.whole('hours', 1, 12)
  if (hours === null && !reader.isWrong) reader.wrong('hours', 'field.required')
  const facts: Facts = {
    code: `${classCode} ${onDay ?? ''} ${part ?? ''}`,
    classCode,
    classId: found?.id ?? 0,
    title,
    onDay: onDay ?? '',
    part: part ?? 'morning',
    hours: hours ?? 0,
    kind: reader.word('kind', kindOf) ?? 'theory',
    place: tidy(reader.optional('place', 300)),
    note: reader.optional('note', 500),
    lecturer: lecturer.text,
    room: room.text,
    ...(itemId !== undefined && { itemId }),
    ...(lecturer.id !== undefined && { lecturerId: lecturer.id }),
    ...(room.id !== undefined && { roomId: room.id }),
  }
  if (!reader.isWrong) meets(reader, facts, here, inFile)
  return facts
}

/** Timetables of classes; a session is known by class, day and part of the day. */
export const timetablesImporter: Importer = {
  kind: 'timetables',
  can: 'teaching.edit',
  columns,
  template: {
    example: {
      classCode: 'TC01-26',
      onDay: '2026-12-01',
      part: vi.partTitle.morning,
      title: 'Chủ nghĩa duy vật biện chứng',
      hours: 5,
      kind: vi.kind.theory,
      lecturer: 'GV01',
      room: 'P101',
      place: '',
      note: '',
    },
    choices: { part: Object.values(vi.partTitle), kind: Object.values(vi.kind) },
    days: ['onDay'],
    numbers: ['hours'],
  },
  check: async (ctx: Ctx, table: Table, options: ImportOptions) => {
    const here = await around(ctx, table)
    const inFile = new Map<string, Facts>()
    // Compared by whom and where is meant; the words of the file («GV01») stand for the name.
    const nameOf = new Map<string, string | null>(
      here.held.flatMap(
        (one) =>
          [
            [`l${one.lecturerId}`, one.lecturer],
            [`r${one.roomId}`, one.room],
          ] as const,
      ),
    )
    const printed = (one: Facts | Known): Partial<Record<Key, string>> => {
      const said = 'session' in one ? one.session : one
      return {
        title: said.title,
        hours: String(said.hours),
        kind: vi.kind[said.kind],
        lecturer: nameOf.get(`l${said.lecturerId}`) ?? said.lecturer ?? '',
        room: nameOf.get(`r${said.roomId}`) ?? said.room ?? '',
        place: said.place,
        note: said.note,
      }
    }
    return checkCodeList<Key, Facts, Known>({
      codeColumn: 'classCode',
      codeTwice: 'teaching.sameRow',
      read: (reader) => readRow(reader, here, inFile),
      known: async (_, codes) =>
        here.held
          .map((session) => ({
            id: session.id,
            version: session.version,
            code: `${session.classCode} ${session.onDay} ${session.part}`,
            session,
          }))
          .filter((one) => codes.includes(one.code)),
      printed,
      understood: (one) =>
        [one.classCode, one.onDay && printDay(one.onDay), vi.part[one.part], one.title, one.lecturer]
          .filter(Boolean)
          .join(' · '),
      add: (ctx, facts) => store.addSessions(ctx.db, facts),
      change: (ctx, known, facts) => store.changeSession(ctx.db, known.id, known.version, facts),
    })(ctx, table, options)
  },
}
