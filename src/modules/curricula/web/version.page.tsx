import { printNumber, printShare } from '../../../pure/share.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { hourKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/version.page.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) =>
  api(context).curricula.get({ curriculumId: Number(params.curriculumId) })

export default function VersionPage({ loaderData }: Route.ComponentProps) {
  const { curriculum, items, sums, total, practice } = loaderData
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number) => (value === 0 ? '' : printNumber(value, locale))
  const count = (kind: string) => items.filter((item) => item.kind === kind).length
  const name = w.versionName(curriculum)
  return (
    <Page
      title={curriculum.title}
      lead={`${name} · ${w.states[curriculum.state]}. ${w.lead({
        parts: count('part'),
        modules: count('module'),
        topics: count('topic'),
        hours: total,
        practice: printShare(practice, { decimals: 1, rounding: 'half-up', locale }),
      })}`}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: curriculum.programmeName, to: `/chuong-trinh/${curriculum.programmeId}` },
      ]}
      actions={<DownloadLink href={`/api/curricula/${curriculum.id}/xlsx`}>{w.pages.excel}</DownloadLink>}
    >
      <section className="table-panel table-wide" aria-label={w.pages.outline}>
        {items.length === 0 ? (
          <div className="empty">
            <h2>{w.pages.noItems}</h2>
            <p>{w.pages.noItemsText}</p>
          </div>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section className="table-box" aria-label={w.pages.outline} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {w.fields.number}
                  </th>
                  <th scope="col" className="first wraps">
                    {w.fields.content}
                  </th>
                  {hourKinds.map((kind) => (
                    <th key={kind} scope="col" className="to-right">
                      {w.hoursShort[kind]}
                    </th>
                  ))}
                  <th scope="col" className="to-right">
                    {w.fields.total}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.id} className={item.kind === 'part' ? 'group' : ''}>
                    <td className="number">{item.number}</td>
                    <th scope="row" className="first wraps">
                      {item.title}
                    </th>
                    {hourKinds.map((kind) => (
                      <td key={kind} className="to-right" data-title={w.hours[kind]}>
                        <span>{n(item.sums[kind])}</span>
                      </td>
                    ))}
                    <td className="to-right" data-title={w.fields.total}>
                      <span>{n(item.total)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td className="number" />
                  <td className="first">{w.fields.whole}</td>
                  {hourKinds.map((kind) => (
                    <td key={kind} className="to-right" data-title={w.hours[kind]}>
                      <span>{n(sums[kind])}</span>
                    </td>
                  ))}
                  <td className="to-right" data-title={w.fields.total}>
                    <span>{n(total)}</span>
                  </td>
                </tr>
              </tfoot>
            </table>
          </section>
        )}
      </section>
      <Panel title={w.pages.about} flush>
        <DescriptionList
          facts={[
            { term: w.fields.state, value: w.states[curriculum.state] },
            {
              term: w.fields.document,
              value:
                curriculum.documentNumber &&
                curriculum.documentOn &&
                curriculum.documentBy &&
                w.document({
                  number: curriculum.documentNumber,
                  on: curriculum.documentOn,
                  by: curriculum.documentBy,
                }),
            },
            { term: w.fields.period, value: w.period(curriculum) },
            { term: w.fields.frame, value: curriculum.frameTitle },
            { term: w.fields.goals, value: curriculum.goals },
            { term: w.fields.source, value: curriculum.source },
          ]}
        />
      </Panel>
    </Page>
  )
}
