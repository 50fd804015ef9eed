/** The door of the plans room: everything other rooms may use. */

export { am as amendmentWords } from './amendment-messages.ts';
export { addTask, addTaskInput } from './commands/add-task.ts';
export { amendTask, amendTaskInput } from './commands/amend-task.ts';
export { beginNextYear, beginNextYearInput } from './commands/begin-next-year.ts';
export { changePlan, changePlanInput } from './commands/change-plan.ts';
export { changeTask, changeTaskInput } from './commands/change-task.ts';
export { changeUnitPlanRule, changeUnitPlanRuleInput } from './commands/change-unit-plan-rule.ts';
export { closePlan, closePlanInput } from './commands/close-plan.ts';
export { confirmImport, confirmImportInput, type ImportOutcome } from './commands/confirm-import.ts';
export { correctIssue, correctIssueInput } from './commands/correct-issue.ts';
export { createPlan, createPlanInput } from './commands/create-plan.ts';
export { discardImport, discardImportInput } from './commands/discard-import.ts';
export { issueAmendment, issueAmendmentInput } from './commands/issue-amendment.ts';
export { issuePlan, issuePlanInput } from './commands/issue-plan.ts';
export { removeTask, removeTaskInput } from './commands/remove-task.ts';
export { reviewImport, reviewImportInput } from './commands/review-import.ts';
export { type StageImportInput, stageImport, type UploadedFile } from './commands/stage-import.ts';
export { startAmendment, startAmendmentInput } from './commands/start-amendment.ts';
export { returnPlan, returnPlanInput, submitPlan, submitPlanInput } from './commands/submit-plan.ts';
export { withdrawPlan, withdrawPlanInput } from './commands/withdraw-plan.ts';
export type { AmendedField, ChangeKind } from './domain/amendment.ts';
export {
  type DueSpec,
  describeDue,
  dueSpecSchema,
  PERIODS,
  type Period,
  PLAN_ISSUED,
} from './domain/due.ts';
export { type DueOccurrence, dueOccurrences, type OccurrenceContext } from './domain/due-occurrences.ts';
export { parseDue } from './domain/due-phrases.ts';
export type { ImportAnswer } from './domain/import-answer.ts';
export { PRODUCT_TYPES, type Product, type ProductType, parseProducts } from './domain/products.ts';
export { type DryRunInput, dryRunImport } from './dry-run.ts';
export { planErrors } from './errors.ts';
export {
  type AmendedPlan,
  type AmendedTask,
  type IssueCorrected,
  type IssuedPlan,
  type IssuedTask,
  type PlanWithdrawn,
  planAmended,
  planIssueCorrected,
  planIssued,
  planWithdrawn,
  type UnitPlanRuleChanged,
  unitPlanRuleChanged,
} from './events.ts';
export { countIssueImpactWith, type IssueImpact } from './impact.ts';
export { lawInForce } from './law.ts';
export { type AmendmentView, amendmentView, taskVersions } from './pages/amendment/view.ts';
export { lawNotice } from './pages/law-notice.ts';
export { clauseHref, planBreadcrumb, planKicker } from './pages/parts.ts';
export { amendmentHref, amendmentsHref, draftHref, nthOf } from './pages/version-parts.ts';
export { PLAN_STATES, type Plan, type PlanClause, type PlanState } from './plan.ts';
export { mayDraft as mayDraftPlan } from './policy.ts';
export { differenceFromFirst, type PlanDifference } from './queries/difference.ts';
export {
  type Find,
  type Found,
  type FoundClause,
  type FoundTask,
  findClauses,
  findTasks,
} from './queries/find.ts';
export {
  currentPlanOf,
  type ListedPlan,
  type PlanFilters,
  type PlanPage,
  planList,
} from './queries/plan-list.ts';
export { routes } from './routes.ts';
export { type Amendment, type AmendmentChange, changesOf, openAmendment } from './store/amendments.ts';
export { loadClauses as clausesOfPlan } from './store/clauses.ts';
export { loadPlan as planById } from './store/plans.ts';
export { selectTasks as tasksOfPlan } from './store/tasks.ts';
export type { Coordinator, PlanTask, TaskContent } from './task.ts';
export { taskContentInput } from './task-input.ts';
