import type * as z from 'zod'
import type { FieldProblem } from '../../../pure/problem.ts'
import type { Locale } from '../../../pure/words.ts'
import type { surveySheet } from '../contract.ts'
import { type Asked, asked } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

export type SurveySheet = z.infer<typeof surveySheet>
export type Typed = {
  form: FormData | null
  problems: FieldProblem[]
  sentence: string | null
  press: string
}

/** The sheet as whoever answers sees it: on the public page, and in the preview of a form. */
export function Sheet({ sheet, locale, typed }: { sheet: SurveySheet; locale: Locale; typed: Typed }) {
  const w = locale === 'vi' ? vi : en
  const { definition } = sheet
  if (!definition) return null
  const all = asked(definition, sheet.subjects)
  const own = (text: string, textEn: string | undefined) => (locale === 'en' ? (textEn ?? text) : text)
  const lead = own(definition.lead, definition.leadEn)
  return (
    <form method="post">
      <p className="quiet">{sheet.school}</p>
      <h1>{sheet.campaignTitle ? `${sheet.title}: ${sheet.campaignTitle}` : sheet.title}</h1>
      <p>{w.askedOf(sheet)}</p>
      {sheet.isAnonymous && <p className="quiet">{w.anonymous}</p>}
      {sheet.sheets > 1 && <p className="quiet">{w.sheetPart(sheet)}</p>}
      {lead && <p>{lead}</p>}
      {typed.sentence && (
        <div className="wrong" role="alert">
          <p>{typed.sentence}</p>
          <ul>
            {typed.problems.map((one) => (
              <li key={one.path}>
                <a href={`#${one.path}`}>{textAt(all, one.path, own)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <input type="hidden" name="_press" value={typed.press} />
      <input type="hidden" name="_sheet" value={sheet.sheet} />
      {definition.sections.map((section) =>
        (section.per ? sheet.subjects.filter((one) => one.kind === section.per) : [null]).map((subject) => (
          <section key={`${section.title} ${subject?.id}`}>
            <h2>
              {own(section.title, section.titleEn)}
              {subject && `: ${subject.label}`}
            </h2>
            {section.questions.map((question) => {
              const parts = all.filter((one) => one.question === question && one.subject?.id === subject?.id)
              const { showIf } = question
              const on = showIf && all.find((one) => one.question.key === showIf.q)
              const option =
                on && 'options' in on.question
                  ? on.question.options.find((one) => one.key === showIf.is)
                  : undefined
              return (
                <fieldset className="card" key={question.key}>
                  <legend>
                    {own(question.text, question.textEn)}{' '}
                    {question.isRequired && <span className="quiet">({w.required})</span>}
                  </legend>
                  {on && option && (
                    <p className="quiet">
                      {w.askedWhen({
                        question: own(on.text, on.textEn),
                        option: own(option.text, option.textEn),
                      })}
                    </p>
                  )}
                  {question.kind === 'likert'
                    ? parts.map((one) => (
                        <fieldset className="row" key={one.at} id={one.at}>
                          <legend>{own(one.text, one.textEn)}</legend>
                          <Field one={one} typed={typed} own={own} none={w.noOpinion} />
                        </fieldset>
                      ))
                    : parts.map((one) => (
                        <div key={one.at} id={one.at}>
                          <Field one={one} typed={typed} own={own} none={w.noOpinion} />
                        </div>
                      ))}
                </fieldset>
              )
            })}
          </section>
        )),
      )}
      <button type="submit">{w.send}</button>
    </form>
  )
}

type Own = (text: string, textEn: string | undefined) => string

function textAt(all: readonly Asked[], path: string, own: Own): string {
  const one = all.find(({ at }) => at === path)
  return one ? own(one.text, one.textEn) : path
}

function Field({ one, typed, own, none }: { one: Asked; typed: Typed; own: Own; none: string }) {
  const { at, question } = one
  const given = typed.form?.getAll(at).map(String) ?? []
  const wrong = typed.problems.find((problem) => problem.path === at)
  const label = own(one.text, one.textEn)
  const said = wrong && <span className="bad">{wrong.sentence ?? wrong.code}</span>
  if (question.kind === 'text')
    return (
      <>
        <textarea
          name={at}
          aria-label={label}
          rows={4}
          maxLength={question.max}
          defaultValue={given[0] ?? ''}
        />
        {said}
      </>
    )
  if (question.kind === 'number' || question.kind === 'date')
    return (
      <>
        <input
          type={question.kind === 'date' ? 'date' : 'text'}
          inputMode={question.kind === 'number' ? 'decimal' : undefined}
          name={at}
          aria-label={label}
          defaultValue={given[0] ?? ''}
        />
        {said}
      </>
    )
  const figures = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ value: String(from + i), text: String(from + i) }))
  const choices =
    question.kind === 'likert'
      ? figures(1, question.points)
      : question.kind === 'scale'
        ? figures(question.from, question.to)
        : question.options.map((option) => ({ value: option.key, text: own(option.text, option.textEn) }))
  const isMulti = question.kind === 'multi'
  const ends =
    'low' in question && question.low ? `1: ${question.low}; ${choices.length}: ${question.high}` : ''
  return (
    <>
      <div className={'options' in question ? 'marks stack' : 'marks'}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type={isMulti ? 'checkbox' : 'radio'}
              name={at}
              value={choice.value}
              defaultChecked={given.includes(choice.value)}
            />{' '}
            {choice.text}
          </label>
        ))}
        {!isMulti && (
          <label>
            <input type="radio" name={at} value="" defaultChecked={typed.form !== null && given[0] === ''} />{' '}
            {none}
          </label>
        )}
      </div>
      {ends && <span className="quiet">{ends}</span>}
      {said}
    </>
  )
}
