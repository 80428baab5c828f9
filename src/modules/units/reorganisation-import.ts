import { createHash } from 'node:crypto'
import { addDays, type Day } from '../../pure/day.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { readText, type Table, type WantedColumn } from '../../server/files/table.ts'
import type { Importer, ImportRow } from '../../server/importer.ts'
import * as drafts from './reorganisation-store.ts'
import { finderOf } from './rules/finding.ts'
import { fullName, readName, type UnitKind } from './rules/names.ts'
import type { Act } from './rules/reorganisation.ts'
import { readExtent, readPlaceKind, readResolution } from './rules/resolution.ts'
import * as store from './store.ts'

export const resolutionColumns = [
  { key: 'clause', synonyms: ['Khoản', 'Điều, khoản', 'Điều', 'dieu', 'STT khoản'], required: false },
  { key: 'kind', synonyms: ['Loại đơn vị mới', 'Loại mới', 'Loại', 'loai_moi'], required: false },
  {
    key: 'made',
    synonyms: [
      'Đơn vị mới',
      'Đơn vị sau sắp xếp',
      'Tên đơn vị mới',
      'ĐVHC mới',
      'ĐVHC sau sắp xếp',
      'don_vi_moi',
    ],
    required: true,
  },
  {
    key: 'old',
    synonyms: [
      'Đơn vị cũ',
      'Đơn vị trước sắp xếp',
      'Tên đơn vị cũ',
      'ĐVHC cũ',
      'Đơn vị hợp thành',
      'don_vi_cu',
    ],
    required: true,
  },
  { key: 'extent', synonyms: ['Phần', 'Phạm vi', 'Toàn bộ hay một phần', 'phan'], required: false },
  { key: 'province', synonyms: ['Tỉnh cũ', 'Tỉnh trước sắp xếp', 'tinh_cu'], required: false },
] as const satisfies readonly WantedColumn[]

type Key = (typeof resolutionColumns)[number]['key']

/** Acts read from a table of old and new units, with what was understood of every row. */
export type ReadActs = { acts: Act[]; rows: ImportRow[]; sourceHash: string }

/**
 * Reads a resolution as a table: a row for each new unit and each unit that goes into it. Units of before that the book does
 * not have are recorded in the same act, told apart as the resolution prints them: by kind and by the place in brackets.
 */
export async function actsFromTable(ctx: Ctx, table: Table<Key>, effectiveOn: Day): Promise<ReadActs> {
  const before = await store.standingOn(ctx.db, addDays(effectiveOn, -1))
  const now = await store.standingOn(ctx.db, effectiveOn)
  const find = finderOf(before)
  const provinceOf = (units: readonly store.StandingVersion[]) => {
    const provinces = units.filter(
      (unit) => unit.kind === 'province' || (unit.kind === 'city' && unit.level === 'province'),
    )
    return provinces.length === 1 ? provinces[0] : undefined
  }
  const newParent = provinceOf(now)
  const oldParent = provinceOf(before)
  const recorded = new Map<string, Act & { act: 'record' }>()
  const merges = new Map<string, Act & { act: 'merge' }>()
  const rows: ImportRow[] = []
  const source = createHash('sha256').update(effectiveOn)
  let made: string | null = null
  let clause: string | null = null
  for (const row of table.rows) {
    if (row.kind !== 'data' && row.kind !== 'section') continue
    const problems: ImportRow['problems'] = []
    const wrong = (key: Key, code: string, params: Record<string, unknown> = {}) =>
      problems.push({ column: table.columns[key]?.title ?? null, code, params, isError: true })
    // The new unit stands in its first row only, in many tables.
    made = readText(row.cells.made) ?? made
    clause = readText(row.cells.clause) ?? clause
    const old = readText(row.cells.old)
    if (old === null && row.kind === 'section') continue
    if (made === null) wrong('made', 'field.required')
    if (old === null) wrong('old', 'field.required')
    const extentText = readText(row.cells.extent) ?? ''
    const extent = readExtent(extentText)
    if (extent === null) wrong('extent', 'units.extentUnknown', { text: extentText })
    const kindText = readText(row.cells.kind)
    const kind: UnitKind | null =
      kindText === null ? readName(made ?? '', 'commune').kind : readPlaceKind(kindText)
    if (kind === null) wrong('kind', 'units.kindUnknown', { text: kindText })
    source.update(JSON.stringify([clause, kindText, made, old, extentText]))
    const newUnit = readName(made ?? '', kind ?? 'commune')
    const oldUnit = readName(old ?? '', 'commune')
    const provinceText = readText(row.cells.province)
    const province =
      provinceText === null ? oldParent : find(provinceText, { where: (unit) => unit.level === 'province' })
    const provinceId = province === undefined ? null : 'unitId' in province ? province.unitId : null
    if (province && 'found' in province && province.found !== 'one') {
      wrong('province', province.found === 'many' ? 'units.nameAmbiguous' : 'units.nameUnknown', {
        name: provinceText,
      })
    }
    const key = `${clause ?? ''}|${fullName(newUnit)}`
    const merge: Act & { act: 'merge' } = merges.get(key) ?? {
      act: 'merge',
      ...(clause ? { clause: /^\d+$/.test(clause) ? `Khoản ${clause}` : clause } : {}),
      from: [],
      into: {
        key: `moi-${merges.size + 1}`,
        name: newUnit.name,
        kind: newUnit.kind,
        ...(newUnit.qualifier ? { qualifier: newUnit.qualifier } : {}),
        level: 'commune',
        bloc: 'state',
        ...(newParent ? { parent: { unitId: newParent.unitId } } : {}),
      },
    }
    const isThere = (unit: store.StandingVersion) =>
      provinceText === null || isUnder(unit, provinceId, before)
    const found = find(old ?? '', { kind: oldUnit.kind, where: isThere })
    if (found.found === 'many') wrong('old', 'units.nameAmbiguous', { name: old })
    const oldKey = `${provinceText ?? ''}|${fullName(oldUnit)}`
    if (problems.length === 0) {
      merges.set(key, merge)
      if (found.found === 'none' && !recorded.has(oldKey)) {
        recorded.set(oldKey, {
          act: 'record',
          unit: {
            key: `cu-${recorded.size + 1}`,
            name: oldUnit.name,
            kind: oldUnit.kind,
            ...(oldUnit.qualifier ? { qualifier: oldUnit.qualifier } : {}),
            level: 'commune',
            bloc: 'state',
            ...(provinceId === null ? {} : { parent: { unitId: provinceId } }),
          },
        })
      }
      const ref =
        found.found === 'one' ? { unitId: found.unitId } : { key: recorded.get(oldKey)?.unit.key ?? '' }
      merge.from.push({ unit: ref, extent: extent ?? 'whole' })
    }
    rows.push({
      rowNumber: row.rowNumber,
      action: problems.length > 0 ? 'wrong' : 'add',
      understood: `${clause ?? ''} · ${fullName(newUnit)} ← ${fullName(oldUnit)} · ${extentText || 'toàn bộ'}`,
      problems,
    })
  }
  return { acts: [...recorded.values(), ...merges.values()], rows, sourceHash: source.digest('hex') }
}

function isUnder(
  unit: store.StandingVersion,
  ancestorId: number | null,
  units: readonly store.StandingVersion[],
): boolean {
  const parents = new Map(units.map((one) => [one.unitId, one.parentId]))
  for (
    let at = unit.parentId, depth = 0;
    at !== null && depth < 30;
    at = parents.get(at) ?? null, depth += 1
  ) {
    if (at === ancestorId) return true
  }
  return false
}

/** The same as a kind of import: the document stands above the table. Writing it enters a draft; a second person confirms. */
export const reorganisationImporter: Importer = {
  kind: 'reorganisation',
  can: 'units.reorganise',
  columns: resolutionColumns,
  check: async (ctx, found, options) => {
    const table = found as Table<Key>
    const document = readResolution(table.titleLines)
    const { documentNumber, documentOn, documentIssuer, effectiveOn } = document
    const { acts, rows, sourceHash } = await actsFromTable(ctx, table, effectiveOn ?? ctx.today)
    const isComplete =
      documentNumber !== null && documentOn !== null && documentIssuer !== null && effectiveOn !== null
    if (!isComplete) {
      for (const row of rows.slice(0, 1)) {
        row.action = 'wrong'
        row.problems.push({ column: null, code: 'units.documentMissing', params: {}, isError: true })
      }
    }
    const known = await drafts.reorganisationOfSource(ctx.db, sourceHash)
    if (known !== undefined) for (const row of rows) if (row.action === 'add') row.action = 'same'
    return {
      report: { rows, checks: [] },
      apply: async (ctx) => {
        if (known !== undefined || !isComplete) return
        const title = document.title ?? tidy(options.fileName ?? '') ?? documentNumber
        await drafts.addReorganisation(ctx.db, {
          title: title || documentNumber,
          documentNumber,
          documentOn,
          documentIssuer,
          effectiveOn,
          acts,
          enteredBy: actorOf(ctx).accountId,
          sourceHash,
        })
      },
    }
  },
}
