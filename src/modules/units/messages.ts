import { messages } from '../../kernel/i18n.ts';

/** Words of the room's input checks. */
export const inputMessages = messages({
  dateUnreadable: {
    vi: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 01/12/2024.',
    en: 'Enter the date as day/month/year, for example 01/12/2024.',
  },
  dateMissing: { vi: 'Chưa nhập ngày.', en: 'Enter the date.' },
  nameMissing: { vi: 'Chưa nhập tên đơn vị.', en: 'Enter the unit’s name.' },
  nameTooLong: { vi: 'Tên dài quá 300 ký tự.', en: 'The name is longer than 300 characters.' },
  codeTooLong: { vi: 'Mã dài quá 40 ký tự.', en: 'The code is longer than 40 characters.' },
  tooLong: { vi: 'Nội dung dài quá {limit} ký tự.', en: 'This is longer than {limit} characters.' },
  kindMissing: { vi: 'Chưa chọn loại đơn vị.', en: 'Choose what kind of unit it is.' },
  tierMissing: { vi: 'Chưa chọn cấp.', en: 'Choose the tier.' },
  actMissing: {
    vi: 'Chưa nhập văn bản làm căn cứ.',
    en: 'Enter the document this is based on.',
  },
  unitMissing: { vi: 'Chưa chọn đơn vị.', en: 'Choose a unit.' },
  sourcesMissing: { vi: 'Chưa chọn đơn vị nào để sáp nhập.', en: 'Choose the units to merge.' },
  targetMissing: {
    vi: 'Chọn đơn vị nhận hoặc nhập tên đơn vị mới.',
    en: 'Choose the receiving unit, or enter the new unit’s name.',
  },
  partsMissing: {
    vi: 'Nhập tên của ít nhất một đơn vị mới.',
    en: 'Enter the name of at least one new unit.',
  },
  emailInvalid: {
    vi: 'Hộp thư chưa đúng dạng, ví dụ ubnd@vidu.gov.vn.',
    en: 'Enter an email address, for example ubnd@vidu.gov.vn.',
  },
  phoneInvalid: {
    vi: 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, dấu + và dấu ngoặc, từ 3 đến 40 ký tự.',
    en: 'A phone number has only digits, spaces, dots, + and brackets, 3 to 40 characters.',
  },
  sourceMissing: {
    vi: 'Ghi nguồn của ranh giới, ví dụ tên bản đồ và cơ quan lập.',
    en: 'Name the source of the boundaries, for example the map and who made it.',
  },
  sourceTooLong: { vi: 'Nguồn dài quá 300 ký tự.', en: 'The source is longer than 300 characters.' },
  keyInvalid: {
    vi: 'Khóa chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
    en: 'A key has only lower-case letters without diacritics, digits and hyphens.',
  },
});
