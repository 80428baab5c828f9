import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import type { visitDetail } from '../fieldstudies/contract.ts'
import { type Layout, letterHead } from '../files/index.ts'
import type { dossier } from '../lecturers/contract/corps.ts'
import type { planChange } from '../plans/contract/changes.ts'
import type { planLine, planVersion } from '../plans/contract.ts'
import type { invitationDetail } from '../teaching/contract.ts'
import { vi } from './words.vi.ts'

type Version = Pick<
  z.infer<typeof planVersion>,
  | 'year'
  | 'untilYear'
  | 'number'
  | 'title'
  | 'assignedBy'
  | 'sums'
  | 'state'
  | 'documentNumber'
  | 'documentOn'
>
export type Line = Pick<
  z.infer<typeof planLine>,
  | 'groupName'
  | 'title'
  | 'modeCode'
  | 'modeName'
  | 'carriedOver'
  | 'opened'
  | 'classes'
  | 'learners'
  | 'months'
  | 'place'
  | 'partner'
>
type Change = Pick<z.infer<typeof planChange>, 'kind' | 'reason' | 'proposerUnit' | 'lines'>

const n = (value: number | null) => (value === null ? '' : printNumber(value))
const months = (list: readonly number[]) => list.join(', ')

/** What a plan's letters are filled with: the lines as a table, their sum, and the sentence that says what is asked. */
export function planData(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
  kind: 'plan' | 'planSubmission',
  version: Version,
  lines: readonly Line[],
): TemplateData {
  const { sums } = version
  const addressee = version.assignedBy ?? vi.committee
  return {
    ...letterHead(sender, on, layout),
    // A plan is sent to nobody above its text: those who get it are named.
    ...(kind === 'plan' && { recipients: [vi.toReport({ addressee }), ...vi.planGoesTo] }),
    title: version.title,
    period:
      version.untilYear === null ? vi.year(version) : vi.period({ ...version, untilYear: version.untilYear }),
    addressee,
    summary: vi.summary(sums),
    basis:
      version.documentNumber && version.documentOn
        ? vi.approved({ number: version.documentNumber, on: version.documentOn })
        : vi.notApproved,
    rows: lines.map((line, i) => ({
      order: String(i + 1),
      group: line.groupName,
      content: line.title,
      mode: line.modeCode === 'none' ? '' : line.modeName,
      classes: n(line.classes),
      carriedOver: n(line.carriedOver),
      opened: n(line.opened),
      learners: n(line.learners),
      months: months(line.months),
      place: line.place ?? '',
      partner: line.partner ?? '',
    })),
    total: {
      classes: n(sums.classes),
      carriedOver: n(sums.carriedOver),
      opened: n(sums.opened),
      learners: n(sums.learners),
    },
  }
}

/** What the letter of changes is filled with: one row a line that changes, from what to what and why. */
export function amendmentData(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
  plan: { year: number; document: { number: string; on: Day } | null; assigned: number; adjusted: number },
  changes: readonly Change[],
): TemplateData {
  const content = (one: { opened: number; learners: number | null; months: readonly number[] }) =>
    vi.content({ opened: one.opened, learners: one.learners, months: months(one.months) })
  return {
    ...letterHead(sender, on, layout),
    period: vi.year(plan),
    addressee: 'Thường trực Tỉnh ủy',
    basis: plan.document ? vi.approved(plan.document) : vi.notApproved,
    summary: vi.amended({ assigned: plan.assigned, adjusted: plan.adjusted, changes: changes.length }),
    rows: changes
      .flatMap((change) => change.lines.map((line) => ({ change, line })))
      .map(({ change, line }, i) => ({
        order: String(i + 1),
        kind: vi.kinds[change.kind],
        content: [line.title, line.modeName, line.place].filter(Boolean).join(', '),
        before: line.isNew ? vi.none : content(line.before),
        after: line.after.opened === 0 ? vi.none : content(line.after),
        reason: change.reason,
        proposer: change.proposerUnit ?? vi.school,
      })),
  }
}

type Visit = Pick<
  z.infer<typeof visitDetail>,
  | 'host'
  | 'kind'
  | 'title'
  | 'classCode'
  | 'className'
  | 'fromOn'
  | 'lastOn'
  | 'people'
  | 'leader'
  | 'programme'
  | 'answerBy'
>
type Invitation = Pick<
  z.infer<typeof invitationDetail>,
  'lecturer' | 'classCode' | 'className' | 'title' | 'message' | 'deadlineOn'
> & {
  planned: readonly Pick<
    z.infer<typeof invitationDetail>['planned'][number],
    'onDay' | 'part' | 'hours' | 'title' | 'room' | 'place'
  >[]
}
type Dossier = Pick<z.infer<typeof dossier>, 'title' | 'addressee' | 'letterNumber' | 'letterOn' | 'items'>

/** What the letter to a host is filled with: who comes, when, for what, and what is asked of the host. */
export function visitData(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
  one: Visit,
): TemplateData {
  return {
    ...letterHead(sender, on, layout),
    recipients: ['Như trên'],
    addressee: one.host,
    about: vi.visitKinds[one.kind],
    class: `${one.className} (${one.classCode})`,
    title: one.title,
    days: vi.span(one),
    people: n(one.people),
    leader: one.leader || '…',
    programme: one.programme === '' ? [vi.programmeAgreed] : one.programme.split('\n'),
    answerBy: one.answerBy ? vi.answerBy({ on: one.answerBy }) : vi.answerSoon,
  }
}

/** What the letter to a lecturer is filled with: one row a session; `contact`: who at the school answers questions. */
export function invitationData(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
  one: Invitation,
  contact: string,
): TemplateData {
  return {
    ...letterHead(sender, on, layout),
    recipients: ['Như trên'],
    addressee: one.lecturer,
    class: `${one.className} (${one.classCode})`,
    title: one.title,
    rows: one.planned.map((session, i) => ({
      order: String(i + 1),
      day: printDay(session.onDay),
      part: vi.parts[session.part],
      hours: n(session.hours),
      content: session.title,
      place: [session.room, session.place].filter(Boolean).join(', ') || sender.school,
    })),
    message: one.message,
    answerBy: vi.answerBy({ on: one.deadlineOn }),
    contact: contact || '…',
  }
}

/** What the letter of guest lecturers is filled with: one row a person, in the order of the list. */
export function guestData(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
  one: Dossier,
  names: { categories: ReadonlyMap<string, string>; fields: ReadonlyMap<string, string> },
): TemplateData {
  return {
    ...letterHead(sender, one.letterOn ?? on, layout),
    number: one.letterNumber ?? '…',
    title: one.title,
    addressee: one.addressee,
    summary: vi.guests({
      count: one.items.length,
      again: one.items.filter((item) => item.approvedLastOn !== null).length,
    }),
    rows: one.items.map((item, i) => ({
      order: String(i + 1),
      name: item.name,
      post: [item.title, item.place].filter(Boolean).join(', '),
      category: names.categories.get(item.categoryCode ?? '') ?? '',
      degrees: item.degrees,
      fields: item.fields.map((code) => names.fields.get(code) ?? code).join('; '),
      period: vi.span({ fromOn: item.wishFromOn, lastOn: item.wishLastOn }),
      remark: [item.proposedBy === null ? '' : vi.proposedBy({ unit: item.proposedBy }), item.remark]
        .filter(Boolean)
        .join('. '),
    })),
  }
}
