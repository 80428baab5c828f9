import type pg from 'pg'
import type { Actor } from '../pure/actor.ts'
import type { Day, Instant } from '../pure/day.ts'
import type { Locale } from '../pure/words.ts'
import type { Config } from './config.ts'
import type { Db } from './db/transaction.ts'
import type { Log } from './log.ts'

/**
 * Which rows exist for this actor under the right that was asked for: everything, or what belongs to these units,
 * and always what is the actor's own person. The first wall; row-level security holds the same a second time.
 */
export type Scope = { all: true } | { all: false; unitIds: readonly number[]; personId: number | null }

/** Puts work off until the transaction has committed. The key says what it is about: the same key waits only once. */
export type Jobs = { later(name: string, payload: Record<string, unknown>, key: string): Promise<void> }

/** What a service function works with: the inside of one transaction, for one actor. */
export type Ctx = {
  db: Db
  client: pg.PoolClient
  /** Absent only in procedures that `anyone` may call. */
  actor: Actor | null
  scope: Scope
  /**
   * The same transaction from here on with both walls of another right, which the actor must have: for a part of an answer
   * that demands more than the procedure itself. 403 without the right.
   */
  under(right: string): Promise<Ctx>
  today: Day
  now: Instant
  jobs: Jobs
  locale: Locale
  /** The sentence of a problem's code in the reader's language, for files that go out with their problems written in. */
  sentence(code: string, params: Record<string, unknown>): string
  requestId: string
  config: Config
  log: Log
}

/** The account that acts; a procedure that is open to anyone must not ask. */
export function actorOf(ctx: Ctx): Actor {
  if (!ctx.actor) throw new Error('a procedure open to anyone asked who acts')
  return ctx.actor
}
