import type { FieldProblem } from '../../kernel/errors.ts';
import { type Message, type MessageParams, messages } from '../../kernel/i18n.ts';
import type { ContentProblem, ProblemCode } from './domain/content.ts';
import { inputOf } from './domain/content-form.ts';
import type { TypedFinding } from './domain/personal-typed.ts';
import type { Terms } from './domain/terms.ts';
import { personalKindNames } from './messages-edit.ts';

/** What is wrong with a value, after the words for its place. */
export const problemWords = messages({
  lacking: {
    vi: '{where}: chưa nhập. Không phát sinh thì ghi 0 hoặc “không có”.',
    en: '{where}: nothing is entered. Where there is none, write 0 or “none”.',
  },
  no_rows: { vi: '{where}: bảng chưa có dòng nào.', en: '{where}: the table has no row.' },
  not_a_number: {
    vi: '{where}: “{typed}” không phải là số. Ghi như 1.234,5.',
    en: '{where}: “{typed}” is no number. Write 1.234,5.',
  },
  not_whole: {
    vi: '{where}: “{typed}” lẻ hơn một đồng. Ghi số tiền chẵn đồng, như 1.250.000.',
    en: '{where}: “{typed}” is finer than one đồng. Write whole đồng, as 1.250.000.',
  },
  too_large: { vi: '{where}: số “{typed}” quá lớn.', en: '{where}: “{typed}” is too large.' },
  negative: { vi: '{where}: “{typed}” nhỏ hơn 0.', en: '{where}: “{typed}” is below 0.' },
  not_a_day: {
    vi: '{where}: “{typed}” không phải là ngày. Ghi như 24/06/2024.',
    en: '{where}: “{typed}” is no date. Write 24/06/2024.',
  },
  not_a_time: {
    vi: '{where}: “{typed}” không phải là giờ. Ghi như 8:00 hoặc 13h30.',
    en: '{where}: “{typed}” is no time. Write 8:00 or 13h30.',
  },
  not_a_link: {
    vi: '{where}: “{typed}” không phải là địa chỉ mạng. Địa chỉ bắt đầu bằng https://.',
    en: '{where}: “{typed}” is no address. One begins with https://.',
  },
  not_an_email: {
    vi: '{where}: “{typed}” không phải là địa chỉ thư điện tử.',
    en: '{where}: “{typed}” is no email address.',
  },
  not_a_phone: {
    vi: '{where}: “{typed}” không phải là số điện thoại.',
    en: '{where}: “{typed}” is no phone number.',
  },
  too_long: { vi: '{where}: nội dung dài quá.', en: '{where}: this is too long.' },
  unknown_village: {
    vi: '{where}: không có thôn nào tên “{typed}”.',
    en: '{where}: there is no village called “{typed}”.',
  },
  unknown_field: {
    vi: 'Nội dung này không có mục “{where}”, hoặc mục này ghi sai kiểu.',
    en: 'There is no field “{where}” here, or it is of another kind.',
  },
  unknown_column: {
    vi: '{where}: bảng này không có cột như vậy; cột này không được nhận.',
    en: '{where}: the table has no such column; it is not taken.',
  },
  column_missing: {
    vi: '{where}: bảng trong tệp thiếu cột này.',
    en: '{where}: the table of the file lacks this column.',
  },
  too_many_rows: {
    vi: '{where}: có {rows} dòng, nhận được nhiều nhất {most} dòng.',
    en: '{where}: there are {rows} rows; at most {most} are taken.',
  },
  fixed_row_changed: {
    vi: '{where}: tên dòng theo mẫu là “{wanted}”, không đổi thành “{typed}”.',
    en: '{where}: this line of the form is “{wanted}”; it is not changed into “{typed}”.',
  },
} satisfies Record<ProblemCode, Message>);

/** A problem with the words for its place; `at` is the place in a workbook (`Danh sách!C7`). */
export function problemSaid(
  terms: Pick<Terms, 'fields'>,
  problem: ContentProblem & { readonly at?: string | null },
): { message: Message; params: MessageParams } {
  const where = whereOf(terms, problem);
  const named = problem.at ? { vi: `${problem.at} (${where.vi})`, en: `${problem.at} (${where.en})` } : where;
  return { message: problemWords[problem.code], params: { ...problem.params, where: named } };
}

/** The same for the summary above a form, leading to the input. */
export function fieldProblem(terms: Pick<Terms, 'fields'>, problem: ContentProblem): FieldProblem {
  return { field: inputOf(problem), ...problemSaid(terms, problem) };
}

const typedPlaces = messages({
  title: { vi: 'Tên mục', en: 'Title' },
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  reason: { vi: 'Lý do', en: 'Reason' },
  looks_personal: {
    vi: '{where}: trông như {kind} ({sample}).',
    en: '{where}: this looks like {kind} ({sample}).',
  },
});
const TYPED_INPUTS = { title: '', summary: 'tom_tat', reason: 'ly_do' } as const;

/** What looks personal in what was typed, leading to its input. */
export function typedProblem(
  terms: Pick<Terms, 'fields'>,
  { place, kind, sample }: TypedFinding,
): FieldProblem {
  const isContent = place.in === 'content';
  const where = isContent ? whereOf(terms, place) : typedPlaces[place.in];
  const field = isContent ? inputOf(place) : TYPED_INPUTS[place.in];
  return {
    field,
    message: typedPlaces.looks_personal,
    params: { where, kind: personalKindNames[kind], sample },
  };
}

function whereOf(
  { fields }: Pick<Terms, 'fields'>,
  problem: Pick<ContentProblem, 'fieldKey' | 'row' | 'columnKey'>,
): Message {
  const field = fields.find(({ key }) => key === problem.fieldKey);
  if (!field) return { vi: problem.fieldKey, en: problem.fieldKey };
  const column =
    field.kind === 'table' && problem.columnKey !== null
      ? (field.columns.find(({ key }) => key === problem.columnKey)?.label ?? {
          vi: problem.columnKey,
          en: problem.columnKey,
        })
      : null;
  const said = (lang: 'vi' | 'en'): string => {
    const row = problem.row === null ? '' : `, ${lang === 'vi' ? 'dòng' : 'row'} ${problem.row + 1}`;
    const of = column === null ? '' : `, ${lang === 'vi' ? 'cột' : 'column'} “${column[lang]}”`;
    return `${field.label[lang]}${row}${of}`;
  };
  return { vi: said('vi'), en: said('en') };
}
