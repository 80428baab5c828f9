export { roomsService } from './service.ts'
export type { Room } from './store.ts'
