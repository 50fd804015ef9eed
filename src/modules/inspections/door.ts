import type { Actor, Placed } from '../../kernel/authz.ts';
import type { Message } from '../../kernel/i18n.ts';
import { m } from './messages.ts';
import { scopeOf } from './policy.ts';

/** The way from a unit's page to its inspections, for who oversees or belongs to it. */
export const inspectionDoor: {
  readonly text: Message;
  href(unitId: string): string;
  offered(actor: Actor, unit: Placed): boolean;
} = {
  text: m.title,
  href: (unitId) => `/kiem-tra?don-vi=${unitId}`,
  offered(actor, { lineage }) {
    const { everything, under } = scopeOf(actor);
    return everything || lineage.some((id) => under.includes(id));
  },
};
