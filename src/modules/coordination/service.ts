import { actorOf } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { coordinationContract } from './contract.ts'
import * as store from './store.ts'

export const coordinationService: Service<typeof coordinationContract> = {
  tasks: async (ctx) => {
    const { accountId, rights } = actorOf(ctx)
    const asker = { accountId, rights, scope: ctx.scope, today: ctx.today }
    const sources = [
      store.planTasks,
      store.reorganisationTasks,
      store.placementTasks,
      store.importTasks,
      store.openingTasks,
      store.coordinatorTasks,
    ]
    const found = []
    // One connection: one after another.
    for (const source of sources) found.push(...(await source(ctx.db, asker)))
    return found.sort((a, b) => Number(a.turn === 'theirs') - Number(b.turn === 'theirs'))
  },
}
