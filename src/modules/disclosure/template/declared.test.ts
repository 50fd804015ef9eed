import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lastTerms, rightRaw, VILLAGES, WRONG } from '../../../../test/support/disclosure-content.ts';
import { fillWorkbook } from '../../../../test/support/fill-workbook.ts';
import { readDocument, sheetAddress, writeCells } from '../../../kernel/documents/index.ts';
import { shippedDeclarations } from '../catalog.ts';
import type { RawRow } from '../domain/content.ts';
import { missingOf, readContent, takenColumns } from '../domain/read-content.ts';
import type { ValueKind } from '../domain/read-value.ts';
import type { Terms } from '../domain/terms.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { problemSaid } from '../messages-content.ts';
import { FIRST_ROW, factsOf, MEMORY_SHEET, sheetNames, tablesOf } from './layout.ts';
import { readFilled } from './read-filled.ts';
import { writeTemplate } from './write-template.ts';

const every = shippedDeclarations().map((declaration) => ({
  code: declaration.code,
  terms: lastTerms(declaration),
}));
const options = { villages: VILLAGES };
const termsOf = (code: string): Terms => {
  const found = every.find((one) => one.code === code);
  if (!found) throw new Error(`no obligation ${code}`);
  return found.terms;
};

type Typed = Record<string, string | number>;

/** Types into the template as a person does, number by number; `change` says what to type instead. */
function filled(
  terms: Terms,
  change: (place: string, right: string) => string = (_, right) => right,
): Uint8Array {
  const raw = rightRaw(terms);
  let bytes = writeTemplate(terms, options);
  const facts = factsOf(terms);
  const typed = (kind: ValueKind, place: string, right: string): string | number => {
    const text = change(place, right);
    if (text !== right || (kind !== 'number' && kind !== 'amount')) return text;
    const { content } = readContent({ fields: [numberField(kind)] }, { x: text }, options);
    return Number(content.fields.x);
  };
  const factCells: Typed = {};
  facts.forEach((field, at) => {
    factCells[sheetAddress(FIRST_ROW + at, 1)] = typed(field.kind, field.key, String(raw[field.key]));
  });
  if (facts.length > 0) bytes = fillWorkbook(bytes, factCells, 1);
  tablesOf(terms).forEach((table, sheet) => {
    const cells: Typed = {};
    (raw[table.key] as readonly RawRow[]).forEach((row, at) => {
      takenColumns(table).forEach(({ key, kind }, column) => {
        if (row[key] === undefined) return;
        const place = `${table.key}[${at}].${key}`;
        cells[sheetAddress(FIRST_ROW + at, column)] = typed(kind, place, String(row[key]));
      });
    });
    bytes = fillWorkbook(bytes, cells, sheet + 1 + (facts.length > 0 ? 1 : 0));
  });
  return bytes;
}

const numberField = (kind: 'number' | 'amount') => ({
  key: 'x',
  label: { vi: 'x', en: 'x' },
  kind,
  required: true,
});

describe.each(every)('the workbook of $code', ({ terms }) => {
  it('comes back blank, naming sheet and cell of what lacks', async () => {
    const { content, problems, missing } = await readFilled(
      writeTemplate(terms, options),
      'mau.xlsx',
      terms,
      options,
    );
    expect(problems).toEqual([]);
    expect(missing.map(({ place }) => place)).toEqual(missingOf(terms, content).map(({ place }) => place));
    for (const one of missing) expect(one.at, one.place).toMatch(/^.+![A-Z]+\d+$/);
  });

  it('filled in cell by cell reads like the form', async () => {
    const wanted = readContent(terms, rightRaw(terms), options).content;
    const { content, problems, missing } = await readFilled(filled(terms), 'nhap.xlsx', terms, options);
    expect(problems).toEqual([]);
    expect(missing).toEqual([]);
    expect(content).toEqual(wanted);
  });

  it('goes on from what stands', async () => {
    const { content } = readContent(terms, rightRaw(terms), options);
    const again = await readFilled(writeTemplate(terms, { ...options, content }), 'cu.xlsx', terms, options);
    expect(again.problems).toEqual([]);
    expect(again.content).toEqual(content);
  });

  it('names sheet and cell of what cannot be read', async () => {
    const kinds = new Map<string, ValueKind>([
      ...factsOf(terms).map(({ key, kind }) => [key, kind] as const),
      ...tablesOf(terms).flatMap((table) =>
        takenColumns(table).map(({ key, kind }) => [`${table.key}[0].${key}`, kind] as const),
      ),
    ]);
    const spoilt = filled(terms, (place, right) => WRONG[kinds.get(place) ?? 'text'] ?? right);
    const { problems } = await readFilled(spoilt, 'sai.xlsx', terms, options);
    const places = [...kinds].filter(
      ([place, kind]) => WRONG[kind] !== undefined && (!isPrinted(terms, place) || kind !== 'text'),
    );
    expect(problems.map(({ place }) => place).sort()).toEqual(places.map(([place]) => place).sort());
    for (const problem of problems) {
      const { params } = problemSaid(terms, problem);
      expect(JSON.stringify(params)).toContain(problem.at ?? 'no place');
    }
  });

  it('has no column for what is never public', async () => {
    const { grids } = await readDocument('mau.xlsx', writeTemplate(terms, options));
    const said = JSON.stringify(grids.map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text))));
    const never = terms.fields.flatMap((field) =>
      (field.kind === 'table' ? field.columns : [field]).flatMap(({ personal, label }) =>
        personal === 'never' ? [label.vi] : [],
      ),
    );
    for (const label of never) expect(said).not.toContain(`"${label}"`);
  });
});

const isPrinted = (terms: Terms, place: string): boolean =>
  tablesOf(terms).some((table) => table.rows && place === `${table.key}[0].${table.columns[0]?.key}`);

describe('a workbook that people changed', () => {
  const poor = termsOf('ho-ngheo-cong-nhan');
  const grid = (rows: (string | number)[][], name = 'Trang1'): Uint8Array =>
    writeCells([
      {
        name,
        widths: [],
        rows: rows.map((row) => ({ cells: row.map((value, column) => ({ column, style: {}, value })) })),
      },
    ]);

  it('is read by the words of its columns: moved, with order numbers, under a title, without diacritics', async () => {
    const bytes = grid([
      ['DANH SÁCH HỘ NGHÈO NĂM 2024'],
      ['STT', 'Thôn', 'Ho ten chu ho', 'Loại hộ (*)'],
      [1, 'Đan Tràng', 'Nguyễn Văn A', 'Hộ nghèo'],
      [],
      [2, 'An Đạm', 'Trần Thị B', 'Hộ cận nghèo'],
    ]);
    const { content, problems } = await readFilled(bytes, 'cua-xa.xlsx', poor, options);
    expect(problems).toEqual([]);
    expect(content.fields.danh_sach).toEqual([
      { chu_ho: 'Nguyễn Văn A', thon: 'Thôn Đan Tràng', loai: 'Hộ nghèo' },
      { chu_ho: 'Trần Thị B', thon: 'Thôn An Đạm', loai: 'Hộ cận nghèo' },
    ]);
  });

  it('loses a column that is never public without a word of it, and tells of one that nobody asked for', async () => {
    const bytes = grid([
      ['Họ tên chủ hộ', 'Thôn', 'Loại hộ', 'Số định danh cá nhân', 'Tên con'],
      ['Nguyễn Văn A', 'Đan Tràng', 'Hộ nghèo', '033085001234', 'B'],
    ]);
    const { content, problems } = await readFilled(bytes, 'cua-xa.xlsx', poor, options);
    expect(JSON.stringify(content)).not.toContain('033085001234');
    expect(problems.map(({ code, at }) => [code, at])).toEqual([['unknown_column', 'Trang1!E1']]);
  });

  it('tells which column lacks', async () => {
    const { problems } = await readFilled(
      grid([
        ['Họ tên chủ hộ', 'Thôn'],
        ['Nguyễn Văn A', 'Đan Tràng'],
      ]),
      'cua-xa.xlsx',
      poor,
      options,
    );
    expect(problems.map(({ code, columnKey }) => [code, columnKey])).toEqual([['column_missing', 'loai']]);
  });

  it('may be a CSV file', async () => {
    const csv = 'Họ tên chủ hộ,Thôn,Loại hộ\r\nNguyễn Văn A,Hoàng Cả,Hộ nghèo\r\n';
    const { content } = await readFilled(Buffer.from(csv), 'danh-sach.csv', poor, options);
    expect(content.fields.danh_sach).toHaveLength(1);
  });

  it('of another obligation is refused with its code, and one without any of the columns is refused', async () => {
    const other = writeTemplate(termsOf('lich-tiep-cong-dan'), options);
    await expect(readFilled(other, 'khac.xlsx', poor, options)).rejects.toMatchObject({
      type: catalogErrors.sheet_of_another,
      params: { code: 'lich-tiep-cong-dan' },
    });
    await expect(
      readFilled(
        grid([
          ['Một', 'Hai'],
          ['3', '4'],
        ]),
        'la.xlsx',
        poor,
        options,
      ),
    ).rejects.toMatchObject({
      type: catalogErrors.sheet_not_found,
    });
  });

  it('keeps printed lines by their words: one that was cut lacks its numbers, one that was renamed is told', async () => {
    const budget = termsOf('quyet-toan-ngan-sach');
    const head = ['Khoản mục', 'Dự toán (đồng)', 'Quyết toán (đồng)', 'So với dự toán (%)'];
    const thu = tablesOf(budget)[0]?.rows ?? [];
    const lines = thu.map(({ vi }, at) => [vi, at + 1, at + 1, 100]);
    const cut = [head, ...lines.filter((_, at) => at !== 3)];
    const read = await readFilled(grid(cut, 'Thu ngân sách'), 'thu.xlsx', budget, options);
    const rows = read.content.fields.thu as RawRow[];
    expect(rows[3]).toMatchObject({ khoan_muc: thu[3]?.vi, du_toan: null });
    expect(rows[4]).toMatchObject({ khoan_muc: thu[4]?.vi, du_toan: 5 });
    expect(read.missing.map(({ place }) => place)).toContain('thu[3].du_toan');
  });

  it('two tables with the same columns are told apart by their sheets', async () => {
    const budget = termsOf('thuc-hien-ngan-sach-quy');
    expect(sheetNames(tablesOf(budget))).toEqual(['Thu ngân sách', 'Chi ngân sách']);
    const { content } = await readFilled(filled(budget), 'hai-bang.xlsx', budget, options);
    expect((content.fields.thu as RawRow[])[0]).toMatchObject({ khoan_muc: 'Tổng số thu' });
    expect((content.fields.chi as RawRow[])[0]).toMatchObject({ khoan_muc: 'Tổng số chi' });
  });

  it('offers the villages as a list', () => {
    const sheet = strFromU8(
      unzipSync(writeTemplate(poor, options))['xl/worksheets/sheet2.xml'] ?? new Uint8Array(),
    );
    expect(sheet).toContain('type="list"');
    expect(sheet).toContain(`<formula1>${MEMORY_SHEET}!$A$2:$A$${VILLAGES.length + 1}</formula1>`);
  });
});
