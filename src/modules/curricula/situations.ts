import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import { dropFile, filesOf, keepFile, takeFile } from '../files/index.ts'
import type { situationInput, situationsContract } from './contract/situations.ts'
import { words } from './read.ts'
import * as bank from './situations-store.ts'
import { fieldExists } from './store.ts'

export const situationsService: Service<typeof situationsContract> = {
  list: async (ctx, input) => {
    const { rows, total } = await bank.situationsOf(ctx.db, input, ctx.today, ctx.locale)
    return { rows: rows.map((row) => shown(ctx, row)), total }
  },

  xlsx: async (ctx, input) => {
    const { rows } = await bank.situationsOf(ctx.db, input, ctx.today, ctx.locale, true)
    const w = words(ctx)
    const f = w.bank.fields
    const bytes = await writeSheet({
      sheetName: w.bank.sheet,
      titleLines: [{ text: w.bank.title.toUpperCase(), isBold: true }],
      isLandscape: true,
      columns: [
        { key: 'title', title: f.title, kind: 'text', width: 40 },
        { key: 'kind', title: f.kind, kind: 'text' },
        { key: 'text', title: f.text, kind: 'text', width: 70 },
        { key: 'field', title: f.field, kind: 'text' },
        { key: 'owner', title: f.owner, kind: 'text' },
        { key: 'topics', title: f.topics, kind: 'number' },
        { key: 'usedIn', title: f.usedIn, kind: 'number' },
      ],
      rows: rows.map((row) => ({
        ...row,
        kind: w.bank.kinds[row.kind],
        field: row.fieldName,
        owner: row.unitName ?? w.bank.school,
      })),
    })
    return xlsxFile('tinh-huong', bytes)
  },

  topics: (ctx) => bank.knownTopics(ctx.db),

  get: (ctx, { situationId }) => read(ctx, situationId),

  make: async (ctx, { unitId, lineageIds, ...input }) => {
    const madeBy = actorOf(ctx).accountId
    const owner = ownerOf(ctx, unitId)
    const id = await bank.addSituation(ctx.db, { ...(await sound(ctx, input)), unitId: owner, madeBy })
    await bank.setTopics(ctx.db, id, await bank.lineagesAmong(ctx.db, lineageIds))
    return read(ctx, id)
  },

  edit: async (ctx, { situationId, version, lineageIds, ...input }) => {
    const row = await own(ctx, situationId)
    if (!(await bank.setSituation(ctx.db, { id: situationId, version }, await sound(ctx, input))))
      throw problem(409, 'situations.stale', { current: row })
    await bank.setTopics(ctx.db, situationId, await bank.lineagesAmong(ctx.db, lineageIds))
    return read(ctx, situationId)
  },

  withdraw: async (ctx, { situationId, version }) => {
    const row = await own(ctx, situationId)
    if (!(await bank.setSituation(ctx.db, { id: situationId, version }, { withdrawnOn: ctx.today })))
      throw problem(409, 'situations.stale', { current: row })
    return read(ctx, situationId)
  },

  attach: async (ctx, { situationId, file }) => {
    await own(ctx, situationId)
    await keepFile(ctx, { kind: 'situation', id: situationId }, file)
    return read(ctx, situationId)
  },

  detach: async (ctx, { situationId, fileId }) => {
    await own(ctx, situationId)
    await dropFile(ctx, { kind: 'situation', id: situationId }, fileId)
    return read(ctx, situationId)
  },

  file: async (ctx, { situationId, fileId }) => {
    await read(ctx, situationId)
    return takeFile(ctx, { kind: 'situation', id: situationId }, fileId)
  },
}

/** The school writes what is the school's, a unit what is its own; what others own is read only. */
function shown(
  ctx: Ctx,
  row: bank.SituationRow,
): z.infer<typeof import('./contract/situations.ts').situation> {
  const isOwn = row.unitId === null ? ctx.scope.all : ctx.scope.all || ctx.scope.unitIds.includes(row.unitId)
  const may = isOwn && actorOf(ctx).rights.includes('situations.edit')
  return {
    ...row,
    can: may ? ['edit', ...(row.withdrawnOn === null ? (['withdraw', 'attach'] as const) : [])] : [],
  }
}

async function read(ctx: Ctx, situationId: number) {
  const row = await bank.situationById(ctx.db, situationId, ctx.today, ctx.locale)
  if (!row) throw problem(404, 'situations.notFound')
  return {
    ...shown(ctx, row),
    belongsTo: await bank.topicsOf(ctx.db, situationId),
    files: await filesOf(ctx, { kind: 'situation', id: situationId }),
  }
}

/** One that the actor may change; everybody who reads the bank knows of it, so what is not one's own is refused, not hidden. */
async function own(ctx: Ctx, situationId: number): Promise<bank.SituationRow> {
  const row = await bank.situationById(ctx.db, situationId, ctx.today, ctx.locale)
  if (!row) throw problem(404, 'situations.notFound')
  if (!shown(ctx, row).can.includes('edit')) throw problem(409, 'situations.notYours')
  return row
}

/** Whose a new one is: of a unit's people always a unit of theirs. */
function ownerOf(ctx: Ctx, unitId: number | undefined): number | null {
  if (ctx.scope.all) return unitId ?? null
  const { unitIds } = ctx.scope
  if (unitId !== undefined && unitIds.includes(unitId)) return unitId
  const held = actorOf(ctx).roles.find((one) => one.unitId !== null && unitIds.includes(one.unitId))
  if (unitId !== undefined || !held) throw problem(404, 'situations.notYourUnit')
  return held.unitId
}

async function sound(
  ctx: Ctx,
  input: Omit<z.infer<typeof situationInput>, 'lineageIds'>,
): Promise<bank.SituationValues> {
  const fieldCode = input.fieldCode?.trim() || null
  if (fieldCode !== null && !(await fieldExists(ctx.db, fieldCode)))
    throw problem(422, 'input.wrong', {}, [{ path: 'fieldCode', code: 'curricula.unknownField' }])
  return { title: tidy(input.title), text: input.text, kind: input.kind, fieldCode }
}
