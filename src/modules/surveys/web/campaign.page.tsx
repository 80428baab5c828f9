import { useEffect } from 'react'
import { redirect, useRevalidator } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput, Hidden, NumberInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useUnsaved } from '../../../ui/leave-guard.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { type qualityIndex, type SurveyResult, surveyCampaign } from '../contract.ts'
import { expectedEach, sheetsOf } from '../rules/dealing.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/campaign.page.ts'
import { CommentList, useMergedColumns } from './ratings.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const campaignId = Number(params.campaignId)
  const { surveys } = api(context)
  const campaign = await surveys.campaign({ campaignId })
  const isSettled = campaign.state === 'settled'
  const result = isSettled ? await surveys.results({ campaignId }) : null
  const quality = isSettled ? await surveys.quality({ campaignId }) : null
  const [parts, modules] = isSettled
    ? await Promise.all(
        (['part', 'module'] as const).map((by) => surveys.across({ by, campaignId, size: 100 })),
      )
    : []
  const link = campaign.sharedKey ? `${new URL(request.url).origin}/khao-sat/${campaign.sharedKey}` : null
  const { toString: draw } = await import('qrcode')
  const qr = link
    ? `data:image/svg+xml,${encodeURIComponent(await draw(link, { type: 'svg', margin: 1 }))}`
    : null
  return { campaign, result, quality, parts: [...(parts?.rows ?? []), ...(modules?.rows ?? [])], link, qr }
}

const step = z.object({ act: z.enum(['close', 'withdraw']), version: z.number() })
const changed = surveyCampaign.pick({ opensOn: true, closesOn: true, expected: true, version: true })

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const campaignId = Number(params.campaignId)
  const { surveys } = api(context)
  const form = await request.formData()
  const back = () => redirect(`/danh-gia/${campaignId}`)
  if (form.get('act') === 'change')
    return submit(form, changed, async (input) => {
      await surveys.change({ campaignId, ...input })
      return back()
    })
  return submit(form, step, async ({ act, version }) => {
    await surveys[act]({ campaignId, version })
    return back()
  })
}

const lookAgainMs = 20_000

/** While sheets come in, their number follows by itself; not in a window that nobody looks at, nor while something is typed. */
function useLive(isOpen: boolean) {
  const { revalidate } = useRevalidator()
  const unsaved = useUnsaved()
  useEffect(() => {
    if (!isOpen) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && unsaved.size === 0) revalidate()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [isOpen, revalidate, unsaved])
}

export default function CampaignPage({
  loaderData: { campaign, result, quality, parts, link, qr },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  useLive(campaign.state === 'open')
  const columns = useMergedColumns().filter(({ key }) => key !== 'campaigns' && key !== 'form')
  const sheets = sheetsOf(campaign.subjects, campaign.mostAsked)
  return (
    <Page
      title={campaign.title ? `${campaign.className}: ${campaign.title}` : campaign.className}
      lead={`${campaign.classCode} · ${campaign.formTitle}`}
      crumbs={[{ title: w.campaigns, to: '/danh-gia' }]}
      actions={
        result ? (
          <>
            <DownloadLink href={`/api/survey-campaigns/${campaign.id}/results/xlsx`}>{w.excel}</DownloadLink>
            <Letters
              address={`/api/survey-campaigns/${campaign.id}/results/letter`}
              letters={[{ title: w.word }]}
            />
          </>
        ) : (
          campaign.way === 'tokens' &&
          campaign.can.includes('change') && (
            <ButtonLink kind="main" to={`/danh-gia/${campaign.id}/lien-ket`}>
              {w.links}
            </ButtonLink>
          )
        )
      }
    >
      <Panel flush>
        <DescriptionList
          facts={[
            { term: w.state, value: w.states[campaign.state] },
            { term: w.period, value: w.until({ from: campaign.opensOn, to: campaign.closesOn }) },
            ...(campaign.closedOn ? [{ term: w.closedOn, value: printDay(campaign.closedOn) }] : []),
            { term: w.respondents, value: w.respondentsOf[campaign.respondents] },
            { term: w.answered, value: w.ofExpected(campaign) },
            ...(result && result.invalid > 0 ? [{ term: w.invalid, value: w.invalidCount(result) }] : []),
            ...(sheets > 1
              ? [
                  {
                    term: w.sheetsFact,
                    value: w.sheetsOf({
                      sheets,
                      each: expectedEach(campaign.subjects, campaign.mostAsked, campaign.expected),
                    }),
                  },
                ]
              : []),
            { term: w.evaluated, value: campaign.subjects.map((one) => one.label).join(' · ') },
          ]}
        />
      </Panel>
      {link && qr && (
        <Panel title={w.link}>
          <p className="quiet">{w.linkText}</p>
          <img src={qr} alt={w.link} width={220} height={220} />
          <p>
            <a href={link} style={{ overflowWrap: 'anywhere' }}>
              {link}
            </a>
          </p>
        </Panel>
      )}
      {campaign.can.includes('change') && (
        <Panel title={w.change}>
          <Form name="change" key={campaign.version} refused={actionData}>
            <Hidden name="act" value="change" />
            <Hidden name="version" value={campaign.version} />
            <FieldRow>
              <DayInput name="opensOn" label={w.opensOn} defaultValue={campaign.opensOn} required />
              <DayInput name="closesOn" label={w.closesOn} defaultValue={campaign.closesOn} required />
              <NumberInput name="expected" label={w.expected} defaultValue={campaign.expected} required />
            </FieldRow>
            <FormActions>
              <SubmitButton kind="plain">{w.change}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {(['close', 'withdraw'] as const)
        .filter((act) => campaign.can.includes(act))
        .map((act) => (
          <Panel key={act} title={w[act]}>
            <p className="quiet">
              {act === 'close' ? w.closeText : link ? w.withdrawShared : w.withdrawSingle}
            </p>
            <Form name={act} refused={actionData}>
              <Hidden name="act" value={act} />
              <Hidden name="version" value={campaign.version} />
              <FormActions>
                <SubmitButton kind={act === 'close' ? 'main' : 'plain'}>{w[act]}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        ))}
      {quality && <Quality quality={quality} />}
      {result && <Results result={result} />}
      {parts.length > 0 && (
        <>
          <DataTable
            name="survey-parts"
            title={w.byPart}
            rows={parts}
            total={parts.length}
            view={{ page: 1, size: parts.length }}
            rowKey={(row) => `${row.label} ${row.question}`}
            columns={[{ key: 'label', title: w.byPart, wraps: true, cell: (row) => row.label }, ...columns]}
            empty={{ title: w.byPart, text: w.noFigures }}
          />
          <p className="quiet">{w.byPartNote}</p>
        </>
      )}
    </Page>
  )
}

/** Criteria, overall index and bands by the regulation of the day on which the class ended. */
function Quality({ quality: { set, criteria, index } }: { quality: z.infer<typeof qualityIndex> }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const figure = (mean: number | null) => (mean === null ? '–' : printNumber(mean, locale, 2))
  const rows = [
    ...criteria.map((one) => ({ ...one, shown: `${one.shown}/${one.of}` })),
    { key: 'index', text: w.overall, shown: '', ...index },
  ]
  return (
    <>
      <DataTable
        name="survey-quality"
        title={w.quality(set)}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: rows.length }}
        rowKey={(row) => row.key}
        columns={[
          { key: 'text', title: w.criterion, wraps: true, cell: (row) => row.text },
          { key: 'shown', title: w.indicators, align: 'right', cell: (row) => row.shown },
          { key: 'mean', title: w.mean, align: 'right', cell: (row) => figure(row.mean) },
          { key: 'band', title: w.bands, cell: (row) => row.band?.[locale] ?? '–' },
        ]}
        empty={{ title: w.quality(set), text: w.noFigures }}
      />
      <p className="quiet">{set.bandsSource || w.quality(set)}</p>
    </>
  )
}

function Results({ result }: { result: SurveyResult }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale, 2))
  if (result.isHidden) return <Panel title={w.results}>{w.hiddenAll(result)}</Panel>
  const figures = result.items.filter((item) => item.comments.length === 0)
  return (
    <>
      <DataTable
        name="survey-results"
        title={w.results}
        rows={figures}
        total={figures.length}
        view={{ page: 1, size: figures.length }}
        rowKey={(item) => item.key}
        columns={[
          { key: 'item', title: w.item, wraps: true, cell: (item) => item.text },
          { key: 'subject', title: w.subject, wraps: true, cell: (item) => item.subject ?? '–' },
          {
            key: 'n',
            title: w.n,
            align: 'right',
            cell: (item) => (item.isHidden ? w.hiddenShort : item.n),
          },
          { key: 'mean', title: w.mean, align: 'right', cell: (item) => n(item.mean) },
          { key: 'spread', title: w.spread, align: 'right', cell: (item) => n(item.spread) },
          {
            key: 'counts',
            title: w.counts,
            wraps: true,
            cell: (item) =>
              item.isHidden
                ? w.hidden
                : item.counts.map((one) => `${one.label}:\u00a0${one.count}`).join(' · '),
          },
        ]}
        empty={{ title: w.results, text: w.noFigures }}
      />
      {result.items
        .filter((item) => item.comments.length > 0)
        .map((item) => (
          <Panel key={item.key} title={item.subject ? `${item.text} ${item.subject}` : item.text}>
            <p className="quiet">{w.commentsLead}</p>
            <CommentList comments={item.comments} />
          </Panel>
        ))}
    </>
  )
}
