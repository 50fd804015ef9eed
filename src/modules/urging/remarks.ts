import { formatDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Remark, WorkAct } from '../assignments/index.ts';
import { m } from './messages.ts';
import { mayUrgeSomething } from './policy.ts';
import { urgingsOf } from './queries/urgings-of.ts';

/** What the history of a piece of work tells of its urgings. */
export async function urgingRemarks(db: Db, assignmentId: string, until: Date | null): Promise<Remark[]> {
  const urgings = await urgingsOf(db, [assignmentId], until);
  return urgings.map((urging) => ({
    at: urging.madeAt,
    who: [urging.personName, urging.fromName].filter(Boolean).join(', '),
    words: urging.isRequest ? m.remark_request : urging.asks === 'do' ? m.remark_do : m.remark_answer,
    params: { subject: urging.subject },
    detail: { words: m.answer_by_day, params: { date: formatDate(urging.answerBy) } },
  }));
}

/** The button that pages of work show to whoever may urge. */
export const urgeAct: WorkAct = {
  text: m.title,
  path: '/don-doc/tao',
  offered: (actor) => mayUrgeSomething(actor, null),
};
