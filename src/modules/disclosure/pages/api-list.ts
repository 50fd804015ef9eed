import { z } from 'zod';
import { endOfDay, isCalendarDate } from '../../../kernel/dates.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { SECTIONS } from '../domain/declaration.ts';
import { STATES } from '../domain/state.ts';
import { disclosureLimits } from '../limits.ts';
import { seenUnits } from '../policy.ts';
import { itemsOf } from '../queries/items.ts';
import { getExamples } from './api-examples.ts';
import { lineOf, lineShape } from './api-shapes.ts';

const listed = (most: number) =>
  z
    .string()
    .max(4000)
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ])
    .refine((all) => all.length > 0 && all.length <= most)
    .optional();

/** `2024-06-28_<id>`: the line the page before ended with. Anything else means the first page. */
const cursor = z
  .string()
  .transform((text) => {
    const [dueOn = '', id = ''] = text.split('_');
    return isCalendarDate(dueOn) && isId(id) ? { dueOn, id } : null;
  })
  .optional();

export const disclosuresGet = get({
  path: '/api/v1/disclosures',
  access: signedIn,
  rate: 'api',
  query: z.object({
    unit: listed(400).describe('Keys of units, separated by commas'),
    code: listed(100).describe('Codes of obligations, separated by commas'),
    section: z.enum(SECTIONS).optional(),
    state: listed(STATES.length).describe('States, separated by commas'),
    due_from: calendarDateSchema.optional(),
    due_to: calendarDateSchema.optional(),
    words: z.string().max(100).optional().describe('Words of the title, with or without diacritics'),
    as_of: asOfSchema,
    after: cursor,
  }),
  api: {
    summary:
      'What units must make public, with state, tests and places, latest due first; only of units the caller may see. `after` takes the `next` of the answer before, `as_of` reads what had been recorded by the end of a day',
    scope: 'read',
    answer: z.object({ items: z.array(lineShape), next: z.string().nullable() }),
    examples: getExamples,
  },
  async handle(context, { query }) {
    const { db, actor, today } = context;
    const past = asOfDay(query.as_of, today);
    const day = past ?? today;
    const { tree } = await unitsOfDay(db, day);
    const seen = seenUnits(actor, tree);
    const keys = new Map(tree.map((unit) => [unit.id, unit.key]));
    const named = query.unit && tree.filter(({ key }) => query.unit?.includes(key)).map(({ id }) => id);
    const isSeen = seen && new Set(seen);
    const unitIds = named ? named.filter((id) => !isSeen || isSeen.has(id)) : seen;
    const page = await itemsOf(db, {
      unitIds,
      codes: query.code,
      section: query.section,
      states: query.state && STATES.filter((state) => query.state?.includes(state)),
      dueFrom: query.due_from,
      dueTo: query.due_to,
      words: query.words,
      day,
      asOf: past && endOfDay(past),
      after: query.after,
      size: disclosureLimits.api_rows,
    });
    return answerJson({
      items: page.lines.map((line) => lineOf(line, keys.get(line.item.unitId) ?? line.item.unitId)),
      next: page.next && `${page.next.dueOn}_${page.next.id}`,
    });
  },
});
