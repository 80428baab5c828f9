import { type ExpressionBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Tables } from '../../server/db/rows.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { account, accountsInput, apiToken, roleGrant } from './contract.ts'

/** `isGoverned`: it holds no role beyond the asker's reach, also none that the asker cannot see. */
type AccountRow = Omit<z.infer<typeof account>, 'can'> & { isGoverned: boolean }
type Grant = z.infer<typeof roleGrant>

const grantsOf = (eb: ExpressionBuilder<Tables, 'account'>, today: Day) =>
  sql<Grant[]>`coalesce((
    select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'isDeputy', g.is_deputy, 'fromOn', g.from_on, 'untilOn', g.until_on,
      'unitName', (select v.full_name from unit_version v where v.unit_id = g.unit_id and daterange(v.from_on, v.until_on) @> ${today}::date))
      order by g.from_on desc, g.id desc)
    from role_grant g where g.account_id = ${eb.ref('account.id')}), '[]'::json)`

const accountColumns = (eb: ExpressionBuilder<Tables, 'account'>, today: Day) =>
  [
    'account.id',
    'account.name',
    'account.email',
    'account.is_disabled as isDisabled',
    'account.created_at as createdAt',
    'account.version',
    grantsOf(eb, today).as('grants'),
    sql<boolean>`access_governs(account.id)`.as('isGoverned'),
  ] as const

/** The first wall for accounts: those that hold a role at a unit in scope, and those that the asker has made. */
const visible = (scope: Scope, accountId: number) =>
  scope.all
    ? sql<boolean>`true`
    : sql<boolean>`(account.created_by = ${accountId} or account.id = ${accountId} or exists (
        select from role_grant g where g.account_id = account.id and g.unit_id = any (${[...scope.unitIds]}::bigint[])))`

/** Accounts that somebody signs in to; that of the command line is nobody's to see, give roles or disable. */
const people = (db: Db) => db.selectFrom('account').where('account.auth_user_id', 'is not', null)

export async function accountsOf(
  db: Db,
  scope: Scope,
  askerId: number,
  today: Day,
  input: z.infer<typeof accountsInput>,
): Promise<{ rows: AccountRow[]; total: number }> {
  let query = people(db).where(visible(scope, askerId))
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    query = query.where((eb) =>
      eb.or([
        eb('account.search_key', 'like', key),
        eb('account.email', 'like', `%${input.q.toLowerCase()}%`),
      ]),
    )
  }
  const { role, unitId } = input
  if (role || unitId) {
    query = query.where(
      sql<boolean>`exists (select from role_grant g where g.account_id = account.id
        and (${role ?? null}::text is null or g.role = ${role ?? null}) and (${unitId ?? null}::bigint is null or g.unit_id = ${unitId ?? null}))`,
    )
  }
  const by = { name: 'account.sort_key', email: 'account.email', createdAt: 'account.created_at' } as const
  const rows = await query
    .select((eb) => accountColumns(eb, today))
    .orderBy(by[input.sort], input.desc ? 'desc' : 'asc')
    .orderBy('account.id')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export async function accountById(
  db: Db,
  scope: Scope,
  askerId: number,
  today: Day,
  accountId: number,
): Promise<AccountRow | undefined> {
  return people(db)
    .where('account.id', '=', accountId)
    .where(visible(scope, askerId))
    .select((eb) => accountColumns(eb, today))
    .executeTakeFirst()
}

/** The sign-in side of a new account, in schema auth: a password's hash, or a token with which the first password is set. */
export async function addSignIn(
  db: Db,
  input: {
    authUserId: string
    name: string
    email: string
    passwordHash: string | null
    invitation: string | null
  },
): Promise<void> {
  await sql`select access_add_sign_in(${input.authUserId}, ${input.name}, ${input.email}, ${input.passwordHash}, ${input.invitation})`.execute(
    db,
  )
}

export async function endSessions(db: Db, accountId: number): Promise<void> {
  await sql`select access_end_sessions(auth_user_id) from account where id = ${accountId}`.execute(db)
}

/** Opens a new way in for who cannot sign in; counts as a change of the account, so that it stands in the record. */
export async function renewSignIn(
  db: Db,
  accountId: number,
  linkKey: string,
  stopsFactor: boolean,
): Promise<void> {
  const row = await db
    .updateTable('account')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', accountId)
    .where('auth_user_id', 'is not', null)
    .returning('auth_user_id')
    .executeTakeFirstOrThrow()
  await sql`select access_renew_sign_in(${row.auth_user_id}, ${linkKey}, ${stopsFactor})`.execute(db)
}

export async function addAccount(
  db: Db,
  input: {
    authUserId: string
    name: string
    email: string
    searchKey: string
    sortKey: string
    createdBy: number | null
  },
): Promise<number> {
  const row = await db
    .insertInto('account')
    .values({
      auth_user_id: input.authUserId,
      name: input.name,
      email: input.email,
      search_key: input.searchKey,
      sort_key: input.sortKey,
      created_by: input.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function setDisabled(db: Db, accountId: number, isDisabled: boolean): Promise<void> {
  await db
    .updateTable('account')
    .set((eb) => ({ is_disabled: isDisabled, version: eb('version', '+', 1) }))
    .where('id', '=', accountId)
    .execute()
}

export async function addGrant(
  db: Db,
  input: {
    accountId: number
    role: string
    unitId: number | null
    isDeputy?: boolean
    fromOn: Day
    untilOn: Day | null
    grantedBy: number | null
  },
): Promise<number> {
  const row = await db
    .insertInto('role_grant')
    .values({
      account_id: input.accountId,
      role: input.role,
      unit_id: input.unitId,
      is_deputy: input.isDeputy ?? false,
      from_on: input.fromOn,
      until_on: input.untilOn,
      granted_by: input.grantedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function endGrant(db: Db, accountId: number, grantId: number, untilOn: Day): Promise<boolean> {
  const row = await db
    .updateTable('role_grant')
    .set({ until_on: untilOn })
    .where('id', '=', grantId)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const tokenColumns = [
  'id',
  'name',
  'rights',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const

export const tokensOf = (db: Db, accountId: number): Promise<z.infer<typeof apiToken>[]> =>
  db
    .selectFrom('api_token')
    .select(tokenColumns)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute()

export async function addToken(
  db: Db,
  input: { accountId: number; name: string; hash: Buffer; rights: string[]; days: number },
): Promise<number> {
  const row = await db
    .insertInto('api_token')
    .values({
      account_id: input.accountId,
      name: input.name,
      hash: input.hash,
      rights: input.rights,
      expires_at: sql<string>`now() + make_interval(days => ${input.days})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function revokeToken(db: Db, accountId: number, tokenId: number): Promise<boolean> {
  const row = await db
    .updateTable('api_token')
    .set({ revoked_at: sql<string>`coalesce(revoked_at, now())` })
    .where('id', '=', tokenId)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function school(db: Db): Promise<{ name: string; isSample: boolean } | null> {
  const row = await db
    .selectFrom('installation')
    .select(['school_name as name', 'is_sample as isSample'])
    .executeTakeFirst()
  return row ?? null
}

/** Who writes: the school and its province, for the head of the letter. */
export async function sender(db: Db): Promise<{ school: string; province: string }> {
  const row = await db
    .selectFrom('installation')
    .select(['school_name as school', 'province_name as province'])
    .executeTakeFirst()
  return row ?? { school: '', province: '' }
}

export async function setSchool(
  db: Db,
  input: { schoolName: string; provinceName: string; isSample: boolean },
): Promise<void> {
  await db
    .insertInto('installation')
    .values({ school_name: input.schoolName, province_name: input.provinceName, is_sample: input.isSample })
    .execute()
}

/**
 * Lets the rest of this transaction pass the second wall as the whole school: only for the first visit, when there is no
 * account yet that could.
 */
export async function seeWholeSchool(db: Db): Promise<void> {
  await sql`select set_config('app.units', 'all', true)`.execute(db)
}
