import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const figureErrors = errors('figures', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy chỉ tiêu này.',
    en: 'This figure was not found.',
    remedy: { vi: 'Mở lại trang Chỉ tiêu.', en: 'Open the page of figures again.' },
  },
  may_not_define: {
    status: 403,
    vi: 'Bạn không tạo hoặc thay đổi được chỉ tiêu của cơ quan này.',
    en: 'You may not define or change figures of this agency.',
    remedy: {
      vi: 'Cơ quan chủ trì chỉ tiêu và cơ quan thường trực được làm việc này.',
      en: 'The lead agency of the figure and the standing agency may do this.',
    },
  },
  code_taken: {
    status: 409,
    vi: 'Đã có chỉ tiêu mang mã {code}.',
    en: 'There is a figure with the code {code} already.',
    remedy: { vi: 'Chọn mã khác.', en: 'Choose another code.' },
  },
  similar_exists: {
    status: 409,
    vi: 'Có chỉ tiêu giống chỉ tiêu này: {figures}.',
    en: 'Figures like this one exist: {figures}.',
    remedy: {
      vi: 'Nếu là cùng một việc thì dùng chỉ tiêu đã có, để đơn vị chỉ nhập một lần. Nếu khác hẳn thì xác nhận rồi lưu.',
      en: 'Where it is the same thing use what exists, so that units enter it once. Where it differs, confirm and save.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Trong lúc bạn sửa, {who} đã thay đổi chỉ tiêu này.',
    en: 'While you were writing, {who} changed this figure.',
    remedy: {
      vi: 'Nội dung bạn nhập vẫn còn bên dưới; so với bản mới rồi lưu lại.',
      en: 'What you entered stands below; compare it with what is new and save again.',
    },
  },
  in_use: {
    status: 409,
    vi: 'Chỉ tiêu đã có số liệu nên không đổi được loại số liệu và đơn vị tính.',
    en: 'The figure has values, so its kind and unit of measure cannot change.',
    remedy: {
      vi: 'Ngừng hỏi chỉ tiêu này từ một ngày và tạo chỉ tiêu mới.',
      en: 'Ask this figure no more from a day on, and define another one.',
    },
  },
  catalog_unreadable: {
    status: 422,
    vi: 'Tệp “{file}” không phải danh mục chỉ tiêu.',
    en: 'The file “{file}” is no catalogue of figures.',
    remedy: {
      vi: 'Xem dạng tệp tại reference/figures.',
      en: 'See its form in reference/figures.',
    },
  },
  catalog_unfit: {
    status: 422,
    vi: 'Danh mục chỉ tiêu không dùng được ở địa bàn này: {problem}.',
    en: 'The catalogue does not fit this tenant: {problem}.',
    remedy: {
      vi: 'Bổ sung đơn vị hoặc nhóm đơn vị còn thiếu rồi nạp lại.',
      en: 'Add the units or groups that are missing, then load it again.',
    },
  },
  unknown_figure: {
    status: 422,
    vi: 'Không có chỉ tiêu “{code}”.',
    en: 'There is no figure “{code}”.',
    remedy: { vi: 'Xem mã chỉ tiêu tại trang Chỉ tiêu.', en: 'See the codes on the page of figures.' },
  },
  unknown_period: {
    status: 422,
    vi: 'Không có kỳ báo cáo “{period}”.',
    en: 'There is no reporting period “{period}”.',
    remedy: {
      vi: 'Xem các kỳ tại trang Kỳ báo cáo; mã kỳ có dạng 2024-H1, 2024-Q2, 2024-M06 hoặc 2024.',
      en: 'See the page of reporting periods; codes read 2024-H1, 2024-Q2, 2024-M06 or 2024.',
    },
  },
  unknown_unit: {
    status: 422,
    vi: 'Không có đơn vị “{unit}” đang hoạt động vào ngày cuối kỳ.',
    en: 'No unit “{unit}” is active on the last day of the period.',
    remedy: {
      vi: 'Kiểm tra đơn vị; sau sáp nhập, số liệu do đơn vị đang hoạt động vào ngày cuối kỳ nhập.',
      en: 'Check the unit; after a merger the unit that is active on the last day of the period enters.',
    },
  },
  not_allowed: {
    status: 422,
    vi: 'Bạn không nhập được số liệu này cho đơn vị.',
    en: 'You may not enter this figure for the unit.',
    remedy: {
      vi: 'Người của đơn vị nhập; cơ quan chủ trì chỉ tiêu và cơ quan thường trực được nhập thay.',
      en: 'People of the unit enter it; its lead agency and the standing agency may enter it for the unit.',
    },
  },
  said_by_unit: {
    status: 422,
    vi: 'Ô này do chính đơn vị nhập, không ghi đè được.',
    en: 'The unit itself entered this cell; it is not overwritten.',
    remedy: {
      vi: 'Ghi chú vào ô hoặc trả lại báo cáo để đơn vị sửa; khi tổng hợp, ghi điều chỉnh kèm lý do.',
      en: 'Make a remark or return the report for the unit to correct; when consolidating, record an adjustment with its reason.',
    },
  },
  not_asked_for_period: {
    status: 422,
    vi: 'Chỉ tiêu {code} không nhập cho kỳ {period}.',
    en: 'Figure {code} is not asked for the period {period}.',
    remedy: {
      vi: 'Xem các kỳ của chỉ tiêu tại trang của chỉ tiêu.',
      en: 'See the periods on the page of the figure.',
    },
  },
  not_asked_of_unit: {
    status: 422,
    vi: '{unit} không phải nhập chỉ tiêu {code}.',
    en: '{unit} is not asked for figure {code}.',
    remedy: { vi: 'Xem ai nhập tại trang của chỉ tiêu.', en: 'See who enters on the page of the figure.' },
  },
  measure_differs: {
    status: 422,
    vi: 'Đơn vị tính “{given}” khác với đơn vị tính của chỉ tiêu: “{wanted}”.',
    en: 'The unit of measure “{given}” differs from the figure’s: “{wanted}”.',
    remedy: {
      vi: 'Quy đổi số liệu về đơn vị tính của chỉ tiêu.',
      en: 'Convert the number to the figure’s unit.',
    },
  },
  cell_changed: {
    status: 409,
    vi: 'Trong lúc bạn nhập, {who} đã ghi ô này là “{value}”.',
    en: 'While you were writing, {who} set this cell to “{value}”.',
    remedy: {
      vi: 'Số bạn nhập vẫn còn bên dưới. So sánh rồi lưu lại nếu số của bạn đúng.',
      en: 'What you entered stands below. Compare the two, and save again if yours is right.',
    },
  },
  nothing_to_prove: {
    status: 422,
    vi: 'Ô này chưa có số liệu.',
    en: 'Nothing was entered in this cell yet.',
    remedy: {
      vi: 'Nhập số liệu trước, rồi gửi minh chứng.',
      en: 'Enter the value first, then send evidence.',
    },
  },
  window_closed: {
    status: 422,
    vi: 'Không nhận số liệu của kỳ này. {reason}',
    en: 'Figures of this period are not taken. {reason}',
    remedy: {
      vi: 'Mở trang Kỳ báo cáo để xem các ngày, hoặc đề nghị gia hạn.',
      en: 'See the days on the page of reporting periods, or ask for an extension.',
    },
  },
  twice_in_batch: {
    status: 422,
    vi: 'Ô này đã có ở trên, tại {first}.',
    en: 'The same cell stands above, at {first}.',
    remedy: { vi: 'Giữ lại một dòng.', en: 'Keep one of the two.' },
  },
  wrong_shape: {
    status: 422,
    vi: 'Chỉ tiêu này nhận {wanted}.',
    en: 'This figure takes {wanted}.',
    remedy: {
      vi: 'Ghi số như 1.234,5; tỷ lệ như 12/20; ngày như 24/06/2024; không có thì ghi “không có số liệu: lý do”.',
      en: 'Write a number as 1,234.5, a rate as 12/20, a date as 24/06/2024; where there is none, “no data: the reason”.',
    },
  },
  number_negative: {
    status: 422,
    vi: 'Số liệu không thể nhỏ hơn 0.',
    en: 'The number cannot be less than 0.',
    remedy: { vi: 'Kiểm tra lại số.', en: 'Check the number.' },
  },
  number_too_large: {
    status: 422,
    vi: 'Số quá lớn: tối đa 12 chữ số trước dấu phẩy.',
    en: 'The number is too large: at most 12 digits before the decimal point.',
    remedy: { vi: 'Kiểm tra lại số và đơn vị tính.', en: 'Check the number and its unit of measure.' },
  },
  number_not_whole: {
    status: 422,
    vi: 'Chỉ tiêu này nhận số nguyên.',
    en: 'This figure takes whole numbers.',
    remedy: { vi: 'Bỏ phần sau dấu phẩy.', en: 'Leave out the decimals.' },
  },
  number_too_fine: {
    status: 422,
    vi: 'Nhiều nhất {decimals} chữ số sau dấu phẩy.',
    en: 'At most {decimals} digits after the decimal point.',
    remedy: { vi: 'Làm tròn số.', en: 'Round the number.' },
  },
  number_above_most: {
    status: 422,
    vi: 'Số liệu lớn hơn mức tối đa {most}.',
    en: 'The number is above the maximum of {most}.',
    remedy: { vi: 'Kiểm tra lại số.', en: 'Check the number.' },
  },
  rate_of_nothing: {
    status: 422,
    vi: 'Mẫu số bằng 0 mà tử số lớn hơn 0.',
    en: 'The denominator is 0 and the numerator is not.',
    remedy: {
      vi: 'Không phát sinh thì ghi 0/0; nếu có thì ghi đủ mẫu số.',
      en: 'Where nothing arose write 0/0; else give the denominator.',
    },
  },
  part_larger_than_whole: {
    status: 422,
    vi: 'Tử số {numerator} lớn hơn mẫu số {denominator}, trong khi tử số là một phần của mẫu số.',
    en: 'The numerator {numerator} is larger than the denominator {denominator}, of which it is a part.',
    remedy: { vi: 'Kiểm tra cả hai số.', en: 'Check both numbers.' },
  },
  words_missing: {
    status: 422,
    vi: 'Chưa ghi nội dung.',
    en: 'The words are missing.',
    remedy: { vi: 'Ghi nội dung.', en: 'Write them.' },
  },
  words_too_long: {
    status: 422,
    vi: 'Nội dung dài quá {most} ký tự.',
    en: 'The text is longer than {most} characters.',
    remedy: { vi: 'Rút gọn nội dung.', en: 'Shorten it.' },
  },
  reason_missing: {
    status: 422,
    vi: '“Không có số liệu” cần có lý do.',
    en: '“No data” needs a reason.',
    remedy: {
      vi: 'Ghi ngắn gọn vì sao không có; nếu đếm được mà không phát sinh thì ghi 0.',
      en: 'Say briefly why there is none; where it can be counted and nothing arose, write 0.',
    },
  },
  value_and_no_data: {
    status: 422,
    vi: 'Vừa có số liệu vừa có lý do không có số liệu.',
    en: 'There is both a value and a reason for having none.',
    remedy: { vi: 'Giữ lại một trong hai.', en: 'Keep one of the two.' },
  },
  record_unreadable: {
    status: 422,
    vi: 'Thiếu hoặc không đọc được “{field}”.',
    en: '“{field}” is missing or cannot be read.',
    remedy: {
      vi: 'Mỗi dòng cần chỉ tiêu, kỳ, đơn vị và số liệu; xem docs/exchange.md.',
      en: 'Each record needs a figure, a period, a unit and a value; see docs/exchange.md.',
    },
  },
  import_no_header: {
    status: 422,
    vi: 'Không tìm thấy bảng số liệu trong tệp “{file}”.',
    en: 'No table of figures was found in the file “{file}”.',
    remedy: {
      vi: 'Dòng tiêu đề cần các cột: Mã chỉ tiêu, Kỳ, Đơn vị, Số liệu (hoặc Tử số, Mẫu số).',
      en: 'The header needs the columns Figure, Period, Unit, Value (or Numerator, Denominator).',
    },
  },
  import_bad_json: {
    status: 422,
    vi: 'Tệp JSON “{file}” không đúng định dạng.',
    en: 'The JSON file “{file}” has another form.',
    remedy: {
      vi: 'Tệp cần có dạng {"dataValues": […]}; xem docs/exchange.md.',
      en: 'It reads {"dataValues": […]}; see docs/exchange.md.',
    },
  },
  too_many_rows: {
    status: 413,
    vi: 'Có {count} dòng, nhiều hơn {limit} dòng nhận được trong một lần.',
    en: 'There are {count} rows, more than the {limit} that one save takes.',
    remedy: { vi: 'Chia thành nhiều lần gửi.', en: 'Send them in parts.' },
  },
});

errorsByConstraint({ figures_definition_code_once: figureErrors.code_taken });
