import { redirect } from 'react-router'
import * as z from 'zod'
import { DownloadLink } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { FileInput, Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { layout } from '../../files/contract.ts'
import { replaceInput, templateKind, templateKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/templates.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  templates: await api(context).documents.templates(),
})

const step = z.discriminatedUnion('act', [
  replaceInput.extend({ act: z.literal('replace') }),
  z.object({ act: z.literal('restore'), kind: templateKind, layout }),
])

export const action = async ({ context, request }: Route.ActionArgs) => {
  const { documents } = visit(context).api
  return submit(request, step, async (input) => {
    if (input.act === 'replace') await documents.replace(input)
    else await documents.restore(input)
    return redirect('/ke-hoach/mau-van-ban')
  })
}

export default function TemplatesPage({ loaderData: { templates }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const usedOf = ({ current }: One) =>
    current?.fileName ? w.own({ number: current.number, name: current.fileName }) : w.shipped
  const refused = actionData
  return (
    <Page title={w.title} lead={w.lead} crumbs={[{ title: w.plans, to: '/ke-hoach' }]}>
      <p className="quiet">{w.confirm}</p>
      {templateKinds.map((kind) => (
        <Panel key={kind} title={w.names[kind]}>
          {templates
            .filter((one) => one.kind === kind)
            .map((one) => (
              <details
                key={one.layout}
                className="act"
                open={refused?.form?.endsWith(`-${kind}-${one.layout}`)}
              >
                <summary>
                  {w.layouts[one.layout]}: {usedOf(one)}
                </summary>
                <Template one={one} refused={refused} />
              </details>
            ))}
        </Panel>
      ))}
    </Page>
  )
}

type One = Route.ComponentProps['loaderData']['templates'][number]

function Template({ one, refused }: { one: One; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const name = `${one.kind}-${one.layout}`
  const address = `/api/document-templates/${one.kind}/${one.layout}/file`
  return (
    <>
      <div className="form-actions">
        <DownloadLink href={address}>{w.download}</DownloadLink>
        {one.current && <DownloadLink href={`${address}?number=0`}>{w.downloadShipped}</DownloadLink>}
      </div>
      {one.can.includes('replace') && (
        <Form name={`replace-${name}`} refused={refused} hasFiles>
          <Hidden name="act" value="replace" />
          <Hidden name="kind" value={one.kind} />
          <Hidden name="layout" value={one.layout} />
          <FileInput name="file" label={w.file} accept=".docx" megabytes={2} required />
          <FormActions>
            <SubmitButton kind="plain">{w.replace}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {one.can.includes('restore') && (
        <Form name={`restore-${name}`} refused={refused} guards={false}>
          <Hidden name="act" value="restore" />
          <Hidden name="kind" value={one.kind} />
          <Hidden name="layout" value={one.layout} />
          <ConfirmButton title={w.restore} text={w.restoreText} confirm={w.restore}>
            {w.restore}
          </ConfirmButton>
        </Form>
      )}
      <details>
        <summary>{w.tags}</summary>
        <p className="quiet">{w.tagsHint}</p>
        <p>{one.tags.join(' · ')}</p>
      </details>
      {one.versions.length > 0 && (
        <details>
          <summary>{w.history}</summary>
          <ul>
            {one.versions.map((version) => (
              <li key={version.id}>
                {w.own({ number: version.number, name: version.fileName ?? w.back })},{' '}
                {[printAt(version.madeAt), version.madeBy].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
