import { type Day, printDay } from '../../pure/day.ts'
import type { causes } from './contract.ts'

type Params = Record<string, unknown>
type Part = 'morning' | 'afternoon' | 'evening'

const part: Record<Part, string> = { morning: 'Sáng', afternoon: 'Chiều', evening: 'Tối' }
const weekdays = ['CN', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy']
const cause: Record<(typeof causes)[number], string> = {
  excused: 'Có phép',
  unexcused: 'Không phép',
  recalled: 'Đơn vị gọi về',
  ill: 'Ốm, bệnh',
  other: 'Lý do khác',
}

/** Sentences about who was there, in Vietnamese. */
export const vi = {
  title: 'Điểm danh',
  classes: 'Lớp học',
  gridOf: (p: { code: string }) => `Điểm danh lớp ${p.code}`,
  gridLead: (p: { name: string; learners: number; sessions: number; month: string }) =>
    `${p.name}: ${p.learners} học viên, ${p.sessions} buổi, ${p.month.toLowerCase()}. Ô trống là chưa điểm danh.`,
  month: 'Tháng',
  monthName: (p: { month: string }) => `Tháng ${p.month.slice(5)}/${p.month.slice(0, 4)}`,
  part,
  weekday: (on: Day) => weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] as string,
  when: (p: { on: Day; part: Part }) => `${part[p.part]} ${printDay(p.on)}`,
  learner: 'Học viên',
  noSessions: 'Lớp chưa có buổi học nào trong lịch.',
  noLearners: 'Lớp chưa có học viên trong danh sách.',
  keys: 'Phím: mũi tên để đi, một chữ cho mỗi ô, số là số tiết vắng nếu vắng một phần, Esc bỏ sửa ô, Ctrl+S ghi.',
  letterNames: {
    present: 'Có mặt',
    excused: 'Vắng có phép',
    unexcused: 'Vắng không phép',
    recalled: 'Đơn vị gọi về',
    ill: 'Ốm, bệnh',
    other: 'Lý do khác',
  },
  absentShort: 'V',
  absentUnknown: 'Vắng, chưa rõ lý do',
  notRecorded: 'Chưa điểm danh',
  cellOf: (p: { name: string; on: Day; part: Part; said: string }) =>
    `${p.name}, ${part[p.part].toLowerCase()} ${printDay(p.on)}: ${p.said}`,
  hoursMissed: (p: { missed: number; hours: number }) => `vắng ${p.missed}/${p.hours} tiết`,
  save: 'Ghi điểm danh',
  saveChanges: (p: { count: number }) => (p.count === 0 ? 'Chưa có gì để ghi' : `Ghi ${p.count} ô đã sửa`),
  saving: 'Đang ghi…',
  saved: (p: { count: number }) => `Đã ghi ${p.count} ô.`,
  notSaved: 'Chưa ghi được. Các ô đã sửa vẫn còn, ghi lại khi có mạng.',
  undo: 'Bỏ các ô chưa ghi',
  theirs: (p: { name: string; theirs: string; mine: string }) =>
    `${p.name}: người khác đã ghi «${p.theirs}», đồng chí định ghi «${p.mine}».`,
  keepMine: 'Ghi theo của tôi',
  takeTheirs: 'Giữ của người kia',
  staleTitle: 'Có người vừa ghi trước ở buổi này',
  book: 'Sổ điểm danh (Excel)',
  summary: 'Chuyên cần',
  summaryOf: (p: { code: string }) => `Chuyên cần lớp ${p.code}`,
  summaryLead: (p: { near: number; below: number }) =>
    p.near + p.below === 0
      ? 'Không có học viên nào gần hoặc dưới mức chuyên cần.'
      : `${p.below} học viên dưới mức chuyên cần, ${p.near} học viên còn một buổi nữa là dưới mức.`,
  ruleIs: (p: { percent: number }) =>
    `Dự ít nhất ${String(p.percent).replace('.', ',')}% số tiết của từng học phần thì được dự thi học phần ấy.`,
  noRule: 'Chưa có quy chế nào cho ngày khai giảng của lớp, nên chưa xét được mức chuyên cần.',
  toConfirm: 'cần nhà trường xác nhận',
  unrecordedWarn: (p: { count: number }) =>
    `${p.count} buổi đã học chưa điểm danh đủ; số dưới đây chỉ tính các buổi đã ghi.`,
  columns: {
    name: 'Học viên',
    unit: 'Đơn vị cử',
    attended: 'Đã dự',
    recorded: 'Tiết đã ghi',
    missed: 'Còn nợ (tiết)',
    owedShare: 'Tỷ lệ nợ',
    standing: 'Mức chuyên cần',
    modules: 'Học phần có vắng',
    class: 'Lớp',
    day: 'Ngày',
    topic: 'Chuyên đề',
    marked: 'Đã ghi',
    learners: 'Học viên',
    state: 'Tình trạng',
    days: 'Thời gian',
    kind: 'Loại',
    cost: 'Mất',
    reason: 'Lý do',
  },
  standings: {
    good: 'Đủ',
    near: 'Sắp dưới mức',
    below: 'Dưới mức',
    unknown: 'Chưa xét được',
  },
  noModule: 'Ngoài học phần',
  moduleLine: (p: { module: string; missed: number; hours: number }) =>
    `${p.module === '' ? 'Ngoài học phần' : p.module}: vắng ${p.missed}/${p.hours} tiết`,
  cause,
  toRoll: 'Điểm danh buổi này',
  rollOf: (p: { title: string }) => p.title,
  rollLead: (p: { on: Day; part: Part; hours: number; code: string }) =>
    `Lớp ${p.code}, ${part[p.part].toLowerCase()} ${printDay(p.on)}, ${p.hours} tiết.`,
  rollHint: 'Chọn từng người. Ai chưa chọn thì chưa được ghi là có mặt hay vắng.',
  present: 'Có mặt',
  absent: 'Vắng',
  left: (p: { count: number }) => (p.count === 0 ? 'Đã chọn đủ.' : `Còn ${p.count} người chưa chọn.`),
  recordedAs: (p: { by: string; at: string }) => `${p.by} ghi lúc ${p.at}.`,
  tooEarlyNow: 'Buổi này chưa đến ngày, chưa điểm danh được.',
  hub: 'Điểm danh',
  hubLead: (p: { count: number }) =>
    p.count === 0
      ? 'Không có buổi nào chờ đồng chí điểm danh.'
      : `${p.count} buổi trong 60 ngày qua chưa điểm danh đủ.`,
  unrecorded: 'Buổi chưa điểm danh',
  noneUnrecorded: { title: 'Không còn buổi nào', text: 'Không có buổi đã học nào chờ đồng chí điểm danh.' },
  markedOf: (p: { marked: number; learners: number }) => `${p.marked}/${p.learners}`,
  term: 'Chuyên cần các lớp',
  termFrom: 'Từ tháng',
  termUntil: 'Đến tháng',
  show: 'Xem',
  noTerm: { title: 'Chưa có số liệu', text: 'Các tháng này chưa có buổi nào được điểm danh.' },
  absences: 'Vắng mặt, gọi về',
  absencesLead: 'Đơn xin nghỉ của học viên và việc đơn vị gọi học viên về.',
  noAbsences: {
    title: 'Chưa có đơn nào',
    text: 'Đơn xin nghỉ và đề nghị gọi học viên về hiện ở đây.',
  },
  kinds: { leave: 'Xin nghỉ', recall: 'Đơn vị gọi về' },
  states: {
    all: 'Tất cả',
    asked: 'Chờ trả lời',
    agreed: 'Đồng ý',
    refused: 'Không đồng ý',
    withdrawn: 'Đã rút',
  },
  search: 'Tìm theo tên',
  span: (p: { fromOn: Day; fromPart: Part; lastOn: Day; lastPart: Part }) =>
    p.fromOn === p.lastOn && p.fromPart === p.lastPart
      ? `${part[p.fromPart]} ${printDay(p.fromOn)}`
      : `${part[p.fromPart]} ${printDay(p.fromOn)} – ${part[p.lastPart].toLowerCase()} ${printDay(p.lastOn)}`,
  costs: (p: { sessions: number; hours: number }) => `${p.sessions} buổi, ${p.hours} tiết`,
  isAfter: 'ghi sau khi đã nghỉ',
  calledBy: (p: { who: string }) => `Người gọi: ${p.who}`,
  agree: 'Đồng ý',
  refuse: 'Không đồng ý',
  withdraw: 'Rút lại',
  note: 'Ý kiến của nhà trường',
  answer: 'Trả lời',
  askRecall: 'Gọi học viên về',
  askRecallOf: (p: { name: string }) => `Gọi ${p.name} về đơn vị`,
  askLeave: 'Xin nghỉ',
  askLead: 'Chọn thời gian để biết mất những buổi nào trước khi gửi.',
  whoToRecall: 'Chọn học viên của đơn vị',
  field: {
    fromOn: 'Từ ngày',
    fromPart: 'Từ buổi',
    lastOn: 'Đến ngày',
    lastPart: 'Đến buổi',
    calledBy: 'Ai gọi về (họ tên, chức vụ)',
    why: 'Lý do',
    documentNumber: 'Số văn bản',
    cause: 'Vì sao',
    kind: 'Loại',
    state: 'Tình trạng',
  },
  leaveCauses: { excused: 'Việc riêng, xin phép', ill: 'Ốm, bệnh', other: 'Lý do khác' },
  seeCost: 'Xem mất những gì',
  costTitle: 'Nghỉ thời gian này thì mất',
  costSum: (p: { sessions: number; hours: number }) =>
    `${p.sessions} buổi, ${p.hours} tiết, đều phải học bù:`,
  costNone: 'Không có buổi học nào của lớp trong thời gian này.',
  missedBefore: (p: { missed: number; recorded: number; recalls: number }) =>
    `Trước đó đã vắng ${p.missed}/${p.recorded} tiết đã ghi${p.recalls > 0 ? `, đơn vị đã gọi về ${p.recalls} lần` : ''}.`,
  wouldFall: (p: { modules: string; percent: number }) =>
    `Sẽ xuống dưới mức ${String(p.percent).replace('.', ',')}% ở: ${p.modules}. Không học bù thì không được dự thi.`,
  send: 'Gửi nhà trường',
  study: 'Việc học của tôi',
  studyLead: 'Lịch học, chuyên cần và những gì còn phải học bù.',
  noStudy: {
    title: 'Chưa có lớp nào',
    text: 'Khi nhà trường đưa đồng chí vào danh sách lớp, lớp hiện ở đây.',
  },
  nextTitle: 'Buổi sắp tới',
  noNext: 'Không còn buổi nào trong lịch.',
  attendedLine: (p: { share: string; missed: number; recorded: number }) =>
    `Đã dự ${p.share} trong ${p.recorded} tiết đã điểm danh, còn nợ ${p.missed} tiết.`,
  nothingRecorded: 'Chưa có buổi nào được điểm danh.',
  missedTitle: 'Buổi đã vắng',
  requests: 'Đơn đã gửi',
  rollLinks: 'Ban cán sự: điểm danh',
  sheet: {
    book: 'Sổ điểm danh',
    bookTitle: 'SỔ ĐIỂM DANH',
    day: 'Ngày',
    part: 'Buổi',
    topic: 'Chuyên đề',
    lecturer: 'Giảng viên',
    hours: 'Tiết',
    recordedBy: 'Người ghi',
    attended: 'Tỷ lệ số tiết đã dự trong số tiết đã ghi (%)',
    legend:
      'C có mặt; P vắng có phép; K không phép; G đơn vị gọi về; B ốm, bệnh; L lý do khác; V vắng chưa rõ lý do; ô trống chưa điểm danh. P 2/5: vắng 2 trong 5 tiết.',
    left: (p: { name: string; on: string }) => `${p.name} thôi học từ ${p.on}.`,
  },
  problems: {
    'attendance.month': 'Tháng ghi dạng 2026-11.',
    'attendance.nothing': 'Chưa có ô nào được sửa.',
    'attendance.notHeld': 'Buổi này đã hủy hoặc không dạy, không điểm danh.',
    'attendance.tooEarly': (p: Params) =>
      `Buổi này học ngày ${printDay(p.on as Day)}, chưa đến ngày nên chưa điểm danh được. Chưa ghi gì.`,
    'attendance.notLearner': 'Trong các ô có người không học ở lớp vào ngày đó. Tải lại trang.',
    'attendance.stale': (p: Params) =>
      `${p.count} ô vừa được người khác ghi trước. Chưa ghi gì; xem cả hai rồi chọn.`,
    'attendance.staleRequest': 'Đơn này vừa được người khác xử lý. Tải lại trang.',
    'attendance.frozen': 'Nội dung đã gửi không sửa được; rút lại rồi gửi đơn khác.',
    'attendance.step': 'Đơn này không còn ở bước đó.',
    'attendance.hasLeft': (p: Params) => `${p.name} đã thôi học.`,
    'attendance.recallIsUnits': 'Gọi về là việc của đơn vị, học viên không tự gửi hay tự rút.',
    'attendance.leaveIsOwn': 'Đơn xin nghỉ do học viên gửi; đơn vị dùng mục gọi về.',
    'attendance.whoCalls': 'Ghi ai gọi về.',
    'attendance.endsBefore': 'Buổi cuối phải sau buổi đầu.',
    'attendance.tooLong': 'Mỗi đơn nhiều nhất 120 ngày.',
  },
}
