import { messages } from '../../../kernel/i18n.ts';

/** What a person should look at after a form was read from a workbook. */
export const im = messages({
  rowsRead: { vi: 'Đọc được {count} dòng.', en: 'Rows read: {count}.' },
  rowsAreUnits: {
    vi: 'Cột tên là tên đơn vị: mỗi đơn vị nhập một dòng, {count} dòng có sẵn không đưa vào biểu.',
    en: 'The labels are units: each unit fills one row; {count} rows of the file are not taken into the form.',
  },
  noRows: {
    vi: 'Bảng chưa có dòng nào: mỗi đơn vị nhập một dòng.',
    en: 'The table has no rows: each unit fills one row.',
  },
  numbersLeft: {
    vi: 'Số liệu có sẵn trong tệp không được nhập: biểu mẫu chỉ giữ cấu trúc.',
    en: 'Numbers in the file are not taken: a form keeps the structure only.',
  },
  formulaRead: {
    vi: 'Cột “{column}” được tính theo dòng số thứ tự cột: {formula}.',
    en: 'The column “{column}” is computed as its number says: {formula}.',
  },
  formulaUnread: {
    vi: 'Không hiểu cách tính của cột “{column}”: {formula}; cột này để nhập.',
    en: 'How the column “{column}” is computed was not understood: {formula}; it is entered.',
  },
});
