import { sql } from 'kysely'
import type * as z from 'zod'
import type { Locale } from '../../pure/words.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { type AdjustedRow, adjustedLinesOf, countsOf } from './changes-store.ts'
import type { adjustedPlan, planVersion, rolledLine } from './contract.ts'
import { coveringLine, type Subject } from './rules/periods.ts'
import { sumsOf } from './rules.ts'
import * as store from './store.ts'

type Version = z.infer<typeof planVersion>

/**
 * The adjusted plan: the lines of the newest approved version with the approved changes on it, each beside the same line as it
 * was assigned (first approved version). Lines that fell away stay, with no class. Empty while nothing is approved.
 */
export async function adjustedOf(
  ctx: Ctx,
  year: number,
  versions: readonly Version[],
): Promise<z.infer<typeof adjustedPlan>> {
  const assignedVersion = versions.find((version) => version.isAssigned) ?? null
  const currentVersion = versions.find((version) => version.isCurrent) ?? null
  const assignedLines = assignedVersion ? await store.linesOf(ctx.db, assignedVersion.id, ctx.locale) : []
  const current = currentVersion ? await adjustedLinesOf(ctx.db, currentVersion.id, ctx.locale) : []
  const byKey = new Map(assignedLines.map((line) => [line.lineKey, line]))
  const fallen = assignedLines
    .filter((line) => current.every((one) => one.lineKey !== line.lineKey))
    .map(
      (line): AdjustedRow => ({
        ...line,
        carriedOver: 0,
        opened: 0,
        classes: 0,
        learners: null,
        changeId: null,
      }),
    )
  const lines = [...current, ...fallen].map((line) => ({
    ...line,
    assigned: byKey.get(line.lineKey) ?? null,
  }))
  const codes = [...new Map(lines.map((line) => [line.groupCode, line.groupName]))]
  const inForce = current.filter((line) => line.classes > 0)
  return {
    year,
    assignedVersion,
    currentVersion,
    changes: currentVersion
      ? await countsOf(ctx.db, ctx.scope, { planId: currentVersion.planId, versionId: currentVersion.id })
      : { approved: 0, proposed: 0 },
    lines,
    groups: codes.map(([groupCode, groupName]) => ({
      groupCode,
      groupName,
      assigned: sumsOf(assignedLines.filter((line) => line.groupCode === groupCode)),
      adjusted: sumsOf(inForce.filter((line) => line.groupCode === groupCode)),
    })),
    assigned: sumsOf(assignedLines),
    adjusted: sumsOf(inForce),
    can: currentVersion && actorOf(ctx).rights.includes('plans.propose') ? ['propose'] : [],
  }
}

/** The lines of a year's adjusted plan and the number of the version in force; no line and null while nothing is approved. */
export async function adjustedLinesInForce(
  db: Db,
  year: number,
  locale: Locale,
): Promise<{ number: number | null; lines: AdjustedRow[] }> {
  const current = (await store.versionsOf(db, { all: true }, year)).find((version) => version.isCurrent)
  return current
    ? { number: current.number, lines: await adjustedLinesOf(db, current.id, locale) }
    : { number: null, lines: [] }
}

/** A plan for a period line by line against the adjusted plans of its years and the classes that were opened. */
export async function rollUpOf(
  ctx: Ctx,
  version: { id: number; year: number; untilYear: number },
): Promise<{
  lines: z.infer<typeof rolledLine>[]
  outside: { year: number; title: string; modeName: string; opened: number }[]
}> {
  const lines = await store.linesOf(ctx.db, version.id, ctx.locale)
  const years = Array.from({ length: version.untilYear - version.year + 1 }, (_, i) => version.year + i)
  const current = (await store.versionsOf(ctx.db, ctx.scope, null)).filter(
    (one) => one.isCurrent && years.includes(one.year),
  )
  const planned: (AdjustedRow & { year: number })[] = []
  for (const one of current)
    for (const line of await adjustedLinesOf(ctx.db, one.id, ctx.locale))
      planned.push({ ...line, year: one.year })
  const classes = await openedByYear(ctx.db, version, ctx.today)
  const covered = planned.map((line) => ({ line, by: coveringLine(lines, line) }))
  const held = classes.map((row) => ({ row, by: coveringLine(lines, row) }))
  return {
    lines: lines.map((line) => {
      const own = covered.filter((one) => one.by?.lineKey === line.lineKey).map((one) => one.line)
      const opened = held.filter((one) => one.by?.lineKey === line.lineKey).map((one) => one.row)
      const byYear = years.map((year, i) => ({
        year,
        target: line.openedByYear?.[i] ?? null,
        planned: own.filter((one) => one.year === year).reduce((sum, one) => sum + one.opened, 0),
        opened: opened.filter((one) => one.year === year).reduce((sum, one) => sum + one.classes, 0),
      }))
      return {
        line,
        years: byYear,
        planned: byYear.reduce((sum, one) => sum + one.planned, 0),
        plannedLearners: sumsOf(own).learners,
        opened: byYear.reduce((sum, one) => sum + one.opened, 0),
      }
    }),
    outside: covered
      .filter((one) => one.by === undefined && one.line.opened > 0)
      .map(({ line: { year, title, modeName, opened } }) => ({ year, title, modeName, opened })),
  }
}

type OpenedRow = Subject & { year: number; classes: number }

/** Classes within the plan that were opened in each year, by programme and mode; begun by today. */
async function openedByYear(
  db: Db,
  { year, untilYear }: { year: number; untilYear: number },
  today: string,
): Promise<OpenedRow[]> {
  const { rows } = await sql<OpenedRow>`
    select y.year, c.programme_id as "programmeId", p.group_code as "groupCode", c.mode_code as "modeCode", count(*)::int as classes
    from generate_series(${year}::integer, ${untilYear}::integer) y (year)
    join training_class c on c.basis = 'plan' and c.opens_on <= ${today}::date and c.opens_on >= make_date(${year}::integer - 1, 1, 1)
    join programme p on p.id = c.programme_id
    left join class_year_correction k on k.class_id = c.id and k.year = y.year and k.counts_as <> 'byDates'
    left join class_year_correction o on o.class_id = c.id and o.counts_as = 'opened'
    where class_counts_as(c.opens_on, c.closes_on, c.cancelled_on, o.year, k.counts_as, y.year) = 'opened'
    group by y.year, c.programme_id, p.group_code, c.mode_code`.execute(db)
  return rows
}
