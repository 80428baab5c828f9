import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { percentOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/study.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  studies: await api(context).attendance.study(),
  today: visit(context).today,
})

export default function StudyPage({ loaderData: { studies, today } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.study} lead={w.studyLead}>
      {studies.length === 0 && <Notice title={w.noStudy.title}>{w.noStudy.text}</Notice>}
      {studies.map((one) => (
        <Panel key={one.enrolmentId} title={`${one.code} · ${one.name}`}>
          <p>
            {one.recorded === 0
              ? w.nothingRecorded
              : w.attendedLine({
                  share: percentOf(one.recorded - one.missed, one.recorded),
                  missed: one.missed,
                  recorded: one.recorded,
                })}{' '}
            {one.standing !== 'good' && <strong>{w.standings[one.standing]}.</strong>}
          </p>
          {one.modules.length > 0 && (
            <ul>
              {one.modules.map((module) => (
                <li key={module.module}>
                  {w.moduleLine(module)}. {w.standings[module.standing]}.
                </li>
              ))}
            </ul>
          )}
          <h3>{w.nextTitle}</h3>
          {one.next.length === 0 ? (
            <p className="quiet">{w.noNext}</p>
          ) : (
            <ul className="rows">
              {one.next.map((session) => (
                <li key={session.id}>
                  <span>
                    {one.isMonitor && session.onDay <= today ? (
                      <Link to={`/buoi-hoc/${session.id}/diem-danh`}>{session.title}</Link>
                    ) : (
                      session.title
                    )}
                  </span>
                  <span className="quiet">
                    {w.weekday(session.onDay)},{' '}
                    {w.when({ on: session.onDay, part: session.part }).toLowerCase()}, {session.place}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {one.missedSessions.length > 0 && (
            <>
              <h3>{w.missedTitle}</h3>
              <ul className="rows">
                {one.missedSessions.map((session) => (
                  <li key={session.id}>
                    <span>{session.title}</span>
                    <span className="quiet">
                      {w.when({ on: session.onDay, part: session.part })}, {session.hours},{' '}
                      {session.cause === null ? w.absentUnknown : w.cause[session.cause]}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {one.absences.length > 0 && (
            <>
              <h3>{w.requests}</h3>
              <ul className="rows">
                {one.absences.map((asked) => (
                  <li key={asked.id}>
                    <span>
                      {w.kinds[asked.kind]}: {w.span(asked)}
                    </span>
                    <span className="quiet">
                      {w.states[asked.state]} {asked.decisionNote}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {one.leftOn === null && (
            <p>
              <ButtonLink to={`/vang-mat/moi?nguoi=${one.enrolmentId}`}>{w.askLeave}</ButtonLink>{' '}
              {one.isMonitor && <ButtonLink to="/diem-danh">{w.rollLinks}</ButtonLink>}
            </p>
          )}
        </Panel>
      ))}
    </Page>
  )
}
