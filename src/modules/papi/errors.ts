import { errors } from '../../kernel/errors.ts';

export const papiErrors = errors('papi', {
  edition_unknown: {
    status: 422,
    vi: 'Không có cấu trúc Chỉ số PAPI của năm “{edition}”.',
    en: 'No structure of PAPI is known for “{edition}”.',
    remedy: {
      vi: 'Ghi một năm từ {first} đến {last}.',
      en: 'Give a year from {first} to {last}.',
    },
  },
  unit_unknown: {
    status: 422,
    vi: 'Không có cách ghi giá trị “{unit}”.',
    en: 'There is no way of writing values called “{unit}”.',
    remedy: {
      vi: 'Ghi share (tỷ lệ 0–1) hoặc percent (phần trăm 0–100).',
      en: 'Give share (0–1) or percent (0–100).',
    },
  },
  indicators_unreadable: {
    status: 422,
    vi: 'Không tính điểm được từ tệp “{file}”.',
    en: 'The file “{file}” cannot be scored.',
    remedy: {
      vi: 'Tệp cần các cột year, province_code, indicator, value. Sửa các ô nêu trên rồi chạy lại; không có điểm nào được tính.',
      en: 'The file needs the columns year, province_code, indicator, value. Correct the cells named above and run it again; nothing was scored.',
    },
  },
});
