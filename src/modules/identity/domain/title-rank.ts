/**
 * Where a title stands in its unit, read from its words: no other record says who heads a unit, and the same role is held by a
 * head and by staff ("Chủ tịch UBND xã" and "Công chức Văn phòng" are both members).
 */
export type TitleRank = 'head' | 'deputy' | 'staff';

/** What a head is called, alone or before the name of the unit. */
const HEADS =
  /^(chủ tịch|tổng giám đốc|giám đốc|bí thư|chánh|trưởng|thủ trưởng|chủ nhiệm|chỉ huy trưởng|tổ trưởng|đội trưởng|trạm trưởng|hiệu trưởng|viện trưởng)(?=\s|$)/;

/** A part of a unit has a head of its own, who does not head the unit. */
const OF_A_PART = /^trưởng (bộ phận|nhóm)(?=\s|$)/;

/** "Phó Trưởng phòng, phụ trách phòng": in charge of the whole, not of a field ("phụ trách văn hóa - xã hội"). */
const IN_CHARGE_OF_ALL = /(^|\s)phụ trách (chung|phòng|đơn vị|cơ quan|trung tâm|văn phòng|ban)$/;

const DEPUTY = /(^|\s)phó(?=[\s,]|$)/;

export function rankOf(title: string): TitleRank {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(quyền|q\.) */, '')
    .trim();
  if (IN_CHARGE_OF_ALL.test(words)) return 'head';
  if (DEPUTY.test(words)) return 'deputy';
  return HEADS.test(words) && !OF_A_PART.test(words) ? 'head' : 'staff';
}
