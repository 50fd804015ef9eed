import { auditEvents } from '../../kernel/audit.ts';

export const figureEvents = auditEvents('figures', {
  defined: { vi: 'Tạo chỉ tiêu', en: 'Figure defined' },
  redefined: { vi: 'Thay đổi chỉ tiêu', en: 'Definition of a figure changed' },
  catalog_loaded: { vi: 'Nạp danh mục chỉ tiêu', en: 'Catalogue of figures loaded' },
  saved: { vi: 'Nhập số liệu', en: 'Figures entered' },
  remarked: { vi: 'Ghi chú vào ô số liệu', en: 'Remark made beside a figure' },
});
