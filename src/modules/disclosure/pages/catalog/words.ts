import { formatDate } from '../../../../kernel/dates.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { only, type Rejected, type RequestContext } from '../../../../kernel/http/route.ts';
import { tag } from '../../../../ui/index.ts';
import { isUnitKind, kindLabels } from '../../../units/index.ts';
import type { Declaration, Regime } from '../../domain/declaration.ts';
import { basisSaid, lastsSaid, w } from '../../messages-catalog.ts';
import { c } from '../../messages-register.ts';
import { placeKindNames } from '../../messages-words.ts';
import { mayKeepRegister } from '../../policy-catalog.ts';
import type { BoundDeclaration } from '../../queries/declarations.ts';

export const REGISTER = '/cong-khai/danh-muc';
export const OBLIGATION = `${REGISTER}/:code{[a-z0-9-]+}`;
export const DECLARE = `${REGISTER}/khai-bao/moi`;
export const obligationHref = (code: string): string => `${REGISTER}/${code}`;

export const keepersOnly = only('lãnh đạo, quản trị, cơ quan thường trực của cấp ban hành', mayKeepRegister);

/** From which day it is followed, or that it is not. */
export function followedWords(
  { boundFrom, boundUntil }: BoundDeclaration,
  { t }: Pick<RequestContext, 't'>,
): string {
  if (boundFrom === null) return t(c.not_followed);
  const from = formatDate(boundFrom);
  return boundUntil === null
    ? t(c.followed_from, { day: from })
    : t(c.followed_until, { from, until: formatDate(boundUntil) });
}

export const unconfirmedTag = ({ status }: Regime, { t }: Pick<RequestContext, 't'>): Html | false =>
  status === 'UNCONFIRMED' && tag(t(c.unconfirmed));

export function placesList({ places }: Regime, { t }: Pick<RequestContext, 't'>): Html {
  return html`<ul>${places.map((place) => {
    const how = place.required === 'yes' ? '' : ` (${t(w[place.required])})`;
    const group = place.oneOf === undefined ? '' : `, ${t(w.one_of)}`;
    return html`<li>${t(placeKindNames[place.kind])}${how}: ${lastsSaid(place, t)}${group}</li>`;
  })}</ul>`;
}

/** The same in a line: places with one time of posting stand together. */
export function placesLine({ places }: Regime, { t }: Pick<RequestContext, 't'>): string {
  const byTime = new Map<string, string[]>();
  for (const place of places) {
    if (place.required === 'may') continue;
    const group = place.oneOf === undefined ? '' : `, ${t(w.one_of)}`;
    const time = `${lastsSaid(place, t)}${group}`;
    byTime.set(time, [...(byTime.get(time) ?? []), t(placeKindNames[place.kind])]);
  }
  return [...byTime].map(([time, kinds]) => `${kinds.join(', ')}: ${time}`).join('; ');
}

export const basisLine = ({ basis }: Regime, { t }: Pick<RequestContext, 't'>): string =>
  basis.map((one) => basisSaid(one, t)).join('; ');

/** The units that owe it: “Ủy ban nhân dân cấp xã”. */
export function owersWords({ by }: Declaration, { t }: Pick<RequestContext, 't'>): string {
  return by
    .map(({ kind, tier }) => {
      const named = isUnitKind(kind) ? t(kindLabels[kind]) : kind;
      return tier === null ? t(c.any_tier, { kind: named }) : t(c.of_tier, { kind: named, tier });
    })
    .join('; ');
}

/** What stands above a form that was refused: its problems, or else why the command refused. */
export function refusals(rejected: Rejected | undefined, field: string): readonly FieldProblem[] {
  if (!rejected) return [];
  const { problems, error } = rejected;
  return problems.length > 0 ? problems : [{ field, message: error.type, params: error.params }];
}
