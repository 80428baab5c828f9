import { todayIn } from '../../pure/day.ts'
import { Problem } from '../../pure/problem.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { JobHouse, JobKind } from '../../server/jobs.ts'
import type { NightHouse } from '../../server/nightly.ts'
import * as store from './invitations.ts'
import { inviteInstead, sendLink } from './invite.ts'

const system = {
  accountId: null,
  personId: null,
  units: 'all',
  procedure: 'teaching.invitations',
  requestId: '',
} as const
const how = { readOnly: false, timeoutMs: 60_000 }

/**
 * The morning's work on invitations: each one that waits is reminded of its deadline once; where the officer has set it, the next
 * suitable lecturer is invited after a refusal or a silence. A batch is one transaction with its mails, so it may be stopped
 * anywhere and begun again: nobody is reminded or invited twice.
 */
export async function tendInvitations(
  house: NightHouse,
  jobsIn: JobHouse['jobsIn'],
): Promise<{ reminded: number; invited: number }> {
  const today = todayIn(house.config.timeZone, house.clock.now())
  const done = { reminded: 0, invited: 0 }
  for (;;) {
    const reminded = await inTransaction(house.pool, system, how, async (db, client) => {
      const due = await store.dueReminders(db, today, 20)
      if (due.length === 0) return 0
      await store.markReminded(
        db,
        due.map((one) => one.id),
        today,
      )
      const inviting = { db, today, jobs: jobsIn(client), config: house.config, accountId: null }
      // A link that goes nowhere is not made.
      if (house.config.smtpUrl)
        for (const one of due) await sendLink(inviting, one.id, one.lecturerId, 'reminded')
      return due.length
    })
    if (reminded === 0) break
    done.reminded += reminded
  }
  for (let after = 0; ; ) {
    const due = await inTransaction(house.pool, system, { ...how, readOnly: true }, (db) =>
      store.dueNext(db, today, after),
    )
    const last = due.at(-1)
    if (last === undefined) return done
    after = last
    for (const id of due) {
      const found = await inTransaction(house.pool, system, how, async (db, client) => {
        // Looked at again under the lock of the invitation: the officer may have been faster.
        await db.selectFrom('teaching_invitation').where('id', '=', id).select('id').forUpdate().execute()
        if (!(await store.dueNext(db, today, id - 1)).includes(id)) return undefined
        return inviteInstead(
          { db, today, jobs: jobsIn(client), config: house.config, accountId: null },
          id,
          undefined,
          true,
        )
      }).catch((error: unknown) => {
        // Refused for its own reason: it stays on the officer's list, and the next one has its turn.
        if (error instanceof Problem) return undefined
        throw error
      })
      if (found) done.invited += 1
    }
  }
}

/** Every morning of the school's clock, and at each start of a server. */
export const tendInvitationsEveryMorning = (house: NightHouse): JobKind => ({
  name: 'teaching.invitations',
  every: { cron: '30 6 * * *', timeZone: house.config.timeZone },
  run: async (_, { jobsIn }) => {
    await tendInvitations(house, jobsIn)
  },
})
