import { messages } from '../../kernel/i18n.ts';

/** One line for each command in the help. */
export const summaries = messages({
  migrate: { vi: 'đưa cấu trúc dữ liệu lên bản mới nhất', en: 'bring the database schemas up to date' },
  tenantCreate: { vi: 'lập một địa bàn mới', en: 'make a new tenant' },
  tenantList: { vi: 'liệt kê các địa bàn', en: 'list the tenants' },
  userAdd: { vi: 'thêm người dùng và chức vụ', en: 'add a user with a post' },
  userReset: { vi: 'cấp lại mật khẩu', en: 'give a new password' },
  figuresImport: { vi: 'nhập số liệu từ tệp', en: 'import values of figures from a file' },
  figuresExport: { vi: 'xuất số liệu của các kỳ ra tệp', en: 'write the values of periods to a file' },
  figuresDefine: { vi: 'nạp danh mục chỉ tiêu', en: 'load a catalogue of figures' },
  unitsBoundaries: {
    vi: 'nhập ranh giới đơn vị từ tệp GeoJSON',
    en: 'import boundaries of units from a GeoJSON file',
  },
  unitsImport: { vi: 'nhập danh sách đơn vị từ tệp', en: 'import units from a file' },
  papiImport: { vi: 'nhập kết quả PAPI đã công bố', en: 'import published results of PAPI' },
  papiScore: {
    vi: 'tính điểm PAPI từ các chỉ tiêu đã công bố',
    en: 'score PAPI from published indicators',
  },
  planImport: { vi: 'nhập kế hoạch từ tệp', en: 'import a plan from files' },
  planIssue: { vi: 'ban hành kế hoạch', en: 'issue a plan' },
  planList: { vi: 'liệt kê các kế hoạch', en: 'list the plans' },
  due: { vi: 'tính một hạn và giải thích', en: 'compute a deadline and explain it' },
  help: { vi: 'xem hướng dẫn', en: 'show this help' },
});

export const m = messages({
  title: { vi: 'Dân Biết: dòng lệnh', en: 'Dân Biết: command line' },
  usage: { vi: 'Cách dùng', en: 'Usage' },
  commandWord: { vi: 'LỆNH', en: 'COMMAND' },
  optionsWord: { vi: '[TÙY CHỌN]', en: '[OPTIONS]' },
  commands: { vi: 'Các lệnh', en: 'Commands' },
  options: { vi: 'Tùy chọn', en: 'Options' },
  moreHelp: {
    vi: 'Xem từng lệnh: dan-biet LỆNH --help',
    en: 'Help on one command: dan-biet COMMAND --help',
  },
  exitCodes: {
    vi: 'Mã thoát: 0 xong; 2 dữ liệu đưa vào có lỗi; 1 không làm được; 64 gõ sai lệnh.',
    en: 'Exit codes: 0 done; 2 the input has errors; 1 failed; 64 wrong usage.',
  },
  jsonOption: {
    vi: 'in kết quả dạng JSON cho phần mềm khác đọc; lời báo ra luồng lỗi',
    en: 'print the answer as JSON for other programs; messages go to the error stream',
  },
  langOption: { vi: 'ngôn ngữ của lời báo: vi hoặc en', en: 'language of the messages: vi or en' },
  helpOption: { vi: 'xem hướng dẫn', en: 'show help' },
  tenantOption: {
    vi: 'địa bàn (tên ngắn); cần khi có nhiều hơn một',
    en: 'the tenant; needed when there is more than one',
  },
  tenantValue: { vi: 'TÊN-NGẮN', en: 'SLUG' },
  noteLabel: { vi: 'Lưu ý: {text}', en: 'Note: {text}' },
  errorLabel: { vi: 'Lỗi: {text}', en: 'Error: {text}' },
});

export const severities = messages({
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  hint: { vi: 'gợi ý', en: 'hint' },
});
