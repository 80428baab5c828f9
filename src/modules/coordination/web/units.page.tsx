import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { unitsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/units.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const view = { ...readSearch(request, unitsInput), year }
  const list = await api(context).coordination.units(view)
  // Whoever works for one unit is at home on its page.
  const [own] = list.rows
  const isFiltered = [...new URL(request.url).searchParams.keys()].some((name) => name !== 'nam')
  if (own && list.total === 1 && !isFiltered) throw redirect(`/phoi-hop/don-vi/${own.unitId}`)
  return { view, ...list }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, z.object({ act: z.enum(['drawUp', 'offer']), year: z.number() }), async ({ act, year }) => {
    if (act === 'drawUp') await api(context).coordination.drawUp({ year })
    else await api(context).coordination.offer({ year })
    return redirect(`/phoi-hop?nam=${year}`)
  })

export default function UnitsPage({
  loaderData: { view, rows, total, year },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayManage = useCan('coordination.manage')
  const mayOffer = useCan('coordination.offer')
  const number = (key: 'due' | 'kept' | 'late' | 'overdue' | 'broken' | 'waived', title: string) => ({
    key,
    title,
    align: 'right' as const,
    cell: (row: (typeof rows)[number]) => printNumber(row[key], locale),
  })
  const hasMissing = rows.some((row) => row.planState === null)
  const hasDraft = rows.some((row) => row.planState === 'draft')
  return (
    <Page
      title={w.page.title}
      lead={w.page.lead({
        year,
        units: total,
        accepted: rows.filter((row) => row.planState === 'accepted').length,
        overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
      })}
      actions={
        <>
          <ButtonLink to="/phoi-hop/cam-ket">{w.page.all}</ButtonLink>
          <ButtonLink to="/phoi-hop/nhip">{w.page.pulses}</ButtonLink>
          <ButtonLink to="/phoi-hop/mau">{w.page.templates}</ButtonLink>
          <ButtonLink to="/phoi-hop/nhac-viec">{w.page.ladder}</ButtonLink>
        </>
      }
    >
      {((mayManage && hasMissing) || (mayOffer && hasDraft)) && (
        <Form refused={actionData} guards={false}>
          <Hidden name="year" value={year} />
          <div className="form-actions">
            {mayManage && hasMissing && (
              <ConfirmButton
                name="act"
                value="drawUp"
                title={w.page.drawUpTitle}
                text={w.page.drawUpText({ year })}
                confirm={w.page.drawUp}
              >
                {w.page.drawUp}
              </ConfirmButton>
            )}
            {mayOffer && hasDraft && (
              <ConfirmButton
                name="act"
                value="offer"
                kind="main"
                title={w.page.offerTitle}
                text={w.page.offerText}
                confirm={w.page.offerAll}
              >
                {w.page.offerAll}
              </ConfirmButton>
            )}
          </div>
        </Form>
      )}
      <DataTable
        name="coordination"
        title={w.page.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.unitId}
        excel={`/api/coordination/units/xlsx?year=${year}`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="planState"
              label={w.field.planState}
              none={w.page.any}
              defaultValue={view.planState}
              options={(['missing', 'draft', 'offered', 'returned', 'accepted'] as const).map((value) => ({
                value,
                label: w.planState[value],
              }))}
            />
            <Select
              name="standing"
              label={w.field.standing}
              none={w.page.any}
              defaultValue={view.standing}
              options={(['overdue', 'broken', 'late'] as const).map((value) => ({
                value,
                label: w.standing[value],
              }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'unit',
            title: w.field.unit,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/phoi-hop/don-vi/${row.unitId}`}>{row.unitName}</Link>,
          },
          { key: 'planState', title: w.field.plan, cell: (row) => w.planState[row.planState ?? 'missing'] },
          number('due', w.field.due),
          number('kept', w.standing.kept),
          number('late', w.standing.late),
          { ...number('overdue', w.standing.overdue), sort: true },
          number('broken', w.standing.broken),
          { ...number('waived', w.standing.waived), spare: true },
          {
            key: 'schoolOverdue',
            title: w.field.schoolOverdue,
            align: 'right',
            cell: (row) => printNumber(row.schoolOverdue, locale),
          },
          {
            key: 'nextOn',
            title: w.field.nextOn,
            sort: true,
            align: 'right',
            cell: (row) => (row.nextOn ? printDay(row.nextOn as Day) : '–'),
          },
        ]}
        empty={w.page.empty}
      />
    </Page>
  )
}
