import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod'
import { type Day, printDay, printLongDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import type { visitDetail } from '../fieldstudies/contract.ts'
import type { dossier } from '../lecturers/contract/corps.ts'
import type { planChange } from '../plans/contract/changes.ts'
import type { planLine, planVersion } from '../plans/contract.ts'
import type { invitationDetail } from '../teaching/contract.ts'
import type { layouts, templateKinds } from './contract.ts'
import { vi } from './words.vi.ts'

export type Kind = (typeof templateKinds)[number]
export type Layout = (typeof layouts)[number]
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
type Line = Pick<
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

const folder = join(import.meta.dirname, '../../../templates')
const fileOf: Record<Kind, string> = {
  plan: 'plan',
  planSubmission: 'plan-submission',
  planAmendment: 'plan-amendment',
  guestSubmission: 'guest-submission',
  visitRequest: 'visit-request',
  teachingInvitation: 'teaching-invitation',
}

/** The template that Nhịp ships for a kind and a layout. */
export const shipped = (kind: Kind, layout: Layout): Promise<Uint8Array> =>
  readFile(join(folder, `${fileOf[kind]}-${layout}.docx`))

const n = (value: number | null) => (value === null ? '' : printNumber(value))
const months = (list: readonly number[]) => list.join(', ')

function head(sender: { school: string; province: string }, on: Day, layout: Layout): TemplateData {
  const province = sender.province.replace(/^(tỉnh|thành phố)\s+/iu, '')
  return {
    superior: `TỈNH ỦY ${province}`.trim().toUpperCase(),
    school: sender.school.toUpperCase(),
    schoolName: sender.school,
    number: '…',
    place: province || '…',
    date: printLongDay(on),
    recipients: layout === 'party' ? ['Như trên'] : ['Như trên', 'Ban Tổ chức Tỉnh ủy'],
    signerTitle: 'HIỆU TRƯỞNG',
    signerName: '',
  }
}

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
    ...head(sender, on, layout),
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
    ...head(sender, on, layout),
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
    ...head(sender, on, layout),
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
    ...head(sender, on, layout),
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
    ...head(sender, one.letterOn ?? on, layout),
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

const sampleLine: Line = {
  groupName: 'Bồi dưỡng',
  title: 'Bồi dưỡng bí thư chi bộ',
  modeCode: 'none',
  modeName: '',
  carriedOver: 0,
  opened: 2,
  classes: 2,
  learners: 120,
  months: [3, 4],
  place: 'Trường Chính trị',
  partner: 'Ban Tổ chức Tỉnh ủy',
}

/** Data of every tag of a kind, to try a template before it is used. */
export function sampleData(kind: Kind, layout: Layout, on: Day): TemplateData {
  const sender = { school: 'Trường Chính trị', province: 'Tỉnh mẫu' }
  if (kind === 'planAmendment') {
    const before = { opened: 2, learners: 120, months: [3] }
    const line = { ...sampleLine, lineKey: '', isNew: false, before, after: { ...before, months: [5] } }
    return amendmentData(
      sender,
      on,
      layout,
      { year: 2026, document: { number: '01-KH/TU', on }, assigned: 48, adjusted: 49 },
      [{ kind: 'move', reason: 'Trùng kỳ họp', proposerUnit: null, lines: [line] }],
    )
  }
  if (kind === 'visitRequest')
    return visitData(sender, on, layout, {
      host: 'Đảng ủy xã Mẫu',
      kind: 'study',
      title: 'Xây dựng nông thôn mới',
      classCode: 'TC01',
      className: 'Trung cấp lý luận chính trị',
      fromOn: on,
      lastOn: on,
      people: 48,
      leader: 'Nguyễn Văn A',
      programme: 'Sáng: nghe báo cáo\nChiều: thăm mô hình',
      answerBy: on,
    })
  if (kind === 'teachingInvitation')
    return invitationData(
      sender,
      on,
      layout,
      {
        lecturer: 'Nguyễn Văn A',
        classCode: 'TC01',
        className: 'Trung cấp lý luận chính trị',
        title: 'Xây dựng Đảng ở cơ sở',
        message: 'Có xe đón',
        deadlineOn: on,
        planned: [
          {
            onDay: on,
            part: 'morning',
            hours: 5,
            title: 'Xây dựng Đảng ở cơ sở',
            room: 'Hội trường A',
            place: '',
          },
        ],
      },
      'Phòng Quản lý đào tạo',
    )
  if (kind === 'guestSubmission')
    return guestData(
      sender,
      on,
      layout,
      {
        title: 'Đề nghị phê duyệt giảng viên thỉnh giảng năm 2027',
        addressee: 'Thường trực Tỉnh ủy',
        letterNumber: null,
        letterOn: on,
        items: [
          {
            id: 1,
            lecturerId: 1,
            name: 'Nguyễn Văn A',
            title: 'Giám đốc',
            place: 'Sở Tư pháp',
            categoryCode: 'department',
            fields: ['NNPL'],
            degrees: 'Thạc sĩ',
            proposedBy: 'Sở Tư pháp',
            grounds: null,
            wishFromOn: on,
            wishLastOn: on,
            remark: 'Chuyên đề pháp luật',
            approvedLastOn: null,
            decision: null,
            reason: null,
            fromOn: null,
            lastOn: null,
          },
        ],
      },
      {
        categories: new Map([['department', 'Giám đốc, phó giám đốc sở, ngành']]),
        fields: new Map([['NNPL', 'Nhà nước và pháp luật']]),
      },
    )
  return planData(
    sender,
    on,
    layout,
    kind,
    {
      year: 2026,
      untilYear: null,
      number: 1,
      title: 'Kế hoạch đào tạo, bồi dưỡng năm 2026',
      assignedBy: 'Thường trực Tỉnh ủy',
      state: 'draft',
      documentNumber: null,
      documentOn: null,
      sums: { lines: 1, carriedOver: 0, opened: 2, classes: 2, learners: 120, budgetDong: null },
    },
    [sampleLine],
  )
}

/** Names that a template of the kind may use: those of a list's rows behind the list's name. */
export function tagsOf(kind: Kind): string[] {
  const of = (data: TemplateData, before = ''): string[] =>
    Object.entries(data).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value
      if (typeof first === 'object' && first !== null && !Array.isArray(first))
        return of(first as TemplateData, Array.isArray(value) ? `#${name} → ` : `${name}.`)
      return [`${before}${Array.isArray(value) ? `#${name}` : name}`]
    })
  return of(sampleData(kind, 'state', '2026-01-05'))
}
