import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  beginHalf,
  FIRST_HALF,
  halfYearOfWork,
  number,
  type ReportWorld,
  reportWorld,
  signedReport,
  submitFully,
  writeMissing,
} from '../../../../test/support/report-world.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { calendarDate, vietnamDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { periodByCode, reopenPeriod } from '../../periods/index.ts';
import { reportErrors } from '../errors.ts';
import { editsOf, revisionsOf } from '../queries/edits.ts';
import { owedReports } from '../queries/owed.ts';
import { reportedUnits } from '../queries/reported.ts';
import { type Report, reportById } from '../queries/reports.ts';
import { acceptReport, returnReport } from './answer-report.ts';
import { approveReport } from './approve-report.ts';
import { beginReport } from './begin-report.ts';
import { prepareReports } from './prepare-reports.ts';
import { savePart } from './save-part.ts';
import { submitReport } from './submit-report.ts';

let place: TestTenant;
let world: ReportWorld;
let id: string;

beforeAll(async () => {
  place = await testTenant();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
});
afterAll(() => place.close());

const isError = (type: { code: string }) => ({ type: { code: type.code } });
const of = async (reportId: string, asOf: string | null = null): Promise<Report> => {
  const today = asOf === null ? vietnamDate(place.clock.now()) : calendarDate(asOf);
  const found = await reportById(place.db, reportId, { today, asOf: asOf === null ? null : today });
  if (!found) throw new Error('no such report');
  return found;
};
const half = async () => {
  const period = await periodByCode(place.db, FIRST_HALF);
  if (!period) throw new Error('no period');
  return period;
};
const write = (day: string, actor: Actor, part: string, words: string, revision: number) =>
  world.on(day, actor, (context, tx) =>
    savePart(context, tx, { reportId: id, part, change: 'words', words, revision }),
  );
const submit = (day: string, actor: Actor = world.clerk, reportId = id) =>
  world.on(day, actor, (context, tx) => submitReport(context, tx, { reportId }));
const approve = (day: string, actor: Actor = world.head, reportId = id) =>
  world.on(day, actor, (context, tx) => approveReport(context, tx, signedReport(reportId, day)));

describe('who owes a report', () => {
  it('each unit with work in the plan, but for the committee itself and villages; bodies outside are asked', async () => {
    const day = { today: calendarDate('2024-06-24'), asOf: null };
    const owed = await owedReports(place.db, [await half()], day);
    const { tree, front } = world;
    expect(new Map(owed.map((one) => [one.unitId, one.isRequest]))).toEqual(
      new Map([
        [tree.commune, false],
        [tree.otherCommune, false],
        [tree.office, false],
        [front, true],
      ]),
    );
    expect(owed.every((one) => one.askerUnitId === tree.district)).toBe(true);
  });

  it('as it stood on a day: before the plan was issued nobody owed anything', async () => {
    const before = calendarDate('2024-01-21');
    expect(await owedReports(place.db, [await half()], { today: before, asOf: before })).toEqual([]);
  });
});

describe('a report is begun', () => {
  it('by the people of its unit, for a period that asks for it, once', async () => {
    const input = { kind: 'unit', unitId: world.tree.commune, periodCode: FIRST_HALF } as const;
    const begin = (actor: Actor, changes: object = {}) =>
      world.on('2024-06-24', actor, (context, tx) => beginReport(context, tx, { ...input, ...changes }));
    const stranger = await world.actor(world.tree.otherCommune);
    await expect(begin(stranger)).rejects.toMatchObject(isError(kernelErrors.forbidden));
    await expect(begin(world.clerk, { periodCode: '2023-H1' })).rejects.toMatchObject(
      isError(reportErrors.not_owed),
    );
    await expect(begin(world.clerk, { unitId: world.tree.district })).rejects.toMatchObject(
      isError(reportErrors.not_owed),
    );
    await expect(begin(world.clerk, { kind: 'district' })).rejects.toMatchObject(
      isError(reportErrors.not_owed),
    );
    id = await begin(world.clerk);
    expect(await begin(world.head)).toBe(id);
    expect(await of(id)).toMatchObject({ state: 'draft', isRequest: false, isSubmitted: false });
  });

  it('not before the period has opened', async () => {
    await expect(
      world.on('2023-12-31', world.clerk, (context, tx) =>
        beginReport(context, tx, { kind: 'unit', unitId: world.tree.commune, periodCode: FIRST_HALF }),
      ),
    ).rejects.toMatchObject(isError(reportErrors.not_open));
  });
});

describe('a part', () => {
  it('keeps what was proposed beside what was written; sent back as shown it changes nothing', async () => {
    const saved = await write('2024-06-25', world.clerk, 'causes', 'Do thiếu cán bộ.\r\n', 0);
    expect(saved).toEqual({ changed: true, kind: 'unit', part: 'causes', next: 'responsibility' });
    const [edit] = await editsOf(place.db, id, null);
    expect(edit).toMatchObject({
      part: 'causes',
      words: 'Do thiếu cán bộ.',
      proposed: '- Không có số liệu “Số cuộc kiểm tra đột xuất”: chưa tổ chức theo dõi.',
      revision: 1,
      changedByName: world.clerk.name,
    });
    expect((await write('2024-06-25', world.clerk, 'causes', 'Do thiếu cán bộ.', 1)).changed).toBe(false);
  });

  it('of two writers the second is told and nothing of either is lost', async () => {
    await write('2024-06-26', world.head, 'causes', 'Lời của chủ tịch.', 1);
    await expect(write('2024-06-26', world.clerk, 'causes', 'Lời của văn phòng.', 1)).rejects.toMatchObject(
      isError(reportErrors.changed_meanwhile),
    );
    await write('2024-06-26', world.clerk, 'causes', 'Lời của văn phòng.', 2);
    const all = await revisionsOf(place.db, id, 'causes');
    expect(all.map(({ words }) => words)).toEqual([
      'Lời của văn phòng.',
      'Lời của chủ tịch.',
      'Do thiếu cán bộ.',
    ]);
  });

  it('reads as it stood on a day', async () => {
    const end = new Date('2024-06-26T00:00:00+07:00');
    expect((await editsOf(place.db, id, end)).map(({ words }) => words)).toEqual(['Do thiếu cán bộ.']);
  });

  it('a new proposal never replaces words; it is added or left out by whoever writes', async () => {
    const act = (change: 'news' | 'seen' | 'proposal', revision: number) =>
      world.on('2024-07-01', world.clerk, (context, tx) =>
        savePart(context, tx, { reportId: id, part: 'causes', change, words: '', revision }),
      );
    await world.say('2024-07-01', world.tree.commune, 'CT3.01', { kind: 'no_data', reason: 'đang rà soát' });
    await act('news', 3);
    const [added] = await editsOf(place.db, id, null);
    expect(added?.words).toBe('Lời của văn phòng.\n- Không có số liệu “Số đơn quá hạn”: đang rà soát.');
    expect((await act('seen', 4)).changed).toBe(false);
    await act('proposal', 4);
    expect((await editsOf(place.db, id, null))[0]).toMatchObject({ words: null, revision: 5 });
  });

  it('is written by its unit alone, and what is no part of a report is not found', async () => {
    const stranger = await world.actor(world.tree.otherCommune);
    await expect(write('2024-07-01', stranger, 'causes', 'x', 5)).rejects.toMatchObject(
      isError(reportErrors.not_found),
    );
    await expect(write('2024-07-01', world.standing, 'causes', 'x', 5)).rejects.toMatchObject(
      isError(kernelErrors.forbidden),
    );
    await expect(write('2024-07-01', world.clerk, 'causes_', 'x', 0)).rejects.toMatchObject(
      isError(reportErrors.not_found),
    );
  });
});

describe('confirmed and submitted', () => {
  it('neither before the cut-off has passed', async () => {
    await expect(approve('2024-06-30')).rejects.toMatchObject({
      ...isError(reportErrors.before_cut_off),
      params: { date: '01/07/2024' },
    });
  });

  it('confirming is for whoever leads the unit, and not with a day to come', async () => {
    await expect(approve('2024-07-01', world.clerk)).rejects.toMatchObject(isError(kernelErrors.forbidden));
    await expect(
      world.on('2024-07-01', world.head, (context, tx) =>
        approveReport(context, tx, signedReport(id, '2024-07-02')),
      ),
    ).rejects.toMatchObject(isError(reportErrors.future_day));
  });

  it('complete, approved and submitted are three facts: each alone does not do', async () => {
    await expect(submit('2024-07-01')).rejects.toMatchObject({
      ...isError(reportErrors.incomplete),
      params: { n: 1 },
    });
    await approve('2024-07-01');
    expect((await of(id)).course.approval).toMatchObject({ by: world.head.name, number: '45/BC-UBND' });
    await expect(submit('2024-07-01')).rejects.toMatchObject(isError(reportErrors.incomplete));
    await writeMissing(place, world, id, '2024-07-01');
    await expect(submit('2024-07-01')).rejects.toMatchObject(isError(reportErrors.changed_since_approval));
  });

  it('what changes after the confirmation has to be confirmed again, a figure too', async () => {
    await approve('2024-07-02');
    await world.say('2024-07-02', world.tree.commune, 'CT1.01', number(22));
    await expect(submit('2024-07-02')).rejects.toMatchObject({
      ...isError(reportErrors.changed_since_approval),
      params: { name: world.head.name },
    });
    await approve('2024-07-02');
  });

  it('a submission gives a receipt with number and instant, freezes the document and tells whoever asked', async () => {
    const submission = await submit('2024-07-03');
    expect(submission).toMatchObject({
      version: 1,
      isLate: false,
      receipt: { year: 2024, number: 1 },
      at: new Date('2024-07-03T02:00:00Z'),
    });
    expect(await of(id)).toMatchObject({ state: 'submitted', isSubmitted: true });
    const told = await place.db.rows(query({ unitId: 'uuid', params: 'json' } as const)`
      select unit_id as "unitId", params from notices_notice where kind = 'report_submitted'`);
    expect(told).toMatchObject([
      { unitId: world.tree.district, params: { receipt: '1/2024', isLate: false } },
    ]);
    expect(await reportedUnits(place.db, await half())).toEqual(new Set([world.tree.commune]));
  });

  it('a submitted report takes no more words, confirmation or submission', async () => {
    for (const again of [
      () => write('2024-07-03', world.clerk, 'causes', 'x', 5),
      () => approve('2024-07-03'),
      () => submit('2024-07-03'),
    ])
      await expect(again()).rejects.toMatchObject(isError(reportErrors.not_writable));
  });

  it('any day reads again as it stood', async () => {
    const states = [];
    for (const day of ['2024-06-24', '2024-07-02', '2024-07-03']) states.push((await of(id, day)).state);
    expect(states).toEqual(['draft', 'draft', 'submitted']);
    await expect(of(id, '2024-06-23')).rejects.toThrow('no such report');
  });
});

describe('returned and accepted', () => {
  it('by the standing agency or leaders of whoever asked, with a reason for a return', async () => {
    const give = (actor: Actor, reason: string) =>
      world.on('2024-07-04', actor, (context, tx) => returnReport(context, tx, { reportId: id, reason }));
    await expect(give(world.head, 'x')).rejects.toMatchObject(isError(kernelErrors.forbidden));
    await expect(give(world.standing, ' '.trim())).rejects.toMatchObject(isError(reportErrors.reason_needed));
    await give(world.standing, 'Nêu rõ nguyên nhân.');
    expect(await of(id)).toMatchObject({
      state: 'returned',
      course: { approval: null, returned: { reason: 'Nêu rõ nguyên nhân.' } },
    });
    await expect(give(world.standing, 'Lần nữa')).rejects.toMatchObject(isError(reportErrors.not_submitted));
  });

  it('what answers a return after the due day is not late; once the period is locked nothing is taken without a reopening', async () => {
    await write('2024-07-08', world.clerk, 'causes', 'Do thiếu cán bộ.', 5);
    await approve('2024-07-08');
    expect(await submit('2024-07-08')).toMatchObject({ version: 2, isLate: false });
    await world.on('2024-07-09', world.leader, (context, tx) =>
      returnReport(context, tx, { reportId: id, reason: 'Còn thiếu' }),
    );
    await approve('2024-07-10');
    await expect(submit('2024-07-19')).rejects.toMatchObject(isError(reportErrors.window_closed));
    await world.on('2024-07-19', systemActor, (context, tx) =>
      reopenPeriod(context, tx, {
        code: FIRST_HALF,
        unitId: world.tree.commune,
        untilOn: calendarDate('2024-07-22'),
        reason: 'Bổ sung theo yêu cầu',
      }),
    );
    expect(await submit('2024-07-19')).toMatchObject({ version: 3, receipt: { number: 3 } });
    expect((await of(id)).course.submissions.map(({ isLate }) => isLate)).toEqual([false, false, false]);
  });

  it('not by whoever submitted it, also for the database', async () => {
    const both: Actor = { ...world.clerk, posts: [...world.clerk.posts, ...world.standing.posts] };
    await expect(
      world.on('2024-07-20', both, (context, tx) => acceptReport(context, tx, { reportId: id, note: '' })),
    ).rejects.toMatchObject(isError(kernelErrors.forbidden));
    const sameInOffice: Actor = { ...world.standing, personId: world.clerk.personId };
    await expect(
      world.on('2024-07-20', sameInOffice, (context, tx) =>
        acceptReport(context, tx, { reportId: id, note: '' }),
      ),
    ).rejects.toMatchObject(isError(reportErrors.own_report));
  });

  it('an accepted report is told to its unit and stays as it is', async () => {
    await world.on('2024-07-20', world.standing, (context, tx) =>
      acceptReport(context, tx, { reportId: id, note: 'Đạt yêu cầu' }),
    );
    expect(await of(id)).toMatchObject({ state: 'accepted', course: { accepted: { note: 'Đạt yêu cầu' } } });
    const told = await place.db.rows(query({ unitId: 'uuid' } as const)`
      select unit_id as "unitId" from notices_notice where kind = 'report_accepted'`);
    expect(told).toEqual([{ unitId: world.tree.commune }]);
    for (const statement of [
      sql`delete from reports_version`,
      sql`update reports_event set note = 'x'`,
      sql`update reports_report set is_request = true`,
      sql`delete from reports_part`,
    ])
      await expect(place.db.transaction((tx) => tx.run(statement))).rejects.toThrow();
  });
});

describe('what a cut-off and a due day make of a report', () => {
  it('after the cut-off every unit finds its report prepared and is told once; a body outside without a day', async () => {
    expect(await world.on('2024-06-30', systemActor, prepareReports)).toBe(0);
    expect(await world.on('2024-07-01', systemActor, prepareReports)).toBe(3);
    expect(await world.on('2024-07-02', systemActor, prepareReports)).toBe(0);
    const rows = await place.db.rows(query({ unitId: 'uuid', params: 'json' } as const)`
      select unit_id as "unitId", params from notices_notice where kind = 'report_due'`);
    const told = new Map(rows.map(({ unitId, params }) => [unitId, (params as { dueOn: string }).dueOn]));
    const { tree, front } = world;
    expect(told).toEqual(
      new Map([
        [tree.otherCommune, '2024-07-04'],
        [tree.office, '2024-07-04'],
        [front, null],
      ]),
    );
  });

  it('a first submission after the due day is late; a body outside is never late', async () => {
    const late = await beginHalf(world, '2024-07-05', world.tree.otherCommune);
    for (const code of ['CT1.01', 'CT1.02', 'CT3.01', 'CT0.07', 'CT0.08'])
      await world.say('2024-07-05', world.tree.otherCommune, code, { kind: 'no_data', reason: 'chưa có' });
    const head = await world.actor(world.tree.otherCommune);
    await writeMissing(place, world, late, '2024-07-05');
    await approve('2024-07-05', head, late);
    expect(await submit('2024-07-05', head, late)).toMatchObject({ isLate: true, receipt: { number: 4 } });
    const asked = await beginHalf(world, '2024-07-05', world.front);
    const front = await world.actor(world.front, 'front', 'Chủ tịch UB MTTQ huyện');
    await world.on('2024-07-05', front, (context, tx) =>
      savePart(context, tx, {
        reportId: asked,
        part: 'achievements',
        change: 'words',
        words: 'Đã giám sát 3 xã.',
        revision: 0,
      }),
    );
    await approve('2024-07-05', front, asked);
    expect(await submit('2024-07-05', front, asked)).toMatchObject({ isLate: false });
  });
});

describe('many at once', () => {
  it('receipts of a year have no gaps and no number twice, also when some submissions are refused', async () => {
    const other = await testTenant();
    const many = await reportWorld(other);
    await halfYearOfWork(other, many);
    const reportId = await beginHalf(many, '2024-07-01');
    await submitFully(other, many, reportId, '2024-07-01');
    const officeReport = await beginHalf(many, '2024-07-01', many.tree.office);
    await writeMissing(other, many, officeReport, '2024-07-01');
    const chief = await many.actor(many.tree.office, 'standing', 'Trưởng phòng');
    await many.on('2024-07-01', chief, (context, tx) =>
      approveReport(context, tx, signedReport(officeReport, '2024-07-01')),
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        many.on('2024-07-01', chief, (context, tx) => submitReport(context, tx, { reportId: officeReport })),
      ),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const rows = await other.db.rows(query({ number: 'int' } as const)`
      select receipt_number as number from reports_version order by 1`);
    expect(rows.map((row) => row.number)).toEqual([1, 2]);
    await other.close();
  });
});
