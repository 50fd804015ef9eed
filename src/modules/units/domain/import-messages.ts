import { messages } from '../../../kernel/i18n.ts';

export const im = messages({
  nameMissing: { vi: 'Chưa có tên đơn vị.', en: 'The unit’s name is missing.' },
  tooLong: { vi: 'Nội dung dài quá {limit} ký tự.', en: 'Longer than {limit} characters.' },
  kindUnknown: {
    vi: 'Không rõ loại đơn vị “{text}”. Các loại: {kinds}.',
    en: 'Unknown kind of unit “{text}”. Kinds: {kinds}.',
  },
  tierMissing: { vi: 'Chưa ghi cấp.', en: 'The tier is missing.' },
  tierNew: {
    vi: 'Cấp “{tier}” chưa có; sẽ được thêm vào cuối danh sách cấp.',
    en: 'Tier “{tier}” is new; it will be added at the end of the tiers.',
  },
  dateMissing: { vi: 'Chưa ghi từ ngày nào.', en: 'The first day is missing.' },
  dateUnreadable: {
    vi: 'Không đọc được ngày “{text}”. Viết theo dạng 01/12/2024.',
    en: 'Cannot read the day “{text}”. Write it as 01/12/2024.',
  },
  datesBackwards: { vi: '“Đến ngày” đứng trước “từ ngày”.', en: 'The last day comes before the first.' },
  keyInvalid: {
    vi: 'Khóa “{text}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối.',
    en: 'The key “{text}” may hold lower-case letters without marks, digits and hyphens only.',
  },
  parentUnknown: {
    vi: 'Không tìm thấy đơn vị cấp trên “{text}” vào ngày {date}.',
    en: 'No unit “{text}” to stand under was found on {date}.',
  },
  parentUnknownNear: {
    vi: 'Không tìm thấy đơn vị cấp trên “{text}” vào ngày {date}. Có phải: {near}?',
    en: 'No unit “{text}” to stand under was found on {date}. Did you mean: {near}?',
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
    en: 'This unit ended on {date}. A unit set up again later is a new one: use another key.',
  },
  recordedFrom: {
    vi: 'Đơn vị này đã được ghi từ ngày {date}. Giai đoạn trước đó phải có “đến ngày” là hôm trước ngày ấy.',
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
    vi: 'Ngày chuyển giao {date} chưa khớp: đơn vị cũ phải hoạt động đến hôm trước, đơn vị kế thừa phải hoạt động từ ngày ấy.',
    en: 'The day {date} does not fit: the old unit must stand the day before, the succeeding one from that day.',
  },
  parentNotStanding: {
    vi: 'Đơn vị cấp trên “{parent}” không hoạt động suốt thời gian này (chỉ từ {from} đến {to}).',
    en: 'The unit above, “{parent}”, does not stand all this time (only {from} to {to}).',
  },
  cycle: {
    vi: 'Đơn vị không thể trực thuộc chính mình hoặc đơn vị nằm dưới nó.',
    en: 'A unit cannot stand under itself or under a unit below it.',
  },
  codeTwice: {
    vi: 'Mã {code} cũng là mã của “{other}” trong cùng thời gian.',
    en: 'Code {code} is also the code of “{other}” on the same days.',
  },
  brokenPeriods: {
    vi: 'Các giai đoạn của đơn vị chồng nhau hoặc đứt quãng.',
    en: 'The unit’s periods overlap or leave a gap.',
  },
  fieldInvalid: { vi: 'Giá trị chưa hợp lệ.', en: 'This value is not valid.' },
});
