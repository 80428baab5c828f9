export {
  holds,
  isTeachingDay,
  mondayOf,
  mondaysOf,
  overlaps,
  type Span,
  type TeachingWeek,
  teachingDaysIn,
} from './rules.ts'
export { calendarService } from './service.ts'
export {
  type BusyWeek,
  busyWeeksOfUnits,
  type Entry,
  entriesBetween,
  rangeOf,
  teachingWeeks,
} from './store.ts'
