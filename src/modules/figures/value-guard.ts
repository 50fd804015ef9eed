import type { Actor } from '../../kernel/authz.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import type { Message } from '../../kernel/i18n.ts';
import type { Problem } from './domain/check.ts';
import type { Figure } from './domain/figure.ts';
import type { CellKey } from './store-values.ts';

/** A cell and what it is to say; `null` empties it. */
export interface CellToWrite extends CellKey {
  readonly value: Figure | null;
}

/** A check between figures that does not hold in what some unit says for some period. */
export interface BrokenCheck {
  /** Where the check stands. */
  readonly form: { readonly code: string; readonly title: string };
  readonly unitId: string;
  readonly periodCode: string;
  readonly check: string;
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  /** What it looks at; `figure` is the code of the figure in that cell, `null` where there is none. */
  readonly cells: readonly { readonly cell: string; readonly figure: string | null }[];
}

/** A room that checks figures against each other. */
export interface ValueGuard {
  /** Holds what the cells are part of until the transaction ends: called before any of them is held or read for writing. */
  hold(tx: Tx, cells: readonly CellKey[]): Promise<void>;
  /**
   * The cells that must not be written, by their place in the list, with why. The others are right without them. `judged` is what the
   * caller has looked at already, in the guard's own words. Writes nothing; the same in a dry run.
   */
  refuse(tx: Tx, cells: readonly CellToWrite[], judged: string | null): Promise<ReadonlyMap<number, Problem>>;
  /**
   * The checks that do not hold around these cells, errors first, as far as the actor sees what they look at; `null` where the cells are
   * too many to say. `pending` cells are not written yet and are taken as if they were.
   */
  broken(
    db: Db,
    actor: Actor,
    cells: readonly CellToWrite[],
    pending: boolean,
  ): Promise<readonly BrokenCheck[] | null>;
}

const nothingGuarded: ValueGuard = {
  hold: async () => {},
  refuse: async () => new Map(),
  broken: async () => [],
};

let guard = nothingGuarded;

/** The room of forms says which values would break what units have confirmed; until it does, every value is taken. */
export function registerValueGuard(given: ValueGuard): void {
  guard = given;
}

export const valueGuard = (): ValueGuard => guard;
