import { auditEvents } from '../../kernel/audit.ts';

export const calendarEvents = auditEvents('calendar', {
  proposed: { vi: 'Đề xuất thay đổi lịch làm việc', en: 'Change of the working calendar proposed' },
  withdrawn: { vi: 'Hủy đề xuất đổi lịch làm việc', en: 'Proposal to change the calendar withdrawn' },
  applied: { vi: 'Áp dụng lịch làm việc mới', en: 'New version of the working calendar applied' },
});
