export { curriculaService } from './service.ts'
export { inForce } from './store.ts'
