import { messages } from '../../../kernel/i18n.ts';

export const imp = messages({
  title: { vi: 'Nhập đơn vị từ tệp', en: 'Import units from a file' },
  lead: {
    vi: 'Xem trước toàn bộ thay đổi rồi mới lưu. Đơn vị và cột không có trong tệp được giữ nguyên; ô để trống sẽ xóa thông tin đang có (trừ cột “Đến ngày”).',
    en: 'You see every change before anything is saved. Units and columns that are not in the file stay as they are; an empty cell clears what is recorded (except in the column “Đến ngày”).',
  },
  file: { vi: 'Tệp danh sách đơn vị', en: 'File with the list of units' },
  fileHint: {
    vi: 'Excel (.xlsx), CSV, bảng trong Word (.docx) hoặc tệp .json',
    en: 'Excel (.xlsx), CSV, a Word table (.docx) or a .json file',
  },
  fileMissing: { vi: 'Chưa chọn tệp.', en: 'Choose a file.' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  template: { vi: 'Tải về tệp mẫu', en: 'Download the template' },
  columns: { vi: 'Các cột của tệp', en: 'Columns of the file' },
  column: { vi: 'Cột', en: 'Column' },
  meaning: { vi: 'Cách ghi', en: 'How to fill it' },
  needed: { vi: 'bắt buộc', en: 'required' },
  aboutKey: {
    vi: 'Tên riêng để máy nhận ra đơn vị: chữ thường không dấu, không đổi về sau. Hai dòng cùng khóa là hai giai đoạn của một đơn vị (đổi tên, chuyển cấp trên). Để trống thì đơn vị được nhận ra theo mã, hoặc theo tên, vào “từ ngày” của dòng.',
    en: 'A name by which the program knows the unit: lower-case letters without diacritics, never changed. Two rows with one key are two periods of one unit (a rename, a move). If it is empty, the unit is found by its code, or by its name, on the first day of the row.',
  },
  aboutCode: {
    vi: 'Mã GSO nếu có. Sau sáp nhập, mã có thể chuyển sang đơn vị khác.',
    en: 'The GSO code where there is one. After a merger a code may move to another unit.',
  },
  aboutName: { vi: 'Tên đầy đủ, ví dụ UBND xã Bãi Sậy.', en: 'The full name, for example UBND xã Bãi Sậy.' },
  aboutKind: { vi: 'Một trong các loại: {kinds}.', en: 'One of: {kinds}.' },
  aboutTier: {
    vi: 'Tên cấp, ví dụ tỉnh, huyện, xã, thôn.',
    en: 'The tier, for example tỉnh, huyện, xã, thôn.',
  },
  aboutParent: {
    vi: 'Khóa, mã hoặc tên của đơn vị cấp trên; để trống nếu đứng đầu cây.',
    en: 'Key, code or name of the unit above; empty at the top of the tree.',
  },
  aboutFrom: { vi: 'Ngày đầu, ví dụ 01/12/2024.', en: 'The first day, for example 01/12/2024.' },
  aboutTo: {
    vi: 'Ngày cuối cùng; để trống khi chưa kết thúc.',
    en: 'The last day; empty while the unit is active.',
  },
  aboutShortNames: {
    vi: 'Các tên gọi khác, cách nhau bằng dấu chấm phẩy.',
    en: 'Other names, separated by semicolons.',
  },
  aboutAct: { vi: 'Văn bản làm căn cứ của giai đoạn này.', en: 'The document this period is based on.' },
  aboutContact: {
    vi: 'Thông tin công bố để người dân liên hệ.',
    en: 'What is published so that citizens can reach the unit.',
  },
  aboutNote: { vi: 'Ghi chú, không công bố.', en: 'A note, not published.' },
  jsonTitle: { vi: 'Tệp .json do phần mềm khác xuất ra', en: 'A .json file written by another program' },
  jsonText: {
    vi: 'Danh sách các đơn vị với key, code, name, kind, tier, parentKey, validFrom, validTo, shortNames, successors (key, on, kind, act, status), published (headTitle, phone, email), note; hoặc danh sách nhóm với key, name, aliases, rules (kinds, tier), exceptKeys.',
    en: 'A list of units with key, code, name, kind, tier, parentKey, validFrom, validTo, shortNames, successors (key, on, kind, act, status), published (headTitle, phone, email), note; or a list of groups with key, name, aliases, rules (kinds, tier), exceptKeys.',
  },
  previewTitle: { vi: 'Xem trước tệp “{file}”', en: 'Preview of “{file}”' },
  previewLead: { vi: 'Chưa có gì được lưu.', en: 'Nothing has been saved.' },
  countNew: { vi: 'Đơn vị mới', en: 'New' },
  countChanged: { vi: 'Thay đổi', en: 'Changed' },
  countClosed: { vi: 'Kết thúc', en: 'Closed' },
  countUnchanged: { vi: 'Không đổi', en: 'Unchanged' },
  countContacts: { vi: 'Liên hệ công bố', en: 'Published contacts' },
  countGroups: { vi: 'Nhóm đơn vị', en: 'Groups' },
  problems: { vi: 'Cần xem lại', en: 'To check' },
  moreProblems: { vi: 'Còn {count} mục nữa chưa hiện.', en: 'Not shown: {count} more.' },
  changes: { vi: 'Sẽ thay đổi', en: 'What will change' },
  moreChanges: { vi: 'Còn {count} dòng nữa chưa hiện.', en: 'Rows not shown: {count} more.' },
  nothing: { vi: 'Tệp này không thay đổi gì.', en: 'This file changes nothing.' },
  hasErrors: {
    vi: 'Tệp còn {count} lỗi nên chưa lưu được. Sửa các ô được nêu rồi tải lên lại.',
    en: 'Errors in the file: {count}, so it cannot be saved. Correct the cells named and upload it again.',
  },
  confirm: { vi: 'Lưu các thay đổi này', en: 'Save these changes' },
  again: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  done: {
    vi: 'Đã nhập: {new} đơn vị mới, {changed} thay đổi, {closed} kết thúc.',
    en: 'Units imported: {new} new, {changed} changed, {closed} closed.',
  },
  fromTo: { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
  fromOpen: { vi: 'từ {from}', en: 'from {from}' },
});
