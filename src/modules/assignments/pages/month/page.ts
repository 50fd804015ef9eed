import { z } from 'zod';
import { endOfDay, vietnamDate } from '../../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { say } from '../../../../kernel/i18n.ts';
import { isId } from '../../../../kernel/ids.ts';
import {
  button,
  buttonRow,
  csrfInput,
  emptyState,
  errorSummary,
  filterBar,
  linkButton,
  notice,
  selectField,
  shell,
} from '../../../../ui/index.ts';
import { evidenceSummary } from '../../../evidence/index.ts';
import { type Unit, unitErrors } from '../../../units/index.ts';
import { recordMany } from '../../commands/record-many.ts';
import {
  type Month,
  monthName,
  monthOfDay,
  nextMonth,
  type RowPart,
  readMonth,
  readRow,
  rowField,
  type TypedRow,
} from '../../domain/month.ts';
import { assignmentErrors } from '../../errors.ts';
import { assignmentLimits } from '../../limits.ts';
import { m as words } from '../../messages.ts';
import { m } from '../../messages-month.ts';
import { mayReport } from '../../policy.ts';
import { type MonthItem, monthItems } from '../../queries/month.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay } from '../as-of.ts';
import { type Reading, readingOf } from '../reading.ts';
import { monthGrid, type TypedMonth } from './grid.ts';
import { monthSheet } from './sheet.ts';

const PATH = '/viec-thang';

const scopeSchema = z.enum(['thang', 'tat-ca']).catch('thang').default('thang');
type Scope = z.output<typeof scopeSchema>;

const monthQuery = z.object({
  'don-vi': z.uuid().optional().catch(undefined),
  thang: z.string().max(7).optional(),
  'pham-vi': scopeSchema,
  'dinh-dang': z.enum(['xlsx']).optional().catch(undefined),
  as_of: asOfSchema,
});

/** The month of an address; that of the day that is read when none is named. Throws `assignments.month_unreadable`. */
export function monthTyped(text: string | undefined, reading: Pick<Reading, 'day'>): Month {
  if (text === undefined) return monthOfDay(reading.day.today);
  const month = readMonth(text);
  ensure(month, assignmentErrors.month_unreadable);
  return month;
}

/** The unit of an address, or that of the post; one that the reader sees. */
export function unitTyped(context: RequestContext, id: string | undefined, reading: Reading): Unit {
  const unit = reading.units.byId.get(id ?? context.actor.current?.unitId ?? '');
  const { everything, unitIds } = reading.scope;
  ensure(unit && (everything || unitIds.includes(unit.id)), unitErrors.not_found);
  return unit;
}

/** The page of a unit's month. */
export function monthHref(unitId: string, month: string, scope: Scope = 'thang'): string {
  const more = scope === 'thang' ? '' : `&pham-vi=${scope}`;
  return `${PATH}?don-vi=${unitId}&thang=${month}${more}`;
}

interface Opened {
  readonly reading: Reading;
  readonly unit: Unit;
  readonly month: Month;
  readonly items: readonly MonthItem[];
}

async function open(context: RequestContext, query: z.output<typeof monthQuery>): Promise<Opened> {
  const reading = await readingOf(context, query.as_of);
  const unit = unitTyped(context, query['don-vi'], reading);
  const month = monthTyped(query.thang, reading);
  const scope = query['pham-vi'] === 'thang' ? 'month' : 'all';
  const wanted = { unitId: unit.id, month, scope } as const;
  const items = await monthItems(context.db, wanted, reading, assignmentLimits.month_rows + 1);
  return { reading, unit, month, items };
}

async function monthPage(
  context: RequestContext,
  query: z.output<typeof monthQuery>,
  typed?: TypedMonth,
): Promise<Answer> {
  const { t, db } = context;
  const { reading, unit, month, items } = await open(context, query);
  if (query['dinh-dang']) return monthSheet(context, unit.name, month, items);
  const shown = items.slice(0, assignmentLimits.month_rows);
  const { asOf } = reading.day;
  const isForm = asOf === null && mayReport(context.actor, unit);
  const evidence = await evidenceSummary(
    db,
    'assignment',
    shown.map((item) => item.id),
    asOf === null ? null : endOfDay(asOf),
  );
  const scope = query['pham-vi'];
  const title = t(m.title, { month: monthName(month) });
  const grid = monthGrid(context, reading, {
    caption: title,
    items: shown,
    evidence,
    isForm,
    typed,
    empty: emptyState({
      title: t(m.none),
      text: t(m.none_what),
      action:
        scope === 'thang' &&
        linkButton({ href: monthHref(unit.id, month.text, 'tat-ca'), text: t(m.scope_all) }),
    }),
  });
  const more =
    items.length > shown.length &&
    notice({ kind: 'info', text: t(m.too_many, { n: assignmentLimits.month_rows }) }, t);
  const hidden = { don_vi: unit.id, thang: month.text, pham_vi: scope };
  const form =
    isForm && shown.length > 0
      ? html`<form class="fill-in" method="post" action="${PATH}" novalidate>${csrfInput(context.csrf)}${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${grid}<p class="hint">${t(m.save_hint)}</p>${buttonRow(button({ text: t(m.save), kind: 'primary' }))}</form>`
      : grid;
  const sheetHref = `${monthHref(unit.id, month.text, scope)}&dinh-dang=xlsx`;
  const actions = html`${isForm && linkButton({ href: sheetHref, text: t(m.as_sheet), download: true })}${isForm && linkButton({ href: `${PATH}/nhap?don-vi=${unit.id}&thang=${month.text}`, text: t(m.read_sheet), icon: 'upload' })}${linkButton({ href: onSameDay(reading, `/don-vi/${unit.id}`), text: t(words.unit_page) })}`;
  return answerPage(
    shell(context, {
      title,
      kicker: unit.name,
      lead: t(isForm ? m.lead : m.lead_read),
      active: 'mine',
      wide: true,
      actions,
      scripts: ['filter-auto'],
      main: html`${asOfNotice(context, reading)}${errorSummary(summaryOf(typed?.problems, shown), t)}${filters(context, reading, unit, month, scope)}${more}${form}${asOfForm(context, reading)}`,
    }),
  );
}

/** Problems of the summary say which assignment they are about. */
function summaryOf(
  problems: readonly FieldProblem[] | undefined,
  items: readonly MonthItem[],
): FieldProblem[] | undefined {
  const wordsOf = new Map(items.map((item) => [item.id, item.words]));
  return problems?.map((problem) => {
    const about = wordsOf.get(problem.field.split('.')[1] ?? '');
    if (about === undefined) return { ...problem, field: '' };
    const params = { words: about, problem: filled(problem) };
    return { field: problem.field, message: m.row_problem, params };
  });
}

/** A message with its parameters filled in, to stand inside another. */
function filled({ message, params }: FieldProblem) {
  return { vi: say('vi', message, params), en: say('en', message, params) };
}

function filters(context: RequestContext, reading: Reading, unit: Unit, month: Month, scope: Scope): Html {
  const { t } = context;
  const year = month.text.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const around = [...months, nextMonth(month, -1), nextMonth(month, 1)];
  const options = [...new Set(around)].sort().flatMap((text) => {
    const one = readMonth(text);
    return one ? [{ value: text, text: t(m.month_of, { month: monthName(one) }) }] : [];
  });
  const { asOf } = reading.day;
  const fields = html`<input type="hidden" name="don-vi" value="${unit.id}">${asOf !== null && html`<input type="hidden" name="as_of" value="${asOf}">`}${selectField(
    { label: t(m.month), name: 'thang', value: month.text, options },
    t,
  )}${selectField(
    {
      label: t(m.scope),
      name: 'pham-vi',
      value: scope,
      options: [
        { value: 'thang', text: t(m.scope_month) },
        { value: 'tat-ca', text: t(m.scope_all) },
      ],
    },
    t,
  )}`;
  return filterBar({ action: PATH, fields }, t);
}

export const month = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: monthQuery,
  handle: (context, { query }) => monthPage(context, query),
});

const monthBody = z
  .object({
    don_vi: z.uuid(),
    thang: z.string().max(7),
    pham_vi: scopeSchema,
  })
  .catchall(z.unknown());

/** The rows of the form, as they were typed. */
function typedRows(body: z.output<typeof monthBody>): TypedRow[] {
  const text = (part: RowPart, id: string): string => {
    const value = body[rowField(part, id)];
    return typeof value === 'string' ? value : '';
  };
  return Object.entries(body).flatMap(([name, revision]) => {
    const assignmentId = /^revision\.(.+)$/.exec(name)?.[1];
    if (assignmentId === undefined || !isId(assignmentId)) return [];
    return [
      {
        assignmentId,
        revision: Number(revision),
        what: text('what', assignmentId),
        day: text('day', assignmentId),
        note: text('note', assignmentId),
        quantity: text('quantity', assignmentId),
      },
    ];
  });
}

export const saveMonth = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: monthBody,
  async handle(context, tx, { body }) {
    const { t } = context;
    const today = vietnamDate(context.now);
    const read = typedRows(body).map((typed) => readRow(typed, today));
    const problems = read.flatMap((one) => one.problems);
    const fields = problems.map(({ assignmentId, part, message, params }) => ({
      field: rowField(part, assignmentId),
      message,
      ...(params ? { params } : {}),
    }));
    const n = new Set(problems.map((problem) => problem.assignmentId)).size;
    if (n > 0) throw new AppError(assignmentErrors.rows_refused, { n }, fields);
    const rows = read.flatMap(({ row }) => (row ? [row] : []));
    ensure(rows.length > 0, assignmentErrors.nothing_recorded);
    const { started, claimed } = await recordMany(context, tx, { unitId: body.don_vi, rows });
    const text = t(m.saved, { n: rows.length, claimed, started });
    return redirectTo(monthHref(body.don_vi, body.thang, body.pham_vi), { kind: 'success', text });
  },
  redisplay(context, _params, { values, problems, error }) {
    const { don_vi, thang, pham_vi } = values;
    const query = monthQuery.parse({ 'don-vi': don_vi, thang, 'pham-vi': pham_vi });
    const whole = { field: '', message: error.type, params: error.params };
    return monthPage(context, query, { values, problems: [whole, ...problems] });
  },
});
