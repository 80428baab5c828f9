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
  problems: {},
}
