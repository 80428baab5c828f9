import type { WantedColumn } from '../../../server/files/table.ts'

export type Key =
  | 'code'
  | 'name'
  | 'programme'
  | 'group'
  | 'mode'
  | 'kind'
  | 'opensOn'
  | 'closesOn'
  | 'period'
  | 'place'
  | 'partner'
  | 'basis'
  | 'learners'
  | 'note'

/** What a list of classes is read for. The day of opening may stand in a column of its own or before that of closing. */
export const columns: readonly WantedColumn<Key>[] = [
  {
    key: 'code',
    synonyms: ['Mã lớp', 'Mã số lớp', 'Ký hiệu lớp', 'Số hiệu lớp', 'Mã số', 'Ký hiệu', 'Mã'],
    required: false,
  },
  {
    key: 'name',
    synonyms: [
      'Tên lớp',
      'Tên lớp học',
      'Tên khóa',
      'Lớp đào tạo, bồi dưỡng',
      'Các lớp',
      'Nội dung',
      'Lớp học',
      'Lớp',
    ],
    required: true,
  },
  {
    key: 'programme',
    synonyms: ['Chương trình', 'Tên chương trình', 'Chương trình đào tạo, bồi dưỡng'],
    required: false,
  },
  { key: 'group', synonyms: ['Nhóm chương trình', 'Nhóm', 'Loại hình đào tạo'], required: false },
  {
    key: 'mode',
    synonyms: [
      'Hệ',
      'Hình thức',
      'Hệ đào tạo',
      'Hình thức đào tạo',
      'Hình thức học',
      'Hình thức tổ chức',
      'Loại hình',
    ],
    required: false,
  },
  {
    key: 'kind',
    synonyms: [
      'Loại',
      'Loại lớp',
      'Phân loại',
      'Chuyển tiếp/Khai giảng',
      'Khai giảng/Chuyển tiếp',
      'Chuyển tiếp/Mở mới',
      'Tình trạng',
    ],
    required: false,
  },
  {
    key: 'opensOn',
    synonyms: [
      'Khai giảng',
      'Ngày khai giảng',
      'Thời gian khai giảng',
      'Ngày mở lớp',
      'Từ ngày',
      'Bắt đầu',
      'Ngày bắt đầu',
      'Từ',
    ],
    required: false,
  },
  {
    key: 'closesOn',
    synonyms: [
      'Bế giảng',
      'Ngày bế giảng',
      'Thời gian bế giảng',
      'Đến ngày',
      'Kết thúc',
      'Ngày kết thúc',
      'Đến',
    ],
    required: false,
  },
  {
    key: 'period',
    synonyms: ['Thời gian', 'Thời gian học', 'Thời gian tổ chức', 'Thời gian đào tạo'],
    required: false,
  },
  {
    key: 'place',
    synonyms: ['Địa điểm', 'Nơi mở lớp', 'Địa điểm mở lớp', 'Nơi học', 'Nơi tổ chức', 'Địa điểm tổ chức'],
    required: false,
  },
  {
    key: 'partner',
    synonyms: [
      'Đơn vị phối hợp',
      'Cơ quan phối hợp',
      'Phối hợp',
      'Phối hợp với',
      'Đơn vị liên kết',
      'Cơ quan, đơn vị phối hợp',
    ],
    required: false,
  },
  {
    key: 'basis',
    synonyms: ['Căn cứ', 'Căn cứ mở lớp', 'Kế hoạch/Chủ trương', 'Theo kế hoạch'],
    required: false,
  },
  {
    key: 'learners',
    synonyms: [
      'Số học viên',
      'Học viên',
      'Số lượng học viên',
      'Số HV',
      'Sĩ số',
      'Số lượt',
      'Lượt học viên',
      'Số lượt học viên',
      'Tổng số học viên',
      'Số lượng',
    ],
    required: true,
  },
  { key: 'note', synonyms: ['Ghi chú'], required: false },
]
