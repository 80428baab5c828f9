export { forgetFilesEveryNight } from './jobs.ts'
export { exchangeService } from './service.ts'
