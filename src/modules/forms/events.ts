import { auditEvents } from '../../kernel/audit.ts';

export const formEvents = auditEvents('forms', {
  created: { vi: 'Tạo biểu mẫu', en: 'Form made' },
  draft_saved: { vi: 'Lưu bản nháp biểu mẫu', en: 'Draft of a form saved' },
  draft_discarded: { vi: 'Bỏ bản nháp biểu mẫu', en: 'Draft of a form discarded' },
  published: { vi: 'Ban hành phiên bản biểu mẫu', en: 'Version of a form published' },
  ended: { vi: 'Thôi dùng biểu mẫu', en: 'Form no longer asked' },
  file_staged: { vi: 'Tải tệp Excel lên', en: 'Excel file uploaded' },
  file_written: { vi: 'Ghi tệp Excel đã tải lên', en: 'Uploaded Excel file written' },
  file_discarded: { vi: 'Bỏ tệp Excel đã tải lên', en: 'Uploaded Excel file discarded' },
  catalog_loaded: { vi: 'Nạp biểu mẫu có sẵn', en: 'Shipped forms loaded' },
  cells_saved: { vi: 'Nhập ô của biểu', en: 'Cells of a sheet entered' },
  completed: { vi: 'Xác nhận biểu đã đủ', en: 'Sheet said to be complete' },
  remarked: { vi: 'Ghi chú vào ô của biểu', en: 'Remark made beside a cell' },
  reopened: { vi: 'Sửa lại biểu đã xác nhận', en: 'Confirmation of a sheet taken back' },
});
