import type { Actor } from '../pure/actor.ts'
import type { Locale } from '../pure/words.ts'
import type { Scope } from './ctx.ts'

/** Who stands at the door, found once per request with one query. */
export type Visitor = {
  actor: Actor | null
  /** Came with an API token: acts for its owner, but is not its owner. */
  isProgram?: boolean
  /** The rows that exist for this actor under a right, by the roles that give it. */
  scopeFor(right: string): Scope
  locale: Locale
  requestId: string
  now: Date
}
