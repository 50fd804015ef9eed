/** The door of the scoring room: everything other rooms may use. */
export {
  adoptPractice,
  adoptPracticeInput,
  recordOutcome,
  recordOutcomeInput,
} from './commands/adopt-practice.ts';
export { type Drafted, draftTask, draftTaskInput } from './commands/draft-task.ts';
export { giveEffort, giveEffortInput } from './commands/give-effort.ts';
export { nameOwner, nameOwnerInput } from './commands/name-owner.ts';
export {
  changePractice,
  changePracticeInput,
  recordPractice,
  recordPracticeInput,
  withdrawPractice,
  withdrawPracticeInput,
} from './commands/record-practice.ts';
export { writeCause, writeCauseInput } from './commands/write-cause.ts';
export type { Owner } from './domain/owner.ts';
export { indexDoor } from './door.ts';
export { scoringErrors } from './errors.ts';
export { type Analysis, analysisOf, type PartLine } from './queries/analysis.ts';
export { type Cause, causesOf } from './queries/causes.ts';
export { ownerOn } from './queries/owner-on.ts';
export { routes } from './routes.ts';
