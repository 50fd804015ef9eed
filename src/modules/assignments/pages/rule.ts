import { html } from '../../../kernel/html.ts';
import { answerPage, anyone, get } from '../../../kernel/http/route.ts';
import { dataTable, emptyState, shell, stateBadge } from '../../../ui/index.ts';
import { evidenceRules } from '../../evidence/index.ts';
import type { State } from '../domain/state.ts';
import { m } from '../messages.ts';
import { m as em } from '../messages-evidence.ts';

/** The order in which `stateOf` decides. */
const ORDER = [
  'not_applicable',
  'accepted_late',
  'accepted',
  'claimed',
  'overdue',
  'returned',
  'due_soon',
  'in_progress',
  'not_started',
] as const satisfies readonly State[];

export const rule = get({
  path: '/quy-tac-trang-thai',
  access: anyone('the rule behind every colour is published (product, rule 6)'),
  rate: 'page',
  async handle(context) {
    const { t } = context;
    const table = dataTable(
      {
        caption: t(m.rule_title),
        columns: [
          { key: 'state', label: t(m.col_state), primary: true, width: 'fit' },
          { key: 'when', label: t(m.rule_when) },
        ],
        rows: ORDER.map((state) => ({ cells: [stateBadge(state, t), t(m[`rule_${state}`])] })),
        empty: emptyState({ title: t(m.nothing_here) }),
      },
      t,
    );
    const enough = html`<h2>${t(em.rule_title)}</h2><p>${t(em.rule_lead)}</p>${dataTable(
      {
        caption: t(em.rule_title),
        columns: [
          { key: 'product', label: t(em.rule_product), primary: true, width: 'fit' },
          { key: 'enough', label: t(em.rule_enough) },
        ],
        rows: evidenceRules().map(({ name, enough: any }) => ({ cells: [t(name), t(any)] })),
        empty: emptyState({ title: t(m.nothing_here) }),
      },
      t,
    )}`;
    const main = html`${table}<ul>${[m.rule_override, m.rule_clocks, m.rule_as_of].map((words) => html`<li>${t(words)}</li>`)}</ul>`;
    return answerPage(
      shell(context, { title: t(m.rule_title), lead: t(m.rule_lead), main: html`${main}${enough}` }),
    );
  },
});
