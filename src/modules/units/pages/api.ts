import { z } from 'zod';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { UNIT_KINDS } from '../domain/kinds.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { asOfQuery } from './reading.ts';

const unitAnswer = z.object({
  id: z.string().describe('Identity of the unit; codes and names change, this never does'),
  key: z.string(),
  code: z.string().nullable().describe('GSO code on the day, where there is one'),
  name: z.string(),
  shortNames: z.array(z.string()),
  kind: z.enum(UNIT_KINDS),
  tier: z.string(),
  parentId: z.string().nullable(),
  lineage: z.array(z.string()).describe('Ids from the root down to the unit itself'),
  validFrom: z.string().describe('First day of the unit’s life, YYYY-MM-DD'),
  validTo: z.string().nullable().describe('Last day of the unit’s life; null while it stands'),
  invented: z.boolean().describe('A made-up unit of the example'),
});

/** The tree of a day for other software, depth first. */
export const unitsApi = get({
  path: '/api/v1/units',
  access: signedIn,
  rate: 'api',
  query: z.object({ as_of: asOfQuery }),
  api: {
    summary: 'The tree of units as it stood on a day (today when as_of is absent), depth first',
    answer: z.object({ asOf: z.string(), units: z.array(unitAnswer) }),
    scope: 'read',
  },
  async handle(context, { query }) {
    const asOf = query.as_of ?? context.today;
    const units = await unitTree(context.db, asOf);
    return answerJson({
      asOf,
      units: units.map(
        ({
          id,
          key,
          code,
          name,
          shortNames,
          kind,
          tier,
          parentId,
          lineage,
          validFrom,
          validTo,
          invented,
        }) => ({
          id,
          key,
          code,
          name,
          shortNames,
          kind,
          tier,
          parentId,
          lineage,
          validFrom,
          validTo,
          invented,
        }),
      ),
    });
  },
});
