import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, daysBetween } from '../../../pure/day.ts'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { noticesInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/notices.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, noticesInput)
  const [list, live] = await Promise.all([
    api(context).coordination.notices({ ...view, size: 100 }),
    api(context).coordination.notices({ state: 'live', size: 20 }),
  ])
  return { view, rows: list.rows, live: live.total, today: visit(context).today }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, z.object({ act: z.literal('seen') }), async () => {
    await api(context).coordination.markSeen({})
    return redirect('/thong-bao')
  })

export default function NoticesPage({
  loaderData: { view, rows, live, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  return (
    <Page title={w.page.notices} lead={w.page.noticesLead({ count: live })}>
      {rows.some((row) => !row.isSeen) && (
        <Form refused={actionData} guards={false}>
          <Hidden name="act" value="seen" />
          <FormActions>
            <SubmitButton kind="plain">{w.page.markAll}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {rows.length > 0 && (
        <Panel flush>
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <span>
                  {row.isSeen || row.isOver ? (
                    <Link to={row.path}>{w.remindedOf(row)}</Link>
                  ) : (
                    <strong>
                      <Link to={row.path}>{w.remindedOf(row)}</Link>
                    </strong>
                  )}
                  <span className="remark quiet">
                    {row.unitName} ·{' '}
                    {row.isOver
                      ? w.page.over
                      : w.dueOn({ on: row.dueOn as Day, days: daysBetween(today, row.dueOn as Day) })}
                    {!row.isSeen && !row.isOver && ` · ${w.page.unread}`}
                  </span>
                </span>
                <span className="quiet figures">{printAt(row.madeAt)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <p>
        <Link to={view.state === 'all' ? '/thong-bao' : '/thong-bao?state=all'}>
          {view.state === 'all' ? w.page.noticesLive : w.page.noticesAll}
        </Link>
      </p>
    </Page>
  )
}
