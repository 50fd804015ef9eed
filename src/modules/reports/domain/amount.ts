/**
 * Arithmetic of figures without rounding on the way: numbers hold 12 digits before the decimal comma and 3 after it, so their
 * thousandths are whole numbers.
 */
const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000));

/** a − b, exact. */
export function difference(a: number, b: number): number {
  return Number(thousandths(a) - thousandths(b)) / 1000;
}

/**
 * `part` of `whole` in per cent, rounded to one digit after the comma, halves up; `null` of nothing. Neither is negative. Exact up to some
 * 10^14 per cent.
 */
export function percent(part: number, whole: number): number | null {
  const [a, b] = [thousandths(part), thousandths(whole)];
  if (b === 0n) return null;
  return Number((2n * a * 1000n + b) / (2n * b)) / 10;
}

/** Compares the rate a/b with a number of per cent, exactly: negative below it, 0 on it, positive above. */
export function compareRate(rate: { numerator: number; denominator: number }, perCent: number): number {
  const [a, b, limit] = [thousandths(rate.numerator), thousandths(rate.denominator), thousandths(perCent)];
  const [left, right] = [a * 100_000n, limit * b];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two rates exactly. */
export function compareRates(
  a: { numerator: number; denominator: number },
  b: { numerator: number; denominator: number },
): number {
  const left = thousandths(a.numerator) * thousandths(b.denominator);
  const right = thousandths(b.numerator) * thousandths(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}
