import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, year } from '../../pure/schema.ts'
import { instanceInput } from './contract/instance.ts'
import { clash, fault, figures, leftOut, proof } from './contract/proposal.ts'

export const scenarioStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

/** How classes of a programme and mode are held; null fields: nobody has said so yet. */
export const classForm = z.object({
  programmeId: id,
  programmeCode: z.string(),
  title: z.string(),
  modeCode: z.string(),
  modeName: z.string(),
  sizeFrom: z.number().int().nullable(),
  sizeTo: z.number().int().nullable(),
  weeks: z.number().int().nullable(),
  everyWeeks: z.number().int().nullable(),
  seat: z.enum(['room', 'host']).nullable(),
  costDong: z.number().int().nullable(),
  mayRunOver: z.boolean(),
  /** Hours of the programme in all fields; 0: none are entered. */
  hours: z.number().int(),
  /** Heads that units ask for in the year. */
  asked: z.number().int(),
  version: z.number().int(),
})

export const classFormInput = z.object({
  programmeId: id,
  modeCode: z.string().trim().min(1).max(30),
  sizeFrom: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  sizeTo: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  weeks: count.min(1, 'field.tooSmall').max(200, 'field.tooLarge'),
  everyWeeks: count.min(1, 'field.tooSmall').max(26, 'field.tooLarge').default(1),
  seat: z.enum(['room', 'host']),
  costDong: count.max(9_000_000_000_000_000, 'field.tooLarge').default(0),
  mayRunOver: z.boolean().default(false),
  /** 0: nobody has entered it yet. */
  version: z.number().int().min(0).default(0),
})

/** What the planner is told besides the data of the school. */
export const scenarioParameters = z.object({
  name: line(200),
  year,
  seconds: count.min(5, 'field.tooSmall').max(180, 'field.tooLarge').default(60),
  budgetDong: count.max(9_000_000_000_000_000, 'field.tooLarge').optional(),
  seatsPerClass: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge').optional(),
  classesAtOnce: count.min(1, 'field.tooSmall').max(500, 'field.tooLarge').optional(),
  /** Weights of needs that units put first, second, third; in hundredths. */
  first: count.max(100, 'field.tooLarge').default(100),
  second: count.max(100, 'field.tooLarge').default(70),
  third: count.max(100, 'field.tooLarge').default(40),
  /** Days of these entries of the calendar have no lessons. */
  closes: z.enum(['stopping', 'holidays']).default('stopping'),
  minTeachingDays: count.min(1, 'field.tooSmall').max(5, 'field.tooLarge').default(3),
  /** Classes of the approved plan that are not opened yet must open. */
  withPlan: z.boolean().default(true),
})

/** Something that the data of the school do not say, so that the planner leaves it out. */
export const missing = z.object({
  code: z.enum([
    'noForm',
    'noHours',
    'noRooms',
    'noLecturers',
    'noDemands',
    'noHolidays',
    'noFieldLecturer',
    'planWithoutForm',
  ]),
  about: z.string(),
  programmeId: id.nullable(),
  heads: z.number().int(),
})

export const progress = z.object({
  seconds: z.number(),
  points: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
})

export const scenario = z.object({
  id,
  name: z.string(),
  year: z.number().int(),
  state: z.enum(scenarioStates),
  madeBy: z.string().nullable(),
  madeAt: instant,
  endedAt: instant.nullable(),
  /** (bound − points) ÷ bound; null before there is an answer. */
  gap: z.number().nullable(),
  /** What the gap is measured against; null: not kept, or no answer. `everybody`: only the sum of what was asked for. */
  boundBy: z.enum(['solver', 'everybody']).nullable(),
  classes: z.number().int().nullable(),
  seats: z.number().int().nullable(),
  heads: z.number().int().nullable(),
  costDong: z.number().int().nullable(),
  progress: progress.nullable(),
  can: z.array(z.enum(['cancel', 'toPlan'])),
})

export const shownClass = z.object({
  id: z.string(),
  formId: z.string(),
  title: z.string(),
  modeCode: z.string(),
  isAssigned: z.boolean(),
  startWeek: z.number().int(),
  endWeek: z.number().int(),
  startsOn: day,
  /** Friday of its last week. */
  endsOn: day,
  weeks: z.array(z.number().int()),
  /** Names of its rooms; empty at a host's. */
  rooms: z.array(z.string()),
  learners: z.number().int(),
  units: z.array(z.object({ unit: z.string(), heads: z.number().int() })),
  lecturers: z.array(z.string()),
  costDong: z.number().int(),
})

const seatsOf = { asked: z.number().int(), seats: z.number().int() }

export const answer = z.object({
  proof: proof.required({ boundBy: true }),
  figures,
  greedy: figures.extend({ points: z.number() }).nullable(),
  classes: z.array(shownClass),
  units: z.array(z.object({ unit: z.string(), ...seatsOf })),
  /** By target group: its code and its name in the reader’s language. */
  groups: z.array(z.object({ group: z.string(), name: z.string(), ...seatsOf })),
  leftOut: z.array(leftOut.extend({ title: z.string(), modeCode: z.string(), startsOn: day.nullable() })),
})

export const scenarioDetail = scenario.extend({
  parameters: scenarioParameters,
  missing: z.array(missing),
  answer: answer.nullable(),
  /** Why there is none: assigned classes that quarrel, faults of the data, or no time. */
  refusal: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('clash'), clash, titles: z.array(z.string()) }),
      z.object({ kind: z.literal('faults'), faults: z.array(fault) }),
      z.object({ kind: z.literal('nothing') }),
      z.object({ kind: z.literal('unsound') }),
    ])
    .nullable(),
  /** For the sentences: names of fields and rooms, first days of weeks. */
  names: z.object({
    fields: z.record(z.string(), z.string()),
    rooms: z.record(z.string(), z.string()),
    weeks: z.record(z.string(), day),
    closed: z.array(z.number().int()),
  }),
  /** The plan of the year that is there already. */
  plan: z
    .object({
      versionId: id,
      number: z.number().int(),
      state: z.enum(['draft', 'submitted', 'returned', 'approved']),
    })
    .nullable(),
})

const scenarioId = z.object({ scenarioId: id })

/** Scenarios side by side; `cells` and `seats` in their order. */
export const comparison = z.object({
  scenarios: z.array(scenario),
  forms: z.array(
    z.object({
      title: z.string(),
      modeCode: z.string(),
      cells: z.array(
        z.object({ classes: z.number().int(), seats: z.number().int(), unmet: z.number().int() }),
      ),
    }),
  ),
  groups: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      asked: z.number().int(),
      seats: z.array(z.number().int()),
    }),
  ),
})

/** Which scenarios stand side by side, and of their rows: all, or those in which they differ. */
export const compared = z.object({
  ids: z.array(id).min(2, 'planner.chooseTwo').max(3, 'planner.chooseTwo'),
  differing: z.boolean().default(false),
})

export const plannerContract = {
  forms: procedure
    .meta({ can: 'planner.read' })
    .route({
      method: 'GET',
      path: '/planner/forms',
      summary: 'How classes of each programme and mode are held',
    })
    .input(z.object({ year }))
    .output(z.array(classForm)),
  setForm: procedure
    .meta({ can: 'planner.edit' })
    .route({
      method: 'PUT',
      path: '/planner/forms',
      summary: 'Say how classes of a programme and mode are held',
    })
    .input(classFormInput)
    .output(classForm),
  question: procedure
    .meta({ can: 'planner.read', slow: true })
    .route({
      method: 'GET',
      path: '/planner/question',
      summary: 'The question that these parameters make of the school’s data, and what the data do not say',
    })
    .input(scenarioParameters)
    .output(z.object({ instance: instanceInput, missing: z.array(missing) })),
  list: procedure
    .meta({ can: 'planner.read' })
    .route({ method: 'GET', path: '/scenarios', summary: 'Scenarios, newest first' })
    .input(z.object({ year: year.optional() }))
    .output(z.array(scenario)),
  make: procedure
    .meta({ can: 'planner.edit', slow: true })
    .route({ method: 'POST', path: '/scenarios', summary: 'Ask for a proposal; it is solved by a job' })
    .input(scenarioParameters)
    .output(z.object({ id })),
  get: procedure
    .meta({ can: 'planner.read' })
    .route({ method: 'GET', path: '/scenarios/{scenarioId}', summary: 'One scenario with its answer' })
    .input(scenarioId)
    .output(scenarioDetail),
  cancel: procedure
    .meta({ can: 'planner.edit' })
    .route({ method: 'POST', path: '/scenarios/{scenarioId}/cancel', summary: 'Stop solving' })
    .input(scenarioId)
    .output(scenario),
  toPlan: procedure
    .meta({ can: 'planner.edit' })
    .route({
      method: 'POST',
      path: '/scenarios/{scenarioId}/plan',
      summary: 'Put the chosen forms of class into the draft of the year’s plan, a line each',
    })
    .input(
      scenarioId.extend({ formIds: z.array(z.string().max(120)).min(1, 'planner.chooseLines').max(500) }),
    )
    .output(z.object({ versionId: id, added: z.number().int(), changed: z.number().int() })),
  compare: procedure
    .meta({ can: 'planner.read' })
    .route({ method: 'GET', path: '/scenarios/compare', summary: 'Two or three scenarios side by side' })
    .input(compared)
    .output(comparison),
  xlsx: procedure
    .meta({ can: 'planner.read' })
    .route({
      method: 'GET',
      path: '/scenarios/{scenarioId}/xlsx',
      summary: 'The proposed classes as a workbook',
    })
    .input(scenarioId)
    .output(file),
  seatsXlsx: procedure
    .meta({ can: 'planner.read' })
    .route({
      method: 'GET',
      path: '/scenarios/{scenarioId}/seats/xlsx',
      summary: 'Who has a seat, by unit, by target group and by programme, as a workbook',
    })
    .input(scenarioId)
    .output(file),
  compareXlsx: procedure
    .meta({ can: 'planner.read' })
    .route({
      method: 'GET',
      path: '/scenarios/compare/xlsx',
      summary: 'The comparison of scenarios as a workbook',
    })
    .input(compared)
    .output(file),
}
