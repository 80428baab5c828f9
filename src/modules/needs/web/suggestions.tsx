import { Link } from 'react-router'
import type * as z from 'zod'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { answerPage, suggestion as suggestionShape } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type AnswerData = z.infer<typeof answerPage>
type Suggestion = z.infer<typeof suggestionShape>

/** Who lacks what, and who has waited: each programme with its people, one press adds them as a need. */
export function Suggestions({ page, refused }: { page: AnswerData; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.pages.suggestions} flush>
      <p className="quiet panel-body">{w.pages.suggestionsHint}</p>
      <ul className="need-lines">
        {page.suggestions.map((one) => (
          <li key={one.programmeId}>
            <OneSuggestion suggestion={one} page={page} refused={refused} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OneSuggestion({
  suggestion,
  page,
  refused,
}: {
  suggestion: Suggestion
  page: AnswerData
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const fresh = suggestion.people.filter((person) => !person.isNamed)
  const isThere = page.needs.some(
    (need) =>
      need.programmeId === suggestion.programmeId &&
      need.modeCode === suggestion.modeCode &&
      need.targetGroup === suggestion.targetGroup &&
      need.postTitle === null,
  )
  const firm = fresh.filter((person) => person.result !== 'unknown')
  const toAdd = firm.length > 0 ? firm : fresh
  return (
    <div className="need-line">
      <p>
        <strong>{suggestion.programmeName}</strong>
      </p>
      {suggestion.source && (
        <p className="quiet">
          {suggestion.source}
          {suggestion.isToConfirm && <em> ({w.pages.toConfirm})</em>}
        </p>
      )}
      <details open={suggestion.people.length <= 8}>
        <summary>{w.pages.peopleCount({ count: suggestion.people.length })}</summary>
        <ul className="need-suggested">
          {suggestion.people.map((person) => (
            <li key={person.id}>
              <Link to={`/can-bo/${person.id}`}>{person.name}</Link>
              <span className="quiet">
                {[
                  person.basis === 'planned' ? w.pages.planned : person.post,
                  w.pages.results[person.result],
                  person.waitingSince && w.pages.waitingSince({ year: person.waitingSince }),
                  person.isNamed && w.pages.suggested,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {toAdd.length > 0 && !isThere && (
        <Form name={`suggest-${suggestion.programmeId}`} refused={refused} guards={false}>
          <Hidden name="act" value="add" />
          <Hidden name="programmeId" value={suggestion.programmeId} />
          <Hidden name="modeCode" value={suggestion.modeCode} />
          <Hidden name="targetGroup" value={suggestion.targetGroup} />
          <Hidden name="heads" value={toAdd.length} />
          {toAdd.map((person) => (
            <Hidden key={person.id} name="personIds" value={person.id} />
          ))}
          <FormActions>
            <SubmitButton kind="plain">
              {(firm.length > 0 ? w.pages.suggest : w.pages.suggestUnknown)({ count: toAdd.length })}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </div>
  )
}
