import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { mayChangeUnits } from '../policy.ts';
import { loadRegister, loadTiers, lockTree, replaceTiers } from '../store.ts';
import { tierName } from './fields.ts';

export const defineTiersInput = z.object({ names: z.array(tierName).min(1).max(20) });

/** The tenant's tiers, top first. A tier that units use stays; names may be added and reordered freely. */
export async function defineTiers(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof defineTiersInput>,
): Promise<void> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  await lockTree(tx);
  const names = [...new Set(input.names)];
  const before = [...(await loadTiers(tx)).keys()];
  const used = new Set<string>();
  for (const unit of (await loadRegister(tx)).values())
    for (const version of unit.versions) used.add(version.tier);
  for (const tier of used) ensure(names.includes(tier), unitErrors.tier_in_use, { tier });
  await replaceTiers(tx, names);
  await audit(tx, context, unitEvents.tiers_defined, {
    subject: { type: 'units', id: 'tiers' },
    before,
    after: names,
  });
}
