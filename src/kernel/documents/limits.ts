/**
 * How much a document may hold. A reader that meets more stops at once and says which limit was passed; none of these
 * is a guess about the file's honesty, all are about what one server can bear.
 */
export const LIMITS = {
  /** Office documents of a hundred pages are under 1 MB; scanned pictures bring real ones to some 10 MB. */
  fileBytes: 20 * 1024 * 1024,
  /** Ten times the file limit: office XML shrinks 5–15 times, so an honest 20 MB file stays below. */
  unzippedBytes: 200 * 1024 * 1024,
  /** Deflate reaches 1,032:1 on nothing but zeros; a formatted empty sheet reaches about 60:1. */
  compressionRatio: 200,
  /** Below this size an entry may shrink as much as it likes: it cannot hurt. */
  ratioFromBytes: 5 * 1024 * 1024,
  /** A workbook has one entry a sheet, a Word file one a picture. */
  entries: 5_000,
  /** Ten times the longest list that anyone keeps by hand (5,000 rows), with room for exports. */
  rows: 50_000,
  /** Hand-made tables have 8–20 columns; one with a column for each of 100 offices stays well below. */
  columns: 200,
  /** Over all tables of a file: about 300 MB as objects and 5 seconds, the most that one reading may take. */
  cells: 1_000_000,
  /** A thousand pages; a law code has some 10,000 paragraphs. */
  paragraphs: 100_000,
  /** Styles, lists or links that one file may define; Excel itself stops at 64,000 styles. More are not looked at. */
  definitions: 65_536,
  /** Word tables within tables; people make two levels, forms made by programs three. */
  nestedTables: 8,
  /** A scanned file of a hundred pages is the usual most; a plan with all its annexes has some five hundred. */
  pdfPages: 500,
  /** Reading five hundred pages of text takes about ten seconds on one slow core. */
  pdfSeconds: 30,
  /** Five hundred pages need some 150 MB. */
  pdfMegabytes: 512,
  /** Elements within elements in the XML; office files stay below 40. */
  xmlDepth: 250,
} as const;
