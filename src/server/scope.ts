import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from './ctx.ts'

/**
 * The first wall as a condition of a query: `.where((eb) => inScope(eb, 'person.unit_id', 'person.id', scope))`.
 * @param unit the column that says to which unit a row belongs
 * @param person the column that says whose row it is, or null where rows are nobody's own
 */
export function inScope<DB, TB extends keyof DB>(
  _eb: ExpressionBuilder<DB, TB>,
  unit: string,
  person: string | null,
  scope: Scope,
): Expression<SqlBool> {
  if (scope.all) return sql<SqlBool>`true`
  const units = sql<SqlBool>`${sql.ref(unit)} = any (${[...scope.unitIds]}::bigint[])`
  if (person === null || scope.personId === null) return units
  return sql<SqlBool>`(${units} or ${sql.ref(person)} = ${scope.personId})`
}
