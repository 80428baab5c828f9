import type * as z from 'zod'
import type { comment, proposal } from '../contract/drafting.ts'
import type { limit, verdict } from '../contract/frame.ts'
import type { curriculum, curriculumItem, hours } from '../contract.ts'

export type Version = z.infer<typeof curriculum>
export type Line = z.infer<typeof curriculumItem>
export type Hours = z.infer<typeof hours>
export type Comment = z.infer<typeof comment>
export type Proposal = z.infer<typeof proposal>
export type Limit = z.infer<typeof limit>
export type Verdict = z.infer<typeof verdict>
export type Field = { code: string; name: string; nameEn: string }
