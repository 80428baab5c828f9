import { actorOf } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { coordinationContract } from './contract.ts'
import * as store from './store.ts'

export const coordinationService: Service<typeof coordinationContract> = {
  tasks: async (ctx) => {
    const { accountId, rights } = actorOf(ctx)
    // Each as far as its own right reaches: a lecturer who is also a unit's head has the unit's accounts to see to, not all.
    const sources = [
      ['plans.read', store.planTasks],
      ['reorganisations.read', store.reorganisationTasks],
      ['people.edit', store.placementTasks],
      ['imports.use', store.importTasks],
      ['classes.read', store.openingTasks],
      ['accounts.edit', store.coordinatorTasks],
    ] as const
    const found = []
    // One connection: one after another.
    for (const [right, source] of sources) {
      if (!rights.includes(right)) continue
      const { db, scope, today } = await ctx.under(right)
      found.push(...(await source(db, { accountId, rights, scope, today })))
    }
    return found.sort((a, b) => Number(a.turn === 'theirs') - Number(b.turn === 'theirs'))
  },
}
