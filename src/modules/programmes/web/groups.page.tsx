import { redirect } from 'react-router'
import * as z from 'zod'
import { Hidden, NumberInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { groupInput, type programmeGroup } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/groups.page.ts'
import { namesOf } from './programme-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  groups: await api(context).programmes.groups(),
})

const fields = groupInput.extend({ synonyms: z.string().default(''), code: z.string() })

export const action = async ({ context, request }: Route.ActionArgs) => {
  const { programmes } = visit(context).api
  return submit(
    request,
    z.discriminatedUnion('act', [
      fields.extend({ act: z.literal('make') }),
      fields.extend({ act: z.literal('edit'), version: z.number() }),
    ]),
    async (input) => {
      const synonyms = namesOf(input.synonyms)
      if (input.act === 'make') await programmes.makeGroup({ ...input, synonyms })
      else await programmes.editGroup({ ...input, synonyms })
      return redirect('/chuong-trinh/nhom')
    },
  )
}

export default function GroupsPage({ loaderData: { groups }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('programmes.edit')
  return (
    <Page
      title={w.pages.groups}
      lead={w.pages.groupsLead}
      crumbs={[{ title: w.pages.list, to: '/chuong-trinh' }]}
    >
      {groups.map((group) => (
        <Panel key={group.code} title={locale === 'vi' ? group.name : group.nameEn}>
          <p className="quiet">{[group.code, ...group.synonyms].join('; ')}</p>
          {group.can.includes('edit') && (
            <details open={actionData?.form === group.code}>
              <summary>{w.pages.editGroup}</summary>
              <Form name={group.code} refused={actionData}>
                <Hidden name="act" value="edit" />
                <Hidden name="code" value={group.code} />
                <Hidden name="version" value={group.version} />
                <GroupFields group={group} />
                <FormActions>
                  <SubmitButton>{w.save}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
        </Panel>
      ))}
      {mayEdit && (
        <Panel title={w.pages.makeGroup}>
          <Form name="make" refused={actionData}>
            <Hidden name="act" value="make" />
            <TextInput
              name="code"
              label={w.fields.code}
              hint={w.hints.groupCode}
              width="short"
              autoComplete="off"
              required
            />
            <GroupFields order={(groups.at(-1)?.sortOrder ?? 0) + 10} />
            <FormActions>
              <SubmitButton>{w.pages.makeGroup}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}

function GroupFields({ group, order }: { group?: z.infer<typeof programmeGroup>; order?: number }) {
  const w = useWords(vi, en)
  return (
    <>
      <FieldRow>
        <TextInput name="name" label={w.fields.group} defaultValue={group?.name} maxLength={120} required />
        <TextInput
          name="nameEn"
          label={w.fields.nameEn}
          defaultValue={group?.nameEn}
          maxLength={120}
          required
        />
        <NumberInput
          name="sortOrder"
          label={w.fields.order}
          defaultValue={group?.sortOrder ?? order}
          required
        />
      </FieldRow>
      <TextArea
        name="synonyms"
        label={w.fields.synonyms}
        hint={w.hints.synonyms}
        rows={3}
        defaultValue={group?.synonyms.join('\n')}
      />
    </>
  )
}
