import { messages } from '../../../kernel/i18n.ts';

/** What a unit is, in the order units of one tier are listed. */
export const UNIT_KINDS = [
  'ubnd',
  'hdnd',
  'so',
  'phong',
  'su_nghiep',
  'nganh_doc',
  'mttq',
  'doan_the',
  'thon',
  'khac',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

export const kindLabels = messages({
  ubnd: { vi: 'Ủy ban nhân dân', en: 'People’s Committee' },
  hdnd: { vi: 'Hội đồng nhân dân', en: 'People’s Council' },
  so: { vi: 'Sở, ngành cấp tỉnh', en: 'Provincial department' },
  phong: { vi: 'Phòng chuyên môn', en: 'Specialised office' },
  su_nghiep: { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  nganh_doc: { vi: 'Cơ quan ngành dọc', en: 'Agency of a vertical sector' },
  mttq: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  doan_the: { vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisation' },
  thon: { vi: 'Thôn, tổ dân phố', en: 'Village or residential group' },
  khac: { vi: 'Đơn vị khác', en: 'Other unit' },
} satisfies Record<UnitKind, { vi: string; en: string }>);

export function isUnitKind(text: string): text is UnitKind {
  return (UNIT_KINDS as readonly string[]).includes(text);
}

const OUTSIDE: readonly string[] = ['mttq', 'doan_the', 'hdnd'];

/** Bodies that a People's Committee asks ("đề nghị") and never assigns work to: the Front, its members, the Council. */
export function isOutsideBody(kind: string): boolean {
  return OUTSIDE.includes(kind);
}
