import type { Api } from '../api.ts'
import { addDays, type Day } from '../pure/day.ts'

/** The client of a sample account as it would have acted at nine in the morning of a day. */
type At = (role: 'trainingOffice' | 'headTeacher' | 'unitCoordinator' | 'learner', on: Day) => Promise<Api>

/** Difficulties of learners: solved ones, one in hand, one that is late, one that nobody has taken, a sensitive one. All invented. */
export async function learnerCases(at: At, today: Day): Promise<void> {
  const ago = (days: number) => addDays(today, -days)
  const [first, second] = (await (await at('unitCoordinator', today)).people.list({ size: 20 })).rows
  const [own] = await (await at('learner', today)).cases.learners({ personId: await ownPerson(at, today) })
  if (!first || !second || !own) return

  const office = (on: Day) => at('trainingOffice', on)
  const unit = (on: Day) => at('unitCoordinator', on)

  const made = await (await at('learner', ago(40))).cases.raise({
    personId: own.personId,
    kind: 'schedule',
    title: 'Xin học bù hai buổi do xã họp đột xuất (mẫu)',
    text: 'Xã triệu tập họp ngày trùng hai buổi học. Đề nghị nhà trường cho học bù cùng lớp khác.',
  })
  const caseId = made.id
  await (await unit(ago(39))).cases.write({
    caseId,
    text: 'Đơn vị xác nhận có triệu tập, mong nhà trường tạo điều kiện.',
  })
  const taken = await (await office(ago(38))).cases.take({ caseId, version: made.version + 1 })
  const decided = await (await office(ago(37))).cases.decide({
    caseId,
    version: taken.version,
    text: 'Cho học bù cùng lớp mở kế tiếp; chủ nhiệm lớp xếp buổi.',
  })
  await (await office(ago(25))).cases.solve({
    caseId,
    version: decided.version,
    text: 'Đã học bù đủ hai buổi.',
  })

  const late = await (await office(ago(20))).cases.raise({
    personId: first.id,
    kind: 'policy',
    title: 'Chưa có quyết định cử đi học kèm chế độ (mẫu)',
    text: 'Học viên chưa được thanh toán tiền tài liệu vì đơn vị chưa gửi quyết định cử đi học.',
    dueOn: ago(6),
  })
  await (await unit(ago(15))).cases.write({
    caseId: late.id,
    text: 'Đơn vị đang trình ký, sẽ gửi trong tuần.',
  })

  await (await unit(ago(2))).cases.raise({
    personId: second.id,
    kind: 'recall',
    title: 'Xin cho học viên về dự kỳ họp HĐND xã (mẫu)',
    text: 'Kỳ họp cuối năm kéo dài hai ngày; đề nghị nhà trường cho biết cách học bù.',
    learnerSees: true,
  })

  const shut = await (await at('headTeacher', ago(3))).cases.raise({
    personId: second.id,
    kind: 'health',
    title: 'Học viên đề nghị giữ kín tình trạng sức khỏe (mẫu)',
    text: 'Cần sắp xếp chỗ ngồi và giờ nghỉ phù hợp.',
    isSensitive: true,
  })
  const head = await at('headTeacher', ago(3))
  const officer = (await head.cases.accounts({ caseId: shut.id })).find(
    (one) => one.name === 'Lê Văn Đào Tạo',
  )
  if (officer) await head.cases.name({ caseId: shut.id, version: shut.version, accountId: officer.accountId })
}

const ownPerson = async (at: At, today: Day) => (await (await at('learner', today)).people.mine()).id
