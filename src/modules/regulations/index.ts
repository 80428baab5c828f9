import type { Day } from '../../pure/day.ts'
import type { Ctx, Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { regulations } from './files.ts'
import { judgeAll, type LackVerdict } from './rules.ts'
import { factsOf } from './store.ts'

export { keyOf, type LackVerdict, type RuleSet } from './rules.ts'
export { plannedScope, regulationsService } from './service.ts'

/**
 * Who lacks what on a day, within the scope: a verdict with all the people whom it is on, of whose post a level is asked.
 * `planned`: the units whose planned posts may be looked at (`plannedScope`), null for none. Reads, never writes.
 */
export async function lackingOf(
  db: Db,
  scope: Scope,
  about: { on: Day; unitIds: readonly number[] | null; planned: Scope | null; personIds?: readonly number[] },
): Promise<{ personIds: number[]; verdict: LackVerdict }[]> {
  const { sets } = await regulations()
  return judgeAll(sets, await factsOf(db, scope, about), about.on).map(({ group, verdict }) => ({
    personIds: group.personIds,
    verdict,
  }))
}

/** The target groups in the reader's language. */
export async function targetGroupsIn(locale: Ctx['locale']): Promise<{ code: string; name: string }[]> {
  const { groups } = await regulations()
  return groups.map((group) => ({ code: group.code, name: group[locale] }))
}

/** The rule sets as they stand in their files, newest first. */
export { regulations } from './files.ts'
