import { printShare } from '../../../pure/share.ts'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Checkbox, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type VerdictInWords, Verdicts } from '../../../ui/verdict.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Limit, Line, Verdict, Version } from './shapes.ts'

/** How a version stands to its frame: each deviation as a verdict with the limit that says so. */
export function Deviations({
  curriculum,
  deviations,
}: {
  curriculum: Version
  deviations: readonly Verdict[]
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  if (curriculum.frameId === null) return null
  const order = ['unmet', 'unknown', 'met', 'waived']
  const shown = deviations.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  const [within, toSee] = [
    shown.filter((one) => one.result === 'met'),
    shown.filter((one) => one.result !== 'met'),
  ]
  const many = (result: string) => deviations.filter((one) => one.result === result).length
  const after = (one: Verdict) => {
    if (one.deviation !== 'practice') return one.after
    const [part = 0, whole = 0] = one.after.split('/').map(Number)
    return `${printShare({ part, whole }, { decimals: 1, rounding: 'half-up', locale })} %`
  }
  const inWords = (one: Verdict): VerdictInWords => ({
    key: `${one.deviation}-${one.lineageId}`,
    criterion: w.deviations[one.deviation]({
      title: [one.number, one.title].filter(Boolean).join(' '),
      before: one.before,
      after: after(one),
    }),
    result: one.result,
    ...(one.limit && {
      evidence: w.frame.says({ limit: w.limit.reads(one.limit) }),
      source: [one.limit.source, one.limit.needsConfirmation && w.needsConfirmation]
        .filter(Boolean)
        .join(' · '),
    }),
    ...(one.result === 'unknown' && { todo: w.frame.askSchool }),
  })
  return (
    <Panel title={w.frame.deviations({ frame: curriculum.frameTitle ?? '' })} flush>
      <p className="panel-body quiet">
        {deviations.length === 0
          ? w.frame.none
          : w.frame.counts({ met: many('met'), unmet: many('unmet'), unknown: many('unknown') })}
      </p>
      {toSee.length > 0 && <Verdicts verdicts={toSee.map(inWords)} />}
      {within.length > 0 && (
        <details className="curriculum-about">
          <summary>{w.frame.within}</summary>
          <Verdicts verdicts={within.map(inWords)} />
        </details>
      )}
    </Panel>
  )
}

/** The limits of a frame, as data with their source; while it is being entered also the form for one more. */
export function Limits({
  curriculum,
  items,
  limits,
  refused,
}: {
  curriculum: Version
  items: readonly Line[]
  limits: readonly Limit[]
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const mayEdit = curriculum.can.includes('limit')
  return (
    <Panel title={w.frame.limits}>
      <p className="quiet">{w.frame.limitsText}</p>
      <ul className="kept-files">
        {limits.map((one) => (
          <li key={one.id} className="kept-file">
            <span>
              {[w.limit.reads(one), one.itemTitle ?? w.frame.whole].join(' · ')}
              <br />
              <span className="quiet">
                {[one.source, one.needsConfirmation && w.needsConfirmation].filter(Boolean).join(' · ')}
              </span>
            </span>
            {mayEdit && (
              <Form name={`limit-${one.id}`} refused={refused} guards={false}>
                <Hidden name="act" value="dropLimit" />
                <Hidden name="limitId" value={one.id} />
                <ConfirmButton title={w.frame.dropSure} text={w.limit.reads(one)} confirm={w.pages.remove}>
                  {w.pages.remove}
                </ConfirmButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <details open={refused?.form === 'limit'}>
          <summary>{w.frame.add}</summary>
          <Form name="limit" refused={refused} key={limits.length}>
            <Hidden name="act" value="limit" />
            <FieldRow>
              <Select
                name="kind"
                label={w.frame.kind}
                options={Object.entries(w.limit.kinds).map(([value, label]) => ({ value, label }))}
              />
              <Select
                name="lineageId"
                label={w.frame.where}
                none={w.frame.whole}
                options={items.map((one) => ({ value: one.lineageId, label: `${one.number} ${one.title}` }))}
              />
            </FieldRow>
            <FieldRow>
              <Select
                name="allows"
                label={w.frame.allows}
                none="–"
                options={[
                  { value: 'true', label: w.frame.yes },
                  { value: 'false', label: w.frame.no },
                ]}
              />
              <NumberInput name="minimum" label={w.frame.minimum} hint={w.frame.minimumHint} />
              <NumberInput name="maximum" label={w.frame.maximum} hint={w.frame.maximumHint} />
            </FieldRow>
            <TextInput
              name="source"
              label={w.fields.source}
              hint={w.frame.sourceHint}
              maxLength={500}
              required
            />
            <Checkbox name="needsConfirmation" label={w.needsConfirmation} defaultChecked />
            <FormActions>
              <SubmitButton kind="plain">{w.frame.add}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
    </Panel>
  )
}
