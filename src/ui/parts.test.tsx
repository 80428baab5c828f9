import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../pure/words.ts'
import { type Column, DataTable } from './data-table.tsx'
import { DayInput, NumberInput, TextInput } from './fields.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Form } from './form.tsx'
import { LocaleContext } from './locale.tsx'
import { PlanActualChart } from './plan-actual-chart.tsx'
import { Pulse } from './pulse.tsx'
import { StatePath } from './state-path.tsx'
import { Verdicts } from './verdict.tsx'

/** A part as the server renders it at an address, as text that tests can look into. */
function rendered(part: ReactNode, address = '/lop', locale: Locale = 'vi'): string {
  const Stub = createRoutesStub([
    {
      path: '*',
      Component: () => <LocaleContext.Provider value={locale}>{part}</LocaleContext.Provider>,
    },
  ])
  return renderToStaticMarkup(<Stub initialEntries={[address]} />).replaceAll('&amp;', '&')
}

type Row = { id: number; code: string; seats: number }
const rows: Row[] = Array.from({ length: 20 }, (_, i) => ({ id: i + 1, code: `K${i + 1}`, seats: 60 }))
const columns: Column<Row>[] = [
  { key: 'code', title: 'Mã lớp', sort: true, cell: (row) => row.code },
  { key: 'seats', title: 'Chỉ tiêu', sort: true, align: 'right', cell: (row) => row.seats },
  { key: 'note', title: 'Ghi chú', spare: true, cell: () => 'ghi chú' },
]
const table = (given: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) => (
  <DataTable
    name="classes"
    title="Lớp học"
    rows={rows}
    total={4681}
    columns={columns}
    view={{ page: 3, size: 20, sort: 'code', desc: false }}
    rowKey={(row) => row.id}
    empty={{ title: 'Chưa có lớp nào', text: 'Lớp mở theo kế hoạch.' }}
    {...given}
  />
)

describe('a list', () => {
  test('numbers its rows through all pages and says how many there are', () => {
    const html = rendered(table(), '/lop?page=3&size=20')
    expect(html).toContain('41–60 trên 4.681 dòng')
    expect(html).toMatch(/class="number"[^>]*>41</)
  })

  test('sorts by links that keep the filter and go back to the first page', () => {
    const html = rendered(table(), '/lop?q=an&page=3&sort=code')
    expect(html).toContain('href="/lop?q=an&sort=code&desc=true"')
    expect(html).toContain('href="/lop?q=an&sort=seats"')
    expect(html).toContain('aria-sort="ascending"')
  })

  test('offers Excel with the filter of the page and without its paging', () => {
    const html = rendered(table({ excel: '/lop.xlsx' }), '/lop?q=an&page=3&size=20&sort=code')
    expect(html).toContain('href="/lop.xlsx?q=an"')
  })

  test('keeps spare columns back until they are chosen', () => {
    expect(rendered(table())).not.toContain('ghi chú')
  })

  test('teaches when there is nothing, and says so differently when only the filter hides everything', () => {
    const nothing = { rows: [], total: 0 }
    expect(rendered(table(nothing))).toContain('Lớp mở theo kế hoạch.')
    const filtered = rendered(table(nothing), '/lop?q=xyz&nam=2026')
    expect(filtered).not.toContain('Lớp mở theo kế hoạch.')
    expect(filtered).toContain('href="/lop?nam=2026"')
  })
})

describe('a filter bar', () => {
  test('shows what the address filters by and keeps year and sorting, not the page', () => {
    const html = rendered(
      <FilterBar>
        <TextInput name="q" label="Tìm" type="search" />
      </FilterBar>,
      '/lop?q=huỳnh&page=3&sort=code&nam=2024',
    )
    expect(html).toContain('value="huỳnh"')
    expect(html).toContain('name="nam" value="2024"')
    expect(html).toContain('name="sort" value="code"')
    expect(html).not.toContain('name="page"')
  })
})

describe('a form', () => {
  const problem = {
    type: 'x',
    title: 'Có chỗ chưa đúng.',
    status: 422,
    code: 'input.wrong',
    params: {},
    fields: [{ path: 'opensOn', code: 'field.day', sentence: 'Không có ngày này.' }],
    requestId: '1',
  }
  const fields = (
    <>
      <DayInput name="opensOn" label="Khai giảng" defaultValue="2026-09-05" />
      <NumberInput name="hours" label="Số tiết" defaultValue={4681.5} />
    </>
  )

  test('shows days and numbers as they are written in Vietnam', () => {
    const html = rendered(<Form>{fields}</Form>)
    expect(html).toContain('value="05/09/2026"')
    expect(html).toContain('value="4681,5"')
  })

  test('after a refusal each sentence belongs to its field, and what was typed is back without script', () => {
    const html = rendered(
      <Form refused={{ problem, values: { opensOn: '31/02/2026' }, form: null }}>{fields}</Form>,
    )
    expect(html).toContain('value="31/02/2026"')
    const input = /<input[^>]*name="opensOn"[^>]*>/.exec(html)?.[0] ?? ''
    expect(input).toContain('aria-invalid="true"')
    const errorId = /aria-describedby="[^"]*?(\S+-error)"/.exec(input)?.[1]
    expect(html).toContain(`id="${errorId}">Không có ngày này.`)
  })

  test('a refusal of another form on the page is not shown', () => {
    const html = rendered(
      <Form name="note" refused={{ problem, values: {}, form: 'dates' }}>
        {fields}
      </Form>,
    )
    expect(html).not.toContain('Không có ngày này.')
  })
})

test('the pulse can be read without being seen', () => {
  const html = rendered(<Pulse title="Sở Nội vụ" beats={['onTime', 'late', 'none', 'onTime', 'future']} />)
  expect(html).toContain('Nhịp của Sở Nội vụ: 2 tháng đúng hạn, 1 tháng chậm, 1 tháng không có.')
})

test('a chart gives its figures without script, and a month to come is not a zero', () => {
  const html = rendered(
    <PlanActualChart
      title="Học viên"
      items={[
        { label: 'T1', plan: 1200, held: 0 },
        { label: 'T2', plan: 300, held: null },
      ]}
    />,
  )
  expect(html).toContain('<td>1.200</td><td>0</td>')
  expect(html).toContain('<td>300</td><td>–</td>')
})

test('a state says who holds it and since when, in both languages', () => {
  const path = (
    <StatePath
      steps={[{ key: 'b', title: 'Đã trình', state: 'now', who: 'Ban Tổ chức', since: '2026-03-12' }]}
    />
  )
  expect(rendered(path)).toContain('từ 12/03/2026')
  expect(rendered(path, '/', 'en')).toContain('since 12/03/2026')
})

test('a verdict says what is asked, how it came out, why, and where it is written', () => {
  const html = rendered(
    <Verdicts
      verdicts={[
        {
          key: 'a',
          criterion: 'Từ đủ 35 tuổi.',
          result: 'unknown',
          evidence: 'Chưa có ngày sinh.',
          source: 'điều 6',
          todo: 'bổ sung.',
        },
      ]}
    />,
  )
  for (const part of [
    'Từ đủ 35 tuổi.',
    'Chưa rõ',
    'Chưa có ngày sinh.',
    'Căn cứ: điều 6',
    'Việc cần làm: bổ sung.',
  ])
    expect(html).toContain(part)
})
