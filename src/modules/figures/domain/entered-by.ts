import type { EnteredBy } from './figure.ts';

/** What decides whether a unit is asked: as it stood on the last day of the period. */
export interface AskedUnit {
  readonly id: string;
  readonly kind: string;
  readonly tier: string;
  readonly groups: readonly string[];
}

/** The unit enters the figure. */
export function isEnteredBy(enteredBy: EnteredBy, unit: AskedUnit): boolean {
  return (
    enteredBy.unitIds.includes(unit.id) ||
    enteredBy.groups.some((group) => unit.groups.includes(group)) ||
    enteredBy.kinds.some(({ kind, tier }) => kind === unit.kind && (tier === null || tier === unit.tier))
  );
}
