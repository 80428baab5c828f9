export { fieldStudiesService } from './service.ts'
