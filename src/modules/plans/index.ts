export { planImporter } from './importer.ts'
export { type PlanState, sumsByGroup, sumsOf, turnOf } from './rules.ts'
export { plansService } from './service.ts'
/**
 * For modules above: the versions of a year (`isAssigned`: the first approved one; `isCurrent`: the newest approved one) and
 * the lines of a version. A class names the line it stands on; `lineKey` is the same in every later version of that plan.
 */
export { type LineRow, linesOf, type VersionRow, versionsOf } from './store.ts'
