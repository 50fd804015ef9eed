import { z } from 'zod';
import { parseVietnameseDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import { type DefinitionFacts, figureCodeSchema } from '../domain/definition.ts';
import {
  type AskedPeriod,
  DIRECTIONS,
  type FigureDefinition,
  NUMBER_KINDS,
  ROLL_UPS,
} from '../domain/figure.ts';
import { readNumber } from '../domain/value-text.ts';
import { f } from '../messages-form.ts';
import { dayAndMonth } from './words.ts';

const said = (message: Message) => ({ params: { message } });
const text = (most: number) => z.string().trim().max(most).default('');
const orNull = (most: number) => text(most).transform((one) => (one === '' ? null : one));
const ticked = z
  .string()
  .optional()
  .transform((one) => one !== undefined);
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((all) => (all === undefined ? [] : typeof all === 'string' ? [all] : all));

const numberOrNull = text(30).transform((typed, issues) => {
  if (typed === '') return null;
  const number = readNumber(typed, 'people');
  if (number !== undefined) return number;
  issues.addIssue({ code: 'custom', ...said(f.number_wrong) });
  return z.NEVER;
});

const dayOrNull = text(10).transform((typed, issues) => {
  if (typed === '') return null;
  const day = parseVietnameseDate(typed);
  if (day) return day;
  issues.addIssue({ code: 'custom', message: 'day' });
  return z.NEVER;
});

/** `15/12-14/3`, one a line. */
const windows = text(400).transform((typed, issues): AskedPeriod[] => {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const match = /^\s*(\d{1,2})\/(\d{1,2})\s*[-–]\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(line);
    const day = (d = '', month = ''): string | undefined =>
      parseVietnameseDate(`${d}/${month}/2023`)?.slice(5);
    const [from, to] = [day(match?.[1], match?.[2]), day(match?.[3], match?.[4])];
    if (from !== undefined && to !== undefined) return [{ kind: 'window' as const, from, to }];
    issues.addIssue({ code: 'custom', ...said(f.windows_wrong) });
    return [];
  });
});

const KINDS = ['month', 'quarter', 'half', 'year'] as const;
type InYear = (typeof KINDS)[number];

const fields = z.object({
  name: z.string().trim().min(3).max(300),
  unitOfMeasure: z.string().trim().min(1).max(40),
  numberKind: z.enum(NUMBER_KINDS),
  decimals: z.coerce.number().int().min(0).max(3).default(0),
  atMost: numberOrNull,
  numeratorLabel: orNull(200),
  denominatorLabel: orNull(200),
  isPart: ticked,
  dimension: z.coerce.number().int().min(0).max(8),
  subDimension: orNull(3),
  direction: z.enum(DIRECTIONS),
  groups: several,
  kinds: several,
  unitIds: several.transform((ids) => ids.filter(isId)),
  ownerUnitId: z.string().refine(isId),
  periods: several.transform((all) => KINDS.filter((kind) => all.includes(kind))),
  windows,
  isCumulative: ticked,
  evidenceWanted: ticked,
  rollUp: z.enum(ROLL_UPS),
  target: numberOrNull,
  source: text(1000),
  note: text(1000),
  askedUntil: dayOrNull,
  confirmed: ticked,
});

const isCode = (code: string): boolean => figureCodeSchema.safeParse(code).success;

const hasPeriod = (given: { periods: readonly InYear[]; windows: readonly AskedPeriod[] }): boolean =>
  given.periods.length + given.windows.length > 0;

type Fields = z.infer<typeof fields>;

/** What the form sends as a definition. */
export function factsOf(given: Fields): DefinitionFacts {
  const { groups, kinds, unitIds, periods, windows: own, confirmed: _, ...rest } = given;
  return {
    ...rest,
    enteredBy: { groups, kinds: kinds.map(kindOf), unitIds },
    periods: [...periods.map((kind) => ({ kind })), ...own],
  };
}

/** `ubnd|xã`: a kind of unit on a tier. */
export const kindKey = (kind: string, tier: string | null): string => `${kind}|${tier ?? ''}`;

function kindOf(key: string): { kind: string; tier: string | null } {
  const [kind = '', tier = ''] = key.split('|');
  return { kind, tier: tier === '' ? null : tier };
}

export const defineBody = fields
  .extend({ code: z.string().trim().refine(isCode, said(f.code_wrong)) })
  .refine(hasPeriod, { path: ['periods'], ...said(f.periods_missing) });

export const changeBody = fields
  .extend({ revision: z.coerce.number().int() })
  .refine(hasPeriod, { path: ['periods'], ...said(f.periods_missing) });

/** A definition as its form shows it. */
export function typedOf(figure: FigureDefinition): Record<string, string | string[]> {
  const number = (one: number | null): string => (one === null ? '' : String(one).replace('.', ','));
  const own = figure.periods.flatMap((asked) =>
    asked.kind === 'window' ? [`${dayAndMonth(asked.from)}-${dayAndMonth(asked.to)}`] : [],
  );
  return {
    name: figure.name,
    unitOfMeasure: figure.unitOfMeasure,
    numberKind: figure.numberKind,
    decimals: String(figure.decimals),
    atMost: number(figure.atMost),
    numeratorLabel: figure.numeratorLabel ?? '',
    denominatorLabel: figure.denominatorLabel ?? '',
    ...(figure.isPart ? { isPart: '1' } : {}),
    dimension: String(figure.dimension),
    subDimension: figure.subDimension ?? '',
    direction: figure.direction,
    groups: [...figure.enteredBy.groups],
    kinds: figure.enteredBy.kinds.map(({ kind, tier }) => kindKey(kind, tier)),
    unitIds: [...figure.enteredBy.unitIds],
    ownerUnitId: figure.ownerUnitId,
    periods: figure.periods.map(({ kind }) => kind).filter((kind) => kind !== 'window'),
    windows: own.join('\n'),
    ...(figure.isCumulative ? { isCumulative: '1' } : {}),
    ...(figure.evidenceWanted ? { evidenceWanted: '1' } : {}),
    rollUp: figure.rollUp,
    target: number(figure.target),
    source: figure.source,
    note: figure.note,
    askedUntil: figure.askedUntil ?? '',
    revision: String(figure.revision),
  };
}
