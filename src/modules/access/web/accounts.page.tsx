import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useActor, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { accountsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/accounts.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, accountsInput)
  return { view, ...(await api(context).access.accounts(view)) }
}

export default function AccountsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const locale = useLocale()
  const mayMake = useActor()?.rights.includes('accounts.edit')
  const make = mayMake && (
    <ButtonLink kind="main" to="/quan-tri/tai-khoan/moi">
      {w.accounts.make}
    </ButtonLink>
  )
  return (
    <Page
      title={w.accounts.title}
      lead={w.accounts.lead({ total: printNumber(total, locale) })}
      actions={make}
    >
      <DataTable
        name="accounts"
        title={w.accounts.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.accounts.search} defaultValue={view.q} />
            <Select
              name="role"
              label={w.accounts.role}
              none={w.accounts.anyRole}
              defaultValue={view.role}
              options={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.accounts.name,
            sort: true,
            cell: (row) => <Link to={`/quan-tri/tai-khoan/${row.id}`}>{row.name}</Link>,
          },
          { key: 'email', title: w.accounts.email, sort: true, cell: (row) => row.email },
          {
            key: 'roles',
            title: w.accounts.roles,
            wraps: true,
            cell: (row) =>
              row.grants
                .filter((one) => !one.untilOn)
                .map((one) =>
                  [w.roles[one.role as keyof typeof w.roles], one.unitName].filter(Boolean).join(', '),
                )
                .join('; '),
          },
          {
            key: 'state',
            title: w.accounts.state,
            cell: (row) => (row.isDisabled ? w.accounts.disabled : w.accounts.active),
          },
          {
            key: 'createdAt',
            title: w.accounts.createdAt,
            sort: true,
            cell: (row) => printAt(row.createdAt),
          },
        ]}
        empty={{ title: w.accounts.emptyTitle, text: w.accounts.emptyText, action: make }}
      />
    </Page>
  )
}
