import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

type ByMode = { fullTime: number; partTime: number; none: number }

export const vi = {
  title: (p: { year: number }) => `Thực hiện so với kế hoạch năm ${p.year}`,
  lead: (p: { held: number; planned: number; learners: number; share: string }) =>
    p.planned === 0
      ? `${printNumber(p.held)} lớp, ${printNumber(p.learners)} lượt học viên; năm này chưa có kế hoạch nên chưa tính được tỷ lệ.`
      : `${printNumber(p.held)} trên ${printNumber(p.planned)} lớp, ${printNumber(p.learners)} lượt học viên, đạt ${p.share} % kế hoạch.`,
  beyondLead: (p: { classes: number; learners: number }) =>
    p.classes === 0
      ? ''
      : `Ngoài kế hoạch: ${printNumber(p.classes)} lớp, ${printNumber(p.learners)} lượt học viên.`,
  coming: (p: { classes: number; on: Day }) =>
    `${printNumber(p.classes)} lớp đã có lịch nhưng chưa khai giảng tính đến ${printDay(p.on)}, chưa tính vào thực hiện.`,
  plan: {
    none: 'Năm này chưa có kế hoạch.',
    draft: (p: { number: number }) =>
      `So với phiên bản ${p.number} của kế hoạch, đang là dự thảo, chưa trình duyệt.`,
    submitted: (p: { number: number }) => `So với phiên bản ${p.number} của kế hoạch, đã trình, chờ duyệt.`,
    returned: (p: { number: number }) => `So với phiên bản ${p.number} của kế hoạch, đã bị trả lại để sửa.`,
    approved: (p: { number: number; documentNumber: string | null; documentOn: Day | null }) =>
      `So với phiên bản ${p.number} của kế hoạch, đã duyệt${p.documentNumber ? ` tại văn bản số ${p.documentNumber}` : ''}${p.documentOn ? ` ngày ${printDay(p.documentOn)}` : ''}.`,
    see: 'Xem kế hoạch',
  },
  choose: { rounding: 'Làm tròn', units: 'Tên đơn vị', plan: 'Kế hoạch dùng để so' },
  rounding: { cut: 'Cắt bỏ', 'half-up': 'Làm tròn', 'sum-100': 'Tổng bằng 100' },
  roundingNote: {
    cut: 'Tỷ lệ lấy hai chữ số thập phân, phần sau cắt bỏ, không làm tròn.',
    'half-up': 'Tỷ lệ lấy hai chữ số thập phân, từ nửa đơn vị trở lên làm tròn lên.',
    'sum-100':
      'Cơ cấu được làm tròn sao cho tổng đúng bằng 100 (phần dư lớn nhất); tỷ lệ so với kế hoạch lấy hai chữ số thập phân, làm tròn.',
  },
  exact: (p: { part: number; whole: number }) =>
    `Phân số đúng: ${printNumber(p.part)}/${printNumber(p.whole)}.`,
  learnersNote: 'Học viên tính theo lượt; lớp chuyển tiếp được tính cả ở năm trước và năm này.',
  unitNames: { asThen: 'Đúng tên lúc đó', asToday: 'Theo đơn vị hiện nay' },
  planUsed: { current: 'Kế hoạch điều chỉnh (đang thực hiện)', assigned: 'Kế hoạch giao' },
  group: 'Nhóm chương trình',
  planned: 'Kế hoạch',
  held: 'Thực hiện',
  classes: 'Lớp',
  total: 'Tổng số',
  comparedPlans: 'Kế hoạch (lớp)',
  assigned: 'Kế hoạch giao',
  adjusted: 'Kế hoạch điều chỉnh',
  against: (p: {
    held: number
    assigned: { classes: number; share: string } | null
    adjusted: { classes: number; share: string } | null
    changes: number
  }) =>
    p.assigned === null || p.adjusted === null
      ? ''
      : p.changes === 0 && p.assigned.classes === p.adjusted.classes
        ? 'Kế hoạch giao chưa có điều chỉnh về số lớp.'
        : `So với kế hoạch giao: ${printNumber(p.held)}/${printNumber(p.assigned.classes)} lớp, đạt ${p.assigned.share} %; so với kế hoạch điều chỉnh (${printNumber(p.changes)} điều chỉnh đã duyệt): ${printNumber(p.held)}/${printNumber(p.adjusted.classes)} lớp, đạt ${p.adjusted.share} %.`,
  carriedOver: 'Chuyển tiếp',
  opened: 'Khai giảng',
  openedByMode: 'Khai giảng theo hệ',
  learners: 'Lượt học viên',
  plannedLearners: 'Học viên dự kiến',
  share: 'Đạt (%)',
  portion: 'Cơ cấu (%)',
  sum: 'Tổng cộng',
  modes: (p: ByMode) =>
    [
      p.fullTime > 0 && `${p.fullTime} tập trung`,
      p.partTime > 0 && `${p.partTime} vừa làm vừa học`,
      p.none > 0 && p.fullTime + p.partTime > 0 && `${p.none} không chia hệ`,
    ]
      .filter(Boolean)
      .join(', ') || '–',
  beyond: 'Lớp ngoài kế hoạch, theo chủ trương',
  beyondNone: 'Không có lớp nào mở ngoài kế hoạch.',
  inPlan: 'Trong kế hoạch',
  outOfPlan: 'Ngoài kế hoạch',
  programme: 'Chương trình',
  byGroup: 'Theo nhóm chương trình',
  chart: 'Số lớp kế hoạch và thực hiện theo nhóm',
  byLine: 'Từng dòng kế hoạch',
  byLineLead: (p: { lines: number; nothing: number; unnamed: number }) =>
    [
      `${printNumber(p.lines)} dòng kế hoạch`,
      p.nothing > 0 && `${printNumber(p.nothing)} dòng chưa có lớp nào`,
      p.unnamed > 0 && `${printNumber(p.unnamed)} lớp đã mở chưa ghi thuộc dòng nào`,
    ]
      .filter(Boolean)
      .join('; '),
  byLineNote:
    'Lớp được tính cho dòng mà thông tin lớp ghi ở ô «Dòng kế hoạch». Lớp chưa ghi, hoặc ghi dòng của kế hoạch năm khác, đứng riêng ở cuối bảng.',
  noneNamed:
    'Chưa lớp nào của năm này ghi thuộc dòng kế hoạch nào, nên chưa so được từng dòng. Hãy chọn «Dòng kế hoạch» ở trang sửa thông tin lớp.',
  line: 'Dòng kế hoạch',
  mode: 'Hệ',
  nothingHeld: 'chưa có lớp',
  comingOnly: (p: { classes: number }) => `${printNumber(p.classes)} lớp sắp khai giảng`,
  unnamed: 'Lớp trong kế hoạch chưa ghi thuộc dòng nào',
  byMonth: 'Theo tháng',
  month: 'Tháng',
  monthName: (p: { month: number }) => `Tháng\u00a0${p.month}`,
  running: 'Đang học',
  byPartner: 'Theo đơn vị phối hợp',
  partner: 'Đơn vị phối hợp',
  noPartner: 'Chưa ghi đơn vị phối hợp',
  byUnit: 'Theo đơn vị nơi mở lớp',
  unit: 'Đơn vị',
  noUnit: 'Nơi khác, không phải đơn vị trong danh mục',
  divided: 'nay đã chia cho nhiều đơn vị',
  excel: 'Tải Excel',
  word: 'Tải Word',
  print: 'In trang này',
  show: 'Xem các lớp',
  apply: 'Xem',
  empty: {
    title: (p: { year: number }) => `Năm ${p.year} chưa có số liệu`,
    text: 'Báo cáo so các lớp đã mở với kế hoạch của năm. Hãy nhập kế hoạch và danh sách lớp từ tệp Excel đang có.',
    action: 'Nhập từ Excel',
  },
  sheet: {
    main: (p: { year: number }) => `Kết quả ${p.year}`,
    title: (p: { year: number }) => `KẾT QUẢ THỰC HIỆN KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM ${p.year}`,
    number: 'TT',
    lines: 'Từng dòng',
    remark: 'Ghi chú',
    beyond: 'Ngoài kế hoạch',
    months: 'Theo tháng',
    partners: 'Đơn vị phối hợp',
    units: 'Nơi mở lớp',
    fullTime: 'Tập trung',
    partTime: 'Vừa làm vừa học',
    none: 'Không chia hệ',
    openedByMode: 'Trong đó khai giảng',
  },
}
