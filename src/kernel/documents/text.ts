const UNUSUAL = /[^\n\x20-\x7e]/;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** Soft hyphen, zero-width characters, directional marks, byte order mark and controls: never seen on paper. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * Text as the rest of the program wants it: NFC, one kind of space, one kind of line break (`\n`), nothing invisible,
 * no blanks at the edges of a line. Icelandic eth is what old converters wrote for the Vietnamese letter that looks
 * the same (Đ), and Vietnamese has no eth.
 */
export function cleanText(raw: string): string {
  if (!UNUSUAL.test(raw)) return trimLines(raw);
  const clean = raw
    .normalize('NFC')
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ');
  return trimLines(clean);
}

/** By splitting, not by a pattern: a million blanks in one cell would keep a pattern busy for hours. */
function trimLines(text: string): string {
  if (!text.includes('\n')) return text.trim();
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
