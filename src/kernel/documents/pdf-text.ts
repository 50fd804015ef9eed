import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';
import { cleanText } from './text.ts';
import { megabytes } from './zip.ts';

/** The words of a PDF, for looking something up in them: not a reading of its tables. */
export interface PdfText {
  /** Page by page, at most `LIMITS.pdfPages`; '' where a page is a picture. */
  readonly pages: readonly string[];
  /** Pages that the file has. */
  readonly pageCount: number;
}

export type PdfAnswer = PdfText | { readonly failure: string };

/**
 * What programs can read of a PDF. The parser is given a thread of its own, with bounds on memory and time, because a file made to harm
 * may keep it busy for ever. `null` when it cannot be read: damaged, with a password, or too much work.
 */
export async function readPdfText(file: string, bytes: Uint8Array): Promise<PdfText | null> {
  if (bytes.length > LIMITS.fileBytes) {
    const params = { file, size: megabytes(bytes.length), limit: megabytes(LIMITS.fileBytes) };
    throw new AppError(documentErrors.too_large, params);
  }
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), pages: LIMITS.pdfPages },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfMegabytes },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<PdfText | null>();
  const timer = setTimeout(() => resolve(null), LIMITS.pdfSeconds * 1000);
  worker.once('message', (answer: PdfAnswer) => resolve('failure' in answer ? null : answer));
  worker.once('error', () => resolve(null));
  worker.once('exit', () => resolve(null));
  const text = await promise;
  clearTimeout(timer);
  await worker.terminate();
  return text && { ...text, pages: text.pages.map(cleanText) };
}
