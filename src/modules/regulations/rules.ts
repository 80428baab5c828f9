import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { ruleRow, ruleSet } from './contract.ts'

export type RuleSet = z.infer<typeof ruleSet>
export type RuleRow = z.infer<typeof ruleRow>
export type TheoryLevel = 'elementary' | 'intermediate' | 'advanced'

/** A post as far as a rule looks at it. Level and kind are those of its unit on the day. */
export type PostFact = {
  title: string
  level: string | null
  kind: string | null
  basis: 'held' | 'planned'
}

/** What is known of one person on one day. `qualifications`: what is recorded of political theory, as written. */
export type PersonFacts = { posts: readonly PostFact[]; qualifications: readonly string[] }

/** The verdict on one person and one demanded programme: which post by which row, what is recorded, where it is written. */
export type LackVerdict = {
  programme: 'intermediate' | 'advanced'
  result: 'met' | 'unmet' | 'unknown'
  post: PostFact
  qualification: string | null
  set: RuleSet
  row: RuleRow
}

const steps: Record<TheoryLevel, number> = { elementary: 1, intermediate: 2, advanced: 3 }

/** The rule sets of a day: the day of the business decides, never today. `untilOn` is the first day without the set. */
export const setsOn = (sets: readonly RuleSet[], on: Day): RuleSet[] =>
  sets.filter((set) => set.fromOn <= on && (set.untilOn === null || set.untilOn > on))

/** The level of political theory that a recorded text means; null when it names none. «Cử nhân chính trị» counts as cao cấp only where it says so. */
export function levelWritten(text: string): TheoryLevel | null {
  const key = ` ${searchKey(text)} `
  if (key.includes(' cao cap ') || key.includes(' ccllct ') || key.includes(' cc ')) return 'advanced'
  if (key.includes(' trung cap ') || key.includes(' tcllct ') || key.includes(' tc ')) return 'intermediate'
  if (key.includes(' so cap ') || key.includes(' scllct ') || key.includes(' sc ')) return 'elementary'
  return null
}

const keys = new Map<string, string>()

/** `searchKey`, remembered: rules compare the same few thousand words for every person of a long list. */
export function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  if (keys.size > 20_000) keys.clear()
  const key = searchKey(text)
  keys.set(text, key)
  return key
}

/** Does a row reach this post? By the words of its title, the unit's level and kind, and whether it is held or planned. */
export function reaches(row: RuleRow, post: PostFact): boolean {
  if (row.basis === 'service' || (row.basis === 'held' && post.basis === 'planned')) return false
  if (row.levels && !row.levels.some((level) => level === post.level)) return false
  if (row.kinds && !row.kinds.includes(post.kind ?? '')) return false
  const title = ` ${keyOf(post.title)} `
  const says = (words: string) => title.includes(` ${keyOf(words)} `)
  return row.words.some(says) && !(row.without ?? []).some(says)
}

/**
 * What a person's posts ask for on a day and whether the person has it: one verdict, on the highest level asked for, because
 * it holds the lower ones. A post that is held comes before one that is planned. Nothing is asked: no verdict. A
 * qualification that is not recorded, or cannot be read, is `unknown`, neither lacking nor there.
 */
export function whoLacksWhat(sets: readonly RuleSet[], person: PersonFacts, on: Day): LackVerdict[] {
  const asked = setsOn(sets, on)
    .filter((set) => set.kind === 'eligibility')
    .flatMap((set) =>
      set.rows.flatMap((row) =>
        person.posts.filter((post) => reaches(row, post)).map((post) => ({ set, row, post })),
      ),
    )
    .sort(
      (a, b) =>
        Number(b.row.programme === 'advanced') - Number(a.row.programme === 'advanced') ||
        Number(a.post.basis === 'planned') - Number(b.post.basis === 'planned'),
    )
  const first = asked[0]
  if (!first || first.row.programme === 'update') return []
  const programme = first.row.programme
  const read = person.qualifications
    .map((text) => ({ text, level: levelWritten(text) }))
    .sort((a, b) => (b.level ? steps[b.level] : 0) - (a.level ? steps[a.level] : 0))
  const best = read[0]
  const result = !best?.level ? 'unknown' : steps[best.level] >= steps[programme] ? 'met' : 'unmet'
  return [
    {
      programme,
      result,
      post: first.post,
      qualification: best?.text ?? null,
      set: first.set,
      row: first.row,
    },
  ]
}

/** The same for groups of people who share their facts; what was judged before is not judged again. */
export function judgeAll<P extends PersonFacts>(
  sets: readonly RuleSet[],
  groups: readonly P[],
  on: Day,
): { group: P; verdict: LackVerdict }[] {
  const known = new Map<string, LackVerdict[]>()
  return groups.flatMap((group) => {
    const key = JSON.stringify([group.posts, group.qualifications])
    const verdicts = known.get(key) ?? whoLacksWhat(sets, group, on)
    known.set(key, verdicts)
    return verdicts.map((verdict) => ({ group, verdict }))
  })
}
