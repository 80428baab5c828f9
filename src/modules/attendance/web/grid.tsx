import { type KeyboardEvent, type MouseEvent, memo, useEffect, useId, useRef, useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import type * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { Button } from '../../../ui/button.tsx'
import { useUnsaved } from '../../../ui/leave-guard.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { grid, mark, rollLearner, rollSession } from '../contract.ts'
import { type Letter, letters, meant } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Mark = z.infer<typeof mark>
type Session = z.infer<typeof rollSession>
type Learner = z.infer<typeof rollLearner>
/** What is to be recorded, and the version that was seen when it was typed. */
type Change = Pick<Mark, 'status' | 'missedHours' | 'cause'> & { seen: number | undefined }
type Row = Readonly<Record<number, Change>>
type Conflict = { sessionId: number; enrolmentId: number; theirs: Mark }

const isOpen = (session: Session, learner: Learner, today: Day) =>
  session.onDay <= today &&
  learner.enrolledOn <= session.onDay &&
  (learner.leftOn === null || learner.leftOn > session.onDay)

const letterOf = (one: Pick<Mark, 'status' | 'cause'>, unknown: string): string =>
  one.status === 'present' ? letters.present : one.cause === null ? unknown : letters[one.cause]

const textOf = (one: Pick<Mark, 'status' | 'cause' | 'missedHours'> | undefined, unknown: string): string =>
  one === undefined ? '' : `${letterOf(one, unknown)}${one.missedHours === null ? '' : ` ${one.missedHours}`}`

/**
 * Learners by sessions, for the keyboard. One cell holds a real input, so that whatever writes text (an input method, a phone) can
 * write; what it wrote is read and taken out again. What was typed stays here until it is saved, one request a session.
 */
export function Grid({ found, today }: { found: z.infer<typeof grid>; today: Day }) {
  const w = useWords(vi, en)
  const guardId = useId()
  const unsaved = useUnsaved()
  const { revalidate } = useRevalidator()
  const [at, setAt] = useState({
    row: 0,
    col: Math.max(
      0,
      found.sessions.findLastIndex((one) => one.onDay <= today),
    ),
  })
  const [changes, setChanges] = useState<Readonly<Record<number, Row>>>({})
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [said, setSaid] = useState<{ text: string; isWrong: boolean } | null>(null)
  const [isSaving, setSaving] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const mayRecord = found.can.includes('record')
  const marks = new Map<number, Record<number, Mark>>()
  for (const one of found.marks) {
    const row = marks.get(one.enrolmentId) ?? {}
    row[one.sessionId] = one
    marks.set(one.enrolmentId, row)
  }
  const count = Object.values(changes).reduce((sum, row) => sum + Object.keys(row).length, 0)

  useEffect(() => {
    if (count > 0) unsaved.add(guardId)
    else unsaved.delete(guardId)
    return () => void unsaved.delete(guardId)
  }, [count, guardId, unsaved])

  // The keyboard follows the cell: the input that had it is gone with the cell that was left.
  const isMoved = useRef(false)
  useEffect(() => {
    if (at && isMoved.current) box.current?.querySelector<HTMLElement>('.att-cell')?.focus()
    isMoved.current = true
  }, [at])

  const put = (enrolmentId: number, sessionId: number, change: Change | null) =>
    setChanges((all) => {
      const row = { ...all[enrolmentId] }
      if (change === null) delete row[sessionId]
      else row[sessionId] = change
      const { [enrolmentId]: _, ...others } = all
      return Object.keys(row).length === 0 ? others : { ...others, [enrolmentId]: row }
    })

  const typed = (text: string) => {
    const session = found.sessions[at.col]
    const learner = found.learners[at.row]
    if (!mayRecord || !session || !learner || !isOpen(session, learner, today)) return
    const now = marks.get(learner.enrolmentId)?.[session.id]
    const current = changes[learner.enrolmentId]?.[session.id]
    const seen = current ? current.seen : now?.version
    const key = text.slice(-1)
    setSaid(null)
    if (/^[0-9]$/.test(key)) {
      const base = current ?? now
      if (base?.status !== 'absent') return
      const missed = Number(key)
      put(learner.enrolmentId, session.id, {
        status: 'absent',
        cause: base.cause,
        missedHours: missed > 0 && missed < session.hours ? missed : null,
        seen,
      })
      return
    }
    const letter = meant(key)
    if (letter === null) return
    const change: Change = {
      status: letter === 'present' ? 'present' : 'absent',
      cause: letter === 'present' ? null : letter,
      missedHours: null,
      seen,
    }
    const isAsStored =
      now !== undefined &&
      now.status === change.status &&
      now.cause === change.cause &&
      now.missedHours === null
    put(learner.enrolmentId, session.id, isAsStored ? null : change)
  }

  const save = async () => {
    if (isSaving || count === 0) return
    setSaving(true)
    const met: Conflict[] = []
    let saved = 0
    let wrong: string | null = null
    for (const session of found.sessions) {
      const mine = Object.entries(changes).flatMap(([id, row]) => {
        const one = row[session.id]
        return one ? [{ enrolmentId: Number(id), ...one }] : []
      })
      if (mine.length === 0) continue
      const outcome = await send(session.id, mine)
      if (outcome.kind === 'saved') {
        saved += mine.length
        for (const one of mine) put(one.enrolmentId, session.id, null)
      } else if (outcome.kind === 'stale')
        met.push(
          ...outcome.theirs.map((theirs) => ({
            sessionId: session.id,
            enrolmentId: theirs.enrolmentId,
            theirs,
          })),
        )
      else wrong = outcome.sentence ?? w.notSaved
    }
    setConflicts(met)
    setSaid(wrong ? { text: wrong, isWrong: true } : { text: w.saved({ count: saved }), isWrong: false })
    setSaving(false)
    await revalidate()
  }

  const move = (rows: number, cols: number) =>
    setAt((now) => ({
      row: Math.min(found.learners.length - 1, Math.max(0, now.row + rows)),
      col: Math.min(found.sessions.length - 1, Math.max(0, now.col + cols)),
    }))

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      void save()
      return
    }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      move(...step)
    } else if (event.key === 'Home') move(0, -9999)
    else if (event.key === 'End') move(0, 9999)
    else if (event.key === 'Escape') {
      const [learner, session] = [found.learners[at.row], found.sessions[at.col]]
      if (learner && session) put(learner.enrolmentId, session.id, null)
    }
  }

  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest('td')
    if (!cell) return
    box.current?.querySelector<HTMLElement>('.att-cell')?.focus()
    setAt({ row: Number(cell.dataset.row), col: Number(cell.dataset.col) })
  }
  const nameOf = (id: number) => found.learners.find((one) => one.enrolmentId === id)?.fullName ?? ''
  return (
    <section className="table-panel" aria-label={w.title}>
      {conflicts.length > 0 && (
        <Notice tone="wrong" title={w.staleTitle}>
          <ul className="plain-list">
            {conflicts.map((one) => {
              const mine = changes[one.enrolmentId]?.[one.sessionId]
              const done = () => setConflicts((all) => all.filter((other) => other !== one))
              return (
                <li key={`${one.sessionId} ${one.enrolmentId}`}>
                  {w.theirs({
                    name: nameOf(one.enrolmentId),
                    theirs: textOf(one.theirs, w.absentShort),
                    mine: textOf(mine, w.absentShort),
                  })}{' '}
                  <Button
                    onClick={() => {
                      if (mine) put(one.enrolmentId, one.sessionId, { ...mine, seen: one.theirs.version })
                      done()
                    }}
                  >
                    {w.keepMine}
                  </Button>{' '}
                  <Button
                    onClick={() => {
                      put(one.enrolmentId, one.sessionId, null)
                      done()
                    }}
                  >
                    {w.takeTheirs}
                  </Button>
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      {mayRecord && (
        <div className="att-tools">
          <Button
            kind="main"
            onClick={() => void save()}
            aria-disabled={count === 0 || isSaving || undefined}
          >
            {isSaving ? w.saving : w.saveChanges({ count })}
          </Button>
          {count > 0 && <Button onClick={() => setChanges({})}>{w.undo}</Button>}
          <span role="status" className={said?.isWrong ? 'field-error' : 'quiet'}>
            {said?.text}
          </span>
        </div>
      )}
      <ul className="att-legend quiet">
        {(Object.keys(letters) as Letter[]).map((one) => (
          <li key={one}>
            <strong>{letters[one]}</strong> {w.letterNames[one]}
          </li>
        ))}
        {mayRecord && <li>{w.keys}</li>}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the one input of the grid; a click only moves it */}
      <div className="att-scroll" ref={box} onKeyDown={onKeyDown} onClick={onClick}>
        <table className="att-grid" aria-label={w.title}>
          <thead>
            <tr>
              <th scope="col">{w.learner}</th>
              {found.sessions.map((one) => (
                <th key={one.id} scope="col" title={one.title}>
                  <Link to={`/buoi-hoc/${one.id}/diem-danh`} tabIndex={-1}>
                    {w.weekday(one.onDay)}
                    <br />
                    {printDay(one.onDay).slice(0, 5)}
                    <br />
                    {w.part[one.part]}
                    <br />
                    {one.hours}t
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.learners.map((learner, row) => (
              <LearnerRow
                key={learner.enrolmentId}
                {...{ learner, row, today, mayRecord }}
                sessions={found.sessions}
                marks={marks.get(learner.enrolmentId)}
                stored={storedKey(marks.get(learner.enrolmentId))}
                changes={changes[learner.enrolmentId]}
                active={at.row === row ? at.col : -1}
                typed={at.row === row ? typed : noText}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const noText = () => {}
const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
const storedKey = (marks: Record<number, Mark> | undefined): string =>
  Object.values(marks ?? {})
    .map((one) => `${one.sessionId}.${one.version}`)
    .join()

type RowProps = {
  learner: Learner
  row: number
  sessions: readonly Session[]
  marks: Record<number, Mark> | undefined
  /** What is stored, in one word: the row is drawn anew only when it changes. */
  stored: string
  changes: Row | undefined
  active: number
  today: Day
  mayRecord: boolean
  typed: (text: string) => void
}

const LearnerRow = memo(
  function LearnerRow({ learner, row, sessions, marks, changes, active, today, mayRecord, typed }: RowProps) {
    const w = useWords(vi, en)
    return (
      <tr>
        <th scope="row">
          {learner.number}. {learner.fullName}
        </th>
        {sessions.map((session, col) => {
          const change = changes?.[session.id]
          const shown = change ?? marks?.[session.id]
          const isFree = isOpen(session, learner, today)
          const name = [
            shown === undefined && !isFree && 'att-not',
            shown?.status === 'absent' && 'att-missed',
            change && 'att-changed',
          ]
            .filter(Boolean)
            .join(' ')
          const text = textOf(shown, w.absentShort)
          return (
            <td key={session.id} className={name || undefined} data-row={row} data-col={col}>
              {active === col ? (
                <Cell
                  {...{ text, typed }}
                  isReadOnly={!mayRecord || !isFree}
                  label={w.cellOf({
                    name: learner.fullName,
                    on: session.onDay,
                    part: session.part,
                    said: shown === undefined ? w.notRecorded : saidOf(w, shown, session.hours),
                  })}
                />
              ) : (
                text
              )}
            </td>
          )
        })}
      </tr>
    )
  },
  (a, b) =>
    a.stored === b.stored &&
    a.changes === b.changes &&
    a.active === b.active &&
    a.typed === b.typed &&
    a.sessions === b.sessions &&
    a.learner === b.learner,
)

function saidOf(
  w: typeof vi | ReturnType<typeof useWords<typeof vi>>,
  one: Pick<Mark, 'status' | 'cause' | 'missedHours'>,
  hours: number,
): string {
  const word =
    one.status === 'present'
      ? w.letterNames.present
      : one.cause === null
        ? w.absentUnknown
        : w.letterNames[one.cause]
  return one.missedHours === null ? word : `${word}, ${w.hoursMissed({ missed: one.missedHours, hours })}`
}

/** The cell that has the keyboard. Written text is read once an input method has finished with it, and shown as the cell's letter. */
function Cell({
  text,
  label,
  isReadOnly,
  typed,
}: {
  text: string
  label: string
  isReadOnly: boolean
  typed: (text: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current) field.current.value = text
  })
  const take = (input: HTMLInputElement) => {
    const written = input.value.replace(text, '')
    input.value = text
    if (written !== '') typed(written)
  }
  return (
    <input
      ref={field}
      className="att-cell"
      type="text"
      autoComplete="off"
      aria-label={label}
      defaultValue={text}
      readOnly={isReadOnly}
      onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
      onInput={(event) => {
        if (!(event.nativeEvent as InputEvent).isComposing) take(event.currentTarget)
      }}
      onCompositionEnd={(event) => take(event.currentTarget)}
    />
  )
}

type Outcome =
  | { kind: 'saved' }
  | { kind: 'stale'; theirs: Mark[] }
  | { kind: 'wrong'; sentence: string | null }

/** One session, one request: only what changed. */
async function send(
  sessionId: number,
  mine: readonly (Change & { enrolmentId: number })[],
): Promise<Outcome> {
  try {
    const answer = await fetch(`/api/class-sessions/${sessionId}/attendance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        marks: mine.map(({ seen, ...one }) => ({ ...one, ...(seen !== undefined && { version: seen }) })),
      }),
    })
    if (answer.ok) return { kind: 'saved' }
    const problem = (await answer.json()) as { code?: string; title?: string; params?: { current?: Mark[] } }
    return problem.code === 'attendance.stale' && problem.params?.current
      ? { kind: 'stale', theirs: problem.params.current }
      : { kind: 'wrong', sentence: problem.title ?? null }
  } catch {
    // No network: everything that was typed is still there.
    return { kind: 'wrong', sentence: null }
  }
}
