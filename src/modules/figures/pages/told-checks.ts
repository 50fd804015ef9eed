import { z } from 'zod';
import type { Translate } from '../../../kernel/i18n.ts';
import { adxOf, parseCode } from '../../periods/index.ts';
import type { ToldChecks } from '../commands/import-figures.ts';

const check = z.object({
  form: z.string().describe('Code of the form in which the check stands'),
  formName: z.string(),
  orgUnit: z.string(),
  orgUnitName: z.string(),
  period: z.string(),
  severity: z.enum(['error', 'warning']).describe('An error keeps the sheet from being confirmed'),
  message: z.string(),
  cells: z
    .array(z.object({ cell: z.string(), dataElement: z.string().optional() }))
    .describe('What the check looks at: cells of the form, with the figure that stands in each'),
});

/** Checks of forms as programs are told of them, in the answer of the API and in that of the command line. */
export const toldChecksSchema = z.object({
  checks: z.array(check).describe('Checks of forms that the values saved break, or would; errors first'),
  checksTotal: z
    .int()
    .nullable()
    .describe('All of them, when they are more than are told; null: not judged, for the sheets are too many'),
});

/** The checks in words, with the keys of the exchange. */
export function toldChecks(t: Translate, checks: ToldChecks | null): z.infer<typeof toldChecksSchema> {
  if (checks === null) return { checks: [], checksTotal: null };
  return {
    checks: checks.list.map(({ form, unit, periodCode, severity, message, cells }) => {
      const period = parseCode(periodCode);
      return {
        form: form.code,
        formName: form.title,
        orgUnit: unit.key,
        orgUnitName: unit.name,
        period: period ? adxOf(period) : periodCode,
        severity,
        message: t(message),
        cells: cells.map(({ cell, figure }) => (figure === null ? { cell } : { cell, dataElement: figure })),
      };
    }),
    checksTotal: checks.total,
  };
}
