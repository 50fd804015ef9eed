import { errors } from '../errors.ts';

const saveAsModern = {
  vi: 'Mở tệp bằng Word hoặc Excel, chọn Lưu thành (Save As), lưu lại dạng .docx hoặc .xlsx rồi tải lên.',
  en: 'Open the file in Word or Excel, save it as .docx or .xlsx, then upload that file.',
};
const splitFile = {
  vi: 'Chia tài liệu thành nhiều tệp nhỏ hơn, hoặc xóa trang tính, hình ảnh không cần đến, rồi tải lên lại.',
  en: 'Split the document into smaller files, or remove sheets and pictures it does not need, then upload again.',
};
const saveAgain = {
  vi: 'Mở tệp trên máy, kiểm tra nội dung, lưu lại thành tệp mới rồi tải lên tệp mới đó.',
  en: 'Open the file on your computer, check it, save it as a new file and upload that one.',
};

/** Why a file was refused. Every reader throws these and nothing else on purpose. */
export const documentErrors = errors('documents', {
  empty: {
    status: 422,
    vi: 'Tệp “{file}” trống, không có nội dung.',
    en: 'The file “{file}” is empty.',
    remedy: {
      vi: 'Kiểm tra lại tệp trên máy rồi tải lên lại.',
      en: 'Check the file on your computer and upload it again.',
    },
  },
  too_large: {
    status: 413,
    vi: 'Tệp “{file}” nặng {size} MB, vượt mức cho phép {limit} MB.',
    en: 'The file “{file}” is {size} MB; the limit is {limit} MB.',
    remedy: splitFile,
  },
  unzipped_too_large: {
    status: 413,
    vi: 'Nội dung bên trong tệp “{file}” lớn hơn {limit} MB nên không đọc được.',
    en: 'The content of “{file}” expands to more than {limit} MB and cannot be read.',
    remedy: splitFile,
  },
  zip_bomb: {
    status: 422,
    vi: 'Tệp “{file}” được nén bất thường, có thể gây hại cho hệ thống nên bị từ chối.',
    en: 'The file “{file}” is compressed in a way that could harm the system and was refused.',
    remedy: saveAgain,
  },
  too_many_entries: {
    status: 413,
    vi: 'Tệp “{file}” chứa {count} phần bên trong, vượt mức cho phép {limit}.',
    en: 'The file “{file}” holds {count} parts; the limit is {limit}.',
    remedy: splitFile,
  },
  too_many_rows: {
    status: 413,
    vi: 'Bảng “{grid}” trong tệp “{file}” có hơn {limit} dòng.',
    en: 'The table “{grid}” in “{file}” has more than {limit} rows.',
    remedy: splitFile,
  },
  too_many_columns: {
    status: 413,
    vi: 'Bảng “{grid}” trong tệp “{file}” có hơn {limit} cột.',
    en: 'The table “{grid}” in “{file}” has more than {limit} columns.',
    remedy: {
      vi: 'Xóa các cột không dùng đến (kể cả ô ở xa bên phải bảng) rồi tải lên lại.',
      en: 'Delete the columns that are not used (stray cells far to the right too), then upload again.',
    },
  },
  too_many_cells: {
    status: 413,
    vi: 'Tệp “{file}” có hơn {limit} ô có nội dung.',
    en: 'The file “{file}” has more than {limit} cells.',
    remedy: splitFile,
  },
  too_many_paragraphs: {
    status: 413,
    vi: 'Tệp “{file}” có hơn {limit} đoạn văn.',
    en: 'The file “{file}” has more than {limit} paragraphs.',
    remedy: splitFile,
  },
  too_deep: {
    status: 422,
    vi: 'Tệp “{file}” có quá nhiều bảng lồng trong bảng nên không đọc được.',
    en: 'The file “{file}” nests tables or elements too deeply to be read.',
    remedy: {
      vi: 'Bỏ bớt các bảng lồng nhau, giữ một bảng cho một nội dung, rồi tải lên lại.',
      en: 'Take tables out of other tables, one table for each matter, then upload again.',
    },
  },
  encrypted: {
    status: 422,
    vi: 'Tệp “{file}” có mật khẩu nên hệ thống không mở được.',
    en: 'The file “{file}” is protected by a password and cannot be opened.',
    remedy: {
      vi: 'Mở tệp, vào Tệp > Thông tin > Bảo vệ (File > Info > Protect), bỏ mật khẩu, lưu lại rồi tải lên.',
      en: 'Open the file, remove its password under File > Info > Protect, save it and upload it again.',
    },
  },
  old_format: {
    status: 415,
    vi: 'Tệp “{file}” ở dạng Word hoặc Excel cũ (.doc, .xls) nên hệ thống không đọc được.',
    en: 'The file “{file}” is in the old Word or Excel format (.doc, .xls), which is not read.',
    remedy: saveAsModern,
  },
  macro: {
    status: 415,
    vi: 'Tệp “{file}” có chứa macro (chương trình chạy kèm) nên bị từ chối.',
    en: 'The file “{file}” contains macros and was refused.',
    remedy: {
      vi: 'Chọn Lưu thành (Save As) dạng .docx hoặc .xlsx, là dạng không có macro, rồi tải lên tệp đó.',
      en: 'Save it as .docx or .xlsx, which hold no macros, and upload that file.',
    },
  },
  corrupt: {
    status: 422,
    vi: 'Tệp “{file}” bị hỏng hoặc chưa đủ nên không đọc được.',
    en: 'The file “{file}” is damaged or incomplete and cannot be read.',
    remedy: saveAgain,
  },
  unsafe_xml: {
    status: 422,
    vi: 'Tệp “{file}” chứa khai báo mà Word và Excel không bao giờ tạo ra, nên bị từ chối.',
    en: 'The file “{file}” contains declarations that Word and Excel never write and was refused.',
    remedy: saveAgain,
  },
  wrong_content: {
    status: 415,
    vi: 'Tệp “{file}” có đuôi {extension} nhưng nội dung bên trong là {actual}.',
    en: 'The file “{file}” is named {extension} but its content is {actual}.',
    remedy: {
      vi: 'Mở tệp bằng đúng chương trình, lưu lại dạng .docx, .xlsx, .csv hoặc .txt cho khớp nội dung rồi tải lên.',
      en: 'Open the file in its own program, save it as .docx, .xlsx, .csv or .txt to match, then upload it.',
    },
  },
  pdf: {
    status: 415,
    vi: 'Tệp “{file}” là PDF. PDF chỉ giữ hình trang giấy nên không lấy đúng chữ và bảng được.',
    en: 'The file “{file}” is a PDF. A PDF keeps the look of pages, so text and tables cannot be taken from it reliably.',
    remedy: {
      vi: 'Dùng tệp Word hoặc Excel gốc của văn bản (.docx, .xlsx).',
      en: 'Use the Word or Excel file the document was made from (.docx, .xlsx).',
    },
  },
  unsupported: {
    status: 415,
    vi: 'Hệ thống không đọc được loại tệp này: “{file}”.',
    en: 'This kind of file is not read: “{file}”.',
    remedy: {
      vi: 'Lưu lại tài liệu dạng .docx, .xlsx, .csv hoặc .txt rồi tải lên.',
      en: 'Save the document as .docx, .xlsx, .csv or .txt, then upload it.',
    },
  },
  unreadable_text: {
    status: 422,
    vi: 'Không xác định được bảng mã chữ của tệp “{file}”.',
    en: 'The text encoding of “{file}” could not be determined.',
    remedy: {
      vi: 'Mở tệp, chọn Lưu thành (Save As) với bảng mã UTF-8 (trong Excel: CSV UTF-8) rồi tải lên.',
      en: 'Open the file and save it with the UTF-8 encoding (in Excel: CSV UTF-8), then upload it.',
    },
  },
  legacy_font: {
    status: 422,
    vi: 'Tệp “{file}” gõ bằng phông chữ cũ (TCVN3 hoặc VNI), ví dụ “{sample}”, nên chữ có dấu không đọc đúng.',
    en: 'The file “{file}” was typed in an old font encoding (TCVN3 or VNI), for example “{sample}”, so its text is unreadable.',
    remedy: {
      vi: 'Dùng Unikey (Ctrl + Shift + F6) chuyển mã tài liệu sang Unicode rồi tải lên lại.',
      en: 'Convert the document to Unicode, for example with the Unikey toolkit, then upload it again.',
    },
  },
  csv_quotes: {
    status: 422,
    vi: 'Tệp “{file}” sai dấu ngoặc kép ở khoảng dòng {line}, không tách được các cột.',
    en: 'The file “{file}” has a wrong quotation mark near line {line}, so its columns cannot be told apart.',
    remedy: {
      vi: 'Mở tệp bằng Excel, kiểm tra dòng đó, lưu lại dạng .xlsx hoặc CSV UTF-8 rồi tải lên.',
      en: 'Open the file in Excel, check that line, save it as .xlsx or CSV UTF-8 and upload it.',
    },
  },
});
