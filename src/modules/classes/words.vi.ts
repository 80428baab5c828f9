import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

/** What is known of a clash; a clash that only the database saw knows nothing. */
type Clash = {
  what?: string
  code?: string | null
  name?: string | null
  reason?: string | null
  fromOn?: Day
  lastOn?: Day
  next?: Day[]
}

const nextFree = (next: Day[] | undefined) =>
  next && next.length > 0
    ? `Còn trống đủ thời gian từ: ${next.map(printDay).join(', ')}.`
    : 'Trong một năm tới không còn khoảng trống đủ dài.'

export const vi = {
  roster: 'Học viên',
  fieldStudies: 'Nghiên cứu thực tế',
  classes: 'Lớp học',
  lead: (p: { year: number; classes: number; learners: number }) =>
    p.classes === 0
      ? `Năm ${p.year} chưa có lớp nào khớp với bộ lọc.`
      : `Năm ${p.year}: ${printNumber(p.classes)} lớp, ${printNumber(p.learners)} lượt học viên.`,
  open: 'Mở lớp',
  openTitle: 'Mở lớp mới',
  openLead:
    'Lớp thuộc mọi năm có thời gian học và được tính là khai giảng ở một năm. Lớp học qua năm sau sẽ tự được tính là chuyển tiếp.',
  timetable: 'Lịch học',
  edit: 'Sửa thông tin lớp',
  save: 'Lưu thay đổi',
  fromExcel: 'Nhập từ Excel',
  empty: {
    title: (p: { year: number }) => `Năm ${p.year} chưa có lớp nào`,
    text: 'Ở đây là các lớp học trong năm, cả lớp chuyển tiếp từ năm trước. Có thể mở từng lớp, hoặc nhập cả danh sách từ tệp Excel mà phòng đang giữ.',
  },
  mode: { fullTime: 'Tập trung', partTime: 'Vừa làm vừa học', none: 'Không chia hệ' },
  countsAs: { opened: 'Khai giảng', carriedOver: 'Chuyển tiếp', notCounted: 'Không tính' },
  basis: { plan: 'Kế hoạch', policy: 'Chủ trương' },
  state: { held: 'Đã khai giảng', coming: 'Sắp khai giảng' },
  field: {
    curriculum: 'Phiên bản chương trình',
    q: 'Tìm theo mã, tên, địa điểm',
    code: 'Mã lớp',
    name: 'Tên lớp',
    group: 'Nhóm chương trình',
    programme: 'Chương trình',
    mode: 'Hệ',
    countsAs: 'Loại',
    opensOn: 'Khai giảng',
    closesOn: 'Bế giảng',
    place: 'Địa điểm',
    partner: 'Đơn vị phối hợp',
    basis: 'Căn cứ',
    planLine: 'Dòng kế hoạch',
    learners: 'Số học viên',
    learnersUnit: 'lượt',
    note: 'Ghi chú',
    state: 'Tình trạng',
    openedIn: 'Khai giảng trong tháng',
    runningIn: 'Học trong tháng',
    month: (p: { month: number }) => `Tháng ${p.month}`,
    policyIssuer: 'Cơ quan cho chủ trương',
    policyNumber: 'Số văn bản',
    policyOn: 'Ngày văn bản',
    policyTitle: 'Trích yếu',
    cancelledOn: 'Hủy từ ngày',
    cancelledReason: 'Lý do hủy',
    reason: 'Lý do',
    year: 'Năm',
  },
  noVersion: 'Chưa gắn phiên bản',
  hint: {
    curriculum:
      'Chỉ phiên bản đã duyệt, còn dùng vào ngày khai giảng. Lớp đã khai giảng thì giữ phiên bản của mình.',
    code: 'Mã dùng trên mọi giấy tờ của lớp, ví dụ TC14-23. Mỗi mã chỉ có một lớp.',
    closesOn: 'Chưa biết thì để trống; khi đó lớp chỉ thuộc năm khai giảng.',
    learners: 'Chưa biết thì để trống.',
    basis: 'Lớp ngoài kế hoạch cần ghi chủ trương của cơ quan cho phép.',
    policyNumber: 'Chưa có thì để trống và bổ sung sau.',
    place: 'Ghi đúng tên một đơn vị trong danh mục thì lớp được tính cho đơn vị đó.',
    planLine: 'Dòng mà lớp này thực hiện, để báo cáo so được từng dòng. Chưa rõ thì để trống.',
  },
  groups: {
    what: 'Lớp và chương trình',
    when: 'Thời gian và địa điểm',
    why: 'Căn cứ mở lớp',
    more: 'Học viên và ghi chú',
  },
  facts: 'Thông tin lớp',
  years: 'Lớp được tính vào các năm',
  yearsLead:
    'Tính từ ngày khai giảng và bế giảng. Khi hồ sơ của trường tính khác, hãy điều chỉnh và ghi lý do; ngày tháng không đổi.',
  correct: 'Điều chỉnh cách tính',
  correctYear: 'Năm cần điều chỉnh',
  countAsDates: 'Theo ngày tháng (bỏ điều chỉnh)',
  corrected: (p: { reason: string; by: string | null; on: Day }) =>
    `Điều chỉnh ngày ${printDay(p.on)}${p.by ? ` bởi ${p.by}` : ''}: ${p.reason}`,
  byDates: 'Theo ngày tháng',
  cancel: 'Hủy lớp',
  cancelLead:
    'Lớp hủy trước ngày khai giảng không được tính vào năm nào. Lớp hủy giữa chừng vẫn tính đến năm hủy. Lớp không bị xóa.',
  cancelConfirm: 'Hủy lớp này',
  cancelled: (p: { on: Day; reason: string }) => `Lớp đã hủy từ ngày ${printDay(p.on)}. Lý do: ${p.reason}`,
  opened: (p: { opensOn: Day; closesOn: Day | null }) =>
    p.closesOn
      ? `Học từ ${printDay(p.opensOn)} đến ${printDay(p.closesOn)}`
      : `Khai giảng ${printDay(p.opensOn)}, chưa có ngày bế giảng`,
  isCorrected: 'đã điều chỉnh',
  learnersOf: (p: { learners: number }) => `${printNumber(p.learners)} lượt`,
  policyOf: (p: { issuer: string | null; number: string | null; on: Day | null }) =>
    [
      p.issuer ?? 'Chưa ghi cơ quan',
      p.number ? `số ${p.number}` : 'chưa có số văn bản',
      p.on ? `ngày ${printDay(p.on)}` : null,
    ]
      .filter(Boolean)
      .join(', '),
  history: 'Lịch sử thay đổi',
  any: 'Tất cả',
  noLine: 'Chưa gắn với dòng nào',
  another: 'mục khác trong danh mục',
  columns: {
    curriculum_id: 'phiên bản chương trình',
    code: 'mã lớp',
    name: 'tên lớp',
    programme_id: 'chương trình',
    mode_code: 'hệ',
    opens_on: 'khai giảng',
    closes_on: 'bế giảng',
    place: 'địa điểm',
    host_unit_id: 'đơn vị nơi mở lớp',
    partner: 'đơn vị phối hợp',
    partner_unit_id: 'đơn vị phối hợp (danh mục)',
    basis: 'căn cứ',
    plan_line_key: 'dòng kế hoạch',
    policy_issuer: 'cơ quan cho chủ trương',
    policy_number: 'số văn bản',
    policy_on: 'ngày văn bản',
    policy_title: 'trích yếu',
    learners: 'số học viên',
    note: 'ghi chú',
    cancelled_on: 'hủy từ ngày',
    cancelled_reason: 'lý do hủy',
  } as Record<string, string>,
  sheet: {
    name: (p: { year: number }) => `Lớp ${p.year}`,
    title: (p: { year: number }) => `DANH SÁCH CÁC LỚP ĐÀO TẠO, BỒI DƯỠNG NĂM ${p.year}`,
    time: 'Thời gian',
    total: (p: { classes: number }) => `Tổng cộng: ${printNumber(p.classes)} lớp`,
    note: 'Số học viên tính theo lượt.',
    fileName: (p: { year: number }) => `lop-${p.year}`,
  },
  fromFile: (p: { fileName: string; word: string }) => `Theo tệp ${p.fileName}: ghi «${p.word}».`,
  opening: {
    title: 'Tìm ngày mở lớp',
    lead: 'Nhịp xem lịch, phòng, giảng viên và thời gian bận của đơn vị rồi đề xuất ngày, kèm lý do. Chọn một ngày thì ngày học, phòng và giảng viên được ghi cùng một lúc.',
    forClass: (p: { code: string }) => `Đổi ngày của lớp ${p.code}`,
    find: 'Tìm ngày',
    what: 'Lớp cần mở',
    line: 'Dòng kế hoạch',
    programme: 'Chương trình',
    fromLine: 'Theo dòng kế hoạch',
    learners: 'Số học viên dự kiến',
    teachingDays: 'Số ngày học',
    teachingDaysHint:
      'Thứ hai đến thứ sáu, không tính ngày nghỉ. Để trống thì lấy số tiết của chương trình chia 8 tiết mỗi ngày (cần nhà trường xác nhận).',
    earliest: 'Sớm nhất từ ngày',
    weeks: 'Xem trong số tuần',
    needsRoom: 'Cần phòng trong danh mục',
    needsRoomHint: 'Bỏ chọn nếu lớp học ở nơi không có trong danh mục phòng.',
    results: (p: { good: number; of: number }) => `${p.good} trên ${p.of} tuần mở được lớp`,
    none: 'Chọn chương trình, số học viên và số ngày học rồi bấm «Tìm ngày».',
    noHolidays: (p: { year: number }) =>
      `Chưa có ngày nghỉ lễ, Tết của năm ${p.year} trong lịch, nên các ngày dưới đây coi ngày lễ năm đó là ngày dạy và ngày bế giảng có thể sớm hơn thực tế.`,
    loadHolidays: (p: { year: number }) => `Nạp ngày nghỉ lễ năm ${p.year}`,
    seeCalendar: (p: { year: number }) => `Xem lịch năm ${p.year}`,
    noHours: 'Chương trình chưa ghi số tiết theo chuyên môn nên chưa tìm được giảng viên.',
    setHours: 'Ghi số tiết',
    fit: { good: 'Thuận lợi', strained: 'Mở được, có vướng', blocked: 'Không mở được' },
    days: (p: { opensOn: Day; closesOn: Day }) => `${printDay(p.opensOn)} đến ${printDay(p.closesOn)}`,
    choose: 'Chọn ngày này',
    chosen: (p: { opensOn: Day; closesOn: Day }) =>
      `Mở lớp từ ${printDay(p.opensOn)} đến ${printDay(p.closesOn)}`,
    room: 'Phòng',
    noRoom: 'Không đặt phòng',
    roomOf: (p: { name: string; seats: number }) => `${p.name} (${p.seats} chỗ)`,
    lecturersOf: (p: { field: string; hours: number; fromOn: Day; lastOn: Day }) =>
      `${p.field}: ${p.hours} tiết, ${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
    guest: (p: { name: string }) => `${p.name} (mời giảng)`,
    noLecturer: 'Không có giảng viên nào trống cả thời gian này. Có thể phân công sau ở trang của lớp.',
    make: 'Mở lớp với ngày này',
    move: 'Ghi ngày này cho lớp',
    moveLead: 'Phòng và giảng viên đang đặt cho lớp này sẽ được thay bằng những gì chọn ở đây.',
    reason: {
      noTeaching: (p: { titles: string[] }) =>
        p.titles.length > 0
          ? `Cả tuần nghỉ dạy: ${p.titles.join(', ')}.`
          : 'Không còn đủ ngày dạy để học xong.',
      roomFree: (p: { room: string; seats: number; others: number }) =>
        `${p.room} (${p.seats} chỗ) còn trống${p.others > 0 ? `, thêm ${p.others} phòng khác` : ''}.`,
      roomHosted: (p: { room: string; seats: number }) =>
        `Phòng của trường đã kín; ${p.room} (${p.seats} chỗ, mượn) còn trống.`,
      noRoom: (p: { learners: number; large: number }) =>
        p.large === 0
          ? `Không có phòng nào đủ ${p.learners} chỗ.`
          : `Cả ${p.large} phòng đủ ${p.learners} chỗ đều đã có lớp trong thời gian này.`,
      holidayInside: (p: { titles: string[]; days: number }) =>
        `Có ${p.days} ngày nghỉ ở giữa: ${p.titles.join(', ')}. Bế giảng đã lùi lại tương ứng.`,
      tornApart: (p: { title: string; days: number }) => `Lớp ngắn bị ngắt ${p.days} ngày vì ${p.title}.`,
      provinceEvent: (p: { title: string; fromOn: Day; lastOn: Day }) =>
        `Trùng ${p.title} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      unitBusy: (p: { unit: string; title: string; fromOn: Day; lastOn: Day }) =>
        `${p.unit} bận: ${p.title} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      unitsBusy: (p: { units: string[]; more: number }) =>
        `Đơn vị cử người học bận: ${p.units.join(', ')}${p.more > 0 ? ` và ${p.more} đơn vị khác` : ''}.`,
      othersBusy: (p: { units: string[]; more: number }) =>
        `Đơn vị khác bận: ${p.units.join(', ')}${p.more > 0 ? ` và ${p.more} đơn vị khác` : ''}.`,
      sameUnits: (p: { className: string; fromOn: Day; lastOn: Day }) =>
        `Cùng nơi mở đang có lớp ${p.className} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      tooDense: (p: { hours: number; days: number }) =>
        `Chương trình có ${printNumber(p.hours)} tiết, ${p.days} ngày học là quá ít (hơn 10 tiết mỗi ngày).`,
      lecturersFree: (p: { field: string; names: string[]; more: number }) =>
        `${p.field}: ${p.names.join(', ')}${p.more > 0 ? ` và ${p.more} người khác` : ''}.`,
      lecturersShort: (p: { field: string; hours: number; free: number; weekly: number }) =>
        `${p.field}: cần ${p.weekly} tiết mỗi tuần, ${p.free === 0 ? 'không giảng viên nào trống cả thời gian' : `${p.free} giảng viên trống không dạy đủ`}.`,
    },
  },
  bookings: {
    title: 'Phòng và giảng viên',
    none: 'Chưa đặt phòng, chưa phân công giảng viên.',
    find: 'Tìm ngày, phòng và giảng viên',
    days: (p: { fromOn: Day; lastOn: Day }) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
    free: 'Bỏ',
    freeOf: (p: { what: string }) => `Bỏ ${p.what}`,
    bookRoom: 'Đặt phòng',
    bookLecturer: 'Phân công giảng viên',
    room: 'Phòng',
    lecturer: 'Giảng viên',
    field: 'Chuyên môn',
    fromOn: 'Từ ngày',
    lastOn: 'Đến hết ngày',
  },
  problems: {
    'classes.curriculumKept': 'Lớp đã khai giảng thì giữ nguyên phiên bản chương trình.',
    'classes.curriculumFits':
      'Hãy chọn một phiên bản đã duyệt của đúng chương trình này, còn dùng vào ngày khai giảng.',
    'classes.codeTaken': 'Mã lớp này đã có. Mỗi mã chỉ dùng cho một lớp; hãy xem lại danh sách lớp.',
    'classes.stale':
      'Lớp vừa được người khác sửa. Đồng chí xem lại nội dung mới rồi sửa tiếp; những gì đã nhập vẫn còn trên trang.',
    'classes.closesBeforeItOpens': (p: { opensOn?: Day; closesOn?: Day }) =>
      p.opensOn && p.closesOn
        ? `Bế giảng ${printDay(p.closesOn)} trước khai giảng ${printDay(p.opensOn)}.`
        : 'Ngày bế giảng trước ngày khai giảng.',
    'classes.tooLong': 'Từ khai giảng đến bế giảng quá mười năm. Hãy xem lại năm.',
    'classes.policyIssuerMissing': 'Lớp mở theo chủ trương cần ghi cơ quan cho chủ trương.',
    'classes.policyBesidesPlan':
      'Lớp trong kế hoạch thì không ghi chủ trương. Hãy chọn lại căn cứ hoặc bỏ các ô về chủ trương.',
    'classes.planLineBesidesPolicy': 'Lớp mở theo chủ trương thì không gắn với dòng kế hoạch.',
    'classes.openedTwice':
      'Lớp này đã được tính là khai giảng ở một năm khác theo một điều chỉnh trước. Hãy bỏ điều chỉnh đó trước.',
    'classes.noYear': (p: { year: number }) =>
      `Năm ${p.year} cách thời gian của lớp quá xa nên không tính được.`,
    'classes.alreadyCancelled': (p: { cancelledOn: Day }) => `Lớp đã hủy từ ngày ${printDay(p.cancelledOn)}.`,
    'classes.cancelledAfterItCloses': (p: { closesOn: Day }) =>
      `Lớp đã bế giảng ngày ${printDay(p.closesOn)} nên không hủy được.`,
    'classes.roomTaken': (p: Clash) =>
      p.what && p.fromOn && p.lastOn
        ? `${p.what} đã có lớp ${p.code ?? ''} (${p.name ?? ''}) từ ${printDay(p.fromOn)} đến ${printDay(p.lastOn)}. ${nextFree(p.next)}`
        : 'Phòng vừa được đặt cho lớp khác trong những ngày này. Đồng chí xem lại các ngày còn trống rồi chọn lại.',
    'classes.lecturerTaken': (p: Clash) =>
      p.what && p.fromOn && p.lastOn
        ? `Giảng viên ${p.what} đã được phân công lớp ${p.code ?? ''} (${p.name ?? ''}) từ ${printDay(p.fromOn)} đến ${printDay(p.lastOn)}. ${nextFree(p.next)}`
        : 'Giảng viên đã được phân công trùng ngày. Đồng chí xem lại các ngày còn trống rồi chọn lại.',
    'classes.lecturerAway': (p: Clash) =>
      p.what && p.fromOn && p.lastOn
        ? `Giảng viên ${p.what} vắng từ ${printDay(p.fromOn)} đến ${printDay(p.lastOn)} (${p.reason ?? ''}). ${nextFree(p.next)}`
        : 'Giảng viên vắng trong những ngày này. Đồng chí chọn người khác.',
    'classes.bookingOutside': (p: { opensOn?: Day; closesOn?: Day | null }) =>
      p.opensOn
        ? `Phòng và giảng viên chỉ đặt được trong thời gian của lớp: từ ${printDay(p.opensOn)}${p.closesOn ? ` đến ${printDay(p.closesOn)}` : ''}.`
        : 'Phòng và giảng viên chỉ đặt được trong thời gian của lớp.',
    'classes.noRoom': 'Không có phòng này. Đồng chí chọn lại phòng.',
    'classes.noLecturer': 'Không có giảng viên này. Đồng chí chọn lại giảng viên.',
    'classes.noField': 'Trường không có chuyên môn này. Đồng chí chọn lại chuyên môn.',
    'classes.noProgramme': 'Chương trình này không có trong danh mục.',
    'classes.noUnit': 'Đơn vị này không có trong danh mục.',
    'classes.import.codeMissing': (p: { code: string }) => `Chưa có mã lớp; khi ghi sẽ đặt mã ${p.code}.`,
    'classes.import.nameMissing': 'Chưa ghi tên lớp.',
    'classes.import.opensMissing': 'Chưa ghi ngày khai giảng. Cần ngày khai giảng để biết lớp thuộc năm nào.',
    'classes.import.closesMissing': 'Chưa ghi ngày bế giảng nên lớp chỉ được tính vào năm khai giảng.',
    'classes.import.day.notADay': (p: { text: string }) =>
      `«${p.text}» không phải ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/09/2023.`,
    'classes.import.day.impossible': (p: { text: string }) => `«${p.text}» không có trong lịch.`,
    'classes.import.day.twoDigitYear': (p: { text: string }) =>
      `«${p.text}»: năm cần bốn chữ số, ví dụ 05/09/2023.`,
    'classes.import.day.monthFirst': (p: { text: string }) =>
      `«${p.text}» ghi tháng trước ngày nên không rõ là ngày nào. Hãy ghi ngày/tháng/năm.`,
    'classes.import.learnersNotANumber': (p: { text: string }) => `Số học viên «${p.text}» không phải là số.`,
    'classes.import.learnersNotWhole': (p: { text: string }) => `Số học viên «${p.text}» phải là số nguyên.`,
    'classes.import.learnersOutOfRange': (p: { text: string }) =>
      `Số học viên «${p.text}» ngoài khoảng 0 đến 100.000.`,
    'classes.import.learnersMissing': 'Chưa ghi số học viên.',
    'classes.import.modeUnknown': (p: { text: string }) =>
      `Không hiểu hệ «${p.text}». Hãy ghi Tập trung, Vừa làm vừa học, hoặc «-» nếu không chia hệ.`,
    'classes.import.kindUnknown': (p: { text: string }) =>
      `Không hiểu loại «${p.text}». Hãy ghi Chuyển tiếp hoặc Khai giảng.`,
    'classes.import.basisUnknown': (p: { text: string }) =>
      `Không hiểu căn cứ «${p.text}». Hãy ghi Kế hoạch hoặc Chủ trương.`,
    'classes.import.basisAssumed': 'Tệp không có căn cứ của lớp này; được hiểu là lớp trong kế hoạch.',
    'classes.import.issuerMissing':
      'Lớp mở theo chủ trương nhưng tệp không ghi cơ quan nào cho chủ trương. Hãy bổ sung sau khi nhập.',
    'classes.import.programmeNew': (p: { name: string; group: string }) =>
      `Chương trình «${p.name}» chưa có trong danh mục; khi ghi sẽ thêm vào nhóm «${p.group}».`,
    'classes.import.groupUnknown': (p: { name: string }) =>
      `Chương trình «${p.name}» chưa có trong danh mục và không rõ thuộc nhóm nào. Hãy thêm chương trình này vào danh mục trước.`,
    'classes.import.kindContradicts': (p: {
      word: string
      year: number
      opensOn: Day
      closesOn: Day | null
      byDates: string
    }) =>
      `Tệp ghi «${p.word}» cho năm ${p.year}, còn theo ngày (${printDay(p.opensOn)}${p.closesOn ? ` – ${printDay(p.closesOn)}` : ''}) thì là «${p.byDates}». Khi ghi sẽ giữ theo tệp, kèm lý do.`,
    'classes.import.outsideYear': (p: { year: number; opensOn: Day; closesOn: Day | null }) =>
      `Lớp học ${printDay(p.opensOn)}${p.closesOn ? ` – ${printDay(p.closesOn)}` : ''}, không có ngày nào trong năm ${p.year} của tệp.`,
    'classes.import.codeTwice': (p: { code: string; rows: number[] }) =>
      `Mã ${p.code} có ở nhiều dòng của tệp: ${p.rows.join(', ')}.`,
    'classes.import.sameTwice': (p: { rows: number[] }) =>
      `Hai dòng ghi cùng một lớp (cùng tên, địa điểm và ngày khai giảng): ${p.rows.join(', ')}.`,
    'classes.import.tooLong': (p: { maximum: number }) => `Nội dung dài quá ${p.maximum} ký tự.`,
    'classes.import.cancelled': (p: { cancelledOn: Day }) =>
      `Lớp này đã hủy từ ngày ${printDay(p.cancelledOn)} trong Nhịp; tệp không bỏ việc hủy.`,
    'classes.import.check.total': (p: { title: string; said: number; sum: number; holds: boolean }) =>
      p.holds
        ? `«${p.title}»: tệp ghi ${printNumber(p.said)}, cộng các dòng cũng được ${printNumber(p.sum)}.`
        : `«${p.title}»: tệp ghi ${printNumber(p.said)} nhưng cộng các dòng được ${printNumber(p.sum)}.`,
    'classes.import.check.year': (p: { year: number }) => `Danh sách của năm ${p.year}.`,
    'classes.import.check.noBasis':
      'Tệp không có cột căn cứ: những lớp không nằm dưới mục mở thêm được hiểu là lớp trong kế hoạch.',
    'classes.import.yearUnknown':
      'Tiêu đề của tệp không ghi năm. Hãy chọn năm của danh sách rồi kiểm tra lại.',
    'classes.import.yearDiffers': (p: { said: number; year: number }) =>
      `Tiêu đề của tệp ghi năm ${p.said}, còn năm được chọn là ${p.year}. Tệp được đọc theo năm được chọn.`,
  },
}
