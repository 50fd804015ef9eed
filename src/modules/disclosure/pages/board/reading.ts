import { z } from 'zod';
import { type CalendarDate, dateOf, endOfMonth } from '../../../../kernel/dates.ts';
import { ensure } from '../../../../kernel/errors.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { groupOf, isGap } from '../../domain/compliance.ts';
import { PLACE_KINDS, SECTIONS } from '../../domain/declaration.ts';
import { STATES } from '../../domain/state.ts';
import { disclosureErrors } from '../../errors.ts';
import { seenUnits } from '../../policy.ts';
import { type BoardItem, boardItems } from '../../queries/compliance-board.ts';
import { type Looking, lookingAt } from '../looking.ts';

export const BOARD = '/cong-khai/bang';
export const VIEWS = ['linh-vuc', 'noi', 'papi', 'muc'] as const;
export type View = (typeof VIEWS)[number];

/** What cannot be read filters nothing; a unit that the reader may not see is refused. */
export const boardQuery = z.object({
  xem: z.enum(VIEWS).default('linh-vuc').catch('linh-vuc'),
  'don-vi': z.uuid().optional().catch(undefined),
  thon: z.uuid().optional().catch(undefined),
  noi: z.enum(PLACE_KINDS).optional().catch(undefined),
  'linh-vuc': z.enum(SECTIONS).optional().catch(undefined),
  'nghia-vu': z.string().max(60).optional(),
  'noi-dung': z.coerce.number().int().min(1).max(8).optional().catch(undefined),
  'thanh-phan': z
    .string()
    .regex(/^[1-8]\.[1-9]$/)
    .optional()
    .catch(undefined),
  ky: z
    .string()
    .regex(/^20\d\d(Q[1-4])?$/)
    .optional()
    .catch(undefined),
  'trang-thai': z
    .enum([...STATES, 'nhom-qua-han', 'nhom-du', 'nhom-thieu'])
    .optional()
    .catch(undefined),
  thieu: z.literal('1').optional().catch(undefined),
  khac: z.literal('1').optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
export type BoardQuery = z.output<typeof boardQuery>;

export interface BoardReading extends Looking {
  readonly query: BoardQuery;
  /** Items that fit, latest due last. */
  readonly items: readonly BoardItem[];
  /** Units that the reader may choose from: those that owe something. */
  readonly unitIds: readonly string[];
}

/** The first and last day of `2024` or `2024Q2`. */
export function daysOf(ky: string | undefined): { dueFrom?: CalendarDate; dueTo?: CalendarDate } {
  if (ky === undefined) return {};
  const year = Number(ky.slice(0, 4));
  const quarter = ky.length > 4 ? Number(ky[5]) : null;
  const from = dateOf(year, quarter === null ? 1 : quarter * 3 - 2, 1);
  return from ? { dueFrom: from, dueTo: endOfMonth(year, quarter === null ? 12 : quarter * 3) } : {};
}

/** Throws `disclosure.may_not_see` for a unit outside what the reader sees. */
export async function boardReading(context: RequestContext, query: BoardQuery): Promise<BoardReading> {
  const looking = await lookingAt(context, query.as_of);
  const seen = seenUnits(context.actor, looking.units.tree);
  const wanted = query['don-vi'];
  ensure(wanted === undefined || seen === null || seen.includes(wanted), disclosureErrors.may_not_see);
  const all = await boardItems(context.db, {
    unitIds: seen,
    day: looking.day,
    asOf: looking.before,
    ...daysOf(query.ky),
  });
  const { names } = looking.units;
  const unitIds = [...new Set(all.map(({ item }) => item.unitId))].sort((a, b) =>
    (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'vi'),
  );
  return { ...looking, query, unitIds, items: all.filter((one) => fits(one, query)) };
}

function fits(one: BoardItem, query: BoardQuery): boolean {
  const { item, places } = one;
  const { thon, noi } = query;
  const is = <T>(wanted: T | undefined, value: T): boolean => wanted === undefined || wanted === value;
  return (
    is(query['don-vi'], item.unitId) &&
    is(query['linh-vuc'], item.section) &&
    is(query['nghia-vu'], item.code) &&
    is(query['noi-dung'], item.dimension) &&
    is<string | null>(query['thanh-phan'], item.subDimension) &&
    (thon === undefined || places.some(({ villageId }) => villageId === thon)) &&
    (noi === undefined || places.some(({ kind }) => kind === noi)) &&
    hasState(one, query['trang-thai']) &&
    (query.thieu === undefined || isGap(one)) &&
    (query.khac === undefined || one.notSeen + one.wrong > 0)
  );
}

function hasState(one: BoardItem, wanted: BoardQuery['trang-thai']): boolean {
  switch (wanted) {
    case undefined:
      return true;
    case 'nhom-qua-han':
      return groupOf(one) === 'late';
    case 'nhom-du':
      return groupOf(one) === 'proven';
    case 'nhom-thieu':
      return groupOf(one) === 'posted';
    default:
      return one.state === wanted;
  }
}
