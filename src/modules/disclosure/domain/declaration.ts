import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';

/** Sections of the portal, in the order they stand there. */
export const SECTIONS = [
  'budget',
  'poverty',
  'land',
  'projects',
  'contributions',
  'procedures',
  'fees',
  'support',
  'leaders',
  'reception',
  'consultation',
  'supervision',
  'integrity',
  'recruitment',
  'military',
  'rules',
  'plan',
  'general',
] as const;
export type Section = (typeof SECTIONS)[number];

export const PLACE_KINDS = [
  'office_board',
  'village_hall',
  'community_point',
  'portal',
  'loudspeaker',
  'village_heads',
  'meeting',
  'media',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where paper hangs until it is taken down; `portal_place.is_on_paper` says the same. */
export const PAPER_PLACES: readonly PlaceKind[] = ['office_board', 'village_hall', 'community_point'];

/** Where something is said or sent, and hangs nowhere afterwards. */
export const SAID_PLACES: readonly PlaceKind[] = ['loudspeaker', 'village_heads', 'meeting'];

/** Places that stand once in every village. */
export const VILLAGE_PLACES: readonly PlaceKind[] = ['village_hall', 'community_point'];

const words = z.string().trim().min(1).max(1000).normalize('NFC');
const bilingual = z.strictObject({ vi: words, en: words });
const day = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  'not a day',
);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .max(40);

/** The rule of the collected law that a number comes from: `DC-003`. Shipped declarations name one for each number. */
const rule = z
  .string()
  .regex(/^[A-Z]{2}\d?-\d{2,3}$/)
  .optional();

const amount = z.strictObject({ amount: z.int().min(1).max(999), unit: z.enum(['d', 'wd', 'm', 'y']) });

/**
 * How personal a value is. `paper`: may hang on a wall and not stand on the web unless the tenant decides so; `never`: is never taken
 * into what is public at all, and the form has no such field: it names a column that sheets of offices have and that the guard drops.
 */
const personal = z.enum(['paper', 'never']);

const simpleField = z.strictObject({
  key,
  label: bilingual,
  hint: bilingual.optional(),
  kind: z.enum(['text', 'long_text', 'number', 'amount', 'date', 'link', 'file']),
  required: z.boolean().default(true),
  personal: personal.optional(),
});

const column = z.strictObject({
  key,
  label: bilingual,
  kind: z.enum(['text', 'number', 'amount', 'percent', 'date', 'time', 'phone', 'email', 'village']),
  required: z.boolean().default(true),
  personal: personal.optional(),
});

const tableField = z.strictObject({
  key,
  label: bilingual,
  hint: bilingual.optional(),
  kind: z.literal('table'),
  required: z.boolean().default(true),
  columns: z.array(column).min(1).max(12),
  /** The fixed lines of a public form: the first column's words, in order. Rows may be added below only where `open`. */
  rows: z.array(bilingual).max(60).optional(),
  open: z.boolean().default(true),
});

const field = z.discriminatedUnion('kind', [simpleField, tableField]);

/** What makes an item. */
const occasion = z.discriminatedUnion('kind', [
  /** Each period; its event is the period's last day. */
  z.strictObject({
    kind: z.literal('period'),
    period: z.enum(['month', 'quarter', 'half', 'year']),
    /** Which periods of a year, from 1; all unless told. */
    only: z.array(z.int().min(1).max(12)).min(1).optional(),
  }),
  /** Each year's season; its event is the last day. */
  z.strictObject({ kind: z.literal('window'), from: monthDay, to: monthDay, rule }),
  /** The unit opens one when it happens, with its day. */
  z.strictObject({ kind: z.literal('event'), day: bilingual }),
  /** Stands always, one item; looked at again every `refresh`. */
  z.strictObject({ kind: z.literal('standing'), refresh: amount, rule }),
]);

const place = z.strictObject({
  kind: z.enum(PLACE_KINDS),
  /** `if_exists`: only where the unit has such a place. `one_of` a group: any one place of the group is enough. */
  required: z.enum(['yes', 'if_exists', 'may']),
  oneOf: z.string().max(20).optional(),
  /** How long it must stay; `permanent`: for as long as the content holds; `once`: read or said once. */
  lasts: z.union([amount, z.literal('permanent'), z.literal('once')]),
  /** The loudspeaker: how often a day, at least. */
  timesADay: z.int().min(1).max(10).optional(),
  rule,
});

/** What the web shows of personal values, from most to least. */
export const WEB_SHOWS = ['names', 'figures', 'nothing'] as const;
export type WebShow = (typeof WEB_SHOWS)[number];

export const BASIS_STATUS = ['CONFIRMED', 'UNCONFIRMED'] as const;

const basis = z.strictObject({
  /** As people cite it: "Luật 10/2022/QH15". */
  document: words,
  article: z.string().min(1).max(20),
  clause: z.string().max(20).optional(),
  point: z.string().max(5).optional(),
});

const regime = z.strictObject({
  /** Days of events it governs, both inclusive; null: since always, or still. */
  from: day.nullable(),
  until: day.nullable(),
  status: z.enum(BASIS_STATUS),
  basis: z.array(basis).min(1).max(6),
  note: bilingual.optional(),
  /**
   * `after`: at most so long after the event; `by`: by the event day itself (a season's last day).
   */
  due: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('after'), within: amount, rule }),
    z.strictObject({ kind: z.literal('by'), rule }),
  ]),
  places: z.array(place).min(1).max(8),
});

type TableShape = z.output<typeof tableField>;

const hasNames = ({ columns }: TableShape): boolean => columns.some((one) => one.personal === 'paper');

function checkTable(table: TableShape, say: (message: string) => void): void {
  const keys = table.columns.map((one) => one.key);
  if (new Set(keys).size < keys.length) say('a key of a column stands twice');
  if (hasNames(table) && !table.columns.some((one) => one.kind === 'village' && one.personal === undefined))
    say('a table with names has a column of the village, for figures by village');
  if (table.rows && table.columns[0]?.kind !== 'text')
    say('the words of fixed rows stand in a first column of text');
  if (!table.rows && !table.open) say('a table without fixed rows is open');
}

export const declarationSchema = z
  .strictObject({
    v: z.literal(1),
    code: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .max(60),
    name: bilingual,
    /** What a citizen finds here, in one or two plain sentences. */
    about: bilingual,
    section: z.enum(SECTIONS),
    papi: z.strictObject({
      dimension: z.int().min(1).max(8),
      sub: z
        .string()
        .regex(/^[1-8]\.[1-9]$/)
        .optional(),
    }),
    /** Units that stand on the day of the event; tiers as the tenant names them, `null` for any. */
    by: z.array(z.strictObject({ kind: z.string().max(20), tier: z.string().max(40).nullable() })).min(1),
    occasion,
    /** Whether “không phát sinh” is an answer. */
    nil: z.boolean(),
    regimes: z.array(regime).min(1).max(10),
    fields: z.array(field).min(1).max(20),
    /** What the web shows of personal values unless the tenant decides, and for how long. */
    personalOnWeb: z
      .strictObject({
        show: z.enum(WEB_SHOWS),
        /** The most that a tenant may decide to show: where the law keeps names off the web, no decision puts them there. */
        most: z.enum(WEB_SHOWS).default('names'),
        /** Days after posting on which names, where shown, are taken off. */
        days: z.int().min(1).max(366),
        reason: bilingual,
      })
      .optional(),
    /** The form offices know it by: "Biểu 113/CK TC-NSNN". */
    officialForm: z.string().max(120).optional(),
  })
  .superRefine((value, context) => {
    const say = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    value.regimes.forEach((one, index) => {
      if (one.from && one.until && one.until < one.from)
        say(['regimes', index, 'until'], 'ends before it begins');
      const next = value.regimes[index + 1];
      if (next && (one.until === null || next.from === null || next.from <= one.until))
        say(
          ['regimes', index + 1, 'from'],
          'overlaps the regime before it; regimes stand in the order of days',
        );
      if (value.occasion.kind === 'window' ? false : one.due.kind === 'by' && value.occasion.kind === 'event')
        say(['regimes', index, 'due'], 'an event needs time after it');
    });
    if (value.papi.sub !== undefined && !value.papi.sub.startsWith(`${value.papi.dimension}.`))
      say(['papi', 'sub'], 'is a part of another content');
    const keys = value.fields.map((one) => one.key);
    if (new Set(keys).size < keys.length) say(['fields'], 'a key stands twice');
    value.fields.forEach((one, index) => {
      if (one.kind === 'table') checkTable(one, (message) => say(['fields', index], message));
    });
    const isPaper = value.fields.some((one) =>
      one.kind === 'table' ? hasNames(one) : one.personal === 'paper',
    );
    if (isPaper !== (value.personalOnWeb !== undefined))
      say(['personalOnWeb'], 'values for paper and what the web shows of them belong together');
    if (value.fields.filter((one) => one.kind === 'table' && hasNames(one)).length > 1)
      say(['fields'], 'names stand in one table, so that figures by village are of one thing');
    const web = value.personalOnWeb;
    if (web && WEB_SHOWS.indexOf(web.show) < WEB_SHOWS.indexOf(web.most))
      say(['personalOnWeb', 'show'], 'shows more than a tenant may decide');
  });

export type Declaration = z.output<typeof declarationSchema>;
export type DeclarationInput = z.input<typeof declarationSchema>;
export type Occasion = Declaration['occasion'];
export type Field = Declaration['fields'][number];
export type TableField = Extract<Field, { kind: 'table' }>;
export type SimpleField = Exclude<Field, TableField>;
export type Column = TableField['columns'][number];
export type Regime = Declaration['regimes'][number];
export type RequiredPlace = Regime['places'][number];
export type Basis = Regime['basis'][number];
export type Amount = z.output<typeof amount>;

/** The regime that governs an event of a day; `undefined` when no law asked for it then. */
export function regimeOn(
  declaration: Pick<Declaration, 'regimes'>,
  eventOn: CalendarDate,
): Regime | undefined {
  return declaration.regimes.find(
    ({ from, until }) => (from === null || from <= eventOn) && (until === null || eventOn <= until),
  );
}
