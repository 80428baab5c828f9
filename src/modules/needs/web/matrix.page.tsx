import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { matrixInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/matrix.page.ts'
import { RoundFrame } from './round-head.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const roundId = Number(params.roundId)
  const view = readSearch(request, matrixInput)
  const { needs } = api(context)
  const round = await needs.round({ roundId })
  return { round, view, matrix: await needs.matrix({ roundId, ...view }) }
}

export default function MatrixPage({ loaderData: { round, view, matrix } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const filter = new URLSearchParams({
    by: view.by,
    answers: view.answers,
    ...(view.targetGroup && { targetGroup: view.targetGroup }),
  })
  const file = (kind: 'xlsx' | 'docx') => `/api/need-rounds/${round.id}/matrix/${kind}?${filter}`
  return (
    <RoundFrame
      round={round}
      lead={w.pages.matrixLead({
        total: matrix.total,
        before: matrix.totalBefore,
        beforeTitle: matrix.beforeTitle,
      })}
      actions={
        <>
          <DownloadLink href={file('xlsx')}>{w.pages.excel}</DownloadLink>
          <DownloadLink href={file('docx')}>{w.pages.word}</DownloadLink>
        </>
      }
    >
      {matrix.undecided > 0 && (
        <Notice>
          {w.pages.undecided({ count: matrix.undecided })}{' '}
          <Link to={`/nhu-cau/${round.id}/chia-tach`}>{w.pages.decide}</Link>
        </Notice>
      )}
      <FilterBar>
        <Select
          name="by"
          label={w.pages.byLabel}
          defaultValue={view.by}
          options={[
            { value: 'asked', label: w.pages.byAsked },
            { value: 'today', label: w.pages.byToday },
          ]}
        />
        <Select
          name="answers"
          label={w.pages.answersLabel}
          defaultValue={view.answers}
          options={[
            { value: 'all', label: w.pages.answersAll },
            { value: 'confirmed', label: w.pages.answersConfirmed },
          ]}
        />
        <Select
          name="targetGroup"
          label={w.pages.groupLabel}
          none={w.pages.anyGroup}
          defaultValue={view.targetGroup}
          options={matrix.groups.map((group) => ({ value: group.code, label: group.name }))}
        />
      </FilterBar>
      <ByProgramme roundId={round.id} matrix={matrix} filter={filter} />
      {matrix.units.length > 0 && <ByUnit roundId={round.id} matrix={matrix} filter={filter} />}
      {matrix.groups.length > 0 && <ByGroup roundId={round.id} matrix={matrix} filter={filter} />}
    </RoundFrame>
  )
}

type Matrix = Route.ComponentProps['loaderData']['matrix']
type Part = { roundId: number; matrix: Matrix; filter: URLSearchParams }

// On phones the rows are cards, and a browser then forgets that this is a table. The roles say it again.
const role = (name: string) => ({ role: name })

const linesAt = ({ roundId, filter }: Part, more: Record<string, string | number>) => {
  const address = new URLSearchParams(filter)
  for (const [name, value] of Object.entries(more)) address.set(name, String(value))
  return `/nhu-cau/${roundId}/tung-dong?${address}`
}

function ByProgramme(part: Part) {
  const { matrix } = part
  const w = useWords(vi, en)
  const locale = useLocale()
  const scrolls = useShellWords().table.scrolls({ title: w.pages.byProgramme })
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  const heads = [
    w.fields.heads,
    w.fields.unitCount,
    w.fields.before,
    w.fields.difference,
    w.fields.lacking,
    w.fields.unknown,
    w.fields.named,
  ]
  return (
    <Panel title={w.pages.byProgramme} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-label={scrolls} tabIndex={0}>
        <table className="table" {...role('table')}>
          <thead {...role('rowgroup')}>
            <tr {...role('row')}>
              <th scope="col" {...role('columnheader')}>
                {w.fields.programme}
              </th>
              {heads.map((title) => (
                <th key={title} scope="col" className="to-right" {...role('columnheader')}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...role('rowgroup')}>
            {matrix.programmes.map((one) => (
              <tr key={one.id} {...role('row')}>
                <th scope="row" className="wraps" {...role('rowheader')}>
                  {one.heads > 0 ? (
                    <Link to={linesAt(part, { programmeId: one.id })}>{one.name}</Link>
                  ) : (
                    one.name
                  )}
                </th>
                {[
                  n(one.heads),
                  n(one.units),
                  n(one.before),
                  one.heads === one.before
                    ? '0'
                    : `${one.heads > one.before ? '+' : '−'}${n(Math.abs(one.heads - one.before))}`,
                  n(one.lacking),
                  n(one.unknown),
                  n(one.named),
                ].map((text, i) => (
                  <td key={heads[i]} className="to-right figures" data-title={heads[i]} {...role('cell')}>
                    <span>{text}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot {...role('rowgroup')}>
            <tr {...role('row')}>
              <td {...role('cell')}>
                <span>{w.fields.total}</span>
              </td>
              <td className="to-right figures" data-title={w.fields.heads} {...role('cell')}>
                <span>{n(matrix.total)}</span>
              </td>
              <td {...role('cell')} />
              <td className="to-right figures" data-title={w.fields.before} {...role('cell')}>
                <span>{n(matrix.totalBefore)}</span>
              </td>
              <td colSpan={4} {...role('cell')} />
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="quiet panel-body">{w.pages.lackingNote}</p>
    </Panel>
  )
}

function ByUnit(part: Part) {
  const { matrix } = part
  const w = useWords(vi, en)
  const locale = useLocale()
  const scrolls = useShellWords().table.scrolls({ title: w.pages.byUnit })
  const n = (value: number) => (value === 0 ? '' : printNumber(value, locale))
  const shown = matrix.programmes.filter((one) => one.heads > 0)
  const heads = new Map(matrix.cells.map((cell) => [`${cell.unitId} ${cell.programmeId}`, cell.heads]))
  return (
    <Panel title={w.pages.byUnit} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box need-matrix" aria-label={scrolls} tabIndex={0}>
        <table className="table" {...role('table')}>
          <thead {...role('rowgroup')}>
            <tr {...role('row')}>
              <th scope="col" {...role('columnheader')}>
                {w.fields.unit}
              </th>
              {shown.map((one) => (
                <th key={one.id} scope="col" className="to-right" {...role('columnheader')}>
                  {one.name}
                </th>
              ))}
              <th scope="col" className="to-right" {...role('columnheader')}>
                {w.fields.total}
              </th>
              <th scope="col" className="to-right" {...role('columnheader')}>
                {w.fields.before}
              </th>
            </tr>
          </thead>
          <tbody {...role('rowgroup')}>
            {matrix.units.map((unit) => (
              <tr key={unit.id} {...role('row')}>
                <th scope="row" className="wraps" {...role('rowheader')}>
                  {unit.name}
                </th>
                {shown.map((one) => {
                  const value = heads.get(`${unit.id} ${one.id}`)
                  return (
                    <td
                      key={one.id}
                      className={value ? 'to-right figures' : 'need-none'}
                      data-title={one.name}
                      {...role('cell')}
                    >
                      <span>
                        {value && (
                          <Link to={linesAt(part, { programmeId: one.id, unitId: unit.id })}>{n(value)}</Link>
                        )}
                      </span>
                    </td>
                  )
                })}
                <td className="to-right figures" data-title={w.fields.total} {...role('cell')}>
                  <span>{n(unit.heads)}</span>
                </td>
                <td className="to-right figures" data-title={w.fields.before} {...role('cell')}>
                  <span>{n(unit.before)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function ByGroup(part: Part) {
  const w = useWords(vi, en)
  const locale = useLocale()
  return (
    <Panel title={w.pages.byGroup} flush>
      <ul className="rows">
        {part.matrix.groups.map((group) => (
          <li key={group.code}>
            <Link to={linesAt(part, { targetGroup: group.code })}>{group.name}</Link>
            <span className="figures">{printNumber(group.heads, locale)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
