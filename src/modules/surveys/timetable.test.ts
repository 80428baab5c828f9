import { beforeAll, expect, test } from 'vitest'
import { concluded } from '../../../tests/concluded.ts'
import { aSurveyedSchool, evaluated } from '../../../tests/surveyed.ts'
import { aWorld } from '../../../tests/world.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'

type School = Awaited<ReturnType<typeof aSurveyedSchool>>
let school: School
let programmeId: number
let topics: { philosophy: number; thought: number }

beforeAll(async () => {
  school = await aSurveyedSchool(await aWorld())
  const { office, world } = school
  programmeId = await school.aProgramme('Trung cấp lý luận')
  const { id: curriculumId } = await office.curricula.make({ programmeId, kind: 'school' })
  const part = await office.curricula.addItem({ curriculumId, kind: 'part', title: 'Kiến thức chung' })
  const add = async (title: string) =>
    (
      await office.curricula.addItem({
        curriculumId,
        kind: 'topic',
        parentId: part.id,
        title,
        hours: { theory: 10 },
      })
    ).id
  topics = { philosophy: await add('Triết học'), thought: await add('Tư tưởng Hồ Chí Minh') }
  await add('Chuyên đề chưa xếp buổi')
  const { version } = await office.curricula.submit({ curriculumId, version: 1 })
  await concluded(office, curriculumId)
  await (await world.as('rectorate')).curricula.approve({
    curriculumId,
    version,
    documentNumber: '12-QĐ/TCT',
    documentOn: '2026-11-01',
    documentBy: 'Hiệu trưởng',
  })
})

/** A class with six sessions: one lecturer with two topics, another with one; a session called off and one after the last day. */
async function aTaughtClass() {
  const { office, world, aClass, aLecturer } = school
  const classId = await aClass(programmeId, { opensOn: '2026-11-02', closesOn: '2026-12-31' })
  await world.rows(
    'update training_class set curriculum_id = (select curriculum_id from curriculum_item where id = $1) where id = $2',
    [topics.philosophy, classId],
  )
  const [both, one, late] = [
    await aLecturer('Đỗ Hai Chuyên Đề'),
    await aLecturer('Đỗ Một Chuyên Đề'),
    await aLecturer('Đỗ Dạy Sau'),
  ]
  const add = (onDay: string, lecturerId: number, itemId: number | undefined, title = '') =>
    office.teaching.addSession({
      classId,
      onDay,
      part: 'morning',
      hours: 5,
      kind: 'theory',
      lecturerId,
      title,
      ...(itemId !== undefined && { itemId }),
    })
  await add('2026-11-30', both, undefined, 'Khai giảng, phổ biến quy chế')
  await add('2026-12-01', both, topics.philosophy)
  await add('2026-12-02', both, topics.thought)
  await add('2026-12-03', one, topics.philosophy)
  await add('2026-12-04', one, topics.philosophy)
  await add('2026-12-28', late, topics.thought)
  return { classId, both, one, late }
}

/** Marks for lecturers only, by the label of what is asked about. */
const marks = (of: (label: string) => number) => (subjects: { id: number; kind: string; label: string }[]) =>
  Object.fromEntries(
    subjects
      .filter((one) => one.kind === 'lecturer')
      .map((one) => [`gv.a@${one.id}`, of(one.label)] as const),
  )

test('a campaign asks about what the timetable of the class has until its last day', async () => {
  const { office, versionId } = school
  const { classId } = await aTaughtClass()
  const dates = { opensOn: '2026-11-24', closesOn: '2026-12-04' }
  const { id } = await office.surveys.open({ classId, versionId, ...dates, expected: 30 })
  const { subjects } = await office.surveys.campaign({ campaignId: id })
  expect(subjects.map((one) => `${one.kind} ${one.label}`)).toEqual([
    'programme Trung cấp lý luận',
    'lecturer Đỗ Hai Chuyên Đề: Triết học',
    'lecturer Đỗ Hai Chuyên Đề: Tư tưởng Hồ Chí Minh',
    'lecturer Đỗ Một Chuyên Đề: Triết học',
    'topic Triết học',
    'topic Tư tưởng Hồ Chí Minh',
  ])
  expect(subjects.every((one) => one.kind === 'programme' || one.lineageId !== null)).toBe(true)

  const plain = await office.surveys.open({
    classId,
    versionId,
    ...dates,
    expected: 30,
    withTimetable: false,
  })
  const asked = (await office.surveys.campaign({ campaignId: plain.id })).subjects
  expect(asked.map((one) => one.kind)).toEqual(['programme'])
})

test('four sheets tell nothing of a lecturer and topic; five tell both, topic by topic', async () => {
  const { office, world } = school
  const { classId, both, one, late } = await aTaughtClass()
  const say = marks((label) => (label.startsWith('Đỗ Hai') ? (label.endsWith('Triết học') ? 5 : 3) : 4))
  await evaluated(school, classId, 4, say)
  expect((await office.surveys.lecturerRatings({ lecturerId: both })).rows).toEqual([])

  await evaluated(school, classId, 5, say)
  const { rows } = await office.surveys.lecturerRatings({ lecturerId: both })
  expect(rows.map((row) => [row.topic, row.n, row.mean])).toEqual([
    ['Triết học', 5, 5],
    ['Tư tưởng Hồ Chí Minh', 5, 3],
  ])
  const lineages = await world.rows<{ id: number; lineage: number }>(
    'select id::int, lineage_id::int as lineage from curriculum_item where id = any ($1) order by id',
    [[topics.philosophy, topics.thought]],
  )
  expect(rows.map((row) => row.lineageId)).toEqual(lineages.map((row) => row.lineage))
  expect((await office.surveys.lecturerRatings({ lecturerId: one })).rows).toMatchObject([
    { topic: 'Triết học', n: 5, mean: 4 },
  ])
  expect((await office.surveys.lecturerRatings({ lecturerId: late })).rows).toEqual([])
})

test('a long class makes several sheets: none is too long, all are dealt evenly, and no link knows which it was', async () => {
  const { office, world, versionId } = school
  const { classId } = await aTaughtClass()
  const { id } = await office.surveys.open({
    classId,
    versionId,
    opensOn: '2026-11-24',
    closesOn: '2026-12-04',
    expected: 12,
    way: 'tokens',
    lecturers: 'Khách Một\nKhách Hai\nKhách Ba\nKhách Bốn\nKhách Năm',
    mostAsked: 4,
  })
  const { tokens } = await office.surveys.issue({ campaignId: id, links: 12 })
  for (const token of tokens) {
    const { subjects, sheet, sheets } = await world.stranger.surveys.sheet({ token })
    expect([sheets, subjects.filter((one) => one.kind === 'lecturer').length]).toEqual([2, 4])
    expect(subjects.filter((one) => one.kind === 'topic')).toHaveLength(2)
    const answers = Object.fromEntries(
      subjects.flatMap(({ kind, id: subjectId }) =>
        kind === 'lecturer' ? [[`gv.a@${subjectId}`, 4]] : kind === 'topic' ? [[`cd@${subjectId}`, 3]] : [],
      ),
    )
    // The other sheet's questions are not on this one.
    await expect(world.stranger.surveys.answer({ token, sheet: 1 - sheet, answers })).rejects.toMatchObject({
      code: 'surveys.notYet',
    })
    await world.stranger.surveys.answer({ token, sheet, answers })
  }
  const { version } = await office.surveys.campaign({ campaignId: id })
  await office.surveys.close({ campaignId: id, version })
  const { items } = await office.surveys.results({ campaignId: id })
  const rated = items.filter((item) => item.key.startsWith('gv.a@'))
  expect(rated.map((item) => [item.n, item.mean])).toEqual(Array.from({ length: 8 }, () => [6, 4]))
  const columns = await world.rows<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'survey_token'`,
  )
  expect(columns.map((one) => one.name).sort()).toEqual(['campaign_id', 'hash', 'state'])

  // Both topics stand in one part; the sum is made of what is shown.
  const parts = await office.surveys.across({ by: 'part', campaignId: id })
  expect(parts.rows).toMatchObject([{ label: 'Kiến thức chung', question: 'cd', n: 24, mean: 3 }])
  expect((await office.surveys.across({ by: 'module', campaignId: id })).rows).toEqual([])
  const texts = (
    await readSheets(
      new Uint8Array(await (await office.surveys.resultsXlsx({ campaignId: id })).arrayBuffer()),
    )
  ).flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.map((cell) => cellText(cell))))
  for (const label of ['Khách Năm', 'Đỗ Hai Chuyên Đề: Triết học', 'Kiến thức chung'])
    expect(texts).toContain(label)
})

test('four answers on each topic of a part: the part stays hidden too, though it has eight', async () => {
  const { office } = school
  const { classId } = await aTaughtClass()
  const campaignId = await evaluated(school, classId, 8, (subjects, sheet) =>
    Object.fromEntries(
      subjects
        .filter((one) => one.kind === 'topic')
        .map((one, i) => [i, one.id])
        .filter(([i]) => i === sheet % 2)
        .map(([, id]) => [`cd@${id}`, 5]),
    ),
  )
  expect((await office.surveys.across({ by: 'part', campaignId })).rows).toEqual([])
})

test('a class is asked in the middle and at the end, by names of their own', async () => {
  const { office, versionId } = school
  const { classId } = await aTaughtClass()
  const open = (title: string) =>
    office.surveys.open({
      classId,
      versionId,
      title,
      opensOn: '2026-11-24',
      closesOn: '2026-12-04',
      expected: 30,
    })
  expect(await open('Giữa khóa')).toMatchObject({ title: 'Giữa khóa', mostAsked: 12 })
  await open('Cuối khóa')
  await expect(open('giữa khóa')).rejects.toMatchObject({ code: 'surveys.titleTaken' })
  const { version } = await office.surveys.setting()
  expect(await office.surveys.setSheetLength({ mostAsked: 20, version })).toMatchObject({ mostAsked: 20 })
  await expect(office.surveys.setSheetLength({ mostAsked: 5, version })).rejects.toMatchObject({
    code: 'surveys.stale',
  })
  await expect(office.surveys.setSheetLength({ mostAsked: 2, version: version + 1 })).rejects.toMatchObject({
    status: 422,
  })
  expect(await open('')).toMatchObject({ mostAsked: 20 })
})
