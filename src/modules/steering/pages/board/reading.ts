import { z } from 'zod';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  AGAINST,
  AGAINST_KEYS,
  type Against,
  asOfSchema,
  onSameDay,
  type Reading,
  readAgainst,
  readingOf,
} from '../../../assignments/index.ts';
import { ALL_GROUPS, type HeatBoard, heatBoard } from '../../queries/board.ts';

export const BOARD = '/dieu-hanh';

export const boardQuery = z.object({
  'ke-hoach': z.uuid().optional().catch(undefined),
  nhom: z.string().max(60).optional(),
  'so-voi': z.enum(AGAINST_KEYS).catch('hien-hanh').default('hien-hanh'),
  'man-hinh': z.literal('day-du').optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
export type BoardQuery = z.output<typeof boardQuery>;

/** What every part of the board's page needs. */
export interface BoardView {
  readonly reading: Reading;
  readonly against: Against;
  readonly board: HeatBoard;
  /** An address read on the same day. */
  here(href: string): string;
  /** An address with filters about work, read on the same day and against the same plan. */
  again(href: string): string;
  /** The list of the plan's work of the units that are shown, without further filters. */
  readonly listHref: string;
  /** The same of every unit that the reader sees. */
  readonly wholeHref: string;
}

/** Reads the board that an address asks for; `null` while no plan was issued. Throws `kernel.as_of_unreadable`. */
export async function boardView(context: RequestContext, query: BoardQuery): Promise<BoardView | null> {
  const against = AGAINST[query['so-voi']];
  const reading = readAgainst(await readingOf(context, query.as_of), against);
  const board = await heatBoard(context.db, {
    reading,
    planId: query['ke-hoach'],
    group: query.nhom,
    now: context.now,
  });
  if (!board) return null;
  const here = (href: string): string => onSameDay(reading, href);
  const again = (href: string): string => here(`${href}&so-voi=${query['so-voi']}`);
  const whole = `/phan-viec?ke-hoach=${board.plan.id}`;
  const group = board.chosen === ALL_GROUPS ? '' : `&nhom=${encodeURIComponent(board.chosen)}`;
  return {
    reading,
    against,
    board,
    here,
    again,
    listHref: again(`${whole}${group}`),
    wholeHref: again(whole),
  };
}

/** The facts of one cell, or of a unit as a whole. */
export function cellHref(
  { again, board }: Pick<BoardView, 'again' | 'board'>,
  unitId: string,
  dimension?: number,
): string {
  const content = dimension === undefined ? '' : `&noi-dung=${dimension}`;
  return again(`${BOARD}/o?ke-hoach=${board.plan.id}&don-vi=${unitId}${content}`);
}
