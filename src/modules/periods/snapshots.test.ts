import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { issueWork } from '../../../test/support/issued-work.ts';
import { actorWith } from '../../../test/support/people.ts';
import { HALF, type PeriodWorld, periodWorld, vietnamTime } from '../../../test/support/period-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { recordEntry } from '../assignments/index.ts';
import { withdrawEvidence } from '../evidence/index.ts';
import { takeDueSnapshots } from './commands/take-snapshot.ts';
import { correctPeriod, makePeriod, periodByCode, registerSnapshot } from './index.ts';
import { snapshotsOf } from './queries/snapshots.ts';
import { snapshotSources } from './snapshot-sources.ts';

let place: TestTenant;
let world: PeriodWorld;
let work: Awaited<ReturnType<typeof issueWork>>['work'];

beforeAll(async () => {
  place = await testTenant();
  world = await periodWorld(place);
  place.clock.set(vietnamTime('2024-06-24T09:00'));
  ({ work } = await issueWork(place, world.tree));
});
afterAll(() => place.close());

const take = (instant: string): Promise<number> =>
  takeDueSnapshots({ actor: systemActor, now: vietnamTime(instant), requestId: newId() }, place.db);

const say = async (instant: string, kind: 'claim' | 'accept', index = 0): Promise<void> => {
  const one = work[index];
  if (!one) throw new Error('no work');
  const role = kind === 'claim' ? actorWith('member', [world.tree.district, one.unitId]) : world.standing;
  const input = { assignmentId: one.id, kind, happenedOn: calendarDate(instant.slice(0, 10)) };
  await world.at(instant, role, (context, tx) => recordEntry(context, tx, input));
};

const withdrawOne = async (instant: string): Promise<void> => {
  const one = await place.db.one(query({ id: 'uuid', type: 'text', subjectId: 'uuid' } as const)`
    select id, subject_type as type, subject_id as "subjectId" from evidence_record order by id limit 1`);
  const subject = { type: one.type, id: one.subjectId };
  await world.at(instant, systemActor, (context, tx) =>
    withdrawEvidence(context, tx, { subject, evidenceId: one.id, reason: 'Nhầm tệp' }),
  );
};

const commune = () => work.findIndex(({ unitId }) => unitId === world.tree.commune);
const other = () => work.findIndex(({ unitId }) => unitId === world.tree.otherCommune);

describe('the snapshot of a cut-off', () => {
  it('is not taken before the day is over and things have settled', async () => {
    expect(await take('2024-06-30T23:59:59.999')).toBe(0);
    expect(await take('2024-07-01T00:04:59.999')).toBe(0);
    expect(await snapshotsOf(place.db, (await world.half()).id)).toEqual([]);
  });

  it('holds what had been recorded by the end of the day', async () => {
    await say('2024-06-30T23:59:59', 'claim', commune());
    expect(await take('2024-07-01T00:05')).toBe(1);
    const [snapshot] = await snapshotsOf(place.db, (await world.half()).id);
    expect(snapshot).toMatchObject({
      cutOffOn: '2024-06-30',
      at: vietnamTime('2024-07-01T00:00'),
      takenAt: vietnamTime('2024-07-01T00:05'),
      name: { vi: 'Chốt số liệu kỳ “6 tháng đầu năm 2024”, hết ngày 30/06/2024' },
    });
    const lines = snapshot?.parts.find(({ source }) => source === 'assignments');
    expect(lines?.count).toBe(work.length);
    expect(lines?.facts.lines.map(({ vi, value }) => [vi, value])).toEqual([
      ['chờ xác nhận', 1],
      ['chưa bắt đầu', work.length - 1],
    ]);
    expect(snapshot?.parts.find(({ source }) => source === 'evidence')?.count).toBe(work.length);
  });

  it('is the same when it is taken days later: what was recorded since does not come in', async () => {
    // The first instant after the day no longer belongs to it.
    await say('2024-07-01T00:00:00', 'claim', other());
    await say('2024-07-02T09:00:00', 'accept', commune());
    await withdrawOne('2024-07-03T09:00');
    // A period of the same cut-off that is made only now has to look back.
    const code = await world.at('2024-07-09T09:00', world.standing, (context, tx) =>
      makePeriod(context, tx, {
        kind: 'month',
        name: '',
        fromOn: calendarDate('2024-06-01'),
        toOn: calendarDate('2024-06-30'),
        cutOffOn: null,
        due: { v: 1, type: 'by', date: calendarDate('2024-07-10') },
        lockOn: null,
      }),
    );
    expect(await take('2024-07-09T09:10')).toBe(1);
    const [onTime] = await snapshotsOf(place.db, (await world.half()).id);
    const [late] = await snapshotsOf(place.db, (await periodByCode(place.db, code))?.id ?? '');
    expect(late?.parts).toEqual(onTime?.parts);
    expect(late?.takenAt).not.toEqual(onTime?.takenAt);
  });

  it('is taken once: again, and by two at a time, it stays the one that it is', async () => {
    const before = await snapshotsOf(place.db, (await world.half()).id);
    expect(await Promise.all([take('2024-07-09T12:00'), take('2024-07-09T12:00')])).toEqual([0, 0]);
    expect(await snapshotsOf(place.db, (await world.half()).id)).toEqual(before);
  });

  it('of a corrected cut-off is another one, and the one before stays', async () => {
    const by = (date: string) => ({ v: 1, type: 'by', date: calendarDate(date) }) as const;
    await world.at('2024-07-10T09:00', world.standing, async (context, tx) => {
      const { revision, fromOn, toOn, lockOn } = await world.half();
      await correctPeriod(context, tx, {
        code: HALF,
        revision,
        fromOn,
        toOn,
        lockOn,
        cutOffOn: calendarDate('2024-06-28'),
        due: by('2024-07-04'),
        milestones: { unit: by('2024-07-02'), sector: by('2024-07-03'), standing: by('2024-07-04') },
        reason: 'Chốt sớm theo chỉ đạo của tỉnh',
      });
    });
    const both = await Promise.all([take('2024-07-10T09:10'), take('2024-07-10T09:10')]);
    expect(both[0] + both[1]).toBe(1);
    const all = await snapshotsOf(place.db, (await world.half()).id);
    expect(all.map(({ cutOffOn }) => cutOffOn)).toEqual(['2024-06-28', '2024-06-30']);
    const hashes = all.map(({ parts }) => parts.find(({ source }) => source === 'assignments')?.hash);
    expect(new Set(hashes).size).toBe(2);
  });

  it('stands in the audit with its hashes', async () => {
    const rows = await place.db.rows(query({ after: 'json' } as const)`
      select after from kernel_audit where event = 'periods.snapshot_taken' order by at`);
    const stored = await place.db.rows(query({ source: 'text', count: 'bigint', hash: 'text' } as const)`
      select p.source, p.count, p.hash from periods_snapshot s join periods_snapshot_part p on p.snapshot_id = s.id
      order by s.taken_at, p.source`);
    expect(rows).toHaveLength(3);
    expect(rows.flatMap(({ after }) => (after as { parts: object[] }).parts)).toEqual(stored);
  });
});

describe('a source that fails', () => {
  const failing = { name: 'failing', title: { vi: 'x', en: 'x' } };
  afterEach(() =>
    registerSnapshot({
      ...failing,
      take: async () => ({ count: 0, hash: createHash('sha256').digest('hex'), facts: { v: 1, lines: [] } }),
    }),
  );

  it('leaves no half of a snapshot; the next run takes it whole', async () => {
    registerSnapshot({
      ...failing,
      take: () => Promise.reject(new Error('the disk is full')),
    });
    await world.at('2024-07-10T10:00', world.standing, async (context, tx) => {
      const { revision, fromOn, toOn, lockOn, due, milestones } = await world.half();
      const [unit, sector, standing] = milestones.map(({ expression }) => expression);
      if (!unit || !sector || !standing) throw new Error('no milestones');
      await correctPeriod(context, tx, {
        code: HALF,
        revision,
        fromOn,
        toOn,
        lockOn,
        cutOffOn: calendarDate('2024-06-29'),
        due: due.expression,
        milestones: { unit, sector, standing },
        reason: 'Chốt thứ Bảy',
      });
    });
    await expect(take('2024-07-10T10:10')).rejects.toThrow('the disk is full');
    expect(await snapshotsOf(place.db, (await world.half()).id)).toHaveLength(2);
  });

  it('is taken whole by the next run', async () => {
    expect(await take('2024-07-10T11:10')).toBe(1);
    const [, snapshot] = await snapshotsOf(place.db, (await world.half()).id);
    expect(snapshot).toMatchObject({ cutOffOn: '2024-06-29' });
    expect(snapshot?.parts.map(({ source }) => source)).toEqual(snapshotSources().map(({ name }) => name));
    expect(snapshot?.parts.map(({ source }) => source)).toContain('failing');
  });
});
