import { type Html, html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import {
  type BoardCell,
  type BoardContent,
  boardTable,
  dataTable,
  emptyState,
  linkButton,
  statCards,
} from '../../../../ui/index.ts';
import { type Answers, provenShare, type Tally, tallyOf } from '../../domain/compliance.ts';
import { SECTIONS } from '../../domain/declaration.ts';
import { bm, sectionShort } from '../../messages-board.ts';
import { sectionNames } from '../../messages-words.ts';
import type { BoardItem } from '../../queries/compliance-board.ts';
import { declarationsOf } from '../../queries/declarations.ts';
import type { BoardReading } from './reading.ts';

/** A column: a section, or an obligation where a section was chosen. */
export interface MatrixColumn {
  readonly key: string;
  readonly short: string;
  readonly name: string;
  /** What its cells are filtered by. */
  readonly filter: Readonly<Record<string, string>>;
}

export interface MatrixRow {
  readonly unitId: string;
  readonly name: string;
  readonly all: Tally;
  /** One for each column. */
  readonly cells: readonly Tally[];
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  /** Units with most that is late first. */
  readonly rows: readonly MatrixRow[];
  readonly all: Tally;
  readonly totals: readonly Tally[];
}

/** Units by sections, or by the obligations of the section that was chosen. */
export async function matrixOf(context: RequestContext, reading: BoardReading): Promise<Matrix> {
  const { items, units, query } = reading;
  const keyOf = ({ item }: BoardItem): string => (query['linh-vuc'] ? item.code : item.section);
  const byKey = Map.groupBy(items, keyOf);
  const columns = (await columnsOf(context, reading)).filter(({ key }) => byKey.has(key));
  const tallies = (own: readonly BoardItem[]): Tally[] => {
    const groups = Map.groupBy(own, keyOf);
    return columns.map(({ key }) => tallyOf(groups.get(key) ?? []));
  };
  const rows = [...Map.groupBy(items, ({ item }) => item.unitId)].map(([unitId, own]) => ({
    unitId,
    name: units.names.get(unitId) ?? '',
    all: tallyOf(own),
    cells: tallies(own),
  }));
  rows.sort(
    (a, b) =>
      b.all.late - a.all.late ||
      (provenShare(a.all) ?? 100) - (provenShare(b.all) ?? 100) ||
      a.name.localeCompare(b.name, 'vi'),
  );
  return { columns, rows, all: tallyOf(items), totals: tallies(items) };
}

async function columnsOf({ db, t, lang }: RequestContext, { query }: BoardReading): Promise<MatrixColumn[]> {
  const section = query['linh-vuc'];
  if (section === undefined)
    return SECTIONS.map((key) => ({
      key,
      short: t(sectionShort[key]),
      name: t(sectionNames[key]),
      filter: { 'linh-vuc': key },
    }));
  return (await declarationsOf(db))
    .filter(({ declaration }) => declaration.section === section)
    .map(({ declaration: { code, name } }) => ({
      key: code,
      short: name[lang],
      name: name[lang],
      filter: { 'linh-vuc': section, 'nghia-vu': code },
    }));
}

const cellOf = ({ proven, posted, ahead, late, none, asked }: Tally, href: string): BoardCell => ({
  accepted: proven,
  claimed: posted,
  inProgress: ahead,
  overdue: late,
  notApplicable: none,
  total: asked,
  href,
});

/** Cards of ten seconds, then units by sections, then the tests unit by unit. */
export function matrixView(context: RequestContext, reading: BoardReading, matrix: Matrix): Html {
  const { t, url } = context;
  const section = reading.query['linh-vuc'];
  const open = (filter: Readonly<Record<string, string>>): string =>
    withQuery(url, { ...filter, xem: 'muc', trang: null });
  const contents: BoardContent[] = matrix.columns.map(({ short, name, filter }) => ({
    short,
    name,
    // A section opens to its obligations, an obligation to its items.
    href: section === undefined ? withQuery(url, filter) : open(filter),
  }));
  const table = boardTable(
    {
      title: section ? t(bm.board_section, { section: t(sectionNames[section]) }) : t(bm.board_title),
      note: t(bm.board_note),
      contents,
      rows: matrix.rows.map(({ unitId, name, all, cells }) => ({
        name,
        href: open({ 'don-vi': unitId }),
        cells: cells.map((cell, at) =>
          cellOf(cell, open({ ...matrix.columns[at]?.filter, 'don-vi': unitId })),
        ),
        percent: provenShare(all),
      })),
      totals: {
        cells: matrix.totals.map((cell, at) => cellOf(cell, open({ ...matrix.columns[at]?.filter }))),
        percent: provenShare(matrix.all),
      },
      rulesHref: '/quy-tac-cong-khai',
      words: {
        accepted: t(bm.word_proven),
        claimed: t(bm.word_posted),
        inProgress: t(bm.word_ahead),
        overdue: t(bm.word_late),
        achieved: t(bm.col_share),
        nothing: t(bm.word_nothing),
      },
      empty: emptyState({ title: t(bm.empty), text: t(bm.empty_what) }),
    },
    t,
  );
  const back =
    section &&
    html`<p>${linkButton({ href: withQuery(url, { 'linh-vuc': null, 'nghia-vu': null }), text: t(bm.all_sections), small: true })}</p>`;
  return html`${cards(context, matrix, open)}${back}${table}${unitTable(context, matrix, open)}`;
}

type Open = (filter: Readonly<Record<string, string>>) => string;

function cards({ t, lang }: RequestContext, { rows, all }: Matrix, open: Open): Html {
  const n = (value: number): string => formatNumber(lang, value);
  const share = provenShare(all);
  const worst = rows
    .filter((row) => row.all.late > 0)
    .slice(0, 3)
    .map((row) => `${row.name} (${n(row.all.late)})`)
    .join(', ');
  return statCards(
    [
      {
        label: t(bm.stat_late),
        value: n(all.late),
        of: t(bm.stat_of, { n: n(all.asked) }),
        text: worst ? t(bm.stat_late_text, { units: worst }) : t(bm.stat_late_none),
        state: 'overdue',
        href: open({ 'trang-thai': 'nhom-qua-han' }),
      },
      {
        label: t(bm.stat_proven),
        value: share === null ? t(bm.dash) : t(bm.percent, { n: Math.round(share) }),
        text: t(bm.stat_proven_text, { n: n(all.proven), all: n(all.proven + all.posted + all.late) }),
        state: 'accepted',
        href: open({ 'trang-thai': 'nhom-du' }),
      },
      {
        label: t(bm.stat_posted),
        value: n(all.posted),
        text: t(bm.stat_posted_text),
        state: 'claimed',
        href: open({ 'trang-thai': 'nhom-thieu' }),
      },
      {
        label: t(bm.stat_said),
        value: n(all.disputed),
        text:
          all.disputed === 0
            ? t(bm.stat_said_none)
            : t(bm.stat_said_text, { not_seen: n(all.notSeen), wrong: n(all.wrong) }),
        state: 'returned',
        href: open({ khac: '1' }),
      },
    ],
    t,
  );
}

function unitTable({ t, lang }: RequestContext, { rows, all }: Matrix, open: Open): Html {
  const n = (value: number): string => formatNumber(lang, value);
  const three = ({ yes, no, not_yet }: Answers): string =>
    t(bm.three, { yes: n(yes), no: n(no), not_yet: n(not_yet) });
  const cells = (one: Tally): string[] => [
    n(one.asked),
    three(one.time),
    three(one.content),
    three(one.place),
    t(bm.of, { n: n(one.readable), all: n(one.published) }),
    n(one.stale),
    t(bm.of, { n: n(one.notSeen), all: n(one.wrong) }),
    n(one.none),
  ];
  return dataTable(
    {
      caption: t(bm.units_title),
      captionVisible: true,
      note: t(bm.units_note),
      columns: [
        { key: 'unit', label: t(bm.unit), primary: true },
        { key: 'asked', label: t(bm.col_asked), align: 'end' },
        { key: 'time', label: t(bm.col_time), align: 'end' },
        { key: 'content', label: t(bm.col_content), align: 'end' },
        { key: 'place', label: t(bm.col_place), align: 'end' },
        { key: 'readable', label: t(bm.col_readable), align: 'end' },
        { key: 'stale', label: t(bm.col_stale), align: 'end' },
        { key: 'said', label: t(bm.col_said), align: 'end' },
        { key: 'none', label: t(bm.col_none), align: 'end' },
      ],
      rows: rows.map((row) => ({
        href: open({ 'don-vi': row.unitId }),
        cells: [row.name, ...cells(row.all)],
      })),
      ...(rows.length > 1 ? { totals: [t(bm.any), ...cells(all)] } : {}),
      empty: html``,
    },
    t,
  );
}
