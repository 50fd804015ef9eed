import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const planErrors = errors('plans', {
  year_has_tasks: {
    status: 422,
    vi: 'Kế hoạch đã có nhiệm vụ nên không đổi được năm.',
    en: 'The plan has tasks already, so its year cannot be changed.',
    remedy: {
      vi: 'Lập kế hoạch mới cho năm đó rồi nhập lại phụ lục.',
      en: 'Make a new plan for that year and import the annex into it.',
    },
  },
  not_found: {
    status: 404,
    vi: 'Không tìm thấy kế hoạch này.',
    en: 'This plan was not found.',
    remedy: { vi: 'Tìm lại trong danh sách kế hoạch.', en: 'Look for it in the list of plans.' },
  },
  task_not_found: {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này trong kế hoạch.',
    en: 'This task was not found in the plan.',
    remedy: { vi: 'Mở lại danh sách nhiệm vụ của kế hoạch.', en: 'Open the plan’s list of tasks again.' },
  },
  import_not_found: {
    status: 404,
    vi: 'Không tìm thấy bản nhập này.',
    en: 'This import was not found.',
    remedy: { vi: 'Tải tệp lên lại từ trang kế hoạch.', en: 'Upload the files again from the plan’s page.' },
  },
  not_draft: {
    status: 409,
    vi: 'Kế hoạch đã trình hoặc đã ban hành nên không sửa được nữa.',
    en: 'The plan has been submitted or issued and can no longer be changed.',
    remedy: {
      vi: 'Nếu kế hoạch mới ở bước trình, hãy trả lại để sửa rồi làm tiếp.',
      en: 'If it is submitted and not yet issued, return it for correction first.',
    },
  },
  not_submitted: {
    status: 409,
    vi: 'Kế hoạch chưa được trình nên không có gì để trả lại.',
    en: 'The plan has not been submitted, so there is nothing to return.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see its state.' },
  },
  not_issued: {
    status: 409,
    vi: 'Việc này chỉ làm được với kế hoạch đã ban hành và đang thực hiện.',
    en: 'This is possible only for a plan that is issued and under way.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see its state.' },
  },
  already_issued: {
    status: 409,
    vi: 'Kế hoạch này đã được ban hành với số {number}, ngày {date}.',
    en: 'This plan has already been issued as {number} on {date}.',
    remedy: { vi: 'Mở kế hoạch để xem bản đã ban hành.', en: 'Open the plan to see it as issued.' },
  },
  incomplete: {
    status: 422,
    vi: 'Chưa ban hành được: {count} nhiệm vụ còn thiếu chủ trì, sản phẩm hoặc thời gian hoàn thành.',
    en: 'The plan cannot be issued yet. Tasks that lack a lead, a product or a due date: {count}.',
    remedy: {
      vi: 'Bổ sung từng nhiệm vụ được nêu rồi ban hành lại.',
      en: 'Complete each task named, then issue again.',
    },
  },
  no_tasks: {
    status: 422,
    vi: 'Kế hoạch chưa có nhiệm vụ nào.',
    en: 'The plan has no task yet.',
    remedy: {
      vi: 'Nhập phụ lục nhiệm vụ hoặc thêm từng nhiệm vụ.',
      en: 'Import the annex of tasks, or add tasks one by one.',
    },
  },
  number_taken: {
    status: 409,
    vi: 'Đơn vị đã có kế hoạch mang số này, ban hành cùng ngày.',
    en: 'The unit already has a plan with this number issued on the same day.',
    remedy: { vi: 'Kiểm tra lại số và ngày của kế hoạch.', en: 'Check the number and the date.' },
  },
  code_taken: {
    status: 409,
    vi: 'Kế hoạch đã có nhiệm vụ mang mã này.',
    en: 'The plan already has a task with this code.',
    remedy: { vi: 'Dùng mã khác.', en: 'Use another code.' },
  },
  unit_unknown: {
    status: 422,
    vi: 'Đơn vị hoặc nhóm đơn vị đã chọn không hoạt động vào ngày này.',
    en: 'A unit or group chosen is not active on this day.',
    remedy: { vi: 'Chọn lại trong danh sách đơn vị.', en: 'Choose again from the list of units.' },
  },
  clause_unknown: {
    status: 422,
    vi: 'Kế hoạch không có mục “{path}”.',
    en: 'The plan has no clause “{path}”.',
    remedy: {
      vi: 'Chọn một mục có trong kế hoạch hoặc để trống.',
      en: 'Choose a clause of the plan, or leave it empty.',
    },
  },
  sub_dimension_unknown: {
    status: 422,
    vi: 'Nội dung thành phần “{code}” không thuộc nội dung PAPI đã chọn.',
    en: 'The sub-dimension “{code}” does not belong to the PAPI content chosen.',
    remedy: { vi: 'Chọn lại nội dung thành phần hoặc để trống.', en: 'Choose another, or leave it empty.' },
  },
  no_file: {
    status: 422,
    vi: 'Chưa chọn tệp nào.',
    en: 'No file was chosen.',
    remedy: {
      vi: 'Chọn tệp phần lời (.docx, .txt) hoặc tệp phụ lục (.xlsx, .docx, .csv).',
      en: 'Choose a body (.docx, .txt) or an annex (.xlsx, .docx, .csv) of the plan.',
    },
  },
  one_file_each: {
    status: 422,
    vi: 'Tệp “{file}” không dùng được cùng các tệp kia: mỗi lần nhập chỉ nhận một tệp phần lời và một tệp phụ lục.',
    en: 'The file “{file}” cannot go with the others: an import takes one body and one annex.',
    remedy: {
      vi: 'Chọn lại tệp, nhập lần lượt nếu cần.',
      en: 'Choose again; import one after the other if needed.',
    },
  },
  import_decided: {
    status: 409,
    vi: 'Bản nhập này đã được xác nhận hoặc đã bỏ.',
    en: 'This import has already been confirmed or discarded.',
    remedy: { vi: 'Mở lại trang kế hoạch.', en: 'Open the plan’s page again.' },
  },
  import_has_errors: {
    status: 422,
    vi: 'Tệp còn {count} lỗi nên chưa nhập được; chưa có gì được lưu vào kế hoạch.',
    en: 'Errors in the files: {count}. Nothing was saved to the plan.',
    remedy: {
      vi: 'Sửa từng dòng được nêu hoặc bỏ dòng đó rồi xác nhận lại.',
      en: 'Correct or leave out each row named, then confirm again.',
    },
  },
  import_stale: {
    status: 409,
    vi: 'Nội dung xem trước đã thay đổi sau khi bạn mở trang.',
    en: 'The preview has changed since you opened the page.',
    remedy: { vi: 'Xem lại thay đổi rồi xác nhận.', en: 'Look at the changes again, then confirm.' },
  },
  too_many_tasks: {
    status: 422,
    vi: 'Kế hoạch có {count} nhiệm vụ, vượt mức {limit}.',
    en: 'The plan has {count} tasks; the limit is {limit}.',
    remedy: { vi: 'Tách thành nhiều kế hoạch.', en: 'Split it into several plans.' },
  },
  too_many_clauses: {
    status: 422,
    vi: 'Phần lời có {count} mục, vượt mức {limit}.',
    en: 'The body has {count} clauses; the limit is {limit}.',
    remedy: { vi: 'Kiểm tra lại tệp phần lời của kế hoạch.', en: 'Check the file of the plan’s body.' },
  },
  issued_before_year: {
    status: 422,
    vi: 'Ngày ban hành {date} không hợp với kế hoạch năm {year}.',
    en: 'A plan of {year} cannot have been issued on {date}.',
    remedy: {
      vi: 'Nhập ngày ký trên văn bản, không muộn hơn hôm nay.',
      en: 'Enter the date of the signature, not later than today.',
    },
  },
});

errorsByConstraint({
  plans_plan_number_unique: planErrors.number_taken,
  plans_task_code_unique: planErrors.code_taken,
});
