import * as z from 'zod'
import { file, id, instant } from '../../pure/schema.ts'

/** What a file may be, told by its content. */
export const fileTypes = ['pdf', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'png', 'jpeg'] as const

/** A file that hangs on something. Its content is fetched from the thing that it hangs on. */
export const keptFile = z.object({
  id,
  name: z.string(),
  type: z.enum(fileTypes),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  madeBy: z.string().nullable(),
  madeAt: instant,
  /** Taken away, by whom and when; told to the school only. */
  removedBy: z.string().nullable(),
  removedAt: instant.nullable(),
})

export const attachInput = z.object({ file })

/** In which form a letter goes out. `state`: Nghị định 30/2020/NĐ-CP; `party`: Hướng dẫn 05-HD/VPTW. */
export const layouts = ['state', 'party'] as const
export const layout = z.enum(layouts)
