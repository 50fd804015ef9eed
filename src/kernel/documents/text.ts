const UNUSUAL = /[^\n\x20-\x7e]/;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** Soft hyphen, zero-width characters, directional marks, byte order mark and controls: never seen on paper. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const EDGES = /[ ]*\n[ ]*/g;

/**
 * Text as the rest of the program wants it: NFC, one kind of space, one kind of line break (`\n`), nothing invisible,
 * no blanks at the edges of a line. Icelandic eth is what old converters wrote for the Vietnamese letter that looks
 * the same (Đ), and Vietnamese has no eth.
 */
export function cleanText(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw.includes('\n') ? raw.trim().replace(EDGES, '\n') : raw.trim();
  return raw
    .normalize('NFC')
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ')
    .trim()
    .replace(EDGES, '\n');
}
