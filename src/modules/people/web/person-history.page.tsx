import { Link } from 'react-router'
import { isDay, printDay } from '../../../pure/day.ts'
import { History } from '../../../ui/history.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { sensitiveFields } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/person-history.page.ts'
import { PersonTabs } from './person-parts.tsx'

// The service answers fifty lines of the record at a time.
const size = 50

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const personId = Number(params.personId)
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const { people } = api(context)
  const [file, history] = await Promise.all([people.get({ personId }), people.history({ personId, page })])
  return { file, page, ...history }
}

export default function PersonHistoryPage({
  loaderData: { file, page, rows, total, units },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const columns = w.historyOf.columns
  const wordsOf: Record<string, Record<string, string>> = {
    sex: w.sexes,
    cause: w.causes,
    end_cause: w.endCauses,
    kind: w.educationKinds,
    rank: w.ranks,
    placement: w.placements,
    field: w.fields,
    work_field: w.fields,
    unit_id: Object.fromEntries(units.map((unit) => [unit.id, unit.name])),
  }
  const print = (key: string, value: unknown) => {
    if (value === null || value === undefined || typeof value === 'boolean') return value ?? ''
    if (key === 'withdrawn_at') return printAt(String(value))
    return wordsOf[key]?.[String(value)] ?? (isDay(value) ? printDay(value) : String(value))
  }
  const changesOf = (before: Side, after: Side) =>
    Object.keys(columns)
      .filter((key) => key in (after ?? before ?? {}))
      .filter((key) => before !== null || (after?.[key] ?? '') !== '')
      .map((key) => ({
        field: columns[key] ?? key,
        before: print(key, before?.[key]),
        after: print(key, after?.[key]),
      }))
  const sensitiveName = (field: string) =>
    sensitiveFields.find((one) => one === field)
      ? w.sensitive[field as keyof typeof w.sensitive]
      : (columns[field] ?? field)
  return (
    <Page
      title={file.fullName}
      lead={[file.title, file.unit?.name].filter(Boolean).join(', ')}
      crumbs={[{ title: w.list.title, to: '/can-bo' }]}
    >
      <PersonTabs personId={file.id} />
      <Panel title={w.file.history} flush>
        <History
          entries={rows.map((line) => {
            const table = w.historyOf.tables[line.tableName] ?? line.tableName
            return {
              key: line.id,
              at: printAt(line.madeAt),
              who: line.accountName,
              act:
                // Of what is masked there is nothing to show on two sides.
                line.action === 'insert' || line.masked.length > 0
                  ? ('made' as const)
                  : line.action === 'delete'
                    ? ('removed' as const)
                    : ('changed' as const),
              title:
                line.action === 'read'
                  ? w.historyOf.read({ fields: line.masked.map(sensitiveName).join(', ') })
                  : table,
              reason: line.reason,
              changes:
                line.masked.length > 0
                  ? line.action === 'read'
                    ? []
                    : [
                        {
                          field: line.masked
                            .filter((key) => key in columns)
                            .map(sensitiveName)
                            .join(' · '),
                          before: '',
                          after: w.historyOf.maskedValue,
                        },
                      ]
                  : changesOf(withBirth(line.before), withBirth(line.after)),
            }
          })}
        />
        {total > size && (
          <p className="panel-body">
            {page > 1 && <Link to={`?page=${page - 1}`}>{w.historyOf.newer}</Link>}{' '}
            {page * size < total && <Link to={`?page=${page + 1}`}>{w.historyOf.older}</Link>}
          </p>
        )}
      </Panel>
    </Page>
  )
}

type Side = Record<string, unknown> | null

/** Day, year, month, precision and text of a birth as the one thing that they are: the day, else as it was written. */
function withBirth(side: Side): Side {
  if (side === null || !Object.keys(side).some((key) => key.startsWith('born_'))) return side
  const { born_on, born_text, born_month, born_year, ...rest } = side
  const inFigures = [born_month && String(born_month).padStart(2, '0'), born_year].filter(Boolean).join('/')
  return { ...rest, born: born_on ?? born_text ?? (inFigures || null) }
}
