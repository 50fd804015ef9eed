import * as z from 'zod';
import { type CalendarDate, isCalendarDate } from '../../src/kernel/dates.ts';

const date = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value));
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const words = z.string().trim().min(1).normalize('NFC');
const email = z.string().regex(/^[a-z0-9.]+@vidu\.example$/);
/** The Hưng Yên area code followed by a number no subscriber can have. */
const phone = z.string().regex(/^0221 000 \d{3}$/);

const successor = z.strictObject({
  key,
  on: date,
  kind: z.enum(['merge', 'split', 'rename']),
  act: words,
  status: z.enum(['CONFIRMED', 'UNCONFIRMED']),
});

/** One organisation for one span of its life; `key` is its identity, `code` only a number it carried then. */
export const exampleUnitSchema = z.strictObject({
  key,
  code: z
    .string()
    .regex(/^\d{2,5}$/)
    .nullable(),
  name: words,
  kind: z.enum(['ubnd', 'so', 'phong', 'su_nghiep', 'nganh_doc', 'mttq', 'hdnd', 'thon']),
  tier: z.enum(['tỉnh', 'huyện', 'xã', 'thôn']),
  parentKey: key.nullable(),
  validFrom: date,
  /** Last day of validity; null while it still stands. */
  validTo: date.nullable(),
  shortNames: z.array(words),
  successors: z.array(successor),
  note: words,
  source: words,
  published: z.strictObject({ headTitle: words, phone: phone.optional(), email: email.optional() }),
  /** True when the unit does not exist and only illustrates. */
  invented: z.literal(true).optional(),
});

/** A name in the plan that stands for many units: all that match any rule, less `exceptKeys`. */
export const exampleGroupSchema = z.strictObject({
  key,
  name: words,
  aliases: z.array(words),
  rules: z.array(z.strictObject({ kinds: z.array(exampleUnitSchema.shape.kind).min(1), tier: words })).min(1),
  exceptKeys: z.array(key),
});

const post = z.strictObject({
  unitKey: key,
  title: words,
  role: z.enum(['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior']),
  from: date,
  /** Last day in the post; null while held. */
  to: date.nullable(),
  acting: z.boolean(),
});

/** An invented person; no name, number or address belongs to anybody. */
export const examplePersonSchema = z.strictObject({
  username: z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/),
  fullName: words,
  email,
  posts: z.array(post).min(1),
});

/** A row of the annex as typed in the sheet: cells stay words, the importer turns them into data. */
export const exampleTaskSchema = z.strictObject({
  code: z.string().regex(/^[0-8]\.\d{1,2}$/),
  dimension: z.number().int().min(0).max(8),
  subDimension: z
    .string()
    .regex(/^[1-8]\.[1-4]$/)
    .nullable(),
  text: words,
  products: words,
  lead: words,
  coordinating: words,
  due: words,
  note: words,
});

export type ExampleUnit = z.infer<typeof exampleUnitSchema>;
export type ExampleGroup = z.infer<typeof exampleGroupSchema>;
export type ExamplePerson = z.infer<typeof examplePersonSchema>;
export type ExampleTask = z.infer<typeof exampleTaskSchema>;
export type ExampleRole = ExamplePerson['posts'][number]['role'];
