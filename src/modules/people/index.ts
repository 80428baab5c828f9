export { peopleImporter, planningsImporter, ratingsImporter } from './importer.ts'
export { settleEveryNight } from './jobs.ts'
export { peopleService } from './service.ts'
export { peopleCounts } from './store.ts'
