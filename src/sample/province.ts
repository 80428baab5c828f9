/** An invented province, «Bình Hà»: its units before and after 1 July 2025. Names of districts and communes are made up. */

export const provinceName = 'Tỉnh Bình Hà'
export const schoolName = 'Trường Chính trị tỉnh Bình Hà'
export const reformDay = '2025-07-01'

type UnitRow = {
  'Mã đơn vị': string
  'Tên đơn vị': string
  Cấp: string
  Khối: string
  'Đơn vị cấp trên': string
  'Hiệu lực từ': string
}

const row = (code: string, name: string, level: string, bloc: string, parent = 'BH'): UnitRow => ({
  'Mã đơn vị': code,
  'Tên đơn vị': name,
  Cấp: level,
  Khối: bloc,
  'Đơn vị cấp trên': parent,
  'Hiệu lực từ': '',
})

const partyBodies = [
  'Văn phòng Tỉnh ủy',
  'Ban Tổ chức Tỉnh ủy',
  'Ban Tuyên giáo Tỉnh ủy',
  'Ban Dân vận Tỉnh ủy',
  'Ủy ban Kiểm tra Tỉnh ủy',
  'Ban Nội chính Tỉnh ủy',
  schoolName,
]
const departments = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Kế hoạch và Đầu tư',
  'Sở Xây dựng',
  'Sở Giao thông vận tải',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Tài nguyên và Môi trường',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Tư pháp',
  'Sở Công Thương',
]
const frontBodies = [
  'Ủy ban MTTQ Việt Nam tỉnh',
  'Tỉnh đoàn',
  'Hội Liên hiệp Phụ nữ tỉnh',
  'Hội Nông dân tỉnh',
  'Liên đoàn Lao động tỉnh',
  'Hội Cựu chiến binh tỉnh',
]

export const districts = [
  {
    code: 'H1',
    name: 'Huyện ủy Thanh Lưu',
    communes: ['An Lưu', 'Thanh Trì Đông', 'Phú Lưu', 'Tân Lưu', 'Hòa Lưu', 'Mỹ Lưu'],
  },
  {
    code: 'H2',
    name: 'Huyện ủy Vĩnh Sơn',
    communes: ['Vĩnh Phú Tây', 'Sơn Cẩm', 'Vĩnh Xuân', 'Sơn Hòa', 'Vĩnh Khê', 'Sơn Lộc'],
  },
  {
    code: 'H3',
    name: 'Huyện ủy Kim Giang',
    communes: ['Kim Thạch', 'Giang Tiên', 'Kim Sa', 'Giang Nam', 'Kim Bảng', 'Giang Đông'],
  },
  {
    code: 'H4',
    name: 'Huyện ủy Đông Khê',
    communes: ['Khê Thượng', 'Đông Mỹ', 'Khê Hạ', 'Đông Phong', 'Khê Lâm', 'Đông Thịnh'],
  },
] as const

/** The communes that the reform makes: each from two or three old ones; Giang Nam is divided between two. */
export const newCommunes = [
  { code: 'M1', name: 'Đảng ủy xã Thanh Lưu', from: ['An Lưu', 'Thanh Trì Đông', 'Phú Lưu'] },
  { code: 'M2', name: 'Đảng ủy xã Tân Lưu', from: ['Tân Lưu', 'Hòa Lưu', 'Mỹ Lưu'] },
  { code: 'M3', name: 'Đảng ủy xã Vĩnh Sơn', from: ['Vĩnh Phú Tây', 'Sơn Cẩm', 'Vĩnh Xuân'] },
  { code: 'M4', name: 'Đảng ủy xã Sơn Hòa', from: ['Sơn Hòa', 'Vĩnh Khê', 'Sơn Lộc'] },
  { code: 'M5', name: 'Đảng ủy phường Kim Giang', from: ['Kim Thạch', 'Giang Tiên', 'Kim Sa'] },
  { code: 'M6', name: 'Đảng ủy phường Kim Bảng', from: ['Kim Bảng', 'Giang Đông'] },
  { code: 'M7', name: 'Đảng ủy xã Khê Thượng', from: ['Khê Thượng', 'Đông Mỹ', 'Khê Hạ'] },
  { code: 'M8', name: 'Đảng ủy xã Đông Phong', from: ['Đông Phong', 'Khê Lâm', 'Đông Thịnh'] },
] as const
export const divided = { commune: 'Giang Nam', part: 'M5', remainder: 'M6' } as const

/** Departments that are merged on the same day. */
export const mergedDepartments = [
  {
    code: 'S13',
    name: 'Sở Nông nghiệp và Môi trường',
    from: ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Tài nguyên và Môi trường'],
  },
  {
    code: 'D8',
    name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    from: ['Ban Tuyên giáo Tỉnh ủy', 'Ban Dân vận Tỉnh ủy'],
  },
] as const
export const absorbed = { by: 'Sở Tài chính', unit: 'Sở Kế hoạch và Đầu tư' } as const

/** Every unit as it stood before the reform, as rows of a file. */
export function unitRows(): UnitRow[] {
  return [
    row('BH', provinceName, 'Tỉnh', 'Khác', ''),
    ...partyBodies.map((name, i) => row(`D${i + 1}`, name, 'Tỉnh', 'Đảng')),
    ...departments.map((name, i) => row(`S${i + 1}`, name, 'Tỉnh', 'Nhà nước')),
    ...frontBodies.map((name, i) => row(`M${String(i + 1).padStart(2, '0')}T`, name, 'Tỉnh', 'Đoàn thể')),
    ...districts.flatMap(({ code, name, communes }) => [
      row(code, name, 'Huyện', 'Đảng'),
      ...communes.map((commune, i) => row(`${code}X${i + 1}`, `Đảng ủy xã ${commune}`, 'Xã', 'Đảng', code)),
    ]),
  ]
}
