import { type Day, printDay } from '../../pure/day.ts'

const span = (p: { fromOn: Day; lastOn: Day }) =>
  p.fromOn === p.lastOn ? printDay(p.fromOn) : `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`

export const vi = {
  calendar: 'Lịch năm',
  lead: (p: { year: number; days: number; missing: number }) =>
    `Năm ${p.year} còn ${p.days} ngày lên lớp (thứ hai đến thứ sáu), nghỉ ${p.missing} ngày.`,
  toConfirm: (p: { count: number }) =>
    `${p.count} mục cần nhà trường xác nhận số ngày nghỉ. Mở từng mục, sửa ngày nếu cần rồi bỏ dấu «cần xác nhận».`,
  noHolidays: (p: { year: number }) =>
    `Chưa có ngày lễ nào của năm ${p.year}. Ngày dạy đang được tính như thể không nghỉ lễ.`,
  load: (p: { year: number }) => `Nạp ngày lễ năm ${p.year}`,
  loaded: (p: { added: number; known: number }) =>
    p.added === 0
      ? `Đã đủ ${p.known} ngày lễ, không thêm gì.`
      : `Đã thêm ${p.added} ngày lễ${p.known > 0 ? `, ${p.known} ngày đã có từ trước` : ''}. Các mục có dấu «cần xác nhận» là do nhà trường quyết định.`,
  make: 'Thêm vào lịch',
  makeLead:
    'Ngày lễ, đại hội, kỳ họp, nghỉ của trường, hoặc thời gian một đơn vị không cử người đi học được.',
  edit: 'Sửa mục lịch',
  remove: 'Bỏ khỏi lịch',
  removeText:
    'Mục này không còn trong lịch; nhật ký vẫn giữ. Ngày lễ đã bỏ sẽ trở lại khi nạp ngày lễ lần nữa.',
  removeConfirm: 'Bỏ mục này',
  save: 'Lưu',
  byMonth: 'Theo tháng',
  asList: 'Danh sách',
  ofYear: (p: { year: number }) => `Năm ${p.year}`,
  monthOf: (p: { month: number; year: number }) => `Tháng ${p.month}/${p.year}`,
  listLead: (p: { year: number; total: number }) => `Năm ${p.year}: ${p.total} mục trong lịch.`,
  busyUnits: (p: { count: number }) => `${p.count} mục của các đơn vị`,
  shortSpan: (p: { fromOn: Day; lastOn: Day }) =>
    p.fromOn === p.lastOn
      ? printDay(p.fromOn).slice(0, 5)
      : `${printDay(p.fromOn).slice(0, 5)} – ${printDay(p.lastOn).slice(0, 5)}`,
  week: 'Tuần',
  weekdays: { 1: 'T2', 2: 'T3', 3: 'T4', 4: 'T5', 5: 'T6', 6: 'T7', 7: 'CN' },
  teachingDays: 'Số ngày dạy còn lại trong tuần',
  teachingDaysShort: 'Dạy',
  span,
  stops: 'nghỉ dạy',
  confirm: 'cần xác nhận',
  legend: { stops: 'Nghỉ dạy', event: 'Đại hội, kỳ họp', busy: 'Đơn vị bận' },
  any: 'Tất cả',
  yes: 'Có',
  no: 'Không',
  everybody: 'Toàn tỉnh',
  noUnit: 'Toàn tỉnh, toàn trường',
  kind: {
    holiday: 'Ngày lễ',
    congress: 'Đại hội, hội nghị',
    session: 'Kỳ họp HĐND',
    break: 'Nghỉ của trường',
    busy: 'Đơn vị bận',
  },
  field: {
    q: 'Nội dung, căn cứ',
    kind: 'Loại',
    title: 'Nội dung',
    fromOn: 'Từ ngày',
    lastOn: 'Đến hết ngày',
    unit: 'Đơn vị',
    stopsTeaching: 'Nghỉ dạy',
    source: 'Căn cứ',
    needsConfirmation: 'Cần nhà trường xác nhận',
    year: 'Năm',
  },
  hint: {
    stopsTeaching: 'Cả trường không lên lớp trong những ngày này.',
    unit: 'Chọn đơn vị nếu chỉ đơn vị đó bận. Lịch của đơn vị không làm trường nghỉ dạy.',
  },
  empty: {
    title: 'Lịch chưa có gì',
    text: 'Nạp ngày lễ của năm, rồi thêm đại hội, kỳ họp của tỉnh và thời gian bận của đơn vị. Ngày khai giảng được đề xuất theo lịch này.',
  },
  sheet: {
    name: 'Lịch',
    title: (p: { year: number | undefined }) => (p.year ? `LỊCH NĂM ${p.year}` : 'LỊCH'),
  },
  problems: {
    'calendar.stale': 'Người khác vừa sửa mục lịch này. Đồng chí xem lại nội dung mới rồi sửa phần của mình.',
    'calendar.endsBeforeItBegins': 'Ngày cuối phải từ ngày đầu trở đi. Đồng chí xem lại hai ô ngày.',
    'calendar.tooLong':
      'Một mục lịch dài nhất 400 ngày. Đồng chí xem lại năm đã nhập, hoặc chia thành nhiều mục.',
    'calendar.busyWithoutUnit': 'Thời gian bận phải ghi của đơn vị nào. Đồng chí chọn đơn vị.',
    'calendar.unitNeverStops':
      'Lịch của một đơn vị không làm cả trường nghỉ dạy. Đồng chí bỏ ô «Nghỉ dạy» hoặc để trống ô đơn vị.',
    'calendar.schoolOnly':
      'Lịch chung của tỉnh và của trường do phòng quản lý đào tạo ghi. Đồng chí chọn đơn vị của mình.',
    'calendar.holidayTwice': 'Ngày lễ này của năm đã có trong lịch.',
    'calendar.noUnit': 'Không có đơn vị này. Đồng chí chọn lại đơn vị.',
  },
}
