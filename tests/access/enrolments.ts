import type { World } from '../world.ts'

/** What the examples of enrolments speak of: a learner of a running class who is its monitor, and one who has left. */
export type EnrolmentIds = {
  enrolmentId: number
  leftEnrolmentId: number
  monitorId: number
  headAccountId: number
  /** What the school asks beyond the regulation, and nobody has confirmed yet. */
  overlayId: number
  /** A session that was recorded: without a lecturer, who is the school's own affair. */
  rollSessionId: number
  /** A recall that waits for the school. */
  absenceRequestId: number
}

type Side = {
  classId: number
  personId: number
  otherPersonId: number
  mark: string
  headId: number
}

/** A class of each side with its own people. What the school asks of all carries `common`. */
export async function enrolmentsOf(
  { rows }: World,
  { own, foreign, common }: { own: Side; foreign: Side; common: string },
): Promise<Record<'own' | 'foreign', EnrolmentIds>> {
  const one = async (text: string, ...values: unknown[]): Promise<number> =>
    (await rows<{ id: number }>(text, values))[0]?.id ?? 0
  const overlay = (figure: string, state: string, fromOn: string) =>
    one(
      `insert into study_overlay (rule_set, figure, value, from_on, source, state, made_by)
       values ('STUDY-6468', $1, case $1 when 'resits' then 0 else 85 end, $2, $3, $4, 1) returning id`,
      figure,
      fromOn,
      common,
      state,
    )
  await overlay('minPercent', 'inForce', '2022-01-01')
  const sideOf = async (side: Side, fromOn: string): Promise<EnrolmentIds> => {
    const enrol = (personId: number, number: number, hasLeft: boolean) =>
      one(
        `insert into enrolment (class_id, person_id, unit_id, number, enrolled_on, decision_number, left_on, left_cause, left_reason)
         select $1, id, unit_id, $3, '2026-11-02', $4, case when $5 then '2026-11-20'::date end, case when $5 then 'withdrawn' end,
           case when $5 then $4 end from person where id = $2 returning id`,
        side.classId,
        personId,
        number,
        side.mark,
        hasLeft,
      )
    const enrolmentId = await enrol(side.personId, 1, false)
    const leftEnrolmentId = await enrol(side.otherPersonId, 2, true)
    await one(
      `insert into class_head (class_id, account_id, name, from_on, decision_number) values ($1, $2, $3, '2026-11-02', $3) returning id`,
      side.classId,
      side.headId,
      side.mark,
    )
    const monitorId = await one(
      `insert into class_monitor (class_id, enrolment_id, post, from_on, decision_number)
       values ($1, $2, 'monitor', '2026-11-02', $3) returning id`,
      side.classId,
      enrolmentId,
      side.mark,
    )
    const rollSessionId = await one(
      `insert into class_session (class_id, title, on_day, part, hours, kind)
       values ($1, $2, '2026-11-19', 'evening', 5, 'theory') returning id`,
      side.classId,
      `Chuyên đề ${common}`,
    )
    await one(
      `insert into attendance_roll (session_id, class_id, recorded_by) values ($1, $2, 1) returning session_id as id`,
      rollSessionId,
      side.classId,
    )
    await one(
      `insert into attendance_mark (session_id, class_id, enrolment_id, status, cause) values ($1, $2, $3, 'absent', 'ill') returning id`,
      rollSessionId,
      side.classId,
      enrolmentId,
    )
    const absenceRequestId = await one(
      `insert into absence (enrolment_id, class_id, kind, cause, from_on, from_part, last_on, last_part, called_by, reason, asked_by)
       values ($1, $2, 'recall', 'recalled', '2026-11-27', 'morning', '2026-11-27', 'evening', $3, $3, 1) returning id`,
      enrolmentId,
      side.classId,
      side.mark,
    )
    return {
      absenceRequestId,
      rollSessionId,
      enrolmentId,
      leftEnrolmentId,
      monitorId,
      headAccountId: side.headId,
      overlayId: await overlay('resits', 'proposed', fromOn),
    }
  }
  return { own: await sideOf(own, '2027-01-01'), foreign: await sideOf(foreign, '2027-06-01') }
}
