import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const scoringErrors = errors('scoring', {
  no_results: {
    status: 404,
    vi: 'Chưa có kết quả PAPI của năm này, hoặc tỉnh chưa có trong bảng kết quả.',
    en: 'There are no PAPI results of this year, or the province is not in the table.',
    remedy: {
      vi: 'Chọn năm khác, hoặc nhập kết quả đã công bố ở trang Chỉ số.',
      en: 'Choose another year, or import the published results at the page of the index.',
    },
  },
  part_unknown: {
    status: 404,
    vi: 'Bộ chỉ số của năm {year} không có nội dung thành phần {part}.',
    en: 'The edition of {year} has no part {part}.',
    remedy: {
      vi: 'Chọn một nội dung thành phần trong bảng phân tích.',
      en: 'Choose a part from the table of the analysis.',
    },
  },
  part_ended: {
    status: 409,
    vi: 'Nội dung thành phần {part} không còn trong bộ chỉ số hiện hành.',
    en: 'Part {part} is not in the edition in force any more.',
    remedy: {
      vi: 'Chỉ giao đầu mối và soạn nhiệm vụ cho nội dung thành phần đang được đo.',
      en: 'Owners and tasks are for parts that are still measured.',
    },
  },
  cause_changed: {
    status: 409,
    vi: '{name} đã ghi lại nguyên nhân lúc {time}, sau khi bạn mở trang. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: '{name} wrote the cause anew at {time}, after you opened the page. What you typed is still in the form.',
    remedy: {
      vi: 'Đọc bản vừa ghi ở trên, rồi lưu lại nếu vẫn cần.',
      en: 'Read what was written, then save again if it is still needed.',
    },
  },
  cause_just_written: {
    status: 409,
    vi: 'Một người khác vừa ghi nguyên nhân của nội dung này cùng lúc với bạn.',
    en: 'Somebody else wrote the cause of this part at the same moment.',
    remedy: { vi: 'Mở lại trang để đọc, rồi lưu lại nếu vẫn cần.', en: 'Open the page again, then save.' },
  },
  unit_unknown: {
    status: 422,
    vi: 'Đơn vị được chọn không hoạt động vào ngày này.',
    en: 'A chosen unit is not active on this day.',
    remedy: { vi: 'Chọn đơn vị trong danh sách.', en: 'Choose a unit from the list.' },
  },
  code_unknown: {
    status: 422,
    vi: 'Bộ chỉ số của năm {year} không có mã {code}.',
    en: 'The edition of {year} has no code {code}.',
    remedy: { vi: 'Chọn mã trong danh sách của trang.', en: 'Choose a code from the list of the page.' },
  },
  practice_not_found: {
    status: 404,
    vi: 'Không tìm thấy mô hình này.',
    en: 'This practice was not found.',
    remedy: { vi: 'Mở lại trang Mô hình hay.', en: 'Open the page of good practices again.' },
  },
  practice_changed: {
    status: 409,
    vi: '{name} đã sửa mô hình này lúc {time}, sau khi bạn mở trang.',
    en: '{name} changed this practice at {time}, after you opened the page.',
    remedy: {
      vi: 'Mở lại trang để xem bản mới, rồi sửa tiếp nếu cần.',
      en: 'Open the page again to see it, then go on.',
    },
  },
  practice_withdrawn: {
    status: 409,
    vi: 'Mô hình này đã được rút.',
    en: 'This practice was withdrawn.',
    remedy: { vi: 'Chọn một mô hình khác.', en: 'Choose another practice.' },
  },
  practice_without_task: {
    status: 409,
    vi: 'Mô hình này chưa có nhiệm vụ soạn sẵn cho nội dung {part}.',
    en: 'This practice has no ready-made task for part {part}.',
    remedy: {
      vi: 'Sửa mô hình để thêm nhiệm vụ soạn sẵn, hoặc chọn mô hình khác.',
      en: 'Add a ready-made task to it, or choose another practice.',
    },
  },
  due_unreadable: {
    status: 422,
    vi: 'Không hiểu thời gian hoàn thành “{words}”.',
    en: 'The due “{words}” was not understood.',
    remedy: {
      vi: 'Viết như trong phụ lục: “Hằng quý”, “Thường xuyên”, “Trước ngày 30/9/2024”.',
      en: 'Write it as an annex does: “Hằng quý”, “Thường xuyên”, “Trước ngày 30/9/2024”.',
    },
  },
  already_drafted: {
    status: 409,
    vi: 'Nhiệm vụ của mô hình này đã được soạn cho nội dung {part}: nhiệm vụ {code}.',
    en: 'The task of this practice was drafted for part {part} already: task {code}.',
    remedy: {
      vi: 'Mở dự thảo sửa đổi hoặc nhiệm vụ đó để sửa tiếp, hoặc chọn mô hình khác.',
      en: 'Open the draft or that task and change it, or choose another practice.',
    },
  },
  no_plan: {
    status: 409,
    vi: 'Chưa có kế hoạch nào đang có hiệu lực để sửa đổi.',
    en: 'No plan is in force that could be amended.',
    remedy: {
      vi: 'Ban hành kế hoạch của năm, rồi mới soạn được sửa đổi.',
      en: 'Issue the plan of the year first.',
    },
  },
  already_adopted: {
    status: 409,
    vi: 'Đơn vị này đã ghi áp dụng mô hình.',
    en: 'This unit has taken the practice over already.',
    remedy: {
      vi: 'Ghi thêm kết quả ở dòng của đơn vị.',
      en: 'Add what came of it at the line of the unit.',
    },
  },
  adoption_not_found: {
    status: 404,
    vi: 'Không tìm thấy lần áp dụng này.',
    en: 'This adoption was not found.',
    remedy: { vi: 'Mở lại trang của mô hình.', en: 'Open the page of the practice again.' },
  },
  day_ahead: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Nhập hôm nay hoặc một ngày đã qua.', en: 'Enter today or a day of the past.' },
  },
  measure_needed: {
    status: 422,
    vi: 'Có số trước khi áp dụng nhưng chưa ghi số đó đo gì.',
    en: 'There is a number, but not what it measures.',
    remedy: {
      vi: 'Ghi tên số liệu, ví dụ “Hồ sơ giải quyết đúng hạn (%)”.',
      en: 'Name the figure, for instance “Files answered in time (%)”.',
    },
  },
});

errorsByConstraint({
  scoring_cause_one_version: scoringErrors.cause_just_written,
  scoring_adoption_once: scoringErrors.already_adopted,
});
