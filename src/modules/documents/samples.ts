import type { Day } from '../../pure/day.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import { minutesData as curriculumMinutes } from '../curricula/index.ts'
import type { Layout } from '../files/index.ts'
import { minutesData as priorityMinutes } from '../priorities/index.ts'
import type { templateKinds } from './contract.ts'
import { amendmentData, guestData, invitationData, type Line, planData, visitData } from './letters.ts'
import { listData, noticeData } from './nomination-letters.ts'
import { paymentData, surveyData, thanksData, timetableData } from './teaching-letters.ts'

export type Kind = (typeof templateKinds)[number]

const sender = { school: 'Trường Chính trị', province: 'Tỉnh mẫu' }

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

const aPlan = (kind: 'plan' | 'planSubmission') => (on: Day, layout: Layout) =>
  planData(
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

const aNotice = (on: Day) => ({
  classCode: 'TC01',
  className: 'Trung cấp lý luận chính trị',
  programme: 'Trung cấp lý luận chính trị',
  mode: 'partTime' as const,
  opensOn: on,
  closesOn: on,
  deadlineOn: on,
  sendsOn: on,
  standards: 'Theo Quy định 350-QĐ/TW',
  note: 'Hồ sơ gửi về Phòng Quản lý đào tạo',
  quotas: [{ unit: 'Đảng ủy xã Mẫu', seats: 3 }],
})
const admitted = (on: Day, layout: Layout) =>
  listData(sender, on, layout, aNotice(on), [
    { fullName: 'Nguyễn Văn A', postTitle: 'Phó Trưởng phòng', unit: 'Đảng ủy xã Mẫu' },
  ])

const samples: Record<Kind, (on: Day, layout: Layout) => TemplateData> = {
  plan: aPlan('plan'),
  planSubmission: aPlan('planSubmission'),
  planAmendment: (on, layout) => {
    const before = { opened: 2, learners: 120, months: [3] }
    const line = { ...sampleLine, lineKey: '', isNew: false, before, after: { ...before, months: [5] } }
    return amendmentData(
      sender,
      on,
      layout,
      { year: 2026, document: { number: '01-KH/TU', on }, assigned: 48, adjusted: 49 },
      [{ kind: 'move', reason: 'Trùng kỳ họp', proposerUnit: null, lines: [line] }],
    )
  },
  visitRequest: (on, layout) =>
    visitData(sender, on, layout, {
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
    }),
  teachingInvitation: (on, layout) =>
    invitationData(
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
    ),
  guestSubmission: (on, layout) =>
    guestData(
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
    ),
  timetable: (on, layout) =>
    timetableData(sender, on, layout, {
      code: 'TC01',
      name: 'Trung cấp lý luận chính trị',
      programme: 'Trung cấp lý luận chính trị',
      opensOn: on,
      closesOn: on,
      sessions: [
        { ...aSession(on), kind: 'theory', lecturer: 'Nguyễn Văn A', state: 'planned', note: 'Ghép lớp' },
      ],
      visits: [{ title: 'Xây dựng nông thôn mới', host: 'Đảng ủy xã Mẫu', fromOn: on, lastOn: on }],
    }),
  teachingThanks: (on, layout) =>
    thanksData(sender, on, layout, {
      lecturer: 'Nguyễn Văn A',
      classCode: 'TC01',
      className: 'Trung cấp lý luận chính trị',
      title: 'Xây dựng Đảng ở cơ sở',
      planned: [{ ...aSession(on), state: 'taught' }],
    }),
  paymentList: (on, layout) => {
    const sums = { sessions: 1, hours: 5, amountDong: 1_500_000, taxDong: 150_000, netDong: 1_350_000 }
    return paymentData(sender, on, layout, on.slice(0, 7), {
      ...sums,
      withoutRate: 1,
      unconfirmed: 1,
      rows: [
        {
          ...sums,
          lecturer: 'Nguyễn Văn A',
          workplace: 'Sở Tư pháp',
          classCode: 'TC01',
          title: 'Xây dựng Đảng ở cơ sở',
          days: '05/01',
          hourDong: 300_000,
        },
      ],
    })
  },
  surveyResults: (on, layout) => {
    const figures = { n: 42, mean: 4.2, spread: 0.6, counts: [{ label: '5', count: 20 }], comments: [] }
    const item = {
      key: 'a',
      text: 'Nội dung chuyên đề',
      subject: 'Xây dựng Đảng',
      isHidden: false,
      ...figures,
    }
    return surveyData(
      sender,
      on,
      layout,
      {
        classCode: 'TC01',
        className: 'Trung cấp lý luận chính trị',
        programmeName: 'Trung cấp lý luận chính trị',
        opensOn: on,
        closesOn: on,
        expected: 48,
      },
      {
        answers: 42,
        invalid: 0,
        isHidden: false,
        items: [item, { ...item, key: 'b', comments: ['Cần thêm tình huống thực tế'] }],
      },
    )
  },
  priorityMinutes: (on, layout) => {
    const known = { value: 1, evidence: { part: 3, whole: 3 } }
    const weights = {
      legalDuty: 5,
      plannedPost: 5,
      yearsWaited: 5,
      unitBalance: 5,
      unitUrgency: 5,
      directive: 5,
      termOfOffice: 5,
    }
    const values = {
      legalDuty: known,
      plannedPost: known,
      yearsWaited: { value: 1, evidence: { years: 3 } },
      unitBalance: { value: null, evidence: {} },
      unitUrgency: { value: null, evidence: {} },
      directive: { value: 1, evidence: { mark: 3, reason: 'Kết luận của Thường trực Tỉnh ủy' } },
      termOfOffice: { value: null, evidence: {} },
    }
    return priorityMinutes(
      sender,
      { year: 2026, weights, documentNumber: null, documentOn: null },
      [
        {
          programmeId: 1,
          programmeCode: 'TC',
          title: 'Trung cấp lý luận chính trị',
          modeCode: 'none',
          modeName: 'Tập trung',
          heads: 30,
          units: 4,
          values,
        },
      ],
      on,
      layout,
    )
  },
  curriculumMinutes: (on, layout) =>
    curriculumMinutes(
      sender,
      { title: 'Bồi dưỡng bí thư chi bộ', topics: 12, totalHours: 40 },
      { theory: 20, discussion: 8, practice: 8, field: 4, selfStudy: 0, report: 0, exam: 0 },
      {
        id: 1,
        round: 1,
        councilNumber: '15-QĐ/TCT',
        councilOn: on,
        meetsOn: on,
        place: 'Phòng họp A',
        conclusion: 'Đạt',
        result: 'pass',
        version: 1,
        members: [
          {
            id: 1,
            name: 'Nguyễn Văn A',
            post: 'Phó Hiệu trưởng',
            role: 'chair',
            verdict: 'agree',
            opinion: 'Đồng ý',
            account: null,
            isOwn: false,
            version: 1,
          },
        ],
      },
      on,
      layout,
    ),
  admissionNotice: (on, layout) => noticeData(sender, on, layout, aNotice(on)),
  sendingDecision: admitted,
  classOpening: admitted,
}

const aSession = (on: Day) =>
  ({
    onDay: on,
    part: 'morning',
    hours: 5,
    title: 'Xây dựng Đảng ở cơ sở',
    room: 'Hội trường A',
    place: '',
  }) as const

/** Data of every tag of a kind, to try a template before it is used. */
export const sampleData = (kind: Kind, layout: Layout, on: Day): TemplateData => samples[kind](on, layout)

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
