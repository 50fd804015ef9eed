import { z } from 'zod';
import { ensure } from '../../../kernel/errors.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { searchWords } from '../../../kernel/search-words.ts';
import { searchErrors } from '../errors.ts';
import { searchAll } from '../queries/search-all.ts';

const total = z.int();
/** True when more answer than `total` says. */
const more = z.boolean();
const plan = {
  planId: z.uuid(),
  planNumber: z.string().nullable(),
  planTitle: z.string(),
  year: z.int(),
  isDraft: z.boolean(),
};

const answer = z.object({
  /** True when nothing holds the words and the results are only spelled much like them. */
  near: z.boolean(),
  tasks: z.object({
    total,
    more,
    items: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        clausePath: z.string().nullable(),
        dimension: z.int(),
        words: z.string(),
        ...plan,
      }),
    ),
  }),
  units: z.object({
    total,
    more,
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        code: z.string().nullable(),
        kind: z.string(),
        tier: z.string(),
        parentName: z.string().nullable(),
      }),
    ),
  }),
  clauses: z.object({
    total,
    more,
    items: z.array(
      z.object({
        id: z.uuid(),
        path: z.string(),
        title: z.string(),
        body: z.string(),
        dimension: z.int().nullable(),
        ...plan,
      }),
    ),
  }),
  plans: z.object({
    total,
    more,
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().nullable(),
        title: z.string(),
        year: z.int(),
        state: z.string(),
      }),
    ),
  }),
});

export const searchApi = get({
  path: '/api/v1/search',
  access: signedIn,
  rate: 'api',
  query: z.object({
    q: z.string().max(200),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  api: { summary: 'Tasks, units, clauses and plans by words or code, best first', answer, scope: 'read' },
  async handle({ db, actor, today }, { query }) {
    const words = searchWords(query.q);
    ensure(words, searchErrors.too_short);
    const { near, tasks, units, clauses, plans } = await searchAll(db, actor, today, words, query.limit);
    // The schema lists what leaves; fields it does not name are dropped.
    return answerJson(
      answer.parse({
        near,
        tasks: { total: tasks.total, more: tasks.more, items: tasks.rows },
        units: { total: units.total, more: units.more, items: units.rows },
        clauses: { total: clauses.total, more: clauses.more, items: clauses.rows },
        plans: { total: plans.total, more: plans.more, items: plans.rows },
      }),
    );
  },
});
