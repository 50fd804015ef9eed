import type { EntryData } from '../modules/forms/domain/entry-data.ts';
import { Checks } from './entry-grid-checks.ts';
import { Field, fill } from './entry-grid-field.ts';
import { KeptCells } from './entry-grid-kept.ts';
import { wireKeys } from './entry-grid-keys.ts';
import { keepPage } from './entry-grid-page.ts';
import { CellPanel } from './entry-grid-panel.ts';
import { Sender, type Told } from './entry-grid-send.ts';

/**
 * Makes the table of a form a grid that saves as one types. Without it the same table is one form with one button. What is typed
 * is kept in this browser first, so a lost line, a reload or a power cut loses nothing.
 */
class EntryGrid extends HTMLElement {
  #data!: EntryData;
  readonly #fields = new Map<string, Field>();
  #kept: KeptCells | null = null;
  #sender!: Sender;
  #checks!: Checks;
  #panel: CellPanel | null = null;

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table || !this.dataset.entry || this.classList.contains('ready')) return;
    this.#data = JSON.parse(this.dataset.entry) as EntryData;
    this.#find();
    this.#checks = new Checks(this, this.#data, this.#fields);
    const panel = this.querySelector<HTMLElement>('[data-part="panel"]');
    if (panel)
      this.#panel = new CellPanel(panel, this.#data, {
        keepMine: (field) => {
          field.revision = field.conflict?.revision ?? field.revision;
          this.#changed(field);
        },
        takeTheirs: (field) => this.#takeTheirs(field),
        noData: (field, reason) => {
          field.write({ kind: 'no_data', reason });
          this.#changed(field);
        },
      });
    this.#begin(table).catch(() => undefined);
  }

  #find(): void {
    for (const sheet of this.#data.sheets)
      for (const [key, { revision }] of Object.entries(sheet.cells)) {
        const control = this.querySelector<Field['control']>(
          `[data-unit="${sheet.unitId}"][data-key="${key}"]`,
        );
        const cell = this.#data.form.cells.find((one) => one.key === key);
        if (!control || !cell) continue;
        const stored = sheet.values[key] ?? null;
        const place = { unitId: sheet.unitId, cell, revision, stored };
        this.#fields.set(`${sheet.unitId} ${key}`, new Field(this.#data, control, place));
      }
  }

  /** What waits in this browser is put back before anything is typed over it. */
  async #begin(table: HTMLTableElement): Promise<void> {
    this.#kept = await KeptCells.open(this.#data.person, this.#data.place).catch(() => null);
    this.#sender = new Sender(this.#data, this.#fields, this.#kept, (told) => this.#tell(told));
    await this.#putBack().catch(() => undefined);
    this.#wire(table);
    this.classList.add('ready');
    this.#checks.show();
    this.#tell({ saved: null, isRefused: false });
    this.#sender.soon(0);
    await keepPage();
  }

  async #putBack(): Promise<void> {
    for (const kept of (await this.#kept?.all()) ?? []) {
      const field = this.#fields.get(`${kept.unitId} ${kept.key}`);
      if (!field) continue;
      if (kept.isSaved && kept.revision <= field.revision) {
        await this.#kept?.drop(kept);
        continue;
      }
      field.control.value = kept.typed;
      field.revision = kept.revision;
      if (kept.isSaved) field.settle();
      else this.#judge(field);
    }
  }

  #wire(table: HTMLTableElement): void {
    const fieldOf = (target: EventTarget | null): Field | undefined =>
      target instanceof HTMLElement
        ? this.#fields.get(`${target.dataset.unit} ${target.dataset.key}`)
        : undefined;
    this.addEventListener('input', ({ target }) => {
      const field = fieldOf(target);
      if (field) this.#changed(field);
    });
    this.addEventListener('focusin', ({ target }) => {
      const field = fieldOf(target);
      if (field) this.#panel?.show(field);
    });
    this.addEventListener('focusout', ({ target }) => {
      const field = fieldOf(target);
      if (!field) return;
      field.tidy();
      void this.#sender.now();
    });
    this.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement)) return;
      if (event.submitter?.dataset.act !== 'save') {
        this.#tellSeen();
        return;
      }
      event.preventDefault();
      void this.#sender.now();
    });
    wireKeys(table, {
      undo: (control) => {
        const field = fieldOf(control);
        if (!field?.isOwn) return;
        field.undo();
        this.#changed(field);
      },
      open: () => this.#panel?.enter(),
      pasted: (cells) =>
        this.#pasted(
          cells.flatMap(({ control, text }) => {
            const field = fieldOf(control);
            return field ? [{ field, text }] : [];
          }),
        ),
    });
    addEventListener('online', () => void this.#sender.now());
    // What a page that is left has not sent it keeps, and sends when it is next opened: an answer would find nobody.
    addEventListener('pagehide', () => this.#sender.rest());
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.#sender.wake();
    });
    // A phone stops the clock of a page in the background, so what waits for the pause goes at once.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.#sender.now();
    });
    // Where this browser keeps nothing, what has not been sent would be lost with the page.
    addEventListener('beforeunload', (event) => {
      if (!this.#kept && [...this.#fields.values()].some((field) => field.isUnsent)) event.preventDefault();
    });
  }

  /** A form that is sent as a whole says what has been seen by now: its cells were saved since the page was made. */
  #tellSeen(): void {
    const seen = this.querySelector<HTMLInputElement>('input[name="da_thay"]');
    const shown = [...this.#fields.values()].map(({ control, revision }) => [control.name, [revision, null]]);
    if (seen) seen.value = JSON.stringify(Object.fromEntries(shown));
  }

  #pasted(cells: readonly { readonly field: Field; readonly text: string }[]): void {
    for (const { field, text } of cells) {
      field.control.value = text;
      field.tidy();
      this.#changed(field);
    }
    const bad = cells.filter(({ field }) => field.state === 'wrong').length;
    this.#say(fill(this.#data.words.pasted, { n: cells.length, bad }));
  }

  /** The text of a cell is another one now: kept, judged, shown, and sent soon. */
  #changed(field: Field): void {
    field.edits += 1;
    this.#judge(field);
    const { unitId, cell, control, revision } = field;
    const kept = { unitId, key: cell.key, typed: control.value, revision, isSaved: false };
    this.#kept?.put(kept).catch(() => undefined);
    this.#checks.show();
    this.#panel?.again(field);
    this.#tell({ saved: null, isRefused: false });
    this.#sender.soon();
  }

  #judge(field: Field): void {
    const read = field.read();
    if ('wrong' in read) field.paint('wrong', this.#data.words.unread[read.wrong] ?? this.#data.words.wrong);
    else field.paint('typed');
  }

  #takeTheirs(field: Field): void {
    const { conflict } = field;
    if (!conflict) return;
    field.paint('');
    field.take(conflict.value, conflict.revision);
    field.write(conflict.value);
    this.#kept?.drop({ unitId: field.unitId, key: field.cell.key }).catch(() => undefined);
    this.#checks.show();
    this.#tell({ saved: null, isRefused: false });
  }

  #say(text: string): void {
    const line = this.querySelector('[data-part="status"]');
    if (line && line.textContent !== text) line.textContent = text;
  }

  /** One line for the whole table: what waits, what is wrong, or when all was saved. */
  #tell({ saved, isRefused }: Told): void {
    const { words } = this.#data;
    const count = (...states: Field['state'][]): number =>
      [...this.#fields.values()].filter(({ state }) => states.includes(state)).length;
    const waiting = count('waiting');
    const refused = count('wrong', 'conflict', 'half');
    const sheet = saved?.sheets.length === 1 && this.#data.sheets.length === 1 ? saved.sheets[0] : undefined;
    const progress = this.querySelector('[data-part="progress"]');
    if (sheet && progress)
      progress.textContent = fill(words.progress, { filled: sheet.filled, asked: sheet.asked });
    if (saved) this.#checks.show();
    for (const field of this.#fields.values()) this.#panel?.again(field);
    const parts = [
      isRefused ? words.signed_out : '',
      !isRefused && waiting > 0 ? fill(words.waiting, { n: waiting }) : '',
      waiting > 0 && !this.#kept ? words.not_kept : '',
      refused > 0 ? fill(words.refused, { n: refused }) : '',
    ].filter((part) => part !== '');
    const settled = saved ? fill(words.saved, { at: saved.at }) : words.ready;
    const fine = count('typed', 'saving') > 0 ? words.saving : settled;
    this.#say(parts.length > 0 ? parts.join(' ') : fine);
  }
}

customElements.define('entry-grid', EntryGrid);
