import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, definitionList } from '../../../../ui/index.ts';
import type { ItemState, TestResult } from '../../domain/state.ts';
import { m } from '../../messages-item.ts';
import type { ItemDetail } from '../../queries/item-detail.ts';
import { answerBadge } from '../state-badge.ts';

const NOT_ASKED: readonly ItemState[] = ['nil', 'exempt', 'withdrawn'];

/** The three tests, each with its answer, why, and the places that it is about. */
export function testsCard(context: RequestContext, { state, tests, facts }: ItemDetail): Html {
  const { t } = context;
  if (NOT_ASKED.includes(state))
    return card({ title: t(m.tests), body: html`<p class="hint">${t(m.tests_none)}</p>` });
  const names = new Map(facts.places.map(({ placeId, name }) => [placeId, name]));
  const line = (term: string, { answer, reason, placeIds }: TestResult) => {
    const shown = answer === 'yes' ? [] : placeIds.map((id) => names.get(id) ?? '').filter(Boolean);
    const where = shown.length > 0 && html`<span class="line-sub">${shown.join('; ')}</span>`;
    return { term, value: html`${answerBadge(answer, t)} ${t(m[`reason_${reason}`])}${where}` };
  };
  return card({
    title: t(m.tests),
    note: t(m.tests_note),
    id: 'ba-dung',
    body: definitionList([
      line(t(m.test_time), tests.time),
      line(t(m.test_content), tests.content),
      line(t(m.test_place), tests.place),
    ]),
  });
}
