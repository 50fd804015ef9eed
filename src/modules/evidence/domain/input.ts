import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';

const day = z
  .string()
  .refine(isCalendarDate)
  .transform((text) => text as CalendarDate);
const words = z.string().trim().max(500).default('');
const place = z.string().trim().min(1).max(300);
const upload = z.object({
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
/** Whether the place where the picture was taken is stored as data of the record; never unless asked. */
const keepLocation = z.boolean().default(false);

/** One piece of evidence as a person gives it. */
export const evidenceInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), words, upload }),
  z.object({ kind: z.literal('photo'), words, upload, keepLocation }),
  z.object({ kind: z.literal('link'), words, url: z.string().trim().min(1) }),
  z.object({
    kind: z.literal('posting'),
    words,
    place,
    from: day,
    to: day.nullable().default(null),
    upload: upload.nullable().default(null),
    keepLocation,
  }),
  z.object({
    kind: z.literal('minutes'),
    words,
    heldOn: day,
    place,
    attendants: z.int().min(1).max(100_000),
    upload,
  }),
]);

export type EvidenceInput = z.input<typeof evidenceInput>;
export type Upload = z.output<typeof upload>;
