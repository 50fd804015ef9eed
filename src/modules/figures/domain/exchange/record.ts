import type { Problem } from '../check.ts';
import type { Hand } from '../value-text.ts';

/** Where each part of a record stands, for the messages: `Biểu 1, C7` or `dataValues[3].value`. */
export interface RecordPlaces {
  readonly figure: string;
  readonly unit: string;
  readonly period: string;
  readonly value: string;
}

/** One value as a file or a program sends it, before it is known what it is of. */
export interface ExchangeRecord {
  readonly places: RecordPlaces;
  /** The code of the figure. */
  readonly figure: string;
  /** The unit's key, id, code or exact name. */
  readonly unit: string;
  /** A code of ours (`2024-H1`) or an ADX id (`2024S1`). */
  readonly period: string;
  /** As written; empty takes back what stands only where `clear` says so. */
  readonly value: string;
  readonly hand: Hand;
  /** Why there is no data; empty unless there is none. */
  readonly noData: string;
  readonly unitOfMeasure: string | undefined;
  readonly revision: number | undefined;
  /** An empty value takes back what stands; otherwise an empty line says nothing and is passed over. */
  readonly clear: boolean;
}

/** A record that cannot be read at all. */
export interface RecordProblem extends Problem {
  readonly place: string;
}

export interface ReadRecords {
  readonly records: readonly ExchangeRecord[];
  readonly problems: readonly RecordProblem[];
}
