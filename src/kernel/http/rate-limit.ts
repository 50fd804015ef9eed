import { limits } from '../limits.ts';
import { type RateClass, rateClasses } from './limits.ts';

const tableLimits = limits('http.rate_table', {
  keys: {
    value: 50_000,
    unit: 'callers',
    reason: 'about 5 MB of memory; beyond it the oldest caller is forgotten',
  },
});

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets in memory, one set a process: enough against a flood from few addresses; a fleet shares it at its proxy. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes a token; answers 0 when allowed, else the seconds to wait. */
  take(rateClass: RateClass, caller: string, nowMs: number): number {
    const perMinute = rateClasses[rateClass];
    const key = `${rateClass} ${caller}`;
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, at: nowMs };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((nowMs - bucket.at) * perMinute) / 60_000);
    bucket.at = nowMs;
    // Re-inserting keeps the map in order of last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > tableLimits.keys) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 60) / perMinute);
    bucket.tokens -= 1;
    return 0;
  }
}
