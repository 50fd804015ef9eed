import { z } from 'zod';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  chips,
  csrfInput,
  emptyState,
  errorSummary,
  filterBar,
  linkButton,
  shell,
  stepList,
} from '../../../ui/index.ts';
import {
  countedAssignments,
  cursorSchema,
  filterFields,
  listPager,
  OPEN_STATES,
  plansWithWork,
  type Reading,
  readingOf,
  typedFilters,
  type WorkFilters,
  workFilterShape,
  workTable,
} from '../../assignments/index.ts';
import { choiceFilters, choiceScope } from '../choice.ts';
import { draftUrging } from '../commands/draft-urging.ts';
import type { Asks } from '../domain/candidate.ts';
import { m } from '../messages.ts';
import { mayUrgeSomething } from '../policy.ts';
import { commandProblem } from './problems.ts';

const PATH = '/don-doc/tao';
const PAGE_ROWS = 50;
export const urgers = only('cơ quan thường trực, cơ quan chủ trì, lãnh đạo', mayUrgeSomething);

const KINDS = { lam: 'do', 'xac-nhan': 'answer' } as const satisfies Record<string, Asks>;
type Kind = keyof typeof KINDS;
const kindSchema = z.enum(['lam', 'xac-nhan']).catch('lam').default('lam');

const chooseQuery = z.object({ ...workFilterShape, loai: kindSchema, sau: cursorSchema });

/** The three steps, on each of their pages. */
export function steps({ t }: RequestContext, current: number): Html {
  return stepList(
    { steps: [t(m.step_choose), t(m.step_write), t(m.step_sent)], current, label: t(m.steps) },
    t,
  );
}

function address(kind: Kind, typed: WorkFilters): string {
  const fields = new URLSearchParams([...typedFilters(typed), ['loai', kind]]);
  return `${PATH}?${fields}`;
}

async function choosePage(
  context: RequestContext,
  query: z.output<typeof chooseQuery>,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { t, db } = context;
  const kind = query.loai;
  const asks = KINDS[kind];
  const found = await readingOf(context);
  const reading = { ...found, scope: choiceScope(context.actor, asks, found.units) };
  const [page, plans] = await Promise.all([
    countedAssignments(db, choiceFilters(asks, query, reading.units), reading, {
      sort: 'due',
      after: query.sau ?? null,
      size: PAGE_ROWS,
    }),
    plansWithWork(db),
  ]);
  const isFiltered = typedFilters(query).length > 0;
  const fields = filterFields(context, reading, plans, query, { states: asks === 'do' ? OPEN_STATES : [] });
  const main = html`${steps(context, 1)}${errorSummary(problems, t)}${chips(
    {
      label: t(m.kinds),
      items: [
        { href: address('lam', query), text: t(m.kind_do), current: kind === 'lam' },
        { href: address('xac-nhan', query), text: t(m.kind_answer), current: kind === 'xac-nhan' },
      ],
    },
    t,
  )}${filterBar(
    {
      action: PATH,
      fields: html`<input type="hidden" name="loai" value="${kind}">${fields}`,
      reset: isFiltered ? `${PATH}?loai=${kind}` : undefined,
      folds: true,
    },
    t,
  )}${pickForm(context, reading, query, page)}${problems.length === 0 && listPager(context, page, page.total)}`;
  return answerPage(
    shell(context, {
      title: t(m.compose),
      active: 'urging',
      lead: t(m.choose_lead),
      breadcrumb: [{ href: '/don-doc', text: t(m.title) }, { text: t(m.compose) }],
      wide: true,
      scripts: ['filter-auto'],
      main,
    }),
  );
}

/** The list with a box on each row, and the two ways to go on with it. */
function pickForm(
  context: RequestContext,
  reading: Reading,
  query: z.output<typeof chooseQuery>,
  { rows, total: { count, capped } }: Awaited<ReturnType<typeof countedAssignments>>,
): Html {
  const { t, csrf } = context;
  const kind = query.loai;
  const table = workTable(context, reading, {
    caption: t(m.choose_caption),
    rows,
    pick: 'viec',
    empty: emptyState({
      title: t(m.nothing_late),
      text: t(KINDS[kind] === 'do' ? m.nothing_late_do : m.nothing_late_answer),
      action:
        typedFilters(query).length > 0 && linkButton({ href: `${PATH}?loai=${kind}`, text: t(m.show_all) }),
    }),
  });
  if (rows.length === 0) return table;
  const hidden = [...typedFilters(query), ['loai', kind]].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const all = button({
    text: t(capped ? m.take_all_more : m.take_all, { n: count }),
    name: 'cach',
    value: 'bo-loc',
  });
  const ticked = button({ text: t(m.take_ticked), name: 'cach', value: 'danh-dau', kind: 'primary' });
  return html`<form method="post" action="${PATH}">${csrfInput(csrf)}${hidden}${buttonRow(all)}${table}${buttonRow(ticked)}<p class="hint">${t(m.ticks_here)}</p></form>`;
}

export const chooseForm = get({
  path: PATH,
  access: urgers,
  rate: 'page',
  query: chooseQuery,
  handle: (context, { query }) => choosePage(context, query),
});

const ids = z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(z.uuid()));

export const choose = post({
  path: PATH,
  access: urgers,
  rate: 'write',
  body: z.object({ ...workFilterShape, loai: kindSchema, cach: z.enum(['danh-dau', 'bo-loc']), viec: ids }),
  unaudited: 'what somebody chose and has not sent concerns nobody else',
  async handle(context, tx, { body }) {
    const draftId = await draftUrging(
      context,
      tx,
      body.cach === 'danh-dau'
        ? { how: 'ticked', assignmentIds: body.viec }
        : { how: 'filter', asks: KINDS[body.loai], filters: body },
    );
    return redirectTo(`${PATH}/${draftId}`);
  },
  redisplay: (context, _params, rejected) =>
    choosePage(context, chooseQuery.parse(rejected.values), [commandProblem(rejected)]),
});
