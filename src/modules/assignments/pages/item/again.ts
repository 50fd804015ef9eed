import type { AppError, ErrorType, FieldProblem } from '../../../../kernel/errors.ts';
import {
  type Answer,
  answerPage,
  type Rejected,
  type RequestContext,
} from '../../../../kernel/http/route.ts';
import { evidenceErrors } from '../../../evidence/index.ts';
import { assignmentErrors } from '../../errors.ts';
import { itemPage } from './page.ts';

/** The page of the item again with what was typed, and each problem at its field. */
export async function showAgain(
  context: RequestContext,
  params: { readonly id: string },
  rejected: Rejected,
): Promise<Answer> {
  const problems = rejected.problems.length > 0 ? rejected.problems : [problemAt(rejected.error)];
  const named = problems.map((one) => ({ ...one, field: EVIDENCE_FIELDS[one.field] ?? one.field }));
  return answerPage(
    await itemPage(context, params.id, { typed: { values: rejected.values, problems: named } }),
  );
}

/** Where evidence of a kind of product is sent that a claim lacks (commands/enough-evidence.ts). */
const EVIDENCE_FIELDS: Readonly<Record<string, string>> = {
  'evidence.document': 'tep',
  'evidence.posting': 'anh',
  'evidence.meeting': 'anh',
  'evidence.activity': 'anh',
  'evidence.figure': 'so_luong',
};

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
  [evidenceErrors.reason_needed, 'ly_do'],
  [evidenceErrors.nothing_sent, 'anh'],
]);

/** A refusal of the command, put at the field it speaks of. */
function problemAt(error: AppError): FieldProblem {
  return { field: FIELDS.get(error.type) ?? '', message: error.type, params: error.params };
}
