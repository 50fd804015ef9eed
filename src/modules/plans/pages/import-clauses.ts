import { type Html, html } from '../../../kernel/html.ts';
import {
  button,
  buttonRow,
  card,
  codeText,
  csrfInput,
  dataTable,
  definitionList,
  details,
  emptyState,
  severityBadge,
  type TreeNode,
  treeList,
} from '../../../ui/index.ts';
import type { Clause } from '../domain/clauses.ts';
import { im } from '../import-messages.ts';
import type { SpellingCase } from '../import-reading.ts';
import { m } from '../messages.ts';
import type { PreviewProps } from './import-page.ts';
import { contentName } from './parts.ts';

/** What was read of the body: head, slips to decide about, and the tree of clauses. */
export function clausesView(props: PreviewProps): Html {
  const { context, preview } = props;
  const { t } = context;
  const { body, clauses } = preview.reading;
  if (!body) return emptyState({ title: t(im.noBody) });
  return html`${spellingTable(props)}${bodyProblems(props)}${card({ title: t(im.headFound), body: headFacts(props) })}${card({ title: t(im.clauseTree), body: treeList(nodesUnder(clauses, null, props)) })}`;
}

/** Everything the reader of the body noticed but the slips, which have a table of their own. */
function bodyProblems(props: PreviewProps): Html {
  const { t, lang } = props.context;
  const hints = (props.preview.reading.body?.hints ?? []).filter((one) => one.code !== 'spelling_suspect');
  if (hints.length === 0) return html``;
  const lines = hints.map(
    (one) =>
      html`<li>${severityBadge(one.severity, t)} ${one.message[lang]} ${one.cell && codeText(one.cell)}</li>`,
  );
  return details(`${t(im.bodyProblems)} (${hints.length})`, html`<ul class="plain">${lines}</ul>`);
}

function headFacts(props: PreviewProps): Html {
  const { context, preview } = props;
  const { t } = context;
  const { body } = preview.reading;
  if (!body) return html``;
  const { head, tail } = body;
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  const bases = head.legalBases.map((basis) => `${basis.kind} ${basis.number}`);
  return definitionList([
    ...(head.title === null ? [] : [{ term: t(im.headTitle), value: head.title }]),
    ...(head.number === null ? [] : [{ term: t(im.headNumber), value: head.number }]),
    ...(bases.length === 0 ? [] : [{ term: t(m.bases), value: list(bases) }]),
    ...(tail.recipients.length === 0
      ? []
      : [{ term: t(m.recipients), value: list(tail.recipients.map((recipient) => recipient.text)) }]),
  ]);
}

function nodesUnder(clauses: readonly Clause[], parent: string | null, props: PreviewProps): TreeNode[] {
  const children = Map.groupBy(clauses, (clause) => clause.parentPath ?? '');
  const nodeOf = (clause: Clause): TreeNode => ({
    text: html`<strong>${clause.label}</strong> ${clause.title}`,
    label: `${clause.label} ${clause.title}`,
    note: html`${codeText(clause.path)}${clause.dimension !== null && clause.kind === 'subsection' && html` ${contentName(clause.dimension, props.context)}`}`,
    open: clause.kind === 'part' || clause.kind === 'section',
    children: (children.get(clause.path) ?? []).map(nodeOf),
  });
  return (children.get(parent ?? '') ?? []).map(nodeOf);
}

function suspectInputs(cases: readonly SpellingCase[]): Html {
  return html`${cases.map(({ path, written, suggestion }) => html`<input type="hidden" name="path" value="${path}"><input type="hidden" name="written" value="${written}"><input type="hidden" name="suggestion" value="${suggestion}">`)}`;
}

function decide(props: PreviewProps, cases: readonly SpellingCase[], buttons: Html): Html {
  const { context, base } = props;
  return html`<form method="post" action="${base}/chinh-ta">${csrfInput(context.csrf)}${suspectInputs(cases)}${buttons}</form>`;
}

/** A few words around the place, as they stand in the text. */
function around(clause: Clause | undefined, written: string): Html {
  const text = clause?.text ?? '';
  const at = text.indexOf(written);
  if (at < 0) return html`<mark>${written}</mark>`;
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at + written.length, at + written.length + 40);
  return html`…${before}<mark>${written}</mark>${after}…`;
}

function spellingTable(props: PreviewProps): Html {
  const { context, preview } = props;
  const { t } = context;
  const { spelling, body } = preview.reading;
  if (spelling.length === 0) return html``;
  const clauses = new Map(body?.clauses.map((clause) => [clause.path, clause]));
  const open = spelling.filter((one) => one.decision === 'open');
  const all =
    open.length > 1 &&
    decide(
      props,
      open,
      buttonRow(
        button({ text: t(im.applyAll, { n: open.length }), name: 'decision', value: 'apply', small: true }),
        button({ text: t(im.ignoreAll), name: 'decision', value: 'ignore', small: true }),
      ),
    );
  const decision = (one: SpellingCase): Html => {
    const about = `${one.path}: ${one.written}`;
    const choice = (value: string, text: string) =>
      button({ text, name: 'decision', value, small: true, about });
    if (one.decision !== 'open')
      return html`${t(one.decision === 'apply' ? im.applied : im.ignored)} ${decide(props, [one], choice('open', t(im.undo)))}`;
    return decide(props, [one], buttonRow(choice('apply', t(im.apply)), choice('ignore', t(im.ignore))));
  };
  const table = dataTable(
    {
      caption: t(im.spelling),
      captionVisible: true,
      note: t(im.spellingHint),
      columns: [
        { key: 'clause', label: t(im.clause), width: 'fit' },
        { key: 'written', label: t(im.written), primary: true },
        { key: 'maybe', label: t(im.maybe), width: 'fit' },
        { key: 'decide', label: t(im.decide), phone: 'bare' },
      ],
      rows: spelling.map((one) => ({
        cells: [
          codeText(one.path),
          around(clauses.get(one.path), one.written),
          one.suggestion,
          decision(one),
        ],
      })),
      empty: html``,
    },
    t,
  );
  return html`${table}${all}`;
}
