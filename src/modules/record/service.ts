import type { Service } from '../../server/service.ts'
import type { recordContract } from './contract.ts'
import * as store from './store.ts'

export const recordService: Service<typeof recordContract> = {
  list: (ctx, input) => store.linesOf(ctx.db, input),
  verify: (ctx) => store.verification(ctx.db),
}
