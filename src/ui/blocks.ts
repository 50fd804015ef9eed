import { attr, type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { icon } from './icons.ts';
import { m } from './messages.ts';

export interface PageHeadProps {
  title: string;
  /** The small line above: whose page, on which day. */
  kicker?: HtmlValue;
  /** The sentence below: what matters now. */
  lead?: HtmlValue;
  actions?: HtmlValue;
}

/** The page's h1 with its surroundings. */
export function pageHead(props: PageHeadProps): Html {
  return html`<div class="page-head"><div>${props.kicker && html`<p class="kicker">${props.kicker}</p>`}<h1>${props.title}</h1>${props.lead && html`<p class="lead">${props.lead}</p>`}</div>${props.actions && html`<div class="buttons">${props.actions}</div>`}</div>`;
}

export interface CardProps {
  title?: string | undefined;
  /** Beside the title: a hint, a link, buttons. */
  note?: HtmlValue;
  body: HtmlValue;
  id?: string | undefined;
}

/** A framed part of the page, with an h2 when it has a title. */
export function card(props: CardProps): Html {
  return html`<section class="card" ${attr('id', props.id)}>${props.title && html`<div class="card-head"><h2>${props.title}</h2>${props.note && html`<div class="card-note">${props.note}</div>`}</div>`}<div class="card-body">${props.body}</div></section>`;
}

export interface ChipItem {
  href: string;
  text: string;
  count?: number | undefined;
  current?: boolean | undefined;
}

/** Ways to look at one list; the chosen one is marked. */
export function chips(props: { items: readonly ChipItem[]; label: string }, t: Translate): Html {
  return html`<nav class="chips" aria-label="${props.label}"><ul>${props.items.map((item) => html`<li><a href="${item.href}" ${attr('aria-current', item.current ? 'true' : undefined)}>${item.text}${item.count !== undefined && html` · ${t(m.number, { n: item.count })}`}</a></li>`)}</ul></nav>`;
}

/** Parts of one thing, each at its own address. */
export function tabs(props: { items: readonly ChipItem[]; label: string }, t: Translate): Html {
  return html`<nav class="tabs" aria-label="${props.label}"><ul>${props.items.map((item) => html`<li><a href="${item.href}" ${attr('aria-current', item.current ? 'page' : undefined)}>${item.text}${item.count !== undefined && html` <span class="tab-count">${t(m.number, { n: item.count })}</span>`}</a></li>`)}</ul></nav>`;
}

/** Opens in place, without a script. */
export function details(summary: HtmlValue, body: HtmlValue, open = false): Html {
  return html`<details class="more" ${attr('open', open)}><summary>${summary}</summary><div class="more-body">${body}</div></details>`;
}

/** Nothing here: says so, and what to do next. */
export function emptyState(props: { title: string; text?: HtmlValue; action?: HtmlValue }): Html {
  return html`<div class="empty"><p class="empty-title">${props.title}</p>${props.text && html`<p>${props.text}</p>`}${props.action && html`<div class="buttons">${props.action}</div>`}</div>`;
}

export type NoticeKind = 'success' | 'info' | 'warning' | 'error';

export interface NoticeProps {
  kind: NoticeKind;
  text: HtmlValue;
  title?: string | undefined;
  /** A link or a form: undo, open, try again. */
  action?: HtmlValue;
}

const NOTICE_WORDS = {
  success: m.noticeSuccess,
  info: m.noticeInfo,
  warning: m.noticeWarning,
  error: m.noticeError,
} as const;

/** A sentence that must be seen. Its kind is an icon and a word, not only a colour. */
export function notice(props: NoticeProps, t: Translate): Html {
  const word = props.title
    ? html`<strong class="notice-title">${props.title}</strong> `
    : html`<span class="vh">${t(NOTICE_WORDS[props.kind])}: </span>`;
  return html`<div class="notice notice-${props.kind}" role="${props.kind === 'error' ? 'alert' : 'status'}">${icon(props.kind)}<div class="notice-text">${word}${props.text}</div>${props.action && html`<div class="notice-action">${props.action}</div>`}</div>`;
}

export interface DefinitionItem {
  term: string;
  value: HtmlValue;
}

export function definitionList(items: readonly DefinitionItem[]): Html {
  return html`<dl class="facts">${items.map((item) => html`<div><dt>${item.term}</dt><dd>${item.value}</dd></div>`)}</dl>`;
}

export interface TreeNode {
  text: HtmlValue;
  /** The name in plain text, when `text` is not. */
  label?: string | undefined;
  href?: string | undefined;
  /** After the text: a code, a count, a badge. */
  note?: HtmlValue;
  /** A closed branch still holds its children in the page, so that the browser's search finds them. */
  open?: boolean | undefined;
  current?: boolean | undefined;
  children?: readonly TreeNode[] | undefined;
}

function treeLine(node: TreeNode): Html {
  const text = node.href
    ? html`<a href="${node.href}" ${attr('aria-current', node.current ? 'page' : undefined)}>${node.text}</a>`
    : html`<span>${node.text}</span>`;
  return html`${text}${node.note && html` <span class="tree-note">${node.note}</span>`}`;
}

/** A link must not stand inside a summary, so the arrow that opens a linked branch stands beside its line. */
function branch(node: TreeNode, children: readonly TreeNode[]): Html {
  const open = attr('open', node.open);
  if (!node.href) {
    return html`<li><details ${open}><summary>${treeLine(node)}</summary>${treeList(children)}</details></li>`;
  }
  const name = node.label ?? (typeof node.text === 'string' ? node.text : undefined);
  const said = name === undefined && html`<span class="vh">${node.text}</span>`;
  return html`<li class="branch"><div class="tree-line">${treeLine(node)}</div><details ${open}><summary ${attr('aria-label', name)}>${said}</summary>${treeList(children)}</details></li>`;
}

/** A tree of any depth: units, clauses. */
export function treeList(nodes: readonly TreeNode[]): Html {
  return html`<ul class="tree">${nodes.map((node) =>
    node.children && node.children.length > 0
      ? branch(node, node.children)
      : html`<li class="leaf">${treeLine(node)}</li>`,
  )}</ul>`;
}

/** The clause on the left, its tasks on the right; one above the other on a phone. */
export function clauseWithTasks(props: { clause: HtmlValue; tasks: HtmlValue }): Html {
  return html`<div class="split"><div class="split-clause">${props.clause}</div><div class="split-tasks">${props.tasks}</div></div>`;
}

/** The words of the plan that this screen serves, with their place: II.1.2.b. */
export function helpLine(
  props: { code: string; text: HtmlValue; href?: string | undefined },
  t: Translate,
): Html {
  const code = props.href ? html`<a href="${props.href}">${props.code}</a>` : props.code;
  return html`<p class="help-line"><span class="vh">${t(m.wordsOfThePlan)}: </span><strong>${code}</strong> ${props.text}</p>`;
}

export interface TimelineItem {
  /** Written for people: "24/06/2024 09:05". */
  at: string;
  who?: HtmlValue;
  text: HtmlValue;
  /** Below the line: what changed, a file, a reason. */
  detail?: HtmlValue;
}

/** What happened, in the order given. */
export function timeline(items: readonly TimelineItem[]): Html {
  return html`<ol class="timeline">${items.map((item) => html`<li><p class="timeline-at">${item.at}${item.who && html` · ${item.who}`}</p><p>${item.text}</p>${item.detail && html`<div class="timeline-detail">${item.detail}</div>`}</li>`)}</ol>`;
}

/** A short remark beside a text that is not a state: "ghi sau", "của đơn vị". */
export function tag(text: string): Html {
  return html`<span class="badge tag">${text}</span>`;
}

/** A code to copy or compare: II.1.2.b, 12-QĐ/UBND, a file's hash. */
export function codeText(text: string): Html {
  return html`<code>${text}</code>`;
}

/** Where a unit stands in the tree: "Huyện Ân Thi › UBND xã Bãi Sậy". */
export function unitPath(parts: readonly { text: string; href?: string | undefined }[]): Html {
  return html`<span class="path">${parts.map((part, index) => html`${index > 0 && html`<span class="path-sep"> › </span>`}${part.href ? html`<a href="${part.href}">${part.text}</a>` : part.text}`)}</span>`;
}

/** Steps of one long act; `current` counts from 1. */
export function stepList(
  props: { steps: readonly string[]; current: number; label: string },
  t: Translate,
): Html {
  return html`<ol class="steps" aria-label="${props.label}">${props.steps.map((text, index) => {
    const done = index + 1 < props.current;
    return html`<li ${attr('class', done ? 'done' : undefined)} ${attr('aria-current', index + 1 === props.current ? 'step' : undefined)}>${text}${done && html`<span class="vh"> (${t(m.stepDone)})</span>`}</li>`;
  })}</ol>`;
}

/** How far a long work has come. */
export function progressBar(props: { value: number; max: number; label: string }): Html {
  return html`<div class="progress"><span>${props.label}</span><progress value="${props.value}" max="${props.max}" aria-label="${props.label}"></progress></div>`;
}
