import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/unit.page.ts'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const on = new URL(request.url).searchParams.get('on') ?? ''
  const unit = await api(context).units.get({
    unitId: Number(params.unitId),
    ...(/^\d{4}-\d\d-\d\d$/.test(on) && { on }),
  })
  return { unit }
}

export default function UnitPage({ loaderData: { unit } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const seesPeople = useCan('people.read')
  const seesRecord = useCan('audit.read')
  const newest = unit.versions.at(0)
  const last = unit.versions.find((one) => one.untilOn !== null)
  const lead = [
    unit.state === 'closed' && last?.untilOn
      ? w.page.closedLead({ on: printDay(last.untilOn as Day) })
      : w.states[unit.state],
    unit.became && unit.became.id !== unit.id && w.page.became({ name: unit.became.fullName }),
  ]
  return (
    <Page
      title={unit.fullName}
      lead={lead.filter(Boolean).join(' ')}
      crumbs={[
        { title: w.units, to: '/don-vi' },
        ...unit.path
          .filter((one) => one.id !== unit.id)
          .map((one) => ({ title: one.fullName, to: `/don-vi/${one.id}` })),
      ]}
      actions={(['rename', 'move', 'dissolve'] as const)
        .filter((verb) => unit.can.includes(verb))
        .map((verb) => (
          <ButtonLink key={verb} to={`/don-vi/${unit.id}/${paths[verb]}`}>
            {w.page[verb]}
          </ButtonLink>
        ))}
    >
      <Panel>
        <DescriptionList
          facts={[
            { term: w.code, value: unit.code },
            { term: w.kind, value: newest && w.kinds[newest.kind] },
            { term: w.level, value: newest && w.levels[newest.level] },
            { term: w.bloc, value: newest && w.blocs[newest.bloc] },
          ]}
        />
        <p>
          {seesPeople && <Link to={`/can-bo?unitId=${unit.id}`}>{w.page.people}</Link>}
          {seesPeople && seesRecord && ' · '}
          {seesRecord && <Link to={`/nhat-ky?tableName=unit&rowId=${unit.id}`}>{w.page.history}</Link>}
        </p>
      </Panel>

      <Panel title={w.page.namesTitle} flush>
        <ul className="rows">
          {unit.versions.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.fullName}</strong>
                {one.parentName && `, ${w.page.under({ name: one.parentName })}`}
                <br />
                <Basis change={one.opened} />
              </span>
              <span className="quiet figures">
                {w.page.period({
                  from: one.fromOn ? printDay(one.fromOn as Day) : w.page.sinceEver,
                  until: one.untilOn && printDay(one.untilOn as Day),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>

      <Relatives title={w.page.predecessors} none={w.page.noPredecessors} rows={unit.predecessors} />
      <Relatives title={w.page.successors} none={w.page.noSuccessors} rows={unit.successors} />

      <Panel title={w.page.holders} flush>
        {unit.holders.length === 0 && <p className="panel-body quiet">{w.page.noHolders}</p>}
        <ul className="rows">
          {unit.holders.map((one) => (
            <li key={`${one.accountId} ${one.role}`}>
              <span>{one.name}</span>
              <span className="quiet">{one.email}</span>
            </li>
          ))}
        </ul>
      </Panel>

      {unit.children.length > 0 && (
        <Panel title={w.page.children} flush>
          <ul className="rows">
            {unit.children.map((one) => (
              <li key={one.id}>
                <Link to={`/don-vi/${one.id}`}>{one.fullName}</Link>
                <span className="quiet">{one.code}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  )
}

const paths = { rename: 'doi-ten', move: 'chuyen', dissolve: 'ket-thuc' } as const

type Unit = Route.ComponentProps['loaderData']['unit']

/** The document that a change rests on; nothing where the book was begun later. */
function Basis({ change }: { change: Unit['versions'][number]['opened'] }) {
  const w = useWords(vi, en)
  if (!change.documentNumber || !change.documentOn) return null
  return (
    <span className="quiet">
      {w.page.basis({
        number: change.documentNumber,
        on: printDay(change.documentOn as Day),
        issuer: change.documentIssuer ?? '',
      })}
    </span>
  )
}

function Relatives({ title, none, rows }: { title: string; none: string; rows: Unit['predecessors'] }) {
  const w = useWords(vi, en)
  return (
    <Panel title={title} flush>
      {rows.length === 0 && <p className="panel-body quiet">{none}</p>}
      <ul className="rows">
        {rows.map((one) => (
          <li key={`${one.unitId} ${one.effectiveOn}`}>
            <span>
              <Link to={`/don-vi/${one.unitId}`}>{one.fullName}</Link>, {w.page.extents[one.extent]}
              {one.estimatedShare !== null &&
                one.extent !== 'whole' &&
                ` (${w.page.share({ percent: String(Math.round(one.estimatedShare * 100)) })})`}
              <br />
              <Basis change={one.change} />
            </span>
            <span className="quiet figures">{printDay(one.effectiveOn as Day)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
