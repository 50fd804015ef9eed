import type { Db } from '../../kernel/db/database.ts';
import type { IssuedPlan } from './events.ts';

/** What the issue of a plan will bring about. */
export interface IssueImpact {
  readonly assignments: number;
  readonly units: number;
}

type CountImpact = (db: Db, issued: IssuedPlan) => Promise<IssueImpact>;

let count: CountImpact | undefined;

/** Lets the room that makes assignments say how many an issue would make; wired once, at the start. */
export function countIssueImpactWith(counter: CountImpact): void {
  count = counter;
}

/** How much work the issue would give out; `undefined` when no room counts it. */
export async function issueImpact(db: Db, issued: IssuedPlan): Promise<IssueImpact | undefined> {
  return count?.(db, issued);
}
