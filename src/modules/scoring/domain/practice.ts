import type { Product } from '../../plans/index.ts';

/** The task of the library that a practice brings with it. */
export interface ReadyTask {
  readonly words: string;
  /** As an annex names them, and read. */
  readonly productWords: string;
  readonly products: readonly Product[];
  /** As an annex says it: "Hằng quý". */
  readonly due: string;
  /** The group of units that carries it out beside the lead; `null`: the lead alone. */
  readonly group: string | null;
}

/** A practice as it stands, or stood. */
export interface Practice {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly place: string;
  readonly placeCode: string | null;
  readonly placeYear: number | null;
  readonly parts: readonly string[];
  readonly what: string;
  readonly how: string;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** Invented for the example. */
  readonly isIllustration: boolean;
  readonly task: ReadyTask | null;
  readonly withdrawnReason: string | null;
  /** The unit that recorded it first; it stays whoever changes it. */
  readonly byUnitId: string | null;
  readonly personName: string;
  readonly personTitle: string;
  readonly recordedAt: Date;
}

/** What of a practice decides where it stands among those that are suggested. */
type Ranked = Pick<Practice, 'id' | 'parts' | 'task' | 'isIllustration' | 'placeCode' | 'placeYear'>;

/**
 * Practices for a weak part, the most useful first: those of the part itself before those of its content; places that score
 * higher in it first; those with a ready-made task before those without; illustrations after what really happened.
 * `scoreOf` is the score of a place in the part in a year, where it is known.
 */
export function suggestedFor<P extends Ranked>(
  practices: readonly P[],
  part: string,
  scoreOf: (placeCode: string, year: number) => number | null,
): P[] {
  const near = (practice: P): number => (practice.parts.includes(part) ? 0 : 1);
  const score = ({ placeCode, placeYear }: P): number =>
    (placeCode !== null && placeYear !== null ? scoreOf(placeCode, placeYear) : null) ?? -1;
  return practices
    .filter((practice) => practice.parts.some((code) => code[0] === part[0]))
    .sort(
      (a, b) =>
        near(a) - near(b) ||
        Number(a.isIllustration) - Number(b.isIllustration) ||
        score(b) - score(a) ||
        Number(b.task !== null) - Number(a.task !== null) ||
        (a.id < b.id ? -1 : 1),
    );
}
