import type { World } from '../world.ts'

/** What the examples of coordination speak of, for one unit. */
export type CoordinationIds = {
  templateId: number
  coordinationDraftId: number
  draftItemId: number
  offeredPlanId: number
  offeredPlanVersion: number
  acceptedPlanId: number
  commitmentId: number
  settledCommitmentId: number
}

/**
 * Plans and commitments of one unit: what it may see carries `mark`, what the school is still writing `hidden`; a reminder
 * of a commitment to one of its people.
 */
export async function coordinationOf(
  { rows }: World,
  unitId: number,
  marks: { mark: string; hidden: string; common: string },
  recipientId: number,
): Promise<CoordinationIds> {
  const one = async (text: string, ...values: unknown[]) =>
    (await rows<{ id: number }>(`${text} returning id`, values))[0]?.id ?? 0
  const aPlan = async (year: number, state: string, mark: string) => {
    const planId = await one(
      `insert into coordination_plan (unit_id, year, state, offered_at, accepted_at, return_reason)
       select $1, $2, $3, case when $3 <> 'draft' then now() end, case when $3 = 'accepted' then now() end, $4`,
      unitId,
      year,
      state,
      mark,
    )
    const itemId = await one(
      `insert into coordination_item (plan_id, side, title, detail, evidence, due_kind, due_month, due_day, sort_order)
       values ($1, 'unit', $2, $2, $2, 'fixed', 12, 1, 10)`,
      planId,
      mark,
    )
    return { planId, itemId }
  }
  const draft = await aPlan(2027, 'draft', marks.hidden)
  const offered = await aPlan(2028, 'offered', marks.mark)
  const accepted = await aPlan(2026, 'accepted', marks.mark)
  const aCommitment = (side: string, dueOn: string) =>
    one(
      `insert into commitment (unit_id, year, plan_id, item_key, period, side, title, evidence, due_on)
       values ($1, 2026, $2, gen_random_uuid(), '2026', $3, $4, $4, $5)`,
      unitId,
      accepted.planId,
      side,
      marks.mark,
      dueOn,
    )
  const commitmentId = await aCommitment('unit', '2026-11-20')
  await aCommitment('school', '2026-11-10')
  const settledCommitmentId = await aCommitment('school', '2026-10-10')
  await rows(
    `update commitment set state = 'kept', done_on = '2026-10-09', note = $2, document_number = $2, version = 2 where id = $1`,
    [settledCommitmentId, marks.mark],
  )
  await rows(`insert into commitment_event (commitment_id, kind, note) values ($1, 'kept', $2)`, [
    settledCommitmentId,
    marks.mark,
  ])
  await rows(
    `insert into reminder (rule_id, step_id, subject_kind, subject_id, period, recipient_id, unit_id, audience, title, made_on)
     select r.id, s.id, 'unitCommitment', $1, '2026-11-20', $2, $3, 'coordinator', $4, '2026-11-23'
     from reminder_rule r join reminder_step s on s.rule_id = r.id and s.audience = 'coordinator' and s.offset_days = 1 where r.subject_kind = 'unitCommitment'`,
    [commitmentId, recipientId, unitId, marks.mark],
  )
  return {
    templateId: await one(
      `insert into commitment_template (code, side, title, due_kind, due_month, due_day) values ($1, 'unit', $2, 'fixed', 12, 1)`,
      `zz-${unitId}`,
      marks.common,
    ),
    coordinationDraftId: draft.planId,
    draftItemId: draft.itemId,
    offeredPlanId: offered.planId,
    offeredPlanVersion: 1,
    acceptedPlanId: accepted.planId,
    commitmentId,
    settledCommitmentId,
  }
}
