export { peopleService, placeAfterReorganisation } from './service.ts'
export { peopleCounts, settlePosts } from './store.ts'
