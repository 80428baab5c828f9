import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from './contract.ts'

/** The contract as functions to call: `api.plans.list({ year })`. Pages get it with the visitor's rights and walls. */
export type Api = ContractRouterClient<Contract>
