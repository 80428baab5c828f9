import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { coordinatingRole } from '../access/index.ts'
import type { task } from './contract.ts'

type Task = z.infer<typeof task>
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
    const about = { year: version.year, title: version.title }
    const path = `/ke-hoach/phien-ban/${version.id}`
    if (version.state === 'draft' && may('plans.edit')) {
      return [{ kind: 'planDraft', turn: 'mine', path, since: version.madeAt, about }]
    }
    if (version.state === 'returned' && may('plans.edit')) {
      return [
        {
          kind: 'planReturned',
          turn: 'mine',
          path,
          since: version.decidedAt,
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
      tasks.push({ kind: 'planMissing', turn: 'mine', path: '/ke-hoach', since: null, about: { year } })
  }
  return tasks
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
    : [{ kind: 'placements', turn: 'mine', path: '/can-bo/sap-xep', since: null, about: { count } }]
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
          about: { count },
        },
      ]
}
