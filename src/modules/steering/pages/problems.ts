import type { FieldProblem } from '../../../kernel/errors.ts';
import type { Rejected } from '../../../kernel/http/route.ts';

/** What is wrong with a form: its fields one by one, or what the command said. */
export function problemsOf({ problems, error }: Rejected): readonly FieldProblem[] {
  return problems.length > 0 ? problems : [{ field: '', message: error.type, params: error.params }];
}
