import { z } from 'zod';
import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { say } from '../../../kernel/i18n.ts';
import { notice } from '../../../ui/index.ts';
import { CITATION } from '../domain/edition.ts';
import { m } from '../messages.ts';
import type { Province } from '../shipped.ts';
import type { Kind } from '../store.ts';

export const INDEX_PATH = '/chi-so';
export const RANKING_PATH = '/chi-so/xep-hang';
export const IMPORT_PATH = '/chi-so/nhap';
export const SIMULATION_PATH = '/chi-so/khoang-hang';
export const placePath = (code: string): string => `/chi-so/tinh/${encodeURIComponent(code)}`;

/** What every page about results may be asked: a year, a form of file, a day of the past. */
export const readingQuery = {
  nam: z.coerce.number().int().min(2009).max(2100).optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
};

export interface IndexReading {
  readonly asOf: CalendarDate | null;
  readonly day: CalendarDate;
  /** What was recorded from this instant on does not count. */
  readonly before: Date | null;
}

/** Today, or the day of the past that the address asks for: results are those that people knew then. */
export function indexReading(context: RequestContext, typed: string | undefined): IndexReading {
  const asOf = asOfDay(typed, context.today);
  return { asOf, day: asOf ?? context.today, before: asOf === null ? null : endOfDay(asOf) };
}

/** Whose numbers they are, under every page that shows some. */
export function citation({ t }: RequestContext): Html {
  return html`<p class="table-note">${t(m.cite, { cite: CITATION })}</p>`;
}

/** Says of a survey of one's own that it is one. */
export function unofficialNotice({ t }: RequestContext, kind: Kind): Html {
  return kind.isOfficial ? html`` : notice({ kind: 'warning', text: t(m.unofficial_text) }, t);
}

export function provinceName({ lang }: RequestContext, province: Province): string {
  return say(lang, province);
}
