import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import { docxFile, xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { sender } from '../access/index.ts'
import { letterTemplate } from '../files/index.ts'
import type { prioritiesContract, Subject } from './contract.ts'
import { minutesData } from './minutes.ts'
import { equalWeights, keyOf, rank, turns } from './rules/ranking.ts'
import { rankingSheet } from './sheet.ts'
import * as store from './store.ts'
import { subjectsNow } from './subjects.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const prioritiesService: Service<typeof prioritiesContract> = {
  list: async (ctx) => (await store.sheets(ctx.db)).map((sheet) => withVerbs(ctx, sheet)),

  get: async (ctx, { sheetId }) => {
    const sheet = await read(ctx, sheetId)
    const subjects = await subjectsOf(ctx, sheet)
    return {
      sheet,
      subjects,
      ranking: rank(subjects, sheet.weights),
      turns: turns(subjects, sheet.weights),
    }
  },

  start: async (ctx, { year }) => {
    const last = (await store.sheets(ctx.db)).find((sheet) => sheet.state === 'agreed')
    const id = await store.addSheet(ctx.db, {
      year,
      weights: last?.weights ?? equalWeights,
      madeBy: actorOf(ctx).accountId,
    })
    return read(ctx, id)
  },

  setWeights: async (ctx, { sheetId, version, ...weights }) => {
    await forChange(ctx, sheetId)
    if (!(await store.setWeights(ctx.db, { sheetId, version, weights })))
      throw problem(409, 'priorities.stale', { current: await read(ctx, sheetId) })
    return read(ctx, sheetId)
  },

  mark: async (ctx, { sheetId, ...mark }) => {
    const sheet = await forChange(ctx, sheetId)
    const subjects = await subjectsNow(ctx, sheet)
    if (!subjects.some((subject) => keyOf(subject) === keyOf(mark)))
      throw problem(404, 'priorities.noSuchDemand')
    await store.setMark(ctx.db, { sheetId, ...mark, madeBy: actorOf(ctx).accountId })
    return read(ctx, sheetId)
  },

  agree: async (ctx, { sheetId, version, documentNumber, documentOn }) => {
    const sheet = await forChange(ctx, sheetId)
    if (documentOn > ctx.today) throw problem(422, 'priorities.documentLater')
    const subjects = await subjectsNow(ctx, sheet)
    if (subjects.length === 0) throw problem(409, 'priorities.nothingToRank', { year: sheet.year })
    const agreed = { sheetId, version, documentNumber, documentOn, subjects, by: actorOf(ctx).accountId }
    if (!(await store.agree(ctx.db, agreed)))
      throw problem(409, 'priorities.stale', { current: await read(ctx, sheetId) })
    return read(ctx, sheetId)
  },

  xlsx: async (ctx, { sheetId }) => {
    const sheet = await read(ctx, sheetId)
    const bytes = await rankingSheet(ctx.locale === 'en' ? en : vi, sheet, await subjectsOf(ctx, sheet))
    return xlsxFile(`uu-tien-${sheet.year}`, bytes)
  },

  minutes: async (ctx, { sheetId, layout }) => {
    const sheet = await read(ctx, sheetId)
    const subjects = await subjectsOf(ctx, sheet)
    const data = minutesData(await sender(ctx.db), sheet, subjects, ctx.today, layout)
    const letter = await fillTemplate(await letterTemplate(ctx.db, 'priorityMinutes', layout), data)
    return docxFile(`bien-ban-uu-tien-${sheet.year}`, letter)
  },
}

/**
 * What each demand of a year weighs by the sheet that was agreed last for it, 0 to 1, highest first; empty where no sheet
 * of that year is agreed. For whoever chooses between demands.
 */
export async function weightsOfDemand(
  db: Db,
  { year }: { year: number },
): Promise<{ programmeId: number; modeCode: string; weight: number }[]> {
  const sheet = (await store.sheets(db)).find((one) => one.year === year && one.state === 'agreed')
  if (!sheet) return []
  const subjects = (await store.agreedSubjects(db, sheet.id)) ?? []
  return rank(subjects, sheet.weights).map(({ programmeId, modeCode, score }) => ({
    programmeId,
    modeCode,
    weight: score / 100,
  }))
}

/** As they were agreed; of a draft as they are now. */
const subjectsOf = async (ctx: Ctx, sheet: store.SheetRow): Promise<Subject[]> =>
  (await store.agreedSubjects(ctx.db, sheet.id)) ?? subjectsNow(ctx, sheet)

async function read(ctx: Ctx, sheetId: number) {
  const sheet = await store.sheetById(ctx.db, sheetId)
  if (!sheet) throw problem(404, 'priorities.notFound')
  return withVerbs(ctx, sheet)
}

/** The sheet, locked, if it can still be changed. */
async function forChange(ctx: Ctx, sheetId: number) {
  await store.lockSheet(ctx.db, sheetId)
  const sheet = await read(ctx, sheetId)
  if (sheet.state === 'agreed') throw problem(409, 'priorities.frozen')
  return sheet
}

function withVerbs(ctx: Ctx, sheet: store.SheetRow) {
  const { rights } = actorOf(ctx)
  const isOpen = sheet.state === 'draft'
  const can = [
    ...(isOpen && rights.includes('priorities.edit') ? ['edit'] : []),
    ...(isOpen && rights.includes('priorities.decide') ? ['agree'] : []),
  ]
  return { ...sheet, can }
}
