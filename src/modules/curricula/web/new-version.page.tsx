import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { makeInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-version.page.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { programmes, curricula } = api(context)
  const programmeId = Number(params.programmeId)
  const [programme, versions] = await Promise.all([
    programmes.get({ programmeId }),
    curricula.list({ programmeId }),
  ])
  return { programme, versions }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, makeInput.omit({ programmeId: true }), async (input) => {
    const programmeId = Number(params.programmeId)
    const { id } = await visit(context).api.curricula.make({ ...input, programmeId })
    return redirect(`/chuong-trinh/phien-ban/${id}`)
  })

export default function NewVersionPage({
  loaderData: { programme, versions },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  const frame = versions.find((one) => one.kind === 'frame' && one.state === 'approved')
  return (
    <Page
      title={w.make.title}
      lead={w.make.lead}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: programme.name, to: `/chuong-trinh/${programme.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Select
            name="kind"
            label={w.make.kind}
            defaultValue="school"
            options={Object.entries(w.make.kinds).map(([value, label]) => ({ value, label }))}
          />
          <Select
            name="startsFromId"
            label={w.make.from}
            none={w.make.fromNothing}
            defaultValue={frame?.id}
            options={versions.map((one) => ({ value: one.id, label: `${w.versionName(one)}: ${one.title}` }))}
          />
          <TextInput name="title" label={w.fields.title} hint={w.make.usualTitle} maxLength={300} />
          <TextInput name="source" label={w.fields.source} maxLength={500} />
          <FormActions>
            <SubmitButton>{w.make.submit}</SubmitButton>
            <ButtonLink to={`/chuong-trinh/${programme.id}`}>{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
