export { timetablesImporter } from './importer.ts'
export { needsOther } from './invitations.ts'
export { tendInvitationsEveryMorning } from './jobs.ts'
export { paymentOf, teachingService } from './service.ts'
