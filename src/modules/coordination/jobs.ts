import { todayIn } from '../../pure/day.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { JobHouse, JobKind } from '../../server/jobs.ts'
import type { Mail } from '../../server/mail.ts'
import type { NightHouse } from '../../server/nightly.ts'
import { drawAnchored, passOn } from './commitment-store.ts'
import { isQuietDay, recallAnswered, takeMail, writeReminders } from './reminder-store.ts'
import { vi } from './words.vi.ts'

/** Recipients in one transaction: small, so that a stop in the middle leaves little to do again, and nothing twice. */
const recipientsABatch = 50

const system = { accountId: null, personId: null, units: 'all', requestId: '' } as const

/** What the morning's work did: for the log of tests and benches. */
export type Morning = { passedOn: number; recipients: number }

/**
 * The morning's work on commitments and reminders, for the whole school, in batches of recipients, each in one transaction
 * with its jobs of mail. It may be stopped anywhere and begun again: a reminder that is written is never written again.
 */
export async function remind(house: NightHouse, jobsIn: JobHouse['jobsIn']): Promise<Morning> {
  const today = todayIn(house.config.timeZone, house.clock.now())
  const who = { ...system, procedure: 'coordination.remind' }
  const how = { readOnly: false, timeoutMs: 60_000 }
  const passedOn = await inTransaction(house.pool, who, how, async (db) => {
    const passed = await passOn(db, today, vi.notes)
    await drawAnchored(db, today)
    await recallAnswered(db, today)
    return passed
  })
  let recipients = 0
  for (let after = 0; ; ) {
    const batch = await inTransaction(house.pool, who, how, async (db, client) => {
      if (await isQuietDay(db, today)) return []
      const written = await writeReminders(db, {
        today,
        after,
        batch: recipientsABatch,
        byMail: house.config.smtpUrl !== null,
      })
      for (const { recipientId } of written.filter((one) => one.hasMail))
        await jobsIn(client).later('coordination.mail', { recipientId }, `reminders:${recipientId}:${today}`)
      return written
    })
    const last = batch.at(-1)
    if (!last) return { passedOn, recipients }
    recipients += batch.length
    after = last.recipientId
  }
}

/** Every morning of the school's clock, when offices open, and at each start of a server. */
export const remindEveryMorning = (house: NightHouse): JobKind => ({
  name: 'coordination.remind',
  every: { cron: '0 7 * * *', timeZone: house.config.timeZone },
  run: async (_, { jobsIn }) => {
    await remind(house, jobsIn)
  },
})

/**
 * One mail to one person with everything that waits and is still open when it goes: what was answered meanwhile is left out,
 * and nothing is sent when nothing is left. Handed to the mail in the transaction that marks it, so never twice.
 */
export const mailReminders = (house: NightHouse): JobKind => ({
  name: 'coordination.mail',
  keptSeconds: 3600,
  run: async (payload, { jobsIn }) => {
    const recipientId = Number(payload.recipientId)
    const today = todayIn(house.config.timeZone, house.clock.now())
    const who = { ...system, procedure: 'coordination.mail' }
    await inTransaction(house.pool, who, { readOnly: false, timeoutMs: 30_000 }, async (db, client) => {
      const waiting = await takeMail(db, recipientId, today)
      if (!waiting) return
      const { email, name, lines } = waiting
      const origin = house.config.origin ?? ''
      const mail: Mail = {
        to: email,
        subject: vi.mail.subject({ count: lines.length }),
        text: vi.mail.text({
          name,
          today,
          lines: lines.map((line) => ({
            ...line,
            title: vi.remindedOf(line),
            path: `${origin}${line.path}`,
          })),
        }),
      }
      await jobsIn(client).later('mail', mail, `reminders-mail:${recipientId}:${today}:${lines.length}`)
    })
  },
})
