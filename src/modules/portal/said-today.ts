import { createHash, randomBytes } from 'node:crypto';
import { portalLimits } from './limits.ts';

/**
 * Whether the same device has given the same answer today. Nothing is stored: what stands in memory is a hash with a salt that is made
 * anew each day and never leaves the process, so that nobody can be recognised tomorrow, or from a copy of the database.
 */
export class SaidToday {
  #day = '';
  #salt = randomBytes(32);
  readonly #said = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Notes the answer; `false` when it was given before. `who` and `what` are anything that tells devices and answers apart. */
  note(day: string, who: readonly string[], what: readonly string[]): boolean {
    this.#turn(day);
    const key = this.#key(who, what);
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    const [oldest] = this.#said;
    if (this.#said.size > portalLimits.says_remembered && oldest !== undefined) this.#said.delete(oldest);
    return true;
  }

  /** Counts one more answer from a network; `false` when it has given as many today as are taken. */
  takes(day: string, network: readonly string[]): boolean {
    this.#turn(day);
    const key = this.#key(network, []);
    const count = (this.#counts.get(key) ?? 0) + 1;
    if (count > portalLimits.says_a_day) return false;
    this.#counts.delete(key);
    this.#counts.set(key, count);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > portalLimits.says_remembered && oldest !== undefined) this.#counts.delete(oldest);
    return true;
  }

  /** Takes a note back: the answer was not kept after all. */
  forget(day: string, who: readonly string[], what: readonly string[]): void {
    this.#turn(day);
    this.#said.delete(this.#key(who, what));
  }

  #turn(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#salt = randomBytes(32);
    this.#said.clear();
    this.#counts.clear();
  }

  #key(who: readonly string[], what: readonly string[]): string {
    return createHash('sha256')
      .update(this.#salt)
      .update(JSON.stringify([who, what]))
      .digest('base64url');
  }
}
