import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { PlaceKind, RequiredPlace } from './declaration.ts';

/** One kind of record of the evidence room, or the log of the loudspeaker, or what the program recorded itself. */
export type ProofPart = 'photo' | 'minutes' | 'file' | 'address' | 'copy' | 'log' | 'notice' | 'shown_here';

/** Sets of which one, whole, proves that something was made public at a place of this kind. */
export const ENOUGH: Readonly<Record<PlaceKind, readonly (readonly ProofPart[])[]>> = {
  office_board: [['photo'], ['minutes'], ['file']],
  village_hall: [['photo'], ['minutes'], ['file']],
  community_point: [['photo'], ['minutes'], ['file']],
  portal: [['shown_here'], ['address', 'copy']],
  media: [['address', 'copy']],
  loudspeaker: [['log']],
  village_heads: [['notice'], ['minutes']],
  meeting: [['minutes'], ['file']],
};

/** How often something was read out on a day. */
export interface BroadcastDay {
  readonly on: CalendarDate;
  readonly times: number;
}

/** What is recorded of one posting. */
export interface Proof {
  /** Kinds of evidence that stand, with whether they hold a file. */
  readonly evidence: readonly { readonly kind: string; readonly hasFile: boolean }[];
  readonly hasAddress: boolean;
  /** The program kept the hash of what its own portal showed. */
  readonly isShownHere: boolean;
  readonly broadcasts: readonly BroadcastDay[];
}

/** What the loudspeaker must have read: so many times a day on so many days in a row; once where it is said once. */
export function broadcastsAsked(place: RequiredPlace | undefined): { days: number; timesADay: number } {
  const timesADay = place?.timesADay ?? 1;
  const lasts = place?.lasts;
  if (lasts === undefined || typeof lasts === 'string') return { days: 1, timesADay };
  const each = { d: 1, wd: 1, m: 30, y: 365 }[lasts.unit];
  return { days: lasts.amount * each, timesADay };
}

/** The longest run of days in a row on which it was read often enough. */
export function longestRun(broadcasts: readonly BroadcastDay[], timesADay: number): number {
  const days = broadcasts
    .filter(({ times }) => times >= timesADay)
    .map(({ on }) => on)
    .sort();
  let [run, longest] = [0, 0];
  for (const [at, on] of days.entries()) {
    const before = days[at - 1];
    run = before !== undefined && addDays(before, 1) === on ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

function holds(part: ProofPart, proof: Proof, place: RequiredPlace | undefined): boolean {
  const has = (...kinds: readonly string[]): boolean =>
    proof.evidence.some(({ kind, hasFile }) => hasFile && kinds.includes(kind));
  switch (part) {
    case 'photo':
      return has('photo', 'posting');
    case 'minutes':
      return has('minutes');
    case 'file':
      return has('file');
    case 'copy':
      return has('file', 'photo', 'posting', 'minutes');
    case 'notice':
      return has('photo', 'file');
    case 'address':
      return proof.hasAddress || proof.evidence.some(({ kind }) => kind === 'link');
    case 'log': {
      const { days, timesADay } = broadcastsAsked(place);
      return longestRun(proof.broadcasts, timesADay) >= days;
    }
    case 'shown_here':
      return proof.isShownHere;
  }
}

/** Whether what is recorded proves a posting at a place of this kind; `place`: what the regime asks of it. */
export function isProven(kind: PlaceKind, proof: Proof, place: RequiredPlace | undefined): boolean {
  return ENOUGH[kind].some((set) => set.every((part) => holds(part, proof, place)));
}
