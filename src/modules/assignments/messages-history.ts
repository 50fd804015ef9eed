import { messages } from '../../kernel/i18n.ts';

/** What history says of each thing that was recorded, as a whole sentence; the person stands beside it. */
export const m = messages({
  issued: { vi: 'Giao việc khi ban hành kế hoạch.', en: 'Assigned when the plan was issued.' },
  issued_due: {
    vi: 'Giao việc khi ban hành kế hoạch, hạn {date}.',
    en: 'Assigned when the plan was issued, due on {date}.',
  },
  opened: { vi: 'Mở việc vì có phát sinh: {event}.', en: 'Opened because a case arose: {event}.' },
  opened_due: {
    vi: 'Mở việc vì có phát sinh: {event}. Hạn {date}.',
    en: 'Opened because a case arose: {event}. Due on {date}.',
  },
  start: { vi: 'Ghi đang làm.', en: 'Recorded as in progress.' },
  start_quantity: {
    vi: 'Ghi đang làm, đã đạt số lượng {n}.',
    en: 'Recorded as in progress; counted so far: {n}.',
  },
  claim: { vi: 'Báo hoàn thành.', en: 'Reported as done.' },
  claim_quantity: { vi: 'Báo hoàn thành, số lượng {n}.', en: 'Reported as done; counted: {n}.' },
  ask: { vi: 'Đề nghị xác nhận kết quả đã báo.', en: 'Asked for an answer to the report.' },
  accept: { vi: 'Chấp nhận kết quả.', en: 'Accepted the result.' },
  return: { vi: 'Trả lại để làm lại.', en: 'Returned the work to be done again.' },
  return_by: {
    vi: 'Trả lại để làm lại, chậm nhất ngày {date}.',
    en: 'Returned the work to be done again by {date}.',
  },
  not_applicable: {
    vi: 'Xác nhận không áp dụng cho đơn vị.',
    en: 'Confirmed that it does not apply to the unit.',
  },
  reopen: { vi: 'Mở lại phần việc.', en: 'Reopened the assignment.' },
  hand: { vi: 'Giao cho {to} phụ trách.', en: 'Handed to {to}.' },
  hand_from: { vi: 'Chuyển từ {from} sang {to} phụ trách.', en: 'Handed from {from} to {to}.' },
  hand_nobody: {
    vi: 'Thôi giao riêng; lãnh đạo đơn vị phụ trách.',
    en: 'Given to nobody in particular; a leader of the unit answers.',
  },
  hand_from_nobody: {
    vi: 'Thôi giao cho {from}; lãnh đạo đơn vị phụ trách.',
    en: 'No longer with {from}; a leader of the unit answers.',
  },
  to_person: { vi: '{name} ({title})', en: '{name} ({title})' },
  to_title: { vi: 'người giữ chức vụ {title}', en: 'whoever holds the post {title}' },
  adopt: { vi: 'Đưa vào kế hoạch số {number} của đơn vị.', en: 'Taken into the unit’s plan {number}.' },
  adopt_due: {
    vi: 'Đưa vào kế hoạch số {number} của đơn vị, hạn của đơn vị {date}.',
    en: 'Taken into the unit’s plan {number}, with the unit’s own due date {date}.',
  },
  due_moved: {
    vi: 'Đổi hạn từ {from} sang {to}, {why}.',
    en: 'Moved the due date from {from} to {to}, {why}.',
  },
  no_day: { vi: 'không có ngày', en: 'no day' },
  why_calendar: { vi: 'do lịch làm việc thay đổi', en: 'as the working calendar changed' },
  why_amendment: { vi: 'theo sửa đổi kế hoạch', en: 'by an amendment of the plan' },
  why_issue_corrected: {
    vi: 'do đính chính ngày ban hành kế hoạch',
    en: 'as the plan’s day of issue was corrected',
  },
  why_unit_plan: { vi: 'theo kế hoạch của đơn vị', en: 'by the unit’s plan' },
  amend: {
    vi: 'Nhiệm vụ thay đổi theo sửa đổi lần {n} của kế hoạch.',
    en: 'The task was changed by amendment {n} of the plan.',
  },
  amend_dropped: {
    vi: 'Nhiệm vụ được bỏ theo sửa đổi lần {n} của kế hoạch; kết quả đã được chấp nhận giữ nguyên.',
    en: 'The task was dropped by amendment {n} of the plan; the accepted result stays.',
  },
  amend_revived: {
    vi: 'Phần việc được giao lại theo sửa đổi lần {n} của kế hoạch.',
    en: 'The work was given out again by amendment {n} of the plan.',
  },
  drop: {
    vi: 'Bỏ phần việc theo sửa đổi lần {n} của kế hoạch.',
    en: 'Dropped the work by amendment {n} of the plan.',
  },
  drop_withdrawn: {
    vi: 'Kế hoạch bị thu hồi nên phần việc kết thúc.',
    en: 'The plan was withdrawn, so the work ended.',
  },
  override: {
    vi: 'Đặt trạng thái “{state}” bằng tay, đến hết ngày {date}.',
    en: 'Set the state “{state}” by hand, until the end of {date}.',
  },
  override_end: { vi: 'Bỏ trạng thái đặt bằng tay.', en: 'Removed the state set by hand.' },
  comment: { vi: 'Trao đổi:', en: 'Comment:' },
  comment_withdrawn: {
    vi: 'Trao đổi, sau đó người viết đã rút lại.',
    en: 'A comment, later withdrawn by its author.',
  },
  kind_file: { vi: 'tệp', en: 'file' },
  kind_photo: { vi: 'ảnh', en: 'photo' },
  kind_link: { vi: 'đường dẫn', en: 'link' },
  kind_posting: { vi: 'niêm yết', en: 'posting' },
  kind_minutes: { vi: 'biên bản họp', en: 'minutes' },
  evidence: { vi: 'Thêm minh chứng ({kind}): {what}', en: 'Added evidence ({kind}): {what}' },
  evidence_withdrawn: {
    vi: 'Rút minh chứng ({kind}): {what}',
    en: 'Withdrew evidence ({kind}): {what}',
  },
});
