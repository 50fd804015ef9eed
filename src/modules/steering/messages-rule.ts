import { messages } from '../../kernel/i18n.ts';

/** Words of the published rule of the board. */
export const mr = messages({
  title: { vi: 'Quy tắc của bảng điều hành', en: 'The rule of the board' },
  lead: {
    vi: 'Mọi số trên bảng đến từ trạng thái của từng phần việc, tính theo một quy tắc chung cho mọi đơn vị.',
    en: 'Every number of the board comes from the states of assignments, by one rule for all units.',
  },
  levels: { vi: 'Mức của một ô', en: 'The level of a cell' },
  col_level: { vi: 'Mức', en: 'Level' },
  col_when: { vi: 'Khi', en: 'When' },
  when_nothing: {
    vi: 'Không có phần việc nào phải làm; việc không áp dụng không tính.',
    en: 'There is nothing to be done; what does not apply is not counted.',
  },
  when_done: { vi: 'Mọi phần việc đã được chấp nhận.', en: 'Every assignment is accepted.' },
  when_clear: {
    vi: 'Chưa xong hết, và không phần việc nào quá hạn.',
    en: 'Not all is accepted, and nothing is overdue.',
  },
  when_late: {
    vi: 'Có phần việc quá hạn, dưới {percent}% số phải làm.',
    en: 'Something is overdue, less than {percent}% of what is assigned.',
  },
  when_many_late: {
    vi: 'Quá hạn từ {percent}% số phải làm trở lên.',
    en: '{percent}% or more of what is assigned is overdue.',
  },
  numbers: { vi: 'Ba con số', en: 'The three numbers' },
  col_number: { vi: 'Con số', en: 'Number' },
  col_how: { vi: 'Cách tính', en: 'How it is counted' },
  how_overdue: {
    vi: 'Phần việc của kế hoạch, của các đơn vị đang xem, ở trạng thái quá hạn. Việc đã báo hoàn thành và đang chờ xác nhận không tính là quá hạn. Tổ chức ngoài cơ quan hành chính được đề nghị, không bao giờ quá hạn.',
    en: 'Assignments of the plan, of the units shown, that are overdue. What was reported as done and awaits acceptance is not overdue; bodies outside the executive are asked and never overdue.',
  },
  how_accepted: {
    vi: 'Phần việc đã được cơ quan chủ trì (hoặc cơ quan thường trực) chấp nhận, chia cho số phải làm.',
    en: 'Assignments accepted by the lead agency (or the standing agency), divided by what is assigned.',
  },
  how_checks: {
    vi: 'Việc kiểm tra mở ra vì người dân không thấy hoặc thấy sai nội dung niêm yết, mà đơn vị chưa trả lời.',
    en: 'Checks opened because citizens did not see a posting or saw it wrong, which the unit has not answered.',
  },
  how_trend: {
    vi: 'Đường nhỏ cạnh mỗi số là tám tuần trước, tính theo điều đã ghi đến hết từng ngày đó; ghi bổ sung sau không làm đổi quá khứ.',
    en: 'The small line beside each number is the eight weeks before, by what had been recorded by the end of each day; what was recorded later changes no past.',
  },
  how_median: {
    vi: 'Người của một đơn vị thấy đơn vị mình cạnh mức giữa (trung vị) của các đơn vị cùng loại, khi có từ {n} đơn vị; không nêu tên đơn vị khác.',
    en: 'People of one unit see it beside the median of units of its kind, where there are {n} or more; no other unit is named.',
  },
  states: { vi: 'Quy tắc trạng thái của phần việc', en: 'The rule of states of assignments' },
});
