import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { UNIT_KINDS } from '../domain/kinds.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { mayChangeUnits } from '../policy.ts';
import { unitGroups } from '../queries/groups.ts';
import { loadRegister, loadTiers, lockTree, replaceGroups } from '../store.ts';

/** One group in the shape of the groups file: a rule over kinds and tier, with the keys of units left out. */
export const groupRecord = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  rules: z
    .array(z.object({ kinds: z.array(z.enum(UNIT_KINDS)).min(1), tier: z.string().min(1).nullable() }))
    .min(1),
  exceptKeys: z.array(z.string()).default([]),
});

export const defineGroupsInput = z.object({ groups: z.array(groupRecord).max(200) });

/** Puts the named groups in place of what stood under their codes; other groups stay. */
export async function defineGroups(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof defineGroupsInput>,
): Promise<void> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  await lockTree(tx);
  const register = await loadRegister(tx);
  const tiers = await loadTiers(tx);
  const idOf = new Map([...register.values()].map((unit) => [unit.key, unit.id]));
  const before = await unitGroups(tx);
  const groups = input.groups.map((group) => ({
    code: group.key,
    name: group.name,
    aliases: group.aliases,
    rules: group.rules.map((rule) => {
      ensure(rule.tier === null || tiers.has(rule.tier), unitErrors.tier_unknown);
      return rule;
    }),
    exceptIds: group.exceptKeys.map((key) => {
      const id = idOf.get(key);
      ensure(id, unitErrors.not_found);
      return id;
    }),
  }));
  await replaceGroups(tx, groups);
  await audit(tx, context, unitEvents.groups_defined, {
    subject: { type: 'units', id: 'groups' },
    before,
    after: groups,
  });
}
