import { data } from 'react-router'
import * as z from 'zod'
import { Button } from '../../../ui/button.tsx'
import { NumberInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/links.page.ts'
import './forms.css'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).surveys.campaign({ campaignId: Number(params.campaignId) })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, z.object({ links: z.number() }), async ({ links }) => {
    const campaignId = Number(params.campaignId)
    const { tokens } = await api(context).surveys.issue({ campaignId, links })
    const { toString: draw } = await import('qrcode')
    const { origin } = new URL(request.url)
    const slips = await Promise.all(
      tokens.map(async (token) => {
        const link = `${origin}/khao-sat/${token}`
        const svg = await draw(link, { type: 'svg', margin: 0 })
        return { link, qr: `data:image/svg+xml,${encodeURIComponent(svg)}` }
      }),
    )
    return data({ slips })
  })

export default function LinksPage({ loaderData: campaign, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const slips = actionData && 'slips' in actionData ? actionData.slips : []
  return (
    <Page
      title={w.links}
      lead={campaign.className}
      crumbs={[
        { title: w.campaigns, to: '/danh-gia' },
        { title: campaign.className, to: `/danh-gia/${campaign.id}` },
      ]}
    >
      {slips.length === 0 ? (
        <Panel>
          <p className="quiet">{w.linksText}</p>
          <Form refused={actionData && 'problem' in actionData ? actionData : undefined}>
            <NumberInput
              name="links"
              label={w.howMany}
              hint={w.issuedSoFar(campaign)}
              defaultValue={Math.max(1, campaign.expected - campaign.issued)}
              required
            />
            <FormActions>
              <SubmitButton>{w.makeLinks}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : (
        <>
          <Notice tone="good">{w.linksOnce}</Notice>
          <div className="form-steps without-print">
            <Button kind="main" onClick={() => print()}>
              {w.printSlips}
            </Button>
            <form method="post" action={`/danh-gia/${campaign.id}/lien-ket/excel`}>
              <input type="hidden" name="links" value={slips.map((one) => one.link).join('\n')} />
              <Button type="submit">{w.excel}</Button>
            </form>
          </div>
          <ol className="slips">
            {slips.map((slip) => (
              <li key={slip.link}>
                <img src={slip.qr} alt="" width={110} height={110} />
                <div>
                  <strong>{w.slipTitle}</strong>
                  <p>{w.slipText({ closesOn: campaign.closesOn })}</p>
                  <code>{slip.link}</code>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  )
}
