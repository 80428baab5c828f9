export {
  type Bloc,
  blocNamed,
  isInUse,
  type KnownProgramme,
  matchGroup,
  matchMode,
  matchProgramme,
  nearest,
  type ProgrammeMatch,
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
