import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { jpegPicture, phonePhoto, pngPicture } from '../../../test/support/pictures.ts';
import type { Actor } from '../../kernel/authz.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashOf } from '../../kernel/files.ts';
import { newId } from '../../kernel/ids.ts';
import {
  addEvidence,
  addToMany,
  captureDoubt,
  type EvidenceInput,
  evidenceById,
  evidenceFile,
  evidenceOf,
  evidenceSummary,
  lackingFor,
  NO_EVIDENCE,
  prepareEvidence,
  readUpload,
  type Subject,
  withdrawEvidence,
} from './index.ts';
import { evidenceLimits } from './limits.ts';

let place: TestTenant;
beforeAll(async () => {
  place = await testTenant();
});
afterAll(() => place.close());

const clerk: Actor = { personId: newId(), name: 'Trần Thị Ghi', posts: [], current: null, scopes: null };
const aSubject = (): Subject => ({ type: 'trial', id: newId() });
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const file = (name: string, words: string): EvidenceInput => ({
  kind: 'file',
  upload: { name, bytes: text(words) },
});
const pdf = (words: string): string => `%PDF-1.7\n${words}\n%%EOF\n`;

async function add(subject: Subject, ...items: EvidenceInput[]) {
  const prepared = await prepareEvidence(items, place.clock.now());
  return place.db.transaction((tx) =>
    addEvidence(place.context(clerk), tx, { subject, items: prepared }, place.files),
  );
}

const withdraw = (subject: Subject, evidenceId: string, reason = 'tải nhầm tệp') =>
  place.db.transaction((tx) => withdrawEvidence(place.context(clerk), tx, { subject, evidenceId, reason }));

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

describe('evidence that is added', () => {
  it('keeps each kind with its facts, who added it and when, and one audit event each', async () => {
    const subject = aSubject();
    const photo = await phonePhoto({ takenAt: '2024:06:20 08:30:00', latitude: 20.8, longitude: 106.1 });
    await add(
      subject,
      { kind: 'photo', words: ' Bảng tin nhà văn hóa ', upload: { name: 'IMG_1.jpg', bytes: photo } },
      { kind: 'link', url: 'anthi.hungyen.gov.vn/cong-khai' },
      { kind: 'posting', place: 'Trụ sở UBND xã', from: '2024-06-01', to: '2024-06-30' },
      {
        kind: 'minutes',
        heldOn: '2024-06-10',
        place: 'Hội trường',
        attendants: 45,
        upload: { name: 'bien-ban.pdf', bytes: text(pdf('biên bản')) },
      },
    );
    const records = await evidenceOf(place.db, subject, null);
    expect(records.map((record) => record.kind)).toEqual(['photo', 'link', 'posting', 'minutes']);
    const [first, link, posting, minutes] = records;
    expect(first).toMatchObject({
      words: 'Bảng tin nhà văn hóa',
      personName: 'Trần Thị Ghi',
      recordedAt: place.clock.now(),
      location: null,
      withdrawn: null,
      file: { name: 'IMG_1.jpg', mediaType: 'image/jpeg', originalHash: hashOf(photo) },
    });
    expect(first?.capturedAt?.toISOString()).toBe('2024-06-20T01:30:00.000Z');
    expect(link?.url).toBe('https://anthi.hungyen.gov.vn/cong-khai');
    expect(posting).toMatchObject({
      place: 'Trụ sở UBND xã',
      postedFrom: '2024-06-01',
      postedTo: '2024-06-30',
    });
    expect(minutes).toMatchObject({ heldOn: '2024-06-10', attendants: 45, place: 'Hội trường' });
    const events = await place.db.rows(
      query({ event: 'text' })`select event from kernel_audit where subject_id = ${subject.id}`,
    );
    expect(events).toEqual(Array(4).fill({ event: 'evidence.added' }));
  });

  it('keeps what it says it keeps: the hash of the bytes on disk, and nothing of the camera in them', async () => {
    const subject = aSubject();
    const bytes = await phonePhoto({ latitude: 20.8, longitude: 106.1 });
    await add(subject, { kind: 'photo', upload: { name: 'a.jpg', bytes } });
    const [record] = await evidenceOf(place.db, subject, null);
    const kept = Buffer.from(await place.files.read(record?.file?.hash ?? ''));
    expect(hashOf(kept)).toBe(record?.file?.hash);
    expect(kept.length).toBe(record?.file?.sizeBytes);
    expect(kept.includes('Exif')).toBe(false);
  });

  it('keeps the place of taking as data of the record only when that is asked', async () => {
    const subject = aSubject();
    const bytes = await phonePhoto({ latitude: 20.8125, longitude: 106.0875 });
    const upload = { name: 'a.jpg', bytes };
    await add(subject, {
      kind: 'posting',
      place: 'Đình làng',
      from: '2024-06-01',
      upload,
      keepLocation: true,
    });
    const [record] = await evidenceOf(place.db, subject, null);
    expect(record?.location?.latitude).toBeCloseTo(20.8125, 5);
    expect(record?.location?.longitude).toBeCloseTo(106.0875, 5);
  });

  it('keeps the camera’s time as it was said, and says when it is not to be believed', async () => {
    const subject = aSubject();
    for (const takenAt of ['2024:06:20 08:30:00', '2031:01:01 00:00:00', '2019:05:05 10:00:00'])
      await add(subject, {
        kind: 'photo',
        upload: { name: 'a.jpg', bytes: await phonePhoto({ takenAt }) },
      });
    const records = await evidenceOf(place.db, subject, null);
    const doubts = records.map(
      ({ capturedAt, recordedAt }) => capturedAt && captureDoubt(capturedAt, recordedAt),
    );
    expect(doubts).toEqual([null, 'future', 'old']);
  });

  it('tells a repeat of the same file or link instead of keeping it twice, until it is withdrawn', async () => {
    const subject = aSubject();
    const link: EvidenceInput = { kind: 'link', url: 'https://a.vn/x' };
    const { ids } = await add(subject, file('a.pdf', pdf('a')), link);
    place.clock.advance(60_000);
    const again = await add(
      subject,
      file('ban sao.pdf', pdf('a')),
      link,
      file('b.pdf', pdf('b')),
      file('c.pdf', pdf('b')),
    );
    expect(again.ids).toHaveLength(1);
    expect(again.already.map(({ name }) => name)).toEqual(['ban sao.pdf', 'https://a.vn/x', 'c.pdf']);
    expect(again.already[0]?.since).toEqual(new Date(place.clock.now().getTime() - 60_000));
    await withdraw(subject, ids[0] ?? '');
    expect((await add(subject, file('a.pdf', pdf('a')))).ids).toHaveLength(1);
    expect((await add(aSubject(), file('a.pdf', pdf('a')))).ids).toHaveLength(1);
  });

  it('two uploads of one file at the same moment leave one record', async () => {
    const subject = aSubject();
    const both = await Promise.all([1, 2].map(() => add(subject, file('a.pdf', pdf('song song')))));
    expect(both.map(({ ids }) => ids.length).sort()).toEqual([0, 1]);
    expect(await evidenceOf(place.db, subject, null)).toHaveLength(1);
  });

  it('is bounded for one upload and for one subject; what was withdrawn makes room', async () => {
    const links = (from: number, count: number): EvidenceInput[] =>
      Array.from({ length: count }, (_, i) => ({ kind: 'link', url: `https://a.vn/${from + i}` }));
    const { items_at_once, records } = evidenceLimits;
    const tooMany = await refusalOf(prepareEvidence(links(0, items_at_once + 1), place.clock.now()));
    expect(tooMany.type.code).toBe('evidence.too_many_at_once');
    const subject = aSubject();
    for (let at = 0; at < records; at += items_at_once) await add(subject, ...links(at, items_at_once));
    const full = await refusalOf(add(subject, ...links(records, 1)));
    expect(full.type.code).toBe('evidence.too_many');
    const [first] = await evidenceOf(place.db, subject, null);
    await withdraw(subject, first?.id ?? '');
    expect((await add(subject, ...links(records, 1))).ids).toHaveLength(1);
  });

  it('a posting or meeting of tomorrow is no evidence today, and a posting cannot end before it began', async () => {
    const posting = (from: string, to: string | null): EvidenceInput => ({
      kind: 'posting',
      place: 'Nhà văn hóa',
      from,
      to,
    });
    const of = async (...items: EvidenceInput[]): Promise<string> =>
      (await refusalOf(prepareEvidence(items, place.clock.now()))).type.code;
    expect(await of(posting('2024-06-25', null))).toBe('evidence.future_day');
    expect(await of(posting('2024-06-20', '2024-06-19'))).toBe('evidence.days_crossed');
    const upload = { name: 'a.pdf', bytes: text(pdf('a')) };
    expect(await of({ kind: 'minutes', heldOn: '2024-07-01', place: 'x', attendants: 3, upload })).toBe(
      'evidence.future_day',
    );
  });

  it('every bad item of one upload is named by its place in the list', async () => {
    const error = await refusalOf(
      prepareEvidence(
        [
          file('a.pdf', pdf('tốt')),
          file('b.pdf', '%PDF-1.7 cut'),
          { kind: 'link', url: 'javascript:x' },
          { kind: 'link', url: 'https://u:p@a.vn' },
        ],
        place.clock.now(),
      ),
    );
    expect(error.fields.map(({ field, message }) => [field, 'code' in message && message.code])).toEqual([
      ['1', 'evidence.cut_short'],
      ['2', 'evidence.link_malformed'],
      ['3', 'evidence.link_credentials'],
    ]);
  });
});

describe('evidence that is withdrawn', () => {
  it('stays to be read with its reason, counts no more, and can be read again as it stood before', async () => {
    const subject = aSubject();
    const { ids } = await add(subject, file('a.pdf', pdf('a')));
    place.clock.advance(60_000);
    const between = place.clock.now();
    place.clock.advance(60_000);
    await withdraw(subject, ids[0] ?? '');
    place.clock.advance(60_000);
    const [now] = await evidenceOf(place.db, subject, null);
    expect(now?.withdrawn).toMatchObject({ personName: 'Trần Thị Ghi', reason: 'tải nhầm tệp' });
    expect(lackingFor(['document'], now ? [now] : [], null)).toHaveLength(1);
    const [before] = await evidenceOf(place.db, subject, between);
    expect(before?.withdrawn).toBeNull();
    expect(lackingFor(['document'], before ? [before] : [], null)).toHaveLength(0);
    expect(await evidenceOf(place.db, subject, new Date(between.getTime() - 3_600_000))).toEqual([]);
    expect((await evidenceSummary(place.db, 'trial', [subject.id], null)).get(subject.id)).toBeUndefined();
    expect((await evidenceSummary(place.db, 'trial', [subject.id], between)).get(subject.id)?.total).toBe(1);
  });

  it('needs a reason, is withdrawn once, and only at its own subject', async () => {
    const subject = aSubject();
    const { ids } = await add(subject, file('a.pdf', pdf('a')));
    const [id = ''] = ids;
    expect((await refusalOf(withdraw(subject, id, '  '))).type.code).toBe('evidence.reason_needed');
    expect((await refusalOf(withdraw(aSubject(), id))).type.code).toBe('evidence.not_found');
    await withdraw(subject, id);
    expect((await refusalOf(withdraw(subject, id))).type.code).toBe('evidence.withdrawn_already');
  });

  it('no statement changes or removes a record or a withdrawal', async () => {
    const subject = aSubject();
    const { ids } = await add(subject, file('a.pdf', pdf('a')));
    await withdraw(subject, ids[0] ?? '');
    for (const statement of [
      sql`update evidence_record set words = 'khác'`,
      sql`delete from evidence_record`,
      sql`delete from evidence_withdrawal`,
      sql`update evidence_withdrawal set reason = 'khác'`,
    ])
      await expect(place.db.transaction((tx) => tx.run(statement))).rejects.toThrow(/never changed/);
  });
});

describe('counting', () => {
  it('many subjects in one statement says what is enough as the records themselves do', async () => {
    const subjects = [aSubject(), aSubject(), aSubject()] as const;
    await add(subjects[0], file('a.pdf', pdf('a')), {
      kind: 'photo',
      upload: { name: 'a.jpg', bytes: await jpegPicture() },
    });
    await add(subjects[1], { kind: 'posting', place: 'Đình', from: '2024-06-01' });
    const counts = await evidenceSummary(
      place.db,
      'trial',
      subjects.map(({ id }) => id),
      null,
    );
    expect(subjects.map(({ id }) => counts.get(id)?.total ?? 0)).toEqual([2, 1, 0]);
    for (const subject of subjects) {
      const records = await evidenceOf(place.db, subject, null);
      const { counted } = counts.get(subject.id) ?? NO_EVIDENCE;
      for (const type of ['document', 'posting', 'meeting', 'activity'])
        expect(lackingFor([type], counted, null), type).toEqual(lackingFor([type], records, null));
    }
    expect((await evidenceSummary(place.db, 'other', [subjects[0].id], null)).size).toBe(0);
  });
});

describe('bytes for a browser', () => {
  it('pictures are shown in place, small or whole; everything else is a download under its name', async () => {
    const subject = aSubject();
    const bytes = await pngPicture({ width: 900, height: 600 });
    await add(
      subject,
      { kind: 'photo', upload: { name: 'Ảnh bảng tin.png', bytes } },
      file('Báo cáo.pdf', pdf('a')),
    );
    const [photo, report] = await evidenceOf(place.db, subject, null);
    if (!photo || !report) throw new Error('nothing was added');
    const whole = await evidenceFile(place.files, photo, 'whole');
    expect(whole).toMatchObject({ inline: true, mediaType: 'image/jpeg', fileName: 'Ảnh bảng tin.jpg' });
    const small = await evidenceFile(place.files, photo, 'thumbnail');
    expect('body' in small && (small.body as Uint8Array).byteLength).toBeLessThan(20 * 1024);
    const answer = await evidenceFile(place.files, report, 'whole');
    expect(answer).toMatchObject({ inline: false, mediaType: 'application/pdf', fileName: 'Báo cáo.pdf' });
    expect((await refusalOf(evidenceFile(place.files, report, 'thumbnail'))).type.code).toBe(
      'evidence.not_found',
    );
    expect(await evidenceById(place.db, aSubject(), photo.id, null)).toBeUndefined();
  });
});

describe('one file for many subjects', () => {
  it('is kept once and counts at each as what it is', async () => {
    const shared = await readUpload({ name: 'Minh họa.pdf', bytes: text(pdf('chung')) }, 'file');
    const subjects = Array.from({ length: 300 }, aSubject);
    const at = place.clock.now();
    await place.db.transaction((tx) =>
      addToMany(
        place.context(clerk),
        tx,
        {
          file: shared,
          records: subjects.map((subject) => ({
            subject,
            words: 'Tệp minh họa',
            personId: null,
            personName: 'Hệ thống',
            unitId: null,
            at,
          })),
        },
        place.files,
      ),
    );
    const counts = await evidenceSummary(
      place.db,
      'trial',
      subjects.map(({ id }) => id),
      null,
    );
    expect(
      [...counts.values()].every(({ counted }) => lackingFor(['document'], counted, null).length === 0),
    ).toBe(true);
    expect(counts.size).toBe(300);
  });
});
