/** The door of the assignments room: everything other rooms may use. */

export { moveDeadlines } from './commands/move-deadlines.ts';
export { issueImpact, onPlanIssued } from './commands/on-plan-issued.ts';
export { openOccurrence, openOccurrenceInput } from './commands/open-occurrence.ts';
export { overrideState, overrideStateInput } from './commands/override-state.ts';
export { recordEntry, recordEntryInput } from './commands/record-entry.ts';
export { ENTRY_KINDS, type EntryKind, saidBy } from './domain/progress.ts';
export { STATES, type State, type StateDay, stateOf } from './domain/state.ts';
export { assignmentErrors } from './errors.ts';
export {
  type CaseOpened,
  type ClocksLate,
  caseOpened,
  clocksLate,
  type DeadlinesMoved,
  deadlinesMoved,
  type ProgressRecorded,
  progressRecorded,
  type WorkAssigned,
  workAssigned,
} from './events.ts';
export { jobs } from './jobs.ts';
export { type AssignedWork, assignedWork } from './queries/assigned-work.ts';
export { type DueItem, type DueWork, dueWork } from './queries/due-work.ts';
export { openDeadlines } from './queries/open-deadlines.ts';
export { routes } from './routes.ts';
