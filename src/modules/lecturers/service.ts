import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { programmeById } from '../programmes/index.ts'
import type { lecturerInput, lecturersContract } from './contract.ts'
import { corpsService, namesOf } from './corps.ts'
import { lecturersSheet } from './corps-sheet.ts'
import { loadService } from './load.ts'
import { profileService, readLecturer, verbsOf } from './profile.ts'
import * as profiles from './profile-store.ts'
import * as store from './store.ts'

type LecturerInput = z.infer<typeof lecturerInput>

export const lecturersService: Service<typeof lecturersContract> = {
  ...profileService,
  ...corpsService,
  ...loadService,

  list: async (ctx, input) => {
    const { rows, total } = await store.listed(ctx.db, input, ctx.today, await topicsMeant(ctx, input))
    return { rows: rows.map((row) => ({ ...row, can: verbsOf(ctx) })), total }
  },

  xlsx: async (ctx, input) => {
    const rows = await store.allListed(ctx.db, input, ctx.today, await topicsMeant(ctx, input))
    return xlsxFile('giang-vien', await lecturersSheet(ctx.locale, rows, await namesOf(ctx)))
  },

  get: (ctx, { lecturerId }) => readLecturer(ctx, lecturerId),

  make: async (ctx, input) => {
    const [lecturerId] = await store.addLecturers(ctx.db, [await sound(ctx, input)])
    return readLecturer(ctx, lecturerId as number)
  },

  edit: async (ctx, { lecturerId, version, ...input }) => {
    const known = await readLecturer(ctx, lecturerId)
    if (!(await store.changeLecturer(ctx.db, lecturerId, await sound(ctx, input), version)))
      throw problem(409, 'lecturers.stale', { current: known })
    return readLecturer(ctx, lecturerId)
  },

  addAbsence: async (ctx, { lecturerId, ...input }) => {
    const known = await readLecturer(ctx, lecturerId)
    if (input.lastOn < input.fromOn)
      throw problem(422, 'lecturers.absenceEndsBeforeItBegins', {}, [
        { path: 'lastOn', code: 'lecturers.absenceEndsBeforeItBegins' },
      ])
    const taught = known.classes.find((one) => one.fromOn <= input.lastOn && input.fromOn <= one.lastOn)
    if (taught) throw problem(409, 'lecturers.teachesThen', { ...taught })
    await store.addAbsence(ctx.db, lecturerId, input)
    return readLecturer(ctx, lecturerId)
  },

  removeAbsence: async (ctx, { lecturerId, absenceId }) => {
    if (!(await store.removeAbsence(ctx.db, lecturerId, absenceId))) throw problem(404, 'access.notFound')
    return readLecturer(ctx, lecturerId)
  },

  fields: (ctx) => store.fields(ctx.db, ctx.today),

  makeField: async (ctx, { code, ...input }) => {
    await store.addField(ctx.db, code, input)
    return readField(ctx, code)
  },

  editField: async (ctx, { code, version, ...input }) => {
    const known = await readField(ctx, code)
    if (!(await store.changeField(ctx.db, code, version, input)))
      throw problem(409, 'lecturers.stale', { current: known })
    return readField(ctx, code)
  },

  hours: (ctx, { programmeId }) => store.hoursOf(ctx.db, programmeId),

  setHours: async (ctx, { programmeId, hours }) => {
    if (!(await programmeById(ctx.db, programmeId))) throw problem(404, 'programmes.notFound')
    await refuseUnknown(ctx, Object.keys(hours), 'hours')
    await store.setHours(ctx.db, programmeId, hours)
    return store.hoursOf(ctx.db, programmeId)
  },
}

/** The topics that the words of the filter mean; undefined: not asked. */
const topicsMeant = async (ctx: Ctx, { topic }: { topic?: string | undefined }) =>
  topic ? profiles.taughtTopicsNamed(ctx.db, topic) : undefined

async function readField(ctx: Ctx, code: string) {
  const found = (await store.fields(ctx.db, ctx.today)).find((one) => one.code === code)
  if (!found) throw problem(404, 'lecturers.unknownField', { fields: [code] })
  return found
}

async function refuseUnknown(ctx: Ctx, codes: readonly string[], path: string): Promise<void> {
  const known = new Set((await store.fields(ctx.db, ctx.today)).map((one) => one.code))
  const unknown = codes.filter((code) => !known.has(code))
  if (unknown.length > 0)
    throw problem(422, 'lecturers.unknownField', { fields: unknown }, [
      { path, code: 'lecturers.unknownField', params: { fields: unknown } },
    ])
}

/** What may be stored, with the ids of what was named by code or e-mail; everything that is absent is none. */
async function sound(ctx: Ctx, input: LecturerInput): Promise<store.LecturerInput> {
  await refuseUnknown(ctx, input.fields, 'fields')
  const refused = (path: string, code: string, params = {}) =>
    problem(422, 'input.wrong', {}, [{ path, code, params }])
  if (input.fromOn && input.untilOn && input.untilOn <= input.fromOn)
    throw problem(422, 'lecturers.endsBeforeItBegins', {}, [
      { path: 'untilOn', code: 'lecturers.endsBeforeItBegins' },
    ])
  if (input.categoryCode) {
    const category = (await profiles.categories(ctx.db)).find((one) => one.code === input.categoryCode)
    if (!category) throw refused('categoryCode', 'lecturers.unknownCategory', { code: input.categoryCode })
    if (category.isGuest !== input.isGuest) throw refused('categoryCode', 'lecturers.otherKind')
  }
  if (input.travel === 'distance' && input.travelKm === undefined)
    throw refused('travelKm', 'lecturers.travelHowFar')
  if (input.travel === 'units' && input.travelUnitIds.length === 0)
    throw refused('travelUnitIds', 'lecturers.travelWhere')
  const { accountEmail = '', personCode = '', ...rest } = input
  const links = await store.linksOf(ctx.db, accountEmail, personCode)
  if (accountEmail !== '' && links.accountId === null)
    throw refused('accountEmail', 'lecturers.noAccount', { email: accountEmail })
  if (personCode !== '' && links.personId === null)
    throw refused('personCode', 'lecturers.noPerson', { code: personCode })
  return {
    ...rest,
    ...links,
    code: tidy(input.code),
    name: tidy(input.name),
    workplace: tidy(input.workplace),
    categoryCode: input.categoryCode || null,
    monthlyHours: input.monthlyHours ?? null,
    travelKm: input.travel === 'distance' ? (input.travelKm ?? null) : null,
    travelUnitIds: input.travel === 'units' ? input.travelUnitIds : [],
  }
}
