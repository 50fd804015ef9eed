/** A unit with what decides whom it may inspect. */
export interface ReachingUnit {
  readonly kind: string;
  /** Ids from the root down to the unit itself. */
  readonly lineage: readonly string[];
}

/**
 * The node under which a unit may inspect: a People's Committee everything under itself, an office or body everything under the committee it
 * stands under (II.4.c, d, đ); a village nobody.
 */
export function reachOf({ kind, lineage }: ReachingUnit): string | null {
  if (kind === 'thon') return null;
  return (kind === 'ubnd' ? lineage.at(-1) : lineage.at(-2)) ?? null;
}

/** Whether `by` may inspect a unit: one strictly under its reach, and never itself. */
export function reaches(by: ReachingUnit, ofLineage: readonly string[]): boolean {
  const top = reachOf(by);
  const of = ofLineage.at(-1);
  return top !== null && of !== top && of !== by.lineage.at(-1) && ofLineage.includes(top);
}

/** Whether a unit may be asked to put right what was found at `of`: that unit, one under it, or the one right above it if `by` reaches that. */
export function mayBeAsked(
  by: ReachingUnit,
  ofLineage: readonly string[],
  ownerLineage: readonly string[],
): boolean {
  const [of, owner] = [ofLineage.at(-1) ?? '', ownerLineage.at(-1) ?? ''];
  return ownerLineage.includes(of) || (owner === ofLineage.at(-2) && reaches(by, ownerLineage));
}
