import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { AmendedPlan } from '../../plans/index.ts';
import { unitPlanEvents } from '../events.ts';
import { appendEvents } from '../store.ts';

/** The parent was amended: unit plans remember it, so that an issued one says that it follows an older version. */
export async function onPlanAmended(context: CommandContext, tx: Tx, amended: AmendedPlan): Promise<void> {
  const { plan, changes } = amended;
  const standing = await tx.rows(query({ id: 'uuid' } as const)`
    select id from unitplans_obligation where plan_id = ${plan.id} and not is_void order by id`);
  if (standing.length === 0) return;
  const count = (...kinds: readonly string[]): number =>
    changes.filter((change) => kinds.includes(change.kind)).length;
  const facts = {
    version: plan.version,
    added: count('add'),
    changed: count('change', 'move'),
    dropped: count('drop'),
  };
  await appendEvents(
    context,
    tx,
    standing.map(({ id }) => ({
      obligationId: id,
      kind: 'parent_amended',
      happenedOn: amended.issuedOn <= vietnamDate(context.now) ? amended.issuedOn : vietnamDate(context.now),
      facts,
    })),
  );
  await audit(tx, context, unitPlanEvents.parent_amended, {
    subject: { type: 'plan', id: plan.id },
    after: { ...facts, unitPlans: standing.length },
  });
}
