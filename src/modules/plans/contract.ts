import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, reason, year } from '../../pure/schema.ts'
import { bloc } from '../programmes/contract.ts'
import { changesContract } from './contract/changes.ts'

export const planStates = ['draft', 'submitted', 'returned', 'approved'] as const
export const planState = z.enum(planStates)

/** Sums over lines. `learners` and `budgetDong` are null where no line says anything. */
const sums = {
  lines: z.number().int(),
  carriedOver: z.number().int(),
  opened: z.number().int(),
  classes: z.number().int(),
  learners: z.number().int().nullable(),
  budgetDong: z.number().int().nullable(),
}
export const planSums = z.object(sums)

export const planLine = z.object({
  id,
  /** The same line in every version that was copied from another. */
  lineKey: z.string(),
  groupCode: z.string(),
  groupName: z.string(),
  programmeId: id.nullable(),
  programmeCode: z.string().nullable(),
  title: z.string(),
  modeCode: z.string(),
  modeName: z.string(),
  bloc: bloc.nullable(),
  carriedOver: z.number().int(),
  opened: z.number().int(),
  /** Of a plan for a period: the classes of each of its years, where it says so; together they are `opened`. */
  openedByYear: z.array(z.number().int()).nullable(),
  classes: z.number().int(),
  learners: z.number().int().nullable(),
  partnerUnitId: id.nullable(),
  /** The unit's name on the first day of the plan's year (or its first name later), or the words of the plan. */
  partner: z.string().nullable(),
  place: z.string().nullable(),
  months: z.array(z.number().int()),
  budgetDong: z.number().int().nullable(),
  note: z.string().nullable(),
  sortOrder: z.number().int(),
  version: z.number().int(),
})

const who = { id: id.nullable(), name: z.string().nullable() }

export const planVersion = z.object({
  id,
  planId: id,
  /** The year of the plan, or the first one of its period. */
  year: z.number().int(),
  /** The last year of a plan for a period; null: a plan of one year. */
  untilYear: z.number().int().nullable(),
  title: z.string(),
  assignedBy: z.string().nullable(),
  number: z.number().int(),
  state: planState,
  copiedFromId: id.nullable(),
  madeBy: z.object(who),
  madeAt: instant,
  submittedBy: z.object(who),
  submittedAt: instant.nullable(),
  decidedBy: z.object(who),
  decidedAt: instant.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  returnReason: z.string().nullable(),
  /** The first approved version of the year: what was assigned. */
  isAssigned: z.boolean(),
  /** The newest approved version: what is in force, with the changes within the year. */
  isCurrent: z.boolean(),
  version: z.number().int(),
  sums: planSums,
  /** Every step that the actor's rights allow at all, with the code of the sentence that says why not now. */
  steps: z.array(
    z.object({
      step: z.enum(['edit', 'rename', 'submit', 'return', 'approve', 'copy']),
      refusal: z.string().nullable(),
    }),
  ),
  can: z.array(z.string()),
})

export const planGroup = z.object({ groupCode: z.string(), groupName: z.string(), ...sums })

export const planYear = z.object({
  planId: id,
  year: z.number().int(),
  title: z.string(),
  assignedBy: z.string().nullable(),
  /** First approved; newest approved; the one that is not approved yet. */
  assignedVersion: planVersion.nullable(),
  currentVersion: planVersion.nullable(),
  openVersion: planVersion.nullable(),
  versions: z.number().int(),
  can: z.array(z.string()),
})

export const lineInput = z.object({
  /** Either a programme, or a group with a title of its own. */
  programmeId: id.optional(),
  groupCode: z.string().trim().max(30).optional(),
  title: z.string().trim().max(300, 'field.tooLong').optional(),
  modeCode: z.string().trim().max(30).default('none'),
  bloc: bloc.optional(),
  carriedOver: count.max(10_000, 'field.tooLarge').default(0),
  opened: count.max(10_000, 'field.tooLarge').default(0),
  /** Plan for a period: the classes of each year, in order; `opened` is then their sum. */
  openedByYear: z.array(count.max(10_000, 'field.tooLarge').default(0)).max(20).optional(),
  learners: count.max(10_000_000, 'field.tooLarge').optional(),
  partnerUnitId: id.optional(),
  partnerText: z.string().trim().max(300, 'field.tooLong').optional(),
  place: z.string().trim().max(300, 'field.tooLong').optional(),
  months: z.array(z.number().int().min(1, 'plans.month').max(12, 'plans.month')).max(12).default([]),
  budgetDong: count.max(9_000_000_000_000_000, 'field.tooLarge').optional(),
  note: z.string().trim().max(1000, 'field.tooLong').optional(),
})

export const lineChange = z.object({
  kind: z.enum(['added', 'dropped', 'changed']),
  lineKey: z.string(),
  groupCode: z.string(),
  groupName: z.string(),
  before: planLine.nullable(),
  after: planLine.nullable(),
  /** Names of the fields that differ, of `planLine`. */
  fields: z.array(z.string()),
})

const versionId = z.object({ versionId: id })
/** The version of the row that the editor saw. */
const seen = { version: z.number().int() }

export const draftInput = z.object({
  year,
  title: z.string().trim().max(300, 'field.tooLong').optional(),
  assignedBy: z.string().trim().max(200, 'field.tooLong').optional(),
  fromVersionId: id.optional(),
})

/** An empty assigning body is taken away. The title stands on every version of the year. */
export const renameInput = versionId.extend({
  title: line(300),
  assignedBy: z.string().trim().max(200, 'field.tooLong').optional(),
  ...seen,
})

export const periodInput = z.object({
  fromYear: year,
  untilYear: year,
  title: z.string().trim().max(300, 'field.tooLong').optional(),
  assignedBy: z.string().trim().max(200, 'field.tooLong').optional(),
  fromVersionId: id.optional(),
})

/** A line of the adjusted plan beside what was assigned; null: the line came, or fell away, within the year. */
export const adjustedLine = planLine.extend({
  assigned: z
    .object({
      carriedOver: z.number().int(),
      opened: z.number().int(),
      classes: z.number().int(),
      learners: z.number().int().nullable(),
      months: z.array(z.number().int()),
    })
    .nullable(),
  /** The newest approved change that says how the line is now. */
  changeId: id.nullable(),
})

export const adjustedPlan = z.object({
  year: z.number().int(),
  /** Null while nothing is approved. */
  assignedVersion: planVersion.nullable(),
  currentVersion: planVersion.nullable(),
  /** Approved changes that stand on the current version; proposed ones that wait, as far as the reader sees them. */
  changes: z.object({ approved: z.number().int(), proposed: z.number().int() }),
  lines: z.array(adjustedLine),
  groups: z.array(
    z.object({ groupCode: z.string(), groupName: z.string(), assigned: planSums, adjusted: planSums }),
  ),
  assigned: planSums,
  adjusted: planSums,
  can: z.array(z.string()),
})

/** Of a plan for a period: one line, and what its years' plans and classes have made of it. */
export const rolledLine = z.object({
  line: planLine,
  /** Classes to be opened by the adjusted plans of the years, and opened in fact, beside the target of the year if there is one. */
  years: z.array(
    z.object({
      year: z.number().int(),
      target: z.number().int().nullable(),
      planned: z.number().int(),
      opened: z.number().int(),
    }),
  ),
  planned: z.number().int(),
  plannedLearners: z.number().int().nullable(),
  opened: z.number().int(),
})

export const approveInput = versionId.extend({ documentNumber: line(100), documentOn: day, ...seen })

export const plansContract = {
  ...changesContract,
  adjusted: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plans/{year}/adjusted',
      summary:
        'The adjusted plan of a year: the version in force with its approved changes, beside what was assigned',
    })
    .input(z.object({ year }))
    .output(adjustedPlan),
  adjustedXlsx: procedure
    .meta({ can: 'plans.read' })
    .route({ method: 'GET', path: '/plans/{year}/adjusted/xlsx', summary: 'The same as a workbook' })
    .input(z.object({ year }))
    .output(file),
  periods: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/period-plans',
      summary: 'Versions of the plans for periods, newest first',
    })
    .output(z.array(planVersion)),
  makePeriodDraft: procedure
    .meta({ can: 'plans.edit' })
    .route({
      method: 'POST',
      path: '/period-plans',
      summary: 'Begin a version of a plan for a period, from there on as a plan of a year',
    })
    .input(periodInput)
    .output(planVersion),
  rollUp: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/period-plans/versions/{versionId}/roll-up',
      summary: 'A plan for a period against the plans and classes of its years',
    })
    .input(versionId)
    .output(
      z.object({
        version: planVersion,
        lines: z.array(rolledLine),
        /** Lines of the years' plans that no line of the period covers. */
        outside: z.array(
          z.object({
            year: z.number().int(),
            title: z.string(),
            modeName: z.string(),
            opened: z.number().int(),
          }),
        ),
      }),
    ),
  years: procedure
    .meta({ can: 'plans.read' })
    .route({ method: 'GET', path: '/plans', summary: 'The years that have a plan, newest first' })
    .output(z.array(planYear)),
  list: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plans/{year}/versions',
      summary: 'The versions of a year’s plan, newest first',
    })
    .input(z.object({ year }))
    .output(z.array(planVersion)),
  get: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plan-versions/{versionId}',
      summary: 'One version with its lines and sums by group',
    })
    .input(versionId)
    .output(z.object({ version: planVersion, lines: z.array(planLine), groups: z.array(planGroup) })),
  makeDraft: procedure
    .meta({ can: 'plans.edit' })
    .route({
      method: 'POST',
      path: '/plans/{year}/draft',
      summary: 'Begin a version: a copy of the one that is named, else of the one in force, else empty',
    })
    .input(draftInput)
    .output(planVersion),
  rename: procedure
    .meta({ can: 'plans.edit' })
    .route({
      method: 'PUT',
      path: '/plan-versions/{versionId}/title',
      summary:
        'Change title and assigning body of the year’s plan, until a version of it is submitted or approved',
    })
    .input(renameInput)
    .output(planVersion),
  addLine: procedure
    .meta({ can: 'plans.edit' })
    .route({ method: 'POST', path: '/plan-versions/{versionId}/lines', summary: 'Add a line' })
    .input(versionId.extend(lineInput.shape))
    .output(planLine),
  editLine: procedure
    .meta({ can: 'plans.edit' })
    .route({ method: 'PUT', path: '/plan-versions/{versionId}/lines/{lineId}', summary: 'Change a line' })
    .input(versionId.extend({ lineId: id, ...lineInput.shape, ...seen }))
    .output(planLine),
  removeLine: procedure
    .meta({ can: 'plans.edit' })
    .route({
      method: 'POST',
      path: '/plan-versions/{versionId}/lines/{lineId}/remove',
      summary: 'Take a line out of the draft',
    })
    .input(versionId.extend({ lineId: id, ...seen }))
    .output(z.object({ id })),
  reorder: procedure
    .meta({ can: 'plans.edit' })
    .route({
      method: 'POST',
      path: '/plan-versions/{versionId}/order',
      summary: 'Set the order of the lines: all their ids, each once',
    })
    .input(versionId.extend({ lineIds: z.array(id).max(2000), ...seen }))
    .output(planVersion),
  submit: procedure
    .meta({ can: 'plans.submit' })
    .route({
      method: 'POST',
      path: '/plan-versions/{versionId}/submit',
      summary: 'Submit for approval; from then on it does not change',
    })
    .input(versionId.extend(seen))
    .output(planVersion),
  return: procedure
    .meta({ can: 'plans.decide' })
    .route({ method: 'POST', path: '/plan-versions/{versionId}/return', summary: 'Return with a reason' })
    .input(versionId.extend({ reason, ...seen }))
    .output(planVersion),
  approve: procedure
    .meta({ can: 'plans.decide' })
    .route({
      method: 'POST',
      path: '/plan-versions/{versionId}/approve',
      summary: 'Approve by a document; the version is frozen',
    })
    .input(approveInput)
    .output(planVersion),
  compare: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plan-versions/{versionId}/compare/{otherId}',
      summary: 'What a version changes against another (`otherId` is the earlier one)',
    })
    .input(versionId.extend({ otherId: id }))
    .output(
      z.object({
        before: planVersion,
        after: planVersion,
        changes: z.array(lineChange),
        same: z.number().int(),
        groups: z.array(
          z.object({ groupCode: z.string(), groupName: z.string(), before: planSums, after: planSums }),
        ),
      }),
    ),
  xlsx: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plan-versions/{versionId}/xlsx',
      summary: 'One version as an Excel file, as it is shown',
    })
    .input(versionId)
    .output(file),
}
