import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { file, id, instant, year } from '../../pure/schema.ts'

/** `plan`: the plan with its table; `planSubmission`: tờ trình; `planAmendment`: tờ trình điều chỉnh; `guestSubmission`: tờ trình with the list of guest lecturers; `visitRequest`: công văn asking a host to receive a class; `teachingInvitation`: giấy mời giảng. */
export const templateKinds = [
  'plan',
  'planSubmission',
  'planAmendment',
  'guestSubmission',
  'visitRequest',
  'teachingInvitation',
] as const
export const templateKind = z.enum(templateKinds)
/** `state`: Nghị định 30/2020/NĐ-CP; `party`: Hướng dẫn 05-HD/VPTW. */
export const layouts = ['state', 'party'] as const
export const layout = z.enum(layouts)

const which = { kind: templateKind, layout }

export const templateVersion = z.object({
  id,
  number: z.number().int(),
  /** Null: back to the shipped one. */
  fileName: z.string().nullable(),
  madeBy: z.string().nullable(),
  madeAt: instant,
})

export const template = z.object({
  ...which,
  /** Null: the shipped one is used. */
  current: templateVersion.nullable(),
  versions: z.array(templateVersion),
  /** What the template may be filled with. */
  tags: z.array(z.string()),
  can: z.array(z.enum(['replace', 'restore'])),
})

export const replaceInput = z.object({ ...which, file })

export const documentsContract = {
  templates: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/document-templates',
      summary: 'The Word templates of letters, with their versions',
    })
    .output(z.array(template)),
  templateFile: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/document-templates/{kind}/{layout}/file',
      summary: 'A template to be edited in Word: the one in use, an older version, or the shipped one',
    })
    .input(z.object({ ...which, number: z.number().int().min(0).optional() }))
    .output(file),
  replace: procedure
    .meta({ can: 'documents.edit' })
    .route({
      method: 'POST',
      path: '/document-templates/{kind}/{layout}',
      summary: 'Use a template of the school’s own; it is filled with sample data first',
    })
    .input(replaceInput)
    .output(template),
  restore: procedure
    .meta({ can: 'documents.edit' })
    .route({
      method: 'POST',
      path: '/document-templates/{kind}/{layout}/restore',
      summary: 'Go back to the shipped template',
    })
    .input(z.object(which))
    .output(template),
  planLetter: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/plan-versions/{versionId}/letter',
      summary: 'The plan, or the letter that submits it, as a Word file from the template',
    })
    .input(
      z.object({
        versionId: id,
        kind: z.enum(['plan', 'planSubmission']).default('planSubmission'),
        layout: layout.default('state'),
      }),
    )
    .output(file),
  visitLetter: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/field-studies/{fieldStudyId}/letter',
      summary: 'The letter that asks a host to receive a class, as a Word file from the template',
    })
    .input(z.object({ fieldStudyId: id, layout: layout.default('state') }))
    .output(file),
  invitationLetter: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: 'GET',
      path: '/teaching-invitations/{invitationId}/letter',
      summary: 'The letter that invites a lecturer to teach, as a Word file from the template',
    })
    .input(z.object({ invitationId: id, layout: layout.default('state') }))
    .output(file),
  guestLetter: procedure
    .meta({ can: 'corps.read' })
    .route({
      method: 'GET',
      path: '/corps/dossiers/{dossierId}/letter',
      summary: 'The letter that submits guest lecturers with its list, as a Word file from the template',
    })
    .input(z.object({ dossierId: id, layout: layout.default('party') }))
    .output(file),
  amendmentLetter: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/plans/{year}/amendment-letter',
      summary:
        'The letter that submits the proposed changes of a year’s plan, as a Word file from the template',
    })
    .input(z.object({ year, layout: layout.default('state') }))
    .output(file),
}
