import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import type { ExportColumn, ExportSheet, ExportValue } from '../../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../../kernel/http/route.ts';
import { groupOf, provenShare, type Tally } from '../../domain/compliance.ts';
import { bm, lackNames } from '../../messages-board.ts';
import { m as sm } from '../../messages-staff.ts';
import { placeKindNames, sectionNames, stateNames } from '../../messages-words.ts';
import { byPart } from '../../queries/compliance-board.ts';
import { filterWords } from './filters.ts';
import { matrixOf } from './matrix.ts';
import { contentWords, partWords } from './parts.ts';
import { placeLines, placeWords } from './places.ts';
import type { BoardReading, View } from './reading.ts';

type Table = Pick<ExportSheet, 'columns' | 'rows'>;

const text = (header: string, width = 28): ExportColumn => ({ header, width, kind: 'text' });
const number = (header: string): ExportColumn => ({ header, width: 12, kind: 'number' });
const date = (header: string): ExportColumn => ({ header, width: 12, kind: 'date' });

/** What the page shows, whole: no page of a list is left out. */
export async function boardFile(
  context: RequestContext,
  reading: BoardReading,
  format: ListFormat,
): Promise<Answer> {
  const { t } = context;
  const { query, asOf } = reading;
  const at = asOf === null ? formatInstant(context.now) : formatDate(asOf);
  const filters = await filterWords(context, reading);
  return listFile(format, `cong-khai-${query.xem}-${reading.day}`, {
    name: t(bm.title),
    title: `${t(bm.title)}: ${t(TITLES[query.xem])}`,
    ...(await tableOf(context, reading)),
    notes: [t(bm.export_note, { at, filters })],
  });
}

const TITLES = {
  'linh-vuc': bm.view_matrix,
  noi: bm.view_places,
  papi: bm.view_parts,
  muc: bm.view_items,
} satisfies Record<View, unknown>;

function tableOf(context: RequestContext, reading: BoardReading): Table | Promise<Table> {
  switch (reading.query.xem) {
    case 'noi':
      return placesTable(context, reading);
    case 'papi':
      return partsTable(context, reading);
    case 'muc':
      return itemsTable(context, reading);
    default:
      return matrixTable(context, reading);
  }
}

const counts = ({ t }: RequestContext): ExportColumn[] => [
  number(t(bm.col_asked)),
  number(t(bm.col_proven)),
  number(t(bm.col_posted)),
  number(t(bm.col_ahead)),
  number(t(bm.col_late)),
  number(t(bm.col_none)),
  number(t(bm.col_share)),
];

function countsOf(tally: Tally): ExportValue[] {
  const share = provenShare(tally);
  const { asked, proven, posted, ahead, late, none } = tally;
  return [asked, proven, posted, ahead, late, none, share === null ? null : Math.round(share * 10) / 10];
}

async function matrixTable(context: RequestContext, reading: BoardReading): Promise<Table> {
  const { t } = context;
  const { columns, rows } = await matrixOf(context, reading);
  const isSection = reading.query['linh-vuc'] === undefined;
  return {
    columns: [text(t(bm.unit)), text(t(isSection ? bm.section : bm.obligation)), ...counts(context)],
    rows: rows.flatMap(({ name, cells }) =>
      cells.flatMap((cell, at) =>
        cell.asked + cell.none === 0 ? [] : [[name, columns[at]?.name ?? '', ...countsOf(cell)]],
      ),
    ),
  };
}

function partsTable(context: RequestContext, { items }: BoardReading): Table {
  const { t } = context;
  return {
    columns: [text(t(bm.dimension), 36), text(t(bm.part), 48), ...counts(context)],
    rows: byPart(items).map((part) => [
      contentWords(context, part.dimension),
      partWords(context, part),
      ...countsOf(part.tally),
    ]),
  };
}

function placesTable(context: RequestContext, reading: BoardReading): Table {
  const { t } = context;
  const { names } = reading.units;
  return {
    columns: [
      text(t(bm.unit)),
      text(t(bm.village), 20),
      text(t(bm.place_kind), 24),
      text(t(bm.col_where), 32),
      number(t(bm.col_asked)),
      number(t(bm.col_hang)),
      number(t(bm.col_proven)),
      number(t(bm.col_lack_count)),
      text(t(bm.col_lacks), 60),
    ],
    rows: placeLines(reading).map((line) => [
      names.get(line.unitId) ?? '',
      line.villageId === null ? '' : (names.get(line.villageId) ?? ''),
      t(placeKindNames[line.kind]),
      line.name === null ? t(bm.no_place_named) : placeWords(context, reading, line),
      line.asked,
      line.posted,
      line.proven,
      line.lacks.length,
      line.lacks.map(({ title, lack }) => t(bm.lack_of, { title, lack: t(lackNames[lack]) })).join('; '),
    ]),
  };
}

function itemsTable({ t }: RequestContext, { items, units }: BoardReading): Table {
  return {
    columns: [
      text(t(bm.unit)),
      text(t(bm.section), 20),
      text(t(bm.col_item), 48),
      text(t(bm.part), 10),
      date(t(bm.col_due)),
      text(t(bm.state), 24),
      text(t(bm.col_time), 14),
      text(t(bm.col_content), 14),
      text(t(bm.col_place), 14),
      number(t(bm.col_fresh)),
      text(t(bm.col_stale), 14),
      text(t(bm.col_readable), 14),
      number(t(bm.not_seen)),
      number(t(bm.wrong)),
      text(t(bm.col_exception), 48),
    ],
    rows: items.map((one) => {
      const { item, tests, exception } = one;
      const isOwed = groupOf(one) !== 'none';
      const test = (name: keyof typeof tests): string =>
        isOwed ? t(sm[`answer_${tests[name].answer}`]) : '';
      const yes = (is: boolean): string => (one.isPublished ? t(is ? bm.yes : bm.no) : '');
      return [
        units.names.get(item.unitId) ?? '',
        t(sectionNames[item.section]),
        item.title,
        item.subDimension ?? `${item.dimension}`,
        item.dueOn,
        t(stateNames[one.state]),
        test('time'),
        test('content'),
        test('place'),
        one.ageWorkingDays,
        yes(one.isStale),
        yes(one.isReadable),
        one.notSeen,
        one.wrong,
        exception ? t(bm.by, { reason: exception.reason, who: exception.by }) : '',
      ];
    }),
  };
}
