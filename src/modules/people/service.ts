import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { nameSortKey, searchKey, tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import { type editPersonInput, type peopleContract, type personRow, sensitiveFields } from './contract.ts'
import { type Birth, type DuplicateReason, printBirth, readBirth, staysFrom, successorOf } from './rules.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

// What a workbook can hold that an office still opens.
const sheetRows = 100_000
const historySize = 50

export const peopleService: Service<typeof peopleContract> = {
  list: async (outer, input) => {
    const ctx = await withMaskedFilter(outer, input)
    const { rows, ...rest } = await store.peopleOf(ctx.db, ctx.scope, ctx.today, input)
    return { rows: rows.map((row) => shown(ctx, row)), ...rest }
  },

  xlsx: async (outer, input) => {
    const ctx = await withMaskedFilter(outer, input)
    const w = ctx.locale === 'vi' ? vi : en
    const people = await store.peopleForSheet(ctx.db, ctx.scope, ctx.today, input, sheetRows)
    const bytes = await writeSheet({
      sheetName: w.list.title,
      titleLines: [w.list.title, w.list.sheetLead({ total: people.length, on: ctx.today })],
      columns: [
        { key: 'number', title: w.list.number, kind: 'number' },
        { key: 'code', title: w.person.code, kind: 'text' },
        { key: 'fullName', title: w.person.fullName, kind: 'text' },
        { key: 'born', title: w.person.born, kind: 'text' },
        { key: 'sex', title: w.person.sex, kind: 'text' },
        { key: 'cadreNumber', title: w.person.cadreNumber, kind: 'text' },
        { key: 'unit', title: w.person.unit, kind: 'text' },
        { key: 'title', title: w.person.title, kind: 'text' },
        { key: 'rank', title: w.person.rank, kind: 'text' },
      ],
      rows: people.map((row, i) => ({
        number: i + 1,
        code: row.code,
        fullName: row.fullName,
        born: printBirth(row),
        sex: row.sex && w.sexes[row.sex],
        cadreNumber: row.cadreNumber,
        unit: row.unit?.name,
        title: row.title,
        rank: row.rank === null ? '' : w.ranks[row.rank as 0 | 1 | 2 | 3],
      })),
    })
    return new File([bytes as BlobPart], `${w.list.fileName}-${ctx.today}.xlsx`, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  },

  mine: async (ctx) => {
    const { personId } = actorOf(ctx)
    if (personId === null) throw problem(404, 'people.noFileOfYours')
    const own = await store.ownSensitive(ctx.db)
    return {
      ...(await fileOf({ ...ctx, scope: { all: false, unitIds: [], personId } }, personId)),
      ...own,
      masked: [],
    }
  },

  get: (ctx, { personId }) => fileOf(ctx, personId),

  unmask: async (ctx, { personId, fields }) => {
    await mustSee(ctx, personId)
    const found = await store.unmask(ctx.db, personId, fields)
    if (!found) throw problem(404, 'access.notFound')
    return { ...hidden, ...found, masked: sensitiveFields.filter((one) => !fields.includes(one)) }
  },

  history: async (ctx, { personId, page }) => {
    await mustSee(ctx, personId)
    const { rows, total } = await store.historyOf(ctx.db, personId, page, historySize)
    const unitIds = rows
      .flatMap((line) => [line.before, line.after].map((side) => side?.unit_id))
      .filter((id) => typeof id === 'number')
    return { rows: rows.map(withoutDigest), total, units: await store.unitNames(ctx.db, unitIds, ctx.today) }
  },

  make: async (ctx, input) => {
    await refuseUnit(ctx, input.unitId, input.fromOn ?? ctx.today)
    const personId = await store.addPerson(ctx.db, {
      ...valuesOf(input, bornOf(ctx, input.born ?? '', null)),
      unit_id: input.unitId,
      source: null,
    })
    await store.addPost(ctx.db, {
      ...postOf(input),
      person_id: personId,
      is_main: true,
      from_on: input.fromOn ?? null,
    })
    await store.settlePosts(ctx.db, ctx.today, [personId])
    return fileOf(ctx, personId)
  },

  edit: async (ctx, { personId, version, ...input }) => {
    const file = await mustSee(ctx, personId)
    if (file.version !== version)
      throw problem(409, 'people.stale', { current: file.version, fullName: file.fullName })
    const born = input.born === undefined ? keptBirth(file) : bornOf(ctx, input.born, file)
    const merged = {
      code: input.code ?? file.code ?? '',
      fullName: input.fullName ?? file.fullName,
      givenNameOverride: input.givenNameOverride ?? file.givenNameOverride ?? '',
      sex: input.sex === undefined ? file.sex : input.sex,
      cadreNumber: input.cadreNumber ?? file.cadreNumber ?? '',
    }
    if (!(await store.setPerson(ctx.db, personId, version, valuesOf(merged, born)))) {
      throw problem(409, 'people.stale', { current: null, fullName: file.fullName })
    }
    return fileOf(ctx, personId)
  },

  addPost: async (ctx, { personId, ...input }) => {
    await mustSee(ctx, personId)
    await refuseUnit(ctx, input.unitId, input.fromOn)
    await store.lockPerson(ctx.db, personId)
    if (input.isMain) await store.endMainPost(ctx.db, personId, input.fromOn)
    await store.addPost(ctx.db, {
      ...postOf(input),
      person_id: personId,
      is_main: input.isMain,
      from_on: input.fromOn,
    })
    await store.settlePosts(ctx.db, ctx.today, [personId])
    return fileOf(ctx, personId)
  },

  endPost: async (ctx, input) => {
    await mustSee(ctx, input.personId)
    await store.lockPerson(ctx.db, input.personId)
    if (!(await store.endPost(ctx.db, input))) throw problem(409, 'people.postNotOpen')
    await store.settlePosts(ctx.db, ctx.today, [input.personId])
    return fileOf(ctx, input.personId)
  },

  addEducation: async (ctx, input) => {
    await mustSee(ctx, input.personId)
    if (!input.level && !input.field)
      throw problem(422, 'input.wrong', {}, [{ path: 'level', code: 'field.required' }])
    await store.addEducation(ctx.db, input)
    return fileOf(ctx, input.personId)
  },

  withdrawEducation: async (ctx, { personId, educationId }) => {
    await mustSee(ctx, personId)
    if (!(await store.withdrawEducation(ctx.db, personId, educationId))) throw problem(404, 'access.notFound')
    return fileOf(ctx, personId)
  },

  setPrivate: async (ctx, { personId, reason: _reason, ...input }) => {
    await mustSee(ctx, personId)
    const cleared = Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, value === '' ? null : value]),
    )
    await store.putPrivate(ctx.db, [{ personId, ...cleared }], false)
    return fileOf(ctx, personId)
  },

  addPlanning: async (ctx, { reason: _reason, ...input }) => {
    await mustSee(ctx, input.personId)
    await store.putPlannings(ctx.db, [{ ...input, document: input.document || null }], false)
    return fileOf(ctx, input.personId)
  },

  endPlanning: async (ctx, { personId, planningId, removedOn }) => {
    await mustSee(ctx, personId)
    if (!(await store.endPlanning(ctx.db, personId, planningId, removedOn)))
      throw problem(404, 'access.notFound')
    return fileOf(ctx, personId)
  },

  addRating: async (ctx, { reason: _reason, ...input }) => {
    await mustSee(ctx, input.personId)
    await store.putRatings(ctx.db, [{ ...input, document: input.document || null }], false)
    return fileOf(ctx, input.personId)
  },

  duplicates: async (ctx, input) => {
    const { rows, total } = await store.suspectPairs(
      ctx.db,
      ctx.scope,
      ctx.today,
      input.q,
      input.page,
      input.size,
    )
    return { rows: rows.map((row) => ({ ...row, reasons: row.reasons as DuplicateReason[] })), total }
  },

  tellApart: async (ctx, { firstId, secondId }) => {
    if (firstId === secondId) throw problem(422, 'people.oneFileTwice')
    await mustSee(ctx, firstId)
    await mustSee(ctx, secondId)
    await store.addDistinct(ctx.db, firstId, secondId, actorOf(ctx).accountId)
    return { firstId, secondId }
  },

  placements: async (ctx, input) => ({
    ...(await store.placementsOf(ctx.db, ctx.scope, input)),
    unplaced: await store.unplacedOf(ctx.db, ctx.scope, ctx.today),
  }),

  place: async (ctx, input) => {
    const placed = await store.decidePlacements(ctx.db, ctx.scope, ctx.today, input)
    if (input.fromUnitId === undefined && placed < input.postIds.length) {
      throw problem(409, 'people.notPlaceable', { wanted: input.postIds.length, placeable: placed })
    }
    return { placed }
  },

  placeAfterReorganisation: (ctx, { reorganisationId }) => placeAfterReorganisation(ctx, reorganisationId),
}

/**
 * Moves everybody whose unit no longer exists to its successor, on the day of the succession: with a unit that went over
 * whole as a matter of course, with a divided one as a proposal. Posts that were moved already stay as they are.
 * @param reorganisationId only the units that this reorganisation closed; all closed units where it is left out
 */
export async function placeAfterReorganisation(
  ctx: Ctx,
  reorganisationId?: number,
): Promise<{ moved: number; proposed: number }> {
  const closed = await store.closedUnits(ctx.db, ctx.today)
  const changeId = reorganisationId === undefined ? null : await store.changeOf(ctx.db, reorganisationId)
  if (reorganisationId !== undefined && changeId === null) throw problem(404, 'access.notFound')
  const unitIds = [...closed].filter(
    ([, unit]) =>
      unit.successions.length > 0 &&
      (changeId === null || successorOf(unit.successions)?.changeId === changeId),
  )
  const posts = await store.openPostsAt(
    ctx.db,
    unitIds.map(([id]) => id),
  )
  const moves = posts.flatMap((post) =>
    staysFrom(post.unitId, post.fromOn, closed)
      .slice(1)
      .map(
        (stay): store.Move => ({
          postId: post.id,
          unitId: stay.unitId,
          fromOn: stay.fromOn as Day,
          untilOn: stay.untilOn,
          isProposed: stay.isProposed,
          changeId: stay.changeId,
        }),
      ),
  )
  if (moves.length > 0) await store.movePosts(ctx.db, moves, ctx.today)
  const last = new Map(moves.map((move) => [move.postId, move]))
  const proposed = [...last.values()].filter((move) => move.isProposed).length
  return { moved: last.size, proposed }
}

const hidden = {
  party: null,
  ethnicity: null,
  religion: null,
  citizenId: null,
  plannings: null,
  ratings: null,
}

const shown = (ctx: Ctx, row: Omit<z.infer<typeof personRow>, 'party' | 'masked' | 'can'>) => ({
  ...row,
  party: null,
  masked: [...sensitiveFields],
  can: verbs(ctx),
})

/** A person's file with the sensitive fields masked. */
async function fileOf(ctx: Ctx, personId: number) {
  const file = await mustSee(ctx, personId)
  return {
    ...file,
    posts: await store.postsOf(ctx.db, personId, ctx.today),
    educations: await store.educationsOf(ctx.db, personId),
    ...hidden,
    masked: [...sensitiveFields],
    can: verbs(ctx),
  }
}

async function mustSee(ctx: Ctx, personId: number): Promise<store.PersonFile> {
  const file = await store.personById(ctx.db, ctx.scope, ctx.today, personId)
  if (!file) throw problem(404, 'access.notFound')
  return file
}

function verbs(ctx: Ctx): string[] {
  const { rights } = actorOf(ctx)
  return [
    ...(rights.includes('people.edit')
      ? [
          'edit',
          'addPost',
          'endPost',
          'addEducation',
          'withdrawEducation',
          'setPrivate',
          'addPlanning',
          'endPlanning',
          'addRating',
        ]
      : []),
    ...(rights.includes('people.unmask') ? ['unmask'] : []),
  ]
}

/** Whoever may not unmask may not find out by filtering either: such a list holds only whom the actor may unmask. */
async function withMaskedFilter(
  ctx: Ctx,
  input: { isPartyMember?: boolean | undefined; isPlanned?: boolean | undefined },
): Promise<Ctx> {
  if (input.isPartyMember === undefined && input.isPlanned === undefined) return ctx
  if (!actorOf(ctx).rights.includes('people.unmask')) throw problem(403, 'people.filterIsMasked')
  return ctx.under('people.unmask')
}

async function refuseUnit(ctx: Ctx, unitId: number, on: Day): Promise<void> {
  if (!(await store.unitExists(ctx.db, unitId, on))) {
    throw problem(422, 'input.wrong', {}, [{ path: 'unitId', code: 'people.unitNotThen', params: { on } }])
  }
}

/** The birth as typed in a form. What cannot be read is refused, unless it is what the file gave and nobody touched it. */
function bornOf(ctx: Ctx, text: string, file: store.PersonFile | null): Birth {
  if (file && tidy(text) === printBirth(file)) return keptBirth(file)
  const birth = readBirth(text, ctx.today)
  if (birth.precision === 'unknown' && birth.text !== null) {
    throw problem(422, 'input.wrong', {}, [{ path: 'born', code: 'people.birthUnread' }])
  }
  return birth
}

const keptBirth = (file: store.PersonFile): Birth => ({
  precision: file.birthPrecision,
  on: file.bornOn,
  year: file.bornYear,
  month: file.bornMonth,
  text: file.bornText,
})

type Typed = Pick<z.infer<typeof editPersonInput>, 'code' | 'givenNameOverride' | 'sex' | 'cadreNumber'> & {
  fullName: string
}

/** What is kept of a person's own fields, with the keys of search and order. */
export function valuesOf(typed: Typed, birth: Birth): store.PersonValues {
  const fullName = tidy(typed.fullName)
  const override = tidy(typed.givenNameOverride ?? '') || null
  return {
    code: tidy(typed.code ?? '').toUpperCase() || null,
    full_name: fullName,
    given_name_override: override,
    sort_key: nameSortKey(fullName, override),
    search_key: searchKey(fullName),
    sex: typed.sex ?? null,
    birth_precision: birth.precision,
    born_on: birth.on,
    born_year: birth.year,
    born_month: birth.month,
    born_text: birth.text,
    cadre_number: tidy(typed.cadreNumber ?? '').toUpperCase() || null,
  }
}

const postOf = (input: {
  unitId: number
  title: string
  rank?: number | undefined
  workField?: string | undefined
  cause: string
  document?: string | undefined
}) => ({
  unit_id: input.unitId,
  title: tidy(input.title),
  rank: input.rank ?? null,
  work_field: tidy(input.workField ?? '') || null,
  cause: input.cause,
  document: tidy(input.document ?? '') || null,
})

/** A line of the record as people may see it: of a sensitive row which columns, never the digest. */
function withoutDigest(line: Awaited<ReturnType<typeof store.historyOf>>['rows'][number]) {
  const after = line.after as { masked?: string[]; fields?: string[] } | null
  if (line.action === 'read') return { ...line, before: null, after: null, masked: after?.fields ?? [] }
  if (after && Array.isArray(after.masked))
    return { ...line, before: null, after: null, masked: after.masked }
  return { ...line, masked: [] }
}
