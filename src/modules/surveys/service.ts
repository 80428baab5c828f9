import { randomInt } from 'node:crypto'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import * as across from './across-store.ts'
import { definition, type surveysContract } from './contract.ts'
import { evaluationSets, shippedForms } from './forms.ts'
import { hashOf, newKey, sharedLink } from './links.ts'
import { contentsOf, indexed, setOn, sharesOf } from './quality.ts'
import { dealer, onSheet, sheetsOf } from './rules/dealing.ts'
import { answersSchema, sheetAt } from './rules.ts'
import { settle } from './settle.ts'
import { acrossSheet, lecturersSheet, linksSheet, ratingsSheets, resultSheets } from './sheets.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** Why a link opens nothing, by where it stands. */
const refusals: Record<string, string> = {
  withdrawn: 'surveys.withdrawn',
  early: 'surveys.early',
  over: 'surveys.over',
  full: 'surveys.full',
}

/** Deals sheets in this process; nothing of it is kept anywhere. */
const deal = dealer((below) => randomInt(below))

export const surveysService: Service<typeof surveysContract> = {
  forms: (ctx) => store.publishedForms(ctx.db),

  loadForms: async (ctx) => ({
    added: await store.addForms(ctx.db, await shippedForms(), actorOf(ctx).accountId),
  }),

  formList: (ctx) => store.formsWithVersions(ctx.db),

  formVersion: (ctx, { versionId }) => readVersion(ctx, versionId),

  makeForm: async (ctx, { title, copyOf }) => {
    const from = copyOf === undefined ? null : await readVersion(ctx, copyOf)
    const source = from ? words(ctx).copyOf({ title: from.title, source: from.source }).slice(0, 500) : ''
    const form = { title, source, definition: from?.definition ?? { lead: '', sections: [] } }
    return { versionId: await store.addForm(ctx.db, form, actorOf(ctx).accountId) }
  },

  nextVersion: async (ctx, { versionId }) => {
    await readVersion(ctx, versionId)
    return { versionId: await store.draftFrom(ctx.db, versionId, actorOf(ctx).accountId) }
  },

  saveDraft: async (ctx, input) => {
    const current = await readDraft(ctx, input.versionId)
    if (!(await store.saveDraft(ctx.db, input))) throw problem(409, 'surveys.draftStale', { current })
    return readVersion(ctx, input.versionId)
  },

  publish: async (ctx, { versionId, version }) => {
    const current = await readDraft(ctx, versionId)
    if (!definition.safeParse(current.definition).success) throw problem(422, 'surveys.notReady')
    if (!(await store.publishDraft(ctx.db, versionId, version, actorOf(ctx).accountId)))
      throw problem(409, 'surveys.draftStale', { current })
    return readVersion(ctx, versionId)
  },

  dropDraft: async (ctx, { versionId, version }) => {
    const current = await readDraft(ctx, versionId)
    if (!(await store.dropDraft(ctx.db, versionId, version)))
      throw problem(409, 'surveys.draftStale', { current })
    return { dropped: true }
  },

  campaigns: async (ctx, input) => {
    const { rows, total } = await store.listed(ctx.db, ctx.today, input)
    return { rows: rows.map((row) => shown(ctx, row)), total }
  },

  campaign: async (ctx, { campaignId }) => {
    const row = await read(ctx, campaignId)
    const answer = shown(ctx, row)
    return {
      ...answer,
      sharedKey: answer.can.includes('close') ? row.sharedKey : null,
      subjects: await store.subjectsOf(ctx.db, campaignId),
    }
  },

  open: async (ctx, input) => {
    const forms = await store.publishedForms(ctx.db)
    if (!forms.some((one) => one.versionId === input.versionId)) throw problem(422, 'surveys.noForm')
    const lines = (text: string) => text.split('\n').map(tidy).filter(Boolean)
    const id = await store.addCampaign(
      ctx.db,
      {
        ...input,
        mostAsked: input.mostAsked ?? (await store.settingNow(ctx.db)).mostAsked,
        shared: input.way === 'shared' ? sharedLink() : null,
      },
      [
        ...lines(input.topics).map((label) => ({ kind: 'topic' as const, label: label.slice(0, 300) })),
        ...lines(input.lecturers).map((label) => ({ kind: 'lecturer' as const, label: label.slice(0, 300) })),
      ],
    )
    return shown(ctx, await read(ctx, id))
  },

  change: async (ctx, { campaignId, ...input }) => {
    await read(ctx, campaignId)
    if (!(await store.changeCampaign(ctx.db, campaignId, input))) throw problem(409, 'surveys.stale')
    return shown(ctx, await read(ctx, campaignId))
  },

  linksXlsx: async (ctx, { campaignId, links }) => {
    const row = await read(ctx, campaignId)
    return xlsxFile('lien-ket-danh-gia', await linksSheet(words(ctx), row, links))
  },

  issue: async (ctx, { campaignId, links }) => {
    const row = await read(ctx, campaignId)
    if (row.way !== 'tokens') throw problem(409, 'surveys.isShared')
    const tokens = Array.from({ length: links }, newKey)
    await store.addLinks(ctx.db, campaignId, tokens.map(hashOf))
    return { tokens }
  },

  close: async (ctx, { campaignId, version }) => {
    const row = await read(ctx, campaignId)
    if (!(await store.closeCampaign(ctx.db, campaignId, version, ctx.today)))
      throw problem(409, 'surveys.stale')
    await settle(ctx.db, campaignId, row.versionId, ctx.today)
    return shown(ctx, await read(ctx, campaignId))
  },

  withdraw: async (ctx, { campaignId, version }) => {
    const row = await read(ctx, campaignId)
    const withdrawn = await store.withdrawLinks(
      ctx.db,
      campaignId,
      version,
      row.way === 'shared' ? sharedLink() : null,
    )
    if (withdrawn === null) throw problem(409, 'surveys.stale')
    return { withdrawn }
  },

  setting: (ctx) => store.settingNow(ctx.db),

  setSetting: async (ctx, { opensItself, versionId, isConfirmed, version }) => {
    if (opensItself) {
      const form = (await store.publishedForms(ctx.db)).find((one) => one.versionId === versionId)
      if (!form) throw problem(422, 'surveys.noForm')
      if (form.needsConfirmation && !isConfirmed) throw problem(422, 'surveys.unconfirmed')
      await store.confirmForm(ctx.db, form.versionId)
    }
    const kept = { opensItself, versionId: versionId ?? null, version }
    if (!(await store.keepSetting(ctx.db, kept, ctx.today))) throw problem(409, 'surveys.stale')
    return store.settingNow(ctx.db)
  },

  setSheetLength: async (ctx, input) => {
    if (!(await store.keepSheetLength(ctx.db, input))) throw problem(409, 'surveys.stale')
    return store.settingNow(ctx.db)
  },

  resultsXlsx: async (ctx, { campaignId }) => {
    const row = await read(ctx, campaignId)
    const found = await store.resultOf(ctx.db, campaignId)
    if (!found) throw problem(409, 'surveys.notClosed')
    const whole = { q: '', page: 1, size: mostRows }
    const [parts, modules] = await Promise.all([
      across.across(ctx.db, { by: 'part', campaignId }, whole),
      across.across(ctx.db, { by: 'module', campaignId }, whole),
    ])
    return xlsxFile(
      `danh-gia-${row.classCode.replace(/[^\w-]+/g, '-')}`,
      await resultSheets(words(ctx), row, found, [...parts.rows, ...modules.rows], await qualityOf(ctx, row)),
    )
  },

  quality: async (ctx, { campaignId }) => qualityOf(ctx, await read(ctx, campaignId)),

  evaluationSets: () => evaluationSets(),

  evaluationYear: async (ctx, { year }) => {
    const courses = await store.endedCourses(ctx.db, year)
    const withShares = (await evaluationSets()).filter((set) => set.shares.length > 0)
    const sets = withShares.filter(
      (set) => set.fromOn <= `${year}-12-31` && (set.untilOn === null || `${year}-01-01` < set.untilOn),
    )
    return {
      ended: courses.length,
      beyond: courses.filter(({ endedOn }) => setOn(withShares, endedOn) === null).length,
      sets: sets.map((set) => ({
        id: set.id,
        document: set.document,
        fromOn: set.fromOn,
        untilOn: set.untilOn,
        shares: sharesOf(set, courses),
      })),
    }
  },

  results: async (ctx, { campaignId }) => {
    await read(ctx, campaignId)
    const found = await store.resultOf(ctx.db, campaignId)
    if (!found) throw problem(409, 'surveys.notClosed')
    return found
  },

  across: (ctx, input) => acrossRows(ctx, input, input),

  acrossChoices: (ctx) => across.choices(ctx.db, ctx.today),

  acrossXlsx: async (ctx, filter) => {
    const w = words(ctx)
    const whole = { q: '', page: 1, size: mostRows }
    if (filter.by === 'lecturer') {
      const { rows } = await across.ratedLecturers(ctx.db, filter, whole)
      return xlsxFile('giang-vien-da-danh-gia', await lecturersSheet(w, rows))
    }
    const { rows } = await acrossRows(ctx, filter, whole)
    return xlsxFile('ket-qua-danh-gia', await acrossSheet(w, filter, rows))
  },

  ratedLecturers: (ctx, input) => across.ratedLecturers(ctx.db, input, input),

  lecturerRatings: async (ctx, { lecturerId, ...period }) => ({
    name: await nameOf(ctx, lecturerId),
    ...(await across.ratingsOf(ctx.db, lecturerId, period)),
  }),

  lecturerRatingsXlsx: async (ctx, { lecturerId, ...period }) => {
    const name = await nameOf(ctx, lecturerId)
    const found = await across.ratingsOf(ctx.db, lecturerId, period)
    return xlsxFile(`giang-vien-${lecturerId}`, await ratingsSheets(words(ctx), name, period, found))
  },

  myRatings: (ctx, period) => across.ownRatings(ctx.db, period),

  sheet: async (ctx, { token, sheet }) => {
    const { campaignId, mostAsked, ...found } = await behind(ctx, token)
    const sheets = sheetsOf(found.subjects, mostAsked)
    if (found.state !== 'open') return { ...found, sheet: 0, sheets, definition: null, subjects: [] }
    const dealt = sheet !== undefined && sheet < sheets ? sheet : deal(campaignId, sheets)
    return { ...found, sheet: dealt, sheets, subjects: onSheet(found.subjects, mostAsked, dealt) }
  },

  answer: async (ctx, { token, press, sheet: number, answers }) => {
    const whole = await behind(ctx, token)
    const sheets = sheetsOf(whole.subjects, whole.mostAsked)
    const sheet = { ...whole, subjects: onSheet(whole.subjects, whole.mostAsked, number % sheets) }
    if (sheet.state === 'spent') return { state: 'spent' }
    if (sheet.state !== 'open' || !sheet.definition)
      throw problem(409, refusals[sheet.state] ?? 'surveys.over', sheet)
    const read = answersSchema(sheet.definition, sheet.subjects).safeParse(answers)
    if (!read.success)
      throw problem(
        422,
        'surveys.notYet',
        {},
        read.error.issues.map((issue) => ({
          path: String(issue.path[0] ?? ''),
          code: /^field\.\w+$/.test(issue.message) ? issue.message : 'field.wrong',
        })),
      )
    if (Object.keys(read.data).length === 0) throw problem(422, 'surveys.empty')
    const state = await store.putAnswer(
      ctx.db,
      hashOf(token),
      hashOf(`${press || newKey()} ${token}`),
      ctx.today,
      sheets > 1 ? { ...read.data, [sheetAt]: number % sheets } : read.data,
    )
    if (state === 'taken' || state === 'spent') return { state }
    throw problem(409, refusals[state ?? ''] ?? 'surveys.noLink', sheet)
  },
}

async function readVersion(ctx: Ctx, versionId: number) {
  const found = await store.versionById(ctx.db, versionId)
  if (!found) throw problem(404, 'access.notFound')
  const verbs = found.publishedAt === null ? (['edit', 'publish', 'drop'] as const) : (['next'] as const)
  const may = actorOf(ctx).rights.includes('surveys.edit')
  return { ...found, can: may ? [...verbs, 'copy' as const] : [] }
}

/** A version that is still a draft. */
async function readDraft(ctx: Ctx, versionId: number) {
  const found = await readVersion(ctx, versionId)
  if (found.publishedAt !== null) throw problem(409, 'surveys.frozen')
  return found
}

/** Index and band of a campaign that was counted; null where no regulation measures it. */
async function qualityOf(ctx: Ctx, { id, versionId, heldOn }: store.Campaign) {
  const found = await store.resultOf(ctx.db, id)
  const form = await store.definitionOf(ctx.db, versionId)
  const set = setOn(await evaluationSets(), heldOn)
  if (!found || !form || !set?.scale || contentsOf(form).length === 0) return null
  const means = new Map(found.items.map((item) => [item.key, item.isHidden ? null : item.mean]))
  return { set, ...indexed(set, form, await store.subjectsOf(ctx.db, id), means) }
}

const words = (ctx: Ctx) => (ctx.locale === 'en' ? en : vi)

/** More rows than this no workbook needs. */
const mostRows = 20_000

/** Of lecturers nothing is merged here: their marks are read one at a time. */
async function acrossRows(
  ctx: Ctx,
  { by, ...filter }: across.Across,
  view: Parameters<typeof across.across>[2],
) {
  if (by === 'lecturer') throw problem(422, 'surveys.oneByOne')
  return across.across(ctx.db, { by, ...filter }, view)
}

async function nameOf(ctx: Ctx, lecturerId: number): Promise<string> {
  const name = await across.lecturerName(ctx.db, lecturerId)
  if (name === undefined) throw problem(404, 'access.notFound')
  return name
}

async function read(ctx: Ctx, campaignId: number): Promise<store.Campaign> {
  const found = await store.campaignById(ctx.db, campaignId, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function behind(ctx: Ctx, token: string) {
  const found = await store.sheetBehind(ctx.db, hashOf(token), ctx.today)
  if (!found) throw problem(404, 'surveys.noLink')
  return found
}

const shown = (ctx: Ctx, { sharedKey: _, ...row }: store.Campaign) => ({
  ...row,
  can:
    actorOf(ctx).rights.includes('surveys.edit') && row.state !== 'settled'
      ? ['close', 'withdraw', 'change']
      : [],
})
