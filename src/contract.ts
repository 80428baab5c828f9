import { accessContract } from './modules/access/contract.ts'
import { attendanceContract } from './modules/attendance/contract.ts'
import { calendarContract } from './modules/calendar/contract.ts'
import { casesContract } from './modules/cases/contract.ts'
import { classesContract } from './modules/classes/contract.ts'
import { coordinationContract } from './modules/coordination/contract.ts'
import { situationsContract } from './modules/curricula/contract/situations.ts'
import { curriculaContract } from './modules/curricula/contract.ts'
import { documentsContract } from './modules/documents/contract.ts'
import { enrolmentsContract } from './modules/enrolments/contract.ts'
import { exchangeContract } from './modules/exchange/contract.ts'
import { fieldStudiesContract } from './modules/fieldstudies/contract.ts'
import { forecastContract } from './modules/forecast/contract.ts'
import { lecturersContract } from './modules/lecturers/contract.ts'
import { needsContract } from './modules/needs/contract.ts'
import { nominationsContract } from './modules/nominations/contract.ts'
import { peopleContract } from './modules/people/contract.ts'
import { plannerContract } from './modules/planner/contract.ts'
import { plansContract } from './modules/plans/contract.ts'
import { prioritiesContract } from './modules/priorities/contract.ts'
import { programmesContract } from './modules/programmes/contract.ts'
import { recordContract } from './modules/record/contract.ts'
import { regulationsContract } from './modules/regulations/contract.ts'
import { reportsContract } from './modules/reports/contract.ts'
import { roomsContract } from './modules/rooms/contract.ts'
import { surveysContract } from './modules/surveys/contract.ts'
import { teachingContract } from './modules/teaching/contract.ts'
import { unitsContract } from './modules/units/contract.ts'

/** The whole contract: everything that the world may ask of Nhịp. One line a module. */
export const contract = {
  access: accessContract,
  people: peopleContract,
  record: recordContract,
  units: unitsContract,
  surveys: surveysContract,
  regulations: regulationsContract,
  programmes: programmesContract,
  calendar: calendarContract,
  rooms: roomsContract,
  lecturers: lecturersContract,
  curricula: curriculaContract,
  situations: situationsContract,
  needs: needsContract,
  classes: classesContract,
  teaching: teachingContract,
  enrolments: enrolmentsContract,
  attendance: attendanceContract,
  coordination: coordinationContract,
  fieldStudies: fieldStudiesContract,
  nominations: nominationsContract,
  cases: casesContract,
  priorities: prioritiesContract,
  plans: plansContract,
  planner: plannerContract,
  exchange: exchangeContract,
  documents: documentsContract,
  forecast: forecastContract,
  reports: reportsContract,
}

export type Contract = typeof contract
