import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/rounds.page.ts'
import './needs.css'

export const loader = async ({ context }: Route.LoaderArgs) => ({ rounds: await api(context).needs.rounds() })

export default function RoundsPage({ loaderData: { rounds } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayMake = useCan('needs.rounds')
  const make = mayMake && (
    <ButtonLink kind="main" to="/nhu-cau/moi">
      {w.pages.make}
    </ButtonLink>
  )
  return (
    <Page title={w.pages.rounds} lead={w.pages.roundsLead} actions={rounds.length > 0 && make}>
      {rounds.length === 0 && (
        <div className="empty">
          <h2>{w.pages.empty}</h2>
          <p>{mayMake ? w.pages.emptyText : w.pages.emptyForUnits}</p>
          {make && <div className="empty-action">{make}</div>}
        </div>
      )}
      {rounds.map((round) => (
        <Panel key={round.id}>
          <div className="need-round">
            <h2>
              <Link to={`/nhu-cau/${round.id}`}>{round.title}</Link>
            </h2>
            <p className="figures">
              <span className={`need-state need-state-${round.state}`}>{w.roundStates[round.state]}</span>{' '}
              {w.period(round)}. {w.pages.closes({ on: round.closesOn })}.{' '}
              {round.progress.asked > 0 && `${w.pages.progress(round.progress)}.`}
            </p>
            {round.own.length > 0 && (
              <ul className="rows">
                {round.own.map((own) => (
                  <li key={own.answerId}>
                    <Link to={`/nhu-cau/phieu/${own.answerId}`}>{own.unitName}</Link>
                    <span className={`need-state need-state-${own.state}`}>{w.answerStates[own.state]}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Panel>
      ))}
    </Page>
  )
}
