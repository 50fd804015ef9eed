import type { ErrorType } from '../../../kernel/errors.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import type { Figure, FigureValue, Via } from './figure.ts';

/** One cell to save. */
export interface SaveRow {
  /** The figure by its id, or else by its code. */
  readonly figureId?: string;
  readonly code?: string;
  readonly unitId: string;
  readonly periodCode: string;
  /** `null` takes back what was entered by mistake: the cell reads as empty. */
  readonly value: Figure | null;
  /** The revision that was seen, 0 for an empty cell. Left out, whatever stands is replaced, its past kept. */
  readonly revision?: number;
  /** The unit of measure as the sender wrote it, compared with the definition's. */
  readonly unitOfMeasure?: string;
  /** Where it stands for the sender, `Biểu 1, C7`: comes back with the outcome. */
  readonly place?: string;
}

export interface SaveInput {
  readonly rows: readonly SaveRow[];
  readonly via: Via;
  /** Tells every outcome and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes all rows or none. */
  readonly whole?: boolean;
  /** What the caller has judged these rows by already, as the guard of values calls it: not judged again. */
  readonly judged?: string;
}

/** What became of one row; `saved` is what would be, in a dry run or when a whole batch was refused. */
export type RowOutcome = { readonly place: string | undefined } & (
  | {
      readonly outcome: 'saved';
      readonly isLate: boolean;
      /** What stood before; `null` when the cell was empty. */
      readonly before: FigureValue | null;
      /** Of the cell from now on; what it would be in a dry run. */
      readonly revision: number;
    }
  /** The cell says this already. */
  | { readonly outcome: 'unchanged'; readonly revision: number }
  /** Somebody else changed the cell meanwhile: what it says now and who said so; `null` when they took it back. */
  | { readonly outcome: 'conflict'; readonly other: FigureValue | null; readonly revision: number }
  | { readonly outcome: 'problem'; readonly error: ErrorType; readonly params: MessageParams }
);

export interface SaveOutcome {
  /** In the order of the rows given. */
  readonly rows: readonly RowOutcome[];
  readonly counts: Readonly<Record<RowOutcome['outcome'], number>>;
  /** False in a dry run, and for a whole batch with a problem or conflict. */
  readonly applied: boolean;
}

/** Kept from being saved. */
export const isRefused = ({ outcome }: RowOutcome): boolean =>
  outcome === 'problem' || outcome === 'conflict';

export function countOutcomes(rows: readonly RowOutcome[]): SaveOutcome['counts'] {
  const counts = { saved: 0, unchanged: 0, conflict: 0, problem: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
