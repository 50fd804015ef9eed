import { unitsOfPost } from '../../../kernel/authz.ts';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card } from '../../../ui/index.ts';
import { m } from '../messages.ts';
import { scopeOf } from '../policy.ts';
import { findingsOf } from '../queries/findings.ts';
import { inspectionsOf } from '../queries/inspections.ts';
import { rightNow } from '../queries/inspections-sql.ts';
import { findingBadge, inspectionBadge } from './parts.ts';
import { findingHref, inspectionHref } from './reading.ts';

/** Lines on “my work”: more stand in the room itself. */
const SHOWN = 5;

/** Enough to count what waits; nobody reads a larger number. */
const COUNTED = { limit: 200, offset: 0 };

function part({ t }: RequestContext, id: string, title: string, lines: readonly Html[], more: string): Html {
  if (lines.length === 0) return html``;
  const rest =
    lines.length > SHOWN && html`<p><a href="${more}">${t(m.mine_more, { n: lines.length })}</a></p>`;
  const shown = lines.slice(0, SHOWN).map((one) => html`<li>${one}</li>`);
  return card({ title, id, body: html`<ul class="my-lines">${shown}</ul>${rest}` });
}

/** What waits for a person in this room: findings to put right, remedies to verify, inspections to hold or conclude. */
export async function myInspections(context: RequestContext): Promise<Html> {
  const { t, db, actor, today } = context;
  if (!actor.current) return html``;
  const { unitId } = actor.current;
  const own = unitsOfPost(actor.current);
  const scope = scopeOf(actor);
  const moment = rightNow(today);
  const owed = await findingsOf(db, scope, { ownerIds: own, state: 'unclosed' }, moment, COUNTED);
  const claimed = await findingsOf(db, scope, { leadIds: own, state: 'claimed' }, moment, COUNTED);
  const running = await inspectionsOf(db, scope, { leadIds: own, state: 'under_way' }, moment, COUNTED);
  const coming = await inspectionsOf(db, scope, { leadIds: own, state: 'upcoming' }, moment, COUNTED);
  const owedLines = owed
    .filter(({ state }) => state !== 'claimed')
    .map(
      (one) =>
        html`${findingBadge(one.state, t)} <a href="${findingHref(one.id)}">${one.words}</a> · ${t(m.mine_due, { date: formatDate(one.dueOn) })}`,
    );
  const toJudge = claimed
    .filter((one) => !own.includes(one.ownerId))
    .map(
      (one) =>
        html`${findingBadge(one.state, t)} <a href="${findingHref(one.id)}#xac-nhan">${one.words}</a> · ${one.ownerName}`,
    );
  const toHold = [...running, ...coming.toReversed()].map(
    (one) =>
      html`${inspectionBadge(one.state, t)} <a href="${inspectionHref(one.id)}">${one.title}</a> · ${one.ofName} · ${t(m.mine_held, { date: formatDate(one.heldOn) })}`,
  );
  return html`${part(context, 'ton-tai', t(m.mine_owed), owedLines, `/kiem-tra/ton-tai?trang-thai=chua-xong&don-vi=${unitId}`)}${part(context, 'cho-xac-nhan', t(m.mine_to_judge), toJudge, '/kiem-tra/ton-tai?trang-thai=claimed')}${part(context, 'kiem-tra', t(m.mine_to_hold), toHold, '/kiem-tra')}`;
}
