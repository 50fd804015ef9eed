import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';

const planRow = {
  planId: 'uuid',
  year: 'int',
  title: 'text',
  number: 'text?',
  issuedOn: 'date?',
  unitName: 'text?',
  isOwn: 'bool',
} as const;
export type PublicPlan = RowOf<typeof planRow>;

/** Plans in force that give a commune work: its own, and those of the unit above it; the latest year first. */
export function plansOf(db: Db, unitId: string): Promise<PublicPlan[]> {
  return db.rows(query(planRow)`
    select p.plan_id as "planId", p.year, p.title, p.number, p.issued_on as "issuedOn",
      (select u.name from portal_unit u where u.unit_id = p.unit_id order by u.from_on desc limit 1) as "unitName",
      p.unit_id = ${unitId} as "isOwn"
    from portal_plan p
    where p.unit_id = ${unitId} or p.unit_id in (select parent_id from portal_unit where unit_id = ${unitId})
    order by p.year desc, p.unit_id = ${unitId}, p.issued_on desc nulls last, p.plan_id`);
}

export function planById(db: Db, planId: string): Promise<PublicPlan | undefined> {
  return db.row(query(planRow)`
    select p.plan_id as "planId", p.year, p.title, p.number, p.issued_on as "issuedOn",
      (select u.name from portal_unit u where u.unit_id = p.unit_id order by u.from_on desc limit 1) as "unitName",
      false as "isOwn"
    from portal_plan p where p.plan_id = ${planId}`);
}

const clauseRow = { path: 'text', label: 'text', title: 'text', body: 'text', depth: 'int' } as const;
export type PublicClause = RowOf<typeof clauseRow>;

/** The clauses of a plan in its order. */
export function clausesOf(db: Db, planId: string, most: number): Promise<PublicClause[]> {
  return db.rows(query(clauseRow)`
    select path, label, title, body, array_length(string_to_array(path, '.'), 1) as depth
    from portal_plan_clause where plan_id = ${planId} order by position limit ${most}`);
}

const resultRow = {
  resultId: 'uuid',
  planId: 'uuid',
  year: 'int',
  code: 'text',
  title: 'text',
  products: 'text[]',
  clausePath: 'text?',
  dueOn: 'date?',
  acceptedOn: 'date',
} as const;
export type PublicResult = RowOf<typeof resultRow>;

/** What a commune has done and who asked for it has accepted, the latest acceptance first. */
export function resultsOf(db: Db, unitId: string, most: number): Promise<PublicResult[]> {
  return db.rows(query(resultRow)`
    select result_id as "resultId", plan_id as "planId", year, code, title, products, clause_path as "clausePath",
      due_on as "dueOn", accepted_on as "acceptedOn"
    from portal_result where unit_id = ${unitId} order by accepted_on desc, year desc, code, result_id limit ${most}`);
}
