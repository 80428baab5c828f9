import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { submit } from '../../../ui/submit.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/calendar.page.ts'
import './calendar.css'
import { Month } from './month.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today } = visit(context)
  const year = rememberedYear(request, today)
  const { calendar } = api(context)
  const [entries, weeks] = await Promise.all([calendar.ofYear({ year }), calendar.weeks({ year })])
  const loaded = /^(\d{1,2})-(\d{1,2})$/.exec(new URL(request.url).searchParams.get('nap') ?? '')
  return {
    year,
    today,
    entries,
    weeks,
    loaded: loaded && { added: Number(loaded[1]), known: Number(loaded[2]) },
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, z.object({ year: z.number() }), async ({ year }) => {
    const { added, known } = await api(context).calendar.loadHolidays({ year })
    return redirect(`/lich?nam=${year}&nap=${added}-${known}`)
  })

export default function CalendarPage({
  loaderData: { year, today, entries, weeks, loaded },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('calendar.edit')
  const mayLoad = useCan('calendar.holidays')
  const toConfirm = entries.filter((entry) => entry.needsConfirmation).length
  const hasHolidays = entries.some((entry) => entry.kind === 'holiday')
  return (
    <Page
      title={w.calendar}
      lead={w.lead({
        year,
        days: weeks.reduce((sum, week) => sum + week.days, 0),
        missing: weeks.reduce((sum, week) => sum + week.missing.length, 0),
      })}
      actions={
        <>
          {mayLoad && (
            <Form refused={actionData} guards={false}>
              <Hidden name="year" value={year} />
              <SubmitButton kind="plain">{w.load({ year })}</SubmitButton>
            </Form>
          )}
          {mayEdit && (
            <ButtonLink kind="main" to="/lich/moi">
              {w.make}
            </ButtonLink>
          )}
        </>
      }
    >
      <Tabs
        label={w.calendar}
        tabs={[
          { title: w.byMonth, to: '/lich' },
          { title: w.asList, to: '/lich/danh-sach' },
        ]}
      />
      {loaded && <Notice tone="good">{w.loaded(loaded)}</Notice>}
      {!hasHolidays && <Notice tone="wrong">{w.noHolidays({ year })}</Notice>}
      {mayLoad && toConfirm > 0 && <Notice>{w.toConfirm({ count: toConfirm })}</Notice>}
      <div className="year-nav">
        <nav aria-label={w.field.year}>
          <Link to={`/lich?nam=${year - 1}`}>{w.ofYear({ year: year - 1 })}</Link>
          <strong>{w.ofYear({ year })}</strong>
          <Link to={`/lich?nam=${year + 1}`}>{w.ofYear({ year: year + 1 })}</Link>
        </nav>
        <ul className="year-legend">
          <li>
            <span className="day-mark day-stops">5</span>
            {w.legend.stops}
          </li>
          <li>
            <span className="day-mark day-event">5</span>
            {w.legend.event}
          </li>
          <li>
            <span className="day-mark day-busy">5</span>
            {w.legend.busy}
          </li>
        </ul>
      </div>
      <div className="months">
        {Array.from({ length: 12 }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year stay where they are
          <Month key={i} month={i + 1} {...{ year, today, entries, weeks }} />
        ))}
      </div>
    </Page>
  )
}
