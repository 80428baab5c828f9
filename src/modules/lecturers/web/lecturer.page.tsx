import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput, Hidden, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { absenceInput, lecturerInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturer.page.ts'
import { LecturerFields } from './lecturer-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const [lecturer, fields] = await Promise.all([
    lecturers.get({ lecturerId: Number(params.lecturerId) }),
    lecturers.fields(),
  ])
  return { lecturer, fields }
}

const acts = z.discriminatedUnion('act', [
  lecturerInput.extend({ act: z.literal('edit'), version: z.number() }),
  absenceInput.extend({ act: z.literal('absent') }),
  z.object({ act: z.literal('present'), absenceId: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const lecturerId = Number(params.lecturerId)
    if (input.act === 'edit') await lecturers.edit({ ...input, lecturerId, fields: input.fields ?? [] })
    else if (input.act === 'absent') await lecturers.addAbsence({ ...input, lecturerId })
    else await lecturers.removeAbsence({ ...input, lecturerId })
    return redirect(`/giang-vien/${lecturerId}`)
  })

export default function LecturerPage({ loaderData: { lecturer, fields }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const nameOf = new Map(fields.map((one) => [one.code, locale === 'vi' ? one.name : one.nameEn]))
  const mayEdit = lecturer.can.includes('edit')
  return (
    <Page
      title={lecturer.name}
      lead={[
        lecturer.isGuest ? w.guest : w.own,
        ...lecturer.fields.map((code) => nameOf.get(code) ?? code),
        lecturer.workplace,
      ]
        .filter(Boolean)
        .join(', ')}
      crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}
    >
      <Panel title={w.classes} flush={lecturer.classes.length > 0}>
        {lecturer.classes.length === 0 ? (
          <p className="quiet">{w.noClasses}</p>
        ) : (
          <DescriptionList
            facts={lecturer.classes.map((one) => ({
              term: w.span(one),
              value: (
                <>
                  <Link to={`/lop/${one.classId}`}>
                    {one.code} {one.name}
                  </Link>
                  , {nameOf.get(one.fieldCode)}
                </>
              ),
            }))}
          />
        )}
      </Panel>
      <Panel title={w.absences}>
        <p className="quiet">{lecturer.absences.length === 0 ? w.noAbsences : w.absencesLead}</p>
        {lecturer.absences.map((one) => (
          <Form key={one.id} name={`present-${one.id}`} refused={actionData} guards={false}>
            <p>
              {w.span(one)}: {one.reason}
            </p>
            {mayEdit && (
              <FormActions>
                <Hidden name="act" value="present" />
                <Hidden name="absenceId" value={one.id} />
                <SubmitButton kind="plain">{w.removeAbsence}</SubmitButton>
              </FormActions>
            )}
          </Form>
        ))}
        {mayEdit && (
          <details open={actionData?.form === 'absent'}>
            <summary>{w.addAbsence}</summary>
            <Form name="absent" refused={actionData}>
              <Hidden name="act" value="absent" />
              <FieldRow>
                <DayInput name="fromOn" label={w.field.absentFrom} required />
                <DayInput name="lastOn" label={w.field.absentLast} required />
              </FieldRow>
              <TextInput name="reason" label={w.field.reason} maxLength={300} required />
              <FormActions>
                <SubmitButton>{w.addAbsence}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
      {mayEdit && (
        <Panel title={w.edit}>
          <Form name="edit" refused={actionData}>
            <Hidden name="act" value="edit" />
            <Hidden name="version" value={lecturer.version} />
            <LecturerFields fields={fields} lecturer={lecturer} />
            <FormActions>
              <SubmitButton>{w.save}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
