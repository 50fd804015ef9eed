import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import { asOfDay, onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { type Scope, scopeOf } from '../policy.ts';
import type { Moment } from '../queries/inspections-sql.ts';

/** What every page of the room reads by: the day, the units of it, how far this person sees. */
export interface Reading {
  /** The day of the past that is read; `null` for now. */
  readonly asOf: CalendarDate | null;
  readonly moment: Moment;
  readonly units: UnitsOfDay;
  readonly scope: Scope;
}

/** Throws `kernel.as_of_unreadable`. */
export async function readingOf(context: RequestContext, typed?: string): Promise<Reading> {
  const { db, today, actor } = context;
  const asOf = asOfDay(typed, today);
  const day = asOf ?? today;
  return {
    asOf,
    moment: { today, day, asOf: asOf && endOfDay(asOf) },
    units: await unitsOfDay(db, day),
    scope: scopeOf(actor),
  };
}

/** An address inside the product, read on the same day. */
export const sameDay = ({ asOf }: Pick<Reading, 'asOf'>, href: string): string => onDay(asOf, href);

export const inspectionHref = (id: string): string => `/kiem-tra/${id}`;
export const findingHref = (id: string): string => `/kiem-tra/ton-tai/${id}`;
