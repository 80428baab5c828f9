import { printDay } from '../../pure/day.ts'
import { fold, searchKey, tidy } from '../../pure/vietnamese.ts'
import { checkCodeList } from '../../server/code-list.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { Table, WantedColumn } from '../../server/files/table.ts'
import type { Importer, ImportOptions } from '../../server/importer.ts'
import * as profiles from './profile-store.ts'
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
  { key: 'category', synonyms: ['Nhóm', 'Nhóm giảng viên', 'Đối tượng', 'nhom'], required: false },
  {
    key: 'monthlyHours',
    synonyms: ['Số tiết mỗi tháng', 'Tiết/tháng', 'Số tiết/tháng', 'so_tiet_thang'],
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
      category: 'Giảng viên cơ hữu',
      monthlyHours: '',
      fromOn: '2024-09-01',
      note: '',
    },
    choices: { guest: [vi.own, vi.guest] },
    days: ['fromOn', 'untilOn'],
    numbers: ['weeklyHours', 'monthlyHours'],
  },
  check: async (ctx: Ctx, table: Table, options: ImportOptions) => {
    const codeOf = new Map<string, string>()
    for (const field of await store.fields(ctx.db, ctx.today))
      for (const name of [field.code, field.name, field.nameEn]) codeOf.set(searchKey(name), field.code)
    const categories = await profiles.categories(ctx.db)
    const categoryOf = new Map(
      categories.flatMap((one) => [one.code, one.name, one.nameEn].map((name) => [searchKey(name), one])),
    )
    const nameOfCategory = new Map(categories.map((one) => [one.code, one.name]))
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
        const isGuest = reader.word('guest', isGuestWord) ?? false
        const said = tidy(reader.optional('category', 120))
        const category = categoryOf.get(searchKey(said))
        if (said !== '' && !category) reader.wrong('category', 'lecturers.unknownCategory', { code: said })
        if (category && category.isGuest !== isGuest) reader.wrong('category', 'lecturers.otherKind')
        const monthlyHours = reader.whole('monthlyHours', 1, 240)
        return {
          code: tidy(reader.line('code', 40)),
          name: tidy(reader.line('name', 200)),
          fields: [...new Set(named.flatMap((one) => codeOf.get(searchKey(one)) ?? []))],
          isGuest,
          workplace: tidy(reader.optional('workplace', 300)),
          weeklyHours: reader.whole('weeklyHours', 1, 60) ?? 16,
          note: reader.optional('note', 1000),
          // A column that the file does not have leaves what is there.
          ...(table.columns.category && { categoryCode: category?.code ?? null }),
          ...(table.columns.monthlyHours && { monthlyHours: monthlyHours ?? null }),
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
        category: nameOfCategory.get(one.categoryCode ?? '') ?? '',
        monthlyHours: one.monthlyHours ? String(one.monthlyHours) : '',
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
