import { messages } from '../i18n.ts';

/** What a reader tells about a file it could read. */
export const noticeMessages = messages({
  hidden_sheet: {
    vi: 'Trang tính “{grid}” đang bị ẩn trong tệp; nội dung vẫn được đọc.',
    en: 'The sheet “{grid}” is hidden in the file; it was read all the same.',
  },
  hidden_rows: {
    vi: 'Trang tính “{grid}” có {count} dòng đang bị ẩn (bắt đầu từ dòng {first}); các dòng này vẫn được đọc.',
    en: 'Hidden rows in the sheet “{grid}”: {count} (from row {first}); they were read all the same.',
  },
  hidden_columns: {
    vi: 'Trang tính “{grid}” có cột đang bị ẩn ({columns}); các cột này vẫn được đọc.',
    en: 'The sheet “{grid}” has hidden columns ({columns}); they were read all the same.',
  },
  cell_error: {
    vi: 'Trang tính “{grid}” có {count} ô bị lỗi công thức, ô đầu tiên là {cell}.',
    en: 'Cells with a formula error in the sheet “{grid}”: {count}; the first is {cell}.',
  },
  formula_without_value: {
    vi: 'Trang tính “{grid}” có {count} ô công thức chưa được tính, ô đầu tiên là {cell}. Mở tệp bằng Excel và lưu lại để có giá trị.',
    en: 'Formulas without a stored value in the sheet “{grid}”: {count}; the first is {cell}. Open the file in Excel and save it to store them.',
  },
  tracked_changes: {
    vi: 'Tệp còn sửa đổi đang theo dõi (Track Changes); nội dung được đọc như đã chấp nhận mọi sửa đổi.',
    en: 'The file holds tracked changes; it was read as if all of them were accepted.',
  },
  legacy_font_cells: {
    vi: 'Có {count} chỗ gõ bằng phông chữ cũ (TCVN3 hoặc VNI), chỗ đầu tiên là “{sample}”. Chuyển mã sang Unicode rồi tải lên lại để đọc đúng.',
    en: 'Text in an old font encoding (TCVN3 or VNI), number of places: {count}; the first is “{sample}”. Convert it to Unicode and upload again.',
  },
  windows_1258: {
    vi: 'Tệp dùng bảng mã Windows-1258 và đã được chuyển sang Unicode.',
    en: 'The file uses the Windows-1258 code page and was converted to Unicode.',
  },
  lost_characters: {
    vi: 'Có {count} ký tự bị hỏng, không đọc được, hiện là “�”.',
    en: 'Damaged characters, shown as “�”: {count}.',
  },
});
