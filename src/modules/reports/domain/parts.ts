import { type Message, messages } from '../../../kernel/i18n.ts';
import { CONTENTS } from '../../papi/index.ts';
import type { ReportKind } from './report.ts';

export const CONTENT_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type ContentPart = `content_${(typeof CONTENT_NUMBERS)[number]}`;

const contentPart = (number: number): ContentPart => `content_${number}` as ContentPart;

/** The parts of a report in their order. */
export const PARTS = [
  'direction',
  ...CONTENT_NUMBERS.map(contentPart),
  'communication',
  'inspection',
  'achievements',
  'shortcomings',
  'causes',
  'responsibility',
  'next_tasks',
  'recommendations',
] as const;
export type PartKey =
  | ContentPart
  | 'direction'
  | 'communication'
  | 'inspection'
  | 'achievements'
  | 'shortcomings'
  | 'causes'
  | 'responsibility'
  | 'next_tasks'
  | 'recommendations';

export const isPart = (key: string): key is PartKey => (PARTS as readonly string[]).includes(key);

/** The content of the index a part is about; `null` for the others. */
export function contentOfPart(key: PartKey): number | null {
  const [, number] = /^content_(\d)$/.exec(key) ?? [];
  return number === undefined ? null : Number(number);
}

export const partOfContent = (dimension: number): PartKey =>
  dimension >= 1 && dimension <= 8 ? contentPart(dimension) : 'direction';

const m = messages({
  direction: { vi: 'Công tác chỉ đạo, điều hành', en: 'Direction' },
  content: { vi: 'Nội dung {n}: {name}', en: 'Content {n}: {name}' },
  communication: { vi: 'Công tác tuyên truyền', en: 'Communication' },
  inspection: { vi: 'Công tác kiểm tra', en: 'Inspection' },
  achievements: { vi: 'Mặt được', en: 'What went well' },
  shortcomings: { vi: 'Tồn tại, hạn chế', en: 'Shortcomings' },
  causes: { vi: 'Nguyên nhân', en: 'Causes' },
  responsibility: { vi: 'Trách nhiệm', en: 'Responsibility' },
  next_tasks: { vi: 'Nhiệm vụ kỳ tới', en: 'Tasks of the next period' },
  next_review: { vi: 'Phương hướng, giải pháp thời gian tới', en: 'Directions and measures ahead' },
  recommendations: { vi: 'Kiến nghị, đề xuất', en: 'Recommendations' },
});

/** What a part is called in reports of a kind. */
export function partTitle(key: PartKey, kind: ReportKind): Message {
  const number = contentOfPart(key);
  if (number !== null) {
    const name = CONTENTS[number];
    return {
      vi: m.content.vi.replace('{n}', String(number)).replace('{name}', name?.vi ?? ''),
      en: m.content.en.replace('{n}', String(number)).replace('{name}', name?.en ?? ''),
    };
  }
  if (key === 'next_tasks' && kind === 'review') return m.next_review;
  return m[key as Exclude<PartKey, ContentPart>];
}
