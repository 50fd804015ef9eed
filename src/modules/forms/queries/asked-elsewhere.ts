import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { definitionsOf, type FigureDefinition, similarTo } from '../../figures/index.ts';
import { askedNumbers, enteredFigures } from '../domain/asked-cells.ts';
import type { CompiledForm } from '../domain/compiled.ts';
import type { FormSummary } from '../domain/sheet.ts';
import type { FormSpec } from '../domain/spec.ts';
import { readyForms } from './ready.ts';

/** What a form asks again: a figure that another form has, or a number that seems to be a figure. */
export type AskedElsewhere =
  | { readonly kind: 'figure'; readonly figure: FigureDefinition; readonly form: FormSummary }
  | {
      readonly kind: 'similar';
      readonly cell: string;
      readonly name: string;
      readonly figure: FigureDefinition;
    };

/** Double reporting is what figures exist against: found before a version is published. Three statements. */
export async function askedElsewhere(
  db: Db,
  {
    formId,
    spec,
    form,
    day,
  }: {
    readonly formId: string | null;
    readonly spec: FormSpec;
    readonly form: CompiledForm;
    readonly day: CalendarDate;
  },
): Promise<AskedElsewhere[]> {
  const definitions = await definitionsOf(db);
  const byCode = new Map(definitions.map((one) => [one.code, one]));
  const own = new Set(enteredFigures(form));
  const others = (await readyForms(db, { toOn: day })).filter(
    (other) => other.form.id !== formId && (other.form.askedUntil === null || other.form.askedUntil >= day),
  );
  const figures = others.flatMap((other) =>
    enteredFigures(other.compiled).flatMap((code) => {
      const figure = byCode.get(code);
      return own.has(code) && figure ? [{ kind: 'figure' as const, figure, form: other.form }] : [];
    }),
  );
  const unmeasured = definitions.map((one) => ({ ...one, unitOfMeasure: '' }));
  const similar = askedNumbers(spec, form).flatMap(({ key, name, unitOfMeasure }) => {
    const known = unitOfMeasure === '' ? unmeasured : definitions;
    const [nearest] = similarTo({ name, unitOfMeasure, numberKind: 'count' }, known);
    const figure = nearest && byCode.get(nearest.figure.code);
    return figure ? [{ kind: 'similar' as const, cell: key, name, figure }] : [];
  });
  return [...figures, ...similar];
}
