import type * as z from 'zod'
import { searchKey } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx, type Scope } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import type { lacking, lackingInput, regulationsContract } from './contract.ts'
import { regulations } from './files.ts'
import { judgeAll, setsOn } from './rules.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const regulationsService: Service<typeof regulationsContract> = {
  sets: async (ctx) => {
    const { sets, groups } = await regulations()
    const inForce = setsOn(sets, ctx.today)
    return {
      sets: sets.map((set) => ({
        ...set,
        isInForce: inForce.includes(set),
        toConfirm: [...set.rows, ...set.notes, ...(set.standards?.rows ?? [])].filter(
          (one) => one.tag === 'toConfirm',
        ).length,
      })),
      groups: groups.map((group) => ({ code: group.code, name: group[ctx.locale] })),
    }
  },

  lacking: (ctx, input) => found(ctx, input, { size: input.size, page: input.page }),

  lackingXlsx: async (ctx, input) => {
    const w = ctx.locale === 'vi' ? vi : en
    const { rows } = await found(ctx, input, {})
    return xlsxFile(
      'con-thieu-trinh-do',
      await writeSheet({
        sheetName: w.lacking.title,
        titleLines: [{ text: w.lacking.title.toUpperCase(), isBold: true }],
        isLandscape: true,
        columns: [
          { key: 'name', title: w.fields.name, kind: 'text' },
          { key: 'unit', title: w.fields.unit, kind: 'text' },
          { key: 'post', title: w.fields.post, kind: 'text' },
          { key: 'programme', title: w.fields.demanded, kind: 'text' },
          { key: 'qualification', title: w.fields.qualification, kind: 'text' },
          { key: 'result', title: w.fields.result, kind: 'text' },
          { key: 'source', title: w.fields.source, kind: 'text' },
        ],
        rows: rows.map((row) => ({
          name: row.fullName,
          unit: row.unit.name,
          post: row.post ?? w.lacking.planned,
          programme: w.programmes[row.programme],
          qualification: row.qualification ?? w.lacking.notRecorded,
          result: w.results[row.result],
          source: `${row.document}: ${row.rowText}`,
        })),
        footnotes: [w.lacking.note],
      }),
    )
  },
}

/**
 * The scope within which planned posts may be looked at: that of who may open planning, null for others. Afterwards both
 * walls stand as the right `back` has them.
 */
export async function plannedScope(ctx: Ctx, back: string): Promise<{ ctx: Ctx; planned: Scope | null }> {
  if (!actorOf(ctx).rights.includes('people.unmask')) return { ctx, planned: null }
  const { scope } = await ctx.under('people.unmask')
  return { ctx: await ctx.under(back), planned: scope }
}

async function found(
  outer: Ctx,
  input: z.infer<typeof lackingInput>,
  page: { size?: number; page?: number },
): Promise<{ rows: z.infer<typeof lacking>[]; total: number }> {
  const { ctx, planned } = await plannedScope(outer, 'people.read')
  const unitIds = input.unitId === undefined ? null : await store.unitsUnder(ctx.db, input.unitId, ctx.today)
  const { sets } = await regulations()
  const facts = await store.factsOf(ctx.db, ctx.scope, { on: ctx.today, unitIds, planned })
  const judged = new Map(
    judgeAll(sets, facts, ctx.today)
      .filter(({ verdict }) => input.programme === undefined || verdict.programme === input.programme)
      .filter(({ verdict }) =>
        input.result === undefined ? verdict.result !== 'met' : verdict.result === input.result,
      )
      .flatMap(({ group, verdict }) => group.personIds.map((personId) => [personId, verdict] as const)),
  )
  const { rows, total } = await store.namesOf(
    ctx.db,
    ctx.scope,
    [...judged.keys()],
    { q: input.q, sort: input.sort, desc: input.desc, on: ctx.today, ...page },
    searchKey(input.q),
  )
  return {
    total,
    rows: rows.flatMap((row) => {
      const verdict = judged.get(row.personId)
      if (!verdict) return []
      return [
        {
          personId: row.personId,
          fullName: row.fullName,
          unit: { id: row.unitId, name: row.unitName },
          programme: verdict.programme,
          result: verdict.result,
          post: verdict.post.basis === 'planned' ? null : verdict.post.title,
          basis: verdict.post.basis,
          qualification: verdict.qualification,
          ruleSet: verdict.set.id,
          row: verdict.row.code,
          rowText: verdict.row.text,
          document: verdict.set.document,
          tag: verdict.row.tag,
        },
      ]
    }),
  }
}
