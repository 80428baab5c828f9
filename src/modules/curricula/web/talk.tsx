import { Hidden, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { hoursText } from './item-form.tsx'
import type { Comment, Line, Proposal } from './shapes.ts'

/** Who said it, for which unit, when. */
function By({ by, unit, at }: { by: string | null; unit: string | null; at: string }) {
  const printAt = usePrintInstant()
  return <span className="quiet figures">{[by, unit, printAt(at)].filter(Boolean).join(' · ')}</span>
}

/** Comments in threads at one place, with the ways to answer, to settle and to begin another. */
export function Comments({
  comments,
  lineageId,
  maySay,
  refused,
}: {
  comments: readonly Comment[]
  lineageId: number | null
  maySay: boolean
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const name = `comment-${lineageId ?? 0}`
  return (
    <div className="talk">
      {comments.map((thread) => (
        <article key={thread.id} className={thread.resolvedAt ? 'talk-thread talk-settled' : 'talk-thread'}>
          <p>{thread.text}</p>
          <By by={thread.by} unit={thread.unit} at={thread.madeAt} />
          {thread.answers.map((answer) => (
            <div key={answer.id} className="talk-answer">
              <p>{answer.text}</p>
              <By by={answer.by} unit={answer.unit} at={answer.madeAt} />
            </div>
          ))}
          {thread.resolvedAt && (
            <p className="quiet">{w.talk.settledBy({ name: thread.resolvedBy ?? '' })}</p>
          )}
          {maySay && (
            <div className="talk-acts">
              <details open={refused?.form === `answer-${thread.id}`}>
                <summary>{w.talk.answer}</summary>
                <Form name={`answer-${thread.id}`} refused={refused} key={thread.answers.length}>
                  <Hidden name="act" value="comment" />
                  <Hidden name="threadId" value={thread.id} />
                  <TextArea name="text" label={w.talk.yourAnswer} rows={2} maxLength={2000} required />
                  <FormActions>
                    <SubmitButton kind="plain">{w.talk.send}</SubmitButton>
                  </FormActions>
                </Form>
              </details>
              <Form name={`resolve-${thread.id}`} refused={refused} guards={false}>
                <Hidden name="act" value="resolve" />
                <Hidden name="commentId" value={thread.id} />
                <Hidden name="isResolved" value={thread.resolvedAt ? 'false' : 'true'} />
                <SubmitButton kind="plain">{thread.resolvedAt ? w.talk.reopen : w.talk.settle}</SubmitButton>
              </Form>
            </div>
          )}
        </article>
      ))}
      {maySay && (
        <details open={refused?.form === name}>
          <summary>{w.talk.comment}</summary>
          <Form name={name} refused={refused} key={comments.length}>
            <Hidden name="act" value="comment" />
            {lineageId !== null && <Hidden name="lineageId" value={lineageId} />}
            <TextArea name="text" label={w.talk.yourComment} rows={3} maxLength={2000} required />
            <FormActions>
              <SubmitButton kind="plain">{w.talk.send}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
    </div>
  )
}

/** A proposal: what stands, what is wanted, why; if the item has changed since, also what it was made against. */
export function ProposalCard({
  proposal,
  line,
  refused,
}: {
  proposal: Proposal
  line: Line | undefined
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const { base, proposed, current, isStale } = proposal
  const reads = (text: Proposal['base'] | null) =>
    text === null ? w.talk.gone : `${text.title} (${hoursText(text.hours, w.hours, locale)})`
  const isDecline = refused?.form === `decline-${proposal.id}`
  return (
    <article className="talk-thread">
      <dl className="outline-both">
        {isStale && (
          <div>
            <dt>{w.talk.wasThen}</dt>
            <dd>{reads(base)}</dd>
          </div>
        )}
        <div>
          <dt>{isStale ? w.talk.isNow : w.talk.stands}</dt>
          <dd>{proposal.state === 'open' ? reads(current) : reads(base)}</dd>
        </div>
        <div>
          <dt>{w.talk.wanted}</dt>
          <dd>
            <strong>{reads(proposed)}</strong>
            {proposed.outcomes !== base.outcomes && <p>{proposed.outcomes}</p>}
          </dd>
        </div>
        {(proposal.reason || proposal.reasonKind) && (
          <div>
            <dt>{w.fields.reason}</dt>
            <dd>
              {[proposal.reasonKind && w.reasonKinds[proposal.reasonKind], proposal.reason]
                .filter(Boolean)
                .join(': ')}
            </dd>
          </div>
        )}
      </dl>
      <By by={proposal.by} unit={proposal.unit} at={proposal.madeAt} />
      {isStale && <Notice tone="wrong">{w.talk.stale}</Notice>}
      {proposal.state !== 'open' && (
        <p className="quiet">
          {w.talk.decided({
            state: proposal.state,
            name: proposal.decidedBy ?? '',
            answer: proposal.answer ?? '',
          })}
        </p>
      )}
      <div className="talk-acts">
        {proposal.can.includes('accept') && line && (
          <Form name={`accept-${proposal.id}`} refused={refused} guards={false}>
            <Hidden name="act" value="accept" />
            <Hidden name="proposalId" value={proposal.id} />
            <Hidden name="version" value={line.version} />
            <SubmitButton>{isStale ? w.talk.acceptAnyway : w.talk.accept}</SubmitButton>
          </Form>
        )}
        {proposal.can.includes('decline') && (
          <details open={isDecline}>
            <summary>{w.talk.decline}</summary>
            <Form name={`decline-${proposal.id}`} refused={refused}>
              <Hidden name="act" value="decline" />
              <Hidden name="proposalId" value={proposal.id} />
              <TextArea name="reason" label={w.talk.declineReason} rows={2} maxLength={1000} required />
              <FormActions>
                <SubmitButton kind="plain">{w.talk.decline}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
        {proposal.can.includes('withdraw') && (
          <Form name={`withdraw-${proposal.id}`} refused={refused} guards={false}>
            <Hidden name="act" value="withdraw" />
            <Hidden name="proposalId" value={proposal.id} />
            <SubmitButton kind="plain">{w.talk.withdraw}</SubmitButton>
          </Form>
        )}
      </div>
    </article>
  )
}
