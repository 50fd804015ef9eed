import { messages } from '../../kernel/i18n.ts';

/** Words of the brief of the week. */
export const mb = messages({
  job: { vi: 'Soạn bản tin đầu tuần cho lãnh đạo', en: 'Write the weekly brief for leaders' },
  title: { vi: 'Bản tin điều hành tuần', en: 'The brief of the week' },
  open: { vi: 'Bản tin tuần', en: 'Weekly brief' },
  lead: {
    vi: 'Điều lãnh đạo cần biết đầu tuần, theo những gì đã ghi đến hết ngày {date}. Sáng ngày làm việc đầu tiên của tuần, bản tin được gửi qua thư cho người chọn nhận.',
    en: 'What leaders need to know at the beginning of a week, by what had been recorded by the end of {date}. On the first working morning it is sent by email to whoever wants it.',
  },
  word: { vi: 'Tải về Word', en: 'Download Word' },
  pdf: { vi: 'Tải về PDF', en: 'Download PDF' },
  want: { vi: 'Nhận bản tin qua thư', en: 'Get it by email' },
  stop: { vi: 'Thôi nhận qua thư', en: 'No longer by email' },
  wanted: { vi: 'Bạn đang nhận bản tin đầu tuần qua thư.', en: 'You get the weekly brief by email.' },
  not_wanted: {
    vi: 'Bạn chưa nhận bản tin đầu tuần qua thư.',
    en: 'You do not get the weekly brief by email.',
  },
  now_wanted: {
    vi: 'Từ tuần tới bạn nhận bản tin qua thư.',
    en: 'From next week on you get the brief by email.',
  },
  now_stopped: { vi: 'Đã thôi gửi bản tin qua thư.', en: 'The brief is no longer sent to you.' },
  numbers: { vi: 'Ba con số', en: 'Three numbers' },
  line_overdue: { vi: 'Phần việc quá hạn: {n}/{total}{before}', en: 'Overdue: {n} of {total}{before}' },
  line_accepted: { vi: 'Đã chấp nhận: {n}%{before}', en: 'Accepted: {n}%{before}' },
  before: { vi: ' (tuần trước {n})', en: ' (a week before: {n})' },
  before_percent: { vi: ' (tuần trước {n}%)', en: ' (a week before: {n}%)' },
  line_gravest: { vi: 'Quá hạn nhiều nhất: {units}', en: 'Most overdue: {units}' },
  line_report: {
    vi: '{period}: hạn {date}, {n} đơn vị chưa gửi',
    en: '{period}: due {date}, not sent by {n} units',
  },
  line_postings: {
    vi: 'Công khai: {soon} mục sắp đến hạn, {late} mục quá hạn',
    en: 'Disclosure: {soon} items due soon, {late} overdue',
  },
  line_checks: {
    vi: 'Điều dân thấy khác, chưa trả lời: {n}',
    en: 'Seen otherwise by citizens, unanswered: {n}',
  },
  line_findings: { vi: 'Tồn tại qua kiểm tra chưa khắc phục: {n}', en: 'Findings not remedied: {n}' },
  line_asks: { vi: 'Yêu cầu giải trình đang mở: {n}', en: 'Open requests to explain: {n}' },
});
