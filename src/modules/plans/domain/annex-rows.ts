import { addressOf } from '../../../kernel/documents/address.ts';
import type { Grid, GridCell } from '../../../kernel/documents/types.ts';
import { dimensionFromName, partFromName } from '../../papi/index.ts';
import { type AnnexColumn, type AnnexMapping, isNumberRow, repeatsHeader } from './annex-header.ts';
import { fold, squeeze } from './wording.ts';

/** A row below the header, its cells by what their column means. */
export interface AnnexRow {
  /** 0-based. */
  readonly index: number;
  readonly cells: readonly (GridCell | undefined)[];
  /** Text of a column's own cell or of the cell merged down over it. */
  readonly value: (column: AnnexColumn) => string;
  /** The cell is covered by a merge that began in a row above. */
  readonly isFromAbove: (column: AnnexColumn) => boolean;
  readonly cell: (column: AnnexColumn) => GridCell | undefined;
  /** Where the column's cell stands, even if the file has no such cell; `null` when the column is not mapped. */
  readonly address: (column: AnnexColumn) => string | null;
  readonly hasDetails: boolean;
}

const DETAILS: readonly AnnexColumn[] = ['product', 'lead', 'coordinating', 'due'];

function rowOf(grid: Grid, mapping: AnnexMapping, index: number): AnnexRow {
  const cells = grid.rows[index] ?? [];
  const cell = (column: AnnexColumn) => {
    const at = mapping.columns[column];
    return at === undefined ? undefined : cells[at];
  };
  const value = (column: AnnexColumn) => {
    const found = cell(column);
    if (!found) return '';
    const from = found.mergedFrom;
    // A cell covered from its left belongs to the column on the left.
    if (from && from.column !== mapping.columns[column]) return '';
    return found.text.trim();
  };
  const isFromAbove = (column: AnnexColumn) => (cell(column)?.mergedFrom?.row ?? index) < index;
  const hasDetails = DETAILS.some((column) => value(column) !== '' && !isFromAbove(column));
  const address = (column: AnnexColumn) => {
    const at = mapping.columns[column];
    return at === undefined ? null : addressOf(grid, index, at);
  };
  return { index, cells, value, isFromAbove, cell, address, hasDetails };
}

/** The different texts that begin in this row, from the left. */
export function ownTexts(row: AnnexRow): GridCell[] {
  return row.cells.filter(
    (cell): cell is GridCell =>
      cell !== undefined && cell.text.trim() !== '' && cell.mergedFrom === undefined,
  );
}

const SIGNATURE =
  /^(?:noi nhan\b|tm\. |kt\. |tl\. |tuq\. |nguoi lap|nguoi tong hop|chu tich$|pho chu tich$|truong phong$|thu truong don vi|.{0,40}, ?ngay .{0,4} ?thang .{0,4} ?nam)/;

/** Below this row stand signatures, not tasks. */
function isSignature(row: AnnexRow): boolean {
  const texts = ownTexts(row);
  const signed = texts.find((cell) => SIGNATURE.test(fold(cell.text)));
  if (signed === undefined || texts.length > 3) return false;
  const isDated = row.value('due') !== '' && !SIGNATURE.test(fold(row.value('due')));
  const isNumbered = row.value('stt') !== '' && row.cell('stt') !== signed;
  return !isDated && !isNumbered;
}

function isFootnote(row: AnnexRow): boolean {
  const texts = ownTexts(row);
  return (
    texts.length === 1 && /^(?:ghi chu|tong (?:cong|so)|\*|don vi tinh)\b/.test(fold(texts[0]?.text ?? ''))
  );
}

/** The rows of tasks and sections of a grid, without repeated headers, column numbers, footnotes and signatures. */
export function dataRows(grid: Grid, mapping: AnnexMapping): AnnexRow[] {
  const rows: AnnexRow[] = [];
  for (let index = mapping.headerRow + mapping.headerHeight; index < grid.rows.length; index++) {
    const cells = grid.rows[index] ?? [];
    const row = rowOf(grid, mapping, index);
    if (ownTexts(row).length === 0) continue;
    if (isNumberRow(cells) || repeatsHeader(grid, mapping, cells) || isFootnote(row)) continue;
    if (isSignature(row)) break;
    rows.push(row);
  }
  return rows;
}

export interface SectionLabel {
  /** "I", "1", "1.1", "A"; empty when the section has no number. */
  readonly mark: string;
  readonly name: string;
  /** 0 roman or capital letter, 1 "1", 2 "1.1", 3 without a number. */
  readonly level: number;
}

const MARK = /^(?:(?:PHẦN|Phần|MỤC|Mục)\s+)?([IVXL]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.):/-]?$/u;
const MARKED_NAME =
  /^(?:(?:PHẦN|Phần)\s+)?([IVXL]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.):]|\s[-–]|(?<=\d\.\d{1,2})\s(?=\s*\p{Lu}))\s*(\p{L}.*)$/u;

function levelOf(mark: string): number {
  if (mark === '') return 3;
  return /^\d/.test(mark) ? mark.split('.').length : 0;
}

/** The number and name of a heading: "II. Công khai, minh bạch" is II and the rest. */
export function headingLabel(text: string): SectionLabel {
  const words = squeeze(text);
  const [, mark = '', name = words] = MARKED_NAME.exec(words) ?? [];
  return { mark, name: squeeze(name), level: levelOf(mark) };
}

/** The number and name of a row that may be a section. */
export function sectionLabel(row: AnnexRow): SectionLabel | undefined {
  const texts = ownTexts(row);
  const text = squeeze(row.value('text')) || squeeze(texts.at(-1)?.text ?? '');
  const stt = squeeze(row.value('stt'));
  const mark = stt === text ? undefined : MARK.exec(stt)?.[1];
  if (mark !== undefined && texts.length <= 2) {
    return { mark, name: text, level: levelOf(mark) };
  }
  if (texts.length !== 1) return undefined;
  return headingLabel(text);
}

function isWide(row: AnnexRow): boolean {
  return (
    new Set(row.cells.filter((cell) => cell?.text.trim()).map((cell) => cell?.text)).size === 1 &&
    row.cells.filter((cell) => cell?.mergedFrom?.row === row.index).length >= 2
  );
}

export interface Surroundings {
  readonly previousTask: string | undefined;
  readonly next: AnnexRow | undefined;
  /** The PAPI content of the section the row stands in. */
  readonly dimension: number | null;
  /** Somewhere in the table a whole row is bold, so that one that is not is no heading. */
  readonly usesBold: boolean;
}

/** Decides whether a row without product, lead and due heads the rows below it. */
export function isSection(row: AnnexRow, label: SectionLabel, around: Surroundings): boolean {
  const bold = ownTexts(row).every((cell) => cell.bold);
  const capitals = label.name.length > 3 && label.name === label.name.toUpperCase();
  if (isWide(row) || bold || capitals) return true;
  if (label.level === 0) return true;
  if (dimensionFromName(label.name) !== null) return true;
  if (label.mark !== '' && partFromName(label.name)?.part?.code === label.mark) return true;
  const nextStt = squeeze(around.next?.value('stt') ?? '').replace(/[.)]+$/, '');
  if (label.mark !== '') {
    const heads =
      nextStt.startsWith(`${label.mark}.`) || (/^(?:a|1)$/.test(nextStt) && label.mark !== nextStt);
    const isPart = label.mark.startsWith(`${around.dimension}.`) && squeeze(row.value('stt')) === '';
    if (isPart && around.next?.hasDetails && nextStt !== '') return true;
    // Tasks without numbers of their own: "1. Nhóm việc" above rows that only have a dash or nothing.
    const { next } = around;
    return heads || (/^[-–+•]?$/.test(nextStt) && next?.hasDetails === true && next.value('text') !== '');
  }
  if (/^[\p{Ll}\-–+(]/u.test(label.name) || around.usesBold) return false;
  const previousIsWhole = around.previousTask === undefined || /[.;:!?)]$/.test(around.previousTask);
  return nextStt !== '' && previousIsWhole;
}
