import { errors } from '../errors.ts';

const split = {
  vi: 'Chia nội dung thành nhiều văn bản, hoặc tải danh sách về dạng Excel.',
  en: 'Split it into several papers, or download the list as Excel.',
};

/** Why a paper could not be produced. */
export const paperErrors = errors('paper', {
  too_many_blocks: {
    status: 413,
    vi: 'Văn bản có {count} đoạn và bảng, vượt mức cho phép {limit}.',
    en: 'Paragraphs and tables in the paper: {count}; the limit is {limit}.',
    remedy: split,
  },
  too_many_cells: {
    status: 413,
    vi: 'Các bảng của văn bản có {count} ô, vượt mức cho phép {limit}.',
    en: 'Cells in the tables of the paper: {count}; the limit is {limit}.',
    remedy: split,
  },
  too_long: {
    status: 413,
    vi: 'Văn bản có {count} ký tự, vượt mức cho phép {limit}.',
    en: 'Characters in the paper: {count}; the limit is {limit}.',
    remedy: split,
  },
  pdf_unavailable: {
    status: 503,
    vi: 'Máy chủ này chưa có bộ tạo PDF.',
    en: 'The PDF component is not available on this server.',
    remedy: {
      vi: 'Tải bản Word (.docx), mở bằng Word rồi lưu thành PDF.',
      en: 'Download the Word file (.docx) instead; Word can save it as PDF.',
    },
  },
  too_slow: {
    status: 503,
    vi: 'Việc tạo văn bản kéo dài quá {seconds} giây nên đã dừng lại.',
    en: 'Producing the paper took more than {seconds} seconds and was stopped.',
    remedy: {
      vi: 'Thử lại sau ít phút; nếu vẫn vậy, chia nội dung thành nhiều văn bản.',
      en: 'Try again in a few minutes; if it happens again, split it into several papers.',
    },
  },
  busy: {
    status: 503,
    vi: 'Đang có {count} văn bản chờ được tạo.',
    en: 'Papers already waiting to be produced: {count}.',
    remedy: { vi: 'Thử lại sau một phút.', en: 'Try again in a minute.' },
  },
});
