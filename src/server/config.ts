import { resolve } from 'node:path'
import * as z from 'zod'
import { problem } from '../pure/problem.ts'

const address = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  NHIP_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  NHIP_TIME_ZONE: z
    .string()
    .refine((zone) => {
      try {
        return Boolean(new Intl.DateTimeFormat('vi', { timeZone: zone }))
      } catch {
        return false
      }
    })
    .default('Asia/Ho_Chi_Minh'),
  /** The address that people type; nothing after the port. */
  NHIP_ORIGIN: address(['http:', 'https:'])
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '')
    .transform((url) => url.origin)
    .optional(),
  NHIP_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  NHIP_LOW_DISK_MB: z.coerce.number().int().min(0).default(500),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().min(3).default('Nhịp <nhip@localhost>'),
  OIDC_DISCOVERY_URL: address(['http:', 'https:']).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const oidcVariables = ['OIDC_DISCOVERY_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

/** Everything that an installation may set from outside. Read once, at the start. */
export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  timeZone: string
  origin: string | null
  trustProxy: boolean
  lowDiskMegabytes: number
  smtpUrl: string | null
  mailFrom: string
  oidc: { discoveryUrl: string; clientId: string; clientSecret: string } | null
  logLevel: string
}

/** Reads the environment. A wrong variable throws `config.wrong` that names every wrong one at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = environment.safeParse(given)
  // The three of OpenID Connect only make sense together: those that are missing are as wrong as a wrong one.
  const missing = oidcVariables.some((name) => given[name])
    ? oidcVariables.filter((name) => !given[name])
    : []
  if (!read.success || missing.length > 0) {
    const wrong = read.error?.issues.map((issue) => String(issue.path[0])) ?? []
    throw problem(500, 'config.wrong', { variables: [...new Set([...wrong, ...missing])] })
  }
  const e = read.data
  const oidc =
    e.OIDC_DISCOVERY_URL && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET
      ? { discoveryUrl: e.OIDC_DISCOVERY_URL, clientId: e.OIDC_CLIENT_ID, clientSecret: e.OIDC_CLIENT_SECRET }
      : null
  return {
    port: e.PORT,
    host: e.HOST,
    // The usual place is beside the program, wherever it was called from; a given one is the caller's.
    dataDir: given.NHIP_DATA ? resolve(e.NHIP_DATA) : resolve(import.meta.dirname, '../../data'),
    databaseUrl: e.DATABASE_URL ?? null,
    timeZone: e.NHIP_TIME_ZONE,
    origin: e.NHIP_ORIGIN ?? null,
    trustProxy: e.NHIP_TRUST_PROXY === '1',
    lowDiskMegabytes: e.NHIP_LOW_DISK_MB,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    oidc,
    logLevel: e.LOG_LEVEL,
  }
}
