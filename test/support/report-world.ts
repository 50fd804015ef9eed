import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { assignedWork, recordEntry } from '../../src/modules/assignments/index.ts';
import { defineFigure, type Figure, saveValues } from '../../src/modules/figures/index.ts';
import { makePeriod } from '../../src/modules/periods/index.ts';
import { approveReport } from '../../src/modules/reports/commands/approve-report.ts';
import { beginReport } from '../../src/modules/reports/commands/begin-report.ts';
import { savePart } from '../../src/modules/reports/commands/save-part.ts';
import { submitReport } from '../../src/modules/reports/commands/submit-report.ts';
import type { Submission } from '../../src/modules/reports/domain/report.ts';
import { reportById } from '../../src/modules/reports/queries/reports.ts';
import { readScene, shownParts } from '../../src/modules/reports/scene.ts';
import { beginDraft, issueUnitPlan } from '../../src/modules/unitplans/index.ts';
import { defineGroups } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';
import { type DefinitionFacts, factsOf } from './figures-world.ts';
import { proveWork } from './issued-work.ts';
import { fillDraft, signedAs } from './unit-plan-form.ts';
import { type UnitPlanWorld, unitPlanWorld } from './unit-plan-world.ts';

/** The plan of the unit plan world with its reporting period, figures of four kinds, and what the commune did by 28/6. */
export interface ReportWorld extends UnitPlanWorld {
  /** Someone of the commune who may write, and the one who heads it. */
  readonly clerk: Actor;
  readonly head: Actor;
  readonly standing: Actor;
  readonly leader: Actor;
  /** Says a figure for a unit at nine in the morning of the day. */
  say(day: string, unitId: string, code: string, value: Figure, periodCode?: string): Promise<void>;
}

export const FIRST_HALF = '2024-H1';

const FIGURES: Readonly<Record<string, Partial<DefinitionFacts>>> = {
  'CT1.01': { name: 'Số buổi đối thoại với dân', unitOfMeasure: 'buổi', dimension: 1, target: 20 },
  'CT1.02': {
    name: 'Tỷ lệ hộ được lấy ý kiến',
    unitOfMeasure: '%',
    numberKind: 'rate',
    numeratorLabel: 'Hộ được lấy ý kiến',
    denominatorLabel: 'Tổng số hộ',
    rollUp: 'rate',
    isPart: true,
    dimension: 1,
    target: 95,
  },
  'CT3.01': { name: 'Số đơn quá hạn', unitOfMeasure: 'đơn', dimension: 3, direction: 'down' },
  'CT0.07': { name: 'Số buổi phát thanh về kế hoạch', unitOfMeasure: 'buổi', dimension: 0 },
  'CT0.08': { name: 'Số cuộc kiểm tra đột xuất', unitOfMeasure: 'cuộc', dimension: 0, direction: 'none' },
};

export const number = (n: number): Figure => ({ kind: 'number', number: n });
export const rate = (numerator: number, denominator: number): Figure => ({
  kind: 'rate',
  numerator,
  denominator,
});

export async function reportWorld(place: TestTenant): Promise<ReportWorld> {
  const world = await unitPlanWorld(place);
  const { tree } = world;
  await world.on('2024-01-22', systemActor, async (context, tx) => {
    const rules = [{ kinds: ['ubnd' as const], tier: 'xã' }];
    await defineGroups(context, tx, {
      groups: [{ key: 'communes', name: 'UBND các xã', aliases: [], rules, exceptKeys: [] }],
    });
    for (const [from, to, due] of [
      ['2023-01-01', '2023-06-30', '2023-07-05'],
      ['2024-01-01', '2024-06-30', '2024-07-05'],
    ] as const)
      await makePeriod(context, tx, {
        kind: 'half',
        name: '',
        fromOn: calendarDate(from),
        toOn: calendarDate(to),
        cutOffOn: null,
        due: { v: 1, type: 'before', date: calendarDate(due) },
        lockOn: null,
      });
    for (const [code, facts] of Object.entries(FIGURES)) {
      const parts = { subDimension: null, periods: [{ kind: 'half' as const }], ...facts };
      await defineFigure(context, tx, { code, facts: factsOf(tree, parts), confirmed: true });
    }
  });
  const say: ReportWorld['say'] = (day, unitId, code, value, periodCode = FIRST_HALF) =>
    world.on(day, systemActor, async (context, tx) => {
      const { rows } = await saveValues(context, tx, {
        rows: [{ code, unitId, periodCode, value }],
        via: 'page',
      });
      if (rows[0]?.outcome !== 'saved') throw new Error(`${code} was not saved: ${JSON.stringify(rows[0])}`);
    });
  return {
    ...world,
    say,
    clerk: await world.actor(tree.commune, 'member', 'Công chức Văn phòng - Thống kê'),
    head: await world.actor(tree.commune),
    standing: await world.actor(tree.office, 'standing', 'Chuyên viên'),
    leader: await world.actor(tree.district, 'leader', 'Chủ tịch UBND huyện'),
  };
}

/** The commune issues its plan, does one task, reports another, leaves one late; it answers its figures for both years. */
export async function halfYearOfWork(place: TestTenant, world: ReportWorld): Promise<void> {
  const { commune } = world.tree;
  const unitPlan = await world.of(commune);
  await world.on('2024-02-19', systemActor, async (context, tx) => {
    await beginDraft(context, tx, { unitPlanId: unitPlan.id });
    await fillDraft(context, tx, unitPlan.id);
    await issueUnitPlan(context, tx, signedAs(unitPlan.id, '2024-02-19', '12/KH-UBND'));
  });
  const work = (await assignedWork(place.db, world.planId)).filter((one) => one.unitId === commune);
  const [own, , talk] = work;
  if (!own || !talk) throw new Error('the commune has no work');
  await world.on('2024-02-19', systemActor, (context) => proveWork(place, [own.id, talk.id], context));
  const record = (day: string, assignmentId: string, kind: 'claim' | 'accept') =>
    world.on(day, systemActor, (context, tx) =>
      recordEntry(context, tx, { assignmentId, kind, happenedOn: calendarDate(day), note: '' }),
    );
  await record('2024-02-19', own.id, 'claim');
  await record('2024-02-20', own.id, 'accept');
  await record('2024-06-20', talk.id, 'claim');
  await world.say('2023-07-03', commune, 'CT1.01', number(17), '2023-H1');
  await world.say('2023-07-03', commune, 'CT1.02', rate(92, 100), '2023-H1');
  await world.say('2023-07-03', commune, 'CT3.01', number(0), '2023-H1');
  await world.say('2024-06-28', commune, 'CT1.01', number(21));
  await world.say('2024-06-28', commune, 'CT1.02', rate(120, 126));
  await world.say('2024-06-28', commune, 'CT3.01', number(2));
  await world.say('2024-06-28', commune, 'CT0.07', number(12));
  await world.say('2024-06-28', commune, 'CT0.08', { kind: 'no_data', reason: 'chưa tổ chức theo dõi' });
}

export const signedReport = (reportId: string, day: string, number = '45/BC-UBND') => ({
  reportId,
  number,
  signedOn: calendarDate(day),
  signerName: 'Trần Văn Mẫu',
  signerTitle: 'Chủ tịch UBND xã',
});

/** The commune's report for the first half, begun by its clerk on the day. */
export function beginHalf(world: ReportWorld, day: string, unitId = world.tree.commune): Promise<string> {
  return world.on(day, systemActor, (context, tx) =>
    beginReport(context, tx, { kind: 'unit', unitId, periodCode: FIRST_HALF }),
  );
}

/** Says something in each part for which nothing is proposed. */
export async function writeMissing(
  place: TestTenant,
  world: ReportWorld,
  reportId: string,
  day: string,
): Promise<void> {
  const read = { today: calendarDate(day), asOf: null };
  const report = await reportById(place.db, reportId, read);
  if (!report) throw new Error('no such report');
  const scene = await readScene(place.db, report, new Date(`${day}T09:00:00+07:00`), read);
  for (const { part, words, revision } of shownParts(scene))
    if (words.trim() === '')
      await world.on(day, systemActor, (context, tx) =>
        savePart(context, tx, {
          reportId,
          part,
          change: 'words',
          words: part === 'recommendations' ? '- Đề nghị cấp máy quét.' : 'Không có.',
          revision,
        }),
      );
}

/** Writes what is missing, has the head confirm it and the clerk submit it. */
export async function submitFully(
  place: TestTenant,
  world: ReportWorld,
  reportId: string,
  day: string,
): Promise<Submission> {
  await writeMissing(place, world, reportId, day);
  await world.on(day, world.head, (context, tx) => approveReport(context, tx, signedReport(reportId, day)));
  return world.on(day, world.clerk, (context, tx) => submitReport(context, tx, { reportId }));
}
