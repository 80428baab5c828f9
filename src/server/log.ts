import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Structured lines, one JSON object each: time, level, request id, what happened. Never personal data: addresses of
 * mail are blotted out wherever they stand, and of an error of the database only what names its place is kept
 * (PostgreSQL puts the refused row's values into `detail`).
 * @param to where the lines go; standard error unless a test listens
 */
export const openLog = (level: string, to: { write(line: string): void } = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '…' },
    },
    to,
  )

const secrets = ['password', 'token', 'cookie', 'authorization', 'email', 'headers', 'body']

type Described = { type: string; message: string; stack?: string; cause?: Described } & Record<
  string,
  unknown
>

/** Only these say where something broke, and hold no values. */
const places = ['code', 'constraint', 'schema', 'table', 'column', 'routine', 'syscall', 'status', 'command']

function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutAddresses(String(error)) }
  const kept = Object.fromEntries(
    places
      .map((name) => [name, (error as unknown as Record<string, unknown>)[name]] as const)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    ...kept,
    ...(error.stack && { stack: withoutAddresses(error.stack) }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  }
}

/** A text without addresses of mail and without what stands in the query of a link (a reset's token). */
export const withoutAddresses = (text: string): string =>
  text
    .replace(/[^\s<>"'()@=,;:]+@[^\s<>"'()@,;:]+/g, '…@…')
    .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']+/g, '$1?…')
