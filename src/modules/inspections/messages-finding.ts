import { messages } from '../../kernel/i18n.ts';

/** The page of a finding. */
export const m = messages({
  kicker: { vi: 'Tồn tại qua kiểm tra · {unit}', en: 'Finding · {unit}' },
  how_due: { vi: 'Cách tính hạn', en: 'How the due follows' },
  calendar_version: { vi: 'Lịch làm việc: {version}.', en: 'Calendar: {version}.' },
  from: { vi: 'Phát hiện qua', en: 'Found by' },
  found: { vi: 'Ngày ghi', en: 'Found on' },
  again: { vi: 'Được kiểm tra lại tại', en: 'Looked at again by' },
  late_notice: {
    vi: 'Đã quá hạn khắc phục (hạn {date}).',
    en: 'The remedy was due by {date}.',
  },
  claimed_notice: {
    vi: 'Đơn vị đã báo khắc phục ngày {date}; chờ bên kiểm tra xác nhận.',
    en: 'The unit reported the remedy on {date}; the inspecting side has not judged it yet.',
  },
  closed_notice: {
    vi: 'Bên kiểm tra đã xác nhận khắc phục xong ngày {date}.',
    en: 'Verified and closed on {date}.',
  },
  proof: { vi: 'Minh chứng khắc phục', en: 'Evidence of the remedy' },
  withdraw_this: { vi: 'Rút minh chứng này', en: 'Withdraw this evidence' },
  withdraw_what: {
    vi: 'Minh chứng không còn được tính nhưng vẫn lưu để đọc lại, kèm lý do rút.',
    en: 'It counts no more, and stays to be read with the reason.',
  },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
  withdrawn_done: { vi: 'Đã rút minh chứng.', en: 'The evidence was withdrawn.' },
  withdrawn_by: { vi: 'Đã rút, {who}, {at}: {reason}', en: 'Withdrawn by {who}, {at}: {reason}' },
  proof_none: { vi: 'Chưa có minh chứng.', en: 'No evidence yet.' },
  added_by: { vi: '{who}, {at}', en: '{who}, {at}' },

  claim_title: { vi: 'Báo đã khắc phục', en: 'Report the remedy' },
  claim_words: { vi: 'Đã làm gì', en: 'What was done' },
  claim_what: {
    vi: 'Kèm ít nhất một minh chứng. Bên kiểm tra xem và xác nhận.',
    en: 'Send at least one piece of evidence. The inspecting side looks at it and judges.',
  },
  photos: { vi: 'Ảnh', en: 'Photos' },
  photos_hint: { vi: 'JPEG, PNG hoặc WebP.', en: 'JPEG, PNG or WebP.' },
  files: { vi: 'Tệp', en: 'Files' },
  files_hint: { vi: 'PDF, Word, Excel hoặc ảnh.', en: 'PDF, Word, Excel or a picture.' },
  link: { vi: 'Đường dẫn', en: 'Link' },
  too_heavy: { vi: 'Các tệp nặng quá {limit} MB.', en: 'The files are larger than {limit} MB.' },
  files_again: {
    vi: 'Trình duyệt không giữ tệp đã chọn: chọn lại tệp trước khi gửi.',
    en: 'The browser does not keep chosen files: choose them again.',
  },
  claim_save: { vi: 'Báo đã khắc phục', en: 'Report' },
  claimed_done: {
    vi: 'Đã báo khắc phục. Bên kiểm tra được thông báo.',
    en: 'Reported. The inspecting side is told.',
  },

  judge_title: { vi: 'Xác nhận khắc phục', en: 'Judge the remedy' },
  judge_verdict: { vi: 'Kết quả', en: 'Result' },
  judge_closed: { vi: 'Đã khắc phục xong', en: 'Put right' },
  judge_closed_what: { vi: 'Đóng tồn tại này.', en: 'Closes the finding.' },
  judge_returned: { vi: 'Chưa đạt', en: 'Not enough' },
  judge_returned_what: {
    vi: 'Trả lại đơn vị khắc phục tiếp; hạn cũ giữ nguyên.',
    en: 'Goes back to the unit; the due stays.',
  },
  judge_words: { vi: 'Căn cứ, nhận xét', en: 'What it rests on' },
  judge_words_hint: {
    vi: 'Bắt buộc khi chưa đạt, hoặc khi đóng mà đơn vị chưa báo.',
    en: 'Needed when it is not enough, or when nothing was reported.',
  },
  judge_save: { vi: 'Ghi xác nhận', en: 'Record' },
  choose_verdict: { vi: 'Chọn một kết quả xác nhận.', en: 'Choose one.' },
  judged_closed: { vi: 'Đã đóng tồn tại.', en: 'Closed.' },
  judged_returned: { vi: 'Đã trả lại đơn vị.', en: 'Returned to the unit.' },
  judged_reopened: { vi: 'Đã mở lại tồn tại.', en: 'Opened again.' },
  judged_extended: { vi: 'Đã gia hạn.', en: 'More time is given.' },
  judge_during: { vi: 'Xác nhận trong cuộc “{title}”.', en: 'Judged during “{title}”.' },

  extend: { vi: 'Gia hạn khắc phục', en: 'Give more time' },
  extend_what: {
    vi: 'Hạn đang có: {date}. Hạn cũ vẫn lưu trong diễn biến.',
    en: 'Due now: {date}. It stays to be read in the history.',
  },
  reopen: { vi: 'Mở lại tồn tại', en: 'Open it again' },
  reopen_what: {
    vi: 'Dùng khi phát hiện việc khắc phục không còn giữ được. Phải có hạn mới.',
    en: 'For what turned out not to be put right. It gets a new due.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },

  due_how: { vi: 'Thời hạn khắc phục', en: 'Due' },
  due_working_days: { vi: 'Số ngày làm việc', en: 'Working days' },
  due_working_days_hint: { vi: 'Tính từ hôm nay.', en: 'Counted from today.' },
  due_day: { vi: 'Hoặc đến hết ngày', en: 'Or by the end of' },
  due_needed: {
    vi: 'Ghi số ngày làm việc (1–500) hoặc một ngày, không ghi cả hai.',
    en: 'Write a number of working days (1–500) or a day, not both.',
  },
  history: { vi: 'Diễn biến', en: 'History' },
  until: { vi: 'Hạn: {date}', en: 'Due: {date}' },
  during: { vi: 'Tại cuộc tái kiểm tra', en: 'During a re-inspection' },
});
