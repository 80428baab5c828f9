import { Link, redirect } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Checkbox, NumberInput, Select } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { classFormInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/forms.page.ts'
import { modeName } from './mode-name.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = Number(visit(context).today.slice(0, 4)) + 1
  const rows = await api(context).planner.forms({ year })
  const asked = new URL(request.url).searchParams.get('sua')
  return { rows, edited: rows.find((row) => `${row.programmeId}/${row.modeCode}` === asked) ?? null }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, classFormInput, async (input) => {
    await api(context).planner.setForm(input)
    return redirect('/phuong-an/khuon-lop')
  })

export default function ClassFormsPage({ loaderData: { rows, edited }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const f = w.fields
  const locale = useLocale()
  const mayEdit = useCan('planner.edit')
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  return (
    <Page
      title={w.pages.forms}
      lead={w.pages.formsLead}
      crumbs={[{ title: w.pages.title, to: '/phuong-an' }]}
    >
      {edited && mayEdit && (
        <Panel title={[edited.title, modeName(w, edited.modeCode)].filter(Boolean).join(', ')}>
          <Form refused={actionData} key={`${edited.programmeId}/${edited.modeCode}`}>
            <input type="hidden" name="programmeId" value={edited.programmeId} />
            <input type="hidden" name="modeCode" value={edited.modeCode} />
            <input type="hidden" name="version" value={edited.version} />
            <FieldRow>
              <NumberInput name="sizeFrom" label={f.sizeFrom} defaultValue={edited.sizeFrom} required />
              <NumberInput name="sizeTo" label={f.sizeTo} defaultValue={edited.sizeTo} required />
              <NumberInput name="weeks" label={f.length} defaultValue={edited.weeks} required />
              <NumberInput
                name="everyWeeks"
                label={f.everyWeeks}
                hint={f.everyWeeksHint}
                defaultValue={edited.everyWeeks ?? 1}
              />
            </FieldRow>
            <FieldRow>
              <Select
                name="seat"
                label={f.seat}
                defaultValue={edited.seat ?? 'room'}
                options={Object.entries(w.seats).map(([value, label]) => ({ value, label }))}
              />
              <NumberInput name="costDong" label={f.costOfClass} defaultValue={edited.costDong} />
            </FieldRow>
            <Checkbox name="mayRunOver" label={f.mayRunOver} defaultChecked={edited.mayRunOver} />
            <FormActions>
              <SubmitButton>{w.pages.save}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      <DataTable
        name="classForms"
        title={w.pages.forms}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => `${row.programmeId}/${row.modeCode}`}
        columns={[
          { key: 'title', title: f.programme, cell: (row) => row.title, wraps: true },
          { key: 'mode', title: f.mode, cell: (row) => modeName(w, row.modeCode) || '–' },
          { key: 'asked', title: f.asked, align: 'right', cell: (row) => n(row.asked) },
          {
            key: 'size',
            title: f.learners,
            align: 'right',
            cell: (row) => (row.sizeFrom === null ? w.pages.notSaid : `${n(row.sizeFrom)}–${n(row.sizeTo)}`),
          },
          { key: 'weeks', title: f.length, align: 'right', cell: (row) => n(row.weeks) },
          { key: 'seat', title: f.seat, cell: (row) => (row.seat ? w.seats[row.seat] : '–') },
          {
            key: 'hours',
            title: f.hours,
            align: 'right',
            cell: (row) => (row.hours > 0 ? n(row.hours) : w.pages.noHoursYet),
          },
          { key: 'cost', title: f.costOfClass, align: 'right', cell: (row) => n(row.costDong), spare: true },
          ...(mayEdit
            ? [
                {
                  key: 'edit',
                  title: w.pages.edit,
                  cell: (row: (typeof rows)[number]) => (
                    <Link
                      to={`/phuong-an/khuon-lop?sua=${row.programmeId}/${row.modeCode}`}
                      aria-label={`${w.pages.edit}: ${[row.title, modeName(w, row.modeCode)].filter(Boolean).join(', ')}`}
                    >
                      {w.pages.edit}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
        empty={{ title: w.pages.noProgrammes, text: w.pages.formsLead }}
      />
    </Page>
  )
}
