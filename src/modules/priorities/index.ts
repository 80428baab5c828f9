export { minutesData } from './minutes.ts'
export { prioritiesService, weightsOfDemand } from './service.ts'
