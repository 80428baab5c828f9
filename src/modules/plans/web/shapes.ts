import type * as z from 'zod'
import type { planGroup, planLine, planVersion } from '../contract.ts'

export type Version = z.infer<typeof planVersion>
export type Line = z.infer<typeof planLine>
export type Group = z.infer<typeof planGroup>
