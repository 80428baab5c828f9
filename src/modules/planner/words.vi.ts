import { type Day, printDay } from '../../pure/day.ts'
import { formatDong, printNumber } from '../../pure/share.ts'

const n = (value: number) => printNumber(value, 'vi')
const ranges = (list: readonly (readonly [number, number])[]) =>
  list.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')

type V = { className: string; about: string; week: number; is: number; limit: number }
type N = {
  amount: number
  weeks: readonly (readonly [number, number])[]
  tight: readonly (readonly [number, number])[]
  count: number
  months: readonly number[]
  field: string
  room: string
}
const inMonths = (months: readonly number[]) =>
  months.length === 0
    ? ''
    : months.length === 1
      ? ` trong tháng ${months[0]}`
      : ` trong các tháng ${months.join(', ')}`

export const vi = {
  percent: (p: { share: number }) => `${printNumber(100 * p.share, 'vi', 1)} %`,
  /** What a proposal breaks; by `ViolationCode`. */
  violations: {
    classTwice: (p: V) => `Mã lớp «${p.className}» đứng hai lần.`,
    formUnknown: (p: V) => `Lớp ${p.className} thuộc loại lớp không có trong đề bài: ${p.about}.`,
    weekClosed: (p: V) => `${p.className}: tuần ${p.week} không dạy (nghỉ lễ hoặc tỉnh có việc).`,
    weekUnknown: (p: V) => `${p.className}: tuần ${p.week} không thuộc năm này.`,
    weeksWrong: (p: V) =>
      `${p.className}: các tuần học không đúng nhịp, hoặc học ${n(p.is)} tuần trong khi loại lớp cần ${n(p.limit)} tuần.`,
    tooFew: (p: V) => `${p.className}: ${n(p.is)} học viên, ít hơn sĩ số tối thiểu ${n(p.limit)}.`,
    tooMany: (p: V) => `${p.className}: ${n(p.is)} học viên, nhiều hơn sĩ số tối đa ${n(p.limit)}.`,
    demandUnknown: (p: V) => `${p.className}: nhu cầu «${p.about}» không có trong đề bài.`,
    demandOfOtherForm: (p: V) => `${p.className}: nhu cầu của ${p.about} là cho loại lớp khác.`,
    demandExceeded: (p: V) => `${p.about}: được xếp ${n(p.is)} chỗ, chỉ xin ${n(p.limit)}.`,
    roomMissing: (p: V) => `${p.className}: tuần ${p.week} không có đúng một phòng.`,
    roomNotWanted: (p: V) => `${p.className}: lớp mở tại đơn vị, không dùng phòng của trường.`,
    roomUnknown: (p: V) => `${p.className}: phòng «${p.about}» không có trong đề bài.`,
    roomNotFree: (p: V) => `${p.className}: ${p.about} không dùng được trong tuần ${p.week}.`,
    roomTooSmall: (p: V) => `${p.className}: ${n(p.is)} học viên, ${p.about} chỉ có ${n(p.limit)} chỗ.`,
    roomTwice: (p: V) => `${p.className}: ${p.about} trong tuần ${p.week} đã có lớp khác.`,
    roomChanged: (p: V) => `${p.className}: lớp học liên tục phải ngồi một phòng.`,
    lecturerUnknown: (p: V) => `${p.className}: giảng viên «${p.about}» không có trong đề bài.`,
    lecturerField: (p: V) => `${p.className}: ${p.about} không dạy lĩnh vực được xếp (tuần ${p.week}).`,
    lecturerAbsent: (p: V) => `${p.about} vắng trong tuần ${p.week}.`,
    lecturerOverloaded: (p: V) =>
      `${p.about}: ${n(p.is)} giờ trong tuần ${p.week}, nhiều nhất ${n(p.limit)} giờ.`,
    hoursWrong: (p: V) =>
      `${p.className}: tuần ${p.week} có ${n(p.is)} giờ ${p.about}, chương trình cần ${n(p.limit)} giờ.`,
    assignedMissing: (p: V) => `Lớp được giao «${p.about}» không được mở.`,
    assignedTwice: (p: V) => `Lớp được giao «${p.about}» được mở hai lần.`,
    assignedUnknown: (p: V) => `${p.className}: không có lớp được giao «${p.about}».`,
    assignedForm: (p: V) => `${p.className}: không đúng loại lớp mà «${p.about}» yêu cầu.`,
    assignedWindow: (p: V) =>
      `${p.className}: khai giảng tuần ${p.week}, ngoài thời gian mà «${p.about}» ấn định.`,
    assignedHeads: (p: V) => `${p.className}: ${n(p.is)} học viên, «${p.about}» giao ${n(p.limit)}.`,
    namedHeads: (p: V) => `${p.className}: có học viên đích danh nhưng không phải lớp được giao.`,
    budget: (p: V) => `Kinh phí ${formatDong(p.is)} vượt mức ${formatDong(p.limit)}.`,
    classesAtOnce: (p: V) => `Tuần ${p.week} có ${n(p.is)} lớp cùng học, nhiều nhất ${n(p.limit)} lớp.`,
    maxClasses: (p: V) => `${p.about}: ${n(p.is)} lớp, nhiều nhất ${n(p.limit)} lớp.`,
  },
  /** What would have to be different; by the kind of a need. */
  needs: {
    tooFew: (p: N) => `thêm ${n(p.amount)} người đăng ký cho đủ sĩ số tối thiểu`,
    smaller: (p: N) => `hạ sĩ số tối thiểu xuống ${n(p.amount)}`,
    room: (p: N) =>
      p.room
        ? `thêm ${p.count} tuần ${p.room}${inMonths(p.months)} (tuần ${ranges(p.weeks)})`
        : `thêm một phòng từ ${n(p.amount)} chỗ trong ${p.count} tuần (tuần ${ranges(p.weeks)})${p.tight.length > 0 ? `; vướng nhất là tuần ${ranges(p.tight)}` : ''}`,
    roomSize: (p: N) => `cần phòng từ ${n(p.amount)} chỗ, trường không có`,
    lecturer: (p: N) =>
      `thêm ${n(p.amount)} giờ giảng mỗi tuần môn ${p.field}${p.count > 0 ? ` (tuần ${ranges(p.weeks)})` : ''}`,
    budget: (p: N) => (p.amount > 0 ? `thêm ${formatDong(p.amount)} kinh phí` : 'kinh phí'),
    calendar: (p: N) =>
      p.amount > 0
        ? `năm không đủ ${n(p.amount)} tuần dạy liền nhịp cho lớp này`
        : 'thời gian ấn định cho các lớp được giao',
    classesAtOnce: (p: N) =>
      `cho thêm một lớp cùng học${p.count > 0 ? ` trong tuần ${ranges(p.weeks)}` : ''}`,
    maxClasses: (p: N) => `cho mở tới ${n(p.amount)} lớp của loại này`,
    notWorth: () => 'mở thêm được, nhưng điểm trừ (đơn vị bận, dồn lớp) lớn hơn điểm cộng',
  },
  /** The same, where only the kind of means is known: what assigned classes quarrel about. */
  about: {
    tooFew: 'không đủ người đăng ký',
    smaller: 'sĩ số tối thiểu',
    room: 'thiếu phòng',
    roomSize: 'không có phòng đủ lớn',
    lecturer: (p: { field: string }) => `thiếu giờ giảng môn ${p.field}`,
    budget: 'thiếu kinh phí',
    calendar: 'thời gian ấn định quá hẹp',
    classesAtOnce: 'quá số lớp được học cùng lúc',
    maxClasses: 'quá số lớp của loại này',
    notWorth: 'không đáng mở',
  },
  clash: (p: { classes: readonly string[]; about: readonly string[] }) =>
    `Không thể mở đủ các lớp được giao: ${p.classes.map((one) => `«${one}»`).join(', ')} không cùng mở được${p.about.length > 0 ? `: ${p.about.join('; ')}` : ''}. Bỏ bớt hoặc nới một lớp trong số đó thì các lớp còn lại mở được.`,
  /** What is wrong with the question itself; by the code of a fault. */
  faults: {
    unknownForm: (p: { about: string }) => `Loại lớp «${p.about}» được nhắc đến nhưng không có trong đề bài.`,
    unknownUnit: (p: { about: string }) => `Đơn vị «${p.about}» được nhắc đến nhưng không có trong đề bài.`,
    unknownRoom: (p: { about: string }) => `Phòng «${p.about}» được nhắc đến nhưng không có trong đề bài.`,
    unknownLecturer: (p: { about: string }) =>
      `Giảng viên «${p.about}» được nhắc đến nhưng không có trong đề bài.`,
    unknownField: (p: { about: string }) =>
      `Lĩnh vực «${p.about}» được nhắc đến nhưng không có trong đề bài.`,
    twice: (p: { about: string }) => `Mã «${p.about}» đứng hai lần trong cùng một danh sách.`,
    sizeOrder: (p: { about: string }) => `${p.about}: sĩ số tối thiểu lớn hơn tối đa.`,
    noWindow: (p: { about: string }) =>
      `Lớp được giao «${p.about}»: không có tuần dạy nào trong thời gian ấn định để khai giảng.`,
    noRoomForForm: (p: { about: string }) => `${p.about}: không phòng nào chứa được sĩ số tối thiểu.`,
    runningRoom: (p: { about: string }) =>
      `Hai lớp đang học dùng chung một phòng trong một tuần: ${p.about}.`,
    runningLecturer: (p: { about: string }) => `${p.about}: các lớp đang học đã quá giờ giảng mỗi tuần.`,
    noTeachingWeek: (p: { about: string }) => `Năm ${p.about} không có tuần nào dạy được.`,
  },
  says: {
    nothing: 'Hết thời gian mà chưa tìm được phương án nào. Hãy cho thêm thời gian.',
    cancelled: 'Đã dừng theo yêu cầu.',
    sound: (p: { classes: number }) => `Phương án ${n(p.classes)} lớp giữ đúng mọi ràng buộc.`,
    unreadable: 'Tệp không đúng khuôn: cần JSON có «instance» và «proposal» (xem docs/planner.md).',
    unreadableInstance: 'Tệp không đúng khuôn đề bài «nhip-instance-1» (xem docs/planner.md).',
  },
  states: {
    queued: 'Đang chờ',
    running: 'Đang giải',
    done: 'Xong',
    failed: 'Không giải được',
    cancelled: 'Đã dừng',
  },
  modes: { fullTime: 'Tập trung', partTime: 'Vừa làm vừa học', none: 'Không chia hệ' },
  seats: { room: 'Phòng của trường', host: 'Tại đơn vị' },
  closes: { stopping: 'Mọi mục ghi là không dạy', holidays: 'Chỉ ngày lễ, Tết' },
  missing: {
    noForm: (p: { about: string; heads: number }) =>
      `${p.about}: chưa có khuôn lớp (sĩ số, số tuần, nơi học); ${n(p.heads)} người đăng ký chưa được tính.`,
    noHours: (p: { about: string; heads: number }) =>
      `${p.about}: chưa có số tiết theo lĩnh vực; ${n(p.heads)} người đăng ký chưa được tính.`,
    noRooms: (p: { about: string; heads: number }) => `Chưa có phòng nào dùng được trong năm ${p.about}.`,
    noLecturers: (p: { about: string; heads: number }) => `Chưa có giảng viên nào trong năm ${p.about}.`,
    noDemands: (p: { about: string; heads: number }) =>
      `Chưa có nhu cầu nào được đơn vị xác nhận cho năm ${p.about}.`,
    noHolidays: (p: { about: string; heads: number }) =>
      `Chưa có ngày nghỉ lễ, Tết của năm ${p.about} trong lịch, nên mọi ngày lễ được coi là ngày dạy. Nạp ngày lễ ở «Lịch năm» rồi lập lại.`,
    noFieldLecturer: (p: { about: string; heads: number }) =>
      `Không có giảng viên nào dạy lĩnh vực ${p.about}.`,
    planWithoutForm: (p: { about: string; heads: number }) =>
      `Kế hoạch đã duyệt có «${p.about}» nhưng chưa có khuôn lớp hoặc số tiết, nên không xếp được.`,
  },
  fields: {
    name: 'Tên phương án',
    year: 'Năm',
    seconds: 'Thời gian giải tối đa (giây)',
    budget: 'Kinh phí cả năm (đồng)',
    seatsPerClass: 'Sĩ số tối đa mỗi lớp',
    classesAtOnce: 'Số lớp cùng học tối đa',
    first: 'Ưu tiên 1',
    second: 'Ưu tiên 2',
    third: 'Ưu tiên 3',
    closes: 'Những ngày không dạy',
    minTeachingDays: 'Tuần có từ bao nhiêu ngày dạy thì tính là tuần học',
    withPlan: 'Bắt buộc mở các lớp của kế hoạch đã duyệt mà chưa mở',
    state: 'Trạng thái',
    madeBy: 'Người lập',
    madeAt: 'Lập lúc',
    classes: 'Số lớp',
    seats: 'Chỗ học',
    asked: 'Đăng ký',
    unmet: 'Chưa xếp',
    cost: 'Kinh phí (đồng)',
    gap: 'Cách tối ưu',
    class: 'Lớp',
    mode: 'Hệ',
    startsOn: 'Khai giảng',
    endsOn: 'Bế giảng',
    weeks: 'Số tuần',
    room: 'Phòng',
    learners: 'Học viên',
    units: 'Đơn vị cử',
    unit: 'Đơn vị',
    group: 'Đối tượng',
    lecturers: 'Giảng viên',
    programme: 'Chương trình',
    sizeFrom: 'Sĩ số từ',
    sizeTo: 'Sĩ số đến',
    length: 'Số tuần dạy',
    everyWeeks: 'Mấy tuần học một tuần',
    everyWeeksHint: '1: tuần nào cũng học; 4: cứ bốn tuần học một tuần',
    seat: 'Nơi học',
    costOfClass: 'Kinh phí một lớp (đồng)',
    mayRunOver: 'Được kéo sang năm sau',
    hours: 'Tổng số tiết',
  },
  pages: {
    title: 'Phương án lớp',
    lead: 'Máy đề xuất các lớp của một năm từ nhu cầu, phòng, giảng viên, lịch và kinh phí; nói rõ điều gì bị bỏ lại và vì sao.',
    make: 'Lập phương án',
    makeLead: 'Đề bài được chụp lại từ dữ liệu hiện có; sửa dữ liệu sau đó không đổi phương án này.',
    start: 'Chụp đề bài và giải',
    empty: 'Chưa có phương án nào',
    emptyText:
      'Khi đơn vị đã xác nhận nhu cầu và nhà trường đã nhập phòng, giảng viên, khuôn lớp, hãy lập phương án đầu tiên.',
    forms: 'Khuôn lớp',
    formsLead: 'Một lớp của mỗi chương trình và hệ được tổ chức thế nào. Máy chỉ xếp những gì đã khai ở đây.',
    notSaid: 'chưa khai',
    edit: 'Khai',
    save: 'Lưu khuôn lớp',
    noHoursYet: 'chưa có số tiết',
    noProgrammes: 'Chưa có chương trình nào đang dùng',
    limits: 'Giới hạn',
    weights: 'Mỗi người đăng ký được tính bao nhiêu phần trăm, theo mức ưu tiên của đơn vị',
    missing: 'Thiếu dữ liệu',
    missingLead: 'Những điều sau chưa có trong dữ liệu nên không được tính; máy không tự đặt ra.',
    waiting: 'Phương án đang chờ đến lượt.',
    running: (p: { seconds: number; gap: number | null; points: number | null }) =>
      p.points === null
        ? `Đang tìm, ${n(Math.round(p.seconds))} giây. Chưa có phương án nào.`
        : p.gap === null
          ? `Đang tìm, ${n(Math.round(p.seconds))} giây. Đã có phương án, đang chứng minh.`
          : `Đang tìm, ${n(Math.round(p.seconds))} giây. Phương án hiện có cách tối ưu không quá ${printNumber(100 * p.gap, 'vi', 1)} %.`,
    cancel: 'Dừng',
    cancelled: 'Việc giải đã dừng theo yêu cầu.',
    unsound: 'Lời giải không qua được bộ kiểm tra độc lập nên không được hiển thị. Hãy báo người quản trị.',
    proven: (p: { gap: number; seconds: number; status: string; boundBy: 'solver' | 'everybody' }) =>
      p.status === 'optimal'
        ? `Đã chứng minh: không có phương án nào tốt hơn (${n(Math.round(p.seconds))} giây).`
        : p.boundBy === 'everybody' && p.status === 'timeLimit'
          ? `Chưa chứng minh được phương án này gần tối ưu đến đâu (${n(Math.round(p.seconds))} giây). Chỉ biết chắc: điểm của nó đạt ít nhất ${printNumber(Math.floor(1000 * (1 - p.gap)) / 10, 'vi', 1)} % mức «ai đăng ký cũng có chỗ, đúng tuần mong muốn».`
          : `Đã chứng minh cách tối ưu không quá ${printNumber(Math.ceil(p.gap * 1000) / 10, 'vi', 1)} % (${n(Math.round(p.seconds))} giây).`,
    whatGapIs: {
      solver:
        'Con số này so điểm của phương án với mức trần mà không cách xếp nào vượt được. Nó không phải tỷ lệ người chưa có chỗ: phòng, giảng viên, kinh phí có hạn thì phương án tốt nhất cũng còn người chưa có chỗ.',
      everybody:
        'Mức đó chỉ cộng mọi nhu cầu lại, chưa tính phòng, giảng viên, lịch và kinh phí có đủ hay không, nên phần còn thiếu không có nghĩa là phương án kém: có thể không cách xếp nào hơn được. Muốn biết chắc hơn, hãy lập lại phương án với thời gian giải dài hơn.',
    },
    atMost: (p: { gap: number; boundBy: 'solver' | 'everybody' | null }) =>
      p.gap < 1e-6
        ? 'tốt nhất'
        : p.boundBy === 'everybody' && p.gap > 0.01
          ? 'chưa chứng minh'
          : `≤ ${printNumber(Math.ceil(p.gap * 1000) / 10, 'vi', 1)} %`,
    seePlan: 'Xem kế hoạch',
    checked: 'Bộ kiểm tra độc lập đã xác nhận phương án giữ đúng mọi ràng buộc.',
    summary: (p: { classes: number; seats: number; heads: number; cost: number }) =>
      `${n(p.classes)} lớp, ${n(p.seats)} trên ${n(p.heads)} chỗ được đăng ký, kinh phí ${formatDong(p.cost)}.`,
    greedy: (p: { classes: number; seats: number }) =>
      `Xếp tay theo thứ tự ưu tiên thì được ${n(p.classes)} lớp, ${n(p.seats)} chỗ.`,
    noGreedy: 'Xếp tay theo thứ tự ưu tiên thì không mở đủ các lớp được giao.',
    chart: 'Phòng theo tuần',
    chartText: (p: { rooms: number; classes: number }) =>
      `Sơ đồ ${n(p.rooms)} phòng và ${n(p.classes)} lớp theo tuần; nội dung đầy đủ ở bảng các lớp bên dưới.`,
    atHost: 'Tại đơn vị',
    classes: 'Các lớp đề xuất',
    noClasses: 'Không lớp nào mở được',
    assigned: 'được giao',
    rests: (p: { from: number; to: number }) => `tuần ${p.from}–${p.to}`,
    unitsTitle: 'Chỗ học theo đơn vị',
    byProgramme: 'Lớp và chỗ học theo chương trình',
    groupsTitle: 'Chỗ học theo đối tượng',
    leftOut: 'Bị bỏ lại, vì sao và cần gì',
    noneLeftOut: (p: { uncounted: number }) =>
      p.uncounted === 0
        ? 'Mọi người đăng ký đều có chỗ.'
        : `Mọi người đăng ký được tính đều có chỗ. Còn ${n(p.uncounted)} người chưa được tính, xem «Thiếu dữ liệu» ở cuối trang.`,
    left: (p: { title: string; heads: number; units: number }) =>
      `${p.title}: ${n(p.heads)} người của ${n(p.units)} lượt đăng ký chưa có chỗ.`,
    /** `seats` null: it depends on which of two ways is taken. */
    ways: (p: { needs: readonly string[]; seats: number | null; on: Day | null }) =>
      `Cần: ${p.needs.join(' và ')}${p.on ? ` → mở được lớp ${p.seats === null ? '' : `${n(p.seats)} người `}từ ${printDay(p.on)}` : ''}.`,
    either: (p: { one: string; other: string }) => `${p.one}, hoặc ${p.other}`,
    otherWays: (p: { needs: readonly string[] }) => `Hoặc: ${p.needs.join(' và ')}.`,
    tried: 'Đã thử lại với đúng từng cách nêu trên: lớp mở được.',
    noWay: 'Đã thử thêm phòng, giờ giảng, kinh phí, người: không cách đơn lẻ nào mở được lớp này.',
    intoPlan: 'Đưa vào dự thảo kế hoạch',
    intoPlanText: 'Chọn dòng cần đưa; mỗi chương trình và hệ thành một dòng kế hoạch.',
    choose: 'Dòng đưa vào kế hoạch',
    line: (p: { title: string; mode: string; classes: number; learners: number }) =>
      `${[p.title, p.mode].filter(Boolean).join(', ')}: ${n(p.classes)} lớp, ${n(p.learners)} học viên`,
    planThere: {
      draft: (p: { number: number }) =>
        `Kế hoạch năm này đã có dự thảo, phiên bản ${p.number}: dòng được thêm vào đó; dòng cùng chương trình và hệ thì được thay số lớp, học viên, tháng, kinh phí.`,
      returned: (p: { number: number }) =>
        `Phiên bản ${p.number} đã bị trả lại và đang sửa: dòng được thêm vào đó; dòng cùng chương trình và hệ thì được thay số.`,
      submitted: (p: { number: number }) => `Phiên bản ${p.number} đã trình, chưa sửa được.`,
      approved: (p: { number: number }) =>
        `Năm này đã có kế hoạch được duyệt, phiên bản ${p.number}: một dự thảo mới được chép từ đó.`,
    },
    noPlan: 'Năm này chưa có kế hoạch: một dự thảo mới được lập.',
    fromScenario: (p: { name: string }) => `Theo phương án «${p.name}»`,
    compare: 'So sánh',
    compareTitle: 'So sánh phương án',
    compareLead: 'Chọn hai hoặc ba phương án đã xong.',
    compareWhich: 'Phương án',
    onlyHere: 'chỉ ở đây',
    cell: (p: { classes: number; seats: number; unmet: number }) =>
      `${n(p.classes)} lớp, ${n(p.seats)} chỗ${p.unmet > 0 ? `, ${n(p.unmet)} chưa xếp` : ''}`,
    rows: 'Dòng hiển thị',
    differing: 'Chỉ những dòng khác nhau',
    noDifference: 'Không có dòng nào',
    noDifferenceText:
      'Các phương án đã chọn giống nhau ở mọi dòng. Bỏ chọn «Chỉ những dòng khác nhau» để xem tất cả.',
    seatsExcel: 'Excel chỗ học',
    seatsTitle: (p: { name: string; year: number }) => `Chỗ học năm ${p.year}, phương án ${p.name}`,
    byUnit: 'Theo đơn vị',
    byGroup: 'Theo đối tượng',
    inDetail: 'Chi tiết',
    sum: 'Cộng',
    of: (p: { part: number; whole: number }) => `${n(p.part)} / ${n(p.whole)}`,
    comparedOne: (p: {
      name: string
      year: number
      classes: number | null
      seats: number | null
      heads: number | null
    }) =>
      `${p.name} (năm ${p.year}): ${n(p.classes ?? 0)} lớp, ${n(p.seats ?? 0)} trên ${n(p.heads ?? 0)} chỗ được đăng ký`,
    sheet: 'Các lớp',
    sheetTitle: (p: { name: string; year: number }) => `Các lớp đề xuất năm ${p.year}, phương án ${p.name}`,
    total: (p: { classes: number }) => `Cộng ${n(p.classes)} lớp`,
    defaultName: (p: { year: number }) => `Phương án năm ${p.year}`,
    week: (p: { week: number }) => `Tuần ${p.week}`,
    month: (p: { month: number }) => `T${p.month}`,
  },
  problems: {
    'planner.notFound': 'Không có phương án này.',
    'planner.sizeOrder': 'Sĩ số đến phải lớn hơn hoặc bằng sĩ số từ.',
    'planner.noSuchMode': 'Chương trình đang dùng không có hệ này. Hãy xem lại danh mục chương trình.',
    'planner.stale': 'Khuôn lớp này vừa được người khác sửa. Hãy tải lại trang rồi sửa tiếp.',
    'planner.nothingToPlan': (p: { year: number }) =>
      `Chưa có gì để xếp cho năm ${p.year}: cần nhu cầu đã xác nhận, khuôn lớp và số tiết theo lĩnh vực của các chương trình được đăng ký.`,
    'planner.over': 'Phương án này đã kết thúc, không dừng được nữa.',
    'planner.noAnswer': 'Phương án này chưa có lời giải.',
    'planner.noSuchLine': 'Dòng đã chọn không có trong phương án. Hãy tải lại trang rồi chọn lại.',
    'planner.chooseLines': 'Hãy chọn ít nhất một dòng.',
    'planner.chooseTwo': 'Hãy chọn hai hoặc ba phương án.',
  },
}
