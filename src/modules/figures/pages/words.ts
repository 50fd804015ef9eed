import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import { content } from '../../papi/index.ts';
import { isUnitKind, kindLabels, type UnitGroup, type UnitsOfDay } from '../../units/index.ts';
import type { AskedPeriod, EnteredBy, FigureDefinition } from '../domain/figure.ts';
import { m, periodNames } from '../messages.ts';

/** `15/12` of `12-15`. */
export const dayAndMonth = (monthDay: string): string => {
  const [month = '', day = ''] = monthDay.split('-');
  return `${day}/${String(Number(month))}`;
};

export function periodWord(asked: AskedPeriod, t: Translate): string {
  if (asked.kind !== 'window') return t(periodNames[asked.kind]);
  return t(periodNames.window, { from: dayAndMonth(asked.from), to: dayAndMonth(asked.to) });
}

export const periodWords = ({ periods }: Pick<FigureDefinition, 'periods'>, t: Translate): string =>
  periods.map((asked) => periodWord(asked, t)).join('; ');

/** Names of groups and units by which enterers are said. */
export interface Names {
  readonly groups: ReadonlyMap<string, string>;
  readonly units: UnitsOfDay['names'];
}

export function namesOf(groups: readonly UnitGroup[], units: UnitsOfDay): Names {
  return { groups: new Map(groups.map(({ code, name }) => [code, name])), units: units.names };
}

/** `UBND các xã, thị trấn; Văn phòng HĐND và UBND huyện`. */
export function enterersWords(enteredBy: EnteredBy, names: Names, t: Translate): string {
  const kindWord = (kind: string): string => (isUnitKind(kind) ? t(kindLabels[kind]) : kind);
  return [
    ...enteredBy.groups.map((code) => names.groups.get(code) ?? code),
    ...enteredBy.kinds.map(({ kind, tier }) =>
      tier === null ? kindWord(kind) : t(m.tier_kind, { kind: kindWord(kind), tier }),
    ),
    ...enteredBy.unitIds.map((id) => names.units.get(id) ?? ''),
  ].join('; ');
}

export function contentWord(dimension: number, { lang }: Pick<RequestContext, 'lang'>): string {
  const found = content(dimension as Parameters<typeof content>[0]);
  return `${dimension}. ${found.short[lang]}`;
}

export const figureHref = (code: string): string => `/chi-tieu/${code}`;

export const cellHref = (code: string, unitId: string, periodCode: string): string =>
  `/chi-tieu/${code}/so-lieu/${unitId}/${periodCode}`;
