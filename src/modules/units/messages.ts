import { messages } from '../../kernel/i18n.ts';

/** Words of the room's input checks. */
export const inputMessages = messages({
  dateUnreadable: {
    vi: 'Ngày viết theo dạng ngày/tháng/năm, ví dụ 01/12/2024.',
    en: 'Write the day as day/month/year, for example 01/12/2024.',
  },
  dateMissing: { vi: 'Chưa nhập ngày.', en: 'The day is missing.' },
  nameMissing: { vi: 'Chưa nhập tên đơn vị.', en: 'The unit’s name is missing.' },
  nameTooLong: { vi: 'Tên dài quá 300 ký tự.', en: 'The name is longer than 300 characters.' },
  codeTooLong: { vi: 'Mã dài quá 40 ký tự.', en: 'The code is longer than 40 characters.' },
  tooLong: { vi: 'Nội dung dài quá {limit} ký tự.', en: 'Longer than {limit} characters.' },
  kindMissing: { vi: 'Chưa chọn loại đơn vị.', en: 'Choose what kind of unit it is.' },
  tierMissing: { vi: 'Chưa chọn cấp.', en: 'Choose the tier.' },
  actMissing: {
    vi: 'Chưa nêu văn bản làm căn cứ.',
    en: 'The act this is based on is missing.',
  },
  unitMissing: { vi: 'Chưa chọn đơn vị.', en: 'Choose a unit.' },
  sourcesMissing: { vi: 'Chưa chọn đơn vị nào để sáp nhập.', en: 'Choose the units to merge.' },
  targetMissing: {
    vi: 'Chọn đơn vị nhận hoặc nhập tên đơn vị mới.',
    en: 'Choose the receiving unit, or enter the new unit’s name.',
  },
  partsMissing: { vi: 'Nhập tên ít nhất một đơn vị mới.', en: 'Enter at least one new unit.' },
  emailInvalid: {
    vi: 'Hộp thư chưa đúng dạng, ví dụ ubnd@vidu.gov.vn.',
    en: 'This is not a mailbox address.',
  },
  phoneInvalid: {
    vi: 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, dấu + và ngoặc, từ 3 đến 40 ký tự.',
    en: 'A phone number holds digits, spaces, dots, + and brackets only (3 to 40).',
  },
  keyInvalid: {
    vi: 'Khóa chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
    en: 'A key holds lower-case letters without marks, digits and hyphens only.',
  },
});
