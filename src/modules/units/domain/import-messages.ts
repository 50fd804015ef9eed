import { messages } from '../../../kernel/i18n.ts';

export const im = messages({
  nameMissing: { vi: 'Chưa có tên đơn vị.', en: 'The unit’s name is missing.' },
  tooLong: { vi: 'Nội dung dài quá {limit} ký tự.', en: 'This is longer than {limit} characters.' },
  kindUnknown: {
    vi: 'Không rõ loại đơn vị “{text}”. Các loại: {kinds}.',
    en: 'Unknown kind of unit “{text}”. Kinds: {kinds}.',
  },
  tierMissing: { vi: 'Chưa ghi cấp.', en: 'The tier is missing.' },
  tierNew: {
    vi: 'Cấp “{tier}” chưa có; sẽ được thêm vào cuối danh sách cấp.',
    en: 'Tier “{tier}” is new; it will be added at the end of the tiers.',
  },
  dateMissing: { vi: 'Chưa ghi “từ ngày”.', en: 'The first day is missing.' },
  dateUnreadable: {
    vi: 'Không đọc được ngày “{text}”. Ghi theo dạng ngày/tháng/năm, ví dụ 01/12/2024.',
    en: 'The date “{text}” cannot be read. Write it as day/month/year, for example 01/12/2024.',
  },
  datesBackwards: { vi: '“Đến ngày” đứng trước “từ ngày”.', en: 'The last day comes before the first.' },
  keyInvalid: {
    vi: 'Khóa “{text}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối.',
    en: 'The key “{text}” may have only lower-case letters without diacritics, digits and hyphens.',
  },
  parentUnknown: {
    vi: 'Không tìm thấy đơn vị cấp trên “{text}” vào ngày {date}.',
    en: 'The unit above, “{text}”, was not found on {date}.',
  },
  parentUnknownNear: {
    vi: 'Không tìm thấy đơn vị cấp trên “{text}” vào ngày {date}. Có phải: {near}?',
    en: 'The unit above, “{text}”, was not found on {date}. Did you mean: {near}?',
  },
  parentAmbiguous: {
    vi: 'Có {count} đơn vị tên “{text}” vào ngày {date}; ghi mã hoặc khóa của đơn vị cấp trên.',
    en: '{count} units are called “{text}” on {date}; write the code or key of the unit above.',
  },
  unitAmbiguous: {
    vi: 'Có {count} đơn vị tên “{text}” vào ngày {date}; ghi thêm mã hoặc khóa.',
    en: '{count} units are called “{text}” on {date}; add a code or key.',
  },
  endedBefore: {
    vi: 'Đơn vị này đã kết thúc ngày {date}. Đơn vị lập lại sau đó là đơn vị mới: dùng khóa khác.',
    en: 'This unit ended on {date}. A unit set up again later is a new unit: use another key.',
  },
  recordedFrom: {
    vi: 'Đơn vị này đã được ghi từ ngày {date}. Giai đoạn trước đó phải có “đến ngày” là ngày liền trước.',
    en: 'This unit is recorded from {date}. An earlier period must end the day before.',
  },
  laterPeriod: {
    vi: 'Đơn vị này còn một giai đoạn từ ngày {date}, nên không kết thúc được vào ngày này.',
    en: 'This unit has a later period from {date}, so it cannot end on this day.',
  },
  successorUnknown: {
    vi: 'Không tìm thấy đơn vị kế thừa có khóa “{key}”.',
    en: 'The succeeding unit with key “{key}” was not found.',
  },
  successionBroken: {
    vi: 'Ngày chuyển giao {date} chưa khớp: đơn vị cũ phải hoạt động đến ngày liền trước, đơn vị kế thừa phải hoạt động từ ngày đó.',
    en: 'The date of handover {date} does not fit: the old unit must be active until the day before, the succeeding unit from that day.',
  },
  parentNotStanding: {
    vi: 'Đơn vị cấp trên “{parent}” không hoạt động suốt thời gian này (chỉ từ {from} đến {to}).',
    en: 'The unit above, “{parent}”, is not active all this time (only {from} to {to}).',
  },
  cycle: {
    vi: 'Đơn vị không thể trực thuộc chính mình hoặc đơn vị nằm dưới nó.',
    en: 'A unit cannot be placed under itself or under a unit below it.',
  },
  codeTwice: {
    vi: 'Mã {code} cũng là mã của “{other}” trong cùng thời gian.',
    en: 'Code {code} also belongs to “{other}” on the same days.',
  },
  brokenPeriods: {
    vi: 'Các giai đoạn của đơn vị chồng lên nhau hoặc đứt quãng.',
    en: 'The unit’s periods overlap or leave a gap.',
  },
  fieldInvalid: {
    vi: 'Nội dung ô này chưa hợp lệ. Xem cách ghi của cột.',
    en: 'This cell is not valid. See how to fill the column.',
  },
});
