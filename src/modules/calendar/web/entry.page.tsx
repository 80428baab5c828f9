import { redirect } from 'react-router'
import * as z from 'zod'
import { yearOf } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { entryInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/entry.page.ts'
import { EntryFields } from './entry-fields.tsx'
import { unitsToWriteFor } from './units.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const entry = await api(context).calendar.get({ entryId: Number(params.entryId) })
  return { entry, units: entry.can.includes('edit') ? await unitsToWriteFor(visit(context)) : [] }
}

const editing = entryInput.extend({ act: z.literal('edit'), version: z.number() })
const removing = z.object({ act: z.literal('remove'), version: z.number() })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, z.discriminatedUnion('act', [editing, removing]), async (input) => {
    const { calendar } = api(context)
    const entryId = Number(params.entryId)
    if (input.act === 'remove') {
      await calendar.remove({ entryId, version: input.version })
      return redirect('/lich')
    }
    const { act: _act, ...entry } = input
    const unitId = await unitIdOf(visit(context), entry.unitId)
    const changed = await calendar.edit({ ...entry, entryId, unitId })
    return redirect(`/lich?nam=${yearOf(changed.fromOn)}`)
  })

export default function EntryPage({ loaderData: { entry, units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  const crumbs = [{ title: w.calendar, to: `/lich?nam=${yearOf(entry.fromOn)}` }]
  if (!entry.can.includes('edit'))
    return (
      <Page title={entry.title} crumbs={crumbs}>
        <Panel flush>
          <DescriptionList
            facts={[
              { term: w.field.kind, value: w.kind[entry.kind] },
              { term: w.field.fromOn, value: w.span({ fromOn: entry.fromOn, lastOn: entry.lastOn }) },
              { term: w.field.unit, value: entry.unit ?? w.everybody },
              { term: w.field.stopsTeaching, value: entry.stopsTeaching ? w.yes : w.no },
              { term: w.field.source, value: entry.source },
            ]}
          />
        </Panel>
      </Page>
    )
  return (
    <Page title={w.edit} lead={entry.title} crumbs={crumbs}>
      <Panel>
        <Form refused={actionData} name="edit">
          <Hidden name="act" value="edit" />
          <Hidden name="version" value={entry.version} />
          <EntryFields units={units} entry={entry} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
            <ButtonLink to="/lich">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
      <Panel title={w.remove}>
        <p className="quiet">{w.removeText}</p>
        <Form refused={actionData} name="remove" guards={false}>
          <Hidden name="act" value="remove" />
          <Hidden name="version" value={entry.version} />
          <FormActions>
            <ConfirmButton kind="grave" title={entry.title} text={w.removeText} confirm={w.removeConfirm}>
              {w.remove}
            </ConfirmButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
