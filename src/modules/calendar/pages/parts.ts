import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { errorSummary, notice } from '../../../ui/index.ts';

/** Above a form: each wrong field, or the one sentence when no field alone is wrong. */
export function whatIsWrong(context: RequestContext, error: AppError | undefined): Html {
  if (!error) return html``;
  if (error.fields.length > 0) return errorSummary(error.fields, context.t);
  const { message, remedy } = error.describe(context.lang);
  return notice({ kind: 'error', title: message, text: remedy }, context.t);
}
