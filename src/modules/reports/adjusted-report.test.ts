import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import {
  FIRST_HALF,
  halfYearOfWork,
  number,
  type ReportWorld,
  rate,
  reportWorld,
  signedReport,
  writeMissing,
} from '../../../test/support/report-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import type { Paper } from '../../kernel/paper/index.ts';
import { definitionsOf, type Figure } from '../figures/index.ts';
import { adjustTotal, withdrawAdjustment } from './commands/adjust-total.ts';
import { approveReport } from './commands/approve-report.ts';
import { beginReport } from './commands/begin-report.ts';
import { submitReport } from './commands/submit-report.ts';
import type { ReportContent } from './domain/document.ts';
import { freeze, frozenVersion } from './frozen.ts';
import { reportById } from './queries/reports.ts';
import { lastActs } from './queries/rollup-adjustments.ts';
import { contentOfScene, readScene } from './scene.ts';
import { contentWorkbook } from './sheet.ts';

let place: TestTenant;
let world: ReportWorld;
let sector: string;
let district: string;

async function figureId(code: string): Promise<string> {
  const found = (await definitionsOf(place.db)).find((one) => one.code === code);
  if (!found) throw new Error(`no figure ${code}`);
  return found.id;
}

async function adjust(day: string, code: string, unitId: string, value: Figure | null): Promise<void> {
  const cell = { figureId: await figureId(code), unitId, periodCode: FIRST_HALF };
  const of = { figureIds: [cell.figureId], unitIds: [unitId], periodCodes: [FIRST_HALF], asOf: null };
  const [last] = await lastActs(place.db, of);
  const input = { ...cell, reason: 'Hai buổi ghi trùng theo sổ', afterId: last?.id ?? null };
  const lead = await world.actor(world.tree.office, 'lead', 'Trưởng phòng');
  await world.on(day, lead, (context, tx) =>
    value === null ? withdrawAdjustment(context, tx, input) : adjustTotal(context, tx, { ...input, value }),
  );
}

/** A report read on a day, now or as a day of the past. */
async function read(id: string, on: string, asOf: string | null = null): Promise<ReportContent> {
  const day = { today: calendarDate(asOf ?? on), asOf: asOf === null ? null : calendarDate(asOf) };
  const report = await reportById(place.db, id, day);
  if (!report) throw new Error('no report');
  return contentOfScene(await readScene(place.db, report, new Date(`${on}T05:00:00Z`), day), null);
}

const begin = (kind: 'sector' | 'district', unitId: string): Promise<string> =>
  world.on('2024-07-02', systemActor, (context, tx) =>
    beginReport(context, tx, { kind, unitId, periodCode: FIRST_HALF }),
  );

const figure = (content: ReportContent, code: string) => content.figures.find((one) => one.code === code);
const allWords = (content: ReportContent): string => content.parts.map(({ words }) => words).join('\n');
const annex = (content: ReportContent, title: string): string =>
  JSON.stringify(
    (JSON.parse(freeze(content).text) as { paper: Paper }).paper.annexes.find((one) => one.title === title),
  );

beforeAll(async () => {
  place = await testTenant();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
  sector = await begin('sector', world.tree.office);
  district = await begin('district', world.tree.district);
});
afterAll(() => place.close());

describe('a report of totals that nobody adjusted', () => {
  it('is frozen in the same bytes as before adjustments were told, with the same sheets', async () => {
    const content = await read(district, '2024-07-02');
    expect(freeze(content).text).not.toMatch(/"adjusted"|"territory"|"ended"|"lastHeld"/);
    expect(allWords(content)).not.toContain('điều chỉnh');
    const { grids } = await readDocument('bao-cao.xlsx', contentWorkbook(content));
    expect(grids.map(({ name }) => name)).not.toContain('Điều chỉnh');
    expect(grids[0]?.rows.some((row) => row.at(-1)?.text === 'Đơn vị phải báo cáo')).toBe(true);
  });
});

describe('a report of adjusted totals', () => {
  beforeAll(async () => {
    const { commune, otherCommune } = world.tree;
    await adjust('2024-07-02', 'CT1.01', commune, number(19));
    await adjust('2024-07-02', 'CT1.02', commune, rate(115, 125));
    await adjust('2024-07-02', 'CT0.07', otherCommune, number(3));
  });

  it.each(['sector', 'district'] as const)(
    'of a %s tells both totals in its sentences and figures',
    async (kind) => {
      const content = await read(kind === 'sector' ? sector : district, '2024-07-03');
      const words = allWords(content);
      expect(words).toContain(
        'Số buổi đối thoại với dân: 19 buổi, tăng 2 buổi (11,8%) so với cùng kỳ năm trước; đạt 95% chỉ tiêu (20 buổi) (tổng hợp từ 1/2 đơn vị; đã điều chỉnh số của 1 đơn vị; tổng theo số đơn vị báo là 21 buổi).',
      );
      expect(words).toContain('đã điều chỉnh số của 1 đơn vị; tổng theo số đơn vị báo là 95,2% (120/126)).');
      expect(figure(content, 'CT1.02')).toMatchObject({
        value: rate(115, 125),
        adjusted: { reported: rate(120, 126) },
      });
      // One commune said 12, of the silent one the agency holds 3.
      expect(figure(content, 'CT0.07')).toMatchObject({
        value: number(15),
        adjusted: { reported: number(12) },
      });
      expect(figure(content, 'CT3.01')).not.toHaveProperty('adjusted');
      expect(annex(content, 'Số liệu các chỉ tiêu')).toContain(
        'Đã điều chỉnh 1 đơn vị; tổng theo số đơn vị báo là 21 buổi',
      );
    },
  );

  it('lists each unit with what it said, what is held, why, by whom and when, under both totals', async () => {
    const content = await read(district, '2024-07-03');
    const listed = annex(content, 'Số liệu điều chỉnh khi tổng hợp');
    for (const words of [
      'CT1.01. Số buổi đối thoại với dân: sau điều chỉnh 19 buổi; theo số đơn vị báo 21 buổi; chênh lệch -2 (9,5%)',
      'chênh lệch -3,2 điểm %',
      'Hai buổi ghi trùng theo sổ',
      'Phòng Nội vụ, 02/07/2024',
      'chưa có số',
    ])
      expect(listed).toContain(words);
    const { grids } = await readDocument('bao-cao.xlsx', contentWorkbook(content));
    const rows = (grids.find(({ name }) => name === 'Điều chỉnh')?.rows ?? []).map((row) =>
      row.map((cell) => cell?.text ?? ''),
    );
    expect(rows.find(([code]) => code === 'CT1.02')?.slice(3, 12)).toEqual([
      'UBND xã Một',
      expect.stringMatching(/^95[.,]2/),
      '120',
      '126',
      '',
      '',
      '92',
      '115',
      '125',
    ]);
    const totals = (grids[0]?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
    expect(totals.find(([code]) => code === 'CT1.01')?.slice(4, 5)).toEqual(['19']);
    expect(totals.find(([code]) => code === 'CT1.01')?.slice(14)).toEqual(['1', '2', '1', '21']);
  });

  it('once submitted says the same after the adjustment is withdrawn, and a working copy does on days before alone', async () => {
    await writeMissing(place, world, sector, '2024-07-03');
    await world.on('2024-07-03', systemActor, (context, tx) =>
      approveReport(context, tx, signedReport(sector, '2024-07-03', '12/BC-NV')),
    );
    await world.on('2024-07-03', systemActor, (context, tx) =>
      submitReport(context, tx, { reportId: sector }),
    );
    const before = await frozenVersion(place.db, sector, 1);
    await adjust('2024-07-04', 'CT1.01', world.tree.commune, null);
    const after = await frozenVersion(place.db, sector, 1);
    expect(after).toEqual(before);
    expect(figure(after?.content as ReportContent, 'CT1.01')).toMatchObject({
      value: number(19),
      adjusted: {
        reported: number(21),
        units: [{ unitName: 'UBND xã Một', said: number(21), held: number(19) }],
      },
    });
    const copy = figure(await read(district, '2024-07-04'), 'CT1.01');
    expect(copy).toMatchObject({ value: number(21) });
    expect(copy).not.toHaveProperty('adjusted');
    expect(figure(await read(district, '2024-07-05', '2024-07-03'), 'CT1.01')).toMatchObject({
      value: number(19),
    });
  });
});
