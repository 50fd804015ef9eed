/** The door of the calendar room: everything other rooms may use. */
export {
  applyProposal,
  applyProposalInput,
  withdrawProposal,
  withdrawProposalInput,
} from './commands/close-proposal.ts';
export { proposeEdit, proposeEditInput, proposeFile, proposeShipped } from './commands/propose.ts';
export { currentCalendar, heldCalendar } from './current.ts';
export {
  auditMoves,
  type DeadlineSource,
  type OpenDeadline,
  openDeadlineRow,
  readOpenDeadlines,
  registerDeadlines,
} from './deadline-sources.ts';
export { computeDeadline, type Deadline, type DeadlineWarning } from './domain/deadline.ts';
export { type DueAnswer, type DueResult, dueAnswer } from './domain/due-answer.ts';
export { type DeadlineExpression, deadlineExpressionSchema } from './domain/expression.ts';
export { formatExpression, parseExpression } from './domain/expression-text.ts';
export { writeExpression } from './domain/expression-words.ts';
export { type Feed, type FeedEvent, icalFeed } from './domain/ical.ts';
export { deadlinesThatMove, type MovedDeadline, type StoredDeadline } from './domain/moves.ts';
export { calendarDateSchema, type WorkCalendar } from './domain/work-calendar.ts';
export { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './domain/working-days.ts';
export { calendarErrors } from './errors.ts';
export { routes } from './routes.ts';
export { shippedCalendar } from './shipped.ts';
