import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Ctx } from './ctx.ts'

/**
 * What a module must do for its contract: one function for each procedure, from a transaction and the parsed input to the
 * answer. An answer that lacks a promised column does not compile.
 */
export type Service<C> = {
  // biome-ignore lint/suspicious/noExplicitAny: the error map and meta play no part here
  [K in keyof C]: C[K] extends ContractProcedure<infer I, infer O, any, any>
    ? (ctx: Ctx, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O>>
    : never
}
