import { html } from '../../../kernel/html.ts';
import { answerPage, anyone, get } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { dataTable, shell } from '../../../ui/index.ts';
import type { WindowState } from '../domain/window.ts';
import { m } from '../messages.ts';
import { windowBadge } from './parts.ts';

/** The order in which `windowOf` decides, with what may be entered then and where it counts. */
const ORDER: readonly (readonly [WindowState, when: Message, counts: Message])[] = [
  ['not_open', m.rule_not_open, m.counts_nothing],
  ['open', m.rule_open, m.counts_this],
  ['closing', m.rule_closing, m.counts_this],
  ['extended', m.rule_extended, m.counts_this],
  ['reopened', m.rule_reopened, m.counts_this],
  ['late', m.rule_late, m.counts_next],
  ['locked', m.rule_locked, m.counts_nothing],
];

const NOTES = [
  m.rule_exclusive,
  m.rule_gap,
  m.rule_extension,
  m.rule_lock,
  m.rule_snapshot,
  m.rule_correction,
];

export const rule = get({
  path: '/quy-tac-ky-bao-cao',
  access: anyone('the rule behind every open and locked period is published'),
  rate: 'page',
  async handle(context) {
    const { t } = context;
    const table = dataTable(
      {
        caption: t(m.rule_title),
        columns: [
          { key: 'state', label: t(m.col_window), primary: true, width: 'fit' },
          { key: 'when', label: t(m.rule_when) },
          { key: 'enter', label: t(m.rule_enter), width: 'fit' },
          { key: 'counts', label: t(m.rule_counts) },
        ],
        rows: ORDER.map(([state, when, counts]) => ({
          cells: [
            windowBadge(context, state),
            t(when),
            t(counts === m.counts_nothing ? m.no : m.yes),
            t(counts),
          ],
        })),
        empty: html``,
      },
      t,
    );
    const main = html`${table}<ul>${NOTES.map((note) => html`<li>${t(note)}</li>`)}</ul>`;
    return answerPage(shell(context, { title: t(m.rule_title), lead: t(m.rule_lead), main }));
  },
});
