import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lastTerms, rightRaw, VILLAGES, WRONG } from '../../../../test/support/disclosure-content.ts';
import { shippedDeclarations } from '../catalog.ts';
import { type Content, contentSchema, type RawContent, type RawRow } from './content.ts';
import { contentOfForm, formFieldsOf, inputOf, rawOf } from './content-form.ts';
import { contentJsonSchema } from './content-schema.ts';
import { type Declaration, WEB_SHOWS } from './declaration.ts';
import { publicBodySchema } from './public-body.ts';
import { isWhole, missingOf, readContent, takenColumns, takenFields } from './read-content.ts';
import { paperContent, shownContent } from './reduce.ts';
import type { Terms } from './terms.ts';

const every = shippedDeclarations().map((declaration) => ({
  code: declaration.code,
  declaration,
  terms: lastTerms(declaration),
}));
const options = { villages: VILLAGES };

/** Every input that is required, as a blank form asks for it: one line of an open table counts as the table. */
function requiredPlaces(terms: Terms): string[] {
  return takenFields(terms).flatMap((field) => {
    if (!field.required) return [];
    if (field.kind !== 'table' || !field.rows) return [field.key];
    return field.rows.flatMap((_, at) =>
      takenColumns(field)
        .slice(1)
        .filter(({ required }) => required)
        .map(({ key }) => `${field.key}[${at}].${key}`),
    );
  });
}

describe.each(every)('$code', ({ declaration, terms }) => {
  it('a blank form is not whole, and names every required place', () => {
    const { content, problems } = readContent(terms, contentOfForm(terms, {}), options);
    expect(problems).toEqual([]);
    expect(missingOf(terms, content).map(({ place }) => place)).toEqual(requiredPlaces(terms));
    expect(isWhole(terms, content)).toBe(requiredPlaces(terms).length === 0);
  });

  it('a line that was begun names what it lacks', () => {
    for (const field of takenFields(terms)) {
      if (field.kind !== 'table' || !field.open) continue;
      const at = field.rows?.length ?? 0;
      const begun = [...(field.rows ?? []).map(() => ({})), {}];
      const { content } = readContent(terms, { [field.key]: begun }, options);
      const lacking = missingOf(terms, content).map(({ place }) => place);
      if (!field.required) continue;
      for (const { key, required } of takenColumns(field))
        expect(lacking.includes(`${field.key}[${at}].${key}`), key).toBe(required);
    }
  });

  it('what is filled in rightly is whole, and reads the same from a form, a program and the database', () => {
    const read = readContent(terms, rightRaw(terms), options);
    expect(read.problems).toEqual([]);
    expect(missingOf(terms, read.content)).toEqual([]);
    expect(contentSchema.parse(read.content)).toEqual(read.content);

    const values = formValues(terms, rawOf(terms, read.content));
    const again = readContent(terms, contentOfForm(terms, values), options);
    expect(again).toEqual(read);

    const fromProgram = readContent(terms, JSON.parse(JSON.stringify(read.content.fields)), options);
    expect(fromProgram).toEqual(read);
  });

  it('a value of the wrong kind is refused at its place, and nothing else is lost', () => {
    const right = readContent(terms, rightRaw(terms), options).content;
    for (const wrong of wrongRaws(terms)) {
      const { content, problems } = readContent(terms, wrong.raw, options);
      expect(
        problems.map(({ place }) => place),
        wrong.place,
      ).toEqual([wrong.place]);
      const [problem] = problems;
      expect(problem && inputOf(problem)).toBe(wrong.input);
      expect(countOf(content)).toBe(countOf(right) - 1);
    }
  });

  it('its schema for programs takes what is right and refuses what nobody asked for', () => {
    const schema = z.fromJSONSchema(contentJsonSchema(terms) as Parameters<typeof z.fromJSONSchema>[0]);
    const { fields } = readContent(terms, rightRaw(terms), options).content;
    expect(schema.safeParse(fields).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...fields, la_lung: 'x' }).success).toBe(false);
  });

  it('every regime has places, and every event of its years is governed at most once', () => {
    for (const { places } of declaration.regimes)
      expect(places.some(({ required }) => required !== 'may')).toBe(true);
  });

  it('what is never public is in nothing that is shown, whatever the content holds and the tenant decided', () => {
    fc.assert(
      fc.property(anyContent(declaration), fc.constantFrom(...WEB_SHOWS), (content, show) => {
        const shown = shownContent(terms, content, show, options);
        const paper = paperContent(terms, content);
        expect(JSON.stringify([shown, paper])).not.toContain(NEVER);
        if (show !== 'names') expect(JSON.stringify(shown)).not.toContain(PAPER);
        publicBodySchema.shape.fields.parse(shown.fields);
        publicBodySchema.shape.personal.parse(shown.personal);
      }),
      { numRuns: 30 },
    );
  });
});

const NEVER = 'KHÔNG-BAO-GIỜ';
const PAPER = 'CHỈ-TRÊN-GIẤY';

/** Content as it might have come into the database by any way: also with values in places that must not have any. */
function anyContent({ fields }: Pick<Declaration, 'fields'>): fc.Arbitrary<Content> {
  const marked = (personal: 'paper' | 'never' | undefined, inPersonalTable: boolean): string =>
    personal === 'never' ? NEVER : personal === 'paper' || inPersonalTable ? PAPER : 'mở';
  const entries = fields.map((field) => {
    if (field.kind !== 'table') return fc.constant([field.key, marked(field.personal, false)] as const);
    const hasNames = field.columns.some(({ personal }) => personal === 'paper');
    const row = Object.fromEntries(
      field.columns.map(({ key, kind, personal }) => [
        key,
        // The village is what figures are counted by.
        kind === 'village' ? (VILLAGES[0]?.name ?? '') : marked(personal, hasNames),
      ]),
    );
    return fc
      .array(fc.constant({ ...row, cot_la: NEVER }), { maxLength: 4 })
      .map((rows) => [field.key, rows] as const);
  });
  return fc
    .tuple(...entries)
    .map((list) => ({ v: 1 as const, fields: { ...Object.fromEntries(list), muc_la: NEVER } }));
}

function formValues(terms: Terms, raw: RawContent): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of formFieldsOf(terms, raw)) {
    if (field.kind === 'simple') values[field.name] = field.value;
    else for (const { cells } of field.rows) for (const { name, value } of cells) values[name] = value;
  }
  return values;
}

function wrongRaws(terms: Terms): { place: string; input: string; raw: RawContent }[] {
  const right = rightRaw(terms);
  return takenFields(terms).flatMap((field) => {
    if (field.kind !== 'table') {
      const wrong = WRONG[field.kind];
      return wrong === undefined
        ? []
        : [{ place: field.key, input: `f.${field.key}`, raw: { ...right, [field.key]: wrong } }];
    }
    const rows = right[field.key] as readonly RawRow[];
    const at = rows.length - 1;
    return takenColumns(field).flatMap(({ key, kind }) => {
      const wrong = WRONG[kind];
      if (wrong === undefined) return [];
      const changed = rows.map((row, index) => (index === at ? { ...row, [key]: wrong } : row));
      return [
        {
          place: `${field.key}[${at}].${key}`,
          input: `f.${field.key}.${at}.${key}`,
          raw: { ...right, [field.key]: changed },
        },
      ];
    });
  });
}

/** Values that are there. */
function countOf({ fields }: Content): number {
  return Object.values(fields)
    .flatMap((value) => (Array.isArray(value) ? value.flatMap((row) => Object.values(row)) : [value]))
    .filter((value) => value !== null).length;
}
