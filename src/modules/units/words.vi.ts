import { type Day, printDay } from '../../pure/day.ts'

const listed = (names: readonly string[], count: number) =>
  `${names.join(', ')}${count > names.length ? '…' : ''}`

export const vi = {
  units: 'Đơn vị',
  unitsOnTitle: (p: { on: Day }) => `DANH SÁCH ĐƠN VỊ TẠI NGÀY ${printDay(p.on)}`,
  ordinal: 'TT',
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  kind: 'Loại',
  level: 'Cấp',
  bloc: 'Khối',
  parent: 'Đơn vị cấp trên',
  fromOn: 'Có hiệu lực từ ngày',
  untilOn: 'Hết hiệu lực từ ngày',
  untilIsFirstDayWithout: '«Hết hiệu lực từ ngày» là ngày đầu tiên không còn tên, loại và cấp trên này.',
  state: 'Tình trạng',
  states: { existing: 'Đang hoạt động', closed: 'Đã kết thúc', all: 'Tất cả', coming: 'Chưa thành lập' },
  levels: { central: 'Trung ương', province: 'Tỉnh', district: 'Huyện', commune: 'Xã' },
  blocs: {
    party: 'Đảng',
    state: 'Nhà nước',
    front: 'MTTQ, đoàn thể',
    armed: 'Lực lượng vũ trang',
    enterprise: 'Doanh nghiệp',
    academy: 'Học viện, nhà trường',
    other: 'Khác',
  },
  kinds: {
    province: 'Tỉnh',
    city: 'Thành phố',
    district: 'Huyện',
    town: 'Thị xã',
    commune: 'Xã',
    ward: 'Phường',
    township: 'Thị trấn',
    specialZone: 'Đặc khu',
    partyCommittee: 'Cấp ủy',
    partyBoard: 'Ban của cấp ủy',
    office: 'Văn phòng',
    department: 'Sở, ban, ngành, phòng',
    front: 'MTTQ, tổ chức chính trị - xã hội',
    armed: 'Đơn vị vũ trang',
    school: 'Trường, trung tâm',
    enterprise: 'Doanh nghiệp',
    other: 'Khác',
  },
  problems: {
    'units.notFound': 'Không có đơn vị này.',
    'units.stale': (p: { current: string | null }) =>
      `Đơn vị này vừa được người khác thay đổi (nay là «${p.current ?? ''}»). Hãy mở lại trang rồi nhập lại.`,
    'units.isClosed': (p: { untilOn: Day | null }) =>
      p.untilOn
        ? `Đơn vị đã hết hiệu lực từ ngày ${printDay(p.untilOn)}, không thay đổi được nữa.`
        : 'Đơn vị đã hết hiệu lực.',
    'units.changedLater': (p: { fromOn: Day }) =>
      `Sổ đã ghi tên, loại và cấp trên của đơn vị từ ngày ${printDay(p.fromOn)}. Hãy chọn ngày hiệu lực sau ngày đó.`,
    'units.alreadyThere': 'Đơn vị đang thuộc đúng đơn vị cấp trên này rồi. Hãy chọn đơn vị cấp trên khác.',
    'units.parentBelow': 'Đơn vị cấp trên được chọn đang nằm dưới chính đơn vị này. Hãy chọn đơn vị khác.',
    'units.parentNotThere': (p: { name: string; on: Day }) =>
      `«${p.name}» không hoạt động ngày ${printDay(p.on)} hoặc đã có ngày kết thúc.`,
    'units.hasChildren': (p: { count: number; names: string[] }) =>
      `Còn ${p.count} đơn vị trực thuộc: ${listed(p.names, p.count)}. Hãy chuyển các đơn vị đó trước, hoặc nhập cả đợt ở trang Sắp xếp tổ chức.`,
    'units.nameTaken':
      'Dưới cùng đơn vị cấp trên đã có đơn vị mang tên này trong thời gian đó. Hãy dùng đơn vị đã có, hoặc ghi thêm địa bàn để phân biệt.',
    'units.codeTaken': 'Mã đơn vị này đã được dùng. Hãy chọn mã khác.',
    'units.datesOverlap': 'Thời gian này chồng lên một tên khác của cùng đơn vị.',
    'units.endsBeforeItBegins': 'Ngày kết thúc phải sau ngày bắt đầu.',
    'units.nameUnknown': (p: { name: string }) =>
      `Không có đơn vị «${p.name}» trong sổ và trong tệp vào thời gian này.`,
    'units.nameAmbiguous': (p: { name: string }) =>
      `Có nhiều đơn vị tên «${p.name}». Hãy ghi mã đơn vị, hoặc thêm địa bàn trong ngoặc, ví dụ «${p.name} (h. Tân Thạnh)».`,
    'units.notThere': (p: { name: string; on: Day }) => `Ngày ${printDay(p.on)} không có đơn vị «${p.name}».`,
    'units.codeOfOther': (p: { name?: string }) =>
      `Mã này là của «${p.name ?? ''}». Nếu đơn vị đổi tên, hãy dùng nút «Đổi tên» ở trang của đơn vị, để tên cũ còn lại trong sổ.`,
    'units.codeTwice': (p: { rowNumber: number }) => `Mã này đã có ở dòng ${p.rowNumber}.`,
    'units.nameTwice': (p: { rowNumber: number }) =>
      `Tên này đã có ở dòng ${p.rowNumber}, cùng đơn vị cấp trên và cùng thời gian.`,
    'units.livesOn': (p: { name: string; on: Day | null }) =>
      `«${p.name}» vẫn còn trong sổ ${p.on ? `từ ngày ${printDay(p.on)}` : 'sau ngày đó'}. Hãy nhập ngày kết thúc của đơn vị trước.`,
    'units.intoItself': 'Đơn vị cũ và đơn vị mới là một.',
    'units.wentTwice': (p: { rowNumber: number }) =>
      `Đơn vị cũ này đã được chuyển toàn bộ, hoặc đã chuyển vào đúng đơn vị này, ở dòng ${p.rowNumber}.`,
    'units.wentElsewhere': 'Trong sổ, đơn vị cũ này đã chuyển vào đơn vị khác cùng ngày.',
    'units.successionDiffers': 'Trong sổ đã có quan hệ này với hình thức khác.',
    'units.shareWrong': 'Tỷ lệ phải lớn hơn 0 và không quá 1, ví dụ 0,4 hoặc 40 %.',
  },
}
