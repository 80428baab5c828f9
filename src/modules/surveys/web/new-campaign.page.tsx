import { redirect } from 'react-router'
import * as z from 'zod'
import { addDays } from '../../../pure/day.ts'
import { year } from '../../../pure/schema.ts'
import { Checkbox, DayInput, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FilterForm } from '../../../ui/filter-form.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { openInput, respondents } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-campaign.page.ts'

/** Which classes the form offers: found by code, name or place among those of a year. */
const search = z.object({ q: z.string().trim().max(200).default(''), year: year.optional() })
const most = 50

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today } = visit(context)
  const { surveys, classes } = api(context)
  const view = readSearch(request, search)
  const inYear = view.year ?? rememberedYear(request, today)
  const [forms, setting, held] = await Promise.all([
    surveys.forms(),
    surveys.setting(),
    classes.list({ year: inYear, q: view.q, size: most, sort: 'closesOn', desc: true }),
  ])
  return {
    today,
    forms,
    mostAsked: setting.mostAsked,
    // A campaign is mostly one at the end of a class: with the form that opens by itself, where the school has chosen one.
    usualForm: setting.versionId,
    view: { ...view, year: inYear },
    total: held.total,
    classes: held.rows.map(({ id, name, code }) => ({ id, name: `${code} ${name}` })),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, openInput, async (input) => {
    const made = await api(context).surveys.open(input)
    return redirect(`/danh-gia/${made.id}`)
  })

export default function NewCampaignPage({
  loaderData: { today, forms, usualForm, mostAsked, view, total, classes },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.open} crumbs={[{ title: w.campaigns, to: '/danh-gia' }]}>
      <Panel>
        <FilterForm>
          <FieldRow>
            <TextInput name="q" label={w.findClass} hint={w.findClassHint} defaultValue={view.q} />
            <NumberInput name="year" label={w.year} defaultValue={view.year} />
          </FieldRow>
          <FormActions>
            <SubmitButton kind="plain">{w.find}</SubmitButton>
          </FormActions>
        </FilterForm>
      </Panel>
      <Panel>
        <Form refused={actionData}>
          <Select
            name="classId"
            label={w.class}
            hint={w.classesFound({ shown: classes.length, total })}
            options={classes.map((one) => ({ value: String(one.id), label: one.name }))}
            required
          />
          <Select
            name="versionId"
            label={w.form}
            hint={forms.some((one) => one.needsConfirmation) ? w.formNote : undefined}
            options={forms.map((one) => ({ value: String(one.versionId), label: one.title }))}
            defaultValue={usualForm}
            required
          />
          <TextInput
            name="title"
            label={w.campaignTitle}
            hint={w.campaignTitleHint}
            defaultValue={w.endOfCourse}
          />
          <FieldRow>
            <DayInput name="opensOn" label={w.opensOn} defaultValue={today} required />
            <DayInput name="closesOn" label={w.closesOn} defaultValue={addDays(today, 14)} required />
            <NumberInput name="expected" label={w.expected} hint={w.expectedHint} required />
          </FieldRow>
          <FieldRow>
            <Select
              name="way"
              label={w.way}
              options={(['shared', 'tokens'] as const).map((way) => ({ value: way, label: w.ways[way] }))}
            />
            <Select
              name="respondents"
              label={w.respondents}
              options={respondents.map((who) => ({ value: who, label: w.respondentsOf[who] }))}
            />
          </FieldRow>
          <NumberInput
            name="mostAsked"
            label={w.mostAsked}
            hint={w.mostAskedHint}
            defaultValue={mostAsked}
            required
          />
          <Checkbox name="withTimetable" label={w.withTimetable} hint={w.withTimetableHint} defaultChecked />
          <Checkbox name="withTopics" label={w.withTopics} hint={w.withTopicsHint} />
          <TextArea name="topics" label={w.topics} hint={w.linesHint} rows={3} />
          <TextArea name="lecturers" label={w.lecturers} rows={3} />
          <FormActions>
            <SubmitButton>{w.open}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
