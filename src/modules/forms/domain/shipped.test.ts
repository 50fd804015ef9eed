import { describe, expect, it } from 'vitest';
import { readFigureCatalog } from '../../../../reference/figures/index.ts';
import { readFormCatalog } from '../../../../reference/forms/index.ts';
import { checkCells } from './check-cells.ts';
import { compile } from './compile.ts';
import type { CellValue, CompiledForm } from './compiled.ts';
import { formSpecSchema } from './spec.ts';

const figures = readFigureCatalog().map((figure) => ({ ...figure, id: figure.code }));
const shipped = readFormCatalog().map((form) => {
  const asked = { periods: form.periods, by: { groups: ['communes'], kinds: [], unitIds: [] } };
  return { ...form, spec: formSpecSchema.parse({ ...form.spec, asked }) };
});
const compiled = new Map(shipped.map((form) => [form.code, compile(form.spec, figures)]));

function form(code: string): CompiledForm {
  const found = compiled.get(code);
  if (!found) throw new Error(`no form ${code}`);
  return found.form;
}

const row = (numbers: Readonly<Record<string, number>>): Record<string, CellValue> =>
  Object.fromEntries(
    Object.entries(numbers).map(([column, number]) => [`u.${column}`, { kind: 'number', number }]),
  );
const brokenIn = (code: string, numbers: Readonly<Record<string, number>>): string[] =>
  checkCells(form(code), row(numbers)).broken.map((check) => check.of);

describe('the forms that ship', () => {
  it('are twelve, and compile without a problem', () => {
    expect(shipped).toHaveLength(12);
    for (const [code, { problems }] of compiled) expect([code, problems]).toEqual([code, []]);
  });

  it('ask for every shipped figure exactly once', () => {
    const asked = [...compiled.values()].flatMap(({ form: { cells } }) => [
      ...new Set(cells.filter((cell) => cell.input && cell.figure).map((cell) => cell.figure?.code)),
    ]);
    expect(asked.toSorted()).toEqual(figures.map(({ code }) => code).toSorted());
  });
});

describe('II.06a/VPCP/KSTT', () => {
  const whole = { c4: 120, c5: 300, c6: 15, c8: 200, c9: 180, c10: 5, c12: 48, c13: 2 };

  it('has 13 numbered columns under headings of three levels', () => {
    const { columns, header } = form('II.06a/VPCP/KSTT');
    expect(columns.map((column) => column.number)).toEqual(
      Array.from({ length: 13 }, (_, at) => `(${at + 1})`),
    );
    expect(header).toHaveLength(3);
    expect(header[0]?.map(({ label, colspan, rowspan }) => [label, colspan, rowspan])).toEqual([
      ['TT', 1, 3],
      ['Đơn vị', 1, 3],
      ['Số hồ sơ tiếp nhận', 4, 1],
      ['Số hồ sơ đã giải quyết', 4, 1],
      ['Số hồ sơ đang giải quyết', 3, 1],
    ]);
    expect(
      header[1]?.map(({ label, colspan, rowspan, at }) => [label, colspan, rowspan, at]).slice(0, 3),
    ).toEqual([
      ['Tổng số', 1, 2, 2],
      ['Trong kỳ', 2, 1, 3],
      ['Từ kỳ trước', 1, 2, 5],
    ]);
  });

  it('computes its totals, and knows none while a part is missing', () => {
    expect(checkCells(form('II.06a/VPCP/KSTT'), row(whole)).computed).toEqual({
      'u.c3': 435,
      'u.c7': 385,
      'u.c11': 50,
    });
    const { c6: _, ...partial } = whole;
    expect(checkCells(form('II.06a/VPCP/KSTT'), row(partial)).computed['u.c3']).toBeNull();
  });

  it('wants what was received to be settled or in hand', () => {
    expect(brokenIn('II.06a/VPCP/KSTT', whole)).toEqual([]);
    expect(brokenIn('II.06a/VPCP/KSTT', { ...whole, c10: 6 })).toEqual(['k4']);
    const { c13: _, ...partial } = whole;
    expect(brokenIn('II.06a/VPCP/KSTT', { ...partial, c10: 6 })).toEqual([]);
  });

  it('warns of a jump against the same period last year', () => {
    const then = { 'c4@same': 50, 'c5@same': 100, 'c6@same': 10 };
    expect(brokenIn('II.06a/VPCP/KSTT', { ...whole, ...then })).toEqual(['k5']);
    expect(brokenIn('II.06a/VPCP/KSTT', { ...whole, 'c4@same': 120, 'c5@same': 280, 'c6@same': 20 })).toEqual(
      [],
    );
  });
});

describe('petitions', () => {
  it('add up as the report of Ninh Thuận did: 40 + 1.496 = 1.536, 176 of 221 settled', () => {
    const { computed } = checkCells(form('DT.01'), row({ c3: 40, c4: 1496, c12: 221, c13: 176 }));
    expect([computed['u.c5'], computed['u.c14']]).toEqual([1536, 79.638009]);
    expect(brokenIn('DT.01', { c3: 4, c4: 10, c12: 15 })).toEqual(['k1']);
    expect(brokenIn('DT.01', { c15: 4, c16: 3, c18: 5, c19: 3 })).toEqual(['k2']);
  });
});

describe('a form of one content', () => {
  const first = form('PAPI.01');

  it('takes a rate in two cells and shows it in a third; what is no rate has none of these', () => {
    const kinds = (of: string) =>
      first.cells
        .filter((cell) => cell.row === of)
        .map((cell) => [cell.column, cell.kind, cell.figure?.part, cell.input !== null]);
    const rate = figures.find((figure) => figure.dimension === 1 && figure.numberKind === 'rate');
    expect(kinds((rate?.code ?? '').toLowerCase().replace('.', '_'))).toEqual([
      ['c4', 'figure', 'numerator', true],
      ['c5', 'figure', 'denominator', true],
      ['c6', 'formula', 'percent', false],
      ['c7', 'figure', 'percent', false],
      ['c8', 'formula', undefined, false],
      ['c9', 'free', undefined, true],
    ]);
    expect(kinds('ct1_01a').slice(0, 4)).toEqual([
      ['c4', 'figure', 'value', true],
      ['c5', 'none', undefined, false],
      ['c6', 'none', undefined, false],
      ['c7', 'figure', 'value', false],
    ]);
  });

  it('groups its rows by sub-dimension', () => {
    expect(
      first.rows.filter((one) => one.kind === 'group').map(({ order, label }) => `${order} ${label}`),
    ).toContain('I Tri thức công dân');
  });

  it('warns of a jump in a number by per cent, and in a rate by points, not in its parts', () => {
    const broken = (values: Record<string, CellValue>): string[] =>
      checkCells(first, values).broken.map((check) => check.key);
    const number = (n: number): CellValue => ({ kind: 'number', number: n });
    const rate = 'ct1_06';
    expect(broken({ 'ct1_01a.c4': number(16), 'ct1_01a.c4@same': number(10) })).toEqual(['k1@ct1_01a']);
    const parts = { [`${rate}.c4`]: number(4), [`${rate}.c5`]: number(5), [`${rate}.c4@same`]: number(1) };
    expect(broken({ ...parts, [`${rate}.c7`]: number(75) })).toEqual([]);
    expect(broken({ ...parts, [`${rate}.c7`]: number(20) })).toEqual([`k2@${rate}`]);
  });
});
