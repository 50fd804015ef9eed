const words = process.env.BENCH_ONLY?.split('|');

/** Whether a page is to be measured: all are, or those whose name holds one of the words of `BENCH_ONLY`, as in `list|board`. */
export const isMeasured = ({ name }: { readonly name: string }): boolean =>
  words === undefined || words.some((one) => name.includes(one));
