import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured lines on standard error, one JSON object each: time, level, request id, what happened. Never personal data. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.password', '*.token', '*.cookie'],
    },
    pino.destination(2),
  )
