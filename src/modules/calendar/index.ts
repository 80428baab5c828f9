export { mondayOf, mondaysOf, type Span, teachingDaysIn } from './rules.ts'
export { calendarService } from './service.ts'
export {
  busyWeeksOfUnits,
  entriesBetween,
  rangeOf,
  teachingWeeks,
} from './store.ts'
