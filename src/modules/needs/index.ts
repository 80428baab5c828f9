export { needsImporter } from './importer.ts'
export { needsService } from './service.ts'
export { demandsOf } from './sums.ts'
