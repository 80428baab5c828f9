import { useState } from 'react'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { hourKinds, type itemKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Field, Hours, Line } from './shapes.ts'

type Kind = (typeof itemKinds)[number]

/** Title and hours in one row as in the table, below them what is needed less often. */
export function ItemFields({
  line,
  fields,
  isProposal,
}: {
  line: Pick<Line, 'title' | 'outcomes' | 'fieldCode' | 'hours'> | undefined
  fields: readonly Field[]
  isProposal?: boolean
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  return (
    <>
      <TextInput
        name="title"
        label={w.fields.content}
        defaultValue={line?.title}
        maxLength={500}
        autoComplete="off"
        required
      />
      <div className="outline-hours">
        {hourKinds.map((kind) => (
          <NumberInput
            key={kind}
            name={`hours.${kind}`}
            label={w.hours[kind]}
            defaultValue={line?.hours[kind] || null}
          />
        ))}
      </div>
      <TextArea name="outcomes" label={w.fields.outcomes} defaultValue={line?.outcomes} rows={2} />
      <FieldRow>
        {!isProposal && (
          <Select
            name="fieldCode"
            label={w.fields.field}
            none={w.pages.noField}
            defaultValue={line?.fieldCode}
            options={fields.map((one) => ({
              value: one.code,
              label: locale === 'vi' ? one.name : one.nameEn,
            }))}
          />
        )}
        <Select
          name="reasonKind"
          label={w.fields.reasonKind}
          none={w.pages.noReason}
          options={Object.entries(w.reasonKinds).map(([value, label]) => ({ value, label }))}
        />
        <TextInput name="reason" label={w.fields.reason} hint={w.hints.reason} maxLength={1000} />
      </FieldRow>
    </>
  )
}

/** Another text of the same item, beside what was typed: nothing is written over unseen. */
function Theirs({ line, typed }: { line: Line; typed: Refused['values'] | undefined }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mine = (name: string) => {
    const value = typed?.[name]
    return Array.isArray(value) ? value.at(-1) : value
  }
  const rows: [string, string, string | undefined][] = [
    [w.fields.content, line.title, mine('title')],
    ...hourKinds
      .map((kind): [string, string, string | undefined] => [
        w.hours[kind],
        printNumber(line.hours[kind], locale),
        mine(`hours.${kind}`) === '' ? '0' : mine(`hours.${kind}`),
      ])
      .filter(([, theirs, own]) => own === undefined || own !== theirs),
    [w.fields.outcomes, line.outcomes, mine('outcomes')],
  ]
  return (
    <Notice tone="wrong" title={w.conflict.title}>
      <p>{w.conflict.text}</p>
      <dl className="outline-both">
        {rows.map(([field, theirs, own]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <span className="quiet">{w.conflict.theirs}: </span>
              {theirs || '–'}
            </dd>
            {own !== undefined && (
              <dd>
                <span className="quiet">{w.conflict.mine}: </span>
                {own || '–'}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Notice>
  )
}

/**
 * The form in the place of a line. It keeps the version that was before the eyes when it was opened: what others save meanwhile
 * is shown beside it, and only then may be written over.
 */
export function EditForm({
  line,
  fields,
  refused,
}: {
  line: Line
  fields: readonly Field[]
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const name = `item-${line.id}`
  const [seen] = useState(line.version)
  const own = refused?.form === name ? refused : undefined
  const told = own?.problem.code === 'curricula.staleItem' ? (own.problem.params.current as Line) : null
  const theirs = told && told.version >= line.version ? told : line.version !== seen ? line : null
  const isGone = own?.problem.code === 'curricula.itemGone'
  return (
    <Form name={name} refused={refused}>
      {theirs && <Theirs line={theirs} typed={own?.values} />}
      <Hidden name="act" value={isGone ? 'restore' : 'change'} />
      <Hidden name="kind" value={line.kind} />
      {line.parentId !== null && <Hidden name="parentId" value={line.parentId} />}
      <Hidden name="itemId" value={line.id} />
      <Hidden name="version" value={theirs?.version ?? seen} />
      <ItemFields line={line} fields={fields} />
      <FormActions>
        <SubmitButton>{isGone ? w.pages.restore : theirs ? w.conflict.keepMine : w.pages.save}</SubmitButton>
        {!isGone && !theirs && (
          <SubmitButton kind="plain" name="go" value="next">
            {w.pages.saveNext}
          </SubmitButton>
        )}
        <ButtonLink
          to={theirs ? `?muc=${line.id}&ban=${theirs.version}#muc-${line.id}` : '?'}
          preventScrollReset
        >
          {theirs ? w.conflict.takeTheirs : w.pages.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** What was typed for an item that somebody took out meanwhile, when the page has come anew without it. */
export function LostForm({ refused, fields }: { refused: Refused; fields: readonly Field[] }) {
  const w = useWords(vi, en)
  const kind = refused.values.kind
  return (
    <Form name={refused.form ?? ''} refused={refused}>
      <Hidden name="act" value="restore" />
      <Hidden name="kind" value={Array.isArray(kind) ? (kind[0] ?? 'topic') : (kind ?? 'topic')} />
      <Hidden name="itemId" value={0} />
      <Hidden name="version" value={0} />
      <ItemFields line={undefined} fields={fields} />
      <FormActions>
        <SubmitButton>{w.pages.restore}</SubmitButton>
      </FormActions>
    </Form>
  )
}

export function AddForm({
  kind,
  parentId,
  afterId,
  fields,
  refused,
}: {
  kind: Kind
  parentId: number | null
  afterId?: number | undefined
  fields: readonly Field[]
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  return (
    <Form name="add" refused={refused}>
      <Hidden name="act" value="add" />
      <Hidden name="kind" value={kind} />
      {parentId !== null && <Hidden name="parentId" value={parentId} />}
      {afterId !== undefined && <Hidden name="afterId" value={afterId} />}
      <ItemFields line={undefined} fields={fields} />
      <FormActions>
        <SubmitButton>{w.pages.addKind[kind]}</SubmitButton>
        <ButtonLink to="?" preventScrollReset>
          {w.pages.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** A change that somebody without the pen proposes. */
export function ProposeForm({ line, refused }: { line: Line; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const name = `propose-${line.id}`
  const [seen] = useState(line.version)
  const own = refused?.form === name ? refused : undefined
  const told = own?.problem.code === 'curricula.staleItem' ? (own.problem.params.current as Line) : null
  return (
    <Form name={name} refused={refused}>
      {told && <Theirs line={told} typed={own?.values} />}
      <p className="quiet">{w.hints.propose}</p>
      <Hidden name="act" value="propose" />
      <Hidden name="itemId" value={line.id} />
      <Hidden name="version" value={told?.version ?? seen} />
      <ItemFields line={line} fields={[]} isProposal />
      <FormActions>
        <SubmitButton>{w.pages.propose}</SubmitButton>
        <ButtonLink to="?" preventScrollReset>
          {w.pages.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** The way of an item within the outline and out of it. */
export function Places({
  line,
  items,
  refused,
}: {
  line: Line
  items: readonly Line[]
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const siblings = items.filter((one) => one.parentId === line.parentId)
  const at = siblings.findIndex((one) => one.id === line.id)
  const homes = items.filter(
    (one) =>
      one.id !== line.id &&
      one.id !== line.parentId &&
      (line.kind === 'module' ? one.kind === 'part' : line.kind === 'topic' && one.kind !== 'topic'),
  )
  const move = (to: 'up' | 'down', label: string) => (
    <Form name={`${to}-${line.id}`} refused={refused} guards={false}>
      <Hidden name="act" value="move" />
      <Hidden name="itemId" value={line.id} />
      <Hidden name="to" value={to} />
      <SubmitButton kind="plain">{label}</SubmitButton>
    </Form>
  )
  const inside =
    line.kind === 'part' ? (['module', 'topic'] as const) : line.kind === 'module' ? (['topic'] as const) : []
  return (
    <div className="form-actions outline-places">
      {inside.map((kind) => (
        <ButtonLink key={kind} to={`?them=${kind}&trong=${line.id}#them`} preventScrollReset>
          {w.pages.addInside({ kind })}
        </ButtonLink>
      ))}
      <ButtonLink
        to={`?them=${line.kind}${line.parentId === null ? '' : `&trong=${line.parentId}`}&sau=${line.id}#them`}
        preventScrollReset
      >
        {w.pages.addBehind}
      </ButtonLink>
      {at > 0 && move('up', w.pages.up)}
      {at < siblings.length - 1 && move('down', w.pages.down)}
      {homes.length > 0 && (
        <Form name={`under-${line.id}`} refused={refused} guards={false}>
          <Hidden name="act" value="move" />
          <Hidden name="itemId" value={line.id} />
          <Hidden name="to" value="under" />
          <div className="outline-under">
            <Select
              name="parentId"
              label={w.pages.moveTo}
              options={homes.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
            />
            <SubmitButton kind="plain">{w.pages.move}</SubmitButton>
          </div>
        </Form>
      )}
      <Form name={`remove-${line.id}`} refused={refused} guards={false}>
        <Hidden name="act" value="remove" />
        <Hidden name="itemId" value={line.id} />
        <Hidden name="version" value={line.version} />
        <ConfirmButton
          kind="grave"
          title={w.pages.removeSure}
          text={`${line.number} ${line.title}`}
          confirm={w.pages.remove}
        >
          {w.pages.remove}
        </ConfirmButton>
      </Form>
    </div>
  )
}

export const hoursText = (hours: Hours, words: Record<string, string>, locale: 'vi' | 'en'): string =>
  hourKinds
    .filter((kind) => hours[kind] > 0)
    .map((kind) => `${words[kind]} ${printNumber(hours[kind], locale)}`)
    .join(', ')
