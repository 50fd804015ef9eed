import type { Post } from '../../../kernel/authz.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { linkButton, notice } from '../../../ui/index.ts';
import { isOrphaned } from '../domain/responsible.ts';
import { m } from '../messages-people.ts';
import { mayHand } from '../policy.ts';
import { givenInUnit } from '../queries/given-in-unit.ts';
import type { GivenTo } from '../queries/responsible-sql.ts';
import type { Reading } from './reading.ts';

/** What of a unit's open work one person answers for. */
export interface PersonalWork {
  readonly givenTo: readonly GivenTo[];
  readonly count: number;
  /** Names of those for whom the person stands in. */
  readonly insteadOf: readonly string[];
  /** How many wait to be handed on again by this person; 0 for who may not. */
  readonly again: number;
}

/** What the person answers for today in the unit of their post: by name, by title, for somebody away or gone. */
export async function personalWork(
  context: RequestContext,
  reading: Reading,
  post: Post,
): Promise<PersonalWork> {
  const { actor, db } = context;
  const given = await givenInUnit(db, post.unitId, reading.day);
  const own = given.filter(
    (one) => one.holder.personId === actor.personId && (one.personId !== null || one.title !== null),
  );
  const again = given.filter(
    (one) =>
      isOrphaned(one.holder, one) &&
      mayHand(actor, { lineage: post.lineage, answeredBy: one.holder.personId }),
  );
  const sum = (groups: readonly { readonly count: number }[]): number =>
    groups.reduce((total, one) => total + one.count, 0);
  return {
    givenTo: own,
    count: sum(own),
    insteadOf: [...new Set(own.flatMap((one) => one.holder.passed.map(({ name }) => name)))],
    again: sum(again),
  };
}

/** Says whose work is among one's own. Empty when it is all one's own. */
export function forWhom(context: RequestContext, { insteadOf }: PersonalWork): Html {
  if (insteadOf.length === 0) return html``;
  return notice({ kind: 'info', text: context.t(m.for_whom, { who: insteadOf.join(', ') }) }, context.t);
}

/** Work whose person or title is gone waits for whoever may hand it on again. */
export function againNotice(
  context: RequestContext,
  reading: Reading,
  post: Post,
  { again: n }: PersonalWork,
): Html {
  const { t } = context;
  if (n === 0 || reading.day.asOf !== null) return html``;
  const href = `/giao-viec?don-vi=${post.unitId}&xem=giao-lai`;
  const action = linkButton({ href, text: t(m.again_open), small: true });
  return notice({ kind: 'warning', text: t(m.again_waiting, { n }), action }, t);
}
