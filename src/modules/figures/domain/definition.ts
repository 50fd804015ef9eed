import { z } from 'zod';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { SUB_DIMENSIONS } from '../../papi/index.ts';
import { definitionMessages as m } from './definition-messages.ts';
import { askedPeriodsSchema } from './definition-parts.ts';
import {
  DIRECTIONS,
  type EnteredBy,
  type FigureDefinition,
  NUMBER_KINDS,
  ROLL_UPS,
  type RollUp,
} from './figure.ts';

const label = z.string().trim().min(1).max(200).nullable();
const bound = z.number().max(999_999_999_999).nullable();

/** What whoever defines a figure decides about it. */
export const definitionFacts = z.object({
  name: z.string().trim().min(3).max(300),
  unitOfMeasure: z.string().trim().min(1).max(40),
  numberKind: z.enum(NUMBER_KINDS),
  decimals: z.int().min(0).max(3),
  atMost: bound,
  numeratorLabel: label,
  denominatorLabel: label,
  isPart: z.boolean(),
  dimension: z.int().min(0).max(8),
  subDimension: z.string().nullable(),
  direction: z.enum(DIRECTIONS),
  enteredBy: z.object({
    groups: z.array(z.string().max(60)).max(20),
    kinds: z.array(z.object({ kind: z.string().max(40), tier: z.string().max(60).nullable() })).max(40),
    unitIds: z.array(z.uuid()).max(200),
  }) satisfies z.ZodType<EnteredBy>,
  ownerUnitId: z.uuid(),
  periods: askedPeriodsSchema,
  isCumulative: z.boolean(),
  evidenceWanted: z.boolean(),
  rollUp: z.enum(ROLL_UPS),
  target: bound,
  source: z.string().trim().max(1000),
  note: z.string().trim().max(1000),
  askedUntil: calendarDateSchema.nullable(),
});

export type DefinitionFacts = z.infer<typeof definitionFacts>;

/** `CT1.01a`: a capital, then capitals, digits and dots, then perhaps one small letter. */
export const figureCodeSchema = z.string().regex(/^[A-Z][A-Z0-9.]{1,19}[a-z]?$/);

const ADDS_UP: Readonly<Record<FigureDefinition['numberKind'], readonly RollUp[]>> = {
  count: ['sum', 'last', 'none'],
  amount: ['sum', 'last', 'none'],
  rate: ['rate', 'last', 'none'],
  date: ['none'],
  text: ['none'],
};

/** How values of a kind may add up. */
export function rollUpsOf(numberKind: FigureDefinition['numberKind']): readonly RollUp[] {
  return ADDS_UP[numberKind];
}

/** What contradicts itself in a definition, field by field; the database holds the same rules. */
export function definitionProblems(facts: DefinitionFacts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: FieldProblem['message']): void => {
    problems.push({ field, message });
  };
  const isRate = facts.numberKind === 'rate';
  if (isRate && facts.numeratorLabel === null) wrong('numeratorLabel', m.label_missing);
  if (isRate && facts.denominatorLabel === null) wrong('denominatorLabel', m.label_missing);
  if (!isRate && (facts.numeratorLabel !== null || facts.denominatorLabel !== null || facts.isPart))
    wrong('numberKind', m.rate_only);
  if (facts.decimals > 0 && !['amount', 'rate'].includes(facts.numberKind)) wrong('decimals', m.whole_only);
  if (!['count', 'amount', 'rate'].includes(facts.numberKind) && (facts.atMost ?? facts.target) !== null)
    wrong('target', m.number_only);
  if (facts.atMost !== null && facts.atMost <= 0) wrong('atMost', m.above_zero);
  if (facts.target !== null && facts.target < 0) wrong('target', m.not_negative);
  if (!ADDS_UP[facts.numberKind].includes(facts.rollUp)) wrong('rollUp', m.adds_up_otherwise);
  if (facts.subDimension !== null && !isPartOf(facts.subDimension, facts.dimension))
    wrong('subDimension', m.part_of_other);
  const { groups, kinds, unitIds } = facts.enteredBy;
  if (groups.length + kinds.length + unitIds.length === 0) wrong('groups', m.nobody_enters);
  return problems;
}

function isPartOf(part: string, dimension: number): boolean {
  return part.startsWith(`${dimension}.`) && SUB_DIMENSIONS.some(({ code }) => code === part);
}
