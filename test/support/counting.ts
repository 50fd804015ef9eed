import type { Tx } from '../../src/kernel/db/database.ts';

/** The transaction with its statements counted. */
export function counting(tx: Tx): { readonly tx: Tx; count(): number } {
  let n = 0;
  const counted: Tx = {
    ...tx,
    rows(statement) {
      n += 1;
      return tx.rows(statement);
    },
    row(statement) {
      n += 1;
      return tx.row(statement);
    },
    one(statement) {
      n += 1;
      return tx.one(statement);
    },
    run(fragment) {
      n += 1;
      return tx.run(fragment);
    },
  };
  return { tx: counted, count: () => n };
}
