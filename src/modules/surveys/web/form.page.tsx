import { redirect, useSearchParams } from 'react-router'
import * as z from 'zod'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { toProblem } from '../../../ui/problem.ts'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { definitionOf, fieldOf, typedForm } from '../rules/draft.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/form.page.ts'
import { Editor } from './editor.tsx'
import './forms.css'
import { Preview } from './preview.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).surveys.formVersion({ versionId: Number(params.versionId) })

const seen = z.object({ version: z.number() })

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { surveys } = api(context)
  const versionId = Number(params.versionId)
  const form = await request.formData()
  const act = form.get('act')
  if (act === 'next') {
    const next = await surveys.nextVersion({ versionId })
    return redirect(`/danh-gia/mau/${next.versionId}`)
  }
  if (act === 'publish' || act === 'drop')
    return submit(form, seen, async ({ version }) => {
      if (act === 'publish') await surveys.publish({ versionId, version })
      else await surveys.dropDraft({ versionId, version })
      return redirect(act === 'publish' ? `/danh-gia/mau/${versionId}` : '/danh-gia/mau')
    })
  return submit(form, typedForm.extend({ version: z.number() }), async ({ version, title, ...typed }) => {
    try {
      await surveys.saveDraft({ versionId, version, title: title ?? '', definition: definitionOf(typed) })
    } catch (error) {
      const found = toProblem(error)
      if (!found) throw error
      throw { ...found, fields: found.fields.map((one) => ({ ...one, path: fieldOf(one.path) })) }
    }
    return redirect(`/danh-gia/mau/${versionId}?luu=${version}`)
  })
}

export default function FormPage({ loaderData: found, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const [search] = useSearchParams()
  const isDraft = found.can.includes('edit')
  const refused = actionData as Refused | undefined
  return (
    <Page
      title={w.versionTitle(found)}
      lead={found.publishedAt === null ? w.draft : w.published({ by: found.publishedBy })}
      crumbs={[
        { title: w.campaigns, to: '/danh-gia' },
        { title: w.forms, to: '/danh-gia/mau' },
      ]}
      actions={
        found.can.includes('next') && (
          <Form guards={false}>
            <Hidden name="act" value="next" />
            <SubmitButton kind="plain">{w.next}</SubmitButton>
          </Form>
        )
      }
    >
      {found.needsConfirmation && <Notice title={w.toConfirmForm}>{found.source}</Notice>}
      {isDraft && search.has('luu') && !refused && <Notice tone="good">{w.saved}</Notice>}
      {isDraft ? (
        <Editor key={found.versionId} found={found} refused={refused} />
      ) : (
        <Panel title={w.preview}>
          <Preview title={found.title} definition={found.definition} />
        </Panel>
      )}
      {isDraft && (
        <Panel title={w.publish}>
          <p className="quiet">{w.publishText}</p>
          <Form name="publish" refused={refused} guards={false}>
            <Hidden name="act" value="publish" />
            <Hidden name="version" value={found.version} />
            <FormActions>
              <ConfirmButton title={w.publishTitle} text={w.publishText} confirm={w.publish}>
                {w.publish}
              </ConfirmButton>
            </FormActions>
          </Form>
          <Form name="drop" refused={refused} guards={false}>
            <Hidden name="act" value="drop" />
            <Hidden name="version" value={found.version} />
            <FormActions>
              <ConfirmButton kind="grave" title={w.dropTitle} text={w.dropText} confirm={w.drop}>
                {w.drop}
              </ConfirmButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
