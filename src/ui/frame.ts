import type { Actor } from '../pure/actor.ts'
import type { Day } from '../pure/day.ts'
import type { Locale } from '../pure/words.ts'
import { chosenColumns, rememberedYear } from './remembered.ts'
import type { Notice, School, Visit } from './visit.ts'

/** What every page knows about the visit: the root's loader data, sent to the browser. */
export type Frame = {
  locale: Locale
  actor: Actor | null
  school: School | null
  notices: Notice[]
  today: Day
  timeZone: string
  /** The year that the shell shows: of the address, else remembered, else this year. */
  year: number
  requestId: string
  /** How many live reminders the reader has not read. */
  unread: number
  /** Columns chosen for a table, by the table's name. */
  columns: Record<string, string[]>
}

/** The frame of a visit. Lists its fields: what is not here never reaches the browser. */
export function frameOf(visit: Visit, request: Request, unread: number): Frame {
  const { locale, actor, school, notices, today, timeZone, requestId } = visit
  return {
    locale,
    actor: actor && {
      accountId: actor.accountId,
      name: actor.name,
      email: actor.email,
      personId: actor.personId,
      roles: actor.roles.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
      rights: actor.rights,
    },
    school: school && { name: school.name, isSample: school.isSample },
    notices,
    today,
    timeZone,
    year: rememberedYear(request, today),
    requestId,
    unread,
    columns: chosenColumns(request),
  }
}
