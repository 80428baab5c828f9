import { data, redirect } from 'react-router'
import { DayInput, Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { dissolveInput, moveInput, renameInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/change-unit.page.ts'
import { DocumentFields } from './document-fields.tsx'
import { NameFields, ParentField } from './unit-fields.tsx'

/** The last part of the address is what is to happen; all three are dated and rest on a document. */
const acts = { 'doi-ten': 'rename', chuyen: 'move', 'ket-thuc': 'dissolve' } as const
const actOf = (path: string) => acts[path as keyof typeof acts]

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const act = actOf(params.act)
  if (!act) throw data(null, { status: 404 })
  const [unit, { nodes }] = await Promise.all([
    api(context).units.get({ unitId: Number(params.unitId) }),
    api(context).units.tree({}),
  ])
  return { act, unit, units: nodes }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { units } = visit(context).api
  const unitId = Number(params.unitId)
  const done = () => redirect(`/don-vi/${unitId}`)
  switch (actOf(params.act)) {
    case 'rename':
      return submit(request, renameInput, async (input) => {
        await units.rename({ ...input, unitId })
        return done()
      })
    case 'move':
      return submit(request, moveInput, async (input) => {
        await units.move({ ...input, unitId })
        return done()
      })
    case 'dissolve':
      return submit(request, dissolveInput, async (input) => {
        await units.dissolve({ ...input, unitId })
        return done()
      })
  }
  throw data(null, { status: 404 })
}

export default function ChangeUnitPage({
  loaderData: { act, unit, units },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  // The oldest first: what is changed is the last.
  const last = unit.versions.at(-1)
  return (
    <Page
      title={w.page[act]}
      lead={act === 'dissolve' ? w.page.dissolveHint : unit.fullName}
      crumbs={[
        { title: w.units, to: '/don-vi' },
        { title: unit.fullName, to: `/don-vi/${unit.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="unitId" value={unit.id} />
          <Hidden name="version" value={unit.version} />
          {act === 'rename' && <NameFields known={last ?? {}} />}
          {act === 'move' && <ParentField units={units} except={unit.id} now={last?.parentId ?? null} />}
          <DayInput name="effectiveOn" label={act === 'dissolve' ? w.untilOn : w.page.effectiveOn} required />
          <DocumentFields />
          <TextInput name="reason" label={w.page.reason} required />
          <FormActions>
            <SubmitButton kind={act === 'dissolve' ? 'grave' : 'main'}>{w.page[act]}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
