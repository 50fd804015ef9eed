import { z } from 'zod';
import type { AskedPeriod, EnteredBy } from './figure.ts';

/** A day of any year, `MM-DD`; 29 February has no place in a window that recurs. */
const monthDay = z.string().refine((text) => {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2023, month, 0)).getUTCDate();
});

const askedPeriod: z.ZodType<AskedPeriod> = z.union([
  z.strictObject({ kind: z.enum(['month', 'quarter', 'half', 'year']) }),
  z.strictObject({ kind: z.literal('window'), from: monthDay, to: monthDay }),
]);

/** What a definition stores as `periods`. */
export const askedPeriodsSchema: z.ZodType<readonly AskedPeriod[]> = z.array(askedPeriod).min(1).max(8);

/** What a definition stores as `entered_by`; version 1. */
export const enteredBySchema: z.ZodType<EnteredBy> = z
  .object({
    v: z.literal(1),
    groups: z.array(z.string()),
    kinds: z.array(z.object({ kind: z.string(), tier: z.string().nullable() })),
    unitIds: z.array(z.uuid()),
  })
  .transform(({ groups, kinds, unitIds }) => ({ groups, kinds, unitIds }));

export function storedEnteredBy(enteredBy: EnteredBy): unknown {
  return { v: 1, ...enteredBy };
}
