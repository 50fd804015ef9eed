import { type Html, type HtmlValue, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import {
  button,
  buttonRow,
  card,
  chips,
  clauseWithTasks,
  csrfInput,
  dataTable,
  emptyState,
  field,
  linkButton,
  problemTable,
  selectField,
  severityBadge,
  textareaField,
} from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { rowKey } from '../domain/annex-reader.ts';
import type { AnnexTask, Party } from '../domain/annex-task.ts';
import { describeDue } from '../domain/due.ts';
import type { Problem } from '../domain/problem-codes.ts';
import { isMatch, matchUnits } from '../domain/units.ts';
import { im } from '../import-messages.ts';
import { planLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { tm } from '../task-messages.ts';
import type { PreviewProps } from './import-page.ts';
import { contentName, listPager } from './parts.ts';

const SEVERITY_ORDER = { error: 0, warning: 1, hint: 2 } as const;

/** Problems by the row they stand in; those of no task's row are the file's. */
function sortProblems(props: PreviewProps): { byRow: Map<string, Problem[]>; others: Problem[] } {
  const { reading, sources } = props.preview;
  const rows = new Set(reading.tasks.map((task) => `${task.sheet}\n${task.row}`));
  const file = sources.annex?.fileName;
  const byRow = new Map<string, Problem[]>();
  const others: Problem[] = [];
  for (const problem of reading.problems) {
    if (reading.body?.hints.includes(problem)) continue;
    const key = `${problem.sheet}\n${problem.row}`;
    if (problem.file === file && rows.has(key)) byRow.set(key, [...(byRow.get(key) ?? []), problem]);
    else others.push(problem);
  }
  const bySeverity = (a: Problem, b: Problem) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity];
  for (const list of byRow.values()) list.sort(bySeverity);
  return { byRow, others: others.sort(bySeverity) };
}

/** The rows of the annex as they are understood, with their problems and ways to correct them. */
export function rowsView(props: PreviewProps): Html {
  const { context, preview, query, base } = props;
  const { t } = context;
  const { tasks } = preview.reading;
  const { byRow, others } = sortProblems(props);
  const problemsOf = (task: AnnexTask): Problem[] => byRow.get(`${task.sheet}\n${task.row}`) ?? [];
  const isBad = (task: AnnexTask) => problemsOf(task).some((problem) => problem.severity !== 'hint');
  const bad = tasks.filter(isBad);
  const chosen = query.loc === 'van-de' ? bad : tasks;
  const size = planLimits.page_rows;
  const shown = chosen.slice((query.trang - 1) * size, query.trang * size);
  const filter = chips(
    {
      label: t(im.rowFilter),
      items: [
        { href: base, text: t(im.allRows), count: tasks.length, current: query.loc === undefined },
        {
          href: `${base}?loc=van-de`,
          text: t(im.onlyProblems),
          count: bad.length,
          current: query.loc === 'van-de',
        },
      ],
    },
    t,
  );
  const edited = query.sua;
  const editor =
    edited !== undefined &&
    rowEditor(props, edited, tasks.find((task) => keyOf(task) === edited) ?? null, problemsOf);
  const table = dataTable(
    {
      caption: t(im.viewRows),
      columns: [
        { key: 'row', label: t(im.row), width: 'fit' },
        { key: 'task', label: t(tm.words), primary: true },
        { key: 'lead', label: t(tm.lead) },
        { key: 'products', label: t(tm.products) },
        { key: 'due', label: t(tm.due) },
        { key: 'problems', label: t(im.problems), phone: 'bare' },
      ],
      rows: shown.map((task) => ({
        id: anchorOf(keyOf(task)),
        cells: rowCells(props, task, problemsOf(task)),
      })),
      empty: emptyState({ title: t(query.loc === 'van-de' ? im.noProblemRows : im.noRows) }),
    },
    t,
  );
  return html`${otherProblems(props, others)}${editor}${leftRows(props)}${filter}${table}${listPager(context, query.trang, chosen.length)}`;
}

const keyOf = (task: AnnexTask): string => rowKey(task.grid, task.row);
const anchorOf = (key: string): string => `d-${key.replace(':', '-')}`;

function partyText(party: Party): HtmlValue {
  return party.unitId === null && party.groupCode === null ? html`<em>${party.text}</em>` : party.name;
}

function rowCells(props: PreviewProps, task: AnnexTask, problems: readonly Problem[]): HtmlValue[] {
  const { context, one } = props;
  const { t, lang } = context;
  const key = keyOf(task);
  const fixed = one.choices.rows[key] !== undefined;
  const edit = linkButton({
    href: `${withQuery(context.url, { sua: key })}#sua`,
    text: t(im.editRow),
    about: String(task.row),
    small: true,
  });
  const content = contentName(task.dimension ?? 0, context);
  const others = task.coordinating.map((party, index) => html`${index > 0 && '; '}${partyText(party)}`);
  return [
    html`${String(task.row)}${fixed && html`<span class="line-sub">${t(im.rowIsFixed)}</span>`}`,
    html`<span class="line-title"><strong>${task.code}</strong> ${task.text}</span><span class="line-sub">${[content, task.path].filter(Boolean).join(' · ')}</span>`,
    html`${task.lead && partyText(task.lead)}${others.length > 0 && html`<span class="line-sub">${others}</span>`}`,
    task.products.map((product) => product.text).join('; '),
    html`${task.due ? describeDue(task.due, lang) : task.dueText}${task.due && describeDue(task.due, lang) !== task.dueText.toLowerCase() && html`<span class="line-sub">${task.dueText}</span>`}`,
    html`${problemList(props, task, problems)}${edit}`,
  ];
}

function problemList(props: PreviewProps, task: AnnexTask, problems: readonly Problem[]): Html {
  const { t, lang } = props.context;
  const lines = problems.map(
    (problem) =>
      html`<li>${severityBadge(problem.severity, t)} ${problem.message[lang]}${problem.cell && html` <span class="line-sub">${problem.cell}</span>`}</li>`,
  );
  return html`${lines.length > 0 && html`<ul class="plain">${lines}</ul>`}${suggestions(props, task)}`;
}

/** One press puts a near name in the place of one that is not known. */
function suggestions(props: PreviewProps, task: AnnexTask): Html {
  const { context, preview, base, query } = props;
  const { t, csrf } = context;
  const lead = task.lead ? [task.lead] : [];
  const buttonsFor = (party: Party, fix: (name: string) => { lead: string; coordinating: string }) => {
    const [mention] = matchUnits(party.text, preview.directory).mentions;
    if (!mention || isMatch(mention)) return html``;
    return html`${mention.suggestions.map(({ name }) => {
      const words = fix(name);
      return html`<form method="post" action="${base}/dong">${csrfInput(csrf)}${backTo(query)}<input type="hidden" name="row" value="${keyOf(task)}"><input type="hidden" name="lead" value="${words.lead}"><input type="hidden" name="coordinating" value="${words.coordinating}">${button({ text: t(im.useName, { name }), small: true, about: t(im.rowN, { row: String(task.row) }) })}</form>`;
    })}`;
  };
  const textOf = (parties: readonly Party[], changed?: Party, name?: string): string =>
    parties.map((party) => (party === changed ? (name ?? party.text) : party.text)).join('; ');
  const unknown = [...lead, ...task.coordinating].filter(
    (party) => party.unitId === null && party.groupCode === null,
  );
  return html`${unknown.map((party) =>
    buttonsFor(party, (name) => ({
      lead: textOf(lead, party, name),
      coordinating: textOf(task.coordinating, party, name),
    })),
  )}`;
}

/** Where the list stood, so that saving a row comes back to it. */
function backTo(query: PreviewProps['query']): Html {
  return html`<input type="hidden" name="trang" value="${query.trang}">${query.loc && html`<input type="hidden" name="loc" value="${query.loc}">`}`;
}

/** One row to write over, its problems beside it. */
function rowEditor(
  props: PreviewProps,
  key: string,
  task: AnnexTask | null,
  problemsOf: (task: AnnexTask) => Problem[],
): Html {
  const { t } = props.context;
  const row = key.split(':')[1] ?? '';
  const problems = task ? problemList(props, task, problemsOf(task)) : html`<p>${t(im.notATask)}</p>`;
  const form = rowForm(props, key, task);
  return card({
    id: 'sua',
    title: t(im.editRowTitle, { row }),
    body: clauseWithTasks({ clause: problems, tasks: form }),
  });
}

/** The row's cells to write over; a row that could not be read as a task begins empty. */
function rowForm(props: PreviewProps, key: string, task: AnnexTask | null): Html {
  const { context, one, base, query } = props;
  const { t, lang, csrf } = context;
  const fix = one.choices.rows[key];
  const parties = (list: readonly Party[]): string => list.map((party) => party.text).join('; ');
  const contents = [
    { value: '', text: t(im.dimensionKeep) },
    ...CONTENTS.map((content) => ({
      value: String(content.number),
      text: content.number === 0 ? content[lang] : `${content.number}. ${content[lang]}`,
    })),
  ];
  const id = (name: string): string => `r-${name}`;
  const fields = html`${field({ label: t(tm.code), name: 'code', id: id('code'), value: task?.code ?? fix?.code, width: 'short', maxlength: 30 }, t)}${textareaField({ label: t(tm.words), name: 'text', id: id('text'), value: task?.text ?? fix?.text, rows: 4, maxlength: 4000 }, t)}${selectField({ label: t(tm.content), name: 'dimension', id: id('dimension'), value: String(task?.dimension ?? ''), options: contents }, t)}${field({ label: t(tm.lead), name: 'lead', id: id('lead'), value: task?.lead?.text ?? '', maxlength: 500 }, t)}${textareaField({ label: t(tm.coordinators), name: 'coordinating', id: id('coordinating'), value: parties(task?.coordinating ?? []), rows: 2 }, t)}${textareaField({ label: t(tm.products), name: 'product', id: id('product'), value: task?.products.map((product) => product.text).join('\n') ?? '', rows: 3, hint: t(im.productsHint) }, t)}${field({ label: t(tm.due), name: 'due', id: id('due'), value: task?.dueText ?? '', maxlength: 500, hint: t(tm.dueHint) }, t)}${field({ label: t(tm.note), name: 'note', id: id('note'), value: task?.note ?? '', maxlength: 2000 }, t)}`;
  const reset = fix !== undefined && button({ text: t(im.resetRow), name: 'action', value: 'reset' });
  return html`<form method="post" action="${base}/dong" novalidate>${csrfInput(csrf)}${backTo(query)}<input type="hidden" name="row" value="${key}">${fields}${buttonRow(button({ text: t(im.saveRow), kind: 'primary' }), button({ text: t(im.leaveRow), name: 'action', value: 'leave' }), reset, html`<a href="${withQuery(context.url, { sua: null })}">${t(m.cancel)}</a>`)}</form>`;
}

function leaveButton(props: PreviewProps, key: string, action: 'leave' | 'reset'): Html {
  const { context, base, query } = props;
  const { t, csrf } = context;
  const row = key.split(':')[1] ?? '';
  const text = t(action === 'leave' ? im.leaveRow : im.restore);
  return html`<form method="post" action="${base}/dong">${csrfInput(csrf)}${backTo(query)}<input type="hidden" name="row" value="${key}">${button({ text, name: 'action', value: action, small: true, about: t(im.rowN, { row }) })}</form>`;
}

function leftRows(props: PreviewProps): Html {
  const { t } = props.context;
  const left = Object.entries(props.one.choices.rows).filter(([, fix]) => fix.leave);
  if (left.length === 0) return html``;
  return html`<section><h2>${t(im.leftRows)}</h2><ul class="plain">${left.map(([key]) => html`<li>${t(im.rowN, { row: key.split(':')[1] ?? '' })} ${leaveButton(props, key, 'reset')}</li>`)}</ul></section>`;
}

const MOST_SHOWN = 100;

function otherProblems(props: PreviewProps, problems: readonly Problem[]): Html {
  const { context, preview } = props;
  const { t, lang } = context;
  if (problems.length === 0) return html``;
  const gridOf = (problem: Problem): number =>
    preview.sources.annex?.grids.findIndex((grid) => grid.name === problem.sheet) ?? -1;
  const fixOf = (problem: Problem): HtmlValue => {
    const grid = gridOf(problem);
    if (problem.code !== 'text_missing' || problem.row === null || grid < 0) return '';
    const key = rowKey(grid, problem.row);
    const href = `${withQuery(context.url, { sua: key })}#sua`;
    return html`${linkButton({ href, text: t(im.editRow), small: true })} ${leaveButton(props, key, 'leave')}`;
  };
  return problemTable(
    {
      caption: t(im.otherProblems),
      problems: problems.slice(0, MOST_SHOWN).map((problem) => ({
        severity: problem.severity,
        place: [problem.sheet, problem.cell].filter(Boolean).join(', ') || problem.file,
        message: problem.message[lang],
        fix: fixOf(problem),
      })),
    },
    t,
  );
}
