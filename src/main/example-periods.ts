import { exampleExtension, examplePeriods } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import { type Actor, systemActor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import { answerExtension, askExtension, makeFromPlan, remindPeriods } from '../modules/periods/index.ts';

/** Who takes part: the standing agency, and the commune that asks for more days. */
interface Cast {
  readonly standing: Actor;
  readonly clerk: Actor;
  readonly unitId: string;
}

/** Makes the two periods that the plan asks for, tells units that they are open, and lets one commune ask for more days. */
export async function openPeriodsOfYear(
  tx: Tx,
  planId: string,
  { standing, clerk, unitId }: Cast,
  contextAt: (day: CalendarDate, actor: Actor) => CommandContext,
): Promise<void> {
  await makeFromPlan(contextAt(examplePeriods.madeOn, standing), tx, { planId });
  await remindPeriods(contextAt(examplePeriods.toldOn, systemActor), tx);
  const { code, asked, approved } = exampleExtension;
  const extensionId = await askExtension(contextAt(asked.on, clerk), tx, {
    code,
    unitId,
    untilOn: asked.until,
    reason: asked.reason,
  });
  await answerExtension(contextAt(approved.on, standing), tx, {
    outcome: 'approved',
    extensionId,
    untilOn: approved.until,
    reason: approved.reason,
  });
}
