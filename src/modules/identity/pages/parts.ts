import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import { errorSummary, notice } from '../../../ui/index.ts';

/** What was typed into a form that was refused, and why; `null` for a form shown for the first time. */
export interface Refused {
  readonly rejected: Rejected;
  /** Which of the page's forms it was. */
  readonly form: string;
}

/** Above the form: each wrong field, or the one sentence when no field alone is wrong. */
export function whatIsWrong(context: RequestContext, error: AppError | undefined): Html {
  if (!error) return html``;
  if (error.fields.length > 0) return errorSummary(error.fields, context.t);
  const { message, remedy } = error.describe(context.lang);
  return notice({ kind: 'error', title: message, text: remedy }, context.t);
}

/** The text typed into a field, or `otherwise` when this form was not refused. */
export function typed(refused: Refused | null, form: string, name: string, otherwise = ''): string {
  if (refused?.form !== form) return otherwise;
  const value = refused.rejected.values[name];
  return typeof value === 'string' ? value : '';
}

/** The texts typed under one name. */
export function typedAll(refused: Refused | null, form: string, name: string): readonly string[] {
  if (refused?.form !== form) return [];
  const value = refused.rejected.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
