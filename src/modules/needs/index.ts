export { needsImporter } from './importer.ts'
export { needsService } from './service.ts'
export { type Demand, demandsOf } from './sums.ts'
