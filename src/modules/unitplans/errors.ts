import { errors } from '../../kernel/errors.ts';

export const unitPlanErrors = errors('unitplans', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy kế hoạch đơn vị này.',
    en: 'This plan of a unit was not found.',
    remedy: {
      vi: 'Mở lại từ trang “Kế hoạch đơn vị”.',
      en: 'Open it again from “Plans of units”.',
    },
  },
  line_not_found: {
    status: 404,
    vi: 'Không tìm thấy dòng này trong dự thảo.',
    en: 'This line was not found in the draft.',
    remedy: { vi: 'Tải lại dự thảo.', en: 'Reload the draft.' },
  },
  too_many_own: {
    status: 422,
    vi: 'Kế hoạch đã có {n} việc riêng của đơn vị, là mức nhiều nhất.',
    en: 'The plan has {n} lines of the unit’s own already, which is the most.',
    remedy: { vi: 'Gộp các việc gần nhau vào một dòng.', en: 'Put related work into one line.' },
  },
  void: {
    status: 409,
    vi: 'Kế hoạch cấp trên đã thu hồi hoặc không còn yêu cầu kế hoạch đơn vị.',
    en: 'The parent plan was withdrawn, or asks for plans of units no longer.',
    remedy: {
      vi: 'Các bản đã ban hành vẫn xem được; không cần làm gì thêm.',
      en: 'Issued versions can still be read; nothing more has to be done.',
    },
  },
  already_received: {
    status: 409,
    vi: '{name} đã xác nhận nhận kế hoạch ngày {date}.',
    en: '{name} confirmed the receipt on {date}.',
    remedy: { vi: 'Tải lại trang để xem bước tiếp theo.', en: 'Reload the page to see the next step.' },
  },
  draft_open: {
    status: 409,
    vi: 'Dự thảo đã được mở để soạn.',
    en: 'A draft is being written already.',
    remedy: { vi: 'Mở dự thảo đang có.', en: 'Open the draft that is there.' },
  },
  not_drafting: {
    status: 409,
    vi: 'Kế hoạch này không có dự thảo đang soạn.',
    en: 'No draft of this plan is being written.',
    remedy: {
      vi: 'Mở trang kế hoạch và bấm “Soạn dự thảo”.',
      en: 'Open the plan’s page and begin a draft.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Người khác vừa lưu thay đổi ở phần bạn đang sửa. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: 'Someone else has just saved a change to what you are editing. What you typed is still in the form.',
    remedy: {
      vi: 'Xem nội dung người kia đã lưu ở các dòng được đánh dấu, sửa lại nếu cần rồi lưu lần nữa.',
      en: 'Read what the other person saved at the marked lines, correct if needed, and save again.',
    },
  },
  incomplete: {
    status: 422,
    vi: 'Chưa ban hành được vì dự thảo còn {n} chỗ thiếu.',
    en: 'The plan cannot be issued yet. Gaps in the draft: {n}.',
    remedy: {
      vi: 'Bổ sung từng chỗ được nêu rồi ban hành.',
      en: 'Fill each gap that is named, then issue.',
    },
  },
  before_parent: {
    status: 422,
    vi: 'Ngày ban hành không được trước ngày ban hành kế hoạch cấp trên, {date}.',
    en: 'The day of issue may not be before that of the parent plan, {date}.',
    remedy: { vi: 'Kiểm tra lại ngày trên văn bản.', en: 'Check the day on the document.' },
  },
  future_day: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Ghi ngày đã ký ban hành.', en: 'Enter the day on which it was signed.' },
  },
  not_issued: {
    status: 409,
    vi: 'Chỉ trả lại được kế hoạch đơn vị đã ban hành và chưa bị trả lại.',
    en: 'Only a plan that is issued, and not returned already, can be returned.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see its state.' },
  },
  reason_needed: {
    status: 422,
    vi: 'Chưa nhập lý do.',
    en: 'The reason is missing.',
    remedy: {
      vi: 'Ghi rõ điều cần sửa để đơn vị biết phải làm gì.',
      en: 'Say what has to be corrected, so that the unit knows what to do.',
    },
  },
});
