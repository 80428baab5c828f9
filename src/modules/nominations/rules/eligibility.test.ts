import { describe, expect, test } from 'vitest'
import type { Day } from '../../../pure/day.ts'
import { regulations } from '../../regulations/index.ts'
import type { Criterion } from '../contract/verdict.ts'
import { type GroundFact, judge, type NomineeFacts, type Sending } from './eligibility.ts'

const { sets } = await regulations()

const post = (title: string, more: Partial<GroundFact> = {}): GroundFact => ({
  title,
  level: 'province',
  kind: 'department',
  basis: 'held',
  document: '15-QĐ/SNV',
  fromOn: '2020-01-01',
  untilOn: null,
  term: null,
  ...more,
})
const planned = (title: string, more: Partial<GroundFact> = {}) =>
  post(title, { basis: 'planned', document: '9-QĐ/TU', fromOn: '2025-08-01', term: '2025-2030', ...more })
const bornOn = (on: Day) => ({
  precision: 'day' as const,
  on,
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
})
const good = (...years: number[]) => years.map((year) => ({ year, level: 3, track: null }))

/** Somebody in whom nothing is wanting, for every rule set and mode. */
const sound: NomineeFacts = {
  isForeign: false,
  birth: bornOn('1980-05-19'),
  sex: 'female',
  grounds: [post('Phó Trưởng phòng')],
  ground: null,
  party: { admittedOn: '2010-03-03', officialOn: '2011-03-03', isMember: true },
  ethnicity: 'Kinh',
  educations: ['Đại học Luật'],
  ratings: good(2020, 2021, 2022, 2023, 2024, 2025),
}
const toTc = (sentOn: Day, more: Partial<Sending> = {}): Sending => ({
  programme: 'intermediate',
  mode: 'partTime',
  sentOn,
  opensOn: null,
  ...more,
})
const toCc = (sentOn: Day, more: Partial<Sending> = {}) => toTc(sentOn, { programme: 'advanced', ...more })

const under57 = '2025-08-28'
const under350 = '2025-08-29'
const now = '2026-11-24'

/** criterion result article evidence; «–»: the criterion is not judged. */
function says(facts: Partial<NomineeFacts>, sending: Sending, criterion: Criterion): string {
  const verdict = judge(sets, { ...sound, ...facts }, sending).verdicts.find(
    (one) => one.criterion === criterion,
  )
  return verdict ? `${verdict.result} ${verdict.source?.code} ${verdict.evidence?.code}` : '–'
}

type Row = [string, Partial<NomineeFacts>, Sending, string]

describe('đúng đối tượng: the post lies in a group of the level', () => {
  test.each<Row>([
    ['Điều về đối tượng, 350 trung cấp', {}, toTc(now), 'met 350-TC-PP postInGroup'],
    ['57 trung cấp, held', {}, toTc(under57), 'met 57-TC-PP postInGroup'],
    [
      '57 trung cấp, only planned: the row asks for the post itself',
      { grounds: [planned('Phó Trưởng phòng')] },
      toTc(under57),
      'unmet 57-TC-PP onlyWhenHeld',
    ],
    [
      '350 trung cấp, planned counts like held',
      { grounds: [planned('Phó Trưởng phòng')] },
      toTc(under350),
      'met 350-TC-PP postInGroup',
    ],
    [
      'a specialist, 350: in no group',
      { grounds: [post('Chuyên viên')] },
      toTc(now),
      'unmet ELIG-350 postOutsideGroups',
    ],
    [
      'a specialist, 57: six years of the grade, which no file tells',
      { grounds: [post('Chuyên viên')] },
      toTc(under57),
      'unknown 57-TC-CV yearsNotKnown',
    ],
    ['a lecturer, 57', { grounds: [post('Giảng viên')] }, toTc(under57), 'unknown 57-TC-GV yearsNotKnown'],
    [
      '«trở lên»: a chairman of a commune may go to trung cấp',
      { grounds: [post('Chủ tịch UBND', { level: 'commune' })] },
      toTc(now),
      'met 350-CC-CX postInGroup',
    ],
    [
      '350 cao cấp: head of division of a commune, held',
      { grounds: [post('Trưởng phòng', { level: 'commune' })] },
      toCc(now),
      'met 350-CC-TPX postInGroup',
    ],
    [
      '350 cao cấp: the same post only planned',
      { grounds: [planned('Trưởng phòng', { level: 'commune' })] },
      toCc(now),
      'unmet 350-CC-TPX onlyWhenHeld',
    ],
    [
      '350 cao cấp: planned head of division of the province',
      { grounds: [planned('Trưởng phòng')] },
      toCc(now),
      'met 350-CC-TPT postInGroup',
    ],
    [
      '350 cao cấp: planned deputy head of a commune is a wrong answer',
      { grounds: [planned('Phó Trưởng phòng', { level: 'commune' })] },
      toCc(now),
      'unmet ELIG-350 postOutsideGroups',
    ],
    [
      'the level of the unit is not known and decides',
      { grounds: [post('Trưởng phòng', { level: null })] },
      toCc(now),
      'unknown 350-CC-TPX unitNotKnown',
    ],
    ['no post is recorded', { grounds: [] }, toTc(now), 'unknown ELIG-350 noPost'],
    [
      'the ground that the unit states decides, though another would do',
      { grounds: [post('Chuyên viên'), planned('Phó Trưởng phòng')], ground: 0 },
      toTc(now),
      'unmet ELIG-350 postOutsideGroups',
    ],
    [
      'of several grounds, none stated, the one that fits',
      { grounds: [post('Chuyên viên'), planned('Phó Trưởng phòng')] },
      toTc(now),
      'met 350-TC-PP postInGroup',
    ],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'targetGroup')).toBe(expected))
})

describe('đủ tiêu chuẩn: Party membership', () => {
  const party = (admittedOn: Day | null, officialOn: Day | null, isMember: boolean | null = null) => ({
    party: { admittedOn, officialOn, isMember },
  })
  test.each<Row>([
    ['official, 350', {}, toTc(now), 'met 350-TC-DV official'],
    ['on probation, 350', party('2026-06-01', null), toTc(now), 'met 350-TC-DV admitted'],
    ['on probation, 57', party('2025-06-01', null), toTc(under57), 'met 57-TC-DV admitted'],
    ['admitted on the day', party(now, null), toTc(now), 'met 350-TC-DV admitted'],
    ['admitted the day after', party('2026-11-25', null), toTc(now), 'unmet 350-TC-DV admittedLater'],
    ['nothing recorded', party(null, null), toTc(now), 'unknown 350-TC-DV partyNotKnown'],
    ['no member', party(null, null, false), toTc(now), 'unmet 350-TC-DV noMember'],
    [
      'cao cấp, 57: official only',
      party('2025-06-01', null),
      toCc(under57),
      'unknown 57-CC-DV officialNotKnown',
    ],
    [
      'cao cấp, 57: official the day after',
      party('2024-08-29', '2025-08-29'),
      toCc(under57),
      'unmet 57-CC-DV officialLater',
    ],
    ['cao cấp, 350: no seen text says so, not judged', party(null, null, false), toCc(now), '–'],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'party')).toBe(expected))
})

describe('đủ tiêu chuẩn: education with its exceptions', () => {
  const with_ = (ethnicity: string | null, ...educations: string[]) => ({ ethnicity, educations })
  test.each<Row>([
    ['college', with_('Kinh', 'Cao đẳng Sư phạm'), toTc(now), 'met 350-TC-HV educated'],
    ['university, 57', with_('Kinh', 'Cử nhân Luật'), toTc(under57), 'met 57-TC-HV educated'],
    [
      'vocational school, Kinh',
      with_('Kinh', 'Trung cấp Nông nghiệp'),
      toTc(now),
      'unmet 350-TC-HV educatedLess',
    ],
    ['12/12, Khmer', with_('Khmer', '12/12'), toTc(now), 'met 350-TC-HV educatedAsMinority'],
    ['THPT, Chăm, 57', with_('Chăm', 'THPT'), toTc(under57), 'met 57-TC-HV educatedAsMinority'],
    ['THCS, Khmer', with_('Khmer', 'THCS'), toTc(now), 'unmet 350-TC-HV educatedLess'],
    ['12/12, ethnicity not recorded', with_(null, '12/12'), toTc(now), 'unknown 350-TC-HV ethnicityNotKnown'],
    ['only the field is recorded', with_('Kinh', 'Luật'), toTc(now), 'unknown 350-TC-HV educationNotKnown'],
    ['nothing recorded', with_('Kinh'), toTc(now), 'unknown 350-TC-HV educationNotKnown'],
    ['cao cấp, 57', with_('Kinh', 'Cao đẳng'), toCc(under57), 'unmet 57-CC-HV educatedLess'],
    ['cao cấp, 350: not judged', with_('Kinh'), toCc(now), '–'],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'education')).toBe(expected))
})

describe('đủ tiêu chuẩn: age × sex × mode, counted on the sending date', () => {
  const born = (sex: 'female' | 'male' | null, on: Day) => ({ sex, birth: bornOn(on) })
  const month = (year: number, m: number | null) => ({
    birth: { precision: m === null ? ('year' as const) : ('month' as const), on: null, year, month: m },
  })
  test.each<Row>([
    ['350, woman, on her 28th birthday', born('female', '1998-11-24'), toTc(now), 'met 350-TC-T oldEnough'],
    ['350, woman, the day before', born('female', '1998-11-25'), toTc(now), 'unmet 350-TC-T tooYoung'],
    ['350, man, on his 30th birthday', born('male', '1996-11-24'), toTc(now), 'met 350-TC-T oldEnough'],
    ['350, man, the day before', born('male', '1996-11-25'), toTc(now), 'unmet 350-TC-T tooYoung'],
    [
      '57, woman of 33, the last day of 57',
      born('female', '1992-08-28'),
      toTc(under57),
      'met 57-TC-T oldEnough',
    ],
    ['57, woman, the day before 33', born('female', '1992-08-29'), toTc(under57), 'unmet 57-TC-T tooYoung'],
    [
      'the same woman a day later, under 350',
      born('female', '1992-08-29'),
      toTc(under350),
      'met 350-TC-T oldEnough',
    ],
    ['57, man of 35', born('male', '1990-08-28'), toTc(under57), 'met 57-TC-T oldEnough'],
    ['57, man, the day before 35', born('male', '1990-08-29'), toTc(under57), 'unmet 57-TC-T tooYoung'],
    ['350, full-time: no lower limit', born('male', '2003-01-01'), toTc(now, { mode: 'fullTime' }), '–'],
    ['cao cấp 350, woman of 33', born('female', '1993-11-24'), toCc(now), 'met 350-CC-T oldEnough'],
    ['cao cấp 350, man, the day before 35', born('male', '1991-11-25'), toCc(now), 'unmet 350-CC-T tooYoung'],
    ['cao cấp 57, man of 40', born('male', '1985-08-28'), toCc(under57), 'met 57-CC-T oldEnough'],
    [
      'cao cấp 57, woman, the day before 35',
      born('female', '1990-08-29'),
      toCc(under57),
      'unmet 57-CC-T tooYoung',
    ],
    [
      'born on 29 February, on 28 February',
      born('female', '2000-02-29'),
      toTc('2028-02-28'),
      'unmet 350-TC-T tooYoung',
    ],
    ['only the year, long enough ago', month(1980, null), toTc(now), 'met 350-TC-T oldEnough'],
    [
      'only the year, and the birthday matters',
      month(1998, null),
      toTc(now),
      'unknown 350-TC-T birthNotExact',
    ],
    ['only the year, too young however', month(1999, null), toTc(now), 'unmet 350-TC-T tooYoung'],
    ['only the month, before', month(1998, 10), toTc(now), 'met 350-TC-T oldEnough'],
    ['only the month, the same month', month(1998, 11), toTc(now), 'unknown 350-TC-T birthNotExact'],
    ['sex not recorded, 29 years', born(null, '1997-11-24'), toTc(now), 'unknown 350-TC-T sexNotKnown'],
    ['sex not recorded, 30 years', born(null, '1996-11-24'), toTc(now), 'met 350-TC-T oldEnough'],
    [
      'no birth recorded',
      { birth: { precision: 'unknown', on: null, year: null, month: null } },
      toTc(now),
      'unknown 350-TC-T birthNotKnown',
    ],
    ['mode not known', {}, toTc(now, { mode: null }), 'unknown 350-TC-T modeNotKnown'],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'age')).toBe(expected))

  test('counted by month or by year where the rule set says so', () => {
    const by = (ageUnit: 'month' | 'year') =>
      sets.map((set) => (set.standards ? { ...set, standards: { ...set.standards, ageUnit } } : set))
    const at = (unit: 'month' | 'year', on: Day) =>
      judge(by(unit), { ...sound, ...born('female', on) }, toTc(now)).verdicts.find(
        (v) => v.criterion === 'age',
      )?.result
    expect([at('month', '1998-11-30'), at('month', '1998-12-01')]).toEqual(['met', 'unmet'])
    expect([at('year', '1998-12-31'), at('year', '1999-01-01')]).toEqual(['met', 'unmet'])
  })

  test('counted on the day of opening where the rule set says so, which also chooses the set', () => {
    const opened = sets.map((set) =>
      set.standards
        ? {
            ...set,
            standards: { ...set.standards, chosenBy: 'opened' as const, measuredOn: 'opened' as const },
          }
        : set,
    )
    const found = judge(
      opened,
      { ...sound, ...born('female', '1997-09-15') },
      toTc(under57, { opensOn: '2025-09-15' }),
    )
    expect([found.ruleSet, found.verdicts.find((v) => v.criterion === 'age')?.result]).toEqual([
      'ELIG-350',
      'met',
    ])
  })
})

describe('đủ tiêu chuẩn: two consecutive years next to the sending date', () => {
  const rated = (...ratings: [number, number, ('partyMember' | 'official')?][]) => ({
    ratings: ratings.map(([year, level, track]) => ({ year, level, track: track ?? null })),
  })
  test.each<Row>([
    ['good and excellent', rated([2024, 3], [2025, 4]), toTc(now), 'met 350-TC-XL ratedWell'],
    ['only «completed» in one year', rated([2024, 2], [2025, 4]), toTc(now), 'unmet 350-TC-XL ratedLow'],
    ['one year missing', rated([2025, 4]), toTc(now), 'unknown 350-TC-XL ratingMissing'],
    [
      'years that are not adjacent',
      rated([2023, 4], [2025, 4]),
      toTc(now),
      'unknown 350-TC-XL ratingMissing',
    ],
    [
      'two years in a row, but not the last',
      rated([2023, 4], [2024, 4]),
      toTc(now),
      'unknown 350-TC-XL ratingMissing',
    ],
    ['low in one, missing in the other', rated([2024, 1]), toTc(now), 'unmet 350-TC-XL ratedLow'],
    [
      'the rating of the running year does not count',
      rated([2024, 3], [2025, 3], [2026, 1]),
      toTc(now),
      'met 350-TC-XL ratedWell',
    ],
    [
      'sent on the first day of a year',
      rated([2024, 3], [2025, 3]),
      toTc('2026-01-01'),
      'met 350-TC-XL ratedWell',
    ],
    [
      'two tracks that contradict each other',
      rated([2024, 3], [2025, 3, 'partyMember'], [2025, 2, 'official']),
      toTc(now),
      'unknown 350-TC-XL ratingsContradict',
    ],
    [
      'two tracks that agree',
      rated([2024, 3], [2025, 3, 'partyMember'], [2025, 4, 'official']),
      toTc(now),
      'met 350-TC-XL ratedWell',
    ],
    ['57 states no such standard', rated(), toTc(under57), '–'],
    ['cao cấp 350: not seen, not judged', rated(), toCc(now), '–'],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'ratings')).toBe(expected))

  test('one track only where the rule set says which', () => {
    const official = sets.map((set) =>
      set.standards ? { ...set, standards: { ...set.standards, ratingTrack: 'official' as const } } : set,
    )
    const facts = { ...sound, ...rated([2024, 3], [2025, 4, 'partyMember'], [2025, 2, 'official']) }
    const found = judge(official, facts, toTc(now)).verdicts.find((one) => one.criterion === 'ratings')
    expect(found?.result).toBe('unmet')
  })
})

describe('rõ nguồn quy hoạch: the decision behind the post or the planning', () => {
  const on = (...grounds: GroundFact[]) => ({ grounds })
  test.each<Row>([
    ['appointed by a decision', {}, toTc(now), 'met 350-TC-QH appointed'],
    ['57', {}, toTc(under57), 'met 57-TC-QH appointed'],
    [
      'no decision is recorded',
      on(post('Phó Trưởng phòng', { document: null })),
      toTc(now),
      'unknown 350-TC-QH postWithoutDecision',
    ],
    ['planned by a decision', on(planned('Phó Trưởng phòng')), toTc(now), 'met 350-TC-QH planned'],
    [
      'planned, number not recorded',
      on(planned('Phó Trưởng phòng', { document: null })),
      toTc(now),
      'unknown 350-TC-QH planningWithoutDecision',
    ],
    [
      'planned on the day',
      on(planned('Phó Trưởng phòng', { fromOn: now })),
      toTc(now),
      'met 350-TC-QH planned',
    ],
    [
      'planned the day after',
      on(planned('Phó Trưởng phòng', { fromOn: '2026-11-25' })),
      toTc(now),
      'unmet 350-TC-QH plannedLater',
    ],
    [
      'taken out on the day',
      on(planned('Phó Trưởng phòng', { untilOn: now })),
      toTc(now),
      'unmet 350-TC-QH plannedNoMore',
    ],
    [
      'only of the past term',
      on(planned('Phó Trưởng phòng', { term: '2020-2025' })),
      toTc(now),
      'unknown 350-TC-QH pastTerm',
    ],
    ['cao cấp, 350', on(planned('Trưởng phòng')), toCc(now), 'met 350-CC-QH planned'],
    ['no post at all', on(), toTc(now), 'unknown 350-TC-QH noPost'],
  ])('%s', (_, facts, sending, expected) => expect(says(facts, sending, 'planningSource')).toBe(expected))
})

describe('the whole', () => {
  test.each([
    ['2022-02-07', null],
    ['2022-02-08', 'ELIG-57'],
    [under57, 'ELIG-57'],
    [under350, 'ELIG-350'],
    [now, 'ELIG-350'],
  ])('whoever is sent on %s is judged by %s', (sentOn, ruleSet) => {
    expect(judge(sets, sound, toTc(sentOn)).ruleSet).toBe(ruleSet)
  })

  test('all met is met; unknown is neither; one unmet is unmet', () => {
    const overall = (facts: Partial<NomineeFacts>) => judge(sets, { ...sound, ...facts }, toTc(now)).overall
    expect(overall({})).toBe('met')
    expect(overall({ ratings: good(2025) })).toBe('unknown')
    expect(overall({ ratings: good(2025), grounds: [post('Chuyên viên')] })).toBe('unmet')
  })

  test('too young for part-time alone proposes full-time; with another fault it does not', () => {
    const young = { ...sound, birth: bornOn('2000-01-01') }
    expect(judge(sets, young, toTc(now))).toMatchObject({ overall: 'unmet', proposal: 'fullTime' })
    expect(judge(sets, young, toTc(now, { mode: 'fullTime' }))).toMatchObject({
      overall: 'met',
      proposal: null,
    })
    expect(judge(sets, { ...young, grounds: [post('Chuyên viên')] }, toTc(now)).proposal).toBeNull()
  })

  test('an exception makes a criterion waived, never one that is met', () => {
    const waivers = {
      age: { number: '12-QĐ/TU', on: '2026-11-01' },
      party: { number: '12-QĐ/TU', on: '2026-11-01' },
    }
    const found = judge(sets, { ...sound, birth: bornOn('2000-01-01') }, toTc(now), waivers)
    const of = (criterion: Criterion) => found.verdicts.find((one) => one.criterion === criterion)
    expect([of('age')?.result, of('party')?.result, found.overall, found.proposal]).toEqual([
      'waived',
      'met',
      'met',
      null,
    ])
    expect(of('age')?.waivedBy?.number).toBe('12-QĐ/TU')
  })

  test('a foreign learner is not judged: the document of admission is asked for', () => {
    const found = judge(sets, { ...sound, isForeign: true, grounds: [] }, toTc(now))
    expect(found).toMatchObject({ ruleSet: null, overall: 'unknown', notJudged: 'foreign' })
    expect(found.verdicts.map((one) => one.missing)).toEqual(['admissionDocument'])
  })

  test('a class without a level of political theory has no rule set', () => {
    expect(judge(sets, sound, toTc(now, { programme: null }))).toMatchObject({
      overall: 'notJudged',
      verdicts: [],
    })
  })

  test('every verdict but of a missing ground names the article by which it was judged', () => {
    for (const sending of [toTc(under57), toTc(now), toCc(under57), toCc(now)])
      for (const verdict of judge(sets, sound, sending).verdicts) {
        expect(verdict.source?.document).toMatch(/^Quy định \d+-QĐ\/TW$/)
        expect(verdict.source?.text === '' ? verdict.result : '').not.toBe('met')
      }
  })
})
