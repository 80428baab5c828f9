import type { Api } from '../api.ts'
import { addDays, type Day } from '../pure/day.ts'
import { diceOf } from './dice.ts'
import { unlessTaken } from './resources.ts'

const remarks = [
  'Nên có thêm tình huống thực tế (mẫu)',
  'Tài liệu phát sớm hơn (mẫu)',
  'Hội trường hơi nóng (mẫu)',
]
/** What the form asks of each subject. */
const asks = { programme: ['ct.a', 'ct.b'], lecturer: ['gv.a', 'gv.b'], topic: ['cd'], place: [] } as const
type Dice = ReturnType<typeof diceOf>
type Who = { office: Api; anybody: Api }

/** Two classes that were evaluated: one with sixty sheets, one with four, which stay hidden; a third still takes sheets. All of it is invented. */
export async function evaluateClasses(office: Api, anybody: Api, today: Day): Promise<void> {
  await office.surveys.loadForms()
  const form = (await office.surveys.forms()).find((one) => one.title.includes('cuối khóa'))
  const { rows } = await office.classes.list({ year: Number(today.slice(0, 4)), size: 100 })
  const ended = rows.filter((row) => row.closesOn !== null && row.closesOn < today).slice(0, 2)
  const dice = diceOf(180)
  for (const [i, held] of ended.entries())
    await evaluate({ office, anybody }, dice, {
      classId: held.id,
      versionId: form?.versionId ?? 0,
      opensOn: addDays(today, -7),
      closesOn: addDays(today, 7),
      sheets: i === 0 ? 60 : 4,
      title: 'Cuối khóa',
      lecturers: 'Giảng viên mẫu thứ nhất\nGiảng viên mẫu thứ hai',
    })
  const [running] = rows.filter((row) => !ended.includes(row))
  if (running)
    await office.surveys.open({
      classId: running.id,
      title: 'Giữa khóa',
      versionId: form?.versionId ?? 0,
      opensOn: addDays(today, -1),
      closesOn: addDays(today, 13),
      expected: 40,
      lecturers: 'Giảng viên mẫu thứ ba',
    })
}

/**
 * Classes of this year and the last that were evaluated after their end, so that results over classes have something to put
 * together: long ones with a few sessions of two lecturers of the school by topic, short ones with both as booked. One has four sheets. All of
 * it is invented.
 */
export async function evaluateEarlier(who: Who, today: Day): Promise<void> {
  const { office } = who
  const form = (await office.surveys.forms()).find((one) => one.title.includes('cuối khóa'))
  const lecturers = (await office.lecturers.list({ isGuest: false, size: 20, sort: 'code' })).rows.slice(0, 2)
  const dice = diceOf(181)
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const { rows } = await office.classes.list({ year, size: 100, sort: 'closesOn' })
    const ended = rows.flatMap((row) =>
      row.closesOn !== null && row.closesOn < today && row.closesOn.startsWith(String(year))
        ? [{ ...row, lastOn: row.closesOn }]
        : [],
    )
    const long = ended.filter((row) => row.programme.startsWith('Trung cấp')).slice(0, 2)
    const short = ended.filter((row) => row.programme.startsWith('Bồi dưỡng')).slice(-4)
    for (const row of [...long, ...short]) {
      const { id: classId, lastOn } = row
      if (long.includes(row)) await taughtByTopic(office, classId, lastOn, lecturers)
      else
        for (const lecturer of lecturers)
          await unlessTaken(() =>
            office.classes.bookLecturer({
              classId,
              lecturerId: lecturer.id,
              fieldCode: lecturer.fields[0] ?? 'XDĐ',
              fromOn: row.opensOn,
              lastOn: row.opensOn,
            }),
          )
      await evaluate(who, dice, {
        classId,
        versionId: form?.versionId ?? 0,
        title: 'Chuyên đề và giảng viên',
        opensOn: addDays(today, -14),
        closesOn: today,
        sheets: row === short[0] ? 4 : dice.between(6, 11),
        lecturers: '',
      })
    }
  }
}

/** Sessions of two topics in the last fortnight of a class, each lecturer in both. */
async function taughtByTopic(
  office: Api,
  classId: number,
  lastOn: Day,
  lecturers: readonly { id: number }[],
): Promise<void> {
  const { topics } = await office.teaching.timetable({ classId })
  for (const [i, lecturer] of lecturers.entries())
    for (const [n, topic] of topics.slice(0, 2).entries())
      await unlessTaken(() =>
        office.teaching.addSession({
          classId,
          itemId: topic.itemId,
          onDay: addDays(lastOn, -(2 + 2 * i + n)),
          part: 'morning',
          hours: 5,
          lecturerId: lecturer.id,
        }),
      )
}

async function evaluate(
  { office, anybody }: Who,
  dice: Dice,
  {
    sheets,
    ...input
  }: {
    classId: number
    versionId: number
    title: string
    opensOn: Day
    closesOn: Day
    sheets: number
    lecturers: string
  },
): Promise<void> {
  const { id } = await office.surveys.open({ ...input, expected: sheets + 6, way: 'tokens' })
  const { version } = await office.surveys.campaign({ campaignId: id })
  const { tokens } = await office.surveys.issue({ campaignId: id, links: sheets })
  for (const [n, token] of tokens.entries()) {
    const { subjects, sheet } = await anybody.surveys.sheet({ token })
    const marks = subjects.flatMap((one) =>
      asks[one.kind].map((key) => [`${key}@${one.id}`, dice.between(2, 5)] as const),
    )
    const remark = n % 9 === 0 ? { yk: remarks[(n / 9) % remarks.length] as string } : {}
    await anybody.surveys.answer({ token, sheet, answers: { ...Object.fromEntries(marks), ...remark } })
  }
  await office.surveys.close({ campaignId: id, version })
}
