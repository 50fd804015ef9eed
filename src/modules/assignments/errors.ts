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
