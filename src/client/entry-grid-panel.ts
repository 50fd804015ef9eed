import type { EntryData } from '../modules/forms/domain/entry-data.ts';
import { writtenCell } from '../modules/forms/domain/written-cell.ts';
import { type Field, stateWord } from './entry-grid-field.ts';

export interface PanelActs {
  /** What was typed here stands, over what somebody else wrote. */
  keepMine(field: Field): void;
  takeTheirs(field: Field): void;
  /** There is no figure, for this reason. */
  noData(field: Field, reason: string): void;
}

/** What is known of the cell in hand, and what may be done about it. The page brings its words; this fills in the rest. */
export class CellPanel {
  readonly #root: HTMLElement;
  readonly #data: EntryData;
  #field: Field | null = null;

  constructor(root: HTMLElement, data: EntryData, acts: PanelActs) {
    this.#root = root;
    this.#data = data;
    root.addEventListener('click', ({ target }) => {
      const act = target instanceof HTMLElement ? target.dataset.act : undefined;
      if (this.#field && act) this.#act(act, this.#field, acts);
    });
    root.addEventListener('keydown', (event) => {
      const isReason = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape') this.#field?.control.focus();
      else if (event.key === 'Enter' && isReason && this.#field) {
        event.preventDefault();
        this.#act('none', this.#field, acts);
      }
    });
  }

  #act(act: string, field: Field, acts: PanelActs): void {
    if (act === 'mine') acts.keepMine(field);
    if (act === 'theirs') acts.takeTheirs(field);
    if (act === 'none') {
      const reason = this.#part<HTMLInputElement>('reason');
      if (!reason || reason.value.trim() === '') {
        reason?.focus();
        return;
      }
      acts.noData(field, reason.value.trim());
      reason.value = '';
    }
    field.control.focus();
    this.show(field);
  }

  #part<E extends HTMLElement>(name: string): E | null {
    return this.#root.querySelector<E>(`[data-part="${name}"]`);
  }

  #say(name: string, text: string): void {
    const part = this.#part(name);
    if (part) part.textContent = text;
  }

  show(field: Field): void {
    const { words, sheets, lang } = this.#data;
    const isOther = this.#field !== field;
    this.#field = field;
    const { unitId, cell, control, conflict, note, state } = field;
    const sheet = sheets.find((one) => one.unitId === unitId);
    const facts = sheet?.cells[cell.key];
    const of = (name: string): string =>
      writtenCell(sheet?.values[`${cell.key}@${name}`], lang) || words.none;
    this.#root.hidden = false;
    this.#say('title', control.getAttribute('aria-label') ?? '');
    this.#say('state', conflict ? '' : note || stateWord(words, state));
    this.#say('previous', of('prev'));
    this.#say('same', of('same'));
    this.#say('by', facts?.by || words.none);
    this.#say('conflict-said', conflict ? note : '');
    const choice = this.#part('conflict');
    if (choice) choice.hidden = conflict === null;
    this.#part('remarks')?.replaceChildren(
      ...(facts?.remarks ?? []).map((text) => {
        const line = document.createElement('li');
        line.textContent = text;
        return line;
      }),
    );
    const more = this.#part<HTMLAnchorElement>('more');
    if (more) more.href = `${more.dataset.base}${unitId}${more.dataset.rest}${cell.key}`;
    const reason = this.#part<HTMLInputElement>('reason');
    if (reason && isOther) reason.value = '';
  }

  /** Shows anew what is shown, when that cell has changed. */
  again(field: Field): void {
    if (this.#field === field) this.show(field);
  }

  /** Moves there by keyboard: to the choice of a conflict, else to the first thing that can be done. */
  enter(): void {
    const first = this.#root.querySelector<HTMLElement>(
      '[data-part="conflict"]:not([hidden]) button, input, a',
    );
    first?.focus();
  }
}
