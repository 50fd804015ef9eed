import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { type SnapshotPart, snapshotFactsSchema } from '../snapshot-sources.ts';

/** What had been recorded by the end of a cut-off day. */
export interface Snapshot {
  readonly id: string;
  readonly cutOffOn: CalendarDate;
  /** The cut-off instant: the end of the day. */
  readonly at: Date;
  readonly name: Message;
  readonly takenAt: Date;
  readonly parts: readonly (SnapshotPart & { readonly source: string })[];
}

const snapshotRow = {
  id: 'uuid',
  cutOffOn: 'date',
  at: 'instant',
  nameVi: 'text',
  nameEn: 'text',
  takenAt: 'instant',
} as const;
const partRow = { snapshotId: 'uuid', source: 'text', count: 'bigint', hash: 'text', facts: 'json' } as const;

/** The snapshots of a period in the order of their cut-offs: several only where the cut-off was corrected. `asOf` leaves out later ones. */
export async function snapshotsOf(db: Db, periodId: string, asOf: Date | null = null): Promise<Snapshot[]> {
  const rows = await db.rows(query(snapshotRow)`
    select id, cut_off_on as "cutOffOn", at, name_vi as "nameVi", name_en as "nameEn", taken_at as "takenAt"
    from periods_snapshot
    where period_id = ${periodId} and taken_at < coalesce(${asOf}::timestamptz, 'infinity') order by at`);
  const parts = await db.rows(query(partRow)`
    select snapshot_id as "snapshotId", source, count, hash, facts from periods_snapshot_part
    where snapshot_id = any(${rows.map(({ id }) => id)}::uuid[]) order by source`);
  return rows.map(({ nameVi, nameEn, ...row }) => ({
    ...row,
    name: { vi: nameVi, en: nameEn },
    parts: parts
      .filter(({ snapshotId }) => snapshotId === row.id)
      .map(({ snapshotId: _, facts, ...part }) => ({ ...part, facts: snapshotFactsSchema.parse(facts) })),
  }));
}
