import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { figure, overlay, studySet } from './contract.ts'

export type StudySet = z.infer<typeof studySet>
export type Figure = z.infer<typeof figure>
type Overlay = Pick<z.infer<typeof overlay>, 'ruleSet' | 'figure' | 'value' | 'fromOn' | 'source' | 'state'>

/** The study regulation of an intake: the one in force on the day on which the class opened. Null where none is known. */
export const setOfIntake = (sets: readonly StudySet[], opensOn: Day): StudySet | null =>
  sets.find((one) => one.fromOn <= opensOn && (one.untilOn === null || opensOn < one.untilOn)) ?? null

/** Whether a school's own figure is stricter than the regulation's: more attendance, fewer resits, a higher mark. */
export const isStricter = (figure: Figure, own: number, regulation: number): boolean =>
  figure === 'resits' ? own < regulation : own > regulation

/** What is asked of a class: the regulation's figures, and the school's own where one was in force when the class opened. */
export function figuresFor(
  set: StudySet,
  overlays: readonly Overlay[],
  opensOn: Day,
): { figure: Figure; value: number; source: string; isSchools: boolean; tag: 'found' | 'toConfirm' }[] {
  return (Object.keys(set.figures) as Figure[]).map((figure) => {
    const { value, source, tag } = set.figures[figure]
    const [own] = overlays
      .filter(
        (one) =>
          one.state === 'inForce' &&
          one.ruleSet === set.id &&
          one.figure === figure &&
          one.fromOn <= opensOn &&
          isStricter(figure, one.value, value),
      )
      .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))
    return own
      ? { figure, value: own.value, source: own.source, isSchools: true, tag: 'found' as const }
      : { figure, value, source, isSchools: false, tag }
  })
}
