export { exchangeService } from './service.ts'
