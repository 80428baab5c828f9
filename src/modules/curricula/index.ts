export { curriculumImporter } from './importer.ts'
export { curriculaService } from './service.ts'
export { situationsService } from './situations.ts'
export { inForce } from './store.ts'
