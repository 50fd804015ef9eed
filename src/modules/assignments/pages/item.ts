import { z } from 'zod';
import { type CalendarDate, formatDate, parseVietnameseDate, vietnamDate } from '../../../kernel/dates.ts';
import { type AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  definitionList,
  details,
  errorSummary,
  problemOf,
  shell,
  stateBadge,
  textareaField,
  timeline,
} from '../../../ui/index.ts';
import { recordEntry } from '../commands/record-entry.ts';
import { ENTRY_KINDS, type EntryKind, progressAfter, saidBy } from '../domain/progress.ts';
import { assignmentErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { mayAccept, mayReport, maySee } from '../policy.ts';
import { type Entry, entriesOf, type Item, itemById, taskById } from '../queries/item.ts';
import { occurrenceName } from './occurrence.ts';
import { type Reading, readingOf } from './reading.ts';
import { dueCell } from './work-table.ts';

interface Typed {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

const text = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What this person may record about the item as it stands. */
function possibleKinds(context: RequestContext, item: Item): EntryKind[] {
  return ENTRY_KINDS.filter((kind) => {
    if (progressAfter(item.progress, kind) === undefined) return false;
    return saidBy(kind) === 'doer' ? mayReport(context.actor, item) : mayAccept(context.actor, item);
  });
}

function actionForm(
  context: RequestContext,
  item: Item,
  kinds: readonly EntryKind[],
  by: 'doer' | 'acceptor',
  typed?: Typed,
): Html {
  const { t } = context;
  const own = kinds.filter((kind) => saidBy(kind) === by);
  if (own.length === 0) return html``;
  const main = by === 'doer' ? 'claim' : 'accept';
  const posted = typed && own.some((kind) => kind === typed.values.viec) ? typed : undefined;
  const values = posted?.values ?? {};
  const idOf = (name: string): string => `${name}-${by}`;
  return card({
    title: t(by === 'doer' ? m.act : m.act_accept),
    body: html`${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}" novalidate>${csrfInput(context.csrf)}${dateField(
      {
        label: t(m.happened_on),
        name: 'ngay',
        id: idOf('ngay'),
        value: text(values.ngay) ?? formatDate(context.today),
        error: problemOf(posted?.problems, 'ngay', t),
      },
      t,
    )}${textareaField(
      {
        label: by === 'doer' ? t(m.note) : t(m.reason),
        name: 'noi_dung',
        id: idOf('noi_dung'),
        hint: by === 'doer' ? t(m.note_hint) : t(m.reason_hint),
        rows: 3,
        maxlength: 4000,
        value: text(values.noi_dung),
        error: problemOf(posted?.problems, 'noi_dung', t),
        optional: by === 'acceptor',
      },
      t,
    )}${buttonRow(
      ...[...own]
        .sort((a, b) => Number(b === main) - Number(a === main))
        .map((kind) =>
          button({
            text: t(m[`do_${kind}`]),
            name: 'viec',
            value: kind,
            kind: kind === main ? 'primary' : 'secondary',
          }),
        ),
    )}</form>`,
  });
}

function history(context: RequestContext, entries: readonly Entry[]): Html {
  const { t } = context;
  return timeline(
    entries.map((entry) => {
      const recorded = vietnamDate(entry.recordedAt);
      const late =
        recorded === entry.happenedOn ? '' : ` (${t(m.recorded_later, { date: formatDate(recorded) })})`;
      const kind = `entry_${entry.kind}` as keyof typeof m;
      return {
        at: `${formatDate(entry.happenedOn)}${late}`,
        who: [entry.personName, entry.unitName].filter(Boolean).join(', '),
        text: t(m[kind]),
        detail: entry.note === '' ? undefined : html`<p>${entry.note}</p>`,
      };
    }),
  );
}

function dueFacts(context: RequestContext, reading: Reading, item: Item, dueWords: string): Html {
  const { t, lang } = context;
  const why = lang === 'vi' ? item.explainedVi : item.explainedEn;
  return html`${dueCell(context, reading, { ...item, dueWords })}${
    why !== null &&
    item.calendar !== null &&
    details(t(m.how_due), html`<p>${why}</p><p>${t(m.calendar_version, { version: item.calendar })}</p>`)
  }`;
}

async function itemPage(context: RequestContext, id: string, typed?: Typed): Promise<Html> {
  const { t, db, lang } = context;
  const reading = await readingOf(context);
  const item = await itemById(db, id, reading.day);
  ensure(item && maySee(context.actor, item), assignmentErrors.not_found);
  const task = await taskById(db, item.taskId);
  ensure(task, assignmentErrors.not_found);
  const kinds = possibleKinds(context, item);
  const period = occurrenceName(item.occurrence, lang);
  const facts = definitionList([
    { term: t(m.col_state), value: stateBadge(item.state, t) },
    {
      term: t(m.col_unit),
      value: html`<a href="/don-vi/${item.unitId}">${item.unitName}</a>${item.isRequest && html` (${t(m.requested)})`}`,
    },
    ...(period ? [{ term: t(m.col_occurrence), value: period }] : []),
    { term: t(m.col_due), value: dueFacts(context, reading, item, task.dueWords) },
    ...(item.doneOn ? [{ term: t(m.done_on), value: formatDate(item.doneOn) }] : []),
    { term: t(m.accepted_by), value: item.acceptingName },
    {
      term: t(m.products),
      value: html`<ul>${task.products.map((product) => html`<li>${product.text}</li>`)}</ul>`,
    },
    { term: t(m.col_lead), value: task.leadName },
    ...(task.coordinators.length > 0
      ? [{ term: t(m.coordinators), value: task.coordinators.join('; ') }]
      : []),
  ]);
  return shell(context, {
    title: task.words,
    active: 'mine',
    ...(task.clausePath ? { kicker: `${t(m.col_clause)} ${task.clausePath}` } : {}),
    breadcrumb: [
      { href: `/ke-hoach/${task.planId}`, text: task.planTitle },
      { href: `/nhiem-vu/${task.id}`, text: t(m.task, { code: task.code }) },
      { text: item.unitName },
    ],
    main: html`<div class="split"><div>${card({ body: facts })}</div><div>${actionForm(context, item, kinds, 'doer', typed)}${actionForm(context, item, kinds, 'acceptor', typed)}${card(
      {
        title: t(m.history),
        body: history(context, await entriesOf(db, item.id)),
      },
    )}<p><a href="/nhiem-vu/${task.id}">${t(m.all_units_of_task)}</a></p></div></div>`,
  });
}

export const item = get({
  path: '/phan-viec/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    return answerPage(await itemPage(context, params.id));
  },
});

const dayTyped = z.string().transform((typed, check): CalendarDate => {
  const date = parseVietnameseDate(typed);
  if (date) return date;
  check.addIssue({ code: 'custom', params: { message: m.day_needed } });
  return z.NEVER;
});

export const record = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'write',
  body: z.object({
    viec: z.enum(ENTRY_KINDS),
    ngay: dayTyped,
    noi_dung: z.string().trim().max(4000).default(''),
  }),
  async handle(context, tx, { params, body }) {
    const { t } = context;
    await recordEntry(context, tx, {
      assignmentId: params.id,
      kind: body.viec,
      happenedOn: body.ngay,
      note: body.noi_dung,
    });
    const what = t(m[`do_${body.viec}`]).toLocaleLowerCase('vi');
    return redirectTo(`/phan-viec/${params.id}`, { kind: 'success', text: t(m.recorded, { what }) });
  },
  async redisplay(context, params, rejected) {
    const named = rejected.problems.length > 0 ? rejected.problems : [problemAt(rejected.error)];
    return answerPage(await itemPage(context, params.id, { values: rejected.values, problems: named }));
  },
});

/** A refusal of the command, put at the field it speaks of. */
function problemAt(error: AppError): FieldProblem {
  const field =
    error.type === assignmentErrors.reason_needed
      ? 'noi_dung'
      : error.type === assignmentErrors.future_day
        ? 'ngay'
        : '';
  return { field, message: error.type, params: error.params };
}
