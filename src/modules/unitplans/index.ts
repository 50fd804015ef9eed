import { onIssueCorrected, onPlanWithdrawn, onRuleChanged } from './commands/move-dues.ts';
import { onPlanAmended } from './commands/note-amendment.ts';
import { onWorkAssigned } from './commands/oblige.ts';

/** The door of the unit plans room: everything other rooms may use. */
export { beginDraft, beginDraftInput } from './commands/begin-draft.ts';
export { type IssuedUnitPlan, issueUnitPlan, issueUnitPlanInput } from './commands/issue-unit-plan.ts';
export { moveUnitPlanDues } from './commands/move-dues.ts';
export { addOwnLine, addOwnLineInput } from './commands/own-lines.ts';
export { receivePlan, receivePlanInput } from './commands/receive.ts';
export { remindUnits } from './commands/remind.ts';
export { returnUnitPlan, returnUnitPlanInput } from './commands/return-unit-plan.ts';
export { saveLines, saveLinesInput } from './commands/save-lines.ts';
export { UNIT_PLAN_STATES, type UnitPlanState } from './domain/state.ts';
export { unitPlanErrors } from './errors.ts';
export {
  type UnitPlanIssued,
  type UnitPlanReturned,
  type UnitPlansAsked,
  type UnitPlansMoved,
  type UnitPlansReminded,
  unitPlanIssued,
  unitPlanReturned,
  unitPlansAsked,
  unitPlansMoved,
  unitPlansReminded,
} from './events.ts';
export { jobs } from './jobs.ts';
export { lineStamp } from './line-stamp.ts';
export { openUnitPlanDues } from './queries/open-dues.ts';
export { type UnitPlan, unitPlans } from './queries/unit-plans.ts';

export { routes } from './routes.ts';
export { loadLines as linesOfDraft } from './store-draft.ts';

/** What this room does when plans and assignments tell of something; wired in src/main/rooms.ts. */
export const unitPlanHandlers = {
  onWorkAssigned,
  onPlanAmended,
  onIssueCorrected,
  onPlanWithdrawn,
  onRuleChanged,
} as const;
