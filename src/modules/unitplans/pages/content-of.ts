import { ensure } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Reading } from '../../assignments/index.ts';
import { contentOf, type UnitPlanContent } from '../domain/content.ts';
import { unitPlanErrors } from '../errors.ts';
import { parentOf } from '../parent.ts';
import { mayReadDraft } from '../policy.ts';
import type { UnitPlan } from '../queries/unit-plans.ts';
import { loadDraft, loadLines } from '../store-draft.ts';
import { loadVersion } from '../store-versions.ts';

/** What of a unit plan is shown: an issued version, or the working copy as it stands. */
export interface ShownContent {
  readonly content: UnitPlanContent;
  /** `null` for the working copy. */
  readonly version: number | null;
}

/**
 * The version asked for, else the last one issued by the day that is read, else the working copy for who may read it; of a
 * past day there is no working copy. `undefined` when there is nothing to show. Throws `unitplans.not_found` for a version
 * that was not issued by then.
 */
export async function contentShown(
  context: RequestContext,
  reading: Pick<Reading, 'day' | 'units'>,
  unitPlan: UnitPlan,
  asked: number | 'du-thao' | undefined,
): Promise<ShownContent | undefined> {
  const { db } = context;
  const last = unitPlan.course.versions.at(-1)?.version;
  const number = asked === 'du-thao' ? undefined : (asked ?? last);
  if (number !== undefined) {
    const isIssued = unitPlan.course.versions.some((one) => one.version === number);
    const content = isIssued ? await loadVersion(db, unitPlan.id, number) : undefined;
    ensure(content, unitPlanErrors.not_found);
    return { content, version: number };
  }
  const mayRead = reading.day.asOf === null && mayReadDraft(context.actor, unitPlan);
  const draft = mayRead ? await loadDraft(db, unitPlan.id) : undefined;
  ensure(draft !== undefined || asked === undefined, unitPlanErrors.not_found);
  if (!draft) return undefined;
  const parent = await parentOf(db, unitPlan, reading.day);
  const content = contentOf({
    unit: { id: unitPlan.unitId, name: reading.units.names.get(unitPlan.unitId) ?? '' },
    parent: { ...parent.cited, planId: parent.plan.id, version: parent.plan.version },
    signed: null,
    texts: draft,
    tasks: parent.tasks,
    lines: await loadLines(db, unitPlan.id),
  });
  return { content, version: null };
}
