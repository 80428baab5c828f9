import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, year } from '../../pure/schema.ts'

/** `cut`: what is beyond the last decimal is dropped, as the school's reports do; `sum-100`: portions sum to 100. */
export const rounding = z.enum(['cut', 'half-up', 'sum-100'])

const whole = z.number().int()
/** A share as its exact fraction, and as it is printed under the rounding that was asked for, without the sign. */
const share = { fraction: z.object({ part: whole, whole }), share: z.string() }

const byMode = z.object({ fullTime: whole, partTime: whole, none: whole })

const planned = { classes: whole, carriedOver: whole, opened: whole, learners: whole.nullable() }
const held = { classes: whole, carriedOver: whole, opened: whole, openedByMode: byMode, learners: whole }

/** What the plan says beside what was held, in classes; learners in lượt. */
const compared = {
  planned: whole,
  plannedCarriedOver: whole,
  plannedOpened: whole,
  plannedLearners: whole.nullable(),
  held: whole,
  carriedOver: whole,
  opened: whole,
}

export const progressGroup = z.object({
  group: z.string(),
  name: z.string(),
  ...compared,
  openedByMode: byMode,
  learners: whole,
  /** Classes of the plan as assigned and as adjusted, whichever of them the report compares with. */
  assigned: whole,
  adjusted: whole,
  /** Entered for this year, not begun by the day of the report. */
  coming: whole,
  ...share,
  /** Of all classes held. */
  portion: z.string(),
})

/** One line of the plan, and the classes within the plan that name it as their basis. */
export const progressLine = z.object({
  lineKey: z.string(),
  group: z.string(),
  groupName: z.string(),
  title: z.string(),
  /** Null where the line is not for one mode. */
  mode: z.string().nullable(),
  partner: z.string().nullable(),
  ...compared,
  learners: whole,
  coming: whole,
})

export const progress = z.object({
  year,
  /** The day of the report: what opens later is not held yet. */
  on: day,
  rounding,
  plan: z
    .object({
      planId: id,
      versionId: id,
      number: whole,
      state: z.enum(['draft', 'submitted', 'returned', 'approved']),
      assignedBy: z.string().nullable(),
      documentNumber: z.string().nullable(),
      documentOn: day.nullable(),
    })
    .nullable(),
  planned: z.object(planned),
  held: z.object(held),
  coming: whole,
  ...share,
  /** The same classes against both approved plans: as first assigned, and as adjusted within the year. */
  against: z.object({
    assigned: z.object({ ...planned, ...share }).nullable(),
    adjusted: z.object({ ...planned, ...share }).nullable(),
    /** Approved changes that stand on the version in force. */
    changes: whole,
  }),
  groups: z.array(progressGroup),
  /**
   * The plan line by line; without a plan it is not there. `unnamed`: classes within the plan that name none of these lines,
   * so that lines and `unnamed` together are the classes of the groups.
   */
  lines: z
    .object({
      rows: z.array(progressLine),
      unnamed: z.object({
        classes: whole,
        carriedOver: whole,
        opened: whole,
        learners: whole,
        coming: whole,
      }),
    })
    .optional(),
  /** Opened on a policy, outside the plan: never part of the share. */
  beyond: z.object({
    classes: whole,
    learners: whole,
    coming: whole,
    kinds: z.array(
      z.object({
        programmeId: id,
        programme: z.string(),
        group: z.string(),
        classes: whole,
        learners: whole,
      }),
    ),
  }),
  months: z.array(
    z.object({
      month: whole,
      /** Of the plan: opened in the month, and running on a day of it. */
      opened: whole,
      running: whole,
      beyondOpened: whole,
      beyondRunning: whole,
    }),
  ),
  partners: z.array(
    z.object({
      partner: z.string(),
      classes: whole,
      learners: whole,
      beyondClasses: whole,
      beyondLearners: whole,
    }),
  ),
  units: z.array(
    z.object({
      unitId: id.nullable(),
      unit: z.string().nullable(),
      /** Today the ground of this unit belongs to several others, so its old name stands. */
      isDivided: z.boolean(),
      classes: whole,
      learners: whole,
      beyondClasses: whole,
      beyondLearners: whole,
    }),
  ),
})

export const progressInput = z.object({
  year,
  rounding: rounding.default('cut'),
  /** `then`: units under the names they had when the class opened; `today`: under what they have become. */
  units: z.enum(['then', 'today']).default('then'),
  /** `current`: the plan in force, with changes within the year; `assigned`: as it was first approved. */
  plan: z.enum(['current', 'assigned']).default('current'),
})

export const reportsContract = {
  progress: procedure
    .meta({ can: 'reports.read' })
    .route({ method: 'GET', path: '/reports/progress', summary: 'A year’s classes against its plan' })
    .input(progressInput)
    .output(progress),
  progressXlsx: procedure
    .meta({ can: 'reports.read' })
    .route({ method: 'GET', path: '/reports/progress/xlsx', summary: 'The same as a workbook' })
    .input(progressInput)
    .output(file),
  progressDocx: procedure
    .meta({ can: 'reports.read' })
    .route({
      method: 'GET',
      path: '/reports/progress/docx',
      summary: 'The same as a Word letter, from the template',
    })
    .input(progressInput)
    .output(file),
}
