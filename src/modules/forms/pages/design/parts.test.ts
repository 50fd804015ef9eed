import { describe, expect, it } from 'vitest';
import { unitsSpec } from '../../../../../test/support/forms-world.ts';
import { parseExpr } from '../../domain/expr-parse.ts';
import { formSpecSchema } from '../../domain/spec.ts';
import { df } from '../../messages-design.ts';
import { partAfter, partOf, parts } from './parts.ts';

const units = formSpecSchema.parse(unitsSpec('01a21e1a-505f-7658-88ae-9c0bad969d20'));
const row = { kind: 'row', level: 0, order: '', measure: '', figure: null } as const;
const fixed = formSpecSchema.parse({
  ...units,
  rows: { kind: 'fixed', rows: [{ ...row, key: 'r1', label: 'Một' }] },
  cells: { 'r1.c4': { kind: 'none' } },
});
const figures = [{ code: 'CT9.01', name: 'Số hồ sơ trực tuyến' }];

describe('the parts of the editor', () => {
  it('a new column or row never gets the key that another had in a published version', () => {
    const keys = new Set(['c1', 'c2', 'r2']);
    const columns = { 'c.0.label': 'Mới', 'c.1.label': 'Mới nữa' };
    expect(parts.cot.read(columns, fixed, { figures, keys }).spec.columns).toMatchObject([
      { key: 'c3' },
      { key: 'c4' },
    ]);
    const rows = parts.dong.read({ 'r.0.key': 'r1', 'r.0.label': 'Một', them: 'Hai' }, fixed, {
      figures,
      keys,
    });
    expect(rows.spec.rows).toMatchObject({ rows: [{ key: 'r1' }, { key: 'r3', label: 'Hai' }] });
  });

  it('a figure is given by its name in columns, rows and pasted rows, and an unknown one is told at its field', () => {
    const known = { figures, keys: new Set<string>() };
    const column = { 'c.0.label': 'Mới', 'c.0.kind': 'figure.value', 'c.0.what': 'trực tuyến' };
    expect(parts.cot.read(column, units, known).spec.columns).toMatchObject([{ cell: { figure: 'CT9.01' } }]);
    const rows = {
      'r.0.label': 'Một',
      'r.0.figure': 'so ho so truc tuyen',
      them: '2 | Hai | hồ sơ | trực tuyến',
    };
    expect(parts.dong.read(rows, fixed, known).spec.rows).toMatchObject({
      rows: [{ figure: 'CT9.01' }, { figure: 'CT9.01' }],
    });
    const wrong = parts.o.read(
      { 'o.0.cell': 'r1.c4', 'o.0.kind': 'figure.value', 'o.0.what': 'đất' },
      fixed,
      known,
    );
    expect(wrong.problems.map(({ field }) => field)).toEqual(['o.0.what']);
  });

  it('a check without a message in English says the Vietnamese one, and its field stays empty', () => {
    const check = { 'k.0.expr': 'c4 > 0', 'k.0.vi': 'Phải lớn hơn 0.', 'k.0.en': '' };
    const { spec, problems } = parts['kiem-tra'].read(check, units, { figures, keys: new Set() });
    expect(problems).toEqual([]);
    expect(spec.checks[0]?.message).toEqual({ vi: 'Phải lớn hơn 0.', en: 'Phải lớn hơn 0.' });
    expect(parts['kiem-tra'].values(spec)['k.0.en']).toBe('');
  });

  it('each problem leads to the part where its place is written, and each part to the next', () => {
    expect(['k1', 'r1', 'r1.c4', 'c4', 'r1.c5'].map((place) => partOf(place, fixed))).toEqual([
      'kiem-tra',
      'dong',
      'o',
      'cot',
      'cot',
    ]);
    expect([partAfter('cot', fixed), partAfter('cot', units), partAfter('kiem-tra', units)]).toEqual([
      'dong',
      'o',
      undefined,
    ]);
  });

  it('every formula that the help shows is one, in both languages', () => {
    const shown = Object.entries(df).filter(([name]) => !name.endsWith('_means'));
    for (const [, { vi, en }] of shown)
      for (const formula of [vi, en]) expect(parseExpr(formula), formula).toMatchObject({ ok: true });
    expect(shown).toHaveLength(12);
  });
});
