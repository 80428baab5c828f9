import type { Day } from '../../pure/day.ts'
import { yearOf } from '../../pure/day.ts'
import type { WantedColumn } from '../../server/files/table.ts'

const fixed = [
  {
    key: 'fullName',
    synonyms: ['Họ và tên', 'Họ tên', 'Họ và tên cán bộ', 'Họ, tên', 'Full name', 'Name'],
    required: true,
  },
  { key: 'code', synonyms: ['Mã cán bộ', 'Mã CB', 'Số hiệu cán bộ', 'Mã hồ sơ'], required: false },
  {
    key: 'birth',
    synonyms: [
      'Ngày sinh',
      'Ngày tháng năm sinh',
      'Ngày, tháng, năm sinh',
      'Năm sinh',
      'Sinh ngày',
      'Birth date',
    ],
    required: false,
  },
  {
    key: 'birthMale',
    synonyms: ['Ngày sinh Nam', 'Ngày tháng năm sinh Nam', 'Năm sinh Nam', 'Ngày, tháng, năm sinh Nam'],
    required: false,
  },
  {
    key: 'birthFemale',
    synonyms: ['Ngày sinh Nữ', 'Ngày tháng năm sinh Nữ', 'Năm sinh Nữ', 'Ngày, tháng, năm sinh Nữ'],
    required: false,
  },
  { key: 'sex', synonyms: ['Giới tính', 'Nam/Nữ', 'Nam, nữ', 'Giới', 'Sex'], required: false },
  { key: 'ethnicity', synonyms: ['Dân tộc', 'Ethnicity'], required: false },
  {
    key: 'post',
    synonyms: [
      'Chức vụ, đơn vị',
      'Chức vụ',
      'Chức vụ, đơn vị công tác',
      'Chức vụ, chức danh',
      'Chức danh',
      'Chức vụ hiện nay',
      'Post',
    ],
    required: false,
  },
  {
    key: 'unit',
    synonyms: ['Đơn vị', 'Đơn vị công tác', 'Cơ quan, đơn vị', 'Cơ quan', 'Nơi công tác', 'Unit'],
    required: false,
  },
  { key: 'unitLevel', synonyms: ['Cấp', 'Cấp đơn vị', 'Cấp của đơn vị'], required: false },
  {
    key: 'postDecision',
    synonyms: [
      'Quyết định bổ nhiệm',
      'Số quyết định bổ nhiệm',
      'QĐ bổ nhiệm',
      'Quyết định',
      'Số, ngày quyết định',
    ],
    required: false,
  },
  {
    key: 'postFrom',
    synonyms: ['Ngày bổ nhiệm', 'Ngày quyết định bổ nhiệm', 'Giữ chức vụ từ'],
    required: false,
  },
  {
    key: 'admitted',
    synonyms: [
      'Ngày vào Đảng',
      'Ngày vào Đảng dự bị',
      'Vào Đảng dự bị',
      'Ngày vào Đảng (dự bị/chính thức)',
      'Dự bị',
      'Ngày vào ĐCSVN',
      'Đảng viên',
    ],
    required: false,
  },
  {
    key: 'official',
    synonyms: ['Ngày vào Đảng chính thức', 'Chính thức', 'Ngày chính thức', 'Vào Đảng chính thức'],
    required: false,
  },
  {
    key: 'education',
    synonyms: [
      'Trình độ chuyên môn',
      'Trình độ',
      'Chuyên môn',
      'Trình độ học vấn',
      'Trình độ chuyên môn nghiệp vụ',
      'Trình độ đào tạo',
      'Education',
    ],
    required: false,
  },
  {
    key: 'schooling',
    synonyms: ['Trình độ văn hóa', 'Văn hóa', 'Giáo dục phổ thông', 'Học vấn phổ thông'],
    required: false,
  },
  {
    key: 'planned',
    synonyms: ['Chức danh quy hoạch', 'Quy hoạch', 'Quy hoạch chức danh', 'Chức vụ quy hoạch'],
    required: false,
  },
  {
    key: 'planningDecision',
    synonyms: ['Quyết định quy hoạch', 'Số quyết định quy hoạch', 'QĐ quy hoạch'],
    required: false,
  },
  {
    key: 'planningOn',
    synonyms: ['Ngày quyết định quy hoạch', 'Ngày quy hoạch', 'Ngày đưa vào quy hoạch'],
    required: false,
  },
  { key: 'term', synonyms: ['Nhiệm kỳ', 'Nhiệm kỳ quy hoạch', 'Giai đoạn quy hoạch'], required: false },
  {
    key: 'ratings',
    synonyms: [
      'Xếp loại 2 năm',
      'Xếp loại hai năm',
      'Xếp loại 02 năm',
      'Xếp loại 2 năm liền kề',
      'Xếp loại hai năm liền kề',
      'Kết quả xếp loại',
      'Xếp loại',
      'Ratings',
    ],
    required: false,
  },
  {
    key: 'programme',
    synonyms: ['Chương trình', 'Lớp', 'Trình độ cử đi học', 'Lớp cử đi học', 'Programme'],
    required: false,
  },
  {
    key: 'mode',
    synonyms: ['Hệ', 'Hệ học', 'Hình thức', 'Hình thức học', 'Hệ đào tạo', 'Mode'],
    required: false,
  },
  { key: 'sentOn', synonyms: ['Ngày cử', 'Ngày cử đi học', 'Ngày cử học'], required: false },
  { key: 'foreign', synonyms: ['Quốc tịch', 'Nationality'], required: false },
] as const satisfies readonly WantedColumn[]

export type ProfileKey = (typeof fixed)[number]['key'] | `rating${number}`

/** The years whose ratings may stand in columns of their own: those around the sending date. */
export const ratingYears = (on: Day): number[] => Array.from({ length: 6 }, (_, i) => yearOf(on) - i)

/** The columns of danh sách trích ngang, in any order and under any of their names; none but the name must be there. */
export const profileColumns = (on: Day): WantedColumn<ProfileKey>[] => [
  ...fixed,
  ...ratingYears(on).map(
    (year): WantedColumn<ProfileKey> => ({
      key: `rating${year}`,
      synonyms: [
        `Xếp loại ${year}`,
        `Xếp loại năm ${year}`,
        `Năm ${year}`,
        `Kết quả xếp loại ${year}`,
        `Kết quả xếp loại năm ${year}`,
        `Kết quả xếp loại / Năm ${year}`,
        `Xếp loại 2 năm ${year}`,
        `Xếp loại hai năm ${year}`,
        String(year),
      ],
      required: false,
    }),
  ),
]
