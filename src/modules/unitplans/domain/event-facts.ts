import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.ts';

const v = z.literal(1);
const day = calendarDateSchema;
const count = z.int().min(0);

/** A due day as it stood then, with what explains it; the whole is `null` where nothing is due. */
const due = z
  .strictObject({
    on: day,
    calendar: z.string(),
    explained: z.strictObject({ vi: z.string(), en: z.string() }),
  })
  .nullable();

/** Why a due day moved. */
export const MOVE_REASONS = ['calendar', 'issue_corrected', 'rule_changed'] as const;
export type MoveReason = (typeof MOVE_REASONS)[number];

export const VOID_REASONS = ['withdrawn', 'not_asked'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** Facts kept with an event, by kind, with their version inside. */
export const eventFacts = {
  obliged: z.strictObject({ v, issuedOn: day, due }),
  received: z.strictObject({ v }),
  draft_begun: z.strictObject({ v, version: z.int().min(1) }),
  issued: z.strictObject({
    v,
    version: z.int().min(1),
    number: z.string().max(60),
    signerName: z.string().max(120),
    signerTitle: z.string().max(200),
    /** From the parent's day of issue to the unit's. */
    workingDays: z.int(),
    carried: count,
    declined: count,
    own: count,
    /** Lines with a day or a period. */
    specific: count,
  }),
  returned: z.strictObject({ v, version: z.int().min(1) }),
  due_moved: z.strictObject({ v, from: day.nullable(), issuedOn: day, due, why: z.enum(MOVE_REASONS) }),
  parent_amended: z.strictObject({
    v,
    version: z.int().min(2),
    added: count,
    changed: count,
    dropped: count,
  }),
  void: z.strictObject({ v, why: z.enum(VOID_REASONS) }),
} as const;

export type EventKind = keyof typeof eventFacts;
export type FactsOf<K extends EventKind> = z.infer<(typeof eventFacts)[K]>;
export type DueFacts = z.infer<typeof due>;

/** Something that happened to a unit plan, with facts read by kind. */
export type UnitPlanEvent = {
  [K in EventKind]: {
    readonly kind: K;
    readonly facts: FactsOf<K>;
    readonly happenedOn: z.infer<typeof day>;
    readonly recordedAt: Date;
    readonly personName: string;
    readonly note: string;
  };
}[EventKind];

/** Reads a stored event. Throws when it holds what its kind does not. */
export function eventOf(
  kind: string,
  facts: unknown,
  rest: Omit<UnitPlanEvent, 'kind' | 'facts'>,
): UnitPlanEvent {
  if (!Object.hasOwn(eventFacts, kind)) throw new Error(`no kind of event: ${kind}`);
  const known = kind as EventKind;
  return { ...rest, kind: known, facts: eventFacts[known].parse(facts) } as UnitPlanEvent;
}
