import { redirect } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { paymentListInput, rateInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/payment.page.ts'
import { choicesOf } from './choices.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const here = api(context)
  const asked = readSearch(request, paymentListInput)
  // Without a month and a class it is the month of today: all that was ever paid is asked for by nobody.
  const month = asked.month ?? (asked.classId === undefined ? visit(context).today.slice(0, 7) : undefined)
  const view = { ...asked, ...(month && { month }) }
  return {
    view,
    excel: `/api/teaching-payment/xlsx${month === asked.month ? '' : `?month=${month}`}`,
    payment: await here.teaching.payment(view),
    rates: await here.teaching.rates(),
    choices: await choicesOf(here),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, rateInput, async (input) => {
    await api(context).teaching.addRate(input)
    return redirect('/thanh-toan-giang')
  })

export default function PaymentPage({
  loaderData: { view, excel, payment, rates, choices },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('teaching.edit')
  const dong = (value: number | null) =>
    value === null ? <span className="quiet">{w.noRate}</span> : printNumber(value, locale)
  const groups = [
    { value: 'true', label: w.guests },
    { value: 'false', label: w.owns },
  ]
  return (
    <Page
      title={w.payment}
      lead={w.paymentLead}
      actions={
        payment.rows.length > 0 && (
          <Letters
            address="/api/teaching-payment/letter"
            letters={[{ title: w.word }]}
            filter={{
              month: view.month,
              classId: view.classId?.toString(),
              isGuest: view.isGuest?.toString(),
            }}
          />
        )
      }
    >
      {payment.withoutRate > 0 && (
        <Notice tone="plain">{w.withoutRate({ rows: payment.withoutRate })}</Notice>
      )}
      {payment.unconfirmed > 0 && (
        <Notice tone="plain">{w.unconfirmed({ sessions: payment.unconfirmed })}</Notice>
      )}
      <DataTable
        name="payment"
        title={w.payment}
        rows={payment.rows}
        total={payment.total}
        view={view}
        rowKey={(row) => `${row.lecturerId} ${row.classCode} ${row.title} ${row.hourDong}`}
        excel={excel}
        filter={
          <FilterBar>
            <TextInput name="month" label={w.month} hint={w.monthHint} defaultValue={view.month ?? ''} />
            <Select
              name="isGuest"
              label={w.who}
              none={w.all}
              defaultValue={view.isGuest === undefined ? undefined : String(view.isGuest)}
              options={groups}
            />
          </FilterBar>
        }
        columns={[
          { key: 'lecturer', title: w.lecturer, wraps: true, cell: (row) => row.lecturer },
          { key: 'class', title: w.class, cell: (row) => row.classCode },
          { key: 'title', title: w.topic, wraps: true, cell: (row) => row.title },
          { key: 'days', title: w.days, wraps: true, cell: (row) => row.days },
          {
            key: 'hours',
            title: w.hoursCount,
            align: 'right',
            cell: (row) => row.hours,
            total: printNumber(payment.hours, locale),
          },
          { key: 'rate', title: w.rate, align: 'right', cell: (row) => dong(row.hourDong) },
          {
            key: 'amount',
            title: w.amount,
            align: 'right',
            cell: (row) => dong(row.amountDong),
            total: printNumber(payment.amountDong, locale),
          },
          {
            key: 'tax',
            title: w.tax,
            align: 'right',
            cell: (row) => dong(row.taxDong),
            total: printNumber(payment.taxDong, locale),
          },
          {
            key: 'net',
            title: w.net,
            align: 'right',
            cell: (row) => dong(row.netDong),
            total: printNumber(payment.netDong, locale),
          },
        ]}
        empty={{ title: w.noPayment, text: w.noPaymentText }}
      />
      <Panel title={w.rates}>
        {rates.length === 0 && <p className="quiet">{w.ratesNone}</p>}
        <ul>
          {rates.map((one) => (
            <li key={one.id}>
              {one.lecturer ?? (one.isGuest ? w.guests : w.owns)}: {printNumber(one.hourDong, locale)},{' '}
              {w.rateTax({ percent: printNumber(one.taxPercent, locale) })},{' '}
              {w.rateOf({ from: one.fromOn, source: one.source })}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <details open={actionData !== undefined}>
            <summary>{w.rateAdd}</summary>
            <Form refused={actionData}>
              <FieldRow>
                <Select name="isGuest" label={w.rateFor} options={groups} />
                <Select
                  name="lecturerId"
                  label={w.rateLecturer}
                  none={w.everybody}
                  options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
                />
                <DayInput name="fromOn" label={w.fromOn} defaultValue={null} required />
              </FieldRow>
              <FieldRow>
                <NumberInput name="hourDong" label={w.rateDong} required />
                <NumberInput name="taxPercent" label={w.rateTaxField} defaultValue={0} />
              </FieldRow>
              <TextInput name="source" label={w.rateSource} hint={w.rateSourceHint} required />
              <FormActions>
                <SubmitButton>{w.rateAdd}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
    </Page>
  )
}
