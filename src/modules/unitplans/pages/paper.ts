import { z } from 'zod';
import { ensure } from '../../../kernel/errors.ts';
import { get, signedIn } from '../../../kernel/http/route.ts';
import { PAPER_FORMATS, paperAnswer } from '../../../kernel/paper/index.ts';
import { readingOf } from '../../assignments/index.ts';
import { unitById } from '../../units/index.ts';
import type { UnitPlanContent } from '../domain/content.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanPaper } from '../paper.ts';
import { contentShown } from './content-of.ts';
import { UNIT_PLAN_PATH, visibleUnitPlan } from './parts.ts';

/** `ke-hoach-don-vi-12-KH-UBND`, or that it is a draft. */
function fileNameOf({ signed }: UnitPlanContent): string {
  const number = signed?.number.replace(/[^\p{L}\d]+/gu, '-') ?? 'du-thao';
  return `ke-hoach-don-vi-${number}`;
}

/** The unit plan as a paper: a version as issued, or the draft, which says that it is one. */
export const paperFile = get({
  path: `${UNIT_PLAN_PATH}/van-ban`,
  access: signedIn,
  rate: 'paper',
  query: z.object({
    'dinh-dang': z.enum(PAPER_FORMATS).catch('docx').default('docx'),
    ban: z
      .union([z.literal('du-thao'), z.coerce.number().int().min(1).max(1000)])
      .optional()
      .catch(undefined),
  }),
  async handle(context, { params, query }) {
    const { db } = context;
    const reading = await readingOf(context);
    const unitPlan = await visibleUnitPlan(context, reading, params.id);
    const shown = await contentShown(context, reading, unitPlan, query.ban);
    ensure(shown, unitPlanErrors.not_found);
    const day = shown.content.signed?.issuedOn ?? context.today;
    const unit = await unitById(db, unitPlan.unitId, day);
    const above = unit?.parentId == null ? undefined : await unitById(db, unit.parentId, day);
    const superior = unit?.kind === 'ubnd' ? null : (above?.name ?? null);
    const paper = unitPlanPaper(shown.content, { superior });
    return paperAnswer(paper, query['dinh-dang'], fileNameOf(shown.content));
  },
});
