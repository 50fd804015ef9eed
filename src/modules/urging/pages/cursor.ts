import { z } from 'zod';
import { isId } from '../../../kernel/ids.ts';
import type { RoundCursor } from '../queries/rounds.ts';

/** `1719190800000_0190…`: the round the page before ended with. Anything else means the first page. */
export const roundCursorSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform((text): RoundCursor => {
    const at = text.indexOf('_');
    return { madeAt: new Date(Number(text.slice(0, at))), id: text.slice(at + 1) };
  })
  .refine((cursor) => isId(cursor.id))
  .optional()
  .catch(undefined);

/** The same as an address carries it. */
export function typedCursor(cursor: RoundCursor | null): string | null {
  return cursor && `${cursor.madeAt.getTime()}_${cursor.id}`;
}
