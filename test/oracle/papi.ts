/** Coefficients as they were solved from the published table: constant, then points for each indicator's own unit. */
const THIRD = 0.99;
const PARTS: Readonly<Record<string, { constant: number; points: Readonly<Record<string, number>> }>> = {
  '1.1': { constant: 0.25, points: { '1.1.1': 0.5625, '1.1.2': 1.125 } },
  '3.2': { constant: 0.33, points: { '3.2.1': 1.485, '3.2.2': 1.485 } },
  '3.3': { constant: 0.22, points: { '3.3.1': THIRD, '3.3.2': THIRD } },
  '4.2': { constant: 0.25, points: { '4.2.1': 0.75, '4.2.2': 0.75, '4.4.1': 0.75 } },
  '7.1': { constant: 1 / 3, points: { '7.1.1': 3 } },
};

/** Parts of 2018 written out by hand, apart from the program's editions; `null` where an indicator is absent. */
export function papiByHand(values: ReadonlyMap<string, number>): Map<string, number | null> {
  return new Map(
    Object.entries(PARTS).map(([part, { constant, points }]) => {
      const terms = Object.entries(points).map(([code, weight]) => {
        const value = values.get(code);
        return value === undefined ? null : value * weight;
      });
      const isWhole = terms.every((term) => term !== null);
      return [part, isWhole ? terms.reduce<number>((sum, term) => sum + (term ?? 0), constant) : null];
    }),
  );
}
