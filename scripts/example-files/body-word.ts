import { convertMillimetersToTwip, Paragraph } from 'docx';
import { type LineLook, line, sideBySide, wordFile } from './word-parts.ts';

const FIRST_LINE = 720;

/** Parts and numbered sections are bold, 1.1 bold italic; letters, dashes and plain text run justified. */
function lookOf(text: string): LineLook {
  if (/^[IVX]+\. /.test(text)) return { bold: true, firstLine: FIRST_LINE };
  if (/^\d+\.\d+\. /.test(text)) return { bold: true, italics: true, firstLine: FIRST_LINE };
  if (/^\d+\. /.test(text)) return { bold: true, firstLine: FIRST_LINE };
  return { firstLine: FIRST_LINE };
}

function linesOf(block: string | undefined): string[] {
  if (block === undefined) throw new Error('the body of the example plan lacks a block');
  return block.split('\n');
}

/**
 * The plan's body as a Word file. `text` has blank lines between blocks: organ, nation, number, place and day,
 * title, then one block a paragraph, and at the end recipients, signing authority, signer.
 */
export async function bodyWord(text: string): Promise<Uint8Array> {
  const blocks = text.trim().split(/\n{2,}/);
  const [organ, nation, number, day, title] = blocks;
  const [recipients, authority, signer] = blocks.slice(-3);
  const centered: LineLook = { align: 'center', bold: true, size: 26 };
  const small: LineLook = { align: 'left', size: 22 };
  const [kind = '', ...subject] = linesOf(title);
  const [recipientsTitle = '', ...recipientLines] = linesOf(recipients);
  return wordFile([kind, ...subject].join(' '), {
    properties: {
      page: {
        size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
        margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 },
      },
    },
    children: [
      sideBySide(
        [
          [
            linesOf(organ).map((entry, index) => line(entry, { ...centered, bold: index > 0 })),
            linesOf(nation).map((entry) => line(entry, centered)),
          ],
          [
            linesOf(number).map((entry) => line(entry, { align: 'center', size: 26 })),
            linesOf(day).map((entry) => line(entry, { align: 'center', italics: true, size: 26 })),
          ],
        ],
        [3628, 5443],
      ),
      new Paragraph({}),
      line(kind, centered),
      ...subject.map((entry) => line(entry, { ...centered, size: 28 })),
      new Paragraph({}),
      ...blocks.slice(5, -3).map((block) => line(block.replaceAll('\n', ' '), lookOf(block))),
      new Paragraph({}),
      sideBySide(
        [
          [
            [
              line(recipientsTitle, { ...small, bold: true, italics: true, size: 24 }),
              ...recipientLines.map((entry) => line(entry, small)),
            ],
            [
              ...linesOf(authority).map((entry) => line(entry, centered)),
              new Paragraph({}),
              new Paragraph({}),
              ...linesOf(signer).map((entry) => line(entry, { ...centered, size: 28 })),
            ],
          ],
        ],
        [4989, 4082],
      ),
    ],
  });
}
