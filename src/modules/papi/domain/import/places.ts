import { withoutDiacritics } from '../../../../kernel/i18n.ts';

export interface KnownPlace {
  readonly code: string;
  readonly papi: string;
  readonly vi: string;
  readonly en: string;
}

/** Other names that the publisher's workbooks use, folded. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'ho chi minh': '79',
  'tp hcm': '79',
  hcmc: '79',
  hcm: '79',
  hue: '46',
  'thua thien hue': '46',
  'tt hue': '46',
  'vung tau': '77',
  'ba ria vung tau': '77',
  'br vt': '77',
  brvt: '77',
  'dac lac': '66',
  daklak: '66',
  'dac nong': '67',
  daknong: '67',
  'can tho city': '92',
  'ha noi city': '01',
  hanoi: '01',
  danang: '48',
  haiphong: '31',
};

const KIND = /^(?:tinh|thanh pho|tp|city of|province of)\s+|\s+(?:province|city)$/g;

/** Lower case, no diacritics, words apart: how names are compared. */
export function folded(text: string): string {
  return withoutDiacritics(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Finds provinces in cells, by name or by the publisher's code, never by a bare number. */
export class PlaceFinder {
  readonly #byName = new Map<string, KnownPlace>();
  readonly #byCode: ReadonlyMap<string, KnownPlace>;
  readonly #kept = new Map<string, KnownPlace | null>();

  constructor(places: Iterable<KnownPlace>) {
    const list = [...places];
    this.#byCode = new Map(list.map((place) => [place.code, place]));
    for (const place of list) {
      for (const name of [place.vi, place.en, place.papi]) {
        this.#byName.set(folded(name), place);
        this.#byName.set(folded(name).replace(KIND, ''), place);
      }
    }
    for (const [name, code] of Object.entries(OTHER_NAMES)) {
      const place = this.#byCode.get(code);
      if (place && !this.#byName.has(name)) this.#byName.set(name, place);
    }
  }

  /** The province a text names: "Hưng Yên", "Tỉnh Hưng Yên", "21. Hung Yen", "P21". */
  named(text: string): KnownPlace | null {
    if (text.length > 40) return null;
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const name = folded(text);
    const bare = name.replace(/^\d{1,2} (?=[a-z])/, '').replace(KIND, '');
    const found = this.#byName.get(name) ?? this.#byName.get(bare) ?? null;
    this.#kept.set(text, found);
    return found;
  }

  /** In a column of codes: also the administrative code, "33" or 1 for "01". */
  coded(text: string): KnownPlace | null {
    const digits = /^\d{1,2}$/.test(text.trim()) ? text.trim().padStart(2, '0') : null;
    return (digits === null ? null : this.#byCode.get(digits)) ?? this.named(text);
  }
}
