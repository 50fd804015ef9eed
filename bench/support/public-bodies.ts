import { readObligationFiles } from '../../reference/obligations/index.ts';
import type { Cell, Row } from '../../src/modules/disclosure/domain/content.ts';
import type { Field } from '../../src/modules/disclosure/domain/declaration.ts';
import { takenColumns, takenFields } from '../../src/modules/disclosure/domain/read-content.ts';
import type { ValueKind } from '../../src/modules/disclosure/domain/read-value.ts';
import { shownContent } from '../../src/modules/disclosure/domain/reduce.ts';
import { declarationSchema, type PublicBody } from '../../src/modules/disclosure/index.ts';

/** How many lines a table without fixed ones has. */
const ROWS = 15;

/** Values as long as real ones; words tell rows apart. */
function written(kind: ValueKind, words: string, row: number): Cell {
  switch (kind) {
    case 'number':
      return row;
    case 'amount':
      return 1_000_000 * (row === 1 ? 900 : 60 - row);
    case 'percent':
      return 37.5;
    case 'date':
      return '2024-07-15';
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

function filled(field: Field): Cell | Row[] {
  if (field.kind !== 'table') return written(field.kind, field.label.vi, 1);
  const fixed = field.rows ?? [];
  return Array.from({ length: fixed.length || ROWS }, (_, at) =>
    Object.fromEntries(
      takenColumns(field).map(({ key, kind, label }, n) => [
        key,
        (n === 0 && fixed[at]?.vi) || written(kind, label.vi, at + 1),
      ]),
    ),
  );
}

/** What the web shows of an entry of a declaration that ships, with every field and every line filled in; no names. */
export function publicFields(code: string): PublicBody['fields'] {
  const file = readObligationFiles().find(({ name }) => name === `${code}.yaml`);
  if (!file) throw new Error(`no declaration ${code}`);
  const declaration = declarationSchema.parse(file.value);
  const fields = Object.fromEntries(takenFields(declaration).map((field) => [field.key, filled(field)]));
  return shownContent(declaration, { v: 1, fields }, 'figures', { villages: [] }).fields;
}
