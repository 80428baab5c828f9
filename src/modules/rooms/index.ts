export { roomsImporter } from './importer.ts'
export { roomsService } from './service.ts'
