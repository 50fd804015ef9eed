import { limits } from '../limits.ts';

const keptLimits = limits('http.kept_answers', {
  addresses: {
    value: 20_000,
    unit: 'addresses',
    reason: 'some 5 MB of memory; the pages themselves are held by `kept_packed_bytes`',
  },
});

/** What was answered at an address. */
export interface KeptAnswer {
  /** What the answer was made from, in the route's own words. */
  readonly mark: string;
  /** The validator of its content. */
  readonly tag: string;
}

/**
 * Which answers were made from what. A route that says what its pages are made from (`ReadRoute.stillRight`) is asked whether that is
 * still so, and what was made before is sent again. Each process keeps its own; the addresses that came first go first.
 */
export class KeptAnswers {
  readonly #byAddress = new Map<string, KeptAnswer>();

  at(address: string): KeptAnswer | undefined {
    return this.#byAddress.get(address);
  }

  keep(address: string, answer: KeptAnswer): void {
    const { mark, tag } = this.#byAddress.get(address) ?? {};
    // What is kept long is costly to replace: only a collection of the whole heap finds the one before.
    if (mark === answer.mark && tag === answer.tag) return;
    this.#byAddress.set(address, answer);
    const [oldest] = this.#byAddress.keys();
    if (this.#byAddress.size > keptLimits.addresses && oldest !== undefined) this.#byAddress.delete(oldest);
  }
}
