import type { Cell, Content, Row } from './content.ts';
import type { Field, TableField, WebShow } from './declaration.ts';
import type { PublicBody } from './public-body.ts';
import { takenColumns, takenFields } from './read-content.ts';
import type { Village } from './read-value.ts';
import type { Terms } from './terms.ts';

type Shown = PublicBody['fields'][number];

export interface ShownOptions {
  /** Every village of the unit: one without anybody is told too. */
  readonly villages: readonly Village[];
  /** The tenant's own reason, where it decided otherwise than declared. */
  readonly reason?: string | undefined;
}

/**
 * What the web may show of content. With `figures` a table that holds names becomes numbers by village, with `nothing` not even that;
 * what is declared as never public is in no answer whatever `show` says.
 */
export function shownContent(
  terms: Pick<Terms, 'fields' | 'personalOnWeb'>,
  content: Content,
  show: WebShow,
  { villages, reason }: ShownOptions,
): Pick<PublicBody, 'fields' | 'personal'> {
  const withNames = show === 'names';
  const fields = takenFields(terms).flatMap((field) =>
    withNames || !isPersonal(field) ? [shownField(field, content)] : [],
  );
  const web = terms.personalOnWeb;
  if (!web) return { fields, personal: null };
  const said = reason === undefined ? web.reason : { vi: reason, en: reason };
  const figures = show === 'nothing' ? [] : figuresOf(terms, content, villages);
  return { fields, personal: { shown: show, reason: said, figures } };
}

/** What may hang on a wall: all but what is never public. */
export function paperContent(terms: Pick<Terms, 'fields'>, content: Content): PublicBody['fields'] {
  return takenFields(terms).map((field) => shownField(field, content));
}

const isPersonal = (field: Field): boolean =>
  field.kind === 'table'
    ? field.columns.some(({ personal }) => personal === 'paper')
    : field.personal === 'paper';

function shownField(field: Field, { fields }: Content): Shown {
  const value = Object.hasOwn(fields, field.key) ? fields[field.key] : null;
  const { key, label } = field;
  if (field.kind !== 'table') return { key, label, kind: field.kind, value: cellOf(value) };
  const columns = takenColumns(field);
  return {
    key,
    label,
    kind: 'table',
    columns: columns.map((column) => ({ key: column.key, label: column.label, kind: column.kind })),
    rows: rowsOf(value).map((row) =>
      Object.fromEntries(columns.map((column) => [column.key, cellOf(row[column.key])])),
    ),
  };
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null;
const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

/** How many rows of the table with names each village has, in the order of the villages. */
function figuresOf(
  { fields }: Pick<Terms, 'fields'>,
  content: Content,
  villages: readonly Village[],
): { village: string; count: number }[] {
  const table = fields.find((field): field is TableField => field.kind === 'table' && isPersonal(field));
  const column = table?.columns.find(({ kind, personal }) => kind === 'village' && personal === undefined);
  if (!table || !column) return [];
  const counts = new Map(villages.map(({ name }) => [name, 0]));
  for (const row of rowsOf(content.fields[table.key])) {
    const village = cellOf(row[column.key]);
    const name = village === null ? UNKNOWN : String(village);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([village, count]) => ({ village, count }));
}

const UNKNOWN = 'Chưa ghi thôn';
