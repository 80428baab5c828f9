import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

export type Mail = { to: string; subject: string; text: string }
export type SendMail = (mail: Mail) => Promise<void>

const waitMs = 15_000

/** Mail by the school's own SMTP server. Without one nothing is sent, and the log says so without the content. */
export function openMail(config: Config, log: Log): SendMail {
  if (!config.smtpUrl) {
    return async ({ subject }) => log.warn({ subject }, 'mail not sent: SMTP_URL is not set')
  }
  const transport = createTransport(
    {
      url: config.smtpUrl,
      connectionTimeout: waitMs,
      greetingTimeout: waitMs,
      socketTimeout: 2 * waitMs,
    },
    { from: config.mailFrom },
  )
  return async (mail) => {
    await transport.sendMail(mail)
  }
}
