import type * as z from 'zod'
import type { curriculum, curriculumItem, outline } from '../contract.ts'

export type Version = z.infer<typeof curriculum>
export type Line = z.infer<typeof curriculumItem>
export type Outline = z.infer<typeof outline>
