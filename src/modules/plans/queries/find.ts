import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { answers, distanceOf, isNear, rankOf, type SearchedColumns } from '../../../kernel/db/word-search.ts';
import type { SearchWords } from '../../../kernel/search-words.ts';
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
  /** All that answer; 0 when `offset` lies beyond them. */
  readonly total: number;
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
  p.state in ('draft', 'submitted') as "isDraft", count(*) over () as total`;

/** Plans the actor may see, found once for the whole statement. */
function visiblePlans(actor: Actor, today: CalendarDate): Fragment {
  return sql`seen as materialized (
    select p.id, p.title, p.number, p.year, p.state from plans_plan p where ${visibleTo(actor, today)})`;
}

function found<Row extends { readonly total: number }>(rows: readonly Row[]): Found<Omit<Row, 'total'>> {
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const TASK: SearchedColumns = { search: sql`k.search`, shown: sql`k.words`, code: sql`lower(k.code)` };

/** Tasks of the plans the actor may see; the newest plans first among equally good answers. */
export async function findTasks(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  { words, near, limit, offset }: Find,
): Promise<Found<FoundTask>> {
  const rows = await db.rows(
    query({
      ...inPlan,
      id: 'uuid',
      code: 'text',
      clausePath: 'text?',
      dimension: 'int',
      words: 'text',
      leadWords: 'text',
      dueWords: 'text',
      total: 'bigint',
    } as const)`
      with ${visiblePlans(actor, today)}
      select ${planColumns}, k.id, k.code, k.clause_path as "clausePath", k.dimension, k.words,
        k.lead_words as "leadWords", k.due_words as "dueWords"
      from plans_task k join seen p on p.id = k.plan_id
      where ${near ? isNear(TASK, words) : answers(TASK, words)}
      order by ${near ? distanceOf(TASK, words) : rankOf(TASK, words)}, p.year desc, p.id, k.position
      limit ${limit} offset ${offset}`,
  );
  return found(rows);
}

const CLAUSE: SearchedColumns = {
  search: sql`c.search`,
  shown: sql`(c.title || ' ' || c.body)`,
  code: sql`lower(c.path)`,
};

/** Clauses of the plans the actor may see; the newest plans first among equally good answers. */
export async function findClauses(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  { words, near, limit, offset }: Find,
): Promise<Found<FoundClause>> {
  const rows = await db.rows(
    query({
      ...inPlan,
      id: 'uuid',
      path: 'text',
      title: 'text',
      body: 'text',
      dimension: 'int?',
      total: 'bigint',
    } as const)`
      with ${visiblePlans(actor, today)}
      select ${planColumns}, c.id, c.path, c.title, c.body, c.dimension
      from plans_clause c join seen p on p.id = c.plan_id
      where ${near ? isNear(CLAUSE, words) : answers(CLAUSE, words)}
      order by ${near ? distanceOf(CLAUSE, words) : rankOf(CLAUSE, words)}, p.year desc, p.id, c.position
      limit ${limit} offset ${offset}`,
  );
  return found(rows);
}
