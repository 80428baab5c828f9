import type * as z from 'zod'
import type { Share } from '../../pure/share.ts'
import {
  type curriculumItem,
  type curriculumKind,
  type curriculumState,
  hourKinds,
  type hours,
  type itemKind,
} from './contract.ts'

export type Hours = z.infer<typeof hours>
export type ItemKind = z.infer<typeof itemKind>
export type Item = z.infer<typeof curriculumItem>
export type CurriculumState = z.infer<typeof curriculumState>
/** An item as it is stored, before it has its place in the outline. */
export type BareItem = Omit<Item, 'depth' | 'number' | 'sums' | 'total'>

export const noHours: Hours = {
  theory: 0,
  discussion: 0,
  practice: 0,
  field: 0,
  selfStudy: 0,
  report: 0,
  exam: 0,
}

export const addHours = (a: Hours, b: Hours): Hours =>
  Object.fromEntries(hourKinds.map((kind) => [kind, a[kind] + b[kind]])) as Hours

export const totalOf = (h: Hours): number => hourKinds.reduce((sum, kind) => sum + h[kind], 0)

/** Practice in the school and in the field, of all lesson hours. Which kinds count is a convention of the house, shown beside it. */
export const practiceOf = (h: Hours): Share => ({ part: h.practice + h.field, whole: totalOf(h) })

/** 1 → I, 4 → IV; parts are numbered as on paper. */
export function roman(n: number): string {
  const signs: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = n
  let text = ''
  for (const [value, sign] of signs)
    for (; left >= value; left -= value) {
      text += sign
    }
  return text
}

/**
 * The outline in reading order: depth, number (parts I, II; in them 1, 2; in a module 1.1), sums with everything below.
 * Works for any depth: topics under a part, modules or topics without a part.
 */
export function outlineOf(items: readonly BareItem[]): Item[] {
  const below = new Map<number | null, BareItem[]>()
  for (const item of items) below.set(item.parentId, [...(below.get(item.parentId) ?? []), item])
  const walk = (parentId: number | null, depth: number, above: string): Item[] => {
    const counts = { part: 0, other: 0 }
    return (below.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || a.id - b.id)
      .flatMap((item) => {
        const n = item.kind === 'part' ? ++counts.part : ++counts.other
        const number = item.kind === 'part' ? roman(n) : above === '' ? String(n) : `${above}.${n}`
        const inside = walk(item.id, depth + 1, item.kind === 'part' ? '' : number)
        const sums = inside
          .filter((one) => one.parentId === item.id)
          .reduce((sum, one) => addHours(sum, one.sums), item.hours)
        return [{ ...item, depth, number, sums, total: totalOf(sums) }, ...inside]
      })
  }
  return walk(null, 0, '')
}

/** The sums of the whole. */
export const sumsOf = (items: readonly Pick<Item, 'hours'>[]): Hours =>
  items.reduce((sum, item) => addHours(sum, item.hours), noHours)

const ranks: Record<ItemKind, number> = { part: 0, module: 1, topic: 2 }

/** May an item of this kind stand there? A part stands in nothing; a topic in a part or module; a module in a part; all in the outline itself. */
export const standsIn = (kind: ItemKind, parent: ItemKind | null): boolean =>
  parent === null || ranks[kind] > ranks[parent]

export type Step = 'edit' | 'invite' | 'limit' | 'submit' | 'return' | 'approve' | 'adopt' | 'copy' | 'retire'

export type StepFacts = {
  kind: z.infer<typeof curriculumKind>
  state: CurriculumState
  topics: number
  submittedById: number | null
  /** The council of this submission has concluded. */
  isConcluded: boolean
  /** The actor may write in it: the school, or a unit that was invited to. */
  mayEdit: boolean
}

/** Which right each step demands. */
export const rightOfStep: Record<Step, string> = {
  edit: 'curricula.edit',
  invite: 'curricula.manage',
  limit: 'curricula.manage',
  submit: 'curricula.manage',
  return: 'curricula.decide',
  approve: 'curricula.decide',
  adopt: 'curricula.manage',
  copy: 'curricula.manage',
  retire: 'curricula.manage',
}

/** Steps that belong to frames only, or to the school's own versions only. */
const kindOfStep: Partial<Record<Step, StepFacts['kind']>> = {
  limit: 'frame',
  adopt: 'frame',
  invite: 'school',
  submit: 'school',
  return: 'school',
  approve: 'school',
}

/** Why a step cannot be taken now, as the code of its sentence; null: it can. */
export function refusalOfStep(step: Step, facts: StepFacts, accountId: number): string | null {
  const { state } = facts
  const isOpen = state === 'draft' || state === 'returned'
  if (kindOfStep[step] && kindOfStep[step] !== facts.kind) return 'curricula.otherKind'
  if (step === 'copy') return null
  if (step === 'retire') return state === 'approved' ? null : 'curricula.notApproved'
  if (state === 'approved' || state === 'retired') return 'curricula.frozen'
  if (step === 'return' || step === 'approve') {
    if (state !== 'submitted') return 'curricula.notSubmitted'
    if (step === 'return') return null
    if (facts.submittedById === accountId) return 'curricula.secondPerson'
    return facts.isConcluded ? null : 'curricula.notConcluded'
  }
  if (!isOpen) return 'curricula.submittedClosed'
  if (step === 'edit') return facts.mayEdit ? null : 'curricula.notInvited'
  if ((step === 'submit' || step === 'adopt') && facts.topics === 0) return 'curricula.empty'
  return null
}

/** Every step that the rights allow at all on this kind of version, with what stands in its way. */
export const stepsOf = (
  facts: StepFacts,
  actor: { accountId: number; rights: readonly string[] },
): { step: Step; refusal: string | null }[] =>
  (Object.keys(rightOfStep) as Step[])
    .filter((step) => actor.rights.includes(rightOfStep[step]))
    .map((step) => ({ step, refusal: refusalOfStep(step, facts, actor.accountId) }))
    .filter(({ refusal }) => refusal !== 'curricula.otherKind' && refusal !== 'curricula.notInvited')
