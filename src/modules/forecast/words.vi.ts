import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

const n = (value: number) => printNumber(value)

export const vi = {
  title: (p: { year: number }) => `Dự báo thực hiện kế hoạch năm ${p.year}`,
  lead: (p: { on: Day; planned: number; low: number; high: number; shareLow: string; shareHigh: string }) =>
    `Tính đến ${printDay(p.on)}: cuối năm dự kiến ${p.low === p.high ? n(p.low) : `${n(p.low)}–${n(p.high)}`} trên ${n(p.planned)} lớp, đạt ${p.shareLow === p.shareHigh ? p.shareLow : `${p.shareLow}–${p.shareHigh}`} % kế hoạch điều chỉnh.`,
  warning: {
    none: 'Phần còn lại của kế hoạch vẫn vừa với phần còn lại của năm.',
    soon: (p: { fitsUntil: Day | null }) =>
      `Cảnh báo sớm: nếu chưa mở thêm lớp nào, sau ngày ${p.fitsUntil ? printDay(p.fitsUntil) : '…'} phần còn lại của kế hoạch không còn vừa với phần còn lại của năm.`,
    late: (p: { missing: number }) =>
      `Cảnh báo: ${n(p.missing)} lớp của kế hoạch không còn vừa với phần còn lại của năm. Cần đề xuất điều chỉnh, thêm phòng hoặc thêm giảng viên.`,
  },
  warned: { soon: 'Sắp không kịp', late: 'Không còn kịp' },
  noPlan: {
    title: (p: { year: number }) => `Năm ${p.year} chưa có kế hoạch được duyệt`,
    text: 'Dự báo so với kế hoạch đã duyệt và các điều chỉnh của nó. Khi kế hoạch được duyệt, dự báo có ngay từ tuần đầu.',
  },
  plan: 'Kế hoạch năm',
  excel: 'Excel',
  adjust: 'Điều chỉnh',
  byGroup: 'Theo nhóm',
  group: 'Nhóm',
  planned: 'Kế hoạch',
  carriedOver: 'Chuyển tiếp',
  opened: 'Đã mở',
  scheduled: 'Đã có ngày',
  unscheduled: 'Chưa có ngày',
  expected: 'Dự kiến cuối năm',
  share: 'Đạt (%)',
  range: (p: { low: number | string; high: number | string }) =>
    p.low === p.high ? String(p.low) : `${p.low}–${p.high}`,
  total: 'Tổng cộng',
  inDanger: 'Dòng có nguy cơ',
  noDanger: 'Chưa thấy dòng nào có nguy cơ.',
  noDangerText: 'Dòng nào chưa có ngày, đã qua tháng hoặc không còn chỗ trong năm sẽ hiện ở đây, kèm lý do.',
  line: 'Dòng kế hoạch',
  mode: 'Hệ',
  lacks: 'Thiếu (lớp)',
  why: 'Vì sao',
  danger: {
    noDates: 'chưa có ngày khai giảng',
    monthsPassed: 'đã qua các tháng dự kiến mà chưa mở',
    tooLong: 'khóa học dài hơn số tuần còn lại của năm',
    noRoom: 'không còn đủ tuần phòng học',
    noHours: 'không còn đủ giờ giảng viên',
    fewWanted: (p: { heads: number; learners: number }) =>
      `các đơn vị mới đăng ký ${n(p.heads)} trên ${n(p.learners)} học viên dự kiến`,
    carriedMissing: (p: { planned: number; found: number }) =>
      `kế hoạch ghi ${n(p.planned)} lớp chuyển tiếp, mới có ${n(p.found)} trong danh sách lớp`,
  },
  rest: 'Phần còn lại của năm',
  resource: 'Nguồn lực',
  need: 'Cần',
  left: 'Còn',
  resources: {
    weeks: 'Tuần học (khóa dài nhất chưa mở)',
    rooms: 'Tuần phòng học',
    hours: 'Giờ giảng của giảng viên cơ hữu (tiết)',
  },
  fits: 'Vừa',
  fitsNot: 'Không vừa',
  verdict: 'Kết luận',
  notes: {
    weeks: (p: { weeks: number }) =>
      `Còn ${n(p.weeks)} tuần học đến hết năm, đã trừ ngày nghỉ trong lịch của trường.`,
    punctuality: (p: { part: number; whole: number; years: readonly number[] }) =>
      `Mức thấp: ${p.years.join(', ')} có ${n(p.whole)} lớp chưa mở vào ngày này, ${n(p.part)} lớp sau đó kịp mở trong năm; các lớp chưa có ngày được tính theo tỷ lệ ấy. Mức cao: mọi lớp còn vừa với phần còn lại của năm.`,
    noPast:
      'Mức thấp chỉ tính lớp đã mở và đã có ngày, vì chưa có năm trước để so. Mức cao: mọi lớp còn vừa với phần còn lại của năm.',
    rooms: (p: { count: number }) => `Tính theo ${n(p.count)} phòng học của trường, trừ tuần đã xếp lịch.`,
    past: (p: { count: number }) =>
      `Chưa có danh mục phòng nên lấy số lớp bồi dưỡng nhiều nhất đã học cùng lúc trong ba năm qua: ${n(p.count)}.`,
  },
  sheet: { main: (p: { year: number }) => `Dự báo ${p.year}`, dangers: 'Dòng có nguy cơ' },
  problems: {},
}
