export { prioritiesService, weightsOfDemand } from './service.ts'
