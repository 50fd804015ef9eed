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
  as_of_unreadable: {
    status: 422,
    vi: 'Không đọc được ngày cần xem, hoặc ngày đó chưa đến.',
    en: 'The day to read is not a date, or has not come yet.',
    remedy: {
      vi: 'Ghi as_of theo dạng năm-tháng-ngày, không muộn hơn hôm nay, ví dụ 2024-06-24.',
      en: 'Write as_of as year-month-day, not later than today, for example 2024-06-24.',
    },
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
