import { auditEvents } from '../../kernel/audit.ts';

export const papiEvents = auditEvents('papi', {
  imported: { vi: 'Nhập kết quả Chỉ số PAPI', en: 'Results of PAPI imported' },
});
