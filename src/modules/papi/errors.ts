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
  target_unreadable: {
    status: 422,
    vi: 'Chưa đặt được mục tiêu.',
    en: 'The target was not set.',
    remedy: { vi: 'Sửa chỗ được nêu rồi lưu lại.', en: 'Correct what is named and save again.' },
  },
  place_unknown: {
    status: 404,
    vi: 'Không có tỉnh nào mang mã “{code}”.',
    en: 'There is no province with the code “{code}”.',
    remedy: { vi: 'Chọn tỉnh trong bảng xếp hạng.', en: 'Choose a province in the ranking.' },
  },
  year_without_results: {
    status: 422,
    vi: 'Chưa có kết quả năm {year}.',
    en: 'There are no results of {year}.',
    remedy: {
      vi: 'Chọn năm khác hoặc nhập kết quả trước.',
      en: 'Choose another year, or import the results first.',
    },
  },
  no_standard_errors: {
    status: 422,
    vi: 'Kết quả năm {year} không kèm sai số chuẩn.',
    en: 'The results of {year} come without standard errors.',
    remedy: {
      vi: 'Nhập kết quả có sai số chuẩn, hoặc ghi một sai số giả định để tham khảo.',
      en: 'Import results with standard errors, or give an assumed one for reference.',
    },
  },
  simulations_busy: {
    status: 409,
    vi: 'Đã có {n} lần tính đang chờ hoặc đang chạy.',
    en: 'Runs waiting or going on: {n} already.',
    remedy: {
      vi: 'Chờ lần tính trước xong hoặc dừng nó.',
      en: 'Wait for an earlier run to end, or stop it.',
    },
  },
  simulation_unknown: {
    status: 404,
    vi: 'Không có lần tính này.',
    en: 'There is no such run.',
    remedy: { vi: 'Mở lại trang khoảng hạng.', en: 'Open the page of rank intervals again.' },
  },
  simulation_over: {
    status: 409,
    vi: 'Lần tính này đã kết thúc.',
    en: 'This run has ended already.',
    remedy: { vi: 'Xem kết quả của lần tính.', en: 'Look at its result.' },
  },
});
