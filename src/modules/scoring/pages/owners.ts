import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  card,
  csrfInput,
  dataTable,
  dateField,
  details,
  emptyState,
  errorSummary,
  field,
  helpLine,
  listDownloads,
  problemOf,
  selectField,
  shell,
} from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
  type TaskWork,
  workByTask,
} from '../../assignments/index.ts';
import { SUB_DIMENSIONS } from '../../papi/index.ts';
import { nameOwner } from '../commands/name-owner.ts';
import { type NamedOwner, namedOwner, type Owner, ownerOf } from '../domain/owner.ts';
import { m } from '../messages.ts';
import { o } from '../messages-owners.ts';
import { mayNameOwners } from '../policy.ts';
import { instantOf } from '../queries/analysis.ts';
import { namedOwners } from '../queries/owners.ts';
import { planInForce } from '../queries/plan-in-force.ts';
import { ownerText } from './parts.ts';
import { partName, partOptions, typedDay } from './words.ts';

const OWNERS = '/chi-so/phu-trach';

interface Line {
  readonly part: string;
  readonly owner: Owner | null;
  readonly named: NamedOwner | undefined;
  /** Named for a day that has not come. */
  readonly coming: NamedOwner | undefined;
  readonly tasks: readonly TaskWork[];
}

async function linesOf(
  context: RequestContext,
  reading: Reading,
): Promise<{ rows: readonly NamedOwner[]; lines: Line[] }> {
  const { db } = context;
  const { day, scope } = reading;
  const rows = await namedOwners(db, instantOf(day.asOf));
  const plan = await planInForce(db, day.today, day.asOf);
  const all = plan ? await workByTask(db, plan.id, scope, day) : [];
  const lines = SUB_DIMENSIONS.map(({ code }): Line => {
    const named = namedOwner(rows, code, day.today);
    return {
      part: code,
      owner: ownerOf(rows, all, code, day.today),
      named: named?.unitId ? named : undefined,
      coming: rows.find((row) => row.part === code && row.fromOn > day.today),
      tasks: all.filter(({ subDimension }) => subDimension === code),
    };
  });
  return { rows, lines };
}

const pageQuery = z.object({
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});

export const owners = get({
  path: '/chi-so/phu-trach',
  access: signedIn,
  rate: 'page',
  query: pageQuery,
  handle: (context, { query }) => ownersPage(context, query),
});

async function ownersPage(
  context: RequestContext,
  query: z.output<typeof pageQuery>,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, url, actor } = context;
  const reading = await readingOf(context, query.as_of);
  const { rows, lines } = await linesOf(context, reading);
  const format = query['dinh-dang'];
  if (format) return fileOf(context, reading, lines, format);
  const may = reading.day.asOf === null && mayNameOwners(actor, null);
  const whole = rejected && [{ field: '', message: rejected.error.type, params: rejected.error.params }];
  const problems = rejected && rejected.problems.length > 0 ? rejected.problems : whole;
  const file = (kind: string) => withQuery(url, { 'dinh-dang': kind });
  return answerPage(
    shell(context, {
      title: t(o.title),
      active: 'index',
      breadcrumb: [{ href: onSameDay(reading, '/chi-so'), text: t(m.index) }, { text: t(o.title) }],
      lead: t(o.lead),
      actions: html`${listDownloads(file, t)}`,
      main: html`${errorSummary(problems, t)}${asOfNotice(context, reading)}${helpLine({ code: 'III.2', text: t(o.help) }, t)}${table(context, reading, lines)}${may && setForm(context, reading, rejected)}${history(context, reading, rows)}${asOfForm(context, reading)}`,
    }),
  );
}

function table(context: RequestContext, reading: Reading, lines: readonly Line[]): Html {
  const { t } = context;
  const { names } = reading.units;
  const later = (one: NamedOwner): string =>
    t(o.coming, {
      date: formatDate(one.fromOn),
      unit: one.unitId ? (names.get(one.unitId) ?? '') : t(o.set_nobody),
    });
  return dataTable(
    {
      caption: t(o.table),
      columns: [
        { key: 'part', label: t(m.col_part), primary: true },
        { key: 'owner', label: t(m.col_owner) },
        { key: 'since', label: t(o.col_since), width: 'fit' },
        { key: 'basis', label: t(o.col_basis) },
        { key: 'tasks', label: t(m.col_tasks), align: 'end', width: 'fit' },
      ],
      rows: lines.map(({ part, owner, named, coming, tasks }) => ({
        href: onSameDay(reading, `/chi-so/phan-tich/${part}`),
        cells: [
          partName(part, context),
          html`${ownerText(context, owner, names)}${coming && html`<p class="hint">${later(coming)}</p>`}`,
          named ? formatDate(named.fromOn) : '–',
          named ? named.words : '',
          t(m.number, { n: tasks.length }),
        ],
      })),
      empty: emptyState({ title: t(m.no_rows) }),
    },
    t,
  );
}

function setForm(context: RequestContext, { units }: Reading, rejected?: Rejected): Html {
  const { t, csrf, today } = context;
  const value = (name: string, otherwise = ''): string => {
    const typed = rejected?.values[name];
    return typeof typed === 'string' ? typed : otherwise;
  };
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const choices = units.tree
    .filter(({ kind }) => kind !== 'thon')
    .map(({ id, name }) => ({ value: id, text: name }));
  const fields = html`${selectField({ label: t(o.set_part), name: 'phan', value: value('phan'), error: error('phan'), options: partOptions(context) }, t)}${selectField(
    {
      label: t(o.set_unit),
      name: 'don-vi',
      value: value('don-vi'),
      error: error('don-vi'),
      options: [{ value: '', text: t(o.set_nobody) }, ...choices],
    },
    t,
  )}${dateField({ label: t(o.set_from), name: 'ngay', value: value('ngay', formatDate(today)), error: error('ngay') }, t)}${field(
    { label: t(o.set_words), name: 'ghi-chu', value: value('ghi-chu'), maxlength: 1000, optional: true },
    t,
  )}`;
  return card({
    title: t(o.set),
    id: 'giao',
    body: html`<form method="post" action="${OWNERS}" class="form" novalidate>${csrfInput(csrf)}${fields}${button({ text: t(o.set), kind: 'primary' })}</form>`,
  });
}

function history({ t }: RequestContext, { units }: Reading, rows: readonly NamedOwner[]): Html {
  if (rows.length === 0) return html``;
  const line = (row: NamedOwner): string =>
    t(o.history_line, {
      part: row.part,
      from: formatDate(row.fromOn),
      unit: row.unitId ? (units.names.get(row.unitId) ?? '') : t(o.set_nobody),
      name: row.personName,
      date: formatDate(vietnamDate(row.recordedAt)),
    });
  return details(t(o.history), html`<ul>${rows.map((row) => html`<li>${line(row)}</li>`)}</ul>`);
}

function fileOf(
  context: RequestContext,
  { units, day }: Reading,
  lines: readonly Line[],
  format: 'xlsx' | 'csv',
): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(m.col_code), width: 8, kind: 'text' },
    { header: t(m.col_part), width: 60, kind: 'text' },
    { header: t(m.col_owner), width: 36, kind: 'text' },
    { header: t(m.col_owner_kind), width: 16, kind: 'text' },
    { header: t(o.col_since), width: 12, kind: 'date' },
    { header: t(o.col_basis), width: 40, kind: 'text' },
    { header: t(m.col_tasks), width: 10, kind: 'number' },
  ];
  const rows = lines.map(({ part, owner, named, tasks }) => [
    part,
    partName(part, context),
    owner ? (units.names.get(owner.unitId) ?? '') : '',
    owner ? t(owner.isProposed ? m.proposed : m.named) : t(m.no_owner),
    named?.fromOn ?? null,
    named?.words ?? '',
    tasks.length,
  ]);
  return listFile(format, `dau-moi-papi-${day.today}`, {
    name: t(m.col_owner),
    title: t(o.title),
    columns,
    rows,
    notes: [formatDate(day.today)],
  });
}

export const setOwner = post({
  path: '/chi-so/phu-trach',
  access: only('cơ quan thường trực, lãnh đạo', mayNameOwners),
  rate: 'write',
  body: z.object({
    phan: z.string().regex(/^[1-8]\.[1-9]$/),
    'don-vi': z.union([z.literal(''), z.uuid()]).default(''),
    ngay: z.string().max(10),
    'ghi-chu': z.string().trim().max(1000).default(''),
  }),
  async handle(context, tx, { body }) {
    await nameOwner(context, tx, {
      part: body.phan,
      unitId: body['don-vi'] || null,
      fromOn: typedDay(body.ngay, 'ngay'),
      words: body['ghi-chu'],
    });
    const text = context.t(o.saved, { part: body.phan });
    return redirectTo(OWNERS, { kind: 'success', text });
  },
  redisplay: (context, _params, rejected) =>
    ownersPage(context, { 'dinh-dang': undefined, as_of: undefined }, rejected),
});
