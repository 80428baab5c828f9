import { data, Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays, type Day, daysIn, printDay } from '../../../pure/day.ts'
import { day } from '../../../pure/schema.ts'
import { printNumber } from '../../../pure/share.ts'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, usePrintInstant, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/calendar.page.ts'
import './coordination.css'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today } = visit(context)
  const year = rememberedYear(request, today)
  const { week, month } = readSearch(
    request,
    z.object({ week: day.optional(), month: z.number().int().min(1).max(12).optional() }),
  )
  const shownMonth = month ?? (today.startsWith(String(year)) ? Number(today.slice(5, 7)) : 1)
  const two = String(shownMonth).padStart(2, '0')
  const span = week
    ? { from: week as Day, until: addDays(week as Day, 6) }
    : { from: `${year}-${two}-01` as Day, until: `${year}-${two}-${daysIn(year, shownMonth)}` as Day }
  const { coordination } = api(context)
  const [weeks, entries, feed] = await Promise.all([
    coordination.load({ year }),
    coordination.calendar(span),
    coordination.feedState(),
  ])
  return {
    year,
    weeks,
    entries,
    feed,
    week: week ?? null,
    month: shownMonth,
    span,
    origin: new URL(request.url).origin,
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, z.object({ act: z.enum(['make', 'revoke']) }), async ({ act }) => {
    if (act === 'revoke') {
      await api(context).coordination.revokeFeed()
      return redirect('/phoi-hop/lich')
    }
    // The address is shown in this answer only, and kept nowhere.
    return data<Shown>(await api(context).coordination.makeFeed())
  })

type Shown = { token: string } | Refused
const darkness = [0, 1, 4, 12, 40]

export default function CalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  const { year, weeks, entries, feed, week, month, span, origin } = loaderData
  const w = useWords(vi, en)
  const shell = useShellWords()
  const locale = useLocale()
  const printAt = usePrintInstant()
  const token = actionData && 'token' in actionData ? actionData.token : null
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const months = Array.from({ length: 12 }, (_, i) => ({
    month: i + 1,
    weeks: weeks.filter(({ monday }) => {
      const shown = monday < `${year}-01-01` ? `${year}-01-01` : monday
      return Number(shown.slice(5, 7)) === i + 1
    }),
  }))
  const most = Math.max(...months.map((one) => one.weeks.length))
  return (
    <Page
      title={w.page.calendar}
      lead={w.page.calendarLead({ year })}
      crumbs={[{ title: w.page.title, to: '/phoi-hop' }]}
    >
      <Panel
        title={week ? w.page.weekOf({ from: span.from, until: span.until }) : w.page.monthOf({ month, year })}
        flush
      >
        {entries.length === 0 ? (
          <p className="panel-body quiet">{w.page.nothingIn}</p>
        ) : (
          <ul className="rows">
            {entries.map((entry) => (
              <li key={`${entry.kind} ${entry.id}`}>
                <span>
                  <Link to={entry.path}>{entry.title}</Link>
                  <span className="remark quiet">
                    {entry.kind === 'class'
                      ? w.page.class
                      : entry.kind === 'needRound'
                        ? w.page.needRound
                        : w.side[entry.side ?? 'unit']}
                    {entry.unitName && ` · ${entry.unitName}`}
                    {entry.count > 1 && ` · ${w.page.units({ count: entry.count })}`}
                    {entry.standing && ` · ${w.standing[entry.standing]}`}
                  </span>
                </span>
                <span className="figures">{printDay(entry.on as Day)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={w.page.heat}>
        <p className="quiet">{w.page.heatHint}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className="heat-box" aria-label={shell.table.scrolls({ title: w.page.heat })} tabIndex={0}>
          <table className="heat">
            <thead>
              <tr>
                <th scope="col">{w.page.month}</th>
                {Array.from({ length: most }, (_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place in the month is the week
                  <th key={i} scope="col">
                    {w.page.week({ n: i + 1 })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((one) => (
                <tr key={one.month}>
                  <th scope="row">
                    <Link to={`?nam=${year}&month=${one.month}`}>
                      {w.page.monthInYear({ month: one.month })}
                    </Link>
                  </th>
                  {Array.from({ length: most }, (_, i) => one.weeks[i]).map((cell, i) =>
                    cell ? (
                      <td key={cell.monday}>
                        <Link
                          to={`?nam=${year}&week=${printDay(cell.monday as Day)}`}
                          className={`heat-${darkness.filter((least) => cell.fromUnits + cell.fromSchool >= least).length - 1}`}
                          title={w.page.weekSays({
                            from: cell.monday as Day,
                            due: cell.fromUnits + cell.fromSchool,
                            classes: cell.classes,
                          })}
                          {...(cell.monday === week && { 'aria-current': 'true' as const })}
                        >
                          <small>{printDay(cell.monday as Day).slice(0, 5)}</small>
                          {printNumber(cell.fromUnits + cell.fromSchool, locale)}
                          {cell.classes > 0 && `+${printNumber(cell.classes, locale)}`}
                        </Link>
                      </td>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the month is the week
                      <td key={i} />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
      <Panel title={w.page.feed}>
        <p className="quiet">{w.page.feedHint}</p>
        {token && (
          <Notice tone="good">
            <p>{w.page.feedOnce}</p>
            <code className="shown-once">{`${origin}/phoi-hop/lich/${token}/nhip.ics`}</code>
          </Notice>
        )}
        {feed.madeAt && !token && <p>{w.page.feedSince({ at: printAt(feed.madeAt) })}</p>}
        <Form name="make" refused={refused} guards={false}>
          <Hidden name="act" value="make" />
          <FormActions>
            <SubmitButton kind="plain">{feed.madeAt ? w.page.feedAgain : w.page.feedMake}</SubmitButton>
          </FormActions>
        </Form>
        {feed.madeAt && (
          <Form name="revoke" refused={refused} guards={false}>
            <Hidden name="act" value="revoke" />
            <SubmitButton kind="plain">{w.page.feedRevoke}</SubmitButton>
          </Form>
        )}
      </Panel>
    </Page>
  )
}
