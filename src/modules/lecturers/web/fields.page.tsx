import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { fieldInput, type teachingField } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './fields.css'
import type { Route } from './+types/fields.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { lecturers, programmes } = api(context)
  const [fields, hours] = await Promise.all([lecturers.fields(), lecturers.hours({})])
  const all: { id: number; name: string; lessonHours: number | null }[] = []
  for (let page = 1; ; page += 1) {
    const { rows } = await programmes.list({ page, size: 100 })
    all.push(...rows.map(({ id, name, lessonHours }) => ({ id, name, lessonHours })))
    if (rows.length < 100) break
  }
  const chosen = Number(new URL(request.url).searchParams.get('programmeId'))
  return { fields, hours, programmes: all, chosen: all.find((one) => one.id === chosen) ?? null }
}

const acts = z.discriminatedUnion('act', [
  fieldInput.extend({ act: z.literal('make'), code: z.string() }),
  fieldInput.extend({ act: z.literal('edit'), code: z.string(), version: z.number() }),
  z.object({
    act: z.literal('hours'),
    programmeId: z.number(),
    hours: z.record(z.string(), z.number()).default({}),
  }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    if (input.act === 'make') await lecturers.makeField(input)
    else if (input.act === 'edit') await lecturers.editField(input)
    else await lecturers.setHours({ programmeId: input.programmeId, hours: input.hours ?? {} })
    return redirect('/giang-vien/chuyen-mon')
  })

export default function FieldsPage({
  loaderData: { fields, hours, programmes, chosen },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  const locale = useLocale()
  const mayEdit = useCan('lecturers.edit')
  const named = (one: z.infer<typeof teachingField>) => (locale === 'vi' ? one.name : one.nameEn)
  const hoursOf = (programmeId: number, code: string) =>
    hours.find((one) => one.programmeId === programmeId && one.fieldCode === code)?.hours
  return (
    <Page title={w.fields} lead={w.fieldsLead} crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}>
      <Panel title={w.fields}>
        {fields.map((one) => (
          <div key={one.code} className="teaching-field">
            <p>
              <strong>{named(one)}</strong>{' '}
              <span className="quiet">
                {one.code}, {w.lecturersOf({ count: one.lecturers })}
              </span>
            </p>
            {mayEdit && (
              <details open={actionData?.form === one.code}>
                <summary>{w.editField}</summary>
                <Form name={one.code} refused={actionData}>
                  <Hidden name="act" value="edit" />
                  <Hidden name="code" value={one.code} />
                  <Hidden name="version" value={one.version} />
                  <FieldFields field={one} />
                  <FormActions>
                    <SubmitButton>{w.save}</SubmitButton>
                  </FormActions>
                </Form>
              </details>
            )}
          </div>
        ))}
        {mayEdit && (
          <details open={actionData?.form === 'make'}>
            <summary>{w.makeField}</summary>
            <Form name="make" refused={actionData}>
              <Hidden name="act" value="make" />
              <TextInput
                name="code"
                label={w.field.fieldCode}
                hint={w.hint.fieldCode}
                width="short"
                autoComplete="off"
                required
              />
              <FieldFields order={(fields.at(-1)?.sortOrder ?? 0) + 1} />
              <FormActions>
                <SubmitButton>{w.makeField}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
      {mayEdit && chosen && (
        <Panel title={w.hoursOf({ programme: chosen.name })}>
          <Form name="hours" refused={actionData}>
            <Hidden name="act" value="hours" />
            <Hidden name="programmeId" value={chosen.id} />
            <FieldRow>
              {fields.map((one) => (
                <NumberInput
                  key={one.code}
                  name={`hours.${one.code}`}
                  label={named(one)}
                  defaultValue={hoursOf(chosen.id, one.code)}
                />
              ))}
            </FieldRow>
            <FormActions>
              <SubmitButton>{w.setHours}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      <Panel title={w.hoursTitle} flush>
        <p className="panel-body quiet">{w.hoursLead}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className="table-box" aria-label={shell.table.scrolls({ title: w.hoursTitle })} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {shell.table.number}
                </th>
                <th scope="col" className="first">
                  {w.programme}
                </th>
                {fields.map((one) => (
                  <th key={one.code} scope="col" className="to-right">
                    {named(one)}
                  </th>
                ))}
                <th scope="col" className="to-right">
                  {w.sum}
                </th>
              </tr>
            </thead>
            <tbody>
              {programmes.map((programme, at) => {
                const own = fields.map((one) => hoursOf(programme.id, one.code) ?? 0)
                const sum = own.reduce((all, one) => all + one, 0)
                return (
                  <tr key={programme.id}>
                    <td className="number">{at + 1}</td>
                    <th scope="row" className="first wraps">
                      {mayEdit ? (
                        <Link to={`?programmeId=${programme.id}`}>{programme.name}</Link>
                      ) : (
                        programme.name
                      )}
                    </th>
                    {fields.map((one, i) => (
                      <td key={one.code} data-title={named(one)} className="to-right">
                        <span>{own[i] ? printNumber(own[i], locale) : '–'}</span>
                      </td>
                    ))}
                    <td data-title={w.sum} className="to-right">
                      <span>{sum === 0 ? w.noHours : printNumber(sum, locale)}</span>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      </Panel>
    </Page>
  )
}

function FieldFields({ field, order }: { field?: z.infer<typeof teachingField>; order?: number }) {
  const w = useWords(vi, en)
  return (
    <FieldRow>
      <TextInput name="name" label={w.field.fieldName} defaultValue={field?.name} maxLength={120} required />
      <TextInput
        name="nameEn"
        label={w.field.fieldNameEn}
        defaultValue={field?.nameEn}
        maxLength={120}
        required
      />
      <NumberInput name="sortOrder" label={w.field.order} defaultValue={field?.sortOrder ?? order} />
    </FieldRow>
  )
}
