import { redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Choices, DayInput, Hidden, Select } from '../../../ui/fields.tsx'
import { FilterForm } from '../../../ui/filter-form.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { parts, proposalInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/proposal.page.ts'
import { choicesOf } from './choices.ts'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = api(context)
  const classId = Number(params.classId)
  const view = readSearch(request, proposalInput)
  const { code, name } = await here.teaching.timetable({ classId })
  const { rooms } = await choicesOf(here)
  return { view, classId, code, name, rooms, proposal: await here.teaching.proposal({ ...view, classId }) }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, proposalInput.extend({ mark: z.string() }), async (input) => {
    const classId = Number(params.classId)
    await api(context).teaching.fill({ ...input, classId })
    return redirect(`/lop/${classId}/lich-hoc`)
  })

export default function ProposalPage({
  loaderData: { view, classId, code, name, rooms, proposal },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const clashes = proposal.sessions.filter((one) => one.roomClash).length
  const room = rooms.find((one) => one.id === view.roomId)
  return (
    <Page
      title={w.proposalOf({ code, name })}
      lead={`${w.proposed({ ...proposal, sessions: proposal.sessions.length })} ${w.proposalBetween({ from: proposal.fromOn, to: proposal.lastOn })}`}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: w.timetableOf({ code, name }), to: `/lop/${classId}/lich-hoc` },
      ]}
    >
      <Panel title={w.propose}>
        <p className="quiet">{w.proposeLead}</p>
        <FilterForm>
          <FieldRow>
            <DayInput name="fromOn" label={w.fromOn} defaultValue={view.fromOn ?? null} />
            <Select
              name="roomId"
              label={w.field.room}
              none={w.field.noRoom}
              defaultValue={view.roomId}
              options={rooms.map((one) => ({ value: one.id, label: one.name }))}
            />
          </FieldRow>
          <Choices
            multiple
            name="weekdays"
            label={w.weekdaysTaught}
            defaultValue={view.weekdays}
            options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
              value: day,
              label: w.weekdayNames[`d${day}`],
            }))}
          />
          <Choices
            multiple
            name="parts"
            label={w.partsTaught}
            defaultValue={view.parts}
            options={parts.map((one) => ({ value: one, label: w.partTitle[one] }))}
          />
          <FormActions>
            <SubmitButton kind="plain">{w.proposeShow}</SubmitButton>
          </FormActions>
        </FilterForm>
      </Panel>
      {clashes > 0 && <Notice tone="wrong">{w.roomClashes({ count: clashes })}</Notice>}
      {proposal.left.length > 0 && (
        <Panel title={w.leftTitle}>
          <p className="quiet">{w.leftText}</p>
          <ul>
            {proposal.left.map((one) => (
              <li key={`${one.itemId} ${one.kind}`}>
                {one.title}: {w.leftOf({ hours: one.hours, kind: w.kind[one.kind].toLowerCase() })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <DataTable
        name="proposal"
        title={w.proposalRows}
        rows={proposal.sessions}
        total={proposal.sessions.length}
        view={{ page: 1, size: Math.max(1, proposal.sessions.length) }}
        rowKey={(row) => `${row.onDay} ${row.part}`}
        columns={[
          {
            key: 'day',
            title: w.columns.day,
            cell: (row) => `${w.weekday(row.onDay)}, ${printDay(row.onDay)}`,
          },
          { key: 'part', title: w.columns.part, cell: (row) => w.partTitle[row.part] },
          { key: 'topic', title: w.columns.topic, wraps: true, cell: (row) => row.title },
          { key: 'hours', title: w.columns.hours, align: 'right', cell: (row) => row.hours },
          { key: 'kind', title: w.columns.kind, cell: (row) => w.kind[row.kind] },
          {
            key: 'room',
            title: w.roomOf,
            wraps: true,
            cell: (row) => {
              if (!row.roomClash) return room?.name ?? <span className="quiet">{w.roomNone}</span>
              const said = w.problems[row.roomClash.code as 'teaching.roomTaken']
              return <span className="wrong">{said(row.roomClash.params)}</span>
            },
          },
        ]}
        empty={{ title: w.proposalNone, text: w.proposalNoneText }}
      />
      {proposal.sessions.length > 0 && (
        <Form refused={actionData} guards={false}>
          <Hidden name="mark" value={proposal.mark} />
          {view.fromOn && <Hidden name="fromOn" value={view.fromOn} />}
          {view.roomId !== undefined && <Hidden name="roomId" value={view.roomId} />}
          {view.weekdays.map((one) => (
            <Hidden key={one} name="weekdays" value={one} />
          ))}
          {view.parts.map((one) => (
            <Hidden key={one} name="parts" value={one} />
          ))}
          <FormActions>
            <SubmitButton>{w.proposeTake({ count: proposal.sessions.length })}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {proposal.stops.length > 0 && (
        <Panel title={w.stopsTitle}>
          <ul className="rows">
            {proposal.stops.map((one) => (
              <li key={`${one.fromOn} ${one.title}`}>
                <span>
                  {one.title} <span className="quiet">({w.stopsWhy[one.why]})</span>
                </span>
                <span className="quiet">{w.dayOrDays({ from: one.fromOn, to: one.lastOn })}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  )
}
