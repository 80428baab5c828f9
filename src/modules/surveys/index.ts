export { surveysService } from './service.ts'
