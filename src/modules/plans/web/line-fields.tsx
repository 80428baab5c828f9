import type * as z from 'zod'
import { Choices, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldGroup, FieldRow } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import type { programme, programmeGroup, studyMode } from '../../programmes/contract.ts'
import { blocs } from '../../programmes/contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Line } from './shapes.ts'

export type Choosable = {
  programmes: z.infer<typeof programme>[]
  groups: z.infer<typeof programmeGroup>[]
  modes: z.infer<typeof studyMode>[]
}

/** What a line of a plan says. Most of it follows from the programme; a line for a whole group has words of its own. */
export function LineFields({
  programmes,
  groups,
  modes,
  line,
  years,
}: Choosable & { line?: Line | undefined; years: readonly number[] }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const name = (one: { name: string; nameEn: string }) => (locale === 'vi' ? one.name : one.nameEn)
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  const isOwn = line && (line.programmeId === null || programmes.every((one) => one.name !== line.title))
  return (
    <>
      <FieldRow>
        <Select
          name="programmeId"
          label={w.fields.programme}
          hint={w.pages.hintProgramme}
          none={w.pages.noProgramme}
          defaultValue={line?.programmeId}
          options={groups
            .map((group) => ({
              group: name(group),
              options: programmes
                .filter((one) => one.groupCode === group.code)
                .map((one) => ({ value: one.id, label: one.name })),
            }))
            .filter((group) => group.options.length > 0)}
        />
        <Select
          name="modeCode"
          label={w.fields.mode}
          defaultValue={line?.modeCode ?? 'none'}
          options={modes.map((mode) => ({ value: mode.code, label: name(mode) }))}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput name="carriedOver" label={w.fields.carriedOver} defaultValue={line?.carriedOver ?? 0} />
        <NumberInput name="opened" label={w.fields.opened} defaultValue={line?.opened ?? 0} />
        <NumberInput name="learners" label={w.fields.learners} defaultValue={line?.learners} />
        <NumberInput name="budgetDong" label={w.fields.budget} defaultValue={line?.budgetDong} />
      </FieldRow>
      <FieldRow>
        <TextInput
          name="partnerText"
          label={w.fields.partner}
          hint={w.pages.hintPartner}
          defaultValue={line?.partner}
          maxLength={300}
        />
        <TextInput name="place" label={w.fields.place} defaultValue={line?.place} maxLength={300} />
      </FieldRow>
      {years.length > 0 && (
        <FieldGroup title={w.periods.byYear}>
          <p className="quiet">{w.periods.byYearHint}</p>
          <FieldRow>
            {years.map((year, i) => (
              <NumberInput
                key={year}
                name={`openedByYear.${i}`}
                label={String(year)}
                defaultValue={line?.openedByYear?.[i] ?? null}
              />
            ))}
          </FieldRow>
        </FieldGroup>
      )}
      <div className="plan-months">
        <Choices
          name="months"
          label={w.fields.months}
          hint={w.pages.hintMonths}
          multiple
          defaultValue={line?.months ?? []}
          options={months.map((month) => ({ value: month, label: w.month({ month }) }))}
        />
      </div>
      <details open={isOwn}>
        <summary>{w.pages.ownWords}</summary>
        <FieldRow>
          <Select
            name="groupCode"
            label={w.fields.group}
            none={w.pages.fromProgramme}
            defaultValue={line?.programmeId === null ? line.groupCode : null}
            options={groups.map((group) => ({ value: group.code, label: name(group) }))}
          />
          <TextInput
            name="title"
            label={w.fields.ownTitle}
            defaultValue={isOwn ? line.title : null}
            maxLength={300}
          />
          <Select
            name="bloc"
            label={w.fields.bloc}
            none={w.pages.fromProgramme}
            defaultValue={line?.bloc}
            options={blocs.map((bloc) => ({ value: bloc, label: w.blocs[bloc] }))}
          />
        </FieldRow>
      </details>
      <TextArea name="note" label={w.fields.note} rows={2} defaultValue={line?.note} maxLength={1000} />
    </>
  )
}
