import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const assignmentErrors = errors('assignments', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy phần việc này.',
    en: 'This assignment was not found.',
    remedy: {
      vi: 'Mở lại từ “Việc của tôi” hoặc từ trang của đơn vị.',
      en: 'Open it again from “My work” or from the unit’s page.',
    },
  },
  not_possible: {
    status: 409,
    vi: 'Phần việc đang ở trạng thái “{state}” nên không thực hiện được “{action}”.',
    en: 'The assignment is “{state}” now, so “{action}” is not possible.',
    remedy: {
      vi: 'Tải lại trang để xem trạng thái mới nhất.',
      en: 'Reload the page to see its latest state.',
    },
  },
  own_claim: {
    status: 403,
    vi: 'Người báo hoàn thành không được tự chấp nhận phần việc của mình.',
    en: 'The person who reported the work as done may not accept it.',
    remedy: {
      vi: 'Đề nghị cơ quan chủ trì hoặc cơ quan thường trực xác nhận.',
      en: 'Ask the lead agency or the standing agency to accept it.',
    },
  },
  reason_needed: {
    status: 422,
    vi: 'Chưa nhập lý do.',
    en: 'The reason is missing.',
    remedy: {
      vi: 'Ghi ngắn gọn vì sao để đơn vị biết phải làm gì.',
      en: 'Say briefly why, so that the unit knows what to do.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Phần việc vừa được người khác thay đổi sau khi bạn mở trang. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: 'Someone else changed this assignment after you opened the page. What you typed is still in the form.',
    remedy: {
      vi: 'Xem diễn biến mới nhất rồi gửi lại nếu vẫn cần.',
      en: 'Read what has happened since, then send again if it is still needed.',
    },
  },
  rows_refused: {
    status: 422,
    vi: 'Có {n} dòng chưa ghi được, nên chưa dòng nào được lưu.',
    en: 'Rows that cannot be recorded: {n}. Nothing has been saved.',
    remedy: {
      vi: 'Sửa những dòng được đánh dấu rồi lưu lại.',
      en: 'Mend the rows that are marked and save again.',
    },
  },
  rows_changed: {
    status: 409,
    vi: 'Có {n} dòng chưa ghi được, trong đó có dòng vừa được người khác thay đổi; chưa dòng nào được lưu.',
    en: 'Rows that cannot be recorded: {n}, some of them changed by somebody else meanwhile. Nothing has been saved.',
    remedy: {
      vi: 'Xem những dòng được đánh dấu: trạng thái mới nhất đã hiện. Sửa rồi lưu lại nếu vẫn cần.',
      en: 'See the rows that are marked, as they stand now. Mend them and save again if still needed.',
    },
  },
  nothing_recorded: {
    status: 422,
    vi: 'Chưa có dòng nào để ghi.',
    en: 'There is nothing to record.',
    remedy: {
      vi: 'Ở cột Ghi, chọn “đang làm” hoặc “báo hoàn thành” cho những việc có thay đổi.',
      en: 'Under Record, choose “in progress” or “report as done” where something changed.',
    },
  },
  sheet_missing: {
    status: 422,
    vi: 'Chưa chọn tệp.',
    en: 'No file was chosen.',
    remedy: { vi: 'Chọn biểu Excel đã điền.', en: 'Choose the filled Excel sheet.' },
  },
  sheet_unknown: {
    status: 422,
    vi: 'Không nhận ra biểu việc tháng trong tệp “{file}”.',
    en: 'No sheet of a month was recognised in “{file}”.',
    remedy: {
      vi: 'Dùng biểu tải về từ trang việc tháng, giữ nguyên dòng tiêu đề và các cột ẩn.',
      en: 'Use the sheet downloaded from the page of the month; keep its header and its hidden columns.',
    },
  },
  sheet_too_long: {
    status: 422,
    vi: 'Biểu có hơn {limit} dòng.',
    en: 'The sheet has more than {limit} rows.',
    remedy: {
      vi: 'Tải biểu của từng tháng rồi nhập riêng.',
      en: 'Download and upload the sheet of each month by itself.',
    },
  },
  sheet_not_found: {
    status: 404,
    vi: 'Không tìm thấy biểu đã nhập này.',
    en: 'This uploaded sheet was not found.',
    remedy: {
      vi: 'Mở lại trang việc tháng và nhập biểu.',
      en: 'Open the page of the month and upload the sheet again.',
    },
  },
  sheet_decided: {
    status: 409,
    vi: 'Biểu này đã được ghi hoặc đã bỏ.',
    en: 'This sheet has been recorded or discarded already.',
    remedy: { vi: 'Mở trang việc tháng để xem.', en: 'Open the page of the month to see.' },
  },
  sheet_changed: {
    status: 409,
    vi: 'Từ lúc bạn xem trước, có phần việc đã thay đổi nên biểu được đọc lại.',
    en: 'Something changed since you looked at the preview, so the sheet was read again.',
    remedy: { vi: 'Xem lại bảng dưới đây rồi xác nhận.', en: 'Look at the preview below and confirm again.' },
  },
  sheet_has_errors: {
    status: 422,
    vi: 'Biểu còn {n} chỗ sai nên chưa ghi gì.',
    en: 'Wrong in the sheet: {n}. Nothing has been recorded.',
    remedy: { vi: 'Sửa các ô được nêu rồi nhập lại.', en: 'Mend the cells named and upload it again.' },
  },
  month_unreadable: {
    status: 422,
    vi: 'Không đọc được tháng cần xem.',
    en: 'The month cannot be read.',
    remedy: {
      vi: 'Ghi thang theo dạng năm-tháng, ví dụ 2024-06.',
      en: 'Write thang as year-month, for example 2024-06.',
    },
  },
  evidence_missing: {
    status: 422,
    vi: 'Chưa đủ minh chứng để báo hoàn thành. Còn thiếu: {missing}.',
    en: 'There is not enough evidence to report the work as done. Missing: {missing}.',
    remedy: {
      vi: 'Thêm minh chứng còn thiếu ngay trong biểu mẫu rồi gửi lại; hoặc ghi đang làm.',
      en: 'Add what is missing in the same form and send it again, or record the work as in progress.',
    },
  },
  evidence_in_use: {
    status: 409,
    vi: 'Lần báo hoàn thành đang dựa vào minh chứng này; rút đi thì thiếu: {missing}.',
    en: 'The report that the work is done rests on this evidence; without it these would be missing: {missing}.',
    remedy: {
      vi: 'Thêm minh chứng thay thế trước rồi mới rút, hoặc đề nghị đơn vị xác nhận trả lại.',
      en: 'Add what takes its place first, then withdraw it; or ask the accepting unit to return the work.',
    },
  },
  redo_in_past: {
    status: 422,
    vi: 'Hạn làm lại đã qua.',
    en: 'The day to do it again has passed.',
    remedy: { vi: 'Chọn hôm nay hoặc một ngày sau đó.', en: 'Choose today or a later day.' },
  },
  not_overridden: {
    status: 409,
    vi: 'Phần việc không có trạng thái đặt bằng tay nào.',
    en: 'This assignment has no state set by hand.',
    remedy: { vi: 'Tải lại trang để xem trạng thái hiện nay.', en: 'Reload the page to see its state now.' },
  },
  override_end_needed: {
    status: 422,
    vi: 'Trạng thái đặt bằng tay phải có ngày kết thúc, từ hôm nay đến {date}.',
    en: 'A state set by hand needs an end, from today to {date}.',
    remedy: {
      vi: 'Nhập ngày cuối cùng trạng thái này còn đúng.',
      en: 'Enter the last day on which it holds.',
    },
  },
  no_event: {
    status: 409,
    vi: 'Phần việc này không phải loại làm khi phát sinh.',
    en: 'This assignment is not one that is done when a case arises.',
    remedy: {
      vi: 'Chỉ mở thêm việc từ phần việc có thời gian “khi phát sinh”.',
      en: 'Open cases only from an assignment whose due is an event.',
    },
  },
  not_in_unit: {
    status: 422,
    vi: 'Người hoặc chức vụ được chọn không thuộc đơn vị này hôm nay.',
    en: 'The person or post chosen does not belong to this unit today.',
    remedy: { vi: 'Chọn lại trong danh sách của đơn vị.', en: 'Choose again from the unit’s list.' },
  },
  handed_already: {
    status: 409,
    vi: 'Phần việc đã được giao đúng như vậy.',
    en: 'The work is already with that person or post.',
    remedy: { vi: 'Chọn người hoặc chức vụ khác nếu cần.', en: 'Choose someone else if it is needed.' },
  },
  nothing_chosen: {
    status: 422,
    vi: 'Chưa chọn phần việc nào.',
    en: 'No assignment was chosen.',
    remedy: { vi: 'Đánh dấu những phần việc cần giao.', en: 'Tick the assignments to hand on.' },
  },
  several_units: {
    status: 422,
    vi: 'Các phần việc được chọn thuộc nhiều đơn vị.',
    en: 'The assignments chosen belong to several units.',
    remedy: { vi: 'Giao lần lượt từng đơn vị.', en: 'Hand on one unit’s work at a time.' },
  },
  mention_unknown: {
    status: 422,
    vi: 'Không có ai mang tên đăng nhập “{name}”.',
    en: 'Nobody has the user name “{name}”.',
    remedy: {
      vi: 'Sửa lại tên sau dấu @, hoặc chọn trong danh sách.',
      en: 'Correct the name after @, or choose from the list.',
    },
  },
  mention_hidden: {
    status: 422,
    vi: 'Người mang tên đăng nhập “{name}” không được xem phần việc này nên không nhắc tên ở đây được.',
    en: 'The person with the user name “{name}” may not see this assignment, so they cannot be mentioned here.',
    remedy: {
      vi: 'Bỏ tên đó, hoặc nhắc người khác của đơn vị thực hiện hay cơ quan xác nhận.',
      en: 'Leave that name out, or mention someone of the implementing or the accepting unit.',
    },
  },
  mentions_too_many: {
    status: 422,
    vi: 'Mỗi lần trao đổi nhắc tên nhiều nhất {limit} người.',
    en: 'A comment mentions {limit} people at most.',
    remedy: { vi: 'Bớt tên, hoặc viết thành nhiều lần.', en: 'Mention fewer, or write several comments.' },
  },
  comment_not_found: {
    status: 404,
    vi: 'Không tìm thấy lời trao đổi này trong những lời bạn đã viết.',
    en: 'This comment was not found among those you wrote.',
    remedy: { vi: 'Tải lại trang của phần việc.', en: 'Reload the page of the assignment.' },
  },
  dropped: {
    status: 409,
    vi: 'Phần việc này đã được bỏ khỏi kế hoạch nên không ghi thêm được.',
    en: 'This assignment was dropped from the plan, so nothing more can be recorded.',
    remedy: {
      vi: 'Xem diễn biến của phần việc để biết lần sửa đổi và lý do.',
      en: 'Its history says which amendment dropped it, and why.',
    },
  },
  receipt_not_found: {
    status: 404,
    vi: 'Lần sửa đổi này không thay đổi việc của đơn vị.',
    en: 'This amendment changed nothing for the unit.',
    remedy: { vi: 'Mở trang sửa đổi từ kế hoạch.', en: 'Open the amendment from the plan.' },
  },
  change_confirmed: {
    status: 409,
    vi: '{name} đã xác nhận thay cho đơn vị lúc {time}.',
    en: '{name} confirmed for the unit at {time}.',
    remedy: { vi: 'Không cần làm gì thêm.', en: 'Nothing more needs to be done.' },
  },
  future_day: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Nhập ngày đã thực sự làm phần việc.', en: 'Enter the day the work was really done.' },
  },
});

errorsByConstraint({
  assignments_entry_not_own: assignmentErrors.own_claim,
  assignments_entry_reason: assignmentErrors.reason_needed,
});
