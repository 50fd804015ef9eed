import { type CalendarDate, endOfDay, vietnamDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { asOfDay, onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { disclosureErrors } from '../errors.ts';
import { maySee, mayWrite } from '../policy.ts';
import { type ItemDetail, itemDetail } from '../queries/item-detail.ts';
import { lineageOf } from '../units.ts';

/** Which day is read: today, or a day of the past as it stood at its end. */
export interface Looking {
  readonly day: CalendarDate;
  /** `null`: now. */
  readonly asOf: CalendarDate | null;
  readonly before: Date | null;
  readonly units: UnitsOfDay;
}

/** Throws `kernel.as_of_unreadable`. */
export async function lookingAt(context: RequestContext, typed?: string): Promise<Looking> {
  const asOf = asOfDay(typed, context.today);
  const day = asOf ?? context.today;
  return { day, asOf, before: asOf && endOfDay(asOf), units: await unitsOfDay(context.db, day) };
}

/** An address inside the product, read on the same day of the past. */
export const sameDay = ({ asOf }: Pick<Looking, 'asOf'>, href: string): string => onDay(asOf, href);

export interface SeenItem {
  readonly detail: ItemDetail;
  readonly lineage: readonly string[];
  readonly unitName: string;
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  /** Writes for the unit now; never on a page of the past. */
  readonly mayWrite: boolean;
}

/** An item for somebody who may see it. Throws `disclosure.not_found` and `may_not_see`. */
export async function seenItem(context: RequestContext, looking: Looking, id: string): Promise<SeenItem> {
  const { db, actor } = context;
  const detail = await itemDetail(db, id, { day: looking.day, asOf: looking.before });
  ensure(detail, disclosureErrors.not_found);
  const { unitId } = detail.item;
  // Of a unit that has ended: where it stood when the item was opened, so that who oversaw it still reads it.
  const lineage = await lineageOf(db, unitId, context.today, vietnamDate(detail.item.openedAt));
  ensure(maySee(actor, { lineage }), disclosureErrors.may_not_see);
  return {
    detail,
    lineage,
    unitName: looking.units.names.get(unitId) ?? '',
    villages: looking.units.tree.filter(({ kind, parentId }) => kind === 'thon' && parentId === unitId),
    mayWrite: looking.asOf === null && mayWrite(actor, { lineage }),
  };
}

export const itemHref = (id: string): string => `/cong-khai/muc/${id}`;
