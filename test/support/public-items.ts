import { createHash } from 'node:crypto';
import { type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';
import { sql } from '../../src/kernel/db/sql.ts';
import { withoutDiacritics } from '../../src/kernel/i18n.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type PublicBody, publicBodySchema, type Section } from '../../src/modules/disclosure/index.ts';
import type { TestTenant } from './database.ts';

export interface PublicItem {
  readonly unitId: string;
  readonly unitName?: string;
  readonly section?: Section;
  readonly code?: string;
  readonly occurrence?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly eventOn?: CalendarDate;
  readonly publishedOn?: CalendarDate;
  readonly updatedAt?: Date;
  readonly isWithdrawn?: boolean;
  readonly isIndexed?: boolean;
  readonly body?: Partial<PublicBody>;
}

/** What an item says where a test does not care. */
export const plainBody: PublicBody = {
  v: 1,
  name: { vi: 'Dự toán ngân sách xã', en: 'Budget of the commune' },
  about: { vi: 'Xã thu và chi bao nhiêu trong năm.', en: 'What the commune takes in and spends.' },
  officialForm: null,
  basis: [{ document: 'Luật 10/2022/QH15', article: '11', clause: '1' }],
  basisStatus: 'CONFIRMED',
  dueOn: '2024-01-15',
  fields: [],
  personal: null,
  files: [],
  places: [],
  says: { seen: 0, notSeen: 0, wrong: 0 },
  answers: [],
  history: [{ number: 1, kind: 'publish', on: '2024-01-10', reason: null }],
  nil: null,
};

/** Writes a public row as the disclosure room would, for tests of what reads it; answers the item's id. */
export async function putPublicItem(
  place: Pick<TestTenant, 'db' | 'clock'>,
  item: PublicItem,
): Promise<string> {
  const { unitId, unitName = 'UBND xã Một', section = 'budget', code = 'du-toan-ngan-sach-xa' } = item;
  const id = newId();
  const termsId = newId();
  const { occurrence = id, title = 'Dự toán ngân sách xã năm 2024', summary = 'Xã thu 3,2 tỷ đồng.' } = item;
  const { isWithdrawn = false, updatedAt = place.clock.now() } = item;
  const { eventOn = calendarDate('2024-01-05'), publishedOn = calendarDate('2024-01-10') } = item;
  const body = publicBodySchema.parse({ ...plainBody, ...item.body });
  const hash = createHash('sha256').update(id).digest('hex');
  await place.db.transaction(async (tx) => {
    await tx.run(sql`insert into disclosure_terms (id, code, hash, terms, recorded_at)
      values (${termsId}, ${code}, ${hash}, '{"v": 1}', ${updatedAt})`);
    await tx.run(sql`
      insert into disclosure_item (id, terms_id, code, section, unit_id, occurrence, title, event_on, due_on, due, dimension,
        opened_at, opened_by)
      values (${id}, ${termsId}, ${code}, ${section}, ${unitId}, ${occurrence}, ${title}, ${eventOn}, ${eventOn}, '{}', 2,
        ${updatedAt}, 'test')`);
    await tx.run(sql`
      insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension,
        event_on, published_on, updated_at, is_withdrawn, village_ids, hangs_until, personal_until, is_indexed, search)
      values (${id}, ${unitId}, ${unitName}, ${section}, ${code}, ${occurrence}, ${title}, ${summary},
        ${JSON.stringify(body)}, 2, ${eventOn}, ${publishedOn}, ${updatedAt}, ${isWithdrawn}, '{}', null, null,
        ${item.isIndexed ?? true}, ${withoutDiacritics(`${title} ${summary}`)})`);
  });
  return id;
}

/** The item changed at `at`. */
export async function touchPublicItem(place: Pick<TestTenant, 'db'>, id: string, at: Date): Promise<void> {
  await place.db.transaction((tx) =>
    tx.run(sql`update disclosure_public set updated_at = ${at} where item_id = ${id}`),
  );
}
