import type { AppError, ErrorType, FieldProblem } from '../../../../kernel/errors.ts';
import {
  type Answer,
  answerPage,
  type Rejected,
  type RequestContext,
} from '../../../../kernel/http/route.ts';
import { assignmentErrors } from '../../errors.ts';
import { itemPage } from './page.ts';

/** The page of the item again with what was typed, and each problem at its field. */
export async function showAgain(
  context: RequestContext,
  params: { readonly id: string },
  rejected: Rejected,
): Promise<Answer> {
  const named = rejected.problems.length > 0 ? rejected.problems : [problemAt(rejected.error)];
  return answerPage(
    await itemPage(context, params.id, { typed: { values: rejected.values, problems: named } }),
  );
}

const FIELDS: ReadonlyMap<ErrorType, string> = new Map([
  [assignmentErrors.reason_needed, 'noi_dung'],
  [assignmentErrors.override_end_needed, 'den_ngay'],
  [assignmentErrors.future_day, 'ngay'],
  [assignmentErrors.redo_in_past, 'lam_lai'],
  [assignmentErrors.not_in_unit, 'cho'],
  [assignmentErrors.handed_already, 'cho'],
  [assignmentErrors.mention_unknown, 'noi_dung'],
  [assignmentErrors.mention_hidden, 'noi_dung'],
  [assignmentErrors.mentions_too_many, 'noi_dung'],
]);

/** A refusal of the command, put at the field it speaks of. */
function problemAt(error: AppError): FieldProblem {
  return { field: FIELDS.get(error.type) ?? '', message: error.type, params: error.params };
}
