import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { file, id, instant, year } from '../../pure/schema.ts'
import { layout } from '../files/contract.ts'
import { paymentInput } from '../teaching/contract.ts'

/** `plan`: the plan with its table; `planSubmission`: tờ trình; `planAmendment`: tờ trình điều chỉnh; `guestSubmission`: tờ trình with the list of guest lecturers; `visitRequest`: công văn asking a host to receive a class; `teachingInvitation`: giấy mời giảng; `timetable`: lịch học; `teachingThanks`: thư cảm ơn; `paymentList`: bảng kê; `surveyResults`: kết quả đánh giá; `priorityMinutes`, `curriculumMinutes`: biên bản; `admissionNotice`: thông báo chiêu sinh; `sendingDecision`: quyết định cử đi học; `classOpening`: quyết định mở lớp. */
export const templateKinds = [
  'plan',
  'planSubmission',
  'planAmendment',
  'guestSubmission',
  'visitRequest',
  'teachingInvitation',
  'timetable',
  'teachingThanks',
  'paymentList',
  'surveyResults',
  'priorityMinutes',
  'curriculumMinutes',
  'admissionNotice',
  'sendingDecision',
  'classOpening',
] as const
export const templateKind = z.enum(templateKinds)

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
  admissionLetter: procedure
    .meta({ can: 'documents.read' })
    .route({
      method: 'GET',
      path: '/admission-notices/{noticeId}/letter',
      summary:
        'The admission notice to one unit or to all, the decision that sends the admitted people, or the one that opens their class, as a Word file from the template',
    })
    .input(
      z.object({
        noticeId: id,
        unitId: id.optional(),
        kind: z.enum(['admissionNotice', 'sendingDecision', 'classOpening']).default('admissionNotice'),
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
  thanksLetter: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: 'GET',
      path: '/teaching-invitations/{invitationId}/thanks',
      summary: 'The letter that thanks a lecturer for what was taught, as a Word file from the template',
    })
    .input(z.object({ invitationId: id, layout: layout.default('state') }))
    .output(file),
  timetableLetter: procedure
    .meta({ can: 'classes.read' })
    .route({
      method: 'GET',
      path: '/classes/{classId}/timetable/letter',
      summary: 'The timetable of a class as a Word file from the template',
    })
    .input(z.object({ classId: id, layout: layout.default('state') }))
    .output(file),
  paymentLetter: procedure
    .meta({ can: 'teaching.read', slow: true })
    .route({
      method: 'GET',
      path: '/teaching-payment/letter',
      summary: 'What is paid for hours taught and confirmed, as a Word file from the template',
    })
    .input(paymentInput.extend({ layout: layout.default('state') }))
    .output(file),
  surveyLetter: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}/results/letter',
      summary:
        'The result of an evaluation as a Word file from the template; what is hidden is hidden there too',
    })
    .input(z.object({ campaignId: id, layout: layout.default('state') }))
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
