import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf, reason } from '../../pure/schema.ts'

export const programmeKinds = ['training', 'fostering', 'knowledgeUpdate', 'briefing'] as const
export const blocs = ['party', 'state', 'front'] as const
export const levels = ['elementary', 'intermediate', 'advanced'] as const

export const programmeKind = z.enum(programmeKinds)
export const bloc = z.enum(blocs)
export const level = z.enum(levels)

/** Other names of the same thing, as files write them. */
const synonyms = z.array(line(300)).max(40, 'field.tooLong').default([])

export const programmeGroup = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  synonyms: z.array(z.string()),
  sortOrder: z.number().int(),
  version: z.number().int(),
  can: z.array(z.string()),
})

export const groupInput = z.object({
  name: line(120),
  nameEn: line(120),
  synonyms,
  sortOrder: count.max(10_000, 'field.tooLarge'),
})

export const studyMode = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  synonyms: z.array(z.string()),
})

/** `untilOn` is the first day on which the programme is no longer used. */
export const programme = z.object({
  id,
  code: z.string(),
  name: z.string(),
  groupCode: z.string(),
  groupName: z.string(),
  kind: programmeKind,
  level: level.nullable(),
  bloc: bloc.nullable(),
  modes: z.array(z.string()),
  lessonHours: z.number().int().nullable(),
  months: z.number().int().nullable(),
  scheme: z.string().nullable(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  source: z.string(),
  synonyms: z.array(z.string()),
  version: z.number().int(),
  can: z.array(z.string()),
})

/** What an editor of the catalogue may set. The code is set once, at making. */
export const programmeInput = z.object({
  name: line(300),
  groupCode: line(30),
  kind: programmeKind,
  level: level.optional(),
  bloc: bloc.optional(),
  modes: z.array(line(30)).min(1, 'field.required'),
  lessonHours: count.min(1, 'field.tooSmall').max(20_000, 'field.tooLarge').optional(),
  months: count.min(1, 'field.tooSmall').max(120, 'field.tooLarge').optional(),
  scheme: line(30).optional(),
  fromOn: day.optional(),
  untilOn: day.optional(),
  source: z.string().trim().max(300, 'field.tooLong').default(''),
  synonyms,
})

export const newProgrammeInput = programmeInput.extend({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-ZĐ0-9][A-ZĐ0-9.-]{1,29}$/, 'programmes.codeForm')
    .meta({ kind: 'line' }),
})

export const programmesInput = listInput(['code', 'name', 'group'], 'group').extend({
  groupCode: z.string().optional(),
  kind: programmeKind.optional(),
  bloc: bloc.optional(),
  /** `inUse`: valid today; `all`: also those that ended or have not begun. */
  period: z.enum(['inUse', 'all']).default('inUse'),
})

export const retireInput = z.object({ programmeId: id, untilOn: day, version: z.number().int(), reason })

export const programmesContract = {
  list: procedure
    .meta({ can: 'programmes.read' })
    .route({ method: 'GET', path: '/programmes', summary: 'The catalogue of programmes' })
    .input(programmesInput)
    .output(listOf(programme)),
  xlsx: procedure
    .meta({ can: 'programmes.read' })
    .route({
      method: 'GET',
      path: '/programmes/xlsx',
      summary: 'The catalogue as an Excel file, filtered alike',
    })
    .input(programmesInput)
    .output(file),
  get: procedure
    .meta({ can: 'programmes.read' })
    .route({ method: 'GET', path: '/programmes/{programmeId}', summary: 'One programme' })
    .input(z.object({ programmeId: id }))
    .output(programme),
  make: procedure
    .meta({ can: 'programmes.edit' })
    .route({ method: 'POST', path: '/programmes', summary: 'Add a programme; its code stays for ever' })
    .input(newProgrammeInput)
    .output(programme),
  edit: procedure
    .meta({ can: 'programmes.edit' })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}',
      summary: 'Change a programme, all but its code',
    })
    .input(programmeInput.extend({ programmeId: id, version: z.number().int() }))
    .output(programme),
  retire: procedure
    .meta({ can: 'programmes.edit' })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/retire',
      summary: 'Use a programme no longer, from a day on',
    })
    .input(retireInput)
    .output(programme),
  groups: procedure
    .meta({ can: 'programmes.read' })
    .route({
      method: 'GET',
      path: '/programme-groups',
      summary: 'The groups in which plans and reports count',
    })
    .output(z.array(programmeGroup)),
  makeGroup: procedure
    .meta({ can: 'programmes.edit' })
    .route({ method: 'POST', path: '/programme-groups', summary: 'Add a group' })
    .input(
      groupInput.extend({
        code: z
          .string()
          .trim()
          .regex(/^[a-z][A-Za-z0-9]{1,29}$/, 'programmes.groupCodeForm')
          .meta({ kind: 'line' }),
      }),
    )
    .output(programmeGroup),
  editGroup: procedure
    .meta({ can: 'programmes.edit' })
    .route({
      method: 'PUT',
      path: '/programme-groups/{code}',
      summary: 'Change the name, the order and the synonyms of a group',
    })
    .input(groupInput.extend({ code: z.string(), version: z.number().int() }))
    .output(programmeGroup),
  modes: procedure
    .meta({ can: 'programmes.read' })
    .route({ method: 'GET', path: '/study-modes', summary: 'Study modes and their synonyms' })
    .output(z.array(studyMode)),
}
