import type { Answer } from '../http/route.ts';
import type { Paper } from './model.ts';
import { renderPaper } from './render.ts';
import type { PaperFormat } from './render-order.ts';

const MEDIA_TYPES: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A paper as a download. `fileName` comes without its ending. */
export async function paperAnswer(paper: Paper, format: PaperFormat, fileName: string): Promise<Answer> {
  const body = await renderPaper(paper, format);
  return { kind: 'file', body, mediaType: MEDIA_TYPES[format], fileName: `${fileName}.${format}` };
}
