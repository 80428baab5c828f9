import type * as z from 'zod'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { VerdictInWords } from '../../../ui/verdict.tsx'
import type { Criterion, Result, Verdict } from '../contract/verdict.ts'
import type { concern, outcome } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './nominations.css'

/** The verdict on each criterion in a word; what is met is not said one by one. */
export function Chips({
  chips,
  overall,
}: {
  chips: readonly { criterion: Criterion; result: Result }[]
  overall: 'met' | 'unmet' | 'unknown' | 'notJudged' | null
}) {
  const w = useWords(vi, en)
  const open = chips.filter((chip) => chip.result !== 'met')
  return (
    <ul className="chips">
      {overall && <li className={`chip-${overall}`}>{w.overalls[overall]}</li>}
      {open.map((chip) => (
        <li key={chip.criterion} className={`chip-${chip.result}`}>
          {w.criteria[chip.criterion]}: {w.results[chip.result]}
        </li>
      ))}
    </ul>
  )
}

export function Concerns({ concerns }: { concerns: readonly z.infer<typeof concern>[] }) {
  const w = useWords(vi, en)
  return concerns.map((one) => (
    <span key={`${one.kind} ${one.about}`} className="nomination-concern">
      {w.concern[one.kind](one)}
    </span>
  ))
}

/** A verdict as the house shows verdicts. */
export function useVerdictWords(): (verdict: Verdict) => VerdictInWords {
  const w = useWords(vi, en)
  return ({ criterion, result, evidence, source, missing, from, waivedBy }) => ({
    key: criterion,
    criterion: w.criterionLong[criterion],
    result,
    evidence: [
      evidence ? w.evidence[evidence.code](evidence.params) : w.hidden,
      waivedBy ? w.waivedBy(waivedBy) : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(source && { source: w.source({ ...source, toConfirm: source.tag === 'toConfirm' }) }),
    ...(missing && from && { todo: w.todo({ missing: w.missing[missing], from: w.from[from] }) }),
  })
}

type Outcome = z.infer<typeof outcome>

/** What a step would do to each of the chosen, and the button that does it; or what it has done. */
export function OutcomePanel({
  outcome,
  act,
  title,
  items,
  carried,
}: {
  outcome: Outcome
  /** The step as the action knows it. */
  act: string
  title: string
  items: readonly { nominationId: number; version: number }[]
  /** What was typed with it. */
  carried: Readonly<Record<string, string>>
}) {
  const w = useWords(vi, en)
  const chosen = new Map(items.map((one) => [one.nominationId, one.version]))
  const doable = outcome.rows.filter((row) => row.problem === null)
  if (!outcome.isPreview)
    return (
      <Notice tone="good">
        {w.done(outcome)}
        <Refusals outcome={outcome} />
      </Notice>
    )
  return (
    <Panel title={w.previewTitle({ act: title })}>
      <p>{doable.length === 0 ? w.previewNobody : w.previewText(outcome)}</p>
      {doable.length > 0 && <p>{doable.map((row) => `${row.fullName} (${row.unit})`).join('; ')}</p>}
      <Refusals outcome={outcome} />
      {doable.length > 0 && (
        <Form name="go" guards={false}>
          <Hidden name="act" value={act} />
          <Hidden name="isPreview" value="false" />
          {Object.entries(carried).map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          {doable.map((row) => (
            <Hidden
              key={row.nominationId}
              name="chosen"
              value={`${row.nominationId}.${chosen.get(row.nominationId) ?? 0}`}
            />
          ))}
          <FormActions>
            <SubmitButton>{w.go({ act: title, count: doable.length })}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

function Refusals({ outcome }: { outcome: Outcome }) {
  const refused = outcome.rows.flatMap((row) => (row.problem ? [{ ...row, problem: row.problem }] : []))
  if (refused.length === 0) return null
  return (
    <ul>
      {refused.map((row) => (
        <li key={row.nominationId}>
          {row.fullName} ({row.unit}): {row.problem.sentence}
        </li>
      ))}
    </ul>
  )
}
