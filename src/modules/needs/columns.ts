import type { WantedColumn } from '../../server/files/table.ts'

/** The columns of a unit's file of needs; the first name is the one in the template. */
export const columns = [
  {
    key: 'programme',
    synonyms: ['Chương trình', 'Tên chương trình', 'Chương trình đào tạo, bồi dưỡng', 'Nội dung'],
    required: true,
  },
  { key: 'mode', synonyms: ['Hệ', 'Hình thức', 'Hình thức học', 'Hệ đào tạo'], required: false },
  {
    key: 'heads',
    synonyms: ['Số người', 'Số lượng', 'Số lượng đăng ký', 'Số học viên', 'Số cán bộ'],
    required: true,
  },
  { key: 'targetGroup', synonyms: ['Đối tượng', 'Nhóm đối tượng'], required: true },
  { key: 'postTitle', synonyms: ['Chức danh', 'Chức vụ', 'Chức danh, chức vụ'], required: false },
  {
    key: 'people',
    synonyms: ['Người được nêu tên', 'Họ và tên', 'Danh sách', 'Danh sách dự kiến'],
    required: false,
  },
  {
    key: 'months',
    synonyms: ['Tháng mong muốn', 'Tháng', 'Thời gian', 'Thời gian mong muốn'],
    required: false,
  },
  { key: 'place', synonyms: ['Nơi học mong muốn', 'Nơi học', 'Địa điểm'], required: false },
  { key: 'reason', synonyms: ['Lý do'], required: false },
  { key: 'priority', synonyms: ['Mức ưu tiên', 'Ưu tiên'], required: false },
] as const satisfies readonly WantedColumn[]

export type Key = (typeof columns)[number]['key']

/** How long each text of a line may be; the same as in the database. */
export const most = { postTitle: 200, place: 200, reason: 1000 } as const
