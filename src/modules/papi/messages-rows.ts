import { type Message, type MessageParams, messages } from '../../kernel/i18n.ts';
import type { RowProblem } from './domain/indicator-rows.ts';

const m = messages({
  file: { vi: 'tệp', en: 'file' },
  columns: { vi: 'không có cột {columns}', en: 'the columns {columns} are missing' },
  no_rows: {
    vi: 'không có dòng nào mang mã chỉ tiêu của bộ chỉ số này',
    en: 'no row has the code of an indicator of this edition',
  },
  year: {
    vi: 'tệp là của năm {years}; ghi --edition đúng năm đó',
    en: 'the file is of {years}; give --edition that year',
  },
  unreadable: {
    vi: '“{text}” không đọc được chắc chắn là số nào',
    en: '“{text}” cannot be read as a number for sure',
  },
  twice: {
    vi: 'chỉ tiêu {code} của {place} có hai giá trị khác nhau',
    en: 'indicator {code} of {place} has two different values',
  },
  part_range: {
    vi: 'điểm {text} nằm ngoài thang của nội dung thành phần {code}',
    en: 'the score {text} is outside the range of part {code}',
  },
  mixed: {
    vi: 'có giá trị như tỷ lệ 0–1 ({shareCode} = {share} tại {shareCell}) lẫn giá trị như phần trăm 0–100 ({percentCode} = {percent}); chọn --values share hoặc --values percent',
    en: 'some values look like shares 0–1 ({shareCode} = {share} at {shareCell}), others like percent 0–100 ({percentCode} = {percent}); choose --values share or --values percent',
  },
  outside: {
    vi: 'giá trị {text} nằm ngoài thang của chỉ tiêu {code}',
    en: 'the value {text} is outside the scale of indicator {code}',
  },
});

const COLUMN_NAMES = { year: 'year', place: 'province_code', code: 'indicator', value: 'value' } as const;

/** Where a problem is and what it is, in words. */
export function rowProblemWords(problem: RowProblem): {
  place: string | Message;
  message: Message;
  params: MessageParams;
} {
  switch (problem.kind) {
    case 'columns': {
      const columns = problem.lacking.map((column) => COLUMN_NAMES[column]).join(', ');
      return { place: m.file, message: m.columns, params: { columns } };
    }
    case 'no_rows':
      return { place: m.file, message: m.no_rows, params: {} };
    case 'year':
      return { place: m.file, message: m.year, params: { years: problem.years.join(', ') } };
    case 'mixed': {
      const { shares, percents } = problem;
      const params = {
        shareCode: shares.code,
        share: String(shares.value),
        shareCell: shares.address,
        percentCode: percents.code,
        percent: String(percents.value),
      };
      return { place: percents.address, message: m.mixed, params };
    }
    default: {
      const { kind, address, ...params } = problem;
      return { place: address, message: m[kind], params };
    }
  }
}
