import type { Html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { linkButton, notice } from '../../../ui/index.ts';
import { amendmentHref, nthOf } from '../../plans/index.ts';
import { ma } from '../messages-amended.ts';
import { mayReport } from '../policy.ts';
import { plansWithWork } from '../queries/plans.ts';
import { openReceipts } from '../queries/receipts.ts';
import type { Reading } from './reading.ts';

/** Amendments that a unit of the reader has not confirmed yet, of one plan or of all; nothing on a day of the past. */
export async function waitingChanges(
  context: RequestContext,
  { day }: Reading,
  unit: { readonly unitId: string; readonly lineage: readonly string[] },
  planId?: string,
): Promise<Html[]> {
  const { t, db, actor } = context;
  if (day.asOf !== null || !mayReport(actor, unit)) return [];
  const open = (await openReceipts(db, unit.unitId)).filter(
    (receipt) => planId === undefined || receipt.planId === planId,
  );
  if (open.length === 0) return [];
  const titles = new Map((await plansWithWork(db)).map((plan) => [plan.id, plan.title]));
  return open.map((receipt) => {
    const plan = (titles.get(receipt.planId) ?? '').replace(/^kế hoạch\s+/i, '');
    const href = amendmentHref(receipt.planId, receipt.version);
    const action = linkButton({ href, text: t(ma.open_change), small: true });
    const text = t(ma.waiting, { plan, n: String(nthOf(receipt.version)) });
    return notice({ kind: 'info', text, action }, t);
  });
}
