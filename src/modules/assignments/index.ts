/** The door of the assignments room: everything other rooms may use. */

export {
  actButtons,
  type MyPart,
  offerMyPart,
  offerUnitDoor,
  offerWorkAct,
  type UnitDoor,
  type WorkAct,
} from './acts.ts';
export { adoptUnitPlan } from './commands/adopt-unit-plan.ts';
export { claimWithLink, type LinkedClaim } from './commands/claim-with-link.ts';
export { comment } from './commands/comment.ts';
export { confirmChange, confirmChangeInput } from './commands/confirm-change.ts';
export { handOn } from './commands/hand-on.ts';
export { moveDeadlines } from './commands/move-deadlines.ts';
export { onIssueCorrected } from './commands/on-issue-corrected.ts';
export { onPlanAmended } from './commands/on-plan-amended.ts';
export { issueImpact, onPlanIssued } from './commands/on-plan-issued.ts';
export { onPlanWithdrawn } from './commands/on-plan-withdrawn.ts';
export { openOccurrence, openOccurrenceInput } from './commands/open-occurrence.ts';
export { overrideState, overrideStateInput } from './commands/override-state.ts';
export { recordEntry, recordEntryInput } from './commands/record-entry.ts';
export { recordMany, recordManyInput } from './commands/record-many.ts';
export { type AnyKind, ENTRY_KINDS, type EntryKind, saidBy } from './domain/progress.ts';
export { OPEN_STATES, type Progress, STATES, type State, type StateDay, stateOf } from './domain/state.ts';
export type { AdoptedLine, AdoptedUnitPlan, OwnTask } from './domain/unit-plan.ts';
export { assignmentErrors } from './errors.ts';
export {
  type CaseOpened,
  type ClocksLate,
  caseOpened,
  clocksLate,
  type DeadlinesMoved,
  deadlinesMoved,
  type IssueMoved,
  issueMoved,
  type ManyRecorded,
  manyRecorded,
  type ProgressRecorded,
  progressRecorded,
  type WorkAmended,
  type WorkAssigned,
  type WorkCommented,
  type WorkHanded,
  type WorkWithdrawn,
  workAmended,
  workAssigned,
  workCommented,
  workHanded,
  workWithdrawn,
} from './events.ts';
export { jobs } from './jobs.ts';
export { AGAINST, AGAINST_KEYS, type Against, readAgainst } from './pages/against.ts';
export { asOfDay, asOfForm, asOfNotice, asOfSchema, onSameDay } from './pages/as-of.ts';
export { boardAgainst } from './pages/board-against.ts';
export {
  filterFields,
  filtersOf,
  groupOf,
  typedFilters,
  type WorkFilters,
  workFilterShape,
} from './pages/list-filters.ts';
export { occurrenceName } from './pages/occurrence.ts';
export { cursorSchema, listPager } from './pages/paging.ts';
export { type Reading, readingOf } from './pages/reading.ts';
export { workTable } from './pages/work-table.ts';
export type { Scope } from './policy.ts';
export { type AssignedWork, assignedWork } from './queries/assigned-work.ts';
export { type BoardCount, boardCounts } from './queries/board.ts';
export { type ChosenWork, chosenWork, holdWork, workIdsOf } from './queries/chosen-work.ts';
export { countsOnDays, type DayCount } from './queries/counts-on-days.ts';
export { type DueItem, type DueWork, dueWork } from './queries/due-work.ts';
export { type ClaimedWork, evidenceSubject, lackingOf } from './queries/lacking.ts';
export { countedAssignments, type ListFilters, listAssignments } from './queries/list.ts';
export { openDeadlines } from './queries/open-deadlines.ts';
export { type OverdueLead, overdueByLead } from './queries/overdue-by-lead.ts';
export { type PlanWithWork, plansWithWork } from './queries/plans.ts';
export { type Remark, remarkWith } from './queries/remarks.ts';
export { type ReportedWork, reportedWork } from './queries/reported-work.ts';
export { type ResolvedScope, resolveScope } from './queries/scope-sql.ts';
export { type Step, stepsAfter } from './queries/steps-after.ts';
export {
  type GivenTasks,
  tasksOfUnit,
  tasksPerUnit,
  type UnitTask,
  type UnitTaskPart,
} from './queries/unit-tasks.ts';
export { type WorkAt, workAt } from './queries/work-at.ts';
export { type TaskWork, workByTask } from './queries/work-by-task.ts';
export { routes } from './routes.ts';
