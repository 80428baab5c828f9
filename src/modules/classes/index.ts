export { classesImporter } from './importer.ts'
export { classesService } from './service.ts'
