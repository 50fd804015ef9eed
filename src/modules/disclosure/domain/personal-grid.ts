import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import { type Heading, headingOf } from './personal-headings.ts';
import type { PersonalKind, PersonalRules } from './personal-kinds.ts';
import { digitsOf, domestic, isCitizenId, maskDigits } from './personal-numbers.ts';
import { type Match, personalInText } from './personal-text.ts';

/** What is personal in one cell: some stretches of its text. */
export interface CellFinding {
  readonly row: number;
  readonly column: number;
  readonly kind: PersonalKind;
  readonly sample: string;
  /** As in `slice`, of the cell's text; the whole text where the column is to blame. */
  readonly start: number;
  readonly end: number;
  /** The heading over the cell says so: the column as a whole is not for the public. */
  readonly byHeading: boolean;
}

/** Health that people write into columns of reasons; "không đủ sức khỏe" alone says nothing of anybody's illness. */
const ILLNESS =
  /ung thư|\bhiv\b|aids|tâm thần|khuyết tật|động kinh|lao phổi|viêm gan|suy thận|chạy thận|tai biến|tiểu đường|bại liệt|câm|điếc|liệt|bệnh (?!viện|xá)\p{L}+|nhiễm chất độc|trầm cảm|tự kỷ/iu;
const DAY = /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}$/;
const NOTHING = /^(?:|0|-|–|x?không|ko|k|none|bình thường)$/iu;
/** So many cells of a column tell that unformatted numbers are identity numbers that lost their zero. */
const LEAST_NUMBERS = 5;

/** The cells of a table that hold personal data. A table is read as people read it: headings rule the cells below, a label the cell after it. */
export function personalInGrid(grid: Grid, rules: PersonalRules): CellFinding[] {
  const found: CellFinding[] = [];
  const headings: (Heading | undefined)[] = [];
  let isHeaderAbove = false;
  let namesAbove = false;
  const bare = bareIds(grid, rules);
  grid.rows.forEach((cells, row) => {
    const read = cells.map((cell) => (cell ? headingOf(cell.text, rules) : undefined));
    if (isHeaderRow(cells, read)) {
      // A second line of headings says more where it says something, and the line above stays where it does not.
      if (!isHeaderAbove) headings.length = 0;
      for (const [column, heading] of read.entries())
        if (heading !== undefined && !(heading === 'other' && headings[column] !== undefined))
          headings[column] = heading;
      isHeaderAbove = true;
      namesAbove = headings.includes('name');
      return;
    }
    isHeaderAbove = false;
    cells.forEach((cell, column) => {
      if (!cell || cell.mergedFrom) return;
      const label = read[column - 1];
      const heading = headings[column] ?? (label === 'other' ? undefined : label);
      const place = { row, column };
      for (const one of inCell(cell, heading, namesAbove, rules)) found.push({ ...place, ...one });
      if (bare.has(column) && found.at(-1)?.row !== row && isLostZero(cell))
        found.push({ ...place, ...whole(cell, 'citizen_id', maskDigits(digitsOf(cell.text)), true) });
    });
  });
  return found;
}

/** Two headings, or one that fills the row alone: "Số CCCD" over a list. */
function isHeaderRow(
  cells: readonly (GridCell | undefined)[],
  read: readonly (Heading | undefined)[],
): boolean {
  const filled = cells.filter((cell) => cell !== undefined && !cell.mergedFrom);
  const said = read.filter((heading, column) => heading !== undefined && !cells[column]?.mergedFrom);
  const hasNumbers = filled.some((cell) => typeof cell?.value === 'number' && cell.text.length > 4);
  if (hasNumbers || filled.length === 0) return false;
  if (filled.length === 1)
    return said.length === 1 && said[0] !== 'other' && (filled[0]?.text.length ?? 0) <= 40;
  return said.length >= 2 && said.length * 2 >= filled.length;
}

type InCell = Omit<CellFinding, 'row' | 'column'>;

function whole({ text }: GridCell, kind: PersonalKind, sample: string, byHeading: boolean): InCell {
  return { kind, sample, start: 0, end: text.length, byHeading };
}

function inCell(
  cell: GridCell,
  heading: Heading | undefined,
  namesAbove: boolean,
  rules: PersonalRules,
): InCell[] {
  const ruled = byHeading(cell, heading, namesAbove, rules);
  if (ruled) return [ruled];
  return personalInText(cell.text, rules).map((match: Match) => ({ ...match, byHeading: false }));
}

/** What the heading says of a cell that its own words do not. */
function byHeading(
  cell: GridCell,
  heading: Heading | undefined,
  namesAbove: boolean,
  rules: PersonalRules,
): InCell | undefined {
  const { text } = cell;
  const digits = digitsOf(text);
  const isNumber = digits.length > 0 && /^[\d .,\-()+]+$/.test(text);
  const isEmpty = NOTHING.test(text);
  switch (heading) {
    case 'citizen_id':
      if (!isNumber || digits.length < 8 || digits.length > 12) return undefined;
      return whole(cell, digits.length <= 9 ? 'old_id' : 'citizen_id', maskDigits(digits), true);
    case 'bank_account':
      if (!isNumber || digits.length < 6 || digits.length > 19) return undefined;
      return whole(cell, 'bank_account', maskDigits(digits), true);
    case 'phone':
      if (rules.allowsPhones || !isNumber || digits.length < 7 || digits.length > 12) return undefined;
      return whole(cell, 'phone', maskDigits(domestic(digits)), true);
    case 'birth_date':
      if (!DAY.test(text) && typeof cell.value !== 'string') return undefined;
      return whole(cell, 'birth_date', `••/••/${text.slice(-4)}`, true);
    case 'health':
      return namesAbove && !isEmpty ? whole(cell, 'health', '•••', true) : undefined;
    case 'ethnicity':
    case 'score':
      return rules.isAboutPeople && namesAbove && !isEmpty ? whole(cell, heading, '•••', true) : undefined;
    case 'never_public':
      return isEmpty ? undefined : whole(cell, 'never_public', '•••', true);
    case 'reason': {
      const illness = namesAbove ? ILLNESS.exec(text) : null;
      return illness ? { ...whole(cell, 'health', '•••', false) } : undefined;
    }
    default:
      return undefined;
  }
}

/** A number of 10 or 11 digits that is an identity number once its zero is put back. */
function isLostZero(cell: GridCell): boolean {
  return (
    typeof cell.value === 'number' &&
    /^\d{10,11}$/.test(cell.text) &&
    isCitizenId(cell.text.padStart(12, '0'))
  );
}

/** Columns without a heading that speaks, in which every number is an identity number that lost its zero. */
function bareIds(grid: Grid, rules: PersonalRules): Set<number> {
  const columns = new Map<number, { ids: number; others: number; round: number }>();
  for (const cells of grid.rows)
    cells.forEach((cell, column) => {
      if (typeof cell?.value !== 'number' || cell.mergedFrom) return;
      const seen = columns.get(column) ?? { ids: 0, others: 0, round: 0 };
      if (isLostZero(cell)) seen.ids += 1;
      else seen.others += 1;
      if (cell.value % 1000 === 0) seen.round += 1;
      columns.set(column, seen);
    });
  const isMoney = (column: number): boolean =>
    grid.rows.some((cells) => {
      const cell = cells[column];
      return cell !== undefined && typeof cell.value !== 'number' && headingOf(cell.text, rules) === 'money';
    });
  return new Set(
    [...columns]
      .filter(
        ([column, { ids, others, round }]) =>
          ids >= LEAST_NUMBERS && others === 0 && round < ids / 2 && !isMoney(column),
      )
      .map(([column]) => column),
  );
}
