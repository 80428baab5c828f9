import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  problems: {
    'record.appendOnly': 'The record can only be added to, never changed or deleted.',
  },
}
