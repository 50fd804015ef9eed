import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { isId } from '../../../../kernel/ids.ts';
import { type OptionGroup, problemOf, selectField, textareaField } from '../../../../ui/index.ts';
import type { NamedHolder, UnitPerson } from '../../../identity/index.ts';
import { whoAnswers } from '../../domain/responsible.ts';
import { m } from '../../messages-people.ts';
import { type Typed, typedText } from './action-form.ts';

/** Fields of every form that hands work on. */
export const handFields = {
  cho: z.string().max(210).default(''),
  loi_dan: z.string().trim().max(4000).default(''),
};

const NOBODY = 'khong-ai';

/** What was chosen as `handOn` takes it; `undefined` when nothing was. */
export function whomChosen(value: string): { postId: string } | { title: string } | null | undefined {
  if (value === NOBODY) return null;
  const [kind, rest = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  if (kind === 'nguoi' && isId(rest)) return { postId: rest };
  return kind === 'chuc-vu' && rest !== '' ? { title: rest } : undefined;
}

/** To whom, and words with it. */
export function whomFields(
  context: RequestContext,
  staff: readonly UnitPerson[],
  typed: Typed | undefined,
  idOf: (name: string) => string,
): Html[] {
  const { t } = context;
  const values = typed?.values ?? {};
  const people: OptionGroup = {
    label: t(m.people),
    options: staff.map((one) => {
      const names = { name: one.fullName, title: one.title };
      const text = one.away
        ? t(m.person_option_away, { ...names, date: formatDate(one.away.until) })
        : t(m.person_option, names);
      return { value: `nguoi:${one.postId}`, text };
    }),
  };
  const titles: OptionGroup = {
    label: t(m.titles),
    options: [...new Set(staff.map((one) => one.title))].map((title) => ({
      value: `chuc-vu:${title}`,
      text: title,
    })),
  };
  return [
    selectField(
      {
        label: t(m.to_whom),
        name: 'cho',
        id: idOf('cho'),
        value: typedText(values.cho) ?? '',
        options: [
          { value: '', text: t(m.choose_whom) },
          ...(staff.length > 0 ? [people, titles] : []),
          { value: NOBODY, text: t(m.nobody) },
        ],
        required: true,
        error: problemOf(typed?.problems, 'cho', t),
      },
      t,
    ),
    textareaField(
      {
        label: t(m.hand_words),
        name: 'loi_dan',
        id: idOf('loi_dan'),
        hint: t(m.hand_words_hint),
        rows: 2,
        maxlength: 4000,
        optional: true,
        value: typedText(values.loi_dan),
        error: problemOf(typed?.problems, 'loi_dan', t),
      },
      t,
    ),
  ];
}

/** "Nguyễn Văn A, quyền Trưởng phòng, thay Trần Thị B nghỉ đến hết 05/07/2024". */
export function whoLine(context: RequestContext, holder: NamedHolder, wantedTitle: string | null): string {
  const clauses = whoAnswers(holder, wantedTitle);
  return clauses.map(({ message, params }) => context.t(message, params)).join(', ');
}
