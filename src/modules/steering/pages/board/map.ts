import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { compareVietnamese } from '../../../../kernel/i18n.ts';
import { areaMap, emptyState, type MapClass } from '../../../../ui/index.ts';
import { mapOn } from '../../../units/index.ts';
import { type Level, levelOf } from '../../domain/cell.ts';
import { shortName } from '../../domain/short-name.ts';
import { levelNames, m } from '../../messages.ts';
import { type BoardView, cellHref } from './reading.ts';

export const MAP = 'ban-do';

/** A map of fewer units says less than their rows. */
const FEWEST = 4;

/** Each level in a shape, a pattern and a colour of its own. */
const CLASSES: readonly (readonly [Level, MapClass['state']])[] = [
  ['many_late', 'overdue'],
  ['late', 'due_soon'],
  ['clear', 'in_progress'],
  ['done', 'accepted'],
];

/** "Văn Nhuệ" of "Xã Văn Nhuệ": what fits into a square. */
const withoutKind = (name: string): string => name.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu)\s+/u, '');

/** The shown units as a map by their level as a whole, as they lay on the day; each piece opens to the facts of its unit. */
export async function mapOf(context: RequestContext, view: BoardView): Promise<Html> {
  const { t, db } = context;
  const { board, reading } = view;
  if (board.rows.length < FEWEST) return html`<div id="${MAP}"></div>`;
  const lies = await mapOn(
    db,
    reading.day.today,
    board.rows.map(({ unit }) => unit.id),
  );
  const pieces = [...board.rows]
    .sort((a, b) => compareVietnamese(shortName(a.unit.name), shortName(b.unit.name)))
    .map(({ unit, all }) => {
      const name = shortName(unit.name);
      return {
        name,
        short: withoutKind(name),
        href: cellHref(view, unit.id),
        is: levelOf(all),
        value: t(m.map_value, { n: all.overdue }),
        shape: lies?.shapes.get(unit.id),
      };
    });
  const drawn = areaMap(
    {
      title: t(m.map_title, { date: formatDate(reading.day.today) }),
      note: t(m.map_note),
      classes: CLASSES.map(([level, state]) => ({ key: level, label: t(levelNames[level]), state })),
      pieces,
      pieceLabel: t(m.col_unit),
      valueLabel: t(m.map_overdue),
      frame: lies?.frame,
      empty: emptyState({ title: t(m.nothing_here) }),
    },
    t,
  );
  return html`<div id="${MAP}">${drawn}</div>`;
}
