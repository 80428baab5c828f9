import { redirect } from 'react-router'
import type * as z from 'zod'
import type { ProblemAnswer } from '../../../pure/problem.ts'
import { toProblem } from '../../../ui/problem.ts'
import { publicNote, publicPage } from '../../../ui/public-page.tsx'
import { readForm } from '../../../ui/submit.ts'
import { type Visit, visit } from '../../../ui/visit.ts'
import { answerInput, type publicSheet } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/public.ts'

type Sheet = z.infer<typeof publicSheet>

const wordsOf = (here: Visit) => (here.locale === 'vi' ? vi : en).public

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const here = visit(context)
  try {
    const sheet = await here.api.teaching.publicInvitation({ token: params.token })
    return shown(here, sheet, 200, null, null)
  } catch (error) {
    return refused(here, error)
  }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const here = visit(context)
  const form = await request.formData()
  try {
    const sheet = await here.api.teaching.publicInvitation({ token: params.token })
    try {
      await here.api.teaching.answerByLink({ ...readForm(form, answerInput), token: params.token })
    } catch (error) {
      const found = toProblem(error)
      if (found?.status !== 422) throw error
      return shown(here, sheet, 422, form, found)
    }
    return redirect('?', 303)
  } catch (error) {
    return refused(here, error)
  }
}

function refused(here: Visit, error: unknown): Response {
  const found = toProblem(error)
  if (!found || found.status >= 500) throw error
  const w = wordsOf(here)
  return publicNote(here, found.status, w.page, w.closed, found.title)
}

const answers = ['accepted', 'declined', 'otherDates', 'substitute'] as const

function shown(
  here: Visit,
  sheet: Sheet,
  status: number,
  typed: FormData | null,
  problem: ProblemAnswer | null,
): Response {
  const w = wordsOf(here)
  const isAnswered = sheet.state !== 'waiting' && sheet.state !== 'withdrawn'
  return publicPage(
    here,
    sheet.standing === 'open' || sheet.standing === 'held' ? status : 410,
    w.page,
    <>
      <p className="quiet">{sheet.school}</p>
      <h1>{w.invites(sheet)}</h1>
      <dl>
        <dt>{w.topic}</dt>
        <dd>{sheet.title}</dd>
        <dt>{w.class}</dt>
        <dd>
          {sheet.className} ({sheet.programme})
          {sheet.learners !== null && `, ${w.learners({ learners: sheet.learners })}`}
        </dd>
        <dt>{w.time}</dt>
        {sheet.sessions.map((one) => (
          <dd key={`${one.onDay} ${one.part}`}>{w.session(one)}</dd>
        ))}
        {sheet.contact && (
          <>
            <dt>{w.contact}</dt>
            <dd>{sheet.contact}</dd>
          </>
        )}
      </dl>
      {sheet.message && <p>{sheet.message}</p>}
      {isAnswered && (
        <div className="card" role="status">
          <p>
            <strong>{w.now}:</strong>{' '}
            {sheet.state === 'accepted' ||
            sheet.state === 'declined' ||
            sheet.state === 'otherDates' ||
            sheet.state === 'substitute'
              ? w[sheet.state]
              : ''}
          </p>
          <p>{w.thanks[sheet.state as keyof typeof w.thanks]}</p>
        </div>
      )}
      {sheet.standing !== 'open' && <p role="status">{w.standing[sheet.standing]}</p>}
      {sheet.standing === 'open' && <AnswerForm here={here} sheet={sheet} typed={typed} problem={problem} />}
    </>,
  )
}

function AnswerForm({
  here,
  sheet,
  typed,
  problem,
}: {
  here: Visit
  sheet: Sheet
  typed: FormData | null
  problem: ProblemAnswer | null
}) {
  const w = wordsOf(here)
  const given = (name: keyof Sheet & string) => String(typed?.get(name) ?? sheet[name] ?? '')
  const chosen = typed ? typed.get('answer') : sheet.state
  const wrong = (name: string) => problem?.fields.find((one) => one.path === name)?.sentence
  const field = (
    name: 'reason' | 'proposedDates' | 'substituteName' | 'substitutePost' | 'substitutePhone',
    label: string,
    type = 'text',
  ) => (
    <label className="field">
      {label}
      <input type={type} name={name} id={name} defaultValue={given(name)} maxLength={500} />
      {wrong(name) && <span className="bad">{wrong(name)}</span>}
    </label>
  )
  return (
    <form method="post">
      {problem && (
        <div className="wrong" role="alert">
          <p>{w.wrong}</p>
          <ul>
            {problem.fields.map((one) => (
              <li key={one.path}>
                <a href={`#${one.path}`}>{one.sentence ?? one.code}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{w.until({ on: sheet.deadlineOn })}</p>
      <fieldset className="card" id="answer">
        <legend>{w.choose}</legend>
        <div className="marks stack">
          {answers.map((one) => (
            <label key={one}>
              <input type="radio" name="answer" value={one} defaultChecked={chosen === one} /> {w[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {field('reason', w.reason)}
      <fieldset className="card">
        <legend>{w.onlyIf({ answer: w.otherDates })}</legend>
        {field('proposedDates', w.dates)}
      </fieldset>
      <fieldset className="card">
        <legend>{w.onlyIf({ answer: w.substitute })}</legend>
        {field('substituteName', w.name)}
        {field('substitutePost', w.post)}
        {field('substitutePhone', w.phone, 'tel')}
      </fieldset>
      <button type="submit">{w.send}</button>
    </form>
  )
}
