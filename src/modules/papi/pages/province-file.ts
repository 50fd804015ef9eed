import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { CITATION } from '../domain/edition.ts';
import { nameOf, TOTAL } from '../domain/editions.ts';
import { ranksOf } from '../domain/ranks.ts';
import { valuesOf } from '../domain/results.ts';
import { m, ranking as r } from '../messages.ts';
import type { PlaceView } from '../queries/province-view.ts';

/** Every value of a place over all years as a list: year, code, name, score, interval, rank. */
export function placeFile(context: RequestContext, view: PlaceView, format: 'xlsx' | 'csv'): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(m.year), width: 8, kind: 'number' },
    { header: t(r.code), width: 10, kind: 'text' },
    { header: t(m.content), width: 50, kind: 'text' },
    { header: t(m.score), width: 12, kind: 'number' },
    { header: t(r.standard_error), width: 12, kind: 'number' },
    { header: t(r.low), width: 12, kind: 'number' },
    { header: t(r.high), width: 12, kind: 'number' },
    { header: t(m.rank), width: 8, kind: 'number' },
  ];
  const rows = view.all.flatMap((results) => {
    const own = results.places.get(view.place.code);
    if (!own) return [];
    const { edition } = results;
    const codes = [
      TOTAL,
      ...edition.dimensions.flatMap((one) => [one.code, ...one.parts]),
      ...edition.indicators.keys(),
    ];
    return codes.flatMap((code) => {
      const one = own.values.get(code);
      if (!one) return [];
      const name = nameOf(edition, code);
      const rank = edition.indicators.has(code) ? null : ranksOf(valuesOf(results, code)).get(own.code)?.rank;
      return [
        [results.year, code, name ? t(name) : '', one.value, one.standardError, one.low, one.high, rank],
      ];
    });
  });
  return listFile(format, `papi-${view.place.code}`, {
    name: view.place.name.slice(0, 30),
    title: t(m.title_of, { place: view.place.name }),
    columns,
    rows,
    notes: [t(m.cite, { cite: CITATION })],
  });
}
