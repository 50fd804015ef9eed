import type { CalendarDate } from '../../../kernel/dates.ts';
import type { ErrorType } from '../../../kernel/errors.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import type { FigureDefinition, Via } from '../../figures/index.ts';
import type { CellValue, CellValues, CompiledCheck, CompiledForm } from './compiled.ts';
import type { FormSpec } from './spec.ts';

/** A form as lists show it. */
export interface FormSummary {
  readonly id: string;
  /** `II.06a/VPCP/KSTT`. */
  readonly code: string;
  readonly title: string;
  /** The agency that asks. */
  readonly ownerUnitId: string;
  /** PAPI content 0–8. */
  readonly dimension: number;
  readonly askedUntil: CalendarDate | null;
}

export interface FormVersion {
  readonly id: string;
  readonly formId: string;
  readonly number: number;
  readonly state: 'draft' | 'published' | 'discarded';
  readonly spec: FormSpec;
  /** In force for periods that end on or after this day; `null` while a draft. */
  readonly fromOn: CalendarDate | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  /** Counts savings of a draft. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** A form in the version that holds for a period, ready for use. */
export interface ReadyForm {
  readonly form: FormSummary;
  readonly version: FormVersion;
  readonly compiled: CompiledForm;
  /** The figures it shows, by code. */
  readonly definitions: ReadonlyMap<string, FigureDefinition>;
}

/** A cell of a sheet that is asked of the unit, or shown to it. */
export interface SheetCell {
  /** `null`: empty. */
  readonly value: CellValue | null;
  /** Of the figure's value or of the free cell; 0 when it never was filled. Send it back when saving. */
  readonly revision: number;
  /** `false`: this figure is not asked of the unit or of such a period; nothing is entered. */
  readonly asked: boolean;
  readonly byName: string | null;
  readonly byUnitId: string | null;
  readonly changedAt: Date | null;
  readonly isLate: boolean;
  readonly via: Via | null;
}

/** One form of one unit for one period. */
export interface Sheet {
  readonly formId: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly periodCode: string;
  /** Every cell that takes or shows a value, by key; formulas stand in `values` alone. */
  readonly cells: Readonly<Record<string, SheetCell>>;
  /** What checks and formulas are evaluated over, formulas included: this period, `…@same` and `…@prev`. */
  readonly values: CellValues;
  /** Checks that are broken now, errors first. */
  readonly broken: readonly CompiledCheck[];
  /** Cells that the unit is asked and must fill; how many it has. */
  readonly asked: number;
  readonly filled: number;
  readonly state: SheetState;
  /** When the unit said it is complete, who did, and the revision of that fact. */
  readonly completed: { readonly at: Date; readonly byName: string; readonly versionId: string } | null;
  readonly revision: number;
}

/**
 * `empty`, `partial`, `filled` (all that must be is there, nobody has said so), `complete` (the unit said so), `changed` (a figure
 * changed elsewhere since).
 */
export const SHEET_STATES = ['empty', 'partial', 'filled', 'complete', 'changed'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** One cell to save. */
export interface SaveCell {
  readonly unitId: string;
  /** `r2.c5`. */
  readonly key: string;
  /** `null` takes back what was entered by mistake. */
  readonly value: CellValue | null;
  /** The revision that was seen; left out, whatever stands is replaced, its past kept. */
  readonly revision?: number;
  /** Where it stands for the sender, `Biểu, D8`: comes back with the outcome. */
  readonly place?: string;
}

export interface SaveCellsInput {
  readonly formId: string;
  readonly periodCode: string;
  /** Cells of one unit, or of several for a table of units. */
  readonly cells: readonly SaveCell[];
  /** Units whose sheets are meant besides those of the cells: to say that a sheet is complete without changing it. */
  readonly unitIds?: readonly string[];
  readonly via: Via;
  /** Tells every outcome and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes all cells or none. */
  readonly whole?: boolean;
  /** Says besides that these units' sheets are complete. Refused, with nothing written, when something is lacking or an error check broken. */
  readonly complete?: boolean;
}

export type CellOutcome = {
  readonly unitId: string;
  readonly key: string;
  readonly place: string | undefined;
} & (
  | {
      readonly outcome: 'saved';
      readonly isLate: boolean;
      readonly before: CellValue | null;
      readonly revision: number;
    }
  | { readonly outcome: 'unchanged'; readonly revision: number }
  /** The other part of the rate is not known yet, so nothing could be written; send both. */
  | { readonly outcome: 'waiting'; readonly revision: number }
  /** Somebody else changed it meanwhile; `value` is `null` when they took it back. */
  | {
      readonly outcome: 'conflict';
      readonly value: CellValue | null;
      readonly byName: string;
      readonly changedAt: Date;
      readonly revision: number;
    }
  | { readonly outcome: 'problem'; readonly error: ErrorType; readonly params: MessageParams }
);

export interface SaveCellsOutcome {
  /** In the order of the cells given. */
  readonly cells: readonly CellOutcome[];
  readonly counts: Readonly<Record<CellOutcome['outcome'], number>>;
  readonly applied: boolean;
  /** The sheets as they stand after, or as they would in a dry run. */
  readonly sheets: readonly Sheet[];
}
