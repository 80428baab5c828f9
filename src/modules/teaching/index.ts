export { timetablesImporter } from './importer.ts'
export { tendInvitationsEveryMorning } from './jobs.ts'
export { teachingService } from './service.ts'
