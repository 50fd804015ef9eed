import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Evidence, EvidenceKind, Subject } from '../domain/evidence.ts';

const recordRow = {
  id: 'uuid',
  subjectType: 'text',
  subjectId: 'uuid',
  kind: 'text',
  words: 'text',
  url: 'text?',
  place: 'text?',
  postedFrom: 'date?',
  postedTo: 'date?',
  heldOn: 'date?',
  attendants: 'int?',
  hash: 'text?',
  name: 'text?',
  mediaType: 'text?',
  sizeBytes: 'bigint?',
  originalHash: 'text?',
  thumbnailHash: 'text?',
  width: 'int?',
  height: 'int?',
  capturedAt: 'instant?',
  latitude: 'float?',
  longitude: 'float?',
  personName: 'text',
  recordedAt: 'instant',
  withdrawnAt: 'instant?',
  withdrawnBy: 'text?',
  reason: 'text?',
} as const;

/** Records as they stood before `asOf` (an instant, not included); as they stand when it is `null`. Oldest first. */
function records(db: Db, where: Fragment, asOf: Date | null): Promise<Evidence[]> {
  return db
    .rows(query(recordRow)`
      select r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", r.kind, r.words, r.url, r.place,
        r.posted_from as "postedFrom", r.posted_to as "postedTo", r.held_on as "heldOn", r.attendants, r.file_hash as hash,
        r.file_name as name, r.media_type as "mediaType", r.size_bytes as "sizeBytes", r.original_hash as "originalHash",
        r.thumbnail_hash as "thumbnailHash", r.width, r.height, r.captured_at as "capturedAt",
        r.latitude::double precision as latitude, r.longitude::double precision as longitude,
        r.person_name as "personName", r.recorded_at as "recordedAt", w.withdrawn_at as "withdrawnAt",
        w.person_name as "withdrawnBy", w.reason
      from evidence_record r
        left join evidence_withdrawal w on w.record_id = r.id
          and (${asOf}::timestamptz is null or w.withdrawn_at < ${asOf}::timestamptz)
      where ${where} and (${asOf}::timestamptz is null or r.recorded_at < ${asOf}::timestamptz)
      order by r.recorded_at, r.seq`)
    .then((rows) => rows.map(evidenceFrom));
}

function evidenceFrom(row: RowOf<typeof recordRow>): Evidence {
  const { subjectType, subjectId, kind, hash, name, mediaType, sizeBytes, originalHash } = row;
  const { thumbnailHash, width, height, latitude, longitude, withdrawnAt, withdrawnBy, reason } = row;
  const picture =
    thumbnailHash !== null && width !== null && height !== null ? { thumbnailHash, width, height } : null;
  const file =
    hash !== null && name !== null && mediaType !== null && sizeBytes !== null && originalHash !== null
      ? { hash, name, mediaType, sizeBytes, originalHash, picture }
      : null;
  return {
    id: row.id,
    subject: { type: subjectType, id: subjectId },
    kind: kind as EvidenceKind,
    words: row.words,
    url: row.url,
    place: row.place,
    postedFrom: row.postedFrom,
    postedTo: row.postedTo,
    heldOn: row.heldOn,
    attendants: row.attendants,
    file,
    capturedAt: row.capturedAt,
    location: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    personName: row.personName,
    recordedAt: row.recordedAt,
    withdrawn:
      withdrawnAt === null ? null : { at: withdrawnAt, personName: withdrawnBy ?? '', reason: reason ?? '' },
  };
}

/** Everything that was added to a subject, withdrawn records with their reason among it, as it stood before `asOf`. */
export function evidenceOf(db: Db, subject: Subject, asOf: Date | null): Promise<Evidence[]> {
  return records(db, sql`r.subject_type = ${subject.type} and r.subject_id = ${subject.id}`, asOf);
}

/** One record of a subject; nothing when it belongs to another. */
export async function evidenceById(
  db: Db,
  subject: Subject,
  id: string,
  asOf: Date | null,
): Promise<Evidence | undefined> {
  const [found] = await records(
    db,
    sql`r.id = ${id} and r.subject_type = ${subject.type} and r.subject_id = ${subject.id}`,
    asOf,
  );
  return found;
}
