import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'

/** How exactly a birth date is known. `unknown`: nothing was given, or what was given could not be read. */
export const birthPrecision = z.enum(['day', 'month', 'year', 'unknown'])
export const sex = z.enum(['female', 'male'])

export const postCause = z.enum([
  'start',
  'appointment',
  'reappointment',
  'election',
  'transfer',
  'rotation',
  'secondment',
  'reorganisation',
  'other',
])
export const postEndCause = z.enum([
  'next',
  'retirement',
  'reorganisation',
  'resignation',
  'dismissal',
  'death',
  'left',
  'other',
])

/** Fields that a list or a file never shows; `people.unmask` does, for a reason that stands in the record. */
export const sensitiveFields = [
  'party',
  'ethnicity',
  'religion',
  'citizenId',
  'plannings',
  'ratings',
] as const
export const sensitiveField = z.enum(sensitiveFields)

/** `proposed`: the machine placed the person after a reorganisation; a person has still to decide. */
export const placement = z.enum(['decided', 'proposed'])

const unitOf = z.object({ id, name: z.string() })

/** Rank of a post: 0 specialist, 1 deputy, 2 head, 3 key leader. */
const rank = z.number().int().min(0, 'field.tooSmall').max(3, 'field.tooLarge')

export const personRow = z.object({
  id,
  code: z.string().nullable(),
  fullName: z.string(),
  sex: sex.nullable(),
  birthPrecision,
  /** Only when known to the day. */
  bornOn: day.nullable(),
  bornYear: z.number().int().nullable(),
  /** Only when known to the day or to the month. */
  bornMonth: z.number().int().nullable(),
  unit: unitOf.nullable(),
  title: z.string().nullable(),
  rank: rank.nullable(),
  placement: placement.nullable(),
  /** Always null here: see `masked`. */
  party: z.null(),
  masked: z.array(sensitiveField),
  can: z.array(z.string()),
})

export const personPost = z.object({
  id,
  unit: unitOf,
  title: z.string(),
  rank: rank.nullable(),
  workField: z.string().nullable(),
  isMain: z.boolean(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  cause: postCause,
  endCause: postEndCause.nullable(),
  document: z.string().nullable(),
  placement,
})

export const education = z.object({
  id,
  kind: z.enum(['speciality', 'politicalTheory']),
  level: z.string().nullable(),
  field: z.string().nullable(),
  grantedOn: day.nullable(),
  source: z.string().nullable(),
})

export const party = z.object({
  admittedOn: day.nullable(),
  officialOn: day.nullable(),
  /** As a file gave it, where it could not be read as a date. */
  text: z.string().nullable(),
})

export const planning = z.object({
  id,
  term: z.string(),
  post: z.string(),
  /** The day of the decision, from which it counts. */
  decidedOn: day,
  removedOn: day.nullable(),
  document: z.string().nullable(),
  source: z.string(),
})

/** 4 hoàn thành xuất sắc, 3 hoàn thành tốt, 2 hoàn thành, 1 không hoàn thành. Several sources stand side by side. */
export const rating = z.object({
  id,
  year: z.number().int(),
  level: z.number().int().min(1).max(4),
  source: z.string(),
  document: z.string().nullable(),
})

/** What is kept under mask. A field that was not asked for is null and named in `masked`. */
export const sensitive = z.object({
  party: party.nullable(),
  ethnicity: z.string().nullable(),
  religion: z.string().nullable(),
  citizenId: z.string().nullable(),
  plannings: z.array(planning).nullable(),
  ratings: z.array(rating).nullable(),
  masked: z.array(sensitiveField),
})

export const person = personRow.omit({ party: true, masked: true }).extend({
  givenNameOverride: z.string().nullable(),
  bornText: z.string().nullable(),
  cadreNumber: z.string().nullable(),
  source: z.string().nullable(),
  posts: z.array(personPost),
  educations: z.array(education),
  ...sensitive.shape,
  version: z.number().int(),
})

export const peopleInput = listInput(['name', 'code', 'born'], 'name').extend({
  /** The unit with its subtree and what came to it whole. */
  unitId: id.optional(),
  sex: sex.optional(),
  bornFrom: z.number().int().min(1900, 'field.year').max(2199, 'field.year').optional(),
  bornUntil: z.number().int().min(1900, 'field.year').max(2199, 'field.year').optional(),
  rank: rank.optional(),
  /** These two tell something that is masked: refused without the right people.unmask. */
  isPartyMember: z.boolean().optional(),
  isPlanned: z.boolean().optional(),
})

/** A birth as a form takes it: '19/05/1974', '05/1974', '1974', or '' when it is not known. */
const birthText = z
  .string()
  .trim()
  .max(60, 'field.tooLong')
  .meta({ kind: 'line', description: 'dd/MM/yyyy, MM/yyyy or yyyy' })

const personFields = {
  code: z.string().trim().max(40, 'field.tooLong').optional(),
  fullName: line(120),
  givenNameOverride: z.string().trim().max(60, 'field.tooLong').optional(),
  born: birthText.optional(),
  sex: sex.nullable().optional(),
  cadreNumber: z.string().trim().max(40, 'field.tooLong').optional(),
}

const postFields = {
  unitId: id,
  title: line(200),
  rank: rank.optional(),
  workField: z.string().trim().max(100, 'field.tooLong').optional(),
  fromOn: day.optional(),
  cause: postCause.default('appointment'),
  document: z.string().trim().max(300, 'field.tooLong').optional(),
}

export const newPersonInput = z.object({ ...personFields, ...postFields })
export const editPersonInput = z.object({
  personId: id,
  version: z.number().int(),
  ...personFields,
  fullName: line(120).optional(),
})
export const newPostInput = z.object({
  personId: id,
  ...postFields,
  fromOn: day,
  isMain: z.boolean().default(true),
})
export const endPostInput = z.object({
  personId: id,
  postId: id,
  untilOn: day,
  endCause: postEndCause,
  document: z.string().trim().max(300, 'field.tooLong').optional(),
})
export const educationInput = z.object({
  personId: id,
  kind: z.enum(['speciality', 'politicalTheory']),
  level: z.string().trim().max(60, 'field.tooLong').optional(),
  field: z.string().trim().max(100, 'field.tooLong').optional(),
  grantedOn: day.optional(),
})
/** A field that is left out stays as it is; one that is sent empty is cleared. */
export const privateInput = z.object({
  personId: id,
  partyAdmittedOn: day.nullable().optional(),
  partyOfficialOn: day.nullable().optional(),
  ethnicity: z.string().trim().max(60, 'field.tooLong').nullable().optional(),
  religion: z.string().trim().max(60, 'field.tooLong').nullable().optional(),
  citizenId: z
    .string()
    .trim()
    .regex(/^(\d{9}|\d{12})?$/, 'people.citizenId')
    .nullable()
    .optional(),
  reason,
})
export const planningInput = z.object({
  personId: id,
  term: line(40),
  post: line(200),
  decidedOn: day,
  document: z.string().trim().max(300, 'field.tooLong').optional(),
  reason,
})
export const ratingInput = z.object({
  personId: id,
  year: z.number().int().min(1990, 'field.year').max(2100, 'field.year'),
  level: z.number().int().min(1, 'field.tooSmall').max(4, 'field.tooLarge'),
  document: z.string().trim().max(300, 'field.tooLong').optional(),
  reason,
})
export const withdrawEducationInput = z.object({ personId: id, educationId: id, reason })
export const endPlanningInput = z.object({ personId: id, planningId: id, removedOn: day, reason })
export const unmaskInput = z.object({
  personId: id,
  fields: z
    .array(sensitiveField)
    .min(1, 'field.required')
    .default([...sensitiveFields]),
  reason,
})

/** Why two files may be one person, with its weight in the score (0 to 100). */
export const duplicateReason = z.enum([
  'sameCadreNumber',
  'sameName',
  'similarName',
  'sameBirthDay',
  'sameBirthYear',
  'birthUnknown',
  'differentName',
  'differentBirth',
  'differentSex',
  'sameUnit',
  'differentCadreNumber',
])

const suspect = personRow
  .omit({ party: true, masked: true, can: true })
  .extend({ cadreNumber: z.string().nullable() })

export const duplicate = z.object({
  first: suspect,
  second: suspect,
  score: z.number().int(),
  reasons: z.array(duplicateReason),
})

export const candidate = z.object({
  unit: unitOf,
  extent: z.enum(['whole', 'part', 'remainder']),
  share: z.number().nullable(),
})

export const placementRow = z.object({
  postId: id,
  personId: id,
  code: z.string().nullable(),
  fullName: z.string(),
  title: z.string(),
  fromUnit: unitOf,
  toUnit: unitOf,
  effectiveOn: day,
  candidates: z.array(candidate),
})

export const historyLine = z.object({
  id,
  madeAt: instant,
  accountName: z.string().nullable(),
  procedure: z.string(),
  reason: z.string().nullable(),
  tableName: z.string(),
  rowId: z.string(),
  action: z.enum(['insert', 'update', 'delete', 'read']),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** Columns whose values the record does not hold; of a reading, the fields that were shown. */
  masked: z.array(z.string()),
})

export const duplicatesInput = listInput(['score'], 'score')
export const tellApartInput = z.object({ firstId: id, secondId: id, reason })
export const placementsInput = listInput(['name', 'fromUnit'], 'fromUnit').extend({
  fromUnitId: id.optional(),
  toUnitId: id.optional(),
})
export const placeInput = z
  .object({
    postIds: z.array(id).max(500, 'field.tooLarge').default([]),
    /** All that are still proposed of this old unit, instead of single ones. */
    fromUnitId: id.optional(),
    /** Another successor than the proposed one. */
    unitId: id.optional(),
  })
  .refine((input) => input.postIds.length > 0 || input.fromUnitId !== undefined, {
    message: 'people.chooseSomebody',
    path: ['postIds'],
  })

const onePerson = z.object({ personId: id })

export const peopleContract = {
  list: procedure
    .meta({ can: 'people.read' })
    .route({
      method: 'GET',
      path: '/people',
      summary: 'People within reach, by given name; sensitive fields masked',
    })
    .input(peopleInput)
    /** `isTotalCapped`: there are more than `total`; only a filtered list of many thousands is not counted to its end. */
    .output(listOf(personRow).extend({ isTotalCapped: z.boolean() })),
  xlsx: procedure
    .meta({ can: 'people.read', slow: true })
    .route({ method: 'GET', path: '/people/xlsx', summary: 'The same list as a workbook, as filtered' })
    .input(peopleInput)
    .output(file),
  mine: procedure
    .meta({ can: 'signedIn' })
    .route({ method: 'GET', path: '/me/person', summary: 'My own file, with nothing masked' })
    .output(person),
  get: procedure
    .meta({ can: 'people.read' })
    .route({ method: 'GET', path: '/people/{personId}', summary: 'One person; sensitive fields masked' })
    .input(onePerson)
    .output(person),
  unmask: procedure
    .meta({ can: 'people.unmask' })
    .route({
      method: 'POST',
      path: '/people/{personId}/unmask',
      summary: 'Show sensitive fields, for a reason; the reading is recorded',
    })
    .input(unmaskInput)
    .output(sensitive),
  history: procedure
    .meta({ can: 'people.read' })
    .route({
      method: 'GET',
      path: '/people/{personId}/history',
      summary: 'The record of one person, newest first; sensitive values are not in it',
    })
    .input(onePerson.extend({ page: z.number().int().min(1).max(100_000).default(1) }))
    /** `units`: the names of the units that the lines speak of by their ids. */
    .output(listOf(historyLine).extend({ units: z.array(unitOf) })),
  make: procedure
    .meta({ can: 'people.edit' })
    .route({ method: 'POST', path: '/people', summary: 'Enter a person with the present post' })
    .input(newPersonInput)
    .output(person),
  edit: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/edit',
      summary: 'Correct name, birth, sex or numbers; a field left out stays, one sent empty is cleared',
    })
    .input(editPersonInput)
    .output(person),
  addPost: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/posts',
      summary: 'A new post from a day on; the main post before it ends on that day',
    })
    .input(newPostInput)
    .output(person),
  endPost: procedure
    .meta({ can: 'people.edit' })
    .route({ method: 'POST', path: '/people/{personId}/posts/{postId}/end', summary: 'End a post' })
    .input(endPostInput)
    .output(person),
  addEducation: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/educations',
      summary: 'Add a degree or a level of political theory',
    })
    .input(educationInput)
    .output(person),
  withdrawEducation: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/educations/{educationId}/withdraw',
      summary: 'Take back an entry that was wrong',
    })
    .input(withdrawEducationInput)
    .output(person),
  setPrivate: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/private',
      summary: 'Set sensitive fields, without seeing the others',
    })
    .input(privateInput)
    .output(person),
  addPlanning: procedure
    .meta({ can: 'people.edit' })
    .route({ method: 'POST', path: '/people/{personId}/plannings', summary: 'Put into planning' })
    .input(planningInput)
    .output(person),
  endPlanning: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/{personId}/plannings/{planningId}/end',
      summary: 'Take out of planning',
    })
    .input(endPlanningInput)
    .output(person),
  addRating: procedure
    .meta({ can: 'people.edit' })
    .route({ method: 'POST', path: '/people/{personId}/ratings', summary: 'Enter the rating of a year' })
    .input(ratingInput)
    .output(person),
  duplicates: procedure
    .meta({ can: 'people.edit', slow: true })
    .route({
      method: 'GET',
      path: '/people/duplicates',
      summary: 'Pairs of files that may be one person, surest first, with reasons',
    })
    .input(duplicatesInput)
    .output(listOf(duplicate)),
  tellApart: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/duplicates/tell-apart',
      summary: 'Decide that two files are two people',
    })
    .input(tellApartInput)
    .output(z.object({ firstId: id, secondId: id })),
  placements: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'GET',
      path: '/people/placements',
      summary: 'People whom the machine placed after a reorganisation, to be decided',
    })
    .input(placementsInput)
    .output(
      listOf(placementRow).extend({
        /** Old units with how many are still proposed. */
        open: z.array(z.object({ unit: unitOf, count: z.number().int() })),
        /** Closed units that still hold people whom nobody has placed. */
        unplaced: z.array(z.object({ unit: unitOf, count: z.number().int() })),
      }),
    ),
  place: procedure
    .meta({ can: 'people.edit' })
    .route({
      method: 'POST',
      path: '/people/placements',
      summary: 'Decide placements: as proposed, or at another successor',
    })
    .input(placeInput)
    .output(z.object({ placed: z.number().int() })),
  placeAfterReorganisation: procedure
    .meta({ can: 'people.edit', slow: true })
    .route({
      method: 'POST',
      path: '/people/placements/run',
      summary: 'Move people of closed units to the successors; where a unit was divided, as a proposal',
    })
    .input(z.object({ reorganisationId: id.optional() }))
    .output(z.object({ moved: z.number().int(), proposed: z.number().int() })),
}
