import { sql } from 'kysely'
import type { Api } from '../api.ts'
import { addDays, type Day, yearOf } from '../pure/day.ts'
import type { Db } from '../server/db/transaction.ts'

type Inside = <T>(work: (db: Db) => Promise<T>) => Promise<T>
type Person = Awaited<ReturnType<Api['nominations']['candidates']>>[number]

const reason = 'Dữ liệu của trường mẫu'
const commitment = 'Đơn vị cam kết bố trí công việc, thời gian để người được cử học đủ chương trình (mẫu).'

/**
 * Two classes that admit people, with nominations in every state: a wrong target group, somebody too young, a missing rating,
 * an exception with its number, one person in two classes, a waiting list in its order. Everything is invented.
 */
export async function admitPeople(all: Api, inside: Inside, today: Day): Promise<void> {
  const { rows } = await all.programmes.list({ q: 'TC-LLCT' })
  const programmeId = rows[0]?.id ?? 0
  const { nodes } = await all.units.tree({})
  const units = ['M1', 'M2', 'M3'].map((code) => nodes.find((node) => node.code === code)?.id ?? 0)
  const open = async (
    code: string,
    name: string,
    mode: 'partTime' | 'fullTime',
    from: number,
    seats: number,
  ) => {
    const { id: classId } = await all.classes.open({
      code,
      name,
      programmeId,
      mode,
      opensOn: addDays(today, from),
      closesOn: addDays(today, from + 330),
      basis: 'plan',
      note: 'Lớp của trường mẫu',
    })
    const made = await all.nominations.makeNotice({
      classId,
      deadlineOn: addDays(today, 14),
      sendsOn: addDays(today, 28),
      seats,
      standards:
        'Đối tượng, tiêu chuẩn theo Quy định 350-QĐ/TW. Hồ sơ: danh sách trích ngang, quyết định bổ nhiệm hoặc quy hoạch, xếp loại hai năm.',
      note: 'Thông báo của trường mẫu.',
    })
    const asked = await all.nominations.setQuotas({
      noticeId: made.id,
      version: made.version,
      quotas: units.map((unitId) => ({ unitId, seats: 6 })),
    })
    await all.nominations.issueNotice({ noticeId: made.id, version: asked.version })
    return made.id
  }
  const notice = await open(
    'TCKTT-M1',
    'Trung cấp lý luận chính trị, không tập trung (mẫu)',
    'partTime',
    60,
    2,
  )
  const other = await open('TCTT-M2', 'Trung cấp lý luận chính trị, tập trung (mẫu)', 'fullTime', 75, 40)

  /** People of a unit who stand for nothing yet, those with the wanted kind of post first. */
  const used = new Set<number>()
  const pick = async (unitId: number, wanted: RegExp, year?: (born: number) => boolean): Promise<Person> => {
    const found = (await all.nominations.candidates({ noticeId: notice, unitId })).filter(
      (one) => !used.has(one.personId) && !one.isNominated && one.posts.length > 0,
    )
    const old = year ?? ((born: number) => born < 1995)
    const fits = found.find(
      (one) => wanted.test(one.posts[0]?.title ?? '') && old(Number(one.born.slice(0, 4) || 1980)),
    )
    const chosen = fits ?? found.find((one) => wanted.test(one.posts[0]?.title ?? '')) ?? found[0]
    if (!chosen) throw new Error(`nobody to nominate at unit ${unitId}`)
    used.add(chosen.personId)
    return chosen
  }
  const years = [yearOf(addDays(today, 28)) - 2, yearOf(addDays(today, 28)) - 1]
  /** Fills what a file needs; the rating of the last year only where `rated` says so. */
  const complete = async (one: Person, rated = true): Promise<void> => {
    await all.people.addEducation({
      personId: one.personId,
      kind: 'speciality',
      level: 'Đại học',
      field: 'Luật (mẫu)',
    })
    await all.people.setPrivate({
      personId: one.personId,
      partyAdmittedOn: '2012-02-03',
      partyOfficialOn: '2013-02-03',
      reason,
    })
    await inside(async (db) => {
      await sql`update person_post set document = coalesce(document, '15-QĐ/ĐU (mẫu)'), from_on = coalesce(from_on, '2020-01-02')
        where person_id = ${one.personId}`.execute(db)
    })
    for (const year of rated ? years : years.slice(0, 1))
      await all.people.addRating({ personId: one.personId, year, level: 3, reason })
  }
  const nominate = async (unitId: number, one: Person, noticeId = notice, note = '') =>
    (await all.nominations.nominate({ noticeId, unitId, personId: one.personId, note })).id
  const item = async (nominationId: number) => ({
    nominationId,
    version: (await all.nominations.get({ nominationId })).version,
  })
  const items = (ids: readonly number[]) => Promise.all(ids.map(item))
  const sign = async (...ids: number[]) => all.nominations.sign({ items: await items(ids), commitment })
  const review = async (act: 'check' | 'return' | 'admit' | 'wait' | 'refuse', ids: number[], why = '') =>
    all.nominations.review({ items: await items(ids), act, reason: why })

  const leader = /Chủ tịch UBND|Bí thư|Cấp ủy viên/
  const ready = async (unitId: number) => {
    const one = await pick(unitId, leader)
    await complete(one)
    return one
  }
  const [m1 = 0, m2 = 0, m3 = 0] = units

  // Unit M1: two drafts that lack something, one sent, one that came back.
  const wrongGroup = await pick(m1, /Công chức/)
  await complete(wrongGroup)
  await nominate(m1, wrongGroup, notice, 'Ví dụ: sai đối tượng')
  const unrated = await pick(m1, leader)
  await complete(unrated, false)
  await nominate(m1, unrated, notice, 'Ví dụ: có thể thiếu xếp loại')
  const twice = await ready(m1)
  const sent = await nominate(m1, twice, notice, 'Ví dụ: cử vào hai lớp cùng lúc')
  await nominate(m1, twice, other)
  const back = await nominate(m1, await ready(m1))
  await sign(sent, back)
  await review('return', [back], 'Bổ sung quyết định bổ nhiệm bản sao (mẫu)')

  // Unit M2: too young for part-time; an exception with its number; somebody withdrawn.
  const young = await pick(m2, leader, (born) => born >= 1998)
  await complete(young)
  const youngId = await nominate(m2, young, notice, 'Ví dụ: chưa đủ tuổi học không tập trung')
  const special = await pick(m2, /Công chức/)
  await complete(special)
  const specialId = await nominate(m2, special, notice, 'Ví dụ: có ngoại lệ')
  const gone = await nominate(m2, await ready(m2))
  await sign(youngId, specialId, gone)
  await all.nominations.withdraw({ items: await items([gone]), reason: 'Chuyển công tác (mẫu)' })
  const { version, check } = await all.nominations.get({ nominationId: specialId })
  const unmet = check?.verdicts.find((one) => one.result === 'unmet' || one.result === 'unknown')
  if (unmet)
    await all.nominations.except({
      nominationId: specialId,
      version,
      criterion: unmet.criterion,
      number: '12-QĐ/TU (mẫu)',
      on: addDays(today, -10),
      issuer: 'Ban Thường vụ Tỉnh ủy',
      reason: 'Nhu cầu cán bộ của địa phương (mẫu)',
    })

  // Unit M3: two are admitted, two wait in an order, one is refused.
  const ids: number[] = []
  for (let i = 0; i < 5; i += 1) ids.push(await nominate(m3, await ready(m3)))
  await sign(...ids)
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = ids
  await review('check', [first, second, third, fourth, specialId])
  await review('admit', [first, second], 'Đủ điều kiện theo hồ sơ (mẫu)')
  await review('wait', [third, fourth])
  await review('refuse', [fifth], 'Đã học lớp tương đương (mẫu)')
  await all.nominations.opinion({ items: await items([specialId]), agrees: true, reason: '' })
  await all.nominations.allocate({
    noticeId: notice,
    rule: 'rank',
    criteria: ['planned', 'unitShare', 'signedFirst'],
  })
}
