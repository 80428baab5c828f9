export {
  type Bloc,
  blocNamed,
  isInUse,
  matchGroup,
  matchMode,
  matchProgramme,
  yearPeriod,
} from './rules.ts'
export { programmesService } from './service.ts'
export {
  catalogue,
  type GroupRow,
  groups,
  type ModeRow,
  modes,
  type ProgrammeRow,
  programmeById,
} from './store.ts'
