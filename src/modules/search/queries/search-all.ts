import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { SearchWords } from '../../../kernel/search-words.ts';
import {
  type Find,
  type Found,
  type FoundClause,
  type FoundTask,
  findClauses,
  findTasks,
  type ListedPlan,
  planList,
} from '../../plans/index.ts';
import { type FoundUnit, findUnits } from '../../units/index.ts';
import { searchRoomLimits } from '../limits.ts';

export const GROUPS = ['tasks', 'units', 'clauses', 'plans'] as const;
export type Group = (typeof GROUPS)[number];

export interface Results {
  /** True when nothing holds the words and these are only spelled much like them. */
  readonly near: boolean;
  readonly tasks: Found<FoundTask>;
  readonly units: Found<FoundUnit>;
  readonly clauses: Found<FoundClause>;
  readonly plans: Found<ListedPlan>;
}

const NOTHING = { rows: [], total: 0, more: false };

async function findPlans(db: Db, actor: Actor, today: CalendarDate, find: Find): Promise<Found<ListedPlan>> {
  if (find.near) return NOTHING;
  const { rows, total } = await planList(db, actor, today, { words: find.words.typed }, find);
  return { rows, total, more: false };
}

const FINDERS = {
  tasks: findTasks,
  units: async (db: Db, _actor: Actor, today: CalendarDate, find: Find): Promise<Found<FoundUnit>> => ({
    ...(await findUnits(db, today, find)),
    more: false,
  }),
  clauses: findClauses,
  plans: findPlans,
} as const;

async function all(db: Db, actor: Actor, today: CalendarDate, find: Find): Promise<Results> {
  const [tasks, units, clauses, plans] = await Promise.all([
    FINDERS.tasks(db, actor, today, find),
    FINDERS.units(db, actor, today, find),
    FINDERS.clauses(db, actor, today, find),
    FINDERS.plans(db, actor, today, find),
  ]);
  return { near: find.near, tasks, units, clauses, plans };
}

/**
 * The best answers of every group, within the rights of the actor: each room's own door decides what is seen. When
 * nothing at all holds the words, similar spellings are looked for.
 */
export async function searchAll(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  words: SearchWords,
  limit: number = searchRoomLimits.group_rows,
): Promise<Results> {
  const exact = await all(db, actor, today, { words, near: false, limit, offset: 0 });
  if (!words.selective || GROUPS.some((group) => exact[group].total > 0)) return exact;
  return all(db, actor, today, { words, near: true, limit: searchRoomLimits.near_rows, offset: 0 });
}

/** A page of one group; `page` counts from 1. */
export async function searchGroup<G extends Group>(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  words: SearchWords,
  group: G,
  page: number,
): Promise<Pick<Results, G>> {
  const limit = searchRoomLimits.page_rows;
  const find = { words, near: false, limit, offset: (page - 1) * limit };
  return { [group]: await FINDERS[group](db, actor, today, find) } as unknown as Pick<Results, G>;
}
