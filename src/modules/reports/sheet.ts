import { type ExportSheet, type ExportValue, writeWorkbook } from '../../kernel/documents/index.ts';
import { translator } from '../../kernel/i18n.ts';
import { stateWord } from '../../ui/index.ts';
import type { ContentFigure, ReportContent } from './domain/document.ts';
import { figureName } from './domain/figure-words.ts';
import { isPart, partTitle } from './domain/parts.ts';

const t = translator('vi');

type Value = ContentFigure['value'];

/** A value in columns of its own kind, so that a spreadsheet can go on counting: number, numerator, denominator, words. */
function valueCells(value: Value): ExportValue[] {
  switch (value?.kind) {
    case undefined:
      return [null, null, null, 'Chưa có số liệu'];
    case 'number':
      return [value.number, null, null, ''];
    case 'rate':
      return [
        value.denominator === 0 ? null : (value.numerator / value.denominator) * 100,
        value.numerator,
        value.denominator,
        '',
      ];
    case 'date':
      return [null, null, null, value.on];
    case 'words':
      return [null, null, null, value.words];
    case 'no_data':
      return [null, null, null, `Không có số liệu: ${value.reason}`];
  }
}

const isAdjusted = ({ adjusted }: ContentFigure): boolean => adjusted !== undefined;

/** Nothing said is an empty cell beside an adjustment, with its word. */
const saidCells = (value: Value): ExportValue[] =>
  value === null ? [null, null, null, 'Chưa có số'] : valueCells(value);

/** Columns that only a report with adjusted totals has: a workbook of one without stays as it was. */
const REPORTED: ExportSheet['columns'] = [
  { header: 'Đơn vị điều chỉnh', width: 10, kind: 'number' },
  { header: 'Tổng theo số đơn vị báo', width: 14, kind: 'number' },
  { header: 'Tử số đơn vị báo', width: 12, kind: 'number' },
  { header: 'Mẫu số đơn vị báo', width: 12, kind: 'number' },
];

const reportedCells = ({ adjusted }: ContentFigure): ExportValue[] =>
  adjusted ? [adjusted.units.length, ...saidCells(adjusted.reported).slice(0, 3)] : [null, null, null, null];

function figureSheet(content: ReportContent): ExportSheet {
  const hasAdjusted = content.figures.some(isAdjusted);
  return {
    name: 'Chỉ tiêu',
    title: `Số liệu các chỉ tiêu, ${content.period.name.vi}, ${content.unit.name}`,
    columns: [
      { header: 'Mã', width: 10, kind: 'text' },
      { header: 'Chỉ tiêu', width: 50, kind: 'text' },
      { header: 'Đơn vị tính', width: 12, kind: 'text' },
      { header: 'Nội dung', width: 10, kind: 'number' },
      { header: 'Kỳ báo cáo', width: 14, kind: 'number' },
      { header: 'Tử số', width: 12, kind: 'number' },
      { header: 'Mẫu số', width: 12, kind: 'number' },
      { header: 'Lời, lý do', width: 30, kind: 'text' },
      { header: 'Cùng kỳ năm trước', width: 14, kind: 'number' },
      { header: 'Tử số cùng kỳ', width: 12, kind: 'number' },
      { header: 'Mẫu số cùng kỳ', width: 12, kind: 'number' },
      { header: 'Lời cùng kỳ', width: 30, kind: 'text' },
      { header: 'Chỉ tiêu giao', width: 12, kind: 'number' },
      { header: 'Nhập sau hạn', width: 10, kind: 'text' },
      { header: 'Đơn vị có số liệu', width: 10, kind: 'number' },
      { header: 'Đơn vị phải báo cáo', width: 10, kind: 'number' },
      ...(hasAdjusted ? REPORTED : []),
    ],
    rows: content.figures.map((figure) => [
      figure.code,
      figureName(figure).vi,
      figure.unitOfMeasure,
      figure.dimension,
      ...valueCells(figure.value),
      ...valueCells(figure.lastYear ?? { kind: 'words', words: '' }),
      figure.target,
      figure.isLate ? 'x' : '',
      figure.counted?.filled ?? null,
      figure.counted?.asked ?? null,
      ...(hasAdjusted ? reportedCells(figure) : []),
    ]),
  };
}

/** One unit adjusted a row, with its own number beside the one that is held. */
function adjustmentSheet(content: ReportContent): ExportSheet {
  const number = (header: string) => ({ header, width: 12, kind: 'number' as const });
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  return {
    name: 'Điều chỉnh',
    title: `Số liệu điều chỉnh khi tổng hợp, ${content.period.name.vi}, ${content.unit.name}`,
    columns: [
      text('Mã', 10),
      text('Chỉ tiêu', 50),
      text('Đơn vị tính', 12),
      text('Đơn vị', 28),
      number('Số đơn vị báo'),
      number('Tử số đơn vị báo'),
      number('Mẫu số đơn vị báo'),
      text('Lời đơn vị báo', 30),
      text('Nhập sau hạn', 10),
      number('Số điều chỉnh'),
      number('Tử số điều chỉnh'),
      number('Mẫu số điều chỉnh'),
      text('Lý do', 50),
      text('Người điều chỉnh', 24),
      text('Cơ quan', 28),
      { header: 'Ngày điều chỉnh', width: 12, kind: 'date' },
    ],
    rows: content.figures.flatMap((figure) =>
      (figure.adjusted?.units ?? []).map((unit) => [
        figure.code,
        figureName(figure).vi,
        figure.unitOfMeasure,
        unit.unitName,
        ...saidCells(unit.said),
        unit.isLate ? 'x' : '',
        ...saidCells(unit.held).slice(0, 3),
        unit.reason,
        unit.byName,
        unit.byUnitName,
        unit.madeOn,
      ]),
    ),
  };
}

function workSheet(content: ReportContent): ExportSheet {
  const names = new Map(content.units.map((unit) => [unit.unitId, unit.name]));
  return {
    name: 'Nhiệm vụ',
    title: `Kết quả thực hiện nhiệm vụ, ${content.period.name.vi}, ${content.unit.name}`,
    columns: [
      { header: 'TT', width: 8, kind: 'text' },
      { header: 'Nhiệm vụ', width: 60, kind: 'text' },
      { header: 'Đơn vị', width: 26, kind: 'text' },
      { header: 'Cơ quan chủ trì', width: 26, kind: 'text' },
      { header: 'Nội dung', width: 10, kind: 'number' },
      { header: 'Kỳ', width: 18, kind: 'text' },
      { header: 'Thời hạn', width: 12, kind: 'date' },
      { header: 'Trạng thái', width: 18, kind: 'text' },
      { header: 'Ngày hoàn thành', width: 12, kind: 'date' },
      { header: 'Quá hạn (ngày làm việc)', width: 12, kind: 'number' },
      { header: 'Minh chứng', width: 10, kind: 'number' },
      { header: 'Phụ trách', width: 26, kind: 'text' },
    ],
    rows: content.work.map((item) => [
      item.code,
      item.words,
      names.get(item.unitId) ?? content.unit.name,
      item.leadName,
      item.dimension,
      item.occurrence,
      item.dueOn,
      stateWord(item.state, t),
      item.doneOn,
      item.lateWorkingDays === 0 ? null : item.lateWorkingDays,
      item.evidence,
      item.responsible,
    ]),
  };
}

function partSheet(content: ReportContent): ExportSheet {
  return {
    name: 'Lời báo cáo',
    title: `Lời báo cáo, ${content.period.name.vi}, ${content.unit.name}`,
    columns: [
      { header: 'Phần', width: 34, kind: 'text' },
      { header: 'Lời báo cáo', width: 90, kind: 'text' },
      { header: 'Đề xuất từ công việc và số liệu', width: 90, kind: 'text' },
      { header: 'Đã sửa', width: 8, kind: 'text' },
    ],
    rows: content.parts.map((part) => [
      isPart(part.key) ? partTitle(part.key, content.kind).vi : part.key,
      part.words,
      part.proposed,
      part.isEdited ? 'x' : '',
    ]),
  };
}

function recommendationSheet(content: ReportContent): ExportSheet {
  return {
    name: 'Kiến nghị',
    title: `Kiến nghị, đề xuất, ${content.period.name.vi}`,
    columns: [
      { header: 'Đơn vị', width: 30, kind: 'text' },
      { header: 'Nội dung', width: 100, kind: 'text' },
    ],
    rows: content.recommendations.map((one) => [one.unitName, one.words]),
  };
}

function unitSheet(content: ReportContent): ExportSheet {
  const outcomes = { in_time: 'Đúng hạn', late: 'Sau hạn', none: 'Chưa gửi' } as const;
  return {
    name: 'Đơn vị',
    title: `Tình hình gửi báo cáo, ${content.period.name.vi}`,
    columns: [
      { header: 'Đơn vị', width: 30, kind: 'text' },
      { header: 'Gửi báo cáo', width: 14, kind: 'text' },
      { header: 'Ngày gửi', width: 12, kind: 'text' },
      { header: 'Đã chấp nhận', width: 12, kind: 'text' },
      { header: 'Mã băm của bản gửi', width: 70, kind: 'text' },
    ],
    rows: content.units.map((unit) => [
      unit.name,
      outcomes[unit.outcome],
      unit.submittedAt ?? '',
      unit.isAccepted ? 'x' : '',
      unit.hash ?? '',
    ]),
  };
}

/** All data of a report as a workbook: figures with what was adjusted and work row by row, words with their proposals, recommendations, units. */
export function contentWorkbook(content: ReportContent): Uint8Array {
  const isCollected = content.kind !== 'unit';
  return writeWorkbook({
    sheets: [
      figureSheet(content),
      ...(content.figures.some(isAdjusted) ? [adjustmentSheet(content)] : []),
      workSheet(content),
      partSheet(content),
      recommendationSheet(content),
      ...(isCollected ? [unitSheet(content)] : []),
    ],
  });
}
