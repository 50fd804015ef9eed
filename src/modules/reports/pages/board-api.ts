import { z } from 'zod';
import { ensure } from '../../../kernel/errors.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import type { Figure } from '../../figures/index.ts';
import { adxOf, formatCode, parseAdx, parseCode } from '../../periods/index.ts';
import { reportErrors } from '../errors.ts';
import { figuresAsked, totalsBoard } from '../queries/rollup-board.ts';
import { totalsExamples } from './board-api-examples.ts';
import { boardReading } from './board-parts.ts';

const valueShape = z
  .object({
    value: z.number().nullable().describe('The total, of a rate its percentage'),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
  })
  .nullable()
  .describe('null: nobody gave a number, which is not 0');

const countsShape = z.object({
  asked: z.int(),
  filled: z.int(),
  noData: z.int(),
  missing: z.int(),
  late: z.int().describe('Came after the time for the period: not in the total'),
});

const totalShape = z.object({
  dataElement: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  unitOfMeasure: z.string(),
  sector: countsShape.extend({ total: valueShape, adjusted: valueShape }),
  territory: countsShape.extend({ total: valueShape }),
});

function valueOut(figure: Figure | null): z.infer<typeof valueShape> {
  if (figure?.kind === 'number') return { value: figure.number };
  if (figure?.kind !== 'rate') return null;
  const { numerator, denominator } = figure;
  const value = denominator === 0 ? null : Math.round((numerator / denominator) * 100_000) / 1000;
  return { value, numerator, denominator };
}

const counts = <C extends z.infer<typeof countsShape>>({ asked, filled, noData, missing, late }: C) => ({
  asked,
  filled,
  noData,
  missing,
  late,
});

/** Our code of a period that is written either way. */
const codeOf = (written: string): string => {
  const parsed = parseCode(written) ?? parseAdx(written);
  return parsed ? formatCode(parsed) : written;
};

export const totalsApi = get({
  path: '/api/v1/totals',
  access: signedIn,
  rate: 'api',
  query: z.object({
    period: z.string().max(40).describe('2024S1, 2024Q2, 202406, 2024 or our codes'),
    figure: z.string().max(4000).optional().describe('Codes of figures, separated by commas'),
    unit: z
      .string()
      .max(200)
      .optional()
      .describe('Key of the unit under which units are counted; the caller’s own committee when absent'),
    below: z.enum(['true', 'false']).optional().describe('Also totals of each unit directly below'),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'Totals of figures by lead agency and by territory, over the units whose figures the caller may see; `as_of` reads what had been recorded by the end of a day',
    scope: 'read',
    answer: z.object({ totals: z.array(totalShape) }),
    examples: totalsExamples,
  },
  async handle(context, { query }) {
    const { db, actor } = context;
    const ky = codeOf(query.period);
    const own = await boardReading(context, { ky, 'don-vi': undefined, as_of: query.as_of });
    ensure(own?.period.code === ky, reportErrors.cell_not_found);
    const { period, tree, end } = own;
    const named = query.unit === undefined ? undefined : tree.tree.find(({ key }) => key === query.unit);
    ensure(query.unit === undefined || named, reportErrors.cell_not_found);
    const nodeId = named?.id ?? own.nodeId;
    const below = query.below === 'true' ? tree.tree.filter(({ parentId }) => parentId === nodeId) : [];
    const codes = query.figure?.split(',').map((code) => code.trim());
    const asked = await figuresAsked(db, period, end);
    const figures = codes ? asked.filter(({ code }) => codes.includes(code)) : asked;
    const nodeIds = [nodeId, ...below.map(({ id }) => id)];
    const board = await totalsBoard(db, actor, { period, nodeIds, asOf: end, figures });
    const code = parseCode(period.code);
    return answerJson({
      totals: [...board.byNode].flatMap(([id, totals]) =>
        totals.map(({ definition, sector, territory, adjusted }) => ({
          dataElement: definition.code,
          period: code ? adxOf(code) : period.code,
          orgUnit: tree.byId.get(id)?.key ?? id,
          unitOfMeasure: definition.unitOfMeasure,
          sector: {
            ...counts(sector),
            total: valueOut(sector.value),
            adjusted: adjusted ? valueOut(adjusted.value) : null,
          },
          territory: { ...counts(territory), total: valueOut(territory.value) },
        })),
      ),
    });
  },
});
