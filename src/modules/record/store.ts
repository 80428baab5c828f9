import { sql } from 'kysely'
import type * as z from 'zod'
import type { Db } from '../../server/db/transaction.ts'
import type { auditLine, recordContract, recordInput } from './contract.ts'

type ListInput = z.infer<typeof recordInput>
type Verification = z.infer<NonNullable<(typeof recordContract.verify)['~orpc']['outputSchema']>>

/** Lines of the record, newest first. Row-level security leaves the actor's own acts, or all of them. */
export async function linesOf(
  db: Db,
  input: ListInput,
): Promise<{ rows: z.infer<typeof auditLine>[]; total: number }> {
  let query = db.selectFrom('audit_line').leftJoin('account', 'account.id', 'audit_line.account_id')
  if (input.tableName) query = query.where('audit_line.table_name', '=', input.tableName)
  if (input.rowId) query = query.where('audit_line.row_id', '=', input.rowId)
  if (input.accountId) query = query.where('audit_line.account_id', '=', input.accountId)
  if (input.fromOn) query = query.where('audit_line.made_at', '>=', input.fromOn)
  if (input.untilOn) query = query.where(sql<boolean>`audit_line.made_at < ${input.untilOn}::date + 1`)
  if (input.q) {
    query = query.where((eb) =>
      eb.or([eb('audit_line.table_name', '=', input.q), eb('audit_line.procedure', 'like', `${input.q}%`)]),
    )
  }
  const rows = await query
    .select([
      'audit_line.id',
      'audit_line.made_at as madeAt',
      'audit_line.account_id as accountId',
      'account.name as accountName',
      'audit_line.procedure',
      'audit_line.reason',
      'audit_line.table_name as tableName',
      'audit_line.row_id as rowId',
      'audit_line.action',
      'audit_line.before',
      'audit_line.after',
    ])
    .orderBy('audit_line.id', input.desc ? 'asc' : 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .$castTo<z.infer<typeof auditLine>>()
    .execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** The chain of seals read from its beginning: how long it is, its head, and its first broken link. */
export async function verification(db: Db): Promise<Verification> {
  const { rows } = await sql<{
    seals: number
    lines: number
    number: number | null
    hash: string | null
    sealedAt: string | null
  }>`
    select (select count(*) from audit_seal where number is not null)::int as seals,
           (select count(*) from audit_line)::int as lines,
           head.number, encode(head.hash, 'hex') as hash, head.sealed_at as "sealedAt"
    from (select 1) one
    left join lateral (select number, hash, sealed_at from audit_seal where number is not null order by number desc limit 1) head on true
  `.execute(db)
  const broken = await sql<{
    sealNumber: number | null
    transactionId: string
    lineId: number | null
    fault: string
  }>`
    select seal_number as "sealNumber", transaction_id as "transactionId", line_id as "lineId", fault from audit_first_break()
  `.execute(db)
  const row = rows[0]
  return {
    seals: row?.seals ?? 0,
    lines: row?.lines ?? 0,
    head:
      row?.number && row.hash && row.sealedAt
        ? { number: row.number, hash: row.hash, sealedAt: row.sealedAt }
        : null,
    firstBreak: (broken.rows[0] as Verification['firstBreak']) ?? null,
  }
}
