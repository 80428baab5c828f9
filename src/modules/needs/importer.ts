import { problem } from '../../pure/problem.ts'
import { searchKey, tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { readText, readWhole, type TableRow } from '../../server/files/table.ts'
import { cellText } from '../../server/files/xlsx.ts'
import type { Importer, ImportRow } from '../../server/importer.ts'
import {
  catalogue,
  matchMode,
  matchProgramme,
  modes,
  type ProgrammeRow,
  yearPeriod,
} from '../programmes/index.ts'
import { targetGroupsIn } from '../regulations/index.ts'
import { columns, type Key, most } from './columns.ts'
import { lineKey, refusalOfAnswer } from './rules.ts'
import * as store from './store.ts'
import { answerInLine } from './template.ts'
import { vi } from './words.vi.ts'

type Problems = ImportRow['problems']
type Read = { row: ImportRow; values: store.NeedValues | null; key: string | null }

/**
 * A unit's needs as it has filled them in: the file is the whole form. Lines that are the same stay, others are added,
 * changed or dropped; the same file again changes nothing. The line above the head says which form it is; without it the
 * one form that lies open within the sender's reach.
 */
export const needsImporter: Importer = {
  kind: 'needs',
  can: 'needs.answer',
  columns,
  template: {
    example: {
      programme: 'Trung cấp lý luận chính trị',
      mode: 'Vừa làm vừa học',
      heads: 2,
      targetGroup: 'Lãnh đạo, quản lý cấp phòng trở lên',
      postTitle: 'Phó Trưởng phòng',
      months: '3; 4',
      place: 'Trường Chính trị',
      reason: 'Chức danh đòi hỏi',
      priority: '1',
    },
    choices: {
      mode: ['Tập trung', 'Vừa làm vừa học'],
      months: Array.from({ length: 12 }, (_, i) => String(i + 1)),
      priority: ['1', '2', '3'],
    },
    numbers: ['heads'],
  },

  check: async (outer, table) => {
    const ctx = await outer.under('needs.answer')
    const answer = await answerOf(ctx, table.titleLines)
    const title = (key: Key) =>
      table.columns[key]?.title ?? columns.find((one) => one.key === key)!.synonyms[0]
    const known = await knownOf(ctx, answer)
    const before = await store.needsOfAnswer(ctx.db, answer.id, 'vi', true)
    const beforeByKey = new Map(before.map((need) => [lineKey(need), need]))
    const firstRow = new Map<string, number>()
    const read = table.rows
      .filter((row) => row.kind === 'data' || row.kind === 'section')
      .map((row): Read => {
        const found = readRow(row, known, title)
        if (found.key !== null) {
          const earlier = firstRow.get(found.key)
          if (earlier === undefined) firstRow.set(found.key, row.rowNumber)
          else {
            found.row.action = 'wrong'
            found.row.problems.push(error(title('programme'), 'needs.sameRow', { rowNumber: earlier }))
          }
        }
        if (found.row.action === 'wrong' || !found.values || found.key === null) return found
        const current = beforeByKey.get(found.key)
        if (current) {
          const changes = changesOf(current, found.values, title, known)
          found.row.action = changes.length === 0 ? 'same' : 'change'
          found.row.changes = changes
        }
        return found
      })
    const dropped = before.filter((need) => !firstRow.has(lineKey(need)))
    const rows: ImportRow[] = [
      ...read.map((one) => one.row),
      ...dropped.map(
        (need): ImportRow => ({
          rowNumber: 0,
          action: 'drop',
          understood: vi.understood.line({
            programme: need.programmeName,
            mode: need.modeCode === 'none' ? '' : need.modeName,
            heads: need.heads,
            group: known.groupName.get(need.targetGroup) ?? need.targetGroup,
            post: need.postTitle,
          }),
          problems: [],
        }),
      ),
    ]
    if (rows.some((row) => ['add', 'change', 'drop'].includes(row.action))) {
      const refusal = refusalOfAnswer('edit', answer)
      if (refusal) throw problem(409, refusal)
    }
    return {
      report: {
        rows,
        checks:
          dropped.length > 0
            ? [{ code: 'needs.dropped', params: { count: dropped.length }, holds: false }]
            : [],
      },
      apply: async (outer) => {
        const ctx = await outer.under('needs.answer')
        await store.lockAnswer(ctx.db, answer.id)
        for (const need of dropped)
          await store.dropNeed(ctx.db, { answerId: answer.id, needId: need.id, version: need.version })
        for (const one of read) {
          if (!one.values || one.key === null || one.row.action === 'same') continue
          const current = beforeByKey.get(one.key)
          if (!current) await store.addNeed(ctx.db, answer, one.values)
          else
            await store.setNeed(
              ctx.db,
              { answerId: answer.id, needId: current.id, version: current.version },
              one.values,
            )
        }
        await store.touchAnswer(ctx.db, answer.id)
      },
    }
  },
}

/** The form that a file belongs to, by the line above its head; else the only one that lies open for the sender. */
async function answerOf(ctx: Ctx, titleLines: readonly string[]): Promise<store.AnswerFile> {
  const named = titleLines.map(answerInLine).find((one) => one !== null)
  const open = named ? [{ id: named, title: '', unitName: '' }] : await store.openAnswers(ctx.db, ctx.scope)
  if (open.length > 1)
    throw problem(422, 'needs.severalAnswers', {
      titles: open.map((one) => `${one.unitName}, ${one.title}`),
    })
  const answer = open[0] && (await store.answerById(ctx.db, ctx.scope, open[0].id, ctx.today))
  if (!answer) throw problem(422, 'needs.noOpenAnswer')
  if (!actorOf(ctx).rights.includes('needs.answer')) throw problem(403, 'access.notAllowed')
  return answer
}

type Known = {
  year: number
  offered: ReadonlySet<number>
  programmes: ProgrammeRow[]
  modes: Awaited<ReturnType<typeof modes>>
  groups: { code: string; name: string }[]
  groupName: Map<string, string>
  people: store.UnitPerson[]
}

async function knownOf(ctx: Ctx, answer: store.AnswerFile): Promise<Known> {
  const [round] = await store.roundsOf(ctx.db, ctx.scope, ctx.today, { roundId: answer.roundId })
  const groups = await targetGroupsIn('vi')
  return {
    year: round?.year ?? 0,
    offered: new Set((await store.programmesOfRound(ctx.db, answer.roundId)).map((one) => one.id)),
    programmes: await catalogue(ctx.db),
    modes: await modes(ctx.db),
    groups,
    groupName: new Map(groups.map((group) => [group.code, group.name])),
    people: await store.peopleOfUnit(ctx.db, answer.unitId, ctx.today),
  }
}

const error = (column: string, code: string, params: Record<string, unknown> = {}): Problems[number] => ({
  column,
  code,
  params,
  isError: true,
})

/** One row of the file: all that is wrong with it at once, each at its column. */
function readRow(row: TableRow<Key>, known: Known, title: (key: Key) => string): Read {
  const problems: Problems = []
  const wrong = (key: Key, code: string, params: Record<string, unknown> = {}) =>
    void problems.push(error(title(key), code, params))
  const text = (key: Key) => readText(row.cells[key])

  const programme = programmeIn(text('programme'), known, wrong)
  const modeCode = modeIn(text('mode'), programme, known, wrong)
  const heads = headsIn(row, wrong)
  const targetGroup = groupIn(text('targetGroup'), known, wrong)
  const long = (key: keyof typeof most) => {
    const written = text(key)
    if (written && written.length > most[key]) wrong(key, 'needs.tooLong', { most: most[key] })
    return written ? tidy(written) : null
  }
  const postTitle = long('postTitle')
  const place = long('place')
  const reason = long('reason')
  const months = monthsIn(text('months'), wrong)
  const priority = priorityIn(text('priority'), wrong)
  if (priority === 1 && reason === null) wrong('reason', 'needs.firstSaysWhy')
  const personIds = peopleIn(text('people'), known, wrong)
  if (heads !== null && personIds.length > heads)
    wrong('people', 'needs.morePeopleThanHeads', { named: personIds.length, heads })

  const values =
    problems.length === 0 && programme && modeCode !== null && heads !== null && targetGroup !== null
      ? {
          programmeId: programme.id,
          modeCode,
          heads,
          targetGroup,
          postTitle,
          personIds,
          months,
          place,
          reason,
          priority,
        }
      : null
  const modeName = known.modes.find((mode) => mode.code === modeCode)?.name ?? ''
  return {
    values,
    key: values && lineKey(values),
    row: {
      rowNumber: row.rowNumber,
      action: problems.length === 0 ? 'add' : 'wrong',
      understood: vi.understood.line({
        programme: programme?.name ?? text('programme') ?? '',
        mode: modeCode === null || modeCode === 'none' ? '' : modeName,
        heads: heads ?? 0,
        group: (targetGroup && known.groupName.get(targetGroup)) ?? text('targetGroup') ?? '',
        post: postTitle,
      }),
      problems,
    },
  }
}

type Wrong = (key: Key, code: string, params?: Record<string, unknown>) => void

function programmeIn(written: string | null, known: Known, wrong: Wrong): ProgrammeRow | null {
  if (written === null) {
    wrong('programme', 'needs.programmeMissing')
    return null
  }
  const match = matchProgramme(known.programmes, written, yearPeriod(known.year))
  if (match.kind === 'none') {
    const [past] = match.outOfPeriod
    if (past) wrong('programme', 'needs.notOffered', { name: past.name })
    else
      wrong('programme', 'needs.programmeUnknown', { written, nearest: match.nearest.map((one) => one.name) })
    return null
  }
  if (match.kind === 'several') {
    const offered = match.candidates.filter((one) => known.offered.has(one.id))
    if (offered.length === 1 && offered[0]) return offered[0]
    wrong('programme', 'needs.programmeUnclear', {
      written,
      candidates: match.candidates.map((one) => one.name),
    })
    return null
  }
  if (!known.offered.has(match.programme.id)) {
    wrong('programme', 'needs.notOffered', { name: match.programme.name })
    return null
  }
  return match.programme
}

function modeIn(
  written: string | null,
  programme: ProgrammeRow | null,
  known: Known,
  wrong: Wrong,
): string | null {
  const code = matchMode(known.modes, written)
  if (code === null) {
    wrong('mode', 'needs.modeUnknown', { written })
    return null
  }
  if (!programme || programme.modes.includes(code)) return code
  const names = programme.modes.map((one) => known.modes.find((mode) => mode.code === one)?.name ?? one)
  if (code === 'none') wrong('mode', 'needs.modeMissing', { modes: names })
  else wrong('mode', 'needs.modeNotOfProgramme', { name: programme.name, modes: names })
  return null
}

function headsIn(row: TableRow<Key>, wrong: Wrong): number | null {
  const written = cellText(row.cells.heads)
  const reading = readWhole(row.cells.heads)
  if (!reading.ok) {
    wrong('heads', 'needs.headsNotWhole', { written })
    return null
  }
  if (reading.value === null) {
    wrong('heads', 'needs.headsMissing')
    return null
  }
  if (reading.value < 1) {
    wrong('heads', 'needs.noHeads')
    return null
  }
  if (reading.value > 10_000) {
    wrong('heads', 'needs.headsTooMany', { written })
    return null
  }
  return reading.value
}

function groupIn(written: string | null, known: Known, wrong: Wrong): string | null {
  if (written === null) {
    wrong('targetGroup', 'needs.groupMissing')
    return null
  }
  const key = searchKey(written)
  const same = known.groups.find((group) => searchKey(group.name) === key)
  if (same) return same.code
  const words = new Set(key.split(' '))
  const nearest = known.groups
    .map((group) => ({
      group,
      shared: searchKey(group.name)
        .split(' ')
        .filter((word) => words.has(word)).length,
    }))
    .filter((one) => one.shared > 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 2)
    .map((one) => one.group.name)
  wrong('targetGroup', 'needs.groupUnknown', { written, nearest })
  return null
}

function monthsIn(written: string | null, wrong: Wrong): number[] {
  if (written === null) return []
  const parts = written
    .replace(/tháng/giu, '')
    .split(/[;,\s]+/u)
    .filter((part) => part !== '')
  const found: number[] = []
  for (const part of parts) {
    const [, first, last] = /^(\d{1,2})(?:[-–](\d{1,2}))?$/u.exec(part) ?? []
    if (first === undefined) {
      wrong('months', 'needs.monthsUnclear', { written })
      return []
    }
    const [from, to] = [Number(first), Number(last ?? first)]
    if (from < 1 || to > 12 || from > to) {
      wrong('months', 'needs.monthOutOfYear', { written })
      return []
    }
    for (let month = from; month <= to; month += 1) found.push(month)
  }
  return [...new Set(found)].sort((a, b) => a - b)
}

function priorityIn(written: string | null, wrong: Wrong): number {
  if (written === null) return 2
  const key = searchKey(written)
  const named = Object.entries(vi.priorities).find(([rank, name]) => rank === key || searchKey(name) === key)
  if (named) return Number(named[0])
  wrong('priority', 'needs.priorityUnclear', { written })
  return 2
}

function peopleIn(written: string | null, known: Known, wrong: Wrong): number[] {
  const names = (written ?? '')
    .split(/[;\n]+/u)
    .map(tidy)
    .filter((name) => name !== '')
  const found: number[] = []
  for (const name of names) {
    const byCode = known.people.filter((person) => person.code !== null && person.code === name)
    const fits =
      byCode.length > 0 ? byCode : known.people.filter((person) => person.searchKey === searchKey(name))
    const exact = fits.length > 1 ? fits.filter((person) => person.name === name) : fits
    const [person] = exact
    if (fits.length === 0 || !person) wrong('people', 'needs.personUnknown', { written: name })
    else if (exact.length > 1) wrong('people', 'needs.personUnclear', { written: name, count: exact.length })
    else if (found.includes(person.id)) wrong('people', 'needs.personTwice', { written: name })
    else found.push(person.id)
  }
  return found
}

/** What differs between a line that stands there and a row of the file, by the titles of the file. */
function changesOf(
  current: store.NeedRow,
  values: store.NeedValues,
  title: (key: Key) => string,
  known: Known,
): { column: string; before: string; after: string }[] {
  const nameOf = new Map(known.people.map((person) => [person.id, person.name]))
  const names = (ids: readonly number[]) =>
    ids
      .map((id) => nameOf.get(id) ?? String(id))
      .sort()
      .join('; ')
  const pairs: [Key, string, string][] = [
    ['heads', String(current.heads), String(values.heads)],
    ['postTitle', current.postTitle ?? '', values.postTitle ?? ''],
    [
      'people',
      current.people
        .map((person) => person.name)
        .sort()
        .join('; '),
      names(values.personIds),
    ],
    ['months', current.months.join('; '), values.months.join('; ')],
    ['place', current.place ?? '', values.place ?? ''],
    ['reason', current.reason ?? '', values.reason ?? ''],
    ['priority', String(current.priority), String(values.priority)],
  ]
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([key, before, after]) => ({ column: title(key), before, after }))
}
