import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import type { EvidenceKind, Subject } from './domain/evidence.ts';

/** One at a time adds to or takes from a subject, so that counts and repeats are seen. */
export async function lockSubject(tx: Tx, subject: Subject): Promise<void> {
  const name = `evidence ${subject.type} ${subject.id}`;
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || ${name}::text, 0))`,
  );
}

export interface NewRecord {
  readonly id: string;
  readonly subject: Subject;
  readonly kind: EvidenceKind;
  readonly words: string;
  readonly url: string | null;
  readonly place: string | null;
  readonly postedFrom: CalendarDate | null;
  readonly postedTo: CalendarDate | null;
  readonly heldOn: CalendarDate | null;
  readonly attendants: number | null;
  readonly file: {
    readonly hash: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly originalHash: string;
    readonly thumbnailHash: string | null;
    readonly width: number | null;
    readonly height: number | null;
  } | null;
  readonly capturedAt: Date | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly unitId: string | null;
  readonly recordedAt: Date;
}

/** Writes any number of records in one statement. */
export async function insertRecords(tx: Tx, records: readonly NewRecord[]): Promise<void> {
  const column = <T>(of: (record: NewRecord) => T): T[] => records.map(of);
  await tx.run(sql`
    insert into evidence_record (id, subject_type, subject_id, kind, words, url, place, posted_from, posted_to, held_on,
      attendants, file_hash, file_name, media_type, size_bytes, original_hash, thumbnail_hash, width, height, captured_at,
      latitude, longitude, person_id, person_name, unit_id, recorded_at)
    select * from unnest(${column((r) => r.id)}::uuid[], ${column((r) => r.subject.type)}::text[],
      ${column((r) => r.subject.id)}::uuid[], ${column((r) => r.kind)}::text[], ${column((r) => r.words)}::text[],
      ${column((r) => r.url)}::text[], ${column((r) => r.place)}::text[], ${column((r) => r.postedFrom)}::date[],
      ${column((r) => r.postedTo)}::date[], ${column((r) => r.heldOn)}::date[], ${column((r) => r.attendants)}::integer[],
      ${column((r) => r.file?.hash ?? null)}::text[], ${column((r) => r.file?.name ?? null)}::text[],
      ${column((r) => r.file?.mediaType ?? null)}::text[], ${column((r) => r.file?.sizeBytes ?? null)}::bigint[],
      ${column((r) => r.file?.originalHash ?? null)}::text[], ${column((r) => r.file?.thumbnailHash ?? null)}::text[],
      ${column((r) => r.file?.width ?? null)}::integer[], ${column((r) => r.file?.height ?? null)}::integer[],
      ${column((r) => r.capturedAt)}::timestamptz[], ${column((r) => r.latitude)}::numeric[],
      ${column((r) => r.longitude)}::numeric[], ${column((r) => r.personId)}::uuid[],
      ${column((r) => r.personName)}::text[], ${column((r) => r.unitId)}::uuid[],
      ${column((r) => r.recordedAt)}::timestamptz[])`);
}
