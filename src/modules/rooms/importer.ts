import { printDay } from '../../pure/day.ts'
import { fold, tidy } from '../../pure/vietnamese.ts'
import { checkCodeList } from '../../server/code-list.ts'
import type { WantedColumn } from '../../server/files/table.ts'
import type { Importer } from '../../server/importer.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

const columns = [
  { key: 'code', synonyms: ['Mã phòng', 'Mã', 'ma_phong'], required: true },
  {
    key: 'name',
    synonyms: ['Tên phòng', 'Phòng', 'Tên phòng, hội trường', 'Phòng học', 'ten_phong'],
    required: true,
  },
  { key: 'seats', synonyms: ['Số chỗ', 'Sức chứa', 'Chỗ ngồi', 'Số chỗ ngồi', 'so_cho'], required: true },
  { key: 'site', synonyms: ['Cơ sở, địa điểm', 'Cơ sở', 'Địa điểm', 'co_so'], required: false },
  { key: 'owner', synonyms: ['Quản lý', 'Thuộc', 'Loại phòng', 'quan_ly'], required: false },
  { key: 'fromOn', synonyms: ['Dùng từ ngày', 'Từ ngày', 'dung_tu'], required: false },
  { key: 'untilOn', synonyms: ['Hết dùng từ ngày', 'Hết dùng từ', 'het_dung_tu'], required: false },
  { key: 'note', synonyms: ['Ghi chú', 'ghi_chu'], required: false },
] as const satisfies readonly WantedColumn[]

/** «Của trường» or «Mượn»; null for anything else. */
const isOwnRoom = (text: string): boolean | null => {
  const said = fold(text)
  if (/truong|own/.test(said)) return true
  return /muon|thue|ngoai|host/.test(said) ? false : null
}

type Facts = Parameters<typeof store.addRooms>[1][number]

/** Lists of rooms and halls; a room is known by its code. */
export const roomsImporter: Importer = {
  kind: 'rooms',
  can: 'rooms.edit',
  columns,
  template: {
    example: {
      code: 'HT-A',
      name: 'Hội trường A',
      seats: 150,
      site: 'Cơ sở chính',
      owner: vi.own,
      fromOn: '2024-01-01',
      note: '',
    },
    choices: { owner: [vi.own, vi.hosted] },
    days: ['fromOn', 'untilOn'],
    numbers: ['seats'],
  },
  check: checkCodeList<(typeof columns)[number]['key'], Facts, store.Room>({
    codeColumn: 'code',
    codeTwice: 'rooms.codeTwice',
    read: (reader) => {
      const fromOn = reader.day('fromOn')
      const untilOn = reader.day('untilOn')
      if (fromOn && untilOn && untilOn <= fromOn) reader.wrong('untilOn', 'rooms.endsBeforeItBegins')
      const seats = reader.whole('seats', 1, 5000)
      if (seats === null && !reader.isWrong) reader.wrong('seats', 'field.required')
      return {
        code: tidy(reader.line('code', 40)),
        name: tidy(reader.line('name', 200)),
        seats: seats ?? 0,
        site: tidy(reader.optional('site', 200)),
        isOwn: reader.word('owner', isOwnRoom) ?? true,
        note: reader.optional('note', 1000),
        ...(fromOn && { fromOn }),
        ...(untilOn && { untilOn }),
      }
    },
    known: (ctx, codes) => store.roomsWithCode(ctx.db, codes),
    printed: (room) => ({
      name: room.name,
      seats: String(room.seats),
      site: room.site,
      owner: room.isOwn ? vi.own : vi.hosted,
      fromOn: room.fromOn ? printDay(room.fromOn) : '',
      untilOn: room.untilOn ? printDay(room.untilOn) : '',
      note: room.note,
    }),
    understood: (room) =>
      [room.code, room.name, vi.seatsOf({ seats: room.seats }), room.site].filter(Boolean).join(' · '),
    add: (ctx, rooms) => store.addRooms(ctx.db, rooms),
    change: (ctx, known, facts) => store.changeRoom(ctx.db, known.id, facts, known.version),
  }),
}
