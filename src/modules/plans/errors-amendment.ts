import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

/** What can be met where a signed plan is amended, corrected, withdrawn or read in an older version. */
export const amendmentErrors = errors('plans', {
  not_in_force: {
    status: 409,
    vi: 'Kế hoạch không ở trạng thái đã ban hành nên không sửa đổi, đính chính hoặc thu hồi được.',
    en: 'The plan is not in force, so it cannot be amended, corrected or withdrawn.',
    remedy: {
      vi: 'Mở lại trang kế hoạch để xem trạng thái hiện nay.',
      en: 'Open the plan’s page again to see its state.',
    },
  },
  amendment_open: {
    status: 409,
    vi: 'Kế hoạch đang có một dự thảo sửa đổi.',
    en: 'The plan has a draft of an amendment already.',
    remedy: {
      vi: 'Mở dự thảo đó để làm tiếp, ban hành hoặc bỏ dự thảo.',
      en: 'Open that draft: go on with it, issue it or discard it.',
    },
  },
  amendment_not_found: {
    status: 404,
    vi: 'Không tìm thấy bản sửa đổi này; dự thảo có thể đã được ban hành hoặc đã bỏ.',
    en: 'This amendment was not found; its draft may have been issued or discarded.',
    remedy: {
      vi: 'Mở trang “Sửa đổi” của kế hoạch để xem các bản sửa đổi.',
      en: 'Open the plan’s page of amendments.',
    },
  },
  amendment_empty: {
    status: 422,
    vi: 'Dự thảo sửa đổi chưa có thay đổi nào.',
    en: 'The draft of the amendment holds no change yet.',
    remedy: {
      vi: 'Thêm, sửa, dời hạn hoặc bỏ ít nhất một nhiệm vụ.',
      en: 'Add, change, move or drop at least one task.',
    },
  },
  amendment_stale: {
    status: 409,
    vi: 'Dự thảo sửa đổi đã thay đổi sau khi bạn mở trang.',
    en: 'The draft of the amendment has changed since you opened the page.',
    remedy: {
      vi: 'Xem lại các thay đổi dưới đây rồi ban hành.',
      en: 'Look at the changes below again, then issue it.',
    },
  },
  amendment_number_taken: {
    status: 409,
    vi: 'Kế hoạch hoặc một lần sửa đổi khác đã mang số này, ban hành cùng ngày.',
    en: 'The plan or another of its amendments has this number and day.',
    remedy: { vi: 'Kiểm tra lại số và ngày trên văn bản.', en: 'Check number and day on the paper.' },
  },
  day_out_of_order: {
    status: 422,
    vi: 'Ngày {date} không hợp: phải từ ngày {from} đến ngày {to}.',
    en: '{date} does not fit: it must lie between {from} and {to}.',
    remedy: { vi: 'Nhập ngày ghi trên văn bản đã ký.', en: 'Enter the day on the signed paper.' },
  },
  nothing_changed: {
    status: 422,
    vi: 'Nội dung không khác với bản đang có hiệu lực.',
    en: 'Nothing differs from what is in force.',
    remedy: { vi: 'Sửa ít nhất một thông tin, hoặc quay lại.', en: 'Change something, or go back.' },
  },
  change_conflict: {
    status: 409,
    vi: '{name} đã lưu thay đổi cho nhiệm vụ này lúc {time}, sau khi bạn mở trang. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: '{name} saved a change of this task at {time}, after you opened the page. What you typed is still in the form.',
    remedy: {
      vi: 'So với thay đổi đã lưu ở trên, rồi lưu lại nếu vẫn cần.',
      en: 'Compare with what was saved, then save again if it is still needed.',
    },
  },
  change_gone: {
    status: 409,
    vi: 'Thay đổi này đã được người khác rút khỏi dự thảo sau khi bạn mở trang.',
    en: 'Someone else took this change out of the draft after you opened the page.',
    remedy: {
      vi: 'Lưu lại nếu vẫn cần thay đổi nhiệm vụ này.',
      en: 'Save again if the task should still be changed.',
    },
  },
  version_not_found: {
    status: 404,
    vi: 'Kế hoạch không có phiên bản này, hoặc chưa ban hành vào ngày cần xem.',
    en: 'The plan has no such version, or had not been issued on the day to read.',
    remedy: {
      vi: 'Mở trang kế hoạch để xem các phiên bản đang có.',
      en: 'Open the plan’s page to see its versions.',
    },
  },
  next_year_wrong: {
    status: 422,
    vi: 'Năm của kế hoạch mới phải sau năm {year}.',
    en: 'The new plan must be for a year after {year}.',
    remedy: { vi: 'Nhập năm sau của kế hoạch này.', en: 'Enter a later year.' },
  },
});

errorsByConstraint({
  plans_amendment_version: amendmentErrors.amendment_open,
  plans_amendment_number_unique: amendmentErrors.amendment_number_taken,
});
