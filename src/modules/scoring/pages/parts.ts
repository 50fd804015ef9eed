import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { icon, tag } from '../../../ui/index.ts';
import { onSameDay, type Reading } from '../../assignments/index.ts';
import type { EditionPart } from '../../papi/index.ts';
import type { Owner } from '../domain/owner.ts';
import { m } from '../messages.ts';
import type { Analysis, PartLine } from '../queries/analysis.ts';

export const ANALYSIS = '/chi-so/phan-tich';
export const PART = '/chi-so/phan-tich/:part{[1-8]\\.[1-9]}' as const;
export const PRACTICE = '/mo-hinh-hay/:id{[0-9a-f-]{36}}' as const;

/** The analysis of a year; the latest one has no year in its address. */
export function analysisHref(
  reading: Pick<Reading, 'day'>,
  { year, years }: Pick<Analysis, 'year' | 'years'>,
): string {
  return onSameDay(reading, year === years[0] ? ANALYSIS : `${ANALYSIS}?nam=${year}`);
}

/** The page of a part in the same year, read on the same day. */
export function partHref(
  reading: Pick<Reading, 'day'>,
  { year, years }: Pick<Analysis, 'year' | 'years'>,
  code: string,
): string {
  const path = `${ANALYSIS}/${code}`;
  return onSameDay(reading, year === years[0] ? path : `${path}?nam=${year}`);
}

/** The name of a part in the edition of the year that is read. */
export const nameOfPart = (part: EditionPart, { lang }: Pick<RequestContext, 'lang'>): string => part[lang];

/** A warning beside a line: shape and word. */
export const flag = (text: string): Html =>
  html`<span class="badge v-warning">${icon('warning')}${text}</span>`;

/** Who answers for a part, with the mark of what is only proposed. */
export function ownerText(
  { t }: RequestContext,
  owner: Owner | null,
  names: ReadonlyMap<string, string>,
): Html {
  if (!owner) return html`${t(m.no_owner)}`;
  return html`${names.get(owner.unitId) ?? ''}${owner.isProposed && html` ${tag(t(m.proposed))}`}`;
}

/** What stands out of a part, as words. */
export function flagsOf(line: PartLine, { t }: RequestContext): string[] {
  return [
    ...(line.isUncovered ? [t(m.uncovered)] : []),
    ...(line.movement === 'not_moved' ? [t(m.not_moved)] : []),
  ];
}
