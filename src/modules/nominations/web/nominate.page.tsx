import { Link, Form as PlainForm, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { bases, nominateInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/nominate.page.ts'
import { Concerns } from './parts.tsx'

const search = z.object({ q: z.string().default(''), unitId: z.number().optional() })

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const noticeId = Number(params.noticeId)
  const view = readSearch(request, search)
  const { nominations } = api(context)
  const notice = await nominations.notice({ noticeId })
  const unitId = view.unitId ?? notice.quotas[0]?.unitId
  return {
    notice,
    view: { ...view, unitId },
    found: view.q === '' ? [] : await nominations.candidates({ noticeId, q: view.q, unitId }),
  }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, nominateInput.omit({ noticeId: true }), async (input) => {
    const made = await api(context).nominations.nominate({ ...input, noticeId: Number(params.noticeId) })
    return redirect(`/chieu-sinh/cu/${made.id}`)
  })

export default function NominatePage({
  loaderData: { notice, view, found },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const here = `/chieu-sinh/${notice.id}`
  return (
    <Page
      title={w.nominate}
      lead={w.nominateLead}
      crumbs={[
        { title: w.notices, to: '/chieu-sinh' },
        { title: w.noticeTitle({ code: notice.classCode }), to: here },
      ]}
      actions={<ButtonLink to="/nhap?kind=nominees">{w.byFile}</ButtonLink>}
    >
      <Panel title={w.search}>
        <PlainForm method="get" className="form">
          {notice.quotas.length > 1 && (
            <Select
              name="unitId"
              label={w.field.unit}
              defaultValue={view.unitId}
              options={notice.quotas.map((one) => ({ value: one.unitId, label: one.unit }))}
            />
          )}
          <TextInput name="q" type="search" label={w.search} hint={w.searchHint} defaultValue={view.q} />
          <FormActions>
            <SubmitButton>{w.search}</SubmitButton>
          </FormActions>
        </PlainForm>
      </Panel>
      {view.q !== '' && found.length === 0 && <Notice title={w.noCandidates}>{w.noCandidatesText}</Notice>}
      {found.map((one) => (
        <Panel key={one.personId} title={one.fullName}>
          <p>
            {[one.born.length === 10 ? printDay(one.born) : one.born, one.posts[0]?.title, one.unit]
              .filter(Boolean)
              .join(' · ')}{' '}
            <Link to={`/can-bo/${one.personId}`}>↗</Link>
          </p>
          <Concerns concerns={one.concerns} />
          {one.isNominated ? (
            <p className="quiet">{w.alreadyNominated}</p>
          ) : (
            <Form name={`nominate ${one.personId}`} refused={actionData} guards={false}>
              <Hidden name="personId" value={one.personId} />
              {view.unitId && <Hidden name="unitId" value={view.unitId} />}
              <FieldRow>
                <Select
                  name="basis"
                  label={w.field.basis}
                  defaultValue="held"
                  options={bases.map((value) => ({ value, label: w.bases[value] }))}
                />
                {one.posts.length > 1 && (
                  <Select
                    name="postId"
                    label={w.field.postId}
                    hint={w.hint.postId}
                    none="–"
                    options={one.posts.map((post) => ({
                      value: post.id,
                      label: `${post.title}, ${post.unit}`,
                    }))}
                  />
                )}
                <TextInput name="note" label={w.field.note} maxLength={1000} />
              </FieldRow>
              <Checkbox name="isForeign" label={w.field.isForeign} />
              <FormActions>
                <SubmitButton>{w.add}</SubmitButton>
              </FormActions>
            </Form>
          )}
        </Panel>
      ))}
    </Page>
  )
}
