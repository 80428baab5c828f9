import * as z from 'zod'
import { tidy } from '../../../pure/vietnamese.ts'
import type { Definition, Question } from '../contract.ts'
import { evaluationContents, subjectKinds } from '../contract.ts'

/*
 * A form as it is typed: options and rows one a line, so that a column of Excel can be pasted; every key is given by Nhịp and stays
 * with its question, option or row for good, because results of several versions are merged by it.
 */

type Choice = { key: string; text: string; textEn?: string | undefined }
export const questionKinds = ['likert', 'scale', 'single', 'multi', 'text', 'number', 'date'] as const

const text = z.string().optional()
const typedQuestion = z.object({
  key: text,
  kind: z.enum(questionKinds).optional(),
  text,
  textEn: text,
  isRequired: z.boolean().optional(),
  showIf: text,
  /** One option or row a line; English behind a tab or «|». */
  lines: text,
  /** The options or rows with their keys, as they were when last looked at. */
  choices: text,
  points: z.number().optional(),
  low: text,
  high: text,
  from: z.number().optional(),
  to: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  longest: z.number().optional(),
})
export const typedForm = z.object({
  title: text,
  lead: text,
  leadEn: text,
  sections: z
    .array(
      z.object({
        id: text,
        title: text,
        titleEn: text,
        per: z.enum(subjectKinds).optional(),
        content: z.enum(evaluationContents).optional(),
        questions: z.array(typedQuestion).optional(),
      }),
    )
    .optional(),
})
export type TypedForm = z.infer<typeof typedForm>

/**
 * A key for a new line, made of what it says: never that of another line that once stood there and was taken away, because by it
 * results of several versions are merged. FNV-1a, which runs in the browser too.
 */
export function keyOf(text: string, taken: ReadonlySet<string>): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  let key = `c${hash.toString(36)}`
  while (taken.has(key)) key = `${key}x`
  return key
}

/** Blank lines fall away; the same line twice counts once. Behind a tab (two columns of Excel) or «|» stands the English. */
export function linesOf(typed: string): { text: string; textEn?: string }[] {
  const seen = new Set<string>()
  return typed.split(/\r?\n/).flatMap((line) => {
    const [first = '', second = ''] = line.split(/\t|\|/).map(tidy)
    if (first === '' || seen.has(first)) return []
    seen.add(first)
    return [{ text: first, ...(second && { textEn: second }) }]
  })
}

/**
 * Lines as options with keys. A line that stood there before keeps its key, wherever it has moved; a line that was rewritten keeps
 * the key of its place; what is new gets a new one.
 */
export function withLines(before: readonly Choice[], typed: string): Choice[] {
  const lines = linesOf(typed)
  const byText = new Map(before.map((one) => [one.text, one.key]))
  const kept = lines.map((line) => byText.get(line.text))
  const taken = new Set(kept.filter((key) => key !== undefined))
  const all = new Set(before.map((one) => one.key))
  return lines.map((line, i) => {
    const own = kept[i]
    const inPlace = before[i]?.key
    const key =
      own ??
      (inPlace !== undefined && !taken.has(inPlace) ? inPlace : keyOf(line.text, new Set([...taken, ...all])))
    taken.add(key)
    all.add(key)
    return { key, ...line }
  })
}

/** Options or rows as they are typed. */
export const asLines = (choices: readonly Choice[]): string =>
  choices.map((one) => (one.textEn ? `${one.text} | ${one.textEn}` : one.text)).join('\n')

const known = z.array(z.object({ key: z.string(), text: z.string(), textEn: z.string().optional() }))
function choicesOf(typed: string | undefined): Choice[] {
  try {
    return known.parse(JSON.parse(typed || '[]'))
  } catch {
    // Only a hand-made request sends something else; the lines then count as new.
    return []
  }
}

/** What was typed as a definition; whether it can be used is for the contract's schema to say. */
export function definitionOf({ lead = '', leadEn, sections = [] }: TypedForm): Definition {
  return {
    lead,
    ...(leadEn && { leadEn }),
    sections: sections.map(({ title = '', titleEn, per, content, questions = [] }) => ({
      title,
      ...(titleEn && { titleEn }),
      ...(per && { per }),
      ...(content && { content }),
      questions: questions.map(questionOf),
    })),
  }
}

function questionOf(typed: z.infer<typeof typedQuestion>): Question {
  const [q, is] = typed.showIf?.split('#') ?? []
  const common = {
    key: typed.key ?? '',
    text: typed.text ?? '',
    ...(typed.textEn && { textEn: typed.textEn }),
    isRequired: typed.isRequired ?? false,
    ...(q && is && { showIf: { q, is } }),
  }
  const ends = { low: typed.low ?? '', high: typed.high ?? '' }
  const choices = withLines(choicesOf(typed.choices), typed.lines ?? '')
  switch (typed.kind ?? 'text') {
    case 'likert':
      return { kind: 'likert', ...common, ...ends, points: typed.points ?? 5, rows: choices }
    case 'scale':
      return { kind: 'scale', ...common, ...ends, from: typed.from ?? 1, to: typed.to ?? 10 }
    case 'single':
      return { kind: 'single', ...common, options: choices }
    case 'multi':
      return { kind: 'multi', ...common, options: choices }
    case 'number':
      return {
        kind: 'number',
        ...common,
        ...(typed.min !== undefined && { min: typed.min }),
        ...(typed.max !== undefined && { max: typed.max }),
      }
    case 'date':
      return { kind: 'date', ...common }
    case 'text':
      return { kind: 'text', ...common, max: typed.longest ?? 1000 }
  }
}

/** The options or rows of a question. */
export const choicesIn = (question: Question): Choice[] =>
  question.kind === 'likert' ? question.rows : 'options' in question ? question.options : []

/** The options on which a question may depend: those of choices before it, that are asked at all where it is asked. */
export function conditionsFor(
  form: Definition,
  key: string,
): { value: string; question: string; option: string }[] {
  const found: { value: string; question: string; option: string; per: string | undefined }[] = []
  for (const section of form.sections)
    for (const question of section.questions) {
      if (question.key === key)
        return found
          .filter((one) => one.per === undefined || one.per === section.per)
          .map(({ per: _, ...one }) => one)
      if (question.kind === 'single' || question.kind === 'multi')
        for (const option of question.options)
          found.push({
            value: `${question.key}#${option.key}`,
            question: question.text,
            option: option.text,
            per: section.per,
          })
    }
  return []
}

/** Where in the editor a mistake of the definition stands. */
export const fieldOf = (path: string): string =>
  path
    .replace(/^definition\./, '')
    .replace(/\.(rows|options)(\..*)?$/, '.lines')
    .replace(/\.showIf\..*$/, '.showIf')
    .replace(/^(sections\.\d+)\.questions$/, '$1.title')
