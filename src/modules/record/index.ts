export { recordService } from './service.ts'
