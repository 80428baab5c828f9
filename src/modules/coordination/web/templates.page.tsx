import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { templateInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/templates.page.ts'
import { PromiseFields } from './promise-fields.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => ({
  templates: await api(context).coordination.templates(),
  chosen: new URL(request.url).searchParams.get('mau'),
})

const form = templateInput.extend({ templateId: z.number().optional(), version: z.number().optional() })

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, form, async ({ templateId, version, ...input }) => {
    const { coordination } = api(context)
    if (templateId === undefined || version === undefined) await coordination.addTemplate(input)
    else await coordination.editTemplate({ ...input, templateId, version })
    return redirect('/phoi-hop/mau')
  })

export default function TemplatesPage({
  loaderData: { templates, chosen },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayManage = useCan('coordination.manage')
  const template = templates.find((one) => String(one.id) === chosen) ?? null
  const isOpen = mayManage && (template !== null || chosen === 'moi')
  return (
    <Page
      title={w.page.templates}
      lead={w.page.templatesLead}
      crumbs={[{ title: w.page.title, to: '/phoi-hop' }]}
      actions={mayManage && <ButtonLink to="/phoi-hop/mau?mau=moi">{w.page.addTemplate}</ButtonLink>}
    >
      {isOpen && (
        <Panel title={template?.title ?? w.page.newTemplate}>
          <Form key={chosen} refused={actionData}>
            {template && <Hidden name="templateId" value={template.id} />}
            {template && <Hidden name="version" value={template.version} />}
            <PromiseFields value={template} />
            <Checkbox name="isUsed" label={w.field.isUsed} defaultChecked={template?.isUsed ?? true} />
            <FormActions>
              <SubmitButton>{w.page.save}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      <Panel flush>
        <ul className="rows">
          {templates.map((one) => (
            <li key={one.id}>
              <span>
                {mayManage ? <Link to={`/phoi-hop/mau?mau=${one.id}`}>{one.title}</Link> : one.title}
                {(one.needsConfirmation || !one.isUsed) && (
                  <span className="remark quiet">
                    {[one.needsConfirmation && w.page.confirmIt, !one.isUsed && w.page.notUsed]
                      .filter(Boolean)
                      .join('; ')}
                  </span>
                )}
              </span>
              <span className="quiet">
                {w.side[one.side]} · {w.rule(one)}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
