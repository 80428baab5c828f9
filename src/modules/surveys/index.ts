export { surveysService } from './service.ts'
export { turnCampaignsEveryNight } from './settle.ts'
