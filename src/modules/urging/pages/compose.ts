import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { emptyState, errorSummary, linkButton, shell } from '../../../ui/index.ts';
import { chosenNow } from '../choosing.ts';
import { sendUrging } from '../commands/send-urging.ts';
import { type LeftOutCounts, URGED_AGAIN_WORKING_DAYS } from '../domain/choose.ts';
import { perUnit } from '../domain/per-unit.ts';
import { urgingErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { draftOf } from '../queries/drafts.ts';
import { steps, urgers } from './choose.ts';
import { composeForm } from './compose-form.ts';
import { leftOutDetails, previewList, previewTable } from './preview.ts';
import { problemsOf } from './problems.ts';

const PATH = '/don-doc/tao/:id{[0-9a-f-]{36}}';

async function composePage(
  context: RequestContext,
  draftId: string,
  { unitId, rejected }: { readonly unitId?: string | undefined; readonly rejected?: Rejected } = {},
): Promise<Answer> {
  const { t, db, actor } = context;
  const draft = await draftOf(db, actor.personId ?? '', draftId);
  ensure(draft, urgingErrors.draft_not_found);
  const chosen = await chosenNow(db, context, draft.assignmentIds, true);
  const lists = perUnit(
    chosen.items,
    chosen.units.tree.map((unit) => unit.id),
  );
  const shown = lists.find((list) => list.unitId === unitId);
  const counts = { items: chosen.items.length, units: lists.length };
  const recent = chosen.items.filter((item) => chosen.recent.has(item.candidate.id)).length;
  const problems = rejected ? problemsOf(rejected) : [];
  const body: Html =
    lists.length === 0
      ? emptyState({
          title: t(m.nothing_left),
          action: linkButton({ href: '/don-doc/tao', text: t(m.choose_again), kind: 'primary' }),
        })
      : html`<div class="split"><div>${composeForm(context, {
          draft,
          lists,
          units: chosen.units,
          recent,
          others: counts.items - recent,
          days: URGED_AGAIN_WORKING_DAYS,
          values: rejected?.values ?? {},
          problems,
        })}</div><div>${previewTable(context, chosen, lists, `/don-doc/tao/${draft.id}`)}</div></div>${shown && previewList(context, chosen, shown)}`;
  return answerPage(
    shell(context, {
      title: t(m.compose),
      active: 'urging',
      ...(lists.length > 0 ? { lead: t(m.write_lead, counts) } : {}),
      breadcrumb: [{ href: '/don-doc', text: t(m.title) }, { text: t(m.compose) }],
      main: html`${steps(context, 2)}${errorSummary(problems, t)}${leftOutDetails(context, chosen)}${body}`,
    }),
  );
}

export const compose = get({
  path: PATH,
  access: urgers,
  rate: 'page',
  query: z.object({ 'don-vi': z.uuid().optional().catch(undefined) }),
  handle: (context, { params, query }) => composePage(context, params.id, { unitId: query['don-vi'] }),
});

const dayTyped = z
  .string()
  .trim()
  .default('')
  .transform((typed, check): CalendarDate | null => {
    if (typed === '') return null;
    const date = parseVietnameseDate(typed);
    if (date) return date;
    check.addIssue({ code: 'custom', params: { message: m.day_needed } });
    return z.NEVER;
  });

/** Left empty, the usual three. */
const daysTyped = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? 3 : typed),
  z.coerce.number().int().min(1).max(60),
);

function totalOf(counts: LeftOutCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export const send = post({
  path: PATH,
  access: urgers,
  rate: 'write',
  body: z.object({
    ve_viec: z.string().trim().min(1).max(200),
    noi_dung: z.string().trim().max(4000).default(''),
    loi_de_nghi: z.string().trim().max(4000).default(''),
    so_ngay: daysTyped,
    den_ngay: dayTyped,
    lai: z.enum(['bo-qua', 'van-gui']).default('bo-qua'),
  }),
  async handle(context, tx, { params, body }) {
    const { t } = context;
    const { items, units, roundId, leftOut } = await sendUrging(context, tx, {
      draftId: params.id,
      subject: body.ve_viec,
      words: body.noi_dung,
      requestWords: body.loi_de_nghi,
      answer:
        body.den_ngay === null
          ? { by: 'working_days', amount: body.so_ngay }
          : { by: 'day', on: body.den_ngay },
      again: body.lai === 'van-gui',
    });
    const n = totalOf(leftOut);
    return redirectTo(`/don-doc/${roundId}`, {
      kind: 'success',
      text: n === 0 ? t(m.sent, { items, units }) : t(m.sent_left_out, { items, units, n }),
    });
  },
  async redisplay(context, params, rejected) {
    if (rejected.error.type === urgingErrors.already_sent)
      return redirectTo(`/don-doc/${params.id}`, {
        kind: 'info',
        text: context.t(urgingErrors.already_sent),
      });
    return composePage(context, params.id, { rejected });
  },
});
