import { calendarDate } from '../../src/kernel/dates.ts';

/** Invented: how one commune shares its work among its people, who is away, and what is asked about it. */
export const exampleTalk = {
  unitKey: 'xa-phu-ung',
  /** Work due from this day on is shared out. */
  dueFrom: calendarDate('2024-09-01'),
  handed: {
    on: calendarDate('2024-06-03'),
    howMany: 4,
    note: 'Chuẩn bị trước số liệu của các thôn, báo lại vào giao ban đầu tháng.',
  },
  /** Who shares it out is away, and the one it was given to stands in. */
  leave: { recordedOn: calendarDate('2024-06-20'), from: '2024-06-24', to: '2024-06-26', kind: 'training' },
  asked: {
    on: calendarDate('2024-06-20'),
    words: 'Đơn vị đã có danh sách hộ của từng thôn chưa? Nhờ @phuung.vanphong cho biết trước kỳ giao ban.',
  },
  answered: {
    on: calendarDate('2024-06-21'),
    words: 'Đã nhận danh sách của 5 thôn, còn 2 thôn gửi trong tuần này ạ. @noivu.truongphong',
  },
} as const;
