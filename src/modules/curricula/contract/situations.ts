import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { day, file, id, line, listInput, listOf } from '../../../pure/schema.ts'
import { keptFile } from '../../files/contract.ts'

export const situationKinds = ['situation', 'exercise'] as const
export const situationKind = z.enum(situationKinds)

export const situation = z.object({
  id,
  title: z.string(),
  text: z.string(),
  kind: situationKind,
  fieldCode: z.string().nullable(),
  fieldName: z.string().nullable(),
  /** Whose it is; null: the school's. */
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  withdrawnOn: day.nullable(),
  topics: z.number().int(),
  /** In how many approved versions a topic of it stands. */
  usedIn: z.number().int(),
  version: z.number().int(),
  can: z.array(z.enum(['edit', 'withdraw', 'attach'])),
})

/** A topic that it belongs to, as it is called now, and the versions in which that topic stands. */
export const situationTopic = z.object({
  lineageId: id,
  title: z.string(),
  versions: z.array(z.object({ curriculumId: id, title: z.string(), state: z.string() })),
})

export const situationsInput = listInput(['title', 'kind', 'owner'], 'title').extend({
  kind: situationKind.optional(),
  fieldCode: z.string().trim().max(20).optional(),
  owner: z.enum(['school', 'units']).optional(),
  unitId: id.optional(),
  lineageId: id.optional(),
  state: z.enum(['inUse', 'withdrawn']).default('inUse'),
})

export const situationInput = z.object({
  title: line(300),
  text: z.string().trim().min(1, 'field.required').max(20_000, 'field.tooLong'),
  kind: situationKind.default('situation'),
  fieldCode: z.string().trim().max(20).optional(),
  /** Topics by lineage, so that it stays with them in the next version. */
  lineageIds: z.array(id).max(50).default([]),
})

const byId = z.object({ situationId: id })
const detail = situation.extend({ belongsTo: z.array(situationTopic), files: z.array(keptFile) })

export const situationsContract = {
  list: procedure
    .meta({ can: 'situations.read' })
    .route({ method: 'GET', path: '/situations', summary: 'The bank of situations and exercises' })
    .input(situationsInput)
    .output(listOf(situation)),
  xlsx: procedure
    .meta({ can: 'situations.read' })
    .route({ method: 'GET', path: '/situations/xlsx', summary: 'The same list as a workbook' })
    .input(situationsInput)
    .output(file),
  topics: procedure
    .meta({ can: 'situations.read' })
    .route({
      method: 'GET',
      path: '/situation-topics',
      summary: 'The topics to which something can belong: of every approved version, newest text',
    })
    .output(z.array(z.object({ lineageId: id, title: z.string(), programmeName: z.string() }))),
  get: procedure
    .meta({ can: 'situations.read' })
    .route({ method: 'GET', path: '/situations/{situationId}', summary: 'One, with topics, use and files' })
    .input(byId)
    .output(detail),
  make: procedure
    .meta({ can: 'situations.edit' })
    .route({ method: 'POST', path: '/situations', summary: 'Add one, of the school or of one’s own unit' })
    .input(situationInput.extend({ unitId: id.optional() }))
    .output(detail),
  edit: procedure
    .meta({ can: 'situations.edit' })
    .route({ method: 'PUT', path: '/situations/{situationId}', summary: 'Change one that is one’s own' })
    .input(byId.extend({ ...situationInput.shape, version: z.number().int() }))
    .output(detail),
  withdraw: procedure
    .meta({ can: 'situations.edit' })
    .route({
      method: 'POST',
      path: '/situations/{situationId}/withdraw',
      summary: 'Take one out of use; it stays where it was used',
    })
    .input(byId.extend({ version: z.number().int() }))
    .output(detail),
  attach: procedure
    .meta({ can: 'situations.edit' })
    .route({ method: 'POST', path: '/situations/{situationId}/files', summary: 'Keep a file at one' })
    .input(byId.extend({ file }))
    .output(detail),
  detach: procedure
    .meta({ can: 'situations.edit' })
    .route({
      method: 'POST',
      path: '/situations/{situationId}/files/{fileId}/remove',
      summary: 'Take a file away',
    })
    .input(byId.extend({ fileId: id }))
    .output(detail),
  file: procedure
    .meta({ can: 'situations.read' })
    .route({ method: 'GET', path: '/situations/{situationId}/files/{fileId}', summary: 'Take a file home' })
    .input(byId.extend({ fileId: id }))
    .output(file),
}
