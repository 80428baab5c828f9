export { reportsService } from './service.ts'
