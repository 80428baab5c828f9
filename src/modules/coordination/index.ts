export { coordinationService } from './service.ts'
