import type { World } from '../world.ts'

/** What the examples of teaching speak of: a session to come, one of the past, and an invitation to the first. */
export type TeachingIds = {
  runningClassId: number
  sessionId: number
  pastSessionId: number
  invitationId: number
  /** Accepted, and what it asked for was taught. */
  thankedInvitationId: number
}

/** Sessions are known to everybody and carry `common`; who was invited is the school's, and carries `hidden`. */
export async function teachingOf(
  { rows }: World,
  classId: number,
  lecturerId: number,
  { hidden, common }: { hidden: string; common: string },
): Promise<TeachingIds> {
  const one = async (text: string, ...values: unknown[]): Promise<number> =>
    (await rows<{ id: number }>(text, values))[0]?.id ?? 0
  const session = (onDay: string, lecturer: number | null, state = 'planned') =>
    one(
      `insert into class_session (class_id, title, on_day, part, hours, kind, lecturer_id, state, confirmed_at)
       values ($1, $2, $3, 'evening', 5, 'theory', $4, $5, case when $5 = 'taught' then now() end) returning id`,
      classId,
      `Chuyên đề ${common}`,
      onDay,
      lecturer,
      state,
    )
  const sessionId = await session('2026-11-27', null)
  const pastSessionId = await session('2026-11-23', lecturerId)
  const taughtId = await session('2026-11-20', lecturerId, 'taught')
  const invitation = async (asked: number, state: string, sentOn: string, deadlineOn: string) => {
    const id = await one(
      `insert into teaching_invitation (class_id, lecturer_id, title, state, sent_on, deadline_on, message)
       values ($1, $2, $3, $4, $5, $6, $3) returning id`,
      classId,
      lecturerId,
      `Giấy mời ${hidden}`,
      state,
      sentOn,
      deadlineOn,
    )
    await rows('insert into teaching_invitation_session (invitation_id, session_id) values ($1, $2)', [
      id,
      asked,
    ])
    return id
  }
  const invitationId = await invitation(sessionId, 'waiting', '2026-11-20', '2026-11-26')
  const thankedInvitationId = await invitation(taughtId, 'accepted', '2026-11-10', '2026-11-18')
  return { runningClassId: classId, sessionId, pastSessionId, invitationId, thankedInvitationId }
}
