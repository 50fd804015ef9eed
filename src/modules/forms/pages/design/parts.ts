import type { FieldProblem } from '../../../../kernel/errors.ts';
import type { Html } from '../../../../kernel/html.ts';
import { html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { readSingles, singleFields, singleValues } from './part-cells.ts';
import { checkFields, checkValues, languageHelp, readChecks } from './part-checks.ts';
import { columnFields, columnValues, readColumns } from './part-columns.ts';
import { type Choices, generalFields, generalValues, readGeneral } from './part-general.ts';
import { readRows, rowFields, rowValues } from './part-rows.ts';
import type { Shown, Values } from './typed.ts';

/** The spec as a part of the editor would leave it, and what is wrong with its fields. */
export interface ReadPart {
  readonly problems: readonly FieldProblem[];
  readonly spec: FormSpec;
}

interface Part {
  readonly name: (typeof de)[keyof typeof de];
  values(spec: FormSpec): Values;
  fields(context: RequestContext, shown: Shown, spec: FormSpec, choices: Choices): Html;
  read(values: Values, spec: FormSpec): ReadPart;
}

export const PARTS = ['chung', 'cot', 'dong', 'o', 'kiem-tra'] as const;
export type PartKey = (typeof PARTS)[number];

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
