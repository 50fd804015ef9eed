import { type Message, messages } from '../../kernel/i18n.ts';
import type { ProofPart } from './domain/enough-proof.ts';
import type { ItemState, TestAnswer, TestReason } from './domain/state.ts';

export const r = messages({
  title: { vi: 'Quy tắc đánh giá việc công khai', en: 'How disclosure is judged' },
  lead: {
    vi: 'Trang này nêu đúng quy tắc mà phần mềm dùng để xếp trạng thái từng mục công khai. Trạng thái được tính từ những gì đã ghi lại, không ai sửa tay.',
    en: 'This page states the rule by which the program gives each item its state. States are computed from what was recorded; nobody sets them by hand.',
  },
  states: { vi: 'Trạng thái, xét theo thứ tự từ trên xuống', en: 'States, tried from the top' },
  col_state: { vi: 'Trạng thái', en: 'State' },
  col_when: { vi: 'Khi nào', en: 'When' },
  tests: { vi: 'Ba phép thử: thời gian, nội dung, địa điểm', en: 'The three tests: time, content, place' },
  tests_lead: {
    vi: 'Mỗi phép thử trả lời “đạt”, “không đạt” hoặc “chưa rõ”, kèm lý do. Mục được miễn, đã rút hoặc không phát sinh thì không xét.',
    en: 'Each test answers “yes”, “no” or “not yet”, with its reason. Items that are exempt, withdrawn or nil are not asked.',
  },
  col_test: { vi: 'Phép thử', en: 'Test' },
  col_answer: { vi: 'Trả lời', en: 'Answer' },
  col_reason: { vi: 'Lý do', en: 'Reason' },
  time: { vi: 'Thời gian', en: 'Time' },
  content: { vi: 'Nội dung', en: 'Content' },
  place: { vi: 'Địa điểm', en: 'Place' },
  enough: { vi: 'Minh chứng đủ ở mỗi loại điểm', en: 'What is enough proof at each kind of place' },
  col_place: { vi: 'Loại điểm', en: 'Kind of place' },
  col_enough: { vi: 'Chỉ cần một trong các cách sau', en: 'One of these is enough' },
  and: { vi: '{a} và {b}', en: '{a} and {b}' },
  other: { vi: 'Quy tắc khác', en: 'Other rules' },
  rule_count: {
    vi: 'Đếm thời hạn: ngày xảy ra sự việc không tính. Hạn chậm nhất rơi vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp (Điều 147, Điều 148 Bộ luật Dân sự 2015). Thời gian niêm yết tối thiểu không bao giờ bị rút ngắn.',
    en: 'Counting: the day of the event does not count. A latest day that falls on a day off moves to the next working day (Civil Code 2015, articles 147 and 148). The least time of a posting is never shortened.',
  },
  rule_law: {
    vi: 'Áp dụng quy định có hiệu lực vào ngày xảy ra sự việc. Mục đã mở giữ nguyên quy định của ngày mở.',
    en: 'The law in force on the day of the event applies. An item keeps the terms under which it was opened.',
  },
  rule_places: {
    vi: 'Điểm bắt buộc mà đơn vị chưa có vẫn được tính là thiếu. Một điểm là đủ với các loại: {kinds}.',
    en: 'A place that the law asks for and the unit lacks counts as missing. One is enough of these kinds: {kinds}.',
  },
  rule_claim: {
    vi: 'Khai báo và minh chứng là hai việc: đã niêm yết mà thiếu minh chứng ở một điểm thì chưa phải là “đủ minh chứng”.',
    en: 'Claim and proof are two facts: an item that hangs everywhere and lacks proof at one place is not “proven”.',
  },
  rule_check: {
    vi: 'Người dân phản ánh không thấy hoặc nội dung sai thì đơn vị phải kiểm tra và trả lời trong {n} ngày làm việc. Thời hạn này do hệ thống đặt ra, không phải quy định của pháp luật.',
    en: 'When a citizen does not see it or finds it wrong, the unit looks and answers within {n} working days. This time is set by the program; it is not law.',
  },
  rule_soon: {
    vi: '“Sắp đến hạn” là còn không quá {n} ngày làm việc.',
    en: '“Due soon” means within {n} working days.',
  },
});

export const stateRules = messages({
  exempt: {
    vi: 'Cơ quan thường trực hoặc lãnh đạo cấp trên miễn mục này, có ghi lý do.',
    en: 'The standing agency or leaders above the unit exempted it, with a reason.',
  },
  withdrawn: {
    vi: 'Bản mới nhất là bản rút nội dung; bản cũ vẫn lưu bên trong.',
    en: 'The last version withdraws the content; earlier ones stay inside.',
  },
  nil: {
    vi: 'Đơn vị xác nhận không phát sinh, có ghi lý do. Chỉ xác nhận được khi chưa công bố nội dung nào hoặc đã rút, nên lời này mới hơn bản rút.',
    en: 'The unit said that nothing arose, with a reason. That can only be said before anything was published or after it was withdrawn, so it is the later word.',
  },
  removed_early: {
    vi: 'Ở ít nhất một điểm bắt buộc, lần niêm yết mới nhất bị gỡ khi chưa hết ngày cuối cùng.',
    en: 'At a place that counts the last posting came down before its last day was over.',
  },
  expired: {
    vi: 'Đã niêm yết ở mọi điểm bắt buộc và thời gian niêm yết ở mọi điểm đã hết.',
    en: 'It hung at every place that counts, and its time is over everywhere.',
  },
  proven: {
    vi: 'Đã niêm yết ở mọi điểm bắt buộc và điểm nào cũng đủ minh chứng.',
    en: 'It hangs at every place that counts, and each is proven.',
  },
  posted: {
    vi: 'Đã niêm yết ở mọi điểm bắt buộc, còn điểm thiếu minh chứng.',
    en: 'It hangs at every place that counts, and proof is missing somewhere.',
  },
  late: {
    vi: 'Đã qua hết ngày hạn mà còn điểm bắt buộc chưa niêm yết.',
    en: 'The due day is over and a place that counts has no posting.',
  },
  due_soon: { vi: 'Ngày hạn sắp đến.', en: 'The due day is near.' },
  not_due: { vi: 'Các trường hợp còn lại.', en: 'Everything else.' },
} satisfies Record<ItemState, Message>);

export const answerNames = messages({
  yes: { vi: 'Đạt', en: 'Yes' },
  no: { vi: 'Không đạt', en: 'No' },
  not_yet: { vi: 'Chưa rõ', en: 'Not yet' },
} satisfies Record<TestAnswer, Message>);

export const reasonWords = messages({
  in_time: { vi: 'Mọi điểm bắt buộc niêm yết đúng hạn.', en: 'Every place that counts was in time.' },
  posted_late: { vi: 'Có điểm niêm yết sau ngày hạn.', en: 'A place was posted after the due day.' },
  not_posted: { vi: 'Còn điểm chưa niêm yết.', en: 'A place has no posting.' },
  removed_early: { vi: 'Có điểm bị gỡ sớm.', en: 'A posting came down early.' },
  whole: { vi: 'Đủ các mục nội dung, đúng bản mới nhất.', en: 'Whole, and the last version hangs.' },
  lacks_fields: { vi: 'Thiếu mục nội dung bắt buộc.', en: 'A required value is missing.' },
  said_wrong: {
    vi: 'Người dân phản ánh nội dung sai, đơn vị chưa trả lời.',
    en: 'Citizens found it wrong and are not answered.',
  },
  old_version_hangs: { vi: 'Có điểm còn treo bản cũ.', en: 'An earlier version still hangs somewhere.' },
  nothing_published: { vi: 'Chưa công bố nội dung.', en: 'Nothing was published.' },
  all_proven: { vi: 'Mọi điểm bắt buộc đủ minh chứng.', en: 'Every place that counts is proven.' },
  not_all_posted: { vi: 'Còn điểm chưa niêm yết.', en: 'A place has no posting.' },
  not_all_proven: { vi: 'Còn điểm thiếu minh chứng.', en: 'Proof is missing somewhere.' },
  not_seen: {
    vi: 'Người dân phản ánh không thấy, đơn vị chưa trả lời.',
    en: 'Citizens did not see it and are not answered.',
  },
  no_such_place: { vi: 'Đơn vị chưa có điểm bắt buộc.', en: 'The unit has no such place.' },
} satisfies Record<TestReason, Message>);

export const proofNames = messages({
  photo: { vi: 'ảnh chụp tại điểm', en: 'a photo of the place' },
  minutes: { vi: 'biên bản có người chứng kiến', en: 'minutes with witnesses' },
  file: { vi: 'tệp quét biên bản', en: 'a scan of the minutes' },
  address: { vi: 'địa chỉ bài đăng', en: 'the address of the entry' },
  copy: { vi: 'bản lưu của bài đăng', en: 'a copy of the entry' },
  notice: {
    vi: 'ảnh chụp hoặc tệp của thông báo đã gửi',
    en: 'a picture or file of the notice that was sent',
  },
  log: {
    vi: 'nhật ký phát thanh đủ số lần mỗi ngày, đủ số ngày liên tục',
    en: 'a log with enough broadcasts a day on enough days in a row',
  },
  shown_here: {
    vi: 'cổng công khai này tự ghi lại nội dung đã đăng',
    en: 'this portal’s own record of what it showed',
  },
} satisfies Record<ProofPart, Message>);
