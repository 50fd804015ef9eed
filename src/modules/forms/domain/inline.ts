import { cellName, type Expr, partsOf, type Relation, relationOf } from './expr.ts';
import { ExprError, em } from './expr-messages.ts';

/** The most that one check may grow to: a sum of 60 rows of 30 columns is 1,800. */
const MOST_NODES = 5_000;
/** The database evaluates by recursion. */
const DEEPEST = 60;

/** The expression with every formula it reads put in its place, so that it reads only cells that hold values. Throws `ExprError`. */
export function inlined(expr: Expr, formulas: ReadonlyMap<string, Expr>, place: string): Expr {
  let nodes = 0;
  const visit = (one: Expr, relation: Relation, above: readonly string[], depth: number): Expr => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > DEEPEST) throw new ExprError(0, em.tooLarge, { cell: place });
    if (one[0] !== 'c') {
      const parts = partsOf(one).map((part) => visit(part, relation, above, depth + 1));
      let next = 0;
      return one.map((part) => (Array.isArray(part) ? parts[next++] : part)) as unknown as Expr;
    }
    const read = relationOf(one[1]);
    if (read.relation !== 'this' && relation !== 'this') throw new ExprError(0, em.periodTwice);
    const meant = relation === 'this' ? read.relation : relation;
    const formula = formulas.get(read.key);
    if (!formula) return ['c', cellName(read.key, meant)];
    if (above.includes(read.key)) {
      const path = [...above.slice(above.indexOf(read.key)), read.key].join(' → ');
      throw new ExprError(0, em.circle, { cell: read.key, path });
    }
    return visit(formula, meant, [...above, read.key], depth + 1);
  };
  return visit(expr, 'this', [], 0);
}
