import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { fillWorkbook } from '../../../../test/support/fill-workbook.ts';
import { type FormsWorld, formsWorld } from '../../../../test/support/forms-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { periodByCode } from '../../periods/index.ts';
import { readyForm } from '../queries/ready.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { writeTemplate } from '../template/write-template.ts';
import { confirmSheet, previewSheet, stageSheet } from './import-sheet.ts';
import { saveCells } from './save-cells.ts';
import { discardImport } from './stage-file.ts';

let place: TestTenant;
let world: FormsWorld;
let commune: Actor;
beforeAll(async () => {
  place = await testTenant();
  world = await formsWorld(place);
  commune = await world.actor('member', world.tree.commune);
  await world.run(commune, (context, tx) =>
    saveCells(context, tx, {
      formId: world.formId,
      periodCode: '2024-H1',
      cells: [world.say('c4', 30)],
      via: 'page',
    }),
  );
});
afterAll(() => place.close());

async function template(unitIds = [world.tree.commune]): Promise<Uint8Array> {
  const period = await periodByCode(place.db, '2024-H1');
  const ready = period && (await readyForm(place.db, world.formId, period));
  if (!ready) throw new Error('no form');
  const sheets = await sheetsOf(place.db, ready, { unitIds, period, asOf: null });
  const units = sheets.map((sheet, at) => ({ sheet, unitName: `UBND xã ${at + 1}` }));
  return writeTemplate(ready, units, {
    code: period.code,
    name: period.name.vi,
    days: 'từ 01/01/2024 đến 30/06/2024',
  });
}

const stage = (bytes: Uint8Array, actor = commune): Promise<string> =>
  world.run(actor, (context, tx) => stageSheet(context, tx, place.files, { name: 'biểu.xlsx', bytes }));
const preview = (id: string, actor = commune) =>
  world.run(actor, (context, tx) => previewSheet(context, tx, place.files, id));
const confirm = (id: string, seen: string) =>
  world.run(commune, (context, tx) => confirmSheet(context, tx, place.files, { id, seen }));
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error.type.code;
};

describe('the workbook that goes out', () => {
  it('shows headings, column numbers, what stands, formulas with their values, and which cells are to be filled', async () => {
    const { grids } = await readDocument('biểu.xlsx', await template());
    const [form, memory] = grids;
    const line = (row: number) => form?.rows[row]?.map((cell) => cell?.text ?? '');
    expect([form?.name, form?.hidden, memory?.hidden]).toEqual(['Biểu', false, true]);
    expect([line(1)?.[0], line(2)?.[0]]).toEqual([
      'KẾT QUẢ GIẢI QUYẾT HỒ SƠ',
      'Đơn vị báo cáo: UBND xã 1 · Kỳ báo cáo: 6 tháng đầu năm 2024 (từ 01/01/2024 đến 30/06/2024)',
    ]);
    expect(line(5)?.slice(0, 8)).toEqual([
      'TT',
      'Đơn vị',
      'Tiếp nhận',
      'Tiếp nhận',
      'Tiếp nhận',
      'Đã giải quyết',
      'Đang giải quyết',
      'Phiếu khảo sát',
    ]);
    expect(line(7)).toEqual([...Array.from({ length: 12 }, (_, at) => `(${at + 1})`)]);
    expect(line(8)?.slice(0, 5)).toEqual(['1', 'UBND xã 1', '', '30']);
    const sheet = strFromU8(unzipSync(await template())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain(
      '<f>IFERROR(IF(COUNT(D9:E9)=2,SUM(D9:E9),NA()),"")</f>'.replaceAll('"', '&quot;'),
    );
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toMatch(
      /<dataValidation type="custom"[^>]*sqref="D9"><formula1>OR\(AND\(ISNUMBER\(D9\),D9&gt;=0,ROUND\(D9,0\)=D9\),LEFT\(LOWER\(D9\),8\)=&quot;không có&quot;\)/,
    );
    expect(sheet).toContain('Lỗi: Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.');
    for (const [, formula = ''] of sheet.matchAll(/<formula1>(.*?)<\/formula1>/g))
      expect(formula.length).toBeLessThan(256);
  });

  it('is the same bytes each time, and holds a table of several units', async () => {
    expect(await template()).toEqual(await template());
    const { grids } = await readDocument(
      'biểu.xlsx',
      await template([world.tree.commune, world.tree.otherCommune]),
    );
    expect(grids[0]?.rows.slice(8, 10).map((row) => row[1]?.text)).toEqual(['UBND xã 1', 'UBND xã 2']);
  });
});

describe('the workbook that comes back', () => {
  it('changes nothing when nothing was typed', async () => {
    const read = await preview(await stage(await template()));
    expect([read.filled, read.outcomes, read.problems]).toEqual([{ changed: [], wrong: [] }, [], 0]);
  });

  it('is looked at cell by cell, then written whole', async () => {
    const bytes = fillWorkbook(await template(), {
      D9: 31,
      E9: 20,
      F9: 'không có số liệu: máy hỏng',
      H9: 9,
      I9: 12,
      K9: 3,
      L9: '2',
    });
    const id = await stage(bytes);
    const read = await preview(id);
    expect(read.filled.changed.map(({ place: at, before, save }) => [at, before, save.value])).toEqual([
      ['Biểu!D9', { kind: 'number', number: 30 }, { kind: 'number', number: 31 }],
      ['Biểu!E9', null, { kind: 'number', number: 20 }],
      ['Biểu!F9', null, { kind: 'no_data', reason: 'máy hỏng' }],
      ['Biểu!H9', null, { kind: 'number', number: 9 }],
      ['Biểu!I9', null, { kind: 'number', number: 12 }],
      ['Biểu!K9', null, { kind: 'number', number: 3 }],
      ['Biểu!L9', null, { kind: 'words', words: '2' }],
    ]);
    expect([read.problems, read.sheets[0]?.values['u.c3'], read.isOlder]).toEqual([
      0,
      { kind: 'number', number: 51 },
      false,
    ]);
    expect(await codeOf(confirm(id, 'another'))).toBe('forms.import_stale');
    const written = await confirm(id, read.seen);
    expect(written.counts.saved).toBe(7);
    expect(written.sheets[0]?.cells['u.c4']).toMatchObject({ value: { number: 31 }, via: 'sheet' });
    expect(await codeOf(confirm(id, read.seen))).toBe('forms.import_decided');
  });

  it('names the sheet and the cell of what cannot be taken, and then writes nothing', async () => {
    const bytes = fillWorkbook(await template(), { D9: -1, E9: 'nhiều', G9: 'không có số liệu', H9: null });
    const id = await stage(bytes);
    const read = await preview(id);
    expect(read.filled.wrong.map(({ place: at, why }) => [at, why])).toEqual([
      ['Biểu!D9', 'negative'],
      ['Biểu!E9', 'not_a_number'],
      ['Biểu!G9', 'reason_missing'],
    ]);
    expect(read.outcomes).toMatchObject([{ outcome: 'waiting', place: 'Biểu!H9' }]);
    expect(read.problems).toBe(4);
    expect(await codeOf(confirm(id, read.seen))).toBe('forms.import_has_problems');
  });

  it('shows what somebody else changed since it was downloaded', async () => {
    const bytes = fillWorkbook(await template(), { D9: 40 });
    await world.run(commune, (context, tx) =>
      saveCells(context, tx, {
        formId: world.formId,
        periodCode: '2024-H1',
        cells: [world.say('c4', 35)],
        via: 'page',
      }),
    );
    const read = await preview(await stage(bytes));
    expect(read.outcomes).toMatchObject([
      { outcome: 'conflict', value: { number: 35 }, place: 'Biểu!D9', byName: commune.name },
    ]);
    expect(read.problems).toBe(1);
  });

  it('is refused when it is none of ours, or was rearranged', async () => {
    const moved = fillWorkbook(await template(), { D8: '(5)' });
    expect(await codeOf(stage(moved))).toBe('forms.file_moved');
    const bare = fillWorkbook(await template(), { B9: 'UBND xã khác' });
    expect(await codeOf(stage(bare))).toBe('forms.file_moved');
    const { writeWorkbook } = await import('../../../kernel/documents/index.ts');
    const list = writeWorkbook({
      sheets: [{ name: 'Biểu', columns: [{ header: 'TT', width: 5, kind: 'text' }], rows: [['1']] }],
    });
    expect(await codeOf(stage(list))).toBe('forms.file_not_ours');
  });

  it('belongs to whoever uploaded it, who may give it up', async () => {
    const id = await stage(fillWorkbook(await template(), { K9: 5 }));
    const colleague = await world.actor('member', world.tree.commune);
    expect(await codeOf(preview(id, colleague))).toBe('forms.import_not_found');
    await world.run(commune, (context, tx) => discardImport(context, tx, { id, kind: 'sheet' }));
    expect(await codeOf(preview(id))).toBe('forms.import_decided');
  });

  it('of another unit is judged as its typing would be', async () => {
    const stranger = await world.actor('member', world.tree.otherCommune);
    const read = await preview(await stage(fillWorkbook(await template(), { K9: 6 }), stranger), stranger);
    expect(read.outcomes).toMatchObject([{ outcome: 'problem', error: { code: 'figures.not_allowed' } }]);
  });
});
