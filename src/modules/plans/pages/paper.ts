import { z } from 'zod';
import { get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { PAPER_FORMATS, paperAnswer } from '../../../kernel/paper/index.ts';
import { visiblePlan } from '../access.ts';
import { planPaper } from '../paper.ts';
import type { Plan } from '../plan.ts';
import { loadClauses } from '../store/clauses.ts';
import { loadBases, loadRecipients } from '../store/plans.ts';
import { selectTasks } from '../store/tasks.ts';
import { namesFor } from './parts.ts';

/** `ke-hoach-2024-15-KH-UBND`, or the year alone while the plan has no number. */
function fileNameOf(plan: Plan): string {
  const number = plan.number?.replace(/[^\p{L}\d]+/gu, '-') ?? 'du-thao';
  return `ke-hoach-${plan.year}-${number}`;
}

/** The plan as a paper of the office, with its annex: whoever sees the plan may take it along. */
export const planPaperFile = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/van-ban',
  access: signedIn,
  rate: 'paper',
  query: z.object({ 'dinh-dang': z.enum(PAPER_FORMATS).catch('docx').default('docx') }),
  async handle(context: RequestContext, { params, query }) {
    const { db } = context;
    const plan = await visiblePlan(context, db, params.id);
    const paper = planPaper({
      plan,
      bases: await loadBases(db, plan.id),
      recipients: await loadRecipients(db, plan.id),
      clauses: await loadClauses(db, plan.id),
      tasks: await selectTasks(db, plan.id),
      directory: (await namesFor(context, plan)).directory,
    });
    return paperAnswer(paper, query['dinh-dang'], fileNameOf(plan));
  },
});
