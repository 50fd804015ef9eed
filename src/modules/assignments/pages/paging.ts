import { z } from 'zod';
import type { Html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { pager } from '../../../ui/index.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import type { Cursor, ListPage } from '../queries/list.ts';

/** `2024-06-30_0190…`: where the page before ended. Anything else means the first page. */
export const cursorSchema = z
  .string()
  .regex(/^[\d-]{1,12}_[0-9a-f-]{36}$/)
  .transform((text): Cursor => {
    const at = text.indexOf('_');
    return { key: text.slice(0, at), id: text.slice(at + 1) };
  })
  .refine((cursor) => isId(cursor.id))
  .optional()
  .catch(undefined);

/** How many there are, the next page, and the way back to the first. */
export function listPager(
  context: RequestContext,
  page: ListPage,
  total: { count: number; capped: boolean },
): Html {
  const { t, url } = context;
  if (total.count === 0) return pager({ summary: '' }, t);
  const summary = t(total.capped ? m.count_more : m.count_rows, {
    n: total.capped ? assignmentLimits.counted_rows : total.count,
  });
  return pager(
    {
      summary,
      prevHref: url.searchParams.has('sau') ? withQuery(url, { sau: null }) : undefined,
      nextHref: page.next ? withQuery(url, { sau: `${page.next.key}_${page.next.id}` }) : undefined,
    },
    t,
  );
}
