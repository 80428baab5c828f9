export { attendanceService } from './service.ts'
