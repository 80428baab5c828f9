import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Share } from '../../pure/share.ts'
import type { Definition, evaluationContents, evaluationSet, Subject } from './contract.ts'
import { type Asked, asked, isAsked } from './rules.ts'

export type EvaluationSet = z.infer<typeof evaluationSet>
export type Content = (typeof evaluationContents)[number]

/**
 * The rule set under which a class is evaluated: the one in force on the day on which it ended, never today's. Null: none was.
 * What is for acceptance by a council only is not asked of sheets.
 */
export function setOn(sets: readonly EvaluationSet[], endedOn: Day): EvaluationSet | null {
  return (
    sets.find(
      (set) =>
        !set.isForAcceptance && set.fromOn <= endedOn && (set.untilOn === null || endedOn < set.untilOn),
    ) ?? null
  )
}

/** The band of a figure: the highest that begins at or below it. Null where the set has none, or the figure lies outside its scale. */
export function bandOf(set: EvaluationSet, figure: number): EvaluationSet['bands'][number] | null {
  if (set.scale && figure > set.scale.high) return null
  return set.bands.findLast((band) => band.from <= figure) ?? null
}

/** What a form evaluates in the words of the regulation, by its sections. */
export const contentsOf = (form: Definition): Content[] => [
  ...new Set(form.sections.flatMap((section) => section.content ?? [])),
]

/** The indicators of a form: marks on the rule set's own scale, in sections that say what of the regulation they evaluate. */
function indicatorsOf(set: EvaluationSet, form: Definition, subjects: readonly Subject[]): Asked[] {
  const counted = new Set(
    form.sections.flatMap((section) => (section.content ? section.questions.map((one) => one.key) : [])),
  )
  const { scale } = set
  return asked(form, subjects).filter(({ question }) => {
    if (!scale || !counted.has(question.key)) return false
    if (question.kind === 'likert') return scale.low === 1 && question.points === scale.high
    return question.kind === 'scale' && question.from === scale.low && question.to === scale.high
  })
}

type Answer = Record<string, unknown>

/** Is a sheet invalid: more indicators unanswered than the rule set bears? Where the set or the form knows no indicators, none is. */
export function isInvalid(
  set: EvaluationSet | null,
  form: Definition,
  subjects: readonly Subject[],
  answer: Answer,
): boolean {
  if (!set?.invalidAbove) return false
  const wasAsked = isAsked(form, subjects)
  const indicators = indicatorsOf(set, form, subjects).filter((one) => wasAsked(one, answer))
  const missing = indicators.filter((one) => answer[one.at] === undefined).length
  return missing * 100 > set.invalidAbove.percent * indicators.length
}

/** A figure of the regulation and the band in which it lies; null where nothing of it may be shown. */
export type Rated = { mean: number | null; band: EvaluationSet['bands'][number] | null }
export type Indexed = {
  criteria: ({ key: string; text: string; shown: number; of: number } & Rated)[]
  index: Rated
}

/**
 * Mean per indicator → per criterion (the mean of its indicators) → overall index (the mean of the criteria), with its band. Hidden
 * indicators are left out, and how many were is said.
 */
export function indexed(
  set: EvaluationSet,
  form: Definition,
  subjects: readonly Subject[],
  means: ReadonlyMap<string, number | null>,
): Indexed {
  const average = (list: readonly number[]) =>
    list.length > 0 ? list.reduce((sum, one) => sum + one, 0) / list.length : null
  const rated = (mean: number | null): Rated => ({ mean, band: mean === null ? null : bandOf(set, mean) })
  const groups = Map.groupBy(indicatorsOf(set, form, subjects), (one) => one.question.key)
  const criteria = [...groups.values()].map((own) => {
    const found = own.map((one) => means.get(one.at) ?? null).filter((mean) => mean !== null)
    const { key, text } = (own[0] as Asked).question
    return { key, text, shown: found.length, of: own.length, ...rated(average(found)) }
  })
  const all = criteria.map((one) => one.mean).filter((mean) => mean !== null)
  return { criteria, index: rated(average(all)) }
}

export type ShareVerdict = {
  content: Content
  article: string
  /** How many of the courses that ended under the rule set were evaluated. */
  done: Share
  needPercent: number
  needCourses: number
  result: 'met' | 'unmet' | 'nothingToJudge'
}

/**
 * How many of a year's courses were evaluated, against the least shares of the rule set. Counted are the courses that ended while it
 * was in force; after that nothing is judged.
 */
export function sharesOf(
  set: EvaluationSet,
  courses: readonly { endedOn: Day; contents: readonly Content[] }[],
): ShareVerdict[] {
  const own = courses.filter(({ endedOn }) => setOn([set], endedOn) !== null)
  return set.shares.map(({ content, article, percent, courses: need }) => {
    const done = { part: own.filter((one) => one.contents.includes(content)).length, whole: own.length }
    const isMet = done.part * 100 >= percent * done.whole && done.part >= need
    return {
      content,
      article,
      done,
      needPercent: percent,
      needCourses: need,
      result: done.whole === 0 ? 'nothingToJudge' : isMet ? 'met' : 'unmet',
    }
  })
}
