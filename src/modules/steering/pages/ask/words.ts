import type { RequestContext } from '../../../../kernel/http/route.ts';
import { CONTENTS } from '../../../papi/index.ts';
import type { UnitsOfDay } from '../../../units/index.ts';
import { shortName } from '../../domain/short-name.ts';
import { ma } from '../../messages-ask.ts';

/** "2. Công khai, minh bạch", or the unit as a whole. */
export function contentName(
  { t, lang }: Pick<RequestContext, 't' | 'lang'>,
  dimension: number | null,
): string {
  if (dimension === null) return t(ma.whole_unit);
  return `${dimension}. ${CONTENTS.find(({ number }) => number === dimension)?.[lang] ?? ''}`;
}

/** "Xã Bãi Sậy · 2. Minh bạch". */
export function askTopic(
  { t, lang }: Pick<RequestContext, 't' | 'lang'>,
  { names }: Pick<UnitsOfDay, 'names'>,
  { unitId, dimension }: { readonly unitId: string; readonly dimension: number | null },
): string {
  const short = CONTENTS.find(({ number }) => number === dimension)?.short[lang];
  const content = dimension === null ? t(ma.whole_unit) : `${dimension}. ${short ?? ''}`;
  return `${shortName(names.get(unitId) ?? '')} · ${content}`;
}
