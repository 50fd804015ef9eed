import type { FigureItem } from './material.ts';
import { contentOfPart, PARTS, type PartKey } from './parts.ts';
import type { ReportKind } from './report.ts';

/** What keeps a report from being complete: a part without words, a figure that nobody answered, a sheet that is not confirmed. */
export type Lack =
  | { readonly kind: 'part'; readonly part: PartKey }
  | { readonly kind: 'figure'; readonly code: string; readonly name: string }
  | { readonly kind: 'sheet'; readonly formId: string; readonly code: string; readonly title: string };

/** Forms that the unit fills for the period, with whether it said that they are whole. */
export interface AskedSheet {
  readonly formId: string;
  readonly code: string;
  readonly title: string;
  readonly isConfirmed: boolean;
}

/** A content of the index about which the unit was given nothing and asked nothing need not be written about. */
export function isPartWanted(part: PartKey, told: ReadonlySet<PartKey>): boolean {
  return contentOfPart(part) === null || told.has(part);
}

/**
 * What is missing, in the order of the report. “Không có” and “no data, because …” are answers: only silence is missing. Reports
 * assembled from units answer for their words alone; a body that was only asked says what it likes, but something.
 */
export function lacksOf(report: {
  readonly kind: ReportKind;
  readonly isRequest: boolean;
  readonly words: ReadonlyMap<PartKey, string>;
  /** Parts about which there is work or a figure. */
  readonly told: ReadonlySet<PartKey>;
  readonly figures: readonly Pick<FigureItem, 'code' | 'name' | 'value'>[];
  readonly sheets: readonly AskedSheet[];
}): Lack[] {
  const { kind, isRequest, words, told, figures, sheets } = report;
  const isWritten = (part: PartKey): boolean => (words.get(part) ?? '').trim() !== '';
  if (isRequest) return PARTS.some(isWritten) ? [] : [{ kind: 'part', part: 'direction' }];
  const parts = PARTS.filter((part) => isPartWanted(part, told) && !isWritten(part)).map(
    (part): Lack => ({ kind: 'part', part }),
  );
  if (kind !== 'unit') return parts;
  return [
    ...parts,
    ...figures
      .filter(({ value }) => value === null)
      .map(({ code, name }): Lack => ({ kind: 'figure', code, name })),
    ...sheets
      .filter(({ isConfirmed }) => !isConfirmed)
      .map(({ formId, code, title }): Lack => ({ kind: 'sheet', formId, code, title })),
  ];
}
