import { z } from 'zod';
import { type CalendarDate, formatDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected } from '../../../kernel/http/route.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import { errorSummary, notice, type Option, problemOf } from '../../../ui/index.ts';
import { kindLabels, UNIT_KINDS } from '../domain/kinds.ts';
import type { Unit } from '../domain/unit.ts';
import { inputMessages } from '../messages.ts';

/** `?as_of=2024-06-24` or `24/06/2024`; today when absent. */
export const asOfQuery = z
  .string()
  .transform((text, context): CalendarDate => {
    const date = parseVietnameseDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', params: { message: inputMessages.dateUnreadable } });
    return z.NEVER;
  })
  .optional();

/** The page where a unit that stands today shows its work; a unit that is gone shows its facts. */
export function unitHref(
  unit: { readonly id: string; readonly validTo: CalendarDate | null; readonly validFrom: CalendarDate },
  today: CalendarDate,
): string {
  const stands = unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo);
  return stands ? `/don-vi/${unit.id}` : factsHref(unit.id);
}

export function factsHref(id: string, asOf?: CalendarDate): string {
  return `/don-vi/${id}/thong-tin${asOf === undefined ? '' : `?as_of=${asOf}`}`;
}

export function dateOrEmpty(date: CalendarDate | null | undefined): string {
  return date ? formatDate(date) : '';
}

export function kindOptions(t: Translate, empty: string): Option[] {
  return [
    { value: '', text: empty },
    ...UNIT_KINDS.map((kind) => ({ value: kind, text: t(kindLabels[kind]) })),
  ];
}

/** Units that may stand above another: villages have nothing below them. Indented by depth. */
export function parentOptions(tree: readonly Unit[], none: string, except?: string): Option[] {
  return [
    { value: '', text: none },
    ...tree
      .filter((unit) => unit.kind !== 'thon' && (except === undefined || !unit.lineage.includes(except)))
      .map((unit) => ({ value: unit.id, text: `${'– '.repeat(unit.lineage.length - 1)}${unit.name}` })),
  ];
}

/** A form as it is shown: what stands in each field, and what was wrong with it. */
export class FormState {
  readonly #values: Readonly<Record<string, string | readonly string[]>>;
  readonly #rejected: Rejected | undefined;
  readonly #t: Translate;

  constructor(
    t: Translate,
    values: Readonly<Record<string, string | readonly string[]>>,
    rejected: Rejected | undefined,
  ) {
    this.#t = t;
    this.#values = rejected?.values ?? values;
    this.#rejected = rejected;
  }

  text(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  }

  all(name: string): readonly string[] {
    const value = this.#values[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  }

  error(name: string): string | undefined {
    return problemOf(this.#rejected?.problems, name, this.#t);
  }

  /** Above the form: every field that is wrong, or the sentence of the command that refused. */
  summary(lang: 'vi' | 'en'): Html {
    if (!this.#rejected) return html``;
    if (this.#rejected.problems.length > 0) return errorSummary(this.#rejected.problems, this.#t);
    return refusal(this.#rejected.error, lang, this.#t);
  }
}

function refusal(error: AppError, lang: 'vi' | 'en', t: Translate): Html {
  const { message, remedy } = error.describe(lang);
  return notice({ kind: 'error', text: html`${message} ${remedy}` }, t);
}
