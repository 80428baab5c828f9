import type * as z from 'zod'
import { sortKey } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import { docxFile, xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { sender } from '../access/index.ts'
import type { progress, progressInput, reportsContract } from './contract.ts'
import { progressLetter } from './letter.ts'
import { printPortions, printProgress } from './rules.ts'
import { progressWorkbook } from './sheet.ts'
import * as store from './store.ts'

export const reportsService: Service<typeof reportsContract> = {
  progress: (ctx, input) => read(ctx, input),

  progressXlsx: async (ctx, input) =>
    xlsxFile(
      `ket-qua-${input.year}`,
      await progressWorkbook(ctx.locale, await sender(ctx.db), await read(ctx, input)),
    ),

  progressDocx: async (ctx, input) => {
    const bytes = await progressLetter(await sender(ctx.db), await read(ctx, input, 'vi'))
    return docxFile(`ket-qua-${input.year}`, bytes)
  },
}

/** The report with its shares printed. Totals are sums of the groups, so that a column and its foot cannot differ. */
async function read(
  ctx: Ctx,
  input: z.infer<typeof progressInput>,
  locale = ctx.locale,
): Promise<z.infer<typeof progress>> {
  const { groups, lines, against, ...figures } = await store.progressOf(
    ctx.db,
    ctx.scope,
    ctx.today,
    input,
    locale,
  )
  const { rounding } = input
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((all, group) => all + of(group), 0)
  const learners = groups.flatMap((group) => group.plannedLearners ?? [])
  const planned = {
    classes: sum((group) => group.planned),
    carriedOver: sum((group) => group.plannedCarriedOver),
    opened: sum((group) => group.plannedOpened),
    learners: learners.length > 0 ? learners.reduce((all, one) => all + one, 0) : null,
  }
  const held = {
    classes: sum((group) => group.held),
    carriedOver: sum((group) => group.carriedOver),
    opened: sum((group) => group.opened),
    openedByMode: {
      fullTime: sum((group) => group.openedByMode.fullTime),
      partTime: sum((group) => group.openedByMode.partTime),
      none: sum((group) => group.openedByMode.none),
    },
    learners: sum((group) => group.learners),
  }
  const shareOf = (part: number, whole: number) => ({
    fraction: { part, whole },
    share: printProgress({ part, whole }, rounding, locale),
  })
  const portions = printPortions(
    groups.map((group) => group.held),
    rounding,
    locale,
  )
  return {
    year: input.year,
    on: ctx.today,
    rounding,
    planned,
    held,
    coming: sum((group) => group.coming),
    against: {
      assigned: against.assigned && {
        ...against.assigned,
        ...shareOf(held.classes, against.assigned.classes),
      },
      adjusted: against.adjusted && {
        ...against.adjusted,
        ...shareOf(held.classes, against.adjusted.classes),
      },
      changes: against.changes,
    },
    ...shareOf(held.classes, planned.classes),
    groups: groups.map((group, i) => ({
      ...group,
      ...shareOf(group.held, group.planned),
      portion: portions[i] ?? '',
    })),
    ...(lines && { lines }),
    ...figures,
    beyond: {
      ...figures.beyond,
      kinds: largestFirst(figures.beyond.kinds, (row) => [row.classes, row.programme]),
    },
    partners: largestFirst(figures.partners, (row) => [row.classes + row.beyondClasses, row.partner]),
    units: largestFirst(figures.units, (row) => [row.classes + row.beyondClasses, row.unit]),
  }
}

/** The most classes first, equal ones by name in the order of the alphabet, what has no name last. */
function largestFirst<Row>(
  rows: readonly Row[],
  of: (row: Row) => [classes: number, name: string | null],
): Row[] {
  const keyed = rows.map((row) => {
    const [classes, name] = of(row)
    return { row, classes, name: name ? sortKey(name) : null }
  })
  keyed.sort((a, b) => {
    if ((a.name === null) !== (b.name === null)) return a.name === null ? 1 : -1
    if (a.classes !== b.classes) return b.classes - a.classes
    return (a.name ?? '') < (b.name ?? '') ? -1 : 1
  })
  return keyed.map((one) => one.row)
}
