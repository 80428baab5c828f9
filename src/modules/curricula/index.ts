export { curriculaService } from './service.ts'
