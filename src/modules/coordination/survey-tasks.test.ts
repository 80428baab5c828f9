import { beforeAll, expect, test } from 'vitest'
import { aSurveyedSchool, evaluated } from '../../../tests/surveyed.ts'
import { aWorld } from '../../../tests/world.ts'

let school: Awaited<ReturnType<typeof aSurveyedSchool>>
beforeAll(async () => {
  school = await aSurveyedSchool(await aWorld())
})

const linesOf = async () =>
  (await school.office.coordination.tasks())
    .filter((one) => one.kind.startsWith('survey'))
    .map((one) => `${one.kind} ${one.about.count} ${one.dueOn ?? ''}`.trim())

/** A campaign that ends on a day with four answers expected and as many given as said. */
async function runs(closesOn: string, answers: number) {
  const { office, world, versionId } = school
  const classId = await school.aClass(await school.aProgramme(`Bồi dưỡng ${closesOn} ${answers}`))
  const dates = { opensOn: '2026-11-20', closesOn }
  const { id } = await office.surveys.open({ classId, versionId, ...dates, expected: 4, way: 'tokens' })
  if (answers === 0) return
  const { subjects } = await office.surveys.campaign({ campaignId: id })
  const marked = subjects.find((one) => one.kind === 'programme')?.id
  for (const token of (await office.surveys.issue({ campaignId: id, links: answers })).tokens)
    await world.stranger.surveys.answer({ token, answers: { [`ct.a@${marked}`]: 4 } })
}

test('the training office is told three days before of campaigns with fewer than half of the answers', async () => {
  await runs('2026-11-28', 0)
  expect(await linesOf()).toEqual([])
  await runs('2026-11-26', 2)
  expect(await linesOf()).toEqual([])
  await runs('2026-11-27', 1)
  await runs('2026-11-24', 0)
  expect(await linesOf()).toEqual(['surveyFewAnswers 0 2026-11-24', 'surveyFewAnswers 1 2026-11-27'])
  const rectorate = await school.world.as('rectorate')
  expect((await rectorate.coordination.tasks()).filter((one) => one.kind.startsWith('survey'))).toEqual([])
})

test('results of two weeks are one line; four sheets are no result', async () => {
  const isNews = (line: string) => line.startsWith('surveyResults')
  const say = (subjects: { id: number; kind: string }[]) =>
    Object.fromEntries(subjects.filter((one) => one.kind === 'programme').map((one) => [`ct.a@${one.id}`, 4]))
  const close = async (sheets: number) =>
    evaluated(school, await school.aClass(await school.aProgramme(`Có kết quả ${sheets}`)), sheets, say)
  await close(4)
  expect((await linesOf()).filter(isNews)).toEqual([])
  await close(5)
  expect((await linesOf()).filter(isNews)).toEqual(['surveyResults 1'])
  await close(6)
  expect((await linesOf()).filter(isNews)).toEqual(['surveyResults 2'])
})
