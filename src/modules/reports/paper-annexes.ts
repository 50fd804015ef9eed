import { formatDate } from '../../kernel/dates.ts';
import { formatNumber, translator } from '../../kernel/i18n.ts';
import type { Annex, PaperRow, TableBlock } from '../../kernel/paper/index.ts';
import { stateWord } from '../../ui/index.ts';
import { CONTENTS } from '../papi/index.ts';
import type { ContentFigure, ReportContent } from './domain/document.ts';
import { changeWords, figureName, measured, valueWords } from './domain/figure-words.ts';
import { standingOf } from './domain/tally.ts';

const t = translator('vi');
const n = (value: number): string => formatNumber('vi', value);

type Columns = readonly (readonly [title: string, width: number, align?: 'center' | 'right'])[];

function table(columns: Columns, rows: readonly PaperRow[]): TableBlock {
  return {
    kind: 'table',
    columns: columns.map(([, width, align]) => (align ? { width, align } : { width })),
    header: [columns.map(([words]) => ({ words }))],
    rows,
  };
}

const groupName = (dimension: number): string => {
  const name = CONTENTS[dimension]?.vi ?? '';
  return dimension === 0 ? name : `Nội dung ${dimension}: ${name}`;
};

/** Rows under the name of their content of the index, in the order of contents. */
function grouped<Item extends { readonly dimension: number }>(
  items: readonly Item[],
  width: number,
  rowOf: (item: Item) => PaperRow,
): PaperRow[] {
  const groups = [...Map.groupBy(items, (item) => item.dimension)].toSorted(([a], [b]) => a - b);
  return groups.flatMap(([dimension, own]) => [
    [{ words: groupName(dimension), colSpan: width, bold: true, align: 'left' as const }],
    ...own.map(rowOf),
  ]);
}

const WORK: Columns = [
  ['TT', 6, 'center'],
  ['Nhiệm vụ', 34],
  ['Kỳ', 11, 'center'],
  ['Thời hạn', 10, 'center'],
  ['Trạng thái', 13, 'center'],
  ['Ngày hoàn thành', 10, 'center'],
  ['Minh chứng', 8, 'center'],
  ['Phụ trách', 14],
];

function ownWork({ work }: ReportContent): TableBlock {
  return table(
    WORK,
    grouped(work, WORK.length, (item) => [
      { words: item.code },
      { words: item.words },
      { words: item.occurrence },
      { words: item.dueOn === null ? '' : formatDate(item.dueOn) },
      {
        words:
          item.lateWorkingDays > 0
            ? `${stateWord(item.state, t)} (${n(item.lateWorkingDays)} ngày làm việc)`
            : stateWord(item.state, t),
      },
      { words: item.doneOn === null ? '' : formatDate(item.doneOn) },
      { words: item.evidence === 0 ? '' : n(item.evidence) },
      { words: item.responsible },
    ]),
  );
}

const TASKS: Columns = [
  ['TT', 6, 'center'],
  ['Nhiệm vụ', 36],
  ['Cơ quan chủ trì', 16],
  ['Số phần việc', 8, 'center'],
  ['Được chấp nhận', 9, 'center'],
  ['Chờ xác nhận', 8, 'center'],
  ['Quá hạn', 8, 'center'],
  ['Đang làm, chưa làm', 9, 'center'],
  ['Minh chứng', 8, 'center'],
];

/** Of many units a row a task: how many of its assignments are how far. */
function workOfUnits({ work }: ReportContent): TableBlock {
  const tasks = [...Map.groupBy(work, (item) => item.taskId).values()].flatMap((items) => {
    const [first] = items;
    if (!first) return [];
    const count = (...standings: string[]): number =>
      items.filter((item) => standings.includes(standingOf(item))).length;
    return [
      {
        ...first,
        counts: [
          items.length,
          count('accepted'),
          count('claimed'),
          count('overdue'),
          count('returned', 'inProgress', 'notBegun'),
          items.reduce((sum, item) => sum + item.evidence, 0),
        ],
      },
    ];
  });
  return table(
    TASKS,
    grouped(tasks, TASKS.length, (task) => [
      { words: task.code },
      { words: task.words },
      { words: task.leadName },
      ...task.counts.map((count) => ({ words: count === 0 ? '' : n(count) })),
    ]),
  );
}

const FIGURES: Columns = [
  ['Mã', 8, 'center'],
  ['Chỉ tiêu', 34],
  ['Đơn vị tính', 9, 'center'],
  ['Kỳ báo cáo', 13, 'right'],
  ['Cùng kỳ năm trước', 13, 'right'],
  ['Tăng, giảm', 12, 'right'],
  ['Chỉ tiêu giao', 9, 'right'],
  ['Ghi chú', 16],
];

const shown = (value: ContentFigure['value'], unitOfMeasure: string): string => {
  if (value === null) return '';
  if (value.kind === 'no_data') return '–';
  return value.kind === 'number' ? n(value.number) : valueWords(value, unitOfMeasure).vi;
};

const said = (value: ContentFigure['value'], unitOfMeasure: string): string =>
  value === null ? 'chưa có số' : valueWords(value, unitOfMeasure).vi;

/** Why there is no number, that it came late, how many units a total counts and what of it was adjusted: nothing is left unexplained. */
function noteOf({ value, isLate, counted, adjusted, territory, unitOfMeasure }: ContentFigure): string {
  const words = (total: ContentFigure['value']): string => said(total, unitOfMeasure);
  return [
    ...(value === null ? ['Chưa có số liệu'] : []),
    ...(value?.kind === 'no_data' ? [`Không có số liệu: ${value.reason}`] : []),
    ...(isLate ? ['Nhập sau hạn, tính vào kỳ sau'] : []),
    ...(counted ? [`${n(counted.filled)}/${n(counted.asked)} đơn vị có số liệu`] : []),
    ...(counted?.ended ? [`Tính cả ${n(counted.ended)} đơn vị đã kết thúc trong kỳ`] : []),
    ...(adjusted
      ? [
          `Đã điều chỉnh ${n(adjusted.units.length)} đơn vị; tổng theo số đơn vị báo là ${words(adjusted.reported)}`,
        ]
      : []),
    ...(counted?.lastHeld ? [`Số cùng kỳ đã điều chỉnh ${n(counted.lastHeld)} đơn vị`] : []),
    ...(territory === undefined ? [] : [`Tổng theo địa bàn (số đơn vị báo) là ${words(territory)}`]),
  ].join('. ');
}

function figuresOf({ figures }: ReportContent): TableBlock {
  return table(
    FIGURES,
    grouped(figures, FIGURES.length, (figure) => [
      { words: figure.code },
      { words: figureName(figure).vi },
      { words: figure.unitOfMeasure },
      { words: shown(figure.value, figure.unitOfMeasure) },
      { words: shown(figure.lastYear, figure.unitOfMeasure) },
      { words: changeWords(figure).vi },
      {
        words:
          figure.target === null
            ? ''
            : figure.numberKind === 'rate'
              ? measured(figure.target, '%').vi
              : n(figure.target),
      },
      { words: noteOf(figure) },
    ]),
  );
}

const ADJUSTED: Columns = [
  ['TT', 5, 'center'],
  ['Đơn vị', 21],
  ['Số đơn vị báo', 14, 'right'],
  ['Số điều chỉnh', 14, 'right'],
  ['Lý do', 26],
  ['Người điều chỉnh', 20],
];

const totalsWords = (figure: ContentFigure): string => {
  const { code, value, adjusted, unitOfMeasure } = figure;
  const reported = adjusted?.reported ?? null;
  const moved = changeWords({ value, lastYear: reported }).vi;
  const words = `sau điều chỉnh ${said(value, unitOfMeasure)}; theo số đơn vị báo ${said(reported, unitOfMeasure)}`;
  return `${code}. ${figureName(figure).vi}: ${words}${moved === '' ? '' : `; chênh lệch ${moved}`}`;
};

/** Under each total, with and without: what each unit said, what is held of it instead, why and by whom. */
function adjustmentsOf(figures: readonly ContentFigure[]): TableBlock {
  return table(
    ADJUSTED,
    figures.flatMap((figure): PaperRow[] => [
      [{ words: totalsWords(figure), colSpan: ADJUSTED.length, bold: true, align: 'left' }],
      ...(figure.adjusted?.units ?? []).map((unit, index) => [
        { words: n(index + 1) },
        { words: unit.unitName },
        { words: `${said(unit.said, figure.unitOfMeasure)}${unit.isLate ? ' (nhập sau hạn)' : ''}` },
        { words: valueWords(unit.held, figure.unitOfMeasure).vi },
        { words: unit.reason },
        { words: [unit.byName, unit.byUnitName, formatDate(unit.madeOn)].filter(Boolean).join(', ') },
      ]),
    ]),
  );
}

const RECOMMENDATIONS: Columns = [
  ['TT', 6, 'center'],
  ['Đơn vị', 26],
  ['Nội dung kiến nghị, đề xuất', 68],
];

function recommendationsOf({ recommendations }: ReportContent): TableBlock {
  return table(
    RECOMMENDATIONS,
    recommendations.map((one, index) => [
      { words: n(index + 1) },
      { words: one.unitName },
      { words: one.words },
    ]),
  );
}

const UNITS: Columns = [
  ['TT', 6, 'center'],
  ['Đơn vị', 40],
  ['Gửi báo cáo', 20, 'center'],
  ['Ngày gửi', 14, 'center'],
  ['Kết quả', 20, 'center'],
];

const OUTCOMES = { in_time: 'Đúng hạn', late: 'Sau hạn', none: 'Chưa gửi' } as const;

function unitsOf({ units }: ReportContent): TableBlock {
  return table(
    UNITS,
    units.map((unit, index) => [
      { words: n(index + 1) },
      { words: unit.name },
      { words: unit.isRequest && unit.outcome === 'none' ? 'Không bắt buộc' : OUTCOMES[unit.outcome] },
      { words: unit.submittedAt ?? '' },
      { words: unit.isAccepted ? 'Đã chấp nhận' : '' },
    ]),
  );
}

/** Annexes: tasks, figures with what was adjusted in them, recommendations, and of an assembled report who had reported. Wide ones lie. */
export function annexesOf(content: ReportContent): Annex[] {
  const isOwn = content.kind === 'unit';
  const adjusted = content.figures.filter((figure) => figure.adjusted !== undefined);
  const annex = (
    title: string,
    orientation: Annex['orientation'],
    rows: number,
    block: TableBlock,
  ): Annex[] => (rows === 0 ? [] : [{ orientation, title, blocks: [block] }]);
  return [
    ...annex(
      'Kết quả thực hiện nhiệm vụ',
      'landscape',
      content.work.length,
      isOwn ? ownWork(content) : workOfUnits(content),
    ),
    ...annex('Số liệu các chỉ tiêu', 'landscape', content.figures.length, figuresOf(content)),
    ...annex('Số liệu điều chỉnh khi tổng hợp', 'landscape', adjusted.length, adjustmentsOf(adjusted)),
    ...annex('Kiến nghị, đề xuất', 'portrait', content.recommendations.length, recommendationsOf(content)),
    ...annex('Tình hình gửi báo cáo của các đơn vị', 'portrait', content.units.length, unitsOf(content)),
  ];
}
