import { auditEvents } from '../../kernel/audit.ts';

export const assignmentEvents = auditEvents('assignments', {
  assigned: { vi: 'Giao việc khi ban hành kế hoạch', en: 'Work assigned at the issue of a plan' },
  recorded: { vi: 'Ghi tiến độ một phần việc', en: 'Progress of a piece of work recorded' },
  deadlines_moved: {
    vi: 'Tính lại hạn theo lịch làm việc mới',
    en: 'Deadlines recomputed with a new calendar',
  },
  feed_made: { vi: 'Tạo địa chỉ lịch hạn của đơn vị', en: 'Calendar feed of a unit made' },
  feed_withdrawn: { vi: 'Thu hồi địa chỉ lịch hạn', en: 'Calendar feed withdrawn' },
});
