import type { Contract } from './contract.ts'
import { accessService } from './modules/access/index.ts'
import { calendarService } from './modules/calendar/index.ts'
import { classesService } from './modules/classes/index.ts'
import { coordinationService } from './modules/coordination/index.ts'
import { curriculaService } from './modules/curricula/index.ts'
import { documentsService } from './modules/documents/index.ts'
import { exchangeService } from './modules/exchange/index.ts'
import { fieldStudiesService } from './modules/fieldstudies/index.ts'
import { forecastService } from './modules/forecast/index.ts'
import { lecturersService } from './modules/lecturers/index.ts'
import { needsService } from './modules/needs/index.ts'
import { peopleService } from './modules/people/index.ts'
import { plannerService } from './modules/planner/index.ts'
import { plansService } from './modules/plans/index.ts'
import { prioritiesService } from './modules/priorities/index.ts'
import { programmesService } from './modules/programmes/index.ts'
import { recordService } from './modules/record/index.ts'
import { regulationsService } from './modules/regulations/index.ts'
import { reportsService } from './modules/reports/index.ts'
import { roomsService } from './modules/rooms/index.ts'
import { surveysService } from './modules/surveys/index.ts'
import { unitsService } from './modules/units/index.ts'
import type { Service } from './server/service.ts'

/** What is behind the contract. One line a module; a procedure without its function does not compile. */
export const services: { [M in keyof Contract]: Service<Contract[M]> } = {
  access: accessService,
  people: peopleService,
  record: recordService,
  units: unitsService,
  regulations: regulationsService,
  programmes: programmesService,
  calendar: calendarService,
  rooms: roomsService,
  lecturers: lecturersService,
  curricula: curriculaService,
  needs: needsService,
  classes: classesService,
  coordination: coordinationService,
  fieldStudies: fieldStudiesService,
  priorities: prioritiesService,
  plans: plansService,
  planner: plannerService,
  exchange: exchangeService,
  documents: documentsService,
  forecast: forecastService,
  reports: reportsService,
  surveys: surveysService,
}

/** Named constraints of the database and the problem that each one means to a person. */
export const constraints: Record<string, string> = {
  installation_pkey: 'access.alreadySetUp',
  account_email_once: 'access.emailTaken',
  user_email_key: 'access.emailTaken',
  role_grant_once: 'access.alreadyGranted',
  role_grant_period: 'access.endsBeforeItBegins',
  audit_append_only: 'record.appendOnly',
  person_code_once: 'people.codeTaken',
  person_post_one_main: 'people.postsOverlap',
  person_post_period: 'people.postPeriod',
  person_private_party_order: 'people.partyOrder',
  person_planning_period: 'people.planningPeriod',
  unit_code_once: 'units.codeTaken',
  reorganisation_second_person: 'units.secondPerson',
  reorganisation_source_once: 'units.fileTwice',
  unit_version_name_once: 'units.nameTaken',
  unit_version_once: 'units.datesOverlap',
  unit_version_own_parent: 'units.parentBelow',
  programme_code_once: 'programmes.codeTaken',
  programme_code_kept: 'programmes.codeKept',
  programme_group_pkey: 'programmes.groupTaken',
  programme_period: 'programmes.endsBeforeItBegins',
  curriculum_frozen: 'curricula.frozen',
  curriculum_submitted_closed: 'curricula.submittedClosed',
  curriculum_step: 'curricula.step',
  curriculum_second_person: 'curricula.secondPerson',
  curriculum_period: 'curricula.endsBeforeItBegins',
  curriculum_number_once: 'curricula.numberTaken',
  curriculum_item_kept: 'curricula.itemKept',
  curriculum_item_level: 'curricula.wrongLevel',
  curriculum_item_parent: 'curricula.notEmpty',
  curriculum_item_place_once: 'curricula.orderBusy',
  calendar_entry_during: 'calendar.tooLong',
  calendar_entry_busy_unit: 'calendar.busyWithoutUnit',
  calendar_entry_unit_never_stops: 'calendar.unitNeverStops',
  calendar_entry_holiday_once: 'calendar.holidayTwice',
  calendar_entry_unit_id_fkey: 'calendar.noUnit',
  room_code_once: 'rooms.codeTaken',
  room_period: 'rooms.endsBeforeItBegins',
  lecturer_code_once: 'lecturers.codeTaken',
  lecturer_period: 'lecturers.endsBeforeItBegins',
  lecturer_absence_once: 'lecturers.absentTwice',
  lecturer_absence_during: 'lecturers.absenceTooLong',
  teaching_field_pkey: 'lecturers.fieldTaken',
  class_code_once: 'classes.codeTaken',
  class_period: 'classes.closesBeforeItOpens',
  class_span: 'classes.tooLong',
  class_policy_only: 'classes.policyBesidesPlan',
  class_opened_once: 'classes.openedTwice',
  class_room_free: 'classes.roomTaken',
  class_lecturer_free: 'classes.lecturerTaken',
  class_room_during: 'classes.bookingOutside',
  class_lecturer_during: 'classes.bookingOutside',
  class_lecturer_field_code_fkey: 'classes.noField',
  training_class_programme_id_fkey: 'classes.noProgramme',
  training_class_host_unit_id_fkey: 'classes.noUnit',
  training_class_partner_unit_id_fkey: 'classes.noUnit',
  study_host_period: 'fieldStudies.endsBeforeItBegins',
  study_host_name_once: 'fieldStudies.nameTaken',
  study_host_unit_id_fkey: 'fieldStudies.noUnit',
  field_study_class_id_fkey: 'fieldStudies.noClass',
  field_study_during: 'fieldStudies.tooLong',
  field_study_other_days: 'fieldStudies.tooLong',
  field_study_host_free: 'fieldStudies.hostTakenNow',
  field_study_class_once: 'fieldStudies.classAwayNow',
  field_study_closed: 'fieldStudies.cancelled',
  field_study_of_school: 'fieldStudies.ofSchool',
  need_round_period: 'needs.closesBeforeOpens',
  need_round_years: 'needs.yearsOrder',
  need_round_step: 'needs.roundStep',
  need_round_announced: 'needs.announced',
  need_round_not_open: 'needs.roundClosed',
  need_extension_later: 'needs.extendLater',
  need_answer_step: 'needs.step',
  need_answer_empty: 'needs.emptyAnswer',
  need_answer_closed: 'needs.waitsForHead',
  need_line_once: 'needs.sameLine',
  need_first_says_why: 'needs.firstSaysWhy',
  priority_sheet_frozen: 'priorities.frozen',
  priority_sheet_one_draft: 'priorities.alreadyDraft',
  plan_version_frozen: 'plans.frozen',
  plan_version_submitted_closed: 'plans.submittedClosed',
  plan_version_step: 'plans.step',
  plan_version_one_open: 'plans.openExists',
  plan_version_second_person: 'plans.notYourOwn',
  plan_change_second_person: 'plans.changeNotYourOwn',
  plan_change_frozen: 'plans.changeFrozen',
  plan_change_proposer_unit_id_fkey: 'plans.unknownUnit',
  kept_file_once: 'files.alreadyKept',
  kept_file_frozen: 'files.frozen',
  document_template_kept: 'documents.kept',
  plan_frozen: 'plans.nameFrozen',
  plan_line_some_class: 'plans.noClass',
  coordination_plan_one_open: 'coordination.planUnderWay',
  coordination_plan_number_once: 'coordination.planUnderWay',
  plan_line_partner_unit_id_fkey: 'plans.unknownUnit',
  survey_version_frozen: 'surveys.frozen',
  survey_campaign_fixed: 'surveys.fixed',
  survey_campaign_period: 'surveys.period',
  survey_answer_size: 'surveys.tooLong',
  survey_campaign_class_id_fkey: 'surveys.noClass',
  survey_campaign_version_id_fkey: 'surveys.noForm',
  survey_version_published: 'surveys.noForm',
  class_form_sizes: 'planner.sizeOrder',
}
