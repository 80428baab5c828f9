import * as z from 'zod'
import type { FieldProblem } from '../../../pure/problem.ts'
import { type treeNode, unitKind } from '../contract.ts'
import { chooserOf } from '../rules/choosing.ts'
import { fullName } from '../rules/names.ts'
import type { Act } from '../rules/reorganisation.ts'

/** The acts that are entered by hand. */
export const kinds = ['merge', 'absorb', 'split', 'partMoved', 'rename', 'move', 'dissolve'] as const
export type ActKind = (typeof kinds)[number]
const text = z.string().optional()
const kindField = unitKind.optional()
/** The form as it is typed: units by their names. What it means is worked out below. */
export const typed = z.object({
  act: z.enum(kinds),
  version: z.number(),
  clause: text,
  unit: text,
  into: text,
  name: text,
  kind: kindField,
  qualifier: text,
  share: z.number().optional(),
  from: z.array(z.object({ unit: text, extent: z.enum(['whole', 'part', 'remainder', 'ceded']) })).optional(),
  to: z
    .array(
      z.object({
        unit: text,
        kind: kindField,
        extent: z.enum(['part', 'remainder']),
        share: z.number().optional(),
      }),
    )
    .optional(),
})

type Node = z.infer<typeof treeNode>
type Ref = { unitId: number } | { key: string }
type Split = Extract<Act, { act: 'split' }>
type Made = Extract<Act, { act: 'merge' }>['into']

/** Turns the names of a form into units, and gathers what is not understood, field by field. */
export class Reading {
  readonly fields: FieldProblem[] = []
  private readonly acts: readonly Act[]
  private readonly before: readonly Node[]
  private readonly chooseOld: ReturnType<typeof chooserOf>
  private readonly chooseNew: ReturnType<typeof chooserOf>

  constructor(acts: readonly Act[], before: readonly Node[], now: readonly Node[]) {
    this.acts = acts
    this.before = before
    this.chooseOld = chooserOf(before)
    this.chooseNew = chooserOf(now)
  }

  act(input: z.input<typeof typed>): Act | null {
    const clause = input.clause ? { clause: input.clause } : {}
    const share = input.share === undefined ? {} : { share: input.share / 100 }
    switch (input.act) {
      case 'merge': {
        const from = this.sources(input.from)
        const name = this.required('name', input.name)
        const like = from[0]?.unit
        if (!name || !like) return null
        const kind = input.kind ?? this.kindOf(like)
        const parent = input.into ? this.target('into', input.into) : this.parentOf(like)
        const into = this.made(name, kind, like, input.qualifier, parent)
        return { act: 'merge', ...clause, from, into }
      }
      case 'absorb': {
        const from = this.sources(input.from).map(({ unit }) => ({ unit }))
        const into = this.target('into', input.into)
        return into && { act: 'absorb', ...clause, from, into }
      }
      case 'split': {
        const from = this.source('unit', input.unit)
        if (!from) return null
        const into = (input.to ?? []).flatMap((line, index): Split['into'] => {
          if (!line.unit) return []
          const share = line.share === undefined ? {} : { share: line.share / 100 }
          if (line.kind) {
            const made = this.made(line.unit, line.kind, from, undefined, this.parentOf(from), index)
            return [{ to: { made }, extent: line.extent, ...share }]
          }
          const to = this.target(`to.${index}.unit`, line.unit)
          return to ? [{ to, extent: line.extent, ...share }] : []
        })
        return { act: 'split', ...clause, from, into }
      }
      case 'partMoved': {
        const [from, to] = [this.source('unit', input.unit), this.target('into', input.into)]
        return from && to && { act: 'partMoved', ...clause, from, to, ...share }
      }
      case 'rename': {
        const [unit, name] = [this.source('unit', input.unit), this.required('name', input.name)]
        const kind = input.kind ? { kind: input.kind } : {}
        const qualifier = input.qualifier ? { qualifier: input.qualifier } : {}
        return unit && name ? { act: 'rename', ...clause, unit, name, ...kind, ...qualifier } : null
      }
      case 'move': {
        const unit = this.source('unit', input.unit)
        const parent = input.into ? this.target('into', input.into) : null
        return unit && { act: 'move', ...clause, unit, parent }
      }
      case 'dissolve': {
        const unit = this.source('unit', input.unit)
        return unit && { act: 'dissolve', ...clause, unit }
      }
    }
  }

  private sources(typedLines: z.input<typeof typed>['from'] = []) {
    const from = typedLines.flatMap(({ unit, extent }, index) => {
      if (!unit) return []
      const ref = this.source(`from.${index}.unit`, unit)
      return ref ? [{ unit: ref, extent }] : []
    })
    if (from.length === 0 && this.fields.length === 0)
      this.fields.push({ path: 'from.0.unit', code: 'field.required' })
    return from
  }

  private source(path: string, name: string | undefined): Ref | null {
    const recorded = this.acts.find((one) => one.act === 'record' && printed(one.unit) === name)
    if (recorded?.act === 'record') return { key: recorded.unit.key }
    return this.chosen(path, name, this.chooseOld)
  }

  /** A unit of the day itself, or one that this reorganisation makes. */
  private target(path: string, name: string | undefined): Ref | null {
    const made = madeBy(this.acts).find((one) => printed(one) === name)
    return made ? { key: made.key } : this.chosen(path, name, this.chooseNew)
  }

  private chosen(path: string, name: string | undefined, choose: ReturnType<typeof chooserOf>): Ref | null {
    if (!this.required(path, name)) return null
    const chosen = choose(name ?? '')
    if (typeof chosen === 'number') return { unitId: chosen }
    this.fields.push({
      path,
      code: chosen === 'many' ? 'units.nameAmbiguous' : 'units.nameNotChosen',
      params: { name },
    })
    return null
  }

  private required(path: string, value: string | undefined): string | null {
    if (value) return value
    this.fields.push({ path, code: 'field.required' })
    return null
  }

  /** Level, bloc and parent of a new unit are those of the old one that it comes from. */
  private made(
    name: string,
    kind: Made['kind'],
    like: Ref,
    qualifier?: string,
    parent?: Ref | null,
    at = 0,
  ): Made {
    const node = 'unitId' in like ? this.before.find((one) => one.id === like.unitId) : undefined
    return {
      key: `noi-dung-${this.acts.length + 1}-${at + 1}`,
      name,
      kind,
      level: node?.level ?? 'commune',
      bloc: node?.bloc ?? 'state',
      ...(qualifier ? { qualifier } : {}),
      ...(parent ? { parent } : {}),
    }
  }

  private kindOf(ref: Ref): Made['kind'] {
    if ('unitId' in ref) return this.before.find((one) => one.id === ref.unitId)?.kind ?? 'other'
    const recorded = this.acts.find((one) => one.act === 'record' && one.unit.key === ref.key)
    return recorded?.act === 'record' ? recorded.unit.kind : 'other'
  }

  private parentOf(ref: Ref): Ref | null {
    const node = 'unitId' in ref ? this.before.find((one) => one.id === ref.unitId) : undefined
    return node?.parentId ? { unitId: node.parentId } : null
  }
}

/** The name of a new unit as it will be printed. */
export const printed = (unit: Made) => fullName({ ...unit, qualifier: unit.qualifier ?? null })

/** The units that acts make. */
export const madeBy = (acts: readonly Act[]): Made[] =>
  acts.flatMap((one) =>
    one.act === 'merge'
      ? [one.into]
      : one.act === 'split'
        ? one.into.flatMap(({ to }) => ('made' in to ? [to.made] : []))
        : [],
  )
