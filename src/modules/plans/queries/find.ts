import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, plannedEachTime, query, sql } from '../../../kernel/db/sql.ts';
import {
  distanceOf,
  hasCode,
  hasPhrase,
  hasWords,
  isNear,
  rankOf,
  type SearchedColumns,
} from '../../../kernel/db/word-search.ts';
import type { SearchWords } from '../../../kernel/search-words.ts';
import { planLimits } from '../limits.ts';
import { visibleTo } from './plan-list.ts';

/** What to look for and which stretch of the answers; `near` asks for similar spelling instead of the words themselves. */
export interface Find {
  readonly words: SearchWords;
  readonly near: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface Found<Row> {
  /** Best answer first. */
  readonly rows: readonly Row[];
  /** How many answer, counted up to `search_ranked`. */
  readonly total: number;
  /** More answer than were counted: of these only the newest plans' were ranked. */
  readonly more: boolean;
}

interface InPlan {
  readonly planId: string;
  readonly planTitle: string;
  readonly planNumber: string | null;
  readonly year: number;
  /** Not issued yet: only its writers see it. */
  readonly isDraft: boolean;
}

export interface FoundTask extends InPlan {
  readonly id: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly dimension: number;
  readonly words: string;
  readonly leadWords: string;
  readonly dueWords: string;
}

export interface FoundClause extends InPlan {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly body: string;
  readonly dimension: number | null;
}

const inPlan = {
  planId: 'uuid',
  planTitle: 'text',
  planNumber: 'text?',
  year: 'int',
  isDraft: 'bool',
} as const;
const planColumns = sql`p.id as "planId", p.title as "planTitle", p.number as "planNumber", p.year,
  p.state in ('draft', 'submitted') as "isDraft"`;

type Condition = (columns: SearchedColumns) => Fragment;

interface Source {
  /** The table, as `k`. */
  readonly table: Fragment;
  readonly columns: SearchedColumns;
}

const TASKS: Source = {
  table: sql`plans_task k`,
  columns: { search: sql`k.search`, shown: sql`k.words`, code: sql`lower(k.code)` },
};

const CLAUSES: Source = {
  table: sql`plans_clause k`,
  columns: { search: sql`k.search`, shown: sql`(k.title || ' ' || k.body)`, code: sql`lower(k.path)` },
};

/** Who asks, on which day: decides which plans are searched. */
interface Asking {
  readonly db: Db;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** Up to `limit` ids that meet `condition`, read plan by plan from the newest of at most `plans` (`null`: all). */
async function newestIds(
  { db, actor, today }: Asking,
  { table, columns }: Source,
  condition: Condition,
  plans: number | null,
  limit: number,
): Promise<string[]> {
  // One plan after another in the order of `seen`; `offset 0` keeps the planner from turning that round. The empty text
  // hides the trigram index, which would otherwise be read whole for each plan.
  const wanted = condition({ ...columns, search: sql`(${columns.search} || '')` });
  const rows = await db.rows(
    plannedEachTime(query({ id: 'uuid' } as const)`
    with seen as materialized (
      select p.id from plans_plan p where ${visibleTo(actor, today)}
      order by p.year desc, p.issued_on desc nulls first, p.id desc limit ${plans}
    )
    select hit.id from seen cross join lateral (
      select k.id from ${table} where k.plan_id = seen.id and ${wanted} offset 0
    ) hit limit ${limit}`),
  );
  return rows.map((row) => row.id);
}

/**
 * Ids that meet `condition`, of the newest plans where they are too many to rank. A condition that very many rows meet is
 * met often in each plan, so there a few plans read whole are cheaper than all rows from the index.
 */
async function idsOf(asking: Asking, source: Source, condition: Condition): Promise<string[]> {
  const { db, actor, today } = asking;
  const most = planLimits.search_ranked;
  const rows = await db.rows(
    plannedEachTime(query({ id: 'uuid', read: 'bigint' } as const)`
    select hit.id, count(*) over () as read from (
      select k.id, p.year, p.issued_on, p.id as plan_id from ${source.table} join plans_plan p on p.id = k.plan_id
      where ${condition(source.columns)} and ${visibleTo(actor, today)} limit ${planLimits.search_read}
    ) hit order by hit.year desc, hit.issued_on desc nulls first, hit.plan_id desc limit ${most + 1}`),
  );
  const tooMany = (rows[0]?.read ?? 0) >= planLimits.search_read;
  return tooMany ? newestIds(asking, source, condition, null, most + 1) : rows.map((row) => row.id);
}

/**
 * What is worth ranking. Words that stand together come before words that stand apart, so that a phrase made of common
 * words is found even where each word alone is everywhere.
 */
async function candidates(asking: Asking, source: Source, { words, near }: Find): Promise<string[]> {
  const { search_near_plans: plans, search_ranked: most } = planLimits;
  if (near) return newestIds(asking, source, (columns) => isNear(columns, words), plans, most);
  const isCode = !words.typed.includes(' ');
  if (!isCode && !words.selective) return [];
  const together = await idsOf(asking, source, (columns) => {
    const parts = isCode ? [hasCode(columns, words)] : [];
    if (words.selective) parts.push(hasPhrase(columns, words));
    return sql`(${joinSql(parts, ' or ')})`;
  });
  if (!words.selective || words.words.length === 1 || together.length > most) return together;
  const apart = await idsOf(asking, source, (columns) => sql`(${hasWords(columns, words)})`);
  return [...new Set([...together, ...apart])];
}

/** Ranks the candidates and answers the stretch asked for, through `read`. */
async function find<Row>(
  asking: Asking,
  source: Source,
  wanted: Find,
  read: (from: Fragment) => Promise<Row[]>,
): Promise<Found<Row>> {
  const all = await candidates(asking, source, wanted);
  const ids = all.slice(0, planLimits.search_ranked);
  if (ids.length === 0) return { rows: [], total: 0, more: false };
  const order = wanted.near ? distanceOf(source.columns, wanted.words) : rankOf(source.columns, wanted.words);
  const rows = await read(sql`from ${source.table} join plans_plan p on p.id = k.plan_id
    where k.id = any(${ids}::uuid[])
    order by ${order}, p.year desc, p.id, k.position limit ${wanted.limit} offset ${wanted.offset}`);
  return { rows, total: ids.length, more: all.length > ids.length };
}

/** Tasks of the plans the actor may see; the newest plans first among equally good answers. */
export function findTasks(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  wanted: Find,
): Promise<Found<FoundTask>> {
  const taskRow = {
    ...inPlan,
    id: 'uuid',
    code: 'text',
    clausePath: 'text?',
    dimension: 'int',
    words: 'text',
    leadWords: 'text',
    dueWords: 'text',
  } as const;
  return find({ db, actor, today }, TASKS, wanted, (from) =>
    db.rows(query(
      taskRow,
    )`select ${planColumns}, k.id, k.code, k.clause_path as "clausePath", k.dimension, k.words,
      k.lead_words as "leadWords", k.due_words as "dueWords" ${from}`),
  );
}

/** Clauses of the plans the actor may see; the newest plans first among equally good answers. */
export function findClauses(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  wanted: Find,
): Promise<Found<FoundClause>> {
  const clauseRow = {
    ...inPlan,
    id: 'uuid',
    path: 'text',
    title: 'text',
    body: 'text',
    dimension: 'int?',
  } as const;
  return find({ db, actor, today }, CLAUSES, wanted, (from) =>
    db.rows(query(clauseRow)`select ${planColumns}, k.id, k.path, k.title, k.body, k.dimension ${from}`),
  );
}
