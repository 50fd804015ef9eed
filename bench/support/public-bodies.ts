import { readObligationFiles } from '../../reference/obligations/index.ts';
import { declarationSchema, type PublicBody } from '../../src/modules/disclosure/index.ts';

type Field = PublicBody['fields'][number];
type Cell = string | number | null;

/** How many lines a table without fixed ones has. */
const ROWS = 15;

function cellOf(kind: string, words: string, row: number): Cell {
  switch (kind) {
    case 'number':
      return row;
    case 'amount':
      return 1_000_000 * (row === 1 ? 900 : 60 - row);
    case 'percent':
      return 37.5;
    case 'date':
      return `2024-07-${String(row).padStart(2, '0')}`;
    case 'time':
      return '07:30';
    case 'phone':
      return '0221 000 000';
    case 'email':
      return 'hopthu@vidu.example';
    case 'link':
      return 'https://vidu.example/ban-do';
    default:
      return `${words} thứ ${row}, tổ dân phố Đông`;
  }
}

/** What an entry of a declaration that ships says: every field filled, its tables whole, nothing personal. */
export function publicFields(code: string): readonly Field[] {
  const found = readObligationFiles().find(({ name }) => name === `${code}.yaml`);
  if (!found) throw new Error(`no declaration ${code}`);
  return declarationSchema.parse(found.value).fields.flatMap((field): Field[] => {
    const { key, label } = field;
    if (field.kind !== 'table')
      return field.kind === 'file' || field.personal
        ? []
        : [{ key, label, kind: field.kind, value: cellOf(field.kind, label.vi, 1) }];
    const columns = field.columns
      .filter(({ personal }) => !personal)
      .map((column) => ({ key: column.key, label: column.label, kind: column.kind }));
    const fixed = field.rows?.map(({ vi }) => vi) ?? Array.from({ length: ROWS }, () => null);
    const rows = fixed.map((words, at) =>
      Object.fromEntries(
        columns.map((column, n): [string, Cell] => [
          column.key,
          n === 0 && words !== null ? words : cellOf(column.kind, column.label.vi, at + 1),
        ]),
      ),
    );
    return [{ key, label, kind: 'table', columns, rows }];
  });
}
