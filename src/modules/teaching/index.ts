export { timetablesImporter } from './importer.ts'
export { needsOther } from './invitations.ts'
export { tendInvitationsEveryMorning } from './jobs.ts'
export { teachingService } from './service.ts'
