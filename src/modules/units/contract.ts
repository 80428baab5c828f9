import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'

export const level = z.enum(['central', 'province', 'district', 'commune'])
export const bloc = z.enum(['party', 'state', 'front', 'armed', 'enterprise', 'academy', 'other'])
/** What a unit is. The first eight are places: their word is printed before the name («Xã Hưng Điền»). */
export const unitKind = z.enum([
  'province',
  'city',
  'district',
  'town',
  'commune',
  'ward',
  'township',
  'specialZone',
  'partyCommittee',
  'partyBoard',
  'office',
  'department',
  'front',
  'armed',
  'school',
  'enterprise',
  'other',
])

/** How much of a unit goes over. `remainder`: what was left after the parts; each divided unit has exactly one. */
export const extent = z.enum(['whole', 'part', 'remainder'])
export const successionKind = z.enum(['merge', 'absorb', 'split', 'part_moved', 'end_of_level'])

const text = (max: number) => z.string().trim().max(max, 'field.tooLong').meta({ kind: 'line' })
const share = z.number().gt(0, 'field.tooSmall').max(1, 'field.tooLarge')

/** The document that a change rests on. */
const document = { documentNumber: line(100), documentOn: day, documentIssuer: line(200) }

/** What a unit is called and what it is. `name` without the word of its kind: «Hưng Điền» and `commune`. */
const description = {
  name: line(200),
  kind: unitKind,
  /** Printed in brackets where namesakes must be told apart: «h. Tân Hưng». */
  qualifier: text(100).optional(),
  level,
  bloc,
}

export const unit = z.object({
  id,
  code: z.string().nullable(),
  name: z.string(),
  fullName: z.string(),
  kind: unitKind,
  level,
  bloc,
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  /** The period in which this name, kind and parent hold; `untilOn` is the first day on which they no longer do. */
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  /** Whether the unit no longer exists on the day asked for. */
  isClosed: z.boolean(),
})

export const unitsInput = listInput(['name', 'code', 'level', 'fromOn'], 'name').extend({
  on: day.optional(),
  level: level.optional(),
  bloc: bloc.optional(),
  kind: unitKind.optional(),
  parentId: id.optional(),
  state: z.enum(['existing', 'closed', 'all']).default('existing'),
})

export const treeNode = z.object({
  id,
  parentId: id.nullable(),
  code: z.string().nullable(),
  fullName: z.string(),
  kind: unitKind,
  level,
  bloc,
  children: z.number().int(),
})

const change = z.object({
  id,
  kind: z.enum(['made', 'renamed', 'moved', 'dissolved', 'reorganised', 'imported']),
  effectiveOn: day.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  documentIssuer: z.string().nullable(),
  reason: z.string().nullable(),
  reorganisationId: id.nullable(),
})

const unitVersion = z.object({
  id,
  name: z.string(),
  fullName: z.string(),
  qualifier: z.string().nullable(),
  kind: unitKind,
  level,
  bloc,
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  opened: change,
  closed: change.nullable(),
})

/** One line between an old unit and a new one, seen from either side: `unitId` is the other one. */
const relative = z.object({
  unitId: id,
  fullName: z.string(),
  kind: successionKind,
  extent,
  estimatedShare: z.number().nullable(),
  effectiveOn: day,
  change,
})

export const unitPage = z.object({
  id,
  code: z.string().nullable(),
  version: z.number().int(),
  on: day,
  fullName: z.string(),
  state: z.enum(['existing', 'closed', 'coming']),
  versions: z.array(unitVersion),
  predecessors: z.array(relative),
  successors: z.array(relative),
  children: z.array(treeNode),
  path: z.array(z.object({ id, fullName: z.string() })),
  /** Who acts for the unit today; null where that is not for the asker to know. */
  holders: z
    .array(z.object({ accountId: id, name: z.string(), email: z.string(), role: z.string(), fromOn: day }))
    .nullable(),
  /** What it has become on the day, whole successions followed; null when it was divided or dissolved. */
  became: z.object({ id, fullName: z.string() }).nullable(),
  can: z.array(z.string()),
})

/** A new unit. Without `fromOn` it existed before the book was begun, and needs no document. */
export const newUnitInput = z
  .object({
    ...description,
    code: text(50).optional(),
    parentId: id.optional(),
    fromOn: day.optional(),
    documentNumber: line(100).optional(),
    documentOn: day.optional(),
    documentIssuer: line(200).optional(),
    reason,
  })
  .superRefine((input, context) => {
    if (input.fromOn === undefined) return
    for (const field of ['documentNumber', 'documentOn', 'documentIssuer'] as const) {
      if (input[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'field.required' })
    }
  })

const dated = { unitId: id, version: z.number().int(), effectiveOn: day, ...document, reason }
export const renameInput = z.object({
  ...dated,
  name: line(200),
  kind: unitKind.optional(),
  /** Null takes it away; absent, it stays as it is. */
  qualifier: text(100).nullable().optional(),
})
export const moveInput = z.object({ ...dated, parentId: id.optional() })
/** `effectiveOn` is the first day on which the unit no longer exists. */
export const dissolveInput = z.object(dated)

/** A unit within an act: one that is in the book, or one that the same reorganisation records or makes. */
export const unitRef = z.union([z.object({ unitId: id }), z.object({ key: z.string().min(1).max(100) })])
export const newUnitInAct = z.object({
  key: z.string().min(1).max(100),
  ...description,
  code: text(50).optional(),
  parent: unitRef.optional(),
})

/** What is said about one old unit of a merger. `ceded`: a part of it, and the old unit lives on. */
const mergeExtent = z.enum(['whole', 'part', 'remainder', 'ceded'])

/** One act of a reorganisation. `clause` is its place in the document: «Khoản 5». */
const clause = text(100).optional()
export const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('record'), clause, unit: newUnitInAct }),
  z.object({
    act: z.literal('merge'),
    clause,
    from: z
      .array(z.object({ unit: unitRef, extent: mergeExtent, share: share.optional() }))
      .min(1, 'field.required'),
    into: newUnitInAct,
  }),
  z.object({
    act: z.literal('absorb'),
    clause,
    from: z.array(z.object({ unit: unitRef })).min(1, 'field.required'),
    into: unitRef,
  }),
  z.object({
    act: z.literal('split'),
    clause,
    from: unitRef,
    into: z
      .array(
        z.object({
          to: z.union([z.object({ made: newUnitInAct }), unitRef]),
          extent: z.enum(['part', 'remainder']),
          share: share.optional(),
        }),
      )
      .min(2, 'units.splitInTwo'),
  }),
  z.object({ act: z.literal('partMoved'), clause, from: unitRef, to: unitRef, share: share.optional() }),
  z.object({
    act: z.literal('rename'),
    clause,
    unit: unitRef,
    name: line(200),
    kind: unitKind.optional(),
    qualifier: text(100).optional(),
  }),
  z.object({ act: z.literal('move'), clause, unit: unitRef, parent: unitRef.nullable() }),
  z.object({ act: z.literal('dissolve'), clause, unit: unitRef }),
])

const entered = {
  title: line(300),
  ...document,
  effectiveOn: day,
  acts: z.array(act).max(2000, 'field.tooLarge'),
}
export const reorganisationInput = z.object(entered)
export const fromFileInput = z.object({ title: line(300), ...document, effectiveOn: day, file })

export const reorganisation = z.object({
  id,
  title: z.string(),
  documentNumber: z.string(),
  documentOn: day,
  documentIssuer: z.string(),
  effectiveOn: day,
  state: z.enum(['draft', 'confirmed', 'withdrawn']),
  enteredBy: z.string().nullable(),
  enteredAt: instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  version: z.number().int(),
  actCount: z.number().int(),
  can: z.array(z.string()),
})

export const reorganisationPage = reorganisation.extend({
  acts: z.array(act),
  /** Names of the units that the acts speak of by id, as they were on the day before. */
  names: z.record(z.string(), z.string()),
})

/** What is wrong (`error`: it cannot be confirmed) or looks wrong (`warning`) with an act; `act` counts from 0. */
export const fault = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  act: z.number().int().nullable(),
  sentence: z.string(),
})

/** One unit as the tree of the day before and the tree of the day show it. */
const difference = z.object({
  unitId: id.nullable(),
  what: z.enum(['closed', 'opened', 'renamed', 'moved', 'recorded']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  clause: z.string().nullable(),
  /** Where it went, or what it came from, with the extent. */
  relatives: z.array(z.object({ fullName: z.string(), extent, unitId: id.nullable() })),
})

export const preview = z.object({
  counts: z.object({
    closed: z.number().int(),
    opened: z.number().int(),
    renamed: z.number().int(),
    moved: z.number().int(),
    recorded: z.number().int(),
    divided: z.number().int(),
    people: z.number().int(),
    classes: z.number().int(),
    accounts: z.number().int(),
  }),
  faults: z.array(fault),
  differences: z.array(difference),
  /** Roles at units that end and that the new units do not inherit: somebody must decide who gets them. */
  decisions: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      role: z.string(),
      unitId: id,
      unitName: z.string(),
      why: z.enum(['divided', 'shared', 'dissolved']),
      successors: z.array(z.object({ unitId: id.nullable(), fullName: z.string() })),
    }),
  ),
})

export const reorganisationsInput = listInput(['effectiveOn', 'enteredAt', 'title'], 'effectiveOn').extend({
  state: reorganisation.shape.state.optional(),
})

/** A reorganisation: one act with many parts, entered by one person and confirmed by another. */
export const reorganisationsContract = {
  reorganisations: procedure
    .meta({ can: 'reorganisations.read' })
    .route({ method: 'GET', path: '/reorganisations', summary: 'Reorganisations, newest first' })
    .input(reorganisationsInput)
    .output(listOf(reorganisation)),
  reorganisation: procedure
    .meta({ can: 'reorganisations.read' })
    .route({
      method: 'GET',
      path: '/reorganisations/{reorganisationId}',
      summary: 'One reorganisation with its acts',
    })
    .input(z.object({ reorganisationId: id }))
    .output(reorganisationPage),
  preview: procedure
    .meta({ can: 'reorganisations.read', slow: true })
    .route({
      method: 'GET',
      path: '/reorganisations/{reorganisationId}/preview',
      summary: 'What a reorganisation touches, and its faults',
    })
    .input(z.object({ reorganisationId: id }))
    .output(preview),
  enter: procedure
    .meta({ can: 'units.reorganise' })
    .route({ method: 'POST', path: '/reorganisations', summary: 'Enter a reorganisation as a draft' })
    .input(reorganisationInput)
    .output(z.object({ reorganisationId: id })),
  enterFromFile: procedure
    .meta({ can: 'units.reorganise', slow: true })
    .route({
      method: 'POST',
      path: '/reorganisations/from-file',
      summary: 'Enter a draft from a table: new unit, old unit, whole, part or remainder',
    })
    .input(fromFileInput)
    .output(z.object({ reorganisationId: id, isNew: z.boolean() })),
  change: procedure
    .meta({ can: 'units.reorganise' })
    .route({ method: 'POST', path: '/reorganisations/{reorganisationId}', summary: 'Change a draft' })
    .input(z.object({ reorganisationId: id, version: z.number().int(), ...entered }))
    .output(reorganisation),
  withdraw: procedure
    .meta({ can: 'units.reorganise' })
    .route({
      method: 'POST',
      path: '/reorganisations/{reorganisationId}/withdraw',
      summary: 'Withdraw a draft',
    })
    .input(z.object({ reorganisationId: id, version: z.number().int(), reason }))
    .output(reorganisation),
  confirm: procedure
    .meta({ can: 'units.confirm', slow: true })
    .route({
      method: 'POST',
      path: '/reorganisations/{reorganisationId}/confirm',
      summary: 'Confirm as the second person, and apply',
    })
    .input(z.object({ reorganisationId: id, version: z.number().int() }))
    .output(reorganisation),
}

export const unitsContract = {
  ...reorganisationsContract,
  list: procedure
    .meta({ can: 'units.read' })
    .route({ method: 'GET', path: '/units', summary: 'Units as they are on a day' })
    .input(unitsInput)
    .output(listOf(unit)),
  listXlsx: procedure
    .meta({ can: 'units.read' })
    .route({ method: 'GET', path: '/units/xlsx', summary: 'The same list as an Excel file' })
    .input(unitsInput)
    .output(file),
  tree: procedure
    .meta({ can: 'units.read' })
    .route({
      method: 'GET',
      path: '/units/tree',
      summary: 'The tree of a day, whole or the children of one unit',
    })
    .input(z.object({ on: day.optional(), parentId: id.optional() }))
    .output(z.object({ on: day, nodes: z.array(treeNode) })),
  get: procedure
    .meta({ can: 'units.read' })
    .route({ method: 'GET', path: '/units/{unitId}', summary: 'One unit with its history' })
    .input(z.object({ unitId: id, on: day.optional() }))
    .output(unitPage),
  make: procedure
    .meta({ can: 'units.reorganise' })
    .route({ method: 'POST', path: '/units', summary: 'Make a unit' })
    .input(newUnitInput)
    .output(z.object({ unitId: id })),
  rename: procedure
    .meta({ can: 'units.reorganise' })
    .route({ method: 'POST', path: '/units/{unitId}/rename', summary: 'Rename a unit from a day on' })
    .input(renameInput)
    .output(unitPage),
  move: procedure
    .meta({ can: 'units.reorganise' })
    .route({
      method: 'POST',
      path: '/units/{unitId}/move',
      summary: 'Put a unit under another parent from a day on',
    })
    .input(moveInput)
    .output(unitPage),
  dissolve: procedure
    .meta({ can: 'units.reorganise' })
    .route({ method: 'POST', path: '/units/{unitId}/dissolve', summary: 'End a unit' })
    .input(dissolveInput)
    .output(unitPage),
}
