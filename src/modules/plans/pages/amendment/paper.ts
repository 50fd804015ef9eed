import { z } from 'zod';
import { AppError } from '../../../../kernel/errors.ts';
import { get, signedIn } from '../../../../kernel/http/route.ts';
import { PAPER_FORMATS, paperAnswer } from '../../../../kernel/paper/index.ts';
import { visiblePlan } from '../../access.ts';
import { amendmentErrors } from '../../errors-amendment.ts';
import { amendmentPaper } from '../../paper-amendment.ts';
import { mayIssue } from '../../policy.ts';
import { amendmentAt, changesOf } from '../../store/amendments.ts';
import { loadRecipients } from '../../store/plans.ts';
import { namesOfBoth } from './view.ts';

/** An amendment as a paper of the office; a draft only for those who write or sign it. */
export const amendmentPaperFile = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/:version{[0-9]{1,3}}/van-ban',
  access: signedIn,
  rate: 'paper',
  query: z.object({ 'dinh-dang': z.enum(PAPER_FORMATS).catch('docx').default('docx') }),
  async handle(context, { params, query }) {
    const { db, actor, today } = context;
    const plan = await visiblePlan(context, db, params.id);
    const amendment = await amendmentAt(db, plan.id, Number(params.version));
    if (!amendment || (amendment.state === 'draft' && !mayIssue(actor, plan)))
      throw new AppError(amendmentErrors.version_not_found);
    const paper = amendmentPaper({
      plan,
      amendment,
      changes: await changesOf(db, amendment.id),
      recipients: await loadRecipients(db, plan.id),
      names: await namesOfBoth(context, plan, amendment.issuedOn ?? today),
    });
    const number = amendment.number?.replace(/[^\p{L}\d]+/gu, '-') ?? 'du-thao';
    return paperAnswer(paper, query['dinh-dang'], `sua-doi-ke-hoach-${plan.year}-${number}`);
  },
});
