import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { KeptFiles } from '../../../ui/kept-files.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { situationInput } from '../contract/situations.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/situation.page.ts'
import { SituationFields } from './situation-fields.tsx'
import './curricula.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { situations, lecturers } = api(context)
  const found = await situations.get({ situationId: Number(params.situationId) })
  if (!found.can.includes('edit')) return { found, fields: [], topics: [] }
  const [fields, topics] = await Promise.all([lecturers.fields(), situations.topics()])
  return { found, fields, topics }
}

const step = z.discriminatedUnion('act', [
  situationInput.extend({ act: z.literal('edit'), version: z.number() }),
  z.object({ act: z.literal('withdraw'), version: z.number() }),
  z.object({ act: z.literal('attach'), file: z.instanceof(File) }),
  z.object({ act: z.literal('detach'), fileId: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, step, async (input) => {
    const { situations } = visit(context).api
    const situationId = Number(params.situationId)
    if (input.act === 'edit') await situations.edit({ ...input, situationId })
    else if (input.act === 'withdraw') await situations.withdraw({ ...input, situationId })
    else if (input.act === 'attach') await situations.attach({ ...input, situationId })
    else await situations.detach({ ...input, situationId })
    return redirect(`/tinh-huong/${situationId}`)
  })

export default function SituationPage({
  loaderData: { found, fields, topics },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const f = w.bank.fields
  const refused = actionData as Refused | undefined
  return (
    <Page
      title={found.title}
      lead={[w.bank.kinds[found.kind], found.unitName ?? w.bank.school, found.fieldName]
        .filter(Boolean)
        .join(' · ')}
      crumbs={[{ title: w.bank.title, to: '/tinh-huong' }]}
    >
      <div className="curriculum-parts">
        <Panel title={f.text}>
          <p style={{ whiteSpace: 'pre-line' }}>{found.text}</p>
        </Panel>
        <Panel title={w.bank.use} flush>
          {found.belongsTo.length === 0 ? (
            <p className="panel-body quiet">{w.bank.noUse}</p>
          ) : (
            <DescriptionList
              facts={found.belongsTo.map((topic) => ({
                term: topic.title,
                value: topic.versions.map((one) => (
                  <div key={one.curriculumId}>
                    <Link to={`/chuong-trinh/phien-ban/${one.curriculumId}`}>{one.title}</Link>
                  </div>
                )),
              }))}
            />
          )}
        </Panel>
        <KeptFiles
          title={w.bank.files}
          files={found.files}
          address={`/api/situations/${found.id}/files`}
          mayChange={found.can.includes('attach')}
          refused={refused}
        />
        {found.can.includes('edit') && (
          <Panel title={w.bank.edit}>
            <Form key={found.version} name="edit" refused={refused}>
              <Hidden name="act" value="edit" />
              <Hidden name="version" value={found.version} />
              <SituationFields fields={fields} topics={topics} known={found} />
              <FormActions>
                <SubmitButton>{w.pages.save}</SubmitButton>
              </FormActions>
            </Form>
            {found.can.includes('withdraw') && (
              <Form name="withdraw" refused={refused} guards={false}>
                <Hidden name="act" value="withdraw" />
                <Hidden name="version" value={found.version} />
                <FormActions>
                  <ConfirmButton
                    kind="grave"
                    title={w.bank.withdraw}
                    text={w.bank.withdrawText}
                    confirm={w.bank.withdraw}
                  >
                    {w.bank.withdraw}
                  </ConfirmButton>
                </FormActions>
              </Form>
            )}
          </Panel>
        )}
      </div>
    </Page>
  )
}
