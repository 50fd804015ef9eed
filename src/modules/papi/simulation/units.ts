import type { DrawnTerm, DrawnUnit } from '../domain/bootstrap.ts';
import { type Edition, TOTAL } from '../domain/editions.ts';
import type { PlaceResult, YearResults } from '../domain/results.ts';

/**
 * What each place's total is made of: its parts with their standard errors where every part has one, else its total with its own, else
 * its total with an error that somebody assumed. `null` when no error is known and none assumed.
 */
export function drawnUnits(results: YearResults, assumedError: number | null): DrawnUnit[] | null {
  const places = [...results.places.values()].filter((place) => place.values.has(TOTAL));
  const whole = places.every((place) => partsOf(results.edition, place) !== null);
  const units = places.map((place): DrawnUnit | null => {
    const terms = whole ? partsOf(results.edition, place) : totalOf(results.edition, place, assumedError);
    return terms && { code: place.code, constant: 0, terms };
  });
  return places.length > 0 && units.every((unit) => unit !== null) ? units : null;
}

function partsOf(edition: Edition, place: PlaceResult): DrawnTerm[] | null {
  const terms: DrawnTerm[] = [];
  for (const part of edition.parts.values()) {
    const own = place.values.get(part.code);
    if (!own || own.standardError === null) return null;
    const { value, standardError } = own;
    terms.push({ value, standardError, weight: 1, min: part.min, max: part.max });
  }
  return terms;
}

function totalOf(edition: Edition, place: PlaceResult, assumed: number | null): DrawnTerm[] | null {
  const own = place.values.get(TOTAL);
  const standardError = own?.standardError ?? assumed;
  if (!own || standardError === null) return null;
  const sum = (side: 'min' | 'max') => edition.dimensions.reduce((all, one) => all + one[side], 0);
  return [{ value: own.value, standardError, weight: 1, min: sum('min'), max: sum('max') }];
}
