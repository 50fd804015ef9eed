import { type Message, type MessageParams, messages } from '../../../kernel/i18n.ts';

/** What is wrong with an expression as it was written, and where: `at` counts characters from 1. */
export interface ExprProblem {
  readonly at: number;
  readonly message: Message;
  readonly params: MessageParams;
}

export class ExprError extends Error {
  readonly problem: ExprProblem;
  /** It reads a cell without a number, so that it does not apply there. */
  get isElsewhere(): boolean {
    return this.problem.message === em.noNumberThere;
  }
  constructor(at: number, message: Message, params: MessageParams = {}) {
    super(message.en);
    this.problem = { at: at + 1, message, params: { ...params, at: String(at + 1) } };
  }
}

/** Every one names the place, so that it can be found in a long formula. */
export const em = messages({
  empty: { vi: 'Công thức để trống.', en: 'The formula is empty.' },
  unknownSign: {
    vi: 'Ký tự thứ {at}: không dùng được ký hiệu “{sign}”.',
    en: 'Character {at}: the sign “{sign}” is not used in formulas.',
  },
  commaBetween: {
    vi: 'Ký tự thứ {at}: các phần trong ngoặc cách nhau bằng dấu chấm phẩy “;” (dấu phẩy là dấu thập phân).',
    en: 'Character {at}: parts in brackets are divided by a semicolon “;” (a comma is the decimal sign).',
  },
  numberTooFine: {
    vi: 'Ký tự thứ {at}: số “{number}” có nhiều hơn 6 chữ số sau dấu phẩy.',
    en: 'Character {at}: the number “{number}” has more than 6 digits after the decimal sign.',
  },
  numberTooLong: {
    vi: 'Ký tự thứ {at}: số “{number}” dài quá 12 chữ số.',
    en: 'Character {at}: the number “{number}” is longer than 12 digits.',
  },
  endedEarly: {
    vi: 'Ký tự thứ {at}: công thức kết thúc khi chưa đủ, còn thiếu một số, một ô hoặc dấu ngoặc.',
    en: 'Character {at}: the formula ends too early; a number, a cell or a bracket is missing.',
  },
  notExpected: {
    vi: 'Ký tự thứ {at}: không hiểu “{word}” ở chỗ này.',
    en: 'Character {at}: “{word}” is not expected here.',
  },
  closeMissing: {
    vi: 'Ký tự thứ {at}: thiếu dấu đóng ngoặc “)” cho dấu mở ngoặc ở ký tự thứ {open}.',
    en: 'Character {at}: the bracket opened at character {open} is not closed.',
  },
  comparedTwice: {
    vi: 'Ký tự thứ {at}: mỗi lần chỉ so sánh hai vế; nối các so sánh bằng “và”.',
    en: 'Character {at}: only two sides are compared at a time; join comparisons with “and”.',
  },
  tooDeep: {
    vi: 'Ký tự thứ {at}: quá nhiều dấu ngoặc lồng nhau; hãy tách công thức.',
    en: 'Character {at}: too many brackets within brackets; divide the formula.',
  },
  unknownFunction: {
    vi: 'Ký tự thứ {at}: không có hàm “{name}”. Dùng được: sum (tổng), sum_known, if (nếu), abs, round, min, max, missing (thiếu), same_period (cùng kỳ), previous (kỳ trước), change, jump.',
    en: 'Character {at}: there is no function “{name}”. There are: sum, sum_known, if, abs, round, min, max, missing, same_period, previous, change, jump.',
  },
  wrongCount: {
    vi: 'Ký tự thứ {at}: hàm {name} cần {wanted} phần trong ngoặc, ở đây có {given}.',
    en: 'Character {at}: {name} takes {wanted} parts in its brackets; here are {given}.',
  },
  rangeAlone: {
    vi: 'Ký tự thứ {at}: dãy ô “a:b” chỉ dùng trong sum, sum_known, min, max.',
    en: 'Character {at}: a range “a:b” stands only in sum, sum_known, min and max.',
  },
  rangeEnds: {
    vi: 'Ký tự thứ {at}: hai đầu của dãy ô phải cùng là cột, cùng là dòng hoặc cùng là ô, đầu trước đứng trước đầu sau.',
    en: 'Character {at}: both ends of a range are columns, or rows, or cells, the first before the last.',
  },
  rangeEmpty: {
    vi: 'Ký tự thứ {at}: dãy “{range}” không có ô nào.',
    en: 'Character {at}: the range “{range}” has no cell.',
  },
  unknownName: {
    vi: 'Ký tự thứ {at}: biểu không có cột hoặc dòng “{name}”.',
    en: 'Character {at}: the form has no column or row “{name}”.',
  },
  needsRow: {
    vi: 'Ký tự thứ {at}: ghi rõ ô, ví dụ “r1.{name}”, vì ở đây không có dòng nào đang xét.',
    en: 'Character {at}: name the cell, such as “r1.{name}”; no row is meant here.',
  },
  needsColumn: {
    vi: 'Ký tự thứ {at}: ghi rõ ô, ví dụ “{name}.c3”, vì ở đây không có cột nào đang xét.',
    en: 'Character {at}: name the cell, such as “{name}.c3”; no column is meant here.',
  },
  noNumberThere: {
    vi: 'Ký tự thứ {at}: ô “{cell}” không chứa số.',
    en: 'Character {at}: the cell “{cell}” holds no number.',
  },
  numberWanted: {
    vi: 'Ký tự thứ {at}: chỗ này cần một số, không phải một so sánh.',
    en: 'Character {at}: a number is wanted here, not a comparison.',
  },
  truthWanted: {
    vi: 'Ký tự thứ {at}: chỗ này cần một so sánh (đúng hoặc sai), không phải một số.',
    en: 'Character {at}: a comparison (true or false) is wanted here, not a number.',
  },
  sidesDiffer: {
    vi: 'Ký tự thứ {at}: hai nhánh của if phải cùng là số hoặc cùng là so sánh.',
    en: 'Character {at}: both branches of if are numbers, or both comparisons.',
  },
  placesWanted: {
    vi: 'Ký tự thứ {at}: round cần số chữ số sau dấu phẩy từ 0 đến 6.',
    en: 'Character {at}: round takes a number of digits from 0 to 6.',
  },
  periodTwice: {
    vi: 'Ký tự thứ {at}: không đặt same_period hoặc previous lồng vào nhau.',
    en: 'Character {at}: same_period and previous do not stand within each other.',
  },
  noOtherPeriod: {
    vi: 'Ký tự thứ {at}: ô “{cell}” đã là số của kỳ khác, không lấy cùng kỳ của nó được.',
    en: 'Character {at}: the cell “{cell}” is of another period already.',
  },
  circle: {
    vi: 'Ô “{cell}” được tính từ chính nó: {path}.',
    en: 'The cell “{cell}” is computed from itself: {path}.',
  },
  tooLarge: {
    vi: 'Công thức của ô “{cell}” gồm quá nhiều ô; hãy tách bớt.',
    en: 'The formula of “{cell}” takes in too many cells; divide it.',
  },
});
