import { z } from 'zod';
import { endOfDay } from '../../../kernel/dates.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { periodsByCodes } from '../../periods/index.ts';
import { dataValueOutput, toDataValue } from '../domain/exchange/json.ts';
import { periodCodeOf, unitFinder } from '../domain/exchange/resolve.ts';
import { figureLimits } from '../limits.ts';
import { definitionsNamed, definitionsOf } from '../queries/definitions.ts';
import { seenCells } from '../queries/seen-cells.ts';
import { valuesPage } from '../queries/values-page.ts';
import type { CellKey } from '../store-values.ts';
import { getExamples } from './api-examples.ts';

const listed = (most: number) =>
  z
    .string()
    .max(4000)
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ])
    .refine((all) => all.length > 0 && all.length <= most);

/** `2024-H1_<figure>_<unit>`: the cell the page before ended with. Anything else means the first page. */
const cursor = z
  .string()
  .transform((text): CellKey => {
    const [periodCode = '', figureId = '', unitId = ''] = text.split('_');
    return { periodCode, figureId, unitId };
  })
  .refine(({ figureId, unitId }) => isId(figureId) && isId(unitId))
  .optional()
  .catch(undefined);

export const figuresGet = get({
  path: '/api/v1/figures',
  access: signedIn,
  rate: 'api',
  query: z.object({
    period: listed(60).describe('Periods, separated by commas: 2024S1, 2024Q2, 202406, 2024 or our codes'),
    figure: listed(400).optional().describe('Codes of figures, separated by commas'),
    unit: listed(400).optional().describe('Keys of units, separated by commas'),
    as_of: asOfSchema,
    after: cursor,
  }),
  api: {
    summary:
      'Values of figures that the caller may see, by period, figure and unit; `after` takes the `next` of the answer before, `as_of` reads what had been recorded by the end of a day',
    scope: 'read',
    answer: z.object({ dataValues: z.array(dataValueOutput), next: z.string().nullable() }),
    examples: getExamples,
  },
  async handle(context, { query }) {
    const { db, actor, today } = context;
    const day = asOfDay(query.as_of, today);
    const asOf = day && endOfDay(day);
    const periods = await periodsByCodes(db, query.period.map(periodCodeOf));
    const seen = await seenCells(db, actor, periods);
    const named = query.figure && (await definitionsNamed(db, { ids: [], codes: query.figure }));
    const finders = periods.map(({ code }) => unitFinder(seen.unitsOf(code)?.tree ?? []));
    const unitIds = query.unit?.flatMap((written) => finders.flatMap((find) => find(written) ?? []));
    const page = await valuesPage(db, {
      isSeen: seen.isSeen,
      periodCodes: periods.map(({ code }) => code),
      figureIds: named?.map(({ id }) => id),
      unitIds,
      asOf,
      after: query.after ?? null,
      size: figureLimits.page_rows,
    });
    const definitions = new Map((named ?? (await definitionsOf(db))).map((one) => [one.id, one]));
    const dataValues = page.rows.flatMap((row) => {
      const definition = definitions.get(row.figureId);
      const key = seen.unitsOf(row.periodCode)?.byId.get(row.unitId)?.key ?? row.unitId;
      return definition ? [toDataValue(row, definition, key)] : [];
    });
    const { next } = page;
    return answerJson({
      dataValues,
      next: next && `${next.periodCode}_${next.figureId}_${next.unitId}`,
    });
  },
});
