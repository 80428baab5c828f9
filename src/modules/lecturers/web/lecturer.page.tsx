import type { ReactNode } from 'react'
import { redirect, useLocation } from 'react-router'
import * as z from 'zod'
import { Checkbox, Choices, DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import { api, visit } from '../../../ui/visit.ts'
import {
  contactInput,
  degreeInput,
  degreeKinds,
  endPostInput,
  postInput,
  withdrawDegreeInput,
  withdrawPostInput,
} from '../contract/profile.ts'
import { absenceInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturer.page.ts'
import { LecturerFrame, useNames } from './corps-parts.tsx'
import { Classes, ProfileFacts } from './profile-parts.tsx'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const q = new URL(request.url).searchParams.get('chuyen-de')?.slice(0, 200) ?? ''
  const [lecturer, fields, categories] = await Promise.all([
    lecturers.get({ lecturerId: Number(params.lecturerId) }),
    lecturers.fields(),
    lecturers.categories(),
  ])
  const mayEdit = lecturer.can.includes('edit')
  return {
    lecturer,
    fields,
    categories,
    q,
    units: mayEdit ? await unitChoices(api(context)) : [],
    topics: mayEdit && q !== '' ? await lecturers.topicChoices({ q }) : [],
  }
}

const acts = z.discriminatedUnion('act', [
  absenceInput.extend({ act: z.literal('absent') }),
  z.object({ act: z.literal('present'), absenceId: z.number() }),
  z.object({ act: z.literal('contact'), reason: z.string() }),
  contactInput.extend({ act: z.literal('setContact') }),
  postInput.extend({ act: z.literal('addPost') }),
  endPostInput.extend({ act: z.literal('endPost') }),
  withdrawPostInput.extend({ act: z.literal('withdrawPost') }),
  degreeInput.extend({ act: z.literal('addDegree') }),
  withdrawDegreeInput.extend({ act: z.literal('withdrawDegree') }),
  z.object({ act: z.literal('topics'), lineageIds: z.array(z.number()).optional() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const lecturerId = Number(params.lecturerId)
    switch (input.act) {
      case 'contact':
        // No redirect: the values stand on the answer alone and are gone with it.
        return { shown: await lecturers.contact({ lecturerId, reason: input.reason }) }
      case 'absent':
        await lecturers.addAbsence({ ...input, lecturerId })
        break
      case 'present':
        await lecturers.removeAbsence({ ...input, lecturerId })
        break
      case 'setContact':
        await lecturers.setContact({ ...input, lecturerId })
        break
      case 'addPost':
        await lecturers.addPost({
          ...input,
          lecturerId,
          unitId: await unitIdOf(visit(context), input.unitId),
        })
        break
      case 'endPost':
        await lecturers.endPost({ ...input, lecturerId })
        break
      case 'withdrawPost':
        await lecturers.withdrawPost({ ...input, lecturerId })
        break
      case 'addDegree':
        await lecturers.addDegree({ ...input, lecturerId })
        break
      case 'withdrawDegree':
        await lecturers.withdrawDegree({ ...input, lecturerId })
        break
      case 'topics':
        await lecturers.setTopics({ lecturerId, lineageIds: input.lineageIds ?? [] })
        break
    }
    return redirect(`/giang-vien/${lecturerId}`)
  })

export default function LecturerPage({
  loaderData: { lecturer, fields, categories, units, topics, q },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayLoad = useCan('lecturers.load')
  const shown = actionData && 'shown' in actionData ? actionData.shown : undefined
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const { key } = useLocation()
  const fieldOf = useNames(fields)
  const mayEdit = lecturer.can.includes('edit')
  const part = (name: string, title: string, fields: ReactNode, isOpen = false) => (
    <details key={`${name} ${key}`} className="act" open={isOpen || refused?.form === name}>
      <summary>{title}</summary>
      <Form name={name} refused={refused} guards={name !== 'contact'}>
        <Hidden name="act" value={name} />
        {fields}
        <FormActions>
          <SubmitButton kind="plain">{name === 'contact' ? title : w.page.save}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
  const open = lecturer.posts.filter((one) => one.untilOn === null)
  const postOption = (one: (typeof open)[number]) => ({ value: one.id, label: `${one.title}, ${one.place}` })
  return (
    <LecturerFrame lecturer={lecturer} categories={categories} mayEdit={mayEdit} mayLoad={mayLoad}>
      {shown && <Notice tone="good">{w.page.shown}</Notice>}
      <ProfileFacts lecturer={lecturer} fields={fields} contact={shown} />
      {!mayLoad && <Classes lecturer={lecturer} fieldOf={fieldOf} />}
      {(lecturer.can.includes('contact') || mayEdit) && (
        <Panel title={w.page.contact}>
          {lecturer.can.includes('contact') &&
            (lecturer.phoneMask || lecturer.emailMask) &&
            part(
              'contact',
              w.page.showContact,
              <>
                <p className="quiet">{w.page.contactLead}</p>
                <TextInput name="reason" label={w.page.why} required />
              </>,
            )}
          {mayEdit &&
            part(
              'setContact',
              w.page.setContact,
              <>
                <p className="quiet">{w.page.setContactLead}</p>
                <FieldRow>
                  <TextInput name="phone" label={w.field.phone} type="tel" autoComplete="off" />
                  <TextInput name="email" label={w.field.email} type="email" autoComplete="off" />
                </FieldRow>
              </>,
            )}
        </Panel>
      )}
      {mayEdit && (
        <Panel title={w.edit}>
          {part(
            'addPost',
            w.page.addPost,
            <>
              <p className="quiet">{w.page.addPostLead}</p>
              <TextInput name="title" label={w.field.postTitle} maxLength={200} required />
              <UnitInput units={units} label={w.field.unit} hint={w.hint.unitOrPlace} />
              <TextInput name="workplace" label={w.field.postWorkplace} maxLength={300} />
              <DayInput name="fromOn" label={w.field.postFromOn} required />
              <TextInput name="document" label={w.field.documentText} maxLength={300} />
              <Checkbox name="isMain" label={w.field.isMain} defaultChecked />
            </>,
          )}
          {open.length > 0 &&
            part(
              'endPost',
              w.page.endPost,
              <>
                <Select name="postId" label={w.field.postTitle} options={open.map(postOption)} />
                <DayInput name="untilOn" label={w.field.postUntilOn} required />
              </>,
            )}
          {lecturer.posts.length > 0 &&
            part(
              'withdrawPost',
              w.page.withdrawPost,
              <>
                <Select name="postId" label={w.field.postTitle} options={lecturer.posts.map(postOption)} />
                <TextInput name="reason" label={w.page.withdrawReason} required />
              </>,
            )}
          {part(
            'addDegree',
            w.page.addDegree,
            <>
              <Select
                name="kind"
                label={w.field.degreeKind}
                options={degreeKinds.map((one) => ({ value: one, label: w.degreeKinds[one] }))}
              />
              <TextInput name="name" label={w.field.degreeName} maxLength={120} required />
              <TextInput name="field" label={w.field.degreeField} maxLength={200} />
              <DayInput name="grantedOn" label={w.field.grantedOn} />
              <TextInput name="grantedBy" label={w.field.grantedBy} maxLength={200} />
            </>,
          )}
          {lecturer.degrees.length > 0 &&
            part(
              'withdrawDegree',
              `${w.page.withdrawDegree}: ${w.page.degrees}`,
              <>
                <Select
                  name="degreeId"
                  label={w.field.degreeName}
                  options={lecturer.degrees.map((one) => ({ value: one.id, label: one.name }))}
                />
                <TextInput name="reason" label={w.page.withdrawReason} required />
              </>,
            )}
          <details className="act" open={q !== ''}>
            <summary>{w.page.addTopics}</summary>
            <form method="get" className="form">
              <div className="form-row">
                <label className="field">
                  {w.page.findTopics}
                  <input type="search" name="chuyen-de" defaultValue={q} maxLength={200} />
                </label>
              </div>
              <FormActions>
                <button type="submit" className="button button-plain">
                  {w.page.find}
                </button>
              </FormActions>
            </form>
            <Form name="topics" refused={refused}>
              <Hidden name="act" value="topics" />
              {q !== '' && topics.length === 0 && <p className="quiet">{w.page.noTopicFound}</p>}
              <Choices
                name="lineageIds"
                label={w.page.topics}
                multiple
                defaultValue={lecturer.topics.map((one) => one.lineageId)}
                options={[
                  ...lecturer.topics,
                  ...topics.filter((one) => !lecturer.topics.some((has) => has.lineageId === one.lineageId)),
                ].map((one) => ({
                  value: one.lineageId,
                  label: one.programme ? `${one.title} (${one.programme})` : one.title,
                }))}
              />
              <FormActions>
                <SubmitButton kind="plain">{w.page.keepTopics}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        </Panel>
      )}
      <Panel title={w.absences}>
        <p className="quiet">{lecturer.absences.length === 0 ? w.noAbsences : w.absencesLead}</p>
        {lecturer.absences.map((one) => (
          <Form key={one.id} name={`present-${one.id}`} refused={refused} guards={false}>
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
        {mayEdit &&
          part(
            'absent',
            w.addAbsence,
            <>
              <FieldRow>
                <DayInput name="fromOn" label={w.field.absentFrom} required />
                <DayInput name="lastOn" label={w.field.absentLast} required />
              </FieldRow>
              <TextInput name="reason" label={w.field.reason} maxLength={300} required />
            </>,
          )}
      </Panel>
    </LecturerFrame>
  )
}
