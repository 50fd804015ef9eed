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
  may_not_keep: {
    status: 403,
    vi: 'Bạn không nhập được kết quả và không đặt được mục tiêu của chỉ số.',
    en: 'You may not import results of the index or set its target.',
    remedy: {
      vi: 'Cơ quan thường trực và người quản trị của địa bàn được làm việc này.',
      en: 'The standing agency and the administrator of the jurisdiction may do this.',
    },
  },
  import_refused: {
    status: 422,
    vi: 'Không nhập được kết quả từ tệp “{file}”.',
    en: 'The results in “{file}” cannot be imported.',
    remedy: {
      vi: 'Xem các ô có lỗi trong bản xem trước, sửa tệp hoặc chọn năm và cách ghi giá trị rồi tải lên lại. Chưa ghi gì.',
      en: 'Look at the cells with errors in the preview, correct the file or choose year and form of the values, and upload it again. Nothing was saved.',
    },
  },
  import_same: {
    status: 409,
    vi: 'Tệp này đã được nhập cho năm {year}.',
    en: 'This file was imported for {year} already.',
    remedy: {
      vi: 'Nếu kết quả đã thay đổi thì tải lên tệp mới.',
      en: 'If the results have changed, upload the new file.',
    },
  },
  import_file_missing: {
    status: 404,
    vi: 'Không còn tệp đã tải lên.',
    en: 'The uploaded file is gone.',
    remedy: { vi: 'Tải tệp lên lại.', en: 'Upload the file again.' },
  },
  day_unreadable: {
    status: 422,
    vi: '“{text}” không phải là ngày.',
    en: '“{text}” is no date.',
    remedy: { vi: 'Ghi ngày như 02/4/2024 hoặc 2024-04-02.', en: 'Write a date like 2024-04-02.' },
  },
});
