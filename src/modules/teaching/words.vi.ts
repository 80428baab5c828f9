import { type Day, printDay } from '../../pure/day.ts'
import type { hourKinds, invitationStates, parts } from './contract.ts'

type Part = (typeof parts)[number]
type Params = Record<string, unknown>

const partNames: Record<Part, string> = { morning: 'sáng', afternoon: 'chiều', evening: 'tối' }
const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const weekdayOf = (on: Day) => weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] as string
const kinds: Record<(typeof hourKinds)[number], string> = {
  theory: 'Lý thuyết',
  discussion: 'Thảo luận',
  practice: 'Thực hành',
  field: 'Đi thực tế',
  selfStudy: 'Tự học',
  report: 'Báo cáo',
  exam: 'Thi, kiểm tra',
}
const states: Record<(typeof invitationStates)[number], string> = {
  waiting: 'Chờ trả lời',
  accepted: 'Nhận lời',
  declined: 'Từ chối',
  otherDates: 'Đề nghị ngày khác',
  substitute: 'Giới thiệu người khác',
  overtaken: 'Nhận lời khi đã kín lịch',
  withdrawn: 'Đã thu hồi',
}

/** «sáng Thứ Hai, 30/11/2026» of what a clash says; less where the database could not say more. */
const when = (p: Params) =>
  typeof p.on === 'string'
    ? `${typeof p.part === 'string' ? `buổi ${partNames[p.part as Part]} ` : ''}ngày ${printDay(p.on)}`
    : 'vào buổi đó'
const whose = (p: Params) => (typeof p.code === 'string' ? `lớp ${p.code} (${p.name ?? ''})` : 'lớp khác')
const span = (p: Params) =>
  typeof p.fromOn === 'string' && typeof p.lastOn === 'string'
    ? ` từ ${printDay(p.fromOn)} đến ${printDay(p.lastOn)}`
    : ''
const who = (p: Params, other: string) => (typeof p.what === 'string' && p.what !== '' ? p.what : other)

type Sheet = {
  lecturer: string
  title: string
  className: string
  programme: string
  deadlineOn: Day
  message: string
  school: string
  contact: string
  sessions: readonly { onDay: Day; part: Part; hours: number; place: string; startsAt: string }[]
}
const sessionLine = (p: { onDay: Day; part: Part; hours: number; startsAt: string; place: string }) =>
  `${weekdayOf(p.onDay)}, ${printDay(p.onDay)}, buổi ${partNames[p.part]} (từ ${p.startsAt}), ${p.hours} tiết${p.place ? `, ${p.place}` : ''}`
const letter = (p: Sheet & { link: string }, first: string) =>
  [
    `Kính gửi đồng chí ${p.lecturer},`,
    '',
    first,
    '',
    `Chuyên đề: ${p.title}`,
    `Lớp: ${p.className} (${p.programme})`,
    ...p.sessions.map((one) => `- ${sessionLine(one)}`),
    ...(p.message ? ['', p.message] : []),
    '',
    `Xin đồng chí trả lời trước hết ngày ${printDay(p.deadlineOn)} tại liên kết riêng này (không cần tài khoản): ${p.link}`,
    ...(p.contact ? ['', `Liên hệ: ${p.contact}`] : []),
    '',
    'Trân trọng.',
    p.school,
  ].join('\n')

export const vi = {
  visit: 'Nghiên cứu thực tế',
  visits: 'Đi nghiên cứu thực tế',
  timetable: 'Lịch học',
  timetableOf: (p: { code: string; name: string }) => `Lịch học ${p.code} · ${p.name}`,
  timetableLead: (p: { sessions: number; hours: number; withoutLecturer: number }) =>
    `${p.sessions} buổi, ${p.hours} tiết${p.withoutLecturer > 0 ? `; ${p.withoutLecturer} buổi chưa có giảng viên` : ''}.`,
  week: 'Lịch giảng',
  weekLead: (p: { from: Day; to: Day }) => `Tuần từ ${printDay(p.from)} đến ${printDay(p.to)}.`,
  weekOf: (p: { from: Day; to: Day }) => `Tuần ${printDay(p.from)} – ${printDay(p.to)}`,
  previous: 'Tuần trước',
  next: 'Tuần sau',
  thisWeek: 'Tuần này',
  classes: 'Lớp',
  classFilter: 'Tìm lớp',
  all: 'Tất cả',
  weekday: weekdayOf,
  part: partNames,
  partTitle: { morning: 'Sáng', afternoon: 'Chiều', evening: 'Tối' },
  kind: kinds,
  columns: {
    act: 'Việc',
    weekday: 'Thứ',
    day: 'Ngày',
    part: 'Buổi',
    topic: 'Chuyên đề',
    hours: 'Số tiết',
    kind: 'Hình thức',
    lecturer: 'Giảng viên',
    room: 'Phòng, địa điểm',
    state: 'Trạng thái',
    class: 'Lớp',
    note: 'Ghi chú',
  },
  sessionState: {
    planned: 'Theo lịch',
    taught: 'Đã dạy',
    changed: 'Đã dạy, có thay đổi',
    notTaught: 'Không dạy',
    cancelled: 'Đã hủy',
  },
  noLecturer: 'Chưa có',
  asked: (p: { state: string }) =>
    `Mời: ${(states as Record<string, string>)[p.state]?.toLowerCase() ?? p.state}`,
  none: 'Chưa có buổi học nào',
  noneText: 'Lịch đề xuất theo chương trình của lớp, nhập từ tệp Excel, hoặc thêm từng buổi.',
  noneWeek: 'Tuần này không có buổi học nào.',
  noneRead: 'Nhà trường chưa xếp lịch cho lớp này.',
  outside: 'Có buổi nằm ngoài thời gian của lớp: xem lại ngày của buổi hoặc ngày của lớp.',
  toClass: 'Trang của lớp',
  addSession: 'Thêm buổi học',
  add: 'Thêm buổi',
  change: 'Sửa',
  changeOf: (p: { title: string; on: Day }) => `Sửa buổi ${printDay(p.on)}: ${p.title}`,
  save: 'Lưu buổi học',
  cancel: 'Hủy buổi',
  cancelText: 'Buổi bị hủy vẫn nằm trong lịch, giảng viên và phòng được trả lại.',
  reason: 'Lý do',
  field: {
    item: 'Chuyên đề của chương trình',
    ownTitle: 'Không thuộc chương trình (ghi tên ở dưới)',
    title: 'Tên buổi học',
    titleHint: 'Để trống: lấy tên chuyên đề.',
    onDay: 'Ngày',
    part: 'Buổi',
    hours: 'Số tiết',
    kind: 'Hình thức',
    room: 'Phòng',
    noRoom: 'Không dùng phòng của trường',
    place: 'Địa điểm khác',
    lecturer: 'Giảng viên',
    nobody: 'Chưa có giảng viên',
    note: 'Ghi chú',
  },
  outline: 'Chương trình và lịch',
  outlineLead: 'Số tiết đã xếp trên số tiết của chương trình, theo hình thức. Tự học không xếp buổi.',
  ofPlanned: (p: { done: number; planned: number }) => `${p.done}/${p.planned}`,
  total: 'Cộng',
  propose: 'Đề xuất lịch',
  proposeLead:
    'Xếp các chuyên đề chưa có lịch theo thứ tự của chương trình vào những ngày dạy được; cán bộ sửa lại sau.',
  proposeShow: 'Xem đề xuất',
  proposeTake: (p: { count: number }) => `Đưa ${p.count} buổi vào lịch`,
  proposed: (p: { sessions: number; hoursLeft: number; hoursWithoutDay: number }) =>
    p.hoursLeft === 0
      ? 'Chương trình đã xếp đủ.'
      : `${p.sessions} buổi cho ${p.hoursLeft - p.hoursWithoutDay} trên ${p.hoursLeft} tiết còn lại.${
          p.hoursWithoutDay > 0
            ? ` ${p.hoursWithoutDay} tiết không còn ngày: thêm ngày, thêm buổi hoặc kéo dài lớp.`
            : ''
        }`,
  proposalOf: (p: { code: string; name: string }) => `Đề xuất lịch ${p.code} · ${p.name}`,
  proposalRows: 'Các buổi sẽ được đưa vào lịch',
  proposalNone: 'Không có buổi nào để xếp',
  proposalNoneText:
    'Chương trình đã xếp đủ, hoặc từ ngày đã chọn không còn ngày nào dạy được. Đổi ngày, thứ hoặc buổi.',
  proposalBetween: (p: { from: Day; to: Day }) => `Tìm ngày từ ${printDay(p.from)} đến ${printDay(p.to)}.`,
  roomOf: 'Phòng',
  roomGiven: 'Theo phòng đã chọn',
  roomNone: 'Không xếp phòng',
  roomClashes: (p: { count: number }) =>
    `${p.count} buổi trùng lịch phòng: được xếp ngày, chưa có phòng. Xem từng dòng.`,
  leftTitle: 'Chưa xếp được',
  leftText: 'Không còn ngày dạy được trước ngày bế giảng. Thêm thứ, thêm buổi hoặc kéo dài lớp.',
  leftOf: (p: { hours: number; kind: string }) => `${p.kind}: ${p.hours} tiết`,
  stopsTitle: 'Những ngày không xếp',
  stopsWhy: { calendar: 'lịch năm', visit: 'nghiên cứu thực tế' },
  dayOrDays: (p: { from: Day; to: Day }) =>
    p.from === p.to ? printDay(p.from) : `${printDay(p.from)} – ${printDay(p.to)}`,
  fromOn: 'Từ ngày',
  weekdaysTaught: 'Dạy vào',
  weekdayNames: {
    d1: 'Thứ Hai',
    d2: 'Thứ Ba',
    d3: 'Thứ Tư',
    d4: 'Thứ Năm',
    d5: 'Thứ Sáu',
    d6: 'Thứ Bảy',
    d7: 'Chủ nhật',
  },
  partsTaught: 'Các buổi',
  import: 'Nhập từ Excel',
  excel: 'Tải Excel',
  word: 'Tải Word',
  confirm: 'Xác nhận đã dạy',
  confirmAll: 'Xác nhận đã dạy tất cả đến hết ngày',
  confirmAllText:
    'Những buổi đã qua, có giảng viên và chưa ai xác nhận. Buổi thay đổi hoặc không dạy thì xác nhận riêng.',
  confirmOf: (p: { title: string; on: Day }) => `Xác nhận đã dạy buổi ${printDay(p.on)}: ${p.title}`,
  outcome: 'Kết quả',
  outcomes: { taught: 'Đã dạy như lịch', changed: 'Đã dạy, có thay đổi', notTaught: 'Không dạy' },
  untilOn: 'Đến hết ngày',
  feed: {
    title: 'Lịch trên điện thoại',
    text: 'Địa chỉ riêng để điện thoại hoặc Outlook tự cập nhật. Chỉ hiện một lần; tạo địa chỉ mới thì địa chỉ cũ hết dùng được.',
    make: 'Tạo địa chỉ lịch',
    again: 'Tạo địa chỉ mới',
    againText: 'Địa chỉ đang dùng hết dùng được ngay; máy nào đang đọc lịch phải nhập địa chỉ mới.',
    since: (p: { at: string }) => `Đang có một địa chỉ, tạo lúc ${p.at}.`,
    none: 'Chưa có địa chỉ nào.',
    drop: 'Thu hồi địa chỉ',
    dropText: 'Địa chỉ hết dùng được ngay, máy nào đang đọc lịch sẽ không nhận được gì nữa.',
    made: 'Địa chỉ lịch mới. Chép lại ngay, trang này không hiện lần thứ hai:',
    ofLecturer: 'Lịch giảng',
    about: (p: { hours: number; kind: (typeof hourKinds)[number]; className: string }) =>
      `${p.className}. ${kinds[p.kind]}, ${p.hours} tiết.`,
  },
  invitations: 'Mời giảng',
  invitationsLead: 'Giấy mời giảng viên, báo cáo viên: ai chưa trả lời, ai từ chối cần người thay.',
  invitation: 'Giấy mời',
  invitationOf: (p: { lecturer: string }) => `Mời giảng: ${p.lecturer}`,
  invite: 'Mời giảng',
  inviteLead: 'Chọn các buổi của một lớp và người được mời. Liên kết trả lời chỉ hiện một lần.',
  inviteSend: 'Tạo giấy mời',
  inviteSelected: 'Chọn người mời',
  chooseSessions: 'Các buổi mời giảng',
  chooseClass: 'Lớp',
  noOpenSessions: 'Lớp không còn buổi nào sắp tới chưa có giảng viên.',
  views: {
    all: 'Tất cả',
    open: 'Cần theo dõi',
    waiting: 'Chờ trả lời',
    late: 'Quá hạn',
    toReplace: 'Cần người thay',
    accepted: 'Nhận lời',
  },
  view: 'Trạng thái',
  state: states,
  late: 'Quá hạn trả lời',
  followed: 'Đã mời người khác',
  lecturer: 'Giảng viên',
  guest: 'mời giảng',
  own: 'cơ hữu',
  class: 'Lớp',
  topic: 'Chuyên đề',
  days: 'Thời gian',
  daysOf: (p: { first: Day | null; last: Day | null }) =>
    p.first === null
      ? '–'
      : p.last === null || p.first === p.last
        ? printDay(p.first)
        : `${printDay(p.first)} – ${printDay(p.last)}`,
  sessionsHours: (p: { sessions: number; hours: number }) => `${p.sessions} buổi, ${p.hours} tiết`,
  sessionsCount: 'Số buổi',
  hoursCount: 'Số tiết',
  deadline: 'Hạn trả lời',
  deadlineHint: 'Để trống: theo số ngày đã đặt, muộn nhất trước buổi đầu tiên.',
  sentOn: 'Ngày mời',
  message: 'Lời nhắn',
  byMail: 'Gửi thư điện tử cho người được mời',
  byMailHint: 'Chỉ gửi khi đã có địa chỉ và trường đã cài đặt gửi thư.',
  invitesNext: 'Tự mời người kế tiếp khi từ chối hoặc quá hạn',
  invitesNextOn: 'Đang bật: tự mời người kế tiếp',
  invitesNextOff: 'Đang tắt: cán bộ xác nhận người kế tiếp',
  switchOn: 'Bật tự mời',
  switchOff: 'Tắt tự mời',
  noInvitations: 'Chưa có giấy mời nào',
  noInvitationsText: 'Chọn một lớp, đánh dấu các buổi chưa có giảng viên và chọn người để mời.',
  answer: 'Trả lời',
  answeredAt: (p: { at: string; by: 'link' | 'account' | 'office' }) =>
    `${p.at}, ${{ link: 'qua liên kết', account: 'bằng tài khoản', office: 'trường ghi lại' }[p.by]}`,
  reminded: 'Đã nhắc',
  mailed: 'Đã gửi thư điện tử',
  notMailed: 'Chưa gửi thư: hãy tạo liên kết và gửi qua Zalo, SMS hoặc in giấy mời.',
  proposedDates: 'Ngày đề nghị',
  substituteSaid: 'Người được giới thiệu',
  clash: 'Vì sao không nhận được',
  link: 'Liên kết trả lời',
  linkText:
    'Ai có liên kết này thì trả lời được thay người được mời. Chỉ hiện một lần; cần nữa thì tạo liên kết mới.',
  linkMake: 'Tạo liên kết mới',
  linkCount: (p: { links: number }) => `${p.links} liên kết đang dùng được`,
  shortText: 'Tin nhắn để chép (Zalo, SMS)',
  shortTextOf: (p: {
    lecturer: string
    title: string
    first: Day | null
    deadline: Day
    link: string
    school: string
  }) =>
    `${p.school} kính mời đồng chí ${p.lecturer} giảng chuyên đề «${p.title}»${p.first ? ` từ ${printDay(p.first)}` : ''}. Xin trả lời trước hết ngày ${printDay(p.deadline)}: ${p.link}`,
  wasMailed: 'Thư mời đã được gửi đi.',
  letterMake: 'Tải giấy mời',
  thanks: 'Thư cảm ơn (Word)',
  withdraw: 'Thu hồi giấy mời',
  withdrawText: 'Các liên kết hết dùng được; buổi đã nhận được trả lại để mời người khác.',
  note: 'Ghi lại câu trả lời',
  noteText: 'Khi người được mời trả lời qua điện thoại hoặc công văn.',
  noteSave: 'Ghi câu trả lời',
  substitutes: 'Người có thể thay',
  substitutesLead: (p: { order: string }) =>
    `Người phù hợp đứng trước, rồi theo thứ tự tiêu chí nhà trường đặt: ${p.order}.`,
  criterion: {
    topic: 'dạy được chuyên đề',
    load: 'khối lượng trong tuần',
    distance: 'đi lại',
    rating: 'đánh giá của học viên',
    lastTaught: 'lần dạy gần nhất',
  },
  teaches: { topic: 'Đúng chuyên đề', field: 'Đúng chuyên môn', neither: 'Không', unknown: 'Chưa rõ' },
  teachesTitle: 'Dạy được',
  approval: { valid: 'Còn hiệu lực', invalid: 'Không có hoặc hết hạn', notNeeded: 'Không cần' },
  approvalTitle: 'Phê duyệt',
  free: 'Rảnh',
  freeTitle: 'Lịch',
  loadTitle: 'Tiết trong tuần / tháng',
  loadOf: (p: { week: number; weekly: number; month: number; monthly: number | null }) =>
    `${p.week}/${p.weekly} · ${p.month}${p.monthly === null ? '' : `/${p.monthly}`}`,
  travelTitle: 'Đi lại',
  travel: { notNeeded: 'Dạy tại trường', goes: 'Đi được', doesNotGo: 'Không đi', within: 'Trong bán kính' },
  within: (p: { km: number }) => `Trong ${p.km} km`,
  lastTaughtTitle: 'Lần dạy gần nhất',
  never: 'Chưa dạy',
  ratingTitle: 'Đánh giá của học viên',
  rating: (p: { share: string; answers: number }) => `${p.share} % thang điểm, ${p.answers} người trả lời`,
  noRating: 'Dưới 5 người trả lời',
  ratingNote:
    'Đánh giá tính theo phần mười của thang điểm; ai có dưới năm người trả lời thì xếp như mức trung bình. Không phải bảng xếp hạng.',
  alreadyAsked: 'Đã mời',
  notSuitable: 'Không phù hợp',
  suitable: 'Phù hợp',
  chooseHim: (p: { name: string }) => `Mời ${p.name}`,
  inviteFirst: 'Mời người kế tiếp',
  inviteFirstText: 'Mời người phù hợp đứng đầu danh sách, hạn trả lời mới.',
  nobody: 'Không có giảng viên nào',
  nobodyText: 'Thêm giảng viên ở mục Giảng viên.',
  mine: 'Giờ giảng của tôi',
  mineLead: 'Giấy mời chờ đồng chí trả lời và các buổi giảng sắp tới.',
  mineNone: 'Chưa có giấy mời hay buổi giảng nào. Tài khoản cần được gắn với giảng viên ở mục Giảng viên.',
  mineSessions: 'Các buổi giảng',
  payment: 'Bảng kê thanh toán giảng',
  paymentLead: 'Từ những buổi đã được xác nhận là đã dạy. Mức chi do nhà trường nhập, có căn cứ.',
  month: 'Tháng',
  monthHint: 'Dạng 2026-11; để trống: tháng này',
  who: 'Đối tượng',
  guests: 'Giảng viên mời',
  owns: 'Giảng viên cơ hữu',
  rate: 'Mức một tiết',
  amount: 'Thành tiền',
  tax: 'Thuế',
  net: 'Thực nhận',
  workplace: 'Nơi công tác',
  noRate: 'chưa nhập',
  inWords: 'Bằng chữ',
  withoutRate: (p: { rows: number }) =>
    `${p.rows} dòng chưa có mức chi: số tiền cộng chưa đủ. Nhập mức chi ở dưới.`,
  unconfirmed: (p: { sessions: number }) =>
    `${p.sessions} buổi đã qua chưa được xác nhận đã dạy, nên chưa có trong bảng kê.`,
  noPayment: 'Chưa có buổi nào được xác nhận đã dạy',
  noPaymentText: 'Xác nhận «đã dạy» trên lịch học của lớp, rồi bảng kê tự có.',
  rates: 'Mức chi',
  ratesNone: 'Nhà trường chưa nhập mức chi nào.',
  rateAdd: 'Thêm mức chi',
  rateOf: (p: { from: Day; source: string }) => `từ ${printDay(p.from)}, căn cứ ${p.source}`,
  rateTax: (p: { percent: string }) => `thuế ${p.percent} %`,
  rateDong: 'Mức chi một tiết (đồng)',
  rateTaxField: 'Thuế (%)',
  rateSource: 'Căn cứ',
  rateSourceHint: 'Quy chế chi tiêu nội bộ, nghị quyết: số, ngày.',
  rateFor: 'Áp dụng cho',
  rateLecturer: 'Riêng một giảng viên',
  everybody: 'Chung cho nhóm',
  setting: 'Giờ học, hạn trả lời, tiêu chí',
  settingText: 'Giá trị mặc định, cần nhà trường xác nhận. Lưu lại là xác nhận.',
  settingSave: 'Lưu và xác nhận',
  settingField: {
    partHours: 'Số tiết một buổi',
    morningAt: 'Sáng từ',
    morningUntil: 'Sáng đến',
    afternoonAt: 'Chiều từ',
    afternoonUntil: 'Chiều đến',
    eveningAt: 'Tối từ',
    eveningUntil: 'Tối đến',
    answerDays: 'Số ngày để trả lời',
    remindDays: 'Nhắc trước hạn (ngày)',
    contact: 'Liên hệ của trường ghi trong giấy mời',
    order: 'Tiêu chí chọn người thay, quan trọng nhất trước',
    orderAt: (p: { at: number }) => `Tiêu chí thứ ${p.at}`,
    noCriterion: 'Không dùng',
    clockHint: 'Dạng 07:30',
    hours: 'Giờ các buổi',
    invitations: 'Giấy mời',
  },
  taught: 'Đã dạy và sắp dạy',
  taughtOf: (p: { name: string }) => `Các buổi giảng của ${p.name}`,
  taughtLead: (p: { sessions: number; hours: number; taught: number }) =>
    `${p.sessions} buổi, ${p.hours} tiết; ${p.taught} tiết đã xác nhận là đã dạy.`,
  taughtNone: 'Không có buổi giảng nào theo điều kiện đang chọn.',
  taughtView: { all: 'Tất cả', taught: 'Đã dạy', toConfirm: 'Đã qua, chưa xác nhận', coming: 'Sắp tới' },
  untilDay: 'Đến ngày',
  lecturers: 'Giảng viên',
  confirmOwn: 'Xác nhận',
  confirmWait: (p: { count: number }) => `${p.count} buổi đã qua chờ đồng chí xác nhận là đã dạy.`,
  public: {
    page: 'Giấy mời giảng',
    invites: (p: { school: string; lecturer: string }) => `${p.school} kính mời đồng chí ${p.lecturer}`,
    topic: 'Chuyên đề',
    class: 'Lớp',
    learners: (p: { learners: number }) => `${p.learners} học viên`,
    time: 'Thời gian, địa điểm',
    session: sessionLine,
    contact: 'Liên hệ',
    until: (p: { on: Day }) =>
      `Xin trả lời trước hết ngày ${printDay(p.on)}. Trong hạn đó đồng chí đổi câu trả lời được.`,
    choose: 'Đồng chí trả lời',
    accepted: 'Tôi nhận lời',
    declined: 'Tôi không giảng được',
    otherDates: 'Tôi giảng được vào ngày khác',
    substitute: 'Tôi giới thiệu người khác',
    reason: 'Lý do (không bắt buộc)',
    dates: 'Những ngày giảng được',
    name: 'Họ và tên người được giới thiệu',
    post: 'Chức vụ, nơi công tác',
    phone: 'Điện thoại',
    onlyIf: (p: { answer: string }) => `Chỉ khi chọn «${p.answer}»`,
    send: 'Gửi trả lời',
    wrong: 'Chưa gửi được',
    now: 'Câu trả lời đang ghi nhận',
    thanks: {
      accepted: 'Cảm ơn đồng chí đã nhận lời. Buổi giảng đã vào lịch của nhà trường.',
      declined: 'Nhà trường đã nhận được câu trả lời và sẽ mời người khác. Cảm ơn đồng chí.',
      otherDates: 'Nhà trường đã nhận được ngày đề nghị và sẽ liên hệ lại. Cảm ơn đồng chí.',
      substitute: 'Nhà trường đã nhận được lời giới thiệu và sẽ liên hệ. Cảm ơn đồng chí.',
      overtaken:
        'Rất tiếc, trong lúc chờ trả lời, các buổi này đã được xếp hoặc lịch của đồng chí đã kín. Nhà trường đã được báo và sẽ liên hệ lại. Xin cảm ơn đồng chí.',
    },
    closed: 'Không trả lời được nữa',
    standing: {
      open: '',
      late: 'Đã quá hạn trả lời. Xin liên hệ nhà trường nếu đồng chí vẫn giảng được.',
      followed: 'Nhà trường đã mời người khác cho các buổi này. Cảm ơn đồng chí.',
      withdrawn: 'Giấy mời này đã được thu hồi.',
      held: 'Buổi giảng đã diễn ra. Cảm ơn đồng chí.',
    },
  },
  mail: {
    invited: {
      subject: (p: Sheet) => `Mời giảng: ${p.title}`,
      text: (p: Sheet & { link: string }) =>
        letter(p, `${p.school} trân trọng mời đồng chí giảng chuyên đề sau:`),
    },
    reminded: {
      subject: (p: Sheet) => `Nhắc trả lời giấy mời giảng: ${p.title}`,
      text: (p: Sheet & { link: string }) =>
        letter(p, `${p.school} xin nhắc đồng chí về giấy mời giảng chưa có trả lời:`),
    },
  },
  sheet: {
    timetable: 'Lịch học',
    timetableTitle: (p: { code: string; name: string }) => `LỊCH HỌC LỚP ${p.code} · ${p.name}`,
    classCode: 'Mã lớp',
    roomCode: 'Phòng',
    lecturerCode: 'Giảng viên',
    place: 'Địa điểm',
    invitations: 'Giấy mời giảng',
    payment: 'Bảng kê',
    paymentTitle: (p: { month: string | null }) =>
      `BẢNG KÊ THANH TOÁN GIẢNG${p.month ? ` THÁNG ${p.month.slice(5)}/${p.month.slice(0, 4)}` : ''}`,
  },
  problems: {
    'teaching.classTaken': (p: Params) =>
      `Lớp đã có buổi học ${when(p)}${typeof p.title === 'string' ? `: ${p.title}` : ''}. Chọn buổi khác hoặc đổi buổi kia trước.`,
    'teaching.roomTaken': (p: Params) =>
      `${who(p, 'Phòng')} đã có ${whose(p)} ${when(p)}. Chọn phòng khác hoặc buổi khác.`,
    'teaching.roomBooked': (p: Params) => `${who(p, 'Phòng')} đã xếp cả ngày cho ${whose(p)}${span(p)}.`,
    'teaching.lecturerTaken': (p: Params) =>
      `${who(p, 'Giảng viên')} đã giảng ở ${whose(p)} ${when(p)}. Chọn người khác hoặc buổi khác.`,
    'teaching.lecturerBooked': (p: Params) =>
      `${who(p, 'Giảng viên')} đã xếp cả ngày cho ${whose(p)}${span(p)}.`,
    'teaching.lecturerAway': (p: Params) =>
      `${who(p, 'Giảng viên')} không lên lớp được${span(p)}${typeof p.reason === 'string' ? `: ${p.reason}` : ''}.`,
    'teaching.inTheWay': (p: Params) =>
      `${who(p, 'Giảng viên hoặc phòng')} đã có buổi học của ${whose(p)} ${when(p)}. Đổi buổi đó trước.`,
    'teaching.outsideClass': (p: Params) =>
      `Lớp học từ ${printDay(p.opensOn as Day)}${p.closesOn ? ` đến ${printDay(p.closesOn as Day)}` : ''}: buổi học phải nằm trong thời gian đó.`,
    'teaching.noTopic':
      'Chuyên đề này không có trong chương trình của lớp. Chọn chuyên đề khác hoặc ghi tên buổi học.',
    'teaching.titleOrTopic': 'Chọn chuyên đề hoặc ghi tên buổi học.',
    'teaching.noRoom': 'Không có phòng này.',
    'teaching.noLecturer': 'Không có giảng viên này, hoặc không còn giảng vào những ngày đó.',
    'teaching.stale': 'Có người vừa sửa. Xem bản mới rồi sửa lại; điều đồng chí gõ vẫn còn ở đây.',
    'teaching.sessionSettled': 'Buổi này đã hủy hoặc đã xác nhận, không sửa được nữa.',
    'teaching.classCancelled': (p: Params) => `Lớp đã hủy từ ngày ${printDay(p.on as Day)}.`,
    'teaching.noEnd': 'Lớp chưa có ngày bế giảng. Ghi ngày bế giảng rồi đề xuất lịch.',
    'teaching.noOutline': 'Lớp chưa chọn phiên bản chương trình, nên chưa có chuyên đề để xếp.',
    'teaching.proposalChanged':
      'Lịch đề xuất vừa thay đổi vì có người sửa lịch, phòng hoặc ngày nghỉ. Xem lại đề xuất mới rồi đưa vào lịch.',
    'teaching.criterionTwice': 'Mỗi tiêu chí chỉ chọn một lần.',
    'teaching.noLecturerOfYours':
      'Tài khoản này chưa được gắn với giảng viên nào. Nhờ phòng đào tạo gắn ở trang của giảng viên.',
    'teaching.nothingToPropose': 'Không còn chuyên đề nào chưa xếp, hoặc không còn ngày.',
    'teaching.notYours': 'Chỉ xác nhận được buổi giảng của chính mình.',
    'teaching.notYetHeld': (p: Params) => `Ngày ${printDay(p.on as Day)} chưa đến, chưa xác nhận được.`,
    'teaching.sayWhat': 'Ghi rõ thay đổi thế nào, hoặc vì sao không dạy.',
    'teaching.whoTaught': 'Chọn người đã dạy.',
    'teaching.noSession': 'Không có buổi học này.',
    'teaching.noSessions': 'Chọn ít nhất một buổi.',
    'teaching.oneClass': 'Một giấy mời chỉ cho các buổi của một lớp.',
    'teaching.notToCome': (p: Params) =>
      `Buổi «${p.title}» ${when(p)} đã qua, đã hủy hoặc đã dạy: không mời được nữa.`,
    'teaching.given': (p: Params) =>
      `Buổi «${p.title ?? ''}» ${when(p)} đã giao cho ${who(p, 'người khác')}.`,
    'teaching.noApproval': (p: Params) =>
      `${who(p, 'Người này')} chưa có phê duyệt còn hiệu lực vào những ngày đó. Trình phê duyệt trước hoặc mời người khác.`,
    'teaching.deadline': (p: Params) =>
      `Hạn trả lời phải từ hôm nay đến ngày của buổi đầu tiên, ${printDay(p.firstOn as Day)}.`,
    'teaching.deadlineBeforeToday': 'Hạn trả lời không được trước ngày mời.',
    'teaching.alreadyFollowed': 'Đã có người khác được mời thay cho giấy mời này.',
    'teaching.isAccepted': (p: Params) =>
      `${who(p, 'Người được mời')} đã nhận lời. Thu hồi giấy mời trước khi mời người khác.`,
    'teaching.nothingLeft': 'Các buổi của giấy mời này đã có người, đã qua hoặc đã hủy.',
    'teaching.nobodySuitable':
      'Không còn ai phù hợp theo các tiêu chí. Chọn một người trong danh sách, hoặc đổi ngày.',
    'teaching.noLinkAnyMore': 'Giấy mời này đã khép lại, không tạo liên kết hay thu hồi được nữa.',
    'teaching.noLink': 'Liên kết này không mở được giấy mời nào: gõ thiếu, đã thu hồi hoặc không đúng.',
    'teaching.late': 'Đã quá hạn trả lời. Xin liên hệ nhà trường.',
    'teaching.followed': 'Nhà trường đã mời người khác cho các buổi này.',
    'teaching.withdrawn': 'Giấy mời này đã được thu hồi.',
    'teaching.held': 'Buổi giảng đã diễn ra, không đổi câu trả lời được nữa.',
    'teaching.whichDates': 'Ghi những ngày đồng chí giảng được.',
    'teaching.whoInstead': 'Ghi họ và tên người được giới thiệu.',
    'teaching.month': 'Tháng ghi dạng 2026-11.',
    'teaching.clock': 'Giờ ghi dạng 07:30.',
    'teaching.times': 'Mỗi buổi phải kết thúc sau khi bắt đầu.',
    'teaching.rateOnce': 'Đã có mức chi này từ ngày đó. Ghi ngày áp dụng khác.',
    'teaching.feedOfOne': 'Lịch là của một giảng viên hoặc của một lớp.',
    'teaching.noFeed': 'Địa chỉ lịch này không còn dùng được.',
    'teaching.unknownClass': 'Không có lớp mang mã này.',
    'teaching.unknownRoom': 'Không có phòng mang mã hoặc tên này.',
    'teaching.unknownLecturer':
      'Không có giảng viên mang mã hoặc tên này, hoặc có nhiều người trùng tên: ghi mã.',
    'teaching.sameRow': (p: Params) => `Trùng lớp, ngày, buổi với dòng ${p.rowNumber}.`,
    'field.phone': 'Số điện thoại chỉ gồm chữ số, dấu +, dấu chấm và dấu cách.',
  },
}
