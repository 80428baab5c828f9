import type { ReactNode } from 'react'
import type * as z from 'zod'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { roundPage } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './needs.css'

/** A page of a round: its title, where it stands, and its sides. */
export function RoundFrame({
  round,
  lead,
  actions,
  children,
}: {
  round: z.infer<typeof roundPage>
  lead: string
  actions?: ReactNode
  children: ReactNode
}) {
  const w = useWords(vi, en)
  const decides = useCan('needs.rounds')
  const here = `/nhu-cau/${round.id}`
  return (
    <Page
      title={round.title}
      lead={
        <>
          <span className={`need-state need-state-${round.state}`}>{w.roundStates[round.state]}</span> {lead}
        </>
      }
      crumbs={[{ title: w.pages.rounds, to: '/nhu-cau' }]}
      actions={actions}
    >
      <Tabs
        label={w.pages.rounds}
        tabs={[
          { title: w.pages.board, to: here },
          { title: w.pages.matrix, to: `${here}/tong-hop` },
          { title: w.pages.lines, to: `${here}/tung-dong` },
          { title: w.pages.duplicates, to: `${here}/trung` },
          ...(decides ? [{ title: w.pages.divided, to: `${here}/chia-tach` }] : []),
        ]}
      />
      {children}
    </Page>
  )
}
