/**
 * How much a document may hold. A reader that meets more stops at once and says which limit was passed; none of these
 * is a guess about the file's honesty, all are about what one server can bear and one plan can need.
 */
export const LIMITS = {
  /** The Ân Thi plan with its annex is under 1 MB; scanned pictures in a Word file bring real ones to some 10 MB. */
  fileBytes: 20 * 1024 * 1024,
  /** Ten times the file limit: office XML shrinks 5–15 times, so an honest 20 MB file stays below. */
  unzippedBytes: 200 * 1024 * 1024,
  /** Deflate reaches 1,032:1 on nothing but zeros; a formatted empty sheet reaches about 60:1. */
  compressionRatio: 200,
  /** Below this size an entry may shrink as much as it likes: it cannot hurt. */
  ratioFromBytes: 5 * 1024 * 1024,
  /** A workbook has one entry a sheet, a Word file one a picture. */
  entries: 5_000,
  /** Ten times the largest annex expected (5,000 tasks), with room for exported lists. */
  rows: 50_000,
  /** The annex has 8 columns; a monitoring sheet with a column a commune and a month stays below 200. */
  columns: 200,
  /** Over all sheets: about 250 MB as objects, the most one reading may take. */
  cells: 2_000_000,
  /** Word tables within tables; people make two levels, forms made by programs three. */
  nestedTables: 8,
  /** Elements within elements in the XML; office files stay below 40. */
  xmlDepth: 250,
} as const;
