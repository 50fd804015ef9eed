import { parseVietnameseDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import type { OptionGroup } from '../../../ui/index.ts';
import { CONTENTS, SUB_DIMENSIONS, subDimension } from '../../papi/index.ts';
import { p } from '../messages-practices.ts';

/** "2.3. Công khai thu, chi ngân sách": a part of the edition in force. */
export function partName(code: string, { lang }: Pick<RequestContext, 'lang'>): string {
  const part = subDimension(code);
  return part ? `${code}. ${part[lang]}` : code;
}

/** The parts of the edition in force, under their contents, to choose from. */
export function partOptions({ lang }: Pick<RequestContext, 'lang'>): readonly OptionGroup[] {
  return CONTENTS.slice(1).map((content) => ({
    label: `${content.number}. ${content[lang]}`,
    options: SUB_DIMENSIONS.filter(({ dimension }) => dimension === content.number).map((part) => ({
      value: part.code,
      text: `${part.code}. ${part[lang]}`,
    })),
  }));
}

function refuse(field: string, message: Message): never {
  throw new AppError(kernelErrors.invalid_input, {}, [{ field, message }]);
}

/** A number as people type it: 85,5 or 1.234,5; `null` for an empty field. */
export function typedNumber(typed: string, field: string): number | null {
  const text = typed.trim().replace(/\s+/g, '');
  if (text === '') return null;
  const isGrouped = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text);
  const plain = (isGrouped ? text.replaceAll('.', '') : text).replace(',', '.');
  const value = Number(plain);
  return /^-?\d+(?:\.\d+)?$/.test(plain) && Number.isFinite(value)
    ? value
    : refuse(field, p.number_unreadable);
}

/** A day as people type it. */
export function typedDay(typed: string, field: string) {
  return parseVietnameseDate(typed) ?? refuse(field, p.date_unreadable);
}
