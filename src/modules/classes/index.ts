export { classesImporter } from './importer.ts'
export { classesService } from './service.ts'
export { classesOfYear, runsInMonth } from './store.ts'
