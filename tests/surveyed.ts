import type { Api } from '../src/api.ts'
import type { World } from './world.ts'

type Marks = Record<string, number | string | string[]>

/** A school that evaluates: classes to open, and campaigns whose answers were given and counted. */
export async function aSurveyedSchool(world: World) {
  const office = await world.as('trainingOffice')
  await office.surveys.loadForms()
  const versionId = (await office.surveys.forms()).find((one) => /cuối khóa/.test(one.title))?.versionId ?? 0
  let number = 0
  const aProgramme = async (name: string) => {
    number += 1
    const modes: ['none'] = ['none']
    const kind = 'fostering' as const
    return (await office.programmes.make({ code: `P-${number}`, name, groupCode: kind, kind, modes })).id
  }
  const aClass = async (programmeId: number, more: Partial<Parameters<Api['classes']['open']>[0]> = {}) => {
    number += 1
    const dates = { opensOn: '2026-10-05', closesOn: '2026-10-16' }
    const code = `L-${number}`
    const made = await office.classes.open({
      code,
      name: `Lớp ${code}`,
      programmeId,
      basis: 'plan',
      ...dates,
      ...more,
    })
    return made.id
  }
  const aLecturer = async (name: string): Promise<number> => {
    number += 1
    const rows = await world.rows<{ id: number }>(
      `insert into lecturer (code, name, search_key, sort_key) values ($1, $2, lower($2), lower($2)) returning id::int`,
      [`GV-${number}`, name],
    )
    return rows[0]?.id ?? 0
  }
  return { world, office, versionId, aProgramme, aClass, aLecturer }
}

/** Opens a campaign, answers it `sheets` times with what `say` says of its subjects, and closes it. */
export async function evaluated(
  { world, office, versionId }: { world: World; office: Api; versionId: number },
  classId: number,
  sheets: number,
  say: (subjects: { id: number; kind: string; label: string }[], sheet: number) => Marks,
  more: Partial<Parameters<Api['surveys']['open']>[0]> & { book?: number[] } = {},
): Promise<number> {
  const { book = [], ...input } = more
  const { id } = await office.surveys.open({
    classId,
    versionId,
    opensOn: '2026-11-20',
    closesOn: '2026-12-04',
    expected: 100,
    way: 'tokens',
    ...input,
  })
  for (const lecturerId of book)
    await world.rows(
      `insert into survey_subject (campaign_id, kind, label, lecturer_id, sort_order)
         select $1, 'lecturer', name, id, 9 from lecturer where id = $2`,
      [id, lecturerId],
    )
  const { subjects, version } = await office.surveys.campaign({ campaignId: id })
  if (sheets > 0)
    for (const [i, token] of (await office.surveys.issue({ campaignId: id, links: sheets })).tokens.entries())
      await world.stranger.surveys.answer({ token, answers: say(subjects, i) })
  await office.surveys.close({ campaignId: id, version })
  return id
}
