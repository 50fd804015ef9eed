import { type Lang, translator } from '../../kernel/i18n.ts';
import { shippedDeclarations } from './catalog.ts';
import type { Declaration, Regime } from './domain/declaration.ts';
import {
  amountSaid,
  basisSaid,
  daysSaid,
  dueSaid,
  lastsSaid,
  occasionSaid,
  showWords,
  w,
} from './messages-catalog.ts';
import { placeKindNames, sectionNames } from './messages-words.ts';

/** One obligation in words, for lists and papers. */
export interface RegisterLine {
  readonly code: string;
  readonly section: string;
  readonly name: string;
  readonly about: string;
  readonly papi: string;
  readonly when: string;
  readonly officialForm: string;
  readonly web: string;
  readonly regimes: readonly {
    readonly days: string;
    readonly isConfirmed: boolean;
    readonly basis: string;
    readonly due: string;
    readonly places: string;
    readonly note: string;
  }[];
}

/** The obligations that ship, in words, in the order of the sections. */
export function registerLines(lang: Lang): readonly RegisterLine[] {
  const t = translator(lang);
  const regimeLine = (declaration: Declaration, regime: Regime): RegisterLine['regimes'][number] => ({
    days: daysSaid(regime, t),
    isConfirmed: regime.status === 'CONFIRMED',
    basis: regime.basis.map((one) => basisSaid(one, t)).join('; '),
    due: dueSaid(regime, declaration, t),
    places: regime.places
      .map((place) => {
        const how = place.required === 'yes' ? '' : ` (${t(w[place.required])})`;
        const group = place.oneOf === undefined ? '' : ` (${t(w.one_of)})`;
        return `${t(placeKindNames[place.kind])}${how}${group}: ${lastsSaid(place, t)}`;
      })
      .join('; '),
    note: regime.note?.[lang] ?? '',
  });
  return shippedDeclarations().map((declaration) => {
    const { personalOnWeb, papi } = declaration;
    return {
      code: declaration.code,
      section: t(sectionNames[declaration.section]),
      name: declaration.name[lang],
      about: declaration.about[lang],
      papi: papi.sub ?? String(papi.dimension),
      when: occasionSaid(declaration.occasion, t),
      officialForm: declaration.officialForm ?? '',
      web: personalOnWeb
        ? `${t(showWords[personalOnWeb.show])}, ${amountSaid({ amount: personalOnWeb.days, unit: 'd' }, t)}`
        : '',
      regimes: declaration.regimes.map((regime) => regimeLine(declaration, regime)),
    };
  });
}
