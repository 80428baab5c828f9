import { useEffect } from 'react'
import { redirect, useFetcher, useRevalidator, useSearchParams } from 'react-router'
import * as z from 'zod'
import { printShare } from '../../../pure/share.ts'
import { Button, ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, TextArea, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { proposeInput } from '../contract/drafting.ts'
import { limitInput } from '../contract/frame.ts'
import { aboutInput, decisionInput, itemInput, itemKind, newItemInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/version.page.ts'
import { DecisionFields } from './decision-fields.tsx'
import { Deviations, Limits } from './frame-parts.tsx'
import { AddForm, EditForm, LostForm, Places, ProposeForm } from './item-form.tsx'
import { OutlineTable } from './outline-table.tsx'
import type { Line, Version } from './shapes.ts'
import { Comments, ProposalCard } from './talk.tsx'
import './curricula.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { curricula, lecturers } = api(context)
  const curriculumId = Number(params.curriculumId)
  const outline = await curricula.get({ curriculumId })
  const { curriculum } = outline
  const isOpen = curriculum.state !== 'approved' && curriculum.state !== 'retired'
  const rights = visit(context).actor?.rights ?? []
  // Whoever sees a draft works on it; of what is approved the talk is over.
  const works = isOpen && rights.includes('curricula.draft')
  const mayInvite = curriculum.can.includes('invite')
  const [deviations, limits, siblings, fields, discussion, collaborators, news, units] = await Promise.all([
    curricula.deviations({ curriculumId }),
    curricula.limits({ curriculumId }),
    curricula.list({ programmeId: curriculum.programmeId }),
    curriculum.can.includes('edit') ? lecturers.fields() : [],
    works ? curricula.discussion({ curriculumId }) : { comments: [], proposals: [] },
    works ? curricula.collaborators({ curriculumId }) : [],
    works ? curricula.news({ curriculumId }) : null,
    mayInvite ? unitChoices(api(context)) : [],
  ])
  return {
    ...outline,
    works,
    deviations,
    limits,
    others: siblings.filter((one) => one.id !== curriculumId),
    fields: fields.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    ...discussion,
    collaborators,
    lastId: news?.lastId ?? 0,
    units,
  }
}

const seen = { version: z.number() }
const step = z.discriminatedUnion('act', [
  newItemInput.omit({ curriculumId: true }).extend({ act: z.literal('add') }),
  itemInput.extend({
    act: z.literal('change'),
    itemId: z.number(),
    go: z.string().optional(),
    ...seen,
  }),
  itemInput.extend({ act: z.literal('restore'), kind: itemKind, parentId: z.number().optional() }),
  z.object({
    act: z.literal('move'),
    itemId: z.number(),
    to: z.enum(['up', 'down', 'under']),
    parentId: z.number().optional(),
  }),
  z.object({ act: z.literal('remove'), itemId: z.number(), ...seen }),
  z.object({
    act: z.literal('comment'),
    lineageId: z.number().optional(),
    threadId: z.number().optional(),
    text: z.string().default(''),
  }),
  z.object({ act: z.literal('resolve'), commentId: z.number(), isResolved: z.boolean() }),
  proposeInput.extend({ act: z.literal('propose') }),
  z.object({ act: z.literal('accept'), proposalId: z.number(), ...seen }),
  z.object({ act: z.literal('decline'), proposalId: z.number(), reason: z.string().default('') }),
  z.object({ act: z.literal('withdraw'), proposalId: z.number() }),
  aboutInput.extend({ act: z.literal('about') }),
  z.object({ act: z.literal('invite'), unitId: z.string().optional(), mayEdit: z.boolean() }),
  z.object({ act: z.literal('uninvite'), unitId: z.number() }),
  limitInput.extend({ act: z.literal('limit') }),
  z.object({ act: z.literal('dropLimit'), limitId: z.number() }),
  z.object({ act: z.literal('submit'), ...seen }),
  decisionInput.extend({ act: z.literal('adopt') }),
  z.object({ act: z.literal('retire'), untilOn: z.string(), reason: z.string().default(''), ...seen }),
  z.object({ act: z.literal('copy'), kind: z.enum(['frame', 'school']), programmeId: z.number() }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { curricula } = visit(context).api
  const curriculumId = Number(params.curriculumId)
  const here = `/chuong-trinh/phien-ban/${curriculumId}`
  const asked = new URL(request.url).search
  return submit(request, step, async (input) => {
    if (input.act === 'copy') {
      const { id } = await curricula.make({
        programmeId: input.programmeId,
        kind: input.kind,
        startsFromId: curriculumId,
      })
      return redirect(`/chuong-trinh/phien-ban/${id}`)
    }
    if (input.act === 'add') {
      const made = await curricula.addItem({ ...input, curriculumId })
      const place = input.parentId === undefined ? '' : `&trong=${input.parentId}`
      return redirect(`${here}?them=${input.kind}${place}&sau=${made.id}#them`)
    }
    if (input.act === 'restore') {
      const { items } = await curricula.get({ curriculumId })
      const parentId = items.some((one) => one.id === input.parentId) ? input.parentId : undefined
      const { parentId: _, ...rest } = input
      const made = await curricula.addItem({ ...rest, curriculumId, ...(parentId && { parentId }) })
      return redirect(`${here}?muc=${made.id}#muc-${made.id}`)
    }
    if (input.act === 'change') {
      const saved = await curricula.editItem({ ...input, curriculumId })
      if (input.go !== 'next') return redirect(`${here}#muc-${saved.id}`)
      const { items } = await curricula.get({ curriculumId })
      const next = items[items.findIndex((one) => one.id === saved.id) + 1]
      return redirect(next ? `${here}?muc=${next.id}#muc-${next.id}` : here)
    }
    if (input.act === 'move') {
      await curricula.moveItem({ ...input, curriculumId })
      return redirect(`${here}?muc=${input.itemId}#muc-${input.itemId}`)
    }
    if (input.act === 'remove') {
      await curricula.removeItem({ ...input, curriculumId })
      return redirect(here)
    }
    if (input.act === 'comment') {
      await curricula.comment({ ...input, text: input.text ?? '', curriculumId })
      return redirect(`${here}${asked}`)
    }
    if (input.act === 'resolve') {
      await curricula.resolve({ ...input, curriculumId })
      return redirect(`${here}${asked}`)
    }
    if (input.act === 'invite') {
      const unitId = await unitIdOf(visit(context), input.unitId)
      await curricula.invite({ curriculumId, unitId, mayEdit: input.mayEdit })
      return redirect(`${here}#cung-soan`)
    }
    if (input.act === 'propose') await curricula.propose({ ...input, curriculumId })
    else if (input.act === 'accept') await curricula.accept({ ...input, curriculumId })
    else if (input.act === 'decline')
      await curricula.decline({ ...input, reason: input.reason ?? '', curriculumId })
    else if (input.act === 'withdraw') await curricula.withdraw({ ...input, curriculumId })
    else if (input.act === 'about') await curricula.about({ ...input, curriculumId })
    else if (input.act === 'uninvite') await curricula.uninvite({ ...input, curriculumId })
    else if (input.act === 'limit') await curricula.setLimit({ ...input, curriculumId })
    else if (input.act === 'dropLimit') await curricula.dropLimit({ ...input, curriculumId })
    else if (input.act === 'submit') await curricula.submit({ ...input, curriculumId })
    else if (input.act === 'adopt') await curricula.adopt({ ...input, curriculumId })
    else await curricula.retire({ ...input, reason: input.reason ?? '', curriculumId })
    return redirect(here)
  })
}

export default function VersionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { curriculum, items, sums, total, practice, works, comments, proposals } = loaderData
  const w = useWords(vi, en)
  const locale = useLocale()
  const [search] = useSearchParams()
  const refused = actionData as Refused | undefined
  const here = `/chuong-trinh/phien-ban/${curriculum.id}`
  const mayEdit = curriculum.can.includes('edit')
  const mayImport = useCan('imports.use')
  const seesAppraisal = useCan('curricula.appraise')
  const count = (kind: string) => items.filter((item) => item.kind === kind).length
  const openItem = Number(search.get('muc'))
  const adding = itemKind.safeParse(search.get('them'))
  const addIn = Number(search.get('trong')) || null
  const afterId = Number(search.get('sau')) || undefined
  const share = printShare(practice, { decimals: 1, rounding: 'half-up', locale })
  const lost = refused?.form?.match(/^item-(\d+)$/)
  const isLost = mayEdit && refused && lost && !items.some((one) => one.id === Number(lost[1]))
  const at = (line: Line) => comments.filter((one) => one.lineageId === line.lineageId)
  const wanted = (line: Line) => proposals.filter((one) => one.lineageId === line.lineageId)

  const mark = (line: Line) => {
    const open = at(line).filter((one) => one.resolvedAt === null).length
    const asked = wanted(line).filter((one) => one.state === 'open').length
    return (
      open + asked > 0 && (
        <span className="outline-mark">{w.talk.waiting({ comments: open, proposals: asked })}</span>
      )
    )
  }
  const inPlace = (line: Line) => {
    if (line.id !== openItem || !works)
      return line.id === openItem && line.outcomes ? <p>{line.outcomes}</p> : null
    return (
      <>
        {mayEdit ? (
          <>
            <EditForm key={line.id} line={line} fields={loaderData.fields} refused={refused} />
            <Places line={line} items={items} refused={refused} />
          </>
        ) : (
          line.outcomes && <p>{line.outcomes}</p>
        )}
        {!mayEdit && (curriculum.state === 'draft' || curriculum.state === 'returned') && (
          <ProposeForm key={line.id} line={line} refused={refused} />
        )}
        {wanted(line).map((one) => (
          <ProposalCard key={one.id} proposal={one} line={line} refused={refused} />
        ))}
        <Comments comments={at(line)} lineageId={line.lineageId} maySay refused={refused} />
      </>
    )
  }
  const behind = (line: Line | null) => {
    if (!mayEdit || !adding.success || (line?.id ?? null) !== addIn) return null
    return (
      <div id="them">
        <h2>
          {line ? w.pages.addingIn({ kind: adding.data, title: line.title }) : w.pages.addKind[adding.data]}
        </h2>
        <AddForm
          key={`${adding.data}-${addIn}-${afterId}`}
          kind={adding.data}
          parentId={addIn}
          afterId={afterId}
          fields={loaderData.fields}
          refused={refused}
        />
      </div>
    )
  }
  return (
    <Page
      title={curriculum.title}
      lead={`${w.versionName(curriculum)} · ${w.states[curriculum.state]}. ${w.lead({
        parts: count('part'),
        modules: count('module'),
        topics: count('topic'),
        hours: total,
        practice: share,
      })}`}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: curriculum.programmeName, to: `/chuong-trinh/${curriculum.programmeId}` },
      ]}
      actions={
        <>
          {works && <ButtonLink to={`${here}/lich-su`}>{w.pages.history}</ButtonLink>}
          {curriculum.kind === 'school' && seesAppraisal && curriculum.state !== 'draft' && (
            <ButtonLink to={`${here}/tham-dinh`}>{w.pages.appraisal}</ButtonLink>
          )}
          {loaderData.others.slice(0, 3).map((other) => (
            <ButtonLink key={other.id} to={`${here}/so-sanh/${other.id}`}>
              {w.pages.compareTo(other)}
            </ButtonLink>
          ))}
          {mayEdit && mayImport && <ButtonLink to={`/nhap?kind=curriculum`}>{w.pages.import}</ButtonLink>}
          <DownloadLink href={`/api/curricula/${curriculum.id}/xlsx`}>{w.pages.excel}</DownloadLink>
        </>
      }
    >
      <div className="curriculum-parts">
        {curriculum.needsConfirmation && <Notice>{w.needsConfirmation}</Notice>}
        {curriculum.state === 'returned' && curriculum.returnReason && (
          <Notice title={w.fields.returned}>{curriculum.returnReason}</Notice>
        )}
        {works && <News here={here} lastId={loaderData.lastId} />}
        {isLost && (
          <Panel title={w.pages.lost}>
            <LostForm refused={refused} fields={loaderData.fields} />
          </Panel>
        )}
        {mayEdit && <p className="quiet">{w.hints.edit}</p>}
        <OutlineTable
          items={items}
          sums={sums}
          total={total}
          leadsTo={(line) => ({
            to: openItem === line.id ? '?' : `?muc=${line.id}#muc-${line.id}`,
            label: w.pages.openItem({ number: line.number, title: line.title }),
            isOpen: openItem === line.id,
          })}
          mark={mark}
          inPlace={inPlace}
          behind={behind}
          empty={
            <>
              <h2>{w.pages.noItems}</h2>
              <p>{w.pages.noItemsText}</p>
            </>
          }
          foot={
            mayEdit && (
              <p className="table-add form-actions">
                {itemKind.options.map((kind) => (
                  <ButtonLink key={kind} to={`?them=${kind}#them`} preventScrollReset>
                    {w.pages.addKind[kind]}
                  </ButtonLink>
                ))}
              </p>
            )
          }
        />
        <p className="quiet">{w.hints.practice}</p>
        <Deviations curriculum={curriculum} deviations={loaderData.deviations} />
        {works && (
          <Panel title={w.talk.proposals}>
            {proposals.length === 0 ? (
              <p className="quiet">{w.talk.noProposals}</p>
            ) : (
              <div className="talk">
                {proposals.map((one) => (
                  <ProposalCard
                    key={one.id}
                    proposal={one}
                    line={items.find((line) => line.lineageId === one.lineageId)}
                    refused={refused}
                  />
                ))}
              </div>
            )}
          </Panel>
        )}
        {works && (
          <Panel title={w.talk.general}>
            <Comments
              comments={comments.filter((one) => one.lineageId === null)}
              lineageId={null}
              maySay
              refused={refused}
            />
          </Panel>
        )}
        {works && curriculum.kind === 'school' && <Together loaderData={loaderData} refused={refused} />}
        {curriculum.kind === 'frame' && (
          <Limits curriculum={curriculum} items={items} limits={loaderData.limits} refused={refused} />
        )}
        <Steps curriculum={curriculum} refused={refused} />
        <Panel title={w.pages.about} flush>
          <Facts curriculum={curriculum} />
          {mayEdit && curriculum.can.includes(curriculum.kind === 'frame' ? 'limit' : 'invite') && (
            <details key={curriculum.version} className="curriculum-about" open={refused?.form === 'about'}>
              <summary>{w.pages.editAbout}</summary>
              <Form name="about" refused={refused}>
                <Hidden name="act" value="about" />
                <Hidden name="version" value={curriculum.version} />
                <TextInput
                  name="title"
                  label={w.fields.title}
                  defaultValue={curriculum.title}
                  maxLength={300}
                  required
                />
                <TextArea name="goals" label={w.fields.goals} defaultValue={curriculum.goals} rows={3} />
                <TextInput
                  name="source"
                  label={w.fields.source}
                  defaultValue={curriculum.source}
                  maxLength={500}
                />
                <FormActions>
                  <SubmitButton>{w.pages.save}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
        </Panel>
      </div>
    </Page>
  )
}

const pollEveryMs = 15_000

/** Tells an open page that others have changed the outline; what is being typed stays. */
function News({ here, lastId }: { here: string; lastId: number }) {
  const w = useWords(vi, en)
  const { load, data } = useFetcher<{ changes: number; lastId: number }>()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void load(`${here}/tin-moi?tu=${lastId}`)
    const timer = setInterval(look, pollEveryMs)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
    }
  }, [here, lastId, load])
  if (!data || data.changes === 0 || data.lastId <= lastId) return null
  return (
    <Notice>
      {w.news({ changes: data.changes })}{' '}
      <Button onClick={() => void revalidate()} aria-disabled={state === 'loading' || undefined}>
        {w.reload}
      </Button>
    </Notice>
  )
}

/** Who works on the draft together with the school. */
function Together({
  loaderData: { curriculum, collaborators, units },
  refused,
}: {
  loaderData: Pick<Route.ComponentProps['loaderData'], 'curriculum' | 'collaborators' | 'units'>
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const mayInvite = curriculum.can.includes('invite')
  return (
    <div id="cung-soan">
      <Panel title={w.together.title}>
        {collaborators.length === 0 && <p className="quiet">{w.together.none}</p>}
        <ul className="kept-files">
          {collaborators.map((one) => (
            <li key={one.id} className="kept-file">
              <span>
                {one.unitName}{' '}
                <span className="quiet">· {one.mayEdit ? w.together.edits : w.together.comments}</span>
              </span>
              {mayInvite && (
                <Form name={`uninvite-${one.unitId}`} refused={refused} guards={false}>
                  <Hidden name="act" value="uninvite" />
                  <Hidden name="unitId" value={one.unitId} />
                  <ConfirmButton
                    title={w.together.uninviteSure}
                    text={one.unitName}
                    confirm={w.together.uninvite}
                  >
                    {w.together.uninvite}
                  </ConfirmButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {mayInvite && (
          <Form name="invite" refused={refused} key={collaborators.length}>
            <Hidden name="act" value="invite" />
            <UnitInput units={units} label={w.together.unit} hint={w.together.hint} required />
            <FormActions>
              <SubmitButton name="mayEdit" value="true">
                {w.together.inviteToEdit}
              </SubmitButton>
              <SubmitButton kind="plain" name="mayEdit" value="false">
                {w.together.inviteToComment}
              </SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
    </div>
  )
}

/** The steps that the reader may take with the version now. */
function Steps({ curriculum, refused }: { curriculum: Version; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const may = (verb: string) => curriculum.can.includes(verb)
  const why = curriculum.steps.find((one) => one.step === 'submit' || one.step === 'adopt')?.refusal
  return (
    <>
      {why === 'curricula.empty' && <p className="quiet">{w.problems['curricula.empty']}</p>}
      {may('submit') && (
        <Form name="submit" refused={refused} guards={false}>
          <Hidden name="act" value="submit" />
          <Hidden name="version" value={curriculum.version} />
          <FormActions>
            <ConfirmButton
              kind="main"
              title={w.pages.submitSure}
              text={w.hints.submit}
              confirm={w.pages.submit}
            >
              {w.pages.submit}
            </ConfirmButton>
          </FormActions>
        </Form>
      )}
      {may('adopt') && (
        <Panel title={w.pages.adopt}>
          <p className="quiet">{w.hints.adopt}</p>
          <Form name="adopt" refused={refused}>
            <Hidden name="act" value="adopt" />
            <Hidden name="version" value={curriculum.version} />
            <DecisionFields />
            <FormActions>
              <SubmitButton>{w.pages.adopt}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {may('copy') && curriculum.state !== 'draft' && (
        <Form name="copy" refused={refused} guards={false}>
          <Hidden name="act" value="copy" />
          <Hidden name="programmeId" value={curriculum.programmeId} />
          <p className="quiet">{curriculum.kind === 'frame' ? w.hints.copyFrame : w.hints.copy}</p>
          <FormActions>
            <SubmitButton kind="plain" name="kind" value="school">
              {curriculum.kind === 'frame' ? w.pages.deriveVersion : w.pages.nextVersion}
            </SubmitButton>
            {curriculum.kind === 'frame' && (
              <SubmitButton kind="plain" name="kind" value="frame">
                {w.pages.nextFrame}
              </SubmitButton>
            )}
          </FormActions>
        </Form>
      )}
      {may('retire') && (
        <Panel title={w.pages.retire}>
          <p className="quiet">{w.hints.retire}</p>
          <Form name="retire" refused={refused}>
            <Hidden name="act" value="retire" />
            <Hidden name="version" value={curriculum.version} />
            <DayInput name="untilOn" label={w.fields.untilOn} required />
            <TextArea name="reason" label={w.fields.reason} rows={2} required />
            <FormActions>
              <SubmitButton kind="grave">{w.pages.retire}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </>
  )
}

function Facts({ curriculum }: { curriculum: Version }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const { documentNumber, documentOn, documentBy } = curriculum
  const whoAndWhen = (who: { name: string | null }, at: string | null) =>
    at && [printAt(at), who.name].filter(Boolean).join(', ')
  return (
    <DescriptionList
      facts={[
        { term: w.fields.state, value: w.states[curriculum.state] },
        {
          term: w.fields.document,
          value:
            documentNumber &&
            documentOn &&
            documentBy &&
            w.document({ number: documentNumber, on: documentOn, by: documentBy }),
        },
        { term: w.fields.period, value: w.period(curriculum) },
        ...(curriculum.kind === 'school' ? [{ term: w.fields.frame, value: curriculum.frameTitle }] : []),
        { term: w.fields.goals, value: curriculum.goals },
        { term: w.fields.source, value: curriculum.source },
        { term: w.fields.madeAt, value: whoAndWhen(curriculum.madeBy, curriculum.madeAt) },
        { term: w.fields.submittedAt, value: whoAndWhen(curriculum.submittedBy, curriculum.submittedAt) },
        { term: w.fields.decidedAt, value: whoAndWhen(curriculum.decidedBy, curriculum.decidedAt) },
      ]}
    />
  )
}
