import type { Importer } from '../../server/importer.ts'
import { classesImporter } from '../classes/index.ts'
import { curriculumImporter } from '../curricula/index.ts'
import { enrolmentsImporter } from '../enrolments/index.ts'
import { lecturersImporter } from '../lecturers/index.ts'
import { needsImporter } from '../needs/index.ts'
import { nomineesImporter } from '../nominations/index.ts'
import { peopleImporter, planningsImporter, ratingsImporter } from '../people/index.ts'
import { planImporter } from '../plans/index.ts'
import { roomsImporter } from '../rooms/index.ts'
import { timetablesImporter } from '../teaching/index.ts'
import { reorganisationImporter, successionsImporter, unitsImporter } from '../units/index.ts'

/** Every kind of file that can be brought in. One line each; the order is that of the page. */
export const importers: readonly Importer[] = [
  planImporter,
  needsImporter,
  nomineesImporter,
  classesImporter,
  roomsImporter,
  lecturersImporter,
  curriculumImporter,
  timetablesImporter,
  enrolmentsImporter,
  unitsImporter,
  successionsImporter,
  reorganisationImporter,
  peopleImporter,
  planningsImporter,
  ratingsImporter,
]
