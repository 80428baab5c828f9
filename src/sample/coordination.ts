import { type Insertable, sql } from 'kysely'
import type { Api } from '../api.ts'
import { occurrencesOf } from '../modules/coordination/rules/dues.ts'
import { addDays, type Day } from '../pure/day.ts'
import type { Tables } from '../server/db/rows.ts'
import type { Db } from '../server/db/transaction.ts'
import { type Dice, diceOf } from './dice.ts'
import { reformDay } from './province.ts'

/** How a unit of the sample keeps its commitments; invented, a mixture that a school would know. */
const characters = ['steady', 'steady', 'steady', 'slow', 'seasonal', 'steady', 'late', 'silent'] as const
type Character = (typeof characters)[number]

const settledYears = [2025, 2026] as const
/** What the unit of the sample's accounts still owes, so that a reminder waits for its coordinator. */
const speakers = 'Cử báo cáo viên, giảng viên thỉnh giảng năm sau'
const none = { rounds: [], classes: [] }

/**
 * Two years of coordination with every unit: plans that both sides accepted, kept as each unit's character has it, with the
 * reminders that were needed; and plans of next year, of which the first units have theirs before them.
 */
export async function coordinate(
  office: Api,
  inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  today: Day,
): Promise<void> {
  await office.coordination.addTemplate({
    side: 'unit',
    title: speakers,
    evidence: 'Số công văn',
    dueKind: 'fixed',
    dueMonth: 11,
    dueDay: 20,
  })
  for (const year of settledYears) await office.coordination.drawUp({ year })
  await inside(async (db) => {
    await plansOfOldUnits(db)
    for (const year of settledYears) await settledYear(db, year, today)
  })
  await office.coordination.drawUp({ year: 2027 })
  const { rows } = await office.coordination.units({ year: 2027, size: 100 })
  for (const one of rows.filter(
    (row, i) => row.planId !== null && (i % 3 === 0 || row.unitName.includes('Thanh Lưu')),
  ))
    await office.coordination.offer({ year: 2027, planId: one.planId ?? 0 })
}

/** Units that the reform ended had their plan of 2025 too: what they did counts in the pulse of their successors. */
async function plansOfOldUnits(db: Db): Promise<void> {
  await sql`
    with made as (
      insert into coordination_plan (unit_id, year) select v.unit_id, 2025 from unit_version v
      where v.until_on = ${reformDay}::date and v.level <> 'district'
        and not exists (select from unit_version n where n.unit_id = v.unit_id and n.from_on = ${reformDay}::date)
      returning id
    ) insert into coordination_item (plan_id, template_code, side, title, detail, evidence, due_kind, due_month, due_day, offset_days, fulfilled_by, sort_order)
      select m.id, t.code, t.side, t.title, t.detail, t.evidence, t.due_kind, t.due_month, t.due_day, t.offset_days, t.fulfilled_by, t.sort_order
      from made m cross join commitment_template t`.execute(db)
}

async function settledYear(db: Db, year: number, today: Day): Promise<void> {
  await sql`
    update coordination_plan set state = 'accepted', offered_at = make_date(${year}, 1, 8), accepted_at = make_date(${year}, 1, 12), version = 3
    where year = ${year} and state = 'draft'`.execute(db)
  const { rows: items } = await sql<{
    planId: number
    unitId: number
    unitCode: string | null
    fromOn: Day | null
    untilOn: Day | null
    itemKey: string
    templateCode: string | null
    side: 'unit' | 'school'
    title: string
    evidence: string | null
    dueKind: 'fixed'
    dueMonth: number | null
    dueDay: number | null
    offsetDays: number
  }>`
    select p.id as "planId", p.unit_id as "unitId", (select u.code from unit u where u.id = p.unit_id) as "unitCode", (select min(v.from_on) from unit_version v where v.unit_id = p.unit_id) as "fromOn",
      (select case when bool_or(v.until_on is null) then null else max(v.until_on) end from unit_version v where v.unit_id = p.unit_id) as "untilOn",
      i.item_key as "itemKey", i.template_code as "templateCode", i.side, i.title, i.evidence, i.due_kind as "dueKind", i.due_month as "dueMonth",
      i.due_day as "dueDay", i.offset_days as "offsetDays"
    from coordination_plan p join coordination_item i on i.plan_id = p.id where p.year = ${year} and i.fulfilled_by is null order by p.unit_id, i.id`.execute(
    db,
  )
  const rows = items.flatMap((item): Insertable<Tables['commitment']>[] => {
    const character = characters[item.unitId % characters.length] ?? 'steady'
    const dice = diceOf(item.unitId * 7919 + year + item.title.length)
    return occurrencesOf(item, year, none)
      .filter(
        ({ dueOn }) =>
          (item.fromOn ?? '') <= dueOn && dueOn < (item.untilOn ?? '9999') && dueOn >= `${year}-01-15`,
      )
      .map(({ period, dueOn }) => ({
        unit_id: item.unitId,
        year,
        plan_id: item.planId,
        item_key: item.itemKey,
        template_code: item.templateCode,
        period,
        side: item.side,
        title: item.title,
        evidence: item.evidence,
        due_on: dueOn,
        ...(item.title === speakers && year === 2026 && item.unitCode === 'M1'
          ? stillOpen
          : outcome(item.side === 'school' ? 'steady' : character, dueOn, today, dice)),
      }))
  })
  for (let i = 0; i < rows.length; i += 1000)
    await db
      .insertInto('commitment')
      .values(rows.slice(i, i + 1000))
      .execute()
  await remindersOf(db, year)
}

const stillOpen = { state: 'open', done_on: null, document_number: null, reason: null }

/** What became of one commitment by the day of the sample. */
function outcome(character: Character, dueOn: Day, today: Day, dice: Dice) {
  const delay: Record<Character, () => number | null> = {
    steady: () => dice.between(-9, dice.between(0, 9) === 0 ? 6 : 0),
    slow: () => dice.between(-4, 25),
    late: () => dice.between(14, 24),
    // Everything of a year in its last weeks.
    seasonal: () => daysTo(dueOn, `${dueOn.slice(0, 4)}-12-${10 + dice.between(0, 9)}`),
    silent: () => (dice.between(0, 4) === 0 ? dice.between(5, 40) : null),
  }
  const days = delay[character]()
  const doneOn = days === null ? null : addDays(dueOn, days)
  if (doneOn !== null && doneOn <= today)
    return {
      ...stillOpen,
      state: 'kept',
      done_on: doneOn,
      document_number: `${dice.between(10, 900)}-CV (mẫu)`,
    }
  return addDays(dueOn, 60) < today
    ? { ...stillOpen, state: 'broken', reason: 'Quá hạn lâu, không có hồi âm (dữ liệu mẫu)' }
    : stillOpen
}

const daysTo = (from: Day, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The reminders that went out: to the unit's own people where it has any, to the Organisation Committee for the rest. */
async function remindersOf(db: Db, year: number): Promise<void> {
  await sql`
    insert into reminder (rule_id, step_id, subject_kind, subject_id, period, recipient_id, unit_id, audience, title, made_on, made_at, seen_at, recalled_at)
    select r.id, s.id, r.subject_kind, c.id, c.due_on, g.account_id, c.unit_id, s.audience, c.title, c.due_on + s.offset_days, c.due_on + s.offset_days,
      case when c.state <> 'open' then c.due_on + s.offset_days end, case when c.state <> 'open' then coalesce(c.done_on, c.due_on + 61) end
    from commitment c join reminder_rule r on r.subject_kind = 'unitCommitment' join reminder_step s on s.rule_id = r.id
    join role_grant g on (g.unit_id = c.unit_id or g.unit_id is null) and g.role = case s.audience when 'coordinator' then 'unitCoordinator'
      when 'head' then 'unitHead' when 'committee' then 'organisationCommittee' end
    where c.year = ${year} and c.side = 'unit' and c.due_on + s.offset_days < least(current_date, coalesce(c.done_on, current_date))`.execute(
    db,
  )
}
