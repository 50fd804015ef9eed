import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { dataTable, shell } from '../../../ui/index.ts';
import { PLACE_KINDS } from '../domain/declaration.ts';
import { ENOUGH } from '../domain/enough-proof.ts';
import { ONE_IS_ENOUGH } from '../domain/facts.ts';
import { TEST_REASONS, TRIED } from '../domain/state.ts';
import { disclosureLimits } from '../limits.ts';
import { answerNames, proofNames, r, reasonWords, stateRules } from '../messages-rule.ts';
import { placeKindNames, stateNames } from '../messages-words.ts';

/** The rules behind states, tests and proof, in words made from the declarations that decide them. */
export const rule = get({
  path: '/quy-tac-cong-khai',
  access: anyone('the rule behind every state of disclosure is published'),
  rate: 'page',
  async handle(context) {
    const { t } = context;
    const main = html`${states(context)}<h2>${t(r.tests)}</h2><p>${t(r.tests_lead)}</p>${tests(context)}
      <h2>${t(r.enough)}</h2>${enough(context)}<h2>${t(r.other)}</h2>${others(context)}`;
    return answerPage(shell(context, { title: t(r.title), lead: t(r.lead), main }));
  },
});

function states({ t }: RequestContext): Html {
  return dataTable(
    {
      caption: t(r.states),
      columns: [
        { key: 'state', label: t(r.col_state), primary: true },
        { key: 'when', label: t(r.col_when) },
      ],
      rows: TRIED.map((state) => ({ cells: [t(stateNames[state]), t(stateRules[state])] })),
      empty: html``,
    },
    t,
  );
}

function tests({ t }: RequestContext): Html {
  const rows = (['time', 'content', 'place'] as const).flatMap((test) =>
    TEST_REASONS[test].map(([reason, answers]) => ({
      cells: [
        t(r[test]),
        t(reasonWords[reason]),
        answers.map((answer) => t(answerNames[answer])).join(' → '),
      ],
    })),
  );
  return dataTable(
    {
      caption: t(r.tests),
      columns: [
        { key: 'test', label: t(r.col_test), primary: true },
        { key: 'reason', label: t(r.col_reason) },
        { key: 'answer', label: t(r.col_answer) },
      ],
      rows,
      empty: html``,
    },
    t,
  );
}

function enough({ t }: RequestContext): Html {
  return dataTable(
    {
      caption: t(r.enough),
      columns: [
        { key: 'place', label: t(r.col_place), primary: true },
        { key: 'enough', label: t(r.col_enough) },
      ],
      rows: PLACE_KINDS.map((kind) => ({
        cells: [
          t(placeKindNames[kind]),
          html`<ul>${ENOUGH[kind].map((set) => html`<li>${set.map((part) => t(proofNames[part])).reduce((a, b) => t(r.and, { a, b }))}</li>`)}</ul>`,
        ],
      })),
      empty: html``,
    },
    t,
  );
}

function others({ t }: RequestContext): Html {
  const said = (message: Message, params: Record<string, string | number> = {}): Html =>
    html`<li>${t(message, params)}</li>`;
  const kinds = ONE_IS_ENOUGH.map((kind) => t(placeKindNames[kind])).join('; ');
  return html`<ul>${said(r.rule_count)}${said(r.rule_law)}${said(r.rule_places, { kinds })}${said(r.rule_claim)}${said(
    r.rule_check,
    { n: disclosureLimits.check_working_days },
  )}${said(r.rule_soon, { n: disclosureLimits.soon_working_days })}</ul>`;
}
