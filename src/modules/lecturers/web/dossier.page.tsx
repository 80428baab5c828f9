import type { ReactNode } from 'react'
import { Link, redirect, useLocation } from 'react-router'
import * as z from 'zod'
import { printDay, yearOf } from '../../../pure/day.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Choices, DayInput, Hidden, TextInput } from '../../../ui/fields.tsx'
import { FilterForm } from '../../../ui/filter-form.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { decisionInput, dossierInput, itemInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/dossier.page.ts'
import { useNames } from './corps-parts.tsx'
import { DossierFields } from './dossier-fields.tsx'

const endingFirst = ['expiring', 'expired', 'none'] as const

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const dossier = await lecturers.dossier({ dossierId: Number(params.dossierId) })
  const [fields, categories] = [await lecturers.fields(), await lecturers.categories()]
  const isOpen = dossier.steps.some((one) => one.step === 'edit' && one.refusal === null)
  const q = new URL(request.url).searchParams.get('tim')?.trim().slice(0, 200) ?? ''
  // Whoever may write a dossier reads the list of lecturers. Without a name: those whose approval ends, has ended or never was.
  const asked = q !== '' ? [{ q }] : endingFirst.map((approval) => ({ approval }))
  const found = isOpen
    ? (await Promise.all(asked.map((one) => lecturers.list({ isGuest: true, size: 20, ...one })))).flat()
    : []
  return {
    dossier,
    fields,
    categories,
    q,
    guests: found.flatMap(({ rows }) => rows).filter((one) => one.needsApproval && !one.isProposed),
    hasMore: found.some(({ rows, total }) => total > rows.length),
    year: yearOf(visit(context).today),
  }
}

const seen = { version: z.number() }
const decision = decisionInput.omit({ own: true })
const acts = z.discriminatedUnion('act', [
  dossierInput.extend({ act: z.literal('edit'), ...seen }),
  itemInput.extend({ act: z.literal('add') }),
  z.object({ act: z.literal('remove'), itemId: z.number() }),
  z.object({ act: z.literal('drop'), ...seen }),
  z.object({ act: z.literal('submit'), ...seen }),
  z.object({ act: z.literal('return'), reason: z.string(), ...seen }),
  decision.extend({ act: z.literal('decide'), ...seen }),
  decision.extend({ act: z.literal('record'), ...seen }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const dossierId = Number(params.dossierId)
    switch (input.act) {
      case 'edit':
        await lecturers.editDossier({ ...input, dossierId })
        break
      case 'add':
        await lecturers.addGuests({ ...input, lecturerIds: input.lecturerIds ?? [], dossierId })
        break
      case 'remove':
        await lecturers.removeGuest({ ...input, dossierId })
        break
      case 'drop':
        await lecturers.dropDossier({ ...input, dossierId })
        return redirect('/giang-vien/thinh-giang')
      case 'submit':
        await lecturers.submitDossier({ ...input, dossierId })
        break
      case 'return':
        await lecturers.returnDossier({ ...input, dossierId })
        break
      case 'decide':
        await lecturers.decideDossier({ ...input, dossierId })
        break
      case 'record':
        await lecturers.recordDecision({ ...input, dossierId })
        break
    }
    return redirect(`/giang-vien/ho-so/${dossierId}`)
  })

export default function DossierPage({
  loaderData: { dossier: one, fields, categories, guests, hasMore, q, year },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const { key } = useLocation()
  const fieldOf = useNames(fields)
  const categoryOf = useNames(categories)
  const mayRead = useCan('lecturers.read')
  const can = (step: (typeof one.steps)[number]['step']) =>
    one.steps.some((it) => it.step === step && it.refusal === null)
  const version = <Hidden name="version" value={one.version} />
  const confirmed = (
    act: 'submit' | 'drop',
    kind: 'main' | 'plain',
    words: { title: string; text: string },
  ) => (
    <Form name={act} refused={actionData} guards={false}>
      <Hidden name="act" value={act} />
      {version}
      <FormActions>
        <ConfirmButton kind={kind} title={words.title} text={words.text} confirm={words.title}>
          {words.title}
        </ConfirmButton>
      </FormActions>
    </Form>
  )
  const part = (name: string, title: string, content: ReactNode, button = title, before?: ReactNode) => (
    <details
      key={`${name} ${key}`}
      className="act"
      open={actionData?.form === name || (before !== undefined && q !== '')}
    >
      <summary>{title}</summary>
      {before}
      <Form name={name} refused={actionData}>
        <Hidden name="act" value={name} />
        {content}
        <FormActions>
          <SubmitButton>{button}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
  const decides = (name: 'decide' | 'record', title: string) =>
    part(
      name,
      title,
      <>
        <p className="quiet">{w.corps.decideLead}</p>
        {version}
        <FieldRow>
          <TextInput name="documentNumber" label={w.corps.documentNumber} maxLength={100} required />
          <DayInput name="documentOn" label={w.corps.documentOn} required />
        </FieldRow>
        <TextInput name="signedBy" label={w.corps.signedBy} maxLength={200} required />
        <FieldRow>
          <DayInput name="fromOn" label={w.corps.fromOn} defaultValue={one.items[0]?.wishFromOn} required />
          <DayInput name="lastOn" label={w.corps.lastOn} defaultValue={one.items[0]?.wishLastOn} required />
        </FieldRow>
        <Choices
          name="refused"
          label={w.corps.refused}
          multiple
          options={one.items.map((item) => ({
            value: item.id,
            label: [item.name, item.title].filter(Boolean).join(', '),
          }))}
        />
        <TextInput name="refusal" label={w.corps.refusal} maxLength={500} />
      </>,
    )
  const letter = `/api/corps/dossiers/${one.id}/letter`
  return (
    <Page
      title={one.title}
      lead={w.corps.stateLead({
        state: one.state,
        at: printAt(one.state === 'submitted' ? (one.submittedAt ?? '') : (one.decidedAt ?? '')),
        by: (one.state === 'submitted' ? one.submittedBy : one.decidedBy) ?? '',
      })}
      crumbs={[{ title: w.corps.title, to: '/giang-vien/thinh-giang' }]}
      actions={
        one.items.length > 0 && (
          <>
            <DownloadLink href={letter}>{w.corps.word}</DownloadLink>
            <DownloadLink href={`${letter}?layout=state`}>{w.corps.wordState}</DownloadLink>
            <DownloadLink href={`/api/corps/dossiers/${one.id}/xlsx`}>{w.corps.excel}</DownloadLink>
          </>
        )
      }
    >
      {one.state === 'returned' && (
        <Notice tone="wrong" title={w.corps.returnedBecause}>
          {one.returnReason}
        </Notice>
      )}
      {one.documentNumber && one.documentOn && (
        <Notice tone="good">
          {w.corps.document({
            number: one.documentNumber,
            on: one.documentOn,
            signedBy: one.signedBy ?? '',
          })}
          {one.isPaper && ` ${w.corps.paper}`}
        </Notice>
      )}
      <DataTable
        name="dossier-items"
        title={w.corps.list}
        rows={one.items}
        total={one.items.length}
        view={{ page: 1, size: 100 }}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: w.field.name,
            cell: (row) =>
              mayRead ? <Link to={`/giang-vien/${row.lecturerId}`}>{row.name}</Link> : row.name,
          },
          {
            key: 'title',
            title: w.field.post,
            wraps: true,
            cell: (row) => [row.title, row.place].filter(Boolean).join(', ') || '–',
          },
          {
            key: 'fields',
            title: w.field.fields,
            wraps: true,
            cell: (row) => row.fields.map(fieldOf).join('; '),
          },
          {
            key: 'wish',
            title: w.corps.wish,
            cell: (row) => (
              <span className="figures">{w.span({ fromOn: row.wishFromOn, lastOn: row.wishLastOn })}</span>
            ),
          },
          {
            key: 'decision',
            title: w.corps.decision,
            wraps: true,
            cell: (row) =>
              row.decision === null ? (
                '–'
              ) : (
                <span className={row.decision === 'refused' ? 'wrong' : undefined}>
                  {w.corps.decisions[row.decision]}
                  <span className="remark quiet figures">
                    {row.fromOn && row.lastOn
                      ? w.span({ fromOn: row.fromOn, lastOn: row.lastOn })
                      : row.reason}
                  </span>
                </span>
              ),
          },
          {
            key: 'proposedBy',
            title: w.corps.proposedBy,
            wraps: true,
            cell: (row) => row.proposedBy ?? w.corps.school,
          },
          {
            key: 'category',
            title: w.field.category,
            spare: true,
            wraps: true,
            cell: (row) => categoryOf(row.categoryCode) || '–',
          },
          {
            key: 'remark',
            title: w.corps.remark,
            spare: true,
            wraps: true,
            cell: (row) => row.remark || '–',
          },
          ...(can('edit')
            ? [
                {
                  key: 'remove',
                  title: w.corps.remove,
                  cell: (row: (typeof one.items)[number]) => (
                    <Form name={`remove-${row.id}`} refused={actionData} guards={false}>
                      <Hidden name="act" value="remove" />
                      <Hidden name="itemId" value={row.id} />
                      <SubmitButton kind="plain">{w.page.dropTopic}</SubmitButton>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        empty={{ title: w.corps.emptyList, text: w.corps.noDossiersText }}
      />
      {one.steps.some((it) => it.refusal === null) && (
        <Panel title={w.corps.decision}>
          {can('edit') &&
            part(
              'add',
              w.corps.addGuests,
              guests.length === 0 ? (
                <p className="quiet">{q === '' ? w.corps.nobodyLeft : w.corps.nobodyFound({ q })}</p>
              ) : (
                <>
                  <p className="quiet">
                    {q === '' ? w.corps.suggested : w.corps.addGuestsLead} {hasMore && w.corps.moreGuests}
                  </p>
                  <Choices
                    name="lecturerIds"
                    label={w.corps.whom}
                    multiple
                    required
                    options={guests.map((guest) => ({
                      value: guest.id,
                      label: [
                        guest.name,
                        guest.post ? `${guest.post.title}, ${guest.post.place}` : guest.workplace,
                        guest.approvedLastOn &&
                          `${w.approvals[guest.approval]} ${printDay(guest.approvedLastOn)}`,
                      ]
                        .filter(Boolean)
                        .join(' · '),
                    }))}
                  />
                  <FieldRow>
                    <DayInput
                      name="wishFromOn"
                      label={w.corps.wishFromOn}
                      defaultValue={`${year + 1}-01-01`}
                      required
                    />
                    <DayInput
                      name="wishLastOn"
                      label={w.corps.wishLastOn}
                      defaultValue={`${year + 1}-12-31`}
                      required
                    />
                  </FieldRow>
                  <TextInput name="remark" label={w.corps.remark} maxLength={500} />
                </>
              ),
              w.corps.addGuests,
              <FilterForm>
                <TextInput name="tim" type="search" label={w.corps.findGuest} defaultValue={q} />
                <FormActions>
                  <SubmitButton kind="plain">{w.page.find}</SubmitButton>
                </FormActions>
              </FilterForm>,
            )}
          {can('edit') &&
            part(
              'edit',
              w.corps.heading,
              <>
                {version}
                <DossierFields year={year} dossier={one} />
              </>,
              w.page.save,
            )}
          {can('submit') && confirmed('submit', 'main', { title: w.corps.submit, text: w.corps.submitText })}
          {can('drop') && confirmed('drop', 'plain', { title: w.corps.drop, text: w.corps.dropText })}
          {can('decide') && decides('decide', w.corps.decide)}
          {can('record') && decides('record', w.corps.record)}
          {can('return') &&
            part(
              'return',
              w.corps.return,
              <>
                {version}
                <TextInput name="reason" label={w.corps.reason} maxLength={1000} required />
              </>,
            )}
        </Panel>
      )}
    </Page>
  )
}
