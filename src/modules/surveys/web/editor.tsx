import { type ReactNode, useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, Hidden, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readForm } from '../../../ui/submit.ts'
import {
  type Definition,
  evaluationContents,
  type formVersion,
  type Question,
  subjectKinds,
} from '../contract.ts'
import { asLines, choicesIn, conditionsFor, definitionOf, questionKinds, typedForm } from '../rules/draft.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { Preview } from './preview.tsx'

type Found = z.infer<typeof formVersion>
type Section = Definition['sections'][number]
/** What was drawn: the fields begin with `question` and belong to whoever types in them from then on. */
type Item = { id: string; question: Question }
type Part = { id: string; section: Section; items: Item[] }
type Removed = { name: string; parts: Part[] }

// Keys are random so that the key of a question that was taken away never comes back with another meaning.
const newKey = (before: string) => `${before}${Math.random().toString(36).slice(2, 9)}`
const newQuestion = (): Item => {
  const key = newKey('q')
  return { id: key, question: { kind: 'text', key, text: '', isRequired: false, max: 1000 } }
}
const partsOf = (form: Definition): Part[] =>
  form.sections.map((section, i) => ({
    id: `s${i}`,
    section,
    items: section.questions.map((question) => ({ id: question.key, question })),
  }))
const moved = <T,>(list: readonly T[], at: number, by: number): T[] => {
  const next = [...list]
  const [one] = next.splice(at, 1)
  if (one !== undefined) next.splice(at + by, 0, one)
  return next
}

/**
 * A draft as a form of fields, with the sheet beside it. The order of parts and questions is kept here; what is typed stays in the
 * fields, which move with their question, and is read from them for the preview.
 */
export function Editor({ found, refused }: { found: Found; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const box = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [parts, setParts] = useState(() => partsOf(found.definition))
  const [live, setLive] = useState<Definition>(found.definition)
  const [title, setTitle] = useState(found.title)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [settled, setSettled] = useState<Refused>()

  const mine = refused?.form === 'draft' && refused !== settled ? refused : undefined
  // Fields keep what was typed by themselves; the names in the refusal are those of the order at that time.
  const shown = mine && { ...mine, values: {} }
  const others = mine?.problem.code === 'surveys.draftStale' ? (mine.problem.params.current as Found) : null
  const version = others?.version ?? found.version

  // By key, not by place: while a question moves, its fields must stay as they are.
  const byKey = new Map(live.sections.flatMap((section) => section.questions).map((one) => [one.key, one]))
  const typedNow = (item: Item): Question => byKey.get(item.id) ?? item.question

  const sync = () => {
    const form = box.current?.querySelector('form')
    if (!form) return
    const typed = readForm(new FormData(form), typedForm)
    setTitle(typed.title ?? '')
    setLive(definitionOf(typed))
  }
  const syncSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(sync, 250)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields have moved, so the preview reads them anew
  useEffect(sync, [parts])

  const change = (next: Part[], gone?: string) => {
    setRemoved(gone === undefined ? null : { name: gone, parts: withTyped() })
    setSettled(refused)
    setParts(next)
  }
  /** The parts with what stands in their fields now, to bring one back as it was. */
  const withTyped = (): Part[] =>
    parts.map((part, s) => ({
      ...part,
      section: live.sections[s] ?? part.section,
      items: part.items.map((item) => ({
        ...item,
        question: typedNow(item),
      })),
    }))
  const changeItems = (s: number, items: Item[], gone?: string) =>
    change(
      parts.map((part, i) => (i === s ? { ...part, items } : part)),
      gone,
    )

  return (
    <div className="form-editor" ref={box}>
      <Panel>
        <div onInput={syncSoon} onChange={syncSoon}>
          <Form name="draft" refused={shown}>
            <Hidden name="version" value={version} />
            <TextInput name="title" label={w.formTitle} defaultValue={found.title} required />
            <TextArea name="lead" label={w.lead} defaultValue={found.definition.lead} rows={3} />
            <TextArea
              name="leadEn"
              label={w.english({ label: w.lead })}
              defaultValue={found.definition.leadEn}
              rows={2}
            />
            {parts.length === 0 && <p className="quiet">{w.emptyForm}</p>}
            {parts.map((part, s) => (
              <fieldset className="form-part" key={part.id}>
                <legend>{w.section({ number: s + 1 })}</legend>
                <Hidden name={`sections.${s}.id`} value={part.id} />
                <TextInput
                  name={`sections.${s}.title`}
                  label={w.sectionTitle}
                  defaultValue={part.section.title}
                  required
                />
                <TextInput
                  name={`sections.${s}.titleEn`}
                  label={w.english({ label: w.sectionTitle })}
                  defaultValue={part.section.titleEn}
                />
                <FieldRow>
                  <Select
                    name={`sections.${s}.per`}
                    label={w.per}
                    none={w.perNone}
                    defaultValue={part.section.per}
                    options={subjectKinds.map((kind) => ({ value: kind, label: w.by[kind] }))}
                  />
                  <Select
                    name={`sections.${s}.content`}
                    label={w.contentOf}
                    none={w.contentNone}
                    defaultValue={part.section.content}
                    options={evaluationContents.map((one) => ({ value: one, label: w.contents[one] }))}
                  />
                </FieldRow>
                <Steps
                  name={part.section.title || w.section({ number: s + 1 })}
                  isFirst={s === 0}
                  isLast={s === parts.length - 1}
                  move={(by) => change(moved(parts, s, by))}
                  remove={() =>
                    change(
                      parts.filter((_, i) => i !== s),
                      live.sections[s]?.title || w.section({ number: s + 1 }),
                    )
                  }
                />
                {part.items.map((item, q) => (
                  <QuestionFields
                    key={item.id}
                    at={`sections.${s}.questions.${q}`}
                    number={`${s + 1}.${q + 1}`}
                    item={item}
                    live={typedNow(item)}
                    conditions={conditionsFor(live, item.id)}
                    steps={
                      <Steps
                        name={w.question({ number: `${s + 1}.${q + 1}` })}
                        isFirst={q === 0}
                        isLast={q === part.items.length - 1}
                        move={(by) => changeItems(s, moved(part.items, q, by))}
                        duplicate={() => {
                          const key = newKey('q')
                          const question = { ...typedNow(item), key }
                          changeItems(s, part.items.toSpliced(q + 1, 0, { id: key, question }))
                        }}
                        remove={() =>
                          changeItems(
                            s,
                            part.items.filter((_, i) => i !== q),
                            live.sections[s]?.questions[q]?.text ||
                              w.question({ number: `${s + 1}.${q + 1}` }),
                          )
                        }
                      />
                    }
                  />
                ))}
                <Button onClick={() => changeItems(s, [...part.items, newQuestion()])}>
                  {w.addQuestion}
                </Button>
              </fieldset>
            ))}
            <Button
              onClick={() =>
                change([
                  ...parts,
                  { id: newKey('s'), section: { title: '', questions: [] }, items: [newQuestion()] },
                ])
              }
            >
              {w.addSection}
            </Button>
            {removed && (
              <Notice>
                {w.removed(removed)}{' '}
                <Button
                  onClick={() => {
                    setParts(removed.parts.map((part) => ({ ...part })))
                    setRemoved(null)
                  }}
                >
                  {w.undo}
                </Button>
              </Notice>
            )}
            <FormActions>
              <SubmitButton>{w.save}</SubmitButton>
            </FormActions>
          </Form>
        </div>
      </Panel>
      <div className="phone-frame">
        <Panel title={w.preview}>
          <Preview title={title} definition={live} />
        </Panel>
      </div>
      {others && (
        <Panel title={w.others}>
          <p>{w.othersText}</p>
          <p>
            <a href="?">{w.takeOthers}</a>
          </p>
          <Preview title={others.title} definition={others.definition} />
        </Panel>
      )}
    </div>
  )
}

/** What can be done with a part or a question: with the mouse and with the keyboard alike. */
function Steps({
  name,
  isFirst,
  isLast,
  move,
  duplicate,
  remove,
}: {
  name: string
  isFirst: boolean
  isLast: boolean
  move: (by: number) => void
  duplicate?: () => void
  remove: () => void
}) {
  const w = useWords(vi, en)
  return (
    <div className="form-steps">
      <Button disabled={isFirst} aria-label={`${w.moveUp}: ${name}`} onClick={() => move(-1)}>
        {w.moveUp}
      </Button>
      <Button disabled={isLast} aria-label={`${w.moveDown}: ${name}`} onClick={() => move(1)}>
        {w.moveDown}
      </Button>
      {duplicate && (
        <Button aria-label={`${w.duplicate}: ${name}`} onClick={duplicate}>
          {w.duplicate}
        </Button>
      )}
      <Button kind="grave" aria-label={`${w.remove}: ${name}`} onClick={remove}>
        {w.remove}
      </Button>
    </div>
  )
}

function QuestionFields({
  at,
  number,
  item,
  live = item.question,
  conditions,
  steps,
}: {
  at: string
  number: string
  item: Item
  /** The question as it stands in its fields now. */
  live: Question | undefined
  conditions: ReturnType<typeof conditionsFor>
  steps: ReactNode
}) {
  const w = useWords(vi, en)
  const first = item.question
  const { kind } = live
  const has = <K extends string>(name: K) =>
    name in first ? (first as unknown as Record<K, string | number | undefined>)[name] : undefined
  const chosen = live.showIf ? `${live.showIf.q}#${live.showIf.is}` : ''
  // A condition whose option is gone stays to be seen, and the contract says what is wrong with it.
  const isLost = chosen !== '' && !conditions.some((one) => one.value === chosen)
  const hasLines = kind === 'likert' || kind === 'single' || kind === 'multi'
  return (
    <fieldset className="form-question">
      <legend>{w.question({ number })}</legend>
      <Hidden name={`${at}.key`} value={item.id} />
      <Select
        name={`${at}.kind`}
        label={w.kind}
        defaultValue={first.kind}
        options={questionKinds.map((one) => ({ value: one, label: w.kinds[one] }))}
      />
      <TextInput name={`${at}.text`} label={w.questionText} defaultValue={first.text} required />
      <TextInput
        name={`${at}.textEn`}
        label={w.english({ label: w.questionText })}
        defaultValue={first.textEn}
      />
      {hasLines && (
        <>
          <TextArea
            name={`${at}.lines`}
            label={kind === 'likert' ? w.rows : w.options}
            hint={w.pasteHint}
            rows={5}
            defaultValue={asLines(choicesIn(first))}
            required
          />
          <Hidden name={`${at}.choices`} value={JSON.stringify(choicesIn(live))} />
        </>
      )}
      {(kind === 'likert' || kind === 'scale') && (
        <FieldRow>
          {kind === 'likert' ? (
            <NumberInput name={`${at}.points`} label={w.points} defaultValue={Number(has('points') ?? 5)} />
          ) : (
            <>
              <NumberInput name={`${at}.from`} label={w.fromPoint} defaultValue={Number(has('from') ?? 1)} />
              <NumberInput name={`${at}.to`} label={w.toPoint} defaultValue={Number(has('to') ?? 10)} />
            </>
          )}
          <TextInput name={`${at}.low`} label={w.lowEnd} defaultValue={String(has('low') ?? '')} />
          <TextInput name={`${at}.high`} label={w.highEnd} defaultValue={String(has('high') ?? '')} />
        </FieldRow>
      )}
      {kind === 'number' && (
        <FieldRow>
          <NumberInput name={`${at}.min`} label={w.least} defaultValue={figure(has('min'))} />
          <NumberInput
            name={`${at}.max`}
            label={w.most}
            defaultValue={first.kind === 'number' ? figure(has('max')) : undefined}
          />
        </FieldRow>
      )}
      {kind === 'text' && (
        <NumberInput
          name={`${at}.longest`}
          label={w.longest}
          defaultValue={first.kind === 'text' ? first.max : 1000}
        />
      )}
      <Select
        name={`${at}.showIf`}
        label={w.showIf}
        none={w.always}
        defaultValue={first.showIf ? `${first.showIf.q}#${first.showIf.is}` : undefined}
        options={[
          ...conditions.map((one) => ({ value: one.value, label: w.when(one) })),
          ...(isLost ? [{ value: chosen, label: '?' }] : []),
        ]}
      />
      <Checkbox name={`${at}.isRequired`} label={w.isRequired} defaultChecked={first.isRequired} />
      {steps}
    </fieldset>
  )
}

const figure = (value: string | number | undefined) => (typeof value === 'number' ? value : undefined)
