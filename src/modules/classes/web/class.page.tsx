import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, isDay, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { History } from '../../../ui/history.tsx'
import { useCan, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { correctYearInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './class.css'
import type { Route } from './+types/class.page.ts'
import { Bookings, bookingActs, bookingsOf, isBookingAct, runBooking } from './bookings.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { actor, today } = visit(context)
  const classId = Number(params.classId)
  const found = await api(context).classes.get({ classId })
  const history = actor?.rights.includes('audit.read')
    ? (await api(context).record.list({ tableName: 'training_class', rowId: String(classId), size: 20 })).rows
    : null
  const mayEdit = found.can.includes('edit') && found.cancelledOn === null
  return { found, history, today, bookings: await bookingsOf(api(context), classId, mayEdit) }
}

const correction = correctYearInput.omit({ classId: true }).extend({ act: z.literal('correct') })
const cancelling = z.object({
  act: z.literal('cancel'),
  cancelledOn: z.string(),
  reason: z.string().default(''),
  version: z.number(),
})

export const action = ({ context, request, params }: Route.ActionArgs) => {
  const { classes } = api(context)
  const classId = Number(params.classId)
  return submit(
    request,
    z.discriminatedUnion('act', [correction, cancelling, ...bookingActs]),
    async (input) => {
      if (isBookingAct(input)) await runBooking(api(context), classId, input)
      else if (input.act === 'correct') await classes.correctYear({ ...input, classId })
      else await classes.cancel({ ...input, classId, reason: input.reason ?? '' })
      return redirect(`/lop/${classId}`)
    },
  )
}

export default function ClassPage({
  loaderData: { found, history, today, bookings },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const printAt = usePrintInstant()
  const seesLearners = useCan('enrolments.read')
  const seesVisits = useCan('fieldStudies.edit')
  const opened = w.opened({ opensOn: found.opensOn as Day, closesOn: found.closesOn as Day | null })
  const columns = w.columns as Record<string, string>
  const print = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return ''
    // The record holds numbers; what the class names now is known by its name.
    if (key === 'programme_id') return value === found.programmeId ? found.programme : w.another
    if (key === 'host_unit_id') return value === found.hostUnitId ? (found.hostUnit ?? '') : w.another
    if (key === 'partner_unit_id')
      return value === found.partnerUnitId ? (found.partnerUnit ?? '') : w.another
    if (key === 'curriculum_id') return value === found.curriculumId ? (found.curriculum ?? '') : w.another
    if (key === 'plan_line_key') return value === found.planLineKey ? (found.planLine ?? '') : w.another
    const words = key === 'mode_code' ? w.mode : key === 'basis' ? w.basis : {}
    const word = (words as Record<string, string>)[String(value)]
    return word ?? (isDay(value) ? printDay(value) : String(value))
  }
  return (
    <Page
      title={`${found.code} · ${found.name}`}
      lead={`${opened}${found.learners === null ? '' : `, ${w.learnersOf({ learners: found.learners })}`}.`}
      crumbs={[{ title: w.classes, to: '/lop' }]}
      actions={
        <>
          {seesLearners && <ButtonLink to={`/lop/${found.id}/hoc-vien`}>{w.roster}</ButtonLink>}
          {seesVisits && <ButtonLink to={`/thuc-te?classId=${found.id}`}>{w.fieldStudies}</ButtonLink>}
          {found.can.includes('edit') && (
            <ButtonLink kind="main" to={`/lop/${found.id}/sua`}>
              {w.edit}
            </ButtonLink>
          )}
        </>
      }
    >
      {found.cancelledOn && (
        <Notice tone="wrong">
          {w.cancelled({ on: found.cancelledOn as Day, reason: found.cancelledReason ?? '' })}
        </Notice>
      )}
      <Panel title={w.facts} flush>
        <DescriptionList
          facts={[
            {
              term: w.field.programme,
              value: <Link to={`/chuong-trinh/${found.programmeId}`}>{found.programme}</Link>,
            },
            {
              term: w.field.curriculum,
              value: found.curriculumId && (
                <Link to={`/chuong-trinh/phien-ban/${found.curriculumId}`}>{found.curriculum}</Link>
              ),
            },
            { term: w.field.mode, value: w.mode[found.mode] },
            { term: w.field.opensOn, value: printDay(found.opensOn as Day) },
            { term: w.field.closesOn, value: found.closesOn && printDay(found.closesOn as Day) },
            {
              term: w.field.place,
              value: found.hostUnitId ? (
                <Link to={`/don-vi/${found.hostUnitId}`}>{found.place || found.hostUnit}</Link>
              ) : (
                found.place
              ),
            },
            {
              term: w.field.partner,
              value: found.partnerUnitId ? (
                <Link to={`/don-vi/${found.partnerUnitId}`}>{found.partner || found.partnerUnit}</Link>
              ) : (
                found.partner
              ),
            },
            {
              term: w.field.basis,
              value: found.policy
                ? `${w.basis.policy}: ${w.policyOf({ ...found.policy, on: found.policy.on as Day | null })}`
                : w.basis.plan,
            },
            ...(found.policy?.title ? [{ term: w.field.policyTitle, value: found.policy.title }] : []),
            ...(found.planLine ? [{ term: w.field.planLine, value: found.planLine }] : []),
            {
              term: w.field.learners,
              value: found.learners === null ? null : printNumber(found.learners, locale),
            },
            { term: w.field.note, value: found.note },
          ]}
        />
      </Panel>
      <Bookings {...{ bookings, found }} refused={actionData} />
      <Panel title={w.years} flush>
        <p className="class-part quiet">{w.yearsLead}</p>
        <dl className="facts">
          {found.years.map((one) => (
            <div key={one.year}>
              <dt>
                <Link to={`/bao-cao/ke-hoach?nam=${one.year}`}>{one.year}</Link>
              </dt>
              <dd>
                {w.countsAs[one.countsAs]}.{' '}
                {one.correction
                  ? w.corrected({ ...one.correction, on: one.correction.on as Day })
                  : w.byDates}
              </dd>
            </div>
          ))}
        </dl>
        {found.can.includes('correctYear') && (
          <details className="class-part class-edge" open={actionData?.form === 'correct'}>
            <summary>{w.correct}</summary>
            <Form name="correct" refused={actionData}>
              <Hidden name="act" value="correct" />
              <Select
                name="year"
                label={w.correctYear}
                options={found.years.map((one) => ({ value: one.year, label: String(one.year) }))}
                defaultValue={found.years[0]?.year}
              />
              <Select
                name="countsAs"
                label={w.field.countsAs}
                options={[
                  ...Object.entries(w.countsAs).map(([value, label]) => ({ value, label })),
                  { value: 'byDates', label: w.countAsDates },
                ]}
              />
              <TextInput name="reason" label={w.field.reason} required />
              <FormActions>
                <SubmitButton kind="plain">{w.correct}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
      {found.can.includes('cancel') && (
        <Panel title={w.cancel}>
          <p className="quiet">{w.cancelLead}</p>
          <details open={actionData?.form === 'cancel'}>
            <summary>{w.cancel}</summary>
            <Form name="cancel" refused={actionData}>
              <Hidden name="act" value="cancel" />
              <Hidden name="version" value={found.version} />
              <DayInput name="cancelledOn" label={w.field.cancelledOn} defaultValue={today} required />
              <TextInput name="reason" label={w.field.reason} required />
              <FormActions>
                <ConfirmButton
                  kind="grave"
                  title={`${w.cancel} ${found.code}`}
                  text={w.cancelLead}
                  confirm={w.cancelConfirm}
                >
                  {w.cancel}
                </ConfirmButton>
              </FormActions>
            </Form>
          </details>
        </Panel>
      )}
      {history && (
        <Panel title={w.history} flush>
          <History
            entries={history.map((line) => ({
              key: line.id,
              at: printAt(line.madeAt),
              who: line.accountName,
              act: line.action === 'insert' ? ('made' as const) : ('changed' as const),
              reason: line.reason,
              changes: Object.keys(line.after ?? {})
                .filter((key) => key in columns && (line.before !== null || (line.after?.[key] ?? '') !== ''))
                .map((key) => ({
                  field: columns[key] ?? key,
                  before: print(key, line.before?.[key]),
                  after: print(key, line.after?.[key]),
                })),
            }))}
          />
        </Panel>
      )}
    </Page>
  )
}
