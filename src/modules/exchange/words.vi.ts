import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'

type Counts = {
  add: number
  change: number
  drop: number
  same: number
  wrong: number
  skipped: number
  doubtful: number
}

export const vi = {
  title: 'Nhập từ Excel',
  lead: 'Đưa vào những bảng mà phòng đang giữ. Nhịp đọc và kiểm tra trước, đồng chí xem rồi mới ghi; ghi thì ghi cả tệp, không ghi nửa chừng.',
  kind: 'Loại bảng',
  kinds: {
    curriculum: 'Khung chương trình (dự thảo)',
    plan: 'Kế hoạch năm',
    classes: 'Danh sách lớp',
    rooms: 'Phòng học, hội trường',
    lecturers: 'Giảng viên',
    enrolments: 'Danh sách học viên của lớp',
    timetables: 'Lịch học của lớp',
    units: 'Danh sách đơn vị',
    successions: 'Sắp xếp đơn vị: kế thừa',
    reorganisation: 'Sắp xếp đơn vị theo nghị quyết',
    people: 'Hồ sơ cán bộ',
    plannings: 'Quy hoạch cán bộ',
    ratings: 'Xếp loại hằng năm',
    programmes: 'Chương trình',
    needs: 'Phiếu nhu cầu của đơn vị',
    nominees: 'Danh sách cử học viên (trích ngang)',
  } as Record<string, string>,
  file: 'Tệp bảng tính',
  fileHint:
    'Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV, tối đa 10 MB. Không cần sửa tiêu đề, ô gộp hay thứ tự cột.',
  year: 'Năm của bảng',
  yearHint: 'Để trống nếu tiêu đề của tệp đã ghi năm.',
  check: 'Đọc và kiểm tra',
  unread: 'Chưa kiểm tra được tệp',
  next: 'Sau đó',
  steps: [
    'Nhịp tìm bảng trong tệp, đọc từng dòng và báo lại đã hiểu thế nào. Chưa có gì được ghi.',
    'Nếu có dòng sai, đồng chí tải lại chính tệp đó với cột đỏ ghi rõ lỗi, sửa rồi gửi lại.',
    'Khi không còn dòng sai, nút «Ghi vào Nhịp» mở ra. Gửi lại cùng một tệp thì không có gì thay đổi.',
  ],
  templates: 'Tệp mẫu',
  templateOf: (p: { kind: string }) => `Tải tệp mẫu: ${p.kind}`,
  templateHint: 'Chưa có bảng thì bắt đầu từ tệp mẫu; có bảng sẵn thì cứ gửi bảng đó.',
  runs: 'Các lần nhập',
  noRuns: {
    title: 'Chưa nhập tệp nào',
    text: 'Các tệp đã gửi sẽ nằm ở đây, cùng với kết quả kiểm tra và người ghi.',
  },
  field: {
    fileName: 'Tệp',
    kind: 'Loại',
    state: 'Tình trạng',
    madeAt: 'Gửi lúc',
    madeBy: 'Người gửi',
    rows: 'Số dòng',
    q: 'Tìm theo tên tệp',
  },
  state: { checked: 'Đã kiểm tra, chưa ghi', applied: 'Đã ghi', withdrawn: 'Đã bỏ' },
  action: {
    add: 'Thêm mới',
    change: 'Sửa',
    drop: 'Bỏ',
    same: 'Không đổi',
    wrong: 'Sai',
    skipped: 'Bỏ qua',
  },
  show: {
    all: 'Tất cả',
    wrong: 'Dòng sai',
    doubtful: 'Dòng cần xem lại',
    add: 'Thêm mới',
    change: 'Có sửa',
    drop: 'Bỏ (tệp không còn)',
    same: 'Không đổi',
    skipped: 'Bỏ qua',
  },
  showLabel: 'Hiện',
  counts: (p: Counts) => {
    const said = [
      p.add > 0 && `${printNumber(p.add)} dòng thêm mới`,
      p.change > 0 && `${printNumber(p.change)} dòng sửa`,
      p.drop > 0 && `${printNumber(p.drop)} dòng đang có mà tệp không còn, sẽ bỏ`,
      p.same > 0 && `${printNumber(p.same)} dòng không đổi`,
      p.skipped > 0 && `${printNumber(p.skipped)} dòng ghi chú bỏ qua`,
    ].filter(Boolean)
    const rest = said.length > 0 ? said.join(', ') : 'không có dòng nào để ghi'
    if (p.wrong > 0) return `${printNumber(p.wrong)} dòng sai; ngoài ra ${rest}.`
    return `Không có dòng sai: ${rest}.`
  },
  doubtful: (p: { rows: number }) => `${printNumber(p.rows)} dòng ghi được nhưng nên xem lại.`,
  written: (p: { add: number; change: number; drop: number; by: string; at: string }) =>
    `Đã ghi ${printNumber(p.add)} dòng mới, sửa ${printNumber(p.change)} dòng${p.drop > 0 ? `, bỏ ${printNumber(p.drop)} dòng` : ''}. Người ghi: ${p.by}, lúc ${p.at}.`,
  writtenShort: (p: { add: number; change: number; drop: number }) =>
    `Đã ghi: ${printNumber(p.add)} dòng mới, ${printNumber(p.change)} dòng sửa${p.drop > 0 ? `, ${printNumber(p.drop)} dòng bỏ` : ''}.`,
  see: {
    curriculum: 'Xem chương trình',
    plan: 'Xem kế hoạch',
    classes: 'Xem danh sách lớp',
    units: 'Xem đơn vị',
    successions: 'Xem sắp xếp đơn vị',
    reorganisation: 'Xem sắp xếp đơn vị',
    people: 'Xem cán bộ',
    plannings: 'Xem cán bộ',
    ratings: 'Xem cán bộ',
    programmes: 'Xem chương trình',
  } as Record<string, string>,
  checks: 'Kiểm tra cả tệp',
  holds: 'Khớp',
  fails: 'Không khớp',
  unknownColumns: (p: { titles: string[] }) =>
    `Những cột không đọc: ${p.titles.map((title) => `«${title}»`).join(', ')}.`,
  sheet: (p: { sheetName: string }) => `Trang tính «${p.sheetName}».`,
  rows: 'Từng dòng trong tệp',
  row: 'Dòng',
  understood: 'Đã hiểu là',
  outcome: 'Kết quả',
  remarks: 'Cần biết',
  becomes: (p: { column: string; before: string; after: string }) =>
    `${p.column}: ${p.before || 'trống'} → ${p.after || 'trống'}`,
  notInFile: 'Không phải dòng của tệp: dòng này đang có, tệp không còn; ghi tệp thì dòng bị bỏ.',
  fileKeptUntil: (p: { until: Day }) =>
    `Nội dung tệp được giữ đến ${printDay(p.until)} rồi tự xóa; báo cáo này ở lại.`,
  fileDeleted: (p: { on: Day }) =>
    `Nội dung tệp đã được xóa ngày ${printDay(p.on)} theo thời hạn lưu giữ; báo cáo này ở lại.`,
  apply: 'Ghi vào Nhịp',
  applyTitle: 'Ghi tệp này vào Nhịp',
  applyText: (p: { add: number; change: number; drop: number }) =>
    `Sẽ thêm ${printNumber(p.add)} dòng${p.drop > 0 ? ',' : ' và'} sửa ${printNumber(p.change)} dòng${p.drop > 0 ? ` và bỏ ${printNumber(p.drop)} dòng đang có mà tệp không còn` : ''}. Tất cả được ghi cùng lúc, hoặc không ghi gì.`,
  stillWrong: (p: { rows: number }) => `Còn ${printNumber(p.rows)} dòng sai nên chưa ghi được.`,
  checkAgain: 'Kiểm tra lại',
  withdraw: 'Bỏ tệp này',
  marked: 'Tải tệp có cột lỗi',
  noRows: {
    title: 'Tệp không có dòng nào',
    text: 'Nhịp tìm thấy dòng tiêu đề nhưng không thấy dòng dữ liệu nào bên dưới.',
  },
  writtenBefore: (p: { on: Day }) => `Chính tệp này đã được ghi ngày ${printDay(p.on)}.`,
  template: {
    notes: 'Hướng dẫn',
    lines: [
      'Mỗi dòng một mục. Có thể thêm dòng tiêu đề phía trên, thêm cột, đổi thứ tự cột; Nhịp tìm theo tên cột.',
      'Ngày viết ngày/tháng/năm hoặc dùng ngày của Excel. Số viết liền hoặc có dấu chấm phần nghìn.',
    ] as readonly string[],
    column: 'Cột',
    needed: 'Bắt buộc',
    how: 'Cách ghi',
    synonyms: 'Tên khác cũng được nhận',
    yes: 'bắt buộc',
    text: 'chữ',
    number: 'số nguyên',
    day: 'ngày/tháng/năm',
    oneOf: (p: { choices: readonly string[] }) => `một trong: ${p.choices.join('; ')}`,
  },
  problems: {
    'exchange.noSuchKind': (p: { kind: string }) => `Không có loại bảng «${p.kind}».`,
    'exchange.unreadable': (p: { path: string; reason: string }) =>
      `Không đọc được tệp ${p.path} (${p.reason}). Hãy xem lại đường dẫn.`,
    'exchange.hasErrors': (p: { rows: number }) =>
      `Còn ${printNumber(p.rows)} dòng sai nên chưa ghi được. Hãy tải tệp có cột lỗi, sửa rồi gửi lại.`,
    'exchange.nothingNew': 'Tệp không có gì mới so với dữ liệu đang có nên không cần ghi.',
    'exchange.stale':
      'Dữ liệu đã thay đổi sau lần kiểm tra. Chưa có gì được ghi; hãy bấm «Kiểm tra lại», xem báo cáo mới rồi ghi.',
    'exchange.alreadyApplied': 'Tệp này đã được ghi rồi.',
    'exchange.onlyToSender': (p: { name: string }) =>
      `Tệp có dữ liệu nhạy cảm nên chỉ trả lại cho người đã gửi (${p.name}). Đồng chí xem các dòng sai ở trang này, hoặc gửi lại tệp của mình.`,
    'exchange.fileDeleted': (p: { on: Day; days: number }) =>
      `Nội dung tệp đã được xóa ngày ${printDay(p.on)} vì chỉ giữ ${p.days} ngày. Báo cáo kiểm tra vẫn xem được; cần tệp thì gửi lại.`,
    'exchange.withdrawn': 'Tệp này đã bỏ. Muốn ghi thì gửi lại tệp.',
  },
}
