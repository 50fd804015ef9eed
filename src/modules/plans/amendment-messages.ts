import { type Message, messages } from '../../kernel/i18n.ts';
import type { AmendedField, ChangeKind } from './domain/amendment.ts';
import { m } from './messages.ts';
import { tm } from './task-messages.ts';

/** Words of versions: amendments, corrections, withdrawals and next year's plan. */
export const am = messages({
  amendments: { vi: 'Sửa đổi', en: 'Amendments' },
  amendmentsLead: {
    vi: 'Kế hoạch đã ban hành chỉ thay đổi bằng văn bản sửa đổi được ký. Bản gốc và mọi phiên bản đều được giữ nguyên.',
    en: 'An issued plan changes only by a signed amendment. The original and every version are kept as they were.',
  },
  nth: { vi: 'Sửa đổi lần {n}', en: 'Amendment {n}' },
  version: { vi: 'Phiên bản', en: 'Version' },
  signedInVersion: {
    vi: '{signed} · phiên bản {n} (sửa đổi lần {nth})',
    en: '{signed} · version {n} (amendment {nth})',
  },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  versionN: { vi: 'Phiên bản {n}', en: 'Version {n}' },
  versionNth: {
    vi: 'Phiên bản {n}, theo sửa đổi lần {nth} số {number} ngày {date}',
    en: 'Version {n}, by amendment {nth} ({number}, {date})',
  },
  readVersion: { vi: 'Đọc phiên bản {n}', en: 'Read version {n}' },
  readAmendment: { vi: 'Xem sửa đổi lần {n}', en: 'See amendment {n}' },
  readCurrent: { vi: 'Đọc bản hiện hành', en: 'Read the version in force' },
  oldVersion: {
    vi: 'Đang xem phiên bản {n}. Kế hoạch hiện ở phiên bản {current}.',
    en: 'You are reading version {n}. The plan is now at version {current}.',
  },
  asOfVersion: {
    vi: 'Đang xem kế hoạch như đã ghi đến hết ngày {date}: phiên bản {n}.',
    en: 'You are reading the plan as it stood at the end of {date}: version {n}.',
  },
  recordedAfter: {
    vi: 'Ghi sau: sửa đổi lần {n} ban hành ngày {issued} nhưng đến ngày {recorded} mới ghi, nên chưa có ở đây.',
    en: 'Recorded later: amendment {n} was issued on {issued} but recorded on {recorded}, so it is not shown here.',
  },
  compare: { vi: 'So sánh hai phiên bản', en: 'Compare two versions' },
  compareLead: {
    vi: 'Mọi khác biệt về nhiệm vụ giữa hai phiên bản, cũ trước, mới sau.',
    en: 'Every difference in tasks between two versions, the older first.',
  },
  from: { vi: 'Từ phiên bản', en: 'From version' },
  to: { vi: 'Đến phiên bản', en: 'To version' },
  compareShow: { vi: 'So sánh', en: 'Compare' },
  noDifference: { vi: 'Hai phiên bản không khác nhau.', en: 'The two versions do not differ.' },
  counts: {
    vi: '{add} nhiệm vụ thêm, {drop} bỏ, {move} đổi thời gian, {change} sửa nội dung.',
    en: 'Tasks added: {add}; dropped: {drop}; with another due date: {move}; changed otherwise: {change}.',
  },

  kind: { vi: 'Thay đổi', en: 'Change' },
  add: { vi: 'thêm', en: 'added' },
  change: { vi: 'sửa', en: 'changed' },
  move: { vi: 'đổi thời gian', en: 'due date moved' },
  drop: { vi: 'bỏ', en: 'dropped' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  reason: { vi: 'Lý do', en: 'Reason' },
  notThere: { vi: 'chưa có', en: 'not there' },
  dropped: { vi: 'bỏ khỏi kế hoạch', en: 'dropped from the plan' },
  empty: { vi: 'để trống', en: 'empty' },

  start: { vi: 'Lập dự thảo sửa đổi', en: 'Begin an amendment' },
  startWhy: { vi: 'Lý do sửa đổi', en: 'Reason for the amendment' },
  startWhyHint: {
    vi: 'Câu này đứng trong văn bản sửa đổi, ví dụ: Theo Công văn số 215/UBND-NC ngày 10/6/2024 của UBND tỉnh',
    en: 'It will stand in the amendment, for example: following letter 215/UBND-NC of 10/06/2024',
  },
  started: {
    vi: 'Đã lập dự thảo sửa đổi. Chọn nhiệm vụ cần sửa, hoặc thêm nhiệm vụ mới.',
    en: 'The draft was begun. Choose a task to change, or add one.',
  },
  draft: { vi: 'Dự thảo sửa đổi lần {n}', en: 'Draft of amendment {n}' },
  draftLead: {
    vi: 'Kế hoạch và việc đã giao chưa thay đổi cho đến khi sửa đổi được ban hành.',
    en: 'The plan and the assignments do not change until the amendment is issued.',
  },
  draftBy: { vi: '{name} lập ngày {date}', en: 'Begun by {name} on {date}' },
  openDraft: { vi: 'Mở dự thảo sửa đổi', en: 'Open the draft' },
  none: { vi: 'Kế hoạch chưa được sửa đổi lần nào.', en: 'The plan has never been amended.' },
  noneText: {
    vi: 'Cơ quan thường trực lập dự thảo; lãnh đạo ký thì sửa đổi có hiệu lực.',
    en: 'The standing agency begins a draft; it takes effect when it is signed.',
  },
  noChanges: { vi: 'Dự thảo chưa có thay đổi nào.', en: 'The draft holds no change yet.' },
  noChangesText: {
    vi: 'Chọn một nhiệm vụ để sửa, đổi thời gian hoặc bỏ; hoặc thêm nhiệm vụ mới.',
    en: 'Choose a task to change, move or drop; or add a new one.',
  },
  chooseTask: { vi: 'Chọn nhiệm vụ cần sửa', en: 'Choose a task to change' },
  changedAlready: { vi: 'đã có thay đổi trong dự thảo', en: 'changed in the draft' },
  editTask: { vi: 'Sửa nhiệm vụ', en: 'Change the task' },
  moveTask: { vi: 'Đổi thời gian', en: 'Move the due date' },
  dropTask: { vi: 'Bỏ nhiệm vụ', en: 'Drop the task' },
  editTaskTitle: { vi: 'Sửa đổi nhiệm vụ {code}', en: 'Change task {code}' },
  moveTaskTitle: { vi: 'Đổi thời gian nhiệm vụ {code}', en: 'Move the due date of task {code}' },
  dropTaskTitle: { vi: 'Bỏ nhiệm vụ {code}', en: 'Drop task {code}' },
  dropExplain: {
    vi: 'Khi sửa đổi được ban hành, phần việc chưa được chấp nhận của nhiệm vụ này kết thúc với lý do dưới đây; việc đã được chấp nhận giữ nguyên.',
    en: 'When the amendment is issued, assignments of this task that are not accepted end with the reason below; accepted ones stay.',
  },
  whyHint: {
    vi: 'Đơn vị thực hiện sẽ đọc lý do này',
    en: 'The implementing units will read this reason',
  },
  dueNow: { vi: 'Thời gian đang có hiệu lực', en: 'Due date in force' },
  saved: {
    vi: 'Đã ghi thay đổi của nhiệm vụ {code} vào dự thảo.',
    en: 'The change of task {code} is in the draft.',
  },
  undo: { vi: 'Rút', en: 'Take out' },
  undoOf: { vi: 'thay đổi của nhiệm vụ {code}', en: 'the change of task {code}' },
  undone: {
    vi: 'Đã rút thay đổi của nhiệm vụ {code}; nhiệm vụ giữ như đang có hiệu lực.',
    en: 'The change of task {code} was taken out; the task stays as it is in force.',
  },
  otherSaved: { vi: 'Thay đổi đã lưu của nhiệm vụ này', en: 'What was saved for this task' },
  otherSavedBy: { vi: '{name}, lúc {time}', en: '{name}, {time}' },
  discard: { vi: 'Bỏ dự thảo sửa đổi', en: 'Discard the draft' },
  discardExplain: {
    vi: '{n} thay đổi trong dự thảo sẽ bị bỏ. Kế hoạch không đổi; nhật ký vẫn giữ nội dung dự thảo.',
    en: 'Changes in the draft that are discarded: {n}. The plan stays; the audit log keeps what the draft held.',
  },
  discarded: { vi: 'Đã bỏ dự thảo sửa đổi.', en: 'The draft was discarded.' },
  issueTitle: { vi: 'Ban hành sửa đổi lần {n}', en: 'Issue amendment {n}' },
  issueLead: {
    vi: 'Ghi số, ngày và người ký đúng như văn bản sửa đổi đã ký.',
    en: 'Enter number, date and signer exactly as on the signed amendment.',
  },
  issueWill: {
    vi: 'Kế hoạch chuyển sang phiên bản {n}: {counts} Đơn vị liên quan nhận thông báo ngay và xác nhận đã nhận.',
    en: 'The plan gets version {n}. {counts} The units concerned are told at once and asked to confirm.',
  },
  issue: { vi: 'Ban hành sửa đổi', en: 'Issue the amendment' },
  issued: {
    vi: 'Đã ban hành sửa đổi lần {n} số {number}. Kế hoạch ở phiên bản {version}.',
    en: 'Amendment {n} ({number}) was issued. The plan is at version {version}.',
  },
  issuedOn: { vi: 'Ngày ban hành sửa đổi', en: 'Date of the amendment' },
  blocked: {
    vi: 'Chưa ban hành được: {count} nhiệm vụ trong dự thảo còn thiếu thông tin',
    en: 'Not ready to issue. Incomplete tasks in the draft: {count}',
  },

  correct: { vi: 'Đính chính số, ngày ban hành', en: 'Correct number or date of issue' },
  correctLead: {
    vi: 'Dùng khi số hoặc ngày đã nhập khác với văn bản giấy. Nội dung kế hoạch không đổi.',
    en: 'For a number or date that was entered differently from the paper. The content does not change.',
  },
  correctWill: {
    vi: 'Hạn tính từ ngày ban hành được tính lại và báo cho đơn vị. Bản gốc giữ nguyên như đã nhập; lần đính chính này đứng bên cạnh.',
    en: 'Deadlines that count from the issue are computed again and the units told. The original stays as entered, with this correction beside it.',
  },
  correctWhyHint: { vi: 'Ví dụ: nhập nhầm ngày ký', en: 'For example: the date was mistyped' },
  corrected: { vi: 'Đã đính chính: số {number}, ngày {date}.', en: 'Corrected: {number}, {date}.' },
  corrections: { vi: 'Đính chính', en: 'Corrections' },
  correctionOf: {
    vi: 'Số {numberBefore} ngày {dateBefore} được đính chính thành số {numberAfter} ngày {dateAfter}',
    en: '{numberBefore}, {dateBefore} was corrected to {numberAfter}, {dateAfter}',
  },
  correctionBy: { vi: '{name} ghi lúc {time}. Lý do: {reason}', en: 'By {name}, {time}. Reason: {reason}' },

  withdraw: { vi: 'Thu hồi kế hoạch', en: 'Withdraw the plan' },
  withdrawExplain: {
    vi: 'Phần việc chưa được chấp nhận kết thúc với lý do dưới đây; mọi đơn vị được báo. Kế hoạch vẫn đọc được. Không hoàn tác được.',
    en: 'Assignments that are not accepted end with the reason below, and every unit is told. The plan can still be read. This cannot be undone.',
  },
  withdrawOn: { vi: 'Ngày thu hồi', en: 'Date of the withdrawal' },
  withdrawWhy: { vi: 'Lý do thu hồi', en: 'Reason for the withdrawal' },
  withdrawn: { vi: 'Đã thu hồi kế hoạch.', en: 'The plan was withdrawn.' },
  withdrawnBecause: {
    vi: 'Kế hoạch đã bị thu hồi ngày {date}: {reason}',
    en: 'The plan was withdrawn on {date}: {reason}',
  },

  nextYear: { vi: 'Lập kế hoạch năm sau', en: 'Begin next year’s plan' },
  nextYearTitle: { vi: 'Lập kế hoạch năm sau từ kế hoạch này', en: 'Begin next year’s plan from this one' },
  nextYearLead: {
    vi: 'Mục, nhiệm vụ, căn cứ và nơi nhận được chép sang dự thảo mới để rà soát; kế hoạch này không đổi.',
    en: 'Clauses, tasks, legal bases and recipients are copied into a new draft for review; this plan does not change.',
  },
  nextYearWill: {
    vi: 'Chép {clauses} mục và {tasks} nhiệm vụ. Thời gian có ghi năm được chuyển sang năm mới ({moved} nhiệm vụ); kỳ báo cáo giữ nguyên.',
    en: 'Clauses copied: {clauses}; tasks: {tasks}. Due dates that name a year move to the new year ({moved}); periods stay.',
  },
  nextYearRead: {
    vi: 'Cần đọc lại: {tasks} nhiệm vụ và {clauses} mục có nhắc năm {year} trong lời văn; lời văn không tự đổi.',
    en: 'To be read again: tasks ({tasks}) and clauses ({clauses}) whose words name {year}; words are not changed by themselves.',
  },
  nextYearLaw: {
    vi: 'Căn cứ không còn hiệu lực vào hôm nay: {n}. Dự thảo mới sẽ chỉ rõ từng văn bản.',
    en: 'Legal bases not in force today: {n}. The new draft names each.',
  },
  nextYearExists: {
    vi: 'Đã có kế hoạch lập từ kế hoạch này: {title}',
    en: 'A plan was begun from this one: {title}',
  },
  nextYearBegin: { vi: 'Lập dự thảo', en: 'Begin the draft' },
  nextYearBegun: {
    vi: 'Đã lập dự thảo từ kế hoạch năm trước. Rà soát mục, nhiệm vụ và căn cứ trước khi trình.',
    en: 'The draft was begun from last year’s plan. Go through clauses, tasks and legal bases before submitting it.',
  },
  previousPlan: { vi: 'Kế hoạch năm trước', en: 'Plan of the year before' },
  nextPlan: { vi: 'Kế hoạch năm sau', en: 'Plan of the next year' },
  previousTask: { vi: 'Tiếp nối nhiệm vụ năm trước', en: 'Goes on from last year’s task' },
});

export const kindWords: Readonly<Record<ChangeKind, Message>> = {
  add: am.add,
  change: am.change,
  move: am.move,
  drop: am.drop,
};

export const fieldWords: Readonly<Record<AmendedField, Message>> = {
  code: tm.code,
  words: m.taskWords,
  content: tm.content,
  clause: tm.clause,
  products: tm.products,
  lead: tm.lead,
  coordinators: tm.coordinators,
  executors: tm.executors,
  due: tm.due,
  tags: tm.tags,
  priority: tm.priority,
  note: tm.note,
};
