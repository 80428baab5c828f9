import type { Day } from '../../../pure/day.ts'
import { educationLevels } from '../../regulations/contract.ts'
import { keyOf, type PostFact, type RuleRow, type RuleSet, reaches } from '../../regulations/rules.ts'
import type { Criterion, EvidenceCode, Missing, Overall, Result, Verdict } from '../contract/verdict.ts'

type Standard = NonNullable<RuleSet['standards']>['rows'][number]
type StandardOf<C extends Standard['criterion']> = Extract<Standard, { criterion: C }>
type Params = NonNullable<Verdict['evidence']>['params']
export type EducationLevel = (typeof educationLevels)[number]
export type RatingTrack = 'partyMember' | 'official' | null

/** A post that is held, or one for which somebody is planned, with what shows it. */
export type GroundFact = PostFact & {
  document: string | null
  /** Since when it is held; of planning the day of the decision, from which it counts. */
  fromOn: Day | null
  untilOn: Day | null
  /** Of planning: «2025-2030». */
  term: string | null
}

/** All that the engine looks at, of one person. Null: not recorded, which is neither a yes nor a no. */
export type NomineeFacts = {
  isForeign: boolean
  birth: {
    precision: 'day' | 'month' | 'year' | 'unknown'
    on: Day | null
    year: number | null
    month: number | null
  }
  sex: 'female' | 'male' | null
  grounds: readonly GroundFact[]
  /** Which of the grounds the nomination rests on; null: the one that fits best. */
  ground: number | null
  /**
   * `isMember` false: it is written that the person is none. `admittedAs`: what was written where that is less exact than a day;
   * `admittedOn` is then the last day that it can mean.
   */
  party: { admittedOn: Day | null; officialOn: Day | null; isMember: boolean | null; admittedAs?: string }
  ethnicity: string | null
  /** Levels and fields of general and professional education, as written. */
  educations: readonly string[]
  ratings: readonly { year: number; level: number; track: RatingTrack }[]
}

/** What the person is sent to. A class without a level of political theory, or of the elementary one, has none of these rules. */
export type Sending = {
  programme: 'intermediate' | 'advanced' | null
  mode: 'fullTime' | 'partTime' | 'none' | null
  sentOn: Day
  opensOn: Day | null
}

export type Judgement = {
  /** Null: no rule set applies to this class, person or day. */
  ruleSet: string | null
  verdicts: Verdict[]
  overall: Overall
  /** Too young for this mode and for nothing else: may study in that one. */
  proposal: 'fullTime' | null
  /** Why no rule was applied. */
  notJudged: 'foreign' | 'noLevel' | 'noRuleSet' | null
}

/** Criteria of which somebody competent has decided otherwise, by a document. */
export type Waivers = Partial<Record<Criterion, { number: string; on: Day }>>

/** The rule set of a sending: that which stands on the date by which it wants to be chosen. Never today. */
export const setFor = (sets: readonly RuleSet[], sending: Sending): RuleSet | null =>
  sets.find((set) => {
    if (set.kind !== 'eligibility' || !set.standards) return false
    const on = dateOf(set.standards.chosenBy, sending)
    return set.fromOn <= on && (set.untilOn === null || set.untilOn > on)
  }) ?? null

const dateOf = (which: 'sent' | 'opened', { sentOn, opensOn }: Sending): Day =>
  which === 'opened' ? (opensOn ?? sentOn) : sentOn

/**
 * Is this the right person (target group), good enough (standards), from a clear source (planning)? One verdict a criterion that
 * the rule set states for the level. Facts in, verdicts out: the same facts and the same set say the same for ever.
 */
export function judge(
  sets: readonly RuleSet[],
  facts: NomineeFacts,
  sending: Sending,
  waivers: Waivers = {},
): Judgement {
  const nothing = { ruleSet: null, proposal: null } as const
  if (facts.isForeign) {
    const verdict: Verdict = {
      criterion: 'admissionDocument',
      result: 'unknown',
      evidence: { code: 'foreign', params: {} },
      source: null,
      missing: 'admissionDocument',
      from: 'school',
    }
    const verdicts = [waived(verdict, waivers)]
    return { ...nothing, verdicts, overall: overallOf(verdicts), notJudged: 'foreign' }
  }
  if (sending.programme === null)
    return { ...nothing, verdicts: [], overall: 'notJudged', notJudged: 'noLevel' }
  const set = setFor(sets, sending)
  if (!set?.standards) return { ...nothing, verdicts: [], overall: 'notJudged', notJudged: 'noRuleSet' }
  const { programme } = sending
  const group = targetGroup(set, facts, programme)
  const standards = set.standards.rows.filter((row) => row.programme === programme)
  const verdicts = [
    group.verdict,
    ...standards.flatMap((row) => standard(set, row, facts, sending, group.ground) ?? []),
  ].map((verdict) => waived(verdict, waivers))
  const open = verdicts.filter((one) => one.result === 'unmet')
  return {
    ruleSet: set.id,
    verdicts,
    overall: overallOf(verdicts),
    proposal: open.length === 1 && open[0]?.proposal ? open[0].proposal : null,
    notJudged: null,
  }
}

/** One unmet criterion is enough for unmet; else one unknown for unknown. What was waived stands for met. */
export function overallOf(verdicts: readonly Verdict[]): Overall {
  if (verdicts.some((one) => one.result === 'unmet')) return 'unmet'
  return verdicts.some((one) => one.result === 'unknown') ? 'unknown' : 'met'
}

function waived(verdict: Verdict, waivers: Waivers): Verdict {
  const by = waivers[verdict.criterion]
  if (!by || verdict.result === 'met') return verdict
  const { proposal: _proposal, ...rest } = verdict
  return { ...rest, result: 'waived', waivedBy: by, missing: null, from: null }
}

const articleOf = (
  set: RuleSet,
  row: { code: string; text: string; source: string; tag: RuleRow['tag'] },
) => ({
  document: set.document,
  code: row.code,
  text: row.text,
  seenIn: row.source,
  tag: row.tag,
})

const said = (code: EvidenceCode, params: Params = {}) => ({ code, params })

// ── Target group ──────────────────────────────────────────────────────────────────────────────────────────────────────

type Fit = { index: number; row: RuleRow; how: 'fits' | 'needsUnit' | 'needsYears' | 'onlyHeld' }

/** How well a post answers to a row; null when its words are others. */
function fitOf(row: RuleRow, post: GroundFact, index: number): Fit | null {
  if (row.basis === 'service') {
    if (post.basis !== 'held') return null
    const reached = reaches({ ...row, basis: 'held' }, post)
    return reached ? { index, row, how: 'needsYears' } : null
  }
  if (reaches(row, post)) return { index, row, how: 'fits' }
  const { levels, kinds, ...open } = row
  const blind = {
    ...open,
    ...(levels && post.level !== null && { levels }),
    ...(kinds && post.kind !== null && { kinds }),
  }
  if (reaches(blind, post)) return { index, row, how: 'needsUnit' }
  if (post.basis === 'planned' && reaches({ ...row, basis: 'heldOrPlanned' }, post))
    return { index, row, how: 'onlyHeld' }
  return null
}

const order: Record<Fit['how'], number> = { fits: 0, needsYears: 1, needsUnit: 2, onlyHeld: 3 }

function targetGroup(
  set: RuleSet,
  facts: NomineeFacts,
  programme: 'intermediate' | 'advanced',
): { verdict: Verdict; ground: GroundFact | null } {
  const criterion: Criterion = 'targetGroup'
  const chosen = facts.ground === null ? null : (facts.grounds[facts.ground] ?? null)
  const posts = chosen ? [chosen] : facts.grounds
  const named = posts.filter((post) => keyOf(post.title) !== '')
  const unstated = {
    document: set.document,
    code: set.id,
    text: '',
    seenIn: set.title,
    tag: 'toConfirm' as const,
  }
  if (named.length === 0)
    return {
      ground: chosen,
      verdict: unknown(criterion, said('noPost'), unstated, 'post', 'unit'),
    }
  // «Trở lên»: a post that a higher level is for lies in the group of the lower level too.
  const rows = [
    ...set.rows.filter((row) => row.programme === programme),
    ...(programme === 'intermediate'
      ? set.rows.filter((row) => row.programme === 'advanced' && row.basis !== 'service')
      : []),
  ]
  const fits = named
    .flatMap((post, index) => rows.flatMap((row) => fitOf(row, post, index) ?? []))
    .sort((a, b) => order[a.how] - order[b.how] || a.index - b.index)
  const best = fits[0]
  if (!best) {
    const post = named[0]
    return {
      ground: post ?? null,
      verdict: {
        criterion,
        result: 'unmet',
        evidence: said('postOutsideGroups', postParams(post)),
        source: unstated,
        missing: 'otherGround',
        from: 'unit',
      },
    }
  }
  const ground = named[best.index] ?? null
  const params = postParams(ground ?? undefined)
  const source = articleOf(set, best.row)
  if (best.how === 'fits')
    return {
      ground,
      verdict: {
        criterion,
        result: 'met',
        evidence: said('postInGroup', params),
        source,
        missing: null,
        from: null,
      },
    }
  if (best.how === 'onlyHeld')
    return {
      ground,
      verdict: {
        criterion,
        result: 'unmet',
        evidence: said('onlyWhenHeld', params),
        source,
        missing: 'otherGround',
        from: 'unit',
      },
    }
  return best.how === 'needsYears'
    ? { ground, verdict: unknown(criterion, said('yearsNotKnown', params), source, 'serviceYears', 'unit') }
    : { ground, verdict: unknown(criterion, said('unitNotKnown', params), source, 'unitLevel', 'school') }
}

const postParams = (post: GroundFact | undefined): Params => ({
  post: post?.title ?? '',
  basis: post?.basis ?? 'held',
})

const unknown = (
  criterion: Criterion,
  evidence: Verdict['evidence'],
  source: Verdict['source'],
  missing: Missing,
  from: NonNullable<Verdict['from']>,
): Verdict => ({ criterion, result: 'unknown', evidence, source, missing, from })

// ── Standards ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What came of a criterion, before it is written down with its article. */
type Found = {
  result: Result
  evidence: NonNullable<Verdict['evidence']>
  missing?: Missing
  from?: NonNullable<Verdict['from']>
  proposal?: 'fullTime'
}

function standard(
  set: RuleSet,
  row: Standard,
  facts: NomineeFacts,
  sending: Sending,
  ground: GroundFact | null,
): Verdict | null {
  const { measuredOn = 'sent', ageUnit = 'day', ratingTrack = 'any' } = set.standards ?? {}
  const on = dateOf(measuredOn, sending)
  const found = (): Found | null => {
    switch (row.criterion) {
      case 'party':
        return partyOf(row, facts, on)
      case 'education':
        return educationOf(row, facts)
      case 'age':
        return ageOf(row, facts, sending, on, ageUnit)
      case 'ratings':
        return ratingsOf(row, facts, on, ratingTrack)
      case 'planningSource':
        return sourceOf(ground, sending.sentOn)
    }
  }
  const answer = found()
  if (!answer) return null
  const { missing = null, from = null, ...rest } = answer
  return { criterion: row.criterion, ...rest, source: articleOf(set, row), missing, from }
}

function partyOf(row: StandardOf<'party'>, { party }: NomineeFacts, on: Day): Found {
  const takesProbation = row.statuses.includes('probationary')
  const { admittedOn, officialOn, isMember } = party
  if (officialOn !== null && officialOn <= on)
    return { result: 'met', evidence: said('official', { on: officialOn }) }
  const admitted = { on: party.admittedAs ?? admittedOn ?? '' }
  if (admittedOn !== null && admittedOn <= on) {
    if (takesProbation) return { result: 'met', evidence: said('admitted', admitted) }
    if (officialOn !== null) return { result: 'unmet', evidence: said('officialLater', { on: officialOn }) }
    return {
      result: 'unknown',
      evidence: said('officialNotKnown', admitted),
      missing: 'partyOfficialDay',
      from: 'unit',
    }
  }
  if (admittedOn !== null && party.admittedAs === undefined)
    return { result: 'unmet', evidence: said('admittedLater', admitted) }
  if (officialOn !== null && !takesProbation)
    return { result: 'unmet', evidence: said('officialLater', { on: officialOn }) }
  if (isMember === false) return { result: 'unmet', evidence: said('noMember') }
  // It is written that the person is a member, but not since when: that may have been after the day.
  return { result: 'unknown', evidence: said('partyNotKnown'), missing: 'partyDays', from: 'unit' }
}

const rankOf = (level: EducationLevel) => educationLevels.indexOf(level)

/** The level of general or professional education that a written text means; null when it names none. */
export function educationWritten(text: string): EducationLevel | null {
  const key = ` ${keyOf(text)} `
  const says = (...words: string[]) => words.some((word) => key.includes(` ${keyOf(word)} `))
  if (/ (dh|ts|ths|gs|pgs) /.test(key)) return 'university'
  if (
    says(
      'tiến sĩ',
      'tiến sỹ',
      'thạc sĩ',
      'thạc sỹ',
      'đại học',
      'cử nhân',
      'kỹ sư',
      'bác sĩ',
      'dược sĩ',
      'kiến trúc sư',
    )
  )
    return 'university'
  if (says('cao đẳng') || key.includes(' cd ')) return 'college'
  if (says('trung học cơ sở', 'thcs')) return 'lowerSecondary'
  if (says('trung cấp', 'trung học phổ thông', 'thpt', '12 12', 'phổ thông trung học', 'ptth'))
    return 'upperSecondary'
  return null
}

function educationOf(row: StandardOf<'education'>, facts: NomineeFacts): Found {
  const levels = facts.educations.flatMap((text) => {
    const level = educationWritten(text)
    return level ? [{ text, level }] : []
  })
  const best = levels.sort((a, b) => rankOf(b.level) - rankOf(a.level))[0]
  if (!best)
    return {
      result: 'unknown',
      evidence: said('educationNotKnown', { written: facts.educations.join('; ') }),
      missing: 'education',
      from: 'unit',
    }
  const params = { education: best.text, level: best.level }
  if (rankOf(best.level) >= rankOf(row.least)) return { result: 'met', evidence: said('educated', params) }
  const excepted = row.exceptions.find((one) => rankOf(best.level) >= rankOf(one.least))
  if (!excepted) return { result: 'unmet', evidence: said('educatedLess', params) }
  const ethnicity = keyOf(facts.ethnicity ?? '')
  if (ethnicity === '')
    return {
      result: 'unknown',
      evidence: said('ethnicityNotKnown', params),
      missing: 'ethnicity',
      from: 'unit',
    }
  return ethnicity === 'kinh'
    ? { result: 'unmet', evidence: said('educatedLess', params) }
    : { result: 'met', evidence: said('educatedAsMinority', { ...params, ethnicity: facts.ethnicity ?? '' }) }
}

/**
 * Full years of age on a day. Somebody born on 29 February completes a year on 1 March where the day is missing. By `month` and
 * `year` only months and years are counted, as some offices do.
 */
export function isOfAge(bornOn: Day, years: number, on: Day, unit: 'day' | 'month' | 'year'): boolean {
  const length = { day: 10, month: 7, year: 4 }[unit]
  const full = `${String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0')}${bornOn.slice(4)}`
  return full.slice(0, length) <= on.slice(0, length)
}

/** The first and the last day that a birth can have been; null where not even the year is known. */
function bornBetween({ precision, on, year, month }: NomineeFacts['birth']): [Day, Day] | null {
  if (precision === 'day' && on) return [on, on]
  if (year === null) return null
  const first = precision === 'month' && month !== null ? month : 1
  const last = precision === 'month' && month !== null ? month : 12
  const two = (value: number) => String(value).padStart(2, '0')
  return [
    `${year}-${two(first)}-01`,
    `${year}-${two(last)}-${new Date(Date.UTC(year, last, 0)).getUTCDate()}`,
  ]
}

function ageOf(
  row: StandardOf<'age'>,
  facts: NomineeFacts,
  sending: Sending,
  on: Day,
  unit: 'day' | 'month' | 'year',
): Found | null {
  if (sending.mode === null || sending.mode === 'none')
    return { result: 'unknown', evidence: said('modeNotKnown'), missing: 'mode', from: 'school' }
  if (sending.mode !== row.mode) return null
  const born = bornBetween(facts.birth)
  if (!born) return { result: 'unknown', evidence: said('birthNotKnown'), missing: 'birth', from: 'unit' }
  const [first, last] = born
  const written =
    facts.birth.precision === 'day'
      ? first
      : facts.birth.precision === 'month'
        ? first.slice(0, 7)
        : String(facts.birth.year)
  const ages = facts.sex === null ? [row.female, row.male] : [row[facts.sex]]
  const [least, most] = [Math.min(...ages), Math.max(...ages)]
  const params = { born: written, on, need: facts.sex === null ? `${row.female}/${row.male}` : least }
  if (isOfAge(last, most, on, unit)) return { result: 'met', evidence: said('oldEnough', params) }
  if (!isOfAge(first, least, on, unit))
    return {
      result: 'unmet',
      evidence: said('tooYoung', params),
      ...(row.below && { proposal: row.below }),
      missing: 'otherMode',
      from: 'unit',
    }
  // Old enough for one of the sexes whatever the day of birth: only the sex is missing.
  return isOfAge(last, least, on, unit)
    ? { result: 'unknown', evidence: said('sexNotKnown', params), missing: 'sex', from: 'unit' }
    : { result: 'unknown', evidence: said('birthNotExact', params), missing: 'birthDay', from: 'unit' }
}

function ratingsOf(
  row: StandardOf<'ratings'>,
  { ratings }: NomineeFacts,
  on: Day,
  track: 'partyMember' | 'official' | 'any',
): Found {
  const lastYear = Number(on.slice(0, 4)) - 1
  const years = Array.from({ length: row.years }, (_, i) => lastYear - i)
  const counted = ratings.filter((one) => track === 'any' || one.track === null || one.track === track)
  const of = (year: number) => {
    const levels = counted.filter((one) => one.year === year).map((one) => one.level)
    if (levels.length === 0) return 'missing'
    if (levels.every((level) => level >= row.least)) return 'good'
    return levels.every((level) => level < row.least) ? 'low' : 'contradictory'
  }
  const found = years.map((year) => ({ year, state: of(year) }))
  const list = (state: string) =>
    found
      .filter((one) => one.state === state)
      .map((one) => one.year)
      .sort()
  const params = {
    years: years.toSorted().join(', '),
    ratings: counted
      .filter((one) => years.includes(one.year))
      .map((one) => `${one.year}: ${one.level}`)
      .sort()
      .join('; '),
  }
  if (list('low').length > 0)
    return { result: 'unmet', evidence: said('ratedLow', { ...params, at: list('low').join(', ') }) }
  if (list('contradictory').length > 0)
    return {
      result: 'unknown',
      evidence: said('ratingsContradict', { ...params, at: list('contradictory').join(', ') }),
      missing: 'ratingTrack',
      from: 'unit',
    }
  if (list('missing').length > 0)
    return {
      result: 'unknown',
      evidence: said('ratingMissing', { ...params, at: list('missing').join(', ') }),
      missing: 'rating',
      from: 'unit',
    }
  return { result: 'met', evidence: said('ratedWell', params) }
}

/** The decision behind the post or the planning that the nomination rests on. */
function sourceOf(ground: GroundFact | null, sentOn: Day): Found {
  if (!ground) return { result: 'unknown', evidence: said('noPost'), missing: 'post', from: 'unit' }
  const isPlanned = ground.basis === 'planned'
  const params = {
    post: ground.title,
    document: ground.document ?? '',
    on: ground.fromOn ?? '',
    term: ground.term ?? '',
  }
  if (ground.fromOn !== null && ground.fromOn > sentOn)
    return { result: 'unmet', evidence: said(isPlanned ? 'plannedLater' : 'heldLater', params) }
  if (ground.untilOn !== null && ground.untilOn <= sentOn)
    return { result: 'unmet', evidence: said(isPlanned ? 'plannedNoMore' : 'heldNoMore', params) }
  const lastYear = isPlanned ? /(\d{4})\s*$/.exec(ground.term ?? '')?.[1] : undefined
  if (lastYear !== undefined && Number(lastYear) < Number(sentOn.slice(0, 4)))
    return { result: 'unknown', evidence: said('pastTerm', params), missing: 'planning', from: 'committee' }
  if (ground.document === null || ground.fromOn === null)
    return {
      result: 'unknown',
      evidence: said(isPlanned ? 'planningWithoutDecision' : 'postWithoutDecision', params),
      missing: isPlanned ? 'planningDecision' : 'postDecision',
      from: 'unit',
    }
  return { result: 'met', evidence: said(isPlanned ? 'planned' : 'appointed', params) }
}
