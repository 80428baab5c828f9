import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The private calendar address of a lecturer or a class: made, renewed, withdrawn. A new one is shown this once (`made`). */
export function FeedPanel({
  madeAt,
  made,
  refused,
}: {
  madeAt: string | null
  made: string | null
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  return (
    <Panel title={w.feed.title}>
      <p className="quiet">
        {w.feed.text} {madeAt ? w.feed.since({ at: printAt(madeAt) }) : w.feed.none}
      </p>
      {made && (
        <p role="status" style={{ overflowWrap: 'anywhere' }}>
          {w.feed.made} <a href={made}>{made}</a>
        </p>
      )}
      <Form name="feed" refused={refused} guards={false}>
        <Hidden name="act" value="feed" />
        <FormActions>
          {madeAt ? (
            <ConfirmButton title={w.feed.again} text={w.feed.againText} confirm={w.feed.again}>
              {w.feed.again}
            </ConfirmButton>
          ) : (
            <SubmitButton kind="plain">{w.feed.make}</SubmitButton>
          )}
        </FormActions>
      </Form>
      {madeAt && (
        <Form name="dropFeed" refused={refused} guards={false}>
          <Hidden name="act" value="dropFeed" />
          <FormActions>
            <ConfirmButton kind="grave" title={w.feed.drop} text={w.feed.dropText} confirm={w.feed.drop}>
              {w.feed.drop}
            </ConfirmButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}
