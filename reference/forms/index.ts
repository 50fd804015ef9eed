import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** One form as it ships: units by their keys, groups by their codes; `spec` is that of a version, without who is asked. */
export const catalogFormSchema = z.strictObject({
  v: z.literal(1),
  code: z.string().min(2).max(40),
  /** Key of the agency that asks. */
  owner: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** In force for periods that end on or after this day. */
  from: z.iso.date(),
  /** The ground of the form. */
  source: z.string().min(1),
  /** `group:communes` or `unit:van-phong`. */
  by: z.array(z.string().regex(/^(group|unit):[a-z0-9]+(-[a-z0-9]+)*$/)).min(1),
  periods: z.array(z.record(z.string(), z.string())).min(1),
  spec: z.record(z.string(), z.unknown()),
});

export type CatalogForm = z.infer<typeof catalogFormSchema>;

/** The forms that ship, by code; see README.md for what was decided. */
export function readFormCatalog(): readonly CatalogForm[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => catalogFormSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
