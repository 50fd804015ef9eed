import { isId } from '../../../kernel/ids.ts';

/** Where a list read by the time of the last change goes on: after this item, which changed then. */
export interface Cursor {
  readonly updatedAt: Date;
  readonly itemId: string;
}

/** `2024-06-24T02:00:00.000Z_0191…`, for an address. */
export const writeCursor = ({ updatedAt, itemId }: Cursor): string => `${updatedAt.toISOString()}_${itemId}`;

/** Reads what `writeCursor` wrote; `undefined` for anything else. */
export function readCursor(text: string): Cursor | undefined {
  const [instant = '', itemId = ''] = text.split('_');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant) || !isId(itemId)) return undefined;
  const updatedAt = new Date(instant);
  return Number.isNaN(updatedAt.getTime()) ? undefined : { updatedAt, itemId };
}
