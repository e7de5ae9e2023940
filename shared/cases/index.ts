// The door of the cases: what a complaint is about, and when its answer is due. With its lists it is loaded when needed.
export { categoryOf, findCategory, type FoundCategory } from './category.ts'
export { caseDeadline, type CaseDeadline, type DeadlineRules } from './dates.ts'
export {
  deadlineOf,
  dueDay,
  freeDays,
  readDay,
  todayInJakarta,
  workingDaysLeft,
  type Deadline,
  type OwnDay,
} from './deadline.ts'
