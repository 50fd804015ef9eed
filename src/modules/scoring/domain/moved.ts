/** From this share of accepted work on, what was planned for a part counts as done. */
export const DONE_SHARE = 0.8;

export const MOVEMENTS = [
  'too_early',
  'no_work',
  'work_open',
  'not_comparable',
  'rose',
  'not_moved',
] as const;
/**
 * Whether the work under a part is followed by its score.
 *
 * - `too_early`: the score of the year in which the work was done is not known yet;
 * - `no_work`: the program holds no work of that year under the part;
 * - `work_open`: too little of it was accepted to be judged;
 * - `not_comparable`: the part does not mean the same as in the year before, or has no score there;
 * - `rose`, `not_moved`: the work was done, and the score rose or did not.
 */
export type Movement = (typeof MOVEMENTS)[number];

export interface MovementFacts {
  /** Pieces of work of the year under the part; what does not apply to a unit is not among them. */
  readonly work: number;
  readonly accepted: number;
  /** The part's score of that year; `null` while it is not known. */
  readonly score: number | null;
  /** Its score of the year before, where the two can be compared; `null` otherwise. */
  readonly before: number | null;
}

/** Scores are published to a few decimals: a difference below this is none. */
const SAME = 0.0005;

export function movementOf({ work, accepted, score, before }: MovementFacts): Movement {
  if (score === null) return 'too_early';
  if (work === 0) return 'no_work';
  if (accepted < work * DONE_SHARE) return 'work_open';
  if (before === null) return 'not_comparable';
  return score > before + SAME ? 'rose' : 'not_moved';
}
