import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import { programmeById } from '../programmes/index.ts'
import type { lecturersContract } from './contract.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type LecturerInput = Parameters<typeof store.addLecturers>[1][number]

export const lecturersService: Service<typeof lecturersContract> = {
  list: async (ctx, input) => {
    const { rows, total } = await store.listed(ctx.db, input, ctx.today)
    return { rows: rows.map((row) => ({ ...row, can: verbs(ctx) })), total }
  },

  xlsx: async (ctx, input) => {
    const w = ctx.locale === 'vi' ? vi : en
    const bytes = await writeSheet({
      sheetName: w.lecturers,
      titleLines: [{ text: w.sheetTitle, isBold: true }],
      isLandscape: true,
      columns: [
        { key: 'code', title: w.field.code, kind: 'text', width: 12 },
        { key: 'name', title: w.field.name, kind: 'text', width: 28 },
        { key: 'fields', title: w.field.fields, kind: 'text', width: 20 },
        { key: 'guest', title: w.field.isGuest, kind: 'text', width: 16 },
        { key: 'workplace', title: w.field.workplace, kind: 'text', width: 30 },
        { key: 'weeklyHours', title: w.field.weeklyHours, kind: 'number', width: 12 },
        { key: 'fromOn', title: w.field.fromOn, kind: 'day' },
        { key: 'untilOn', title: w.field.untilOn, kind: 'day' },
        { key: 'note', title: w.field.note, kind: 'text', width: 30 },
      ],
      rows: (await store.allListed(ctx.db, input, ctx.today)).map((row) => ({
        ...row,
        fields: row.fields.join('; '),
        guest: row.isGuest ? w.guest : w.own,
      })),
    })
    return xlsxFile('giang-vien', bytes)
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

const verbs = (ctx: Ctx): 'edit'[] => (actorOf(ctx).rights.includes('lecturers.edit') ? ['edit'] : [])

async function readLecturer(ctx: Ctx, lecturerId: number) {
  const found = await store.lecturerById(ctx.db, lecturerId)
  if (!found) throw problem(404, 'access.notFound')
  return { ...found, can: verbs(ctx) }
}

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

async function sound(ctx: Ctx, input: LecturerInput): Promise<LecturerInput> {
  await refuseUnknown(ctx, input.fields, 'fields')
  if (input.fromOn && input.untilOn && input.untilOn <= input.fromOn)
    throw problem(422, 'lecturers.endsBeforeItBegins', {}, [
      { path: 'untilOn', code: 'lecturers.endsBeforeItBegins' },
    ])
  return { ...input, code: tidy(input.code), name: tidy(input.name), workplace: tidy(input.workplace) }
}
