import type { Role } from '../modules/access/rights.ts'

/** One account for each role, all with the same password, printed at the start. Only where the data are the sample's. */
export const samplePassword = 'nhip-mau-2026'

export const sampleAccounts: readonly { role: Role; name: string; email: string; unit?: string }[] = [
  { role: 'administrator', name: 'Trần Quản Trị', email: 'quantri@mau.nhip' },
  { role: 'rectorate', name: 'Nguyễn Thị Hiệu Trưởng', email: 'hieutruong@mau.nhip' },
  { role: 'trainingOffice', name: 'Lê Văn Đào Tạo', email: 'daotao@mau.nhip' },
  { role: 'headTeacher', name: 'Phạm Thị Chủ Nhiệm', email: 'chunhiem@mau.nhip' },
  { role: 'lecturer', name: 'Hoàng Văn Giảng', email: 'giangvien@mau.nhip' },
  { role: 'organisationCommittee', name: 'Đặng Thị Tổ Chức', email: 'tochuc@mau.nhip' },
  { role: 'standingCommittee', name: 'Võ Văn Thường Trực', email: 'thuongtruc@mau.nhip' },
  { role: 'unitHead', name: 'Bùi Văn Thủ Trưởng', email: 'thutruong@mau.nhip', unit: 'M1' },
  { role: 'unitCoordinator', name: 'Ngô Thị Đầu Mối', email: 'daumoi@mau.nhip', unit: 'M1' },
  { role: 'learner', name: 'Lý Văn Học Viên', email: 'hocvien@mau.nhip' },
]
