import * as z from 'zod'
import type { Definition, Question, Subject, SurveyResult } from './contract.ts'

/** Fewer answers than this are never shown. */
export const smallestGroup = 5

/** A question as it is asked of one subject: where its answer stands, and the row of a table. */
export type Asked = {
  at: string
  question: Question
  text: string
  textEn: string | undefined
  subject: Subject | null
}

/** Everything that a sheet asks, in its order. The address of an answer is `key`, `key.row`, and `@subject` behind it. */
export function asked(form: Definition, subjects: readonly Subject[]): Asked[] {
  return form.sections.flatMap((section) => {
    const per: (Subject | null)[] = section.per ? subjects.filter((one) => one.kind === section.per) : [null]
    return per.flatMap((subject) => {
      const behind = subject ? `@${subject.id}` : ''
      return section.questions.flatMap((question) => {
        const one = { question, text: question.text, textEn: question.textEn, subject }
        return question.kind === 'likert'
          ? question.rows.map((row) => ({
              ...one,
              at: `${question.key}.${row.key}${behind}`,
              text: row.text,
              textEn: row.textEn,
            }))
          : [{ ...one, at: `${question.key}${behind}` }]
      })
    })
  })
}

function schemaOf(question: Question): z.ZodType {
  const keys = 'options' in question ? question.options.map((option) => option.key) : []
  switch (question.kind) {
    case 'likert':
      return z
        .number('field.notInList')
        .int('field.notInList')
        .min(1, 'field.notInList')
        .max(question.points, 'field.notInList')
    case 'scale':
      return z
        .number('field.notInList')
        .int('field.notInList')
        .min(question.from, 'field.notInList')
        .max(question.to, 'field.notInList')
    case 'single':
      return z.enum(keys as [string, ...string[]], 'field.notInList')
    case 'multi':
      return z.array(z.enum(keys as [string, ...string[]], 'field.notInList')).max(keys.length)
    case 'text':
      return z.string().trim().max(question.max, 'field.tooLong')
    case 'number':
      return z
        .number('field.whole')
        .min(question.min ?? -1e9, 'field.tooSmall')
        .max(question.max ?? 1e9, 'field.tooLarge')
    case 'date':
      return z.iso.date('field.day')
  }
}

/** Whether a question is put to whoever has answered so far what was given. */
export function isAsked(
  form: Definition,
  subjects: readonly Subject[],
): (one: Asked, given: Record<string, unknown>) => boolean {
  const byAddress = new Map(asked(form, subjects).map((one) => [one.at, one]))
  return function isShown({ question, subject }: Asked, given: Record<string, unknown>): boolean {
    const { showIf } = question
    if (!showIf) return true
    const on = byAddress.get(`${showIf.q}@${subject?.id}`) ?? byAddress.get(showIf.q)
    const chosen = on && isShown(on, given) ? given[on.at] : undefined
    return Array.isArray(chosen) ? chosen.includes(showIf.is) : chosen === showIf.is
  }
}

/** Where an answer says on which of several sheets it was given; no question's key can be this. */
export const sheetAt = '_sheet'

/** The schema of a sheet's answers, made of its form: the one by which the page and the server judge. What was not asked falls away. */
export function answersSchema(form: Definition, subjects: readonly Subject[]) {
  const all = asked(form, subjects)
  const byAddress = new Map(all.map((one) => [one.at, one]))
  const isShown = isAsked(form, subjects)
  return z
    .strictObject(Object.fromEntries(all.map((one) => [one.at, schemaOf(one.question).optional()])))
    .superRefine((given, check) => {
      for (const one of all) {
        const value = (given as Record<string, unknown>)[one.at]
        const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
        if (one.question.isRequired && isEmpty && isShown(one, given))
          check.addIssue({ code: 'custom', path: [one.at], message: 'field.required' })
      }
    })
    .transform((given) =>
      Object.fromEntries(
        Object.entries(given).filter(([at, value]) => {
          const one = byAddress.get(at)
          return value !== undefined && value !== '' && one && isShown(one, given)
        }),
      ),
    )
}

/**
 * Which groups stay hidden: those of one to four, and, since the sum of all is known, the next smallest as long as fewer than
 * five answers, or one group alone, could be found by subtraction.
 */
export function hidden(sizes: readonly number[]): boolean[] {
  const hides = sizes.map((n) => n > 0 && n < smallestGroup)
  const of = (is: boolean) => sizes.map((n, i) => ({ n, i })).filter(({ n, i }) => hides[i] === is && n > 0)
  while (
    of(true).length > 0 &&
    (of(true).length < 2 || of(true).reduce((sum, { n }) => sum + n, 0) < smallestGroup)
  ) {
    const next = of(false).sort((a, b) => a.n - b.n)[0]
    if (!next) break
    hides[next.i] = true
  }
  return hides
}

type Answer = Record<string, unknown>

/** What one question and subject of a campaign show: a row of the results across classes. */
export type Figure = {
  at: string
  subjectId: number | null
  question: string
  text: string
  low: number | null
  high: number | null
  n: number
  mean: number | null
  spread: number | null
  counts: SurveyResult['items'][number]['counts']
  comments: string[]
}

/** The marks that a question can get. */
const pointsOf = (question: Question): [number, number] | null =>
  question.kind === 'likert'
    ? [1, question.points]
    : question.kind === 'scale'
      ? [question.from, question.to]
      : null

/** What a campaign's own result shows, and nothing else: of this alone are results across classes made. */
export function figuresOf(form: Definition, subjects: readonly Subject[], result: SurveyResult): Figure[] {
  const byAddress = new Map(asked(form, subjects).map((one) => [one.at, one]))
  return result.items.flatMap((item) => {
    const one = byAddress.get(item.key)
    if (!one || item.isHidden || item.n === null || item.n < smallestGroup) return []
    const points = pointsOf(one.question)
    return [
      {
        at: item.key,
        subjectId: one.subject?.id ?? null,
        question: item.key.split('@')[0] as string,
        text: item.text,
        low: points?.[0] ?? null,
        high: points?.[1] ?? null,
        n: item.n,
        mean: item.mean,
        spread: item.spread,
        counts: item.counts,
        comments: item.comments,
      },
    ]
  })
}

/** What a closed campaign says: for each question and subject n, mean, spread (of a sample) and distribution. */
export function tally(
  form: Definition,
  subjects: readonly Subject[],
  answers: readonly Answer[],
  count: number,
  invalid = 0,
): SurveyResult {
  if (answers.length < smallestGroup) return { answers: count, invalid, isHidden: true, items: [] }
  const all = asked(form, subjects)
  const groups = Map.groupBy(all, (one) => one.at.split('@')[0] as string)
  const items = [...groups.values()].flatMap((same) => {
    const values = same.map((one) =>
      answers.map((answer) => answer[one.at]).filter((value) => value !== undefined),
    )
    const hides = hidden(values.map((given) => given.length))
    return same.map((one, i) => itemOf(one, values[i] as unknown[], hides[i] ?? true))
  })
  return { answers: count, invalid, isHidden: false, items }
}

function itemOf(
  { at, question, text, subject }: Asked,
  given: unknown[],
  isHidden: boolean,
): SurveyResult['items'][number] {
  const empty = {
    key: at,
    text,
    subject: subject?.label ?? null,
    isHidden,
    n: null,
    mean: null,
    spread: null,
    counts: [],
    comments: [],
  }
  if (isHidden) return empty
  const n = given.length
  if (question.kind === 'text') return { ...empty, n, comments: (given as string[]).toSorted() }
  const figures = given.filter((value) => typeof value === 'number')
  const mean = figures.length > 0 ? figures.reduce((sum, one) => sum + one, 0) / figures.length : null
  const spread =
    mean !== null && n > 1
      ? Math.sqrt(figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
      : null
  const points = pointsOf(question)
  const counts = points
    ? Array.from({ length: points[1] - points[0] + 1 }, (_, i) => points[0] + i).map((value) => ({
        label: String(value),
        count: figures.filter((one) => one === value).length,
      }))
    : 'options' in question
      ? question.options.map(({ key, text: label }) => ({
          label,
          count: given.filter((one) => one === key || (Array.isArray(one) && one.includes(key))).length,
        }))
      : []
  return { ...empty, n, mean, spread, counts }
}
