import { compose } from './compose.ts';
import type { RenderAnswer, RenderOrder } from './render-order.ts';
import { toDocx } from './to-docx.ts';
import { PdfWriter } from './to-pdf.ts';

/** The process in which papers are produced; it keeps the PDF compiler and ends when its parent lets go of it. */
let pdf: Promise<PdfWriter | null> | undefined;

async function produce({ format, paper, at }: RenderOrder): Promise<RenderAnswer> {
  const composed = compose(paper);
  if (format === 'docx') return { bytes: await toDocx(composed) };
  pdf ??= PdfWriter.create();
  const writer = await pdf;
  return writer === null ? { isUnavailable: true } : { bytes: writer.write(composed, at) };
}

process.on('message', async (order: RenderOrder) => {
  const answer = await produce(order).catch(
    (error: unknown): RenderAnswer => ({ failure: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
});
