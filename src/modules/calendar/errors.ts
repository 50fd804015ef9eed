import { errors } from '../../kernel/errors.ts';

const seeCalendar = {
  vi: 'Xem lại ngày trên lịch làm việc rồi nhập lại.',
  en: 'Check the day on the working calendar, then enter it again.',
};

export const calendarErrors = errors('calendar', {
  unreadable_expression: {
    status: 422,
    vi: '{problem}',
    en: '{problem}',
    remedy: {
      vi: 'Ghi lại hạn theo một trong các cách nêu trên rồi tính lại.',
      en: 'Write the deadline in one of the accepted forms and try again.',
    },
  },
  not_holidays_file: {
    status: 422,
    vi: 'Tệp này không phải tệp lịch làm việc (.json).',
    en: 'This is not a calendar file (.json).',
    remedy: {
      vi: 'Tải về tệp lịch đang dùng, sửa trên tệp đó rồi tải lên lại.',
      en: 'Download the calendar in force, change that file and upload it again.',
    },
  },
  file_too_large: {
    status: 413,
    vi: 'Tệp lịch lớn hơn {limit} KB.',
    en: 'The calendar file is larger than {limit} KB.',
    remedy: {
      vi: 'Chỉ để lại các năm cần dùng rồi tải lên lại.',
      en: 'Keep only the years that are needed and upload it again.',
    },
  },
  already_off: {
    status: 422,
    vi: 'Ngày {date} đã là ngày nghỉ: {name}.',
    en: '{date} is already a day off: {name}.',
    remedy: seeCalendar,
  },
  already_makeup: {
    status: 422,
    vi: 'Ngày {date} đã là ngày làm bù.',
    en: '{date} is already a make-up day.',
    remedy: seeCalendar,
  },
  already_weekend: {
    status: 422,
    vi: 'Ngày {date} là ngày nghỉ cuối tuần nên không thể hoán đổi.',
    en: '{date} is a weekend day, so it cannot be swapped.',
    remedy: seeCalendar,
  },
  outside_years: {
    status: 422,
    vi: 'Ngày {date} nằm ngoài các năm của lịch (từ {from} đến {to}).',
    en: '{date} is outside the years of the calendar ({from} to {to}).',
    remedy: {
      vi: 'Tải về tệp lịch, thêm năm mới vào tệp rồi tải lên lại.',
      en: 'Download the calendar, add the new year to the file and upload it.',
    },
  },
  makeup_on_working_day: {
    status: 422,
    vi: 'Ngày làm bù {date} vốn đã là ngày làm việc.',
    en: 'The make-up day {date} is already a working day.',
    remedy: {
      vi: 'Chọn một ngày thứ Bảy hoặc Chủ nhật không phải ngày lễ.',
      en: 'Choose a weekend day that is not a holiday.',
    },
  },
  nothing_on_day: {
    status: 422,
    vi: 'Lịch không ghi gì riêng cho ngày {date}.',
    en: 'The calendar lists nothing for {date}.',
    remedy: seeCalendar,
  },
  already_confirmed: {
    status: 422,
    vi: 'Ngày {date} đã được xác nhận.',
    en: '{date} is already confirmed.',
    remedy: seeCalendar,
  },
  same_calendar: {
    status: 422,
    vi: 'Lịch này giống hệt lịch đang dùng.',
    en: 'This calendar is the same as the one in force.',
    remedy: { vi: 'Không cần làm gì thêm.', en: 'Nothing needs to be done.' },
  },
  proposal_not_found: {
    status: 404,
    vi: 'Không có đề xuất đổi lịch nào đang mở.',
    en: 'There is no open proposal to change the calendar.',
    remedy: {
      vi: 'Đề xuất có thể vừa được áp dụng hoặc hủy; mở lại trang lịch làm việc.',
      en: 'It may just have been applied or withdrawn; open the working calendar again.',
    },
  },
  proposal_changed: {
    status: 409,
    vi: 'Đề xuất hoặc các hạn bị ảnh hưởng vừa thay đổi.',
    en: 'The proposal, or the deadlines it moves, has just changed.',
    remedy: {
      vi: 'Xem lại các hạn sẽ đổi rồi áp dụng.',
      en: 'Look again at the deadlines that will move, then apply.',
    },
  },
});
