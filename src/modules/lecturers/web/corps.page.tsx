import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useCan, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { dossiersInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/corps.page.ts'
import { Approval } from './corps-parts.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const view = readSearch(request, dossiersInput)
  const { actor } = visit(context)
  const may = (right: string) => actor?.rights.includes(right) ?? false
  const isUnit = may('corps.propose') && !may('corps.submit')
  const takesPart = isUnit || may('corps.submit')
  const latest = { sort: 'sentAt', size: 20 } as const
  return {
    view,
    isUnit,
    dossiers: isUnit ? null : await lecturers.dossiers(view),
    proposals: takesPart
      ? await lecturers.proposals({ ...latest, ...(!isUnit && { state: 'sent' as const }) })
      : null,
    guests: isUnit ? await lecturers.unitGuests({ size: 100 }) : null,
    questions: may('corps.review') ? (await lecturers.questions()).length : 0,
  }
}

export default function CorpsPage({
  loaderData: { view, isUnit, dossiers, proposals, guests, questions },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const maySubmit = useCan('corps.submit')
  const mayPropose = useCan('corps.propose')
  const mayRead = useCan('lecturers.read')
  const short = { page: 1, size: 20 }
  return (
    <Page
      title={w.corps.title}
      lead={isUnit ? w.corps.unitLead : w.corps.lead}
      {...(mayRead && { crumbs: [{ title: w.lecturers, to: '/giang-vien' }] })}
      actions={
        <>
          {mayPropose && (
            <ButtonLink kind="main" to="/giang-vien/de-nghi/moi">
              {w.corps.propose}
            </ButtonLink>
          )}
          {maySubmit && (
            <ButtonLink kind="main" to="/giang-vien/ho-so/moi">
              {w.corps.makeDossier}
            </ButtonLink>
          )}
        </>
      }
    >
      {questions > 0 && (
        <Notice tone="wrong" title={w.corps.questions}>
          <Link to="/giang-vien/xem-lai">{w.corps.questionsCount({ count: questions })}</Link>
        </Notice>
      )}
      {guests && (
        <Panel title={w.corps.ownGuests} flush holdsTable>
          <DataTable
            name="unit-guests"
            title={w.corps.ownGuests}
            rows={guests.rows}
            total={guests.total}
            view={short}
            rowKey={(row) => row.lecturerId}
            columns={[
              { key: 'name', title: w.field.name, cell: (row) => row.name },
              {
                key: 'title',
                title: w.field.post,
                wraps: true,
                cell: (row) => `${row.title}, ${row.unitName}`,
              },
              { key: 'approval', title: w.field.approval, cell: (row) => <Approval of={row} /> },
              {
                key: 'document',
                title: w.corps.documentNumber,
                cell: (row) => row.documentNumber ?? '–',
              },
            ]}
            empty={{ title: w.corps.ownGuests, text: w.corps.noOwnGuests }}
          />
        </Panel>
      )}
      {dossiers && (
        <Panel title={w.corps.dossiers} flush holdsTable>
          <DataTable
            name="dossiers"
            title={w.corps.dossiers}
            rows={dossiers.rows}
            total={dossiers.total}
            view={view}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                title: w.corps.dossierName,
                sort: true,
                wraps: true,
                cell: (row) => <Link to={`/giang-vien/ho-so/${row.id}`}>{row.title}</Link>,
              },
              { key: 'state', title: w.corps.state, cell: (row) => w.corps.states[row.state] },
              { key: 'guests', title: w.corps.guests, align: 'right', cell: (row) => row.guests },
              {
                key: 'approved',
                title: w.corps.approvedCount,
                align: 'right',
                cell: (row) => (row.state === 'decided' ? row.approved : '–'),
              },
              {
                key: 'submittedAt',
                title: w.corps.submittedAt,
                sort: true,
                cell: (row) => (row.submittedAt ? printAt(row.submittedAt) : '–'),
              },
              {
                key: 'document',
                title: w.corps.documentNumber,
                cell: (row) => row.documentNumber ?? '–',
              },
            ]}
            empty={{
              title: w.corps.noDossiers,
              text: maySubmit ? w.corps.noDossiersText : w.corps.noneSubmitted,
            }}
          />
        </Panel>
      )}
      {proposals && (
        <Panel title={w.corps.proposals} flush holdsTable>
          <DataTable
            name="proposals"
            title={w.corps.proposals}
            rows={proposals.rows}
            total={proposals.total}
            view={short}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                title: w.field.name,
                cell: (row) => <Link to={`/giang-vien/de-nghi/${row.id}`}>{row.name}</Link>,
              },
              {
                key: 'title',
                title: w.field.post,
                wraps: true,
                cell: (row) => `${row.title}, ${row.unitName}`,
              },
              { key: 'state', title: w.corps.state, cell: (row) => w.corps.proposalStates[row.state] },
              {
                key: 'approval',
                title: w.field.approval,
                cell: (row) =>
                  row.approval ? (
                    <Approval of={{ approval: row.approval, approvedLastOn: row.approvedLastOn }} />
                  ) : (
                    '–'
                  ),
              },
              { key: 'sentAt', title: w.corps.sentAt, cell: (row) => printAt(row.sentAt) },
            ]}
            empty={{ title: w.corps.noProposals, text: w.corps.noProposalsText }}
          />
        </Panel>
      )}
    </Page>
  )
}
