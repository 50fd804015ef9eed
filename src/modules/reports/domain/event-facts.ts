import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.ts';

const v = z.literal(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** How a paper is signed, as typed when it was confirmed. */
export const signedSchema = z.strictObject({
  /** "45/BC-UBND"; empty when the office has not numbered it. */
  number: z.string().max(60),
  signedOn: calendarDateSchema,
  signerName: z.string().max(120),
  signerTitle: z.string().max(200),
});
export type Signed = z.infer<typeof signedSchema>;

/** Facts kept with an event, by kind, with their version inside. */
export const eventFacts = {
  begun: z.strictObject({ v }),
  approved: z.strictObject({ v, hash, signed: signedSchema }),
  submitted: z.strictObject({
    v,
    version: z.int().min(1),
    hash,
    receiptYear: z.int(),
    receiptNumber: z.int().min(1),
    isLate: z.boolean(),
  }),
  returned: z.strictObject({ v, version: z.int().min(1) }),
  accepted: z.strictObject({ v, version: z.int().min(1), hash }),
} as const;

export type EventKind = keyof typeof eventFacts;
export type FactsOf<K extends EventKind> = z.infer<(typeof eventFacts)[K]>;

/** Something that happened to a report, with facts read by kind. */
export type ReportEvent = {
  [K in EventKind]: {
    readonly kind: K;
    readonly facts: FactsOf<K>;
    readonly recordedAt: Date;
    readonly personId: string | null;
    readonly personName: string;
    readonly personTitle: string;
    readonly note: string;
  };
}[EventKind];

/** Reads a stored event. Throws when it holds what its kind does not. */
export function eventOf(
  kind: string,
  facts: unknown,
  rest: Omit<ReportEvent, 'kind' | 'facts'>,
): ReportEvent {
  if (!Object.hasOwn(eventFacts, kind)) throw new Error(`no kind of event: ${kind}`);
  const known = kind as EventKind;
  return { ...rest, kind: known, facts: eventFacts[known].parse(facts) } as ReportEvent;
}
