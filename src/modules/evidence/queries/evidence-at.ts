import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { EvidenceKind } from '../domain/evidence.ts';

/** All evidence of the tenant that counted at an instant. */
export interface EvidenceAt {
  readonly count: number;
  readonly perKind: Readonly<Partial<Record<EvidenceKind, number>>>;
  /** SHA-256 over every record with its subject and its file, in hex: the same whenever it is read. */
  readonly hash: string;
}

const evidenceAtRow = { count: 'bigint', perKind: 'json', hash: 'text' } as const;

/** Counts and a hash of what had been recorded, and not withdrawn, before the instant `at`. */
export async function evidenceAt(db: Db, at: Date): Promise<EvidenceAt> {
  const row = await db.one(query(evidenceAtRow)`
    with e as (
      select r.id, r.kind, concat_ws('|', r.id, r.subject_type, r.subject_id, r.kind, coalesce(r.file_hash, '-'),
        coalesce(r.url, '-')) as line
      from evidence_record r
      where r.recorded_at < ${at}::timestamptz and not exists (
        select 1 from evidence_withdrawal w where w.record_id = r.id and w.withdrawn_at < ${at}::timestamptz)
    )
    select count(*) as count,
      (select coalesce(jsonb_object_agg(k.kind, k.n), '{}') from (select kind, count(*) as n from e group by kind) k) as "perKind",
      encode(sha256(convert_to(coalesce(string_agg(line, chr(10) order by id), ''), 'UTF8')), 'hex') as hash
    from e`);
  return { ...row, perKind: row.perKind as EvidenceAt['perKind'] };
}
