import { z } from 'zod';
import { BASIS_STATUS, PLACE_KINDS } from './declaration.ts';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const cell = z.union([z.string(), z.number(), z.null()]);
const day = z.iso.date();

const shownField = z.strictObject({
  key: z.string(),
  label: bilingual,
  kind: z.enum(['text', 'long_text', 'number', 'amount', 'date', 'link', 'file']),
  value: cell,
});

const shownTable = z.strictObject({
  key: z.string(),
  label: bilingual,
  kind: z.literal('table'),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label: bilingual,
      kind: z.enum(['text', 'number', 'amount', 'percent', 'date', 'time', 'phone', 'email', 'village']),
    }),
  ),
  rows: z.array(z.record(z.string(), cell)),
});

/** What the portal shows of an item: the shape of `disclosure_public.body`. Nothing else of an item reaches the portal. */
export const publicBodySchema = z.strictObject({
  v: z.literal(1),
  name: bilingual,
  about: bilingual,
  officialForm: z.string().nullable(),
  basis: z.array(
    z.strictObject({
      document: z.string(),
      article: z.string(),
      clause: z.string().optional(),
      point: z.string().optional(),
    }),
  ),
  basisStatus: z.enum(BASIS_STATUS),
  dueOn: day,
  fields: z.array(z.union([shownField, shownTable])),
  /** Names are on paper only: what the web shows instead, and why. */
  personal: z
    .strictObject({
      shown: z.enum(['figures', 'names', 'nothing']),
      reason: bilingual,
      /** Rows by village, of each table that holds names. */
      figures: z.array(z.strictObject({ village: z.string(), count: z.int() })),
    })
    .nullable(),
  files: z.array(
    z.strictObject({
      hash: z.string(),
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.int(),
      isReduced: z.boolean(),
    }),
  ),
  places: z.array(
    z.strictObject({
      placeId: z.uuid(),
      kind: z.enum(PLACE_KINDS),
      name: z.string(),
      address: z.string(),
      villageId: z.uuid().nullable(),
      villageName: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      url: z.string().nullable(),
      postedOn: day,
      staysUntil: day.nullable(),
      removedOn: day.nullable(),
      isProven: z.boolean(),
      seen: z.int(),
      notSeen: z.int(),
      wrong: z.int(),
    }),
  ),
  /** Of the content on the portal itself. */
  says: z.strictObject({ seen: z.int(), notSeen: z.int(), wrong: z.int() }),
  answers: z.array(
    z.strictObject({
      placeId: z.uuid().nullable(),
      outcome: z.enum(['stands', 'put_right', 'corrected']),
      words: z.string(),
      on: day,
    }),
  ),
  /** Newest first. */
  history: z.array(
    z.strictObject({
      number: z.int(),
      kind: z.enum(['publish', 'correct', 'withdraw']),
      on: day,
      reason: z.string().nullable(),
    }),
  ),
  nil: z.strictObject({ reason: z.string(), on: day }).nullable(),
});

export type PublicBody = z.output<typeof publicBodySchema>;
