import { redirect } from 'react-router'
import { addDays, type Day } from '../../../pure/day.ts'
import { NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldGroup, FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/act.page.ts'
import { type ActKind, kinds, madeBy, printed, Reading, typed } from './act-reading.ts'
import { options } from './unit-fields.tsx'
import { UnitChoices, UnitInput } from './unit-input.tsx'

const paths: Record<ActKind, string> = {
  merge: 'hop-nhat',
  absorb: 'nhap-vao',
  split: 'chia',
  partMoved: 'chuyen-mot-phan',
  rename: 'doi-ten',
  move: 'chuyen-cap-tren',
  dissolve: 'ket-thuc',
}

const lines = 8

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const reorganisation = await api(context).units.reorganisation({
    reorganisationId: Number(params.reorganisationId),
  })
  if (!reorganisation.can.includes('change')) throw redirect(`/sap-xep/${reorganisation.id}`)
  const [before, now] = await Promise.all([
    api(context).units.tree({ on: addDays(reorganisation.effectiveOn as Day, -1) }),
    api(context).units.tree({ on: reorganisation.effectiveOn }),
  ])
  const kind = kinds.find((one) => paths[one] === params.kind) ?? 'merge'
  return { reorganisation, kind, before: before.nodes, now: now.nodes }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const here = visit(context)
  const reorganisationId = Number(params.reorganisationId)
  return submit(request, typed, async (input) => {
    const draft = await here.api.units.reorganisation({ reorganisationId })
    const day = draft.effectiveOn as Day
    const [before, now] = await Promise.all([
      here.api.units.tree({ on: addDays(day, -1) }),
      here.api.units.tree({ on: day }),
    ])
    const reading = new Reading(draft.acts, before.nodes, now.nodes)
    const act = reading.act(input)
    if (reading.fields.length > 0 || act === null) throw here.refusal('input.wrong', reading.fields)
    await here.api.units.change({
      reorganisationId,
      version: input.version,
      title: draft.title,
      documentNumber: draft.documentNumber,
      documentOn: draft.documentOn,
      documentIssuer: draft.documentIssuer,
      effectiveOn: draft.effectiveOn,
      acts: [...draft.acts, act],
    })
    return redirect(`/sap-xep/${reorganisationId}`)
  })
}

export default function ActPage({
  loaderData: { reorganisation, kind, before, now },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const a = w.act
  const address = `/sap-xep/${reorganisation.id}/noi-dung`
  const recorded = reorganisation.acts.flatMap((one) => (one.act === 'record' ? [printed(one.unit)] : []))
  return (
    <Page
      title={a.add}
      lead={a.leads[kind]}
      crumbs={[
        { title: w.reorganisation.title, to: '/sap-xep' },
        { title: reorganisation.title, to: `/sap-xep/${reorganisation.id}` },
      ]}
    >
      <Tabs
        label={a.kind}
        tabs={kinds.map((one) => ({ title: a.kinds[one], to: `${address}/${paths[one]}` }))}
      />
      <Panel title={a.kinds[kind]}>
        <UnitChoices id="old-units" units={before} others={recorded} />
        <UnitChoices id="new-units" units={now} others={madeBy(reorganisation.acts).map(printed)} />
        <Form key={kind} refused={actionData}>
          <input type="hidden" name="act" value={kind} />
          <input type="hidden" name="version" value={reorganisation.version} />
          <ActFields kind={kind} />
          <TextInput name="clause" label={a.clause} hint={a.clauseHint} width="short" />
          <FormActions>
            <SubmitButton>{a.add}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}

function ActFields({ kind }: { kind: ActKind }) {
  const w = useWords(vi, en)
  const a = w.act
  const newUnit = (
    <FieldRow>
      <TextInput
        name="name"
        label={kind === 'merge' ? a.newName : a.nameFrom}
        hint={w.page.nameHint}
        required
      />
      <Select
        name="kind"
        label={w.kind}
        options={options(w.kinds)}
        none={kind === 'merge' ? a.kindOfFirst : a.sameKind}
      />
      <TextInput name="qualifier" label={w.page.qualifier} hint={w.page.qualifierHint} />
    </FieldRow>
  )
  switch (kind) {
    case 'merge':
      return (
        <>
          {newUnit}
          <UnitInput choices="new-units" name="into" label={w.parent} hint={a.parentHint} />
          <OldUnits withExtent />
        </>
      )
    case 'absorb':
      return (
        <>
          <UnitInput choices="new-units" name="into" label={a.survivor} hint={a.unitHint} required />
          <OldUnits />
        </>
      )
    case 'split':
      return (
        <>
          <UnitInput choices="old-units" name="unit" label={a.divided} hint={a.unitHint} required />
          <FieldGroup title={a.receivers}>
            {Array.from({ length: 4 }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing but their place
              <FieldRow key={at}>
                <UnitInput choices="new-units" name={`to.${at}.unit`} label={a.receiver} />
                <Select name={`to.${at}.kind`} label={w.kind} none={a.existing} options={options(w.kinds)} />
                <Select
                  name={`to.${at}.extent`}
                  label={a.extent}
                  options={options({ part: w.page.extents.part, remainder: w.page.extents.remainder })}
                />
                <NumberInput name={`to.${at}.share`} label={a.share} unit="%" />
              </FieldRow>
            ))}
          </FieldGroup>
        </>
      )
    case 'partMoved':
      return (
        <>
          <UnitInput choices="old-units" name="unit" label={a.giver} hint={a.unitHint} required />
          <UnitInput choices="new-units" name="into" label={a.taker} required />
          <NumberInput name="share" label={a.share} unit="%" />
        </>
      )
    case 'rename':
      return (
        <>
          <UnitInput choices="old-units" name="unit" label={a.unit} hint={a.unitHint} required />
          {newUnit}
        </>
      )
    case 'move':
      return (
        <>
          <UnitInput choices="old-units" name="unit" label={a.unit} hint={a.unitHint} required />
          <UnitInput choices="new-units" name="into" label={a.newParent} />
        </>
      )
    case 'dissolve':
      return <UnitInput choices="old-units" name="unit" label={a.unit} hint={a.unitHint} required />
  }
}

function OldUnits({ withExtent = false }: { withExtent?: boolean }) {
  const w = useWords(vi, en)
  const a = w.act
  return (
    <FieldGroup title={a.oldUnits}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing but their place
        <FieldRow key={at}>
          <UnitInput choices="old-units" name={`from.${at}.unit`} label={a.oldUnit({ number: at + 1 })} />
          {withExtent ? (
            <Select
              name={`from.${at}.extent`}
              label={a.extent}
              options={options({ ...w.page.extents, ceded: a.ceded })}
            />
          ) : (
            <input type="hidden" name={`from.${at}.extent`} value="whole" />
          )}
        </FieldRow>
      ))}
    </FieldGroup>
  )
}
