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
  /** Who says so: the heading over the column, the label before the cell, or the words of the cell. */
  readonly by: 'column' | 'label' | 'words';
}

/** Health that people write into columns of reasons; "không đủ sức khỏe" alone says nothing of anybody's illness. */
const ILLNESS =
  /ung thư|\bhiv\b|aids|tâm thần|khuyết tật|động kinh|lao phổi|viêm gan|suy thận|chạy thận|tai biến|tiểu đường|bại liệt|câm điếc|điếc|liệt(?! s)|bệnh (?!viện|xá|binh)\p{L}+|nhiễm chất độc|trầm cảm|tự kỷ/iu;
const DAY = /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}$/;
const NOTHING = /^(?:|0|-|–|x?không|ko|k|none|bình thường)$/iu;
/** So many cells of a column tell that unformatted numbers are identity numbers that lost their zero. */
const LEAST_NUMBERS = 5;

/** What the rows above say of the rows below. */
interface Above {
  readonly headings: readonly (Heading | undefined)[];
  /** The row just above is one of headings. */
  readonly isHeader: boolean;
  readonly isBlank: boolean;
}

/**
 * The cells of a table that hold personal data. It is read as people read it: headings rule the cells below them, and where there are none
 * a label rules the cell after it.
 */
export function personalInGrid(grid: Grid, rules: PersonalRules): CellFinding[] {
  return [...personalRows(grid, rules)].flat();
}

/** The same row by row, so that who reads a long list may let other work in between. */
export function* personalRows(grid: Grid, rules: PersonalRules): Generator<CellFinding[]> {
  const bare = bareIds(grid, rules);
  const width = Math.max(0, ...grid.rows.map((cells) => cells.length));
  let above: Above = { headings: [], isHeader: false, isBlank: false };
  for (const [row, cells] of grid.rows.entries()) {
    const read = Array.from(cells, (cell) => (cell ? headingOf(cell.text, rules) : undefined));
    if (isHeaderRow(cells, read, above, width)) {
      above = { headings: joined(above, read), isHeader: true, isBlank: false };
      continue;
    }
    above = { ...above, isHeader: false, isBlank: cells.every((cell) => cell === undefined) };
    if (cells.every((cell) => !cell || COLUMN_NUMBER.test(cell.text))) continue;
    const namesAbove = above.headings.includes('name');
    const found: CellFinding[] = [];
    const hasHeadings = isInformative(above);
    for (const [column, cell] of cells.entries()) {
      if (!cell || cell.mergedFrom) continue;
      const heading = hasHeadings ? above.headings[column] : read[column - 1];
      const by = hasHeadings ? 'column' : 'label';
      const here = inCell(cell, { heading, namesAbove, by }, rules);
      if (here.length === 0 && bare.has(column) && isLostZero(cell))
        here.push(whole(cell, 'citizen_id', maskDigits(digitsOf(cell.text)), 'column'));
      for (const one of here) found.push({ row, column, ...one });
    }
    yield found;
  }
}

function isInformative({ headings }: Above): boolean {
  return headings.some((heading) => heading !== undefined && heading !== 'other');
}

/** A second line of headings says more where it says something; where it does not, the line above stays. */
function joined(above: Above, read: readonly (Heading | undefined)[]): (Heading | undefined)[] {
  if (!above.isHeader) return [...read];
  return Array.from({ length: Math.max(above.headings.length, read.length) }, (_, column) => {
    const [before, now] = [above.headings[column], read[column]];
    return now === undefined || (now === 'other' && before !== undefined) ? before : now;
  });
}

const ORDINAL = /^(?:S?TT|Số TT|Số thứ tự|No\.?)$/iu;
const DATUM = /^[\d.,/:%\-– ]+$/;

/** The line "1 2 3 4" or "A B 1 2" that official forms have below their headings. */
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-ZĐ])\)?(?: ?= ?[\d()+\-x/ ]+)?$/u;

/** A row of headings, not of data that happen to sound like some: data have numbers, stand below headings, and repeat none of them. */
function isHeaderRow(
  cells: readonly (GridCell | undefined)[],
  read: readonly (Heading | undefined)[],
  above: Above,
  width: number,
): boolean {
  const own = [...cells.keys()].filter((column) => cells[column] && !cells[column]?.mergedFrom);
  const said = own.flatMap((column) => read[column] ?? []);
  if (own.some((column) => DATUM.test(cells[column]?.text ?? ''))) return false;
  if (width === 1) return !isInformative(above) && said.length === 1 && said[0] !== 'other';
  if (said.length < 2 || said.length * 2 < own.length) return false;
  if (!isInformative(above)) return true;
  const isBold = own.every((column) => cells[column]?.bold);
  if (above.isHeader) return isBold || own.length < cells.length;
  return isBold || above.isBlank || ORDINAL.test(cells[own[0] ?? 0]?.text ?? '');
}

type InCell = Omit<CellFinding, 'row' | 'column'>;

function whole({ text }: GridCell, kind: PersonalKind, sample: string, by: CellFinding['by']): InCell {
  return { kind, sample, start: 0, end: text.length, by };
}

interface Context {
  readonly heading: Heading | undefined;
  readonly namesAbove: boolean;
  readonly by: CellFinding['by'];
}

function inCell(cell: GridCell, context: Context, rules: PersonalRules): InCell[] {
  const ruled = byHeading(cell, context, rules);
  if (ruled) return [ruled];
  return personalInText(cell.text, rules).map((match: Match) => ({ ...match, by: 'words' }));
}

/** What the heading says of a cell that its own words do not. */
function byHeading(
  cell: GridCell,
  { heading, namesAbove, by }: Context,
  rules: PersonalRules,
): InCell | undefined {
  const { text } = cell;
  const digits = digitsOf(text);
  const isNumber = digits.length > 0 && /^[\d .,\-()+]+$/.test(text);
  const isEmpty = NOTHING.test(text);
  switch (heading) {
    case 'citizen_id':
      if (!isNumber || digits.length < 8 || digits.length > 12) return undefined;
      return whole(cell, digits.length <= 9 ? 'old_id' : 'citizen_id', maskDigits(digits), by);
    case 'bank_account':
      if (!isNumber || digits.length < 6 || digits.length > 19) return undefined;
      return whole(cell, 'bank_account', maskDigits(digits), by);
    case 'phone':
      if (rules.allowsPhones || !isNumber || digits.length < 7 || digits.length > 12) return undefined;
      return whole(cell, 'phone', maskDigits(domestic(digits)), by);
    case 'birth_date':
      if (!DAY.test(text) && typeof cell.value !== 'string') return undefined;
      return whole(cell, 'birth_date', `••/••/${text.slice(-4)}`, by);
    case 'health':
      return namesAbove && !isEmpty ? whole(cell, 'health', '•••', by) : undefined;
    case 'ethnicity':
    case 'score':
      return rules.isAboutPeople && namesAbove && !isEmpty ? whole(cell, heading, '•••', by) : undefined;
    case 'never_public':
      return isEmpty ? undefined : whole(cell, 'never_public', '•••', by);
    case 'reason': {
      const illness = namesAbove ? ILLNESS.exec(text) : null;
      return illness ? whole(cell, 'health', '•••', 'words') : undefined;
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
