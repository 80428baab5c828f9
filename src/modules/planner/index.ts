export { solveScenarios, solveWaiting } from './jobs.ts'
export { type Answer, solve } from './model/solve.ts'
export { plannerService } from './service.ts'
