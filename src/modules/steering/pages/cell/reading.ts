import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  AGAINST,
  AGAINST_KEYS,
  asOfSchema,
  boardCounts,
  onSameDay,
  type PlanWithWork,
  type Reading,
  readAgainst,
  readingOf,
} from '../../../assignments/index.ts';
import type { Unit } from '../../../units/index.ts';
import { type Counts, sumOf } from '../../domain/cell.ts';
import { steeringErrors } from '../../errors.ts';
import { planShown } from '../../queries/board.ts';
import { BOARD } from '../board/reading.ts';

export const CELL = `${BOARD}/o`;

export const cellQuery = z.object({
  'ke-hoach': z.uuid().optional().catch(undefined),
  'don-vi': z.uuid(),
  'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  'so-voi': z.enum(AGAINST_KEYS).catch('hien-hanh').default('hien-hanh'),
  as_of: asOfSchema,
});
export type CellQuery = z.output<typeof cellQuery>;

/** One cell of the board: a unit and a content, or the unit as a whole. */
export interface CellView {
  readonly reading: Reading;
  readonly plan: PlanWithWork;
  readonly unit: Unit;
  /** `null`: all contents. */
  readonly dimension: number | null;
  readonly counts: Counts;
  /** The other contents of the unit, with what is overdue in each. */
  readonly contents: ReadonlyMap<number, Counts>;
  again(href: string): string;
  /** Its own address with another content; `null` for the unit as a whole. */
  cell(dimension: number | null): string;
  readonly listHref: string;
}

/** The cell that an address names, as the reader sees it. Throws `steering.no_such_cell` where there is nothing to see. */
export async function cellView(context: RequestContext, query: CellQuery): Promise<CellView> {
  const { db } = context;
  const reading = readAgainst(await readingOf(context, query.as_of), AGAINST[query['so-voi']]);
  const unit = reading.units.byId.get(query['don-vi']);
  const plan = await planShown(db, reading.day.today, query['ke-hoach']);
  ensure(unit && plan, steeringErrors.no_such_cell);
  const counts = (await boardCounts(db, plan.id, reading.scope, reading.day)).filter(
    ({ unitId }) => unitId === unit.id,
  );
  ensure(counts.length > 0, steeringErrors.no_such_cell);
  const dimension = query['noi-dung'] ?? null;
  const again = (href: string): string => onSameDay(reading, `${href}&so-voi=${query['so-voi']}`);
  const about = `ke-hoach=${plan.id}&don-vi=${unit.id}`;
  const content = (number: number | null): string => (number === null ? '' : `&noi-dung=${number}`);
  return {
    reading,
    plan,
    unit,
    dimension,
    counts: sumOf(counts.filter((one) => dimension === null || one.dimension === dimension)),
    contents: new Map(counts.map((one) => [one.dimension, one])),
    again,
    cell: (number) => again(`${CELL}?${about}${content(number)}`),
    listHref: again(`/phan-viec?${about}${content(dimension)}`),
  };
}
