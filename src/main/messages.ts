import { messages } from '../kernel/i18n.ts';

export const m = messages({
  mine: { vi: 'Việc của tôi', en: 'My work' },
  practices: { vi: 'Mô hình hay', en: 'Good practices' },
  board: { vi: 'Điều hành', en: 'Overview' },
  index: { vi: 'Chỉ số PAPI', en: 'PAPI' },
  plans: { vi: 'Kế hoạch', en: 'Plans' },
  unit_plans: { vi: 'Kế hoạch đơn vị', en: 'Plans of units' },
  figures: { vi: 'Chỉ tiêu', en: 'Catalogue of figures' },
  forms: { vi: 'Biểu mẫu', en: 'Forms' },
  reports: { vi: 'Báo cáo', en: 'Reports' },
  periods: { vi: 'Kỳ báo cáo', en: 'Reporting periods' },
  entry: { vi: 'Số liệu', en: 'Figures' },
  disclosure: { vi: 'Công khai', en: 'Disclosure' },
  inspections: { vi: 'Kiểm tra', en: 'Inspections' },
  units: { vi: 'Đơn vị', en: 'Units' },
  calendar: { vi: 'Lịch làm việc', en: 'Working calendar' },
  urging: { vi: 'Đôn đốc', en: 'Urging' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  operations: { vi: 'Vận hành', en: 'Operations' },
  people: { vi: 'Người dùng', en: 'Users' },
});
