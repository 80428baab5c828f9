import { printDay } from '../../pure/day.ts'
import { fold, searchKey, tidy } from '../../pure/vietnamese.ts'
import { checkCodeList } from '../../server/code-list.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { Table, WantedColumn } from '../../server/files/table.ts'
import type { Importer, ImportOptions } from '../../server/importer.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

const columns = [
  { key: 'code', synonyms: ['Mã giảng viên', 'Mã', 'Mã GV', 'ma_giang_vien'], required: true },
  {
    key: 'name',
    synonyms: ['Họ và tên', 'Họ tên', 'Giảng viên', 'Tên giảng viên', 'ho_ten'],
    required: true,
  },
  { key: 'fields', synonyms: ['Chuyên môn', 'Khoa', 'Chuyên môn giảng dạy', 'chuyen_mon'], required: true },
  { key: 'guest', synonyms: ['Cơ hữu, mời giảng', 'Loại giảng viên', 'Loại', 'loai'], required: false },
  {
    key: 'workplace',
    synonyms: ['Nơi công tác', 'Đơn vị công tác', 'Cơ quan', 'noi_cong_tac'],
    required: false,
  },
  {
    key: 'weeklyHours',
    synonyms: ['Số tiết mỗi tuần', 'Tiết/tuần', 'Số tiết/tuần', 'so_tiet_tuan'],
    required: false,
  },
  { key: 'fromOn', synonyms: ['Giảng dạy từ ngày', 'Từ ngày', 'tu_ngay'], required: false },
  { key: 'untilOn', synonyms: ['Thôi giảng dạy từ ngày', 'Thôi từ ngày', 'thoi_tu_ngay'], required: false },
  { key: 'note', synonyms: ['Ghi chú', 'ghi_chu'], required: false },
] as const satisfies readonly WantedColumn[]

/** «Cơ hữu» or «Mời giảng», «thỉnh giảng»; null for anything else. */
const isGuestWord = (text: string): boolean | null => {
  const said = fold(text)
  if (/co huu|own/.test(said)) return false
  return /moi|thinh giang|kiem giang|guest/.test(said) ? true : null
}

type Facts = Parameters<typeof store.addLecturers>[1][number]

/** Lists of lecturers with their fields by code or name; a lecturer is known by the code. */
export const lecturersImporter: Importer = {
  kind: 'lecturers',
  can: 'lecturers.edit',
  columns,
  template: {
    example: {
      code: 'GV01',
      name: 'Nguyễn Thị Ánh',
      fields: 'LLCS; XDĐ',
      guest: vi.own,
      workplace: '',
      weeklyHours: 16,
      fromOn: '2024-09-01',
      note: '',
    },
    choices: { guest: [vi.own, vi.guest] },
    days: ['fromOn', 'untilOn'],
    numbers: ['weeklyHours'],
  },
  check: async (ctx: Ctx, table: Table, options: ImportOptions) => {
    const codeOf = new Map<string, string>()
    for (const field of await store.fields(ctx.db, ctx.today))
      for (const name of [field.code, field.name, field.nameEn]) codeOf.set(searchKey(name), field.code)
    return checkCodeList<(typeof columns)[number]['key'], Facts, store.Lecturer>({
      codeColumn: 'code',
      codeTwice: 'lecturers.codeTwice',
      read: (reader) => {
        const fromOn = reader.day('fromOn')
        const untilOn = reader.day('untilOn')
        if (fromOn && untilOn && untilOn <= fromOn) reader.wrong('untilOn', 'lecturers.endsBeforeItBegins')
        const named = reader
          .line('fields', 300)
          .split(/[;,\n]/)
          .map(tidy)
          .filter((one) => one !== '')
        const unknown = named.filter((one) => !codeOf.has(searchKey(one)))
        if (unknown.length > 0) reader.wrong('fields', 'lecturers.unknownField', { fields: unknown })
        return {
          code: tidy(reader.line('code', 40)),
          name: tidy(reader.line('name', 200)),
          fields: [...new Set(named.flatMap((one) => codeOf.get(searchKey(one)) ?? []))],
          isGuest: reader.word('guest', isGuestWord) ?? false,
          workplace: tidy(reader.optional('workplace', 300)),
          weeklyHours: reader.whole('weeklyHours', 1, 60) ?? 16,
          note: reader.optional('note', 1000),
          ...(fromOn && { fromOn }),
          ...(untilOn && { untilOn }),
        }
      },
      known: (ctx, codes) => store.lecturersWithCode(ctx.db, codes, ctx.today),
      printed: (one) => ({
        name: one.name,
        fields: one.fields.toSorted().join('; '),
        guest: one.isGuest ? vi.guest : vi.own,
        workplace: one.workplace,
        weeklyHours: String(one.weeklyHours),
        fromOn: one.fromOn ? printDay(one.fromOn) : '',
        untilOn: one.untilOn ? printDay(one.untilOn) : '',
        note: one.note,
      }),
      understood: (one) => [one.code, one.name, one.fields.join(', ')].filter(Boolean).join(' · '),
      add: (ctx, lecturers) => store.addLecturers(ctx.db, lecturers),
      change: (ctx, known, facts) => store.changeLecturer(ctx.db, known.id, facts, known.version),
    })(ctx, table, options)
  },
}
