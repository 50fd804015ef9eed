import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { pdfPages, sampleLetter, samplePaper, tableOf } from '../../../test/support/papers.ts';
import { AppError } from '../errors.ts';
import { paperAnswer, renderDocx, renderPdf } from './index.ts';
import { paperLimits } from './limits.ts';
import type { Paper } from './model.ts';
import { Renderer } from './render.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => expect.fail('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.type.code : String(error);
};

describe('producing papers', () => {
  it('many at once come back each as its own', async () => {
    const named = Array.from({ length: 20 }, (_, n) => ({
      ...sampleLetter,
      heading: { kind: 'letter', subject: `việc số ${n}` } as const,
    }));
    const pages = await Promise.all(named.map(async (paper) => (await pdfPages(await renderPdf(paper)))[0]));
    pages.forEach((page, n) => {
      expect(page).toContain(`V/v việc số ${n} `);
    });
  });

  it('refuses what is too long before it is begun', async () => {
    const paragraph = { kind: 'paragraph', words: 'a' } as const;
    const many: Paper = {
      ...samplePaper,
      body: Array.from({ length: paperLimits.blocks + 1 }, () => paragraph),
    };
    expect(await codeOf(renderDocx(many))).toBe('paper.too_many_blocks');
    const wide: Paper = { ...samplePaper, body: [tableOf(paperLimits.cells / 4)] };
    expect(await codeOf(renderPdf(wide))).toBe('paper.too_many_cells');
    const long: Paper = {
      ...samplePaper,
      body: [{ ...paragraph, words: 'a'.repeat(paperLimits.characters) }],
    };
    expect(await codeOf(renderPdf(long))).toBe('paper.too_long');
  });

  it('a paper that takes too long is given up, and the next one is produced', async () => {
    const renderer = new Renderer(0.001);
    const order = {
      paper: { ...samplePaper, body: [tableOf(3000)] },
      format: 'pdf',
      at: new Date(0),
    } as const;
    expect(await codeOf(renderer.render(order))).toBe('paper.too_slow');
    expect((await renderPdf(samplePaper)).byteLength).toBeGreaterThan(1000);
  });

  it('after a large paper, whose process is let go, the next is produced by another', async () => {
    const renderer = new Renderer();
    const order = { paper: sampleLetter, format: 'docx', at: new Date(0) } as const;
    const large = { ...order, paper: { ...samplePaper, body: [tableOf(2100)] } };
    const made = await Promise.all([large, order, order].map((one) => renderer.render(one)));
    expect(made.map((bytes) => bytes.byteLength > 1000)).toEqual([true, true, true]);
  });

  it('when too many wait, the next is told so', async () => {
    const renderer = new Renderer();
    const order = { paper: sampleLetter, format: 'docx', at: new Date(0) } as const;
    const waiting = Array.from({ length: paperLimits.waiting + 1 }, () => renderer.render(order));
    expect(await codeOf(renderer.render(order))).toBe('paper.busy');
    expect(await Promise.all(waiting)).toHaveLength(paperLimits.waiting + 1);
  });

  it('is answered as a download with the ending and type of its format', async () => {
    expect(await paperAnswer(sampleLetter, 'docx', 'don-doc')).toMatchObject({
      kind: 'file',
      fileName: 'don-doc.docx',
      mediaType: expect.stringContaining('wordprocessingml'),
    });
    const pdf = await paperAnswer(sampleLetter, 'pdf', 'don-doc');
    expect(pdf).toMatchObject({ fileName: 'don-doc.pdf', mediaType: 'application/pdf' });
  });

  it('without a compiler for the platform a PDF is refused in words and the Word file still made', async () => {
    const index = new URL('./index.ts', import.meta.url).href;
    const papers = new URL('../../../test/support/papers.ts', import.meta.url).href;
    const absent = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name.includes('typst-ts-node-compiler')) throw new Error('no such program');
        return next(name, context);
      } });`;
    const script = `import { renderDocx, renderPdf } from '${index}';
      import { samplePaper } from '${papers}';
      const docx = await renderDocx(samplePaper);
      const error = await renderPdf(samplePaper).catch((thrown) => thrown);
      console.log(docx.byteLength > 1000, error.type?.code, error.describe?.('vi').remedy);`;
    const hooks = `data:text/javascript,${encodeURIComponent(absent)}`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', hooks, '--eval', script]);
    expect(stdout).toContain('true paper.pdf_unavailable Tải bản Word (.docx)');
  });
});
