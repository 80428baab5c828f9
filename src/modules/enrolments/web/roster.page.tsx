import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Choices, DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import {
  enrolInput,
  headInput,
  leaveCausesInput,
  monitorInput,
  monitorPosts,
  rosterInput,
} from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/roster.page.ts'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = api(context)
  const classId = Number(params.classId)
  const view = readSearch(request, rosterInput)
  const { searchParams } = new URL(request.url)
  const found = await here.enrolments.list({ ...view, classId })
  const mayEdit = found.can.includes('edit')
  const wanted = searchParams.get('tim') ?? ''
  const leaving = Number(searchParams.get('nguoi'))
  return {
    view,
    found,
    rule: await here.enrolments.classRule({ classId }),
    today: visit(context).today,
    wanted,
    people: mayEdit && wanted !== '' ? await here.people.list({ q: wanted, size: 20 }) : null,
    heads: mayEdit ? await here.enrolments.headChoices() : [],
    chosen: mayEdit ? (found.rows.find((one) => one.id === leaving) ?? null) : null,
  }
}

const acts = z.discriminatedUnion('act', [
  enrolInput.extend({ act: z.literal('enrol') }),
  leaveCausesInput.extend({ act: z.literal('leave') }),
  z.object({
    act: z.literal('restore'),
    enrolmentId: z.number(),
    version: z.number(),
    reason: z.string().default(''),
  }),
  headInput.extend({ act: z.literal('head') }),
  monitorInput.extend({ act: z.literal('monitor') }),
  z.object({
    act: z.literal('end'),
    monitorId: z.number(),
    version: z.number(),
    untilOn: z.iso.date().meta({ kind: 'day' }),
  }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { enrolments } = api(context)
    const classId = Number(params.classId)
    if (input.act === 'enrol') await enrolments.enrol({ ...input, classId })
    else if (input.act === 'leave') await enrolments.leave(input)
    else if (input.act === 'restore') await enrolments.restore({ ...input, reason: input.reason ?? '' })
    else if (input.act === 'head') await enrolments.nameHead({ ...input, classId })
    else if (input.act === 'monitor') await enrolments.nameMonitor({ ...input, classId })
    else await enrolments.endMonitor(input)
    return redirect(`/lop/${classId}/hoc-vien`)
  })

type Data = Route.ComponentProps['loaderData']

export default function RosterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, found, rule } = loaderData
  const w = useWords(vi, en)
  const mayEdit = found.can.includes('edit')
  const seesPeople = useCan('people.read')
  const refused = actionData as Refused | undefined
  const address = `/lop/${found.classId}/hoc-vien`
  return (
    <Page
      title={w.rosterOf({ code: found.code })}
      lead={`${found.name}. ${w.rosterLead({ active: found.active, left: found.left })}`}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: found.code, to: `/lop/${found.classId}` },
      ]}
      actions={
        <>
          {mayEdit && <ButtonLink to="/nhap">{w.import}</ButtonLink>}
          {found.can.includes('attend') && (
            <ButtonLink to={`/lop/${found.classId}/diem-danh`}>{w.attend}</ButtonLink>
          )}
        </>
      }
    >
      {mayEdit &&
        found.typedLearners !== null &&
        found.active > 0 &&
        found.typedLearners !== found.active && (
          <Notice>{w.differs({ typed: found.typedLearners, active: found.active })}</Notice>
        )}
      {loaderData.chosen && <Leaving key={loaderData.chosen.id} {...{ refused }} {...loaderData} />}
      <DataTable
        name="roster"
        title={w.roster}
        rows={found.rows}
        total={found.total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/classes/${found.classId}/enrolments/xlsx`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              defaultValue={view.state}
              options={(['all', 'active', 'left'] as const).map((value) => ({
                value,
                label: w.states[value],
              }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.field.fullName,
            sort: true,
            cell: (row) =>
              seesPeople ? <Link to={`/can-bo/${row.personId}`}>{row.fullName}</Link> : row.fullName,
          },
          { key: 'number', title: w.field.number, sort: true, align: 'right', cell: (row) => row.number },
          { key: 'born', title: w.field.born, align: 'right', cell: (row) => row.born || '–' },
          { key: 'post', title: w.field.post, wraps: true, cell: (row) => row.postTitle || '–' },
          {
            key: 'unit',
            title: w.field.unit,
            sort: true,
            wraps: true,
            cell: (row) => (
              <>
                {row.unit}
                {row.todayUnit !== row.unit && (
                  <span className="quiet"> ({w.now({ unit: row.todayUnit })})</span>
                )}
              </>
            ),
          },
          {
            key: 'decision',
            title: w.field.decisionNumber,
            spare: true,
            cell: (row) => row.decisionNumber || '–',
          },
          {
            key: 'enrolledOn',
            title: w.field.enrolledOn,
            spare: true,
            cell: (row) => printDay(row.enrolledOn),
          },
          {
            key: 'state',
            title: w.field.state,
            wraps: true,
            cell: (row) =>
              row.leftOn === null
                ? w.states.active
                : w.leftOf({ on: row.leftOn as Day, cause: row.leftCause ?? 'other' }),
          },
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  title: w.field.act,
                  cell: (row: Data['found']['rows'][number]) => (
                    <Link
                      to={`${address}?nguoi=${row.id}`}
                      aria-label={`${row.leftOn === null ? w.leave : w.restore}: ${row.fullName}`}
                    >
                      {row.leftOn === null ? w.leave : w.restore}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
        empty={mayEdit ? w.none : { title: w.none.title, text: w.rosterNobody }}
      />
      {mayEdit && <Adding {...{ refused, address }} {...loaderData} />}
      <Staff {...{ refused }} {...loaderData} />
      <Panel title={w.ruleOfClass}>
        {rule.ruleSet === null ? (
          <p>{w.noRule}</p>
        ) : (
          <>
            <p>
              <Link to="/quy-dinh/hoc-tap">{`${rule.document} (${rule.ruleSet})`}</Link>
            </p>
            <ul>
              {rule.figures.map((one) => (
                <li key={one.figure}>
                  {w.figure[one.figure]}:{' '}
                  <strong className="figures">{String(one.value).replace('.', ',')}</strong>.{' '}
                  {one.isSchools ? w.ofSchool : w.ofRegulation}
                  {one.tag === 'toConfirm' && <em> ({w.toConfirm})</em>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    </Page>
  )
}

/** Somebody leaves, or a leaving was entered wrongly. */
function Leaving({ chosen, today, refused }: Data & { refused: Refused | undefined }) {
  const w = useWords(vi, en)
  if (!chosen) return null
  const hidden = (
    <>
      <Hidden name="enrolmentId" value={chosen.id} />
      <Hidden name="version" value={chosen.version} />
    </>
  )
  return (
    <Panel
      title={
        chosen.leftOn === null ? w.leaveOf({ name: chosen.fullName }) : `${w.restore}: ${chosen.fullName}`
      }
    >
      <p className="quiet">{w.leaveLead}</p>
      {chosen.leftOn === null ? (
        <Form name="leave" refused={refused}>
          <Hidden name="act" value="leave" />
          {hidden}
          <FieldRow>
            <DayInput name="leftOn" label={w.field.leftOn} defaultValue={today} required />
            <Select
              name="leftCause"
              label={w.field.leftCause}
              options={Object.entries(w.leftCauses).map(([value, label]) => ({ value, label }))}
            />
            <TextInput name="leftDocument" label={w.field.leftDocument} maxLength={200} />
          </FieldRow>
          <TextInput name="reason" label={w.field.reason} required />
          <FormActions>
            <SubmitButton kind="grave">{w.leave}</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <Form name="restore" refused={refused}>
          <Hidden name="act" value="restore" />
          {hidden}
          <TextInput name="reason" label={w.field.reason} required />
          <FormActions>
            <SubmitButton>{w.restore}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

/** People are found first, then taken in: two steps, each with its own address. */
function Adding({
  people,
  wanted,
  found,
  refused,
  address,
}: Data & { refused: Refused | undefined; address: string }) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.add}>
      <p className="quiet">{w.addLead}</p>
      <form method="get" action={address} className="form">
        <TextInput name="tim" type="search" label={w.find} defaultValue={wanted} />
        <FormActions>
          <SubmitButton kind="plain">{w.search}</SubmitButton>
        </FormActions>
      </form>
      {people && people.rows.length === 0 && <p>{w.foundNobody}</p>}
      {people && people.rows.length > 0 && (
        <Form name="enrol" refused={refused}>
          <Hidden name="act" value="enrol" />
          <p>{w.found({ total: people.total })}</p>
          <Choices
            multiple
            name="personIds"
            label={w.people}
            options={people.rows.map((one) => ({
              value: one.id,
              label: [one.fullName, one.unit?.name].filter(Boolean).join(', '),
            }))}
          />
          <FieldRow>
            <DayInput name="enrolledOn" label={w.field.enrolledOn} defaultValue={found.opensOn} />
            <TextInput name="decisionNumber" label={w.field.decisionNumber} maxLength={100} />
            <DayInput name="decisionOn" label={w.field.decisionOn} defaultValue={null} />
            <TextInput name="decisionBy" label={w.field.decisionBy} maxLength={200} />
          </FieldRow>
          <TextInput name="overlapReason" label={w.field.overlapReason} maxLength={1000} />
          <FormActions>
            <SubmitButton>{w.enrol}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

/** Who looks after the class and who speaks for it. */
function Staff({ found, heads, today, refused }: Data & { refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const mayEdit = found.can.includes('edit')
  const active = found.rows.filter((one) => one.leftOn === null)
  return (
    <Panel title={w.staff}>
      {found.heads.length === 0 && <p>{w.noHead}</p>}
      <ul className="rows">
        {found.heads.map((one) => (
          <li key={one.id}>
            <span>
              {w.field.head}: <strong>{one.name}</strong>
            </span>
            <span className="quiet">
              {w.since({ on: one.fromOn as Day, until: one.untilOn as Day | null })}
            </span>
          </li>
        ))}
        {found.monitors.map((one) => (
          <li key={`m${one.id}`}>
            <span>
              {w.posts[one.post]}: <strong>{one.name}</strong>
            </span>
            <span className="quiet">
              {w.since({ on: one.fromOn as Day, until: one.untilOn as Day | null })}
            </span>
            {mayEdit && one.untilOn === null && (
              <Form name={`end${one.id}`} refused={refused} guards={false}>
                <Hidden name="act" value="end" />
                <Hidden name="monitorId" value={one.id} />
                <Hidden name="version" value={one.version} />
                <Hidden name="untilOn" value={today} />
                <SubmitButton kind="plain">{w.end}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <>
          <details open={refused?.form === 'head'}>
            <summary>{w.nameHead}</summary>
            <Form name="head" refused={refused}>
              <Hidden name="act" value="head" />
              <FieldRow>
                <Select
                  name="accountId"
                  label={w.field.head}
                  options={heads.map((one) => ({ value: one.accountId, label: one.name }))}
                />
                <DayInput name="fromOn" label={w.field.fromOn} defaultValue={found.opensOn} required />
                <TextInput name="decisionNumber" label={w.field.decisionNumber} maxLength={100} />
              </FieldRow>
              <FormActions>
                <SubmitButton>{w.nameHead}</SubmitButton>
              </FormActions>
            </Form>
          </details>
          {active.length > 0 && (
            <details open={refused?.form === 'monitor'}>
              <summary>{w.nameMonitor}</summary>
              <Form name="monitor" refused={refused}>
                <Hidden name="act" value="monitor" />
                <FieldRow>
                  <Select
                    name="enrolmentId"
                    label={w.field.learner}
                    options={active.map((one) => ({
                      value: one.id,
                      label: `${one.number}. ${one.fullName}`,
                    }))}
                  />
                  <Select
                    name="post"
                    label={w.field.monitorPost}
                    options={monitorPosts.map((value) => ({ value, label: w.posts[value] }))}
                  />
                  <DayInput name="fromOn" label={w.field.fromOn} defaultValue={found.opensOn} required />
                  <TextInput name="decisionNumber" label={w.field.decisionNumber} maxLength={100} />
                </FieldRow>
                <FormActions>
                  <SubmitButton>{w.nameMonitor}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
        </>
      )}
    </Panel>
  )
}
