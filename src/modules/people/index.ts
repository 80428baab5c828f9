export { peopleService, placeAfterReorganisation } from './service.ts'
export { peopleCounts, settleUnits } from './store.ts'
