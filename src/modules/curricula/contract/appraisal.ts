import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { day, file, id, line } from '../../../pure/schema.ts'
import { layout } from '../../files/contract.ts'

export const councilRoles = ['chair', 'reviewer', 'secretary', 'member'] as const
export const opinionVerdicts = ['agree', 'agreeWithChanges', 'disagree'] as const
export const appraisalResults = ['pass', 'passWithChanges', 'fail'] as const

export const councilMember = z.object({
  id,
  name: z.string(),
  post: z.string(),
  role: z.enum(councilRoles),
  verdict: z.enum(opinionVerdicts).nullable(),
  opinion: z.string(),
  /** With which the member signs in and gives the opinion; null: the secretary writes it down. */
  account: z.object({ name: z.string(), email: z.string() }).nullable(),
  /** It is whoever asks. */
  isOwn: z.boolean(),
  version: z.number().int(),
})

/** One appraisal: every submission of a version has one of its own. */
export const appraisal = z.object({
  id,
  round: z.number().int(),
  councilNumber: z.string().nullable(),
  councilOn: day.nullable(),
  meetsOn: day.nullable(),
  place: z.string(),
  conclusion: z.string(),
  result: z.enum(appraisalResults).nullable(),
  version: z.number().int(),
  members: z.array(councilMember),
  /** What a reader of the minutes would ask: no chair, no secretary, an even number (odd is only the custom), opinions missing. */
  remarks: z.array(z.enum(['noChair', 'noSecretary', 'even', 'opinionsMissing', 'noConclusion'])),
  isOpen: z.boolean(),
})

export const appraisalInput = z.object({
  councilNumber: line(100).optional(),
  councilOn: day.optional(),
  meetsOn: day.optional(),
  place: z.string().trim().max(300, 'field.tooLong').default(''),
  conclusion: z.string().trim().max(5000, 'field.tooLong').default(''),
  result: z.enum(appraisalResults).optional(),
  version: z.number().int(),
})

export const memberInput = z.object({
  name: line(200),
  post: z.string().trim().max(300, 'field.tooLong').default(''),
  role: z.enum(councilRoles).default('member'),
  verdict: z.enum(opinionVerdicts).optional(),
  opinion: z.string().trim().max(5000, 'field.tooLong').default(''),
  /** The e-mail of the account with which the member signs in. Absent: not linked. */
  accountEmail: z.string().trim().max(200, 'field.tooLong').optional(),
})

export const opinionInput = z.object({
  verdict: z.enum(opinionVerdicts),
  opinion: z.string().trim().max(5000, 'field.tooLong').default(''),
  version: z.number().int(),
})

const byId = z.object({ curriculumId: id })
const all = z.array(appraisal)

export const appraisalContract = {
  appraisals: procedure
    .meta({ can: 'curricula.appraise' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/appraisals',
      summary: 'Council, opinions and conclusion of every submission, newest first',
    })
    .input(byId)
    .output(all),
  setAppraisal: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'PUT',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}',
      summary: 'Council’s document, day and place of the meeting, conclusion',
    })
    .input(byId.extend({ appraisalId: id, ...appraisalInput.shape }))
    .output(all),
  addMember: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}/members',
      summary: 'Add a member of the council',
    })
    .input(byId.extend({ appraisalId: id, ...memberInput.shape }))
    .output(all),
  editMember: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'PUT',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}/members/{memberId}',
      summary: 'Change a member, or write down the opinion',
    })
    .input(byId.extend({ appraisalId: id, memberId: id, ...memberInput.shape, version: z.number().int() }))
    .output(all),
  giveOpinion: procedure
    .meta({ can: 'curricula.appraise' })
    .route({
      method: 'PUT',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}/own-opinion',
      summary: 'Give the own opinion, as a member of the council who signs in',
    })
    .input(byId.extend({ appraisalId: id, ...opinionInput.shape }))
    .output(all),
  dropMember: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}/members/{memberId}/remove',
      summary: 'Take a member off the council',
    })
    .input(byId.extend({ appraisalId: id, memberId: id }))
    .output(all),
  minutes: procedure
    .meta({ can: 'curricula.appraise' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/appraisals/{appraisalId}/minutes',
      summary: 'The minutes of an appraisal as a Word file from the template',
    })
    .input(byId.extend({ appraisalId: id, layout: layout.default('state') }))
    .output(file),
}
