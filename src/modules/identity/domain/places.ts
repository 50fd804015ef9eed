import type { CalendarDate } from '../../../kernel/dates.ts';

interface PlacedPost {
  readonly lineage: readonly string[];
  readonly to: CalendarDate | null;
}

/**
 * Where a person belongs: the units of the posts that are held or will be; someone who has left every post still belongs
 * where they were, so that whoever ended the posts can grant them again.
 */
export function placesOf(
  posts: readonly PlacedPost[],
  today: CalendarDate,
): { lineages: (readonly string[])[] } {
  const open = posts.filter((post) => post.to === null || post.to >= today);
  return { lineages: (open.length > 0 ? open : posts).map((post) => post.lineage) };
}
