import { formatInstant } from '../../../../kernel/dates.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../../kernel/http/route.ts';
import { only } from '../../../../kernel/http/route.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import { notice } from '../../../../ui/index.ts';
import { visiblePlan } from '../../access.ts';
import { am } from '../../amendment-messages.ts';
import { planErrors } from '../../errors.ts';
import { amendmentErrors } from '../../errors-amendment.ts';
import type { Plan } from '../../plan.ts';
import { mayDraftSomething, mayIssue, mayIssueSomething } from '../../policy.ts';
import { type Amendment, type AmendmentChange, changesOf, openAmendment } from '../../store/amendments.ts';
import { loadTask } from '../../store/tasks.ts';
import type { PlanTask, TaskContent } from '../../task.ts';
import { type Names, namesFor, planBreadcrumb } from '../parts.ts';
import { amendmentsHref, draftHref, nthOf } from '../version-parts.ts';
import { changesTable } from './table.ts';

export const drafting = only('cơ quan thường trực', mayDraftSomething);
export const signing = only('lãnh đạo UBND, cơ quan thường trực', mayIssueSomething);

/** A draft of an amendment in hand. */
export interface Held {
  readonly plan: Plan;
  readonly amendment: Amendment;
  readonly changes: readonly AmendmentChange[];
  /** Names of today: an amendment is written with the units that there are. */
  readonly names: Names;
}

/** The draft of an amendment, for those who write or sign it. Throws `plans.amendment_not_found` when there is none. */
export async function heldDraft(context: RequestContext, planId: string): Promise<Held> {
  const { db, actor, today } = context;
  const plan = await visiblePlan(context, db, planId);
  ensure(mayIssue(actor, plan), kernelErrors.forbidden);
  const amendment = await openAmendment(db, plan.id);
  if (!amendment) throw new AppError(amendmentErrors.amendment_not_found);
  return {
    plan,
    amendment,
    changes: await changesOf(db, amendment.id),
    names: await namesFor(context, { ...plan, issuedOn: today }),
  };
}

/** One task of the draft: as it is in force, and what the draft has of it. */
export interface HeldTask {
  readonly inForce: PlanTask | undefined;
  readonly change: AmendmentChange | undefined;
  /** What it says: in the draft, or else in force. */
  readonly content: TaskContent;
}

/** `undefined` for a task that neither the plan nor the draft has. */
export async function findHeldTask(
  context: RequestContext,
  held: Held,
  taskId: string,
): Promise<HeldTask | undefined> {
  const inForce = await loadTask(context.db, held.plan.id, taskId);
  const change = held.changes.find((one) => one.taskId === taskId);
  const content = change?.content ?? inForce;
  return content && { inForce, change, content };
}

/** The same; throws `plans.task_not_found`. */
export async function heldTask(context: RequestContext, held: Held, taskId: string): Promise<HeldTask> {
  const found = await findHeldTask(context, held, taskId);
  if (!found) throw new AppError(planErrors.task_not_found);
  return found;
}

/**
 * What somebody else saved for the task while this form was being written: shown above it, and the form then carries the
 * revision of that, so that saving again is done knowingly.
 */
export function savedMeanwhile(
  context: RequestContext,
  held: Held,
  change: AmendmentChange | undefined,
  rejected: Rejected | undefined,
): Html {
  const { t } = context;
  if (rejected?.error.type !== amendmentErrors.change_conflict || !change) return html``;
  const by = t(am.otherSavedBy, { name: change.changedByName, time: formatInstant(change.changedAt) });
  return html`${notice({ kind: 'warning', title: t(am.otherSaved), text: by }, t)}${changesTable(context, {
    caption: t(am.otherSaved),
    names: held.names,
    changes: [{ taskId: change.taskId, before: change.before, after: change.content, reason: change.reason }],
  })}`;
}

/** "Kế hoạch › 15/KH-UBND › Sửa đổi › Dự thảo": down to a page of the draft. */
export function draftBreadcrumb({ plan, amendment }: Held, context: RequestContext, here?: string) {
  const { t } = context;
  const draft = t(am.draft, { n: String(nthOf(amendment.version)) });
  const up = [
    ...planBreadcrumb(plan, context, t(am.amendments)).slice(0, 2),
    { href: amendmentsHref(plan.id), text: t(am.amendments) },
  ];
  return here === undefined
    ? [...up, { text: draft }]
    : [...up, { href: draftHref(plan.id), text: draft }, { text: here }];
}
