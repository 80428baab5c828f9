export { peopleImporter, planningsImporter, ratingsImporter } from './importer.ts'
export { peopleService, placeAfterReorganisation } from './service.ts'
export { peopleCounts, settlePosts } from './store.ts'
