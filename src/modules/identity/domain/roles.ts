import { type Message, messages } from '../../../kernel/i18n.ts';

/** What a post lets its holder do; the rooms' policies say what each role means there. */
export const ROLES = [
  'admin',
  'standing',
  'leader',
  'lead',
  'member',
  'front',
  'council',
  'superior',
] as const;

export type Role = (typeof ROLES)[number];

export const roleLabels: Readonly<Record<Role, Message>> = messages({
  admin: { vi: 'Quản trị', en: 'Administrator' },
  standing: { vi: 'Cơ quan thường trực', en: 'Standing agency' },
  leader: { vi: 'Lãnh đạo UBND', en: 'Leader of the People’s Committee' },
  lead: { vi: 'Cơ quan chủ trì', en: 'Lead agency' },
  member: { vi: 'Đơn vị thực hiện', en: 'Implementing unit' },
  front: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  council: { vi: 'Hội đồng nhân dân', en: 'People’s Council' },
  superior: { vi: 'Cấp trên (chỉ xem)', en: 'Superior (read only)' },
});

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Roles whose rights end at the post's own unit and what lies below it. */
const WITHIN_OWN_UNIT: readonly Role[] = ['admin', 'leader', 'member'];

/**
 * The highest node that a post of this role can reach: an office (standing agency, lead agency, Front, Council) acts for
 * the committee it stands under, so its reach begins at its parent. A superior sees the whole jurisdiction, whose place is
 * above every root.
 */
export function reachOf(role: Role, lineage: readonly string[]): readonly string[] {
  if (role === 'superior') return [];
  return WITHIN_OWN_UNIT.includes(role) || lineage.length < 2 ? lineage : lineage.slice(0, -1);
}
