import { type Message, messages } from '../../kernel/i18n.ts';
import type { PersonalKind, UNREAD_REASONS } from './domain/personal-kinds.ts';

/** Writing what an item says: the form, the workbook, files, the look before publishing. */
export const m = messages({
  title_fill: { vi: 'Nhập nội dung công khai', en: 'Fill in the content' },
  title_correct: { vi: 'Đính chính nội dung', en: 'Correct the content' },
  lead: {
    vi: 'Nhập tại đây hoặc tải biểu Excel về điền rồi gửi lên. Bản soạn được giữ lại sau mỗi lần lưu, chỉ bạn thấy cho đến khi công bố.',
    en: 'Type here, or download the workbook, fill it in and send it. Drafts are kept; only you see them until you publish.',
  },
  how: { vi: 'Cách điền số', en: 'How to write numbers' },
  how_what: {
    vi: 'Số tiền ghi bằng đồng, viết như 1.250.000. Ngày viết như 24/06/2024. Không có thì ghi 0 hoặc “không có”, không để trống.',
    en: 'Money in đồng, as 1.250.000. Days as 24/06/2024. Where there is none write 0 or “none”.',
  },
  by_sheet: { vi: 'Dùng biểu Excel', en: 'By workbook' },
  template: { vi: 'Tải biểu Excel để điền', en: 'Download the workbook' },
  sheet_file: { vi: 'Biểu đã điền', en: 'Filled workbook' },
  sheet_hint: {
    vi: '.xlsx hoặc .csv; xem trước từng chỗ sai rồi mới dùng.',
    en: '.xlsx or .csv; you see every problem before it is used.',
  },
  read_sheet: { vi: 'Đọc biểu', en: 'Read the workbook' },
  add_rows: { vi: 'Thêm 5 dòng', en: 'Five more rows' },
  row: { vi: 'Dòng {n}', en: 'Row {n}' },
  too_many_rows: {
    vi: 'Bảng có {n} dòng, dài quá để sửa trên trang này. Tải biểu Excel về, sửa và gửi lên lại.',
    en: 'The table has {n} rows, too many to edit here. Download the workbook, change it and send it.',
  },
  choose_village: { vi: 'Chọn thôn', en: 'Choose a village' },
  summary: { vi: 'Tóm tắt cho người dân', en: 'Summary for citizens' },
  summary_hint: {
    vi: 'Một đoạn ngắn, lời thường: xã công khai gì, con số chính là bao nhiêu.',
    en: 'A short plain paragraph: what is published, and the main figure.',
  },
  reason: { vi: 'Lý do đính chính', en: 'Why it is corrected' },
  reason_hint: {
    vi: 'Người dân đọc được trong lịch sử của nội dung.',
    en: 'Citizens read it in the history.',
  },
  files: { vi: 'Tệp kèm theo', en: 'Files' },
  files_kept: { vi: 'Tệp của bản trước được giữ', en: 'Files of the version before that stay' },
  add_files: { vi: 'Thêm tệp', en: 'Add files' },
  add_files_hint: {
    vi: 'Mỗi tệp được rà dữ liệu cá nhân (số CCCD, điện thoại, tài khoản…) trước khi nhận.',
    en: 'Each file is looked through for personal data before it is taken.',
  },
  add_files_do: { vi: 'Thêm tệp đã chọn', en: 'Add chosen files' },
  file_clean: { vi: 'Không thấy dữ liệu cá nhân', en: 'No personal data found' },
  file_undecided: { vi: 'Có dữ liệu cá nhân: cần quyết định', en: 'Personal data: to be decided' },
  file_reduce: {
    vi: 'Công bố bản rút gọn; bản gốc chỉ lưu trong hệ thống',
    en: 'Reduced copy; the original stays inside',
  },
  file_as_is: { vi: 'Công bố nguyên văn: {reason}', en: 'Published as it is: {reason}' },
  file_open: { vi: 'Xem kết quả rà', en: 'What was found' },
  review: { vi: 'Xem lại để công bố', en: 'Look over and publish' },
  save: { vi: 'Lưu bản soạn', en: 'Save the draft' },
  saved: { vi: 'Đã lưu bản soạn.', en: 'The draft is saved.' },
  drop: { vi: 'Bỏ bản soạn…', en: 'Drop the draft…' },
  drop_what: {
    vi: 'Những gì bạn đang soạn và tệp đã thêm bị xóa hẳn. Nội dung đã công bố không đổi.',
    en: 'What you are writing and its files are erased. What is published does not change.',
  },
  drop_do: { vi: 'Bỏ bản soạn', en: 'Drop the draft' },
  dropped: { vi: 'Đã bỏ bản soạn.', en: 'The draft is dropped.' },
  outdated: {
    vi: 'Bản {n} đã được công bố sau khi bạn bắt đầu soạn. So lại rồi công bố, hoặc bỏ bản soạn và làm lại từ bản mới.',
    en: 'Version {n} was published after you began. Compare before publishing, or drop the draft and begin from the new version.',
  },

  sheet_title: { vi: 'Xem trước biểu đã điền', en: 'The filled workbook' },
  sheet_lead: {
    vi: 'Tệp “{name}”. Chưa có gì thay đổi cho đến khi bạn bấm “Dùng nội dung này”.',
    en: 'File “{name}”. Nothing changes until you use it.',
  },
  sheet_problems: { vi: 'Chỗ sai và chỗ thiếu trong biểu', en: 'Problems in the workbook' },
  sheet_wrong: {
    vi: 'Sai: {n} chỗ. Giá trị sai không được lấy vào.',
    en: 'Wrong values, which are left out: {n}.',
  },
  sheet_missing_n: { vi: 'Thiếu: {n} chỗ.', en: 'Missing values: {n}.' },
  sheet_whole: { vi: 'Đọc được đủ, không có chỗ sai.', en: 'Everything was read.' },
  sheet_nowhere: { vi: 'cả biểu', en: 'workbook' },
  sheet_read: { vi: 'Nội dung đọc được', en: 'What was read' },
  sheet_use: { vi: 'Dùng nội dung này', en: 'Use it' },
  sheet_use_part: { vi: 'Dùng phần đọc được', en: 'Use what could be read' },
  sheet_drop: { vi: 'Không dùng', en: 'Do not use it' },
  sheet_used: { vi: 'Đã đưa nội dung của biểu vào bản soạn.', en: 'The draft holds what the workbook says.' },
  sheet_dropped: { vi: 'Không dùng biểu vừa gửi.', en: 'The workbook is not used.' },
  sheet_more: { vi: 'Còn {n} chỗ nữa; sửa những chỗ trên trước.', en: 'And {n} more; mend these first.' },

  guard_title: { vi: 'Rà dữ liệu cá nhân', en: 'Personal data' },
  guard_lead: {
    vi: 'Tệp “{name}” sẽ lên cổng cho mọi người tải. Dưới đây là những gì máy thấy; số liệu được che bớt.',
    en: 'The file “{name}” would be downloaded by anybody. This is what was found, masked.',
  },
  guard_found: { vi: 'Dữ liệu cá nhân trong tệp', en: 'Personal data in the file' },
  guard_kind: { vi: 'Loại', en: 'Kind' },
  guard_where: { vi: 'Ở đâu', en: 'Where' },
  guard_sample: { vi: 'Thấy (đã che)', en: 'Found (masked)' },
  guard_nothing: { vi: 'Máy không thấy dữ liệu cá nhân nào.', en: 'Nothing was found.' },
  guard_more: { vi: 'và {n} chỗ khác', en: 'and {n} more' },
  guard_unread: { vi: 'Phần máy không đọc được', en: 'What could not be read' },
  in_cell: { vi: 'trang {grid}, ô {address}', en: 'sheet {grid}, cell {address}' },
  in_paragraph: { vi: 'đoạn {number}', en: 'paragraph {number}' },
  in_page: { vi: 'trang {number}', en: 'page {number}' },
  in_aside: { vi: 'ghi chú, đầu trang hoặc phần đã xóa', en: 'a comment, header or deleted part' },
  guard_choice: { vi: 'Bạn chọn', en: 'Your choice' },
  choice_reduce: { vi: 'Dùng bản rút gọn', en: 'Use the reduced copy' },
  choice_reduce_what: {
    vi: 'Hệ thống bỏ các cột và chỗ nêu trên, công bố bản rút gọn. Bản gốc được niêm phong, chỉ người của đơn vị đọc được.',
    en: 'The program leaves out what is named above and publishes the copy. The original is sealed; only the unit reads it.',
  },
  choice_as_is: { vi: 'Công bố nguyên văn', en: 'Publish it as it is' },
  choice_as_is_what: {
    vi: 'Chỉ khi pháp luật cho phép, ví dụ số điện thoại của cơ quan. Ghi rõ lý do; lý do được lưu cùng tệp.',
    en: 'Only where the law allows, as an office’s telephone. Say why; it is kept with the file.',
  },
  choice_drop: { vi: 'Rút tệp này', en: 'Take the file back' },
  choice_drop_what: { vi: 'Tệp bị xóa hẳn khỏi hệ thống.', en: 'The file is erased.' },
  choice_because: { vi: 'Lý do được công bố nguyên văn', en: 'Why it may stand' },
  choice_save: { vi: 'Ghi lựa chọn', en: 'Save the choice' },
  because_needed: { vi: 'Ghi lý do, từ 5 đến 1.000 ký tự.', en: 'Say why, in 5 to 1,000 characters.' },
  file_taken_back: { vi: 'Đã xóa tệp.', en: 'The file is erased.' },
  choice_saved: { vi: 'Đã ghi lựa chọn cho tệp.', en: 'The choice is saved.' },

  publish_title: { vi: 'Xem lại trước khi công bố', en: 'Before publishing' },
  gaps: {
    vi: 'Chưa công bố được: còn {n} chỗ thiếu hoặc sai',
    en: 'It cannot be published yet. To mend: {n}',
  },
  gap_cells: { vi: 'Bảng “{table}”: {n} ô chưa nhập.', en: 'Table “{table}”, empty cells: {n}.' },
  gap_summary: { vi: 'Chưa có tóm tắt cho người dân.', en: 'The summary for citizens is missing.' },
  gap_reason: { vi: 'Chưa có lý do đính chính.', en: 'The reason of the correction is missing.' },
  gap_file: {
    vi: 'Tệp “{name}”: chưa quyết định về dữ liệu cá nhân.',
    en: 'The file “{name}”: personal data is not decided.',
  },
  on_web: { vi: 'Người dân đọc trên cổng', en: 'On the portal' },
  on_paper: { vi: 'Bản niêm yết trên giấy', en: 'On paper' },
  on_both: { vi: 'Nội dung trên cổng và trên giấy', en: 'On the portal and on paper' },
  web_figures: {
    vi: 'Tên người không lên cổng; cổng chỉ hiện số liệu theo thôn.',
    en: 'No names on the portal; figures by village instead.',
  },
  typed_personal: {
    vi: 'Trong lời bạn nhập có chỗ trông như dữ liệu cá nhân. Sửa lại, hoặc ghi vì sao được phép công bố.',
    en: 'Some of what you typed looks personal. Change it, or say why it may be published.',
  },
  typed_because: { vi: 'Vì sao được phép công bố', en: 'Why it may be published' },
  publish_what: {
    vi: 'Nội dung lên cổng công khai ngay và được ghi là bản {n}. Muốn sửa sau đó thì đính chính; bản cũ vẫn lưu.',
    en: 'It goes on the portal at once as version {n}. Later changes are corrections; old versions stay.',
  },
  publish: { vi: 'Công bố', en: 'Publish' },
  publish_correction: { vi: 'Công bố bản đính chính', en: 'Publish the correction' },
  published: {
    vi: 'Đã công bố bản {n}. Việc tiếp theo: niêm yết tại các nơi dưới đây.',
    en: 'Version {n} is published. Next: post it at the places below.',
  },
  back: { vi: 'Sửa tiếp', en: 'Go on writing' },
  nothing_to_review: { vi: 'Chưa có bản soạn nào.', en: 'There is no draft.' },
});

export const personalKindNames = messages({
  citizen_id: { vi: 'Số định danh, CCCD', en: 'Personal number' },
  old_id: { vi: 'Số CMND cũ', en: 'Old identity number' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  bank_account: { vi: 'Số tài khoản', en: 'Bank account' },
  birth_date: { vi: 'Ngày sinh', en: 'Date of birth' },
  health: { vi: 'Sức khỏe, bệnh tật', en: 'Health' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  score: { vi: 'Điểm rà soát', en: 'Score' },
  never_public: { vi: 'Cột không được công khai', en: 'Column that is never public' },
} satisfies Record<PersonalKind, Message>);

export const unreadWords = messages({
  picture: {
    vi: 'Tệp là ảnh: người phải tự xem có dữ liệu cá nhân không.',
    en: 'It is a picture: somebody must look.',
  },
  scan: { vi: 'Có trang là bản chụp: người phải tự xem.', en: 'Some pages are scans: somebody must look.' },
  pictures_inside: {
    vi: 'Trong tệp có ảnh: người phải tự xem.',
    en: 'There are pictures inside: somebody must look.',
  },
  unreadable: { vi: 'Không mở được nội dung tệp.', en: 'The content could not be opened.' },
} satisfies Record<(typeof UNREAD_REASONS)[number], Message>);
