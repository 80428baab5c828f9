import { addDays, type Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import type { Db } from '../../server/db/transaction.ts'
import { type NightHouse, nightly } from '../../server/nightly.ts'
import { evaluationSets } from './forms.ts'
import { sharedLink } from './links.ts'
import { isInvalid, setOn } from './quality.ts'
import { onSheet } from './rules/dealing.ts'
import { figuresOf, sheetAt, tally } from './rules.ts'
import * as store from './store.ts'

/** How many days a campaign that opened by itself takes sheets, the first and the last among them. */
export const automaticDays = 14

/** Counts a campaign that was just closed. Whoever was answering while it closed is in, or was told that it is over. */
export async function settle(db: Db, campaignId: number, versionId: number, today: Day): Promise<void> {
  const form = await store.definitionOf(db, versionId)
  const closed = await store.campaignById(db, campaignId, today)
  if (!form || !closed) throw problem(404, 'access.notFound')
  const subjects = await store.subjectsOf(db, campaignId)
  const answers = await store.openedAnswers(db, campaignId, today)
  const set = setOn(await evaluationSets(), closed.heldOn)
  const valid = answers.filter(
    (answer) =>
      !isInvalid(set, form, onSheet(subjects, closed.mostAsked, Number(answer[sheetAt] ?? 0)), answer),
  )
  const result = tally(form, subjects, valid, closed.answers, answers.length - valid.length)
  await store.keepResult(db, campaignId, result)
  await store.keepFigures(db, campaignId, versionId, figuresOf(form, subjects, result))
}

/**
 * The night's work: campaigns whose last day is over are closed and counted; where the school has switched it on, a class that
 * ends today (or ended while the server stood still) gets its campaign with a shared link. A second run finds nothing to do.
 */
export async function turnCampaigns(db: Db, today: Day): Promise<{ closed: number; opened: number }> {
  let closed = 0
  for (const { id, versionId, version } of await store.overdue(db, today)) {
    if (!(await store.closeCampaign(db, id, version, today))) continue
    await settle(db, id, versionId, today)
    closed += 1
  }
  const { opensItself, versionId, since, mostAsked } = await store.settingNow(db)
  if (!opensItself || versionId === null || since === null) return { closed, opened: 0 }
  const ended = await store.endedClasses(db, since, today, automaticDays)
  for (const { classId, learners } of ended)
    await store.addCampaign(
      db,
      {
        classId,
        versionId,
        mostAsked,
        opensOn: today,
        closesOn: addDays(today, automaticDays - 1),
        expected: learners,
        way: 'shared',
        shared: sharedLink(),
        isAutomatic: true,
      },
      [],
    )
  return { closed, opened: ended.length }
}

export const turnCampaignsEveryNight = (house: NightHouse) =>
  nightly(house, 'surveys.turn', '11 0 * * *', turnCampaigns)
