/**
 * Decimals of six places as whole millionths, so that 0.1 + 0.2 is 0.3 and the browser, the server and PostgreSQL's numeric agree to
 * the last digit. Imports nothing: the browser runs it as it stands.
 */
export type Decimal = bigint;

export const ONE: Decimal = 1_000_000n;
const MILLION = 1_000_000n;

const absolute = (a: Decimal): Decimal => (a < 0n ? -a : a);
const sign = (a: Decimal): bigint => (a < 0n ? -1n : a > 0n ? 1n : 0n);

/** The quotient, half away from zero. */
function divideHalfAway(a: bigint, b: bigint): bigint {
  return sign(a) * sign(b) * ((2n * absolute(a) + absolute(b)) / (2n * absolute(b)));
}

/** A number of at most three places and twelve digits before them, exactly; anything finer is rounded to three places. */
export function fromNumber(value: number): Decimal {
  const [whole = '0', places = ''] = Math.abs(value).toFixed(3).split('.');
  const millionths = BigInt(whole) * MILLION + BigInt(places.padEnd(6, '0'));
  return value < 0 ? -millionths : millionths;
}

/** `12.5`; the parser lets at most six places through. */
export function fromText(text: string): Decimal {
  const [whole = '0', places = ''] = text.replace('-', '').split('.');
  const millionths = BigInt(whole) * MILLION + BigInt(places.padEnd(6, '0').slice(0, 6));
  return text.startsWith('-') ? -millionths : millionths;
}

/** Near enough to show. */
export function toNumber(value: Decimal): number {
  return Number(value) / 1_000_000;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return divideHalfAway(a * b, MILLION);
}

/** `null` when `b` is 0. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  return b === 0n ? null : divideHalfAway(a * MILLION, b);
}

/** To 0–6 places. */
export function roundTo(value: Decimal, places: number): Decimal {
  const step = 10n ** BigInt(6 - places);
  return divideHalfAway(value, step) * step;
}
