import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { searchPattern } from './search-pattern.ts';

export interface FoundClause {
  readonly planId: string;
  readonly planTitle: string;
  readonly year: number;
  readonly path: string;
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly dimension: number | null;
}

/** Clauses of issued plans that hold these words, with or without diacritics; the newest plans first. */
export async function searchClauses(db: Db, words: string, limit: number): Promise<FoundClause[]> {
  return db.rows(
    query({
      planId: 'uuid',
      planTitle: 'text',
      year: 'int',
      path: 'text',
      label: 'text',
      title: 'text',
      body: 'text',
      dimension: 'int?',
    })`select p.id as "planId", p.title as "planTitle", p.year, c.path, c.label, c.title, c.body, c.dimension
      from plans_clause c join plans_plan p on p.id = c.plan_id
      where c.search like ${searchPattern(words)} and p.state in ('issued', 'closed')
      order by p.year desc, p.id, c.position limit ${limit}`,
  );
}
