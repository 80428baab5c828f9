import type { Api } from '../api.ts'
import { addDays, type Day } from '../pure/day.ts'
import type { Db } from '../server/db/transaction.ts'

const places = [
  {
    unit: 'Đảng ủy xã Thanh Lưu',
    name: 'Xã Thanh Lưu (mẫu)',
    place: 'Trụ sở Đảng ủy xã',
    topics: 'Xây dựng nông thôn mới nâng cao\nVận hành chính quyền địa phương hai cấp\nHợp tác xã kiểu mới',
    seats: 80,
    contact: 'Văn phòng Đảng ủy',
    phone: '0200 000 001',
  },
  {
    unit: 'Đảng ủy phường Kim Giang',
    name: 'Phường Kim Giang (mẫu)',
    place: 'Trụ sở Đảng ủy phường',
    topics: 'Cải cách hành chính ở trung tâm phục vụ hành chính công\nCông tác dân vận ở khu dân cư mới',
    seats: 60,
    contact: 'Văn phòng Đảng ủy',
    phone: '0200 000 002',
  },
  {
    unit: null,
    name: 'Khu di tích lịch sử Gò Sen (mẫu)',
    place: 'Xã Sơn Hòa',
    topics: 'Truyền thống cách mạng của địa phương',
    seats: 120,
    contact: 'Ban Quản lý di tích',
    phone: '0200 000 003',
  },
]

/** Places that receive classes, and visits in every state around today. All of it is invented. */
export async function visitHosts(
  office: Api,
  inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  today: Day,
): Promise<void> {
  const { nodes } = await office.units.tree({})
  const hosts: number[] = []
  for (const { unit, ...place } of places) {
    const unitId = nodes.find((node) => node.fullName === unit)?.id
    hosts.push((await office.fieldStudies.makeHost({ ...place, ...(unitId && { unitId }) })).id)
  }
  const { rows } = await office.classes.list({ year: Number(today.slice(0, 4)), size: 100, sort: 'opensOn' })
  const running = rows.filter((row) => row.opensOn < today && (row.closesOn ?? today) > addDays(today, 30))
  const visit = (i: number, hostId: number | undefined, title: string, from: number, days: number) => ({
    classId: running[i % running.length]?.id ?? 0,
    hostId: hostId ?? 0,
    title: `${title} (mẫu)`,
    fromOn: addDays(today, from),
    lastOn: addDays(today, from + days - 1),
    people: 48,
    leader: 'Chủ nhiệm lớp (mẫu)',
    programme: 'Sáng: nghe báo cáo của Đảng ủy, trao đổi.\nChiều: thăm mô hình, thảo luận tổ.',
    papersBy: addDays(today, from + days + 9),
  })
  const asked = async (input: ReturnType<typeof visit>) => {
    const { id, version } = await office.fieldStudies.make(input)
    return office.fieldStudies.ask({ fieldStudyId: id, version, answerBy: today })
  }
  await office.fieldStudies.make(visit(0, hosts[2], 'Về nguồn, học tập truyền thống cách mạng', 30, 1))
  await asked(visit(1, hosts[0], 'Xây dựng nông thôn mới nâng cao', 20, 2))
  const declined = await asked(visit(2, hosts[1], 'Cải cách hành chính ở phường', 14, 1))
  await office.fieldStudies.answer({
    fieldStudyId: declined.id,
    version: declined.version,
    agrees: false,
    note: 'Phường có đoàn kiểm tra (mẫu)',
    otherFrom: addDays(today, 21),
    otherLast: addDays(today, 21),
  })
  const agreed = await asked(visit(3, hosts[0], 'Chính quyền địa phương hai cấp sau một năm', 9, 2))
  await office.fieldStudies.answer({
    fieldStudyId: agreed.id,
    version: agreed.version,
    agrees: true,
    receivedBy: 'Phó Bí thư Đảng ủy (mẫu)',
  })
  const past = await asked(visit(0, hosts[0], 'Hợp tác xã kiểu mới', 0, 1))
  const held = await office.fieldStudies.answer({
    fieldStudyId: past.id,
    version: past.version,
    agrees: true,
    receivedBy: 'Chủ tịch UBND xã (mẫu)',
  })
  // A visit lies behind: what is asked for is always in the future, so its days are moved where nobody looks.
  await inside((db) =>
    db
      .updateTable('field_study')
      .set({ during: `[${addDays(today, -20)},${addDays(today, -18)})`, state: 'held' })
      .where('id', '=', held.id)
      .execute(),
  )
  await office.fieldStudies.report({
    fieldStudyId: held.id,
    version: held.version,
    report: 'Lớp tìm hiểu mô hình hợp tác xã dịch vụ nông nghiệp; 12 tổ có bài thu hoạch (mẫu).',
    schoolRemark: 'Nên đưa tình huống quản lý hợp tác xã vào chuyên đề kinh tế (mẫu).',
  })
  await office.fieldStudies.setCosts({
    fieldStudyId: held.id,
    version: held.version + 1,
    costs: [
      { item: 'Thuê xe (mẫu)', plannedDong: 6_000_000, spentDong: 5_800_000, source: 'Kinh phí lớp' },
      {
        item: 'Báo cáo viên tại cơ sở (mẫu)',
        plannedDong: 1_000_000,
        spentDong: 1_000_000,
        source: 'Kinh phí lớp',
      },
    ],
  })
}
