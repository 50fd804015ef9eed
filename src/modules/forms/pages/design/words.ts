import { formatDate } from '../../../../kernel/dates.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { Translate } from '../../../../kernel/i18n.ts';
import { content } from '../../../papi/index.ts';
import { isUnitKind, kindLabels, type UnitGroup, type UnitsOfDay } from '../../../units/index.ts';
import type { FormVersion } from '../../domain/sheet.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { d } from '../../messages-design.ts';

export const formHref = (id: string): string => `/bieu-mau/${id}`;
export const editHref = (id: string, part: string): string => `/bieu-mau/${id}/sua?phan=${part}`;
export const FORM = '/bieu-mau/:id{[0-9a-f-]{36}}';

export function contentWord(dimension: number, { lang }: Pick<RequestContext, 'lang'>): string {
  return `${dimension}. ${content(dimension as Parameters<typeof content>[0]).short[lang]}`;
}

const PERIODS = {
  month: d.every_month,
  quarter: d.every_quarter,
  half: d.every_half,
  year: d.every_year,
} as const;
const day = (monthDay: string): string => monthDay.split('-').reverse().join('/');

export function periodWords({ asked }: FormSpec, t: Translate): string {
  return asked.periods
    .map((one) =>
      one.kind === 'window' ? t(d.window, { from: day(one.from), to: day(one.to) }) : t(PERIODS[one.kind]),
    )
    .join('; ');
}

export function fillerWords(
  { asked }: FormSpec,
  groups: readonly UnitGroup[],
  units: UnitsOfDay,
  t: Translate,
): string {
  const names = new Map(groups.map((group) => [group.code, group.name]));
  return [
    ...asked.by.groups.map((code) => names.get(code) ?? code),
    ...asked.by.kinds.map(({ kind, tier }) =>
      [isUnitKind(kind) ? t(kindLabels[kind]) : kind, tier ?? ''].join(' ').trim(),
    ),
    ...asked.by.unitIds.map((id) => units.names.get(id) ?? ''),
  ].join('; ');
}

export function stateWords(version: FormVersion, t: Translate): string {
  if (version.state === 'draft') return t(d.draft);
  if (version.state === 'discarded') return t(d.discarded);
  return version.fromOn
    ? `${t(d.published)}, ${t(d.in_force, { day: formatDate(version.fromOn) })}`
    : t(d.published);
}
