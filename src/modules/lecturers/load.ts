import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import type { loadContract } from './contract/load.ts'
import { loadSheet } from './corps-sheet.ts'
import * as loads from './load-store.ts'
import * as profiles from './profile-store.ts'

export const loadService: Service<typeof loadContract> = {
  load: async (ctx, input) => ({
    ...(await loads.loadOf(ctx.db, input, ctx.today, input)),
    fields: await loads.fieldsOf(ctx.db, input.year, ctx.today),
  }),

  loadXlsx: async (ctx, input) => {
    const { rows } = await loads.loadOf(ctx.db, input, ctx.today)
    const fields = await loads.fieldsOf(ctx.db, input.year, ctx.today)
    return xlsxFile(`tai-giang-${input.year}`, await loadSheet(ctx.locale, input.year, rows, fields))
  },

  loadOf: (ctx, { lecturerId, year }) => oneLoad(ctx, lecturerId, year),

  myLoad: async (ctx, { year }) => {
    const lecturerId = await profiles.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
    if (lecturerId === undefined) throw problem(404, 'lecturers.noFileOfYours')
    return oneLoad(ctx, lecturerId, year)
  },
}

async function oneLoad(ctx: Ctx, lecturerId: number, year: number) {
  const found = await loads.loadOfOne(ctx.db, lecturerId, year, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  return found
}
