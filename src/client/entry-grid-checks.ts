import { checkCells } from '../modules/forms/domain/check-cells.ts';
import type { CellValue, CompiledCheck } from '../modules/forms/domain/compiled.ts';
import type { EntryData, EntrySheet } from '../modules/forms/domain/entry-data.ts';
import { cellsOfCheck } from '../modules/forms/domain/expr.ts';
import { writtenNumber } from '../modules/forms/domain/written-cell.ts';
import type { Field } from './entry-grid-field.ts';

interface Broken {
  readonly sheet: EntrySheet;
  readonly check: CompiledCheck;
}

/** Computes formulas and checks over what stands in the cells and shows both, at the cells and above the table. */
export class Checks {
  readonly #root: HTMLElement;
  readonly #data: EntryData;
  readonly #fields: ReadonlyMap<string, Field>;
  /** What shows each cell: a control, an output, or text. */
  readonly #shown = new Map<string, HTMLElement>();

  constructor(root: HTMLElement, data: EntryData, fields: ReadonlyMap<string, Field>) {
    this.#root = root;
    this.#data = data;
    this.#fields = fields;
    for (const one of root.querySelectorAll<HTMLElement>('[data-unit]'))
      this.#shown.set(`${one.dataset.unit} ${one.dataset.key ?? one.dataset.of}`, one);
  }

  show(): void {
    const broken = this.#data.sheets.flatMap((sheet) => this.#ofSheet(sheet));
    this.#mark(broken);
    for (const severity of ['error', 'warning'] as const) {
      const part = this.#root.querySelector<HTMLElement>(`[data-checks="${severity}"]`);
      if (!part) continue;
      const those = broken.filter(({ check }) => check.severity === severity);
      part.hidden = those.length === 0;
      part.querySelector('ul')?.replaceChildren(...those.map((one) => this.#line(one)));
    }
  }

  #ofSheet(sheet: EntrySheet): Broken[] {
    const values: Record<string, CellValue | undefined> = { ...sheet.values };
    for (const key of Object.keys(sheet.cells)) {
      const field = this.#fields.get(`${sheet.unitId} ${key}`);
      if (field) values[key] = field.value ?? undefined;
    }
    const { computed, broken } = checkCells(this.#data.form, values);
    for (const { key, decimals } of this.#data.form.cells) {
      const number = computed[key];
      const output = this.#shown.get(`${sheet.unitId} ${key}`);
      if (number === undefined || !(output instanceof HTMLOutputElement)) continue;
      output.value = number === null ? '' : writtenNumber(number, this.#data.lang, decimals);
    }
    return broken.map((check) => ({ sheet, check }));
  }

  #mark(broken: readonly Broken[]): void {
    for (const one of this.#shown.values()) {
      const cell = one.closest('td');
      if (cell?.dataset.check === undefined) continue;
      delete cell.dataset.check;
      const kept = one
        .getAttribute('aria-describedby')
        ?.split(' ')
        .filter((id) => !id.startsWith('k-'));
      if (kept) one.setAttribute('aria-describedby', kept.join(' '));
    }
    // Errors come first: a warning about the same cell does not hide one.
    for (const { sheet, check } of broken)
      for (const key of check.cells) {
        const one = this.#shown.get(`${sheet.unitId} ${key}`);
        const cell = one?.closest('td');
        if (!one || !cell) continue;
        cell.dataset.check ??= check.severity;
        const described = one.getAttribute('aria-describedby');
        if (described !== null) one.setAttribute('aria-describedby', `${described} ${idOf(sheet, check)}`);
      }
  }

  #line({ sheet, check }: Broken): HTMLLIElement {
    const line = document.createElement('li');
    line.id = idOf(sheet, check);
    const words = this.#data.checkTexts[check.key] ?? '';
    const text = sheet.name === '' ? words : `${sheet.name}: ${words}`;
    const first = cellsOfCheck(check)
      .map((key) => this.#shown.get(`${sheet.unitId} ${key}`))
      .find((one) => one?.id);
    if (!first) {
      line.textContent = text;
      return line;
    }
    const link = document.createElement('a');
    link.href = `#${first.id}`;
    link.textContent = text;
    line.append(link);
    return line;
  }
}

/** As the page names the line of a check. */
function idOf({ unitId, name }: EntrySheet, { key }: CompiledCheck): string {
  return `k-${name === '' ? '' : `${unitId}-`}${key.replace('@', '-')}`;
}
