import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays, type Day, yearOf } from '../../../pure/day.ts'
import { Checkbox, Choices, DayInput, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterForm } from '../../../ui/filter-form.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { classMode, type opening, openingsInput } from '../contract.ts'
import { workingDaysOf } from '../rules/opening.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/opening.page.ts'
import { classChoices } from './class-choices.ts'
import './opening.css'

type Opening = z.infer<typeof opening>

/** What the address asks: the proposals' input as far as it is known, and the date that was chosen. */
const asked = openingsInput
  .partial()
  .extend({ planLineKey: z.uuid().optional(), chon: z.iso.date().meta({ kind: 'day' }).optional() })

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today, actor } = visit(context)
  const view = readSearch(request, asked)
  const { classes, lecturers } = api(context)
  const found = view.classId ? await classes.get({ classId: view.classId }) : null
  const year = found ? yearOf(found.opensOn) : rememberedYear(request, today)
  const choices = await classChoices(api(context), year, actor?.rights.includes('plans.read') ?? false)
  const line = choices.lines.find((one) => one.lineKey === view.planLineKey)
  const programmeId = view.programmeId ?? found?.programmeId ?? line?.programmeId ?? undefined
  const learners = view.learners ?? found?.learners ?? line?.learners ?? undefined
  const hours = programmeId ? await lecturers.hours({ programmeId }) : []
  const lessonHours = hours.reduce((sum, one) => sum + one.hours, 0)
  const teachingDays =
    view.teachingDays ??
    (found?.closesOn
      ? workingDaysOf({ fromOn: found.opensOn, lastOn: found.closesOn })
      : lessonHours > 0
        ? Math.ceil(lessonHours / hoursADay)
        : undefined)
  const soon = addDays(today, 7)
  const wished = line?.months.map((month) => `${year}-${String(month).padStart(2, '0')}-01`).sort()[0]
  const begin = found?.opensOn ?? wished ?? soon
  const earliest = view.earliest ?? (begin > soon ? begin : soon)
  const needsRoom = view.needsRoom ?? true
  const weeks = view.weeks ?? 12
  const input = { programmeId, learners, teachingDays, earliest, weeks, needsRoom }
  const isComplete = programmeId && learners && teachingDays
  const openings = isComplete
    ? await classes.openings({
        programmeId,
        learners,
        teachingDays,
        earliest,
        weeks,
        needsRoom,
        ...(found && { classId: found.id }),
      })
    : null
  return {
    withoutHolidays: openings ? await yearsWithoutHolidays(api(context), earliest, openings) : [],
    view: { ...input, planLineKey: view.planLineKey },
    found: found && { id: found.id, code: found.code, name: found.name, version: found.version },
    choices,
    line: line ?? null,
    openings,
    chosen: openings?.find((one) => one.opensOn === view.chon) ?? null,
    hasHours: hours.length > 0,
  }
}

/** The years in which a proposed class has lessons and for which nobody has entered the public holidays. */
async function yearsWithoutHolidays(
  { calendar }: ReturnType<typeof api>,
  earliest: Day,
  openings: readonly Opening[],
): Promise<number[]> {
  const last = openings.reduce((day, one) => (one.closesOn > day ? one.closesOn : day), earliest)
  const years = Array.from({ length: yearOf(last) - yearOf(earliest) + 1 }, (_, i) => yearOf(earliest) + i)
  const found = await Promise.all(years.map((year) => calendar.list({ year, kind: 'holiday', size: 20 })))
  return years.filter((_, i) => found[i]?.total === 0)
}

/** How many lesson hours a day are proposed where nobody has said how long the class is. */
const hoursADay = 8

/** A lecturer with the days, as one checkbox can say it. */
const wishText = (lecturerId: number, block: { fieldCode: string; fromOn: Day; lastOn: Day }) =>
  [lecturerId, block.fieldCode, block.fromOn, block.lastOn].join('|')

const wishOf = (text: string) => {
  const [lecturerId, fieldCode = '', fromOn = '', lastOn = ''] = text.split('|')
  return { lecturerId: Number(lecturerId), fieldCode, fromOn, lastOn }
}

const booking = {
  opensOn: z.string(),
  closesOn: z.string(),
  roomId: z.number().optional(),
  lecturers: z.array(z.string()).default([]),
}
const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('holidays'), year: z.number() }),
  z.object({ act: z.literal('move'), classId: z.number(), version: z.number(), ...booking }),
  z.object({
    act: z.literal('make'),
    code: z.string().optional(),
    name: z.string().optional(),
    programmeId: z.number(),
    mode: classMode.default('none'),
    learners: z.number(),
    planLineKey: z.string().optional(),
    ...booking,
  }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { calendar, classes } = api(context)
    if (input.act === 'holidays') {
      await calendar.loadHolidays({ year: input.year })
      return redirect(`/lop/mo-lop${new URL(request.url).search}`)
    }
    const lecturers = (input.lecturers ?? []).map(wishOf)
    if (input.act === 'move') {
      await classes.schedule({ ...input, lecturers })
      return redirect(`/lop/${input.classId}`)
    }
    const made = await classes.open({
      ...input,
      code: input.code ?? '',
      name: input.name ?? '',
      basis: 'plan',
      lecturers,
    })
    return redirect(`/lop/${made.id}`)
  })

export default function OpeningPage({
  loaderData: { view, found, choices, line, openings, chosen, hasHours, withoutHolidays },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayLoadHolidays = useCan('calendar.holidays')
  const groups = [...new Set(choices.programmes.map((one) => one.group))]
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...view, classId: found?.id }))
    if (value !== undefined) kept.set(name, String(value))
  return (
    <Page
      title={found ? w.opening.forClass({ code: found.code }) : w.opening.title}
      lead={found ? found.name : w.opening.lead}
      crumbs={[
        { title: w.classes, to: '/lop' },
        ...(found ? [{ title: found.code, to: `/lop/${found.id}` }] : []),
      ]}
    >
      {chosen && openings && (
        <Chosen
          {...{ chosen, found, view, line }}
          programme={choices.programmes.find((one) => one.id === view.programmeId)?.name}
          refused={actionData}
        />
      )}
      <Panel title={w.opening.what}>
        <FilterForm>
          {found ? (
            <>
              <Hidden name="classId" value={found.id} />
              <Hidden name="programmeId" value={view.programmeId ?? ''} />
            </>
          ) : (
            <>
              {choices.lines.length > 0 && (
                <Select
                  name="planLineKey"
                  label={w.opening.line}
                  none={w.noLine}
                  defaultValue={view.planLineKey}
                  options={choices.lines.map((one) => ({ value: one.lineKey, label: one.title }))}
                />
              )}
              <Select
                name="programmeId"
                label={w.opening.programme}
                none={choices.lines.length > 0 ? w.opening.fromLine : '…'}
                defaultValue={view.programmeId}
                options={groups.map((group) => ({
                  group,
                  options: choices.programmes
                    .filter((one) => one.group === group)
                    .map((one) => ({ value: one.id, label: one.name })),
                }))}
              />
            </>
          )}
          <FieldRow>
            <NumberInput name="learners" label={w.opening.learners} defaultValue={view.learners} required />
            <NumberInput
              name="teachingDays"
              label={w.opening.teachingDays}
              hint={w.opening.teachingDaysHint}
              defaultValue={view.teachingDays}
            />
            <DayInput name="earliest" label={w.opening.earliest} defaultValue={view.earliest} />
            <NumberInput name="weeks" label={w.opening.weeks} defaultValue={view.weeks} />
          </FieldRow>
          <Checkbox
            name="needsRoom"
            label={w.opening.needsRoom}
            hint={w.opening.needsRoomHint}
            defaultChecked={view.needsRoom}
          />
          <FormActions>
            <SubmitButton kind={openings ? 'plain' : 'main'}>{w.opening.find}</SubmitButton>
          </FormActions>
        </FilterForm>
      </Panel>
      {openings === null ? (
        <Notice>{w.opening.none}</Notice>
      ) : (
        <>
          {withoutHolidays.map((year) => (
            <Notice key={year} tone="wrong">
              <p>{w.opening.noHolidays({ year })}</p>
              {mayLoadHolidays ? (
                <Form name={`holidays-${year}`} refused={actionData} guards={false}>
                  <Hidden name="act" value="holidays" />
                  <Hidden name="year" value={year} />
                  <FormActions>
                    <SubmitButton kind="plain">{w.opening.loadHolidays({ year })}</SubmitButton>
                  </FormActions>
                </Form>
              ) : (
                <Link to={`/lich?nam=${year}`}>{w.opening.seeCalendar({ year })}</Link>
              )}
            </Notice>
          ))}
          {!hasHours && (
            <Notice>
              {w.opening.noHours}{' '}
              <Link to={`/giang-vien/chuyen-mon?programmeId=${view.programmeId}`}>{w.opening.setHours}</Link>
            </Notice>
          )}
          <Panel
            title={w.opening.results({
              good: openings.filter((one) => one.fit !== 'blocked').length,
              of: openings.length,
            })}
            flush
          >
            <ol className="openings">
              {openings.map((one) => (
                <li key={one.opensOn} className={`opening-${one.fit}`}>
                  <div className="opening-head">
                    <strong>{w.opening.days({ opensOn: one.opensOn, closesOn: one.closesOn })}</strong>
                    <span className="opening-fit">{w.opening.fit[one.fit]}</span>
                    {one.fit !== 'blocked' && (
                      <Link
                        className="button button-plain"
                        to={`?${kept}&chon=${one.opensOn}`}
                        aria-label={`${w.opening.choose}: ${w.opening.days({ opensOn: one.opensOn, closesOn: one.closesOn })}`}
                      >
                        {w.opening.choose}
                      </Link>
                    )}
                  </div>
                  <Reasons reasons={one.reasons} />
                </li>
              ))}
            </ol>
          </Panel>
        </>
      )}
    </Page>
  )
}

/** Why a date is good or not, what speaks against it first. */
function Reasons({ reasons }: { reasons: Opening['reasons'] }) {
  const w = useWords(vi, en)
  return (
    <ul className="reasons">
      {reasons
        .toSorted((a, b) => b.weight - a.weight)
        .map((one) => {
          const say = w.opening.reason[one.code] as (p: Opening['reasons'][number]) => string
          const sentence = say(one)
          return (
            <li key={sentence} className={one.weight > 0 ? 'against' : 'for'}>
              {sentence}
            </li>
          )
        })}
    </ul>
  )
}

/** The chosen date: which room, who teaches, and for a new class what it is called. */
function Chosen({
  chosen,
  found,
  view,
  line,
  programme,
  refused,
}: {
  programme: string | undefined
  chosen: Opening
  found: { id: number; version: number } | null
  view: { programmeId?: number | undefined; learners?: number | undefined; planLineKey?: string | undefined }
  line: { title: string; mode: string | null } | null
  refused: Route.ComponentProps['actionData']
}) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.opening.chosen({ opensOn: chosen.opensOn, closesOn: chosen.closesOn })}>
      <Form refused={refused}>
        {found ? (
          <>
            <p className="quiet">{w.opening.moveLead}</p>
            <Hidden name="act" value="move" />
            <Hidden name="classId" value={found.id} />
            <Hidden name="version" value={found.version} />
          </>
        ) : (
          <>
            <Hidden name="act" value="make" />
            <Hidden name="programmeId" value={view.programmeId ?? ''} />
            <Hidden name="learners" value={view.learners ?? ''} />
            {view.planLineKey && <Hidden name="planLineKey" value={view.planLineKey} />}
            <FieldRow>
              <TextInput
                name="code"
                label={w.field.code}
                hint={w.hint.code}
                width="short"
                autoComplete="off"
                required
              />
              <TextInput
                name="name"
                label={w.field.name}
                defaultValue={line?.title ?? programme}
                autoComplete="off"
                required
              />
            </FieldRow>
            <Select
              name="mode"
              label={w.field.mode}
              defaultValue={line?.mode ?? 'none'}
              options={Object.entries(w.mode).map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
        <Hidden name="opensOn" value={chosen.opensOn} />
        <Hidden name="closesOn" value={chosen.closesOn} />
        <Select
          name="roomId"
          label={w.opening.room}
          none={w.opening.noRoom}
          defaultValue={chosen.rooms[0]?.id}
          options={chosen.rooms.map((room) => ({ value: room.id, label: w.opening.roomOf(room) }))}
        />
        {chosen.blocks.map((block) =>
          block.free.length === 0 ? (
            <p key={block.fieldCode}>
              {w.opening.lecturersOf({ ...block, field: block.fieldName })}. {w.opening.noLecturer}
            </p>
          ) : (
            <Choices
              key={block.fieldCode}
              name="lecturers"
              label={w.opening.lecturersOf({ ...block, field: block.fieldName })}
              multiple
              defaultValue={block.chosen.map((lecturerId) => wishText(lecturerId, block))}
              options={block.free.slice(0, Math.max(8, block.chosen.length)).map((one) => ({
                value: wishText(one.id, block),
                label: one.isGuest ? w.opening.guest(one) : one.name,
              }))}
            />
          ),
        )}
        <FormActions>
          <SubmitButton>{found ? w.opening.move : w.opening.make}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}
