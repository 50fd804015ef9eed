/** One thing that is expected: received in time or late, or `null` while nothing has come. */
export type Arrival = { readonly isLate: boolean } | null;

/** Five measures of one kind of thing: `expected` = `received` + `missing`, `received` = `onTime` + `late`. */
export interface Measures {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

export function measure(arrivals: readonly Arrival[]): Measures {
  const received = arrivals.filter((one) => one !== null);
  const late = received.filter(({ isLate }) => isLate).length;
  return {
    expected: arrivals.length,
    received: received.length,
    onTime: received.length - late,
    late,
    missing: arrivals.length - received.length,
  };
}

/** A share of what is expected in per cent with one decimal; `null` where nothing is expected. */
export const share = (part: number, { expected }: Measures): number | null =>
  expected === 0 ? null : Math.round((part / expected) * 1000) / 10;
