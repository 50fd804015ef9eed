import { type Message, messages } from '../../kernel/i18n.ts';
import type { Section } from '../disclosure/index.ts';

/** What each section of the portal is called. */
export const sectionWords: Readonly<Record<Section, Message>> = messages({
  budget: { vi: 'Ngân sách', en: 'Budget' },
  poverty: { vi: 'Hộ nghèo, hộ cận nghèo', en: 'Poor and near-poor households' },
  land: { vi: 'Đất đai', en: 'Land' },
  projects: { vi: 'Dự án, công trình', en: 'Projects and works' },
  contributions: { vi: 'Khoản dân đóng góp', en: 'Contributions of residents' },
  procedures: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  support: { vi: 'Trợ cấp, hỗ trợ, vay vốn', en: 'Allowances, support, loans' },
  leaders: { vi: 'Lãnh đạo, liên hệ', en: 'Leaders and contact' },
  reception: { vi: 'Lịch tiếp công dân', en: 'Citizen reception' },
  consultation: { vi: 'Lấy ý kiến nhân dân', en: 'Consultations' },
  supervision: { vi: 'Giám sát, kiểm tra, xử lý', en: 'Supervision and its results' },
  integrity: { vi: 'Phòng, chống tham nhũng', en: 'Anti-corruption' },
  recruitment: { vi: 'Tuyển dụng', en: 'Recruitment' },
  military: { vi: 'Nghĩa vụ quân sự', en: 'Military service' },
  rules: { vi: 'Quy định, quy ước', en: 'Rules and conventions' },
  plan: { vi: 'Kế hoạch', en: 'Plans' },
  general: { vi: 'Nội dung khác', en: 'Other' },
});
