/** By code units, for `sort`: right for days, numbers of papers and ids; names of people and places are sorted by their language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
