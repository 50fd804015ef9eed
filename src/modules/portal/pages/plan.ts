import { formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, type Route } from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeName } from '../domain/address.ts';
import { frame, to } from '../frame.ts';
import { dataLimits } from '../limits-data.ts';
import {
  clausesOf,
  type PublicClause,
  type PublicPlan,
  type PublicResult,
  planById,
  plansOf,
  resultsOf,
} from '../queries/plans.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { noteVisit } from '../visits.ts';
import { foundUnit, plainTable, unitPage } from './found-unit.ts';
import { KEPT, nothing } from './parts.ts';

const m = messages({
  title: { vi: 'Kế hoạch và việc đã làm', en: 'The plan and what was done' },
  lead: {
    vi: 'Chỉ những việc đã làm xong và đã được cơ quan giao việc xác nhận.',
    en: 'Only what is done and was accepted by the office that asked for it.',
  },
  plans: { vi: 'Kế hoạch đang thực hiện', en: 'Plans in force' },
  plan_own: { vi: 'Kế hoạch của xã', en: 'The commune’s own plan' },
  plan_of: { vi: 'Kế hoạch của {unit}', en: 'Plan of {unit}' },
  number: { vi: 'số {number}, ngày {day}', en: 'No. {number}, {day}' },
  year: { vi: 'năm {year}', en: '{year}' },
  read: { vi: 'Đọc kế hoạch', en: 'Read the plan' },
  done: { vi: 'Việc đã làm năm {year}: {n}', en: 'Done in {year}: {n}' },
  work: { vi: 'Việc', en: 'Work' },
  product: { vi: 'Kết quả', en: 'Product' },
  due: { vi: 'Hạn', en: 'Due' },
  accepted: { vi: 'Ngày xác nhận', en: 'Accepted on' },
  clause: { vi: 'mục {path} của kế hoạch', en: 'clause {path} of the plan' },
  none: { vi: 'Chưa có việc nào được xác nhận hoàn thành', en: 'Nothing is accepted as done yet' },
  none_what: {
    vi: 'Khi xã làm xong một việc trong kế hoạch và được cơ quan giao việc xác nhận, việc đó hiện ở đây.',
    en: 'When the commune has done a piece of the plan and it was accepted, it stands here.',
  },
  clauses_lead: { vi: 'Toàn văn phần lời của kế hoạch.', en: 'The text of the plan.' },
  no_clauses: { vi: 'Kế hoạch này không có phần lời trên hệ thống', en: 'The text of this plan is not here' },
  no_clauses_what: {
    vi: 'Hỏi cơ quan ban hành để đọc bản giấy.',
    en: 'Ask the office that issued it for the paper.',
  },
});

const planWords = ({ t }: RequestContext, plan: PublicPlan): string =>
  plan.number !== null && plan.issuedOn !== null
    ? t(m.number, { number: plan.number, day: formatDate(plan.issuedOn) })
    : t(m.year, { year: String(plan.year) });

function planList(context: RequestContext, plans: readonly PublicPlan[]): Html {
  const { t } = context;
  if (plans.length === 0) return html``;
  const lines = plans.map((plan) => {
    const whose = plan.isOwn ? t(m.plan_own) : t(m.plan_of, { unit: placeName(plan.unitName ?? '') });
    return html`<li><a class="title" href="${to(context, `/ke-hoach-cong-khai/${plan.planId}`)}">${plan.title}</a><p class="meta">${whose} · ${planWords(context, plan)}</p></li>`;
  });
  return html`<section><h2>${t(m.plans)}</h2><ul class="list">${lines}</ul></section>`;
}

/** `II.1.2.b` as the name of a place in a page. */
const clauseId = (path: string): string => `muc-${path.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

function resultRow(context: RequestContext, one: PublicResult): (Html | string)[] {
  const { t } = context;
  const clause =
    one.clausePath !== null &&
    html`<br><a class="meta" href="${to(context, `/ke-hoach-cong-khai/${one.planId}#${clauseId(one.clausePath)}`)}">${t(m.clause, { path: one.clausePath })}</a>`;
  return [
    html`${one.title}${clause}`,
    one.products.join('; '),
    one.dueOn === null ? '' : formatDate(one.dueOn),
    formatDate(one.acceptedOn),
  ];
}

function results(context: RequestContext, all: readonly PublicResult[]): Html {
  const { t } = context;
  const columns = [m.work, m.product, m.due, m.accepted].map((message) => ({ text: t(message) }));
  const years = [...Map.groupBy(all, ({ year }) => year)].sort(([a], [b]) => b - a);
  return html`${years.map(
    ([year, list]) =>
      html`<section>${plainTable(
        t(m.done, { year: String(year), n: list.length }),
        columns,
        list.map((one) => resultRow(context, one)),
      )}</section>`,
  )}`;
}

const page = get({
  path: '/xa/:unit/ke-hoach',
  access: anyone('what a commune has done of its plan, once it was accepted'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, tenant } = context;
    const unit = await foundUnit(context, params.unit);
    const plans = await plansOf(tenant.publicDb, unit.unitId);
    const done = await resultsOf(tenant.publicDb, unit.unitId, dataLimits.results);
    const main = html`${planList(context, plans)}${done.length === 0 ? html`<div class="block">${nothing(t(m.none), t(m.none_what))}</div>` : results(context, done)}${takeListAlong(context, unit, 'plan')}`;
    return answerPage(
      unitPage(context, unit, {
        title: t(m.title),
        lead: t(m.lead),
        main,
        head: feedHead(context, unit, 'plan'),
      }),
    );
  },
});

function clauseText({ path, label, title, body, depth }: PublicClause): Html {
  const name = `${label} ${title}`.trim();
  const head = depth <= 1 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`;
  return html`<section id="${clauseId(path)}">${name !== '' && head}${body && html`<p class="words">${body}</p>`}</section>`;
}

const planPage = get({
  path: '/ke-hoach-cong-khai/:id',
  access: anyone('an issued plan is public'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, tenant } = context;
    const plan = await planById(tenant.publicDb, params.id);
    if (!plan) throw new AppError(kernelErrors.not_found);
    noteVisit(context, { unitId: null, itemId: null });
    const clauses = await clausesOf(tenant.publicDb, plan.planId, dataLimits.clauses);
    return answerPage(
      frame(context, {
        title: plan.title,
        kicker: `${placeName(plan.unitName ?? '')} · ${planWords(context, plan)}`,
        ...(clauses.length > 0 ? { lead: t(m.clauses_lead) } : {}),
        main:
          clauses.length > 0
            ? html`${clauses.map(clauseText)}`
            : html`<div class="block">${nothing(t(m.no_clauses), t(m.no_clauses_what))}</div>`,
      }),
    );
  },
});

export const planRoutes: readonly Route[] = [page, planPage];
