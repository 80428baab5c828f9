export { enrolmentsImporter } from './importer.ts'
export { enrolmentsService, ruleOfClass } from './service.ts'
export { seenBy } from './store.ts'
