import type { CellValue, CompiledCell } from '../modules/forms/domain/compiled.ts';
import type { EntryData, EntryOutcome, EntryWords } from '../modules/forms/domain/entry-data.ts';
import { type ReadCell, readCell } from '../modules/forms/domain/read-cell.ts';
import { writtenCell } from '../modules/forms/domain/written-cell.ts';

/**
 * `typed`: not sent yet; `waiting`: for the network; `half`: for the other part of the rate; `wrong`: cannot be saved as it is;
 * `conflict`: somebody else changed it meanwhile.
 */
export type FieldState = '' | 'typed' | 'saving' | 'saved' | 'waiting' | 'half' | 'wrong' | 'conflict';

export type Conflict = Extract<EntryOutcome, { outcome: 'conflict' }>;

/** States in which something is still to be sent. */
const UNSENT: readonly FieldState[] = ['typed', 'saving', 'waiting', 'half'];

export function fill(words: string, params: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** One cell that is entered. */
export class Field {
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  readonly unitId: string;
  readonly cell: CompiledCell;
  /** The revision that the person saw. */
  revision: number;
  state: FieldState = '';
  note = '';
  conflict: Conflict | null = null;
  /** Counts changes, so that an answer about an earlier text is known as such. */
  edits = 0;
  readonly #data: EntryData;
  /** What the server holds as far as is known here. */
  #stored: CellValue | null;

  constructor(
    data: EntryData,
    control: Field['control'],
    place: { unitId: string; cell: CompiledCell; revision: number; stored: CellValue | null },
  ) {
    this.#data = data;
    this.control = control;
    this.unitId = place.unitId;
    this.cell = place.cell;
    this.revision = place.revision;
    this.#stored = place.stored;
  }

  get isUnsent(): boolean {
    return UNSENT.includes(this.state);
  }

  /** Typed here and not what the server holds: it must not be replaced by what comes from there. */
  get isOwn(): boolean {
    return this.isUnsent || this.state === 'wrong' || this.state === 'conflict';
  }

  read(): ReadCell {
    const input = this.cell.input ?? { type: 'words' };
    return readCell(input, this.control.value, this.#data.lang);
  }

  /** What counts for formulas and checks; `null` where the text cannot be read. */
  get value(): CellValue | null {
    const read = this.read();
    return 'value' in read ? read.value : null;
  }

  write(value: CellValue | null): void {
    this.control.value = writtenCell(value, this.#data.lang);
  }

  /** Writes the text as the page writes values, once the person has left the cell. */
  tidy(): void {
    const read = this.read();
    if ('value' in read) this.write(read.value);
  }

  /** Takes what the server says, unless something was typed since. */
  take(value: CellValue | null, revision: number): void {
    this.#stored = value;
    if (this.isOwn) return;
    this.revision = revision;
    const before = this.control.value;
    this.write(value);
    if (this.control.value !== before && document.activeElement === this.control) this.control.select();
  }

  /** What stands here has been saved already, though this page was made before. */
  settle(): void {
    this.#stored = this.value;
    this.paint('saved');
  }

  /** Back to what the server holds. */
  undo(): void {
    this.write(this.#stored);
  }

  /** What somebody else wrote meanwhile, for people. */
  said({ value, who, at }: Pick<Conflict, 'value' | 'who' | 'at'>): string {
    const { words, lang } = this.#data;
    const params = { who, at, value: writtenCell(value, lang) };
    return fill(value === null ? words.taken_back : words.conflict_other, params);
  }

  paint(state: FieldState, note = ''): void {
    const { words } = this.#data;
    if (state !== 'conflict') this.conflict = null;
    this.state = state;
    this.note = note;
    const cell = this.control.closest('td');
    if (cell) cell.dataset.state = state;
    const isBad = state === 'wrong' || state === 'conflict';
    if (isBad) this.control.setAttribute('aria-invalid', 'true');
    else this.control.removeAttribute('aria-invalid');
    const line = cell?.querySelector<HTMLElement>('.cell-note');
    if (!line) return;
    line.textContent = note || stateWord(words, state);
    line.classList.toggle('vh', note === '');
  }
}

export function stateWord(words: EntryWords, state: FieldState): string {
  switch (state) {
    case '':
    case 'typed':
      return '';
    default:
      return words[`state_${state}`];
  }
}
