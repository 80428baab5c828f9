import type * as z from 'zod'
import { useWords } from '../../../ui/locale.tsx'
import type { changeLine } from '../contract/changes.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** One line of a change in a sentence: which, and from what to what. */
export function ChangedLine({ line }: { line: z.infer<typeof changeLine> }) {
  const w = useWords(vi, en)
  const { before, after } = line
  const c = w.changes
  return (
    <>
      {[line.title, line.isNew && `(${c.isNew})`].filter(Boolean).join(' ')}:{' '}
      {[
        c.classes({ before: before.opened, after: after.opened }),
        before.learners !== after.learners && c.learners({ before: before.learners, after: after.learners }),
        before.months.join() !== after.months.join() &&
          c.months({ before: before.months, after: after.months }),
        line.isNew && line.place,
      ]
        .filter(Boolean)
        .join('; ')}
    </>
  )
}
