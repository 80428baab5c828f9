import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

const n = (value: number) => printNumber(value)

const weekdayNumber = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay()

export const vi = {
  title: 'Mẫu văn bản',
  lead: 'Mẫu Word của các văn bản, biên bản, bảng kê. Tải về, sửa trong Word, đưa lên lại; Nhịp thử điền trước khi dùng.',
  plans: 'Kế hoạch',
  names: {
    plan: 'Kế hoạch',
    planSubmission: 'Tờ trình phê duyệt kế hoạch',
    planAmendment: 'Tờ trình điều chỉnh kế hoạch',
    visitRequest: 'Công văn đề nghị đón lớp nghiên cứu thực tế',
    admissionNotice: 'Thông báo chiêu sinh',
    sendingDecision: 'Quyết định cử đi học',
    classOpening: 'Quyết định mở lớp',
    teachingInvitation: 'Giấy mời giảng',
    guestSubmission: 'Tờ trình giảng viên thỉnh giảng, kèm danh sách',
    timetable: 'Lịch học của lớp',
    teachingThanks: 'Thư cảm ơn giảng viên',
    paymentList: 'Bảng kê thanh toán giảng',
    surveyResults: 'Kết quả đánh giá khóa học',
    priorityMinutes: 'Biên bản xếp thứ tự ưu tiên',
    curriculumMinutes: 'Biên bản thẩm định chương trình',
  },
  layouts: { state: 'Thể thức Nhà nước (NĐ 30/2020)', party: 'Thể thức Đảng (HD 05-HD/VPTW)' },
  shipped: 'Mẫu có sẵn của Nhịp',
  own: (p: { number: number; name: string }) => `Bản ${p.number}: ${p.name}`,
  back: 'trở lại mẫu có sẵn',
  download: 'Tải mẫu đang dùng',
  downloadShipped: 'Tải mẫu có sẵn',
  file: 'Tệp Word của trường (.docx)',
  replace: 'Dùng mẫu này',
  restore: 'Trở lại mẫu có sẵn',
  restoreText: 'Mẫu của trường được giữ trong danh sách phiên bản.',
  tags: 'Các thẻ điền được',
  tagsHint:
    'Viết trong ngoặc nhọn, ví dụ {title}. «#rows → content» nghĩa là {content} nằm giữa {#rows} và {/rows} trong cùng một dòng của bảng.',
  history: 'Các phiên bản',
  confirm: 'Thể thức theo tài liệu tham khảo; cần nhà trường xác nhận trước khi dùng chính thức.',
  year: (p: { year: number }) => `năm ${p.year}`,
  period: (p: { year: number; untilYear: number }) => `giai đoạn ${p.year}–${p.untilYear}`,
  summary: (p: { classes: number; carriedOver: number; opened: number; learners: number | null }) =>
    `${n(p.classes)} lớp, trong đó ${n(p.carriedOver)} lớp chuyển tiếp và ${n(p.opened)} lớp khai giảng mới${p.learners === null ? '' : `; dự kiến ${n(p.learners)} lượt học viên`}`,
  approved: (p: { number: string; on: Day }) =>
    `Kế hoạch đã được phê duyệt tại văn bản số ${p.number} ngày ${printDay(p.on)}.`,
  committee: 'Thường trực Tỉnh ủy',
  toReport: (p: { addressee: string }) => `${p.addressee} (để báo cáo)`,
  planGoesTo: ['Ban Tổ chức Tỉnh ủy', 'Các cơ quan, đơn vị, địa phương cử cán bộ đi học'],
  notApproved: 'Kế hoạch chưa được phê duyệt.',
  amended: (p: { assigned: number; adjusted: number; changes: number }) =>
    `Kế hoạch giao ${n(p.assigned)} lớp, hiện thực hiện ${n(p.adjusted)} lớp; nhà trường đề nghị ${n(p.changes)} điều chỉnh`,
  content: (p: { opened: number; learners: number | null; months: string }) =>
    [
      `${n(p.opened)} lớp`,
      p.learners === null ? '' : `${n(p.learners)} học viên`,
      p.months === '' ? '' : `tháng ${p.months}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  none: '–',
  guests: (p: { count: number; again: number }) =>
    `${n(p.count)} giảng viên thỉnh giảng${p.again > 0 ? `, trong đó ${n(p.again)} người đề nghị phê duyệt lại` : ''}`,
  span: (p: { fromOn: Day; lastOn: Day }) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
  visitKinds: { study: 'nghiên cứu thực tế', exchange: 'trao đổi kinh nghiệm' },
  parts: { morning: 'Sáng', afternoon: 'Chiều', evening: 'Tối' },
  weekday: (on: Day) =>
    ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'][weekdayNumber(on)] as string,
  hourKinds: {
    theory: 'Lý thuyết',
    discussion: 'Thảo luận',
    practice: 'Thực hành',
    field: 'Đi thực tế',
    selfStudy: 'Tự học',
    report: 'Báo cáo',
    exam: 'Thi, kiểm tra',
  },
  sessions: (p: { sessions: number; hours: number }) => `${n(p.sessions)} buổi, ${n(p.hours)} tiết`,
  timetableGoesTo: ['Ban Giám hiệu (để chỉ đạo)', 'Các khoa, phòng; giảng viên', 'Học viên của lớp'],
  paymentGoesTo: ['Ban Giám hiệu (để duyệt)', 'Bộ phận kế toán'],
  surveyGoesTo: ['Ban Giám hiệu (để báo cáo)', 'Các khoa, phòng'],
  month: (p: { month: string; year: string }) => `tháng ${p.month}/${p.year}`,
  allMonths: 'các buổi đã được xác nhận',
  noRate: 'chưa nhập',
  withoutRate: (p: { rows: number }) => `${n(p.rows)} dòng chưa có mức chi, số tiền cộng chưa đủ.`,
  unconfirmed: (p: { sessions: number }) =>
    `${n(p.sessions)} buổi đã qua chưa được xác nhận đã dạy, chưa có trong bảng kê.`,
  tooFewAnswers: 'Dưới năm phiếu trả lời: không hiện kết quả để giữ kín người trả lời',
  answersOf: (p: { answers: number; expected: number; invalid: number }) =>
    `${n(p.answers)} phiếu trả lời trên ${n(p.expected)} người${p.invalid > 0 ? `; ${n(p.invalid)} phiếu không hợp lệ, không tính` : ''}`,
  hidden: 'ẩn',
  hiddenNote:
    '«ẩn»: dưới năm câu trả lời, hoặc suy ra được bằng phép trừ. Điểm là trung bình; độ lệch là độ lệch chuẩn.',
  programmeAgreed: 'Chương trình làm việc cụ thể hai bên thống nhất sau.',
  answerBy: (p: { on: Day }) => `trước ngày ${printDay(p.on)}`,
  answerSoon: 'trong thời gian sớm nhất',
  proposedBy: (p: { unit: string }) => `${p.unit} đề nghị`,
  school: 'Nhà trường',
  kinds: {
    add: 'Bổ sung',
    drop: 'Bỏ',
    move: 'Dời thời gian',
    resize: 'Đổi quy mô',
    merge: 'Ghép',
    split: 'Tách',
  },
  modes: { fullTime: 'tập trung', partTime: 'không tập trung', none: 'không chia hệ' },
  unitsAsked: 'Các cơ quan, đơn vị, địa phương có tên trong danh sách chỉ tiêu',
  standardsByRule: 'Theo quy định hiện hành về đối tượng, tiêu chuẩn đào tạo lý luận chính trị.',
  problems: {
    'documents.nobodyAdmitted': (p: { code: string }) =>
      `Chưa ai được tiếp nhận vào lớp ${p.code}, nên chưa có danh sách cho quyết định.`,
    'documents.notFound': 'Không có phiên bản này của mẫu.',
    'documents.shippedAlready': 'Đang dùng mẫu có sẵn rồi.',
    'documents.nothingProposed': (p: { year: number }) =>
      `Năm ${p.year} không có đề xuất điều chỉnh nào đang chờ quyết định nên chưa có gì để trình.`,
    'documents.notTaughtYet':
      'Chưa có buổi nào của giấy mời này được xác nhận là đã dạy, nên chưa có gì để cảm ơn. Xác nhận «đã dạy» trên lịch học của lớp trước.',
    'documents.kept': 'Mẫu đã dùng được giữ nguyên. Hãy đưa lên một bản mới.',
  },
}
