import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import { im } from './import-messages.ts';
import type { ImportField, ImportProblem, ImportRecord } from './import-record.ts';
import { UNIT_KINDS } from './kinds.ts';
import { SUCCESSION_KINDS } from './unit.ts';

const day = z
  .string()
  .refine(isCalendarDate)
  .transform((text) => text as CalendarDate);
const line = (limit: number) => z.string().trim().min(1).max(limit);
const maybe = (limit: number) =>
  line(limit)
    .nullish()
    .transform((text) => text ?? null);

/** One unit in a JSON file. */
export const unitJson = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/),
  code: maybe(40),
  name: line(300),
  kind: z.enum(UNIT_KINDS),
  tier: line(60),
  parentKey: maybe(120),
  validFrom: day,
  validTo: day.nullish().transform((date) => date ?? null),
  shortNames: z.array(line(300)).max(50).default([]),
  successors: z
    .array(
      z.object({
        key: line(120),
        on: day,
        kind: z.enum(SUCCESSION_KINDS),
        act: line(500),
        status: z.enum(['CONFIRMED', 'UNCONFIRMED']),
      }),
    )
    .max(100)
    .default([]),
  act: maybe(500),
  invented: z.boolean().default(false),
  note: maybe(2000),
  source: maybe(1000),
  published: z.object({ headTitle: maybe(200), phone: maybe(40), email: maybe(200) }).nullish(),
});

/** Reads records one by one, so that each problem is told at its place. */
export function recordsOfJson(items: readonly unknown[]): {
  records: ImportRecord[];
  problems: ImportProblem[];
} {
  const records: ImportRecord[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, item] of items.entries()) {
    const place = `#${index + 1}`;
    const parsed = unitJson.safeParse(item);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problems.push({
          severity: 'error',
          place: [place, ...issue.path].join('.'),
          message: im.fieldInvalid,
        });
      continue;
    }
    const unit = parsed.data;
    if (unit.validTo !== null && unit.validTo < unit.validFrom) {
      problems.push({ severity: 'error', place: `${place}.validTo`, message: im.datesBackwards });
      continue;
    }
    records.push({
      place,
      places: placesUnder(place),
      unsaid: [],
      key: unit.key,
      code: unit.code,
      name: unit.name.normalize('NFC'),
      shortNames: [...new Set(unit.shortNames.map((name) => name.normalize('NFC')))],
      kind: unit.kind,
      tier: unit.tier.normalize('NFC'),
      parent: unit.parentKey,
      from: unit.validFrom,
      to: unit.validTo,
      act: unit.act,
      invented: unit.invented,
      note: unit.note,
      source: unit.source,
      contact:
        unit.published && (unit.published.headTitle || unit.published.phone || unit.published.email)
          ? unit.published
          : null,
      successors: unit.successors,
    });
  }
  return { records, problems };
}

function placesUnder(place: string): Partial<Record<ImportField, string>> {
  return {
    parent: `${place}.parentKey`,
    code: `${place}.code`,
    from: `${place}.validFrom`,
    to: `${place}.validTo`,
    name: `${place}.name`,
    tier: `${place}.tier`,
  };
}
