import { redirect } from 'react-router'
import * as z from 'zod'
import {
  Checkbox,
  Choices,
  DayInput,
  Hidden,
  NumberInput,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { changeKind, proposeInput } from '../contract/changes.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/propose.page.ts'
import './plan.css'

const search = z.object({ kind: changeKind.default('resize'), lineKey: z.uuid().optional() })

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const year = Number(params.year)
  const view = readSearch(request, search)
  const { plans, programmes, units } = api(context)
  const plan = await plans.adjusted({ year })
  const actor = visit(context).actor
  const isAdd = view.kind === 'add'
  return {
    year,
    view,
    lines: plan.lines.filter((line) => line.classes > 0),
    programmes: isAdd ? (await programmes.list({ size: 100, period: 'inUse' })).rows : [],
    modes: isAdd ? await programmes.modes() : [],
    // A unit's people name their unit; the school's own proposal has none.
    units:
      actor?.rights.includes('plans.edit') || actor?.rights.includes('plans.submit')
        ? null
        : (await units.list({ size: 100 })).rows.map((unit) => ({ value: unit.id, label: unit.fullName })),
  }
}

export const action = async ({ context, request, params }: Route.ActionArgs) =>
  submit(request, proposeInput.omit({ year: true }), async (input) => {
    const { id } = await visit(context).api.plans.propose({ ...input, year: Number(params.year) })
    return redirect(`/ke-hoach/dieu-chinh/${id}`)
  })

export default function ProposePage({
  loaderData: { year, view, lines, programmes, modes, units },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const c = w.changes
  const { kind } = view
  const chosen = lines.find((line) => line.lineKey === view.lineKey)
  const options = lines.map((line) => ({
    value: line.lineKey,
    label: c.lineOption({
      title: line.title,
      mode: line.modeCode === 'none' ? '' : line.modeName,
      opened: line.opened,
      months: line.months,
    }),
  }))
  const hasMonths = kind === 'move' || kind === 'add' || kind === 'split'
  return (
    <Page
      title={c.propose}
      lead={c.proposeLead}
      crumbs={[
        { title: w.pages.list, to: '/ke-hoach' },
        { title: c.title({ year }), to: `/ke-hoach/${year}/dieu-chinh` },
      ]}
    >
      <FilterBar keeps={['lineKey']} clears={false}>
        <Select
          name="kind"
          label={c.kind}
          defaultValue={kind}
          options={Object.entries(c.kinds).map(([value, label]) => ({ value, label }))}
        />
      </FilterBar>
      <Panel title={c.kinds[kind]}>
        <Form key={kind} refused={actionData}>
          <Hidden name="kind" value={kind} />
          {kind === 'add' ? (
            <FieldRow>
              <Select
                name="programmeId"
                label={w.fields.programme}
                none={c.chooseLine}
                options={programmes.map((one) => ({ value: one.id, label: one.name }))}
                required
              />
              <Select
                name="modeCode"
                label={w.fields.mode}
                defaultValue="none"
                options={modes.map((mode) => ({
                  value: mode.code,
                  label: locale === 'vi' ? mode.name : mode.nameEn,
                }))}
              />
            </FieldRow>
          ) : (
            <Select
              name="lineKey"
              label={c.line}
              none={c.chooseLine}
              defaultValue={view.lineKey}
              options={options}
              required
            />
          )}
          {kind === 'merge' && (
            <Choices
              name="otherLineKeys"
              label={c.withLines}
              hint={c.withLinesHint}
              multiple
              options={options}
            />
          )}
          {kind !== 'move' && (
            <FieldRow>
              <NumberInput
                name="opened"
                label={c.openedAfter[kind]}
                {...(c.openedHint[kind] && { hint: c.openedHint[kind] })}
                required={kind === 'add' || kind === 'merge' || kind === 'split'}
              />
              <NumberInput name="learners" label={c.learnersAfter} hint={c.learnersHint} />
            </FieldRow>
          )}
          {kind === 'split' && <Checkbox name="apart" label={c.apart} />}
          {(kind === 'add' || kind === 'split') && (
            <FieldRow>
              <TextInput name="place" label={w.fields.place} maxLength={300} />
              <TextInput name="partnerText" label={w.fields.partner} maxLength={300} />
            </FieldRow>
          )}
          {hasMonths && (
            <div className="plan-months">
              <Choices
                name="months"
                label={kind === 'add' ? w.fields.months : c.monthsAfter}
                multiple
                defaultValue={kind === 'move' ? (chosen?.months ?? []) : []}
                options={Array.from({ length: 12 }, (_, i) => ({
                  value: i + 1,
                  label: w.month({ month: i + 1 }),
                }))}
              />
            </div>
          )}
          <TextArea name="reason" label={c.reason} rows={3} maxLength={1000} required />
          <FieldRow>
            {units && units.length > 1 && (
              <Select name="proposerUnitId" label={c.unit} options={units} required />
            )}
            <TextInput name="letterNumber" label={c.letterNumber} maxLength={100} autoComplete="off" />
            <DayInput name="letterOn" label={c.letterOn} />
          </FieldRow>
          <FormActions>
            <SubmitButton>{c.send}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
