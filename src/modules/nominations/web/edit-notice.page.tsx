import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { editNoticeInput } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-notice.page.ts'
import { NoticeFields } from './notice-fields.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).nominations.notice({ noticeId: Number(params.noticeId) })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editNoticeInput.omit({ noticeId: true }), async (input) => {
    await api(context).nominations.editNotice({ ...input, noticeId: Number(params.noticeId) })
    return redirect(`/chieu-sinh/${params.noticeId}`)
  })

export default function EditNoticePage({ loaderData: notice, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const back = `/chieu-sinh/${notice.id}`
  return (
    <Page
      title={w.editNotice}
      crumbs={[
        { title: w.notices, to: '/chieu-sinh' },
        { title: w.noticeTitle({ code: notice.classCode }), to: back },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={notice.version} />
          <NoticeFields notice={notice} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
            <ButtonLink to={back}>{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
