import { type CalendarDate, endOfDay, formatDate } from '../../../../kernel/dates.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, details } from '../../../../ui/index.ts';
import { visiblePlan } from '../../access.ts';
import { am, kindWords } from '../../amendment-messages.ts';
import { amendmentErrors } from '../../errors-amendment.ts';
import type { Plan } from '../../plan.ts';
import {
  type Amendment,
  type AmendmentChange,
  amendmentAt,
  amendmentsOfTask,
  changesOf,
} from '../../store/amendments.ts';
import { type Names, namesFor } from '../parts.ts';
import { amendmentHref, nthOf } from '../version-parts.ts';
import { changesTable } from './table.ts';

/** An issued amendment, for pages about it. */
export interface AmendmentView {
  readonly plan: Plan;
  readonly amendment: Amendment;
  readonly changes: readonly AmendmentChange[];
  /** The changes of these tasks, side by side; of all tasks when none are named. */
  table(caption: string, empty: Html, taskIds?: ReadonlySet<string>): Html;
}

/** Units as they are called on the later day, and those that have ended since as they were called on the earlier. */
export async function namesOfBoth(context: RequestContext, plan: Plan, on: CalendarDate): Promise<Names> {
  const [before, after] = [await namesFor(context, plan), await namesFor(context, { ...plan, issuedOn: on })];
  return {
    directory: after.directory,
    unit: (id) => after.unit(id) ?? before.unit(id),
    group: (code) => after.group(code) ?? before.group(code),
  };
}

/**
 * An issued amendment of a plan the actor may see; on a day of the past only when it had been recorded by then. Throws
 * `plans.not_found` and `plans.version_not_found`.
 */
export async function amendmentView(
  context: RequestContext,
  planId: string,
  version: number,
  asOf: CalendarDate | null,
): Promise<AmendmentView> {
  const plan = await visiblePlan(context, context.db, planId);
  const amendment = await amendmentAt(context.db, plan.id, version);
  const recorded = amendment?.issuedAt ?? null;
  if (!amendment || recorded === null || (asOf !== null && recorded >= endOfDay(asOf)))
    throw new AppError(amendmentErrors.version_not_found);
  const changes = await changesOf(context.db, amendment.id);
  const names = await namesOfBoth(context, plan, amendment.issuedOn ?? context.today);
  return {
    plan,
    amendment,
    changes,
    table: (caption, empty, taskIds) =>
      changesTable(context, {
        caption,
        names,
        empty,
        changes: changes
          .filter((change) => taskIds === undefined || taskIds.has(change.taskId))
          .map(({ taskId, before, content, reason }) => ({ taskId, before, after: content, reason })),
        hrefOf: ({ taskId }) => (asOf === null ? `/nhiem-vu/${taskId}` : `/nhiem-vu/${taskId}?as_of=${asOf}`),
      }),
  };
}

/**
 * What amendments did to one task, recorded by the end of the day that is read: each with its number and day, a link and
 * the change side by side. Empty for a task that was never amended.
 */
export async function taskVersions(
  context: RequestContext,
  planId: string,
  taskId: string,
  asOf: CalendarDate | null,
): Promise<Html> {
  const { t, db } = context;
  const all = await amendmentsOfTask(db, taskId);
  const known = all.filter((one) => asOf === null || one.issuedAt < endOfDay(asOf));
  if (known.length === 0) return html``;
  const plan = await visiblePlan(context, db, planId);
  const parts = [];
  for (const { version, number, issuedOn, change } of known) {
    const names = await namesOfBoth(context, plan, issuedOn);
    const title = t(am.versionNth, {
      n: String(version),
      nth: String(nthOf(version)),
      number,
      date: formatDate(issuedOn),
    });
    const { before, content: after, reason } = change;
    const table = changesTable(context, {
      caption: title,
      names,
      hideTask: true,
      changes: [{ taskId, before, after, reason }],
    });
    const link = html`<p><a href="${amendmentHref(plan.id, version)}">${t(am.readAmendment, { n: String(nthOf(version)) })}</a></p>`;
    const last = version === known.at(-1)?.version;
    parts.push(
      details(
        html`${t(am.nth, { n: String(nthOf(version)) })}: ${t(kindWords[change.kind])}`,
        html`${table}${link}`,
        last,
      ),
    );
  }
  return card({ title: t(am.amendments), body: html`${parts}` });
}
