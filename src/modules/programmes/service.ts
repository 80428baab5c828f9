import type { Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import type { programmesContract } from './contract.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const programmesService: Service<typeof programmesContract> = {
  list: async (ctx, input) => {
    const { rows, total } = await store.programmesOf(ctx.db, ctx.today, input)
    return { rows: rows.map((row) => ({ ...row, can: verbs(ctx, row) })), total }
  },

  xlsx: async (ctx, { page: _page, size: _size, ...input }) => {
    const { rows } = await store.programmesOf(ctx.db, ctx.today, input)
    const modes = new Map((await store.modes(ctx.db)).map((mode) => [mode.code, nameIn(ctx, mode)]))
    const w = words(ctx)
    const f = w.fields
    const bytes = await writeSheet({
      sheetName: w.sheet.name,
      titleLines: [{ text: w.sheet.title, isBold: true }],
      isLandscape: true,
      columns: [
        { key: 'code', title: f.code, kind: 'text' },
        { key: 'name', title: f.name, kind: 'text' },
        { key: 'group', title: f.group, kind: 'text' },
        { key: 'kind', title: f.kind, kind: 'text' },
        { key: 'bloc', title: f.bloc, kind: 'text' },
        { key: 'modes', title: f.modes, kind: 'text' },
        { key: 'lessonHours', title: f.lessonHours, kind: 'number' },
        { key: 'months', title: f.months, kind: 'number' },
        { key: 'fromOn', title: f.fromOn, kind: 'day' },
        { key: 'untilOn', title: f.untilOn, kind: 'day' },
        { key: 'synonyms', title: f.synonyms, kind: 'text' },
        { key: 'source', title: f.source, kind: 'text' },
      ],
      rows: rows.map((row) => ({
        ...row,
        group: row.groupName,
        kind: w.kinds[row.kind],
        bloc: row.bloc && w.blocs[row.bloc],
        modes: row.modes.map((mode) => modes.get(mode) ?? mode).join(', '),
        synonyms: row.synonyms.join('; '),
      })),
    })
    return xlsxFile('chuong-trinh', bytes)
  },

  get: (ctx, { programmeId }) => read(ctx, programmeId),

  make: async (ctx, input) => {
    const id = await store.addProgramme(ctx.db, { ...(await sound(ctx, input)), code: input.code })
    return read(ctx, id)
  },

  edit: async (ctx, { programmeId, version, ...input }) => {
    const row = await read(ctx, programmeId)
    if (!(await store.setProgramme(ctx.db, { id: row.id, code: row.code, version }, await sound(ctx, input))))
      throw problem(409, 'programmes.stale', { current: row })
    return read(ctx, programmeId)
  },

  retire: async (ctx, { programmeId, untilOn, version }) => {
    const row = await read(ctx, programmeId)
    if (!(await store.endProgramme(ctx.db, programmeId, version, untilOn)))
      throw problem(409, 'programmes.stale', { current: row })
    return read(ctx, programmeId)
  },

  groups: async (ctx) =>
    (await store.groups(ctx.db)).map((row) => ({ ...row, can: editorOf(ctx) ? ['edit'] : [] })),

  makeGroup: async (ctx, { code, ...input }) => {
    await store.addGroup(ctx.db, code, tidyGroup(input))
    return readGroup(ctx, code)
  },

  editGroup: async (ctx, { code, version, ...input }) => {
    const row = await readGroup(ctx, code)
    if (!(await store.setGroup(ctx.db, code, version, tidyGroup(input))))
      throw problem(409, 'programmes.stale', { current: row })
    return readGroup(ctx, code)
  },

  modes: (ctx) => store.modes(ctx.db),
}

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)
const nameIn = (ctx: Ctx, row: { name: string; nameEn: string }) =>
  ctx.locale === 'vi' ? row.name : row.nameEn
const editorOf = (ctx: Ctx): boolean => ctx.actor?.rights.includes('programmes.edit') ?? false

/** What the actor may do with a programme, for the buttons of the page. */
function verbs(ctx: Ctx, row: { untilOn: Day | null }): string[] {
  if (!editorOf(ctx)) return []
  return row.untilOn !== null && row.untilOn <= ctx.today ? ['edit'] : ['edit', 'retire']
}

async function read(ctx: Ctx, programmeId: number) {
  const row = await store.programmeById(ctx.db, programmeId)
  if (!row) throw problem(404, 'programmes.notFound')
  return { ...row, can: verbs(ctx, row) }
}

async function readGroup(ctx: Ctx, code: string) {
  const row = (await store.groups(ctx.db)).find((one) => one.code === code)
  if (!row) throw problem(404, 'programmes.unknownGroup')
  return { ...row, can: editorOf(ctx) ? ['edit'] : [] }
}

const tidyGroup = <T extends { name: string; nameEn: string; synonyms: string[] }>(input: T): T => ({
  ...input,
  name: tidy(input.name),
  nameEn: tidy(input.nameEn),
  synonyms: input.synonyms.map(tidy),
})

/** The input with its texts tidied; refused where it names a group or a mode that the school does not have. */
async function sound<T extends { name: string; groupCode: string; modes: string[]; synonyms: string[] }>(
  ctx: Ctx,
  input: T,
): Promise<T> {
  const known = new Set((await store.modes(ctx.db)).map((mode) => mode.code))
  const unknown = input.modes.filter((mode) => !known.has(mode))
  const hasGroup = (await store.groups(ctx.db)).some((group) => group.code === input.groupCode)
  const fields = [
    ...(hasGroup ? [] : [{ path: 'groupCode', code: 'programmes.unknownGroup' }]),
    ...(unknown.length === 0
      ? []
      : [{ path: 'modes', code: 'programmes.unknownMode', params: { modes: unknown } }]),
  ]
  if (fields.length > 0) throw problem(422, 'input.wrong', {}, fields)
  return {
    ...input,
    name: tidy(input.name),
    modes: [...new Set(input.modes)],
    synonyms: [...new Set(input.synonyms.map(tidy))],
  }
}
