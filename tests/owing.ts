import { searchKey, sortKey } from '../src/pure/vietnamese.ts'
import type { Pool } from '../src/server/db/pool.ts'

/**
 * A school of many units, each with a coordinator and a head, each owing three things: one within a week, one for some
 * days, one that has come to its head. For the crash test and the bench of reminders.
 * @returns how many reminders the morning must write
 */
export async function aSchoolThatOwes(pool: Pool, units: number, today: string): Promise<number> {
  await pool.query(`insert into installation (school_name) values ('Trường đo') on conflict do nothing`)
  const names = Array.from({ length: units }, (_, i) => `Đơn vị số ${i + 1}`)
  await pool.query(
    `with change as (
       insert into unit_change (kind, reason) values ('imported', 'dữ liệu đo') returning id
     ), named as (
       select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality u (name, search_key, sort_key, nth)
     ), made as (
       insert into unit (code) select 'DV' || nth from named returning id, code
     )
     insert into unit_version (unit_id, name, kind, search_key, sort_key, identity_key, level, bloc, opened_by)
     select m.id, n.name, 'department', n.search_key, n.sort_key, n.search_key || n.nth, 'province', 'state', c.id
     from made m join named n on m.code = 'DV' || n.nth cross join change c`,
    [names, names.map(searchKey), names.map(sortKey)],
  )
  await pool.query(
    `insert into auth."user" ("id", "name", "email")
     select role || u.id, role, role || u.id || '@don-vi.vn' from unit u cross join unnest(array['unitCoordinator', 'unitHead']) role;
     insert into account (auth_user_id, name, email, search_key, sort_key)
     select "id", "name", "email", '', '' from auth."user" where "email" like '%@don-vi.vn';
     insert into role_grant (account_id, role, unit_id, from_on)
     select a.id, a.name, replace(a.auth_user_id, a.name, '')::bigint, '2020-01-01' from account a where a.email like '%@don-vi.vn'`,
  )
  await pool.query(
    `with plan as (
       insert into coordination_plan (unit_id, year, state, offered_at, accepted_at) select id, 2026, 'accepted', now(), now() from unit returning id, unit_id
     )
     insert into commitment (unit_id, year, plan_id, item_key, period, side, title, due_on)
     select p.unit_id, 2026, p.id, gen_random_uuid(), '2026', 'unit', 'Việc ' || o.days, $1::date + o.days
     from plan p cross join unnest(array[7, -5, -9]) o (days)`,
    [today],
  )
  // The coordinator hears of all three, the head of the one that is nine days late.
  return units * 4
}
