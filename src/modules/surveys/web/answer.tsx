import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { redirect } from 'react-router'
import type * as z from 'zod'
import type { FieldProblem } from '../../../pure/problem.ts'
import type { Locale } from '../../../pure/words.ts'
import { toProblem } from '../../../ui/problem.ts'
import { publicNote, publicPage } from '../../../ui/public-page.tsx'
import { visit } from '../../../ui/visit.ts'
import type { surveySheet } from '../contract.ts'
import { type Asked, asked } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/answer.ts'

/*
 * The public sheet: a page of its own without shell, script or font, because it is opened on a phone in a hall. A plain form
 * that works on any browser; what was typed comes back when something is wrong.
 */

type Sheet = z.infer<typeof surveySheet>
type Typed = { form: FormData | null; problems: FieldProblem[]; sentence: string | null; press: string }

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = visit(context)
  const w = here.locale === 'vi' ? vi : en
  try {
    const sheet = await here.api.surveys.sheet({ token: params.token })
    if (new URL(request.url).searchParams.has('xong')) return said(here, 200, w.thanks, w.thanksText)
    if (sheet.state !== 'open') return said(here, 410, w.notOpen, w.problems[`surveys.${sheet.state}`])
    return page(
      here,
      200,
      <Form
        sheet={sheet}
        locale={here.locale}
        typed={{ form: null, problems: [], sentence: null, press: randomUUID() }}
      />,
    )
  } catch (error) {
    return refused(here, error)
  }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const here = visit(context)
  const form = await request.formData()
  const press = String(form.get('_press') ?? '')
  try {
    const sheet = await here.api.surveys.sheet({ token: params.token })
    try {
      await here.api.surveys.answer({ token: params.token, press, answers: read(form, sheet) })
    } catch (error) {
      const found = toProblem(error)
      if (found?.status !== 422) throw error
      const typed = { form, problems: found.fields ?? [], sentence: found.title, press }
      return page(here, 422, <Form sheet={sheet} locale={here.locale} typed={typed} />)
    }
    return redirect('?xong=1', 303)
  } catch (error) {
    return refused(here, error)
  }
}

/** A form's fields as the answers of the contract. What makes no sense goes on as it is: the schema refuses it with its sentence. */
function read(form: FormData, { definition, subjects }: Sheet): Record<string, number | string | string[]> {
  const answers: Record<string, number | string | string[]> = {}
  for (const { at, question } of definition ? asked(definition, subjects) : []) {
    const texts = form.getAll(at).filter((one) => typeof one === 'string' && one.trim() !== '') as string[]
    const text = texts[0]?.normalize('NFC').replace(/\r\n?/g, '\n').trim()
    if (text === undefined) continue
    const isFigure = question.kind === 'likert' || question.kind === 'scale' || question.kind === 'number'
    if (question.kind === 'multi') answers[at] = texts
    else answers[at] = isFigure && Number.isFinite(Number(text)) ? Number(text) : text
  }
  return answers
}

type Here = ReturnType<typeof visit>

const said = (here: Here, status: number, title: string, text: string) =>
  publicNote(here, status, pageTitle(here), title, text)

function refused(here: Here, error: unknown): Response {
  const found = toProblem(error)
  if (!found || found.status >= 500) throw error
  return said(here, found.status, (here.locale === 'vi' ? vi : en).notOpen, found.title)
}

const pageTitle = (here: Here) => (here.locale === 'vi' ? vi : en).campaigns
const page = (here: Here, status: number, content: ReactNode) =>
  publicPage(here, status, pageTitle(here), content)

function Form({ sheet, locale, typed }: { sheet: Sheet; locale: Locale; typed: Typed }) {
  const w = locale === 'vi' ? vi : en
  const { definition } = sheet
  if (!definition) return null
  const all = asked(definition, sheet.subjects)
  const own = (text: string, textEn: string | undefined) => (locale === 'en' ? (textEn ?? text) : text)
  const lead = own(definition.lead, definition.leadEn)
  return (
    <form method="post">
      <p className="quiet">{sheet.school}</p>
      <h1>{sheet.title}</h1>
      <p>{w.askedOf(sheet)}</p>
      {sheet.isAnonymous && <p className="quiet">{w.anonymous}</p>}
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
