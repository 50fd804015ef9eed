import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PdfAnswer } from './pdf-text.ts';

interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

async function read({ bytes, pages: most }: PdfOrder): Promise<PdfAnswer> {
  const pdf = await getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
  });
  const pages: string[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, most); number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ' '}` : ''));
    // Words typed into the fields of a form, and notes on the page, are no text of the page.
    const notes = (await page.getAnnotations()).flatMap(({ fieldValue, contentsObj }) => [
      fieldValue,
      contentsObj?.str,
    ]);
    pages.push([words.join(''), ...notes.filter((note) => typeof note === 'string')].join('\n'));
    page.cleanup();
  }
  return { pages, pageCount: pdf.numPages };
}

const answer = await read(workerData as PdfOrder).catch(
  (error: unknown): PdfAnswer => ({ failure: error instanceof Error ? error.message : String(error) }),
);
parentPort?.postMessage(answer);
