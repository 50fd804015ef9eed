import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import type { ErrorType, FieldProblem } from '../../../kernel/errors.ts';
import type { Rejected } from '../../../kernel/http/route.ts';
import { only } from '../../../kernel/http/route.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import { problemOf } from '../../../ui/index.ts';
import { type DeadlineExpression, parseExpression } from '../../calendar/index.ts';
import { periodErrors } from '../errors.ts';
import { f } from '../messages-forms.ts';
import { mayManage } from '../policy.ts';

export const managers = only('administrator or standing agency of the whole', mayManage);

/** A day typed dd/mm/yyyy; an empty one is refused. */
export const dayTyped = z
  .string()
  .trim()
  .min(1)
  .transform((typed, check): CalendarDate => {
    const day = parseVietnameseDate(typed);
    if (day) return day;
    check.addIssue({ code: 'custom', params: { message: f.bad_day } });
    return z.NEVER;
  });

/** The same, where an empty one stands for what is usual. */
export const optionalDay = z
  .string()
  .trim()
  .default('')
  .transform((typed, check): CalendarDate | null => {
    if (typed === '') return null;
    const day = parseVietnameseDate(typed);
    if (day) return day;
    check.addIssue({ code: 'custom', params: { message: f.bad_day } });
    return z.NEVER;
  });

/** A deadline as people write it: “trước ngày 05/07/2024”. */
export const expressionTyped = z
  .string()
  .trim()
  .min(1)
  .transform((typed, check): DeadlineExpression => {
    const parsed = parseExpression(typed);
    if (parsed.ok) return parsed.expression;
    check.addIssue({ code: 'custom', params: { message: parsed.problem.message } });
    return z.NEVER;
  });

export const reasonTyped = z.string().trim().min(1).max(2000);

/** What a form shows: what was typed if it was refused, and what is wrong with each field. */
export interface Typed {
  readonly problems: readonly FieldProblem[];
  /** The value of a field: as typed, or else `otherwise`. */
  value(name: string, otherwise?: string): string;
  /** The values of a field that is sent once for each choice. */
  values(name: string, otherwise: readonly string[]): readonly string[];
  /** Name, value and error of a field. */
  of(
    name: string,
    otherwise?: string,
  ): { readonly name: string; readonly value: string; readonly error: string | undefined };
}

/** Which field a refusal of a command speaks of. */
const FIELDS = new Map<ErrorType, string>([
  [periodErrors.extension_day, 'den_ngay'],
  [periodErrors.extension_past, 'den_ngay'],
  [periodErrors.reopening_day, 'den_ngay'],
  [periodErrors.refusal_needs_reason, 'ly_do'],
  [periodErrors.days_fixed, 'tu'],
]);

function problemsOf(rejected: Rejected): readonly FieldProblem[] {
  if (rejected.problems.length > 0) return rejected.problems;
  const { type, params } = rejected.error;
  return [{ field: FIELDS.get(type) ?? '', message: type, params }];
}

export function typedIn(rejected: Rejected | undefined, t: Translate): Typed {
  const problems = rejected ? problemsOf(rejected) : [];
  const value = (name: string, otherwise = ''): string => {
    const typed = rejected?.values[name];
    return typeof typed === 'string' ? typed : otherwise;
  };
  const values = (name: string, otherwise: readonly string[]): readonly string[] => {
    if (rejected === undefined) return otherwise;
    const typed = rejected.values[name] ?? [];
    return typeof typed === 'string' ? [typed] : typed;
  };
  return {
    problems,
    value,
    values,
    of: (name, otherwise) => ({ name, value: value(name, otherwise), error: problemOf(problems, name, t) }),
  };
}
