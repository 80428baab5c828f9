import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { CriterionValue } from './contract.ts'

const n = (value: number, decimals?: number) => printNumber(value, 'vi', decimals)

export const vi = {
  states: { draft: 'Đang soạn', agreed: 'Đã thống nhất' },
  criteria: {
    legalDuty: 'Quy định bắt buộc với chức vụ đang giữ',
    plannedPost: 'Chức danh quy hoạch',
    yearsWaited: 'Số năm đã chờ',
    unitBalance: 'Cân đối giữa các đơn vị',
    unitUrgency: 'Mức ưu tiên đơn vị đề nghị',
    directive: 'Chỉ đạo của cấp trên',
    termOfOffice: 'Yêu cầu của nhiệm kỳ',
  },
  measures: {
    legalDuty:
      'Phần số người đăng ký được nêu tên mà chức vụ đang giữ đòi hỏi trình độ này và hồ sơ ghi chưa có.',
    plannedPost:
      'Phần số người đăng ký được nêu tên mà chỉ chức danh quy hoạch đòi hỏi trình độ này và hồ sơ ghi chưa có.',
    yearsWaited:
      'Số năm liền trước đơn vị đã đăng ký chương trình này, tính đến 3 năm; lấy trung bình theo người.',
    unitBalance:
      'Phần số người đăng ký thuộc các đơn vị có tỷ lệ cán bộ được học thấp hơn mức chung trong 3 năm qua.',
    unitUrgency: 'Mức ưu tiên đơn vị tự ghi: 1 tính đủ, 2 tính một nửa, 3 không tính.',
    directive: 'Hội đồng cho điểm 0–3 theo văn bản chỉ đạo.',
    termOfOffice: 'Hội đồng cho điểm 0–3 theo yêu cầu chuẩn hóa trong nhiệm kỳ.',
  },
  /** What the value of a criterion rests on. */
  evidence: ({ value, evidence }: CriterionValue) =>
    value === null
      ? 'chưa có dữ liệu'
      : evidence.mark !== undefined
        ? `${n(evidence.mark)}/3 (${evidence.reason ?? ''})`
        : evidence.years !== undefined
          ? `${n(evidence.years, 1)} năm`
          : evidence.first !== undefined
            ? `${n(evidence.first)} người ưu tiên 1, ${n(evidence.usual ?? 0)} người ưu tiên 2`
            : `${n(evidence.part ?? 0)}/${n(evidence.whole ?? 0)} người`,
  points: (p: { points: number }) => `${n(p.points, 1)} điểm`,
  unknown: (p: { criteria: string }) => `Chưa có dữ liệu: ${p.criteria}`,
  why: (p: { criterion: string; evidence: string; points: string }) =>
    `${p.criterion}: ${p.evidence}, ${p.points}`,
  demand: (p: { title: string; mode: string }) => `${p.title}, ${p.mode.toLowerCase()}`,
  fields: {
    year: 'Năm',
    state: 'Trạng thái',
    rank: 'Hạng',
    demand: 'Nhu cầu',
    heads: 'Số người',
    units: 'Số đơn vị',
    score: 'Điểm',
    why: 'Vì sao',
    moved: 'So với bảng đã lưu',
    criterion: 'Tiêu chí',
    weight: 'Trọng số',
    mark: 'Điểm (0–3)',
    reason: 'Lý do',
    documentNumber: 'Số văn bản',
    documentOn: 'Ngày văn bản',
    madeBy: 'Người lập',
    agreedBy: 'Người xác nhận',
  },
  pages: {
    list: 'Ưu tiên',
    listLead: 'Thứ tự ưu tiên của các nhu cầu, theo tiêu chí và trọng số do hội đồng đặt.',
    start: 'Lập bảng ưu tiên',
    empty: 'Chưa có bảng ưu tiên nào',
    emptyText: 'Khi các đơn vị đã đăng ký nhu cầu, lập bảng ưu tiên của năm để xếp thứ tự và in biên bản.',
    emptyForReaders: 'Phòng Quản lý đào tạo lập bảng ưu tiên khi các đơn vị đã đăng ký nhu cầu.',
    sheet: (p: { year: number }) => `Ưu tiên năm ${p.year}`,
    leadDraft: (p: { demands: number }) =>
      `${n(p.demands)} nhu cầu đã được thủ trưởng đơn vị xác nhận, xếp theo trọng số dưới đây. Kéo trọng số để xem thứ tự đổi ngay; chỉ khi lưu mới thành bảng chung.`,
    leadAgreed: (p: { document: string; on: Day }) =>
      `Đã thống nhất theo ${p.document} ngày ${printDay(p.on)}. Số liệu giữ như tại thời điểm đó.`,
    weights: 'Tiêu chí và trọng số',
    saveWeights: 'Lưu trọng số',
    ranking: 'Thứ tự ưu tiên',
    noDemands: 'Chưa có nhu cầu nào được xác nhận',
    noDemandsText: 'Khi thủ trưởng đơn vị xác nhận phiếu đăng ký của năm, nhu cầu hiện ở đây.',
    mayRise: (p: { high: number }) => `có thể đến ${n(p.high, 1)} khi đủ dữ liệu`,
    moved: (p: { by: number }) =>
      p.by === 0 ? 'giữ nguyên' : p.by > 0 ? `lên ${n(p.by)}` : `xuống ${n(-p.by)}`,
    turns: 'Điều gì sẽ đổi thứ tự',
    turnsLead: 'Mỗi dòng: chỉ đổi một trọng số, đến mức gần nhất mà nhu cầu đứng ngay dưới vượt lên.',
    turn: (p: { lower: string; upper: string; criterion: string; from: number; to: number }) =>
      `«${p.lower}» vượt «${p.upper}» nếu trọng số «${p.criterion}» từ ${n(p.from)} thành ${n(p.to)}.`,
    noTurns: 'Không trọng số nào, đổi riêng một mình, làm đổi thứ tự.',
    marks: 'Điểm của hội đồng',
    marksLead:
      'Hai tiêu chí không tính được từ sổ. Cho điểm từng nhu cầu kèm lý do; chưa cho điểm thì chưa tính.',
    noMark: 'chưa cho điểm',
    saveMark: 'Ghi điểm',
    markRow: (p: { demand: string; criterion: string; mark: number; reason: string }) =>
      `${p.demand}. ${p.criterion}: ${n(p.mark)}/3. ${p.reason}`,
    agree: 'Thống nhất thứ tự',
    agreeLead:
      'Sau khi thống nhất, trọng số, điểm và số liệu được giữ nguyên; thứ tự này được dùng khi lập phương án mở lớp.',
    minutes: 'Tải biên bản (Word)',
    excel: 'Tải Excel',
  },
  minutes: {
    title: (p: { year: number }) => `Xếp thứ tự ưu tiên nhu cầu đào tạo, bồi dưỡng năm ${p.year}`,
    basis: (p: { demands: number; heads: number; units: number }) =>
      `Căn cứ ${n(p.demands)} nhu cầu với ${n(p.heads)} người do ${n(p.units)} lượt đơn vị đăng ký và thủ trưởng đơn vị xác nhận, hội nghị thống nhất các tiêu chí, trọng số và thứ tự sau đây.`,
    method:
      'Điểm của một nhu cầu là trung bình có trọng số của các tiêu chí, thang 100; tiêu chí chưa có dữ liệu không được cộng điểm.',
    draft: 'DỰ THẢO, chưa thống nhất.',
    weight: (p: { criterion: string; weight: number }) => `Trọng số «${p.criterion}»: ${n(p.weight)}`,
  },
  problems: {
    'priorities.notFound': 'Không có bảng ưu tiên này. Mở danh sách Ưu tiên để chọn bảng khác.',
    'priorities.frozen':
      'Bảng ưu tiên đã thống nhất nên không sửa được. Lập bảng mới của năm nếu cần xếp lại.',
    'priorities.stale':
      'Người khác vừa sửa bảng này. Tải lại trang để xem bản mới rồi sửa tiếp; điều đồng chí vừa nhập vẫn còn trên trang.',
    'priorities.alreadyDraft': 'Năm này đang có một bảng ưu tiên soạn dở. Mở bảng đó để làm tiếp.',
    'priorities.weightRange': 'Trọng số là số nguyên từ 0 đến 10.',
    'priorities.markRange': 'Điểm là 0, 1, 2 hoặc 3.',
    'priorities.noSuchDemand': 'Nhu cầu này không còn trong bảng. Tải lại trang để xem các nhu cầu hiện có.',
    'priorities.nothingToRank': (p: { year: number }) =>
      `Năm ${p.year} chưa có nhu cầu nào được xác nhận, nên chưa có gì để thống nhất.`,
    'priorities.documentLater': 'Ngày văn bản không thể sau hôm nay.',
  },
}
