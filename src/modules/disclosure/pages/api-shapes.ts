import { z } from 'zod';
import { PLACE_KINDS, SECTIONS } from '../domain/declaration.ts';
import { ANSWERS, STATES } from '../domain/state.ts';
import type { ItemLine } from '../queries/items.ts';

const test = z.object({ answer: z.enum(ANSWERS), reason: z.string() });

/** One item as programs read it. */
export const lineShape = z.object({
  id: z.uuid(),
  unit: z.string().describe('Key of the unit, as in /api/v1/units'),
  code: z.string().describe('Code of the obligation'),
  occurrence: z
    .string()
    .describe('2024Q1, 2024, 2024-09-01..2024-12-14, standing, or 2024-03-12#1 of an event'),
  section: z.enum(SECTIONS),
  title: z.string(),
  eventOn: z.iso.date(),
  dueOn: z.iso.date(),
  dueExplained: z.string(),
  isUnconfirmed: z.boolean().describe('The rule behind it has not been confirmed against the law’s text'),
  state: z.enum(STATES),
  tests: z.object({ time: test, content: test, place: test }),
  version: z
    .int()
    .nullable()
    .describe('Number of the last version; send it as seenVersion with a correction'),
  exception: z.object({ kind: z.enum(['nil', 'exempt']), reason: z.string() }).nullable(),
  places: z
    .array(
      z.object({
        kind: z.enum(PLACE_KINDS),
        name: z.string(),
        isMissing: z.boolean().describe('The law wants such a place and the unit has named none'),
        postedOn: z.iso.date().nullable(),
        staysUntil: z.iso.date().nullable(),
        removedOn: z.iso.date().nullable(),
        isProven: z.boolean(),
        notSeen: z.int().describe('Citizens who did not see it, not answered yet'),
      }),
    )
    .describe('Places that count'),
});

export function lineOf(
  { item, state, tests, version, exception, facts }: ItemLine,
  unit: string,
): z.infer<typeof lineShape> {
  const { id, code, occurrence, section, title, eventOn, dueOn, due, terms } = item;
  const said = ({ answer, reason }: ItemLine['tests']['time']) => ({ answer, reason });
  return {
    id,
    unit,
    code,
    occurrence,
    section,
    title,
    eventOn,
    dueOn,
    dueExplained: due.explanation.vi,
    isUnconfirmed: terms.regime.status === 'UNCONFIRMED',
    state,
    tests: { time: said(tests.time), content: said(tests.content), place: said(tests.place) },
    version: version?.number ?? null,
    exception: exception && { kind: exception.kind, reason: exception.reason },
    places: facts.places.map(({ kind, name, placeId, posting, notSeen }) => ({
      kind,
      name,
      isMissing: placeId === null,
      postedOn: posting?.postedOn ?? null,
      staysUntil: posting?.staysUntil ?? null,
      removedOn: posting?.removedOn ?? null,
      isProven: posting?.isProven ?? false,
      notSeen,
    })),
  };
}
