import { type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Message, Translate } from '../kernel/i18n.ts';
import { emptyState } from './blocks.ts';
import { icon } from './icons.ts';
import { m } from './messages.ts';
import { dataTable } from './table.ts';

export interface DiffItem {
  kind: 'added' | 'removed' | 'changed';
  /** What it is about: a task's code, a field's name. */
  label: HtmlValue;
  before?: HtmlValue;
  after?: HtmlValue;
}

const DIFF_WORDS: Record<DiffItem['kind'], Message> = {
  added: m.added,
  removed: m.removed,
  changed: m.changed,
};
const DIFF_SIGNS: Record<DiffItem['kind'], string> = { added: '+', removed: '−', changed: '≠' };

/** What differs between two versions, each line with its sign and word. */
export function diffList(items: readonly DiffItem[], t: Translate): Html {
  return html`<ul class="diff">${items.map(
    (item) =>
      html`<li class="diff-${item.kind}"><span class="diff-kind"><span class="diff-sign" aria-hidden="true">${DIFF_SIGNS[item.kind]}</span> ${t(DIFF_WORDS[item.kind])}</span><div><span class="diff-label">${item.label}</span>${item.before !== undefined && html`<del><span class="vh">${t(m.before)}</span>${item.before}</del>`}${item.after !== undefined && html`<ins><span class="vh">${t(m.after)}</span>${item.after}</ins>`}</div></li>`,
  )}</ul>`;
}

/** A stretch of a text that stands in both versions, only in the old one, or only in the new one. */
export interface ChangedStretch {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** One text with what was taken out and what was put in, in place; lines stay lines. */
export function changedText(stretches: readonly ChangedStretch[], t: Translate): Html {
  return html`<div class="changed-text">${stretches.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'old'
      ? html`<del><span class="vh">[${t(m.removed)}: </span>${text}<span class="vh">]</span></del>`
      : html`<ins><span class="vh">[${t(m.added)}: </span>${text}<span class="vh">]</span></ins>`;
  })}</div>`;
}

export type Severity = 'error' | 'warning' | 'hint';

export interface ProblemRow {
  severity: Severity;
  /** Sheet and cell, or paragraph: "Phụ lục, C7". */
  place: string;
  placeHref?: string | undefined;
  message: HtmlValue;
  /** What to do, or a form that does it in place. */
  fix?: HtmlValue;
}

const SEVERITY_WORDS: Record<Severity, Message> = {
  error: m.severityError,
  warning: m.severityWarning,
  hint: m.severityHint,
};

/** How serious, as icon and word. */
export function severityBadge(severity: Severity, t: Translate): Html {
  return html`<span class="badge v-${severity}">${icon(severity)}${t(SEVERITY_WORDS[severity])}</span>`;
}

/** What an import found, row by row, with its place in the file. */
export function problemTable(
  props: { caption: string; problems: readonly ProblemRow[]; empty?: Html | undefined },
  t: Translate,
): Html {
  return dataTable(
    {
      caption: props.caption,
      columns: [
        { key: 'severity', label: t(m.severity), width: 'fit', phone: 'bare' },
        { key: 'place', label: t(m.place), width: 'fit', phone: 'bare' },
        { key: 'problem', label: t(m.problem), phone: 'bare' },
        { key: 'fix', label: t(m.fix), phone: 'bare' },
      ],
      rows: props.problems.map((problem) => ({
        cells: [
          severityBadge(problem.severity, t),
          problem.placeHref ? html`<a href="${problem.placeHref}">${problem.place}</a>` : problem.place,
          problem.message,
          problem.fix,
        ],
      })),
      empty: props.empty ?? emptyState({ title: t(m.noProblems) }),
    },
    t,
  );
}
