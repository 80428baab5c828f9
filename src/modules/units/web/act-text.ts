import type { Words } from '../../../pure/words.ts'
import { fullName } from '../rules/names.ts'
import type { Act } from '../rules/reorganisation.ts'
import type { vi } from '../words.vi.ts'

type W = Words<typeof vi>
type Ref = { unitId: number } | { key: string }

/** One act as a sentence. `names`: of the units that are spoken of by id. */
export function actText(
  w: W,
  act: Act,
  acts: readonly Act[],
  names: Readonly<Record<string, string>>,
): string {
  const made = new Map(
    acts.flatMap(madeIn).map((unit) => [unit.key, fullName({ ...unit, qualifier: unit.qualifier ?? null })]),
  )
  const nameOf = (ref: Ref) => ('unitId' in ref ? names[ref.unitId] : made.get(ref.key)) ?? '–'
  const t = w.act.texts
  switch (act.act) {
    case 'record':
      return t.record({ name: made.get(act.unit.key) ?? '' })
    case 'merge': {
      const from = act.from.map(({ unit, extent }) =>
        extent === 'whole'
          ? nameOf(unit)
          : `${nameOf(unit)} (${extent === 'ceded' ? w.act.ceded : w.page.extents[extent]})`,
      )
      return t.merge({ from: from.join(', '), into: made.get(act.into.key) ?? '' })
    }
    case 'absorb':
      return t.absorb({ from: act.from.map(({ unit }) => nameOf(unit)).join(', '), into: nameOf(act.into) })
    case 'split': {
      const into = act.into.map(
        ({ to, extent }) =>
          `${'made' in to ? (made.get(to.made.key) ?? '') : nameOf(to)} (${w.page.extents[extent]})`,
      )
      return t.split({ from: nameOf(act.from), into: into.join(', ') })
    }
    case 'partMoved':
      return t.partMoved({ from: nameOf(act.from), to: nameOf(act.to) })
    case 'rename':
      return t.rename({
        unit: nameOf(act.unit),
        name: act.kind ? `${w.kinds[act.kind]} ${act.name}` : act.name,
      })
    case 'move':
      return t.move({ unit: nameOf(act.unit), parent: act.parent ? nameOf(act.parent) : null })
    case 'dissolve':
      return t.dissolve({ unit: nameOf(act.unit) })
  }
}

const madeIn = (act: Act) =>
  act.act === 'record'
    ? [act.unit]
    : act.act === 'merge'
      ? [act.into]
      : act.act === 'split'
        ? act.into.flatMap(({ to }) => ('made' in to ? [to.made] : []))
        : []
