import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card } from '../../../ui/index.ts';
import { placeIn, unitsOfDay } from '../../units/index.ts';
import { steeringLimits } from '../limits.ts';
import { askStateNames } from '../messages.ts';
import { ma } from '../messages-ask.ts';
import { mayAnswer, mayDecide, mayJudge } from '../policy.ts';
import { type Ask, asksOf } from '../queries/asks.ts';
import { ASKS } from './ask/table.ts';
import { askTopic } from './ask/words.ts';

/** Requests that wait for this person: to be explained by their unit, or to be considered by who asked. */
export async function mySteering(context: RequestContext): Promise<Html> {
  const { t, db, actor, today } = context;
  if (!actor.current) return html``;
  const units = await unitsOfDay(db, today);
  const open = await asksOf(db, actor, { units, day: today, before: null, onlyOpen: true });
  const waits = ({ unitId, state, said }: Ask): boolean => {
    const unit = placeIn(units, unitId);
    return state === 'answered' ? mayDecide(actor, unit) && mayJudge(actor, said) : mayAnswer(actor, unit);
  };
  const mine = open.filter(waits);
  if (mine.length === 0) return html``;
  const lines = mine.slice(0, steeringLimits.mine_shown).map((ask) => {
    const said = { state: t(askStateNames[ask.state]), date: formatDate(ask.dueOn) };
    return html`<li><a href="${ASKS}/${ask.id}">${t(ma.mine_line, { topic: askTopic(context, units, ask), ...said })}</a></li>`;
  });
  return card({ title: t(ma.mine), id: 'giai-trinh', body: html`<ul class="my-lines">${lines}</ul>` });
}
