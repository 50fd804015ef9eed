import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Counted } from '../domain/enough.ts';
import type { EvidenceKind } from '../domain/evidence.ts';

/** What stands at a subject, counted: without what was withdrawn. */
export interface EvidenceSummary {
  readonly total: number;
  /** One entry for each kind and whether it has a file: what `lackingFor` asks for. */
  readonly counted: readonly (Counted & { readonly count: number })[];
}

export const NO_EVIDENCE: EvidenceSummary = { total: 0, counted: [] };

const countRow = { subjectId: 'uuid', kind: 'text', hasFile: 'bool', count: 'int' } as const;

/** Counts for many subjects of a type in one statement, as they stood before `asOf`. A subject without evidence is absent. */
export async function evidenceSummary(
  db: Db,
  subjectType: string,
  ids: readonly string[],
  asOf: Date | null,
): Promise<ReadonlyMap<string, EvidenceSummary>> {
  const rows = await db.rows(query(countRow)`
    select r.subject_id as "subjectId", r.kind, r.file_hash is not null as "hasFile", count(*)::integer as count
    from evidence_record r
    where r.subject_type = ${subjectType} and r.subject_id = any(${ids}::uuid[])
      and (${asOf}::timestamptz is null or r.recorded_at < ${asOf}::timestamptz)
      and not exists (select from evidence_withdrawal w where w.record_id = r.id
        and (${asOf}::timestamptz is null or w.withdrawn_at < ${asOf}::timestamptz))
    group by r.subject_id, r.kind, r.file_hash is not null`);
  const out = new Map<string, EvidenceSummary>();
  for (const { subjectId, kind, hasFile, count } of rows) {
    const { total, counted } = out.get(subjectId) ?? NO_EVIDENCE;
    const own = { kind: kind as EvidenceKind, file: hasFile ? {} : null, withdrawn: null, count };
    out.set(subjectId, { total: total + count, counted: [...counted, own] });
  }
  return out;
}
