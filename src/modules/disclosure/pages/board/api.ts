import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../../kernel/http/route.ts';
import { type Group, provenShare, type Tally, tallyOf } from '../../domain/compliance.ts';
import { SECTIONS } from '../../domain/declaration.ts';
import { disclosureErrors } from '../../errors.ts';
import { byPart } from '../../queries/compliance-board.ts';
import { complianceExamples } from './api-examples.ts';
import { boardQuery, boardReading } from './reading.ts';

const countsShape = z.object({
  asked: z
    .int()
    .describe('Items that must be public; what is exempt, withdrawn or did not arise is not among them'),
  proven: z.int(),
  posted: z.int().describe('Said to be posted, not proven'),
  ahead: z.int().describe('Not due'),
  late: z.int().describe('Late, or taken down before the last day'),
  none: z.int().describe('Exempt, withdrawn, or nothing arose'),
  provenShare: z
    .number()
    .nullable()
    .describe('Percent of what had to stand by the day; null: nothing had to'),
});

const answersShape = z.object({ yes: z.int(), no: z.int(), notYet: z.int() });

const testsShape = z.object({
  time: answersShape,
  content: answersShape,
  place: answersShape,
  published: z.int(),
  readable: z.int().describe('Of those published: figures stand in a table, not in a picture'),
  stale: z.int().describe('Of those published: older than the obligation allows'),
  notSeen: z.int().describe('What citizens said and nobody answered yet'),
  wrong: z.int(),
});

const round = (share: number | null): number | null => share && Math.round(share * 10) / 10;

function countsOut(tally: Tally): z.infer<typeof countsShape> {
  const of = (group: Group): number => tally[group];
  return {
    asked: tally.asked,
    proven: of('proven'),
    posted: of('posted'),
    ahead: of('ahead'),
    late: of('late'),
    none: of('none'),
    provenShare: round(provenShare(tally)),
  };
}

function testsOut(tally: Tally): z.infer<typeof testsShape> {
  const answers = ({ yes, no, not_yet }: Tally['time']) => ({ yes, no, notYet: not_yet });
  const { published, readable, stale, notSeen, wrong } = tally;
  return {
    time: answers(tally.time),
    content: answers(tally.content),
    place: answers(tally.place),
    published,
    readable,
    stale,
    notSeen,
    wrong,
  };
}

export const complianceApi = get({
  path: '/api/v1/disclosure-compliance',
  access: signedIn,
  rate: 'api',
  query: z.object({
    unit: z.string().max(200).optional().describe('Key of one unit; all that the caller sees when absent'),
    section: z.enum(SECTIONS).optional(),
    obligation: z.string().max(60).optional().describe('Code of one obligation'),
    period: z
      .string()
      .regex(/^20\d\d(Q[1-4])?$/)
      .optional()
      .describe('Due within: 2024 or 2024Q2'),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'What units have made public and proven, unit by unit and by part of the index, within what the caller may see; `as_of` reads what had been recorded by the end of a day',
    scope: 'read',
    answer: z.object({
      day: z.string(),
      units: z.array(
        countsShape.extend({
          unit: z.string(),
          tests: testsShape,
          sections: z.array(countsShape.extend({ section: z.enum(SECTIONS) })),
        }),
      ),
      parts: z.array(countsShape.extend({ dimension: z.int(), subDimension: z.string().nullable() })),
    }),
    examples: complianceExamples,
  },
  async handle(context, { query }) {
    const typed = {
      'linh-vuc': query.section,
      'nghia-vu': query.obligation,
      ky: query.period,
      as_of: query.as_of,
    };
    const reading = await boardReading(context, boardQuery.parse(typed));
    const { units, day } = reading;
    const named = units.tree.find(({ key }) => key === query.unit);
    ensure(query.unit === undefined || named, disclosureErrors.may_not_see);
    const items = named ? reading.items.filter(({ item }) => item.unitId === named.id) : reading.items;
    const ids = reading.unitIds.filter((id) => items.some(({ item }) => item.unitId === id));
    return answerJson({
      day,
      units: ids.map((id) => {
        const own = items.filter(({ item }) => item.unitId === id);
        const bySection = Map.groupBy(own, ({ item }) => item.section);
        const tally = tallyOf(own);
        return {
          unit: units.byId.get(id)?.key ?? id,
          ...countsOut(tally),
          tests: testsOut(tally),
          sections: SECTIONS.flatMap((section) => {
            const some = bySection.get(section);
            return some ? [{ section, ...countsOut(tallyOf(some)) }] : [];
          }),
        };
      }),
      parts: byPart(items).map(({ dimension, subDimension, tally }) => ({
        dimension,
        subDimension,
        ...countsOut(tally),
      })),
    });
  },
});
