import { calendarDate } from '../../src/kernel/dates.ts';

/** Invented: what the chairman asked two communes to explain from the board, and what they said. */
export const exampleExplanations = [
  {
    unitKey: 'xa-phu-ung',
    dimension: 3,
    asked: {
      on: calendarDate('2024-06-12'),
      words: 'Hai phần việc về tiếp công dân quá hạn. Vướng ở khâu nào, khi nào xong?',
    },
    answered: {
      on: calendarDate('2024-06-14'),
      words:
        'Lịch tiếp công dân tháng 5 trùng lịch tiếp xúc cử tri nên lùi lại. Đã bố trí bù vào ngày 27/6; số liệu sẽ ghi ngay sau buổi tiếp.',
    },
    accepted: {
      on: calendarDate('2024-06-17'),
      words: 'Đồng ý. Thông báo lịch bù tại các nhà văn hóa thôn.',
    },
  },
  {
    unitKey: 'xa-quang-lang',
    dimension: 6,
    asked: {
      on: calendarDate('2024-06-19'),
      words: 'Vì sao nhóm dịch vụ công còn nhiều việc quá hạn nhất huyện? Cần huyện hỗ trợ gì?',
    },
    answered: {
      on: calendarDate('2024-06-21'),
      words:
        'Công chức phụ trách chuyển công tác từ tháng 4, người thay mới nhận việc. Xã đề nghị Phòng Giáo dục và Trung tâm Y tế cho số liệu trước ngày 28/6 để hoàn thành.',
    },
    accepted: null,
  },
] as const;
