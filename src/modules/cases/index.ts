export { casesService } from './service.ts'
