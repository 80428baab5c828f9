import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { calendarContract } from './contract.ts'
import { holidaysOf } from './holidays.ts'
import { refusalsOf } from './rules.ts'
import { calendarSheet } from './sheet.ts'
import * as store from './store.ts'

type EntryInput = Parameters<typeof store.addEntry>[1]

export const calendarService: Service<typeof calendarContract> = {
  list: async (ctx, input) => {
    const { rows, total } = await store.listed(ctx.db, input, ctx.scope)
    return { rows: rows.map((row) => withVerbs(ctx, row)), total }
  },

  xlsx: async (ctx, input) =>
    calendarSheet(ctx.locale, input.year, await store.allListed(ctx.db, input, ctx.scope)),

  ofYear: async (ctx, { year }) =>
    (await store.entriesOfYear(ctx.db, year, ctx.scope)).map((row) => withVerbs(ctx, row)),

  weeks: (ctx, { year }) => store.teachingWeeks(ctx.db, year),

  get: async (ctx, { entryId }) => withVerbs(ctx, await readEntry(ctx, entryId)),

  make: async (ctx, input) => {
    const entryId = await store.addEntry(ctx.db, sound(ctx, input))
    return withVerbs(ctx, await readEntry(ctx, entryId))
  },

  edit: async (ctx, { entryId, version, ...input }) => {
    const known = await ownEntry(ctx, entryId)
    if (!(await store.changeEntry(ctx.db, entryId, sound(ctx, input), version)))
      throw problem(409, 'calendar.stale', { current: known })
    return withVerbs(ctx, await readEntry(ctx, entryId))
  },

  remove: async (ctx, { entryId, version }) => {
    const known = await ownEntry(ctx, entryId)
    if (!(await store.removeEntry(ctx.db, entryId, version)))
      throw problem(409, 'calendar.stale', { current: known })
    return { entryId }
  },

  loadHolidays: async (ctx, { year }) => {
    const holidays = holidaysOf(year)
    const added = await store.addHolidays(ctx.db, holidays)
    return { year, added, known: holidays.length - added }
  },
}

async function readEntry(ctx: Ctx, entryId: number): Promise<store.Entry> {
  const found = await store.entryById(ctx.db, entryId, ctx.scope)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

/** Under the right to edit, units see what is everybody's too, but it is not theirs to change. */
async function ownEntry(ctx: Ctx, entryId: number): Promise<store.Entry> {
  const found = await readEntry(ctx, entryId)
  if (!ctx.scope.all && found.unitId === null) throw problem(403, 'calendar.schoolOnly')
  return found
}

function withVerbs(ctx: Ctx, entry: store.Entry) {
  const { rights } = actorOf(ctx)
  const mayEdit =
    rights.includes('calendar.holidays') || (rights.includes('calendar.edit') && entry.unitId !== null)
  return { ...entry, can: mayEdit ? (['edit'] as const).slice() : [] }
}

function sound(ctx: Ctx, input: EntryInput): EntryInput {
  if (!ctx.scope.all) {
    if (input.unitId === undefined)
      throw problem(422, 'calendar.schoolOnly', {}, [{ path: 'unitId', code: 'calendar.schoolOnly' }])
    if (!ctx.scope.unitIds.includes(input.unitId)) throw problem(404, 'access.notFound')
  }
  const [first, ...more] = refusalsOf(input)
  if (first) throw problem(422, first.code, {}, [first, ...more])
  return { ...input, title: tidy(input.title), source: tidy(input.source) }
}
