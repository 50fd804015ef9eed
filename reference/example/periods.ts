import { calendarDate } from '../../src/kernel/dates.ts';

/** Invented: one commune asks for more days for the first half-year, before its due day, and is granted them. */
export const exampleExtension = {
  code: '2024-H1',
  unitKey: 'xa-cam-ninh',
  asked: {
    on: calendarDate('2024-06-19'),
    until: calendarDate('2024-07-09'),
    reason:
      'Số liệu tiếp công dân quý I còn ghi ở sổ giấy của hai thôn, xã đang nhập lại; dự kiến đối chiếu xong ngày 08/7.',
  },
  approved: {
    on: calendarDate('2024-06-20'),
    until: calendarDate('2024-07-08'),
    reason: 'Đồng ý đến hết thứ Hai 08/7 để phòng còn thời gian tổng hợp.',
  },
} as const;

/** The standing agency makes the periods on the day after the plan was issued; units are told the next morning. */
export const examplePeriods = {
  madeOn: calendarDate('2024-01-23'),
  toldOn: calendarDate('2024-01-24'),
} as const;
