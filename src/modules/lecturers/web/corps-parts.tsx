import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { Day } from '../../../pure/day.ts'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { unitChoices, unitMeant } from '../../../ui/unit-choice.ts'
import type { Visit } from '../../../ui/visit.ts'
import type { approvalState, lecturerCategory, profile } from '../contract/profile.ts'
import type { lecturer } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Standing = {
  approval: z.infer<typeof approvalState>
  approvedLastOn: Day | null
  isProposed?: boolean
}

/** How it stands with an approval, in words, with its last day. */
export function Approval({ of }: { of: Standing }) {
  const w = useWords(vi, en)
  const { approval, approvedLastOn } = of
  const isBad = approval === 'expired' || approval === 'none'
  return (
    <span className={isBad ? 'wrong' : undefined}>
      {w.approvals[approval]}
      {approvedLastOn && approval !== 'notNeeded' && (
        <span className="remark quiet figures">
          {approval === 'expired'
            ? w.expiredOn({ lastOn: approvedLastOn })
            : w.approvedUntil({ lastOn: approvedLastOn })}
        </span>
      )}
      {of.isProposed && approval !== 'proposed' && (
        <span className="remark quiet">{w.approvals.proposed}</span>
      )}
    </span>
  )
}

/** Codes with their names, in the reader's language. */
export function useNames(
  list: readonly { code: string; name: string; nameEn: string }[],
): (code: string | null) => string {
  const locale = useLocale()
  const names = new Map(list.map((one) => [one.code, locale === 'vi' ? one.name : one.nameEn]))
  return (code) => (code === null ? '' : (names.get(code) ?? code))
}

export function useTravel(): (
  of: Pick<z.infer<z.ZodObject<typeof profile>>, 'travel' | 'travelKm'>,
) => string {
  const w = useWords(vi, en)
  return ({ travel, travelKm }) =>
    travel === 'distance' && travelKm !== null ? w.travelWithin({ km: travelKm }) : w.travels[travel]
}

/** The pages of one lecturer: heading, sides, and what is wrong with the approval above everything. */
export function LecturerFrame({
  lecturer: one,
  categories,
  mayEdit,
  mayLoad,
  actions,
  children,
}: {
  lecturer: z.infer<typeof lecturer>
  categories: readonly z.infer<typeof lecturerCategory>[]
  mayEdit: boolean
  mayLoad: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  const w = useWords(vi, en)
  const nameOf = useNames(categories)
  const at = `/giang-vien/${one.id}`
  const seesTeaching = useCan('teaching.read')
  const isMissing = one.needsApproval && !['valid', 'expiring'].includes(one.approval)
  return (
    <Page
      title={one.name}
      lead={[
        one.isGuest ? w.guest : w.own,
        nameOf(one.categoryCode),
        one.post ? `${one.post.title}, ${one.post.place}` : one.workplace,
      ]
        .filter(Boolean)
        .join(' · ')}
      crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}
      actions={actions}
    >
      <Tabs
        label={w.tabs.label}
        tabs={[
          { title: w.tabs.profile, to: at },
          ...(one.isGuest ? [{ title: w.tabs.approvals, to: `${at}/phe-duyet` }] : []),
          ...(mayLoad ? [{ title: w.tabs.load, to: `${at}/tai-giang` }] : []),
          ...(seesTeaching ? [{ title: w.tabs.sessions, to: `${at}/buoi-giang` }] : []),
          { title: w.tabs.documents, to: `${at}/tai-lieu` },
          ...(mayEdit ? [{ title: w.tabs.edit, to: `${at}/sua` }] : []),
        ]}
      />
      {isMissing && <Notice tone="wrong">{w.page.notApproved({ name: one.name })}</Notice>}
      {children}
    </Page>
  )
}

/**
 * The units that lines of text mean.
 * @throws a refusal at the field, when a line means no unit or several
 */
export async function unitIdsOf(here: Visit, text: string | undefined): Promise<number[]> {
  const names = (text ?? '')
    .split(/[\n;]/)
    .map((one) => one.trim())
    .filter(Boolean)
  if (names.length === 0) return []
  const choices = await unitChoices(here.api)
  return names.map((name) => {
    const unit = unitMeant(choices, name)
    if (unit) return unit.id
    throw here.refusal('input.wrong', [
      { path: 'travelUnitNames', code: 'people.unitUnknown', params: { name } },
    ])
  })
}
