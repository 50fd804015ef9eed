import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { likePattern } from '../../../kernel/db/word-search.ts';
import { parseProducts } from '../../plans/index.ts';
import type { Practice } from '../domain/practice.ts';

const practiceRow = {
  id: 'uuid',
  version: 'int',
  title: 'text',
  place: 'text',
  placeCode: 'text?',
  placeYear: 'int?',
  parts: 'text[]',
  what: 'text',
  how: 'text',
  source: 'text',
  sourceUrl: 'text?',
  isIllustration: 'bool',
  taskWords: 'text?',
  taskProduct: 'text?',
  taskDue: 'text?',
  taskGroup: 'text?',
  withdrawnReason: 'text?',
  byUnitId: 'uuid?',
  personName: 'text',
  personTitle: 'text',
  recordedAt: 'instant',
} as const;

const columns = sql`p.id, p.version, p.title, p.place, p.place_code as "placeCode", p.place_year as "placeYear", p.parts, p.what,
  p.how, p.source, p.source_url as "sourceUrl", p.is_illustration as "isIllustration", p.task_words as "taskWords",
  p.task_product as "taskProduct", p.task_due as "taskDue", p.task_group as "taskGroup", p.withdrawn_reason as "withdrawnReason",
  p.by_unit_id as "byUnitId", p.person_name as "personName", p.person_title as "personTitle", p.recorded_at as "recordedAt"`;

/** The newest version of each practice, as known before `asOf`, as `p`. */
const newest = (asOf: Date | null): Fragment => sql`(select distinct on (id) * from scoring_practice
  where ${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz order by id, version desc) p`;

function toPractice(row: RowOf<typeof practiceRow>): Practice {
  const { taskWords, taskProduct, taskDue, taskGroup, ...rest } = row;
  const isWhole = taskWords !== null && taskProduct !== null && taskDue !== null;
  return {
    ...rest,
    task: isWhole
      ? {
          words: taskWords,
          productWords: taskProduct,
          products: parseProducts(taskProduct),
          due: taskDue,
          group: taskGroup,
        }
      : null,
  };
}

export interface PracticesWanted {
  readonly part?: string | undefined;
  readonly dimension?: number | undefined;
  /** Words of title, place or content, with or without diacritics. */
  readonly words?: string | undefined;
  /** Only those of the library. */
  readonly withTask?: boolean | undefined;
  readonly asOf: Date | null;
  readonly offset?: number;
  readonly limit: number;
}

export interface PracticePage {
  readonly rows: readonly (Practice & { readonly adopters: number })[];
  readonly total: number;
}

/** Practices that stand, the newest first, each with how many units took it over. */
export async function practicesOf(db: Db, wanted: PracticesWanted): Promise<PracticePage> {
  const { asOf, part, dimension, words } = wanted;
  const where = [sql`p.withdrawn_reason is null`];
  if (part !== undefined) where.push(sql`${part} = any(p.parts)`);
  if (dimension !== undefined)
    where.push(sql`exists (select 1 from unnest(p.parts) c where left(c, 1) = ${String(dimension)})`);
  if (words !== undefined) where.push(sql`p.search like ${likePattern(words)}`);
  if (wanted.withTask) where.push(sql`p.task_words is not null`);
  const rows = await db.rows(query({ ...practiceRow, adopters: 'int', total: 'int' } as const)`
    select ${columns}, (select count(*)::integer from scoring_adoption a where a.practice_id = p.id
        and (${asOf}::timestamptz is null or a.recorded_at < ${asOf}::timestamptz)) as adopters,
      (count(*) over ())::integer as total
    from ${newest(asOf)} where ${joinSql(where, ' and ')}
    order by p.recorded_at desc, p.id desc limit ${wanted.limit} offset ${wanted.offset ?? 0}`);
  return {
    rows: rows.map(({ adopters, total: _, ...row }) => ({ ...toPractice(row), adopters })),
    total: rows[0]?.total ?? 0,
  };
}

/** A practice as it stands, also a withdrawn one; `undefined` when there is none. */
export async function practiceById(
  db: Db,
  id: string,
  asOf: Date | null = null,
): Promise<Practice | undefined> {
  const row = await db.row(
    query(practiceRow)`select ${columns} from ${newest(asOf)} where p.id = ${id}::uuid`,
  );
  return row && toPractice(row);
}

/** All that was written of a practice, the newest first. */
export async function practiceVersions(db: Db, id: string, asOf: Date | null): Promise<Practice[]> {
  const rows = await db.rows(
    query(practiceRow)`select ${columns} from scoring_practice p
      where p.id = ${id}::uuid and (${asOf}::timestamptz is null or p.recorded_at < ${asOf}::timestamptz)
      order by p.version desc`,
  );
  return rows.map(toPractice);
}
