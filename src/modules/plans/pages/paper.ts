import { z } from 'zod';
import { get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { PAPER_FORMATS, paperAnswer } from '../../../kernel/paper/index.ts';
import { visiblePlan } from '../access.ts';
import { planPaper } from '../paper.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { readPlan } from '../queries/read-plan.ts';
import { namesFor } from './parts.ts';
import { nthOf, versionQuery } from './version-parts.ts';

/** `ke-hoach-2024-15-KH-UBND`, or the year alone while the plan has no number. */
function fileNameOf(plan: Plan, version: number): string {
  const number = plan.number?.replace(/[^\p{L}\d]+/gu, '-') ?? 'du-thao';
  return `ke-hoach-${plan.year}-${number}${version > 1 ? `-phien-ban-${version}` : ''}`;
}

/**
 * The plan as a paper of the office, with its annex: whoever sees the plan may take it along. Number, day and signature belong
 * to what was signed: an amended plan is printed as first issued unless a later version is asked for, which says that it is
 * put together.
 */
export const planPaperFile = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/van-ban',
  access: signedIn,
  rate: 'paper',
  query: z.object({
    'dinh-dang': z.enum(PAPER_FORMATS).catch('docx').default('docx'),
    'phien-ban': versionQuery['phien-ban'],
  }),
  async handle(context: RequestContext, { params, query }) {
    const { db } = context;
    const plan = await visiblePlan(context, db, params.id);
    const wanted = query['phien-ban'] ?? (wasIssued(plan) ? 1 : undefined);
    const reading = await readPlan(context, db, plan.id, { version: wanted });
    const { version } = reading.plan;
    const together = version > 1 ? ` (hợp nhất đến sửa đổi lần ${nthOf(version)})` : '';
    const paper = planPaper({
      ...reading,
      // Number and day as corrected, where they had been entered wrongly.
      plan: { ...plan, title: `${reading.plan.title}${together}` },
      directory: (await namesFor(context, plan)).directory,
    });
    return paperAnswer(paper, query['dinh-dang'], fileNameOf(plan, version));
  },
});
