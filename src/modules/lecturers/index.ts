export { type LecturerOnDay, lecturersOnDay, withoutApproval } from './door.ts'
export { lecturersImporter } from './importer.ts'
export { readContact } from './profile-store.ts'
export { lecturersService } from './service.ts'
