import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays, type Day, printDay } from '../../../pure/day.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Choices, DayInput, Hidden, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { KeptFiles } from '../../../ui/kept-files.tsx'
import { useCan, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { attachInput } from '../../files/contract.ts'
import { answerInput, askInput, costsInput, reportInput, type visitDetail } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/visit.page.ts'
import { Costs } from './costs.tsx'
import { Topics } from './host.page.tsx'
import './visit.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  found: await api(context).fieldStudies.get({ fieldStudyId: Number(params.fieldStudyId) }),
  today: visit(context).today,
})

const seen = { version: z.number() }
const step = z.discriminatedUnion('act', [
  askInput.extend({ act: z.literal('ask') }),
  answerInput.omit({ agrees: true }).extend({ act: z.literal('answer'), agrees: z.enum(['yes', 'no']) }),
  z.object({ act: z.literal('hold'), ...seen }),
  reportInput.extend({ act: z.literal('report') }),
  z.object({ act: z.literal('remark'), ...seen, hostRemark: z.string().default('') }),
  costsInput.extend({ act: z.literal('costs') }),
  z.object({ act: z.literal('cancel'), ...seen, reason: z.string().default('') }),
  attachInput.extend({ act: z.literal('attach') }),
  z.object({ act: z.literal('detach'), fileId: z.number() }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { fieldStudies } = api(context)
  const fieldStudyId = Number(params.fieldStudyId)
  return submit(request, step, async (input) => {
    if (input.act === 'ask') await fieldStudies.ask({ ...input, fieldStudyId })
    else if (input.act === 'answer')
      await fieldStudies.answer({ ...input, agrees: input.agrees === 'yes', fieldStudyId })
    else if (input.act === 'hold') await fieldStudies.hold({ ...input, fieldStudyId })
    else if (input.act === 'report') await fieldStudies.report({ ...input, fieldStudyId })
    else if (input.act === 'remark') await fieldStudies.remark({ ...input, fieldStudyId })
    else if (input.act === 'costs') await fieldStudies.setCosts({ ...input, fieldStudyId })
    else if (input.act === 'cancel')
      await fieldStudies.cancel({ ...input, reason: input.reason ?? '', fieldStudyId })
    else if (input.act === 'attach') await fieldStudies.attach({ ...input, fieldStudyId })
    else await fieldStudies.detach({ ...input, fieldStudyId })
    return redirect(`/thuc-te/${fieldStudyId}`)
  })
}

type Found = z.infer<typeof visitDetail>

export default function VisitPage({ loaderData: { found, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const ofSchool = useCan('fieldStudies.edit')
  const seesDocuments = useCan('documents.read')
  const refused = actionData as Refused | undefined
  return (
    <Page
      title={found.title}
      lead={`${w.kinds[found.kind]}, ${w.between(found)}, ${w.peopleOf(found)}. ${w.states[found.state]}.`}
      crumbs={[{ title: w.visits, to: '/thuc-te' }]}
      actions={
        <>
          {seesDocuments && found.state !== 'cancelled' && (
            <DownloadLink href={`/api/field-studies/${found.id}/letter`}>{w.letter}</DownloadLink>
          )}
          {found.can.includes('edit') && <ButtonLink to={`/thuc-te/${found.id}/sua`}>{w.edit}</ButtonLink>}
        </>
      }
    >
      {found.cancelledReason && (
        <Notice tone="wrong">{w.cancelled({ reason: found.cancelledReason })}</Notice>
      )}
      {found.concerns.length > 0 && (
        <Notice title={w.concerns}>
          <ul className="plain-list">
            {found.concerns.map((one) => (
              <li key={`${one.kind} ${one.about} ${one.fromOn}`}>
                {w.concern[one.kind](one)}{' '}
                {one.fromOn && one.lastOn && (
                  <span className="quiet">
                    {printDay(one.fromOn)} – {printDay(one.lastOn)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Panel title={w.facts} flush>
        <DescriptionList
          facts={[
            {
              term: w.field.class,
              value: <Link to={`/lop/${found.classId}`}>{`${found.classCode} · ${found.className}`}</Link>,
            },
            { term: w.field.host, value: <Link to={`/thuc-te/noi-don/${found.hostId}`}>{found.host}</Link> },
            { term: w.field.contact, value: [found.hostContact, found.hostPhone].filter(Boolean).join(', ') },
            { term: w.field.leader, value: found.leader },
            { term: w.field.receivedBy, value: found.receivedBy },
            { term: w.field.papersBy, value: found.papersBy && printDay(found.papersBy) },
            {
              term: w.field.programme,
              value: found.programme && <span className="as-written">{found.programme}</span>,
            },
            { term: w.topicsHere, value: <Topics topics={found.hostTopics} none={w.noTopics} /> },
          ]}
        />
      </Panel>
      <Reply found={found} today={today} refused={refused} />
      <Report found={found} refused={refused} />
      {ofSchool && found.state !== 'cancelled' && (
        <Costs costs={found.costs} version={found.version} refused={refused} />
      )}
      <KeptFiles
        title={w.files}
        files={found.files}
        address={`/api/field-studies/${found.id}/files`}
        mayChange={ofSchool}
        refused={refused}
      />
      {found.can.includes('cancel') && (
        <Panel title={w.cancelButton}>
          <Form name="cancel" refused={refused}>
            <Hidden name="act" value="cancel" />
            <Hidden name="version" value={found.version} />
            <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
            <FormActions>
              <ConfirmButton kind="grave" title={w.cancelButton} text={w.cancelText} confirm={w.cancelButton}>
                {w.cancelButton}
              </ConfirmButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}

/** The question to the host, and what came back. */
function Reply({ found, today, refused }: { found: Found; today: Day; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const ofSchool = useCan('fieldStudies.edit')
  const { can, answeredAt, state } = found
  const answered = answeredAt && { at: printAt(answeredAt), by: found.answeredBy ?? '' }
  if (!answered && !can.includes('ask') && !can.includes('answer') && !can.includes('hold')) return null
  const before = (days: number) => (addDays(today, days) < found.fromOn ? addDays(today, days) : found.fromOn)
  return (
    <Panel title={w.answer}>
      {answered && <p>{state === 'declined' ? w.declined(answered) : w.agreed(answered)}</p>}
      {found.answerNote && <p className="as-written">{found.answerNote}</p>}
      {found.otherFrom && found.otherLast && (
        <p>{w.offers({ fromOn: found.otherFrom, lastOn: found.otherLast })}</p>
      )}
      {can.includes('ask') && (
        <Form name="ask" refused={refused}>
          <Hidden name="act" value="ask" />
          <Hidden name="version" value={found.version} />
          <p className="quiet">{w.askText}</p>
          <DayInput name="answerBy" label={w.field.answerBy} defaultValue={before(7)} required />
          <FormActions>
            <SubmitButton>{w.ask}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {can.includes('answer') && (
        <details open={!answered || refused?.form === 'answer'}>
          <summary>{ofSchool ? w.answerForHost : answered ? w.changeAnswer : w.giveAnswer}</summary>
          <Form name="answer" refused={refused}>
            <Hidden name="act" value="answer" />
            <Hidden name="version" value={found.version} />
            <Choices
              name="agrees"
              label={w.field.reply}
              options={[
                { value: 'yes', label: w.agrees },
                { value: 'no', label: w.declines },
              ]}
              defaultValue={state === 'declined' ? ['no'] : ['yes']}
            />
            <TextInput
              name="receivedBy"
              label={w.field.receivedBy}
              defaultValue={found.receivedBy}
              maxLength={200}
            />
            <TextArea
              name="note"
              label={w.field.answerNote}
              rows={2}
              defaultValue={found.answerNote}
              maxLength={1000}
            />
            <FieldRow>
              <DayInput name="otherFrom" label={w.field.otherFrom} defaultValue={found.otherFrom} />
              <DayInput name="otherLast" label={w.field.otherLast} defaultValue={found.otherLast} />
            </FieldRow>
            <FormActions>
              <SubmitButton>{w.save}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
      {can.includes('hold') && (
        <Form name="hold" refused={refused}>
          <Hidden name="act" value="hold" />
          <Hidden name="version" value={found.version} />
          <p className="quiet">{w.holdText}</p>
          <FormActions>
            <SubmitButton>{w.hold}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

/** What came of it, once the class was there: the school's report, the remarks of both. */
function Report({ found, refused }: { found: Found; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const ofSchool = useCan('fieldStudies.edit')
  if (found.state !== 'held') return null
  return (
    <>
      <Panel title={w.reportTitle}>
        {found.can.includes('report') ? (
          <Form name="report" refused={refused}>
            <Hidden name="act" value="report" />
            <Hidden name="version" value={found.version} />
            <TextArea
              name="report"
              label={w.field.report}
              hint={w.hint.report}
              rows={8}
              defaultValue={found.report}
              maxLength={20_000}
              required
            />
            <TextArea
              name="schoolRemark"
              label={w.field.schoolRemark}
              rows={3}
              defaultValue={found.schoolRemark}
              maxLength={4000}
            />
            <FormActions>
              <SubmitButton>{w.saveReport}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <>
            <p className="as-written">{found.report || w.noReport}</p>
            {found.schoolRemark && <p className="as-written">{found.schoolRemark}</p>}
          </>
        )}
      </Panel>
      {(found.hostRemark || found.can.includes('remark')) && (
        <Panel title={w.hostRemarkTitle}>
          {found.can.includes('remark') ? (
            <Form name="remark" refused={refused}>
              <Hidden name="act" value="remark" />
              <Hidden name="version" value={found.version} />
              <TextArea
                name="hostRemark"
                label={w.field.hostRemark}
                hint={ofSchool ? w.answerForHost : undefined}
                rows={3}
                defaultValue={found.hostRemark}
                maxLength={4000}
              />
              <FormActions>
                <SubmitButton>{w.saveRemark}</SubmitButton>
              </FormActions>
            </Form>
          ) : (
            <p className="as-written">{found.hostRemark}</p>
          )}
        </Panel>
      )}
    </>
  )
}
