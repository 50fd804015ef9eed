/** A cell that is entered, as the keyboard sees it. */
type Control = HTMLInputElement | HTMLTextAreaElement;

const CONTROLS = '[data-key]';

/** Rows of the table's body as the controls of their cells, by place; a cell that is not entered is empty. */
function gridOf(table: HTMLTableElement): (Control | null)[][] {
  return [...table.tBodies].flatMap((body) =>
    [...body.rows].map((row) => [...row.cells].map((cell) => cell.querySelector<Control>(CONTROLS))),
  );
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(grid: readonly (readonly (Control | null)[])[], control: Element): Place | undefined {
  for (const [row, cells] of grid.entries()) {
    const column = cells.indexOf(control as Control);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** Walks from a place by steps until a cell that is entered. */
function walk(
  grid: readonly (readonly (Control | null)[])[],
  from: Place,
  down: number,
  right: number,
): Control | undefined {
  let { row, column } = from;
  for (;;) {
    row += down;
    column += right;
    const cells = grid[row];
    // A heading of rows has fewer cells than a row: one walks down over it.
    if (!cells || column < 0 || (right > 0 && column >= cells.length)) return undefined;
    const found = cells[column];
    if (found) return found;
  }
}

function target(grid: (Control | null)[][], at: Place, event: KeyboardEvent): Control | null | undefined {
  const row = grid[at.row] ?? [];
  switch (event.key) {
    case 'ArrowUp':
      return walk(grid, at, -1, 0);
    case 'ArrowDown':
      return walk(grid, at, 1, 0);
    case 'ArrowLeft':
      return walk(grid, at, 0, -1);
    case 'ArrowRight':
      return walk(grid, at, 0, 1);
    case 'Enter':
      if (event.shiftKey) return walk(grid, at, -1, 0);
      // From the foot of a column to the head of the next one that is entered.
      return walk(grid, at, 1, 0) ?? headOfNext(grid, at.column);
    case 'Home':
      return (event.ctrlKey ? grid.flat() : row).find((one) => one !== null);
    case 'End':
      return (event.ctrlKey ? grid.flat() : row).findLast((one) => one !== null);
    default:
      return undefined;
  }
}

function headOfNext(grid: (Control | null)[][], column: number): Control | undefined {
  const width = Math.max(...grid.map((row) => row.length));
  for (let next = column + 1; next < width; next += 1) {
    const found = walk(grid, { row: -1, column: next }, 1, 0);
    if (found) return found;
  }
  return undefined;
}

export interface KeyActs {
  /** Esc: what was typed here is taken back. */
  undo(control: Control): void;
  /** Shift+F2: what there is to know and do about the cell. */
  open(control: Control): void;
  /** A block of cells was pasted, each with its text. */
  pasted(cells: readonly { readonly control: Control; readonly text: string }[]): void;
}

/**
 * Moves through the table as a workbook does. Arrows leave a cell unless it is being edited (F2, or a click into it), where they
 * move through its text; Esc ends that.
 */
export function wireKeys(table: HTMLTableElement, acts: KeyActs): void {
  let edited: EventTarget | null = null;
  const controlOf = (target: EventTarget | null): Control | null =>
    target instanceof Element ? target.closest<Control>(CONTROLS) : null;

  table.addEventListener('focusin', ({ target }) => {
    const control = controlOf(target);
    if (control && control !== edited) {
      edited = null;
      control.select();
    }
  });
  // The first click chooses the cell, the second one sets the caret in its text.
  let chosen: Control | null = null;
  table.addEventListener('mousedown', ({ target }) => {
    const control = controlOf(target);
    if (control && control === document.activeElement) edited = control;
    chosen = control === edited ? null : control;
  });
  table.addEventListener('click', ({ target }) => {
    const control = controlOf(target);
    if (control && control === chosen && control.selectionStart === control.selectionEnd) control.select();
  });
  table.addEventListener('keydown', (event) => {
    const control = controlOf(event.target);
    if (!control || event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === 'F2') {
      event.preventDefault();
      if (event.shiftKey) return acts.open(control);
      edited = control;
      return control.setSelectionRange(control.value.length, control.value.length);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (edited !== control) acts.undo(control);
      edited = null;
      return control.select();
    }
    // Words may have lines: while they are edited every key is theirs.
    const leaves = control instanceof HTMLInputElement && /^(Enter|ArrowUp|ArrowDown)$/.test(event.key);
    if (edited === control && !leaves) return;
    const grid = gridOf(table);
    const at = placeOf(grid, control);
    const next = at && target(grid, at, event);
    if (!next) {
      // Enter at the last cell must not send the form.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    event.preventDefault();
    edited = null;
    next.focus();
    next.select();
  });
  table.addEventListener('paste', (event) => {
    const control = controlOf(event.target);
    const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '') ?? '';
    if (!control || !/[\t\n]/.test(text)) return;
    // Lines pasted into words that are being edited are lines of the words.
    if (edited === control && !text.includes('\t')) return;
    event.preventDefault();
    const grid = gridOf(table);
    const at = placeOf(grid, control);
    if (at) acts.pasted(blockAt(grid, at, text));
  });
}

/** A block as workbooks copy it, laid over the cells from a place on; what falls on cells that are not entered is left out. */
function blockAt(
  grid: readonly (readonly (Control | null)[])[],
  at: Place,
  text: string,
): { control: Control; text: string }[] {
  return text.split('\n').flatMap((line, down) =>
    line.split('\t').flatMap((part, right) => {
      const control = grid[at.row + down]?.[at.column + right];
      return control ? [{ control, text: part.trim() }] : [];
    }),
  );
}
