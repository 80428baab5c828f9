export { lecturersImporter } from './importer.ts'
export { lecturersService } from './service.ts'
