import { redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { noticeInput } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-notice.page.ts'
import { NoticeFields } from './notice-fields.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, z.object({ classId: z.number().optional() }))
  const { rows } = await api(context).classes.list({ state: 'coming', size: 100 })
  const own = view.classId ? await api(context).classes.get({ classId: view.classId }) : null
  const classes = own && !rows.some((row) => row.id === own.id) ? [own, ...rows] : rows
  return { view, classes: classes.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })) }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, noticeInput, async (input) => {
    const made = await api(context).nominations.makeNotice(input)
    return redirect(`/chieu-sinh/${made.id}/chi-tieu`)
  })

export default function NewNoticePage({ loaderData: { view, classes }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.makeNotice} crumbs={[{ title: w.notices, to: '/chieu-sinh' }]}>
      <Panel>
        <Form refused={actionData}>
          <Select
            name="classId"
            label={w.field.class}
            options={classes}
            defaultValue={view.classId}
            required
          />
          <NoticeFields />
          <FormActions>
            <SubmitButton>{w.makeNotice}</SubmitButton>
            <ButtonLink to="/chieu-sinh">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
