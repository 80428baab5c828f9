import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'

import type { task } from './contract.ts'

type About = z.infer<typeof task>['about']

const standings = {
  open: 'chưa đến hạn',
  overdue: 'quá hạn',
  broken: 'không thực hiện',
  kept: 'đúng hạn',
  late: 'muộn',
  waived: 'được miễn',
  dropped: 'không còn trong kế hoạch',
}

const planStates = {
  missing: 'chưa lập',
  draft: 'nhà trường đang soạn',
  offered: 'chờ đơn vị đồng ý',
  returned: 'đơn vị trả lại',
  accepted: 'hai bên đã đồng ý',
  replaced: 'đã thay bằng bản mới',
}

const planOf = (p: About) => (p.year === undefined ? `«${p.title}»` : `kế hoạch năm ${p.year}`)

export const vi = {
  title: 'Việc cần làm',
  lead: (p: { count: number }) =>
    p.count === 0 ? 'Hôm nay không có việc nào chờ đồng chí.' : `${p.count} việc đang chờ đồng chí.`,
  mine: 'Chờ đồng chí',
  theirs: 'Đang chờ người khác',
  since: (p: { at: string }) => `từ ${p.at}`,
  nothing:
    'Khi có kế hoạch chờ duyệt, đợt sắp xếp chờ xác nhận, tệp chờ ghi hoặc lớp sắp khai giảng, việc sẽ hiện ở đây.',
  kinds: {
    planMissing: (p: About) => `Năm ${p.year} chưa có kế hoạch. Soạn dự thảo hoặc nhập từ tệp Excel.`,
    planDraft: (p: About) => `Dự thảo ${planOf(p)} chưa trình.`,
    planReturned: (p: About) => `Bị trả lại ${planOf(p)}: ${p.reason}`,
    planSubmitted: (p: About) => `Đã trình ${planOf(p)}, chờ Thường trực Tỉnh ủy duyệt.`,
    planTooLate: (p: About) =>
      `Dự báo: ${p.count} lớp của kế hoạch năm ${p.year} không còn vừa với phần còn lại của năm.`,
    planSoonTooLate: (p: About) =>
      `Cảnh báo sớm: phần còn lại của kế hoạch năm ${p.year} sắp không còn vừa với phần còn lại của năm.`,
    planChangeProposed: (p: About) => `Đề xuất điều chỉnh kế hoạch năm ${p.year} chờ quyết định.`,
    reorganisationDraft: (p: About) =>
      `${p.title}${p.on ? `, hiệu lực ${printDay(p.on as Day)}` : ''}: chờ người thứ hai xác nhận.`,
    placements: (p: About) => `${p.count} cán bộ của đơn vị bị chia tách chờ quyết định nơi công tác.`,
    importChecked: (p: About) => `Tệp «${p.name}» đã kiểm tra, chưa ghi vào Nhịp.`,
    classesOpening: (p: About) =>
      `${p.count} lớp khai giảng trong hai tuần tới${p.on ? `, sớm nhất ngày ${printDay(p.on as Day)}` : ''}.`,
    unitsWithoutCoordinator: (p: About) => `${p.count} đơn vị chưa có tài khoản đầu mối.`,
    commitment: (p: About) => `${p.title}`,
    commitments: (p: About) => `${p.title} (${p.count} đơn vị)`,
    coordinationOffered: (p: About) =>
      `${(p.count ?? 1) > 1 ? `${p.count} kế hoạch` : 'Kế hoạch'} phối hợp năm ${p.year} chờ đơn vị đồng ý.`,
    coordinationDraft: (p: About) =>
      `${(p.count ?? 1) > 1 ? `${p.count} kế hoạch` : 'Kế hoạch'} phối hợp năm ${p.year} đang soạn, chưa gửi đơn vị.`,
    needsAsked: (p: About) => `${p.title}: đơn vị chưa gửi phiếu nhu cầu.`,
    needsReturned: (p: About) => `${p.title}: phiếu bị trả lại: ${p.reason}`,
    needsToConfirm: (p: About) => `${p.title}: phiếu chờ thủ trưởng xác nhận.`,
    needsClosing: (p: About) => `${p.title} sắp hết hạn, còn ${p.count} đơn vị chưa trả lời.`,
    nominationsAsked: (p: About) => `Chiêu sinh lớp ${p.name}: còn ${p.count} chỉ tiêu chưa có tên.`,
    nominationsToSign: (p: About) => `Lớp ${p.name}: ${p.count} người được cử chờ thủ trưởng ký.`,
    nominationsReturned: (p: About) => `Lớp ${p.name}: trường trả lại ${p.count} hồ sơ cử người để bổ sung.`,
    nominationsToCheck: (p: About) => `Lớp ${p.name}: ${p.count} người đơn vị đã cử, chờ kiểm tra.`,
    nominationsForOpinion: (p: About) => `Lớp ${p.name}: ${p.count} người được cử chờ ý kiến Ban Tổ chức.`,
    visitAsked: (p: About) => `Lớp ${p.name} xin đến nghiên cứu thực tế: ${p.title}.`,
    visitDeclined: (p: About) => `Nơi đón không nhận lớp ${p.name}: ${p.title}. Cần ngày khác hoặc nơi khác.`,
    caseMine: (p: About) => `Vụ việc đồng chí phụ trách: ${p.title}.`,
    caseUntaken: (p: About) => `Vụ việc chưa có người phụ trách: ${p.title}.`,
    caseElsewhere: (p: About) => `Vụ việc đang được giải quyết: ${p.title}.`,
    visitOwesReport: (p: About) => `Chưa có báo cáo chuyến thực tế của lớp ${p.name}: ${p.title}.`,
    surveyFewAnswers: (p: About) =>
      `Đợt đánh giá lớp ${p.name} sắp hết hạn mà mới có ${p.count} phiếu, chưa được một nửa.`,
    surveyResults: (p: About) =>
      p.count === 1
        ? `Có kết quả đánh giá lớp ${p.name}.`
        : `${p.count} đợt đánh giá có kết quả trong hai tuần qua.`,
    invitationLate: (p: About) => `${p.name} chưa trả lời giấy mời giảng: ${p.title}.`,
    invitationToReplace: (p: About) => `Cần người thay ${p.name}: ${p.title}.`,
    attendanceUnrecorded: (p: About) => `${p.count} buổi đã học của lớp ${p.name} chưa điểm danh đủ.`,
    absenceAsked: (p: About) => `${p.name} (lớp ${p.title}) xin nghỉ hoặc được đơn vị gọi về, chờ trả lời.`,
    sessionsWithoutLecturer: (p: About) => `${p.count} buổi sắp tới của lớp ${p.name} chưa có giảng viên.`,
    invitationWaiting: (p: About) => `Giấy mời giảng cho lớp ${p.name} chờ trả lời: ${p.title}.`,
    guestProposed: (p: About) => `Đề nghị thỉnh giảng: ${p.name}. Chờ nhà trường xem xét.`,
    guestReturned: (p: About) => `Nhà trường trả lại đề nghị thỉnh giảng ${p.name}: ${p.reason}`,
    dossierDraft: (p: About) => `Hồ sơ «${p.title}» (${p.count} người) chưa trình.`,
    dossierReturned: (p: About) => `Hồ sơ «${p.title}» bị trả lại: ${p.reason}`,
    dossierSubmitted: (p: About) => `Hồ sơ «${p.title}» (${p.count} giảng viên thỉnh giảng) chờ phê duyệt.`,
    approvalsAsked: (p: About) => `${p.count} phê duyệt giảng viên cần trả lời còn phù hợp không.`,
    approvalsEnding: (p: About) => `${p.count} giảng viên thỉnh giảng sắp hết hạn phê duyệt.`,
    approvalsEnded: (p: About) => `${p.count} giảng viên thỉnh giảng đã hết hạn phê duyệt.`,
    coordinationReturned: (p: About) => `Đơn vị trả lại kế hoạch phối hợp năm ${p.year}: ${p.reason}`,
  },
  due: {
    overdue: 'Quá hạn',
    thisWeek: 'Trong bảy ngày tới',
    later: 'Sắp tới',
    none: 'Không có hạn',
  },
  dueOn: (p: { on: Day; days: number }) =>
    p.days < 0
      ? `hạn ${printDay(p.on)}, quá hạn ${-p.days} ngày`
      : p.days === 0
        ? `hạn hôm nay, ${printDay(p.on)}`
        : `hạn ${printDay(p.on)}, còn ${p.days} ngày`,
  forWhom: (p: { unit: string }) => `với ${p.unit}`,
  field: {
    unit: 'Đơn vị',
    plan: 'Kế hoạch',
    due: 'Cam kết',
    schoolOverdue: 'Trường còn nợ',
    nextOn: 'Hạn gần nhất',
    side: 'Bên thực hiện',
    title: 'Việc',
    detail: 'Nội dung',
    evidence: 'Minh chứng cần có',
    dueOn: 'Hạn',
    standing: 'Tình trạng',
    doneOn: 'Ngày thực hiện',
    documentNumber: 'Số văn bản',
    note: 'Ghi chú',
    link: 'Liên kết',
    reason: 'Lý do',
    dueKind: 'Hạn tính theo',
    dueMonth: 'Tháng',
    dueDay: 'Ngày',
    offsetDays: 'Số ngày sau mốc (số âm: trước mốc)',
    isUsed: 'Đang dùng',
    q: 'Tìm đơn vị',
    planState: 'Trạng thái kế hoạch',
    from: 'Từ ngày',
    until: 'Đến ngày',
  },
  side: { unit: 'Đơn vị', school: 'Nhà trường' },
  standing: standings,
  planState: planStates,
  notes: {
    passedOn: 'Chuyển sang đơn vị kế thừa sau sắp xếp',
    doubled: 'Đơn vị kế thừa đã có cam kết này cho cùng kỳ',
    dropped: (p: { number: number }) => `Kế hoạch phối hợp bản số ${p.number} không còn việc này`,
  },
  feed: {
    name: 'Nhịp: lịch phối hợp',
    due: (p: { title: string; side: 'unit' | 'school'; count: number }) =>
      `Hạn: ${p.title}${p.side === 'school' ? ' (nhà trường)' : ''}${p.count > 1 ? ` (${p.count} đơn vị)` : ''}`,
  },
  /** What a reminder reminds of. */
  remindedOf: (p: { subjectKind: string; title: string }) =>
    p.subjectKind === 'needConfirmation'
      ? `Phiếu chờ thủ trưởng xác nhận: ${p.title}`
      : p.subjectKind === 'approvalEnding'
        ? `Phê duyệt giảng viên thỉnh giảng sắp hết hạn: ${p.title}`
        : p.title,
  mail: {
    subject: (p: { count: number }) => `Nhịp: ${p.count} việc phối hợp cần đồng chí xem`,
    text: (p: {
      name: string
      today: Day
      lines: readonly { title: string; unitName: string; dueOn: Day; path: string }[]
    }) =>
      [
        `Kính gửi đồng chí ${p.name},`,
        '',
        'Các việc sau chưa được ghi là đã làm:',
        ...p.lines.map(
          (one) =>
            `- ${one.title} (${one.unitName}), hạn ${printDay(one.dueOn)}${one.dueOn < p.today ? ', đã quá hạn' : ''}\n  ${one.path}`,
        ),
        '',
        'Đồng chí mở đường dẫn để gửi, xác nhận phiếu nhu cầu hoặc ghi số văn bản của việc đã làm; thư nhắc sẽ thôi.',
      ].join('\n'),
  },
  sheet: {
    units: (p: { year: number }) => `Phối hợp ${p.year}`,
    unitsTitle: (p: { year: number }) => `TÌNH HÌNH THỰC HIỆN KẾ HOẠCH PHỐI HỢP NĂM ${p.year}`,
    commitments: (p: { year: number }) => `Cam kết ${p.year}`,
    commitmentsTitle: (p: { year: number }) => `DANH SÁCH CAM KẾT PHỐI HỢP NĂM ${p.year}`,
    note: 'Quá hạn trên 60 ngày mà chưa làm thì tính là không thực hiện; làm sau đó tính là muộn.',
  },
  page: {
    title: 'Phối hợp với đơn vị',
    lead: (p: { year: number; units: number; accepted: number; overdue: number }) =>
      `Năm ${p.year}: ${p.units} đơn vị, ${p.accepted} kế hoạch trên trang này hai bên đã đồng ý, ${p.overdue} cam kết quá hạn.`,
    drawUp: 'Lập kế hoạch cho các đơn vị chưa có',
    drawUpTitle: 'Lập kế hoạch phối hợp từ mẫu?',
    drawUpText: (p: { year: number }) =>
      `Mỗi đơn vị chưa có kế hoạch năm ${p.year} sẽ có một bản soạn theo các mẫu đang dùng. Đơn vị chưa thấy bản soạn cho đến khi nhà trường gửi.`,
    drawUpOne: (p: { year: number }) => `Lập kế hoạch năm ${p.year}`,
    offerAll: 'Đồng ý và gửi các bản đang soạn',
    offerTitle: 'Đồng ý thay mặt nhà trường và gửi đơn vị?',
    offerText: 'Gửi là nhà trường đã đồng ý. Kế hoạch có hiệu lực khi thủ trưởng đơn vị đồng ý.',
    offer: 'Đồng ý và gửi đơn vị',
    accept: 'Đồng ý kế hoạch',
    acceptTitle: 'Đồng ý kế hoạch phối hợp thay mặt đơn vị?',
    acceptText: 'Từ lúc đó các việc có hạn ngày và được nhắc. Muốn sửa, hai bên phải đồng ý lại.',
    return: 'Trả lại, nêu lý do',
    revise: 'Sửa kế hoạch',
    edit: 'Soạn tiếp',
    templates: 'Mẫu cam kết',
    ladder: 'Nấc nhắc việc',
    calendar: 'Lịch phối hợp',
    pulses: 'Nhịp của các đơn vị',
    all: 'Tất cả cam kết',
    any: 'tất cả',
    empty: {
      title: 'Không có đơn vị nào',
      text: 'Đơn vị được nhập hoặc tạo ở mục Đơn vị. Khi có đơn vị, kế hoạch phối hợp lập được từ mẫu.',
    },
    unitTitle: (p: { unit: string; year: number }) => `Phối hợp năm ${p.year}: ${p.unit}`,
    unitLead: (p: { state: string }) => `Kế hoạch: ${p.state}.`,
    noPlan: (p: { year: number }) => `Chưa có kế hoạch phối hợp năm ${p.year}.`,
    oursUnit: 'Đơn vị cần làm',
    oursSchool: 'Nhà trường cần làm với đơn vị',
    doneTitle: 'Đã xong',
    nothingDue: 'Không còn việc nào chưa xong.',
    nothingDone: 'Chưa có việc nào xong.',
    mark: 'Ghi đã làm',
    more: 'Xem tất cả',
    planTitle: (p: { number: number }) => `Nội dung kế hoạch, bản số ${p.number}`,
    offeredBy: (p: { name: string | null; at: string }) =>
      `Nhà trường đồng ý ${p.name ? `(${p.name}) ` : ''}lúc ${p.at}`,
    acceptedBy: (p: { name: string | null; at: string }) =>
      `Đơn vị đồng ý ${p.name ? `(${p.name}) ` : ''}lúc ${p.at}`,
    returned: (p: { reason: string }) => `Đơn vị trả lại: ${p.reason}`,
    openTitle: 'Bản đang chờ hai bên đồng ý',
    openHint: 'Bản đã đồng ý trước đây vẫn có hiệu lực cho đến khi bản này được hai bên đồng ý.',
    draftTitle: (p: { unit: string; year: number }) => `Soạn kế hoạch năm ${p.year}: ${p.unit}`,
    draftLead: 'Thêm, sửa, bỏ từng việc rồi đồng ý và gửi đơn vị.',
    addItem: 'Thêm việc',
    save: 'Lưu',
    remove: 'Bỏ việc này',
    change: 'Sửa',
    commitments: 'Cam kết',
    commitmentsLead: (p: { total: number }) => `${p.total} cam kết theo bộ lọc.`,
    commitmentsEmpty: {
      title: 'Chưa có cam kết nào',
      text: 'Cam kết có hạn ngày được lập khi hai bên đồng ý kế hoạch phối hợp.',
    },
    keepTitle: 'Ghi việc đã làm',
    keepHint: 'Ghi ít nhất một minh chứng: số văn bản, ghi chú hoặc liên kết.',
    linkHint: 'Trang trong Nhịp (ví dụ /lop/7) hoặc địa chỉ https:// của hệ thống văn bản.',
    keep: 'Đã làm',
    waive: 'Miễn việc này',
    break: 'Ghi là không thực hiện',
    reopen: 'Mở lại',
    history: 'Diễn biến',
    noHistory: 'Chưa có gì xảy ra.',
    event: {
      kept: 'đã làm',
      broken: 'không thực hiện',
      waived: 'được miễn',
      reopened: 'mở lại',
      moved: 'đổi hạn',
      passedOn: 'chuyển đơn vị kế thừa',
      dropped: 'không còn trong kế hoạch',
    },
    byAnswer: 'Tự ghi nhận từ phiếu đăng ký nhu cầu trên Nhịp',
    from: (p: { unit: string }) => `từ ${p.unit} (trước sắp xếp)`,
    days: (p: { days: number }) => `muộn ${p.days} ngày`,
    templatesLead: 'Mỗi mẫu là một việc được đưa vào kế hoạch khi lập. Sửa mẫu không đổi kế hoạch đã có.',
    addTemplate: 'Thêm mẫu',
    newTemplate: 'Mẫu mới',
    confirmIt: 'giá trị mặc định, cần nhà trường xác nhận',
    notUsed: 'không dùng',
    ladderLead:
      'Mỗi sáng làm việc, Nhịp nhắc những việc chưa xong theo các nấc dưới đây: trong ứng dụng và bằng thư. Mỗi người chỉ nhận một lần cho mỗi nấc; việc xong thì thôi nhắc. Ngày nghỉ dồn sang ngày làm việc kế tiếp.',
    isOn: 'Bật nhắc loại việc này',
    steps: 'Các nấc',
    stepsHint: 'Số ngày so với hạn: −7 là trước hạn 7 ngày, 1 là sau hạn 1 ngày. Bỏ trống để xóa nấc.',
    offset: 'Số ngày so với hạn',
    who: 'Nhắc ai',
    byMail: 'Gửi cả thư',
    ladderConfirm: 'Các nấc mang theo là mặc định, cần nhà trường xác nhận.',
    saved: 'Đã lưu.',
    calendarLead: (p: { year: number }) =>
      `Việc đến hạn và lớp khai giảng theo tuần, năm ${p.year}. Chọn một tuần để xem từng việc.`,
    weekOf: (p: { from: Day; until: Day }) => `Tuần ${printDay(p.from)} đến ${printDay(p.until)}`,
    monthOf: (p: { month: number; year: number }) => `Tháng ${p.month}/${p.year}`,
    month: 'Tháng',
    monthInYear: (p: { month: number }) => `Tháng ${p.month}`,
    week: (p: { n: number }) => `Tuần ${p.n}`,
    weekSays: (p: { from: Day; due: number; classes: number }) =>
      `Tuần từ ${printDay(p.from)}: ${p.due} việc đến hạn, ${p.classes} lớp khai giảng`,
    heatHint: 'Số trong ô: việc đến hạn; sau dấu + là số lớp khai giảng. Ô càng đậm càng nhiều việc.',
    heat: 'Mật độ theo tuần',
    nothingIn: 'Không có việc nào đến hạn.',
    class: 'khai giảng',
    needRound: 'hết hạn đăng ký nhu cầu',
    units: (p: { count: number }) => `${p.count} đơn vị`,
    feed: 'Lịch trên điện thoại, máy tính',
    feedHint:
      'Địa chỉ riêng của đồng chí cho ứng dụng lịch (iCal). Ai có địa chỉ này đọc được lịch của đồng chí, nên đừng chuyển cho người khác. Lịch không có tên người.',
    feedMake: 'Tạo địa chỉ lịch',
    feedAgain: 'Tạo địa chỉ mới (địa chỉ cũ hết dùng)',
    feedRevoke: 'Thu hồi',
    feedOnce: 'Chép địa chỉ này vào ứng dụng lịch ngay bây giờ; nó chỉ hiện một lần.',
    feedSince: (p: { at: string }) => `Đang có một địa chỉ, tạo lúc ${p.at}.`,
    pulsesLead:
      'Nhịp phối hợp 24 tháng của từng đơn vị, xếp theo tên. Không xếp hạng: ba số đo nói ba điều khác nhau.',
    pulse: 'Nhịp 24 tháng',
    pulseHint: 'Cách tính',
    timely: 'Đúng hạn',
    even: 'Đều',
    selfStarted: 'Tự giác',
    timelyHint: 'phần việc xong trong hạn',
    evenHint: 'phần việc đến theo một nhịp cố định so với hạn (trong cùng khoảng một tháng)',
    selfStartedHint:
      'phần việc xong trước khi phải nhắc; nhắc đầu mối tính một nửa, phải nhắc thủ trưởng tính không',
    tooFew: (p: { events: number }) => `chưa đủ dữ liệu (${p.events} việc)`,
    measure: (p: { share: string; low: string; high: string; events: number }) =>
      `${p.share} % của ${p.events} việc (khoảng tin cậy ${p.low} đến ${p.high} %)`,
    short: (p: { share: string }) => `${p.share} %`,
    daysLate: (p: { days: string }) => `khi muộn, thường muộn ${p.days} ngày`,
    notices: 'Thông báo',
    noticesLead: (p: { count: number }) =>
      p.count === 0 ? 'Không có việc nào đang nhắc đồng chí.' : `${p.count} việc đang nhắc đồng chí.`,
    noticesAll: 'Xem cả thông báo đã xong',
    noticesLive: 'Chỉ xem việc còn lại',
    markAll: 'Đánh dấu đã đọc tất cả',
    over: 'đã xong',
    unread: 'chưa đọc',
  },
  audience: {
    coordinator: 'Đầu mối đơn vị',
    deputy: 'Cấp phó của thủ trưởng',
    head: 'Thủ trưởng đơn vị',
    committee: 'Ban Tổ chức Tỉnh ủy',
    office: 'Phòng Quản lý đào tạo',
    leaders: 'Ban Giám hiệu',
  },
  subject: {
    needAnswer: 'Đơn vị trả lời đợt đăng ký nhu cầu',
    needConfirmation: 'Phiếu nhu cầu chờ thủ trưởng xác nhận',
    unitCommitment: 'Cam kết của đơn vị',
    schoolCommitment: 'Cam kết của nhà trường',
    approvalEnding: 'Phê duyệt giảng viên thỉnh giảng sắp hết hạn',
  },
  dueKind: {
    fixed: 'một ngày trong năm',
    monthly: 'hằng tháng, tính từ ngày cuối tháng',
    quarterly: 'hằng quý, tính từ ngày cuối quý',
    halfYearly: '6 tháng một lần, tính từ ngày cuối kỳ',
    needRound: 'ngày đóng đợt đăng ký nhu cầu',
    classOpens: 'ngày khai giảng lớp của đơn vị',
  },
  rule: (p: { dueKind: string; dueDay: number | null; dueMonth: number | null; offsetDays: number }) => {
    if (p.dueKind === 'fixed') return `ngày ${p.dueDay}/${p.dueMonth} hằng năm`
    const marks: Record<string, string> = {
      monthly: 'ngày cuối mỗi tháng',
      quarterly: 'ngày cuối mỗi quý',
      halfYearly: 'ngày cuối mỗi 6 tháng',
      needRound: 'ngày đóng đợt đăng ký nhu cầu',
      classOpens: 'ngày khai giảng lớp của đơn vị',
    }
    const mark = marks[p.dueKind] ?? ''
    if (p.offsetDays === 0) return mark
    return p.offsetDays < 0 ? `${-p.offsetDays} ngày trước ${mark}` : `${p.offsetDays} ngày sau ${mark}`
  },
  problems: {
    'coordination.stale': 'Có người vừa sửa mục này. Đồng chí tải lại trang để xem bản mới rồi làm lại.',
    'coordination.dueDay': 'Tháng này không có ngày đó. Nhập ngày từ 1 đến ngày cuối tháng.',
    'coordination.link':
      'Liên kết phải bắt đầu bằng https:// hoặc dấu / (trang trong Nhịp), không có dấu cách.',
    'coordination.stepDays': 'Số ngày từ 60 ngày trước hạn (−60) đến 120 ngày sau hạn.',
    'coordination.stepTwice': 'Hai nấc trùng người nhận và số ngày. Bỏ bớt một nấc.',
    'coordination.wrongAudience':
      'Việc của đơn vị nhắc đầu mối, cấp phó, thủ trưởng, Ban Tổ chức; phiếu chờ xác nhận chỉ nhắc cấp phó, thủ trưởng; việc của nhà trường nhắc phòng đào tạo, ban giám hiệu.',
    'coordination.noTemplate': 'Chưa có mẫu cam kết nào đang dùng. Mở «Mẫu cam kết» để bật hoặc thêm mẫu.',
    'coordination.planExists': (p: { year: number }) =>
      `Đơn vị này đã có kế hoạch phối hợp năm ${p.year}, hoặc không phải là đơn vị đang hoạt động.`,
    'coordination.planUnderWay':
      'Đã có bản kế hoạch phối hợp đang soạn hoặc chờ đồng ý. Đồng chí tải lại trang để xem.',
    'coordination.noItem': 'Kế hoạch chưa có cam kết nào. Thêm ít nhất một cam kết rồi gửi.',
    'coordination.planState': (p: { state: string; unit: string }) =>
      `Kế hoạch phối hợp với ${p.unit} ${(planStates as Record<string, string>)[p.state] ?? p.state}, nên chưa làm được việc này.`,
    'coordination.noEvidence': 'Ghi ít nhất một minh chứng: số văn bản, ghi chú hoặc liên kết.',
    'coordination.doneInFuture': 'Ngày thực hiện không được sau hôm nay.',
    'coordination.notYours': (p: { title: string; standing: string }) =>
      `«${p.title}» đang là: ${(standings as Record<string, string>)[p.standing] ?? p.standing}. Bên thực hiện ghi kết quả; bên kia mới được miễn hoặc ghi không thực hiện.`,
    'coordination.span': 'Ngày cuối phải sau ngày đầu, và cách nhau không quá một năm.',
    'coordination.noFeed': 'Địa chỉ lịch này không còn dùng được. Mở trang Lịch phối hợp để tạo địa chỉ mới.',
  },
}
