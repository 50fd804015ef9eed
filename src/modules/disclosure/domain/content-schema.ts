import type { Column, TableField } from './declaration.ts';
import { MOST_ROWS, takenColumns, takenFields } from './read-content.ts';
import type { ValueKind } from './read-value.ts';
import type { Terms } from './terms.ts';

type Schema = Readonly<Record<string, unknown>>;

const VALUES: Readonly<Record<ValueKind, Schema>> = {
  text: { type: 'string', maxLength: 500 },
  long_text: { type: 'string', maxLength: 2000 },
  file: { type: 'string', maxLength: 200 },
  number: { type: 'number', minimum: 0 },
  percent: { type: 'number', minimum: 0 },
  amount: { type: 'integer', minimum: 0, description: 'đồng' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  phone: { type: 'string', pattern: '^\\+?[\\d\\s.()-]+$' },
  email: { type: 'string', format: 'email' },
  link: { type: 'string', format: 'uri', pattern: '^https?://' },
  village: { type: 'string', maxLength: 500 },
};

/** The JSON Schema (2020-12) of an obligation's content, for programs; what is never public has no place in it. */
export function contentJsonSchema(terms: Pick<Terms, 'fields' | 'code' | 'name'>): Schema {
  const fields = takenFields(terms);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: terms.name.vi,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      fields.map((field) => [
        field.key,
        field.kind === 'table'
          ? tableSchema(field)
          : { ...valueSchema(field.kind, field.required), title: field.label.vi },
      ]),
    ),
    required: fields.filter(({ required }) => required).map(({ key }) => key),
  };
}

const valueSchema = (kind: ValueKind, required: boolean): Schema => {
  const value = VALUES[kind];
  return required ? value : { ...value, type: [value.type, 'null'] };
};

function tableSchema(field: TableField): Schema {
  const columns = takenColumns(field);
  const fixed = field.rows ?? [];
  const row = rowSchema(columns);
  return {
    title: field.label.vi,
    type: 'array',
    ...(fixed.length > 0 ? { prefixItems: fixed.map(({ vi }) => fixedSchema(columns, vi)) } : {}),
    items: row,
    minItems: field.required ? Math.max(1, fixed.length) : fixed.length,
    maxItems: field.open ? MOST_ROWS : fixed.length,
  };
}

function rowSchema(columns: readonly Column[]): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      columns.map(({ key, kind, label, required }) => [
        key,
        { ...valueSchema(kind, required), title: label.vi },
      ]),
    ),
    required: columns.filter(({ required }) => required).map(({ key }) => key),
  };
}

/** A printed line: its words may be left out, since nobody can change them. */
function fixedSchema([first, ...others]: readonly Column[], words: string): Schema {
  const rest = rowSchema(others) as { properties: Record<string, Schema> };
  return first ? { ...rest, properties: { [first.key]: { const: words }, ...rest.properties } } : rest;
}
