import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { redirect } from 'react-router'
import { toProblem } from '../../../ui/problem.ts'
import { publicNote, publicPage } from '../../../ui/public-page.tsx'
import { visit } from '../../../ui/visit.ts'
import { asked } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/answer.ts'
import { Sheet, type SurveySheet } from './sheet.tsx'

/*
 * The public sheet: a page of its own without shell, script or font, because it is opened on a phone in a hall. A plain form
 * that works on any browser; what was typed comes back when something is wrong.
 */

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = visit(context)
  const w = here.locale === 'vi' ? vi : en
  try {
    const isDone = new URL(request.url).searchParams.has('xong')
    const sheet = await here.api.surveys.sheet({ token: params.token, ...(isDone && { sheet: 0 }) })
    if (isDone) return said(here, 200, w.thanks, w.thanksText)
    if (sheet.state !== 'open') return said(here, 410, w.notOpen, w.problems[`surveys.${sheet.state}`])
    return page(
      here,
      200,
      <Sheet
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
  const opened = Number(form.get('_sheet') ?? 0)
  try {
    const sheet = await here.api.surveys.sheet({
      token: params.token,
      sheet: Number.isInteger(opened) && opened >= 0 && opened <= 5000 ? opened : 0,
    })
    try {
      await here.api.surveys.answer({
        token: params.token,
        press,
        sheet: sheet.sheet,
        answers: read(form, sheet),
      })
    } catch (error) {
      const found = toProblem(error)
      if (found?.status !== 422) throw error
      const typed = { form, problems: found.fields ?? [], sentence: found.title, press }
      return page(here, 422, <Sheet sheet={sheet} locale={here.locale} typed={typed} />)
    }
    return redirect('?xong=1', 303)
  } catch (error) {
    return refused(here, error)
  }
}

/** A form's fields as the answers of the contract. What makes no sense goes on as it is: the schema refuses it with its sentence. */
function read(
  form: FormData,
  { definition, subjects }: SurveySheet,
): Record<string, number | string | string[]> {
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
