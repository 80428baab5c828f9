import type { Api } from '../api.ts'
import { addDays, type Day } from '../pure/day.ts'
import { diceOf } from './dice.ts'

const remarks = [
  'Nên có thêm tình huống thực tế (mẫu)',
  'Tài liệu phát sớm hơn (mẫu)',
  'Hội trường hơi nóng (mẫu)',
]

/** Two classes that were evaluated: one with sixty sheets, one with four, which stay hidden; a third still takes sheets. All of it is invented. */
export async function evaluateClasses(office: Api, anybody: Api, today: Day): Promise<void> {
  await office.surveys.loadForms()
  const [form] = await office.surveys.forms()
  const { rows } = await office.classes.list({ year: Number(today.slice(0, 4)), size: 100 })
  const ended = rows.filter((row) => row.closesOn !== null && row.closesOn < today).slice(0, 2)
  const dice = diceOf(180)
  for (const [i, held] of ended.entries()) {
    const sheets = i === 0 ? 60 : 4
    const { id } = await office.surveys.open({
      classId: held.id,
      versionId: form?.versionId ?? 0,
      opensOn: addDays(today, -7),
      closesOn: addDays(today, 7),
      expected: sheets + 6,
      way: 'tokens',
      lecturers: 'Giảng viên mẫu thứ nhất\nGiảng viên mẫu thứ hai',
    })
    const { subjects } = await office.surveys.campaign({ campaignId: id })
    const { tokens } = await office.surveys.issue({ campaignId: id, links: sheets })
    for (const [n, token] of tokens.entries()) {
      const marks = subjects.flatMap((one) =>
        one.kind === 'place'
          ? []
          : ['a', 'b'].map(
              (row) =>
                [`${one.kind === 'lecturer' ? 'gv' : 'ct'}.${row}@${one.id}`, dice.between(2, 5)] as const,
            ),
      )
      const remark = n % 9 === 0 ? { yk: remarks[(n / 9) % remarks.length] as string } : {}
      await anybody.surveys.answer({ token, answers: { ...Object.fromEntries(marks), ...remark } })
    }
    const { version } = await office.surveys.campaign({ campaignId: id })
    await office.surveys.close({ campaignId: id, version })
  }
  const [running] = rows.filter((row) => !ended.includes(row))
  if (running)
    await office.surveys.open({
      classId: running.id,
      versionId: form?.versionId ?? 0,
      opensOn: addDays(today, -1),
      closesOn: addDays(today, 13),
      expected: 40,
      lecturers: 'Giảng viên mẫu thứ ba',
    })
}
