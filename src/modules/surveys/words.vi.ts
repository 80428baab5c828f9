import { type Day, printDay } from '../../pure/day.ts'

export const vi = {
  campaigns: 'Đánh giá khóa học',
  campaignsLead:
    'Học viên trả lời trên điện thoại, không cần tài khoản. Kết quả có sau khi đóng đợt; nhóm dưới 5 phiếu không hiển thị.',
  open: 'Mở đợt đánh giá',
  loadForms: 'Nạp mẫu phiếu có sẵn',
  class: 'Lớp',
  form: 'Mẫu phiếu',
  formNote: 'Mẫu đề xuất, cần nhà trường xác nhận',
  period: 'Nhận phiếu',
  until: (p: { from: Day; to: Day }) => `${printDay(p.from)} – ${printDay(p.to)}`,
  answered: 'Đã trả lời',
  ofExpected: (p: { answers: number; expected: number }) => `${p.answers}/${p.expected}`,
  state: 'Trạng thái',
  states: {
    early: 'Chưa mở',
    open: 'Đang nhận phiếu',
    over: 'Hết hạn, chưa tổng hợp',
    settled: 'Đã có kết quả',
  },
  none: 'Chưa có đợt đánh giá nào',
  noneText: 'Nạp mẫu phiếu có sẵn, rồi mở đợt cho một lớp sắp kết thúc.',
  opensOn: 'Mở từ ngày',
  closesOn: 'Đến hết ngày',
  expected: 'Số phiếu dự kiến',
  topics: 'Chuyên đề được đánh giá',
  lecturers: 'Giảng viên khác',
  linesHint: 'Mỗi dòng một tên. Chương trình, địa điểm và giảng viên đã xếp của lớp tự có.',
  link: 'Liên kết cho học viên',
  linkText: 'Chiếu mã này trong lớp hoặc gửi liên kết. Mỗi phiếu mở ra gửi được một lần.',
  close: 'Đóng đợt và tổng hợp',
  closeText: 'Đóng rồi thì không nhận thêm phiếu và không mở lại được.',
  results: 'Kết quả',
  hiddenAll: (p: { answers: number }) => `Có ${p.answers} phiếu. Dưới 5 phiếu thì không hiển thị kết quả.`,
  item: 'Nội dung',
  subject: 'Đối tượng',
  n: 'Số phiếu',
  mean: 'Trung bình',
  spread: 'Độ lệch chuẩn',
  counts: 'Phân bố',
  hidden: 'không hiển thị (dưới 5 phiếu hoặc suy ra được)',
  hiddenShort: 'ẩn',
  noFigures: 'Không có câu nào cho điểm.',
  closedOn: 'Đã đóng ngày',
  evaluated: 'Đối tượng được đánh giá',
  expectedHint: 'Số học viên của lớp.',
  comments: 'Ý kiến',
  commentsLead: 'Xếp theo chữ cái, không theo thứ tự gửi.',
  askedOf: (p: { programme: string; className: string; closesOn: Day }) =>
    `Lớp ${p.className}, chương trình ${p.programme}. Nhận phiếu đến hết ngày ${printDay(p.closesOn)}.`,
  anonymous:
    'Phiếu không ghi tên. Nhịp không lưu ai đã trả lời và trả lời lúc nào; nhóm dưới 5 phiếu không được hiển thị.',
  required: 'bắt buộc',
  askedWhen: (p: { question: string; option: string }) =>
    `Chỉ trả lời nếu ở câu «${p.question}» đồng chí chọn «${p.option}».`,
  send: 'Gửi phiếu',
  thanks: 'Đã nhận phiếu, cảm ơn đồng chí',
  thanksText:
    'Phiếu của đồng chí đã được ghi nhận một lần, dù nút gửi được bấm mấy lần. Đồng chí có thể đóng trang này.',
  notOpen: 'Không mở được phiếu',
  wrong: 'Phiếu chưa gửi được. Những gì đồng chí đã chọn vẫn còn, chỉ cần sửa các câu sau:',
  noOpinion: 'Không có ý kiến',
  answersIn: (p: { answers: number }) => `Tổng số phiếu: ${p.answers}.`,
  excel: 'Tải Excel',
  withdraw: 'Thu hồi liên kết',
  withdrawShared:
    'Liên kết và mã QR cũ hết hiệu lực ngay, Nhịp tạo liên kết mới. Phiếu đã gửi vẫn được tính; phiếu đang mở phải mở lại bằng liên kết mới.',
  withdrawSingle: 'Các liên kết chưa dùng hết hiệu lực ngay. Phiếu đã gửi vẫn được tính.',
  itself: 'Tự mở khi lớp kết thúc',
  itselfOff: 'Đang tắt.',
  itselfOn: (p: { since: Day }) => `Đang bật: lớp kết thúc từ ngày ${printDay(p.since)} tự có đợt đánh giá.`,
  itselfText:
    'Vào ngày cuối của lớp, Nhịp mở đợt 14 ngày với một liên kết chung, số phiếu dự kiến bằng số học viên. Lớp chưa ghi số học viên hoặc đã có đợt thì không tự mở.',
  isConfirmed: 'Nhà trường đã xác nhận mẫu phiếu này',
  switchOn: 'Bật tự mở',
  switchOff: 'Tắt tự mở',
  across: 'Kết quả qua nhiều lớp',
  acrossLead:
    'Chỉ cộng những gì kết quả của từng lớp đã hiển thị (từ 5 phiếu), nên không tổng nào cho biết thêm về nhóm đang ẩn.',
  acrossNote:
    'Chỉ gộp câu cùng mẫu phiếu, cùng mã câu, cùng thang điểm; chỉ gộp phần mà kết quả từng lớp đã hiển thị.',
  by: { programme: 'Chương trình', topic: 'Chuyên đề', lecturer: 'Giảng viên', place: 'Địa điểm' },
  seeBy: 'Xem theo',
  endedFrom: 'Lớp kết thúc từ ngày',
  endedUntil: 'đến ngày',
  endedIn: (p: { from: Day | null; until: Day | null }) =>
    p.from && p.until
      ? `Lớp kết thúc từ ${printDay(p.from)} đến ${printDay(p.until)}.`
      : p.from
        ? `Lớp kết thúc từ ${printDay(p.from)}.`
        : p.until
          ? `Lớp kết thúc đến hết ${printDay(p.until)}.`
          : 'Tất cả các lớp đã có kết quả.',
  allProgrammes: 'Tất cả chương trình',
  allUnits: 'Tất cả đơn vị',
  hostUnit: 'Nơi đặt lớp',
  search: 'Tìm',
  marks: 'Thang điểm',
  marksOf: (p: { low: number | null; high: number | null }) =>
    p.low === null || p.high === null ? '–' : `${p.low}–${p.high}`,
  campaignsCount: 'Số đợt',
  acrossNone: 'Chưa có kết quả nào',
  acrossNoneText: 'Kết quả có sau khi đóng một đợt đánh giá có từ 5 phiếu.',
  ratedLecturers: 'Giảng viên đã được đánh giá',
  noRanking: 'Xếp theo tên. Nhịp không lập bảng xếp hạng; điểm của ai xem riêng ở trang của người đó.',
  ratingsOf: (p: { name: string }) => `Kết quả đánh giá: ${p.name}`,
  ratingsLead:
    'Chỉ gồm những đợt có từ 5 phiếu trả lời về giảng viên này. Người xem được: nhà trường và chính giảng viên.',
  myRatings: 'Đánh giá về tôi',
  myRatingsLead:
    'Học viên đánh giá giờ giảng của đồng chí thế nào; chỉ nhà trường và đồng chí xem được. Nhóm dưới 5 phiếu không hiển thị.',
  myRatingsNone: 'Chưa có kết quả về đồng chí',
  myRatingsNoneText:
    'Kết quả có khi một đợt đánh giá đóng lại với từ 5 phiếu về giờ giảng của đồng chí. Nếu đồng chí đã dạy mà vẫn không thấy, hỏi phòng Đào tạo xem tài khoản đã gắn với hồ sơ giảng viên chưa.',
  wholeCourse: 'Cả khóa',
  evaluationYear: (p: { year: number }) => `Đánh giá chất lượng bồi dưỡng năm ${p.year}`,
  endedCourses: (p: { ended: number; beyond: number }) =>
    p.beyond === 0
      ? `${p.ended} lớp bồi dưỡng kết thúc trong năm.`
      : `${p.ended} lớp bồi dưỡng kết thúc trong năm, trong đó ${p.beyond} lớp kết thúc vào ngày không có quy định về tỷ lệ đánh giá, nên không xét.`,
  shares: 'Tỷ lệ khóa bồi dưỡng được đánh giá',
  year: 'Năm',
  content: 'Nội dung đánh giá',
  contents: {
    programme: 'Chương trình',
    learner: 'Học viên',
    lecturer: 'Giảng viên',
    facility: 'Cơ sở vật chất',
    course: 'Khóa bồi dưỡng',
    effect: 'Hiệu quả sau bồi dưỡng',
  },
  evaluatedCourses: 'Số lớp đã đánh giá',
  share: 'Tỷ lệ',
  atLeast: 'Ít nhất',
  courses: (p: { n: number }) => `${p.n} khóa`,
  verdict: 'So với quy định',
  verdicts: { met: 'Đạt', unmet: 'Chưa đạt', nothingToJudge: 'Không có lớp để xét' },
  source: 'Căn cứ',
  noShares: (p: { year: number }) => `Năm ${p.year} không có quy định về tỷ lệ`,
  noSharesText:
    'Thông tư 10/2017/TT-BNV đòi hỏi tỷ lệ từ 01/03/2018 đến trước 15/06/2023. Ngoài thời gian đó Nhịp không xét đạt hay chưa đạt.',
  inForce: 'Áp dụng',
  fromTo: (p: { from: Day; until: Day | null }) =>
    p.until
      ? `từ ${printDay(p.from)}, hết hiệu lực ${printDay(p.until)}`
      : `từ ${printDay(p.from)}, chưa tìm thấy văn bản thay thế`,
  issued: 'Ban hành',
  invalid: 'Phiếu không hợp lệ',
  invalidRule: (p: { percent: number }) => `bỏ trống trên ${p.percent} % số chỉ báo`,
  invalidCount: (p: { invalid: number }) =>
    `${p.invalid} phiếu không hợp lệ theo quy định, không tính vào kết quả`,
  bands: 'Mức',
  bandFrom: (p: { from: number; label: string }) => `từ ${p.from}: ${p.label}`,
  toConfirm: 'cần nhà trường xác nhận',
  quality: (p: { document: string }) => `Chỉ số theo ${p.document}`,
  criterion: 'Tiêu chí',
  indicators: 'Số chỉ báo hiển thị',
  overall: 'Chỉ số chung',
  respondents: 'Người trả lời',
  respondentsOf: { learners: 'Học viên', lecturers: 'Giảng viên của lớp' },
  regulations: 'Quy định đánh giá',
  problems: {
    'surveys.oneByOne':
      'Kết quả của giảng viên xem từng người: đồng chí chọn một giảng viên trong danh sách.',
    'surveys.unconfirmed':
      'Mẫu này là đề xuất. Đồng chí đánh dấu rằng nhà trường đã xác nhận mẫu, rồi bật lại.',
    'surveys.frozen': 'Mẫu phiếu đã ban hành thì không sửa được. Đồng chí lập phiên bản mới.',
    'surveys.fixed': 'Đợt đánh giá đã đóng, hoặc thay đổi này trái với điều đã hứa với người trả lời.',
    'surveys.period': 'Ngày kết thúc phải từ ngày mở trở đi và không quá một năm.',
    'surveys.noClass': 'Không có lớp này. Đồng chí chọn lại lớp.',
    'surveys.noForm': 'Không có mẫu phiếu này. Đồng chí chọn lại mẫu đã ban hành.',
    'surveys.key': 'Mã câu hỏi gồm chữ thường không dấu và số, bắt đầu bằng chữ.',
    'surveys.keyTwice': 'Mã này đã dùng. Đồng chí đặt mã khác.',
    'surveys.noRow': 'Bảng cần ít nhất một dòng.',
    'surveys.noOption': 'Câu chọn cần ít nhất hai phương án.',
    'surveys.noQuestion': 'Phiếu cần ít nhất một câu hỏi.',
    'surveys.showIfUnknown': 'Điều kiện phải nói đến một phương án của câu chọn đứng trước.',
    'surveys.isShared': 'Đợt này dùng một liên kết chung, không phát liên kết riêng.',
    'surveys.stale': 'Người khác vừa sửa đợt này. Đồng chí tải lại trang rồi thao tác lại.',
    'surveys.notClosed': 'Kết quả chỉ có sau khi đóng đợt, để không ai suy ra được phiếu của người gửi sau.',
    'surveys.noLink': 'Không có phiếu nào ở liên kết này. Đồng chí kiểm tra lại liên kết hoặc quét lại mã.',
    'surveys.spent': 'Liên kết này đã dùng để gửi một phiếu và không dùng lại được.',
    'surveys.withdrawn':
      'Nhà trường đã thu hồi liên kết này. Đồng chí hỏi chủ nhiệm lớp để nhận liên kết mới.',
    'surveys.early': 'Đợt đánh giá chưa mở. Đồng chí quay lại khi lớp kết thúc.',
    'surveys.over': 'Đợt đánh giá đã kết thúc, không nhận thêm phiếu.',
    'surveys.full': 'Đã nhận đủ số phiếu của lớp. Nếu đồng chí chưa gửi, đồng chí báo chủ nhiệm lớp.',
    'surveys.notYet': 'Phiếu còn câu chưa đúng. Đồng chí xem các câu được đánh dấu.',
    'surveys.empty': 'Phiếu chưa có câu trả lời nào. Đồng chí trả lời ít nhất một câu.',
    'surveys.tooLong': 'Phiếu quá dài. Đồng chí viết ngắn lại phần góp ý.',
    'surveys.tooMany':
      'Nơi này gửi quá nhiều phiếu trong một phút. Đồng chí chờ một phút rồi gửi lại; những gì đã chọn xin giữ nguyên trên trang.',
  },
}
