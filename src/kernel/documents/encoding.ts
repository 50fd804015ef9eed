import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
  /** Characters that could not be read and stand as `�`. */
  lost: number;
}

/** More lost characters than this share of all accented ones, and the text was not UTF-8 in the first place. */
const LOST_SHARE = 0.02;
/**
 * Decodes the text of a file of Vietnamese make: UTF-8 or UTF-16 with or without byte order mark, else windows-1258,
 * the code page of Vietnamese Windows. Throws `unreadable_text` where none of these gives text.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes);
  if (wide) return withLost(new TextDecoder(wide).decode(bytes), wide);

  const utf8 = withLost(new TextDecoder('utf-8').decode(bytes), 'utf-8');
  if (utf8.lost === 0) return utf8;
  const accented = utf8.text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  if (utf8.lost <= accented * LOST_SHARE) return utf8;

  const local = new TextDecoder('windows-1258').decode(bytes);
  if (/[\u0000-\u0008\u000e-\u001f]/.test(local))
    throw new AppError(documentErrors.unreadable_text, { file });
  return { text: local, encoding: 'windows-1258', lost: 0 };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample.length / 6 && even < odd / 10) return 'utf-16le';
  if (even > sample.length / 6 && odd < even / 10) return 'utf-16be';
  return undefined;
}

function withLost(text: string, encoding: TextEncodingName): DecodedText {
  return { text, encoding, lost: text.match(/\ufffd/g)?.length ?? 0 };
}
