import type { Grid } from '../../../kernel/documents/types.ts';
import type { Dimension } from '../../papi/index.ts';
import { leadingCode, readCode } from './annex-codes.ts';
import { ANNEX_COLUMNS, type AnnexColumn } from './annex-header.ts';
import { type AnnexRow, isSection, ownTexts, type SectionLabel, sectionLabel } from './annex-rows.ts';
import { dimensionOfCell, type Placement, placementOfCell, placementOfSection } from './annex-task.ts';
import { type Place, type Problem, type ProblemCode, type ProblemParams, problem } from './problem-codes.ts';
import { fold } from './wording.ts';

/** What a person wrote in the place of a row's cells; an absent field stays as the file says. */
export interface RowFix {
  readonly code?: string | undefined;
  readonly dimension?: number | null | undefined;
  readonly text?: string | undefined;
  readonly product?: string | undefined;
  readonly lead?: string | undefined;
  readonly coordinating?: string | undefined;
  readonly due?: string | undefined;
  readonly note?: string | undefined;
  /** The row is no task and is left out. */
  readonly leave?: boolean | undefined;
}

/** Fixes by `rowKey`. */
export type RowFixes = ReadonlyMap<string, RowFix>;

/** Names a row within its file: 0-based grid, 1-based row. */
export function rowKey(grid: number, row: number): string {
  return `${grid}:${row}`;
}

/** A task's words as gathered from its row and the rows that belong to it. */
export interface Draft {
  readonly row: number;
  readonly grid: number;
  readonly sheet: string;
  readonly code: string;
  /** Marks of the sections it stands in, outermost first. */
  readonly marks: readonly string[];
  readonly sections: readonly string[];
  readonly placement: Placement;
  words: Record<Gathered, string>;
  readonly cells: Partial<Record<AnnexColumn, string>>;
}

const GATHERED = ['text', 'product', 'lead', 'coordinating', 'due', 'note'] as const;
type Gathered = (typeof GATHERED)[number];

const DITTO = /^[-–.("'\s]*(?:nt|n\/t|nhu tren|nhu muc tren|[″"“”〃])[-–.)"'\s]*$/;

interface OpenSection extends SectionLabel, Placement {}

/** Walks down the rows of one or more tables and gathers drafts of tasks. */
export class AnnexReader {
  readonly #file: string;
  readonly #fixes: RowFixes;
  readonly #drafts: Draft[] = [];
  readonly #problems: Problem[] = [];
  #sections: OpenSection[] = [];
  readonly #unnumberedIn = new Map<OpenSection, number>();
  #previousCode: string | undefined;
  /** A section was numbered and named as its part of PAPI is: the numbers of the others are believed too. */
  #numbersParts = false;

  constructor(file: string, fixes: RowFixes = new Map()) {
    this.#file = file;
    this.#fixes = fixes;
  }

  /** A heading above the next table, which places all of its rows. */
  under(heading: SectionLabel): void {
    this.#sections = [];
    this.#enter({ ...heading, level: 0 });
  }

  read(grid: Grid, gridIndex: number, rows: readonly AnnexRow[]): void {
    const usesBold = rows.some((row) => ownTexts(row).length > 0 && ownTexts(row).every((cell) => cell.bold));
    rows.forEach((row, i) => {
      const previous = this.#drafts.at(-1);
      const label = row.hasDetails ? undefined : sectionLabel(row);
      const dimension = this.#sections.at(-1)?.dimension ?? null;
      const around = { previousTask: previous?.words.text, next: rows[i + 1], dimension, usesBold };
      if (label && isSection(row, label, around)) this.#enter(label);
      else if (previous && this.#continues(row, previous)) this.#join(row, previous, grid);
      else this.#begin(row, grid, gridIndex);
    });
  }

  #enter(label: SectionLabel): void {
    const placement = placementOfSection(label.name, label.mark, label.level === 0);
    // A content named without a number still ends the content before it.
    const level =
      placement.dimension !== null && placement.subDimension === null
        ? Math.min(label.level, 1)
        : label.level;
    this.#sections = this.#sections.filter((open) => open.level < level);
    const parent = this.#sections.at(-1);
    const dimension = placement.dimension ?? parent?.dimension ?? null;
    if (placement.subDimension === label.mark) this.#numbersParts = true;
    const stated = placement.subDimension ?? (this.#numbersParts && label.level === 2 ? label.mark : null);
    // The name of a part is believed only inside its own content.
    const part = stated?.startsWith(`${dimension}.`) ? stated : null;
    this.#sections.push({ ...label, level, dimension, subDimension: part });
  }

  /** A row without a number of its own goes on with the task above: a cell broken by the page, a merge downwards. */
  #continues(row: AnnexRow, previous: Draft): boolean {
    const ownNumber = row.value('stt') !== '' && !row.isFromAbove('stt');
    if (ownNumber) return false;
    const ownText = row.value('text') !== '' && !row.isFromAbove('text');
    if (!ownText) return true;
    if (!row.hasDetails) return true;
    return /^\p{Ll}/u.test(row.value('text')) && !/[.;:!?]$/.test(previous.words.text);
  }

  #join(row: AnnexRow, previous: Draft, grid: Grid): void {
    for (const column of GATHERED) {
      if (row.isFromAbove(column)) continue;
      const more = this.#words(row, column, grid);
      if (more === '' || more === previous.words[column]) continue;
      const broken = column === 'text' && /^\p{Ll}/u.test(more) && !/[.;:]$/.test(previous.words.text);
      previous.words[column] = [previous.words[column], more].filter(Boolean).join(broken ? ' ' : '\n');
    }
    this.#report('row_joined', this.#place(row, grid, 'text'), { task: previous.code });
  }

  #begin(row: AnnexRow, grid: Grid, gridIndex: number): void {
    const inText = row.address('stt') === null ? leadingCode(row.value('text')) : null;
    const { code, note } =
      inText === null
        ? readCode(row.isFromAbove('stt') ? undefined : row.cell('stt'), this.#previousCode)
        : { code: inText.code, note: undefined };
    const place = this.#place(row, grid, 'stt');
    const finalCode = code === '' ? this.#unnumbered(row) : code;
    if (note) this.#report(note.problem, place, { written: note.written, code: finalCode });
    const fix = this.#fixes.get(rowKey(gridIndex, row.index + 1)) ?? {};
    const words = Object.fromEntries(
      GATHERED.map((column) => [column, this.#words(row, column, grid)]),
    ) as Draft['words'];
    words.text = (inText?.rest ?? words.text).replace(/^[-–•+]\s+/u, '');
    if (words.text === '' && !fix.text) {
      if (!fix.leave) this.#report('text_missing', this.#place(row, grid, 'text'));
      return;
    }
    if (code !== '') this.#previousCode = code;
    else if (!fix.code && !fix.leave) this.#report('code_missing', place, { code: finalCode });
    this.#drafts.push({
      row: row.index + 1,
      grid: gridIndex,
      sheet: grid.name,
      code: finalCode,
      marks: this.#sections.map((open) => open.mark),
      sections: this.#sections.map((open) => open.name),
      placement: this.#placement(row),
      words,
      cells: Object.fromEntries(
        ANNEX_COLUMNS.flatMap((column) => {
          const address = row.address(column);
          return address === null ? [] : [[column, address]];
        }),
      ),
    });
  }

  /** A code for a task without number: its place in its section, or its row. */
  #unnumbered(row: AnnexRow): string {
    const section = this.#sections.findLast((open) => open.mark !== '');
    if (!section) return `#${row.index + 1}`;
    const count = (this.#unnumberedIn.get(section) ?? 0) + 1;
    this.#unnumberedIn.set(section, count);
    return `${section.mark}.-${count}`;
  }

  /** A row's own columns say more than the sections above it. */
  #placement(row: AnnexRow): Placement {
    const inSection = this.#sections.at(-1);
    const part = placementOfCell(row.value('section'));
    const stated = dimensionOfCell(row.value('dimension'));
    const inColumn = stated === null ? placementOfCell(row.value('dimension')) : null;
    // "Chung" among the parts of a content means all of that content, not the general part of the plan.
    const own = part.dimension === 0 && inSection?.dimension ? null : part.dimension;
    const dimension: Dimension | null = stated ?? inColumn?.dimension ?? own ?? inSection?.dimension ?? null;
    // A row that names a part of its own, known or not, is not in the part of its section.
    const inherited = row.value('section') === '' ? inSection?.subDimension : null;
    const codes = [part.subDimension, inColumn?.subDimension, inherited];
    if (dimension === null && row.value('section') === '' && row.value('dimension') === '') {
      // An export without merges names the content in the first row of its group only.
      return this.#drafts.at(-1)?.placement ?? { dimension, subDimension: null };
    }
    return { dimension, subDimension: codes.find((code) => code?.startsWith(`${dimension}.`)) ?? null };
  }

  #words(row: AnnexRow, column: Gathered, grid: Grid): string {
    const cell = row.cell(column);
    // A typed date shows as the workbook formats it, month first perhaps; its value says which day it is.
    if (column === 'due' && typeof cell?.value === 'string') return cell.value.split('-').reverse().join('/');
    const words = row.value(column);
    if (column === 'text' || column === 'note' || !DITTO.test(fold(words)) || words === '') return words;
    const above = this.#drafts.at(-1);
    if (above) return above.words[column];
    this.#report('ditto_without_above', this.#place(row, grid, column));
    return '';
  }

  #place(row: AnnexRow, grid: Grid, column: AnnexColumn): Place {
    const cell = row.address(column) ?? ownTexts(row)[0]?.address ?? null;
    return { file: this.#file, sheet: grid.name, cell, row: row.index + 1 };
  }

  #report(code: ProblemCode, place: Place, params: ProblemParams = {}): void {
    this.#problems.push(problem(code, place, params));
  }

  /** Applied when the rows are joined, so that a person's words stand alone and not before the file's own. */
  #fixed(draft: Draft): Draft | null {
    const fix = this.#fixes.get(rowKey(draft.grid, draft.row));
    if (!fix) return draft;
    if (fix.leave) return null;
    const words = { ...draft.words };
    for (const column of GATHERED) words[column] = fix[column] ?? words[column];
    const { dimension } = fix;
    const placement =
      dimension === undefined || dimension === draft.placement.dimension
        ? draft.placement
        : { dimension: dimension as Placement['dimension'], subDimension: null };
    return { ...draft, words, placement };
  }

  result(): { drafts: readonly Draft[]; problems: readonly Problem[] } {
    const drafts = this.#drafts.map((draft) => this.#fixed(draft)).filter((draft) => draft !== null);
    return { drafts, problems: this.#problems };
  }
}
