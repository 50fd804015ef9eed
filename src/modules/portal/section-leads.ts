import { addDays, formatDate } from '../../kernel/dates.ts';
import { type Html, html } from '../../kernel/html.ts';
import type { RequestContext } from '../../kernel/http/route.ts';
import { formatNumber } from '../../kernel/i18n.ts';
import { currentCalendar } from '../calendar/index.ts';
import type { Section } from '../disclosure/index.ts';
import { moneyWords, percentWords } from './domain/money.ts';
import { type PovertyStep, povertyYear } from './domain/poverty-steps.ts';
import { comingFrom, receptionsOf } from './domain/reception.ts';
import { amountIn, fieldWords, type TableRow, tableNamed, wordsIn } from './domain/tables.ts';
import { to } from './frame.ts';
import { dataLimits } from './limits-data.ts';
import { plainTable } from './pages/found-unit.ts';
import { budgetSentences, budgetsOf } from './pages/money.ts';
import { nextReception } from './pages/reception.ts';
import type { SaidItem } from './queries/said-items.ts';
import type { PortalUnit } from './queries/units.ts';
import { sl } from './section-lead-words.ts';

/** `said`: what the latest entries of the section say. */
type Lead = (context: RequestContext, unit: PortalUnit, said: readonly SaidItem[]) => Html | Promise<Html>;

/** The first rows of a table over several items, each with its item; the same name again, of an older item, is left out. */
function rowsOver(list: readonly SaidItem[], key: string): { row: TableRow; item: SaidItem }[] {
  const seen = new Set<string>();
  return list.flatMap((item) =>
    (tableNamed(item, key)?.rows ?? []).flatMap((row) => {
      const name = wordsIn(row, 'ten').toLowerCase();
      if (name === '' || seen.has(name)) return [];
      seen.add(name);
      return [{ row, item }];
    }),
  );
}

const named = (context: RequestContext, { row, item }: { row: TableRow; item: SaidItem }): Html =>
  html`<a href="${to(context, `/muc/${item.itemId}`)}">${wordsIn(row, 'ten')}</a>`;

const shown = <T>(rows: readonly T[]): readonly T[] => rows.slice(0, dataLimits.lead_rows);

/** Says that the table is only the beginning of what items hold. */
const rest = ({ t }: RequestContext, all: number): Html =>
  all > dataLimits.lead_rows
    ? html`<p class="meta">${t(sl.more_rows, { shown: dataLimits.lead_rows })}</p>`
    : html``;

const moreAt = (context: RequestContext, unit: PortalUnit, path: string, words: string): Html =>
  html`<p class="block"><a class="btn" href="${to(context, `/xa/${unit.key}/${path}`)}">${words}</a></p>`;

const procedures: Lead = (context, _unit, said) => {
  const { t } = context;
  const rows = rowsOver(said, 'thu_tuc');
  if (rows.length === 0) return html``;
  const columns = [sl.procedure, sl.takes, sl.fee, sl.hand_in].map((message) => ({ text: t(message) }));
  const cells = shown(rows).map((one) => [
    named(context, one),
    wordsIn(one.row, 'thoi_han'),
    wordsIn(one.row, 'phi_le_phi'),
    wordsIn(one.row, 'noi_nop'),
  ]);
  return html`<section>${plainTable(t(sl.procedures), columns, cells)}${rest(context, rows.length)}</section>`;
};

const fees: Lead = (context, _unit, said) => {
  const { t } = context;
  const rows = rowsOver(said, 'khoan_thu');
  if (rows.length === 0) return html``;
  const columns = [sl.collected, sl.payer, sl.how_much, sl.exempt].map((message) => ({ text: t(message) }));
  const cells = shown(rows).map((one) => [
    named(context, one),
    wordsIn(one.row, 'doi_tuong'),
    wordsIn(one.row, 'muc_thu'),
    wordsIn(one.row, 'mien_giam'),
  ]);
  return html`<section>${plainTable(t(sl.fees), columns, cells)}${rest(context, rows.length)}</section>`;
};

const land: Lead = (context, _unit, said) => {
  const { t } = context;
  const plan = said.find((item) => tableNamed(item, 'cong_trinh'));
  if (!plan) return html``;
  const rows = rowsOver([plan], 'cong_trinh');
  const columns = [
    { text: t(sl.work) },
    { text: t(sl.where) },
    { text: t(sl.area), isNumber: true },
    { text: t(sl.year) },
  ];
  const cells = shown(rows).map((one) => {
    const area = amountIn(one.row, 'dien_tich');
    return [
      wordsIn(one.row, 'ten'),
      wordsIn(one.row, 'dia_diem'),
      area === null ? '' : t(sl.hectares, { n: area }),
      wordsIn(one.row, 'nam'),
    ];
  });
  const map = fieldWords(plan, 'ban_do');
  const link = /^https?:\/\//.test(map) && html` · <a href="${map}" rel="noopener nofollow">${t(sl.map)}</a>`;
  return html`<section><h2>${t(sl.land)}</h2><p><a href="${to(context, `/muc/${plan.itemId}`)}">${plan.title}</a>${link}</p>${rows.length > 0 && plainTable(t(sl.land_works), columns, cells)}${rest(context, rows.length)}</section>`;
};

const projects: Lead = (context, _unit, said) => {
  const { t } = context;
  const list = said;
  const rows = rowsOver(list, 'du_an');
  if (rows.length === 0) return html``;
  const progress = new Map(
    rowsOver(list, 'tien_do').map(({ row }) => [wordsIn(row, 'ten').toLowerCase(), row]),
  );
  const columns = [
    { text: t(sl.project) },
    { text: t(sl.where) },
    { text: t(sl.costs), isNumber: true },
    { text: t(sl.done), isNumber: true },
    { text: t(sl.done_by) },
  ];
  const cells = shown(rows).map((one) => {
    const said = progress.get(wordsIn(one.row, 'ten').toLowerCase());
    const costs = amountIn(one.row, 'tong_muc_dau_tu');
    const done = said ? amountIn(said, 'khoi_luong') : null;
    const until = (said && wordsIn(said, 'du_kien_xong')) || wordsIn(one.row, 'hoan_thanh');
    return [
      named(context, one),
      wordsIn(one.row, 'dia_diem'),
      costs === null ? '' : moneyWords(costs, t),
      done === null ? '' : percentWords(done, t),
      dayOrWords(until),
    ];
  });
  return html`<section>${plainTable(t(sl.projects), columns, cells)}${rest(context, rows.length)}</section>`;
};

const dayOrWords = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').reverse().join('/') : text;

function stepDays({ t }: RequestContext, { fromOn, untilOn, isComputed }: PovertyStep): string {
  const until = untilOn === null ? null : formatDate(untilOn);
  if (fromOn !== null && until !== null) return t(sl.from_until, { from: formatDate(fromOn), until });
  if (fromOn !== null) return t(sl.from, { from: formatDate(fromOn) });
  return t(isComputed ? sl.until_computed : sl.until, { until: until ?? '' });
}

const poverty: Lead = async (context, _unit, said) => {
  const { t, db, today } = context;
  // The calendar of offices is nobody's secret and is kept in memory; all else comes from the public views.
  const year = povertyYear(today, await currentCalendar(db));
  const own = said.find((item) => tableNamed(item, 'cac_buoc'));
  const columns = [sl.when, sl.step].map((message) => ({ text: t(message) }));
  const table = plainTable(
    t(sl.poverty, { year: String(year.year) }),
    columns,
    year.steps.map((step) => [stepDays(context, step), t(step.what)]),
  );
  const monthly = t(sl.monthly, {
    from: formatDate(year.monthly.fromOn),
    until: formatDate(year.monthly.untilOn),
  });
  const ask = own && fieldWords(own, 'noi_hoi');
  return html`<section>${table}<p class="meta block">${t(sl.poverty_basis)}</p>${!year.isCertain && html`<p class="note care block">${t(sl.poverty_unsure)}</p>`}<p class="block">${monthly}</p>${own && html`<p><a href="${to(context, `/muc/${own.itemId}`)}">${t(sl.poverty_own)}</a>${ask && html` · ${t(sl.ask, { where: ask })}`}</p>`}</section>`;
};

const integrity: Lead = (context, _unit, said) => {
  const { t, lang } = context;
  const report = said.find((item) => tableNamed(item, 'so_lieu'));
  if (!report) return html`<p class="note care block">${t(sl.no_report)}</p>`;
  const rows = (tableNamed(report, 'so_lieu')?.rows ?? []).map((row) => {
    const count = amountIn(row, 'so');
    return [wordsIn(row, 'chi_tieu'), count === null ? '' : formatNumber(lang, count)];
  });
  const summary = fieldWords(report, 'tom_tat');
  const columns = [{ text: t(sl.figure) }, { text: t(sl.count), isNumber: true }];
  return html`<section><h2><a href="${to(context, `/muc/${report.itemId}`)}">${report.title}</a></h2>${summary && html`<p class="words">${summary}</p>`}${rows.length > 0 && plainTable(t(sl.figures), columns, rows)}</section>`;
};

const budget: Lead = (context, unit, said) => {
  const [latest] = budgetsOf(said);
  if (!latest) return html``;
  return html`<p class="block">${budgetSentences(context, latest.budget)}</p>${moreAt(context, unit, 'tien', context.t(sl.see_money))}`;
};

const reception: Lead = (context, unit, said) => {
  const [next] = comingFrom(receptionsOf(said), context.today);
  const isNear = next !== undefined && next.on <= addDays(context.today, dataLimits.reception_days);
  return html`${isNear && nextReception(context, next)}${moreAt(context, unit, 'lich-tiep-dan', context.t(sl.see_reception))}`;
};

const leaders: Lead = (context, unit) => moreAt(context, unit, 'lanh-dao', context.t(sl.see_leaders));
const plan: Lead = (context, unit) => moreAt(context, unit, 'ke-hoach', context.t(sl.see_plan));

const LEADS: Partial<Record<Section, Lead>> = {
  procedures,
  fees,
  land,
  projects,
  poverty,
  integrity,
  budget,
  reception,
  leaders,
  plan,
};

/** What stands above the list of a section: its content in short, made from what the items say. Empty for sections without one. */
export async function sectionLead(
  context: RequestContext,
  unit: PortalUnit,
  section: Section,
  said: readonly SaidItem[],
): Promise<Html> {
  return (await LEADS[section]?.(context, unit, said)) ?? html``;
}
