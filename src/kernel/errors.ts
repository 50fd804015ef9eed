import { type Lang, type Message, type MessageParams, say } from './i18n.ts';

/**
 * An error people can meet. Declared once in a room's `errors.ts`: what is wrong, what to do, and the HTTP status.
 * `docs/errors.md` lists them all; a test holds both sides equal.
 */
export interface ErrorDeclaration extends Message {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** What the person can do about it. */
  readonly remedy: Message;
}

export interface ErrorType extends ErrorDeclaration {
  readonly code: string;
}

export const declaredErrors = new Map<string, ErrorType>();

/** Declares a room's errors; `room` prefixes the stable code: `plans.not_found`. */
export function errors<T extends Record<string, ErrorDeclaration>>(
  room: string,
  set: T,
): { readonly [K in keyof T]: ErrorType } {
  const out: Record<string, ErrorType> = {};
  for (const [name, declaration] of Object.entries(set)) {
    const code = `${room}.${name}`;
    const type = { ...declaration, code };
    declaredErrors.set(code, type);
    out[name] = type;
  }
  return out as { readonly [K in keyof T]: ErrorType };
}

/** What is wrong with one field or cell, for the summary at the top of a form and beside the field. */
export interface FieldProblem {
  readonly field: string;
  readonly message: Message;
  readonly params?: MessageParams;
}

/** The only error a command throws on purpose. Everything else is a defect and answers 500. */
export class AppError extends Error {
  readonly type: ErrorType;
  readonly params: MessageParams;
  readonly fields: readonly FieldProblem[];

  constructor(type: ErrorType, params: MessageParams = {}, fields: readonly FieldProblem[] = []) {
    super(say('en', type, params));
    this.name = 'AppError';
    this.type = type;
    this.params = params;
    this.fields = fields;
  }

  describe(lang: Lang): { message: string; remedy: string } {
    return { message: say(lang, this.type, this.params), remedy: say(lang, this.type.remedy, this.params) };
  }
}

/** Throws `type` unless `condition` holds. */
export function ensure(condition: unknown, type: ErrorType, params?: MessageParams): asserts condition {
  if (!condition) throw new AppError(type, params);
}
