import type { FieldProblem, Problem, ProblemAnswer } from '../pure/problem.ts'
import type { Locale } from '../pure/words.ts'

/** A sentence for a problem's code, fixed or made from its parameters. */
export type Sentence = string | ((params: never) => string)
export type Sentences = Record<Locale, Record<string, Sentence>>

/** A problem in the reader's language, as it goes out over HTTP and to a page. */
export function answerOf(
  found: Problem,
  sentences: Sentences,
  locale: Locale,
  requestId: string,
): ProblemAnswer {
  return {
    type: `urn:nhip:problem:${found.code}`,
    title: sentenceOf(sentences, locale, found.code, found.params),
    status: found.status,
    code: found.code,
    params: found.params,
    fields: found.fields.map(
      (field): FieldProblem => ({
        ...field,
        sentence: field.sentence ?? sentenceOf(sentences, locale, field.code, field.params ?? {}),
      }),
    ),
    requestId,
  }
}

/** The sentence of a code; a code without words is shown itself (the house test finds those). */
export function sentenceOf(
  sentences: Sentences,
  locale: Locale,
  code: string,
  params: Record<string, unknown>,
): string {
  const sentence = sentences[locale][code]
  if (sentence === undefined) return code
  return typeof sentence === 'string'
    ? sentence
    : (sentence as (params: Record<string, unknown>) => string)(params)
}
