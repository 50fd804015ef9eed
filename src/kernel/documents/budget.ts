import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';

/** Counts the cells of one file, over all its tables; throws `too_many_cells` when they pass the limit. */
export class CellBudget {
  readonly #file: string;
  #left: number = LIMITS.cells;

  constructor(file: string) {
    this.#file = file;
  }

  spend(cells: number): void {
    this.#left -= cells;
    if (this.#left < 0) {
      throw new AppError(documentErrors.too_many_cells, { file: this.#file, limit: LIMITS.cells });
    }
  }
}
