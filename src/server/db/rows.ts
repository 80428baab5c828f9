// Generated from the catalogue: one type for each table. A change begins in db/migrations.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as it was stored, written as text. */
export type Json = ColumnType<unknown, string, string>

export type Absence = {
  id: GeneratedAlways<number>
  enrolment_id: number
  class_id: number
  kind: string
  cause: string
  from_on: string
  from_part: string
  last_on: string
  last_part: string
  called_by: Generated<string>
  reason: string
  document_number: Generated<string>
  cost_sessions: Generated<number>
  cost_hours: Generated<number>
  state: Generated<string>
  asked_by: number
  asked_at: Generated<string>
  decided_by: number | null
  decided_at: string | null
  decision_note: Generated<string>
  version: Generated<number>
}

export type Account = {
  id: GeneratedAlways<number>
  auth_user_id: string | null
  name: string
  email: string
  search_key: string
  sort_key: string
  person_id: number | null
  is_disabled: Generated<boolean>
  created_by: number | null
  created_at: Generated<string>
  version: Generated<number>
}

export type AdmissionNotice = {
  id: GeneratedAlways<number>
  class_id: number
  deadline_on: string
  sends_on: string
  seats: number | null
  standards: Generated<string>
  note: Generated<string>
  state: Generated<string>
  made_by: number | null
  made_at: Generated<string>
  issued_at: string | null
  closed_at: string | null
  version: Generated<number>
}

export type AdmissionQuota = {
  id: GeneratedAlways<number>
  notice_id: number
  unit_id: number
  seats: number
}

export type ApiToken = {
  id: GeneratedAlways<number>
  account_id: number
  name: string
  hash: Buffer
  rights: string[]
  created_at: Generated<string>
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

export type AttendanceMark = {
  id: GeneratedAlways<number>
  session_id: number
  enrolment_id: number
  class_id: number
  status: string
  missed_hours: number | null
  cause: string | null
  absence_id: number | null
  version: Generated<number>
}

export type AttendanceRoll = {
  session_id: number
  class_id: number
  recorded_by: number | null
  recorded_at: Generated<string>
  version: Generated<number>
}

export type AttendanceSum = {
  enrolment_id: number
  month: string
  class_id: number
  sessions: number
  recorded_hours: number
  missed_hours: number
  excused_hours: number
  unexcused_hours: number
  recalled_hours: number
  ill_hours: number
  other_hours: number
}

export type AuditLine = {
  id: GeneratedAlways<number>
  transaction_id: string
  made_at: Generated<string>
  account_id: number | null
  procedure: string
  request_id: string
  reason: string | null
  table_name: string
  row_id: string
  action: string
  before: Json | null
  after: Json | null
  hash: Buffer
}

export type AuditSeal = {
  transaction_id: string
  number: number | null
  sealed_at: string | null
  lines: number | null
  previous_hash: Buffer | null
  hash: Buffer | null
}

export type CalendarEntry = {
  id: GeneratedAlways<number>
  kind: string
  title: string
  search_key: string
  during: string
  stops_teaching: Generated<boolean>
  unit_id: number | null
  source: Generated<string>
  needs_confirmation: Generated<boolean>
  holiday_key: string | null
  version: Generated<number>
}

export type CalendarFeed = {
  id: GeneratedAlways<number>
  account_id: number
  hash: Buffer
  made_at: Generated<string>
  revoked_at: string | null
}

export type ClassForm = {
  programme_id: number
  mode_code: string
  size_from: number
  size_to: number
  weeks: number
  every_weeks: Generated<number>
  seat: string
  cost_dong: Generated<number>
  may_run_over: Generated<boolean>
  version: Generated<number>
}

export type ClassHead = {
  id: GeneratedAlways<number>
  class_id: number
  account_id: number
  name: string
  from_on: string
  until_on: string | null
  decision_number: Generated<string>
  version: Generated<number>
}

export type ClassLecturer = {
  id: GeneratedAlways<number>
  class_id: number
  lecturer_id: number
  field_code: string
  during: string
}

export type ClassMonitor = {
  id: GeneratedAlways<number>
  class_id: number
  enrolment_id: number
  post: string
  from_on: string
  until_on: string | null
  decision_number: Generated<string>
  version: Generated<number>
}

export type ClassRoom = {
  id: GeneratedAlways<number>
  class_id: number
  room_id: number
  during: string
}

export type ClassSession = {
  id: GeneratedAlways<number>
  class_id: number
  item_id: number | null
  title: string
  on_day: string
  part: string
  hours: number
  kind: string
  room_id: number | null
  place: Generated<string>
  lecturer_id: number | null
  state: Generated<string>
  note: Generated<string>
  confirmed_by: number | null
  confirmed_at: string | null
  version: Generated<number>
}

export type ClassYearCorrection = {
  id: GeneratedAlways<number>
  class_id: number
  year: number
  counts_as: string
  reason: string
  made_by: number | null
  made_at: Generated<string>
}

export type Commitment = {
  id: GeneratedAlways<number>
  unit_id: number
  from_unit_id: number | null
  year: number
  plan_id: number
  item_key: string
  template_code: string | null
  period: string
  side: string
  title: string
  evidence: string | null
  due_on: string
  fulfilled_by: string | null
  state: Generated<string>
  done_on: string | null
  note: string | null
  document_number: string | null
  link: string | null
  reason: string | null
  settled_by: number | null
  settled_at: string | null
  version: Generated<number>
}

export type CommitmentEvent = {
  id: GeneratedAlways<number>
  commitment_id: number
  kind: string
  note: string | null
  made_by: number | null
  made_at: Generated<string>
}

export type CommitmentTemplate = {
  id: GeneratedAlways<number>
  code: string
  side: string
  title: string
  detail: string | null
  evidence: string | null
  due_kind: string
  due_month: number | null
  due_day: number | null
  offset_days: Generated<number>
  fulfilled_by: string | null
  is_used: Generated<boolean>
  needs_confirmation: Generated<boolean>
  sort_order: Generated<number>
  version: Generated<number>
}

export type CoordinationItem = {
  id: GeneratedAlways<number>
  plan_id: number
  item_key: Generated<string>
  template_code: string | null
  side: string
  title: string
  detail: string | null
  evidence: string | null
  due_kind: string
  due_month: number | null
  due_day: number | null
  offset_days: Generated<number>
  fulfilled_by: string | null
  sort_order: number
}

export type CoordinationPlan = {
  id: GeneratedAlways<number>
  unit_id: number
  year: number
  number: Generated<number>
  state: Generated<string>
  drawn_by: number | null
  drawn_at: Generated<string>
  offered_by: number | null
  offered_at: string | null
  accepted_by: number | null
  accepted_at: string | null
  return_reason: string | null
  version: Generated<number>
}

export type CorpsSetting = {
  id: Generated<boolean>
  warn_days: Generated<number>
  without_approval: Generated<string>
  version: Generated<number>
}

export type Curriculum = {
  id: GeneratedAlways<number>
  programme_id: number
  kind: string
  number: number
  title: string
  frame_id: number | null
  starts_from_id: number | null
  state: Generated<string>
  goals: Generated<string>
  source: Generated<string>
  needs_confirmation: Generated<boolean>
  made_by: number | null
  made_at: Generated<string>
  submitted_by: number | null
  submitted_at: string | null
  decided_by: number | null
  decided_at: string | null
  return_reason: string | null
  document_number: string | null
  document_on: string | null
  document_by: string | null
  from_on: string | null
  until_on: string | null
  version: Generated<number>
}

export type CurriculumAppraisal = {
  id: GeneratedAlways<number>
  curriculum_id: number
  round: number
  council_number: string | null
  council_on: string | null
  meets_on: string | null
  place: Generated<string>
  conclusion: Generated<string>
  result: string | null
  version: Generated<number>
}

export type CurriculumChange = {
  id: GeneratedAlways<number>
  curriculum_id: number
  lineage_id: number | null
  act: string
  reason_kind: string | null
  reason: Generated<string>
  transaction_id: string | null
  made_by: number | null
  made_at: Generated<string>
}

export type CurriculumCollaborator = {
  id: GeneratedAlways<number>
  curriculum_id: number
  unit_id: number
  may_edit: boolean
  made_by: number | null
  made_at: Generated<string>
  version: Generated<number>
}

export type CurriculumComment = {
  id: GeneratedAlways<number>
  curriculum_id: number
  lineage_id: number | null
  thread_id: number | null
  text: string
  made_by: number
  made_at: Generated<string>
  resolved_by: number | null
  resolved_at: string | null
  version: Generated<number>
}

export type CurriculumCouncilMember = {
  id: GeneratedAlways<number>
  appraisal_id: number
  name: string
  post: Generated<string>
  role: string
  account_id: number | null
  verdict: string | null
  opinion: Generated<string>
  version: Generated<number>
}

export type CurriculumItem = {
  id: GeneratedAlways<number>
  curriculum_id: number
  parent_id: number | null
  kind: string
  position: number
  title: string
  outcomes: Generated<string>
  field_code: string | null
  theory_hours: Generated<number>
  discussion_hours: Generated<number>
  practice_hours: Generated<number>
  field_hours: Generated<number>
  self_study_hours: Generated<number>
  report_hours: Generated<number>
  exam_hours: Generated<number>
  lineage_id: number
  version: Generated<number>
}

export type CurriculumLimit = {
  id: GeneratedAlways<number>
  curriculum_id: number
  kind: string
  lineage_id: number | null
  allows: boolean | null
  minimum: number | null
  maximum: number | null
  source: string
  needs_confirmation: Generated<boolean>
  version: Generated<number>
}

export type CurriculumProposal = {
  id: GeneratedAlways<number>
  curriculum_id: number
  lineage_id: number
  base: Json
  proposed: Json
  reason_kind: string | null
  reason: Generated<string>
  unit_id: number | null
  made_by: number
  made_at: Generated<string>
  state: Generated<string>
  decided_by: number | null
  decided_at: string | null
  answer: string | null
  version: Generated<number>
}

export type DocumentTemplate = {
  id: GeneratedAlways<number>
  kind: string
  layout: string
  number: number
  content: Buffer | null
  file_name: string | null
  made_by: number
  made_at: Generated<string>
}

export type Enrolment = {
  id: GeneratedAlways<number>
  class_id: number
  person_id: number
  unit_id: number
  number: number
  full_name: Generated<string>
  sort_key: Generated<string>
  search_key: Generated<string>
  born: Generated<string>
  post_title: Generated<string>
  enrolled_on: string
  decision_number: Generated<string>
  decision_on: string | null
  decision_by: Generated<string>
  overlap_reason: string | null
  left_on: string | null
  left_cause: string | null
  left_document: Generated<string>
  left_reason: string | null
  rule_set: string | null
  made_by: number | null
  made_at: Generated<string>
  version: Generated<number>
}

export type FieldStudy = {
  id: GeneratedAlways<number>
  class_id: number
  host_id: number
  kind: string
  title: string
  during: string
  people: number
  programme: Generated<string>
  leader_id: number | null
  leader: Generated<string>
  state: Generated<string>
  asked_at: string | null
  answer_by: string | null
  answered_at: string | null
  answered_by: number | null
  answer_note: Generated<string>
  other_days: string | null
  received_by: Generated<string>
  papers_by: string | null
  report: Generated<string>
  school_remark: Generated<string>
  host_remark: Generated<string>
  cancelled_reason: string | null
  made_by: number
  made_at: Generated<string>
  version: Generated<number>
}

export type FieldStudyCost = {
  id: GeneratedAlways<number>
  field_study_id: number
  sort_order: number
  item: string
  planned_dong: number | null
  spent_dong: number | null
  source: Generated<string>
}

export type ImportFile = {
  run_id: number
  bytes: Buffer
}

export type ImportRow = {
  run_id: number
  place: number
  row_number: number
  action: string
  understood: string
  problems: Json
  changes: Json
}

export type ImportRun = {
  id: GeneratedAlways<number>
  kind: string
  file_name: string
  sha256: string
  size_bytes: number
  options: Json
  state: Generated<string>
  sheet_name: string
  header_row: number
  unknown_columns: Json
  checks: Json
  counts: Json
  digest: string
  made_by: number
  made_at: Generated<string>
  applied_by: number | null
  applied_at: string | null
  checked_at: Generated<string>
  withdrawn_at: string | null
  file_deleted_on: string | null
}

export type Installation = {
  id: Generated<boolean>
  school_name: string
  province_name: Generated<string>
  is_sample: Generated<boolean>
  created_at: Generated<string>
}

export type KeptContent = {
  file_id: number
  bytes: Buffer
}

export type KeptFile = {
  id: GeneratedAlways<number>
  subject_kind: string
  subject_id: number
  name: string
  type: string
  size_bytes: number
  sha256: string
  made_by: number
  made_at: Generated<string>
  removed_by: number | null
  removed_at: string | null
}

export type LearnerCase = {
  id: GeneratedAlways<number>
  person_id: number
  learner_name: string
  unit_id: number
  class_id: number | null
  kind: string
  title: string
  search_key: string
  is_sensitive: Generated<boolean>
  learner_sees: Generated<boolean>
  raised_by: number
  raised_side: string
  raised_at: Generated<string>
  owner_id: number | null
  owner_name: string | null
  due_on: string
  state: Generated<string>
  answered_at: string | null
  decided_at: string | null
  solved_at: string | null
  version: Generated<number>
}

export type LearnerCaseEntry = {
  id: GeneratedAlways<number>
  case_id: number
  kind: string
  text: Generated<string>
  side: string
  made_by: number
  made_by_name: string
  made_at: Generated<string>
  to_name: string | null
  due_on: string | null
}

export type LearnerCaseMember = {
  id: GeneratedAlways<number>
  case_id: number
  account_id: number
  name: string
  named_at: Generated<string>
}

export type Lecturer = {
  id: GeneratedAlways<number>
  code: string
  name: string
  search_key: string
  sort_key: string
  is_guest: Generated<boolean>
  workplace: Generated<string>
  weekly_hours: Generated<number>
  from_on: string | null
  until_on: string | null
  account_id: number | null
  person_id: number | null
  note: Generated<string>
  version: Generated<number>
  category_code: string | null
  monthly_hours: number | null
  travel: Generated<string>
  travel_km: number | null
}

export type LecturerAbsence = {
  id: GeneratedAlways<number>
  lecturer_id: number
  during: string
  reason: string
}

export type LecturerApproval = {
  id: GeneratedAlways<number>
  lecturer_id: number
  dossier_id: number | null
  proposal_id: number | null
  wish_from_on: string
  wish_until_on: string
  remark: Generated<string>
  post_id: number | null
  post_title: Generated<string>
  person_post_id: number | null
  decision: string | null
  reason: string | null
  document_number: string | null
  document_on: string | null
  signed_by: string | null
  from_on: string | null
  until_on: string | null
  decided_by: number | null
  decided_at: string | null
}

export type LecturerApprovalAnswer = {
  id: GeneratedAlways<number>
  approval_id: number
  cause: string
  cause_id: Generated<number>
  ends_on: string | null
  reason: string
  made_by: number | null
  made_at: Generated<string>
}

export type LecturerCategory = {
  code: string
  name: string
  name_en: string
  is_guest: boolean
  needs_approval: boolean
  sort_order: Generated<number>
  is_used: Generated<boolean>
  version: Generated<number>
}

export type LecturerContact = {
  lecturer_id: number
  phone: string | null
  email: string | null
  phone_mask: GeneratedAlways<string | null>
  email_mask: GeneratedAlways<string | null>
  salt: Generated<string>
}

export type LecturerDegree = {
  id: GeneratedAlways<number>
  lecturer_id: number
  kind: string
  name: string
  field: string | null
  granted_on: string | null
  granted_by: string | null
  made_at: Generated<string>
  withdrawn_at: string | null
}

export type LecturerDocument = {
  file_id: number
  lecturer_id: number
  title: string
  kind: string
  lineage_id: number | null
}

export type LecturerDossier = {
  id: GeneratedAlways<number>
  title: string
  addressee: string
  state: Generated<string>
  letter_number: string | null
  letter_on: string | null
  made_by: number | null
  made_at: Generated<string>
  submitted_by: number | null
  submitted_at: string | null
  decided_by: number | null
  decided_at: string | null
  is_paper: Generated<boolean>
  return_reason: string | null
  document_number: string | null
  document_on: string | null
  signed_by: string | null
  version: Generated<number>
}

export type LecturerField = {
  lecturer_id: number
  field_code: string
}

export type LecturerPost = {
  id: GeneratedAlways<number>
  lecturer_id: number
  title: string
  unit_id: number | null
  workplace: string | null
  is_main: Generated<boolean>
  from_on: string
  until_on: string | null
  document: string | null
  made_by: number | null
  made_at: Generated<string>
  withdrawn_at: string | null
  withdrawn_reason: string | null
}

export type LecturerProposal = {
  id: GeneratedAlways<number>
  unit_id: number
  lecturer_id: number | null
  name: string
  search_key: string
  category_code: string
  title: string
  title_from_on: string
  fields: string[]
  topics: Generated<string>
  degrees: Generated<string>
  grounds: string
  state: Generated<string>
  sent_by: number | null
  sent_at: Generated<string>
  answered_by: number | null
  answered_at: string | null
  answer: string | null
  version: Generated<number>
}

export type LecturerTopic = {
  lecturer_id: number
  lineage_id: number
}

export type LecturerTravelUnit = {
  lecturer_id: number
  unit_id: number
}

export type Need = {
  id: GeneratedAlways<number>
  answer_id: number
  round_id: number
  unit_id: number
  programme_id: number
  mode_code: string
  heads: number
  target_group: string
  post_title: string | null
  months: Generated<number[]>
  place: string | null
  reason: string | null
  priority: Generated<number>
  version: Generated<number>
}

export type NeedAnswer = {
  id: GeneratedAlways<number>
  round_id: number
  unit_id: number
  state: Generated<string>
  no_need: Generated<boolean>
  note: string | null
  opened_at: string | null
  opened_by: number | null
  submitted_at: string | null
  submitted_by: number | null
  confirmed_at: string | null
  confirmed_by: number | null
  returned_at: string | null
  returned_by: number | null
  returned_from: string | null
  return_reason: string | null
  version: Generated<number>
}

export type NeedExtension = {
  id: GeneratedAlways<number>
  round_id: number
  before_on: string
  after_on: string
  reason: string
  made_by: number | null
  made_at: Generated<string>
}

export type NeedPerson = {
  id: GeneratedAlways<number>
  need_id: number
  round_id: number
  unit_id: number
  person_id: number
}

export type NeedPlacement = {
  need_id: number
  unit_id: number
  decided_by: number | null
  decided_at: Generated<string>
}

export type NeedRound = {
  id: GeneratedAlways<number>
  title: string
  year: number
  until_year: number | null
  guide: string | null
  opens_on: string
  closes_on: string
  asks: Generated<string>
  state: Generated<string>
  made_by: number | null
  made_at: Generated<string>
  opened_at: string | null
  closed_at: string | null
  version: Generated<number>
}

export type NeedRoundProgramme = {
  round_id: number
  programme_id: number
}

export type NeedRoundUnit = {
  round_id: number
  unit_id: number
}

export type Nomination = {
  id: GeneratedAlways<number>
  notice_id: number
  class_id: number
  unit_id: number
  person_id: number
  full_name: string
  sort_key: string
  search_key: string
  post_title: Generated<string>
  basis: string
  post_id: number | null
  sent_on: string
  is_foreign: Generated<boolean>
  note: Generated<string>
  state: Generated<string>
  overall: string | null
  proposal: string | null
  check_id: number | null
  commitment: string | null
  signed_by: number | null
  signed_at: string | null
  answer_reason: string | null
  opinion: string | null
  opinion_reason: string | null
  opinion_by: number | null
  opinion_at: string | null
  wait_order: number | null
  waits_since: string | null
  replaces_id: number | null
  enrolled_at: string | null
  made_by: number
  made_at: Generated<string>
  version: Generated<number>
}

export type NominationAllocation = {
  id: GeneratedAlways<number>
  notice_id: number
  rule: string
  criteria: Generated<string[]>
  seed: Generated<string>
  places: Json
  made_by: number | null
  made_at: Generated<string>
}

export type NominationCheck = {
  id: GeneratedAlways<number>
  nomination_id: number
  made_at: Generated<string>
  made_by: number | null
  cause: string
  rule_set: string | null
  rule_hash: string | null
  verdicts: Json
  overall: string
  proposal: string | null
}

export type NominationException = {
  id: GeneratedAlways<number>
  nomination_id: number
  criterion: string
  document_number: string
  document_on: string
  issuer: string
  reason: string
  made_by: number | null
  made_at: Generated<string>
}

export type NominationFact = {
  id: GeneratedAlways<number>
  check_id: number
  person_id: number
  facts: Json
  verdicts: Json
  salt: Generated<string>
}

export type NominationRuleSet = {
  hash: string
  set_id: string
  content: Json
  kept_at: Generated<string>
}

export type NominationSetting = {
  id: Generated<number>
  forbids_two_courses: Generated<boolean>
  unit_load_percent: number | null
  commitment: string
  version: Generated<number>
}

export type NominationStep = {
  id: GeneratedAlways<number>
  nomination_id: number
  at: Generated<string>
  made_by: number | null
  kind: string
  reason: string | null
}

export type Person = {
  id: GeneratedAlways<number>
  code: string | null
  full_name: string
  given_name_override: string | null
  sort_key: string
  search_key: string
  sex: string | null
  birth_precision: Generated<string>
  born_on: string | null
  born_year: number | null
  born_month: number | null
  born_text: string | null
  born_from: GeneratedAlways<string | null>
  cadre_number: string | null
  source: string | null
  unit_id: number | null
  post_id: number | null
  rank: number | null
  is_party_member: Generated<boolean>
  is_planned: Generated<boolean>
  made_at: Generated<string>
  version: Generated<number>
}

export type PersonDistinct = {
  id: GeneratedAlways<number>
  person_id: number
  other_id: number
  decided_by: number | null
  decided_at: Generated<string>
}

export type PersonEducation = {
  id: GeneratedAlways<number>
  person_id: number
  kind: string
  level: string | null
  field: string | null
  granted_on: string | null
  source: string | null
  entered_at: Generated<string>
  withdrawn_at: string | null
}

export type PersonPlanning = {
  id: GeneratedAlways<number>
  person_id: number
  term: string
  post: string
  decided_on: string
  removed_on: string | null
  document: string | null
  source: Generated<string>
  entered_at: Generated<string>
  salt: Generated<string>
}

export type PersonPost = {
  id: GeneratedAlways<number>
  person_id: number
  unit_id: number
  title: string
  rank: number | null
  work_field: string | null
  is_main: Generated<boolean>
  from_on: string | null
  until_on: string | null
  cause: string
  end_cause: string | null
  document: string | null
  change_id: number | null
  placement: Generated<string>
}

export type PersonPrivate = {
  id: GeneratedAlways<number>
  person_id: number
  party_admitted_on: string | null
  party_official_on: string | null
  party_text: string | null
  ethnicity: string | null
  religion: string | null
  citizen_id: string | null
  source: string | null
  entered_at: Generated<string>
  superseded_at: string | null
  salt: Generated<string>
}

export type PersonRating = {
  id: GeneratedAlways<number>
  person_id: number
  year: number
  level: number
  source: Generated<string>
  document: string | null
  entered_at: Generated<string>
  superseded_at: string | null
  salt: Generated<string>
}

export type PersonTally = {
  id: GeneratedAlways<number>
  unit_id: number | null
  people: number
}

export type Plan = {
  id: GeneratedAlways<number>
  year: number | null
  title: string
  assigned_by: string | null
  created_at: Generated<string>
  version: Generated<number>
  from_year: number | null
  until_year: number | null
}

export type PlanChange = {
  id: GeneratedAlways<number>
  plan_id: number
  kind: string
  state: Generated<string>
  reason: string
  proposer_unit_id: number | null
  proposed_by: number
  proposed_at: Generated<string>
  letter_number: string | null
  letter_on: string | null
  decided_by: number | null
  decided_at: string | null
  document_number: string | null
  document_on: string | null
  answer: string | null
  applied_to_id: number | null
  version: Generated<number>
}

export type PlanChangeLine = {
  id: GeneratedAlways<number>
  change_id: number
  line_key: Generated<string>
  is_new: Generated<boolean>
  opened_before: number
  opened: number
  learners_before: number | null
  learners: number | null
  months_before: Generated<number[]>
  months: Generated<number[]>
  group_code: string | null
  programme_id: number | null
  title: string | null
  mode_code: string | null
  bloc: string | null
  partner_unit_id: number | null
  partner_text: string | null
  place: string | null
  budget_dong: number | null
  note: string | null
}

export type PlanLine = {
  id: GeneratedAlways<number>
  version_id: number
  line_key: Generated<string>
  group_code: string
  programme_id: number | null
  title: string
  mode_code: Generated<string>
  bloc: string | null
  carried_over: Generated<number>
  opened: Generated<number>
  classes: GeneratedAlways<number>
  learners: number | null
  partner_unit_id: number | null
  partner_text: string | null
  place: string | null
  months: Generated<number[]>
  budget_dong: number | null
  note: string | null
  sort_order: number
  version: Generated<number>
  opened_by_year: number[] | null
}

export type PlanVersion = {
  id: GeneratedAlways<number>
  plan_id: number
  number: number
  state: Generated<string>
  copied_from_id: number | null
  made_by: number | null
  made_at: Generated<string>
  submitted_by: number | null
  submitted_at: string | null
  decided_by: number | null
  decided_at: string | null
  document_number: string | null
  document_on: string | null
  return_reason: string | null
  version: Generated<number>
}

export type PriorityMark = {
  id: GeneratedAlways<number>
  sheet_id: number
  programme_id: number
  mode_code: string
  criterion: string
  mark: number
  reason: string
  made_by: number | null
  made_at: Generated<string>
}

export type PrioritySheet = {
  id: GeneratedAlways<number>
  year: number
  state: Generated<string>
  legal_duty: number
  planned_post: number
  years_waited: number
  unit_balance: number
  unit_urgency: number
  directive: number
  term_of_office: number
  made_by: number | null
  made_at: Generated<string>
  agreed_by: number | null
  agreed_at: string | null
  document_number: string | null
  document_on: string | null
  agreed_subjects: Json | null
  version: Generated<number>
}

export type Programme = {
  id: GeneratedAlways<number>
  code: string
  name: string
  search_key: string
  sort_key: string
  group_code: string
  kind: string
  level: string | null
  bloc: string | null
  modes: string[]
  lesson_hours: number | null
  months: number | null
  scheme: string | null
  from_on: string | null
  until_on: string | null
  source: Generated<string>
  synonyms: Generated<string[]>
  version: Generated<number>
}

export type ProgrammeGroup = {
  code: string
  name: string
  name_en: string
  synonyms: Generated<string[]>
  sort_order: number
  version: Generated<number>
}

export type ProgrammeTeaching = {
  programme_id: number
  field_code: string
  hours: number
}

export type Reminder = {
  id: GeneratedAlways<number>
  rule_id: number
  step_id: number
  subject_kind: string
  subject_id: number
  period: string
  recipient_id: number
  unit_id: number
  audience: string
  title: string
  made_on: string
  made_at: Generated<string>
  mail: Generated<string>
  seen_at: string | null
  recalled_at: string | null
}

export type ReminderRule = {
  id: GeneratedAlways<number>
  subject_kind: string
  is_on: Generated<boolean>
  version: Generated<number>
}

export type ReminderStep = {
  id: GeneratedAlways<number>
  rule_id: number
  audience: string
  offset_days: number
  by_mail: Generated<boolean>
  is_on: Generated<boolean>
}

export type Reorganisation = {
  id: GeneratedAlways<number>
  title: string
  search_key: string
  document_number: string
  document_on: string
  document_issuer: string
  effective_on: string
  state: Generated<string>
  entered_by: number
  entered_at: Generated<string>
  confirmed_by: number | null
  confirmed_at: string | null
  version: Generated<number>
  acts: Json
  source_hash: string | null
}

export type RoleGrant = {
  id: GeneratedAlways<number>
  account_id: number
  role: string
  unit_id: number | null
  from_on: string
  until_on: string | null
  granted_by: number | null
  is_deputy: Generated<boolean>
}

export type Room = {
  id: GeneratedAlways<number>
  code: string
  name: string
  search_key: string
  sort_key: string
  seats: number
  site: Generated<string>
  is_own: Generated<boolean>
  from_on: string | null
  until_on: string | null
  note: Generated<string>
  version: Generated<number>
}

export type Scenario = {
  id: GeneratedAlways<number>
  name: string
  year: number
  parameters: Json
  state: Generated<string>
  made_by: number | null
  made_at: Generated<string>
  ended_at: string | null
  points: number | null
  bound: number | null
  classes: number | null
  seats: number | null
  heads: number | null
  cost_dong: number | null
  violations: number | null
  version: Generated<number>
  bound_by: string | null
}

export type ScenarioWork = {
  scenario_id: number
  instance: Json
  missing: Json
  progress: Json | null
  answer: Json | null
  beat_at: string | null
}

export type Situation = {
  id: GeneratedAlways<number>
  title: string
  search_key: string
  sort_key: string
  text: string
  kind: string
  field_code: string | null
  unit_id: number | null
  made_by: number | null
  made_at: Generated<string>
  withdrawn_on: string | null
  version: Generated<number>
}

export type SituationTopic = {
  id: GeneratedAlways<number>
  situation_id: number
  lineage_id: number
}

export type StudyHost = {
  id: GeneratedAlways<number>
  unit_id: number | null
  name: string
  search_key: string
  sort_key: string
  place: Generated<string>
  topics: Generated<string[]>
  seats: number | null
  contact: Generated<string>
  phone: Generated<string>
  note: Generated<string>
  from_on: string | null
  until_on: string | null
  version: Generated<number>
}

export type StudyMode = {
  code: string
  name: string
  name_en: string
  synonyms: Generated<string[]>
  sort_order: number
}

export type StudyOverlay = {
  id: GeneratedAlways<number>
  rule_set: string
  figure: string
  value: number
  from_on: string
  source: string
  state: Generated<string>
  made_by: number
  made_at: Generated<string>
  decided_by: number | null
  decided_at: string | null
  reason: string | null
  version: Generated<number>
}

export type Succession = {
  id: GeneratedAlways<number>
  change_id: number
  from_unit_id: number
  to_unit_id: number
  kind: string
  extent: string
  estimated_share: number | null
  effective_on: string
}

export type SurveyBatch = {
  id: Generated<string>
  campaign_id: number
  answers: Json
  size: number
}

export type SurveyCampaign = {
  id: GeneratedAlways<number>
  class_id: number
  version_id: number
  opens_on: string
  closes_on: string
  is_anonymous: Generated<boolean>
  expected: number
  way: string
  shared_key: string | null
  shared_hash: Buffer | null
  issued: Generated<number>
  is_automatic: Generated<boolean>
  closed_on: string | null
  version: Generated<number>
  respondents: Generated<string>
  title: Generated<string>
  most_asked: number | null
}

export type SurveyFigure = {
  campaign_id: number
  at: string
  form_id: number
  subject_id: number | null
  question: string
  text: string
  low: number | null
  high: number | null
  n: number
  mean: number | null
  spread: number | null
  counts: Generated<Json>
  comments: Generated<string[]>
}

export type SurveyForm = {
  id: GeneratedAlways<number>
  code: string
  title: string
  origin: string
  needs_confirmation: Generated<boolean>
  source: Generated<string>
  version: Generated<number>
}

export type SurveyResult = {
  campaign_id: number
  answers: number
  content: Json
}

export type SurveySetting = {
  id: Generated<boolean>
  opens_itself: Generated<boolean>
  version_id: number | null
  since: string | null
  version: Generated<number>
  most_asked: Generated<number>
}

export type SurveySubject = {
  id: GeneratedAlways<number>
  campaign_id: number
  kind: string
  label: string
  lecturer_id: number | null
  sort_order: number
  lineage_id: number | null
  topic: string | null
  part_lineage_id: number | null
  part: string | null
  module_lineage_id: number | null
  module: string | null
}

export type SurveyToken = {
  hash: Buffer
  campaign_id: number
  state: Generated<string>
}

export type SurveyVersion = {
  id: GeneratedAlways<number>
  form_id: number
  number: number
  definition: Json
  made_by: number | null
  made_at: Generated<string>
  published_by: number | null
  published_at: string | null
  version: Generated<number>
}

export type TeachingFeed = {
  id: GeneratedAlways<number>
  hash: Buffer
  lecturer_id: number | null
  class_id: number | null
  made_by: number | null
  made_at: Generated<string>
  revoked_at: string | null
}

export type TeachingField = {
  code: string
  name: string
  name_en: string
  sort_order: Generated<number>
  version: Generated<number>
}

export type TeachingInvitation = {
  id: GeneratedAlways<number>
  class_id: number
  lecturer_id: number
  title: string
  state: Generated<string>
  deadline_on: string
  sent_on: string
  message: Generated<string>
  invites_next: Generated<boolean>
  reason: Generated<string>
  proposed_dates: Generated<string>
  substitute_name: Generated<string>
  substitute_post: Generated<string>
  substitute_phone: Generated<string>
  clash: Json | null
  answered_at: string | null
  answered_by: string | null
  follows_id: number | null
  reminded_on: string | null
  is_mailed: Generated<boolean>
  made_by: number | null
  made_at: Generated<string>
  version: Generated<number>
}

export type TeachingInvitationSession = {
  invitation_id: number
  session_id: number
}

export type TeachingLink = {
  hash: Buffer
  invitation_id: number
  made_at: Generated<string>
  is_withdrawn: Generated<boolean>
}

export type TeachingLoad = {
  id: GeneratedAlways<number>
  lecturer_id: number
  month_on: string
  field_code: string | null
  hours: number
}

export type TeachingRate = {
  id: GeneratedAlways<number>
  is_guest: boolean
  lecturer_id: number | null
  from_on: string
  hour_dong: number
  tax_basis_points: Generated<number>
  source: string
  made_by: number | null
  made_at: Generated<string>
}

export type TeachingSetting = {
  id: Generated<boolean>
  part_hours: Generated<number>
  morning_at: Generated<string>
  morning_until: Generated<string>
  afternoon_at: Generated<string>
  afternoon_until: Generated<string>
  evening_at: Generated<string>
  evening_until: Generated<string>
  answer_days: Generated<number>
  remind_days: Generated<number>
  substitute_order: Generated<string[]>
  contact: Generated<string>
  needs_confirmation: Generated<boolean>
  version: Generated<number>
}

export type TrainingClass = {
  id: GeneratedAlways<number>
  code: string
  name: string
  search_key: string
  sort_key: string
  programme_id: number
  mode_code: Generated<string>
  opens_on: string
  closes_on: string | null
  place: Generated<string>
  host_unit_id: number | null
  partner: Generated<string>
  partner_unit_id: number | null
  basis: string
  plan_line_key: string | null
  policy_issuer: string | null
  policy_number: string | null
  policy_on: string | null
  policy_title: string | null
  learners: number | null
  note: Generated<string>
  cancelled_on: string | null
  cancelled_reason: string | null
  version: Generated<number>
  curriculum_id: number | null
}

export type Unit = {
  id: GeneratedAlways<number>
  code: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export type UnitChange = {
  id: GeneratedAlways<number>
  kind: string
  effective_on: string | null
  document_number: string | null
  document_on: string | null
  document_issuer: string | null
  reason: string | null
  reorganisation_id: number | null
  entered_by: number | null
  entered_at: Generated<string>
}

export type UnitVersion = {
  id: GeneratedAlways<number>
  unit_id: number
  name: string
  kind: string
  qualifier: string | null
  full_name: GeneratedAlways<string>
  search_key: string
  sort_key: string
  identity_key: string
  level: string
  bloc: string
  parent_id: number | null
  from_on: string | null
  until_on: string | null
  opened_by: number
  closed_by: number | null
}

export type Tables = {
  absence: Absence
  account: Account
  admission_notice: AdmissionNotice
  admission_quota: AdmissionQuota
  api_token: ApiToken
  attendance_mark: AttendanceMark
  attendance_roll: AttendanceRoll
  attendance_sum: AttendanceSum
  audit_line: AuditLine
  audit_seal: AuditSeal
  calendar_entry: CalendarEntry
  calendar_feed: CalendarFeed
  class_form: ClassForm
  class_head: ClassHead
  class_lecturer: ClassLecturer
  class_monitor: ClassMonitor
  class_room: ClassRoom
  class_session: ClassSession
  class_year_correction: ClassYearCorrection
  commitment: Commitment
  commitment_event: CommitmentEvent
  commitment_template: CommitmentTemplate
  coordination_item: CoordinationItem
  coordination_plan: CoordinationPlan
  corps_setting: CorpsSetting
  curriculum: Curriculum
  curriculum_appraisal: CurriculumAppraisal
  curriculum_change: CurriculumChange
  curriculum_collaborator: CurriculumCollaborator
  curriculum_comment: CurriculumComment
  curriculum_council_member: CurriculumCouncilMember
  curriculum_item: CurriculumItem
  curriculum_limit: CurriculumLimit
  curriculum_proposal: CurriculumProposal
  document_template: DocumentTemplate
  enrolment: Enrolment
  field_study: FieldStudy
  field_study_cost: FieldStudyCost
  import_file: ImportFile
  import_row: ImportRow
  import_run: ImportRun
  installation: Installation
  kept_content: KeptContent
  kept_file: KeptFile
  learner_case: LearnerCase
  learner_case_entry: LearnerCaseEntry
  learner_case_member: LearnerCaseMember
  lecturer: Lecturer
  lecturer_absence: LecturerAbsence
  lecturer_approval: LecturerApproval
  lecturer_approval_answer: LecturerApprovalAnswer
  lecturer_category: LecturerCategory
  lecturer_contact: LecturerContact
  lecturer_degree: LecturerDegree
  lecturer_document: LecturerDocument
  lecturer_dossier: LecturerDossier
  lecturer_field: LecturerField
  lecturer_post: LecturerPost
  lecturer_proposal: LecturerProposal
  lecturer_topic: LecturerTopic
  lecturer_travel_unit: LecturerTravelUnit
  need: Need
  need_answer: NeedAnswer
  need_extension: NeedExtension
  need_person: NeedPerson
  need_placement: NeedPlacement
  need_round: NeedRound
  need_round_programme: NeedRoundProgramme
  need_round_unit: NeedRoundUnit
  nomination: Nomination
  nomination_allocation: NominationAllocation
  nomination_check: NominationCheck
  nomination_exception: NominationException
  nomination_fact: NominationFact
  nomination_rule_set: NominationRuleSet
  nomination_setting: NominationSetting
  nomination_step: NominationStep
  person: Person
  person_distinct: PersonDistinct
  person_education: PersonEducation
  person_planning: PersonPlanning
  person_post: PersonPost
  person_private: PersonPrivate
  person_rating: PersonRating
  person_tally: PersonTally
  plan: Plan
  plan_change: PlanChange
  plan_change_line: PlanChangeLine
  plan_line: PlanLine
  plan_version: PlanVersion
  priority_mark: PriorityMark
  priority_sheet: PrioritySheet
  programme: Programme
  programme_group: ProgrammeGroup
  programme_teaching: ProgrammeTeaching
  reminder: Reminder
  reminder_rule: ReminderRule
  reminder_step: ReminderStep
  reorganisation: Reorganisation
  role_grant: RoleGrant
  room: Room
  scenario: Scenario
  scenario_work: ScenarioWork
  situation: Situation
  situation_topic: SituationTopic
  study_host: StudyHost
  study_mode: StudyMode
  study_overlay: StudyOverlay
  succession: Succession
  survey_batch: SurveyBatch
  survey_campaign: SurveyCampaign
  survey_figure: SurveyFigure
  survey_form: SurveyForm
  survey_result: SurveyResult
  survey_setting: SurveySetting
  survey_subject: SurveySubject
  survey_token: SurveyToken
  survey_version: SurveyVersion
  teaching_feed: TeachingFeed
  teaching_field: TeachingField
  teaching_invitation: TeachingInvitation
  teaching_invitation_session: TeachingInvitationSession
  teaching_link: TeachingLink
  teaching_load: TeachingLoad
  teaching_rate: TeachingRate
  teaching_setting: TeachingSetting
  training_class: TrainingClass
  unit: Unit
  unit_change: UnitChange
  unit_version: UnitVersion
}
