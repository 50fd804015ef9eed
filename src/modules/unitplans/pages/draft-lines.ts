import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  checkboxField,
  details,
  field,
  notice,
  problemOf,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import type { UnitTask } from '../../assignments/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { ownCode } from '../domain/adoption.ts';
import type { Coverage, LackKind } from '../domain/coverage.ts';
import { type Line, productsText } from '../domain/line.ts';
import { lineStamp } from '../line-stamp.ts';
import { m } from '../messages.ts';
import { dm } from '../messages-draft.ts';
import { textOf } from './draft-form.ts';
import { lackBadges } from './lacks.ts';

/** A line with the task it carries, ready to be shown in a form. */
export interface ShownLine {
  readonly line: Line;
  /** `null` for what the unit adds. */
  readonly task: UnitTask | null;
  readonly code: string;
}

/** Lines in the order of the plan: its tasks, then what the unit adds; lines of dropped tasks left out. */
export function shownLines(tasks: readonly UnitTask[], lines: readonly Line[]): ShownLine[] {
  const byTask = new Map(lines.map((line) => [line.taskId, line]));
  const carried = tasks.flatMap((task): ShownLine[] => {
    const line = byTask.get(task.taskId);
    return line ? [{ line, task, code: task.code }] : [];
  });
  const own = lines.filter((line) => line.taskId === null);
  return [...carried, ...own.map((line, index) => ({ line, task: null, code: ownCode(index) }))];
}

export const lineAnchor = (lineId: string): string => `d-${lineId}`;

/** Ids of the lists of suggestions that every line's fields share. */
const PEOPLE = 'goi-y-phu-trach';
const TIMES = 'goi-y-thoi-gian';

/** Times people write most; a day is typed. */
const USUAL_TIMES = ['Hằng tuần', 'Hằng tháng', 'Hằng quý', '6 tháng một lần', 'Khi phát sinh'];

/** Whom and when: suggestions that fill in as one types, made once a page. */
export function suggestions(people: readonly string[]): Html {
  return html`<datalist id="${PEOPLE}">${people.map((name) => html`<option value="${name}"></option>`)}</datalist><datalist id="${TIMES}">${USUAL_TIMES.map((time) => html`<option value="${time}"></option>`)}</datalist>`;
}

export const suggestedPeople = PEOPLE;
export const suggestedTimes = TIMES;

function askedLine(context: RequestContext, { line, task, code }: ShownLine): Html {
  const { t, lang } = context;
  if (task === null) {
    const content = CONTENTS[line.dimension ?? 0];
    return html`<p class="line-sub">${code} · ${t(m.own_line)} · ${content?.[lang]}</p>`;
  }
  const place = [task.clausePath, task.leadName].filter(Boolean).join(' · ');
  const asks = t(m.asks, { product: productsText(task.products), due: task.dueWords });
  return html`<p class="line-sub">${place}</p><p class="line-sub">${asks}</p>`;
}

/** What the other person saved, for the one who comes second. */
function conflict(context: RequestContext, line: Line, rejected: Rejected | undefined): Html {
  const { t } = context;
  const stamp = rejected && textOf(rejected.values, `${line.id}.stamp`);
  if (stamp === undefined || stamp.split('.')[0] === String(line.revision)) return html``;
  const what = [line.how, line.product, line.responsible, line.dueWords, line.lateReason, line.declineReason]
    .filter((text) => text !== '')
    .join(' · ');
  const text = t(dm.conflict, { name: line.changedByName, what: what || '–' });
  return html`${notice({ kind: 'warning', text }, t)}`;
}

/** One line as a part of the form: the parent's words, then the fields of the unit. */
export function lineFields(
  context: RequestContext,
  shown: ShownLine,
  coverage: Coverage,
  rejected: Rejected | undefined,
): Html {
  const { t } = context;
  const { line, task, code } = shown;
  const name = (key: string): string => `${line.id}.${key}`;
  const typed = (key: string, stored: string): string =>
    rejected === undefined ? stored : (textOf(rejected.values, name(key)) ?? stored);
  const error = (key: string) => problemOf(rejected?.problems, name(key), t);
  const lacks = new Set<LackKind>(
    coverage.lacks.filter((lack) => lack.lineId === line.id).map((lack) => lack.kind),
  );
  const isDeclined =
    rejected === undefined ? line.isDeclined : textOf(rejected.values, name('isDeclined')) !== undefined;
  const words =
    task === null ? ownWords(context, line, typed, error) : html`<strong>${code}</strong> ${task.words}`;
  const isException =
    isDeclined ||
    line.lateReason !== '' ||
    lacks.has('late_reason') ||
    lacks.has('decline_reason') ||
    error('lateReason') !== undefined ||
    error('declineReason') !== undefined;
  const exceptions =
    task !== null &&
    details(
      t(dm.exceptions),
      html`${field({ label: t(dm.late_reason), name: name('lateReason'), value: typed('lateReason', line.lateReason), maxlength: 1000, error: error('lateReason') }, t)}${checkboxField({ label: t(dm.declines), name: name('isDeclined'), checked: isDeclined }, t)}${field({ label: t(dm.decline_reason), name: name('declineReason'), value: typed('declineReason', line.declineReason), maxlength: 1000, error: error('declineReason') }, t)}`,
      isException,
    );
  return html`<fieldset class="card unit-line" id="${lineAnchor(line.id)}"><legend class="vh">${code}</legend><div class="unit-line-head">${task === null ? '' : html`<p>${words}</p>`}${askedLine(context, shown)}<p>${lackBadges(context, coverage, line.id)}</p></div>${conflict(context, line, rejected)}<input type="hidden" name="${name('stamp')}" value="${lineStamp(line)}">${task === null && words}<div class="unit-line-fields">${textareaField({ label: t(dm.how), name: name('how'), value: typed('how', line.how), rows: 2, maxlength: 4000, error: error('how') }, t)}${textareaField({ label: t(dm.product), name: name('product'), value: typed('product', line.product), rows: 2, maxlength: 2000, error: error('product') }, t)}${field({ label: t(dm.responsible), name: name('responsible'), value: typed('responsible', line.responsible), maxlength: 200, list: PEOPLE, autocomplete: 'off', error: error('responsible') }, t)}${field({ label: t(dm.time), name: name('dueWords'), value: typed('dueWords', line.dueWords), maxlength: 200, list: TIMES, autocomplete: 'off', error: error('dueWords') }, t)}</div><div class="unit-line-foot">${exceptions}${checkboxField({ label: t(dm.choose), name: 'chon', id: `chon-${line.id}`, value: line.id, checked: false }, t)}</div></fieldset>`;
}

/** The words and the content of a line that the unit adds are its own to change. */
function ownWords(
  context: RequestContext,
  line: Line,
  typed: (key: string, stored: string) => string,
  error: (key: string) => string | undefined,
): Html {
  const { t } = context;
  return html`<div class="unit-line-own">${textareaField({ label: t(dm.words), name: `${line.id}.words`, value: typed('words', line.words ?? ''), rows: 2, maxlength: 2000, required: true, error: error('words') }, t)}${selectField({ label: t(m.content), name: `${line.id}.dimension`, value: typed('dimension', String(line.dimension ?? 0)), options: contentOptions(context), error: error('dimension') }, t)}</div>`;
}

export function contentOptions({ lang }: RequestContext): { value: string; text: string }[] {
  return CONTENTS.map((content) => ({
    value: String(content.number),
    text: content.number === 0 ? content[lang] : `${content.number}. ${content[lang]}`,
  }));
}
