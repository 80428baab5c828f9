import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import { mondaysOf } from '../calendar/index.ts'
import type { roomsContract } from './contract.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type RoomInput = Parameters<typeof store.addRooms>[1][number]

export const roomsService: Service<typeof roomsContract> = {
  list: async (ctx, input) => {
    const { rows, total } = await store.listed(ctx.db, input, ctx.today)
    return { rows: rows.map((row) => withVerbs(ctx, row)), total }
  },

  xlsx: async (ctx, input) => {
    const w = ctx.locale === 'vi' ? vi : en
    const bytes = await writeSheet({
      sheetName: w.rooms,
      titleLines: [{ text: w.sheetTitle, isBold: true }],
      columns: [
        { key: 'code', title: w.field.code, kind: 'text', width: 12 },
        { key: 'name', title: w.field.name, kind: 'text', width: 36 },
        { key: 'seats', title: w.field.seats, kind: 'number', width: 10 },
        { key: 'site', title: w.field.site, kind: 'text', width: 30 },
        { key: 'owner', title: w.field.isOwn, kind: 'text', width: 16 },
        { key: 'fromOn', title: w.field.fromOn, kind: 'day' },
        { key: 'untilOn', title: w.field.untilOn, kind: 'day' },
        { key: 'note', title: w.field.note, kind: 'text', width: 30 },
      ],
      rows: (await store.allListed(ctx.db, input, ctx.today)).map((row) => ({
        ...row,
        owner: row.isOwn ? w.own : w.hosted,
      })),
    })
    return xlsxFile('phong', bytes)
  },

  get: async (ctx, { roomId }) => withVerbs(ctx, await readRoom(ctx, roomId)),

  weeks: async (ctx, { roomId, year }) => {
    await readRoom(ctx, roomId)
    const mondays = mondaysOf(year)
    const taken = Map.groupBy(await store.classesInWeeks(ctx.db, roomId, mondays), (one) => one.mondayOn)
    return mondays.map((mondayOn, index) => {
      const here = taken.get(mondayOn) ?? []
      return {
        week: index + 1,
        mondayOn,
        days: here.reduce((sum, one) => sum + one.days, 0),
        classes: here.map(({ classId, code, name }) => ({ classId, code, name })),
      }
    })
  },

  make: async (ctx, input) => {
    const [roomId] = await store.addRooms(ctx.db, [sound(input)])
    return withVerbs(ctx, await readRoom(ctx, roomId as number))
  },

  edit: async (ctx, { roomId, version, ...input }) => {
    const known = await readRoom(ctx, roomId)
    if (!(await store.changeRoom(ctx.db, roomId, sound(input), version)))
      throw problem(409, 'rooms.stale', { current: known })
    return withVerbs(ctx, await readRoom(ctx, roomId))
  },
}

async function readRoom(ctx: Ctx, roomId: number): Promise<store.Room> {
  const found = await store.roomById(ctx.db, roomId)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

const withVerbs = (ctx: Ctx, row: store.Room) => ({
  ...row,
  can: actorOf(ctx).rights.includes('rooms.edit') ? ['edit' as const] : [],
})

function sound(input: RoomInput): RoomInput {
  if (input.fromOn && input.untilOn && input.untilOn <= input.fromOn)
    throw problem(422, 'rooms.endsBeforeItBegins', {}, [
      { path: 'untilOn', code: 'rooms.endsBeforeItBegins' },
    ])
  return { ...input, code: tidy(input.code), name: tidy(input.name), site: tidy(input.site) }
}
