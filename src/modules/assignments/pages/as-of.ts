import type { Html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { asOfForm as formOf, asOfNotice as noticeOf } from '../../../ui/index.ts';
import type { Reading } from './reading.ts';

export { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';

/** An address inside the product, read on the same day of the past. */
export function onSameDay(reading: Pick<Reading, 'day'>, href: string): string {
  return onDay(reading.day.asOf, href);
}

/** Says that the page shows a day of the past, and the way back. Empty on a page of today. */
export function asOfNotice({ t, url }: RequestContext, reading: Pick<Reading, 'day'>): Html {
  return noticeOf({ asOf: reading.day.asOf, url }, t);
}

/** Chooses the day to read, keeping the filters of the page. */
export function asOfForm({ t, url }: RequestContext, reading: Pick<Reading, 'day'>): Html {
  return formOf({ asOf: reading.day.asOf, url }, t);
}
