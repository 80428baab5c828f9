import { Link } from 'react-router'
import * as z from 'zod'
import { addDays, type Day, printDay } from '../../../pure/day.ts'
import { day } from '../../../pure/schema.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { en as accessEn } from '../../access/words.en.ts'
import { vi as accessVi } from '../../access/words.vi.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/unit.page.ts'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { on } = readSearch(request, z.object({ on: day.optional() }))
  const unit = await api(context).units.get({ unitId: Number(params.unitId), ...(on && { on }) })
  return { unit, asked: on ?? null }
}

export default function UnitPage({ loaderData: { unit, asked } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const seesPeople = useCan('people.read')
  const seesRecord = useCan('audit.read')
  const { on } = unit
  // The oldest version comes first. A closed unit shows its last, a coming one its first.
  const shown = unit.versions.findLast((one) => (one.fromOn ?? '') <= on) ?? unit.versions.at(0)
  const end = unit.versions.at(-1)?.untilOn
  const at = asked ? `?on=${printDay(asked as Day)}` : ''
  const lead = [
    asked && w.page.asOn({ on: asked as Day }),
    unit.state === 'closed' && end
      ? w.page.closedLead({ on: printDay(end as Day) })
      : `${w.states[unit.state]}.`,
    unit.became && unit.became.id !== unit.id && w.page.became({ name: unit.became.fullName }),
  ]
  return (
    <Page
      title={unit.fullName}
      lead={lead.filter(Boolean).join(' ')}
      crumbs={[
        { title: w.units, to: `/don-vi${at}` },
        ...unit.path
          .filter((one) => one.id !== unit.id)
          .map((one) => ({ title: one.fullName, to: `/don-vi/${one.id}${at}` })),
      ]}
      actions={(['rename', 'move', 'dissolve'] as const)
        .filter((verb) => unit.can.includes(verb))
        .map((verb) => (
          <ButtonLink key={verb} to={`/don-vi/${unit.id}/${paths[verb]}`}>
            {w.page[verb]}
          </ButtonLink>
        ))}
    >
      <Panel flush>
        <FilterBar>
          <DayInput name="on" label={w.page.onLabel} defaultValue={asked as Day | null} />
        </FilterBar>
        <DescriptionList
          facts={[
            { term: w.code, value: unit.code },
            { term: w.kind, value: shown && w.kinds[shown.kind] },
            { term: w.level, value: shown && w.levels[shown.level] },
            { term: w.bloc, value: shown && w.blocs[shown.bloc] },
            {
              term: w.parent,
              value: shown?.parentId && <Link to={`/don-vi/${shown.parentId}${at}`}>{shown.parentName}</Link>,
            },
            ...(seesPeople
              ? [
                  {
                    term: w.page.peopleTerm,
                    value: <Link to={`/can-bo?unitId=${unit.id}`}>{w.page.people}</Link>,
                  },
                ]
              : []),
            ...(seesRecord
              ? [
                  {
                    term: w.page.recordTerm,
                    value: <Link to={`/nhat-ky?tableName=unit&rowId=${unit.id}`}>{w.page.history}</Link>,
                  },
                ]
              : []),
          ]}
        />
      </Panel>

      <Panel title={w.page.namesTitle} flush>
        <ul className="rows">
          {unit.versions.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.fullName}</strong>
                {one.parentName && `, ${w.page.under({ name: one.parentName })}`}
                {one.fromOn && <Basis change={one.opened} />}
              </span>
              <span className="quiet figures">
                {w.page.period({
                  from: one.fromOn ? printDay(one.fromOn as Day) : w.page.sinceEver,
                  until: one.untilOn && printDay(addDays(one.untilOn as Day, -1)),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>

      {unit.predecessors.length > 0 && <Relatives title={w.page.predecessors} rows={unit.predecessors} />}
      {unit.successors.length > 0 && <Relatives title={w.page.successors} rows={unit.successors} />}
      {unit.state === 'closed' && unit.successors.length === 0 && (
        <p className="quiet">{w.page.noSuccessors}</p>
      )}
      {unit.holders && (unit.state === 'existing' || unit.holders.length > 0) && (
        <Holders rows={unit.holders} />
      )}

      {unit.children.length > 0 && (
        <Panel title={w.page.children} flush>
          <ul className="rows">
            {unit.children.map((one) => (
              <li key={one.id}>
                <Link to={`/don-vi/${one.id}${at}`}>{one.fullName}</Link>
                {one.code && <span className="quiet">{one.code}</span>}
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

/** The document that a change rests on, with a way to the whole reorganisation; nothing where the book was begun later. */
function Basis({ change }: { change: Unit['versions'][number]['opened'] }) {
  const w = useWords(vi, en)
  const seesReorganisations = useCan('reorganisations.read')
  if (!change.documentNumber || !change.documentOn) return null
  const text = w.page.basis({
    number: change.documentNumber,
    on: printDay(change.documentOn as Day),
    issuer: change.documentIssuer ?? '',
  })
  return (
    <>
      <br />
      <span className="quiet">
        {change.reorganisationId && seesReorganisations ? (
          <Link to={`/sap-xep/${change.reorganisationId}`}>{text}</Link>
        ) : (
          text
        )}
      </span>
    </>
  )
}

/** What the unit came from or went into, a part at a time. The other side opens on the day on which it was that. */
function Relatives({ title, rows }: { title: string; rows: Unit['predecessors'] }) {
  const w = useWords(vi, en)
  return (
    <Panel title={title} flush>
      <ul className="rows">
        {rows.map((one) => (
          <li key={`${one.unitId} ${one.effectiveOn}`}>
            <span>
              <Link to={`/don-vi/${one.unitId}`}>{one.fullName}</Link>, {w.page.extents[one.extent]}
              {one.estimatedShare !== null &&
                one.extent !== 'whole' &&
                ` (${w.page.share({ percent: String(Math.round(one.estimatedShare * 100)) })})`}
              <Basis change={one.change} />
            </span>
            <span className="quiet figures">{printDay(one.effectiveOn as Day)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Holders({ rows }: { rows: NonNullable<Unit['holders']> }) {
  const w = useWords(vi, en)
  const roles = useWords(accessVi, accessEn).roles
  return (
    <Panel title={w.page.holders} flush>
      {rows.length === 0 && <p className="panel-body quiet">{w.page.noHolders}</p>}
      <ul className="rows">
        {rows.map((one) => (
          <li key={`${one.accountId} ${one.role}`}>
            <span>
              {one.name}, {roles[one.role as keyof typeof roles] ?? one.role}
            </span>
            <span className="quiet">{one.email}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
