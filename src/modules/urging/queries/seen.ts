import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import { resolveScope } from '../../assignments/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { readingScope } from '../policy.ts';

/** Units whose urgings a person reads: those they sent, and the messages to them. */
export interface Seen {
  readonly everything: boolean;
  readonly unitIds: readonly string[];
  /** Only what had been recorded before this instant; `null` for all. */
  readonly until: Date | null;
}

/** What an actor reads, on a day of the past what had been recorded by its end. */
export function seenBy(actor: Actor, units: UnitsOfDay, asOf: CalendarDate | null): Seen {
  const { everything, unitIds } = resolveScope(readingScope(actor), units);
  return { everything, unitIds, until: asOf === null ? null : endOfDay(asOf) };
}

/** True where the round `r` is read as a whole, with every unit's message. */
export function wholeSeen({ everything, unitIds }: Seen): Fragment {
  return sql`(${everything}::boolean or r.from_unit_id = any(${unitIds}::uuid[]))`;
}

/** True of messages `m` of rounds `r` that are read. */
export function messageSeen(seen: Seen): Fragment {
  return sql`(${wholeSeen(seen)} or m.unit_id = any(${seen.unitIds}::uuid[]))`;
}

/** True of what was recorded at `at` by the day that is read. */
export function recordedBy(at: Fragment, { until }: Pick<Seen, 'until'>): Fragment {
  return sql`(${until}::timestamptz is null or ${at} < ${until}::timestamptz)`;
}
