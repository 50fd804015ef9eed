import { ensure } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type Reading, readingOf } from '../../assignments/index.ts';
import { peopleOfUnits } from '../../identity/index.ts';
import { type Coverage, coverageOf } from '../domain/coverage.ts';
import type { Line } from '../domain/line.ts';
import { colleagueLabel } from '../domain/responsible.ts';
import { unitPlanErrors } from '../errors.ts';
import { type Parent, parentOf } from '../parent.ts';
import { mayDraft } from '../policy.ts';
import type { UnitPlan } from '../queries/unit-plans.ts';
import { type Draft, loadDraft, loadLines } from '../store-draft.ts';
import { visibleUnitPlan } from './parts.ts';

/** All that the pages of a draft need, read once. */
export interface DraftScene {
  readonly reading: Reading;
  readonly unitPlan: UnitPlan;
  readonly unitName: string;
  readonly parent: Parent;
  readonly draft: Draft;
  readonly lines: readonly Line[];
  readonly coverage: Coverage;
}

/** The draft that is being written; throws `unitplans.not_drafting` without one, `kernel.forbidden` for other units. */
export async function draftScene(context: RequestContext, id: string): Promise<DraftScene> {
  const { db } = context;
  const reading = await readingOf(context);
  const unitPlan = await visibleUnitPlan(context, reading, id);
  ensure(mayDraft(context.actor, unitPlan), kernelErrors.forbidden);
  const draft = await loadDraft(db, unitPlan.id);
  ensure(draft?.isOpen && unitPlan.state !== 'void', unitPlanErrors.not_drafting);
  const parent = await parentOf(db, unitPlan, reading.day);
  const lines = await loadLines(db, unitPlan.id);
  return {
    reading,
    unitPlan,
    unitName: reading.units.names.get(unitPlan.unitId) ?? '',
    parent,
    draft,
    lines,
    coverage: coverageOf(parent.tasks, lines, parent.frame),
  };
}

/** Names to choose from: people of the unit with their titles, the titles alone, and what other lines say already. */
export async function peopleToSuggest(
  context: RequestContext,
  { unitPlan, lines }: Pick<DraftScene, 'unitPlan' | 'lines'>,
): Promise<string[]> {
  const people = await peopleOfUnits(context.db, [unitPlan.unitId], context.today);
  const named = lines.map((line) => line.responsible).filter((words) => words !== '');
  return [...new Set([...people.map(colleagueLabel), ...people.map((one) => one.title), ...named])];
}
