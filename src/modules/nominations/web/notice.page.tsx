import { Link, Form as PlainForm, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useActor, useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { criteria, overalls } from '../contract/verdict.ts'
import { nominationStates, nominationsInput, reviewActs } from '../contract.ts'
import { rightOf } from '../rules/steps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/notice.page.ts'
import { Chips, Concerns, OutcomePanel } from './parts.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const noticeId = Number(params.noticeId)
  const { nominations } = api(context)
  const view = { ...readSearch(request, nominationsInput, { state: 'open' }), noticeId }
  return {
    notice: await nominations.notice({ noticeId }),
    view,
    ...(await nominations.list(view)),
    commitment: (await nominations.setting()).commitment,
  }
}

const bulkActs = [...reviewActs, 'sign', 'withdraw', 'agree', 'object'] as const
const bulk = z.object({
  act: z.enum(bulkActs),
  /** «nomination.version», one a ticked box. */
  chosen: z.array(z.string()).default([]),
  reason: z.string().default(''),
  commitment: z.string().optional(),
  isPreview: z.boolean().default(true),
})

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { nominations } = api(context)
  const form = await request.formData()
  const noticeId = Number(params.noticeId)
  const step = form.get('step')
  if (step === 'issue' || step === 'close')
    return submit(form, z.object({ version: z.number() }), async ({ version }) => {
      await (step === 'issue' ? nominations.issueNotice : nominations.closeNotice)({ noticeId, version })
      return redirect(`/chieu-sinh/${noticeId}`)
    })
  return submit(form, bulk, async (given) => {
    const { act = 'check', reason = '', isPreview = true, commitment = '' } = given
    const items = (given.chosen ?? []).map((one) => {
      const [nominationId, version] = one.split('.').map(Number)
      return { nominationId: nominationId ?? 0, version: version ?? 0 }
    })
    const common = { items, isPreview }
    const outcome =
      act === 'sign'
        ? await nominations.sign({ ...common, commitment })
        : act === 'withdraw'
          ? await nominations.withdraw({ ...common, reason })
          : act === 'agree' || act === 'object'
            ? await nominations.opinion({ ...common, agrees: act === 'agree', reason })
            : await nominations.review({ ...common, act, reason })
    return { outcome, act, items, carried: { reason, ...(act === 'sign' && { commitment }) } }
  })
}

export default function NoticePage({
  loaderData: { notice, view, rows, total, commitment },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const rights = useActor()?.rights ?? []
  const reviews = useCan('nominations.review')
  const seesLetters = useCan('documents.read')
  const unmasks = useCan('people.unmask')
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const result = actionData && 'outcome' in actionData ? actionData : undefined
  const acts = bulkActs.filter((act) =>
    rights.includes(
      act === 'agree' || act === 'object' ? 'nominations.opinion' : (rightOf[act as 'sign'] ?? ''),
    ),
  )
  const here = `/chieu-sinh/${notice.id}`
  return (
    <Page
      title={w.noticeTitle({ code: notice.classCode })}
      lead={`${notice.className}. ${w.peopleLead({ names: notice.names, seats: notice.quotaSeats })} ${w.noticeStates[notice.state]}.`}
      crumbs={[{ title: w.notices, to: '/chieu-sinh' }]}
      actions={
        <>
          {notice.can.includes('nominate') && (
            <ButtonLink kind="main" to={`${here}/cu`}>
              {w.nominate}
            </ButtonLink>
          )}
          {notice.can.includes('edit') && <ButtonLink to={`${here}/sua`}>{w.editNotice}</ButtonLink>}
          {notice.can.includes('setQuotas') && <ButtonLink to={`${here}/chi-tieu`}>{w.quotas}</ButtonLink>}
          {seesLetters &&
            (['admissionNotice', 'sendingDecision', 'classOpening'] as const)
              .filter((kind) => kind === 'admissionNotice' || notice.admitted > 0)
              .map((kind) => (
                <DownloadLink key={kind} href={`/api/admission-notices/${notice.id}/letter?kind=${kind}`}>
                  {w.letters[kind]}
                </DownloadLink>
              ))}
          {reviews && <ButtonLink to={`${here}/cho`}>{w.waitingTitle}</ButtonLink>}
        </>
      }
    >
      {refused && (
        <Notice tone="wrong">
          {[refused.problem.title, ...refused.problem.fields.map((one) => one.sentence)]
            .filter(Boolean)
            .join(' ')}
        </Notice>
      )}
      {result && <OutcomePanel {...result} title={w.acts[result.act]} />}
      <Panel title={w.facts} flush>
        <DescriptionList
          facts={[
            {
              term: w.field.class,
              value: <Link to={`/lop/${notice.classId}`}>{`${notice.classCode} · ${notice.className}`}</Link>,
            },
            { term: w.field.programme, value: notice.programme },
            { term: w.field.deadlineOn, value: printDay(notice.deadlineOn) },
            { term: w.field.sendsOn, value: printDay(notice.sendsOn) },
            { term: w.field.opensOn, value: printDay(notice.opensOn) },
            { term: w.field.seats, value: notice.seats },
            {
              term: w.field.standards,
              value: notice.standards && <span className="as-written">{notice.standards}</span>,
            },
            { term: w.field.note, value: notice.note && <span className="as-written">{notice.note}</span> },
          ]}
        />
        {notice.state === 'draft' && notice.can.includes('issue') && (
          <div className="panel-body">
            <p className="quiet">{w.issueText}</p>
            <Form name="issue" refused={refused as Refused | undefined} guards={false}>
              <Hidden name="step" value="issue" />
              <Hidden name="version" value={notice.version} />
              <FormActions>
                <SubmitButton>{w.issue}</SubmitButton>
              </FormActions>
            </Form>
          </div>
        )}
      </Panel>
      <Quotas notice={notice} />
      {rows.length > 0 && acts.length > 0 && (
        <Panel title={w.bulk}>
          {/* The boxes of the rows belong to this form: the table has a form of its own for its filter. */}
          <PlainForm id="bulk" method="post" className="form">
            <Select
              name="act"
              label={w.bulkAct}
              required
              defaultValue={acts[0]}
              options={acts.map((value) => ({ value, label: w.acts[value] }))}
            />
            {acts.includes('sign') && (
              <TextArea
                name="commitment"
                label={w.field.commitment}
                rows={2}
                defaultValue={commitment}
                maxLength={1000}
              />
            )}
            <TextInput name="reason" label={w.field.reason} maxLength={1000} />
            <FormActions>
              <SubmitButton>{w.preview}</SubmitButton>
            </FormActions>
          </PlainForm>
        </Panel>
      )}
      <DataTable
        name="nominations"
        title={w.people}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/nominations/xlsx?noticeId=${notice.id}`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              defaultValue={view.state}
              options={(['open', 'toReview', ...nominationStates] as const).map((value) => ({
                value,
                label: w.states[value],
              }))}
            />
            {notice.quotas.length > 1 && (
              <Select
                name="unitId"
                label={w.field.unit}
                none={w.anyUnit}
                defaultValue={view.unitId}
                options={notice.quotas.map((one) => ({ value: one.unitId, label: one.unit }))}
              />
            )}
            <Select
              name="overall"
              label={w.field.overall}
              none={w.anyOverall}
              defaultValue={view.overall}
              options={overalls.map((value) => ({ value, label: w.overalls[value] }))}
            />
            <Select
              name="criterion"
              label={w.field.criterion}
              none={w.anyCriterion}
              defaultValue={view.criterion}
              options={criteria.map((value) => ({ value, label: w.criteria[value] }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.field.name,
            sort: true,
            wraps: true,
            cell: (row) => (
              <span className="ticked">
                {acts.length > 0 && (
                  <input
                    form="bulk"
                    type="checkbox"
                    name="chosen"
                    value={`${row.id}.${row.version}`}
                    aria-label={w.chooseOne({ name: row.fullName })}
                  />
                )}
                <Link to={`/chieu-sinh/cu/${row.id}`}>{row.fullName}</Link>
              </span>
            ),
          },
          { key: 'unit', title: w.field.unit, sort: true, wraps: true, cell: (row) => row.unit },
          { key: 'post', title: w.field.post, wraps: true, cell: (row) => row.postTitle },
          {
            key: 'verdicts',
            title: w.field.verdicts,
            wraps: true,
            cell: (row) => (
              <>
                <Chips chips={row.chips} overall={row.overall} />
                {row.proposal && <span className="nomination-concern">{w.proposal[row.proposal]}</span>}
                <Concerns concerns={row.concerns} />
              </>
            ),
          },
          {
            key: 'opinion',
            title: w.field.opinion,
            cell: (row) => (row.opinion ? w.opinions[row.opinion] : '–'),
          },
          { key: 'state', title: w.field.state, sort: true, cell: (row) => w.states[row.state] },
          { key: 'basis', title: w.field.basis, spare: true, cell: (row) => w.bases[row.basis] },
        ]}
        empty={{ title: w.emptyList, text: w.emptyListText }}
      />
      {unmasks && total > 0 && (
        <Panel title={w.roster}>
          <p className="quiet">{w.rosterText}</p>
          <PlainForm method="post" action={`${here}/trich-ngang`} reloadDocument className="form">
            <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
            <FormActions>
              <SubmitButton kind="plain">{w.rosterGet}</SubmitButton>
            </FormActions>
          </PlainForm>
        </Panel>
      )}
      {notice.can.includes('close') && (
        <Panel title={w.close}>
          <Form name="close" guards={false}>
            <Hidden name="step" value="close" />
            <Hidden name="version" value={notice.version} />
            <p className="quiet">{w.closeText}</p>
            <FormActions>
              <ConfirmButton kind="grave" title={w.close} text={w.closeText} confirm={w.close}>
                {w.close}
              </ConfirmButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}

function Quotas({ notice }: { notice: Route.ComponentProps['loaderData']['notice'] }) {
  const w = useWords(vi, en)
  if (notice.quotas.length === 0) return null
  const heads = [
    w.field.unit,
    w.field.quotaSeats,
    w.field.names,
    w.field.reserved,
    w.field.submitted,
    w.field.admitted,
  ]
  return (
    <Panel title={w.quotas} flush holdsTable>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-label={w.quotas} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {heads.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notice.quotas.map((one) => (
              <tr key={one.unitId}>
                <th scope="row">{one.unit}</th>
                <td data-title={w.field.quotaSeats}>{one.seats}</td>
                <td data-title={w.field.names}>{one.names}</td>
                <td data-title={w.field.reserved}>{one.reserved}</td>
                <td data-title={w.field.submitted}>{one.submitted}</td>
                <td data-title={w.field.admitted}>{one.admitted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
