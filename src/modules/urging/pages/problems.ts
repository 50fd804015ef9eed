import type { ErrorType, FieldProblem } from '../../../kernel/errors.ts';
import type { Rejected } from '../../../kernel/http/route.ts';
import { urgingErrors } from '../errors.ts';

/** Which field of the form a refusal of a command speaks of. */
const FIELDS = new Map<ErrorType, string>([
  [urgingErrors.words_needed, 'noi_dung'],
  [urgingErrors.request_words_needed, 'loi_de_nghi'],
  [urgingErrors.answer_day_past, 'den_ngay'],
]);

/** The refusal of a command as a line of the form's summary. */
export function commandProblem({ error }: Pick<Rejected, 'error'>): FieldProblem {
  return { field: FIELDS.get(error.type) ?? '', message: error.type, params: error.params };
}

/** What is wrong with a form: its fields one by one, or what the command said. */
export function problemsOf(rejected: Rejected): readonly FieldProblem[] {
  return rejected.problems.length > 0 ? rejected.problems : [commandProblem(rejected)];
}
