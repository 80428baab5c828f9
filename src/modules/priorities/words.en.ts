import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number, decimals?: number) => printNumber(value, 'en', decimals)

export const en: Words<typeof vi> = {
  states: { draft: 'Being drafted', agreed: 'Agreed' },
  criteria: {
    legalDuty: 'Demanded of the post held',
    plannedPost: 'Planned post',
    yearsWaited: 'Years waited',
    unitBalance: 'Balance between units',
    unitUrgency: 'Priority asked by the unit',
    directive: 'Directive from above',
    termOfOffice: 'Term of office',
  },
  measures: {
    legalDuty:
      'Share of the people asked for who are named and whose post demands this level and whose file shows that they lack it.',
    plannedPost:
      'Share of the people asked for who are named and of whom only the planned post demands this level and whose file shows that they lack it.',
    yearsWaited: 'Years in a row in which the unit has asked for this programme, up to 3; mean over people.',
    unitBalance:
      'Share of the people asked for from units where fewer cadres than usual were trained in the last 3 years.',
    unitUrgency: 'The unit’s own priority: 1 counts fully, 2 half, 3 not.',
    directive: 'Judged by the committee, 0 to 3, by a directive.',
    termOfOffice: 'Judged by the committee, 0 to 3, by what the term of office asks for.',
  },
  evidence: ({ value, evidence }) =>
    value === null
      ? 'nothing recorded yet'
      : evidence.mark !== undefined
        ? `${n(evidence.mark)} of 3 (${evidence.reason ?? ''})`
        : evidence.years !== undefined
          ? `${n(evidence.years, 1)} years`
          : evidence.first !== undefined
            ? `${n(evidence.first)} people of priority 1, ${n(evidence.usual ?? 0)} of priority 2`
            : `${n(evidence.part ?? 0)} of ${n(evidence.whole ?? 0)} people`,
  points: (p) => `${n(p.points, 1)} points`,
  unknown: (p) => `Nothing recorded yet: ${p.criteria}`,
  why: (p) => `${p.criterion}: ${p.evidence}, ${p.points}`,
  demand: (p) => `${p.title}, ${p.mode.toLowerCase()}`,
  fields: {
    year: 'Year',
    state: 'State',
    rank: 'Rank',
    demand: 'Demand',
    heads: 'People',
    units: 'Units',
    score: 'Score',
    why: 'Why',
    moved: 'Against the saved sheet',
    criterion: 'Criterion',
    weight: 'Weight',
    mark: 'Mark (0–3)',
    reason: 'Reason',
    documentNumber: 'Document number',
    documentOn: 'Document date',
    madeBy: 'Made by',
    agreedBy: 'Confirmed by',
  },
  pages: {
    list: 'Priorities',
    listLead: 'The order of demands, by criteria and weights that the committee sets.',
    start: 'Begin a sheet',
    empty: 'No sheet of priorities yet',
    emptyText:
      'When units have registered their needs, begin the year’s sheet to set the order and print the minutes.',
    emptyForReaders: 'The training office begins a sheet when units have registered their needs.',
    sheet: (p) => `Priorities of ${p.year}`,
    leadDraft: (p) =>
      `${n(p.demands)} demands confirmed by heads of units, in the order of the weights below. Move a weight to see the order change at once; only saving makes it everybody’s.`,
    leadAgreed: (p) => `Agreed by ${p.document} of ${printDay(p.on)}. The figures are those of that day.`,
    weights: 'Criteria and weights',
    saveWeights: 'Save weights',
    ranking: 'Order of priority',
    noDemands: 'No confirmed demand yet',
    noDemandsText: 'When heads of units confirm their answers for the year, their needs appear here.',
    mayRise: (p) => `up to ${n(p.high, 1)} once everything is recorded`,
    moved: (p) => (p.by === 0 ? 'same' : p.by > 0 ? `up ${n(p.by)}` : `down ${n(-p.by)}`),
    turns: 'What would change the order',
    turnsLead:
      'Each line: one weight changed alone, to the nearest value at which the demand just below passes.',
    turn: (p) =>
      `«${p.lower}» passes «${p.upper}» if the weight of «${p.criterion}» goes from ${n(p.from)} to ${n(p.to)}.`,
    noTurns: 'No single weight, changed alone, changes the order.',
    marks: 'Marks of the committee',
    marksLead:
      'Two criteria cannot be computed from the records. Give each demand a mark with its reason; without a mark it counts nothing.',
    noMark: 'no mark yet',
    saveMark: 'Give the mark',
    markRow: (p) => `${p.demand}. ${p.criterion}: ${n(p.mark)} of 3. ${p.reason}`,
    agree: 'Agree on the order',
    agreeLead:
      'Once agreed, weights, marks and figures stay as they are; the order is used when classes are proposed.',
    minutes: 'Download minutes (Word)',
    excel: 'Download Excel',
  },
  minutes: {
    title: (p) => `Order of priority of training needs in ${p.year}`,
    basis: (p) =>
      `On ${n(p.demands)} demands for ${n(p.heads)} people, registered ${n(p.units)} times by units and confirmed by their heads, the meeting agreed on the criteria, weights and order below.`,
    method:
      'The score of a demand is the weighted mean of the criteria, out of 100; a criterion without records adds nothing.',
    draft: 'DRAFT, not agreed.',
    weight: (p) => `Weight of «${p.criterion}»: ${n(p.weight)}`,
  },
  problems: {
    'priorities.notFound':
      'There is no such sheet of priorities. Open the list of priorities to choose another.',
    'priorities.frozen':
      'The sheet is agreed and does not change. Begin a new sheet of the year to set the order again.',
    'priorities.stale':
      'Somebody else has just changed this sheet. Reload the page to see it, then go on; what you typed is still here.',
    'priorities.alreadyDraft': 'A sheet of this year is being drafted. Open it to go on.',
    'priorities.weightRange': 'A weight is a whole number from 0 to 10.',
    'priorities.markRange': 'A mark is 0, 1, 2 or 3.',
    'priorities.noSuchDemand': 'This demand is no longer in the sheet. Reload the page to see what is there.',
    'priorities.nothingToRank': (p) =>
      `No demand of ${p.year} is confirmed yet, so there is nothing to agree on.`,
    'priorities.documentLater': 'The document cannot be dated after today.',
  },
}
