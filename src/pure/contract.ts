import { oc } from '@orpc/contract'

/**
 * What a procedure demands of its caller.
 * `can`: a right of `modules/access/rights.ts`, `'anyone'` (also signed out) or `'signedIn'`.
 * `slow`: the statement limit of a report instead of that of an action.
 */
export type ProcedureMeta = { can: string; slow?: boolean }

/** The beginning of every procedure: `procedure.meta({ can: 'plans.read' }).route({ method: 'GET', path: … })`. */
export const procedure = oc.$meta<ProcedureMeta>({ can: 'nobody' })
