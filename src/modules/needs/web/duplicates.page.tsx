import { Link } from 'react-router'
import { useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/duplicates.page.ts'
import { RoundFrame } from './round-head.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const roundId = Number(params.roundId)
  const { needs } = api(context)
  const round = await needs.round({ roundId })
  return { round, duplicates: await needs.duplicates({ roundId }) }
}

export default function DuplicatesPage({ loaderData: { round, duplicates } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <RoundFrame round={round} lead={w.pages.duplicatesLead}>
      {duplicates.length === 0 ? (
        <p>{w.pages.duplicatesNone}</p>
      ) : (
        <Panel title={w.pages.duplicates} flush>
          <ul className="need-lines">
            {duplicates.map((one) => (
              <li key={one.personId}>
                <div className="need-line">
                  <p>
                    <Link to={`/can-bo/${one.personId}`}>{one.fullName}</Link>{' '}
                    <span className="quiet">{w.pages.duplicateKinds[one.kind]}</span>
                  </p>
                  {one.asks.map((ask) => (
                    <p key={ask.needId} className="quiet">
                      {ask.unitName}: {ask.programmeName}, {ask.modeName}
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </RoundFrame>
  )
}
