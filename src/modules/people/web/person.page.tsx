import type { ReactNode } from 'react'
import { redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Choices, DayInput, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import {
  educationInput,
  endPostInput,
  newPostInput,
  planningInput,
  privateInput,
  ratingInput,
  sensitiveFields,
  unmaskInput,
} from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/person.page.ts'
import { PostFields } from './person-fields.tsx'
import { OpenParts, PersonTabs, SensitiveFacts } from './person-parts.tsx'
import { unitChoices, unitIdOf } from './unit-choice.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const file = await api(context).people.get({ personId: Number(params.personId) })
  const units = file.can.includes('addPost') ? await unitChoices(api(context)) : []
  return { file, units, today: visit(context).today }
}

const own = { personId: true } as const
const forms = z.discriminatedUnion('act', [
  unmaskInput.omit(own).extend({ act: z.literal('unmask') }),
  newPostInput.omit(own).extend({ act: z.literal('addPost') }),
  endPostInput.omit(own).extend({ act: z.literal('endPost') }),
  educationInput.omit(own).extend({ act: z.literal('addEducation') }),
  privateInput.omit(own).extend({ act: z.literal('setPrivate') }),
  planningInput.omit(own).extend({ act: z.literal('addPlanning') }),
  ratingInput.omit(own).extend({ act: z.literal('addRating') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) => {
  const { people } = api(context)
  const personId = Number(params.personId)
  return submit(request, forms, async (input) => {
    switch (input.act) {
      case 'unmask':
        // No redirect: the values stand on the answer alone and are gone with it.
        return { shown: await people.unmask({ ...input, fields: input.fields ?? [], personId }) }
      case 'addPost':
        await people.addPost({ ...input, personId, unitId: await unitIdOf(visit(context), input.unitId) })
        break
      case 'setPrivate':
        // Only what was filled in changes; an empty field is not sent.
        await people.setPrivate({
          ...(Object.fromEntries(
            Object.entries(input).filter(([, value]) => value !== null),
          ) as typeof input),
          personId,
        })
        break
      case 'endPost':
        await people.endPost({ ...input, personId })
        break
      case 'addEducation':
        await people.addEducation({ ...input, personId })
        break
      case 'addPlanning':
        await people.addPlanning({ ...input, personId })
        break
      case 'addRating':
        await people.addRating({ ...input, personId })
        break
    }
    return redirect(`/can-bo/${personId}`)
  })
}

export default function PersonPage({ loaderData: { file, units, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shown = actionData && 'shown' in actionData ? actionData.shown : undefined
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const can = (verb: string) => file.can.includes(verb)
  const open = file.posts.filter((post) => post.untilOn === null || post.untilOn > today)
  const named = (words: object) =>
    Object.entries(words).map(([value, label]) => ({ value, label: String(label) }))
  const part = (name: string, title: string, fields: ReactNode) =>
    can(name) && (
      <details open={refused?.form === name}>
        <summary>{title}</summary>
        <Form key={`${name} ${file.version} ${file.posts.length}`} name={name} refused={refused}>
          <Hidden name="act" value={name} />
          {fields}
          <FormActions>
            <SubmitButton kind="plain">{w.file.save}</SubmitButton>
          </FormActions>
        </Form>
      </details>
    )
  return (
    <Page
      title={file.fullName}
      lead={[file.title, file.unit?.name].filter(Boolean).join(', ')}
      crumbs={[{ title: w.list.title, to: '/can-bo' }]}
      actions={
        can('edit') && (
          <ButtonLink kind="main" to={`/can-bo/${file.id}/sua`}>
            {w.file.edit}
          </ButtonLink>
        )
      }
    >
      <PersonTabs personId={file.id} />
      <OpenParts file={file} />
      <Panel title={w.file.sensitive} flush>
        {shown && (
          <div className="panel-body">
            <Notice tone="good">{w.mask.shownFor}</Notice>
          </div>
        )}
        <SensitiveFacts shown={shown ?? file} />
        <div className="panel-body">
          {can('unmask') ? (
            <details open={refused?.form === 'unmask'}>
              <summary>{w.mask.showAll}</summary>
              <p className="quiet">{w.mask.lead}</p>
              <Form name="unmask" refused={refused} guards={false}>
                <Hidden name="act" value="unmask" />
                <Choices
                  name="fields"
                  label={w.mask.which}
                  multiple
                  required
                  defaultValue={sensitiveFields}
                  options={named(w.sensitive)}
                />
                <TextInput name="reason" label={w.mask.reason} hint={w.mask.reasonHint} required />
                <FormActions>
                  <SubmitButton>{w.mask.show}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          ) : (
            <p className="quiet">{w.mask.mayNot}</p>
          )}
        </div>
      </Panel>
      {can('addPost') && (
        <Panel title={w.file.enter}>
          {part(
            'addPost',
            w.file.addPost,
            <>
              <p className="quiet">{w.file.postLead}</p>
              <PostFields units={units} today={today} />
              <Checkbox name="isMain" label={w.file.isMain} defaultChecked />
            </>,
          )}
          {open.length > 0 &&
            part(
              'endPost',
              w.file.endPost,
              <>
                <Select
                  name="postId"
                  label={w.file.post}
                  options={open.map((post) => ({
                    value: post.id,
                    label: `${post.title}, ${post.unit.name}`,
                  }))}
                />
                <DayInput name="untilOn" label={w.file.untilOn} defaultValue={today} required />
                <Select name="endCause" label={w.file.endCause} options={named(w.endCauses)} />
                <TextInput name="document" label={w.file.document} />
              </>,
            )}
          {part(
            'addEducation',
            w.file.addEducation,
            <>
              <Select name="kind" label={w.file.kind} options={named(w.educationKinds)} />
              <TextInput name="level" label={w.file.level} />
              <TextInput name="field" label={w.file.field} />
              <DayInput name="grantedOn" label={w.file.grantedOn} />
            </>,
          )}
          {part(
            'setPrivate',
            w.mask.enter,
            <>
              <p className="quiet">{w.mask.enterLead}</p>
              <DayInput name="partyAdmittedOn" label={w.sensitive.party} />
              <DayInput name="partyOfficialOn" label={w.person.officialOn} />
              <TextInput name="ethnicity" label={w.sensitive.ethnicity} />
              <TextInput name="religion" label={w.sensitive.religion} />
              <TextInput
                name="citizenId"
                label={w.sensitive.citizenId}
                inputMode="numeric"
                autoComplete="off"
              />
              <TextInput name="reason" label={w.mask.enterReason} required />
            </>,
          )}
          {part(
            'addPlanning',
            w.mask.addPlanning,
            <>
              <TextInput name="term" label={w.mask.term} required />
              <TextInput name="post" label={w.mask.plannedPost} required />
              <DayInput name="decidedOn" label={w.mask.decidedOn} required />
              <TextInput name="document" label={w.mask.document} />
              <TextInput name="reason" label={w.mask.enterReason} required />
            </>,
          )}
          {part(
            'addRating',
            w.mask.addRating,
            <>
              <NumberInput name="year" label={w.mask.year} required />
              <Select name="level" label={w.mask.level} options={named(w.ratings).toReversed()} />
              <TextInput name="document" label={w.mask.document} />
              <TextInput name="reason" label={w.mask.enterReason} required />
            </>,
          )}
        </Panel>
      )}
    </Page>
  )
}
