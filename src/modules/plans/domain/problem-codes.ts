import { type Lang, type Message, messages, say } from '../../../kernel/i18n.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** Where in the file a problem stands. Everything may be unknown except the file. */
export interface Place {
  readonly file: string;
  /** Sheet or Word table; `null` for running text. */
  readonly sheet?: string | null;
  /** Address for people: `C7`, `bảng 1, dòng 7, cột 3`, or the path of a clause. */
  readonly cell?: string | null;
  /** 1-based row of the sheet or line of the text. */
  readonly row?: number | null;
}

export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly row: number | null;
  /** Filled in: ready to show. */
  readonly message: Message;
  /** What could stand there instead, nearest first; never applied without a person. */
  readonly suggestions?: readonly string[];
}

const problemMessages = messages({
  header_not_found: {
    vi: 'Không tìm thấy dòng tiêu đề của bảng nhiệm vụ (cần ít nhất cột nhiệm vụ và hai cột khác như chủ trì, thời gian hoàn thành).',
    en: 'No header row of a table of tasks was found (it needs the task column and two others, such as lead and due date).',
  },
  no_tasks: { vi: 'Bảng không có nhiệm vụ nào.', en: 'The table holds no task.' },
  column_missing: { vi: 'Bảng không có cột “{column}”.', en: 'The table has no column for “{column}”.' },
  other_sheet_ignored: {
    vi: 'Bảng “{sheet}” cũng giống bảng nhiệm vụ nhưng không được đọc. Nếu đây mới là bảng cần đọc, hãy chọn lại bảng.',
    en: 'The table “{sheet}” also looks like a table of tasks and was not read. Choose it if it is the right one.',
  },
  text_missing: { vi: 'Dòng này không có nội dung nhiệm vụ.', en: 'This row has no task text.' },
  too_long: {
    vi: 'Nội dung dài {length} ký tự, nhiều hơn {limit} ký tự được phép.',
    en: 'The text has {length} characters; at most {limit} are allowed.',
  },
  code_missing: {
    vi: 'Nhiệm vụ không có số thứ tự; tạm dùng mã “{code}”.',
    en: 'The task has no number; “{code}” is used for now.',
  },
  code_duplicate: {
    vi: 'Mã “{code}” đã có ở dòng {row}.',
    en: 'The code “{code}” is already used in row {row}.',
  },
  code_zero_restored: {
    vi: 'Ô ghi {written} nhưng theo thứ tự phải là {code} (bảng tính đã bỏ số 0 ở cuối).',
    en: 'The cell reads {written}; by its order it is {code} (the workbook dropped the last zero).',
  },
  code_zero_dropped: {
    vi: 'Ô hiện {written} nhưng theo thứ tự phải là {code} (định dạng số của bảng tính thêm số 0 ở cuối).',
    en: 'The cell shows {written}; by its order it is {code} (the workbook’s number format added the last zero).',
  },
  code_is_date: {
    vi: 'Số thứ tự bị bảng tính đổi thành ngày ({written}); hiểu là {code}.',
    en: 'The workbook turned the number into a date ({written}); it was read as {code}.',
  },
  product_missing: { vi: 'Nhiệm vụ {task} chưa có sản phẩm.', en: 'Task {task} has no product.' },
  lead_missing: { vi: 'Nhiệm vụ {task} chưa có đơn vị chủ trì.', en: 'Task {task} has no lead unit.' },
  due_missing: { vi: 'Nhiệm vụ {task} chưa có thời gian hoàn thành.', en: 'Task {task} has no due date.' },
  lead_several: {
    vi: 'Nhiệm vụ {task} ghi nhiều đơn vị chủ trì; lấy “{lead}”, các đơn vị còn lại chuyển sang phối hợp.',
    en: 'Task {task} names several leads; “{lead}” was taken and the others moved to coordinating.',
  },
  unit_unknown: {
    vi: 'Chưa nhận ra đơn vị “{name}” trong danh mục đơn vị.',
    en: 'The unit “{name}” is not in the list of units.',
  },
  ditto_without_above: {
    vi: 'Ô ghi “như trên” nhưng không có dòng nào ở trên.',
    en: 'The cell says “as above” and there is no row above.',
  },
  due_unknown: {
    vi: 'Chưa hiểu thời gian hoàn thành “{text}”. Có thể ghi: {examples}.',
    en: 'The due date “{text}” was not understood. It can be written: {examples}.',
  },
  due_understood: { vi: '“{text}” được hiểu là: {phrase}.', en: '“{text}” was understood as: {phrase}.' },
  due_past_year: {
    vi: 'Thời gian hoàn thành “{text}” nằm trước năm {year} của kế hoạch.',
    en: 'The due date “{text}” lies before {year}, the year of the plan.',
  },
  dimension_unknown: {
    vi: 'Chưa xác định được nhiệm vụ {task} thuộc nội dung PAPI nào.',
    en: 'The PAPI content of task {task} is not known.',
  },
  sub_dimension_unknown: {
    vi: 'Nội dung thành phần “{code}” không có trong bộ chỉ số PAPI {edition}.',
    en: 'The sub-dimension “{code}” is not in the PAPI edition {edition}.',
  },
  clause_unknown: {
    vi: 'Không có mục “{path}” trong phần lời của kế hoạch.',
    en: 'The body of the plan has no clause “{path}”.',
  },
  row_joined: {
    vi: 'Dòng này được nối vào nhiệm vụ {task} ở trên.',
    en: 'This row was joined to task {task} above it.',
  },
  page_break_healed: {
    vi: 'Câu bị ngắt giữa chừng đã được nối lại: “…{before} {after}…”.',
    en: 'A sentence broken in the middle was joined again: “…{before} {after}…”.',
  },
  lines_rejoined: {
    vi: 'Văn bản bị ngắt dòng theo bề rộng trang; đã nối lại {count} chỗ.',
    en: 'The text was broken into lines as wide as the page. Breaks joined: {count}.',
  },
  furniture_left_out: {
    vi: 'Đã bỏ {count} dòng thuộc trang giấy (số trang, tiêu đề lặp lại, chú thích cuối trang), ví dụ “{sample}”.',
    en: 'Lines that belong to the page were left out (page numbers, repeated headers, footnotes): {count}, such as “{sample}”.',
  },
  spelling_suspect: {
    vi: '“{written}” có thể là “{suggestion}”. Văn bản chưa bị sửa.',
    en: '“{written}” may be meant as “{suggestion}”. The text was not changed.',
  },
  label_out_of_order: {
    vi: 'Mục “{label}” không theo thứ tự (đáng lẽ là “{expected}”).',
    en: 'The label “{label}” is out of order (“{expected}” was expected).',
  },
  path_duplicate: {
    vi: 'Mục “{path}” xuất hiện nhiều lần; mục sau được ghi là “{renamed}”.',
    en: 'The clause “{path}” appears more than once; the later one is called “{renamed}”.',
  },
  no_clauses: {
    vi: 'Không tìm thấy mục nào (I, 1, 1.1, a…) trong văn bản.',
    en: 'No clause (I, 1, 1.1, a…) was found in the text.',
  },
});

export type ProblemCode = keyof typeof problemMessages;

const SEVERITIES: Record<ProblemCode, Severity> = {
  header_not_found: 'error',
  no_tasks: 'error',
  column_missing: 'warning',
  other_sheet_ignored: 'hint',
  text_missing: 'error',
  too_long: 'error',
  code_missing: 'warning',
  code_duplicate: 'error',
  code_zero_restored: 'hint',
  code_zero_dropped: 'hint',
  code_is_date: 'warning',
  product_missing: 'warning',
  lead_missing: 'warning',
  due_missing: 'warning',
  lead_several: 'warning',
  unit_unknown: 'warning',
  ditto_without_above: 'warning',
  due_unknown: 'warning',
  due_understood: 'hint',
  due_past_year: 'warning',
  dimension_unknown: 'warning',
  sub_dimension_unknown: 'hint',
  clause_unknown: 'hint',
  row_joined: 'hint',
  page_break_healed: 'hint',
  lines_rejoined: 'hint',
  furniture_left_out: 'hint',
  spelling_suspect: 'hint',
  label_out_of_order: 'hint',
  path_duplicate: 'warning',
  no_clauses: 'error',
};

export const PROBLEM_CODES = Object.keys(problemMessages) as ProblemCode[];

/** A value for a placeholder; a `Message` is put in in the language of the sentence. */
export type ProblemParams = Readonly<Record<string, string | number | Message>>;

function fill(lang: Lang, message: Message, params: ProblemParams): string {
  const values = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value[lang] : value,
  ]);
  return say(lang, message, Object.fromEntries(values));
}

/** Makes a problem of the closed vocabulary, its message filled in both languages. */
export function problem(
  code: ProblemCode,
  place: Place,
  params: ProblemParams = {},
  suggestions: readonly string[] = [],
): Problem {
  const message = problemMessages[code];
  return {
    severity: SEVERITIES[code],
    code,
    file: place.file,
    sheet: place.sheet ?? null,
    cell: place.cell ?? null,
    row: place.row ?? null,
    message: { vi: fill('vi', message, params), en: fill('en', message, params) },
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}
