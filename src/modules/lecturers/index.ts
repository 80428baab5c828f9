export { lecturersService } from './service.ts'
export { hoursOf, type Lecturer } from './store.ts'
