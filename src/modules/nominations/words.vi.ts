import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

type P = Record<string, string | number>
/** A day, or as much of one as was written. */
const when = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return printDay(text)
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  return month ? `${month[2]}/${month[1]}` : text
}
const level = {
  4: 'hoàn thành xuất sắc',
  3: 'hoàn thành tốt',
  2: 'hoàn thành',
  1: 'không hoàn thành',
} as const
/** «2024: 3; 2025: 4» with the levels in words. */
const rated = (text: string | number | undefined): string =>
  String(text ?? '').replace(/: ([1-4])/g, (_, n: '1' | '2' | '3' | '4') => `: ${level[n]}`)
const of = (p: P, name: string): string => (p[name] === undefined || p[name] === '' ? '' : String(p[name]))
const post = (p: P) => (of(p, 'post') ? ` «${of(p, 'post')}»` : '')
const decision = (p: P) =>
  [of(p, 'document'), of(p, 'on') && `ngày ${when(p.on)}`, of(p, 'term') && `nhiệm kỳ ${of(p, 'term')}`]
    .filter(Boolean)
    .join(', ')
const withDecision = (p: P) => (decision(p) ? `: ${decision(p)}` : '')

const states = {
  draft: 'Đang lập',
  submitted: 'Đã gửi trường',
  returned: 'Trả lại',
  checked: 'Trường đã kiểm',
  admitted: 'Tiếp nhận',
  waiting: 'Danh sách chờ',
  refused: 'Không tiếp nhận',
  withdrawn: 'Đã rút',
  open: 'Còn hiệu lực',
  toReview: 'Chờ trường xử lý',
}

export const vi = {
  notices: 'Chiêu sinh, cử học viên',
  lead: 'Lớp nào đang chiêu sinh, mỗi đơn vị được cử bao nhiêu người, đã cử ai.',
  unitLead: 'Thông báo gửi đơn vị của đồng chí: chỉ tiêu, hạn, tiêu chuẩn. Chọn một thông báo để cử người.',
  noticeTitle: (p: { code: string }) => `Chiêu sinh lớp ${p.code}`,
  makeNotice: 'Lập thông báo chiêu sinh',
  editNotice: 'Sửa thông báo',
  quotas: 'Chỉ tiêu theo đơn vị',
  quotasLead:
    'Ghi số chỉ tiêu của từng đơn vị được cử người; để trống là không gửi. Đơn vị đã có người được cử thì không bỏ được.',
  saveQuotas: 'Lưu chỉ tiêu',
  issue: 'Phát hành',
  issueText: 'Các đơn vị có chỉ tiêu sẽ thấy thông báo này trong danh sách việc và bắt đầu cử người.',
  close: 'Đóng chiêu sinh',
  closeText:
    'Sau khi đóng, không đơn vị nào cử thêm hoặc sửa hồ sơ được nữa. Danh sách chờ cũng không xếp lại.',
  save: 'Lưu',
  cancel: 'Thôi',
  facts: 'Nội dung thông báo',
  people: 'Người được cử',
  peopleLead: (p: { names: number; seats: number }) =>
    `${printNumber(p.names)} người được cử trên ${printNumber(p.seats)} chỉ tiêu.`,
  nominate: 'Cử người',
  nominateLead:
    'Tìm trong cán bộ của đơn vị, chọn căn cứ rồi thêm vào danh sách. Máy xét ngay, thiếu gì nói ngay.',
  search: 'Tìm người',
  searchHint: 'Gõ họ tên, không cần dấu',
  add: 'Thêm vào danh sách',
  alreadyNominated: 'Đã được cử vào lớp này',
  noCandidates: 'Không tìm thấy ai',
  noCandidatesText:
    'Không có cán bộ nào của đơn vị mang tên này. Nếu hồ sơ còn thiếu, hãy báo Phòng Quản lý đào tạo bổ sung ở trang Cán bộ.',
  byFile: 'Cử bằng tệp Excel',
  byFileText:
    'Dùng danh sách trích ngang của đơn vị. Máy đọc và báo lỗi từng dòng, chưa ghi gì cho đến khi đồng chí xác nhận.',
  emptyNotices: 'Chưa có thông báo chiêu sinh nào',
  emptyNoticesText:
    'Lập thông báo cho một lớp sắp khai giảng: hạn cử, ngày cử đi học, chỉ tiêu của từng đơn vị.',
  emptyNoticesOfUnit:
    'Hiện không có thông báo nào gửi đơn vị. Khi trường phát hành, thông báo sẽ hiện ở đây và ở danh sách việc.',
  emptyList: 'Chưa có ai trong danh sách',
  emptyListText: 'Khi đơn vị cử người, từng người hiện ở đây cùng kết luận của từng tiêu chí.',
  detail: 'Hồ sơ cử',
  back: 'Danh sách',
  verdicts: 'Đối tượng, tiêu chuẩn, nguồn quy hoạch',
  notJudged: {
    foreign:
      'Học viên nước ngoài: quy định về đối tượng, tiêu chuẩn không áp dụng; phải có văn bản tiếp nhận.',
    none: 'Không có quy định nào về đối tượng, tiêu chuẩn áp dụng cho lớp này, nên máy không xét.',
  },
  checkedBy: (p: { set: string; sentOn: string; at: string; hash: string }) =>
    `Xét theo ${p.set}, ngày cử đi học ${p.sentOn}; lần xét lúc ${p.at}, mã bộ quy định ${p.hash}.`,
  notListed: 'Tiêu chí không có trong danh sách này là tiêu chí chưa thấy văn bản nào nêu, nên không xét.',
  proposal: {
    fullTime: 'Chưa đủ tuổi học không tập trung: đề nghị cử học hệ tập trung.',
  },
  hidden: 'Giá trị trong hồ sơ được che; kết luận vẫn đúng theo hồ sơ.',
  showEvidence: 'Xem căn cứ bị che',
  showEvidenceText: 'Việc xem được ghi vào nhật ký cùng lý do.',
  showEvidenceButton: 'Xem căn cứ',
  recheck: 'Xét lại theo hồ sơ hiện nay',
  replay: 'Xét lại như hôm đó',
  replaySame: 'Xét lại cùng quy định, cùng căn cứ đã đóng băng: kết luận không đổi.',
  replayDiffers: 'Xét lại cho kết luận khác lúc đó: báo người quản trị.',
  checks: 'Các lần xét',
  causes: {
    made: 'khi lập, sửa',
    submitted: 'khi thủ trưởng ký',
    facts: 'hồ sơ thay đổi',
    pressed: 'theo yêu cầu',
    exception: 'có ngoại lệ',
  },
  exceptions: 'Ngoại lệ',
  exceptionLine: (p: { criterion: string; number: string; on: string; issuer: string }) =>
    `${p.criterion}: ${p.number} ngày ${p.on}, ${p.issuer}`,
  except: 'Ghi ngoại lệ',
  exceptText:
    'Cấp có thẩm quyền đã quyết định cho qua một tiêu chí. Phải có đủ số, ngày, cấp quyết định và lý do.',
  history: 'Các bước đã qua',
  concerns: 'Điều cần xem trước',
  concern: {
    otherUnit: (p: { about: string }) => `${p.about} cũng cử người này vào lớp này.`,
    otherClass: (p: { about: string }) => `Đang được cử vào lớp ${p.about}, trùng thời gian.`,
    learning: (p: { about: string }) => `Đã được tiếp nhận vào lớp ${p.about}, trùng thời gian.`,
    otherFile: (p: { about: string }) =>
      `Có một hồ sơ khác cùng họ tên trong danh sách lớp này: ${p.about}. Xem có phải một người không.`,
    unitLoad: (p: { about: string }) => `Đơn vị vắng nhiều người cùng lúc: ${p.about}.`,
    overSeats: (p: { about: string }) => `Đơn vị đã cử quá chỉ tiêu: ${p.about}.`,
  },
  field: {
    class: 'Lớp',
    programme: 'Chương trình',
    mode: 'Hệ',
    opensOn: 'Khai giảng',
    deadlineOn: 'Hạn cử',
    sendsOn: 'Ngày cử đi học',
    seats: 'Số chỗ của lớp',
    standards: 'Tiêu chuẩn, hồ sơ',
    note: 'Ghi chú',
    state: 'Trạng thái',
    quotaSeats: 'Chỉ tiêu',
    names: 'Đã cử',
    reserved: 'Giữ chỗ',
    submitted: 'Đã gửi',
    admitted: 'Tiếp nhận',
    waiting: 'Chờ',
    unit: 'Đơn vị cử',
    name: 'Họ và tên',
    born: 'Sinh',
    post: 'Chức vụ',
    basis: 'Căn cứ',
    postId: 'Theo chức vụ',
    sentOn: 'Ngày cử đi học',
    isForeign: 'Học viên nước ngoài',
    overall: 'Kết luận',
    criterion: 'Vướng tiêu chí',
    verdicts: 'Tiêu chí',
    opinion: 'Ý kiến Ban Tổ chức',
    order: 'Thứ tự chờ',
    reason: 'Lý do',
    commitment: 'Lời cam kết bố trí thời gian học',
    signed: 'Thủ trưởng ký',
    number: 'Số quyết định',
    on: 'Ngày quyết định',
    issuer: 'Cấp quyết định',
    q: 'Tìm theo họ tên',
    qNotice: 'Tìm theo lớp',
    rule: 'Quy tắc',
    criteria: 'Tiêu chí, theo thứ tự ưu tiên',
    seed: 'Số (chữ) đã bốc thăm công khai',
    agrees: 'Ý kiến',
    replaces: 'Thay cho',
    answerReason: 'Lý do của bước gần nhất',
  },
  hint: {
    sendsOn: 'Ngày này quyết định áp dụng quy định nào, tính tuổi và hai năm xếp loại.',
    seats: 'Để trống: bằng tổng chỉ tiêu của các đơn vị.',
    postId: 'Để trống: máy chọn chức vụ hợp nhất.',
    admitReason: 'Bắt buộc khi còn tiêu chí chưa rõ: vì sao vẫn tiếp nhận.',
    seed: 'Cùng số này luôn cho cùng thứ tự; ghi vào biên bản.',
  },
  anyState: 'Mọi trạng thái',
  anyUnit: 'Mọi đơn vị',
  anyOverall: 'Mọi kết luận',
  anyCriterion: 'Mọi tiêu chí',
  noticeStates: { draft: 'Dự thảo', issued: 'Đang nhận', closed: 'Đã đóng' },
  states,
  bases: { held: 'đang giữ chức vụ', planned: 'được quy hoạch' },
  results: { met: 'Đạt', unmet: 'Không đạt', unknown: 'Chưa rõ', waived: 'Được miễn' },
  overalls: { met: 'Đủ điều kiện', unmet: 'Không đủ', unknown: 'Chưa rõ', notJudged: 'Không xét' },
  criteria: {
    targetGroup: 'Đối tượng',
    party: 'Đảng viên',
    education: 'Trình độ',
    age: 'Tuổi',
    ratings: 'Xếp loại',
    planningSource: 'Nguồn quy hoạch',
    admissionDocument: 'Văn bản tiếp nhận',
  },
  criterionLong: {
    targetGroup: 'Đúng đối tượng.',
    party: 'Là đảng viên theo yêu cầu.',
    education: 'Trình độ chuyên môn.',
    age: 'Tuổi theo giới tính và hệ học.',
    ratings: 'Xếp loại hai năm liền kề.',
    planningSource: 'Rõ nguồn: quyết định bổ nhiệm hoặc quy hoạch.',
    admissionDocument: 'Văn bản tiếp nhận học viên nước ngoài.',
  },
  opinions: { agrees: 'Đồng ý', objects: 'Không đồng ý' },
  steps: {
    made: 'Lập',
    edited: 'Sửa',
    signed: 'Thủ trưởng ký, gửi trường',
    checked: 'Trường kiểm tra',
    returned: 'Trả lại',
    admitted: 'Tiếp nhận',
    movedUp: 'Lên từ danh sách chờ',
    waiting: 'Vào danh sách chờ',
    refused: 'Không tiếp nhận',
    withdrawn: 'Đơn vị rút',
    released: 'Thôi tiếp nhận',
    agreed: 'Ban Tổ chức đồng ý',
    objected: 'Ban Tổ chức không đồng ý',
    excepted: 'Ghi ngoại lệ',
    rechecked: 'Xét lại',
    enrolled: 'Nhập học',
  },
  acts: {
    check: 'Đã kiểm, hợp lệ',
    return: 'Trả lại đơn vị',
    admit: 'Tiếp nhận',
    wait: 'Đưa vào danh sách chờ',
    refuse: 'Không tiếp nhận',
    release: 'Thôi tiếp nhận',
    sign: 'Ký và gửi trường',
    withdraw: 'Rút lại',
    agree: 'Đồng ý',
    object: 'Không đồng ý',
  },
  bulk: 'Làm với những người đã chọn',
  bulkAct: 'Việc cần làm',
  preview: 'Xem trước',
  previewTitle: (p: { act: string }) => `Xem trước: ${p.act}`,
  previewText: (p: { done: number; refused: number }) =>
    p.refused === 0
      ? `Sẽ làm cho ${printNumber(p.done)} người.`
      : `Sẽ làm cho ${printNumber(p.done)} người; ${printNumber(p.refused)} người không làm được, lý do ghi bên dưới.`,
  previewNobody: 'Không ai trong số đã chọn làm được việc này.',
  go: (p: { act: string; count: number }) => `${p.act} (${printNumber(p.count)} người)`,
  will: 'Sẽ làm',
  done: (p: { done: number; refused: number }) =>
    `Đã làm cho ${printNumber(p.done)} người${p.refused > 0 ? `, ${printNumber(p.refused)} người không làm được` : ''}.`,
  choose: 'Chọn',
  chooseOne: (p: { name: string }) => `Chọn ${p.name}`,
  chooseAll: 'Chọn cả trang',
  signTitle: 'Thủ trưởng ký',
  signText: (p: { count: number }) =>
    `${printNumber(p.count)} người đang chờ thủ trưởng ký. Ký là gửi trường và cam kết bố trí thời gian học.`,
  signAll: 'Ký cả danh sách',
  nothingToSign: 'Chưa có ai để ký.',
  waitingTitle: 'Danh sách chờ',
  waitingText: 'Thứ tự do quy tắc đã ghi quyết định; làm lại cùng quy tắc cho cùng thứ tự.',
  nobodyWaits: 'Không ai trong danh sách chờ.',
  allocate: 'Xếp thứ tự',
  allocatePreview: 'Xem trước thứ tự',
  allocateSave: 'Ghi quy tắc và thứ tự này',
  allocations: 'Các lần xếp thứ tự',
  allocationRules: { rank: 'Theo tiêu chí', lot: 'Bốc thăm có biên bản' },
  rankCriteria: {
    planned: 'Người được quy hoạch trước',
    higherPost: 'Chức vụ cao hơn trước',
    unitShare: 'Đơn vị được ít chỗ hơn (so với chỉ tiêu) trước',
    signedFirst: 'Gửi sớm hơn trước',
    older: 'Nhiều tuổi hơn trước',
    younger: 'Ít tuổi hơn trước',
  },
  why: 'Căn cứ xếp',
  moveUp: 'Đưa người đầu danh sách lên',
  moveUpText: (p: { name: string }) =>
    `${p.name} đứng đầu danh sách chờ. Khi có chỗ trống, bấm để tiếp nhận; việc này được ghi lại.`,
  roster: 'Danh sách trích ngang (Excel)',
  rosterText: 'Có dữ liệu nhạy cảm của từng người; việc lấy ra được ghi vào nhật ký cùng lý do.',
  rosterTitle: 'DANH SÁCH TRÍCH NGANG',
  rosterOf: (p: { className: string }) => `Cử đi học lớp ${p.className}`,
  rosterGet: 'Lấy danh sách',
  rosterColumns: {
    male: 'Ngày sinh Nam',
    female: 'Ngày sinh Nữ',
    ethnicity: 'Dân tộc',
    religion: 'Tôn giáo',
    post: 'Chức vụ, đơn vị',
    admitted: 'Ngày vào Đảng dự bị',
    official: 'Ngày vào Đảng chính thức',
    education: 'Trình độ chuyên môn',
    theory: 'Lý luận chính trị',
    planned: 'Chức danh quy hoạch',
    rating: (p: { year: number }) => `Xếp loại ${p.year}`,
  },
  letters: {
    admissionNotice: 'Thông báo (Word)',
    sendingDecision: 'Quyết định cử (Word)',
    classOpening: 'Quyết định mở lớp (Word)',
  },
  setting: 'Thiết lập',
  settingLead: 'Điều nhà trường muốn xét thêm ngoài quy định.',
  forbidsTwoCourses: 'Không tiếp nhận người đã được tiếp nhận vào lớp khác trùng thời gian',
  unitLoadPercent: 'Cảnh báo khi một đơn vị vắng quá (%)',
  commitmentSample: 'Lời cam kết mẫu của thủ trưởng',
  check: {
    day: (p: { written: string }) =>
      `«${p.written}» không phải một ngày. Ghi như 24/11/2026 hoặc 2026-11-24.`,
    programme: (p: { written: string }) =>
      `Không hiểu chương trình «${p.written}». Ghi trung-cap hoặc cao-cap.`,
    mode: (p: { written: string }) => `Không hiểu hệ «${p.written}». Ghi tap-trung hoặc khong-tap-trung.`,
    noFile: (p: { path: string }) => `Không mở được tệp ${p.path}. Kiểm tra tên tệp và quyền đọc.`,
    nobody: 'Tệp có dòng tiêu đề nhưng không có người nào bên dưới.',
    person: (p: { row: number; name: string; overall: string; ruleSet: string | null }) =>
      `Dòng ${p.row}: ${p.name}. ${p.overall}${p.ruleSet ? ` (${p.ruleSet})` : ''}`,
    same: (p: { row: number }) => `Trùng với dòng ${p.row}: cùng họ tên và ngày sinh.`,
    unread: (p: { column: string; written: string }) => `Cột «${p.column}»: không đọc được «${p.written}».`,
  },
  sheet: { list: 'Danh sách cử học viên', notices: 'Thông báo chiêu sinh' },
  from: { unit: 'đơn vị cử', school: 'nhà trường', committee: 'Ban Tổ chức' },
  missing: {
    post: 'ghi chức vụ đang giữ hoặc quy hoạch',
    otherGround: 'chức vụ hoặc quy hoạch khác thuộc nhóm đối tượng, hoặc chọn lớp khác',
    serviceYears: 'quyết định bổ nhiệm ngạch, số năm giữ ngạch (hoặc số năm giảng dạy)',
    unitLevel: 'cấp và loại của đơn vị nơi giữ chức vụ',
    partyDays: 'ngày vào Đảng',
    partyOfficialDay: 'ngày vào Đảng chính thức',
    education: 'trình độ chuyên môn (bằng cấp cao nhất)',
    ethnicity: 'dân tộc',
    birth: 'ngày sinh',
    birthDay: 'ngày, tháng sinh',
    sex: 'giới tính',
    mode: 'hệ học (tập trung hay không tập trung)',
    otherMode: 'cử học hệ tập trung, hoặc chờ đủ tuổi',
    rating: 'kết quả xếp loại của năm còn thiếu',
    ratingTrack: 'nói rõ xếp loại nào là kết quả của năm',
    planning: 'quyết định quy hoạch của nhiệm kỳ này',
    planningDecision: 'số và ngày quyết định quy hoạch',
    postDecision: 'số và ngày quyết định bổ nhiệm',
    admissionDocument: 'văn bản tiếp nhận: số, ngày, cơ quan',
  },
  todo: (p: { missing: string; from: string }) => `Cần ${p.missing}, do ${p.from} bổ sung.`,
  evidence: {
    foreign: () => 'Học viên nước ngoài, không xét theo quy định này.',
    noPost: () => 'Hồ sơ chưa ghi chức vụ hoặc quy hoạch nào.',
    postInGroup: (p: P) =>
      `Chức danh${post(p)} thuộc nhóm đối tượng${p.basis === 'planned' ? ' (quy hoạch)' : ''}.`,
    postOutsideGroups: (p: P) => `Chức danh${post(p)} không thuộc nhóm nào của quy định.`,
    onlyWhenHeld: (p: P) => `Chức danh${post(p)} chỉ tính khi đang giữ, quy hoạch chưa đủ.`,
    yearsNotKnown: (p: P) =>
      `Chức danh${post(p)} tính theo số năm giữ ngạch hoặc giảng dạy, hồ sơ không ghi.`,
    unitNotKnown: (p: P) => `Chưa rõ đơn vị của chức danh${post(p)} thuộc cấp nào, loại nào.`,
    official: (p: P) => `Đảng viên chính thức từ ${when(p.on)}.`,
    officialLater: (p: P) => `Chính thức từ ${when(p.on)}, sau ngày cử.`,
    officialNotKnown: (p: P) => `Vào Đảng ${when(p.on)}, chưa ghi ngày chính thức.`,
    admitted: (p: P) => `Vào Đảng ${when(p.on)}.`,
    admittedLater: (p: P) => `Vào Đảng ${when(p.on)}, sau ngày cử.`,
    noMember: () => 'Hồ sơ ghi không phải đảng viên.',
    partyNotKnown: () => 'Hồ sơ chưa ghi ngày vào Đảng.',
    educated: (p: P) => `Hồ sơ ghi: ${of(p, 'education')}.`,
    educatedLess: (p: P) => `Hồ sơ ghi: ${of(p, 'education')}, thấp hơn yêu cầu.`,
    educatedAsMinority: (p: P) =>
      `Hồ sơ ghi: ${of(p, 'education')}; dân tộc ${of(p, 'ethnicity')}, được áp dụng mức riêng.`,
    educationNotKnown: (p: P) =>
      of(p, 'written')
        ? `Hồ sơ ghi «${of(p, 'written')}», không rõ bậc.`
        : 'Hồ sơ chưa ghi trình độ chuyên môn.',
    ethnicityNotKnown: (p: P) =>
      `Hồ sơ ghi: ${of(p, 'education')}; đủ hay không tùy dân tộc, hồ sơ chưa ghi.`,
    oldEnough: (p: P) => `Sinh ${when(p.born)}, đủ ${p.need} tuổi vào ngày ${when(p.on)}.`,
    tooYoung: (p: P) =>
      `Sinh ${when(p.born)}, chưa đủ ${p.need} tuổi vào ngày ${when(p.on)}; đề nghị học tập trung.`,
    sexNotKnown: (p: P) => `Sinh ${when(p.born)}; yêu cầu ${p.need} tuổi tùy giới tính, hồ sơ chưa ghi.`,
    birthNotKnown: () => 'Hồ sơ chưa ghi ngày sinh.',
    birthNotExact: (p: P) => `Chỉ biết sinh ${when(p.born)}; đủ ${p.need} tuổi hay không tùy ngày sinh.`,
    modeNotKnown: () => 'Chưa biết học hệ nào, nên chưa xét được tuổi.',
    ratedWell: (p: P) => `${rated(p.ratings)}.`,
    ratedLow: (p: P) => `${rated(p.ratings)}; năm ${of(p, 'at')} dưới mức hoàn thành tốt.`,
    ratingMissing: (p: P) =>
      `Xét các năm ${of(p, 'years')}; chưa có xếp loại năm ${of(p, 'at')}.${of(p, 'ratings') ? ` Đã có ${rated(p.ratings)}.` : ''}`,
    ratingsContradict: (p: P) =>
      `Năm ${of(p, 'at')} có hai kết quả xếp loại khác nhau${of(p, 'ratings') ? ` (${rated(p.ratings)})` : ''}.`,
    appointed: (p: P) => `Đang giữ chức vụ${post(p)}${withDecision(p)}.`,
    planned: (p: P) => `Được quy hoạch${post(p)}${withDecision(p)}.`,
    plannedLater: (p: P) => `Quyết định quy hoạch${post(p)} có sau ngày cử${withDecision(p)}.`,
    plannedNoMore: (p: P) => `Đã ra khỏi quy hoạch${post(p)} trước ngày cử.`,
    heldLater: (p: P) => `Giữ chức vụ${post(p)} sau ngày cử${withDecision(p)}.`,
    heldNoMore: (p: P) => `Không còn giữ chức vụ${post(p)} vào ngày cử.`,
    pastTerm: (p: P) =>
      `Quy hoạch${post(p)} của nhiệm kỳ đã qua${of(p, 'term') ? ` (${of(p, 'term')})` : ''}.`,
    planningWithoutDecision: (p: P) => `Quy hoạch${post(p)} chưa ghi số, ngày quyết định.`,
    postWithoutDecision: (p: P) => `Chức vụ${post(p)} chưa ghi số, ngày quyết định bổ nhiệm.`,
  },
  waivedBy: (p: { number: string; on: string }) => `Được miễn theo ${p.number} ngày ${printDay(p.on)}.`,
  source: (p: { document: string; code: string; text: string; seenIn: string; toConfirm: boolean }) =>
    `${p.document}, mục ${p.code}${p.text ? `: ${p.text}` : ''} (${p.seenIn}${p.toConfirm ? '; cần nhà trường xác nhận' : ''})`,
  problems: {
    'nominations.stale': 'Có người vừa sửa trước đồng chí. Xem bản mới bên dưới rồi làm lại.',
    'nominations.rowUnknown': (p: { name: string; unit: string }) =>
      `Không tìm thấy «${p.name}» trong cán bộ của ${p.unit}. Nhờ Phòng Quản lý đào tạo bổ sung hồ sơ, rồi gửi lại tệp.`,
    'nominations.rowUnclear': (p: { name: string; count: number }) =>
      `Có ${p.count} người tên «${p.name}». Ghi thêm mã cán bộ hoặc ngày sinh.`,
    'nominations.rowOtherName': (p: { name: string; known: string }) =>
      `Mã cán bộ này là của ${p.known}, không phải ${p.name}.`,
    'nominations.rowTwice': (p: { rowNumber: number }) => `Trùng với dòng ${p.rowNumber}.`,
    'nominations.rowOtherClass': (p: { about: string }) =>
      `Đang được cử vào lớp ${p.about}, trùng thời gian.`,
    'nominations.rowLearning': (p: { about: string }) =>
      `Đã được tiếp nhận vào lớp ${p.about}, trùng thời gian.`,
    'nominations.rowOtherFile': (p: { about: string }) => `Lớp này đã có một hồ sơ cùng họ tên: ${p.about}.`,
    'nominations.forClass': (p: { code: string; unit: string; count: number }) =>
      `${p.unit} cử vào lớp ${p.code}: ${p.count} người mới.`,
    'nominations.overSeats': (p: { seats: number; over: number }) =>
      `Nhiều hơn chỉ tiêu (${p.seats}) ${p.over} người; trường có thể đưa vào danh sách chờ.`,
    'nominations.noOpenNotice': 'Không có thông báo chiêu sinh nào đang nhận và còn hạn cho đơn vị.',
    'nominations.severalNotices': (p: { codes: string }) =>
      `Đang nhận nhiều lớp (${p.codes}). Ghi mã lớp vào dòng tiêu đề phía trên bảng.`,
    'nominations.severalUnits': 'Ghi tên đơn vị cử vào dòng tiêu đề phía trên bảng.',
    'nominations.staleOne': 'Hồ sơ này vừa được người khác sửa; mở lại danh sách rồi chọn lại.',
    'nominations.notNow': (p: { state: string }) =>
      `Hồ sơ đang ở trạng thái «${(states as Record<string, string>)[p.state] ?? p.state}», chưa (hoặc không còn) làm được việc này.`,
    'nominations.noticeClosed': 'Thông báo chiêu sinh này đã đóng hoặc chưa phát hành.',
    'nominations.notIssued': 'Thông báo chiêu sinh này chưa phát hành hoặc đã đóng.',
    'nominations.late': (p: { deadlineOn: string }) =>
      `Đã quá hạn cử (${printDay(p.deadlineOn)}). Liên hệ Phòng Quản lý đào tạo để xin lùi hạn.`,
    'nominations.issuedAlready': 'Thông báo này đã phát hành.',
    'nominations.nobodyAsked': 'Chưa đơn vị nào có chỉ tiêu. Ghi chỉ tiêu trước khi phát hành.',
    'nominations.deadlinePast': 'Hạn cử đã qua. Sửa hạn trước khi phát hành.',
    'nominations.openOnce': 'Lớp này đã có một thông báo chiêu sinh chưa đóng.',
    'nominations.noClass': 'Không có lớp này.',
    'nominations.noUnit': 'Có đơn vị không còn hoạt động. Chọn đơn vị hiện nay.',
    'nominations.unitTwice': 'Một đơn vị được ghi hai lần.',
    'nominations.unitHasNames': (p: { unit: string; names: number }) =>
      `${p.unit} đã cử ${p.names} người, không bỏ chỉ tiêu được.`,
    'nominations.sentBeforeDeadline': 'Ngày cử đi học phải từ hạn cử trở đi.',
    'nominations.sentTooLate': 'Ngày cử đi học quá xa hạn cử.',
    'nominations.sendsOnKept': 'Đã có người được cử và xét theo ngày cũ; không đổi ngày cử đi học nữa.',
    'nominations.notAsked': 'Đơn vị không có chỉ tiêu trong thông báo này.',
    'nominations.whichUnit': 'Đồng chí phụ trách nhiều đơn vị có chỉ tiêu. Chọn đơn vị cử.',
    'nominations.notOfUnit':
      'Người này không thuộc đơn vị cử (hoặc chưa có trong danh sách cán bộ của đơn vị).',
    'nominations.notHisPost': 'Người này không giữ chức vụ đã chọn.',
    'nominations.twice': (p: { name?: string }) => `${p.name ?? 'Người này'} đã được cử vào lớp này rồi.`,
    'nominations.byOther': (p: { name: string; unit: string }) =>
      `${p.name} đã được ${p.unit} cử vào lớp này.`,
    'nominations.replacesOther': 'Chỉ thay được một người do chính đơn vị cử trong thông báo này.',
    'nominations.replacedBy': (p: { name: string }) => `Thay bằng ${p.name}.`,
    'nominations.chooseSomebody': 'Chọn ít nhất một người.',
    'nominations.unmet':
      'Còn tiêu chí không đạt. Muốn tiếp nhận phải ghi ngoại lệ có quyết định của cấp có thẩm quyền.',
    'nominations.unknownSaysWhy':
      'Còn tiêu chí chưa rõ. Ghi lý do vì sao vẫn tiếp nhận, hoặc trả lại để bổ sung.',
    'nominations.objected': (p: { reason: string }) => `Ban Tổ chức không đồng ý: ${p.reason}`,
    'nominations.full': (p: { seats: number | null }) =>
      `Lớp đã đủ ${p.seats ?? ''} chỗ. Đưa vào danh sách chờ.`,
    'nominations.twoCourses': (p: { about: string }) =>
      `Đã được tiếp nhận vào lớp ${p.about}, trùng thời gian.`,
    'nominations.enrolledAlready': 'Người này đã nhập học; việc thôi học làm ở phần học viên.',
    'nominations.fileElsewhere':
      'Hồ sơ cán bộ của người này không còn trong phạm vi của đồng chí, nên không xét lại được.',
    'nominations.exceptionNumber': 'Ngoại lệ phải có số quyết định. Không có quyết định thì không miễn được.',
    'nominations.exceptionDay': 'Ghi ngày của quyết định.',
    'nominations.exceptionLater': 'Ngày của quyết định chưa tới.',
    'nominations.exceptionIssuer': 'Ghi cấp đã quyết định.',
    'nominations.exceptionTwice': 'Tiêu chí này đã có ngoại lệ.',
    'nominations.nothingToWaive': 'Tiêu chí này đang đạt hoặc không được xét, không có gì để miễn.',
    'nominations.criteriaMissing': 'Chọn ít nhất một tiêu chí xếp.',
    'nominations.seedMissing': 'Ghi số đã bốc thăm.',
    'nominations.nobodyWaits': 'Không ai trong danh sách chờ.',
    'nominations.noOrderYet': 'Danh sách chờ chưa xếp thứ tự. Xếp theo một quy tắc trước.',
    'nominations.ofSchool': 'Việc này do nhà trường quyết định.',
    'nominations.kept': 'Kết quả xét đã ghi không sửa được.',
    'nominations.noSuchStep': 'Hồ sơ hoặc thông báo không còn ở bước này. Mở lại trang rồi làm lại.',
    'nominations.deadlineAfter': 'Hạn cử phải trước hoặc bằng ngày cử đi học.',
  },
}
