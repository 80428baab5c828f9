import { Fragment, type ReactNode } from 'react'
import { Link, redirect, useSearchParams } from 'react-router'
import * as z from 'zod'
import { yearOf } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useCan, useLocale, usePrintInstant, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatePath, type Step } from '../../../ui/state-path.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { approveInput, lineInput, renameInput } from '../contract.ts'
import { sumsOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/version.page.ts'
import { type Choosable, LineFields } from './line-fields.tsx'
import type { Group, Line, Version } from './shapes.ts'
import { useDayOf, whereItStands } from './where.ts'
import './plan.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { plans, programmes } = api(context)
  const found = await plans.get({ versionId: Number(params.versionId) })
  const { year, untilYear, planId } = found.version
  const siblings = untilYear === null ? await plans.list({ year }) : await plans.periods()
  const others = siblings.filter((one) => one.planId === planId && one.id !== found.version.id)
  const thisYear = yearOf(visit(context).today)
  if (!found.version.can.includes('edit')) return { ...found, others, thisYear, choices: null }
  const [groups, modes, { rows }] = await Promise.all([
    programmes.groups(),
    programmes.modes(),
    programmes.list({ size: 100, period: 'all' }),
  ])
  const inUse = rows.filter(
    (one) =>
      (one.fromOn ?? '') < `${(untilYear ?? year) + 1}-01-01` && (one.untilOn ?? '9999') > `${year}-01-01`,
  )
  return { ...found, others, thisYear, choices: { groups, modes, programmes: inUse } }
}

const seen = { version: z.number() }
const step = z.discriminatedUnion('act', [
  lineInput.extend({ act: z.literal('add') }),
  lineInput.extend({ act: z.literal('change'), lineId: z.number(), ...seen }),
  z.object({ act: z.literal('remove'), lineId: z.number(), ...seen }),
  z.object({ act: z.literal('order'), lineIds: z.array(z.number()), ...seen }),
  z.object({
    act: z.literal('rename'),
    ...renameInput.omit({ versionId: true, version: true }).shape,
    ...seen,
  }),
  z.object({ act: z.literal('submit'), ...seen }),
  z.object({ act: z.literal('return'), reason: z.string().default(''), ...seen }),
  z.object({
    act: z.literal('approve'),
    ...approveInput.omit({ versionId: true, version: true }).shape,
    ...seen,
  }),
  z.object({ act: z.literal('copy'), year: z.number(), untilYear: z.number().optional() }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { plans } = visit(context).api
  const versionId = Number(params.versionId)
  const here = `/ke-hoach/phien-ban/${versionId}`
  return submit(request, step, async (input) => {
    if (input.act === 'copy') {
      const { year: fromYear, untilYear } = input
      const { id } = await (untilYear === undefined
        ? plans.makeDraft({ year: fromYear, fromVersionId: versionId })
        : plans.makePeriodDraft({ fromYear, untilYear, fromVersionId: versionId }))
      return redirect(`/ke-hoach/phien-ban/${id}`)
    }
    if (input.act === 'add') {
      await plans.addLine({ ...input, versionId })
      return redirect(`${here}?dong=moi#dong-moi`)
    }
    if (input.act === 'change') await plans.editLine({ ...input, versionId })
    else if (input.act === 'remove') await plans.removeLine({ ...input, versionId })
    else if (input.act === 'rename') {
      await plans.rename({ ...input, versionId })
      return redirect(`${here}#ve-phien-ban`)
    } else if (input.act === 'order') {
      await plans.reorder({ ...input, versionId })
      return redirect(`${here}${new URL(request.url).search}`)
    } else if (input.act === 'submit') await plans.submit({ ...input, versionId })
    else if (input.act === 'return') await plans.return({ ...input, reason: input.reason ?? '', versionId })
    else await plans.approve({ ...input, versionId })
    return redirect(here)
  })
}

export default function VersionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, lines, groups, others, choices, thisYear } = loaderData
  const w = useWords(vi, en)
  const dayOf = useDayOf()
  const seesLetters = useCan('documents.read')
  const mayOpen = useCan('classes.edit')
  const [search] = useSearchParams()
  const refused = actionData as Refused | undefined
  const name = w.versionName({ number: version.number })
  return (
    <Page
      title={`${version.title}, ${name.toLowerCase()}`}
      lead={`${w.lead(version.sums)} ${whereItStands(w, version, dayOf)}`}
      crumbs={[{ title: w.pages.list, to: '/ke-hoach' }]}
      actions={
        <>
          {version.can.includes('approve') && (
            <a className="button button-main" href="#quyet-dinh">
              {w.pages.decide}
            </a>
          )}
          {version.isCurrent && version.untilYear === null && (
            <ButtonLink to={`/ke-hoach/${version.year}/dieu-chinh`}>{w.pages.changes}</ButtonLink>
          )}
          {version.untilYear !== null && (
            <ButtonLink to={`/ke-hoach/giai-doan/${version.id}`}>{w.periods.rollUp}</ButtonLink>
          )}
          {seesLetters && (
            <Letters
              address={`/api/plan-versions/${version.id}/letter`}
              letters={[
                { kind: 'planSubmission', title: w.pages.letter },
                { kind: 'plan', title: w.pages.word },
              ]}
            />
          )}
          <DownloadLink href={`/api/plan-versions/${version.id}/xlsx`}>{w.pages.excel}</DownloadLink>
          {others.map((other) => (
            <ButtonLink key={other.id} to={`/ke-hoach/phien-ban/${version.id}/so-sanh/${other.id}`}>
              {w.pages.compareTo({ number: other.number })}
            </ButtonLink>
          ))}
        </>
      }
    >
      <StatePath steps={pathOf(w, version, dayOf)} />
      <Steps version={version} refused={refused} />
      <Lines
        version={version}
        lines={lines}
        groups={groups}
        choices={choices}
        opens={mayOpen && version.year >= thisYear && isOpenedFrom(version, others)}
        chosen={search.get('dong')}
        refused={refused}
      />
      <Decision version={version} refused={refused} />
      {choices && search.get('dong') === 'moi' && (
        <div id="dong-moi" className="plan-part">
          <Panel>
            <LineForm version={version} lines={lines} line={undefined} choices={choices} refused={refused} />
          </Panel>
        </div>
      )}
      <div id="ve-phien-ban" className="plan-part">
        <Panel title={w.pages.about} flush>
          <Facts version={version} />
          <Rename version={version} refused={refused} />
        </Panel>
      </div>
    </Page>
  )
}

/** Classes are opened from the lines of the version in force; while there is none, from the one that is being written. */
const isOpenedFrom = (version: Version, others: readonly Version[]): boolean =>
  version.untilYear === null && (version.isCurrent || !others.some((one) => one.isCurrent))

// On phones the rows are cards, and a browser then forgets that this is a table. The roles say it again.
const role = (name: string) => ({ role: name })

type W = ReturnType<typeof useWords<typeof vi>>

function pathOf(w: W, version: Version, dayOf: (instant: string) => string): Step[] {
  const { state, madeAt, madeBy, submittedAt, submittedBy, decidedAt, decidedBy } = version
  const at = (
    title: string,
    when: string | null,
    who: { name: string | null } | null,
    is: Step['state'],
  ): Step => ({
    key: title,
    title,
    state: is,
    ...(who?.name && { who: who.name }),
    ...(when && { since: dayOf(when) }),
  })
  const isDecided = state === 'approved'
  return [
    at(w.states.draft, madeAt, madeBy, state === 'draft' ? 'now' : 'done'),
    ...(state === 'returned'
      ? [at(w.states.returned, decidedAt, decidedBy, 'now'), at(w.states.submitted, null, null, 'todo')]
      : [
          at(
            w.states.submitted,
            state === 'draft' ? null : submittedAt,
            state === 'draft' ? null : submittedBy,
            state === 'draft' ? 'todo' : isDecided ? 'done' : 'now',
          ),
        ]),
    at(
      w.states.approved,
      isDecided ? decidedAt : null,
      isDecided ? decidedBy : null,
      isDecided ? 'now' : 'todo',
    ),
  ]
}

/** What the reader may do with the version now; what is theirs but not possible yet says why. */
function Steps({ version, refused }: { version: Version; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const may = (verb: string) => version.can.includes(verb)
  const why = version.steps.filter((one) => one.refusal !== null && isWorthSaying(version, one))
  const sentences = w.problems as unknown as Record<string, string | (() => string)>
  const sentence = (code: string | null) => {
    const found = code === null ? undefined : sentences[code]
    return typeof found === 'string' ? found : ''
  }
  return (
    <div className="plan-steps">
      {version.state === 'returned' && version.returnReason && (
        <Notice title={w.fields.reason}>{version.returnReason}</Notice>
      )}
      {why.map((one) => (
        <p key={one.step} className="quiet">
          {w.pages.steps[one.step]}: {sentence(one.refusal)}
        </p>
      ))}
      {may('submit') && (
        <Form name="submit" refused={refused} guards={false}>
          <Hidden name="act" value="submit" />
          <Hidden name="version" value={version.version} />
          <FormActions>
            <ConfirmButton
              kind="main"
              title={w.pages.submitSure({ year: version.year })}
              text={w.pages.submitHint}
              confirm={w.pages.submit}
            >
              {w.pages.submit}
            </ConfirmButton>
          </FormActions>
        </Form>
      )}
      {may('copy') && (
        <Form name="copy" refused={refused} guards={false}>
          <Hidden name="act" value="copy" />
          <Hidden name="year" value={version.year} />
          {version.untilYear !== null && <Hidden name="untilYear" value={version.untilYear} />}
          <p className="quiet">{w.pages.copyHint}</p>
          <FormActions>
            <SubmitButton kind="plain">{w.pages.copy}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </div>
  )
}

/** For who decides: below the lines, which are to be read first. */
function Decision({ version, refused }: { version: Version; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const may = (verb: string) => version.can.includes(verb)
  if (!may('approve') && !may('return')) return null
  return (
    <div id="quyet-dinh" className="plan-steps">
      {may('approve') && (
        <Panel title={w.pages.approve}>
          <p className="quiet">{w.pages.approveHint}</p>
          <Form name="approve" refused={refused}>
            <Hidden name="act" value="approve" />
            <Hidden name="version" value={version.version} />
            <FieldRow>
              <TextInput
                name="documentNumber"
                label={w.fields.documentNumber}
                maxLength={100}
                autoComplete="off"
                required
              />
              <DayInput name="documentOn" label={w.fields.documentOn} required />
            </FieldRow>
            <FormActions>
              <SubmitButton>{w.pages.approve}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {may('return') && (
        <Panel title={w.pages.return}>
          <p className="quiet">{w.pages.returnHint}</p>
          <Form name="return" refused={refused}>
            <Hidden name="act" value="return" />
            <Hidden name="version" value={version.version} />
            <TextArea name="reason" label={w.fields.reason} rows={3} required />
            <FormActions>
              <SubmitButton kind="plain">{w.pages.return}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </div>
  )
}

/** A version that is approved or lies elsewhere needs no list of all that is impossible, only what its reader would look for. */
const isWorthSaying = (version: Version, { step, refusal }: Version['steps'][number]): boolean =>
  refusal === 'plans.empty' ||
  refusal === 'plans.notYourOwn' ||
  (step === 'edit' && version.state === 'submitted') ||
  (step === 'copy' && version.state === 'approved') ||
  (step === 'approve' && version.state !== 'approved')

function Lines({
  version,
  lines,
  groups,
  choices,
  opens,
  chosen,
  refused,
}: {
  version: Version
  lines: Line[]
  groups: Group[]
  choices: Choosable | null
  opens: boolean
  chosen: string | null
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const scrolls = useShellWords().table.scrolls({ title: w.pages.lines })
  const locale = useLocale()
  const mayImport = useCan('imports.use')
  const n = (value: number | null) => (value === null ? '' : printNumber(value, locale))
  const shows = {
    place: lines.some((line) => line.place),
    months: lines.some((line) => line.months.length > 0),
    budget: lines.some((line) => line.budgetDong !== null),
    note: lines.some((line) => line.note),
  }
  const width = 8 + Object.values(shows).filter(Boolean).length
  const figures = (sums: {
    classes: number
    carriedOver: number
    opened: number
    learners: number | null
    budgetDong: number | null
  }) => (
    <>
      <Cell title={w.fields.classes} right>
        {n(sums.classes)}
      </Cell>
      <Cell title={w.fields.carriedOver} right>
        {n(sums.carriedOver)}
      </Cell>
      <Cell title={w.fields.opened} right>
        {n(sums.opened)}
      </Cell>
      <Cell title={w.fields.learners} right>
        {n(sums.learners)}
      </Cell>
    </>
  )
  const form = (line: Line) =>
    choices && (
      <tr className="in-place" {...role('row')}>
        <td colSpan={width} {...role('cell')}>
          <LineForm version={version} lines={lines} line={line} choices={choices} refused={refused} />
        </td>
      </tr>
    )
  return (
    <section className="table-panel table-wide plan" aria-label={w.pages.lines}>
      {lines.length === 0 ? (
        <div className="empty">
          <h2>{w.pages.noLines}</h2>
          <p>{choices ? w.pages.noLinesText : w.pages.noLinesRead}</p>
          {choices && chosen !== 'moi' && (
            <p className="empty-action">
              <ButtonLink kind="main" to="?dong=moi#dong-moi">
                {w.pages.addLine}
              </ButtonLink>{' '}
              {mayImport && <ButtonLink to="/nhap?kind=plan">{w.pages.import}</ButtonLink>}
            </p>
          )}
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="table-box" aria-label={scrolls} tabIndex={0}>
          <table className="table" {...role('table')}>
            <thead {...role('rowgroup')}>
              <tr {...role('row')}>
                <th scope="col" className="number" {...role('columnheader')}>
                  {w.fields.ordinal}
                </th>
                <th scope="col" className="first wraps" {...role('columnheader')}>
                  {w.fields.content}
                </th>
                <Head>{w.fields.mode}</Head>
                <Head right>{w.fields.classes}</Head>
                <Head right>{w.fields.carriedOver}</Head>
                <Head right>{w.fields.opened}</Head>
                <th scope="col" className="to-right learners" {...role('columnheader')}>
                  {w.fields.learners}
                </th>
                <Head>{w.fields.partner}</Head>
                {shows.place && <Head>{w.fields.place}</Head>}
                {shows.months && <Head>{w.fields.months}</Head>}
                {shows.budget && <Head right>{w.fields.budget}</Head>}
                {shows.note && <Head>{w.fields.note}</Head>}
              </tr>
            </thead>
            <tbody {...role('rowgroup')}>
              {groups.map((group) => (
                <Fragment key={group.groupCode}>
                  <tr className="group" {...role('row')}>
                    <td className="number" {...role('cell')} />
                    <th scope="rowgroup" className="first" {...role('rowheader')}>
                      {group.groupName}
                    </th>
                    <Cell title={w.fields.mode} />
                    {figures(group)}
                    <Cell title={w.fields.partner} />
                    {shows.place && <Cell title={w.fields.place} />}
                    {shows.months && <Cell title={w.fields.months} />}
                    {shows.budget && (
                      <Cell title={w.fields.budget} right>
                        {n(group.budgetDong)}
                      </Cell>
                    )}
                    {shows.note && <Cell title={w.fields.note} />}
                  </tr>
                  {lines
                    .filter((line) => line.groupCode === group.groupCode)
                    .map((line, at) => (
                      <Fragment key={line.id}>
                        <tr {...role('row')} id={`dong-${line.id}`}>
                          <td className="number" {...role('cell')}>
                            {at + 1}
                          </td>
                          <th scope="row" className="first wraps" {...role('rowheader')}>
                            {choices ? (
                              <Link
                                to={chosen === String(line.id) ? '?' : `?dong=${line.id}#dong-${line.id}`}
                                preventScrollReset
                                aria-label={w.pages.editNamed({ title: line.title, mode: line.modeName })}
                              >
                                {line.title}
                              </Link>
                            ) : (
                              line.title
                            )}
                            {line.bloc && <span className="quiet"> ({w.blocs[line.bloc]})</span>}
                            {opens && line.opened > 0 && (
                              <Link
                                className="plan-open"
                                to={`/lop/mo-lop?nam=${version.year}&planLineKey=${line.lineKey}`}
                                aria-label={w.pages.findDatesFor({ title: line.title, mode: line.modeName })}
                              >
                                {w.pages.findDates}
                              </Link>
                            )}
                          </th>
                          <Cell title={w.fields.mode}>{line.modeCode === 'none' ? '–' : line.modeName}</Cell>
                          {figures(line)}
                          <Cell title={w.fields.partner} text>
                            {line.partner}
                          </Cell>
                          {shows.place && (
                            <Cell title={w.fields.place} text>
                              {line.place}
                            </Cell>
                          )}
                          {shows.months && (
                            <Cell title={w.fields.months}>
                              {line.months.length > 0 && w.months({ months: line.months })}
                            </Cell>
                          )}
                          {shows.budget && (
                            <Cell title={w.fields.budget} right>
                              {n(line.budgetDong)}
                            </Cell>
                          )}
                          {shows.note && (
                            <Cell title={w.fields.note} text>
                              {line.note}
                            </Cell>
                          )}
                        </tr>
                        {chosen === String(line.id) && form(line)}
                      </Fragment>
                    ))}
                </Fragment>
              ))}
            </tbody>
            {lines.length > 0 && (
              <tfoot {...role('rowgroup')}>
                <tr {...role('row')}>
                  <td className="number" {...role('cell')} />
                  <td className="first" data-title="" {...role('cell')}>
                    <span>{w.total}</span>
                  </td>
                  <Cell title={w.fields.mode} />
                  {figures(sumsOf(lines))}
                  <Cell title={w.fields.partner} />
                  {shows.place && <Cell title={w.fields.place} />}
                  {shows.months && <Cell title={w.fields.months} />}
                  {shows.budget && (
                    <Cell title={w.fields.budget} right>
                      {n(version.sums.budgetDong)}
                    </Cell>
                  )}
                  {shows.note && <Cell title={w.fields.note} />}
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
      {choices && lines.length > 0 && chosen !== 'moi' && (
        <p className="table-add">
          <ButtonLink to="?dong=moi#dong-moi" preventScrollReset>
            {w.pages.addLine}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

const Head = ({ right, children }: { right?: boolean; children: ReactNode }) => (
  <th scope="col" className={right ? 'to-right' : ''} {...role('columnheader')}>
    {children}
  </th>
)

/** Empty cells are left out of the cards of a phone. */
const Cell = ({
  title,
  right,
  text,
  children,
}: {
  title: string
  right?: boolean
  text?: boolean
  children?: ReactNode
}) => (
  <td
    data-title={title}
    className={[
      right && 'to-right',
      text && 'plan-text',
      (children === undefined || children === null || children === false || children === '') && 'nothing',
    ]
      .filter(Boolean)
      .join(' ')}
    {...role('cell')}
  >
    <span>{children}</span>
  </td>
)

/** The form in the place of a line: its fields, and beside them the way out of the plan and up and down in it. */
function LineForm({
  version,
  lines,
  line,
  choices,
  refused,
}: {
  version: Version
  lines: Line[]
  line: Line | undefined
  choices: Choosable
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const key = line ? `line-${line.id}` : 'line-new'
  const own = lines.filter((one) => one.groupCode === line?.groupCode)
  const at = line ? own.findIndex((one) => one.id === line.id) : -1
  return (
    <>
      <h2 className="plan-form-title">{line ? w.pages.editLine : w.pages.addLine}</h2>
      <Form key={`${key}-${line?.version ?? lines.length}`} name={key} refused={refused}>
        <Hidden name="act" value={line ? 'change' : 'add'} />
        {line && <Hidden name="lineId" value={line.id} />}
        {line && <Hidden name="version" value={line.version} />}
        <LineFields {...choices} line={line} years={yearsOf(version)} />
        <FormActions>
          <SubmitButton>{line ? w.pages.save : w.pages.addLine}</SubmitButton>
          <ButtonLink to="?" preventScrollReset>
            {w.pages.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {line && (
        <div className="form-actions">
          {at > 0 && (
            <Move version={version} lines={lines} line={line} other={own[at - 1]!} label={w.pages.up} />
          )}
          {at < own.length - 1 && (
            <Move version={version} lines={lines} line={line} other={own[at + 1]!} label={w.pages.down} />
          )}
          <Form name={`remove-${line.id}`} refused={refused} guards={false}>
            <Hidden name="act" value="remove" />
            <Hidden name="lineId" value={line.id} />
            <Hidden name="version" value={line.version} />
            <ConfirmButton
              kind="grave"
              title={w.pages.removeSure}
              text={line.title}
              confirm={w.pages.removeLine}
            >
              {w.pages.removeLine}
            </ConfirmButton>
          </Form>
        </div>
      )}
    </>
  )
}

/** The years of a plan for a period; none for that of one year. */
const yearsOf = ({ year, untilYear }: Version): number[] =>
  untilYear === null ? [] : Array.from({ length: untilYear - year + 1 }, (_, i) => year + i)

/** Changes places with a neighbour of the same group. */
function Move({
  version,
  lines,
  line,
  other,
  label,
}: {
  version: Version
  lines: Line[]
  line: Line
  other: Line
  label: string
}) {
  const order = lines.map((one) => (one.id === line.id ? other.id : one.id === other.id ? line.id : one.id))
  return (
    <Form name={`order-${other.id}`} guards={false}>
      <Hidden name="act" value="order" />
      <Hidden name="version" value={version.version} />
      {order.map((id) => (
        <Hidden key={id} name="lineIds" value={id} />
      ))}
      <SubmitButton kind="plain">{label}</SubmitButton>
    </Form>
  )
}

/** Title and assigning body: a form while they may change; while only the year's approved version forbids it, why not. */
function Rename({ version, refused }: { version: Version; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const step = version.steps.find((one) => one.step === 'rename')
  if (step?.refusal === 'plans.nameFrozen')
    return <p className="plan-rename quiet">{w.problems['plans.nameFrozen']}</p>
  if (!version.can.includes('rename')) return null
  return (
    <details key={version.version} className="plan-rename" open={refused?.form === 'rename'}>
      <summary>{w.pages.rename}</summary>
      <Form name="rename" refused={refused}>
        <Hidden name="act" value="rename" />
        <Hidden name="version" value={version.version} />
        <p className="quiet">{w.pages.renameHint}</p>
        <TextInput
          name="title"
          label={w.fields.title}
          defaultValue={version.title}
          maxLength={300}
          autoComplete="off"
          required
        />
        <TextInput
          name="assignedBy"
          label={w.fields.assignedBy}
          hint={w.pages.hintAssignedBy}
          defaultValue={version.assignedBy}
          maxLength={200}
          autoComplete="off"
        />
        <FormActions>
          <SubmitButton>{w.pages.save}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}

function Facts({ version }: { version: Version }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const whoAndWhen = (who: { name: string | null }, at: string | null) =>
    at && [printAt(at), who.name].filter(Boolean).join(', ')
  return (
    <DescriptionList
      facts={[
        { term: w.fields.assignedBy, value: version.assignedBy },
        {
          term: w.fields.state,
          value: [
            w.states[version.state],
            version.isAssigned && w.roles.assigned,
            version.isCurrent && w.roles.current,
          ]
            .filter(Boolean)
            .join(', '),
        },
        {
          term: w.fields.document,
          value:
            version.documentNumber &&
            version.documentOn &&
            w.document({ number: version.documentNumber, on: version.documentOn }),
        },
        { term: w.fields.madeAt, value: whoAndWhen(version.madeBy, version.madeAt) },
        { term: w.fields.submittedAt, value: whoAndWhen(version.submittedBy, version.submittedAt) },
        { term: w.fields.decidedAt, value: whoAndWhen(version.decidedBy, version.decidedAt) },
        ...(version.returnReason ? [{ term: w.fields.reason, value: version.returnReason }] : []),
      ]}
    />
  )
}
