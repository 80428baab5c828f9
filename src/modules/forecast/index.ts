export { forecastService, warningOf } from './service.ts'
