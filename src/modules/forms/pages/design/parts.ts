import type { FieldProblem } from '../../../../kernel/errors.ts';
import type { Html } from '../../../../kernel/html.ts';
import { html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { NamedFigure } from '../../domain/figure-by-name.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { readSingles, singleFields, singleValues } from './part-cells.ts';
import { checkFields, checkValues, languageHelp, readChecks } from './part-checks.ts';
import { columnFields, columnValues, readColumns } from './part-columns.ts';
import { type Choices, generalFields, generalValues, readGeneral } from './part-general.ts';
import { readRows, rowFields, rowValues } from './part-rows.ts';
import type { Shown, Values } from './typed.ts';

/** What a part reads its fields against. */
export interface Known {
  readonly figures: readonly NamedFigure[];
  /** Keys of columns and rows of the form's other versions: a new line never gets one, or it would take over what was entered under it. */
  readonly keys: ReadonlySet<string>;
}

/** The spec as a part of the editor would leave it, and what is wrong with its fields. */
export interface ReadPart {
  readonly problems: readonly FieldProblem[];
  readonly spec: FormSpec;
  /** The id of the button to go on from, where a line was moved. */
  readonly focus?: string | undefined;
}

interface Part {
  readonly name: (typeof de)[keyof typeof de];
  values(spec: FormSpec): Values;
  fields(context: RequestContext, shown: Shown, spec: FormSpec, choices: Choices): Html;
  read(values: Values, spec: FormSpec, known: Known): ReadPart;
}

export const PARTS = ['chung', 'cot', 'dong', 'o', 'kiem-tra'] as const;
export type PartKey = (typeof PARTS)[number];

/** The part that is written next; none after the last. Forms of one row for each unit have no rows to write. */
export function partAfter(key: PartKey, { rows }: FormSpec): PartKey | undefined {
  return PARTS.slice(PARTS.indexOf(key) + 1).find((next) => next !== 'dong' || rows.kind === 'fixed');
}

/** The part in which the place of a problem is written: `c3`, `r2`, `r2.c5`, `k1`. */
export function partOf(place: string, spec: FormSpec): PartKey {
  if (spec.checks.some((check) => check.key === place)) return 'kiem-tra';
  if (place in spec.cells) return 'o';
  const isRow = spec.rows.kind === 'fixed' && spec.rows.rows.some((row) => row.key === place);
  return isRow ? 'dong' : 'cot';
}

export const parts: Readonly<Record<PartKey, Part>> = {
  chung: {
    name: de.general,
    values: generalValues,
    fields: (context, shown, _, choices) => generalFields(context, shown, choices),
    read: readGeneral,
  },
  cot: {
    name: de.columns,
    values: columnValues,
    fields: (context, shown) => html`${languageHelp(context.t)}${columnFields(context, shown)}`,
    read: readColumns,
  },
  dong: { name: de.rows, values: rowValues, fields: rowFields, read: readRows },
  o: {
    name: de.cells,
    values: singleValues,
    fields: (context, shown) => html`${languageHelp(context.t)}${singleFields(context, shown)}`,
    read: readSingles,
  },
  'kiem-tra': { name: de.checks, values: checkValues, fields: checkFields, read: readChecks },
};
