import { addDays, type Day, printDay } from '../../pure/day.ts'
import { fold } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { dataRows, RowReader } from '../../server/files/row-reader.ts'
import type { Table, TableRow, WantedColumn } from '../../server/files/table.ts'
import type { Importer, ImportRow } from '../../server/importer.ts'
import { type Finder, finderOf } from './rules/finding.ts'
import {
  type Bloc,
  blocOfKind,
  fullName,
  identityKey,
  type Level,
  levelOfName,
  type Named,
  readBloc,
  readLevel,
  readName,
} from './rules/names.ts'
import * as store from './store.ts'

const period = (fromOn: Day | null, untilOn: Day | null) =>
  `${fromOn ? printDay(fromOn) : '…'} – ${untilOn ? printDay(addDays(untilOn, -1)) : '…'}`

const unitColumns = [
  { key: 'code', synonyms: ['Mã đơn vị', 'Mã tổ chức', 'ma_to_chuc', 'ma_don_vi', 'Mã'], required: false },
  {
    key: 'name',
    synonyms: [
      'Tên đơn vị',
      'Tên tổ chức',
      'Tên cơ quan, đơn vị',
      'Tên cơ quan',
      'Cơ quan, đơn vị',
      'Đơn vị',
      'ten',
    ],
    required: true,
  },
  { key: 'level', synonyms: ['Cấp', 'Cấp đơn vị', 'cap'], required: false },
  { key: 'bloc', synonyms: ['Khối', 'Khối cơ quan', 'khoi'], required: false },
  {
    key: 'parent',
    synonyms: [
      'Đơn vị cấp trên',
      'Cấp trên',
      'Cấp trên trực tiếp',
      'Mã cấp trên',
      'Trực thuộc',
      'Đơn vị chủ quản',
      'ma_cap_tren',
      'cap_tren',
    ],
    required: false,
  },
  {
    key: 'from',
    synonyms: [
      'Hiệu lực từ',
      'Có hiệu lực từ ngày',
      'Từ ngày',
      'Ngày thành lập',
      'Ngày hiệu lực',
      'hieu_luc_tu',
    ],
    required: false,
  },
  // The last day on which the unit existed, as people write it; our own list gives the first day without it.
  {
    key: 'lastOn',
    synonyms: ['Hiệu lực đến', 'Đến ngày', 'Đến hết ngày', 'Ngày kết thúc', 'hieu_luc_den'],
    required: false,
  },
  { key: 'untilOn', synonyms: ['Hết hiệu lực từ ngày', 'Hết hiệu lực từ'], required: false },
] as const satisfies readonly WantedColumn[]

type UnitKey = (typeof unitColumns)[number]['key']

type ReadUnit = Named & {
  row: TableRow<UnitKey>
  reader: RowReader<UnitKey>
  code: string | null
  level: Level
  bloc: Bloc
  parentText: string | null
  fromOn: Day | null
  untilOn: Day | null
  action: 'add' | 'same'
  /** The unit of the book that this row is. */
  bookId: number | null
  /** Where its parent is: a unit of the book, or another row of the file. */
  parent: { unitId: number } | { index: number } | null
}

/** A list of units: code, name, level, bloc, period, parent by code or name. A name already in the book changes nothing. */
export const unitsImporter: Importer = {
  kind: 'units',
  can: 'units.reorganise',
  columns: unitColumns,
  check: async (ctx, found) => {
    const table = found as Table<UnitKey>
    const known = await store.everyVersion(ctx.db)
    const units = dataRows(table).map((row) => readUnitRow(table, row))
    placeParents(units, known)
    compareWithBook(units, known)
    compareWithFile(units)
    const rows = units.map((unit): ImportRow => {
      const { reader } = unit
      return {
        rowNumber: unit.row.rowNumber,
        action: reader.isWrong ? 'wrong' : unit.action,
        understood: [unit.code, unit.name, period(unit.fromOn, unit.untilOn)].filter(Boolean).join(' · '),
        problems: reader.problems,
      }
    })
    return { report: { rows, checks: [] }, apply: (ctx) => writeUnits(ctx, units) }
  },
}

function readUnitRow(table: Table<UnitKey>, row: TableRow<UnitKey>): ReadUnit {
  const reader = new RowReader(table, row)
  const printed = reader.text('name')
  if (printed === null) reader.wrong('name', 'field.required')
  const named = readName(printed ?? '')
  const level = reader.word('level', readLevel) ?? levelOfName(printed ?? '', named.kind)
  if (level === null && !reader.isWrong) reader.wrong('level', 'field.required')
  const bloc = reader.word('bloc', readBloc) ?? blocOfKind(named.kind)
  const fromOn = reader.day('from')
  const lastOn = reader.day('lastOn')
  const untilOn = reader.day('untilOn') ?? (lastOn === null ? null : addDays(lastOn, 1))
  if (fromOn !== null && untilOn !== null && untilOn <= fromOn)
    reader.wrong('lastOn', 'units.endsBeforeItBegins')
  return {
    ...named,
    row,
    reader,
    code: reader.text('code'),
    level: level ?? 'province',
    bloc,
    parentText: reader.text('parent'),
    fromOn,
    untilOn,
    action: 'add',
    bookId: null,
    parent: null,
  }
}

type Period = { fromOn: Day | null; untilOn: Day | null }
const overlap = (a: Period, b: Period) =>
  (a.untilOn === null || (b.fromOn ?? '') < a.untilOn) && (b.untilOn === null || (a.fromOn ?? '') < b.untilOn)

/** A parent is looked for by code, then by name; first in the file, then among the units of the book that exist at that time. */
function placeParents(units: ReadUnit[], known: readonly store.StandingVersion[]): void {
  const inFile = finderOf(
    units.map((unit, index) => ({ ...unit, unitId: index, fullName: fullName(unit), parentId: null })),
  )
  const inBook = finderOf(known)
  for (const [index, unit] of units.entries()) {
    const { parentText } = unit
    if (parentText === null) continue
    const ofFile = inFile(parentText, { where: (other) => other.unitId !== index && overlap(other, unit) })
    const ofBook = inBook(parentText, { where: (other) => overlap(other, unit) })
    if (ofFile.found === 'one') unit.parent = { index: ofFile.unitId }
    else if (ofFile.found === 'none' && ofBook.found === 'one') unit.parent = { unitId: ofBook.unitId }
    else {
      const isMany = ofFile.found === 'many' || ofBook.found === 'many'
      unit.reader.wrong('parent', isMany ? 'units.nameAmbiguous' : 'units.nameUnknown', { name: parentText })
    }
  }
}

/** What the book knows already. Parents come first, as a unit without a code is known by its name under its parent. */
function compareWithBook(units: ReadUnit[], known: readonly store.StandingVersion[]): void {
  const byCode = Map.groupBy(known, (version) => version.code)
  const byIdentity = Map.groupBy(known, (version) => version.identityKey)
  const visited = new Set<ReadUnit>()
  const visit = (unit: ReadUnit, below: ReadonlySet<ReadUnit>): void => {
    if (below.has(unit)) unit.reader.wrong('parent', 'units.parentBelow')
    if (visited.has(unit)) return
    visited.add(unit)
    const above = unit.parent && 'index' in unit.parent ? units[unit.parent.index] : undefined
    if (above) visit(above, new Set([...below, unit]))
    const parentId = above ? above.bookId : unit.parent && 'unitId' in unit.parent ? unit.parent.unitId : null
    const isNewParent = above !== undefined && above.bookId === null
    const ofCode = unit.code === null ? undefined : byCode.get(unit.code)
    const namesakes = isNewParent
      ? []
      : (byIdentity.get(identityKey(unit)) ?? []).filter(
          (one) => one.parentId === parentId && overlap(one, unit),
        )
    if (ofCode) {
      // The unit may have been renamed, moved or ended since: the book knows more than an old list.
      const same = ofCode.find((version) => version.identityKey === identityKey(unit))
      if (same) unit.bookId = same.unitId
      else unit.reader.wrong('code', 'units.codeOfOther', { name: ofCode.at(-1)?.fullName })
    } else if (namesakes[0] && unit.code === null) unit.bookId = namesakes[0].unitId
    else if (namesakes[0]) unit.reader.wrong('name', 'units.nameTaken')
    if (unit.bookId !== null) unit.action = 'same'
  }
  for (const unit of units) visit(unit, new Set())
}

function compareWithFile(units: ReadUnit[]): void {
  const codes = new Map<string, number>()
  for (const unit of units) {
    if (unit.code === null) continue
    const first = codes.get(unit.code)
    if (first !== undefined) unit.reader.wrong('code', 'units.codeTwice', { rowNumber: first })
    else codes.set(unit.code, unit.row.rowNumber)
  }
  const placeOf = (unit: ReadUnit) => JSON.stringify([unit.parent, identityKey(unit)])
  for (const namesakes of Map.groupBy(units, placeOf).values()) {
    for (const [at, unit] of namesakes.entries()) {
      const earlier = namesakes.slice(0, at).find((other) => overlap(other, unit))
      if (earlier) unit.reader.wrong('name', 'units.nameTwice', { rowNumber: earlier.row.rowNumber })
    }
  }
}

async function writeUnits(ctx: Ctx, units: readonly ReadUnit[]): Promise<void> {
  const added = units.filter((unit) => unit.action === 'add')
  if (added.length === 0) return
  await store.lockTree(ctx.db)
  const enteredBy = actorOf(ctx).accountId
  const ids = await store.addUnits(
    ctx.db,
    added.map((unit) => unit.code),
  )
  const idOf = new Map(added.map((unit, index) => [unit, ids[index] ?? 0]))
  const parentOf = ({ parent }: ReadUnit): number | null => {
    if (parent === null) return null
    if ('unitId' in parent) return parent.unitId
    const above = units[parent.index]
    return above ? (above.bookId ?? idOf.get(above) ?? null) : null
  }
  // One change for each day, as a list gives no documents.
  const changes = new Map<Day | null, number>()
  for (const day of new Set(
    added.flatMap((unit) => [unit.fromOn, ...(unit.untilOn ? [unit.untilOn] : [])]),
  )) {
    changes.set(day, await store.addChange(ctx.db, { kind: 'imported', effectiveOn: day, enteredBy }))
  }
  await store.addVersions(
    ctx.db,
    added.map((unit) => ({
      unitId: idOf.get(unit) ?? 0,
      name: unit.name,
      kind: unit.kind,
      qualifier: unit.qualifier,
      level: unit.level,
      bloc: unit.bloc,
      parentId: parentOf(unit),
      fromOn: unit.fromOn,
      untilOn: unit.untilOn,
      openedBy: changes.get(unit.fromOn) ?? 0,
      closedBy: unit.untilOn === null ? null : (changes.get(unit.untilOn) ?? 0),
    })),
  )
}

const successionColumns = [
  {
    key: 'effectiveOn',
    synonyms: ['Ngày hiệu lực', 'Có hiệu lực từ ngày', 'ngay_hieu_luc', 'Ngày'],
    required: true,
  },
  {
    key: 'from',
    synonyms: ['Mã cũ', 'Đơn vị cũ', 'Mã đơn vị cũ', 'ma_cu', 'Đơn vị trước sắp xếp'],
    required: true,
  },
  {
    key: 'to',
    synonyms: ['Mã mới', 'Đơn vị mới', 'Mã đơn vị mới', 'ma_moi', 'Đơn vị sau sắp xếp'],
    required: true,
  },
  { key: 'form', synonyms: ['Hình thức', 'Hình thức sắp xếp', 'hinh_thuc'], required: true },
  { key: 'share', synonyms: ['Tỷ lệ ước tính', 'Tỷ lệ', 'Tỉ lệ', 'ty_le_uoc_tinh'], required: false },
] as const satisfies readonly WantedColumn[]

type SuccessionKey = (typeof successionColumns)[number]['key']

const forms: Record<string, { kind: store.NewSuccession['kind']; extent: 'whole' | 'part' | 'remainder' }> = {
  'sap nhap': { kind: 'merge', extent: 'whole' },
  'hop nhat': { kind: 'merge', extent: 'whole' },
  'nhap vao': { kind: 'absorb', extent: 'whole' },
  chia: { kind: 'split', extent: 'part' },
  tach: { kind: 'split', extent: 'part' },
  'phan con lai': { kind: 'split', extent: 'remainder' },
  'chuyen mot phan': { kind: 'part_moved', extent: 'part' },
  'ket thuc cap huyen': { kind: 'end_of_level', extent: 'part' },
}

const readForm = (text: string) =>
  forms[
    fold(text)
      .replace(/[^a-z]+/g, ' ')
      .trim()
  ] ?? null

type ReadSuccession = store.NewSuccession & { effectiveOn: Day; row: ImportRow }

/**
 * Lines between old and new units that are in the book already: day, old, new, form, estimated share. What was merged went
 * over whole; what was divided, in parts. It closes nothing: the units' own dates must agree.
 */
export const successionsImporter: Importer = {
  kind: 'successions',
  can: 'units.reorganise',
  columns: successionColumns,
  check: async (ctx, found) => {
    const table = found as Table<SuccessionKey>
    const versions = await store.everyVersion(ctx.db)
    const book = { versions, find: finderOf(versions), written: await store.successions(ctx.db) }
    const edges = dataRows(table).map((row) => readSuccession(table, row, book))
    const places = new Map<string, number>()
    for (const edge of edges) {
      if (edge.row.action === 'wrong') continue
      const whole = edge.extent === 'part' ? edge.toUnitId : 'whole'
      const key = JSON.stringify([edge.fromUnitId, whole, edge.effectiveOn])
      const first = places.get(key)
      if (first === undefined) places.set(key, edge.row.rowNumber)
      else {
        edge.row.action = 'wrong'
        edge.row.problems.push({
          column: null,
          code: 'units.wentTwice',
          params: { rowNumber: first },
          isError: true,
        })
      }
    }
    return {
      report: { rows: edges.map((edge) => edge.row), checks: [] },
      apply: (ctx) => writeSuccessions(ctx, edges),
    }
  },
}

type Book = {
  versions: readonly store.StandingVersion[]
  find: Finder<store.StandingVersion>
  written: Awaited<ReturnType<typeof store.successions>>
}

function readSuccession(
  table: Table<SuccessionKey>,
  row: TableRow<SuccessionKey>,
  { versions, find, written }: Book,
): ReadSuccession {
  const reader = new RowReader(table, row)
  const effectiveOn = reader.day('effectiveOn')
  const form = reader.word('form', readForm)
  const share = readShare(reader)
  for (const key of ['effectiveOn', 'from', 'to', 'form'] as const) {
    if (reader.text(key) === null) reader.wrong(key, 'field.required')
  }
  const before = effectiveOn === null ? null : addDays(effectiveOn, -1)
  const at = (key: 'from' | 'to', day: Day | null): store.StandingVersion | null => {
    const text = reader.text(key)
    if (text === null || day === null) return null
    const stands = (one: store.StandingVersion) =>
      (one.fromOn ?? '') <= day && (one.untilOn === null || one.untilOn > day)
    const finding = find(text, { where: stands })
    if (finding.found === 'one') {
      return versions.find((one) => one.unitId === finding.unitId && stands(one)) ?? null
    }
    reader.wrong(key, finding.found === 'many' ? 'units.nameAmbiguous' : 'units.notThere', {
      name: text,
      on: day,
    })
    return null
  }
  const from = at('from', before)
  const to = at('to', effectiveOn)
  // A unit that went over whole, or was divided, ends on that day; a part may leave one that lives on.
  if (from && form && form.kind !== 'part_moved' && from.untilOn !== effectiveOn) {
    const livesOn = versions.some(
      (one) => one.unitId === from.unitId && (one.untilOn ?? '9999') > (effectiveOn ?? ''),
    )
    if (livesOn) reader.wrong('from', 'units.livesOn', { name: from.fullName, on: effectiveOn })
  }
  const edge = {
    fromUnitId: from?.unitId ?? 0,
    toUnitId: to?.unitId ?? 0,
    kind: form?.kind ?? 'merge',
    extent: form?.extent ?? 'whole',
    share,
  }
  if (!reader.isWrong && edge.fromUnitId === edge.toUnitId) reader.wrong('to', 'units.intoItself')
  const old = written.find(
    (one) =>
      one.fromUnitId === edge.fromUnitId && one.toUnitId === edge.toUnitId && one.effectiveOn === effectiveOn,
  )
  const other = written.find(
    (one) =>
      one.fromUnitId === edge.fromUnitId && one.effectiveOn === effectiveOn && one.toUnitId !== edge.toUnitId,
  )
  if (old && (old.kind !== edge.kind || old.extent !== edge.extent))
    reader.wrong('form', 'units.successionDiffers')
  else if (!old && other && (other.extent === 'whole' || edge.extent === 'whole'))
    reader.wrong('to', 'units.wentElsewhere')
  return {
    ...edge,
    effectiveOn: effectiveOn ?? '',
    row: {
      rowNumber: row.rowNumber,
      action: reader.isWrong ? 'wrong' : old ? 'same' : 'add',
      understood: `${from?.fullName ?? reader.text('from') ?? ''} → ${to?.fullName ?? reader.text('to') ?? ''}${effectiveOn ? ` · ${printDay(effectiveOn)}` : ''}`,
      problems: reader.problems,
    },
  }
}

/** '0.40', '0,4' or '40 %': more than nothing and at most all. */
function readShare(reader: RowReader<SuccessionKey>): number | null {
  const text = reader.text('share')
  if (text === null) return null
  const found = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text)
  const share = found ? Number(found[1]?.replace(',', '.')) / (found[2] ? 100 : 1) : Number.NaN
  if (share > 0 && share <= 1) return share
  reader.wrong('share', 'units.shareWrong')
  return null
}

async function writeSuccessions(ctx: Ctx, edges: readonly ReadSuccession[]): Promise<void> {
  const added = edges.filter((edge) => edge.row.action === 'add')
  for (const [effectiveOn, group] of Map.groupBy(added, (edge) => edge.effectiveOn)) {
    const changeId = await store.addChange(ctx.db, {
      kind: 'imported',
      effectiveOn,
      enteredBy: actorOf(ctx).accountId,
    })
    await store.addSuccessions(ctx.db, changeId, effectiveOn, group)
  }
}
