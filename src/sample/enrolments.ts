import type { Api } from '../api.ts'
import type { Day } from '../pure/day.ts'
import { addDays } from '../pure/day.ts'

/**
 * Learners of the two running classes that have a timetable: from a dozen units, some of the unit of the sample's own accounts and
 * the sample's learner, who speaks for the first class. A head for each. All of it is invented.
 * @returns the classes, the first with the head of the sample's accounts
 */
export async function enrolLearners(
  { office, headId, learnerId, unitId }: { office: Api; headId: number; learnerId: number; unitId: number },
  today: Day,
): Promise<number[]> {
  const classIds = await runningClasses(office, today)
  const { rows: anywhere } = await office.people.list({ size: 100, page: 3 })
  const { rows: here } = await office.people.list({ size: 20, unitId })
  const others = anywhere.filter((one) => one.unit !== null && one.unit.id !== unitId && one.id !== learnerId)
  for (const [i, classId] of classIds.entries()) {
    const { opensOn } = await office.classes.get({ classId })
    const own = here.filter((one) => one.id !== learnerId).slice(i * 3, i * 3 + 3)
    const personIds = [...(i === 0 ? [learnerId] : []), ...own.map((one) => one.id)]
    personIds.push(
      ...others
        .filter((_, at) => at % 2 === i)
        .slice(0, i === 0 ? 26 : 20)
        .map((one) => one.id),
    )
    await office.enrolments.enrol({
      classId,
      personIds,
      decisionNumber: `${18 + i}-QĐ/TCT (mẫu)`,
      decisionOn: addDays(opensOn, -10),
      decisionBy: 'Trường Chính trị (mẫu)',
    })
    const { rows } = await office.enrolments.list({ classId, size: 100 })
    const first = rows.find((one) => one.personId === learnerId) ?? rows[0]
    const second = rows.find((one) => one !== first)
    for (const [one, post] of [
      [first, 'monitor'],
      [second, 'secretary'],
    ] as const)
      if (one)
        await office.enrolments.nameMonitor({
          classId,
          enrolmentId: one.id,
          post,
          fromOn: opensOn,
          decisionNumber: `${20 + i}-QĐ/TCT (mẫu)`,
        })
    await office.enrolments.nameHead({
      classId,
      accountId: headId,
      fromOn: opensOn,
      decisionNumber: '17-QĐ/TCT (mẫu)',
    })
    const last = rows.at(-1)
    if (last && i === 1)
      await office.enrolments.leave({
        enrolmentId: last.id,
        version: last.version,
        leftOn: addDays(today, -14),
        leftCause: 'withdrawn',
        leftDocument: '09-CV/ĐU (mẫu)',
        reason: 'Chuyển công tác sang tỉnh khác (mẫu)',
      })
  }
  return classIds
}

/** Running classes that have a timetable, the earliest first. */
async function runningClasses(office: Api, today: Day): Promise<number[]> {
  const { rows } = await office.classes.list({ year: Number(today.slice(0, 4)), size: 100, sort: 'opensOn' })
  const found: number[] = []
  for (const { id } of rows.filter((row) => row.opensOn < today && (row.closesOn ?? today) > today)) {
    const { sessions } = await office.teaching.timetable({ classId: id })
    if (sessions.some((one) => one.onDay < today)) found.push(id)
  }
  return found.slice(0, 2)
}
