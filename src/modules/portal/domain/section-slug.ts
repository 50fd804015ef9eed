import type { Section } from '../../disclosure/index.ts';

/** How a section is written in an address: people read addresses, so they are Vietnamese without diacritics. */
export const SLUG_OF: Readonly<Record<Section, string>> = {
  budget: 'ngan-sach',
  poverty: 'ho-ngheo',
  land: 'dat-dai',
  projects: 'du-an',
  contributions: 'dong-gop',
  procedures: 'thu-tuc-hanh-chinh',
  fees: 'phi-le-phi',
  support: 'ho-tro',
  leaders: 'lanh-dao',
  reception: 'tiep-cong-dan',
  consultation: 'lay-y-kien',
  supervision: 'giam-sat',
  integrity: 'phong-chong-tham-nhung',
  recruitment: 'tuyen-dung',
  military: 'nghia-vu-quan-su',
  rules: 'quy-che',
  plan: 'ke-hoach',
  general: 'noi-dung-khac',
};

const SECTION_OF = new Map(Object.entries(SLUG_OF).map(([section, slug]) => [slug, section as Section]));

/** The section of an address; `undefined` when nothing is called so. */
export function sectionOfSlug(slug: string): Section | undefined {
  return SECTION_OF.get(slug);
}
