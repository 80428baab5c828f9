import type { Api } from '../api.ts'
import type { Day } from '../pure/day.ts'
import { addDays } from '../pure/day.ts'

const signedBy = 'Phó Bí thư Thường trực Tỉnh ủy (mẫu)'

/** Where the guests of the sample work, and how long they are approved: in days from today; null: not approved yet. */
const guests = [
  {
    category: 'standing',
    title: 'Ủy viên Ban Thường vụ, Trưởng Ban',
    unit: 'Ban Tổ chức Tỉnh ủy',
    days: 400,
  },
  { category: 'partyBody', title: 'Phó Trưởng Ban', unit: 'Ban Tổ chức Tỉnh ủy', days: 400 },
  { category: 'partyBody', title: 'Phó Chánh Văn phòng', unit: 'Văn phòng Tỉnh ủy', days: 400 },
  { category: 'department', title: 'Giám đốc', unit: 'Sở Nội vụ', days: 400 },
  { category: 'department', title: 'Phó Giám đốc', unit: 'Sở Nội vụ', days: 35 },
  { category: 'department', title: 'Phó Giám đốc', unit: 'Sở Tư pháp', days: 35 },
  { category: 'commune', title: 'Bí thư Đảng ủy', unit: 'Đảng ủy xã Thanh Lưu', days: 400 },
  { category: 'commune', title: 'Chủ tịch UBND', unit: 'Đảng ủy phường Kim Giang', days: 300 },
  { category: 'expert', title: 'Giảng viên cao cấp', place: 'Học viện Chính trị khu vực (mẫu)', days: -40 },
  { category: 'expert', title: 'Nghiên cứu viên chính', place: 'Viện nghiên cứu (mẫu)', days: 400 },
  { category: 'concurrent', title: 'Trưởng phòng', unit: 'Sở Tư pháp', days: null },
  { category: 'otherGuest', title: 'Nguyên Trưởng Ban', place: 'Nghỉ hưu (mẫu)', days: null },
] as const

/**
 * The invented guests get posts, limits, contacts and approvals: valid, ending soon, expired; two have none and wait in a dossier
 * that lies with the Standing Committee. Somebody has changed the post since, so that one approval is asked about.
 */
export async function corpsOfGuests(office: Api, today: Day): Promise<void> {
  const { lecturers } = office
  const { nodes } = await office.units.tree({})
  const { rows } = await lecturers.list({ isGuest: true, size: 100, sort: 'code' })
  const waiting: number[] = []
  for (const [i, row] of rows.entries()) {
    const as = guests[i]
    if (!as) break
    const lecturerId = row.id
    const unitId = 'unit' in as ? nodes.find((node) => node.fullName === as.unit)?.id : undefined
    await lecturers.edit({
      lecturerId,
      version: row.version,
      code: row.code,
      name: row.name,
      isGuest: true,
      categoryCode: as.category,
      fields: row.fields,
      weeklyHours: row.weeklyHours,
      monthlyHours: as.category === 'standing' ? 8 : 24,
      travel: as.category === 'standing' ? 'school' : 'province',
    })
    await lecturers.addPost({
      lecturerId,
      title: as.title,
      ...(unitId === undefined ? { workplace: 'place' in as ? as.place : as.unit } : { unitId }),
      fromOn: '2025-07-01',
    })
    await lecturers.addDegree({
      lecturerId,
      kind: 'degree',
      name: as.category === 'expert' ? 'Tiến sĩ' : 'Thạc sĩ',
      field: 'Chính trị học (mẫu)',
    })
    await lecturers.setContact({
      lecturerId,
      phone: `0900 000 ${String(100 + i)}`,
      email: `khach${i + 1}@mau.nhip`,
    })
    if (as.days === null) waiting.push(lecturerId)
    else
      await lecturers.recordApproval({
        lecturerId,
        documentNumber: '215-QĐ/TU (mẫu)',
        documentOn: '2025-08-20',
        signedBy,
        fromOn: '2025-09-01',
        lastOn: addDays(today, as.days),
      })
  }
  const moved = rows[3]
  const home = nodes.find((node) => node.fullName === 'Sở Tư pháp')
  if (moved && home)
    await lecturers.addPost({
      lecturerId: moved.id,
      title: 'Giám đốc',
      unitId: home.id,
      fromOn: addDays(today, -30),
      document: '77-QĐ/TU (mẫu)',
    })
  const made = await lecturers.makeDossier({
    title: 'Đề nghị phê duyệt giảng viên thỉnh giảng năm 2027 (mẫu)',
    addressee: 'Thường trực Tỉnh ủy',
    letterNumber: '31-TTr/TCT (mẫu)',
    letterOn: addDays(today, -5),
  })
  const filled = await lecturers.addGuests({
    dossierId: made.id,
    lecturerIds: [...waiting, ...(rows[4] ? [rows[4].id] : [])],
    wishFromOn: '2027-01-01',
    wishLastOn: '2029-12-31',
  })
  await lecturers.submitDossier({ dossierId: made.id, version: filled.version })
  const [own] = (await lecturers.list({ isGuest: false, size: 20, sort: 'code' })).rows
  if (own)
    await lecturers.edit({
      lecturerId: own.id,
      version: own.version,
      code: own.code,
      name: own.name,
      categoryCode: 'own',
      fields: own.fields,
      weeklyHours: own.weeklyHours,
      accountEmail: 'giangvien@mau.nhip',
    })
}

/** What a unit of the sample proposes, and the school has not looked at yet. */
export async function proposeGuest(unit: Api, unitId: number, today: Day): Promise<void> {
  await unit.lecturers.propose({
    unitId,
    name: 'Phan Thị Đề Nghị',
    categoryCode: 'commune',
    title: 'Phó Bí thư Đảng ủy (mẫu)',
    titleFromOn: addDays(today, -400),
    fields: ['XDĐ'],
    degrees: 'Thạc sĩ',
    topics: 'Kinh nghiệm sắp xếp tổ chức đảng ở cơ sở',
    grounds: 'Trực tiếp chỉ đạo sắp xếp đơn vị, đã báo cáo ở hai lớp bồi dưỡng (mẫu)',
  })
}
