export { type Answer, solve } from './model/solve.ts'
