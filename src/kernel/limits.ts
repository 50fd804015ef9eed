/**
 * Every limit (size, rate, count) is declared with its unit and its reason; `docs/limits.md` is the one table of them all
 * and a test holds both sides equal.
 */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly reason: string;
}

export const declaredLimits = new Map<string, Limit>();

export function limits<T extends Record<string, Limit>>(
  room: string,
  set: T,
): { readonly [K in keyof T]: number } {
  const out: Record<string, number> = {};
  for (const [name, limit] of Object.entries(set)) {
    declaredLimits.set(`${room}.${name}`, limit);
    out[name] = limit.value;
  }
  return out as { readonly [K in keyof T]: number };
}
