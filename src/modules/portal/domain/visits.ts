import type { CalendarDate } from '../../../kernel/dates.ts';

/** What was looked at: a page of the portal as a whole, of a commune, or of one item of it. */
export interface Visited {
  readonly unitId: string | null;
  readonly itemId: string | null;
}

export interface VisitCount extends Visited {
  readonly day: CalendarDate;
  readonly visits: number;
}

/** Programs that say so themselves. What says nothing at all is a program too: browsers always name themselves. */
const PROGRAM =
  /bot\b|bot\/|crawl|spider|slurp|archiver|facebookexternalhit|preview|fetch|monitor|uptime|curl|wget|python|java\/|go-http|node|axios|okhttp|headless|lighthouse|feed|rss|validator/i;

export function isProgram(userAgent: string): boolean {
  return userAgent.trim() === '' || PROGRAM.test(userAgent);
}

/**
 * Visits that are not yet written: how many of what on which day, and nothing of who. Holds at most `most` different
 * pages; further ones are counted for the portal as a whole, so that no flood of addresses can fill the memory.
 */
export class VisitCounter {
  #counts = new Map<string, VisitCount>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  note(day: CalendarDate, visited: Visited): void {
    const known = this.#counts.has(keyOf(day, visited));
    const kept = known || this.#counts.size < this.#most ? visited : { unitId: null, itemId: null };
    const key = keyOf(day, kept);
    const visits = (this.#counts.get(key)?.visits ?? 0) + 1;
    this.#counts.set(key, { day, unitId: kept.unitId, itemId: kept.itemId, visits });
  }

  /** Hands over what was counted and begins anew. */
  take(): readonly VisitCount[] {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    return counts;
  }

  /** Puts back what could not be written. */
  putBack(counts: readonly VisitCount[]): void {
    for (const count of counts) {
      const key = keyOf(count.day, count);
      if (!this.#counts.has(key) && this.#counts.size >= this.#most) continue;
      const visits = (this.#counts.get(key)?.visits ?? 0) + count.visits;
      this.#counts.set(key, { ...count, visits });
    }
  }
}

const keyOf = (day: CalendarDate, { unitId, itemId }: Visited): string => `${day} ${unitId} ${itemId}`;
