import { sql } from 'kysely'
import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { coordinatingRole } from '../access/index.ts'
import { warningOf } from '../forecast/index.ts'
import type { task } from './contract.ts'

export type Task = z.infer<typeof task>
type Asker = { accountId: number; rights: readonly string[]; scope: Scope; today: Day }

/** Versions of plans that are not decided yet, and the year's plan where there is none. */
export async function planTasks(db: Db, asker: Asker): Promise<Task[]> {
  const year = Number(asker.today.slice(0, 4))
  const may = (right: string) => asker.rights.includes(right)
  const open = await db
    .selectFrom('plan_version')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .where('plan_version.state', '<>', 'approved')
    .select([
      'plan_version.id',
      'plan.year',
      'plan.title',
      'plan_version.state',
      'plan_version.made_at as madeAt',
      'plan_version.submitted_at as submittedAt',
      'plan_version.decided_at as decidedAt',
      'plan_version.return_reason as reason',
    ])
    .orderBy('plan.year')
    .execute()
  const tasks = open.flatMap((version): Task[] => {
    // A plan for a period has no year of its own: its title names it.
    const about = { ...(version.year !== null && { year: version.year }), title: version.title }
    const path = `/ke-hoach/phien-ban/${version.id}`
    if (version.state === 'draft' && may('plans.edit')) {
      return [
        { kind: 'planDraft', turn: 'mine', path, since: version.madeAt, dueOn: null, forWhom: null, about },
      ]
    }
    if (version.state === 'returned' && may('plans.edit')) {
      return [
        {
          kind: 'planReturned',
          turn: 'mine',
          path,
          since: version.decidedAt,
          dueOn: null,
          forWhom: null,
          about: { ...about, reason: version.reason ?? '' },
        },
      ]
    }
    if (version.state === 'submitted') {
      return [
        {
          kind: 'planSubmitted',
          turn: may('plans.decide') ? 'mine' : 'theirs',
          path,
          since: version.submittedAt,
          dueOn: null,
          forWhom: null,
          about,
        },
      ]
    }
    return []
  })
  if (may('plans.edit')) {
    const { isThere } = await db
      .selectNoFrom((eb) =>
        eb.exists(eb.selectFrom('plan').where('plan.year', '=', year).select('plan.id')).as('isThere'),
      )
      .executeTakeFirstOrThrow()
    if (!isThere)
      tasks.push({
        kind: 'planMissing',
        turn: 'mine',
        path: '/ke-hoach',
        since: null,
        dueOn: null,
        forWhom: null,
        about: { year },
      })
  }
  return tasks
}

/** Changes of the plan that wait for a decision: the decider's turn; for who proposed, somebody else's. */
export async function planChangeTasks(db: Db, asker: Asker): Promise<Task[]> {
  const { rows } = await sql<{
    id: number
    year: number
    since: string
    unit: string | null
    isOwn: boolean
  }>`
    select c.id, p.year, c.proposed_at as since, unit_name_on(c.proposer_unit_id, c.proposed_at::date) as unit,
      c.proposed_by = ${asker.accountId} as "isOwn"
    from plan_change c join plan p on p.id = c.plan_id
    where c.state = 'proposed' and (${asker.scope.all} or c.proposer_unit_id = any (${asker.scope.all ? [] : [...asker.scope.unitIds]}::bigint[]))
    order by c.proposed_at limit 20`.execute(db)
  return rows.map((row) => ({
    kind: 'planChangeProposed',
    turn: asker.rights.includes('plans.decide') && !row.isOwn ? 'mine' : 'theirs',
    path: `/ke-hoach/dieu-chinh/${row.id}`,
    since: row.since,
    dueOn: null,
    forWhom: row.unit,
    about: { year: row.year },
  }))
}

/** The early warning of this year's plan, for those who can propose what to do about it. */
export async function forecastTasks(db: Db, asker: Asker): Promise<Task[]> {
  const year = Number(asker.today.slice(0, 4))
  const warning = await warningOf(db, year, asker.today)
  if (!warning || warning.level === 'none') return []
  return [
    {
      kind: warning.level === 'late' ? 'planTooLate' : 'planSoonTooLate',
      turn: 'mine',
      path: `/ke-hoach/${year}/du-bao`,
      since: null,
      dueOn: warning.fitsUntil,
      forWhom: null,
      about: { year, count: warning.missing },
    },
  ]
}

/** Reorganisations that a second person must confirm. */
export async function reorganisationTasks(db: Db, asker: Asker): Promise<Task[]> {
  if (!asker.rights.includes('units.confirm') && !asker.rights.includes('units.reorganise')) return []
  const drafts = await db
    .selectFrom('reorganisation')
    .where('state', '=', 'draft')
    .select([
      'id',
      'title',
      'effective_on as effectiveOn',
      'entered_by as enteredBy',
      'entered_at as enteredAt',
    ])
    .orderBy('effective_on')
    .execute()
  return drafts.map((draft) => ({
    kind: 'reorganisationDraft',
    turn: asker.rights.includes('units.confirm') && draft.enteredBy !== asker.accountId ? 'mine' : 'theirs',
    path: `/sap-xep/${draft.id}`,
    since: draft.enteredAt,
    dueOn: draft.effectiveOn,
    forWhom: null,
    about: { title: draft.title, on: draft.effectiveOn },
  }))
}

/** People whose place after a reorganisation is only proposed. */
export async function placementTasks(db: Db): Promise<Task[]> {
  const { count } = await db
    .selectFrom('person_post')
    .where('placement', '=', 'proposed')
    .where('until_on', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count === 0
    ? []
    : [
        {
          kind: 'placements',
          turn: 'mine',
          path: '/can-bo/sap-xep',
          since: null,
          dueOn: null,
          forWhom: null,
          about: { count },
        },
      ]
}

/** Files that the asker has had checked and not written. */
export async function importTasks(db: Db, asker: Asker): Promise<Task[]> {
  const runs = await db
    .selectFrom('import_run')
    .where('state', '=', 'checked')
    .where('made_by', '=', asker.accountId)
    .select(['id', 'file_name as name', 'made_at as madeAt'])
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return runs.map((run) => ({
    kind: 'importChecked',
    turn: 'mine',
    path: `/nhap/${run.id}`,
    since: run.madeAt,
    dueOn: null,
    forWhom: null,
    about: { name: run.name },
  }))
}

/** Classes that open within two weeks; for a unit's people, those that their unit helps to hold. */
export async function openingTasks(db: Db, asker: Asker): Promise<Task[]> {
  const { rows } = await sql<{ count: number; first: Day | null }>`
    select count(*)::int as count, min(opens_on) as first from training_class
    where opens_on between ${asker.today}::date and ${asker.today}::date + 14 and cancelled_on is null
      and (${asker.scope.all} or partner_unit_id = any (${asker.scope.all ? [] : [...asker.scope.unitIds]}::bigint[]))`.execute(
    db,
  )
  const row = rows[0]
  if (!row?.count || !row.first) return []
  return [
    {
      kind: 'classesOpening',
      turn: 'mine',
      path: `/lop?nam=${row.first.slice(0, 4)}`,
      since: null,
      dueOn: row.first,
      forWhom: null,
      about: { count: row.count, on: row.first },
    },
  ]
}

/** Units of today that nobody coordinates: a reminder to them would reach nobody. */
export async function coordinatorTasks(db: Db, asker: Asker): Promise<Task[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from unit_version v
    where daterange(v.from_on, v.until_on) @> ${asker.today}::date
      and (${asker.scope.all} or v.unit_id = any (${asker.scope.all ? [] : [...asker.scope.unitIds]}::bigint[]))
      and v.kind not in ('province', 'school')
      and not exists (select from role_grant g where g.unit_id = v.unit_id and g.role = ${coordinatingRole}
        and daterange(g.from_on, g.until_on) @> ${asker.today}::date)`.execute(db)
  const count = rows[0]?.count ?? 0
  return count === 0
    ? []
    : [
        {
          kind: 'unitsWithoutCoordinator',
          turn: 'mine',
          path: '/quan-tri/tai-khoan',
          since: null,
          dueOn: null,
          forWhom: null,
          about: { count },
        },
      ]
}

/** Plans of coordination that wait for one of the two sides. */
export async function coordinationTasks(db: Db, asker: Asker): Promise<Task[]> {
  const may = (right: string) => asker.rights.includes(right)
  const { rows } = await sql<{
    state: 'draft' | 'offered' | 'returned'
    year: number
    count: number
    unitId: number
    unitName: string
    reason: string | null
    since: string | null
  }>`
    select p.state, p.year, count(*)::int as count, min(p.unit_id) as "unitId", unit_name_on(min(p.unit_id), ${asker.today}::date) as "unitName",
      min(p.return_reason) as reason, min(p.offered_at) as since
    from coordination_plan p
    where p.state in ('draft', 'offered', 'returned')
      and (${asker.scope.all} or p.unit_id = any (${asker.scope.all ? [] : [...asker.scope.unitIds]}::bigint[]))
    group by p.state, p.year, case when p.state = 'returned' or not ${asker.scope.all} then p.unit_id end
    order by p.year, p.state`.execute(db)
  return rows.flatMap((row): Task[] => {
    const isOne = row.count === 1
    const path = isOne
      ? `/phoi-hop/don-vi/${row.unitId}?nam=${row.year}`
      : `/phoi-hop?nam=${row.year}&planState=${row.state}`
    const task = {
      path,
      dueOn: null,
      forWhom: isOne ? row.unitName : null,
      about: { year: row.year, count: row.count, reason: row.reason ?? '' },
    }
    if (row.state === 'offered')
      return may('coordination.read')
        ? [
            {
              ...task,
              kind: 'coordinationOffered',
              turn: may('coordination.accept') ? 'mine' : 'theirs',
              since: row.since,
            },
          ]
        : []
    if (!may('coordination.manage')) return []
    return [
      {
        ...task,
        kind: row.state === 'draft' ? 'coordinationDraft' : 'coordinationReturned',
        turn: 'mine',
        since: null,
      },
    ]
  })
}

/** How far ahead of its day a commitment stands on the work list, and how long after it, in days. */
const daysAhead = 30
const daysBehind = 180

/** What the asker's side owes within a month, or owes still; for the school the same thing for many units is one line. */
export async function commitmentTasks(db: Db, asker: Asker): Promise<Task[]> {
  const side = asker.rights.includes('coordination.offer') ? 'school' : 'unit'
  const { rows } = await sql<{ id: number; dueOn: Day; title: string; count: number; unitName: string }>`
    select min(c.id) as id, c.due_on as "dueOn", c.title, count(*)::int as count, unit_name_on(min(c.unit_id), ${asker.today}::date) as "unitName"
    from commitment c
    where c.state = 'open' and c.side = ${side} and c.due_on between ${asker.today}::date - ${daysBehind}::int and ${asker.today}::date + ${daysAhead}::int
      and (c.fulfilled_by is null or (commitment_answered_on(c.unit_id, c.from_unit_id, c.fulfilled_by, c.period) is null
        -- While the round is open its form stands in the list already.
        and not exists (select from need_round r where 'round:' || r.id = c.period and r.state = 'open')))
      and (${asker.scope.all} or c.unit_id = any (${asker.scope.all ? [] : [...asker.scope.unitIds]}::bigint[]))
    group by c.due_on, c.title order by c.due_on limit 100`.execute(db)
  return rows.map((row) => ({
    kind: row.count === 1 ? 'commitment' : 'commitments',
    turn: 'mine',
    path:
      row.count === 1
        ? `/phoi-hop/cam-ket/${row.id}`
        : `/phoi-hop/cam-ket?from=${printDay(row.dueOn)}&until=${printDay(row.dueOn)}&side=${side}`,
    since: null,
    dueOn: row.dueOn,
    forWhom: row.count === 1 && side === 'school' ? row.unitName : null,
    about: { title: row.title, count: row.count },
  }))
}
