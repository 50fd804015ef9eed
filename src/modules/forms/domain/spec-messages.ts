import { messages } from '../../../kernel/i18n.ts';

/** What is wrong with the spec of a form. `place` is said before each of them. */
export const sm = messages({
  keyTwice: { vi: 'Mã “{key}” dùng hai lần.', en: 'The key “{key}” is used twice.' },
  keyOfBoth: {
    vi: 'Mã “{key}” vừa là cột vừa là dòng; đặt mã khác nhau để công thức không nhầm.',
    en: 'The key “{key}” names both a column and a row; formulas could not tell them apart.',
  },
  keyReserved: {
    vi: 'Mã “{key}” là từ dùng trong công thức; chọn mã khác.',
    en: 'The key “{key}” is a word of formulas; choose another.',
  },
  noCells: { vi: 'Biểu chưa có cột nào để nhập hoặc tính.', en: 'The form has no column that holds cells.' },
  noInput: { vi: 'Biểu chưa có ô nào để nhập.', en: 'The form has no cell to enter.' },
  unknownCell: { vi: 'Ô “{cell}” không có trong biểu.', en: 'The form has no cell “{cell}”.' },
  unknownFigure: { vi: 'Không có chỉ tiêu “{code}”.', en: 'There is no figure “{code}”.' },
  figureMissing: {
    vi: 'Ô “{cell}” lấy chỉ tiêu của dòng, nhưng dòng không gắn chỉ tiêu.',
    en: 'The cell “{cell}” takes the figure of its row, which has none.',
  },
  figureTwice: {
    vi: 'Chỉ tiêu {code} được nhập ở hai ô: “{first}” và “{cell}”. Mỗi chỉ tiêu chỉ nhập một lần.',
    en: 'Figure {code} is entered in two cells, “{first}” and “{cell}”. A figure is entered once.',
  },
  partOfNoRate: {
    vi: 'Chỉ tiêu {code} không phải tỷ lệ nên không có tử số, mẫu số ở ô “{cell}”.',
    en: 'Figure {code} is no rate: it has no parts for the cell “{cell}”.',
  },
  rateHalf: {
    vi: 'Chỉ tiêu {code} là tỷ lệ: cần cả ô tử số và ô mẫu số.',
    en: 'Figure {code} is a rate: it needs a cell for the numerator and one for the denominator.',
  },
  formulaMissing: { vi: 'Chưa ghi công thức.', en: 'The formula is missing.' },
  formulaTooLong: {
    vi: 'Công thức dài quá 2.000 ký tự.',
    en: 'The formula is longer than 2,000 characters.',
  },
  codeWrong: { vi: 'Mã chỉ tiêu có dạng CT5.01a.', en: 'The code of a figure reads like CT5.01a.' },
  checkNowhere: {
    vi: 'Kiểm tra “{key}” không áp dụng được cho dòng nào.',
    en: 'The check “{key}” applies to no row.',
  },
  checkBothAlone: {
    vi: 'Kiểm tra “{key}” ghi cả cột và dòng đứng riêng; hãy ghi rõ ô, ví dụ r1.c3.',
    en: 'The check “{key}” names columns alone and rows alone; name the cells, such as r1.c3.',
  },
});
