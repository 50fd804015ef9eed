import { auditEvents } from '../../kernel/audit.ts';

export const papiEvents = auditEvents('papi', {
  imported: { vi: 'Nhập kết quả Chỉ số PAPI', en: 'Results of PAPI imported' },
  target_set: { vi: 'Đặt mục tiêu Chỉ số PAPI', en: 'Target of PAPI set' },
  simulation_started: { vi: 'Bắt đầu tính khoảng hạng', en: 'Computing of rank intervals started' },
  simulation_cancelled: { vi: 'Dừng tính khoảng hạng', en: 'Computing of rank intervals stopped' },
});
