import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { factsOf } from '../../../test/support/figures-world.ts';
import {
  beginHalf,
  FIRST_HALF,
  halfYearOfWork,
  number,
  type ReportWorld,
  reportWorld,
  submitFully,
} from '../../../test/support/report-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { renderDocx, renderPdf } from '../../kernel/paper/index.ts';
import { assignedWork, recordEntry } from '../assignments/index.ts';
import { changeFigure, definitionsOf } from '../figures/index.ts';
import { correctPeriod, periodByCode } from '../periods/index.ts';
import { changeUnit, changeUnitInput } from '../units/index.ts';
import { acceptReport } from './commands/answer-report.ts';
import { beginReport } from './commands/begin-report.ts';
import { freeze, frozenVersion, frozenVersions } from './frozen.ts';
import { reportById } from './queries/reports.ts';
import { contentOfScene, readScene } from './scene.ts';
import { contentWorkbook } from './sheet.ts';

const run = promisify(execFile);

let place: TestTenant;
let world: ReportWorld;
let id: string;

beforeAll(async () => {
  place = await testTenant();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
  id = await beginHalf(world, '2024-07-01');
  await submitFully(place, world, id, '2024-07-03');
  await world.on('2024-07-04', world.standing, (context, tx) =>
    acceptReport(context, tx, { reportId: id, note: '' }),
  );
});
afterAll(() => place.close());

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'danbiet-report-'));
  try {
    await writeFile(path.join(folder, 'bao-cao.pdf'), bytes);
    return (await run('pdftotext', ['-layout', path.join(folder, 'bao-cao.pdf'), '-'])).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function rendered() {
  const frozen = await frozenVersion(place.db, id, 1);
  if (!frozen) throw new Error('nothing was frozen');
  const docx = await readDocument('bao-cao.docx', await renderDocx(frozen.paper));
  return {
    frozen,
    docx: docx.paragraphs.map(({ text }) => text),
    tables: docx.grids.map((grid) => grid.rows.map((row) => row.map((cell) => cell?.text ?? ''))),
    pdf: await textOfPdf(await renderPdf(frozen.paper)),
    xlsx: createHash('sha256').update(contentWorkbook(frozen.content)).digest('hex'),
  };
}

/** Changes whatever a report is made from: work, figures and what they mean, days of the period, the name of the unit. */
async function changeEverything(): Promise<void> {
  const period = await periodByCode(place.db, FIRST_HALF);
  if (!period) throw new Error('no period');
  const { code: periodCode, revision: seen, fromOn, toOn, lockOn, milestones } = period;
  const by = (step: string) =>
    milestones.find((one) => one.step === step)?.expression ?? period.due.expression;
  await world.on('2024-07-04', systemActor, (context, tx) =>
    correctPeriod(context, tx, {
      code: periodCode,
      revision: seen,
      fromOn,
      toOn,
      cutOffOn: calendarDate('2024-06-28'),
      due: period.due.expression,
      lockOn,
      milestones: { unit: by('unit'), sector: by('sector'), standing: by('standing') },
      reason: 'Chốt sớm',
    }),
  );
  const { commune } = world.tree;
  const work = (await assignedWork(place.db, world.planId)).filter((one) => one.unitId === commune);
  await world.on('2024-07-05', systemActor, async (context, tx) => {
    for (const { id: assignmentId } of work.slice(1, 2))
      await recordEntry(context, tx, {
        assignmentId,
        kind: 'start',
        happenedOn: calendarDate('2024-06-15'),
        note: 'Ghi sau',
      });
  });
  await world.say('2024-07-05', commune, 'CT1.01', number(99));
  const definition = (await definitionsOf(place.db)).find(({ code }) => code === 'CT1.01');
  if (!definition) throw new Error('no figure');
  const { id: figureId, revision } = definition;
  await world.on('2025-06-30', systemActor, async (context, tx) => {
    const renamed = factsOf(world.tree, {
      name: 'Tên khác hẳn',
      unitOfMeasure: 'buổi',
      dimension: 1,
      subDimension: null,
      periods: [{ kind: 'half' }],
      target: 1000,
    });
    await changeFigure(context, tx, { figureId, revision, facts: renamed, confirmed: true });
    const merged = { name: 'UBND xã Sáp Nhập', kind: 'ubnd', tier: 'xã', parentId: world.tree.district };
    const given = { unitId: commune, from: '2025-01-01', ...merged };
    await changeUnit(context, tx, changeUnitInput.parse(given));
  });
}

describe('a report once accepted', () => {
  it('renders years later byte for byte the same model, and the same words in Word, PDF and Excel', async () => {
    const before = await rendered();
    await changeEverything();
    const after = await rendered();
    expect(after.frozen.text).toBe(before.frozen.text);
    expect(after.frozen.hash).toBe(createHash('sha256').update(before.frozen.text).digest('hex'));
    expect(after.docx).toEqual(before.docx);
    expect(after.tables).toEqual(before.tables);
    expect(after.pdf).toBe(before.pdf);
    expect(after.xlsx).toBe(before.xlsx);
  });

  it('says what stood then, while a report read now would say something else', async () => {
    const frozen = await frozenVersion(place.db, id, 1);
    const day = { today: calendarDate('2025-07-01'), asOf: null };
    const report = await reportById(place.db, id, day);
    if (!report || !frozen) throw new Error('no report');
    const scene = await readScene(place.db, report, new Date('2025-07-01T02:00:00Z'), day);
    const now = freeze(contentOfScene(scene, frozen.content.signed));
    expect(now.hash).not.toBe(frozen.hash);
    expect(frozen.text).toContain('Số buổi đối thoại với dân: 21 buổi');
    expect(now.text).toContain('Tên khác hẳn: 99 buổi');
  });

  it('holds its own hash, also for the database', async () => {
    await expect(
      place.db.transaction((tx) =>
        tx.rows(query({ version: 'int' } as const)`
          insert into reports_version (report_id, version, document, hash, receipt_year, receipt_number, is_late, submitted_at)
          select report_id, 2, document || ' ', hash, 2030, 1, false, submitted_at from reports_version
          returning version::integer as version`),
      ),
    ).rejects.toThrow('reports_version_hash_right');
  });
});

describe('what is frozen', () => {
  it('tells work as of the cut-off: what was recorded later changes nothing', async () => {
    const day = { today: calendarDate('2024-07-08'), asOf: null };
    const report = await reportById(place.db, id, day);
    if (!report) throw new Error('no report');
    const { material } = await readScene(place.db, report, new Date('2024-07-08T02:00:00Z'), day);
    // The cut-off as it was corrected meanwhile.
    expect(material.material.readOn).toBe('2024-06-28');
    const states = material.material.work.map(({ words, isBegun }) => [words, isBegun]);
    // "start" of 15/6 was recorded on 05/7.
    expect(states).toContainEqual(['Niêm yết danh sách hộ nghèo', false]);
  });

  it('is a paper with its annexes: tasks and figures lie, each state and reason in words', async () => {
    const { frozen, pdf } = await rendered();
    expect(frozen.paper.annexes.map(({ title, orientation }) => [title, orientation])).toEqual([
      ['Kết quả thực hiện nhiệm vụ', 'landscape'],
      ['Số liệu các chỉ tiêu', 'landscape'],
      ['Kiến nghị, đề xuất', 'portrait'],
    ]);
    expect(frozen.paper).toMatchObject({
      number: { number: '45', symbol: 'BC-UBND' },
      date: { year: 2024, month: 7, day: 3 },
      draft: false,
      addressees: ['UBND huyện Thử Nghiệm'],
      signature: { title: 'Chủ tịch', name: 'Trần Văn Mẫu' },
    });
    const flat = pdf.replace(/\s+/g, ' ');
    for (const words of [
      'Kết quả 6 tháng đầu năm 2024 thực hiện',
      'II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG',
      'Nội dung 3: Trách nhiệm giải trình với người dân',
      'tăng 4 buổi (23,5%) so với cùng kỳ năm trước; đạt 105% chỉ tiêu (20 buổi)',
      'VII. KIẾN NGHỊ, ĐỀ XUẤT',
      'Đề nghị cấp máy quét.',
    ])
      expect(flat).toContain(words);
    expect(JSON.stringify(frozen.paper.annexes[1])).toContain('Không có số liệu: chưa tổ chức theo dõi');
  });

  it('goes to Excel whole: figures as numbers, work as days, words beside what was proposed', async () => {
    const frozen = await frozenVersion(place.db, id, 1);
    if (!frozen) throw new Error('nothing was frozen');
    const { grids } = await readDocument('bao-cao.xlsx', contentWorkbook(frozen.content));
    expect(grids.map(({ name }) => name)).toEqual(['Chỉ tiêu', 'Nhiệm vụ', 'Lời báo cáo', 'Kiến nghị']);
    const cells = (grids[0]?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
    const talks = cells.find((row) => row[0] === 'CT1.01');
    expect(talks?.slice(1, 5)).toEqual(['Số buổi đối thoại với dân', 'buổi', '1', '21']);
    const none = cells.find((row) => row[0] === 'CT0.08');
    expect([none?.[4], none?.[7]]).toEqual(['', 'Không có số liệu: chưa tổ chức theo dõi']);
  });
});

describe('a report assembled from those of units', () => {
  const read = async (kind: 'district' | 'sector' | 'review', unitId: string, on = '2024-07-04') => {
    const made = await world.on(on, systemActor, (context, tx) =>
      beginReport(context, tx, { kind, unitId, periodCode: FIRST_HALF }),
    );
    const day = { today: calendarDate(on), asOf: null };
    const report = await reportById(place.db, made, day);
    if (!report) throw new Error('no report');
    const scene = await readScene(place.db, report, new Date(`${on}T05:00:00Z`), day);
    return contentOfScene(scene, null);
  };
  const words = (content: Awaited<ReturnType<typeof read>>, key: string): string =>
    content.parts.find((part) => part.key === key)?.words ?? '';

  it('says who reported, adds figures up with how many units gave them, and carries recommendations by unit', async () => {
    const content = await read('district', world.tree.district);
    expect(words(content, 'direction')).toContain(
      '3 đơn vị phải gửi báo cáo 6 tháng đầu năm 2024: 1 đúng hạn; 2 chưa gửi (Phòng Nội vụ, UBND xã Hai).',
    );
    expect(content.figures.find(({ code }) => code === 'CT1.02')).toMatchObject({
      value: { kind: 'rate', numerator: 120, denominator: 126 },
      counted: { filled: 1, asked: 2, lastFilled: 1 },
    });
    expect(words(content, 'inspection')).toContain('không có số liệu');
    expect(content.recommendations).toEqual([
      { unitId: world.tree.commune, unitName: 'UBND xã Một', words: 'Đề nghị cấp máy quét.' },
    ]);
    const frozen = await frozenVersions(place.db, [{ reportId: id, version: 1 }]);
    expect(content.units.find(({ unitId }) => unitId === world.tree.commune)).toMatchObject({
      outcome: 'in_time',
      isAccepted: true,
      submittedAt: '03/07/2024',
      hash: frozen.get(id)?.hash,
    });
    expect(words(content, 'recommendations')).toBe('- UBND xã Một: Đề nghị cấp máy quét.');
  });

  it('of a lead agency tells only the tasks and figures that it leads', async () => {
    const content = await read('sector', world.tree.office);
    expect(new Set(content.work.map(({ leadName }) => leadName))).toEqual(new Set(['Phòng Nội vụ']));
    expect(content.figures.map(({ code }) => code)).toEqual([
      'CT0.07',
      'CT0.08',
      'CT1.01',
      'CT1.02',
      'CT3.01',
    ]);
  });

  it('as a review looks ahead', async () => {
    const { paper } = JSON.parse(freeze(await read('review', world.tree.district)).text) as {
      paper: { heading: { subject: string } };
    };
    expect(paper.heading.subject).toBe(
      'Sơ kết 6 tháng đầu năm 2024 thực hiện Kế hoạch nâng cao hiệu quả quản trị năm 2024',
    );
  });
});
