export { mailReminders, remind, remindEveryMorning } from './jobs.ts'
export { coordinationService } from './service.ts'
