import type { Day } from '../../pure/day.ts'
import { printDay } from '../../pure/day.ts'

const versionStates = {
  draft: 'dự thảo',
  submitted: 'đã trình thẩm định',
  returned: 'trả lại',
  approved: 'đã duyệt',
  retired: 'hết dùng',
}
type VersionState = keyof typeof versionStates

export const vi = {
  kinds: {
    training: 'Đào tạo',
    fostering: 'Bồi dưỡng',
    knowledgeUpdate: 'Cập nhật kiến thức',
    briefing: 'Tập huấn',
  },
  blocs: { party: 'Khối Đảng', state: 'Khối Nhà nước', front: 'Khối đoàn thể' },
  levels: { elementary: 'Sơ cấp', intermediate: 'Trung cấp', advanced: 'Cao cấp' },
  versions: {
    title: 'Khung và phiên bản',
    none: 'Chưa có phiên bản nào đã duyệt. Phiên bản ghi các khối, học phần, chuyên đề và số tiết.',
    make: 'Lập phiên bản',
    line: (p: {
      kind: 'frame' | 'school'
      number: number
      state: VersionState
      topics: number
      hours: string
    }) =>
      `${p.kind === 'frame' ? `khung, bản ${p.number}` : `phiên bản ${p.number}`} · ${versionStates[p.state]} · ${p.topics} chuyên đề, ${p.hours} tiết`,
  },
  fields: {
    code: 'Mã',
    name: 'Tên chương trình',
    group: 'Nhóm',
    kind: 'Loại',
    level: 'Trình độ lý luận chính trị',
    bloc: 'Khối',
    modes: 'Hệ',
    lessonHours: 'Số tiết',
    months: 'Số tháng',
    scheme: 'Bộ quy định xếp đối tượng',
    fromOn: 'Dùng từ ngày',
    untilOn: 'Hết dùng từ ngày',
    period: 'Thời hạn',
    source: 'Nguồn',
    synonyms: 'Tên gọi khác',
    nameEn: 'Tên tiếng Anh',
    order: 'Thứ tự',
    reason: 'Lý do',
  },
  hints: {
    code: 'Chữ in hoa, số, dấu chấm và gạch nối. Mã không bao giờ đổi.',
    synonyms: 'Mỗi dòng một tên, như các tệp kế hoạch và danh sách lớp hay viết. Nhờ vậy tệp được hiểu đúng.',
    untilOn: 'Ngày đầu tiên không còn dùng. Để trống nếu đang dùng.',
    scheme: 'Ví dụ UPD-145. Để trống nếu không xếp theo đối tượng.',
    groupCode: 'Chữ thường không dấu viết liền, ví dụ defence. Mã không đổi.',
    retire: 'Lớp và kế hoạch đã có không đổi. Từ ngày này chương trình không còn trong danh mục chọn.',
  },
  pages: {
    list: 'Chương trình',
    lead: 'Danh mục chương trình đào tạo, bồi dưỡng của trường; kế hoạch, lớp và báo cáo đều dựa vào đây.',
    make: 'Thêm chương trình',
    edit: 'Sửa chương trình',
    groups: 'Nhóm chương trình',
    groupsLead: 'Kế hoạch và báo cáo cộng theo các nhóm này, theo đúng thứ tự này.',
    makeGroup: 'Thêm nhóm',
    editGroup: 'Sửa nhóm',
    retire: 'Ngừng dùng',
  },
  list: {
    search: 'Tên, mã, tên gọi khác',
    inUse: 'Đang dùng',
    all: 'Tất cả',
    any: 'Tất cả',
    empty: 'Chưa có chương trình nào',
    emptyText: 'Danh mục là chỗ bắt đầu của kế hoạch và lớp. Hãy thêm chương trình đầu tiên.',
  },
  anyMode: 'Không chia hệ',
  noBloc: 'Không riêng khối nào',
  noLevel: 'Không thuộc ba cấp',
  always: 'Không giới hạn',
  from: (p: { fromOn: Day }) => `Từ ${printDay(p.fromOn)}`,
  until: (p: { lastOn: Day }) => `Đến hết ${printDay(p.lastOn)}`,
  fromUntil: (p: { fromOn: Day; lastOn: Day }) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
  ended: 'Đã hết dùng',
  notYet: 'Chưa dùng',
  save: 'Lưu',
  sheet: { name: 'Chương trình', title: 'DANH MỤC CHƯƠNG TRÌNH ĐÀO TẠO, BỒI DƯỠNG' },
  problems: {
    'programmes.codeTaken':
      'Mã này đã có. Mã của chương trình không được dùng lại, kể cả khi chương trình đã hết dùng.',
    'programmes.codeForm':
      'Mã gồm 2 đến 30 ký tự: chữ in hoa không dấu, số, dấu chấm, gạch nối. Ví dụ BD-CTD.',
    'programmes.codeKept':
      'Mã của chương trình không đổi và chương trình không xóa được. Hãy ngừng dùng và thêm chương trình mới.',
    'programmes.groupCodeForm': 'Mã nhóm viết liền không dấu, bắt đầu bằng chữ thường, ví dụ defence.',
    'programmes.groupTaken': 'Mã nhóm này đã có.',
    'programmes.unknownGroup': 'Không có nhóm này trong danh mục.',
    'programmes.unknownMode': (p: { modes: string[] }) =>
      `Không có hệ này trong danh mục: ${p.modes.join(', ')}.`,
    'programmes.endsBeforeItBegins': 'Ngày hết dùng phải sau ngày bắt đầu dùng.',
    'programmes.stale':
      'Người khác vừa sửa mục này. Đồng chí xem lại nội dung mới rồi sửa lại phần của mình.',
    'programmes.notFound': 'Không tìm thấy chương trình này.',
  },
}
