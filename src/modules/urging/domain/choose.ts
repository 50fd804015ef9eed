import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Asks, Candidate } from './candidate.ts';

/** What is urged is not urged again within this many working days unless the sender says so. */
export const URGED_AGAIN_WORKING_DAYS = 5;

/** Why something chosen is not urged. */
export const LEFT_OUT = [
  'done',
  'awaiting_answer',
  'waits_for_event',
  'dropped',
  'own_work',
  'own_unit',
  'not_yours',
  'recently',
] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];

export type LeftOutCounts = Readonly<Partial<Record<LeftOutReason, number>>>;

export interface ChosenItem {
  readonly candidate: Candidate;
  readonly asks: Asks;
  /** Who is urged. */
  readonly toUnitId: string;
  /** By when it should have been done, or answered. */
  readonly promisedOn: CalendarDate | null;
}

export interface LeftOut {
  readonly candidate: Candidate;
  readonly why: LeftOutReason;
}

/** The rights of the sender, and whose own work this is. */
export interface Sender {
  isOwn(unitId: string): boolean;
  mayUrge(candidate: Pick<Candidate, 'unitId' | 'acceptingUnitId'>): boolean;
  mayAskForAnswer(acceptingUnitId: string): boolean;
}

/**
 * What is asked about a piece of work as it stands, or why nothing is. Somebody who reported waits; then it is for the
 * acceptor to move, once the time for an answer is over.
 */
export function asksOf(
  work: Pick<Candidate, 'progress' | 'state' | 'clock' | 'isOwn' | 'isDropped' | 'waitsForEvent'>,
  today: CalendarDate,
): Asks | LeftOutReason {
  if (work.isDropped) return 'dropped';
  if (work.isOwn) return 'own_work';
  if (work.progress === 'accepted' || work.progress === 'not_applicable') return 'done';
  if (work.state === 'accepted' || work.state === 'accepted_late' || work.state === 'not_applicable')
    return 'done';
  if (work.progress === 'claimed') {
    const isLate = work.clock?.kind === 'answer' && work.clock.dueOn < today;
    return isLate ? 'answer' : 'awaiting_answer';
  }
  return work.waitsForEvent ? 'waits_for_event' : 'do';
}

/**
 * Parts what was chosen into what is urged and what is not, each with its reason. `recent` holds the subjects urged
 * lately; they are left out unless `again`.
 */
export function choose(
  candidates: readonly Candidate[],
  sender: Sender,
  { today, recent, again }: { today: CalendarDate; recent: ReadonlySet<string>; again: boolean },
): { readonly items: readonly ChosenItem[]; readonly leftOut: readonly LeftOut[] } {
  const items: ChosenItem[] = [];
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const why = refusal(candidate, sender, today) ?? (recent.has(candidate.id) && !again ? 'recently' : null);
    if (why !== null) {
      leftOut.push({ candidate, why });
      continue;
    }
    const asks: Asks = asksOf(candidate, today) === 'answer' ? 'answer' : 'do';
    items.push({
      candidate,
      asks,
      toUnitId: asks === 'do' ? candidate.unitId : candidate.acceptingUnitId,
      promisedOn: asks === 'do' ? candidate.dueOn : (candidate.clock?.dueOn ?? null),
    });
  }
  return { items, leftOut };
}

function refusal(candidate: Candidate, sender: Sender, today: CalendarDate): LeftOutReason | null {
  const asks = asksOf(candidate, today);
  if (asks !== 'do' && asks !== 'answer') return asks;
  const to = asks === 'do' ? candidate.unitId : candidate.acceptingUnitId;
  if (sender.isOwn(to)) return 'own_unit';
  const may = asks === 'do' ? sender.mayUrge(candidate) : sender.mayAskForAnswer(to);
  return may ? null : 'not_yours';
}

/** How many were left out for each reason. */
export function countLeftOut(leftOut: readonly LeftOut[]): LeftOutCounts {
  return Object.fromEntries(
    [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, own]) => [why, own.length]),
  );
}
