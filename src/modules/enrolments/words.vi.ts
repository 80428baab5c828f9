import { type Day, printDay } from '../../pure/day.ts'
import type { figures, leftCauses, monitorPosts } from './contract.ts'

type Params = Record<string, unknown>

const leftCause: Record<(typeof leftCauses)[number], string> = {
  withdrawn: 'Xin thôi học',
  transferred: 'Chuyển lớp',
  dismissed: 'Buộc thôi học',
  died: 'Từ trần',
  other: 'Lý do khác',
}
const posts: Record<(typeof monitorPosts)[number], string> = {
  monitor: 'Lớp trưởng',
  deputy: 'Lớp phó',
  secretary: 'Bí thư chi bộ lớp',
}
const figure: Record<(typeof figures)[number], string> = {
  minPercent: 'Mức chuyên cần tối thiểu để dự thi học phần (%)',
  resits: 'Số lần thi lại trước khi phải học lại',
  passMark: 'Điểm đạt',
}
const number = (value: unknown) => String(value).replace('.', ',')

/** Sentences about who studies in which class, in Vietnamese. */
export const vi = {
  roster: 'Học viên',
  rosterOf: (p: { code: string }) => `Học viên lớp ${p.code}`,
  rosterLead: (p: { active: number; left: number }) =>
    `${p.active} học viên đang học${p.left > 0 ? `, ${p.left} người đã thôi học` : ''}.`,
  rosterNobody: 'Đồng chí chưa thấy học viên nào của lớp này.',
  differs: (p: { typed: number; active: number }) =>
    `Số lượt ghi ở lớp là ${p.typed}, danh sách có ${p.active} học viên đang học. Sửa số ở lớp hoặc bổ sung danh sách.`,
  classes: 'Lớp học',
  studying: 'Ai đang học ở đâu',
  studyingLead: (p: { total: number }) => `${p.total} lượt học theo bộ lọc.`,
  excel: 'Tải Excel',
  attend: 'Điểm danh',
  import: 'Nhập từ Excel',
  choose: 'Xem',
  fromList: 'Theo danh sách lớp đã có khi bắt đầu dùng Nhịp',
  none: {
    title: 'Lớp chưa có học viên trong danh sách',
    text: 'Thêm từ hồ sơ cán bộ, hoặc nhập danh sách đã có từ Excel.',
  },
  noneStudying: {
    title: 'Chưa có ai đang học',
    text: 'Người được nhà trường nhận vào lớp hiện ở đây.',
  },
  field: {
    q: 'Tìm theo tên',
    number: 'STT',
    fullName: 'Họ và tên',
    born: 'Ngày sinh',
    post: 'Chức vụ',
    unit: 'Đơn vị cử',
    todayUnit: 'Đơn vị hiện nay',
    classCode: 'Mã lớp',
    class: 'Lớp',
    opensOn: 'Khai giảng',
    closesOn: 'Bế giảng',
    state: 'Tình trạng',
    enrolledOn: 'Ngày nhập học',
    decisionNumber: 'Số quyết định',
    decisionOn: 'Ngày quyết định',
    decisionBy: 'Cơ quan ban hành',
    note: 'Ghi chú',
    overlapReason: 'Lý do được học hai lớp trùng thời gian',
    leftOn: 'Thôi học từ ngày',
    leftCause: 'Vì sao',
    leftDocument: 'Văn bản',
    reason: 'Lý do',
    head: 'Chủ nhiệm',
    fromOn: 'Từ ngày',
    untilOn: 'Đến trước ngày',
    monitorPost: 'Nhiệm vụ',
    learner: 'Học viên',
    ruleSet: 'Quy chế',
    act: 'Thao tác',
  },
  states: { active: 'Đang học', left: 'Đã thôi học', all: 'Tất cả' },
  leftCauses: leftCause,
  posts,
  leftOf: (p: { on: Day; cause: (typeof leftCauses)[number] }) =>
    `${leftCause[p.cause]} từ ${printDay(p.on)}`,
  now: (p: { unit: string }) => `nay là ${p.unit}`,
  add: 'Thêm học viên',
  addLead: 'Tìm hồ sơ cán bộ rồi chọn. Người đang học lớp khác trùng thời gian cần ghi lý do.',
  find: 'Tìm cán bộ',
  search: 'Tìm',
  found: (p: { total: number }) => `Tìm thấy ${p.total} hồ sơ. Chọn người vào lớp:`,
  foundNobody: 'Không có hồ sơ nào như vậy. Thêm hồ sơ ở mục Cán bộ trước.',
  people: 'Người được chọn',
  enrol: 'Đưa vào danh sách',
  leave: 'Cho thôi học',
  leaveOf: (p: { name: string }) => `Cho ${p.name} thôi học`,
  leaveLead:
    'Số thứ tự vẫn giữ cho người này, không cấp lại. Ghi nhầm thì sửa lại được, nhật ký giữ cả hai lần.',
  restore: 'Ghi nhầm, học viên vẫn học',
  staff: 'Chủ nhiệm và ban cán sự',
  noHead: 'Chưa có chủ nhiệm.',
  nameHead: 'Giao chủ nhiệm',
  nameMonitor: 'Thêm ban cán sự',
  end: 'Kết thúc',
  since: (p: { on: Day; until: Day | null }) =>
    p.until === null ? `từ ${printDay(p.on)}` : `${printDay(p.on)} – trước ${printDay(p.until)}`,
  sheet: { roster: 'Học viên', rosterTitle: 'DANH SÁCH HỌC VIÊN' },
  rules: 'Quy chế học tập',
  rulesLead:
    'Lớp theo quy chế có hiệu lực vào ngày khai giảng, và giữ quy chế ấy đến khi bế giảng. Nhà trường chỉ được quy định chặt hơn.',
  regulations: 'Quy định',
  intake: (p: { from: Day; until: Day | null }) =>
    p.until === null
      ? `Cho lớp khai giảng từ ${printDay(p.from)}.`
      : `Cho lớp khai giảng từ ${printDay(p.from)} đến trước ${printDay(p.until)}.`,
  figure,
  toConfirm: 'cần nhà trường xác nhận',
  ownOf: (p: { value: number; fromOn: Day; source: string }) =>
    `Nhà trường quy định ${number(p.value)} cho lớp khai giảng từ ${printDay(p.fromOn)} (${p.source})`,
  ofRegulation: 'Theo quy chế',
  ofSchool: 'Theo quy định của nhà trường',
  ruleOfClass: 'Quy chế áp dụng',
  noRule: 'Chưa có quy chế nào cho ngày khai giảng này.',
  bandsTitle: 'Xếp loại học tập',
  bandFrom: (p: { name: string; from: number }) => `${p.name}: từ ${number(p.from)}`,
  overlays: 'Quy định chặt hơn của nhà trường',
  noOverlays: 'Nhà trường chưa quy định gì chặt hơn.',
  propose: 'Đề nghị mức chặt hơn',
  proposeLead: 'Người thứ hai xác nhận thì mới có hiệu lực.',
  value: 'Mức',
  source: 'Căn cứ',
  overlayStates: {
    proposed: 'Chờ xác nhận',
    inForce: 'Có hiệu lực',
    refused: 'Không đồng ý',
    ended: 'Đã hết hiệu lực',
  },
  confirm: 'Xác nhận',
  refuse: 'Không đồng ý',
  endOverlay: 'Cho hết hiệu lực',
  problems: {
    'enrolments.nobodyChosen': 'Chọn ít nhất một người.',
    'enrolments.afterClass': 'Ngày nhập học phải trước ngày bế giảng của lớp.',
    'enrolments.already': (p: Params) => `${p.name} đã có trong danh sách lớp.`,
    'enrolments.alreadyNow':
      'Một người trong số này vừa được đưa vào danh sách lớp. Tải lại trang rồi chọn lại.',
    'enrolments.noUnit': (p: Params) =>
      `${p.name ?? 'Người này'} chưa có đơn vị trong hồ sơ. Ghi đơn vị ở hồ sơ cán bộ, hoặc chọn đơn vị cử.`,
    'enrolments.overlaps': (p: Params) =>
      `${p.name} đang học lớp ${p.code} trùng thời gian (từ ${printDay(p.fromOn as Day)}${p.lastOn ? ` đến ${printDay(p.lastOn as Day)}` : ''})${Number(p.more) > 0 ? `, và còn ${p.more} trường hợp nữa` : ''}. Nếu vẫn nhận, ghi lý do.`,
    'enrolments.leftAlready': (p: Params) => `${p.name} đã thôi học.`,
    'enrolments.leftBefore': 'Ngày thôi học không được trước ngày nhập học.',
    'enrolments.notLeft': (p: Params) => `${p.name} đang học, không có gì để sửa lại.`,
    'enrolments.noAccount': 'Người này không có tài khoản chủ nhiệm hoặc giảng viên đang dùng được.',
    'enrolments.notInClass': 'Người này không đang học ở lớp.',
    'enrolments.stale': 'Có người vừa sửa trước. Xem lại nội dung mới rồi ghi lại.',
    'enrolments.frozen': 'Lớp, người học, số thứ tự và quy chế của một lượt học không đổi được.',
    'enrolments.headOnce': 'Mỗi lúc một lớp chỉ có một chủ nhiệm. Chọn ngày bắt đầu muộn hơn.',
    'enrolments.monitorOnce': 'Người này đã giữ nhiệm vụ đó trong thời gian này.',
    'enrolments.endsBefore': 'Ngày kết thúc phải sau ngày bắt đầu.',
    'enrolments.classCancelled': (p: Params) => `Lớp ${p.code} đã hủy.`,
    'enrolments.noRuleSet': 'Không có quy chế này.',
    'enrolments.notStricter': (p: Params) =>
      `Nhà trường chỉ được quy định chặt hơn ${p.document}: mức của quy chế là ${number(p.regulation)}, mức đề nghị là ${number(p.value)}.`,
    'enrolments.overlayOnce':
      'Đã có quy định về mức này từ ngày đó. Cho hết hiệu lực trước, hoặc chọn ngày khác.',
    'enrolments.overlayStep': 'Quy định này không còn ở bước đó. Tải lại trang.',
    'enrolments.secondPerson': 'Người đề nghị không tự xác nhận được; cần người thứ hai.',
    'enrolments.unknownClass': 'Không có lớp nào đang mở mang mã này.',
    'enrolments.unknownPerson':
      'Chưa có hồ sơ cán bộ này. Thêm hồ sơ trước, hoặc kiểm tra mã, họ tên, ngày sinh.',
    'enrolments.manyPeople': 'Có nhiều người trùng họ tên. Ghi mã cán bộ, ngày sinh hoặc đơn vị.',
    'enrolments.otherName': (p: Params) => `Mã này là của ${p.name}.`,
    'enrolments.unknownUnit': 'Không có đơn vị mang tên này vào ngày khai giảng.',
    'enrolments.manyUnits': 'Có nhiều đơn vị trùng tên. Ghi rõ hơn.',
    'enrolments.rowTwice': (p: Params) => `Trùng lớp và người với dòng ${p.rowNumber}.`,
  },
}
