import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';
import { cleanText } from './text.ts';
import type { Paragraph } from './types.ts';

/** Each line of plain text is a paragraph; empty lines only divide. A form feed is a page break. */
export function readLines(file: string, decoded: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let breakBefore = false;
  for (const line of decoded.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029]|(?=\f)/)) {
    if (line.startsWith('\f')) breakBefore = true;
    const text = cleanText(line);
    if (text === '') continue;
    if (paragraphs.length >= LIMITS.paragraphs) {
      throw new AppError(documentErrors.too_many_paragraphs, { file, limit: LIMITS.paragraphs });
    }
    const paragraph: Paragraph = { text, bold: false, italic: false };
    if (breakBefore) paragraph.pageBreakBefore = true;
    breakBefore = false;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
