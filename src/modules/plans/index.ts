export { planImporter } from './importer.ts'
export { plansService } from './service.ts'
