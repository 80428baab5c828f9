export { enrolmentsImporter } from './importer.ts'
export { enrolmentsService } from './service.ts'
