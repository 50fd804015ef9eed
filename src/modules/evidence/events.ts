import { auditEvents } from '../../kernel/audit.ts';

export const evidenceEvents = auditEvents('evidence', {
  added: { vi: 'Thêm minh chứng', en: 'Evidence added' },
  withdrawn: { vi: 'Rút minh chứng', en: 'Evidence withdrawn' },
});
