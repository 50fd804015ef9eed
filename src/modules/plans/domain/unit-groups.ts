/** A group stands for every unit of a kind: "UBND các xã, thị trấn". */
export interface UnitGroup {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Groups every plan knows; a directory may add its own and give these other aliases. */
export const GROUPS: readonly UnitGroup[] = [
  { code: 'communes', name: 'UBND các xã, thị trấn', aliases: [] },
  { code: 'departments', name: 'Các phòng, ngành', aliases: [] },
  { code: 'villages', name: 'Các thôn, tổ dân phố', aliases: [] },
];

const COMMUNE = '(?:xa|phuong|thi tran|dac khu)';
const BODY = '(?:phong|ban|nganh|co quan|don vi|doan the|chuyen mon)';
const VILLAGE = '(?:thon|to dan pho|khu pho|khu dan cu|ap)';

/** Patterns over `unitKey`, in which commas and "và" are gone. A bare "xã" alone is no group: too much ends so. */
const PATTERNS: readonly [string, RegExp][] = [
  [
    'communes',
    new RegExp(
      `^(?:(?:chu tich|lanh dao) )?(?:(?:uy ban nhan dan )(?:cac |cap |moi |tat ca cac |\\d{1,3} )?|cac |cap |tat ca cac |moi |\\d{1,3} |(?=xa (?:phuong )?thi tran$))(?:don vi )?${COMMUNE}(?: ${COMMUNE})*(?: (?:truc thuoc|tren dia ban|thuoc).*)?$`,
    ),
  ],
  [
    'departments',
    new RegExp(
      `^(?:(?:thu truong|lanh dao) (?:cac )?|cac )${BODY}(?: ${BODY})*(?: (?:huyen|chu tri|(?:co )?lien quan|chuyen mon|truc thuoc|thuoc)\\b.*)?$`,
    ),
  ],
  [
    'villages',
    new RegExp(
      `^(?:cac )?(?:truong |to truong )?${VILLAGE}(?: (?:(?:cac )?(?:truong |to truong )?${VILLAGE}))*$`,
    ),
  ],
];

/** The group a name means, by `unitKey`; `undefined` when it is a single unit or unknown. */
export function groupOf(key: string): string | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(key))?.[0];
}
