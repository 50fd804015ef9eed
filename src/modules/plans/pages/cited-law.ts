import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { lawInForce } from '../law.ts';
import { lm } from '../law-messages.ts';
import type { Plan, PlanBasis, PlanClause } from '../plan.ts';
import type { PlanTask } from '../task.ts';
import { lawNotice } from './law-notice.ts';
import { clauseHref } from './parts.ts';

interface Citing {
  readonly plan: Pick<Plan, 'id' | 'issuedOn'>;
  readonly bases: readonly PlanBasis[];
  readonly clauses: readonly PlanClause[];
  readonly tasks: readonly PlanTask[];
}

/** Documents cited in bases, clauses and tasks that are out of force on the day of issue, or today for a draft. */
export function citedLaw({ plan, bases, clauses, tasks }: Citing, context: RequestContext): Html {
  const { t } = context;
  const passages = [
    ...bases.map(({ citation }) => ({ path: '', text: citation })),
    ...clauses.map(({ path, body }) => ({ path, text: body })),
    ...tasks.map(({ code, words }) => ({ path: t(lm.annex, { code }), text: words })),
  ];
  const known = new Set(clauses.map((clause) => clause.path));
  return lawNotice(context, lawInForce(passages, plan.issuedOn ?? context.today), (path) =>
    known.has(path) ? html`<a href="${clauseHref(plan.id, path)}">${path}</a>` : path || t(lm.head),
  );
}
