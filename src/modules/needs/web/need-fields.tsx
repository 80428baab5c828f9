import type * as z from 'zod'
import { Choices, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { answerPage, need as needShape } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** What a need says. What most units leave open stands folded away. */
export function NeedFields({
  page: { round, modes, targetGroups, people },
  need,
}: {
  page: z.infer<typeof answerPage>
  need?: z.infer<typeof needShape>
}) {
  const w = useWords(vi, en)
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  const used = new Set(round.programmes.flatMap((one) => one.modes))
  return (
    <>
      <FieldRow>
        <Select
          name="programmeId"
          label={w.fields.programme}
          none="–"
          required
          defaultValue={need?.programmeId}
          options={round.programmes.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Select
          name="modeCode"
          label={w.fields.mode}
          defaultValue={need?.modeCode ?? 'none'}
          options={modes
            .filter((mode) => mode.code === 'none' || used.has(mode.code))
            .map((mode) => ({ value: mode.code, label: mode.name }))}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput name="heads" label={w.fields.heads} defaultValue={need?.heads} required />
        <Select
          name="targetGroup"
          label={w.fields.targetGroup}
          none="–"
          required
          defaultValue={need?.targetGroup}
          options={targetGroups.map((group) => ({ value: group.code, label: group.name }))}
        />
        <Select
          name="priority"
          label={w.fields.priority}
          defaultValue={need?.priority ?? 2}
          options={[1, 2, 3].map((value) => ({ value, label: w.priorities[value] ?? String(value) }))}
        />
      </FieldRow>
      <TextArea
        name="reason"
        label={w.fields.reason}
        hint={w.pages.hintReason}
        rows={2}
        defaultValue={need?.reason}
        maxLength={1000}
      />
      <details className="need-more" open={need !== undefined}>
        <summary>{w.pages.more}</summary>
        <FieldRow>
          <TextInput
            name="postTitle"
            label={w.fields.postTitle}
            hint={w.pages.hintPost}
            defaultValue={need?.postTitle}
            maxLength={200}
          />
          <TextInput name="place" label={w.fields.place} defaultValue={need?.place} maxLength={200} />
        </FieldRow>
        <div className="need-choices need-months">
          <Choices
            name="months"
            label={w.fields.months}
            hint={w.pages.hintMonths}
            multiple
            defaultValue={need?.months ?? []}
            options={months.map((month) => ({ value: month, label: w.month({ month }) }))}
          />
        </div>
        {people.length > 0 && (
          <div className="need-choices need-people">
            <Choices
              name="personIds"
              label={w.fields.people}
              hint={w.pages.hintPeople}
              multiple
              defaultValue={need?.people.map((person) => person.id) ?? []}
              options={people.map((person) => ({
                value: person.id,
                label: person.title ? `${person.name}, ${person.title}` : person.name,
              }))}
            />
          </div>
        )}
      </details>
    </>
  )
}
