import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { printShare } from '../../pure/share.ts'
import type { Locale } from '../../pure/words.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { adjustedLinesInForce } from '../plans/index.ts'
import type { forecast, forecastContract, warning } from './contract.ts'
import { type Counts, forecastOf } from './rules.ts'
import { forecastSheet } from './sheet.ts'
import { factsOf } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const forecastService: Service<typeof forecastContract> = {
  year: (ctx, { year }) => read(ctx, year),
  xlsx: async (ctx, { year }) =>
    xlsxFile(`du-bao-${year}`, await forecastSheet(ctx.locale === 'vi' ? vi : en, await read(ctx, year))),
}

async function read(ctx: Ctx, year: number): Promise<z.infer<typeof forecast>> {
  const inForce = await adjustedLinesInForce(ctx.db, year, ctx.locale)
  const facts = await factsOf(ctx.db, year, ctx.today, inForce)
  const found = forecastOf(facts)
  const counts = ({ planned, carriedOver, opened, scheduled, unscheduled, low, high }: Counts) => ({
    planned,
    carriedOver,
    opened,
    scheduled,
    unscheduled,
    low,
    high,
  })
  const withShares = (one: Counts) => ({ ...counts(one), ...sharesOf(one, ctx.locale) })
  return {
    year,
    on: facts.on,
    planNumber: facts.planNumber,
    weeksLeft: facts.weeksLeft,
    total: withShares(found.total),
    groups: found.groups.map((group) => ({
      groupCode: group.groupCode,
      groupName: group.groupName,
      ...withShares(group),
    })),
    dangers: found.lines
      .filter((one) => one.dangers.length > 0)
      .toSorted((a, b) => b.unscheduled - a.unscheduled)
      .map(({ line, dangers, ...one }) => ({
        lineKey: line.lineKey,
        groupName: line.groupName,
        title: line.title,
        modeName: line.modeCode === 'none' ? null : line.modeName,
        months: [...line.months],
        ...counts(one),
        dangers,
      })),
    punctuality: found.punctuality && { ...found.punctuality, years: facts.history.map((one) => one.year) },
    atOnce: facts.atOnce,
    resources: found.resources,
    warning: found.warning,
  }
}

const sharesOf = ({ low, high, planned }: Counts, locale: Locale) => {
  const print = (part: number) =>
    printShare({ part, whole: planned }, { decimals: 0, rounding: 'truncate', locale })
  return { shareLow: print(low), shareHigh: print(high) }
}

/** The early warning of a year on a day, for the work list; null while no plan of the year is approved. */
export async function warningOf(db: Db, year: number, today: Day): Promise<z.infer<typeof warning> | null> {
  const inForce = await adjustedLinesInForce(db, year, 'vi')
  if (inForce.number === null) return null
  return forecastOf(await factsOf(db, year, today, inForce)).warning
}
