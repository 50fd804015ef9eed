import { type CalendarDate, dayOf, formatDate, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, Paper, PaperCell, PaperRow } from '../../kernel/paper/index.ts';
import { authorityOf, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import { briefLines } from './brief-lines.ts';
import { appliesOf, type Counts, percentOf } from './domain/cell.ts';
import { shortName } from './domain/short-name.ts';
import { COLUMNS } from './queries/board.ts';
import type { Brief } from './queries/brief.ts';

/** Whose brief it is, in whose name it is written down; the paper is always in Vietnamese. */
export interface BriefOffice {
  readonly unitName: string;
  readonly superiorName: string | null;
  readonly title: string;
  readonly day: CalendarDate;
}

const cell = (words: string, more: Partial<PaperCell> = {}): PaperCell => ({ words, ...more });
const dash = (words: string): Block => ({ kind: 'clause', level: 'dash', label: '-', words });
const section = (label: string, words: string): Block => ({
  kind: 'clause',
  level: 'part',
  label,
  words,
  isHeading: true,
});

/** The brief of a week on paper: its lines, what waits for whom, and the board as an annex. */
export function briefPaper(brief: Brief, office: BriefOffice): Paper {
  const { facts, matters, reading } = brief;
  const { unitName, superiorName, day } = office;
  const nameOf = (unitId: string): string => shortName(reading.units.names.get(unitId) ?? '');
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['TÌNH HÌNH CHUNG', briefLines(facts, 'vi').map(({ text }) => text)],
    [
      'QUÁ HẠN THEO CƠ QUAN CHỦ TRÌ',
      matters.leads.map(
        ({ leadName, overdue, units }) => `${leadName}: ${overdue} phần việc ở ${units} đơn vị`,
      ),
    ],
    [
      'ĐIỀU DÂN THẤY KHÁC, CHƯA TRẢ LỜI',
      matters.checks.map(
        ({ title, unitId, dueOn }) => `${title}, ${nameOf(unitId)}, hạn trả lời ${formatDate(dueOn)}`,
      ),
    ],
    [
      'TỒN TẠI QUA KIỂM TRA CHƯA KHẮC PHỤC',
      matters.findings.map(
        ({ words, unitId, dueOn }) => `${words}, ${nameOf(unitId)}, hạn khắc phục ${formatDate(dueOn)}`,
      ),
    ],
  ];
  return {
    authority: authorityOf(unitName, superiorName),
    number: { number: null, symbol: 'BC' },
    place: placeOf(superiorName ?? unitName),
    date: { year: yearOf(day), month: monthOf(day), day: dayOf(day) },
    draft: false,
    heading: {
      kind: 'titled',
      name: 'Bản tin điều hành',
      subject: `Tình hình thực hiện kế hoạch đến hết ngày ${formatDate(facts.upTo)}`,
    },
    addressees: [],
    bases: [],
    body: parts
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([title, lines], at) => [section(`${ROMAN[at] ?? ''}.`, title), ...lines.map(dash)]),
    recipients: ['Lãnh đạo', 'Lưu: VT'],
    signature: signatureOf(office.title, null, unitName),
    annexes: [{ orientation: 'landscape', title: 'Đơn vị theo tám nội dung', blocks: [boardTable(brief)] }],
  };
}

const ROMAN = ['I', 'II', 'III', 'IV'];

function boardTable({ board }: Brief): Block {
  const counts = (one: Counts): string => {
    const applies = appliesOf(one);
    if (applies === 0) return '–';
    return one.overdue === 0
      ? `${one.accepted}/${applies}`
      : `${one.accepted}/${applies}; quá hạn ${one.overdue}`;
  };
  const percent = (one: Counts): string => {
    const share = percentOf(one);
    return share === null ? '–' : `${Math.round(share)}%`;
  };
  const rowOf = (name: string, cells: readonly Counts[], all: Counts, bold: boolean): PaperRow => [
    cell(name, { bold }),
    ...cells.map((one) => cell(counts(one), { bold })),
    cell(percent(all), { bold }),
  ];
  return {
    kind: 'table',
    columns: [
      { width: 18 },
      ...COLUMNS.map(() => ({ width: 8.5, align: 'center' as const })),
      { width: 6, align: 'center' },
    ],
    header: [
      [cell('Đơn vị'), ...COLUMNS.map(({ number, short }) => cell(`${number}. ${short.vi}`)), cell('Đạt')],
    ],
    rows: [
      ...board.rows.map(({ unit, cells, all }) => rowOf(shortName(unit.name), cells, all, false)),
      rowOf('Cộng', board.totals, board.all, true),
    ],
  };
}
