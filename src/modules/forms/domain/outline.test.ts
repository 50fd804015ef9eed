import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellFields, cellFrom } from './cell-fields.ts';
import { columnLines, columnsFrom, moved, nextKey } from './outline.ts';
import { CELL_RELATIONS, type CellSpec, type ColumnSpec } from './spec.ts';

const cells: fc.Arbitrary<CellSpec> = fc.oneof(
  fc.record({
    kind: fc.constant('figure' as const),
    figure: fc.constantFrom(null, 'CT5.01a'),
    part: fc.constantFrom('value' as const, 'denominator' as const, 'percent' as const, 'shown' as const),
    relation: fc.constantFrom(...CELL_RELATIONS),
  }),
  fc.record({
    kind: fc.constant('free' as const),
    input: fc.constant('number' as const),
    decimals: fc.integer({ min: 0, max: 3 }),
    required: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('formula' as const),
    expr: fc.constantFrom('c3 + c4', 'sum(c1:c2)'),
    decimals: fc.integer({ min: 0, max: 3 }),
  }),
);

const { columns } = fc.letrec<{ columns: ColumnSpec[]; column: ColumnSpec }>((tie) => ({
  columns: fc.array(tie('column'), { minLength: 1, maxLength: 4 }),
  column: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      label: fc.constantFrom('Tổng số', 'Trong kỳ'),
      role: fc.constant('cells' as const),
      cell: cells,
    }),
    fc.record({ label: fc.constant('Nhóm'), role: fc.constant('cells' as const), columns: tie('columns') }),
  ),
}));

/** Leaves numbered from the left, as every tree of a spec has them. */
function numbered(given: readonly ColumnSpec[], count = { n: 0 }): ColumnSpec[] {
  return given.map((column) => {
    if (column.columns)
      return { label: column.label, role: column.role, columns: numbered(column.columns, count) };
    count.n += 1;
    return { key: `c${count.n}`, ...column };
  });
}

describe('the outline of columns', () => {
  it('is the tree, line by line, and makes it again', () => {
    fc.assert(
      fc.property(
        columns.map((tree) => numbered(tree)),
        (tree) => {
          expect(columnsFrom(columnLines(tree))).toEqual(tree);
        },
      ),
    );
  });

  it('gives new leaves the first free key, and lifts what has no heading above it', () => {
    const line = (level: number, label: string, key = '') => ({
      key,
      level,
      label,
      role: 'cells' as const,
      cell: undefined,
    });
    expect(
      columnsFrom([line(3, 'A'), line(1, 'Nhóm'), line(4, 'B', 'c1'), line(2, 'C')], new Set(['c2'])),
    ).toEqual([
      { key: 'c3', label: 'A', role: 'cells' },
      {
        label: 'Nhóm',
        role: 'cells',
        columns: [
          { key: 'c1', label: 'B', role: 'cells' },
          { key: 'c4', label: 'C', role: 'cells' },
        ],
      },
    ]);
    expect(columnsFrom([])).toEqual([]);
    expect(nextKey('r', new Set(['r1', 'r3']))).toBe('r2');
  });

  it('any lines make a tree in which each line stands once', () => {
    const lines = fc.array(
      fc.record({
        key: fc.constant(''),
        level: fc.integer({ min: 1, max: 4 }),
        label: fc.string({ minLength: 1, maxLength: 3 }),
        role: fc.constant('cells' as const),
        cell: fc.constant(undefined),
      }),
    );
    fc.assert(
      fc.property(lines, (given) => {
        const back = columnLines(columnsFrom(given));
        expect(back.map((line) => line.label)).toEqual(given.map((line) => line.label));
        const keys = back.map((line) => line.key).filter((key) => key !== '');
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('moves a line by one place, and at an end not at all', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});

describe('a cell as it is chosen', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(cellFrom(cellFields(cell))).toEqual(cell);
      }),
    );
  });

  it('wants a formula to be written and a code to be one', () => {
    const fields = cellFields(undefined);
    expect(cellFrom(fields)).toBeUndefined();
    expect(cellFrom({ ...fields, kind: 'formula', what: ' ' })).toHaveProperty('wrong');
    expect(cellFrom({ ...fields, kind: 'formula', what: 'c'.repeat(2001) })).toHaveProperty('wrong');
    expect(cellFrom({ ...fields, kind: 'figure.value', what: 'chỉ tiêu 5' })).toHaveProperty('wrong');
    expect(cellFrom({ ...fields, kind: 'free.date', decimals: '2' })).toMatchObject({
      input: 'date',
      decimals: 0,
    });
    expect(cellFrom({ ...fields, kind: 'none' })).toEqual({ kind: 'none' });
  });
});
