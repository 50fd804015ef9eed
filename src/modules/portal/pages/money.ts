import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, type Route } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { byText } from '../../../kernel/order.ts';
import { type Budget, type BudgetLine, type BudgetSide, budgetOf, spokenUntil } from '../domain/budget.ts';
import { moneyExact, moneyWords, percentWords, shareOf } from '../domain/money.ts';
import { to } from '../frame.ts';
import { lineBar, totalsChart } from '../money-chart.ts';
import { entryById } from '../queries/entry.ts';
import { type SaidItem, saidItems } from '../queries/said-items.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { foundUnit, plainTable, unitPage } from './found-unit.ts';
import { mw } from './money-words.ts';
import { KEPT, nothing } from './parts.ts';

interface Shown {
  readonly item: SaidItem;
  readonly budget: Budget;
}

/** The totals of budget forms among items, the latest period first. */
export function budgetsOf(items: readonly SaidItem[]): readonly Shown[] {
  return items
    .flatMap((item) => {
      const budget = budgetOf(item);
      return budget ? [{ item, budget, until: spokenUntil(budget, item) }] : [];
    })
    .sort((a, b) => byText(b.until, a.until) || byText(b.item.eventOn, a.item.eventOn));
}

/** A budget with all lines of its form: what is kept of a section's entries holds only the totals. */
async function withLines({ tenant, today }: RequestContext, shown: Shown): Promise<Shown> {
  const entry = await entryById(tenant.publicDb, shown.item.itemId, today);
  return { ...shown, budget: (entry && budgetOf(entry.body)) ?? shown.budget };
}

/** “Xã thu được 3,2 tỷ đồng, bằng 48 % dự toán cả năm.” */
function sentence(context: RequestContext, { total }: BudgetSide, says: Message, bare: Message): string {
  const { t } = context;
  const amount = moneyWords(total.done ?? 0, t);
  const share = shareOf(total.done, total.plan);
  return share === null ? t(bare, { amount }) : t(says, { amount, share: percentWords(share, t) });
}

/** What a budget says in one or two sentences. */
export function budgetSentences(context: RequestContext, { revenue, spending, hasDone }: Budget): string {
  const { t } = context;
  if (!hasDone)
    return t(mw.planned, {
      revenue: moneyWords(revenue.total.plan ?? 0, t),
      spending: moneyWords(spending.total.plan ?? 0, t),
    });
  return `${sentence(context, revenue, mw.taken, mw.taken_bare)} ${sentence(context, spending, mw.spent, mw.spent_bare)}`;
}

function amount({ t, lang }: RequestContext, value: number | null): Html | string {
  if (value === null) return '';
  const words = moneyWords(value, t);
  const exact = t(mw.exact, { exact: moneyExact(value, lang) });
  return words === exact ? words : html`${words}<br><span class="meta">${exact}</span>`;
}

function side(context: RequestContext, title: string, { total, lines }: BudgetSide, hasDone: boolean): Html {
  const { t } = context;
  const most = Math.max(...[total, ...lines].flatMap(({ plan, done }) => [plan ?? 0, done ?? 0]));
  const cells = (line: BudgetLine, isTotal: boolean): (Html | string)[] => {
    const share = shareOf(line.done, line.plan);
    return [
      html`${isTotal ? html`<strong>${line.label}</strong>` : line.label}${lineBar(line, most)}`,
      amount(context, line.plan),
      ...(hasDone ? [amount(context, line.done), share === null ? '' : percentWords(share, t)] : []),
    ];
  };
  const columns = [
    { text: t(mw.item) },
    { text: t(mw.plan), isNumber: true },
    ...(hasDone
      ? [
          { text: t(mw.done), isNumber: true },
          { text: t(mw.share), isNumber: true },
        ]
      : []),
  ];
  return html`<section>${plainTable(title, columns, [cells(total, true), ...lines.map((line) => cells(line, false))])}</section>`;
}

function latest(context: RequestContext, { item, budget }: Shown): Html {
  const { t } = context;
  const { revenue, spending, hasDone } = budget;
  return html`<section><h2>${item.title}</h2><p>${budgetSentences(context, budget)}</p>${totalsChart([revenue.total, spending.total], [t(mw.in), t(mw.out)], t)}${budget.explanation && html`<p class="block"><strong>${t(mw.explanation)}:</strong> ${budget.explanation}</p>`}<p><a class="more" href="${to(context, `/muc/${item.itemId}`)}">${t(mw.read_item)}</a></p></section>${side(context, t(mw.in), revenue, hasDone)}${side(context, t(mw.out), spending, hasDone)}<p class="meta block">${t(mw.parts)}</p>`;
}

function others(context: RequestContext, budgets: readonly Shown[]): Html {
  const { t } = context;
  if (budgets.length === 0) return html``;
  return html`<section><h2>${t(mw.others)}</h2><ul class="list">${budgets.map(
    ({ item, budget: { revenue, spending } }) => {
      const sum = ({ total }: BudgetSide): string => moneyWords(total.done ?? total.plan ?? 0, t);
      return html`<li><a class="title" href="${to(context, `/muc/${item.itemId}`)}">${item.title}</a><p class="meta">${t(mw.other, { revenue: sum(revenue), spending: sum(spending) })}</p></li>`;
    },
  )}</ul></section>`;
}

const money = get({
  path: '/xa/:unit/tien',
  access: anyone('the budget of a commune as it made it public'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, tenant } = context;
    const unit = await foundUnit(context, params.unit);
    const [newest, ...rest] = budgetsOf(
      await saidItems(tenant.publicDb, { unitId: unit.unitId, section: 'budget' }),
    );
    const first = newest && (await withLines(context, newest));
    const main = first
      ? html`${latest(context, first)}${others(context, rest)}${takeListAlong(context, unit, 'budget')}`
      : html`<div class="block">${nothing(t(mw.none), html`${t(mw.none_what)} <a href="${to(context, `/xa/${unit.key}/lanh-dao`)}">${t(mw.ask)}</a>`)}</div>`;
    return answerPage(
      unitPage(context, unit, { title: t(mw.title), main, head: feedHead(context, unit, 'budget') }),
    );
  },
});

export const moneyRoutes: readonly Route[] = [money];
