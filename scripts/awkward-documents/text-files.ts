import { ANNEX, BODY, HEADER, plainRow, SIGNATURE, TITLE } from './content.ts';

const ROWS: readonly (readonly string[])[] = [
  [TITLE],
  [],
  [...HEADER],
  ...ANNEX.map(plainRow),
  [],
  [SIGNATURE[0]],
];

function csv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  // Excel pads every line to the width of the table.
  const line = (cells: readonly string[]): string =>
    HEADER.map((_, c) => quoted(cells[c] ?? '')).join(delimiter);
  return rows.map((cells) => `${line(cells)}\r\n`).join('');
}

/** windows-1258: some vowels have a place of their own, every tone is a sign after its vowel. */
export function toWindows1258(text: string): Uint8Array {
  const places = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++)
    places.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte);
  const bytes: number[] = [];
  const put = (character: string): boolean => {
    const byte = places.get(character);
    if (byte !== undefined) bytes.push(byte);
    return byte !== undefined;
  };
  for (const character of text.normalize('NFC')) {
    if (put(character)) continue;
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(character.normalize('NFD'))?.[0] ?? '';
    const vowel = character.normalize('NFD').replace(tone, '').normalize('NFC');
    if (!put(vowel) || !put(tone)) throw new RangeError(`windows-1258 has no ${character}`);
  }
  return Uint8Array.from(bytes);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16le(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

const BODY_TEXT = `${BODY.join('\r\n\r\n')}\r\n`;

export const TEXT_FILES: Record<string, () => Uint8Array> = {
  'utf8-bom-comma.csv': () => utf8(`\ufeff${csv(ROWS, ',')}`),
  'windows-1258-semicolon.csv': () => toWindows1258(csv(ROWS, ';')),
  'utf16le-tab.csv': () => utf16le(csv(ROWS, '\t')),
  'nfd.csv': () => utf8(csv(ROWS, ',').normalize('NFD')),
  'windows-1258.txt': () => toWindows1258(BODY_TEXT),
  'nfd.txt': () =>
    utf8(BODY_TEXT.normalize('NFD').replace(/ /, '\u00a0').replace('chính', 'chí\u00adnh'.normalize('NFD'))),
};
