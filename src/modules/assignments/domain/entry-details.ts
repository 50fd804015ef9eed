import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.ts';
import { STATES } from './state.ts';

const v = z.literal(1);
const day = calendarDateSchema.nullable();

/** Why a due moved: a new calendar, an amended plan, a corrected day of issue, or the case that was opened. */
export const DUE_REASONS = ['calendar', 'amendment', 'issue_corrected', 'unit_plan'] as const;

/** Facts kept with an entry, by kind, with their version inside; kinds that need none have none. */
export const entryDetails = {
  issued: z.strictObject({ v, dueOn: day }),
  opened: z.strictObject({ v, dueOn: day, event: z.string().max(500) }),
  return: z.strictObject({ v, redoBy: calendarDateSchema }),
  due_moved: z.strictObject({ v, from: day, to: day, why: z.enum(DUE_REASONS) }),
  hand: z.strictObject({
    v,
    fromPersonId: z.uuid().nullable(),
    fromName: z.string().max(300).nullable(),
    toPersonId: z.uuid().nullable(),
    toTitle: z.string().max(200).nullable(),
    toName: z.string().max(300).nullable(),
  }),
  adopt: z.strictObject({ v, unitPlanId: z.uuid(), number: z.string().max(60), internalDueOn: day }),
  amend: z.strictObject({ v, version: z.int().min(2), what: z.array(z.string().max(40)).max(20) }),
  /** The first version without it; a withdrawn plan has none, and the version that would have followed stands here. */
  drop: z.strictObject({ v, version: z.int().min(2), withdrawn: z.literal(true).optional() }),
  override: z.strictObject({ v, state: z.enum(STATES), until: calendarDateSchema }),
} as const;

export type DetailsOf<K extends keyof typeof entryDetails> = z.infer<(typeof entryDetails)[K]>;

/** Reads stored details; `null` for a kind that has none. Throws when the row holds what its kind does not. */
export function detailsOf<K extends keyof typeof entryDetails>(
  kind: K,
  stored: unknown,
): DetailsOf<K> | null {
  return stored === null ? null : (entryDetails[kind].parse(stored) as DetailsOf<K>);
}
