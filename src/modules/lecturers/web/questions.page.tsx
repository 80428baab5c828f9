import { Link, redirect } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { DayInput, Hidden, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { answerInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/questions.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  questions: await api(context).lecturers.questions(),
})

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, answerInput, async (input) => {
    await api(context).lecturers.answer(input)
    return redirect('/giang-vien/xem-lai')
  })

export default function QuestionsPage({ loaderData: { questions }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.corps.questions}
      lead={w.corps.questionsLead}
      crumbs={[{ title: w.corps.title, to: '/giang-vien/thinh-giang' }]}
    >
      {questions.length === 0 && <p className="quiet">{w.corps.noQuestions}</p>}
      {questions.map((one) => {
        const name = `${one.approvalId}-${one.cause}-${one.causeId}`
        return (
          <Panel key={name} title={one.name}>
            <p>
              <strong>{w.corps.asks[one.cause]({ before: one.before ?? '–', after: one.after })}</strong>
              {one.since && <span className="quiet figures"> {printDay(one.since)}</span>}
            </p>
            <p className="quiet">
              {w.corps.approvedBy({ number: one.documentNumber, lastOn: one.lastOn })}.{' '}
              <Link to={`/giang-vien/${one.lecturerId}`}>{w.corps.takenAs}</Link>
            </p>
            <Form name={name} refused={actionData}>
              <Hidden name="approvalId" value={one.approvalId} />
              <Hidden name="cause" value={one.cause} />
              <Hidden name="causeId" value={one.causeId} />
              <FieldRow>
                <DayInput name="endsOn" label={w.corps.endsOn} />
                <TextInput name="reason" label={w.corps.reason} maxLength={1000} required />
              </FieldRow>
              <FormActions>
                <SubmitButton kind="plain">{w.corps.answer}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        )
      })}
    </Page>
  )
}
