import { isCalendarDate } from '../../../kernel/dates.ts';

/** Where the next page of a list begins: after this entry, in the order of the days of publication (of papers: of posting) and ids. */
export interface PageCursor {
  readonly publishedOn: string;
  readonly itemId: string;
}

/** Before the first entry of every list. */
export const BEGINNING: PageCursor = {
  publishedOn: 'infinity',
  itemId: '00000000-0000-0000-0000-000000000000',
};

const CURSOR = /^(\d{4}-\d\d-\d\d)\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Reads the `sau` of an address; `null` when it is none. */
export function readPageCursor(text: string | undefined): PageCursor | null {
  const [, publishedOn, itemId] = CURSOR.exec(text ?? '') ?? [];
  if (publishedOn === undefined || itemId === undefined) return null;
  return isCalendarDate(publishedOn) ? { publishedOn, itemId } : null;
}

export const pageCursor = ({ publishedOn, itemId }: PageCursor): string => `${publishedOn}.${itemId}`;
