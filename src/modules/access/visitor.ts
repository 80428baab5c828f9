import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '../../pure/actor.ts'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Pool } from '../../server/db/pool.ts'
import { gives, isOwnOnly, type Role, reachesOwnClasses, rightsOf, roles } from './rights.ts'

type HeldRow = { role: string; unitId: number | null; unitName: string | null; reach: number[] }
type ActorRow = {
  accountId: number
  name: string
  email: string
  personId: number | null
  held: HeldRow[]
  rights: string[] | null
}

/** An actor and, for each right, the rows that exist under it. */
export type Known = { actor: Actor; scopeFor(right: string): Scope }

const columns = `
  a.id as "accountId", a.name, a.email, a.person_id as "personId",
  coalesce((
    select json_agg(json_build_object(
      'role', g.role, 'unitId', g.unit_id,
      'unitName', (select v.full_name from unit_version v where v.unit_id = g.unit_id and daterange(v.from_on, v.until_on) @> $2::date),
      'reach', case when g.unit_id is null then '[]'::json else (select coalesce(json_agg(u), '[]'::json) from units_in_scope(g.unit_id, $2::date) u) end
    ) order by g.id)
    from role_grant g
    where g.account_id = a.id and g.from_on <= $2::date and (g.until_on is null or g.until_on > $2::date)
  ), '[]'::json) as held`

/** Who signed in with this session, on this day. One query; null when the session ended or the account is disabled. */
export async function actorOfSession(pool: Pool, token: string, today: Day): Promise<Known | null> {
  const { rows } = await pool.query<ActorRow>(
    `select ${columns}, null as rights
     from auth."session" s join account a on a.auth_user_id = s."userId"
     where s."token" = $1 and s."expiresAt" > now() and not a.is_disabled`,
    [token, today],
  )
  return known(rows[0])
}

/** Who an API token belongs to. Its rights are those that were given to it and that its owner still has. */
export async function actorOfToken(pool: Pool, token: string, today: Day): Promise<Known | null> {
  const { rows } = await pool.query<ActorRow>(
    `with used as (
       select id, account_id, rights from api_token where hash = $1 and revoked_at is null and expires_at > now()
     ), noted as (
       -- Not at every call: many calls at once would wait for each other over a figure that nobody needs to the second.
       update api_token t set last_used_at = now() from used
       where t.id = used.id and (t.last_used_at is null or t.last_used_at < now() - interval '1 minute')
     )
     select ${columns}, used.rights from used join account a on a.id = used.account_id where not a.is_disabled`,
    [tokenHash(token), today],
  )
  return known(rows[0])
}

/** An account by its id: for the command line, which acts in somebody's name, and for tests. */
export async function actorOfAccount(
  pool: Pick<Pool, 'query'> | pg.PoolClient,
  accountId: number,
  today: Day,
): Promise<Known | null> {
  const { rows } = await pool.query<ActorRow>(
    `select ${columns}, null as rights from account a where a.id = $1 and not a.is_disabled`,
    [accountId, today],
  )
  return known(rows[0])
}

/** What is kept of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

function known(row: ActorRow | undefined): Known | null {
  if (!row) return null
  const held = row.held
  const given = rightsOf(held.map((one) => one.role))
  const actor: Actor = {
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    personId: row.personId,
    roles: held.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
    rights: row.rights ? given.filter((right) => row.rights?.includes(right)) : given,
  }
  return { actor, scopeFor: (right) => scopeUnder(right, held, row.personId) }
}

/**
 * The union of what each role reaches that gives the right. `signedIn` and `anyone` reach one's own rows only, and so does a
 * personal role, also where it is noted at a unit: a learner of a unit does not see the unit.
 */
function scopeUnder(right: string, held: readonly HeldRow[], personId: number | null): Scope {
  if (isOwnOnly(right)) return { all: false, unitIds: [], personId }
  const giving = held.filter((one) => gives(one.role, right) && !reachesOwnClasses(one.role as Role, right))
  if (giving.some((one) => roles[one.role as Role].reach === 'school')) return { all: true }
  const ofUnits = giving.filter((one) => roles[one.role as Role].reach === 'unit')
  return { all: false, unitIds: [...new Set(ofUnits.flatMap((one) => one.reach))], personId }
}
