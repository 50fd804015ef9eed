import { type Message, messages } from '../../kernel/i18n.ts';
import type { ImportProblemKind } from './domain/import/understand.ts';

/** What is told of a workbook of results, on the page and on the command line. */
export const problemWords: Readonly<Record<ImportProblemKind, Message>> = messages({
  nothing: {
    vi: 'không tìm thấy bảng kết quả nào: cần tên hoặc mã địa phương và mã nội dung thành phần (1.1, 1.2 …)',
    en: 'no table of results was found: it needs names or codes of places and codes of parts (1.1, 1.2 …)',
  },
  year_unknown: {
    vi: 'không rõ kết quả của năm nào; hãy ghi năm',
    en: 'it is not clear which year the results are of; give the year',
  },
  year_unsure: {
    vi: 'tên trang tính ghi năm {tab}, tiêu đề ghi năm {title}; hãy ghi năm',
    en: 'the tab says {tab}, the title says {title}; give the year',
  },
  tab_year: {
    vi: 'trang tính có ghi năm {found}, được nhập theo năm {year} như đã chọn',
    en: 'the sheet mentions {found}; it is taken as {year}, as you said',
  },
  edition_unknown: {
    vi: 'không có cấu trúc Chỉ số PAPI của năm {year}',
    en: 'no structure of PAPI is known for {year}',
  },
  code_unknown: {
    vi: 'mã {code} không thuộc Chỉ số PAPI năm {year}, được bỏ qua',
    en: 'the code {code} is not of PAPI {year} and is passed over',
  },
  place_unknown: {
    vi: '“{text}” không phải tên một tỉnh, được bỏ qua',
    en: '“{text}” is no province and is passed over',
  },
  unreadable: {
    vi: '“{text}” không đọc được chắc chắn là số nào',
    en: '“{text}” cannot be read as a number for sure',
  },
  outside: {
    vi: 'giá trị {value} nằm ngoài thang của {code}',
    en: 'the value {value} is outside the range of {code}',
  },
  twice: {
    vi: '{code} của {place} có hai giá trị khác nhau',
    en: '{code} of {place} has two different values',
  },
  mixed: {
    vi: 'có giá trị như tỷ lệ 0–1 ({shareCode} = {share} tại {shareCell}) lẫn giá trị như phần trăm 0–100 ({percentCode} = {percent}); hãy chọn cách ghi',
    en: 'some values look like shares 0–1 ({shareCode} = {share} at {shareCell}), others like percent 0–100 ({percentCode} = {percent}); choose which',
  },
  sum_differs: {
    vi: 'năm {year}: {n} trong {of} điểm nội dung và tổng không bằng tổng các nội dung thành phần',
    en: '{year}: {n} of {of} scores of contents and totals are not the sums of their parts',
  },
  hidden_sheet: {
    vi: 'trang tính bị ẩn nên không đọc; bỏ ẩn rồi tải lên lại nếu cần nhập',
    en: 'the sheet is hidden and was not read; show it and upload the file again if it is wanted',
  },
  doubtful: {
    vi: 'không rõ giá trị của {code} được ghi theo thang nào, được bỏ qua',
    en: 'it is not clear on which scale the values of {code} stand; it is passed over',
  },
});

export const layoutWords = messages({
  list: { vi: 'danh sách, mỗi dòng một giá trị', en: 'a list with one value a row' },
  places_down: { vi: 'mỗi dòng một địa phương', en: 'one place a row' },
  places_across: { vi: 'mỗi cột một địa phương', en: 'one place a column' },
  none: { vi: 'không có bảng kết quả', en: 'no table of results' },
});

export const levelWords = messages({
  province: { vi: 'cấp tỉnh', en: 'provinces' },
  district: { vi: 'cấp huyện', en: 'districts' },
  commune: { vi: 'cấp xã', en: 'communes' },
});
