import { redirect } from 'react-router'
import * as z from 'zod'
import { DownloadLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import {
  type appraisal,
  appraisalInput,
  type councilMember,
  memberInput,
  opinionInput,
} from '../contract/appraisal.ts'
import { decisionInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/appraisal.page.ts'
import { DecisionFields } from './decision-fields.tsx'
import './curricula.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { curricula } = api(context)
  const curriculumId = Number(params.curriculumId)
  const [{ curriculum }, appraisals] = await Promise.all([
    curricula.get({ curriculumId }),
    curricula.appraisals({ curriculumId }),
  ])
  return { curriculum, appraisals }
}

const of = { appraisalId: z.number() }
const step = z.discriminatedUnion('act', [
  appraisalInput.extend({ act: z.literal('set'), ...of }),
  memberInput.extend({ act: z.literal('add'), ...of }),
  memberInput.extend({ act: z.literal('edit'), ...of, memberId: z.number(), version: z.number() }),
  opinionInput.extend({ act: z.literal('say'), ...of }),
  z.object({ act: z.literal('drop'), ...of, memberId: z.number() }),
  z.object({ act: z.literal('return'), reason: z.string().default(''), version: z.number() }),
  decisionInput.extend({ act: z.literal('approve') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, step, async (input) => {
    const { curricula } = visit(context).api
    const curriculumId = Number(params.curriculumId)
    const version = `/chuong-trinh/phien-ban/${curriculumId}`
    if (input.act === 'approve' || input.act === 'return') {
      if (input.act === 'approve') await curricula.approve({ ...input, curriculumId })
      else await curricula.return({ ...input, reason: input.reason ?? '', curriculumId })
      return redirect(version)
    }
    if (input.act === 'set') await curricula.setAppraisal({ ...input, curriculumId })
    else if (input.act === 'add') await curricula.addMember({ ...input, curriculumId })
    else if (input.act === 'say') await curricula.giveOpinion({ ...input, curriculumId })
    else if (input.act === 'edit') await curricula.editMember({ ...input, curriculumId })
    else await curricula.dropMember({ ...input, curriculumId })
    return redirect(`${version}/tham-dinh`)
  })

export default function AppraisalPage({
  loaderData: { curriculum, appraisals },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayManage = useCan('curricula.manage')
  const refused = actionData as Refused | undefined
  const may = (verb: string) => curriculum.can.includes(verb)
  const second = curriculum.steps.find((one) => one.step === 'approve')?.refusal
  return (
    <Page
      title={w.appraisal.title}
      lead={`${curriculum.title} · ${w.states[curriculum.state]}`}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: curriculum.programmeName, to: `/chuong-trinh/${curriculum.programmeId}` },
        { title: w.versionName(curriculum), to: `/chuong-trinh/phien-ban/${curriculum.id}` },
      ]}
    >
      <div className="curriculum-parts">
        {appraisals.length === 0 && <Notice>{w.appraisal.none}</Notice>}
        {appraisals.map((one) => (
          <Round
            key={one.id}
            curriculumId={curriculum.id}
            appraisal={one}
            mayEdit={mayManage && one.isOpen}
            refused={refused}
          />
        ))}
        {(second === 'curricula.secondPerson' || second === 'curricula.notConcluded') && (
          <p className="quiet">{w.problems[second]}</p>
        )}
        {may('approve') && (
          <Panel title={w.appraisal.approve}>
            <p className="quiet">{w.appraisal.approveHint}</p>
            <Form name="approve" refused={refused}>
              <Hidden name="act" value="approve" />
              <Hidden name="version" value={curriculum.version} />
              <DecisionFields />
              <FormActions>
                <SubmitButton>{w.appraisal.approve}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        )}
        {may('return') && (
          <Panel title={w.appraisal.return}>
            <Form name="return" refused={refused}>
              <Hidden name="act" value="return" />
              <Hidden name="version" value={curriculum.version} />
              <TextArea name="reason" label={w.fields.returned} rows={3} maxLength={1000} required />
              <FormActions>
                <SubmitButton kind="plain">{w.appraisal.return}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        )}
      </div>
    </Page>
  )
}

type Appraisal = z.infer<typeof appraisal>
type Member = z.infer<typeof councilMember>

function Round({
  curriculumId,
  appraisal,
  mayEdit,
  refused,
}: {
  curriculumId: number
  appraisal: Appraisal
  mayEdit: boolean
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const a = w.appraisal
  return (
    <Panel title={a.round({ round: appraisal.round })} flush>
      <DescriptionList
        facts={[
          {
            term: a.council,
            value:
              appraisal.councilNumber &&
              a.councilText({ number: appraisal.councilNumber, on: appraisal.councilOn }),
          },
          {
            term: a.meetsOn,
            value: appraisal.meetsOn && a.meetingText({ on: appraisal.meetsOn, place: appraisal.place }),
          },
          { term: a.result, value: appraisal.result && a.results[appraisal.result] },
          { term: a.conclusion, value: appraisal.conclusion },
          ...appraisal.members.map((one) => ({
            term: `${one.name} · ${a.roles[one.role]}`,
            value: (
              <>
                {one.post && <div className="quiet">{one.post}</div>}
                {one.verdict ? a.verdicts[one.verdict] : a.noOpinion}
                {one.opinion && <p>{one.opinion}</p>}
                {one.account && !one.isOwn && <div className="quiet">{a.signsIn}</div>}
                {one.isOwn && appraisal.isOpen && (
                  <OwnOpinion appraisal={appraisal} member={one} refused={refused} />
                )}
                {mayEdit && <MemberActs appraisal={appraisal} member={one} refused={refused} />}
              </>
            ),
          })),
        ]}
      />
      <div className="curriculum-about">
        {appraisal.isOpen && appraisal.remarks.length > 0 && (
          <p className="quiet">{appraisal.remarks.map((one) => a.remarks[one]).join(' ')}</p>
        )}
        <DownloadLink href={`/api/curricula/${curriculumId}/appraisals/${appraisal.id}/minutes`}>
          {a.minutes}
        </DownloadLink>
      </div>
      {mayEdit && (
        <>
          <details className="curriculum-about" open={refused?.form === 'add-member'}>
            <summary>{a.addMember}</summary>
            <Form name="add-member" refused={refused} key={appraisal.members.length}>
              <Hidden name="act" value="add" />
              <Hidden name="appraisalId" value={appraisal.id} />
              <MemberFields member={undefined} />
              <FormActions>
                <SubmitButton>{a.addMember}</SubmitButton>
              </FormActions>
            </Form>
          </details>
          <details className="curriculum-about" open={refused?.form === 'set-appraisal'}>
            <summary>{a.edit}</summary>
            <Form name="set-appraisal" refused={refused} key={appraisal.version}>
              <Hidden name="act" value="set" />
              <Hidden name="appraisalId" value={appraisal.id} />
              <Hidden name="version" value={appraisal.version} />
              <FieldRow>
                <TextInput
                  name="councilNumber"
                  label={a.councilNumber}
                  defaultValue={appraisal.councilNumber}
                  maxLength={100}
                />
                <DayInput name="councilOn" label={a.councilOn} defaultValue={appraisal.councilOn as never} />
              </FieldRow>
              <FieldRow>
                <DayInput name="meetsOn" label={a.meetsOn} defaultValue={appraisal.meetsOn as never} />
                <TextInput name="place" label={a.place} defaultValue={appraisal.place} maxLength={300} />
              </FieldRow>
              <Select
                name="result"
                label={a.result}
                none={a.noResult}
                defaultValue={appraisal.result}
                options={Object.entries(a.results).map(([value, label]) => ({ value, label }))}
              />
              <TextArea
                name="conclusion"
                label={a.conclusion}
                defaultValue={appraisal.conclusion}
                rows={4}
                maxLength={5000}
              />
              <FormActions>
                <SubmitButton>{w.pages.save}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        </>
      )}
    </Panel>
  )
}

function MemberFields({ member }: { member: Member | undefined }) {
  const w = useWords(vi, en)
  const a = w.appraisal
  const named = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <>
      <FieldRow>
        <TextInput name="name" label={a.name} defaultValue={member?.name} maxLength={200} required />
        <Select name="role" label={a.role} defaultValue={member?.role ?? 'member'} options={named(a.roles)} />
      </FieldRow>
      <TextInput name="post" label={a.post} defaultValue={member?.post} maxLength={300} />
      <TextInput
        name="accountEmail"
        label={a.account}
        hint={a.accountHint}
        defaultValue={member?.account?.email}
        maxLength={200}
      />
      <Select
        name="verdict"
        label={a.verdict}
        none={a.noOpinion}
        defaultValue={member?.verdict}
        options={named(a.verdicts)}
      />
      <TextArea name="opinion" label={a.opinion} defaultValue={member?.opinion} rows={3} maxLength={5000} />
    </>
  )
}

/** A member who signs in says it with the own hand; until the decision it may be said anew. */
function OwnOpinion({
  appraisal,
  member,
  refused,
}: {
  appraisal: Appraisal
  member: Member
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const a = w.appraisal
  return (
    <details open={member.verdict === null || refused?.form === 'own-opinion'}>
      <summary>{a.ownOpinion}</summary>
      <Form name="own-opinion" refused={refused} key={member.version}>
        <Hidden name="act" value="say" />
        <Hidden name="appraisalId" value={appraisal.id} />
        <Hidden name="version" value={member.version} />
        <Select
          name="verdict"
          label={a.verdict}
          none={a.noOpinion}
          defaultValue={member.verdict}
          options={Object.entries(a.verdicts).map(([value, label]) => ({ value, label }))}
          required
        />
        <TextArea name="opinion" label={a.opinion} defaultValue={member.opinion} rows={4} maxLength={5000} />
        <FormActions>
          <SubmitButton>{a.giveOpinion}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}

function MemberActs({
  appraisal,
  member,
  refused,
}: {
  appraisal: Appraisal
  member: Member
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const name = `member-${member.id}`
  return (
    <details open={refused?.form === name}>
      <summary>{w.appraisal.editMember}</summary>
      <Form name={name} refused={refused} key={member.version}>
        <Hidden name="act" value="edit" />
        <Hidden name="appraisalId" value={appraisal.id} />
        <Hidden name="memberId" value={member.id} />
        <Hidden name="version" value={member.version} />
        <MemberFields member={member} />
        <FormActions>
          <SubmitButton>{w.pages.save}</SubmitButton>
        </FormActions>
      </Form>
      <Form name={`drop-${member.id}`} refused={refused} guards={false}>
        <Hidden name="act" value="drop" />
        <Hidden name="appraisalId" value={appraisal.id} />
        <Hidden name="memberId" value={member.id} />
        <FormActions>
          <ConfirmButton
            kind="grave"
            title={w.appraisal.dropSure}
            text={member.name}
            confirm={w.pages.remove}
          >
            {w.pages.remove}
          </ConfirmButton>
        </FormActions>
      </Form>
    </details>
  )
}
