import type { ReactNode } from 'react'
import { redirect, useLocation, useSearchParams } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Choices, DayInput, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import type { Values } from '../../../ui/form-context.ts'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import {
  educationInput,
  endPlanningInput,
  endPostInput,
  newPostInput,
  planningInput,
  privateInput,
  ratingInput,
  sensitiveFields,
  unmaskInput,
  withdrawEducationInput,
} from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/person.page.ts'
import { PostFields } from './person-fields.tsx'
import { isOwnPage, OpenParts, PersonTabs, printEducation, SensitiveFacts } from './person-parts.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  if (isOwnPage(visit(context).actor, Number(params.personId))) throw redirect('/toi')
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
  withdrawEducationInput.omit(own).extend({ act: z.literal('withdrawEducation') }),
  privateInput.omit(own).extend({ act: z.literal('setPrivate') }),
  planningInput.omit(own).extend({ act: z.literal('addPlanning') }),
  endPlanningInput.omit(own).extend({ act: z.literal('endPlanning') }),
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
      case 'withdrawEducation':
        await people.withdrawEducation({ ...input, personId })
        break
      case 'addPlanning':
        await people.addPlanning({ ...input, personId })
        break
      case 'endPlanning':
        await people.endPlanning({ ...input, personId })
        break
      case 'addRating':
        await people.addRating({ ...input, personId })
        break
    }
    return redirect(`/can-bo/${personId}?da=${input.act}`)
  })
}

export default function PersonPage({ loaderData: { file, units, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shown = actionData && 'shown' in actionData ? actionData.shown : undefined
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const [address] = useSearchParams()
  const saved = (w.file.saved as Record<string, string>)[address.get('da') ?? '']
  // Every answer begins with fresh forms: what was saved is not offered for saving again.
  const { key } = useLocation()
  const plannings = endablePlannings(shown, refused?.values)
  const can = (verb: string) => file.can.includes(verb)
  const open = file.posts.filter((post) => post.untilOn === null || post.untilOn > today)
  const named = (words: object) =>
    Object.entries(words).map(([value, label]) => ({ value, label: String(label) }))
  const part = (name: string, title: string, fields: ReactNode) =>
    can(name) && (
      <details key={`${name} ${key}`} className="act" open={refused?.form === name}>
        <summary>{title}</summary>
        <Form name={name} refused={refused}>
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
      {saved && !actionData && <Notice tone="good">{saved}</Notice>}
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
            <details key={key} className="act" open={refused?.form === 'unmask'}>
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
          {file.educations.length > 0 &&
            part(
              'withdrawEducation',
              w.file.withdrawEducation,
              <>
                <p className="quiet">{w.file.withdrawLead}</p>
                <Select
                  name="educationId"
                  label={w.file.withdrawn}
                  options={file.educations.map((one) => ({
                    value: one.id,
                    label: `${w.educationKinds[one.kind]}: ${printEducation(w, one)}`,
                  }))}
                />
                <TextInput name="reason" label={w.file.withdrawReason} required />
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
          {plannings.length > 0
            ? part(
                'endPlanning',
                w.mask.endPlanning,
                <>
                  {plannings.map((one) => (
                    <Hidden key={one.value} name={`${plannedAs}${one.value}`} value={one.label} />
                  ))}
                  <Select name="planningId" label={w.mask.endWhich} options={plannings} />
                  <DayInput name="removedOn" label={w.mask.removedOn} defaultValue={today} required />
                  <TextInput name="reason" label={w.mask.endReason} required />
                </>,
              )
            : can('endPlanning') && (
                <details key={`endPlanning ${key}`} className="act">
                  <summary>{w.mask.endPlanning}</summary>
                  <p className="quiet">{shown?.plannings ? w.mask.endNone : w.mask.endFirstShow}</p>
                </details>
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

// A planning is known to the page only while it is shown: the form carries its words along, so that a refusal finds them.
const plannedAs = 'planned.'

function endablePlannings(
  shown:
    | { plannings: { id: number; term: string; post: string; removedOn: string | null }[] | null }
    | undefined,
  typed: Values | undefined,
): { value: number; label: string }[] {
  if (shown)
    return (shown.plannings ?? [])
      .filter((one) => one.removedOn === null)
      .map((one) => ({ value: one.id, label: `${one.term}: ${one.post}` }))
  return Object.entries(typed ?? {})
    .filter(([name]) => name.startsWith(plannedAs))
    .map(([name, label]) => ({ value: Number(name.slice(plannedAs.length)), label: String(label) }))
}
