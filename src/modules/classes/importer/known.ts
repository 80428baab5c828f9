import { fold } from '../../../pure/vietnamese.ts'
import type { Ctx } from '../../../server/ctx.ts'
import * as store from '../store.ts'
import { identity, type Said } from './said.ts'

/** The classes of the database by what identifies them. */
export class Known {
  private readonly byCode: Map<string, store.KnownClass>
  private readonly byIdentity: Map<string, store.KnownClass>

  constructor(classes: readonly store.KnownClass[]) {
    this.byCode = new Map(classes.map((one) => [one.code, one]))
    this.byIdentity = new Map(classes.map((one) => [identity(one), one]))
  }

  of(said: Said): store.KnownClass | null {
    return (said.code === null ? this.byIdentity.get(identity(said)) : this.byCode.get(said.code)) ?? null
  }
}

const prefixes: Record<string, string> = {
  intermediate: 'TC',
  advanced: 'CC',
  elementary: 'SC',
  fostering: 'BD',
}

/** Codes for classes that have none: «BD-23-001», after those that exist. */
export class NewCodes {
  private readonly taken: Set<string>
  private readonly last = new Map<string, number>()

  constructor(inFile: readonly string[]) {
    this.taken = new Set(inFile)
  }

  async next(ctx: Ctx, said: Said, groupCode: string): Promise<string> {
    const beginning = `${prefixes[groupCode] ?? 'L'}-${said.opensOn.slice(2, 4)}-`
    if (!this.last.has(beginning)) {
      const used = (await store.codesBeginning(ctx.db, beginning)).map(
        (code) => Number(code.slice(beginning.length)) || 0,
      )
      this.last.set(beginning, Math.max(0, ...used))
    }
    for (;;) {
      const number = (this.last.get(beginning) ?? 0) + 1
      this.last.set(beginning, number)
      const code = `${beginning}${String(number).padStart(3, '0')}`
      if (!this.taken.has(code)) return code
    }
  }
}

/** A code for a new programme from the first letters of its words, numbered when taken. */
export function freeCode(name: string, taken: readonly string[]): string {
  const letters = fold(name)
    .replace(/[^a-z0-9 ]/g, ' ')
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
  const beginning = `N-${letters.slice(0, 20) || 'CT'}`
  const used = new Set(taken)
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? beginning : `${beginning}-${number}`
    if (!used.has(code)) return code
  }
}
