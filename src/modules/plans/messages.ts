import { type Message, messages } from '../../kernel/i18n.ts';
import type { Period } from './domain/due.ts';
import type { PlanState } from './plan.ts';
import type { Lack } from './task.ts';

/** Words of the plan itself: list, head, states, issue. */
export const m = messages({
  plans: { vi: 'Kế hoạch', en: 'Plans' },
  plansLead: {
    vi: 'Kế hoạch đã ban hành và dự thảo bạn được xem.',
    en: 'Issued plans, and the drafts you may see.',
  },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  count: { vi: '{n}', en: '{n}' },
  newPlan: { vi: 'Lập kế hoạch', en: 'New plan' },
  newPlanLead: {
    vi: 'Tạo dự thảo trước; tệp phần lời và phụ lục nhiệm vụ được nhập ở bước sau.',
    en: 'Make the draft first; the body and the annex of tasks are imported in the next step.',
  },
  createDraft: { vi: 'Tạo dự thảo', en: 'Make the draft' },
  created: {
    vi: 'Đã tạo dự thảo. Bước tiếp theo: nhập tệp kế hoạch.',
    en: 'The draft was made. Next: import its files.',
  },
  noPlans: { vi: 'Chưa có kế hoạch nào.', en: 'There is no plan yet.' },
  plansAsOf: {
    vi: 'Đang xem các kế hoạch đã ban hành như đã ghi đến hết ngày {date}. Dự thảo không được giữ theo ngày nên không có ở đây.',
    en: 'You are reading the issued plans as they stood at the end of {date}. Drafts are not kept by day, so none is shown.',
  },
  noPlansFound: { vi: 'Không có kế hoạch nào khớp bộ lọc.', en: 'No plan matches the filters.' },
  noPlansText: {
    vi: 'Cơ quan thường trực lập dự thảo, nhập từ tệp rồi ban hành.',
    en: 'The standing agency makes a draft, imports it from files and issues it.',
  },
  year: { vi: 'Năm', en: 'Year' },
  allYears: { vi: 'Mọi năm', en: 'All years' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  numberHint: { vi: 'Ví dụ 12/KH-UBND', en: 'For example 12/KH-UBND' },
  numberBlankHint: {
    vi: 'Để trống nếu chưa cấp số; khi ban hành sẽ hỏi lại.',
    en: 'Leave empty if it has no number yet; it is asked for at issue.',
  },
  notNumbered: { vi: 'chưa có số', en: 'no number yet' },
  title: { vi: 'Tên kế hoạch', en: 'Title' },
  unit: { vi: 'Đơn vị ban hành', en: 'Issuing unit' },
  state: { vi: 'Trạng thái', en: 'State' },
  allStates: { vi: 'Mọi trạng thái', en: 'All states' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  clauses: { vi: 'Mục', en: 'Clauses' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Date of issue' },
  searchPlans: { vi: 'Tên hoặc số kế hoạch', en: 'Title or number' },
  rows: { vi: '{from}–{to} trong {total}', en: '{from}–{to} of {total}' },
  paperWord: { vi: 'Tải về Word', en: 'Download Word' },
  paperPdf: { vi: 'Tải về PDF', en: 'Download PDF' },
  exportedNote: { vi: 'Xuất ngày {date} từ Dân Biết.', en: 'Exported from Dân Biết on {date}.' },

  draft: { vi: 'dự thảo', en: 'draft' },
  submitted: { vi: 'đã trình', en: 'submitted' },
  issued: { vi: 'đã ban hành', en: 'issued' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
  withdrawn: { vi: 'đã thu hồi', en: 'withdrawn' },

  month: { vi: 'Hằng tháng', en: 'Every month' },
  quarter: { vi: 'Hằng quý', en: 'Every quarter' },
  half: { vi: '6 tháng một lần', en: 'Every half-year' },
  periodYear: { vi: 'Hằng năm', en: 'Every year' },
  regularPeriod: { vi: 'Kỳ của việc “thường xuyên”', en: 'Period of “regular” tasks' },
  regularPeriodHint: {
    vi: 'Nhiệm vụ ghi “Thường xuyên” mà không nêu kỳ sẽ được giao theo kỳ này.',
    en: 'A task that says “regularly” without a period is assigned once in each of these.',
  },
  unitPlanWithin: {
    vi: 'Thời hạn ban hành kế hoạch của đơn vị',
    en: 'Time for each unit to issue its own plan',
  },
  unitPlanWithinHint: {
    vi: 'Số ngày làm việc sau ngày ban hành kế hoạch này, thường là 15. Để trống nếu không yêu cầu đơn vị lập kế hoạch riêng.',
    en: 'Working days after the issue of this plan, usually 15. Leave blank if units are not asked for plans of their own.',
  },
  unitPlanWithinDays: {
    vi: 'Chậm nhất {n} ngày làm việc sau khi ban hành',
    en: 'At most {n} working days after the issue',
  },
  unitPlans: { vi: 'Kế hoạch đơn vị', en: 'Plans of units' },
  unitPlanNone: { vi: 'Không yêu cầu', en: 'Not asked for' },
  parentPlan: { vi: 'Kế hoạch cấp trên', en: 'Plan of the superior' },
  parentPlanNone: { vi: 'Không có trong hệ thống', en: 'Not in the system' },
  parentCitation: { vi: 'Trích dẫn kế hoạch cấp trên', en: 'Citation of the superior’s plan' },
  parentCitationHint: {
    vi: 'Ghi như trong văn bản, nếu kế hoạch đó không có trong hệ thống.',
    en: 'As the document has it, if that plan is not in the system.',
  },
  bases: { vi: 'Văn bản căn cứ', en: 'Legal bases' },
  basesHint: {
    vi: 'Mỗi dòng một văn bản. Số và ngày của văn bản được nhận ra từ dòng đó.',
    en: 'One document per line. Its number and date are read from the line.',
  },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  recipientsHint: { vi: 'Mỗi dòng một nơi nhận.', en: 'One recipient per line.' },
  signer: { vi: 'Người ký', en: 'Signed by' },
  signerName: { vi: 'Họ và tên người ký', en: 'Name of the signer' },
  signerTitle: { vi: 'Chức danh người ký', en: 'Title of the signer' },

  editHead: { vi: 'Sửa thông tin chung', en: 'Edit general information' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Không lưu, quay lại', en: 'Go back without saving' },
  headSaved: { vi: 'Đã lưu thông tin chung.', en: 'The general information was saved.' },
  importFiles: { vi: 'Nhập từ tệp', en: 'Import files' },
  openTasks: { vi: 'Bảng nhiệm vụ', en: 'Table of tasks' },
  submit: { vi: 'Trình ký', en: 'Submit for signature' },
  submittedNow: { vi: 'Đã trình kế hoạch.', en: 'The plan was submitted.' },
  giveBack: { vi: 'Trả lại để sửa', en: 'Return for correction' },
  giveBackReason: { vi: 'Lý do trả lại', en: 'Reason for the return' },
  giveBackExplain: {
    vi: 'Kế hoạch trở lại dự thảo để cơ quan thường trực sửa theo lý do dưới đây.',
    en: 'The plan becomes a draft again, to be corrected for the reason below.',
  },
  returnedNow: { vi: 'Đã trả lại kế hoạch để sửa.', en: 'The plan was returned for correction.' },
  returnedBecause: { vi: 'Được trả lại ngày {date}: {reason}', en: 'Returned on {date}: {reason}' },
  showWork: { vi: 'Tình hình thực hiện', en: 'Progress' },
  close: { vi: 'Kết thúc kế hoạch', en: 'Close the plan' },
  closeExplain: {
    vi: 'Kế hoạch vẫn được lưu và xem lại; không còn là kế hoạch đang thực hiện của đơn vị.',
    en: 'The plan is kept and can be read; it is no longer the plan being carried out.',
  },
  closedNow: { vi: 'Đã kết thúc kế hoạch.', en: 'The plan was closed.' },

  issue: { vi: 'Ban hành', en: 'Issue' },
  issueTitle: { vi: 'Ban hành kế hoạch', en: 'Issue the plan' },
  issueLead: {
    vi: 'Ghi số, ngày và người ký đúng như bản giấy đã ký.',
    en: 'Enter number, date and signer exactly as on the signed paper.',
  },
  issueBlocked: {
    vi: 'Chưa ban hành được: {count} nhiệm vụ còn thiếu thông tin',
    en: 'Not ready to issue. Incomplete tasks: {count}',
  },
  issueWill: {
    vi: 'Giao {assignments} phần việc cho {units} đơn vị.',
    en: 'Assignments to be given: {assignments}; units that receive them: {units}.',
  },
  issueWillTasks: { vi: 'Ban hành {tasks} nhiệm vụ.', en: 'Tasks to be issued: {tasks}.' },
  issueFrozen: {
    vi: 'Nội dung được lưu nguyên làm bản gốc; các đơn vị nhận thông báo ngay.',
    en: 'The content is kept unchanged as the original; the units are notified at once.',
  },
  issuedNow: { vi: 'Đã ban hành kế hoạch số {number}.', en: 'Plan {number} was issued.' },
  dateUnreadable: {
    vi: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 24/06/2024.',
    en: 'Enter the date as day/month/year, for example 24/06/2024.',
  },
  issueDateWrong: {
    vi: 'Ngày ban hành phải là ngày ký, không muộn hơn hôm nay và thuộc năm kế hoạch hoặc năm liền trước.',
    en: 'The date of issue must be the date of the signature: not later than today, in the year of the plan or the year before.',
  },
  taskLacksLead: { vi: 'Nhiệm vụ {code}: chưa có chủ trì.', en: 'Task {code} has no lead.' },
  taskLacksProduct: { vi: 'Nhiệm vụ {code}: chưa có sản phẩm.', en: 'Task {code} has no product.' },
  taskLacksDue: { vi: 'Nhiệm vụ {code}: chưa có thời gian hoàn thành.', en: 'Task {code} has no due date.' },
  taskNamesGoneUnit: {
    vi: 'Nhiệm vụ {code}: có đơn vị không hoạt động vào ngày ban hành.',
    en: 'Task {code} names a unit that is not active on the date of issue.',
  },
  lacksLead: { vi: 'thiếu chủ trì', en: 'no lead' },
  lacksProduct: { vi: 'thiếu sản phẩm', en: 'no product' },
  lacksDue: { vi: 'thiếu thời gian hoàn thành', en: 'no due date' },
  lacksUnit: { vi: 'có đơn vị không còn hoạt động', en: 'a unit that is not active' },
  taskWords: { vi: 'Nội dung nhiệm vụ', en: 'What is to be done' },
  lacking: { vi: 'Còn thiếu', en: 'Missing' },

  planOf: { vi: 'Kế hoạch năm {year} · {unit}', en: 'Plan of {year} · {unit}' },
  numberAndDate: { vi: 'Số {number}, ngày {date}', en: '{number}, {date}' },
  parts: { vi: 'Các phần', en: 'Parts' },
  contentsFilter: { vi: 'Lọc theo nội dung PAPI', en: 'Filter by PAPI content' },
  allContents: { vi: 'Tất cả', en: 'All' },
  contentName: { vi: '{number}. {name}', en: '{number}. {name}' },
  generalContent: { vi: 'Nhiệm vụ chung', en: 'General tasks' },
  noClauses: { vi: 'Kế hoạch chưa có phần lời.', en: 'The plan has no body yet.' },
  noClausesText: {
    vi: 'Nhập tệp phần lời (.docx, .txt) để thấy các mục bên cạnh nhiệm vụ.',
    en: 'Import its body (.docx, .txt) to see the clauses beside their tasks.',
  },
  tasksWithoutClause: { vi: 'Nhiệm vụ chưa gắn với mục nào', en: 'Tasks without a clause' },
  hasProblems: {
    vi: '{count} nhiệm vụ còn thiếu chủ trì, sản phẩm hoặc thời gian hoàn thành.',
    en: 'Tasks that lack a lead, a product or a due date: {count}.',
  },
  showThem: { vi: 'Xem các nhiệm vụ này', en: 'Show them' },
});

export const stateWords: Readonly<Record<PlanState, Message>> = {
  draft: m.draft,
  submitted: m.submitted,
  issued: m.issued,
  closed: m.closed,
  withdrawn: m.withdrawn,
};

export const periodWords: Readonly<Record<Period, Message>> = {
  month: m.month,
  quarter: m.quarter,
  half: m.half,
  year: m.periodYear,
};

export const lackWords: Readonly<Record<Lack | 'unit', Message>> = {
  lead: m.lacksLead,
  product: m.lacksProduct,
  due: m.lacksDue,
  unit: m.lacksUnit,
};
