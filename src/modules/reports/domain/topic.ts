import type { PartKey } from './parts.ts';
import { partOfContent } from './parts.ts';

const TOPICS: readonly { readonly part: PartKey; readonly words: RegExp }[] = [
  { part: 'inspection', words: /kiểm tra|thanh tra|giám sát|phúc tra/u },
  {
    part: 'communication',
    words: /tuyên truyền|phổ biến|truyền thanh|phát thanh|thông tin|tập huấn|bồi dưỡng|số (?:tin|bài) /u,
  },
];

/**
 * The part in which a task or a figure is told, exactly one. Those of a content of the index stand there; of the general ones those
 * that speak of inspection or of communication have a part of their own, as reports of this kind have it.
 */
export function partOf({ dimension, words }: { dimension: number; words: string }): PartKey {
  if (dimension !== 0) return partOfContent(dimension);
  const text = words.normalize('NFC').toLowerCase();
  return TOPICS.find((topic) => topic.words.test(text))?.part ?? 'direction';
}
