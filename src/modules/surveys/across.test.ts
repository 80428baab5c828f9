import { beforeAll, expect, test } from 'vitest'
import { aSurveyedSchool, evaluated } from '../../../tests/surveyed.ts'
import { wordText } from '../../../tests/word.ts'
import { aWorld } from '../../../tests/world.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'

type School = Awaited<ReturnType<typeof aSurveyedSchool>>
let school: School

beforeAll(async () => {
  school = await aSurveyedSchool(await aWorld())
})

/** Marks for the programme by the sheet's number, and for each lecturer whom `marked` names. */
const say =
  (
    mark: (sheet: number) => number,
    marked: (label: string, sheet: number) => number | undefined = () => undefined,
  ) =>
  (subjects: { id: number; kind: string; label: string }[], sheet: number) =>
    Object.fromEntries(
      subjects.flatMap((one) => {
        const value = one.kind === 'programme' ? mark(sheet) : marked(one.label, sheet)
        if (value === undefined || one.kind === 'place') return []
        return [[`${one.kind === 'programme' ? 'ct' : 'gv'}.a@${one.id}`, value]]
      }),
    )
const cellsOf = async (file: File) =>
  (await readSheets(new Uint8Array(await file.arrayBuffer()))).flatMap((sheet) =>
    sheet.rows.flatMap((row) => row.cells.map((cell) => cellText(cell))),
  )

test('two classes of a programme are put together as if all had answered in one', async () => {
  const { office, aProgramme, aClass } = school
  const programmeId = await aProgramme('Bồi dưỡng chung')
  const first = await aClass(programmeId, { closesOn: '2026-10-16' })
  const second = await aClass(programmeId, { closesOn: '2026-11-06' })
  // 5, 5, 4, 4, 2 and 1, 1, 1, 3, 4, 5: eleven marks, mean 35/11.
  const marks = [
    [5, 5, 4, 4, 2],
    [1, 1, 1, 3, 4, 5],
  ] as const
  await evaluated(
    school,
    first,
    5,
    say((i) => marks[0][i] as number),
  )
  await evaluated(
    school,
    second,
    6,
    say((i) => marks[1][i] as number),
  )
  const { rows } = await office.surveys.across({ programmeId })
  expect(rows).toHaveLength(1)
  const all = marks.flat()
  const mean = all.reduce<number>((sum, one) => sum + one, 0) / all.length
  const spread = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (all.length - 1))
  expect(rows[0]).toMatchObject({ label: 'Bồi dưỡng chung', n: 11, campaigns: 2, low: 1, high: 5 })
  expect(rows[0]?.mean).toBeCloseTo(mean, 10)
  expect(rows[0]?.spread).toBeCloseTo(spread, 10)

  const late = await office.surveys.across({ programmeId, fromOn: '2026-10-17' })
  expect(late.rows[0]).toMatchObject({ n: 6, campaigns: 1 })
  expect((await office.surveys.across({ programmeId, untilOn: '2026-10-15' })).total).toBe(0)
  expect(await cellsOf(await office.surveys.acrossXlsx({ programmeId }))).toContain('Bồi dưỡng chung')
})

test('a class of four is in no sum over classes: all of them less the others does not tell it', async () => {
  const { office, aProgramme, aClass } = school
  const programmeId = await aProgramme('Bồi dưỡng có lớp nhỏ')
  await evaluated(
    school,
    await aClass(programmeId),
    9,
    say(() => 4),
  )
  await evaluated(
    school,
    await aClass(programmeId),
    4,
    say(() => 1),
  )
  const { rows } = await office.surveys.across({ programmeId })
  expect(rows[0]).toMatchObject({ n: 9, campaigns: 1, mean: 4 })
})

test('a lecturer whose group is hidden in a class, also only by subtraction, is in no sum over classes', async () => {
  const { office, aProgramme, aClass, aLecturer } = school
  const programmeId = await aProgramme('Bồi dưỡng nhiều giảng viên')
  const [many, few, middle] = [
    await aLecturer('Lê Nhiều'),
    await aLecturer('Lê Ít'),
    await aLecturer('Lê Vừa'),
  ]
  // 20 rate the first, 3 the second, 7 the third: the third is hidden with the second.
  await evaluated(
    school,
    await aClass(programmeId),
    20,
    say(
      () => 3,
      (label, i) =>
        label === 'Lê Nhiều' ? 5 : label === 'Lê Ít' ? (i < 3 ? 1 : undefined) : i < 7 ? 2 : undefined,
    ),
    { book: [many, few, middle] },
  )
  const ratedBefore = await office.surveys.lecturerRatings({ lecturerId: middle })
  expect(ratedBefore).toMatchObject({ name: 'Lê Vừa', rows: [], comments: [] })
  // A second class where the third is shown: only that one counts.
  await evaluated(
    school,
    await aClass(programmeId),
    6,
    say(
      () => 3,
      () => 4,
    ),
    { book: [middle] },
  )
  expect((await office.surveys.lecturerRatings({ lecturerId: middle })).rows).toMatchObject([
    { n: 6, campaigns: 1, mean: 4, topic: null },
  ])
  expect((await office.surveys.lecturerRatings({ lecturerId: few })).rows).toEqual([])
  expect((await office.surveys.lecturerRatings({ lecturerId: many })).rows).toMatchObject([
    { n: 20, mean: 5 },
  ])

  // The choice of a substitute knows the same, with the number of answers; under five there is nothing to know.
  const { id: sessionId } = await office.teaching.addSession({
    classId: await aClass(programmeId, { opensOn: '2026-12-07', closesOn: '2026-12-18' }),
    onDay: '2026-12-08',
    part: 'morning',
    hours: 5,
    title: 'Cần người thay',
  })
  const { rows: substitutes } = await office.teaching.substitutes({ sessionIds: [sessionId] })
  const ratingOf = (id: number) => substitutes.find((one) => one.lecturerId === id)?.rating
  expect(ratingOf(many)).toEqual({ score: 1, answers: 20 })
  expect(ratingOf(few)).toBeNull()
  expect(ratingOf(middle)).toEqual({ score: 0.75, answers: 6 })

  const list = await office.surveys.ratedLecturers({ by: 'lecturer', programmeId })
  expect(list.rows.map((row) => [row.label, row.campaigns, row.n])).toEqual([
    ['Lê Nhiều', 1, 20],
    ['Lê Vừa', 1, 6],
  ])
  expect(Object.keys(list.rows[0] ?? {})).not.toContain('mean')
  await expect(office.surveys.across({ by: 'lecturer' })).rejects.toMatchObject({ code: 'surveys.oneByOne' })
  const texts = await cellsOf(await office.surveys.acrossXlsx({ by: 'lecturer' }))
  expect(texts).toContain('Lê Vừa')
  expect(texts).not.toContain('5,00')
})

test('a lecturer sees the own ratings and what was written, and nobody else’s', async () => {
  const { world, office, aProgramme, aClass, aLecturer } = school
  const programmeId = await aProgramme('Bồi dưỡng hai giảng viên')
  const [mine, other] = [await aLecturer('Trần Của Tôi'), await aLecturer('Trần Người Khác')]
  const lecturer = await world.as('lecturer')
  const stranger = await world.as('lecturer')
  await world.rows('update lecturer set account_id = $1 where id = $2', [lecturer.accountId, mine])
  await evaluated(
    school,
    await aClass(programmeId),
    5,
    say(
      () => 3,
      (label) => (label === 'Trần Của Tôi' ? 5 : 1),
    ),
    { book: [mine, other] },
  )
  const own = await lecturer.surveys.myRatings({})
  expect(own.rows).toMatchObject([{ n: 5, mean: 5 }])
  expect(await office.surveys.lecturerRatings({ lecturerId: mine })).toMatchObject({ rows: own.rows })
  expect((await lecturer.surveys.myRatings({ fromOn: '2026-11-01' })).rows).toEqual([])
  expect((await stranger.surveys.myRatings({})).rows).toEqual([])
  await expect(lecturer.surveys.lecturerRatings({ lecturerId: mine })).rejects.toMatchObject({ status: 403 })
  await expect(office.surveys.myRatings({})).rejects.toMatchObject({ status: 403 })
  await expect((await world.as('learner')).surveys.myRatings({})).rejects.toMatchObject({ status: 403 })
})

test('marks of different scales and questions of other forms are not put together', async () => {
  const { world, office, aProgramme, aClass } = school
  const programmeId = await aProgramme('Bồi dưỡng hai thang')
  await evaluated(
    school,
    await aClass(programmeId),
    5,
    say(() => 4),
  )
  const [other] = await world.rows<{ id: number }>(
    `insert into survey_version (form_id, number, definition, published_at)
       select form_id, 9, replace(definition::text, '"points": 5', '"points": 10')::jsonb, now()
       from survey_version where id = $1 returning id::int`,
    [school.versionId],
  )
  await evaluated(
    { ...school, versionId: other?.id ?? 0 },
    await aClass(programmeId),
    5,
    say(() => 9),
  )
  const { rows } = await office.surveys.across({ programmeId })
  expect(rows.map((row) => [row.high, row.n, row.mean])).toEqual([
    [5, 5, 4],
    [10, 5, 9],
  ])
})

test('the database itself takes no group below five into the results across classes', async () => {
  await expect(
    school.world.rows(
      `insert into survey_figure (campaign_id, at, form_id, question, text, n)
         select c.id, 'x', v.form_id, 'x', 'x', 4 from survey_campaign c join survey_version v on v.id = c.version_id limit 1`,
    ),
  ).rejects.toMatchObject({ constraint: 'survey_figure_floor' })
})

test('dates and the number expected may change while a campaign is open, and not after', async () => {
  const { office, aProgramme, aClass } = school
  const classId = await aClass(await aProgramme('Bồi dưỡng dời ngày'))
  const dates = { opensOn: '2026-11-20', closesOn: '2026-12-04' }
  const { id, version } = await office.surveys.open({
    classId,
    versionId: school.versionId,
    ...dates,
    expected: 5,
  })
  const later = { campaignId: id, opensOn: '2026-11-20', closesOn: '2026-12-18', expected: 9 }
  const changed = await office.surveys.change({ ...later, version })
  expect(changed).toMatchObject({ closesOn: '2026-12-18', expected: 9 })
  await expect(office.surveys.change({ ...later, version })).rejects.toMatchObject({ code: 'surveys.stale' })
  await expect(
    office.surveys.change({ ...later, closesOn: '2026-11-01', version: changed.version }),
  ).rejects.toMatchObject({ code: 'surveys.period' })
  const closed = await office.surveys.close({ campaignId: id, version: changed.version })
  await expect(office.surveys.change({ ...later, version: closed.version })).rejects.toMatchObject({
    code: 'surveys.fixed',
  })
})

test('a sheet with more than 5 % of its indicators left blank is counted and in no figure, for a class of that time only', async () => {
  const { office, aProgramme, aClass } = school
  const programmeId = await aProgramme('Bồi dưỡng theo thông tư')
  const { versionId } = await office.surveys.makeForm({ title: 'Phiếu theo thông tư' })
  const rows = Array.from({ length: 20 }, (_, i) => ({ key: `r${i}`, text: `Chỉ báo ${i}` }))
  await office.surveys.saveDraft({
    versionId,
    title: 'Phiếu theo thông tư',
    version: 1,
    definition: {
      sections: [
        {
          title: 'A',
          content: 'programme',
          questions: [{ kind: 'likert', key: 'ct', text: 'Về chương trình', points: 10, rows }],
        },
      ],
    },
  })
  await office.surveys.publish({ versionId, version: 2 })
  // Six sheets; the last leaves two of twenty blank: 10 %.
  const sheet = (_: unknown, i: number) =>
    Object.fromEntries(rows.slice(i === 5 ? 2 : 0).map((row) => [`ct.${row.key}`, i === 5 ? 1 : 8]))
  const then = await aClass(programmeId, { opensOn: '2022-05-09', closesOn: '2022-05-20' })
  const now = await aClass(programmeId)
  const own = { ...school, versionId }
  const old = await evaluated(own, then, 6, sheet)
  const recent = await evaluated(own, now, 6, sheet)
  expect(await office.surveys.results({ campaignId: old })).toMatchObject({ answers: 6, invalid: 1 })
  expect(await office.surveys.results({ campaignId: recent })).toMatchObject({ answers: 6, invalid: 0 })
  expect(await office.surveys.quality({ campaignId: old })).toMatchObject({
    set: { id: 'EVAL-10' },
    index: { mean: 8, band: { code: 'excellent' } },
  })
  expect(await office.surveys.quality({ campaignId: recent })).toBeNull()
  const year = await office.surveys.evaluationYear({ year: 2022 })
  expect(year).toMatchObject({ ended: 1, beyond: 0 })
  expect(year.sets[0]?.shares.map((one) => [one.content, one.result])).toEqual([
    ['programme', 'met'],
    ['learner', 'unmet'],
    ['lecturer', 'unmet'],
    ['facility', 'unmet'],
    ['course', 'unmet'],
    ['effect', 'unmet'],
  ])
  const today = await office.surveys.evaluationYear({ year: 2026 })
  expect(today.sets).toEqual([])
  expect(today.beyond).toBe(today.ended)
})

test('the result goes out in Word as the page has it: what fewer than five said is not in it', async () => {
  const { office, aProgramme, aClass } = school
  const programmeId = await aProgramme('Bồi dưỡng in ra')
  const shown = await evaluated(
    school,
    await aClass(programmeId),
    6,
    say((i) => (i < 3 ? 4 : 5)),
  )
  const text = await wordText(await office.documents.surveyLetter({ campaignId: shown }))
  for (const said of ['Bồi dưỡng in ra', '6 phiếu trả lời trên 100 người', '4,50'])
    expect(text).toContain(said)
  const few = await evaluated(
    school,
    await aClass(programmeId),
    4,
    say(() => 2),
  )
  const hidden = await wordText(await office.documents.surveyLetter({ campaignId: few, layout: 'party' }))
  expect(hidden).toContain('Dưới năm phiếu trả lời')
  expect(hidden).not.toContain('2,00')
})
