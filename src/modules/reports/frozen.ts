import { createHash } from 'node:crypto';
import type { Db } from '../../kernel/db/database.ts';
import { query } from '../../kernel/db/sql.ts';
import type { Paper } from '../../kernel/paper/index.ts';
import { contentSchema, type ReportContent } from './domain/document.ts';
import { reportPaper } from './paper.ts';

/** What is frozen: the data of the report and its paper, as text of exactly these bytes, with their SHA-256. */
export interface FrozenText {
  readonly text: string;
  readonly hash: string;
}

/** The paper is frozen with the data it was made from: a later edition of the program renders the same words. */
export function freeze(content: ReportContent): FrozenText {
  const data = contentSchema.parse(content);
  const text = JSON.stringify({ v: 1, content: data, paper: reportPaper(data) });
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

/** A submission read back. */
export interface FrozenReport extends FrozenText {
  readonly version: number;
  readonly content: ReportContent;
  readonly paper: Paper;
}

const versionRow = { reportId: 'uuid', version: 'int', document: 'text', hash: 'text' } as const;

function thaw(row: { version: number; document: string; hash: string }): FrozenReport {
  const { content, paper } = JSON.parse(row.document) as { content: unknown; paper: Paper };
  return {
    version: row.version,
    text: row.document,
    hash: row.hash,
    content: contentSchema.parse(content),
    paper,
  };
}

/** One submission as it was frozen; `undefined` when there is none of that number. */
export async function frozenVersion(
  db: Db,
  reportId: string,
  version: number,
): Promise<FrozenReport | undefined> {
  const row = await db.row(query(versionRow)`
    select report_id as "reportId", version::integer as version, document, hash
    from reports_version where report_id = ${reportId} and version = ${version}`);
  return row && thaw(row);
}

/** The submissions named, by report, in one statement. */
export async function frozenVersions(
  db: Db,
  wanted: readonly { readonly reportId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, FrozenReport>> {
  const rows = await db.rows(query(versionRow)`
    select v.report_id as "reportId", v.version::integer as version, v.document, v.hash
    from unnest(${wanted.map((one) => one.reportId)}::uuid[], ${wanted.map((one) => one.version)}::int[]) as w (id, version)
    join reports_version v on v.report_id = w.id and v.version = w.version`);
  return new Map(rows.map((row) => [row.reportId, thaw(row)]));
}
