export { adjustedLinesInForce } from './adjusted.ts'
export { planImporter } from './importer.ts'
export { plansService } from './service.ts'
