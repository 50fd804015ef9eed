import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import type { UnitKind } from './kinds.ts';
import type { SuccessionKind } from './unit.ts';

/** Columns of a sheet and fields of a JSON record that an import reads. */
export const IMPORT_FIELDS = [
  'key',
  'code',
  'name',
  'kind',
  'tier',
  'parent',
  'from',
  'to',
  'shortNames',
  'act',
  'headTitle',
  'phone',
  'email',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** One line of the file: what it says of one unit between two days. */
export interface ImportRecord {
  /** Where a person finds the line, and each of its fields: `A7`, `C7`, or `#3.name` in JSON. */
  readonly place: string;
  readonly places: Readonly<Partial<Record<ImportField, string>>>;
  /** Facts for which the file has no column: they stay what they are. An empty cell, in contrast, empties the fact. */
  readonly unsaid: readonly ('code' | 'shortNames' | 'parent')[];
  /** Ties lines to a unit; without it the unit is found by code, or by name, on the line's first day. */
  readonly key: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly kind: UnitKind;
  readonly tier: string;
  /** Key, code or name of the unit above. */
  readonly parent: string | null;
  readonly from: CalendarDate;
  /** `null`: the line says nothing about an end; it never reopens a unit that ended. */
  readonly to: CalendarDate | null;
  readonly act: string | null;
  readonly invented: boolean;
  readonly note: string | null;
  readonly source: string | null;
  readonly contact: {
    readonly headTitle: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly successors: readonly {
    readonly key: string;
    readonly on: CalendarDate;
    readonly kind: SuccessionKind;
    readonly act: string;
    readonly status: 'CONFIRMED' | 'UNCONFIRMED';
  }[];
}

export interface ImportProblem {
  readonly severity: 'error' | 'warning';
  readonly place: string;
  readonly message: Message;
  readonly params?: MessageParams;
}

export function placeOf(record: ImportRecord, field: ImportField): string {
  return record.places[field] ?? record.place;
}
