import type { Actor, Placed } from '../../kernel/authz.ts';
import type { Message } from '../../kernel/i18n.ts';
import { m } from './messages-staff.ts';
import { maySee } from './policy.ts';

/** The way from a unit's page into this room. */
export const disclosureDoor: {
  readonly text: Message;
  href(unitId: string): string;
  offered(actor: Actor, unit: Placed): boolean;
} = {
  text: m.title,
  href: (unitId) => `/cong-khai?don-vi=${unitId}`,
  offered: maySee,
};
