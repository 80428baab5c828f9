import { en as accessEn } from './modules/access/words.en.ts'
import { vi as accessVi } from './modules/access/words.vi.ts'
import { en as attendanceEn } from './modules/attendance/words.en.ts'
import { vi as attendanceVi } from './modules/attendance/words.vi.ts'
import { en as calendarEn } from './modules/calendar/words.en.ts'
import { vi as calendarVi } from './modules/calendar/words.vi.ts'
import { en as casesEn } from './modules/cases/words.en.ts'
import { vi as casesVi } from './modules/cases/words.vi.ts'
import { en as classesEn } from './modules/classes/words.en.ts'
import { vi as classesVi } from './modules/classes/words.vi.ts'
import { en as coordinationEn } from './modules/coordination/words.en.ts'
import { vi as coordinationVi } from './modules/coordination/words.vi.ts'
import { en as curriculaEn } from './modules/curricula/words.en.ts'
import { vi as curriculaVi } from './modules/curricula/words.vi.ts'
import { en as documentsEn } from './modules/documents/words.en.ts'
import { vi as documentsVi } from './modules/documents/words.vi.ts'
import { en as enrolmentsEn } from './modules/enrolments/words.en.ts'
import { vi as enrolmentsVi } from './modules/enrolments/words.vi.ts'
import { en as exchangeEn } from './modules/exchange/words.en.ts'
import { vi as exchangeVi } from './modules/exchange/words.vi.ts'
import { en as fieldStudiesEn } from './modules/fieldstudies/words.en.ts'
import { vi as fieldStudiesVi } from './modules/fieldstudies/words.vi.ts'
import { en as filesModuleEn } from './modules/files/words.en.ts'
import { vi as filesModuleVi } from './modules/files/words.vi.ts'
import { en as lecturersEn } from './modules/lecturers/words.en.ts'
import { vi as lecturersVi } from './modules/lecturers/words.vi.ts'
import { en as needsEn } from './modules/needs/words.en.ts'
import { vi as needsVi } from './modules/needs/words.vi.ts'
import { en as nominationsEn } from './modules/nominations/words.en.ts'
import { vi as nominationsVi } from './modules/nominations/words.vi.ts'
import { en as peopleEn } from './modules/people/words.en.ts'
import { vi as peopleVi } from './modules/people/words.vi.ts'
import { en as plannerEn } from './modules/planner/words.en.ts'
import { vi as plannerVi } from './modules/planner/words.vi.ts'
import { en as plansEn } from './modules/plans/words.en.ts'
import { vi as plansVi } from './modules/plans/words.vi.ts'
import { en as prioritiesEn } from './modules/priorities/words.en.ts'
import { vi as prioritiesVi } from './modules/priorities/words.vi.ts'
import { en as programmesEn } from './modules/programmes/words.en.ts'
import { vi as programmesVi } from './modules/programmes/words.vi.ts'
import { en as recordEn } from './modules/record/words.en.ts'
import { vi as recordVi } from './modules/record/words.vi.ts'
import { en as roomsEn } from './modules/rooms/words.en.ts'
import { vi as roomsVi } from './modules/rooms/words.vi.ts'
import { en as surveysEn } from './modules/surveys/words.en.ts'
import { vi as surveysVi } from './modules/surveys/words.vi.ts'
import { en as teachingEn } from './modules/teaching/words.en.ts'
import { vi as teachingVi } from './modules/teaching/words.vi.ts'
import { en as unitsEn } from './modules/units/words.en.ts'
import { vi as unitsVi } from './modules/units/words.vi.ts'
import { en as filesEn } from './server/files/words.en.ts'
import { vi as filesVi } from './server/files/words.vi.ts'
import { en as postgresEn } from './server/postgres/words.en.ts'
import { vi as postgresVi } from './server/postgres/words.vi.ts'
import type { Sentences } from './server/sentences.ts'
import { en as serverEn } from './server/words.en.ts'
import { vi as serverVi } from './server/words.vi.ts'

/** The sentence of every problem that the house can raise, in both languages. One line a module. */
export const sentences: Sentences = {
  vi: Object.assign(
    {},
    ...[
      serverVi,
      postgresVi,
      filesVi,
      accessVi,
      peopleVi,
      recordVi,
      filesModuleVi,
      unitsVi,
      programmesVi,
      calendarVi,
      roomsVi,
      fieldStudiesVi,
      nominationsVi,
      casesVi,
      lecturersVi,
      curriculaVi,
      needsVi,
      classesVi,
      teachingVi,
      enrolmentsVi,
      attendanceVi,
      prioritiesVi,
      plansVi,
      plannerVi,
      coordinationVi,
      documentsVi,
      exchangeVi,
      surveysVi,
    ].map((words) => words.problems),
  ),
  en: Object.assign(
    {},
    ...[
      serverEn,
      postgresEn,
      filesEn,
      accessEn,
      peopleEn,
      recordEn,
      filesModuleEn,
      unitsEn,
      programmesEn,
      calendarEn,
      roomsEn,
      fieldStudiesEn,
      nominationsEn,
      casesEn,
      lecturersEn,
      curriculaEn,
      needsEn,
      classesEn,
      teachingEn,
      enrolmentsEn,
      attendanceEn,
      prioritiesEn,
      plansEn,
      plannerEn,
      coordinationEn,
      documentsEn,
      exchangeEn,
      surveysEn,
    ].map((words) => words.problems),
  ),
}
